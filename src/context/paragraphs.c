/* The paragrafer, the free sections of a meeting without them, and the appendices. */
#include "context/votes.h"

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

/* "Au § 31 (2024-05-07)": an arbetsutskott goes by its short name, everybody else by the name that
 * is given. */
static struct pk_str earlier_words(const struct pk_scene *s, const struct pk_earlier *e)
{
	struct pk_str organ = e->organ.text;
	struct pk_out words = pk_words(s);
	bool committee = pk_str_ends(organ, PK_STR("arbetsutskott")) ||
			 pk_str_ends(organ, PK_STR("arbetsutskottet")) ||
			 pk_str_ends(organ, PK_STR("Arbetsutskottet"));

	pk_put(&words, committee ? PK_STR("Au") : organ);
	if (e->paragraf.n > 0) {
		pk_put_c(&words, words.n > 0 ? " " : "");
		pk_put_c(&words, "§" NO_BREAK_SPACE);
		pk_put(&words, e->paragraf);
	}
	if (pk_date_given(e->datum.date)) {
		pk_put_c(&words, " (");
		pk_date_put_iso(&words, e->datum.date);
		pk_put_c(&words, ")");
	}
	return pk_said(s, &words);
}

static void put_earlier(
		const struct pk_scene *s, struct pk_map_builder *map, const struct pk_paragraf *p)
{
	struct pk_list_builder list = pk_list_new(s);

	for (size_t i = 0; i < p->n_tidigare; i++) {
		struct pk_map_builder item = pk_map_new(s);

		pk_put_text(&item, "text", earlier_words(s, &p->tidigare[i]));
		pk_put_text(&item, "organ", p->tidigare[i].organ.text);
		pk_put_text(&item, "paragraf", p->tidigare[i].paragraf);
		pk_put_date(s, &item, "datum", p->tidigare[i].datum.date);
		pk_put_item(&list, &item);
	}
	pk_put_list(map, "tidigare", &list);
}

/* What the paragraf is, before what was decided. */
static void put_head(const struct pk_scene *s, struct pk_map_builder *map, size_t i)
{
	const struct pk_paragraf *p = &s->meeting->paragrafer[i];
	struct pk_value anchor = { .kind = PK_ANCHOR, .as.anchor = (uint32_t)i };
	bool first = s->meeting->settings.agenda_page == PK_AGENDA_FIRST;
	struct pk_value page = { .kind = PK_PAGE, .as.page = { (uint32_t)i, first } };

	pk_put_text(map, "nummer", s->found->numbers[i]);
	pk_put_text(map, "beteckning", designation(s, i));
	pk_put_text(map, "rubrik", p->rubrik.text);
	pk_put_text(map, "dnr", p->dnr.text);
	pk_map_put(map, PK_STR("ankare"), anchor);
	pk_map_put(map, PK_STR("sidor"), page);
	if (s->meeting->n_days > 1)
		pk_put_date(s, map, "dag", p->dag.date);
	put_earlier(s, map, p);
	pk_put_text(map, "sekretess", p->sekretess.lagrum.text);
	if (p->overklagande == PK_APPEAL_BESVAR)
		pk_put_text(map, "överklagande", PK_STR("besvär"));
	else if (p->overklagande == PK_APPEAL_NONE)
		pk_put_text(map, "överklagande", PK_STR("nej"));
}

static void put_paragraph(const struct pk_scene *s, struct pk_list_builder *list, size_t i)
{
	struct pk_map_builder map = pk_map_new(s);

	put_head(s, &map, i);
	pk_context_parts(s, &map, i);
	pk_context_lists(s, &map, i);
	pk_put_item(list, &map);
}

static void put_appendix(const struct pk_scene *s, struct pk_list_builder *list,
		const struct pk_section *bilaga)
{
	struct pk_map_builder map = pk_map_new(s);

	pk_put_text(&map, "nummer", pk_number(s->job, list->n + 1));
	pk_put_text(&map, "rubrik", bilaga->rubrik.text);
	pk_put_blocks(&map, "text", &bilaga->text);
	pk_put_text(&map, "fil", bilaga->fil.text);
	pk_put_item(list, &map);
}

/* "Omröstning, § 42" and the matrix. */
static void put_matrix(
		const struct pk_scene *s, struct pk_list_builder *list, size_t i, size_t vote)
{
	struct pk_map_builder map = pk_map_new(s), matrix = pk_map_new(s);
	struct pk_text_builder text = pk_text_new(s);
	struct pk_out heading = pk_words(s);

	pk_put(&heading, pk_vote_heading(s, i, vote));
	pk_put_c(&heading, ", ");
	pk_put(&heading, designation(s, i));
	pk_tell_matrix(s, &text, i, vote);
	pk_put_matrix(s, &matrix, i, vote);
	pk_put_text(&map, "nummer", pk_number(s->job, list->n + 1));
	pk_put_text(&map, "rubrik", pk_said(s, &heading));
	pk_put_built(&map, "text", &text);
	pk_put_map(&map, "matris", &matrix);
	pk_put_item(list, &map);
}

/* Those of the wholly secret paragrafer, or of all others. */
static void put_matrices(const struct pk_scene *s, struct pk_list_builder *list, bool secret)
{
	for (size_t i = 0; i < s->meeting->n_paragrafer; i++) {
		const struct pk_paragraf *p = &s->meeting->paragrafer[i];

		for (size_t k = 0; k < p->n_omrostningar; k++) {
			if (pk_wholly_secret(p) == secret && pk_vote_layout(s, i, k) == PK_LAYOUT_MATRIS)
				put_matrix(s, list, i, k);
		}
	}
}

void pk_context_appendices(const struct pk_scene *s, struct pk_map_builder *root)
{
	const struct pk_sections *all = &s->meeting->bilagor;
	struct pk_list_builder list = pk_list_new(s);

	for (size_t i = 0; i < all->n; i++)
		put_appendix(s, &list, &all->v[i]);
	put_matrices(s, &list, false);
	put_matrices(s, &list, true);
	pk_put_list(root, "bilagor", &list);
}

void pk_context_paragraphs(const struct pk_scene *s, struct pk_map_builder *root)
{
	struct pk_list_builder list = pk_list_new(s);

	for (size_t i = 0; i < s->meeting->n_paragrafer; i++)
		put_paragraph(s, &list, i);
	pk_put_yes(root, "ny_sida", s->meeting->settings.new_page);
	pk_put_yes(root, "sidor_löper", s->meeting->settings.page_start > 0);
	pk_put_list(root, "paragrafer", &list);
	pk_put_sections(s, root, "avsnitt", &s->meeting->avsnitt);
}
