/* From a meeting's path to what the live page shows. */
#include <stdlib.h>

#include "job/edition.h"
#include "job/result.h"
#include "preview/assets.h"
#include "preview/inside.h"

static bool read_meeting(struct pk_preview_state *state, const struct pk_preview_request *request)
{
	struct pk_job *job = &state->job;
	struct pk_str today = pk_str_of(request->today);

	if (!pk_copy(job, pk_str_of(request->file), &state->file) ||
			!pk_copy(job, pk_str_of(request->template_name), &state->asked_template) ||
			!pk_edition_parse(job, pk_str_of(request->edition), &state->edition))
		return false;
	if (today.n > 0 && !pk_date_parse(today, &state->today))
		return pk_fail(job, PK_M_TODAY, PK_NOWHERE, today);
	if (!pk_load(job, state->file, state->today, request->allow_outside, &state->loaded) ||
			!pk_content_make(job, &state->loaded, state->edition, &state->content))
		return false;
	pk_tell_assumed(job, &state->loaded);
	state->template_name = pk_template_of(job, state->loaded.meeting, state->asked_template);
	state->read = true;
	return state->edition != PK_EDITION_PUBLIC ||
	       pk_edition_tell(job, state->file, &state->content);
}

/* A template of other formats only: the page shows standard instead, and says so. */
static struct pk_template_name page_template(struct pk_preview_state *state)
{
	static const char *const others[] = { "odt", "docx" };
	struct pk_template_name standard = { .name = PK_STR("standard") };

	if (pk_template_serves(&state->job, &state->template_name, pk_format_find(PK_STR("html"))))
		return state->template_name;
	for (size_t i = 0; i < PK_COUNT(others); i++)
		state->other_template |= pk_template_serves(&state->job, &state->template_name,
				pk_format_find(pk_str_of(others[i])));
	return state->other_template ? standard : state->template_name;
}

/* What the template has that the page does not show is looked at too, so that its faults are told. */
static void check_template(struct pk_preview_state *state)
{
	static const char *const formats[] = { "odt", "docx" };
	const struct pk_template *compiled;

	for (size_t i = 0; i < PK_COUNT(formats); i++) {
		const struct pk_format *format = pk_format_find(pk_str_of(formats[i]));

		if (pk_template_serves(&state->job, &state->template_name, format))
			(void)!pk_template_load(&state->job, &state->template_name, format,
					&compiled);
	}
}

static void make_document(struct pk_preview_state *state)
{
	struct pk_template_name template = page_template(state);
	uint32_t errors;

	if (state->other_template)
		check_template(state);
	errors = pk_diag_errors(state->job.diags);

	if (!pk_preview_make(&state->job, state, &template, "html", &state->plain) ||
			pk_diag_errors(state->job.diags) > errors)
		state->plain = PK_STR("");
}

/* The marks by their anchors: a page that keeps the last readable document puts them there. */
static bool put_marks(struct pk_preview_state *state, struct pk_map_builder *map)
{
	struct pk_list_builder list = { .job = &state->job };
	struct pk_value value;

	for (size_t i = 0; i <= state->places.n; i++) {
		struct pk_map_builder mark = { .job = &state->job };
		struct pk_str anchor = PK_STR("pv-top"), html;

		if (i > 0 && !pk_join(&state->job, &anchor, PK_STR("P"), pk_number(&state->job, i)))
			return false;
		if (!pk_preview_marks_of(state, anchor, &html))
			return false;
		if (html.n == 0)
			continue;
		pk_map_put_text(&mark, PK_STR("anchor"), anchor);
		pk_map_put_text(&mark, PK_STR("html"), html);
		if (!pk_map_done(&mark, &value))
			return false;
		pk_list_put(&list, value);
	}
	if (!pk_list_done(&list, &value))
		return false;
	pk_map_put(map, PK_STR("marks"), value);
	return true;
}

/* The pieces of the page that change when the meeting does. */
static bool put_pieces(struct pk_preview_state *state, struct pk_map_builder *map)
{
	static const char *const names[] = { "status", "panel", "messages" };
	struct pk_map_builder pieces = { .job = &state->job };
	struct pk_value value;

	for (size_t i = 0; i < PK_COUNT(names); i++) {
		struct pk_str name = pk_str_of(names[i]), html;

		if (!pk_preview_fill(state, pk_preview_piece(name, false), false, &state->view, &html))
			return false;
		pk_map_put_text(&pieces, name, html);
	}
	if (!pk_map_done(&pieces, &value))
		return false;
	pk_map_put(map, PK_STR("html"), value);
	return true;
}

/* The view as it is, and as the pieces of the page. */
static bool make_report(struct pk_preview_state *state)
{
	struct pk_out out = pk_out_new(state->job.arena, state->job.limits->output_bytes);
	struct pk_map_builder map = { .job = &state->job };
	struct pk_value report;

	for (size_t i = 0; i < state->view.as.map.n; i++) {
		const struct pk_field *field = &state->view.as.map.v[i];

		/* Two readings that show the same are the same, whatever their numbers. */
		if (!pk_str_is(field->name, "ord") && !pk_str_is(field->name, "version"))
			pk_map_put(&map, field->name, field->value);
	}
	if (!put_pieces(state, &map) || !put_marks(state, &map) || !pk_map_done(&map, &report))
		return false;
	pk_value_print_json(&report, &out);
	return pk_out_done(&state->job, &out, &state->report);
}

static bool make_all(struct pk_preview_state *state, const struct pk_preview_request *request)
{
	state->job.sought = &state->sought;
	state->language = request->language;
	state->office = request->office;
	state->scratch = request->scratch;
	state->variables = request->variables;
	state->version = request->version;
	if (read_meeting(state, request))
		make_document(state);
	pk_diag_sort(state->job.diags);
	return pk_preview_find_places(state) && pk_preview_view(state) && make_report(state) &&
	       pk_preview_fill(state, pk_preview_asset_page(), false, &state->view, &state->page) &&
	       (state->plain.n == 0 || pk_preview_mark(state, &state->document));
}

struct pk_preview_state *pk_preview_state_make(const struct pk_preview_request *request)
{
	struct pk_preview_state *state = calloc(1, sizeof(*state));

	if (state == NULL || !pk_job_init(&state->job, &pk_limits_default)) {
		free(state);
		return NULL;
	}
	if (make_all(state, request))
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

enum protokoll_status pk_preview_state_status(const struct pk_preview_state *state)
{
	return pk_result_worst(state->job.diags);
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
