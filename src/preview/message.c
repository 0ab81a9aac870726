/* One message, as the page shows it: where, what, why, and the line of the file. */
#include "base/text.h"
#include "job/path.h"
#include "preview/inside.h"

enum { LINE_SHOWN = 400 };

static const struct {
	const char *name;
	enum pk_preview_word word;
} levels[] = {
	[PK_LEVEL_NOTE] = { "upplysning", PK_PREVIEW_UPPLYSNING },
	[PK_LEVEL_REMAINS] = { "kvar", PK_PREVIEW_KVAR },
	[PK_LEVEL_WARNING] = { "varning", PK_PREVIEW_VARNING },
	[PK_LEVEL_ERROR] = { "fel", PK_PREVIEW_FEL },
	[PK_LEVEL_FATAL] = { "fel", PK_PREVIEW_FEL },
};

/* The words of a report: its text, or its hint. */
static struct pk_str words_of(struct pk_job *job, const struct pk_report *report,
		enum pk_language language,
		void (*put)(const struct pk_report *, enum pk_language, struct pk_out *))
{
	struct pk_out out = pk_out_new(job->arena, job->limits->output_bytes);
	struct pk_str words;

	put(report, language, &out);
	return pk_out_done(job, &out, &words) ? words : PK_STR("");
}

/* The first word is one that a capital may begin: no key, no name of a file. */
static bool begins_with_word(struct pk_str text)
{
	struct pk_str word;
	const char *signs = ".:/\\_=0123456789'\"{}[]";

	if (!pk_str_next(&text, ' ', &word) || word.n == 0)
		return false;
	for (size_t i = 0; i < word.n; i++) {
		if (strchr(signs, word.p[i]) != NULL)
			return false;
	}
	return true;
}

/* The text without the legal ground at its end, which the page shows by itself. */
static void put_text(struct pk_preview_state *state, struct pk_map_builder *map,
		const struct pk_report *report)
{
	struct pk_str text = words_of(map->job, report, state->language, pk_diag_words);
	const char *ground = pk_rule_ground(pk_str_of(pk_message_code(report->message)));
	size_t law = text.n;

	if (ground != NULL && *ground != '\0' && pk_str_ends(text, PK_STR(")"))) {
		while (law > 0 && text.p[law - 1] != '(')
			law--;
		if (pk_str_starts(pk_str_slice(text, law, text.n), PK_STR("KL ")))
			text = pk_str_trim(pk_str_slice(text, 0, law - 1));
	}
	pk_map_put_text(map, PK_STR("text"), text);
	if (begins_with_word(text))
		pk_map_put_text(map, PK_STR("word"), PK_STR("ja"));
}

/* A piece of a line without control characters. */
static struct pk_str harmless(struct pk_job *job, struct pk_str piece)
{
	struct pk_out out = pk_out_new(job->arena, job->limits->output_bytes);
	struct pk_str clean;

	for (size_t i = 0; i < piece.n;) {
		uint32_t c = pk_text_next(piece, &i);

		pk_put_char(&out, c < 0x20 || (c >= 0x7F && c < 0xA0) ? ' ' : c);
	}
	return pk_out_done(job, &out, &clean) ? clean : PK_STR("");
}

/* A place without an extent, such as the first byte of a list, is shown as its first word. */
static size_t end_of_word(struct pk_str line, size_t at)
{
	size_t from = at;

	while (at < line.n && strchr(" \t:,", line.p[at]) == NULL)
		at++;
	if (at == from && at < line.n)
		(void)pk_text_next(line, &at);
	return at;
}

/* The line in three pieces: before the place, the place itself, after it. A very long one is cut. */
static void put_line(struct pk_map_builder *map, const struct pk_source *source, struct pk_pos at)
{
	size_t start, from, to;
	struct pk_str line = pk_source_line(source, at.offset, &start);
	struct pk_map_builder pieces = { .job = map->job };
	struct pk_value value;

	from = at.offset < start ? 0 : at.offset - start;
	to = at.length > 1 ? from + at.length : end_of_word(line, from);
	if (line.n > LINE_SHOWN || pk_str_trim(line).n == 0)
		return;
	pk_map_put_text(&pieces, PK_STR("before"), harmless(map->job, pk_str_slice(line, 0, from)));
	pk_map_put_text(&pieces, PK_STR("here"), harmless(map->job, pk_str_slice(line, from, to)));
	pk_map_put_text(&pieces, PK_STR("after"), harmless(map->job, pk_str_slice(line, to, line.n)));
	if (pk_map_done(&pieces, &value))
		pk_map_put(map, PK_STR("source"), value);
}

/* A place in a template: its paragraph has no line. */
static void put_paragraph(struct pk_map_builder *map, const struct pk_source *source)
{
	pk_map_put_text(map, PK_STR("part"), source->part);
	pk_map_put_text(map, PK_STR("paragraph"), pk_number(map->job, source->paragraph));
	pk_map_put_text(map, PK_STR("around"), harmless(map->job, source->text));
	pk_map_put_text(map, PK_STR("heading"), harmless(map->job, source->heading));
}

/* meeting is the source of the meeting itself: the page shows nothing else unless it is named. */
static void put_place(struct pk_map_builder *map, uint32_t meeting, struct pk_pos at,
		bool with_words)
{
	const struct pk_source *source = pk_source_get(map->job->sources, at.source);
	uint32_t line, column;

	if (source == NULL)
		return;
	pk_map_put_text(map, PK_STR("file"), source->name);
	if (at.source != meeting)
		pk_map_put_text(map, PK_STR("elsewhere"), pk_path_base(source->name));
	if (source->paragraph > 0) {
		put_paragraph(map, source);
		return;
	}
	if (source->text.p == NULL)
		return;
	pk_source_place(source, at.offset, &line, &column);
	pk_map_put_text(map, PK_STR("line"), pk_number(map->job, line));
	pk_map_put_text(map, PK_STR("column"), pk_number(map->job, column));
	pk_map_put_text(map, PK_STR("length"), pk_number(map->job, at.length));
	if (with_words)
		put_line(map, source, at);
}

/* The meeting or its settings, not a template. */
static bool is_yaml(const struct pk_source *source)
{
	struct pk_str extension = pk_path_extension(source->name);

	return source->paragraph == 0 && source->text.p != NULL &&
	       (pk_str_is(extension, ".yaml") || pk_str_is(extension, ".yml"));
}

/* What it is about, in the document: a paragraf, page one, the settings or the template. */
static void put_subject(const struct pk_preview_state *state, struct pk_map_builder *map,
		struct pk_pos at)
{
	const struct pk_source *source = pk_source_get(state->job.sources, at.source);
	int32_t place = pk_preview_place_of(&state->places, at);
	struct pk_str anchor;

	if (place >= 0) {
		pk_map_put_text(map, PK_STR("where"), state->places.v[place].name);
		if (pk_join(map->job, &anchor, PK_STR("P"),
				    pk_number(map->job, (uint64_t)place + 1)))
			pk_map_put_text(map, PK_STR("anchor"), anchor);
	} else if (source != NULL && at.source == state->places.source) {
		pk_preview_put_word(state, map, "where", PK_PREVIEW_FORSTA_SIDAN);
		pk_map_put_text(map, PK_STR("anchor"), PK_STR("pv-top"));
	} else if (source != NULL && is_yaml(source)) {
		pk_preview_put_word(state, map, "where", PK_PREVIEW_INSTALLNINGAR);
	} else if (source != NULL && source->text.p != NULL) {
		pk_preview_put_word(state, map, "where", PK_PREVIEW_MALLEN);
	}
}

static bool holds_secrets(const struct pk_preview_state *state)
{
	if (!state->read)
		return true;
	for (size_t i = 0; i < state->loaded.meeting->n_paragrafer; i++) {
		if (state->loaded.meeting->paragrafer[i].sekretess.given)
			return true;
	}
	return false;
}

/* A message that may quote the meeting or its settings. Those that pk_edition_tell() made have a source
 * without text and tell paragraf and legal ground only; a template holds nobody's words. */
static bool may_quote(const struct pk_preview_state *state, const struct pk_report *report)
{
	const struct pk_source *source = pk_source_get(state->job.sources, report->at.source);
	bool at_meeting = state->places.source > 0 && report->at.source == state->places.source;

	if (source == NULL)
		return pk_rule_ground(pk_str_of(pk_message_code(report->message))) != NULL;
	return at_meeting || is_yaml(source);
}

static void put_other(const struct pk_preview_state *state, struct pk_map_builder *map,
		struct pk_pos at, bool with_words)
{
	struct pk_map_builder other = { .job = map->job };
	struct pk_value value;

	if (pk_source_get(state->job.sources, at.source) == NULL)
		return;
	put_place(&other, state->places.source, at, with_words);
	if (pk_map_done(&other, &value))
		pk_map_put(map, PK_STR("other"), value);
}

bool pk_preview_message(struct pk_preview_state *state, uint32_t i, struct pk_value *ret)
{
	const struct pk_report *told = pk_diag_get(state->job.diags, i);
	struct pk_report report = *told;
	enum pk_level level = pk_message_level(report.message);
	struct pk_map_builder map = { .job = &state->job };
	struct pk_str code = pk_str_of(pk_message_code(report.message)), id;
	bool quiet = state->edition == PK_EDITION_PUBLIC && holds_secrets(state) &&
		     may_quote(state, &report);

	if (quiet) {
		report.a = report.b = report.c = report.d = PK_STR("…");
		pk_preview_put_word(state, &map, "kept", PK_PREVIEW_UTAN_ORD);
	}
	if (!pk_join(&state->job, &id, PK_STR("m"), pk_number(&state->job, i + 1u)))
		return false;
	pk_map_put_text(&map, PK_STR("id"), id);
	pk_map_put_text(&map, PK_STR("code"), code);
	pk_map_put_text(&map, PK_STR("level"), pk_str_of(levels[level].name));
	pk_preview_put_word(state, &map, "level_word", levels[level].word);
	pk_map_put_text(&map, PK_STR("ground"), pk_str_of(pk_rule_ground(code)));
	pk_map_put_text(&map, PK_STR("why"), pk_str_of(pk_rule_explain(code, state->language)));
	put_text(state, &map, &report);
	pk_map_put_text(&map, PK_STR("hint"),
			words_of(&state->job, &report, state->language, pk_diag_hint_words));
	/* What is missing stands on no line. */
	put_place(&map, state->places.source, report.at, !quiet && level != PK_LEVEL_REMAINS);
	put_subject(state, &map, report.at);
	put_other(state, &map, told->other, !quiet);
	return pk_map_done(&map, ret);
}
