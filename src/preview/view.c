/* What is shown beside the document, as a tree: printed as JSON it is the report. */
#include "preview/inside.h"

static const char *level_name(enum pk_level level)
{
	static const char *const names[] = {
		[PK_LEVEL_NOTE] = "upplysning",
		[PK_LEVEL_REMAINS] = "kvar",
		[PK_LEVEL_WARNING] = "varning",
		[PK_LEVEL_ERROR] = "fel",
		[PK_LEVEL_FATAL] = "fel",
	};

	return names[level];
}

static void put_words(struct pk_map_builder *map, const char *name, const struct pk_report *report,
		enum pk_language language,
		void (*put)(const struct pk_report *, enum pk_language, struct pk_out *))
{
	struct pk_out out = pk_out_new(map->job->arena, map->job->limits->output_bytes);
	struct pk_str words;

	put(report, language, &out);
	if (pk_out_done(map->job, &out, &words))
		pk_map_put_text(map, pk_str_of(name), words);
}

static void put_place(struct pk_map_builder *map, const struct pk_report *report)
{
	const struct pk_source *source = pk_source_get(map->job->sources, report->at.source);
	uint32_t line, column;

	if (source == NULL)
		return;
	pk_map_put_text(map, PK_STR("fil"), source->name);
	if (source->paragraph > 0 || source->text.p == NULL)
		return;
	pk_source_place(source, report->at.offset, &line, &column);
	pk_map_put_text(map, PK_STR("rad"), pk_number(map->job, line));
	pk_map_put_text(map, PK_STR("kolumn"), pk_number(map->job, column));
}

static bool message(struct pk_preview_state *state, const struct pk_report *report,
		struct pk_value *ret)
{
	struct pk_map_builder map = { .job = &state->job };
	const char *code = pk_message_code(report->message);

	pk_map_put_text(&map, PK_STR("kod"), pk_str_of(code));
	pk_map_put_text(&map, PK_STR("nivå"),
			pk_str_of(level_name(pk_message_level(report->message))));
	pk_map_put_text(&map, PK_STR("lagrum"), pk_str_of(pk_rule_ground(pk_str_of(code))));
	put_words(&map, "text", report, state->language, pk_diag_words);
	put_words(&map, "råd", report, state->language, pk_diag_hint_words);
	put_place(&map, report);
	return pk_map_done(&map, ret);
}

static bool messages(struct pk_preview_state *state, struct pk_value *ret)
{
	struct pk_list_builder list = { .job = &state->job };

	for (uint32_t i = 0; i < pk_diag_count(state->job.diags); i++) {
		struct pk_value one;

		if (!message(state, pk_diag_get(state->job.diags, i), &one))
			return false;
		pk_list_put(&list, one);
	}
	return pk_list_done(&list, ret);
}

bool pk_preview_view(struct pk_preview_state *state)
{
	struct pk_map_builder map = { .job = &state->job };
	struct pk_value list;

	if (!messages(state, &list))
		return false;
	pk_map_put_text(&map, PK_STR("status"),
			state->document.n > 0 ? PK_STR("bra") : PK_STR("fel"));
	pk_map_put_text(&map, PK_STR("fil"), state->file);
	pk_map_put(&map, PK_STR("meddelanden"), list);
	return pk_map_done(&map, &state->view);
}
