/* The public functions: one meeting from file to files. */
#include "job/compare.h"
#include "job/edition.h"
#include "job/path.h"
#include "job/result.h"
#include "meeting/meeting.h"
#include "package/file.h"

enum { FORMATS = 3, DEFAULTS = 2 };

/* The first are made when nobody says which. */
static const char *const format_names[FORMATS] = { "odt", "docx", "html" };

/* What the caller asked for, checked. */
struct plan {
	struct protokoll_options options;
	struct pk_str file;
	struct pk_date today;
	enum pk_edition edition;
	struct pk_product products[FORMATS];
	size_t n;
};

static bool plan_today(struct pk_job *job, struct plan *plan)
{
	struct pk_str today = pk_str_of(plan->options.today);

	if (today.n == 0 || pk_date_parse(today, &plan->today))
		return true;
	return pk_fail(job, PK_M_TODAY, PK_NOWHERE, today);
}

/* Each format once, in the order of format_names whatever the order they were asked for in. */
static bool plan_format(struct pk_job *job, struct plan *plan, struct pk_str name)
{
	const struct pk_format *format = pk_format_find(name);

	if (format == NULL)
		return pk_fail(job, PK_M_FORMAT_UNKNOWN, PK_NOWHERE, name);
	for (size_t i = 0; i < plan->n; i++) {
		if (plan->products[i].format == format)
			return true;
	}
	plan->products[plan->n++].format = format;
	return true;
}

static bool plan_output(struct pk_job *job, struct plan *plan)
{
	struct pk_str output = pk_str_of(plan->options.output);
	struct pk_str extension = pk_path_extension(output);
	const struct pk_format *format = extension.n == 0 ? NULL :
			pk_format_find(pk_str_slice(extension, 1, extension.n));

	if (format == NULL)
		return pk_fail(job, PK_M_OUTPUT_EXTENSION, PK_NOWHERE, output);
	if (plan->n > 1 || (plan->n == 1 && plan->products[0].format != format))
		return pk_fail(job, PK_M_OUTPUT_FORMATS, PK_NOWHERE, output);
	plan->n = 1;
	plan->products[0] = (struct pk_product){ .format = format, .path = output };
	return true;
}

static bool plan_formats(struct pk_job *job, struct plan *plan)
{
	struct pk_str rest = pk_str_of(plan->options.formats), name;

	while (pk_str_next(&rest, ',', &name)) {
		if (!plan_format(job, plan, pk_str_trim(name)))
			return false;
	}
	return plan->options.output == NULL || plan_output(job, plan);
}

/* Without -f: what the template has a file for, of the first usual formats, else of the others. */
static bool default_formats(struct pk_job *job, struct plan *plan,
		const struct pk_template_name *template, size_t usual)
{
	struct pk_str designs;

	if (plan->n > 0)
		return true;
	for (size_t i = 0; i < (plan->n > 0 ? usual : FORMATS); i++) {
		const struct pk_format *format = pk_format_find(pk_str_of(format_names[i]));

		if (pk_template_serves(job, template, format))
			plan->products[plan->n++].format = format;
	}
	if (plan->n > 0)
		return true;
	return pk_template_designs(job, NULL, &designs) &&
	       pk_fail(job, PK_M_TEMPLATE_MISSING, template->at, template->name, designs);
}

/* <folder>/<input name>.<ext>, or beside the input; a public edition is <input name>-offentlig. */
static bool plan_paths(struct pk_job *job, struct plan *plan)
{
	struct pk_str base = pk_path_base(plan->file), folder = pk_path_folder(plan->file), path;

	base = pk_str_slice(base, 0, base.n - pk_path_extension(base).n);
	if (!pk_join(job, &base, base, pk_edition_suffix(plan->edition)))
		return false;
	if (plan->options.folder != NULL)
		folder = pk_str_of(plan->options.folder);
	for (size_t i = 0; i < plan->n; i++) {
		struct pk_product *p = &plan->products[i];

		if (p->path.n > 0)
			continue;
		if (!pk_path_in(job, folder, base, &path) ||
				!pk_join(job, &p->path, path, pk_str_of(p->format->extension)))
			return false;
	}
	return true;
}

static bool too_many_warnings(const struct pk_job *job, const struct plan *plan)
{
	return plan->options.strict &&
			pk_diag_count_level(job->diags, PK_LEVEL_WARNING) > 0;
}

static bool make_all(struct pk_job *job, struct plan *plan, const struct pk_loaded *loaded)
{
	struct pk_template_name template = pk_template_of(job, loaded->meeting,
			pk_str_of(plan->options.template_name));
	struct pk_content content;
	bool ok = true;

	if (!pk_content_make(job, loaded, plan->edition, &content) ||
			!default_formats(job, plan, &template, DEFAULTS) || !plan_paths(job, plan))
		return false;
	if (plan->edition == PK_EDITION_PUBLIC && !pk_edition_tell(job, plan->file, &content))
		return false;
	for (size_t i = 0; i < plan->n; i++)
		ok &= pk_product_make(job, &template, &content, &plan->products[i]);
	return ok;
}

static bool write_all(struct protokoll_result *result, struct plan *plan)
{
	struct pk_job *job = &result->job;
	const char *folder = plan->options.folder;
	bool ok = true;

	for (size_t i = 0; i < plan->n; i++) {
		const struct pk_product *product = &plan->products[i];

		if (pk_file_same(product->path, plan->file))
			ok = pk_fail(job, PK_M_FILE_IS_INPUT, PK_NOWHERE, plan->file);
		else
			ok &= pk_product_may_replace(job, product, plan->options.force);
	}
	result->paths = pk_new(job, const char *, FORMATS);
	if (!ok || result->paths == NULL)
		return false;
	if (folder != NULL && !pk_file_make_folder(job, pk_str_of(folder)))
		return false;
	for (size_t i = 0; i < plan->n; i++) {
		if (!pk_product_write(job, &plan->products[i]))
			return false;
		result->paths[result->n_paths++] = plan->products[i].path.p;
	}
	return true;
}

static bool start(struct pk_job *job, const char *file, struct plan *plan)
{
	return pk_copy(job, pk_str_of(file), &plan->file) && plan_today(job, plan) &&
			pk_edition_parse(job, pk_str_of(plan->options.edition), &plan->edition) &&
			plan_formats(job, plan);
}

static bool load(struct pk_job *job, const struct plan *plan, struct pk_loaded *ret)
{
	return pk_load(job, plan->file, plan->today, plan->options.allow_outside, ret);
}

struct protokoll_result *protokoll_build(const char *file, const struct protokoll_options *options)
{
	struct protokoll_result *result = pk_result_new();
	struct plan plan = { 0 };
	struct pk_loaded loaded;

	if (result == NULL)
		return NULL;
	plan.options = pk_options_copy(options);
	result->strict = plan.options.strict;
	if (start(&result->job, file, &plan) &&
			load(&result->job, &plan, &loaded) &&
			make_all(&result->job, &plan, &loaded) &&
			!too_many_warnings(&result->job, &plan))
		(void)write_all(result, &plan);
	pk_diag_sort(result->job.diags);
	return result;
}

/* A finished protocol says what its documents say, in whatever formats they lie there. */
static void compare_all(struct pk_job *job, struct plan *plan, const struct pk_loaded *loaded)
{
	struct pk_template_name template = pk_template_of(job, loaded->meeting,
			pk_str_of(plan->options.template_name));

	if (loaded->findings->draft || !default_formats(job, plan, &template, FORMATS) ||
			!plan_paths(job, plan))
		return;
	for (size_t i = 0; i < plan->n; i++)
		pk_compare(job, &template, loaded, &plan->products[i]);
}

/* A day that nobody gave is said to be assumed; of several boards the rules warn. */
static void tell_assumed(struct pk_job *job, const struct pk_loaded *loaded)
{
	const struct pk_bevis *main_one = loaded->findings->bevis;
	struct pk_out day = pk_out_new(job->arena, 16);
	struct pk_str words;

	if (loaded->findings->draft || loaded->findings->n_bevis == 0 || main_one->n_notices != 1 ||
			!main_one->notices[0].assumed)
		return;
	pk_date_put_iso(&day, main_one->notices[0].anslag);
	if (pk_out_done(job, &day, &words))
		pk_tell(job, PK_M_ANSLAG_SAME_DAY, loaded->meeting->justering.datum.at, words);
}

struct protokoll_result *protokoll_check(const char *file, const struct protokoll_options *options)
{
	struct protokoll_result *result = pk_result_new();
	struct plan plan = { 0 };
	struct pk_loaded loaded;

	if (result == NULL)
		return NULL;
	plan.options = pk_options_copy(options);
	result->strict = plan.options.strict;
	if (start(&result->job, file, &plan) && load(&result->job, &plan, &loaded)) {
		tell_assumed(&result->job, &loaded);
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
