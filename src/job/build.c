/* The public functions: one meeting from file to files. */
#include "job/build.h"

#include "job/compare.h"
#include "job/deliver.h"
#include "job/edition.h"
#include "job/pictures.h"
#include "job/plan.h"
#include "job/result.h"
#include "job/series.h"
#include "meeting/meeting.h"
#include "package/file.h"

static bool too_many_warnings(const struct pk_job *job, const struct pk_plan *plan)
{
	return plan->options.strict &&
			pk_diag_count_level(job->diags, PK_LEVEL_WARNING) > 0;
}

static bool make_all(struct pk_job *job, struct pk_plan *plan, const struct pk_loaded *loaded,
		struct pk_compiled *compiled)
{
	struct pk_template_name template = pk_template_of(job, loaded->meeting,
			pk_str_of(plan->options.template_name));
	struct pk_content content;
	bool ok = true;

	if (!pk_content_make(job, loaded, plan->edition, &content) ||
			!pk_plan_formats(job, plan, &template, false) || !pk_plan_paths(job, plan))
		return false;
	content.compiled = compiled;
	if (plan->edition == PK_EDITION_PUBLIC && !pk_edition_tell(job, plan->file, &content))
		return false;
	for (size_t i = 0; i < plan->n; i++)
		ok &= pk_product_make(job, &template, &content, &plan->products[i]);
	return ok;
}

/* A document and what lies at its path. */
struct delivery {
	const struct pk_product *product;
	enum pk_lies lies;
	struct pk_str parts;
};

/* Looks before anything is written: one document that must not be replaced stops all. */
static bool look(struct pk_job *job, const struct pk_plan *plan, struct delivery *ret)
{
	bool ok = true;

	for (size_t i = 0; i < plan->n; i++) {
		const struct pk_product *product = ret[i].product = &plan->products[i];

		if (pk_file_same(product->path, plan->file))
			ok = pk_fail(job, PK_M_FILE_IS_INPUT, PK_NOWHERE, plan->file);
		else if (!pk_product_lies(job, product, &ret[i].lies, &ret[i].parts))
			ok = false;
		else if (ret[i].lies == PK_LIES_OTHER && !plan->options.verify)
			ok &= pk_product_may_replace(job, product, plan->options.force);
	}
	return ok;
}

/* --verify: every document that is not what the meeting gives is an error. */
static void verify(struct pk_job *job, const struct delivery *d, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		if (d[i].lies == PK_LIES_NOTHING)
			(void)pk_fail(job, PK_M_DOCUMENT_MISSING, PK_NOWHERE, d[i].product->path);
		else if (d[i].lies == PK_LIES_OTHER)
			(void)pk_fail(job, PK_M_DOCUMENT_DIFFERS, PK_NOWHERE, d[i].product->path,
					d[i].parts);
	}
}

static bool write_all(struct protokoll_result *result, const struct pk_plan *plan)
{
	struct pk_job *job = &result->job;
	struct delivery d[PK_FORMATS] = { 0 };

	result->paths = pk_new(job, const char *, PK_FORMATS);
	if (result->paths == NULL || !look(job, plan, d))
		return false;
	if (plan->options.verify) {
		verify(job, d, plan->n);
		return true;
	}
	if (plan->folder.n > 0 && !plan->options.dry_run &&
			!pk_file_make_folder(job, plan->folder))
		return false;
	for (size_t i = 0; i < plan->n; i++) {
		bool new = d[i].lies != PK_LIES_SAME;

		if (new && !plan->options.dry_run && !pk_product_write(job, d[i].product))
			return false;
		result->n_written += new;
		if (new || !plan->options.dry_run)
			result->paths[result->n_paths++] = d[i].product->path.p;
	}
	return true;
}

static bool load(struct pk_job *job, const struct pk_plan *plan, struct pk_loaded *ret)
{
	return pk_load(job, plan->file, plan->today, plan->options.allow_outside, ret);
}

/* The meeting's place in the numbers of its year, for a build of many. */
static bool note_series(struct protokoll_result *result, const struct pk_plan *plan,
		const struct pk_loaded *loaded)
{
	result->series = pk_new(&result->job, struct pk_series_part, 1);
	if (result->series == NULL)
		return false;
	*result->series = pk_series_part_of(plan->file, loaded);
	return true;
}

struct protokoll_result *pk_build(const struct pk_input *input, const struct protokoll_options *options,
		struct pk_compiled *compiled)
{
	struct protokoll_result *result = pk_result_new();
	struct pk_plan plan;
	struct pk_loaded loaded;

	if (result == NULL)
		return NULL;
	result->strict = options->strict;
	if (pk_plan_start(&result->job, input, options, &plan) &&
			load(&result->job, &plan, &loaded) &&
			note_series(result, &plan, &loaded) &&
			make_all(&result->job, &plan, &loaded, compiled) &&
			!too_many_warnings(&result->job, &plan))
		(void)write_all(result, &plan);
	pk_diag_sort(result->job.diags);
	return result;
}

struct protokoll_result *protokoll_build(const char *file, const struct protokoll_options *options)
{
	const struct protokoll_options asked = pk_options_copy(options);
	const struct pk_input input = { .file = pk_str_of(file) };

	return pk_build(&input, &asked, NULL);
}

/* A finished protocol says what its documents say, in whatever formats they lie there. */
static void compare_all(struct pk_job *job, struct pk_plan *plan, const struct pk_loaded *loaded)
{
	struct pk_template_name template = pk_template_of(job, loaded->meeting,
			pk_str_of(plan->options.template_name));

	if (loaded->findings->draft || !pk_plan_formats(job, plan, &template, true) ||
			!pk_plan_paths(job, plan))
		return;
	for (size_t i = 0; i < plan->n; i++)
		pk_compare(job, &template, loaded, &plan->products[i]);
}

/* What build would say of the pictures when nobody says which formats: DOCX is one of them. */
static bool check_pictures(struct pk_job *job, const struct pk_plan *plan, const struct pk_loaded *loaded)
{
	struct pk_template_name template = pk_template_of(job, loaded->meeting,
			pk_str_of(plan->options.template_name));
	const struct pk_format *docx = pk_format_find(PK_STR("docx"));

	return !pk_template_serves(job, &template, docx) ||
	       pk_pictures_suit(job, loaded->meeting, docx);
}

struct protokoll_result *protokoll_check(const char *file, const struct protokoll_options *options)
{
	const struct pk_input input = { .file = pk_str_of(file) };
	struct protokoll_result *result = pk_result_new();
	const struct protokoll_options asked = pk_options_copy(options);
	struct pk_plan plan;
	struct pk_loaded loaded;

	if (result == NULL)
		return NULL;
	result->strict = asked.strict;
	if (pk_plan_start(&result->job, &input, &asked, &plan) && load(&result->job, &plan, &loaded)) {
		pk_tell_assumed(&result->job, &loaded);
		if (check_pictures(&result->job, &plan, &loaded))
			compare_all(&result->job, &plan, &loaded);
	}
	pk_diag_sort(result->job.diags);
	return result;
}

struct protokoll_result *protokoll_schema(void)
{
	struct protokoll_result *result = pk_result_new();
	struct pk_out out;

	if (result == NULL)
		return NULL;
	out = pk_out_new(result->job.arena, (size_t)1 << 20);
	pk_meeting_schema(&out);
	pk_result_say(result, &out);
	return result;
}
