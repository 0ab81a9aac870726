/* The parts of a paragraf under their labels, in the order of the settings: what a template prints
 * without knowing what there may be. */
#include "context/votes.h"

#include "markup/blocks.h"
#include "rules/places.h"

/* A paragraf whose parts are put. */
struct parts {
	const struct pk_scene *s;
	const struct pk_paragraf *p;
	size_t i;
	enum pk_part_kind kind;             /* of the part that is put now */
	struct pk_list_builder list;
};

/* Where a part belongs for who wants the matter first and the decision after it: each kind has one
 * name, so that a template which prints all three loses nothing. */
static const char *phase_of(enum pk_part_kind kind)
{
	switch (kind) {
	case PK_PART_BESLUT:
	case PK_PART_FORSLAG:
		return "beslutet";
	case PK_PART_RATTELSER:
	case PK_PART_DELTAR_INTE:
	case PK_PART_RESERVATIONER:
	case PK_PART_SARSKILDA_YTTRANDEN:
	case PK_PART_ANTECKNINGAR:
	case PK_PART_OMEDELBAR_JUSTERING:
	case PK_PART_MOTTAGARE:
		return "efter_beslutet";
	case PK_PART_JAV:
	case PK_PART_MOTIVERING:
	case PK_PART_ARENDEBESKRIVNING:
	case PK_PART_AVSNITT:
	case PK_PART_YRKANDEN:
	case PK_PART_PROPOSITIONSORDNING:
	case PK_PART_OMROSTNINGAR:
	case PK_PART_DELEGATIONSBESLUT:
	case PK_PART_ANMALNINGAR:
	case PK_PART_BESLUTSUNDERLAG:
	case PK_PART_COUNT:
		break;
	}
	return "före_beslutet";
}

/* A part with nothing in it is left out. */
static void put_part(struct parts *to, struct pk_str heading, struct pk_map_builder *part)
{
	if (part->n == 0 && !part->failed)
		return;
	pk_put_text(part, "rubrik", heading);
	pk_put_text(part, phase_of(to->kind), PK_STR("ja"));
	pk_put_item(&to->list, part);
}

static void put_text_part(struct parts *to, struct pk_str heading, struct pk_text_builder *text)
{
	struct pk_map_builder part = pk_map_new(to->s);

	pk_put_built(&part, "text", text);
	put_part(to, heading, &part);
}

static void put_words_part(struct parts *to, struct pk_str heading, struct pk_str words)
{
	struct pk_text_builder text = pk_text_new(to->s);

	pk_text_words(&text, words);
	put_text_part(to, heading, &text);
}

static void put_prose_part(struct parts *to, enum pk_label label, const struct pk_prose *prose)
{
	struct pk_map_builder part = pk_map_new(to->s);

	pk_put_blocks(&part, "text", prose);
	put_part(to, pk_label_of(to->s, label), &part);
}

/* Who was there for a part of the paragraf only, or by the clock, is not said to have been there for
 * the whole: "Eva Ström (M) del av paragrafen", "Ali Demir (V) kl. 14.10–14.55". */
static void say_part_of(struct pk_out *words, const struct pk_presence *presence, size_t i)
{
	if (pk_rules_cover(presence, (uint32_t)i) != PK_COVER_PART)
		return;
	pk_put_c(words, " ");
	if (presence->n_spans > 0)
		pk_put_c(words, "del av paragrafen");
	else
		pk_say_bound(words, presence->text);
}

static struct pk_str served_words(const struct pk_scene *s, size_t i)
{
	const struct pk_served *served = &s->found->ruled[i].served;
	struct pk_out words = pk_words(s);

	for (size_t k = 0; k < served->n; k++) {
		pk_say_between(&words, k, served->n);
		pk_say_person(s, &words, served->persons[k]);
		say_part_of(&words, &s->meeting->persons[served->persons[k]].presence, i);
	}
	return pk_said(s, &words);
}

/* Jäv; else, under a heading of its own, that another than usual was the chair. */
static void put_jav(struct parts *to)
{
	struct pk_text_builder text = pk_text_new(to->s);

	pk_tell_jav(to->s, &text, to->i);
	put_text_part(to,
			to->p->n_jav > 0 ? pk_label_of(to->s, PK_LABEL_JAV) : PK_STR("Ordförande"),
			&text);
	if (pk_served_unclear(to->s, to->i))
		put_words_part(to, PK_STR("Tjänstgörande under paragrafen"),
				served_words(to->s, to->i));
}

static void put_rattelser(struct parts *to)
{
	for (size_t k = 0; k < to->p->n_rattelser; k++) {
		const struct pk_rattelse *r = &to->p->rattelser[k];
		struct pk_out heading = pk_words(to->s);

		pk_put(&heading, pk_label_of(to->s, PK_LABEL_RATTELSER));
		if (pk_date_given(r->datum.date)) {
			pk_put_c(&heading, " ");
			pk_date_put_iso(&heading, r->datum.date);
		}
		put_words_part(to, pk_said(to->s, &heading), pk_rattelse_words(to->s, r));
	}
}

static void put_beslut(struct parts *to)
{
	struct pk_map_builder part = pk_map_new(to->s);
	struct pk_out lead = pk_words(to->s);

	pk_put(&lead, to->s->meeting->organ.text);
	pk_put_c(&lead, " beslutar");
	pk_context_decisions(to->s, &part, to->p, &to->p->beslut, pk_said(to->s, &lead));
	put_part(to, pk_label_of(to->s, PK_LABEL_BESLUT), &part);
}

static void put_forslag(struct parts *to)
{
	for (size_t k = 0; k < to->p->n_forslag; k++) {
		struct pk_map_builder part = pk_map_new(to->s);

		pk_context_forslag(to->s, &part, to->p, &to->p->forslag[k]);
		put_part(to, pk_forslag_heading(to->s, &to->p->forslag[k]), &part);
	}
}

/* The paragraf's free sections, each a part with its own heading. */
static void put_avsnitt(struct parts *to)
{
	for (size_t k = 0; k < to->p->avsnitt.n; k++) {
		struct pk_map_builder part = pk_map_new(to->s);

		pk_put_blocks(&part, "text", &to->p->avsnitt.v[k].text);
		put_part(to, to->p->avsnitt.v[k].rubrik.text, &part);
	}
}

static void put_yrkanden(struct parts *to)
{
	struct pk_text_builder text = pk_text_new(to->s);

	for (size_t k = 0; k < to->p->n_yrkanden; k++)
		pk_tell_yrkande(to->s, &text, &to->p->yrkanden[k]);
	put_text_part(to, pk_label_of(to->s, PK_LABEL_YRKANDEN), &text);
}

static void put_votes(struct parts *to)
{
	for (size_t k = 0; k < to->p->n_omrostningar; k++) {
		struct pk_map_builder part = pk_map_new(to->s), vote = pk_map_new(to->s);
		struct pk_text_builder text = pk_text_new(to->s);

		pk_tell_vote(to->s, &text, to->i, k);
		pk_put_built(&part, "text", &text);
		pk_put_vote(to->s, &vote, to->i, k);
		pk_put_map(&part, "omröstning", &vote);
		put_part(to, pk_vote_heading(to->s, to->i, k), &part);
	}
}

static void put_abstainers(struct parts *to)
{
	struct pk_out words = pk_words(to->s);

	pk_say_whos(to->s, &words, &to->p->deltar_inte);
	put_words_part(to, pk_label_of(to->s, PK_LABEL_DELTAR_INTE), pk_said(to->s, &words));
}

static void put_reservationer(struct parts *to)
{
	struct pk_text_builder text = pk_text_new(to->s);

	for (size_t k = 0; k < to->p->n_reservationer; k++)
		pk_tell_reservation(to->s, &text, &to->p->reservationer[k]);
	put_text_part(to, pk_label_of(to->s, PK_LABEL_RESERVATIONER), &text);
}

static void put_anteckningar(struct parts *to, enum pk_label label, const struct pk_anteckning *all,
		size_t n, const char *verb)
{
	struct pk_text_builder text = pk_text_new(to->s);

	for (size_t k = 0; k < n; k++)
		pk_tell_anteckning(to->s, &text, &all[k], verb);
	put_text_part(to, pk_label_of(to->s, label), &text);
}

static void put_table(struct parts *to, enum pk_label label,
		void (*tell)(const struct pk_scene *s, struct pk_text_builder *text,
				const struct pk_paragraf *p))
{
	struct pk_text_builder text = pk_text_new(to->s);

	tell(to->s, &text, to->p);
	put_text_part(to, pk_label_of(to->s, label), &text);
}

static void put_rows(struct parts *to, enum pk_label label, const struct pk_lines *lines)
{
	struct pk_map_builder part = pk_map_new(to->s);

	pk_put_lines(to->s, &part, "rader", lines);
	put_part(to, pk_label_of(to->s, label), &part);
}

/* "För åtgärd: Socialchefen, Ekonomichefen". */
static struct pk_str purpose(
		const struct pk_scene *s, const char *what, const struct pk_lines *lines)
{
	struct pk_out words = pk_words(s);

	if (lines->n == 0)
		return PK_STR("");
	pk_put_c(&words, what);
	for (size_t i = 0; i < lines->n; i++) {
		pk_put_c(&words, i > 0 ? ", " : "");
		pk_put(&words, lines->v[i].text);
	}
	return pk_said(s, &words);
}

static void put_mottagare(struct parts *to)
{
	struct pk_map_builder part = pk_map_new(to->s);
	struct pk_list_builder rows = pk_list_new(to->s);

	if (!to->p->mottagare_split) {
		put_rows(to, PK_LABEL_MOTTAGARE, &to->p->mottagare);
		return;
	}
	pk_put_text_item(to->s, &rows, purpose(to->s, "För åtgärd: ", &to->p->mottagare));
	pk_put_text_item(to->s, &rows, purpose(to->s, "För kännedom: ", &to->p->for_kannedom));
	pk_put_list(&part, "rader", &rows);
	put_part(to, pk_label_of(to->s, PK_LABEL_MOTTAGARE), &part);
}

static void put_kind(struct parts *to, enum pk_part_kind kind)
{
	const struct pk_paragraf *p = to->p;

	switch (kind) {
	case PK_PART_JAV:
		put_jav(to);
		break;
	case PK_PART_RATTELSER:
		put_rattelser(to);
		break;
	case PK_PART_BESLUT:
		put_beslut(to);
		break;
	case PK_PART_FORSLAG:
		put_forslag(to);
		break;
	case PK_PART_MOTIVERING:
		put_prose_part(to, PK_LABEL_MOTIVERING, &p->motivering);
		break;
	case PK_PART_ARENDEBESKRIVNING:
		put_prose_part(to, PK_LABEL_ARENDEBESKRIVNING, &p->arendebeskrivning);
		break;
	case PK_PART_AVSNITT:
		put_avsnitt(to);
		break;
	case PK_PART_YRKANDEN:
		put_yrkanden(to);
		break;
	case PK_PART_PROPOSITIONSORDNING:
		put_prose_part(to, PK_LABEL_PROPOSITIONSORDNING, &p->propositionsordning);
		break;
	case PK_PART_OMROSTNINGAR:
		put_votes(to);
		break;
	case PK_PART_DELTAR_INTE:
		put_abstainers(to);
		break;
	case PK_PART_RESERVATIONER:
		put_reservationer(to);
		break;
	case PK_PART_SARSKILDA_YTTRANDEN:
		put_anteckningar(to, PK_LABEL_SARSKILDA_YTTRANDEN, p->sarskilda_yttranden,
				p->n_sarskilda_yttranden, "lämnar ett särskilt yttrande");
		break;
	case PK_PART_ANTECKNINGAR:
		put_anteckningar(to, PK_LABEL_ANTECKNINGAR, p->anteckningar, p->n_anteckningar,
				"lämnar en protokollsanteckning");
		break;
	case PK_PART_DELEGATIONSBESLUT:
		put_table(to, PK_LABEL_DELEGATIONSBESLUT, pk_tell_delegation);
		break;
	case PK_PART_ANMALNINGAR:
		put_table(to, PK_LABEL_ANMALNINGAR, pk_tell_anmalningar);
		break;
	case PK_PART_BESLUTSUNDERLAG:
		put_rows(to, PK_LABEL_BESLUTSUNDERLAG, &p->beslutsunderlag);
		break;
	case PK_PART_OMEDELBAR_JUSTERING:
		if (p->omedelbar.given)
			put_words_part(to, pk_label_of(to->s, PK_LABEL_OMEDELBAR_JUSTERING),
					PK_STR("Paragrafen förklaras omedelbart justerad."));
		break;
	case PK_PART_MOTTAGARE:
		put_mottagare(to);
		break;
	case PK_PART_COUNT:
		break;
	}
}

/* "Ärendet redovisas inte med hänvisning till sekretess (26 kap. 1 § OSL)." */
static struct pk_str secret_words(const struct pk_scene *s, const struct pk_sekretess *sekretess)
{
	struct pk_out words = pk_words(s);

	pk_put_c(&words, "Ärendet redovisas inte med hänvisning till sekretess");
	if (sekretess->lagrum.text.n > 0) {
		pk_put_c(&words, " (");
		pk_put(&words, sekretess->lagrum.text);
		pk_put_c(&words, ")");
	}
	pk_put_c(&words, ".");
	return pk_said(s, &words);
}

void pk_context_parts(const struct pk_scene *s, struct pk_map_builder *map, size_t i)
{
	struct parts to = { s, &s->meeting->paragrafer[i], i, PK_PART_COUNT, pk_list_new(s) };

	if (s->secret[i])
		put_words_part(&to, PK_STR(""), secret_words(s, &to.p->sekretess));
	for (size_t k = 0; !s->secret[i] && k < PK_PART_COUNT; k++) {
		to.kind = s->meeting->settings.order[k];
		put_kind(&to, to.kind);
	}
	pk_put_list(map, "delar", &to.list);
}
