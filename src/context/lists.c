/* The facts of a paragraf as lists of their own, for templates that want to lay them out
 * themselves. */
#include "context/votes.h"

#include "markup/blocks.h"

void pk_put_proses(const struct pk_scene *s, struct pk_map_builder *map, const char *name,
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

void pk_put_lines(const struct pk_scene *s, struct pk_map_builder *map, const char *name,
		const struct pk_lines *all)
{
	struct pk_list_builder list = pk_list_new(s);

	for (size_t i = 0; i < all->n; i++)
		pk_put_text_item(s, &list, all->v[i].text);
	pk_put_list(map, name, &list);
}

void pk_put_sections(const struct pk_scene *s, struct pk_map_builder *map, const char *name,
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

static void put_who(const struct pk_scene *s, struct pk_map_builder *map, const char *name,
		const struct pk_who *who)
{
	struct pk_out words = pk_words(s);

	pk_say_who(s, &words, who);
	pk_put_text(map, name, pk_said(s, &words));
}

static void put_whos(const struct pk_scene *s, struct pk_map_builder *map, const char *name,
		const struct pk_whos *all)
{
	struct pk_out words = pk_words(s);

	pk_say_whos(s, &words, all);
	pk_put_text(map, name, pk_said(s, &words));
}

static void list_jav(
		const struct pk_scene *s, struct pk_map_builder *map, const struct pk_paragraf *p)
{
	struct pk_list_builder list = pk_list_new(s);

	for (size_t i = 0; i < p->n_jav; i++) {
		struct pk_map_builder item = pk_map_new(s);

		put_who(s, &item, "namn", &p->jav[i].who);
		put_who(s, &item, "ersättare", &p->jav[i].ersattare);
		pk_put_text(&item, "skäl", p->jav[i].skal.text);
		pk_put_yes(&item, "lämnar", p->jav[i].lamnar == PK_TOLD_YES);
		pk_put_item(&list, &item);
	}
	pk_put_list(map, "jäv", &list);
}

static void list_rattelser(
		const struct pk_scene *s, struct pk_map_builder *map, const struct pk_paragraf *p)
{
	struct pk_list_builder list = pk_list_new(s);

	for (size_t i = 0; i < p->n_rattelser; i++) {
		const struct pk_rattelse *r = &p->rattelser[i];
		struct pk_map_builder item = pk_map_new(s);

		pk_put_text(&item, "text", pk_rattelse_words(s, r));
		pk_put_date(s, &item, "datum", r->datum.date);
		pk_put_text(&item, "avser", r->avser.text);
		pk_put_text(&item, "stod", r->stod.text);
		pk_put_text(&item, "rättat", r->rattat.text);
		pk_put_text(&item, "grund", r->grund.text);
		pk_put_text(&item, "av", r->av.text);
		pk_put_item(&list, &item);
	}
	pk_put_list(map, "rättelser", &list);
}

static void list_forslag(
		const struct pk_scene *s, struct pk_map_builder *map, const struct pk_paragraf *p)
{
	struct pk_list_builder list = pk_list_new(s);

	for (size_t i = 0; i < p->n_forslag; i++) {
		struct pk_map_builder item = pk_map_new(s);

		pk_put_text(&item, "rubrik", pk_forslag_heading(s, &p->forslag[i]));
		pk_put_text(&item, "till", p->forslag[i].till.text);
		pk_put_proses(s, &item, "beslut", &p->forslag[i].beslut);
		pk_put_item(&list, &item);
	}
	pk_put_list(map, "förslag", &list);
}

static void list_yrkanden(
		const struct pk_scene *s, struct pk_map_builder *map, const struct pk_paragraf *p)
{
	struct pk_list_builder list = pk_list_new(s);

	for (size_t i = 0; i < p->n_yrkanden; i++) {
		struct pk_map_builder item = pk_map_new(s);
		struct pk_text_builder text = pk_text_new(s);

		pk_tell_yrkande(s, &text, &p->yrkanden[i]);
		pk_put_built(&item, "text", &text);
		put_whos(s, &item, "av", &p->yrkanden[i].av);
		put_whos(s, &item, "instämmer", &p->yrkanden[i].instammer);
		pk_put_item(&list, &item);
	}
	pk_put_list(map, "yrkanden", &list);
}

static void put_sides(const struct pk_scene *s, struct pk_map_builder *item, size_t i, size_t vote)
{
	static const struct {
		const char *sum, *names;
	} sides[PK_SIDES] = {
		[PK_SIDE_JA] = { "ja", "ja_namn" },
		[PK_SIDE_NEJ] = { "nej", "nej_namn" },
		[PK_SIDE_AVSTAR] = { "avstår", "avstår_namn" },
		[PK_SIDE_FRANVARANDE] = { "frånvarande", "frånvarande_namn" },
	};
	const struct pk_counted *c = &s->found->ruled[i].votes[vote];

	for (int side = 0; side < PK_SIDES; side++) {
		if (c->told[side])
			pk_put_text(item, sides[side].sum, pk_number(s->job, c->count[side]));
		pk_put_text(item, sides[side].names, pk_vote_names(s, i, vote, (enum pk_side)side));
	}
}

static void list_votes(const struct pk_scene *s, struct pk_map_builder *map, size_t i)
{
	const struct pk_paragraf *p = &s->meeting->paragrafer[i];
	struct pk_list_builder list = pk_list_new(s);

	for (size_t k = 0; k < p->n_omrostningar; k++) {
		struct pk_map_builder item = pk_map_new(s);
		struct pk_text_builder text = pk_text_new(s);

		pk_tell_vote(s, &text, i, k);
		pk_put_text(&item, "rubrik", pk_vote_heading(s, i, k));
		pk_put_built(&item, "text", &text);
		pk_put_text(&item, "ja_betyder", p->omrostningar[k].ja_betyder.text);
		pk_put_text(&item, "nej_betyder", p->omrostningar[k].nej_betyder.text);
		put_sides(s, &item, i, k);
		pk_put_text(&item, "resultat", pk_vote_result(s, i, k));
		pk_put_item(&list, &item);
	}
	pk_put_list(map, "omröstningar", &list);
}

static void list_reservationer(
		const struct pk_scene *s, struct pk_map_builder *map, const struct pk_paragraf *p)
{
	struct pk_list_builder list = pk_list_new(s);

	for (size_t i = 0; i < p->n_reservationer; i++) {
		struct pk_map_builder item = pk_map_new(s);
		struct pk_text_builder text = pk_text_new(s);

		pk_tell_reservation(s, &text, &p->reservationer[i]);
		pk_put_built(&item, "text", &text);
		put_whos(s, &item, "av", &p->reservationer[i].av);
		pk_put_item(&list, &item);
	}
	pk_put_list(map, "reservationer", &list);
}

static void list_anteckningar(const struct pk_scene *s, struct pk_map_builder *map,
		const char *name, const struct pk_anteckning *all, size_t n, const char *verb)
{
	struct pk_list_builder list = pk_list_new(s);

	for (size_t i = 0; i < n; i++) {
		struct pk_map_builder item = pk_map_new(s);
		struct pk_text_builder text = pk_text_new(s);

		pk_tell_anteckning(s, &text, &all[i], verb);
		pk_put_built(&item, "text", &text);
		put_whos(s, &item, "av", &all[i].av);
		pk_put_item(&list, &item);
	}
	pk_put_list(map, name, &list);
}

static void list_delegation(
		const struct pk_scene *s, struct pk_map_builder *map, const struct pk_paragraf *p)
{
	struct pk_list_builder list = pk_list_new(s);

	for (size_t i = 0; i < p->n_delegationsbeslut; i++) {
		const struct pk_delegation *d = &p->delegationsbeslut[i];
		struct pk_map_builder item = pk_map_new(s);

		pk_put_text(&item, "nr", d->nr.text);
		pk_put_date(s, &item, "datum", d->datum.date);
		pk_put_text(&item, "dnr", d->dnr.text);
		pk_put_text(&item, "beslut", d->beslut.text);
		pk_put_text(&item, "delegat", d->delegat.text);
		pk_put_item(&list, &item);
	}
	pk_put_list(map, "delegationsbeslut", &list);
}

static void list_anmalningar(
		const struct pk_scene *s, struct pk_map_builder *map, const struct pk_paragraf *p)
{
	struct pk_list_builder list = pk_list_new(s);

	for (size_t i = 0; i < p->n_anmalningar; i++) {
		const struct pk_anmalan *a = &p->anmalningar[i];
		struct pk_map_builder item = pk_map_new(s);

		pk_put_date(s, &item, "datum", a->datum.date);
		pk_put_text(&item, "dnr", a->dnr.text);
		pk_put_text(&item, "ärende", a->arende.text);
		pk_put_text(&item, "från", a->fran.text);
		pk_put_item(&list, &item);
	}
	pk_put_list(map, "anmälningar", &list);
}

static void list_people(const struct pk_scene *s, struct pk_map_builder *map, size_t i)
{
	const struct pk_paragraf *p = &s->meeting->paragrafer[i];
	const struct pk_served *served = &s->found->ruled[i].served;
	struct pk_list_builder abstain = pk_list_new(s), serve = pk_list_new(s);
	struct pk_out chair = pk_words(s);

	for (size_t k = 0; k < p->deltar_inte.n; k++) {
		struct pk_out words = pk_words(s);

		pk_say_who(s, &words, &p->deltar_inte.v[k]);
		pk_put_text_item(s, &abstain, pk_said(s, &words));
	}
	for (size_t k = 0; !s->secret[i] && !served->as_first_page && k < served->n; k++) {
		struct pk_out words = pk_words(s);

		pk_say_person(s, &words, served->persons[k]);
		pk_put_text_item(s, &serve, pk_said(s, &words));
	}
	if (pk_told_chair(s, i) >= 0)
		pk_say_person(s, &chair, (size_t)pk_told_chair(s, i));
	pk_put_list(map, "deltar_inte", &abstain);
	pk_put_list(map, "tjänstgörande", &serve);
	pk_put_text(map, "ordförande", pk_said(s, &chair));
}

static void list_receivers(
		const struct pk_scene *s, struct pk_map_builder *map, const struct pk_paragraf *p)
{
	struct pk_list_builder all = pk_list_new(s);

	for (size_t i = 0; i < p->mottagare.n; i++)
		pk_put_text_item(s, &all, p->mottagare.v[i].text);
	for (size_t i = 0; i < p->for_kannedom.n; i++)
		pk_put_text_item(s, &all, p->for_kannedom.v[i].text);
	pk_put_list(map, "mottagare", &all);
	if (p->mottagare_split)
		pk_put_lines(s, map, "mottagare_åtgärd", &p->mottagare);
	pk_put_lines(s, map, "mottagare_kännedom", &p->for_kannedom);
}

void pk_context_lists(const struct pk_scene *s, struct pk_map_builder *map, size_t i)
{
	const struct pk_paragraf *p = &s->meeting->paragrafer[i];

	list_jav(s, map, p);
	list_rattelser(s, map, p);
	pk_put_proses(s, map, "beslut", &p->beslut);
	list_forslag(s, map, p);
	pk_put_blocks(map, "motivering", &p->motivering);
	pk_put_blocks(map, "ärendebeskrivning", &p->arendebeskrivning);
	pk_put_sections(s, map, "avsnitt", &p->avsnitt);
	list_yrkanden(s, map, p);
	pk_put_blocks(map, "propositionsordning", &p->propositionsordning);
	list_votes(s, map, i);
	list_people(s, map, i);
	list_reservationer(s, map, p);
	list_anteckningar(s, map, "särskilda_yttranden", p->sarskilda_yttranden,
			p->n_sarskilda_yttranden, "lämnar ett särskilt yttrande");
	list_anteckningar(s, map, "anteckningar", p->anteckningar, p->n_anteckningar,
			"lämnar en protokollsanteckning");
	list_delegation(s, map, p);
	list_anmalningar(s, map, p);
	pk_put_lines(s, map, "beslutsunderlag", &p->beslutsunderlag);
	pk_put_yes(map, "omedelbar_justering", p->omedelbar.given);
	list_receivers(s, map, p);
}
