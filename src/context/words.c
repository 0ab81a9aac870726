/* Small builders: what every part of the tree is made of. */
#include "context/inside.h"

#include "meeting/meeting.h"

#define NO_BREAK_SPACE "\xC2\xA0"

struct pk_map_builder pk_map_new(const struct pk_scene *s)
{
	return (struct pk_map_builder){ .job = s->job };
}

struct pk_list_builder pk_list_new(const struct pk_scene *s)
{
	return (struct pk_list_builder){ .job = s->job };
}

void pk_put_map(struct pk_map_builder *outer, const char *name, struct pk_map_builder *inner)
{
	struct pk_value value;

	if (!pk_map_done(inner, &value))
		outer->failed = true;
	else if (value.as.map.n > 0)
		pk_map_put(outer, pk_str_of(name), value);
}

void pk_put_list(struct pk_map_builder *outer, const char *name, struct pk_list_builder *inner)
{
	struct pk_value value;

	if (!pk_list_done(inner, &value))
		outer->failed = true;
	else if (value.as.list.n > 0)
		pk_map_put(outer, pk_str_of(name), value);
}

void pk_put_item(struct pk_list_builder *list, struct pk_map_builder *inner)
{
	struct pk_value value;

	if (!pk_map_done(inner, &value))
		list->failed = true;
	else
		pk_list_put(list, value);
}

void pk_put_text(struct pk_map_builder *map, const char *name, struct pk_str text)
{
	pk_map_put_text(map, pk_str_of(name), text);
}

void pk_put_yes(struct pk_map_builder *map, const char *name, bool yes)
{
	if (yes)
		pk_put_text(map, name, PK_STR("ja"));
}

static void put_form(const struct pk_scene *s, struct pk_map_builder *map, const char *name,
		struct pk_date d, void (*form)(struct pk_out *out, struct pk_date d))
{
	struct pk_out words = pk_words(s);

	form(&words, d);
	pk_map_put_text(map, pk_str_of(name), pk_said(s, &words));
}

void pk_put_date(const struct pk_scene *s, struct pk_map_builder *map, const char *name,
		struct pk_date d)
{
	struct pk_map_builder forms = pk_map_new(s);

	if (!pk_date_given(d))
		return;
	put_form(s, &forms, "", d, pk_date_put_iso);
	put_form(s, &forms, "iso", d, pk_date_put_iso);
	put_form(s, &forms, "lång", d, pk_date_put_long);
	put_form(s, &forms, "veckodag", d, pk_date_put_weekday);
	put_form(s, &forms, "hel", d, pk_date_put_full);
	pk_put_map(map, name, &forms);
}

void pk_put_blocks(struct pk_map_builder *map, const char *name, const struct pk_prose *prose)
{
	struct pk_value value = { .kind = PK_BLOCKS, .as.blocks = prose->blocks };

	if (pk_value_true(&value))
		pk_map_put(map, pk_str_of(name), value);
}

struct pk_out pk_words(const struct pk_scene *s)
{
	return pk_out_new(s->job->arena, s->job->limits->output_bytes);
}

struct pk_str pk_said(const struct pk_scene *s, const struct pk_out *words)
{
	struct pk_str text;

	return pk_out_done(s->job, words, &text) ? text : PK_STR("");
}

void pk_say_name(struct pk_out *words, struct pk_str namn, struct pk_str parti)
{
	pk_person_put_name(words, &(struct pk_person){ .namn = namn, .parti = parti });
}

/* What a space after it must not be parted from: "§ 42", "kl. 15.00". */
static bool binds(struct pk_str before)
{
	return pk_str_ends(before, PK_STR("§")) || pk_str_ends(before, PK_STR("kl.")) ||
	       pk_str_ends(before, PK_STR("Kl."));
}

void pk_say_bound(struct pk_out *words, struct pk_str text)
{
	for (size_t i = 0; i < text.n; i++) {
		if (text.p[i] == ' ' && binds(pk_str_slice(text, 0, i)))
			pk_put_c(words, NO_BREAK_SPACE);
		else
			pk_put_byte(words, text.p[i]);
	}
}
