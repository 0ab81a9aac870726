/* Small builders: what every part of the tree is made of. */
#include "context/inside.h"

#include "meeting/meeting.h"
#include "rules/places.h"

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

void pk_put_text_item(const struct pk_scene *s, struct pk_list_builder *list, struct pk_str text)
{
	struct pk_map_builder map = pk_map_new(s);

	if (text.n == 0)
		return;
	pk_put_text(&map, "text", text);
	pk_put_item(list, &map);
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

struct pk_str pk_joined(const struct pk_scene *s, const char *before, struct pk_str text)
{
	struct pk_out words = pk_words(s);

	pk_put_c(&words, before);
	pk_put(&words, text);
	return pk_said(s, &words);
}

struct pk_str pk_iso(const struct pk_scene *s, struct pk_date d)
{
	struct pk_out words = pk_words(s);

	if (pk_date_given(d))
		pk_date_put_iso(&words, d);
	return pk_said(s, &words);
}

struct pk_str pk_label_of(const struct pk_scene *s, enum pk_label label)
{
	return s->meeting->settings.labels[label];
}

void pk_say_name(struct pk_out *words, struct pk_str namn, struct pk_str parti)
{
	pk_person_put_name(words, &(struct pk_person){ .namn = namn, .parti = parti });
}

void pk_say_person(const struct pk_scene *s, struct pk_out *words, size_t person)
{
	if (person < s->meeting->n_persons)
		pk_person_put_name(words, &s->meeting->persons[person]);
}

void pk_say_who(const struct pk_scene *s, struct pk_out *words, const struct pk_who *who)
{
	if (who->person >= 0 && (size_t)who->person < s->meeting->n_persons)
		pk_say_person(s, words, (size_t)who->person);
	else
		pk_say_name(words, who->namn, who->parti);
	if (!who->presence.given)
		return;
	pk_put_c(words, ", ");
	pk_say_bound(words, who->presence.text);
}

void pk_say_between(struct pk_out *words, size_t i, size_t n)
{
	if (i > 0)
		pk_put_c(words, i + 1 == n ? " och " : ", ");
}

void pk_say_whos(const struct pk_scene *s, struct pk_out *words, const struct pk_whos *all)
{
	bool parts = false;

	for (size_t i = 0; i < all->n; i++)
		parts = parts || all->v[i].presence.given;
	for (size_t i = 0; i < all->n; i++) {
		if (parts)
			pk_put_c(words, i > 0 ? "; " : "");
		else
			pk_say_between(words, i, all->n);
		pk_say_who(s, words, &all->v[i]);
	}
}

bool pk_same_person(const struct pk_person *a, const struct pk_person *b)
{
	return pk_str_eq(a->namn, b->namn) && pk_str_eq(a->parti, b->parti);
}

bool pk_who_is(const struct pk_scene *s, const struct pk_who *who, const struct pk_person *person)
{
	if (who->person >= 0 && (size_t)who->person < s->meeting->n_persons)
		return pk_same_person(&s->meeting->persons[who->person], person);
	return who->namn.n > 0 && pk_str_eq(who->namn, person->namn) &&
	       (who->parti.n == 0 || pk_str_eq(who->parti, person->parti));
}

void pk_say_ranges(const struct pk_scene *s, struct pk_out *words, struct pk_str ranges)
{
	bool several = pk_str_find(ranges, PK_STR("–"), 0) < ranges.n ||
		       pk_str_find(ranges, PK_STR(","), 0) < ranges.n;

	pk_put(words, several ? s->meeting->settings.plural_sign : PK_STR("§"));
	pk_put_c(words, NO_BREAK_SPACE);
	pk_put(words, ranges);
}

bool pk_say_paragrafer(const struct pk_scene *s, struct pk_out *words, const bool *in)
{
	struct pk_str ranges;

	if (!pk_places_ranges(s->job, s->found->numbers, s->meeting->n_paragrafer, in, &ranges)) {
		words->failed = true;
		return false;
	}
	if (ranges.n == 0)
		return false;
	pk_say_ranges(s, words, ranges);
	return true;
}

void pk_say_genitive(struct pk_out *words, struct pk_str name)
{
	static const char *const bare[] = { "s", "x", "z", "S", "X", "Z" };
	bool ends = false;

	for (size_t i = 0; i < PK_COUNT(bare); i++)
		ends = ends || pk_str_ends(name, pk_str_of(bare[i]));
	pk_put(words, name);
	pk_put_c(words, ends || name.n == 0 ? "" : "s");
}

struct pk_str pk_no_stop(struct pk_str text)
{
	bool stops = pk_str_ends(text, PK_STR(".")) && !pk_str_ends(text, PK_STR(".."));

	return stops ? pk_str_slice(text, 0, text.n - 1) : text;
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
