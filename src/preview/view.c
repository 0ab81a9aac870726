/* What is shown beside the document, as a tree: printed as JSON it is the report. */
#include "format/text/text.h"
#include "job/path.h"
#include "preview/assets.h"
#include "preview/inside.h"

/* The messages by what is done with them. */
struct sorted {
	struct pk_list_builder messages, remains, notes;
	uint32_t errors, warnings;
};

static bool sort_messages(struct pk_preview_state *state, struct sorted *s)
{
	struct pk_job *job = &state->job;
	uint32_t n = pk_diag_count(job->diags);

	*s = (struct sorted){ .messages = { .job = job }, .remains = { .job = job },
		.notes = { .job = job } };
	for (uint32_t i = 0; i < n; i++) {
		enum pk_level level = pk_message_level(pk_diag_get(job->diags, i)->message);
		struct pk_value message;

		if (!pk_preview_message(state, i, &message))
			return false;
		pk_list_put(level == PK_LEVEL_REMAINS ? &s->remains :
			    level == PK_LEVEL_NOTE    ? &s->notes
						      : &s->messages, message);
		s->errors += level >= PK_LEVEL_ERROR;
		s->warnings += level == PK_LEVEL_WARNING;
	}
	return true;
}

/* ", 2 varningar". */
static void put_count(const struct pk_preview_state *state, struct pk_out *out, size_t n,
		enum pk_preview_word one, enum pk_preview_word several)
{
	if (n == 0)
		return;
	pk_put_c(out, out->n > 0 ? ", " : "");
	if (n > 1) {
		pk_put_uint(out, n);
		pk_put_byte(out, ' ');
	}
	pk_put_c(out, pk_preview_say(state, n == 1 ? one : several));
}

/* "1 fel, 2 varningar, 5 saker kvar". */
static void put_summary(struct pk_preview_state *state, struct pk_map_builder *map,
		const struct sorted *s)
{
	struct pk_out out = pk_out_new(state->job.arena, 1 << 12);
	struct pk_str words;

	put_count(state, &out, s->errors, PK_PREVIEW_FEL_EN, PK_PREVIEW_FEL_FLERA);
	put_count(state, &out, s->warnings, PK_PREVIEW_VARNING_EN, PK_PREVIEW_VARNING_FLERA);
	put_count(state, &out, s->remains.n, PK_PREVIEW_KVAR_EN, PK_PREVIEW_KVAR_FLERA);
	if (out.n == 0)
		pk_put_c(&out, pk_preview_say(state, PK_PREVIEW_INGET_FEL));
	if (pk_out_done(&state->job, &out, &words))
		pk_map_put_text(map, PK_STR("summary"), words);
}

static void put_list(struct pk_map_builder *map, const char *name, struct pk_list_builder *list)
{
	struct pk_value value;
	struct pk_str count_name;

	if (!pk_join(map->job, &count_name, PK_STR("n_"), pk_str_of(name)))
		return;
	pk_map_put_text(map, count_name, pk_number(map->job, list->n));
	if (pk_list_done(list, &value))
		pk_map_put(map, pk_str_of(name), value);
}

static void put_status(const struct pk_preview_state *state, struct pk_map_builder *map)
{
	bool good = state->plain.n > 0, draft = state->read && state->loaded.findings->draft;
	bool board = state->read && !state->loaded.meeting->anslag_none;

	if (good)
		pk_map_put_text(map, PK_STR("good"), PK_STR("ja"));
	if (draft)
		pk_map_put_text(map, PK_STR("draft"), PK_STR("ja"));
	pk_map_put_text(map, PK_STR("status"), !good ? PK_STR("fel") :
			draft		    ? PK_STR("utkast") :
			board		    ? PK_STR("justerat")
					    : PK_STR("klart"));
	pk_preview_put_word(state, map, "status_word", !good ? PK_PREVIEW_TRASIGT :
			draft		    ? PK_PREVIEW_UTKAST :
			board		    ? PK_PREVIEW_JUSTERAT
					    : PK_PREVIEW_KLART);
	pk_preview_put_word(state, map, "panel_word",
			good && !draft ? PK_PREVIEW_EFTER : PK_PREVIEW_INNAN);
}

/* "Socialnämnden 2024-05-21", or the file's name. */
static struct pk_str title_of(struct pk_preview_state *state)
{
	const struct pk_value *organ = pk_value_get(&state->content.root, PK_STR("organ"));
	const struct pk_value *day = pk_value_plain(
			pk_value_get(&state->content.root, PK_STR("datum")));
	struct pk_str title;

	if (state->read && organ != NULL && organ->kind == PK_TEXT && day != NULL &&
			day->kind == PK_TEXT && pk_join(&state->job, &title, organ->as.text,
					PK_STR(" "), day->as.text))
		return title;
	return pk_path_base(state->file);
}

static void put_facts(struct pk_preview_state *state, struct pk_map_builder *map)
{
	bool public = state->edition == PK_EDITION_PUBLIC;

	pk_map_put_text(map, PK_STR("title"), title_of(state));
	pk_map_put_text(map, PK_STR("meeting"), state->file);
	pk_map_put_text(map, PK_STR("version"), pk_number(&state->job, state->version));
	pk_map_put_text(map, PK_STR("edition"),
			public ? PK_STR("offentlig") : PK_STR("fullständig"));
	if (state->read)
		pk_map_put_text(map, PK_STR("read"), PK_STR("ja"));
	if (public)
		pk_map_put_text(map, PK_STR("public"), PK_STR("ja"));
	if (state->office)
		pk_map_put_text(map, PK_STR("office"), PK_STR("ja"));
	if (state->other_template)
		pk_preview_put_word(state, map, "notice", PK_PREVIEW_INGEN_HTML);
	if (pk_diag_dropped(state->job.diags) > 0)
		pk_map_put_text(map, PK_STR("dropped"),
				pk_number(&state->job, pk_diag_dropped(state->job.diags)));
}

bool pk_preview_view(struct pk_preview_state *state)
{
	struct pk_map_builder map = { .job = &state->job };
	struct pk_value words, signers, dates;
	struct sorted sorted;

	if (!sort_messages(state, &sorted) || !pk_preview_signers(state, &signers) ||
			!pk_preview_dates(state, &dates) || !pk_preview_all_words(state, &words))
		return false;
	put_facts(state, &map);
	put_status(state, &map);
	put_summary(state, &map, &sorted);
	pk_map_put_text(&map, PK_STR("n_errors"), pk_number(&state->job, sorted.errors));
	put_list(&map, "messages", &sorted.messages);
	put_list(&map, "remains", &sorted.remains);
	put_list(&map, "notes", &sorted.notes);
	pk_map_put(&map, PK_STR("signers"), signers);
	pk_map_put(&map, PK_STR("dates"), dates);
	pk_map_put(&map, PK_STR("ord"), words);
	return pk_map_done(&map, &state->view);
}

/* The pieces that pages are made of: {{>panel}}. */
static bool find_piece(void *self, struct pk_str name, struct pk_str *ret_text,
		uint32_t *ret_source)
{
	const bool *pager = self;

	*ret_source = 0;
	*ret_text = pk_preview_piece(name, *pager);
	return ret_text->n > 0;
}

bool pk_preview_fill(struct pk_preview_state *state, struct pk_str template, bool pager,
		const struct pk_value *root, struct pk_str *ret)
{
	const struct pk_text_partials pieces = { .self = &pager, .find = find_piece };
	const struct pk_text_options options = { .html = true, .partials = &pieces };
	struct pk_out out = pk_out_new(state->job.arena, state->job.limits->output_bytes);
	const struct pk_text_template *compiled;

	return pk_text_compile(&state->job, template, 0, &options, &compiled) &&
	       pk_text_render(&state->job, compiled, root, &out) &&
	       pk_out_done(&state->job, &out, ret);
}
