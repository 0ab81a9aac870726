/* The decoded meeting as JSON, absent facts left out: for tests. */
#include "meeting/meeting.h"

#include "meeting/persons.h"

struct json {
	struct pk_out *out;
	bool first; /* nothing stands yet in the object or list */
	int depth;  /* the two outermost levels have a line for each item */
};

static void next(struct json *j)
{
	if (!j->first)
		pk_put_c(j->out, j->depth > 2 ? ", " : ",");
	if (j->depth <= 2)
		pk_put_byte(j->out, '\n');
	j->first = false;
}

static void put_quoted(struct json *j, struct pk_str s)
{
	pk_put_byte(j->out, '"');
	for (size_t i = 0; i < s.n; i++) {
		if (s.p[i] == '\n' || s.p[i] == '\t') {
			pk_put_c(j->out, s.p[i] == '\n' ? "\\n" : "\\t");
			continue;
		}
		if (s.p[i] == '"' || s.p[i] == '\\')
			pk_put_byte(j->out, '\\');
		pk_put_byte(j->out, s.p[i]);
	}
	pk_put_byte(j->out, '"');
}

static void key(struct json *j, const char *name)
{
	next(j);
	put_quoted(j, pk_str_of(name));
	pk_put_c(j->out, ": ");
}

static void open(struct json *j, char bracket)
{
	pk_put_byte(j->out, bracket);
	j->depth++;
	j->first = true;
}

static void close(struct json *j, char bracket)
{
	pk_put_byte(j->out, bracket);
	j->depth--;
	j->first = false;
}

static void put_str(struct json *j, const char *name, struct pk_str s)
{
	if (s.n == 0)
		return;
	key(j, name);
	put_quoted(j, s);
}

static void put_flag(struct json *j, const char *name, bool on)
{
	if (!on)
		return;
	key(j, name);
	pk_put_c(j->out, "true");
}

static void put_number(struct json *j, const char *name, uint64_t number)
{
	key(j, name);
	pk_put_uint(j->out, number);
}

static void put_date(struct json *j, const char *name, struct pk_date date)
{
	if (!pk_date_given(date))
		return;
	key(j, name);
	pk_put_byte(j->out, '"');
	pk_date_put_iso(j->out, date);
	pk_put_byte(j->out, '"');
}

static void put_words(struct json *j, const struct pk_prose *prose)
{
	struct pk_out words = pk_out_new(j->out->arena, j->out->max);

	if (prose->blocks != NULL)
		pk_blocks_words(prose->blocks, &words);
	j->out->failed = j->out->failed || words.failed;
	put_quoted(j, pk_out_str(&words));
}

static void put_prose(struct json *j, const char *name, const struct pk_prose *prose)
{
	if (prose->blocks == NULL)
		return;
	key(j, name);
	put_words(j, prose);
}

static void put_lines(struct json *j, const char *name, const struct pk_lines *lines)
{
	if (lines->n == 0)
		return;
	key(j, name);
	open(j, '[');
	for (size_t i = 0; i < lines->n; i++) {
		next(j);
		put_quoted(j, lines->v[i].text);
	}
	close(j, ']');
}

static void put_sections(struct json *j, const char *name, const struct pk_sections *sections)
{
	if (sections->n == 0)
		return;
	key(j, name);
	open(j, '[');
	for (size_t i = 0; i < sections->n; i++) {
		next(j);
		open(j, '{');
		put_str(j, "rubrik", sections->v[i].rubrik.text);
		put_prose(j, "text", &sections->v[i].text);
		put_str(j, "fil", sections->v[i].fil.text);
		close(j, '}');
	}
	close(j, ']');
}

/* The spans as "0-1", "!3" (except) and "~4" (part of). */
static void put_presence(struct json *j, const struct pk_presence *presence)
{
	put_str(j, "när", presence->text);
	if (presence->n_spans == 0)
		return;
	key(j, "spann");
	pk_put_byte(j->out, '"');
	for (size_t i = 0; i < presence->n_spans; i++) {
		const struct pk_span *span = &presence->spans[i];

		pk_put_c(j->out, i > 0 ? " " : "");
		pk_put_c(j->out, span->except ? "!" : span->part ? "~" : "");
		pk_put_uint(j->out, span->from);
		pk_put_c(j->out, "-");
		pk_put_uint(j->out, span->to);
	}
	pk_put_byte(j->out, '"');
}

static void put_who(struct json *j, const struct pk_who *who)
{
	open(j, '{');
	put_str(j, "namn", who->namn);
	put_str(j, "parti", who->parti);
	if (who->person >= 0)
		put_number(j, "person", (uint64_t)who->person);
	put_presence(j, &who->presence);
	close(j, '}');
}

static void put_whos(struct json *j, const char *name, const struct pk_whos *whos)
{
	if (whos->n == 0)
		return;
	key(j, name);
	open(j, '[');
	for (size_t i = 0; i < whos->n; i++) {
		next(j);
		put_who(j, &whos->v[i]);
	}
	close(j, ']');
}

static void put_group(struct json *j, const struct pk_meeting *m, const struct pk_person *person)
{
	static const char *const names[] = { "beslutande", "ersättare", "frånvarande", "övriga" };

	if (person->group == PK_GROUP_EGEN)
		put_str(j, "grupp", m->groups[person->own_group].rubrik.text);
	else if (person->group != PK_GROUP_NONE)
		put_str(j, "grupp", pk_str_of(names[person->group]));
}

static void put_person(struct json *j, const struct pk_meeting *m, const struct pk_person *person)
{
	open(j, '{');
	put_str(j, "namn", person->namn);
	put_str(j, "parti", person->parti);
	put_str(j, "titel", person->titel);
	put_str(j, "roll", person->roll);
	put_flag(j, "vakant", person->vacant);
	put_flag(j, "distans", person->remote);
	if (person->serves_for) {
		key(j, "tjänstgör_för");
		put_who(j, &person->for_whom);
	}
	put_str(j, "orsak", person->orsak);
	put_presence(j, &person->presence);
	put_group(j, m, person);
	close(j, '}');
}

static void put_people(struct json *j, const struct pk_meeting *m, const char *name,
		const struct pk_person *v, size_t n)
{
	if (n == 0)
		return;
	key(j, name);
	open(j, '[');
	for (size_t i = 0; i < n; i++) {
		next(j);
		put_person(j, m, &v[i]);
	}
	close(j, ']');
}

static void put_chairs(struct json *j, const struct pk_meeting *m)
{
	if (m->n_chairs == 0)
		return;
	key(j, "ordförande");
	open(j, '[');
	for (size_t i = 0; i < m->n_chairs; i++) {
		next(j);
		put_who(j, &m->chairs[i].who);
	}
	close(j, ']');
}

static void put_signatures(struct json *j, const struct pk_justering *justering)
{
	if (justering->n_signaturer == 0)
		return;
	key(j, "signaturer");
	open(j, '[');
	for (size_t i = 0; i < justering->n_signaturer; i++) {
		next(j);
		open(j, '{');
		put_str(j, "namn", justering->signaturer[i].who.namn);
		put_date(j, "datum", justering->signaturer[i].datum.date);
		close(j, '}');
	}
	close(j, ']');
}

static void put_justering(struct json *j, const struct pk_justering *justering)
{
	static const char *const signing[] = { "penna", "digital", "ingen" };

	key(j, "justering");
	open(j, '{');
	put_whos(j, "justerare", &justering->justerare);
	put_whos(j, "ersättare", &justering->ersattare);
	put_str(j, "plats", justering->plats.text);
	put_date(j, "planerad", justering->planerad.date);
	put_str(j, "planerad_tid", justering->planerad_tid);
	put_date(j, "datum", justering->datum.date);
	put_str(j, "signering", pk_str_of(signing[justering->signering]));
	put_signatures(j, justering);
	close(j, '}');
}

static void put_anslag(struct json *j, const struct pk_meeting *m)
{
	put_flag(j, "anslag_nej", m->anslag_none);
	if (m->n_anslag == 0)
		return;
	key(j, "anslag");
	open(j, '[');
	for (size_t i = 0; i < m->n_anslag; i++) {
		const struct pk_anslag *a = &m->anslag[i];

		next(j);
		open(j, '{');
		put_str(j, "tavla", a->tavla.text);
		put_date(j, "datum", a->datum.date);
		put_date(j, "nedtas", a->nedtas.date);
		put_str(j, "förvaringsplats", a->forvaringsplats.text);
		put_str(j, "av", a->av.text);
		close(j, '}');
	}
	close(j, ']');
}

static void put_paragraf(struct json *j, const struct pk_paragraf *p)
{
	open(j, '{');
	put_str(j, "nr", p->nr);
	put_flag(j, "nr_givet", p->nr_given);
	put_str(j, "rubrik", p->rubrik.text);
	put_str(j, "dnr", p->dnr.text);
	put_flag(j, "beslut_nej", p->beslut_none);
	if (p->beslut.n > 0) {
		key(j, "beslut");
		open(j, '[');
		for (size_t i = 0; i < p->beslut.n; i++) {
			next(j);
			put_words(j, &p->beslut.v[i]);
		}
		close(j, ']');
	}
	put_prose(j, "motivering", &p->motivering);
	put_prose(j, "ärendebeskrivning", &p->arendebeskrivning);
	put_sections(j, "avsnitt", &p->avsnitt);
	put_lines(j, "beslutsunderlag", &p->beslutsunderlag);
	put_lines(j, "mottagare", &p->mottagare);
	close(j, '}');
}

static void put_paragrafer(struct json *j, const struct pk_meeting *m)
{
	if (m->n_paragrafer == 0)
		return;
	key(j, "paragrafer");
	open(j, '[');
	for (size_t i = 0; i < m->n_paragrafer; i++) {
		next(j);
		put_paragraf(j, &m->paragrafer[i]);
	}
	close(j, ']');
}

static void put_settings(struct json *j, const struct pk_settings *s)
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

	key(j, "inställningar");
	open(j, '{');
	for (size_t i = 0; i < PK_LABEL_COUNT; i++) {
		if (!pk_str_eq(s->labels[i], labels[i].words))
			put_str(j, labels[i].key, s->labels[i]);
	}
	key(j, "ordning");
	pk_put_byte(j->out, '"');
	for (size_t i = 0; i < PK_PART_COUNT; i++) {
		pk_put_c(j->out, i > 0 ? " " : "");
		pk_put_c(j->out, parts[s->order[i]]);
	}
	pk_put_byte(j->out, '"');
	put_number(j, "nedtagande", s->nedtagande);
	if (s->nedtagande_days > 0)
		put_number(j, "dagar", (uint64_t)s->nedtagande_days);
	put_str(j, "prefix", s->prefix);
	put_flag(j, "årtal", s->year);
	put_str(j, "flertecken", s->plural_sign);
	put_flag(j, "ny_sida", s->new_page);
	put_flag(j, "signaturrutor", s->signature_boxes);
	put_flag(j, "utdragsbestyrkande", s->certification);
	put_str(j, "accentfärg", s->accent);
	put_str(j, "logotyp", s->logo.text);
	put_str(j, "alt", s->logo_alt);
	close(j, '}');
}

void pk_meeting_print_json(const struct pk_meeting *m, struct pk_out *out)
{
	struct json j = { .out = out };

	open(&j, '{');
	put_str(&j, "kommun", m->kommun.text);
	put_str(&j, "organ", m->organ.text);
	put_str(&j, "titel", m->titel.text);
	put_str(&j, "mall", m->mall.text);
	put_str(&j, "nummer", m->nummer.text);
	put_date(&j, "datum", m->datum.date);
	put_str(&j, "tid", m->tid.text);
	put_str(&j, "plats", m->plats.text);
	if (m->utkast != PK_NOT_FORCED)
		put_str(&j, "utkast", m->utkast == PK_FORCED_YES ? PK_STR("ja") : PK_STR("nej"));
	put_people(&j, m, "personer", m->persons, m->n_persons);
	put_people(&j, m, "sekreterare", m->secretaries, m->n_secretaries);
	put_chairs(&j, m);
	if (m->justering_given)
		put_justering(&j, &m->justering);
	put_anslag(&j, m);
	put_paragrafer(&j, m);
	put_sections(&j, "avsnitt", &m->avsnitt);
	put_sections(&j, "bilagor", &m->bilagor);
	put_settings(&j, &m->settings);
	close(&j, '}');
	pk_put_c(out, "\n");
}
