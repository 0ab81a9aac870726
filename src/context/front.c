/* Page one but for its people: breaks, whether the doors were open, corrections, secrets. */
#include "context/inside.h"

/* "Kl. 14.10–14.25, kaffe, § 43". */
static struct pk_str break_words(const struct pk_scene *s, const struct pk_ajournering *a)
{
	const struct pk_str parts[] = { a->skal.text,
		a->paragraf.given ? a->paragraf.text : PK_STR("") };
	struct pk_out words = pk_words(s);

	if (a->tid.text.n > 0) {
		pk_say_bound(&words, PK_STR("Kl. "));
		pk_put(&words, a->tid.text);
	}
	for (size_t i = 0; i < PK_COUNT(parts); i++) {
		if (parts[i].n == 0)
			continue;
		pk_put_c(&words, words.n > 0 ? ", " : "");
		pk_say_bound(&words, parts[i]);
	}
	return pk_said(s, &words);
}

static void put_breaks(const struct pk_scene *s, struct pk_map_builder *root)
{
	struct pk_list_builder list = pk_list_new(s);

	for (size_t i = 0; i < s->meeting->n_ajournering; i++)
		pk_put_text_item(s, &list, break_words(s, &s->meeting->ajournering[i]));
	pk_put_list(root, "ajournering", &list);
}

/* "Kommunfullmäktige", but not "Kommunfullmäktiges valberedning". */
static bool is_fullmaktige(struct pk_str organ)
{
	const struct pk_str word = PK_STR("ullmäktige");
	size_t at = pk_str_find(organ, word, 0);

	return at < organ.n && (at + word.n == organ.n || organ.p[at + word.n] != 's');
}

/* A fullmäktige meets in public unless it decides otherwise (KL 5 kap. 42 §), a nämnd behind closed
 * doors unless it decides otherwise (KL 6 kap. 25 §): what goes without saying is not printed. */
static void put_doors(const struct pk_scene *s, struct pk_map_builder *root)
{
	const struct pk_meeting *m = s->meeting;
	bool closed = m->oppet == PK_TOLD_NO && !m->oppet_paragrafer.given;
	struct pk_map_builder map = pk_map_new(s);
	struct pk_out words = pk_words(s);

	if (m->oppet == PK_NOT_TOLD && !m->oppet_paragrafer.given)
		return;
	if (closed && !is_fullmaktige(m->organ.text))
		return;
	if (m->oppet_paragrafer.given)
		pk_say_bound(&words, m->oppet_paragrafer.text);
	else
		pk_put_c(&words, "Hela sammanträdet");
	pk_put_text(&map, "rubrik",
			closed ? PK_STR("Stängda dörrar") : pk_label_of(s, PK_LABEL_OPPET));
	pk_put_text(&map, "text", pk_said(s, &words));
	pk_put_map(root, "öppet", &map);
}

/* "§ 47, 2024-06-03". */
static void put_correction(const struct pk_scene *s, struct pk_list_builder *list, size_t i,
		const struct pk_rattelse *r)
{
	struct pk_map_builder map = pk_map_new(s);
	struct pk_out words = pk_words(s);

	pk_say_ranges(s, &words, s->found->numbers[i].n > 0 ? s->found->numbers[i] : PK_STR("–"));
	if (pk_date_given(r->datum.date)) {
		pk_put_c(&words, ", ");
		pk_date_put_iso(&words, r->datum.date);
	}
	pk_put_text(&map, "text", pk_said(s, &words));
	pk_put_text(&map, "paragraf", s->found->numbers[i]);
	pk_put_date(s, &map, "datum", r->datum.date);
	pk_put_item(list, &map);
}

static void put_corrections(const struct pk_scene *s, struct pk_map_builder *root)
{
	struct pk_list_builder list = pk_list_new(s);

	for (size_t i = 0; i < s->meeting->n_paragrafer; i++) {
		const struct pk_paragraf *p = &s->meeting->paragrafer[i];

		for (size_t k = 0; k < p->n_rattelser; k++)
			put_correction(s, &list, i, &p->rattelser[k]);
	}
	pk_put_list(root, "rättelser", &list);
}

void pk_context_front(const struct pk_scene *s, struct pk_map_builder *root)
{
	put_breaks(s, root);
	put_doors(s, root);
	put_corrections(s, root);
	if (s->secrets && s->edition == PK_EDITION_FULL)
		pk_put_text(root, "sekretess_not",
				PK_STR("Innehåller uppgifter som kan omfattas av sekretess"));
}
