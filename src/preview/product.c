/* What is made of a state when somebody asks: documents, a page for itself, text. */
#include "job/exact.h"
#include "package/file.h"
#include "package/replace.h"
#include "preview/assets.h"
#include "preview/inside.h"

bool pk_preview_make(struct pk_job *job, const struct pk_preview_state *state,
		const struct pk_template_name *template, const char *format, struct pk_str *ret)
{
	struct pk_product product = { .format = pk_format_find(pk_str_of(format)) };

	if (!pk_product_make(job, template, &state->content, &product))
		return false;
	*ret = product.bytes;
	return true;
}

/* LibreOffice reads the ODT if the template makes one, else the DOCX. */
static bool make_pdf(struct pk_job *job, const struct pk_preview_state *state,
		const struct pk_office_program *office, struct pk_str *ret)
{
	bool odt = pk_template_serves(job, &state->template_name, pk_format_find(PK_STR("odt")));
	struct pk_product product = { .format = pk_format_find(odt ? PK_STR("odt") : PK_STR("docx")),
		.pdf = true, .path = state->file };
	struct pk_exact item = { .job = job, .template = &state->template_name,
		.content = &state->content, .product = &product };

	if (!pk_product_make(job, &state->template_name, &state->content, &product) ||
			!pk_exact(office, PK_OFFICE_ARCHIVE, &item, 1) || pk_diag_errors(job->diags) > 0)
		return false;
	*ret = product.bytes;
	return true;
}

/* What a job has been told that is wrong, as a terminal shows it; kept by the state. */
static struct pk_str why_not(struct pk_preview_state *state, const struct pk_job *job)
{
	struct pk_out out = pk_out_new(state->job.arena, state->job.limits->output_bytes);
	struct pk_str words;

	for (uint32_t i = 0; i < pk_diag_count(job->diags); i++) {
		const struct pk_report *report = pk_diag_get(job->diags, i);

		if (pk_message_level(report->message) >= PK_LEVEL_ERROR)
			pk_diag_print(job->sources, report, state->language, &out);
	}
	return pk_out_done(&state->job, &out, &words) ? words : PK_STR("");
}

/* The work of a download is a job's of its own: the state's own messages and files are being read. */
bool pk_preview_state_download(struct pk_preview_state *state, const char *format,
		bool (*stopped)(void *self), void *self, struct pk_str *ret_bytes)
{
	const struct pk_office_program office = { .program = state->office, .scratch = state->scratch,
		.variables = state->variables, .stopped = stopped, .self = self };
	bool pdf = strcmp(format, "pdf") == 0, good;
	struct pk_str bytes = PK_STR("");
	struct pk_job job;

	*ret_bytes = PK_STR("");
	if (!state->read || (!pdf && pk_format_find(pk_str_of(format)) == NULL) ||
			(pdf && state->office == NULL) || !pk_job_init(&job, state->job.limits))
		return false;
	good = pdf ? make_pdf(&job, state, &office, &bytes) :
			pk_preview_make(&job, state, &state->template_name, format, &bytes);
	if (!good)
		*ret_bytes = why_not(state, &job);
	else
		good = pk_copy(&state->job, bytes, ret_bytes);
	pk_job_free(&job);
	return good;
}

struct pk_str pk_preview_state_once(struct pk_preview_state *state)
{
	struct pk_str page;

	return pk_preview_once(state, &page) ? page : PK_STR("");
}

struct pk_str pk_preview_state_text(struct pk_preview_state *state, size_t width)
{
	struct pk_str page, text;

	if (pk_preview_fill(state, pk_preview_asset_before(), true, &state->view, &page) &&
			pk_join(&state->job, &page, page, state->document) &&
			pk_preview_fill(state, pk_preview_asset_after(), true, &state->view, &text) &&
			pk_join(&state->job, &page, page, text) &&
			pk_preview_plain(state, page, width, &text))
		return text;
	return PK_STR("");
}

/* A page that an earlier call has written. */
static bool is_ours(struct pk_job *job, struct pk_str path)
{
	struct pk_str bytes;

	return pk_file_read(job, path, job->limits->output_bytes, &bytes) &&
	       pk_str_find(bytes, PK_STR("<div class=\"pv pv-once\""), 0) < bytes.n;
}

static bool save(struct pk_job *job, const struct pk_preview_state *state, struct pk_str path,
		struct pk_str page, bool force)
{
	if (pk_file_same(path, state->file))
		return pk_fail(job, PK_M_FILE_IS_INPUT, PK_NOWHERE, path);
	if (!force && pk_file_exists(path) && !is_ours(job, path))
		return pk_fail(job, PK_M_FILE_THERE, PK_NOWHERE, path);
	return pk_file_replace(job, path, page);
}

bool pk_preview_state_save(struct pk_preview_state *state, const char *path, bool force,
		struct pk_str *ret_why)
{
	struct pk_str page = pk_preview_state_once(state);
	struct pk_job job;
	bool good;

	*ret_why = PK_STR("");
	if (page.n == 0 || !pk_job_init(&job, state->job.limits))
		return false;
	good = save(&job, state, pk_str_of(path), page, force);
	if (!good)
		*ret_why = why_not(state, &job);
	pk_job_free(&job);
	return good;
}
