/* The public functions: one meeting from file to files. */
#include "job/build.h"

#include "job/compare.h"
#include "job/deliver.h"
#include "job/edition.h"
#include "job/exact.h"
#include "job/pictures.h"
#include "job/plan.h"
#include "job/result.h"
#include "job/series.h"
#include "meeting/meeting.h"
#include "package/file.h"
#include "package/replace.h"

static bool too_many_warnings(const struct pk_job *job, const struct pk_plan *plan)
{
	return plan->options.strict &&
			pk_diag_count_level(job->diags, PK_LEVEL_WARNING) > 0;
}

/* A meeting on its way to its documents. */
struct making {
	struct pk_plan plan;
	struct pk_loaded loaded;
	struct pk_template_name template;
	struct pk_content content;
	bool begun;             /* all is made but for what LibreOffice must do */
};

static bool make(struct pk_job *job, const struct making *m, struct pk_product *product)
{
	if (!pk_product_make(job, &m->template, &m->content, product))
		return false;
	/* The same document as another kind of PDF is another file. */
	return !product->pdf || m->plan.pdf == PK_OFFICE_ARCHIVE ||
	       pk_join(job, &product->source, product->source, PK_STR(" plain"));
}

static bool make_all(struct pk_job *job, struct making *m, struct pk_compiled *compiled)
{
	struct pk_plan *plan = &m->plan;
	bool ok = true;

	m->template = pk_template_of(job, m->loaded.meeting, pk_str_of(plan->options.template_name));
	if (!pk_content_make(job, &m->loaded, plan->edition, &m->content) ||
			!pk_plan_formats(job, plan, &m->template, false) ||
			!pk_plan_paths(job, plan))
		return false;
	m->content.compiled = compiled;
	if (plan->edition == PK_EDITION_PUBLIC && !pk_edition_tell(job, plan->file, &m->content))
		return false;
	for (size_t i = 0; i < plan->n; i++)
		ok &= make(job, m, &plan->products[i]);
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

/* The paths of what lies there now, or would (--dry-run: of what would be written alone), up to the first
 * document that could not be put in place; n_new of the new ones could. */
static void note(struct protokoll_result *result, const struct pk_plan *plan, const struct delivery *d,
		size_t n_new)
{
	for (size_t i = 0; i < plan->n; i++) {
		bool new = d[i].lies != PK_LIES_SAME;

		if (new && result->n_written == n_new)
			return;
		result->n_written += new;
		if (new || !plan->options.dry_run)
			result->paths[result->n_paths++] = d[i].product->path.p;
	}
}

/* Puts the new documents in place together. *ret_n: how many of them, in their order, are. */
static bool put(struct pk_job *job, const struct pk_plan *plan, const struct delivery *d, size_t *ret_n)
{
	struct pk_file files[PK_FORMATS];
	size_t n = 0;

	*ret_n = 0;
	if (plan->folder.n > 0 && !pk_file_make_folder(job, plan->folder))
		return false;
	for (size_t i = 0; i < plan->n; i++) {
		const struct pk_product *product = d[i].product;

		if (d[i].lies == PK_LIES_SAME)
			pk_file_tidy(job, product->path);
		else
			files[n++] = (struct pk_file){ product->path, product->bytes };
	}
	return pk_file_replace_all(job, files, n, ret_n);
}

static bool write_all(struct protokoll_result *result, const struct pk_plan *plan)
{
	struct pk_job *job = &result->job;
	struct delivery d[PK_FORMATS] = { 0 };
	size_t n_new = PK_FORMATS;
	bool ok;

	result->paths = pk_new(job, const char *, PK_FORMATS);
	if (result->paths == NULL || !look(job, plan, d))
		return false;
	if (plan->options.verify) {
		verify(job, d, plan->n);
		return true;
	}
	ok = plan->options.dry_run || put(job, plan, d, &n_new);
	note(result, plan, d, n_new);
	return ok;
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

/* Whether LibreOffice has something to do: for a PDF, when it is to be written and does not lie there. */
static bool needs_office(struct pk_job *job, const struct making *m, const struct pk_product *product,
		bool *ret)
{
	const struct protokoll_options *asked = &m->plan.options;
	bool exact = asked->exact_pages || m->loaded.meeting->settings.exact_pages;
	enum pk_lies lies;
	struct pk_str parts;

	*ret = exact && product->pages != NULL;
	if (!product->pdf)
		return true;
	*ret = false;
	if (asked->verify || asked->dry_run)
		return true;
	if (!pk_product_lies(job, product, &lies, &parts))
		return false;
	*ret = lies != PK_LIES_SAME;
	return true;
}

/* What LibreOffice must do for the meeting, behind what it must do for others. Not for documents that
 * cannot be put in their place anyway. */
static bool put_items(struct pk_job *job, struct making *m, struct pk_exact *items, size_t *n)
{
	size_t before = *n;
	bool ok = true, needed;

	for (size_t i = 0; i < m->plan.n; i++) {
		struct pk_product *product = &m->plan.products[i];

		if (!needs_office(job, m, product, &needed))
			ok = false;
		else if (needed)
			ok &= m->plan.options.verify || pk_product_may_replace(job, product,
					m->plan.options.force);
		if (ok && needed)
			items[(*n)++] = (struct pk_exact){ .job = job, .template = &m->template,
				.content = &m->content, .product = product };
	}
	if (!ok)
		*n = before;
	return ok;
}

/* All up to what LibreOffice does. */
static bool begin(struct protokoll_result *result, const struct pk_input *input,
		const struct protokoll_options *options, struct pk_compiled *compiled,
		struct making *m)
{
	struct pk_job *job = &result->job;

	return pk_plan_start(job, input, options, &m->plan) && load(job, &m->plan, &m->loaded) &&
	       note_series(result, &m->plan, &m->loaded) && make_all(job, m, compiled) &&
	       !too_many_warnings(job, &m->plan);
}

/* What is left when all is made and laid out. */
static void end(struct protokoll_result *result, struct making *m)
{
	struct pk_job *job = &result->job;

	if (m->begun && pk_diag_errors(job->diags) == 0 && !too_many_warnings(job, &m->plan))
		(void)write_all(result, &m->plan);
	pk_diag_sort(job->diags);
}

static void no_memory(struct protokoll_result **results, size_t n)
{
	for (size_t i = 0; i < n; i++)
		pk_tell(&results[i]->job, PK_M_MEMORY, PK_NOWHERE);
}

/* The options are the same for all; a meeting that could not be planned says nothing. */
static enum pk_office_kind pdf_kind(const struct making *makings, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		if (makings[i].begun)
			return makings[i].plan.pdf;
	}
	return PK_OFFICE_ARCHIVE;
}

static void lay_out(const struct protokoll_options *options, struct making *makings,
		struct protokoll_result **results, size_t n)
{
	const struct pk_office_program office = pk_exact_office(options);
	struct pk_exact *items = pk_new(&results[0]->job, struct pk_exact, n * PK_FORMATS);
	size_t n_items = 0;

	for (size_t i = 0; items != NULL && i < n; i++)
		makings[i].begun = makings[i].begun && put_items(&results[i]->job, &makings[i], items,
								 &n_items);
	if (items == NULL || (n_items > 0 && !pk_exact(&office, pdf_kind(makings, n), items, n_items)))
		no_memory(results, n);
}

static bool new_results(size_t n, bool strict, struct protokoll_result **ret)
{
	for (size_t i = 0; i < n; i++) {
		ret[i] = pk_result_new();
		if (ret[i] == NULL) {
			while (i-- > 0)
				protokoll_result_free(ret[i]);
			return false;
		}
		ret[i]->strict = strict;
	}
	return true;
}

bool pk_build(const struct pk_input *inputs, size_t n, const struct protokoll_options *options,
		struct pk_compiled *compiled, struct protokoll_result **ret)
{
	struct making *makings;

	if (!new_results(n, options->strict, ret))
		return false;
	makings = n == 0 ? NULL : pk_new(&ret[0]->job, struct making, n);
	if (makings == NULL) {
		no_memory(ret, n);
		return true;
	}
	for (size_t i = 0; i < n; i++)
		makings[i].begun = begin(ret[i], &inputs[i], options, compiled, &makings[i]);
	lay_out(options, makings, ret, n);
	for (size_t i = 0; i < n; i++)
		end(ret[i], &makings[i]);
	return true;
}

struct protokoll_result *protokoll_build(const char *file, const struct protokoll_options *options)
{
	const struct protokoll_options asked = pk_options_copy(options);
	const struct pk_input input = { .file = pk_str_of(file) };

	struct protokoll_result *result;

	return pk_build(&input, 1, &asked, NULL, &result) ? result : NULL;
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
		if (!pk_compare(job, &template, loaded, &plan->products[i]))
			return;
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
