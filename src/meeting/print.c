/* The decoded meeting as JSON, absent facts left out: for tests. */
#include "meeting/json.h"

#include "meeting/meeting.h"
#include "meeting/persons.h"

static void put_group(struct pk_json *j, const struct pk_meeting *m, const struct pk_person *person)
{
	static const char *const names[] = { "beslutande", "ersättare", "frånvarande", "övriga" };

	if (person->group == PK_GROUP_EGEN)
		pk_json_str(j, "grupp", m->groups[person->own_group].rubrik.text);
	else if (person->group != PK_GROUP_NONE)
		pk_json_str(j, "grupp", pk_str_of(names[person->group]));
}

static void put_person(struct pk_json *j, const struct pk_meeting *m, const struct pk_person *person)
{
	pk_json_open(j, '{');
	pk_json_str(j, "namn", person->namn);
	pk_json_str(j, "parti", person->parti);
	pk_json_str(j, "titel", person->titel);
	pk_json_str(j, "roll", person->roll);
	pk_json_flag(j, "vakant", person->vacant);
	pk_json_flag(j, "distans", person->remote);
	if (person->serves_for) {
		pk_json_key(j, "tjänstgör_för");
		pk_json_who(j, &person->for_whom);
	}
	pk_json_str(j, "orsak", person->orsak);
	pk_json_presence(j, &person->presence);
	put_group(j, m, person);
	pk_json_close(j, '}');
}

static void put_people(struct pk_json *j, const struct pk_meeting *m, const char *name,
		const struct pk_person *v, size_t n)
{
	if (n == 0)
		return;
	pk_json_key(j, name);
	pk_json_open(j, '[');
	for (size_t i = 0; i < n; i++) {
		pk_json_next(j);
		put_person(j, m, &v[i]);
	}
	pk_json_close(j, ']');
}

static void put_chairs(struct pk_json *j, const struct pk_meeting *m)
{
	if (m->n_chairs == 0)
		return;
	pk_json_key(j, "ordförande");
	pk_json_open(j, '[');
	for (size_t i = 0; i < m->n_chairs; i++) {
		pk_json_next(j);
		pk_json_who(j, &m->chairs[i].who);
	}
	pk_json_close(j, ']');
}

static void put_signatures(struct pk_json *j, const struct pk_justering *justering)
{
	if (justering->n_signaturer == 0)
		return;
	pk_json_key(j, "signaturer");
	pk_json_open(j, '[');
	for (size_t i = 0; i < justering->n_signaturer; i++) {
		pk_json_next(j);
		pk_json_open(j, '{');
		pk_json_str(j, "namn", justering->signaturer[i].who.namn);
		pk_json_date(j, "datum", justering->signaturer[i].datum.date);
		pk_json_close(j, '}');
	}
	pk_json_close(j, ']');
}

static void put_justering(struct pk_json *j, const struct pk_justering *justering)
{
	static const char *const signing[] = { "penna", "digital", "ingen" };

	pk_json_key(j, "justering");
	pk_json_open(j, '{');
	pk_json_whos(j, "justerare", &justering->justerare);
	pk_json_whos(j, "ersättare", &justering->ersattare);
	pk_json_str(j, "plats", justering->plats.text);
	pk_json_date(j, "planerad", justering->planerad.date);
	pk_json_str(j, "planerad_tid", justering->planerad_tid);
	pk_json_date(j, "datum", justering->datum.date);
	pk_json_str(j, "signering", pk_str_of(signing[justering->signering]));
	put_signatures(j, justering);
	pk_json_close(j, '}');
}

static void put_anslag(struct pk_json *j, const struct pk_meeting *m)
{
	pk_json_flag(j, "anslag_nej", m->anslag_none);
	if (m->n_anslag == 0)
		return;
	pk_json_key(j, "anslag");
	pk_json_open(j, '[');
	for (size_t i = 0; i < m->n_anslag; i++) {
		const struct pk_anslag *a = &m->anslag[i];

		pk_json_next(j);
		pk_json_open(j, '{');
		pk_json_str(j, "tavla", a->tavla.text);
		pk_json_date(j, "datum", a->datum.date);
		pk_json_date(j, "nedtas", a->nedtas.date);
		pk_json_str(j, "förvaringsplats", a->forvaringsplats.text);
		pk_json_str(j, "av", a->av.text);
		pk_json_close(j, '}');
	}
	pk_json_close(j, ']');
}

static void put_paragrafer(struct pk_json *j, const struct pk_meeting *m)
{
	if (m->n_paragrafer == 0)
		return;
	pk_json_key(j, "paragrafer");
	pk_json_open(j, '[');
	for (size_t i = 0; i < m->n_paragrafer; i++) {
		pk_json_next(j);
		pk_json_paragraf(j, &m->paragrafer[i]);
	}
	pk_json_close(j, ']');
}

/* Those that are not as they are by default. */
static void put_more_settings(struct pk_json *j, const struct pk_settings *s)
{
	static const char *const bevis[] = { "första", "andra", "sista" };
	static const char *const agenda[] = { "spann", "första", "nej" };
	static const char *const layouts[] = { "", "summa", "löptext", "rader", "matris" };
	static const char *const forms[] = { "", "punkter", "att", "löptext" };

	if (s->bevis_page != PK_BEVIS_FIRST)
		pk_json_str(j, "bevis", pk_str_of(bevis[s->bevis_page]));
	pk_json_flag(j, "utan_sista_dag", !s->bevis_last_day);
	pk_json_flag(j, "fylls_i_för_hand", s->bevis_by_hand);
	pk_json_flag(j, "lista_utan_dnr", !s->agenda_dnr);
	if (s->agenda_page != PK_AGENDA_SPAN)
		pk_json_str(j, "lista_sida", pk_str_of(agenda[s->agenda_page]));
	pk_json_flag(j, "numrering_sammanträde", s->numbered_by_meeting);
	if (s->vote_layout != PK_LAYOUT_LOPTEXT)
		pk_json_str(j, "röstredovisning", pk_str_of(layouts[s->vote_layout]));
	if (s->beslutsform != PK_FORM_PUNKTER)
		pk_json_str(j, "beslutsform", pk_str_of(forms[s->beslutsform]));
	pk_json_str(j, "bygger_på", s->builds_on.text);
}

static void put_settings(struct pk_json *j, const struct pk_settings *s)
{
	static const char *const parts[PK_PART_COUNT] = { "jäv", "rät", "bes", "för", "mot", "är",
		"avs", "yrk", "pro", "omr", "del", "res", "sär", "ant", "dlg", "anm", "und", "ome",
		"mtt" };
	static const struct {
		const char *key;
		struct pk_str words;
	} labels[] = {
#define L(id, key_, words_) { key_, { words_, sizeof(words_) - 1 } },
#include "meeting/labels.def"
#undef L
	};

	pk_json_key(j, "inställningar");
	pk_json_open(j, '{');
	for (size_t i = 0; i < PK_LABEL_COUNT; i++) {
		if (!pk_str_eq(s->labels[i], labels[i].words))
			pk_json_str(j, labels[i].key, s->labels[i]);
	}
	pk_json_key(j, "ordning");
	pk_put_byte(j->out, '"');
	for (size_t i = 0; i < PK_PART_COUNT; i++) {
		pk_put_c(j->out, i > 0 ? " " : "");
		pk_put_c(j->out, parts[s->order[i]]);
	}
	pk_put_byte(j->out, '"');
	pk_json_number(j, "nedtagande", s->nedtagande);
	if (s->nedtagande_days > 0)
		pk_json_number(j, "dagar", (uint64_t)s->nedtagande_days);
	pk_json_str(j, "prefix", s->prefix);
	pk_json_flag(j, "årtal", s->year);
	pk_json_str(j, "flertecken", s->plural_sign);
	pk_json_flag(j, "ny_sida", s->new_page);
	pk_json_flag(j, "signaturrutor", s->signature_boxes);
	pk_json_flag(j, "utdragsbestyrkande", s->certification);
	put_more_settings(j, s);
	pk_json_str(j, "accentfärg", s->accent.text);
	pk_json_str(j, "logotyp", s->logo.text);
	pk_json_str(j, "alt", s->logo_alt);
	pk_json_close(j, '}');
}

static void put_days(struct pk_json *j, const struct pk_meeting *m)
{
	if (m->n_days < 2)
		return;
	pk_json_key(j, "dagar");
	pk_json_open(j, '[');
	for (size_t i = 0; i < m->n_days; i++) {
		pk_json_next(j);
		pk_json_open(j, '{');
		pk_json_date(j, "datum", m->days[i].date);
		pk_json_close(j, '}');
	}
	pk_json_close(j, ']');
}

static void put_breaks(struct pk_json *j, const struct pk_meeting *m)
{
	if (m->n_ajournering == 0)
		return;
	pk_json_key(j, "ajournering");
	pk_json_open(j, '[');
	for (size_t i = 0; i < m->n_ajournering; i++) {
		pk_json_next(j);
		pk_json_open(j, '{');
		pk_json_str(j, "tid", m->ajournering[i].tid.text);
		pk_json_str(j, "skäl", m->ajournering[i].skal.text);
		pk_json_presence(j, &m->ajournering[i].paragraf);
		pk_json_close(j, '}');
	}
	pk_json_close(j, ']');
}

static void put_open(struct pk_json *j, const struct pk_meeting *m)
{
	if (m->oppet == PK_NOT_TOLD)
		return;
	pk_json_key(j, "öppet");
	pk_json_open(j, '{');
	pk_json_str(j, "svar", m->oppet == PK_TOLD_YES ? PK_STR("ja") : PK_STR("nej"));
	pk_json_presence(j, &m->oppet_paragrafer);
	pk_json_close(j, '}');
}

static void put_register(struct pk_json *j, const struct pk_meeting *m)
{
	if (m->seats > 0)
		pk_json_number(j, "platser", m->seats);
	if (m->n_registered == 0)
		return;
	pk_json_key(j, "register");
	pk_json_open(j, '[');
	for (size_t i = 0; i < m->n_registered; i++) {
		const struct pk_registered *one = &m->registered[i];

		pk_json_next(j);
		pk_json_open(j, '{');
		pk_json_str(j, "nyckel", one->nyckel);
		pk_json_str(j, "namn", one->namn);
		pk_json_str(j, "parti", one->parti);
		pk_json_str(j, "roll", pk_role_word(one->role));
		pk_json_date(j, "från", one->fran);
		pk_json_date(j, "till", one->till);
		pk_json_flag(j, "ersättare", one->ersattare);
		pk_json_close(j, '}');
	}
	pk_json_close(j, ']');
}

static void put_silenced(struct pk_json *j, const struct pk_meeting *m)
{
	if (m->n_silenced == 0)
		return;
	pk_json_key(j, "tysta");
	pk_json_open(j, '[');
	for (size_t i = 0; i < m->n_silenced; i++) {
		pk_json_next(j);
		pk_json_open(j, '{');
		pk_json_str(j, "kod", m->silenced[i].kod.text);
		pk_json_str(j, "skäl", m->silenced[i].skal.text);
		if (m->silenced[i].paragraf >= 0)
			pk_json_number(j, "paragraf", (uint64_t)m->silenced[i].paragraf);
		pk_json_close(j, '}');
	}
	pk_json_close(j, ']');
}

void pk_meeting_print_json(const struct pk_meeting *m, struct pk_out *out)
{
	struct pk_json j = { .out = out };

	pk_json_open(&j, '{');
	pk_json_str(&j, "kommun", m->kommun.text);
	pk_json_str(&j, "organ", m->organ.text);
	pk_json_str(&j, "titel", m->titel.text);
	pk_json_str(&j, "mall", m->mall.text);
	pk_json_str(&j, "nummer", m->nummer.text);
	pk_json_date(&j, "datum", m->datum.date);
	put_days(&j, m);
	pk_json_str(&j, "tid", m->tid.text);
	pk_json_str(&j, "plats", m->plats.text);
	if (m->utkast != PK_NOT_FORCED)
		pk_json_str(&j, "utkast", m->utkast == PK_FORCED_YES ? PK_STR("ja") : PK_STR("nej"));
	put_breaks(&j, m);
	put_open(&j, m);
	put_register(&j, m);
	pk_json_flag(&j, "alla_ledamöter", m->all_members);
	put_people(&j, m, "personer", m->persons, m->n_persons);
	put_people(&j, m, "sekreterare", m->secretaries, m->n_secretaries);
	put_chairs(&j, m);
	if (m->justering_given)
		put_justering(&j, &m->justering);
	put_anslag(&j, m);
	put_paragrafer(&j, m);
	pk_json_sections(&j, "avsnitt", &m->avsnitt);
	pk_json_sections(&j, "bilagor", &m->bilagor);
	put_silenced(&j, m);
	put_settings(&j, &m->settings);
	pk_json_close(&j, '}');
	pk_put_c(out, "\n");
}
