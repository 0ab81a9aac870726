/* Decisions, and proposals to another body: plain, numbered, as clauses with "att", or as running
 * text. */
#include "context/inside.h"

#include "base/text.h"
#include "markup/blocks.h"

static enum pk_beslutsform form_of(const struct pk_scene *s, const struct pk_paragraf *p)
{
	return p->beslutsform != PK_FORM_DEFAULT ? p->beslutsform
						 : s->meeting->settings.beslutsform;
}

/* A list whose items have only a text. */
static void put_points(
		const struct pk_scene *s, struct pk_map_builder *map, const struct pk_proses *all)
{
	struct pk_list_builder list = pk_list_new(s);

	for (size_t i = 0; i < all->n; i++) {
		struct pk_map_builder item = pk_map_new(s);

		pk_put_blocks(&item, "text", &all->v[i]);
		pk_put_item(&list, &item);
	}
	pk_put_list(map, "punkter", &list);
}

static bool begins_with_att(const struct pk_prose *prose)
{
	const struct pk_block *first = prose->blocks->n == 0 ? NULL : &prose->blocks->v[0];

	return first != NULL && first->n_runs > 0 &&
	       pk_str_starts(first->runs[0].text, PK_STR("att "));
}

/* "Socialnämnden beslutar / att godkänna rapporten". */
static void put_clauses(const struct pk_scene *s, struct pk_map_builder *map,
		const struct pk_proses *all, struct pk_str lead)
{
	struct pk_text_builder text = pk_text_new(s);

	pk_text_words(&text, lead);
	for (size_t i = 0; i < all->n; i++) {
		if (all->v[i].blocks != NULL)
			pk_text_sentence(&text,
					begins_with_att(&all->v[i]) ? PK_STR("") : PK_STR("att "),
					&all->v[i], PK_STR(""));
	}
	pk_put_built(map, "text", &text);
}

static bool one_paragraph(const struct pk_prose *prose)
{
	return prose->blocks != NULL && prose->blocks->n == 1 &&
	       prose->blocks->v[0].kind == PK_BLOCK_PARAGRAPH;
}

/* Points that are one paragraph each follow each other in one; others stand by themselves. */
static void put_running(
		const struct pk_scene *s, struct pk_map_builder *map, const struct pk_proses *all)
{
	struct pk_text_builder text = pk_text_new(s);

	for (size_t i = 0; i < all->n; i++) {
		bool joins = i > 0 && one_paragraph(&all->v[i]) && one_paragraph(&all->v[i - 1]);

		if (joins)
			pk_text_join(&text, PK_STR(" "), &all->v[i]);
		else
			pk_text_prose(&text, &all->v[i]);
	}
	pk_put_built(map, "text", &text);
}

void pk_context_decisions(const struct pk_scene *s, struct pk_map_builder *map,
		const struct pk_paragraf *p, const struct pk_proses *all, struct pk_str lead)
{
	enum pk_beslutsform form = form_of(s, p);

	if (all->n == 0)
		return;
	if (form == PK_FORM_ATT)
		put_clauses(s, map, all, lead);
	else if (form == PK_FORM_LOPTEXT)
		put_running(s, map, all);
	else if (all->n == 1)
		pk_put_blocks(map, "text", &all->v[0]);
	else
		put_points(s, map, all);
}

/* "Förslag" inside a sentence. */
static void say_small(struct pk_out *out, struct pk_str label)
{
	size_t rest = 0;
	uint32_t c = pk_text_next(label, &rest);
	bool big = (c >= 'A' && c <= 'Z') || c == 0xC5 || c == 0xC4 || c == 0xD6;

	pk_put_char(out, big ? c + 0x20 : c);
	pk_put(out, pk_str_slice(label, rest, label.n));
}

struct pk_str pk_forslag_heading(const struct pk_scene *s, const struct pk_forslag *f)
{
	struct pk_str organ = s->meeting->organ.text, label = pk_label_of(s, PK_LABEL_FORSLAG);
	struct pk_out words = pk_words(s);

	pk_say_genitive(&words, organ);
	if (organ.n > 0 && label.n > 0) {
		pk_put_byte(&words, ' ');
		say_small(&words, label);
	} else {
		pk_put(&words, label);
	}
	if (f->till.text.n > 0) {
		pk_put_c(&words, " till ");
		pk_put(&words, f->till.text);
	}
	return pk_said(s, &words);
}

void pk_context_forslag(const struct pk_scene *s, struct pk_map_builder *map,
		const struct pk_paragraf *p, const struct pk_forslag *f)
{
	struct pk_out lead = pk_words(s);

	pk_put(&lead, s->meeting->organ.text);
	pk_put_c(&lead, " föreslår ");
	pk_put(&lead, f->till.text);
	pk_put_c(&lead, f->till.text.n > 0 ? " besluta" : "besluta");
	pk_context_decisions(s, map, p, &f->beslut, pk_said(s, &lead));
}
