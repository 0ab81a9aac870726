/* From a meeting's path to what the live page shows. */
#include <stdlib.h>

#include "format/text/text.h"
#include "job/edition.h"
#include "preview/assets.h"
#include "preview/inside.h"

/* The document in a format, made by a job. */
static bool make(struct pk_job *job, const struct pk_preview_state *state, const char *format,
		struct pk_str *ret)
{
	struct pk_product product = { .format = pk_format_find(pk_str_of(format)) };

	if (!pk_product_make(job, &state->template_name, &state->content, &product))
		return false;
	*ret = product.bytes;
	return true;
}

static bool read_meeting(struct pk_preview_state *state, const struct pk_preview_request *request)
{
	struct pk_job *job = &state->job;
	struct pk_str today = pk_str_of(request->today);
	struct pk_date day = { 0 };

	if (today.n > 0 && !pk_date_parse(today, &day))
		return pk_fail(job, PK_M_TODAY, PK_NOWHERE, today);
	if (!pk_copy(job, pk_str_of(request->file), &state->file) ||
			!pk_copy(job, pk_str_of(request->template_name), &state->asked_template) ||
			!pk_edition_parse(job, pk_str_of(request->edition), &state->edition) ||
			!pk_load(job, state->file, day, request->allow_outside, &state->loaded) ||
			!pk_content_make(job, &state->loaded, state->edition, &state->content))
		return false;
	state->template_name = pk_template_of(job, state->loaded.meeting, state->asked_template);
	state->read = true;
	return state->edition != PK_EDITION_PUBLIC ||
	       pk_edition_tell(job, state->file, &state->content);
}

static bool make_page(struct pk_preview_state *state)
{
	const struct pk_text_options options = { .html = true };
	struct pk_out out = pk_out_new(state->job.arena, state->job.limits->output_bytes);
	const struct pk_text_template *page;

	return pk_text_compile(&state->job, pk_preview_asset_page(), 0, &options, &page) &&
	       pk_text_render(&state->job, page, &state->view, &out) &&
	       pk_out_done(&state->job, &out, &state->page);
}

static bool make_report(struct pk_preview_state *state)
{
	struct pk_out out = pk_out_new(state->job.arena, state->job.limits->output_bytes);

	pk_value_print_json(&state->view, &out);
	return pk_out_done(&state->job, &out, &state->report);
}

struct pk_preview_state *pk_preview_state_make(const struct pk_preview_request *request)
{
	struct pk_preview_state *state = calloc(1, sizeof(*state));

	if (state == NULL || !pk_job_init(&state->job, &pk_limits_default)) {
		free(state);
		return NULL;
	}
	state->job.sought = &state->sought;
	state->language = request->language;
	if (!read_meeting(state, request) || !make(&state->job, state, "html", &state->document))
		state->document = PK_STR("");
	pk_diag_sort(state->job.diags);
	if (pk_preview_view(state) && make_report(state) && make_page(state))
		return state;
	pk_preview_state_free(state);
	return NULL;
}

void pk_preview_state_free(struct pk_preview_state *state)
{
	if (state == NULL)
		return;
	pk_job_free(&state->job);
	free(state);
}

bool pk_preview_state_good(const struct pk_preview_state *state)
{
	return state->document.n > 0;
}

struct pk_str pk_preview_state_document(const struct pk_preview_state *state)
{
	return state->document;
}

struct pk_str pk_preview_state_page(const struct pk_preview_state *state)
{
	return state->page;
}

struct pk_str pk_preview_state_report(const struct pk_preview_state *state)
{
	return state->report;
}

size_t pk_preview_state_files(const struct pk_preview_state *state)
{
	return state->sought.n;
}

const char *pk_preview_state_file(const struct pk_preview_state *state, size_t i)
{
	return i < state->sought.n ? state->sought.v[i].p : NULL;
}

bool pk_preview_state_download(struct pk_preview_state *state, const char *format,
		struct pk_str *ret_bytes)
{
	*ret_bytes = PK_STR("");
	if (!state->read || pk_format_find(pk_str_of(format)) == NULL)
		return false;
	return make(&state->job, state, format, ret_bytes);
}
