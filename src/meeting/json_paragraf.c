/* One paragraf as JSON. */
#include "meeting/json.h"

static const char *const side_names[PK_SIDES] = { "ja", "nej", "avstår", "frånvarande" };

static void put_proses(struct pk_json *j, const char *name, const struct pk_proses *proses)
{
	if (proses->n == 0)
		return;
	pk_json_key(j, name);
	pk_json_open(j, '[');
	for (size_t i = 0; i < proses->n; i++) {
		pk_json_next(j);
		pk_json_words(j, &proses->v[i]);
	}
	pk_json_close(j, ']');
}

static void put_told(struct pk_json *j, const char *name, enum pk_told told)
{
	if (told != PK_NOT_TOLD)
		pk_json_str(j, name, told == PK_TOLD_YES ? PK_STR("ja") : PK_STR("nej"));
}

/* One of the words; the first stands for "not told". */
static void put_word(struct pk_json *j, const char *name, const char *const *words, unsigned which)
{
	pk_json_str(j, name, which == 0 ? PK_STR("") : pk_str_of(words[which - 1]));
}

static void put_given(struct pk_json *j, const char *name, bool given, uint32_t number)
{
	if (given)
		pk_json_number(j, name, number);
}

/* A list of mappings, each written by its own function. */
static void put_list(struct pk_json *j, const char *name, const void *v, size_t n, size_t size,
		void (*put)(struct pk_json *j, const void *item))
{
	if (n == 0)
		return;
	pk_json_key(j, name);
	pk_json_open(j, '[');
	for (size_t i = 0; i < n; i++) {
		pk_json_next(j);
		pk_json_open(j, '{');
		put(j, (const char *)v + i * size);
		pk_json_close(j, '}');
	}
	pk_json_close(j, ']');
}

static void put_one_who(struct pk_json *j, const char *name, const struct pk_who *who)
{
	if (who->namn.n == 0)
		return;
	pk_json_key(j, name);
	pk_json_who(j, who);
}

static void put_tidigare(struct pk_json *j, const void *item)
{
	const struct pk_earlier *earlier = item;

	pk_json_str(j, "organ", earlier->organ.text);
	pk_json_str(j, "paragraf", earlier->paragraf);
	pk_json_date(j, "datum", earlier->datum.date);
}

static void put_jav(struct pk_json *j, const void *item)
{
	const struct pk_jav *jav = item;

	put_one_who(j, "namn", &jav->who);
	put_one_who(j, "ersättare", &jav->ersattare);
	put_told(j, "lämnar", jav->lamnar);
	pk_json_str(j, "skäl", jav->skal.text);
}

static void put_rattelse(struct pk_json *j, const void *item)
{
	const struct pk_rattelse *rattelse = item;

	pk_json_date(j, "datum", rattelse->datum.date);
	pk_json_str(j, "av", rattelse->av.text);
	pk_json_str(j, "avser", rattelse->avser.text);
	pk_json_str(j, "stod", rattelse->stod.text);
	pk_json_str(j, "rättat", rattelse->rattat.text);
	pk_json_str(j, "grund", rattelse->grund.text);
}

static void put_forslag(struct pk_json *j, const void *item)
{
	const struct pk_forslag *forslag = item;

	pk_json_str(j, "till", forslag->till.text);
	put_proses(j, "beslut", &forslag->beslut);
}

static void put_yrkande(struct pk_json *j, const void *item)
{
	static const char *const kinds[] = { "bifall", "avslag", "ändring", "tillägg", "återremiss",
		"bordläggning" };
	const struct pk_yrkande *yrkande = item;

	pk_json_whos(j, "av", &yrkande->av);
	put_word(j, "typ", kinds, yrkande->typ);
	pk_json_str(j, "på", yrkande->pa.text);
	pk_json_prose(j, "text", &yrkande->text);
	pk_json_whos(j, "instämmer", &yrkande->instammer);
}

static void put_side(struct pk_json *j, const char *name, const struct pk_voters *side)
{
	if (side->form == PK_SIDE_NUMBER)
		pk_json_number(j, name, side->number);
	else if (side->form == PK_SIDE_REST)
		pk_json_str(j, name, PK_STR("övriga"));
	else if (side->form == PK_SIDE_NAMES)
		pk_json_whos(j, name, &side->names);
}

static void put_summa(struct pk_json *j, const struct pk_omrostning *vote)
{
	bool any = false;

	for (size_t i = 0; i < PK_SIDES; i++)
		any = any || vote->summa_given[i];
	if (!any)
		return;
	pk_json_key(j, "summa");
	pk_json_open(j, '{');
	for (size_t i = 0; i < PK_SIDES; i++)
		put_given(j, side_names[i], vote->summa_given[i], vote->summa[i]);
	pk_json_close(j, '}');
}

static void put_vote(struct pk_json *j, const void *item)
{
	static const char *const kinds[] = { "huvudvotering", "motförslag", "minoritet" };
	static const char *const ties[] = { "utslagsröst", "lottning" };
	static const char *const layouts[] = { "summa", "löptext", "rader", "matris" };
	const struct pk_omrostning *vote = item;

	put_word(j, "slag", kinds, vote->slag);
	pk_json_str(j, "ja_betyder", vote->ja_betyder.text);
	pk_json_str(j, "nej_betyder", vote->nej_betyder.text);
	for (size_t i = 0; i < PK_SIDES; i++)
		put_side(j, side_names[i], &vote->sides[i]);
	put_given(j, "blanka", vote->blanka_given, vote->blanka);
	put_given(j, "ogiltiga", vote->ogiltiga_given, vote->ogiltiga);
	pk_json_flag(j, "sluten", vote->sluten);
	put_word(j, "avgörande", ties, vote->avgorande);
	put_told(j, "utfall", vote->utfall);
	put_summa(j, vote);
	put_word(j, "redovisning", layouts, vote->redovisning);
}

static void put_reservation(struct pk_json *j, const void *item)
{
	const struct pk_reservation *reservation = item;

	pk_json_whos(j, "av", &reservation->av);
	pk_json_str(j, "grupp", reservation->grupp.text);
	pk_json_str(j, "för", reservation->for_vad.text);
	pk_json_prose(j, "text", &reservation->text);
	put_given(j, "bilaga", reservation->bilaga > 0, reservation->bilaga);
}

static void put_anteckning(struct pk_json *j, const void *item)
{
	const struct pk_anteckning *anteckning = item;

	pk_json_whos(j, "av", &anteckning->av);
	pk_json_prose(j, "text", &anteckning->text);
	put_given(j, "bilaga", anteckning->bilaga > 0, anteckning->bilaga);
}

static void put_delegation(struct pk_json *j, const void *item)
{
	const struct pk_delegation *delegation = item;

	pk_json_str(j, "nr", delegation->nr.text);
	pk_json_date(j, "datum", delegation->datum.date);
	pk_json_str(j, "dnr", delegation->dnr.text);
	pk_json_str(j, "beslut", delegation->beslut.text);
	pk_json_str(j, "delegat", delegation->delegat.text);
}

static void put_anmalan(struct pk_json *j, const void *item)
{
	const struct pk_anmalan *anmalan = item;

	pk_json_date(j, "datum", anmalan->datum.date);
	pk_json_str(j, "dnr", anmalan->dnr.text);
	pk_json_str(j, "ärende", anmalan->arende.text);
	pk_json_str(j, "från", anmalan->fran.text);
}

static void put_omedelbar(struct pk_json *j, const struct pk_omedelbar *omedelbar)
{
	if (!omedelbar->given)
		return;
	pk_json_key(j, "omedelbar_justering");
	pk_json_open(j, '{');
	pk_json_date(j, "datum", omedelbar->datum.date);
	pk_json_whos(j, "justerare", &omedelbar->justerare);
	pk_json_str(j, "plats", omedelbar->plats.text);
	pk_json_date(j, "anslag", omedelbar->anslag.date);
	pk_json_close(j, '}');
}

static void put_sekretess(struct pk_json *j, const struct pk_sekretess *sekretess)
{
	if (!sekretess->given)
		return;
	pk_json_key(j, "sekretess");
	pk_json_open(j, '{');
	pk_json_str(j, "lagrum", sekretess->lagrum.text);
	pk_json_str(j, "rubrik", sekretess->rubrik.text);
	pk_json_flag(j, "markerat", sekretess->marked);
	pk_json_close(j, '}');
}

static void put_decision(struct pk_json *j, const struct pk_paragraf *p)
{
	static const char *const forms[] = { "punkter", "att", "löptext" };

	pk_json_flag(j, "beslut_nej", p->beslut_none);
	put_proses(j, "beslut", &p->beslut);
	put_word(j, "beslutsform", forms, p->beslutsform);
}

#define LIST(name, field, put) \
	put_list(j, name, p->field, p->n_##field, sizeof(*p->field), (put))

static void put_proceedings(struct pk_json *j, const struct pk_paragraf *p)
{
	LIST("yrkanden", yrkanden, put_yrkande);
	pk_json_prose(j, "propositionsordning", &p->propositionsordning);
	LIST("omröstningar", omrostningar, put_vote);
	pk_json_whos(j, "deltar_inte", &p->deltar_inte);
	LIST("reservationer", reservationer, put_reservation);
	LIST("särskilda_yttranden", sarskilda_yttranden, put_anteckning);
	LIST("anteckningar", anteckningar, put_anteckning);
	LIST("delegationsbeslut", delegationsbeslut, put_delegation);
	LIST("anmälningar", anmalningar, put_anmalan);
}

void pk_json_paragraf(struct pk_json *j, const struct pk_paragraf *p)
{
	static const char *const appeals[] = { "besvär", "nej" };

	pk_json_open(j, '{');
	pk_json_str(j, "nr", p->nr);
	pk_json_flag(j, "nr_givet", p->nr_given);
	pk_json_str(j, "rubrik", p->rubrik.text);
	pk_json_str(j, "dnr", p->dnr.text);
	pk_json_date(j, "dag", p->dag.date);
	LIST("tidigare", tidigare, put_tidigare);
	put_one_who(j, "ordförande", &p->ordforande);
	LIST("jäv", jav, put_jav);
	LIST("rättelser", rattelser, put_rattelse);
	put_decision(j, p);
	LIST("förslag", forslag, put_forslag);
	pk_json_prose(j, "motivering", &p->motivering);
	pk_json_prose(j, "ärendebeskrivning", &p->arendebeskrivning);
	pk_json_sections(j, "avsnitt", &p->avsnitt);
	put_proceedings(j, p);
	pk_json_lines(j, "beslutsunderlag", &p->beslutsunderlag);
	put_omedelbar(j, &p->omedelbar);
	pk_json_lines(j, "mottagare", &p->mottagare);
	pk_json_lines(j, "för_kännedom", &p->for_kannedom);
	put_sekretess(j, &p->sekretess);
	put_word(j, "överklagande", appeals, p->overklagande);
	pk_json_close(j, '}');
}
