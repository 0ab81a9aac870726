#include "job/deliver.h"

#include "job/result.h"
#include "job/stamp.h"
#include "package/file.h"
#include "package/package.h"

/* The bytes of a part; empty when there is none of that name. */
static bool part_of(struct pk_job *job, const struct pk_package *package, struct pk_str name,
		struct pk_str *ret)
{
	int i = pk_package_find(package, name);

	*ret = PK_STR("");
	return i < 0 || pk_package_bytes(job, package, (size_t)i, ret);
}

/* Notes the parts of one package that are not the same in the other; only_missing: those that both have
 * have been compared already. */
static bool note_parts(struct pk_job *job, const struct pk_package *one,
		const struct pk_package *other, bool only_missing, struct pk_out *out)
{
	for (size_t i = 0; i < pk_package_count(one); i++) {
		struct pk_str name = pk_package_name(one, i), here, there;
		bool missing = pk_package_find(other, name) < 0;

		if (!missing && only_missing)
			continue;
		if (!missing && (!part_of(job, one, name, &here) ||
						!part_of(job, other, name, &there)))
			return false;
		if (!missing && pk_str_eq(here, there))
			continue;
		pk_put_c(out, out->n > 0 ? ", " : "");
		pk_put(out, name);
	}
	return true;
}

/* Compares part by part. False when what lies there cannot be read as a document of the format. */
static bool compare(struct pk_job *job, const struct pk_product *product, struct pk_str bytes,
		struct pk_out *parts)
{
	struct pk_package *new, *old;

	return product->format->open(job, product->bytes, product->path, &new) &&
	       product->format->open(job, bytes, product->path, &old) &&
	       note_parts(job, new, old, false, parts) && note_parts(job, old, new, true, parts);
}

/* A PDF is no archive of parts: it tells itself what it was made from. */
static bool is_ours(struct pk_job *job, const struct pk_product *product, bool *ret_current)
{
	struct pk_package *package;
	struct pk_str bytes;
	bool ours = false;

	*ret_current = false;
	if (product->pdf)
		return pk_file_read(job, product->path, job->limits->pdf_bytes, &bytes) &&
		       pk_stamp_intact(bytes, product->source, ret_current);
	return pk_file_read(job, product->path, job->limits->template_bytes, &bytes) &&
	       product->format->open(job, bytes, product->path, &package) &&
	       product->format->untouched(job, package, &ours) && ours;
}

bool pk_aside_end(struct pk_job *job, struct pk_job *aside)
{
	bool fault = pk_result_worst(aside->diags) == PROTOKOLL_FAULT;

	pk_job_free(aside);
	return !fault || pk_fail(job, PK_M_MEMORY, PK_NOWHERE);
}

/* What cannot be read as one of ours is somebody's. */
static bool look(struct pk_job *job, const struct pk_product *product, bool *ret_ours,
		bool *ret_current)
{
	struct pk_job aside;

	if (!pk_job_init(&aside, job->limits))
		return pk_fail(job, PK_M_MEMORY, PK_NOWHERE);
	*ret_ours = is_ours(&aside, product, ret_current);
	return pk_aside_end(job, &aside);
}

bool pk_product_is_ours(struct pk_job *job, const struct pk_product *product, bool *ret)
{
	bool current;

	return look(job, product, ret, &current);
}

static bool pdf_lies(struct pk_job *job, const struct pk_product *product, enum pk_lies *ret,
		struct pk_str *ret_parts)
{
	bool ours, current;

	if (!look(job, product, &ours, &current))
		return false;
	*ret = ours && current ? PK_LIES_SAME : PK_LIES_OTHER;
	return current || pk_copy(job, product->path, ret_parts);
}

static bool document_lies(struct pk_job *job, const struct pk_product *product, enum pk_lies *ret,
		struct pk_str *ret_parts)
{
	struct pk_job aside;
	struct pk_str bytes;
	struct pk_out parts;
	bool ok = true;

	if (!pk_job_init(&aside, job->limits))
		return pk_fail(job, PK_M_MEMORY, PK_NOWHERE);
	parts = pk_out_new(aside.arena, job->limits->output_bytes);
	*ret = PK_LIES_OTHER;
	if (!pk_file_read(&aside, product->path, job->limits->template_bytes, &bytes))
		ok = pk_copy(job, product->path, ret_parts);
	else if (pk_str_eq(bytes, product->bytes))
		*ret = PK_LIES_SAME;
	else if (!compare(&aside, product, bytes, &parts) || parts.failed)
		ok = pk_copy(job, product->path, ret_parts);
	else if (parts.n == 0)
		*ret = PK_LIES_SAME;
	else
		ok = pk_copy(job, (struct pk_str){ parts.p, parts.n }, ret_parts);
	return pk_aside_end(job, &aside) && ok;
}

bool pk_product_lies(struct pk_job *job, const struct pk_product *product, enum pk_lies *ret,
		struct pk_str *ret_parts)
{
	*ret = PK_LIES_NOTHING;
	*ret_parts = PK_STR("");
	if (!pk_file_exists(product->path))
		return true;
	return product->pdf ? pdf_lies(job, product, ret, ret_parts) :
			document_lies(job, product, ret, ret_parts);
}

bool pk_product_may_replace(struct pk_job *job, const struct pk_product *product, bool force)
{
	bool ours;

	if (force || !pk_file_exists(product->path))
		return true;
	if (!pk_product_is_ours(job, product, &ours))
		return false;
	return ours || pk_fail(job, PK_M_FILE_EDITED, PK_NOWHERE, product->path);
}
