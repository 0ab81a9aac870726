/* The words of the live page. */
#include "preview/inside.h"

static const struct {
	const char *name, *text[2];
} words[PK_PREVIEW_WORDS] = {
#define W(id, sv, en) [PK_PREVIEW_##id] = { #id, { sv, en } },
#include "preview/words.def"
#undef W
};

const char *pk_preview_say(const struct pk_preview_state *state, enum pk_preview_word word)
{
	return words[word].text[state->language];
}

void pk_preview_put_word(const struct pk_preview_state *state, struct pk_map_builder *map,
		const char *name, enum pk_preview_word word)
{
	pk_map_put_text(map, pk_str_of(name), pk_str_of(pk_preview_say(state, word)));
}

static struct pk_str in_small_letters(struct pk_job *job, const char *name)
{
	struct pk_out out = pk_out_new(job->arena, 64);
	struct pk_str small;

	for (; *name != '\0'; name++)
		pk_put_byte(&out, *name >= 'A' && *name <= 'Z' ? (char)(*name - 'A' + 'a') : *name);
	return pk_out_done(job, &out, &small) ? small : PK_STR("");
}

bool pk_preview_all_words(struct pk_preview_state *state, struct pk_value *ret)
{
	struct pk_map_builder map = { .job = &state->job };

	for (size_t i = 0; i < PK_PREVIEW_WORDS; i++)
		pk_map_put_text(&map, in_small_letters(&state->job, words[i].name),
				pk_str_of(words[i].text[state->language]));
	return pk_map_done(&map, ret);
}
