#include "job/produce.h"

#include "package/file.h"
#include "package/package.h"
#include "pages/flow.h"

/* Page numbers are only asked for when the template shows them. */
static bool number_pages(struct pk_job *job, const struct pk_document *document,
		struct pk_pages **ret)
{
	const struct pk_flow *flow = pk_document_flow(document);

	*ret = NULL;
	return flow == NULL ||
			pk_pages_estimate(job, flow, pk_document_anchors(document), ret);
}

bool pk_product_make(struct pk_job *job, const struct pk_template_name *name,
		const struct pk_value *model, const struct pk_value *root, bool draft,
		struct pk_product *product)
{
	const struct pk_format *format = product->format;
	const struct pk_template *template;
	struct pk_document *document;
	struct pk_package *package;
	struct pk_pages *pages;

	if (!pk_template_load(job, name, format, model, &template))
		return false;
	if (draft && !pk_template_names_draft(template))
		pk_tell(job, PK_M_TEMPLATE_NO_DRAFT, name->at, name->name);
	return format->render(job, template, root, &document) &&
			number_pages(job, document, &pages) &&
			format->finish(job, document, pages, &package) &&
			pk_package_write(job, package, &product->bytes);
}

/* Whether the file is a document that nobody has touched. What cannot be read as one is somebody's;
 * why it cannot be read is no concern of the user's, so those messages go to a job of their own. */
static bool is_ours(const struct pk_job *job, const struct pk_product *product)
{
	struct pk_job aside;
	struct pk_package *package;
	struct pk_str bytes;
	bool ours = false;

	if (!pk_job_init(&aside, job->limits))
		return false;
	if (pk_file_read(&aside, product->path, job->limits->template_bytes, &bytes) &&
			pk_package_read(&aside, bytes, product->path, &package) &&
			!product->format->untouched(&aside, package, &ours))
		ours = false;
	pk_job_free(&aside);
	return ours;
}

bool pk_product_may_replace(struct pk_job *job, const struct pk_product *product, bool force)
{
	if (force || !pk_file_exists(product->path) || is_ours(job, product))
		return true;
	return pk_fail(job, PK_M_FILE_EDITED, PK_NOWHERE, product->path);
}

static bool lies_there(const struct pk_job *job, const struct pk_product *product)
{
	struct pk_job aside;
	struct pk_str bytes;
	bool same;

	if (!pk_file_exists(product->path) || !pk_job_init(&aside, job->limits))
		return false;
	same = pk_file_read(&aside, product->path, product->bytes.n, &bytes) &&
			pk_str_eq(bytes, product->bytes);
	pk_job_free(&aside);
	return same;
}

bool pk_product_write(struct pk_job *job, const struct pk_product *product)
{
	return lies_there(job, product) || pk_file_replace(job, product->path, product->bytes);
}
