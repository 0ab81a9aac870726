/* The paragrafer, the free sections of a meeting without them, and the appendices. */
#include "context/inside.h"

#define NO_BREAK_SPACE "\xC2\xA0"

/* "§ 42"; with the settings' prefix and year "SN § 42/2024"; "§ –" while the number is unknown. */
static struct pk_str designation(const struct pk_scene *s, size_t i)
{
	const struct pk_settings *settings = &s->meeting->settings;
	struct pk_str number = s->found->numbers[i];
	struct pk_out words = pk_words(s);

	if (settings->prefix.n > 0) {
		pk_put(&words, settings->prefix);
		pk_put_c(&words, NO_BREAK_SPACE);
	}
	pk_put_c(&words, "§" NO_BREAK_SPACE);
	pk_put(&words, number.n > 0 ? number : PK_STR("–"));
	if (settings->year && number.n > 0 && pk_date_given(s->meeting->datum.date)) {
		pk_put_c(&words, "/");
		pk_put_uint(&words, (uint64_t)s->meeting->datum.date.year);
	}
	return pk_said(s, &words);
}

/* A list whose items have only a text. */
static void put_proses(const struct pk_scene *s, struct pk_map_builder *map, const char *name,
		const struct pk_proses *all)
{
	struct pk_list_builder list = pk_list_new(s);

	for (size_t i = 0; i < all->n; i++) {
		struct pk_map_builder item = pk_map_new(s);

		pk_put_blocks(&item, "text", &all->v[i]);
		pk_put_item(&list, &item);
	}
	pk_put_list(map, name, &list);
}

static void put_lines(const struct pk_scene *s, struct pk_map_builder *map, const char *name,
		const struct pk_lines *all)
{
	struct pk_list_builder list = pk_list_new(s);

	for (size_t i = 0; i < all->n; i++) {
		struct pk_map_builder item = pk_map_new(s);

		pk_put_text(&item, "text", all->v[i].text);
		pk_put_item(&list, &item);
	}
	pk_put_list(map, name, &list);
}

static void put_sections(const struct pk_scene *s, struct pk_map_builder *map, const char *name,
		const struct pk_sections *all)
{
	struct pk_list_builder list = pk_list_new(s);

	for (size_t i = 0; i < all->n; i++) {
		struct pk_map_builder item = pk_map_new(s);

		pk_put_text(&item, "rubrik", all->v[i].rubrik.text);
		pk_put_blocks(&item, "text", &all->v[i].text);
		pk_put_item(&list, &item);
	}
	pk_put_list(map, name, &list);
}

/* One decision is a text, several are numbered. */
static void fill_decisions(
		const struct pk_scene *s, struct pk_map_builder *part, const struct pk_proses *all)
{
	if (all->n == 1)
		pk_put_blocks(part, "text", &all->v[0]);
	else
		put_proses(s, part, "punkter", all);
}

/* A part of a paragraf under its label; one with nothing in it is left out. */
static void put_part(const struct pk_scene *s, struct pk_list_builder *parts,
		const struct pk_paragraf *p, enum pk_part_kind kind)
{
	static const enum pk_label labels[PK_PART_COUNT] = {
		[PK_PART_BESLUT] = PK_LABEL_BESLUT,
		[PK_PART_MOTIVERING] = PK_LABEL_MOTIVERING,
		[PK_PART_ARENDEBESKRIVNING] = PK_LABEL_ARENDEBESKRIVNING,
		[PK_PART_BESLUTSUNDERLAG] = PK_LABEL_BESLUTSUNDERLAG,
		[PK_PART_MOTTAGARE] = PK_LABEL_MOTTAGARE,
	};
	struct pk_map_builder part = pk_map_new(s);

	switch (kind) {
	case PK_PART_BESLUT:
		fill_decisions(s, &part, &p->beslut);
		break;
	case PK_PART_MOTIVERING:
		pk_put_blocks(&part, "text", &p->motivering);
		break;
	case PK_PART_ARENDEBESKRIVNING:
		pk_put_blocks(&part, "text", &p->arendebeskrivning);
		break;
	case PK_PART_BESLUTSUNDERLAG:
		put_lines(s, &part, "rader", &p->beslutsunderlag);
		break;
	case PK_PART_MOTTAGARE:
		put_lines(s, &part, "rader", &p->mottagare);
		break;
	case PK_PART_AVSNITT:
	case PK_PART_COUNT:
		break;
	}
	if (part.n == 0 && !part.failed)
		return;
	pk_put_text(&part, "rubrik", s->meeting->settings.labels[labels[kind]]);
	pk_put_item(parts, &part);
}

/* The paragraf's free sections, each a part with its own heading. */
static void put_free_parts(const struct pk_scene *s, struct pk_list_builder *parts,
		const struct pk_paragraf *p)
{
	for (size_t i = 0; i < p->avsnitt.n; i++) {
		struct pk_map_builder part = pk_map_new(s);

		pk_put_text(&part, "rubrik", p->avsnitt.v[i].rubrik.text);
		pk_put_blocks(&part, "text", &p->avsnitt.v[i].text);
		pk_put_item(parts, &part);
	}
}

static void put_parts(
		const struct pk_scene *s, struct pk_map_builder *map, const struct pk_paragraf *p)
{
	struct pk_list_builder parts = pk_list_new(s);

	for (size_t i = 0; i < PK_PART_COUNT; i++) {
		if (s->meeting->settings.order[i] == PK_PART_AVSNITT)
			put_free_parts(s, &parts, p);
		else
			put_part(s, &parts, p, s->meeting->settings.order[i]);
	}
	pk_put_list(map, "delar", &parts);
}

static void put_paragraph(const struct pk_scene *s, struct pk_list_builder *list, size_t i)
{
	const struct pk_paragraf *p = &s->meeting->paragrafer[i];
	struct pk_map_builder map = pk_map_new(s);
	struct pk_value anchor = { .kind = PK_ANCHOR, .as.anchor = (uint32_t)i };
	struct pk_value page = { .kind = PK_PAGE, .as.anchor = (uint32_t)i };

	pk_put_text(&map, "nummer", s->found->numbers[i]);
	pk_put_text(&map, "beteckning", designation(s, i));
	pk_put_text(&map, "rubrik", p->rubrik.text);
	pk_put_text(&map, "dnr", p->dnr.text);
	pk_map_put(&map, PK_STR("ankare"), anchor);
	pk_map_put(&map, PK_STR("sidor"), page);
	put_parts(s, &map, p);
	put_proses(s, &map, "beslut", &p->beslut);
	pk_put_blocks(&map, "motivering", &p->motivering);
	pk_put_blocks(&map, "ärendebeskrivning", &p->arendebeskrivning);
	put_sections(s, &map, "avsnitt", &p->avsnitt);
	put_lines(s, &map, "beslutsunderlag", &p->beslutsunderlag);
	put_lines(s, &map, "mottagare", &p->mottagare);
	pk_put_item(list, &map);
}

static void put_appendices(const struct pk_scene *s, struct pk_map_builder *root)
{
	const struct pk_sections *all = &s->meeting->bilagor;
	struct pk_list_builder list = pk_list_new(s);

	for (size_t i = 0; i < all->n; i++) {
		struct pk_map_builder map = pk_map_new(s);

		pk_put_text(&map, "nummer", pk_number(s->job, i + 1));
		pk_put_text(&map, "rubrik", all->v[i].rubrik.text);
		pk_put_blocks(&map, "text", &all->v[i].text);
		pk_put_text(&map, "fil", all->v[i].fil.text);
		pk_put_item(&list, &map);
	}
	pk_put_list(root, "bilagor", &list);
}

void pk_context_paragraphs(const struct pk_scene *s, struct pk_map_builder *root)
{
	struct pk_list_builder list = pk_list_new(s);

	for (size_t i = 0; i < s->meeting->n_paragrafer; i++)
		put_paragraph(s, &list, i);
	pk_put_list(root, "paragrafer", &list);
	put_sections(s, root, "avsnitt", &s->meeting->avsnitt);
	put_appendices(s, root);
}
