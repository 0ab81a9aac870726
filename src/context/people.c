/* Who was there: the groups of page one, each person a line. */
#include "context/inside.h"

#include "meeting/meeting.h"
#include "rules/places.h"

/* Where a line is printed; the own groups follow. */
enum place {
	PLACE_BESLUTANDE,
	PLACE_TJANSTGORANDE,
	PLACE_EJ_TJANSTGORANDE,
	PLACE_FRANVARANDE,
	PLACE_OVRIGA,
	PLACE_EGEN
};

static enum place place_of(const struct pk_person *p)
{
	switch (p->group) {
	case PK_GROUP_BESLUTANDE:
		return p->serves_for ? PLACE_TJANSTGORANDE : PLACE_BESLUTANDE;
	case PK_GROUP_ERSATTARE:
		return p->serves_for ? PLACE_TJANSTGORANDE : PLACE_EJ_TJANSTGORANDE;
	case PK_GROUP_FRANVARANDE:
		return PLACE_FRANVARANDE;
	case PK_GROUP_EGEN:
		return PLACE_EGEN;
	case PK_GROUP_OVRIGA:
	case PK_GROUP_NONE:
		break;
	}
	return PLACE_OVRIGA;
}

/* The name by which somebody stands for a seat: "för Nils Berg (M)". */
static void say_substitution(
		const struct pk_scene *s, struct pk_out *words, const struct pk_person *p)
{
	if (!p->serves_for || p->for_whom.namn.n == 0)
		return;
	pk_put_c(words, " för ");
	pk_say_who(s, words, &p->for_whom);
}

static void say_part(struct pk_out *words, struct pk_str part)
{
	if (part.n == 0)
		return;
	pk_put_c(words, ", ");
	pk_put(words, part);
}

/* The group's own label already says that a substitute is one. */
static struct pk_str printed_role(const struct pk_person *p)
{
	bool told = p->role == PK_ROLE_ERSATTARE && place_of(p) != PLACE_BESLUTANDE;

	return told ? PK_STR("") : p->roll;
}

/* "§ 41–42", with the reason: "ej § 44 (jäv)". */
static void say_presence(struct pk_out *words, const struct pk_person *p)
{
	if (p->presence.given) {
		pk_put_c(words, ", ");
		pk_say_bound(words, p->presence.text);
	}
	if (p->orsak.n == 0)
		return;
	pk_put_c(words, p->presence.given ? " (" : ", ");
	pk_put(words, p->orsak);
	pk_put_c(words, p->presence.given ? ")" : "");
}

/* Which paragrafer a line covers where somebody had jäv, by that somebody or by the substitute. */
enum jav_side { JAV_WHO, JAV_SUBSTITUTE };

static const bool *jav_of(const struct pk_scene *s, const struct pk_person *p, enum jav_side side)
{
	const struct pk_meeting *m = s->meeting;
	bool *in = pk_new(s->job, bool, m->n_paragrafer);

	for (size_t i = 0; in != NULL && i < m->n_paragrafer; i++) {
		for (size_t j = 0; j < m->paragrafer[i].n_jav; j++) {
			const struct pk_jav *jav = &m->paragrafer[i].jav[j];
			const struct pk_who *who = side == JAV_WHO ? &jav->who : &jav->ersattare;

			in[i] = in[i] || (pk_who_is(s, who, p) && pk_rules_cover(&p->presence,
										  (uint32_t)i) !=
										  PK_COVER_NONE);
		}
	}
	return in;
}

/* ", ej § 44 (jäv)" where the person decides; ", ej § 44" for a substitute who was called in. */
static void say_jav(const struct pk_scene *s, struct pk_out *words, const struct pk_person *p)
{
	bool waits = place_of(p) == PLACE_EJ_TJANSTGORANDE;
	const bool *in = jav_of(s, p, waits ? JAV_SUBSTITUTE : JAV_WHO);
	struct pk_out ranges = pk_words(s);

	if (place_of(p) > PLACE_EJ_TJANSTGORANDE || in == NULL ||
			!pk_say_paragrafer(s, &ranges, in))
		return;
	pk_put_c(words, ", ej ");
	pk_put(words, pk_said(s, &ranges));
	pk_put_c(words, waits ? "" : " (jäv)");
}

/* The paragrafer of this line that the person chaired; *ret_all: there is no other. */
static const bool *chaired(const struct pk_scene *s, const struct pk_person *p, bool *ret_all)
{
	const struct pk_meeting *m = s->meeting;
	bool *in = pk_new(s->job, bool, m->n_paragrafer);

	*ret_all = m->n_paragrafer > 0;
	for (size_t i = 0; in != NULL && i < m->n_paragrafer; i++) {
		int32_t chair = s->found->ruled[i].served.chair;

		in[i] = chair >= 0 && pk_same_person(&m->persons[chair], p) &&
			pk_rules_cover(&p->presence, (uint32_t)i) != PK_COVER_NONE;
		*ret_all = *ret_all && in[i];
	}
	return in;
}

/* The chair of a meeting without paragrafer. */
static bool chairs_meeting(const struct pk_scene *s, const struct pk_person *p)
{
	const struct pk_bevis *main = &s->found->bevis[0];

	for (size_t i = 0; i < main->n_signers; i++) {
		const struct pk_signer *signer = &main->signers[i];

		if (signer->office == PK_SIGNER_ORDFORANDE && pk_str_eq(signer->namn, p->namn) &&
				pk_str_eq(signer->parti, p->parti))
			return true;
	}
	return false;
}

/* The chair is told at the name when the line does not say so itself: the whole meeting, or the
 * paragrafer ("ordförande § 44"). */
static void say_chair(const struct pk_scene *s, struct pk_out *words, const struct pk_person *p)
{
	struct pk_out ranges = pk_words(s);
	bool whole;
	const bool *in = chaired(s, p, &whole);

	if (p->role == PK_ROLE_ORDFORANDE || p->role == PK_ROLE_MOTESORDFORANDE ||
			p->group == PK_GROUP_FRANVARANDE || in == NULL)
		return;
	if (s->meeting->n_paragrafer == 0)
		whole = chairs_meeting(s, p);
	if (whole && !pk_str_starts(p->titel, PK_STR("ordförande"))) {
		pk_put_c(words, ", ordförande");
	} else if (!whole && pk_say_paragrafer(s, &ranges, in)) {
		pk_put_c(words, ", ordförande ");
		pk_put(words, pk_said(s, &ranges));
	}
}

/* office is an extra word after the title, the secretary's; a title that ends with it says it. */
struct office {
	struct pk_str roll, titel, office;
};

/* " för Nils Berg (M), vice ordförande, på distans". */
static void say_offices(const struct pk_scene *s, struct pk_out *words, const struct pk_person *p,
		const struct office *o)
{
	say_substitution(s, words, p);
	say_part(words, o->office.n > 0 ? PK_STR("") : o->roll);
	say_part(words, o->titel);
	say_part(words, pk_str_ends(o->titel, o->office) ? PK_STR("") : o->office);
	say_part(words, p->remote ? PK_STR("på distans") : PK_STR(""));
}

/* What follows a name on its line, as words of their own: without the ", " or " " before it. */
static struct pk_str alone(const struct pk_scene *s, const struct pk_out *words)
{
	struct pk_str said = pk_said(s, words);

	if (pk_str_starts(said, PK_STR(", ")))
		said = pk_str_slice(said, 2, said.n);
	return pk_str_trim(said);
}

/* The line parted in columns: what the person is, and when. */
static void put_columns(const struct pk_scene *s, struct pk_map_builder *map,
		const struct pk_person *p, const struct office *o)
{
	struct pk_out what = pk_words(s), when = pk_words(s);

	say_offices(s, &what, p, o);
	if (place_of(p) <= PLACE_TJANSTGORANDE)
		say_chair(s, &what, p);
	say_presence(&when, p);
	say_jav(s, &when, p);
	pk_put_text(map, "uppgift", alone(s, &what));
	pk_put_text(map, "deltar", alone(s, &when));
}

static void put_person(const struct pk_scene *s, struct pk_list_builder *list,
		const struct pk_person *p, struct pk_str titel, struct pk_str office)
{
	struct office o = { office.n > 0 ? office : printed_role(p), titel, office };
	struct pk_map_builder map = pk_map_new(s);
	struct pk_out words = pk_words(s), presence = pk_words(s);

	pk_person_put_name(&words, p);
	say_offices(s, &words, p, &o);
	say_presence(&words, p);
	say_jav(s, &words, p);
	if (place_of(p) <= PLACE_TJANSTGORANDE)
		say_chair(s, &words, p);
	pk_say_bound(&presence, p->presence.text);
	pk_put_text(&map, "text", pk_said(s, &words));
	pk_put_text(&map, "namn", p->namn);
	pk_put_text(&map, "parti", p->parti);
	pk_put_text(&map, "roll", o.roll.n > 0 ? o.roll : titel);
	pk_put_text(&map, "närvaro", pk_said(s, &presence));
	put_columns(s, &map, p, &o);
	pk_put_item(list, &map);
}

static void put_group(const struct pk_scene *s, struct pk_list_builder *groups,
		struct pk_str rubrik, struct pk_list_builder *persons)
{
	struct pk_map_builder map = pk_map_new(s);

	if (persons->n == 0 && !persons->failed)
		return;
	pk_put_text(&map, "rubrik", rubrik);
	pk_put_list(&map, "personer", persons);
	pk_put_item(groups, &map);
}

/* The secretary's line among övriga, when there is one: it tells the title. */
static const struct pk_person *line_of_secretary(
		const struct pk_scene *s, const struct pk_person *secretary)
{
	const struct pk_meeting *m = s->meeting;

	for (size_t i = 0; i < m->n_persons; i++) {
		const struct pk_person *p = &m->persons[i];

		if (place_of(p) == PLACE_OVRIGA && pk_str_eq(p->namn, secretary->namn) &&
				(p->parti.n == 0 || secretary->parti.n == 0 ||
						pk_str_eq(p->parti, secretary->parti)))
			return p;
	}
	return NULL;
}

/* A line among övriga that is printed last, as the secretary's. */
static bool is_secretary(const struct pk_scene *s, const struct pk_person *p)
{
	const struct pk_meeting *m = s->meeting;

	if (m->n_secretaries == 0)
		return p->role == PK_ROLE_SEKRETERARE;
	for (size_t i = 0; i < m->n_secretaries; i++) {
		if (line_of_secretary(s, &m->secretaries[i]) == p)
			return true;
	}
	return false;
}

static void put_secretaries(const struct pk_scene *s, struct pk_list_builder *list)
{
	const struct pk_meeting *m = s->meeting;

	for (size_t i = 0; i < m->n_secretaries; i++) {
		const struct pk_person *own = &m->secretaries[i];
		const struct pk_person *line = line_of_secretary(s, own);
		struct pk_person both = *own;

		if (line != NULL && !own->presence.given)
			both.presence = line->presence;
		both.remote = own->remote || (line != NULL && line->remote);
		both.group = PK_GROUP_OVRIGA;
		put_person(s, list, &both,
				own->titel.n > 0 || line == NULL ? own->titel : line->titel,
				PK_STR("sekreterare"));
	}
	for (size_t i = 0; i < m->n_persons && m->n_secretaries == 0; i++) {
		const struct pk_person *p = &m->persons[i];

		if (place_of(p) == PLACE_OVRIGA && is_secretary(s, p))
			put_person(s, list, p, p->titel, PK_STR("sekreterare"));
	}
}

static bool same_who(const struct pk_who *a, const struct pk_who *b)
{
	return pk_str_eq(a->namn, b->namn) && pk_str_eq(a->parti, b->parti);
}

static bool same_pair(const struct pk_jav *a, const struct pk_jav *b)
{
	return same_who(&a->who, &b->who) && same_who(&a->ersattare, &b->ersattare);
}

/* Whether an earlier jäv is of the same two people: then its line tells this one too. */
static bool told_before(const struct pk_scene *s, size_t i, size_t j)
{
	const struct pk_jav *this = &s->meeting->paragrafer[i].jav[j];

	for (size_t a = 0; a <= i; a++) {
		const struct pk_paragraf *p = &s->meeting->paragrafer[a];

		for (size_t b = 0; b < (a == i ? j : p->n_jav); b++) {
			if (same_pair(&p->jav[b], this))
				return true;
		}
	}
	return false;
}

/* "Omar Haddad (S) för Karin Holm (S), § 44": a substitute who was called in because of jäv. */
static void put_substitute(
		const struct pk_scene *s, struct pk_list_builder *list, const struct pk_jav *jav)
{
	const struct pk_meeting *m = s->meeting;
	bool *in = pk_new(s->job, bool, m->n_paragrafer);
	struct pk_map_builder map = pk_map_new(s);
	struct pk_out words = pk_words(s), name = pk_words(s), ranges = pk_words(s);
	struct pk_out whom = pk_words(s);

	for (size_t i = 0; in != NULL && i < m->n_paragrafer; i++) {
		for (size_t j = 0; j < m->paragrafer[i].n_jav; j++)
			in[i] = in[i] || same_pair(&m->paragrafer[i].jav[j], jav);
	}
	pk_put_c(&whom, "för ");
	pk_say_who(s, &whom, &jav->who);
	pk_say_who(s, &words, &jav->ersattare);
	pk_put_c(&words, " ");
	pk_put(&words, pk_said(s, &whom));
	if (in != NULL && pk_say_paragrafer(s, &ranges, in)) {
		pk_put_c(&words, ", ");
		pk_put(&words, pk_said(s, &ranges));
	}
	pk_put_text(&map, "text", pk_said(s, &words));
	if (jav->ersattare.person >= 0) {
		pk_put(&name, m->persons[jav->ersattare.person].namn);
		pk_put_text(&map, "parti", m->persons[jav->ersattare.person].parti);
	} else {
		pk_put(&name, jav->ersattare.namn);
		pk_put_text(&map, "parti", jav->ersattare.parti);
	}
	pk_put_text(&map, "namn", pk_said(s, &name));
	pk_put_text(&map, "närvaro", pk_said(s, &ranges));
	pk_put_text(&map, "uppgift", pk_said(s, &whom));
	pk_put_text(&map, "deltar", pk_said(s, &ranges));
	pk_put_item(list, &map);
}

static void put_called_in(const struct pk_scene *s, struct pk_list_builder *list)
{
	for (size_t i = 0; i < s->meeting->n_paragrafer; i++) {
		const struct pk_paragraf *p = &s->meeting->paragrafer[i];

		for (size_t j = 0; j < p->n_jav; j++) {
			if (p->jav[j].ersattare.namn.n > 0 && !told_before(s, i, j))
				put_substitute(s, list, &p->jav[j]);
		}
	}
}

static void put_place(const struct pk_scene *s, struct pk_list_builder *groups, enum place place,
		struct pk_str rubrik)
{
	const struct pk_meeting *m = s->meeting;
	struct pk_list_builder persons = pk_list_new(s);

	for (size_t i = 0; i < m->n_persons; i++) {
		const struct pk_person *p = &m->persons[i];

		if (place_of(p) == place && !s->left_out[i] &&
				!(place == PLACE_OVRIGA && is_secretary(s, p)))
			put_person(s, &persons, p, p->titel, PK_STR(""));
	}
	if (place == PLACE_TJANSTGORANDE)
		put_called_in(s, &persons);
	if (place == PLACE_OVRIGA)
		put_secretaries(s, &persons);
	put_group(s, groups, rubrik, &persons);
}

static void put_own_groups(const struct pk_scene *s, struct pk_list_builder *groups)
{
	const struct pk_meeting *m = s->meeting;

	for (size_t g = 0; g < m->n_groups; g++) {
		struct pk_list_builder persons = pk_list_new(s);

		for (size_t i = 0; i < m->n_persons; i++) {
			const struct pk_person *p = &m->persons[i];

			if (p->group == PK_GROUP_EGEN && p->own_group == g && !s->left_out[i])
				put_person(s, &persons, p, p->titel, PK_STR(""));
		}
		put_group(s, groups, m->groups[g].rubrik.text, &persons);
	}
}

/* Whether somebody holds the office in a bevis, among its first n signers. */
static bool holds(const struct pk_bevis *bevis, size_t n, const struct pk_signer *signer)
{
	for (size_t i = 0; i < n; i++) {
		const struct pk_signer *other = &bevis->signers[i];

		if (other->office == signer->office && pk_str_eq(other->namn, signer->namn) &&
				pk_str_eq(other->parti, signer->parti))
			return true;
	}
	return false;
}

/* Signer i of bevis b holds the office, and is not met before in it. */
static bool new_holder(const struct pk_findings *f, size_t b, size_t i, enum pk_office office)
{
	const struct pk_signer *signer = &f->bevis[b].signers[i];
	bool before = holds(&f->bevis[b], i, signer);

	for (size_t k = 0; k < b; k++)
		before = before || holds(&f->bevis[k], f->bevis[k].n_signers, signer);
	return signer->office == office && !before;
}

static size_t count_holders(const struct pk_findings *f, enum pk_office office)
{
	size_t n = 0;

	for (size_t b = 0; b < f->n_bevis; b++) {
		for (size_t i = 0; i < f->bevis[b].n_signers; i++)
			n += new_holder(f, b, i, office);
	}
	return n;
}

/* All who hold an office, as one text: "Karin Holm (S) och Per Lindgren (C)". */
static struct pk_str holders(const struct pk_scene *s, enum pk_office office)
{
	const struct pk_findings *f = s->found;
	size_t n = count_holders(f, office), said = 0;
	struct pk_out words = pk_words(s);

	for (size_t b = 0; b < f->n_bevis; b++) {
		for (size_t i = 0; i < f->bevis[b].n_signers; i++) {
			if (!new_holder(f, b, i, office))
				continue;
			pk_say_between(&words, said++, n);
			pk_say_name(&words, f->bevis[b].signers[i].namn,
					f->bevis[b].signers[i].parti);
		}
	}
	return pk_said(s, &words);
}

void pk_context_people(const struct pk_scene *s, struct pk_map_builder *root)
{
	static const struct {
		enum place place;
		enum pk_label label;
	} places[] = {
		{ PLACE_BESLUTANDE, PK_LABEL_BESLUTANDE },
		{ PLACE_TJANSTGORANDE, PK_LABEL_TJANSTGORANDE },
		{ PLACE_EJ_TJANSTGORANDE, PK_LABEL_EJ_TJANSTGORANDE },
		{ PLACE_FRANVARANDE, PK_LABEL_FRANVARANDE },
		{ PLACE_OVRIGA, PK_LABEL_OVRIGA },
	};
	struct pk_list_builder groups = pk_list_new(s);

	for (size_t i = 0; i < PK_COUNT(places); i++)
		put_place(s, &groups, places[i].place,
				s->meeting->settings.labels[places[i].label]);
	put_own_groups(s, &groups);
	pk_put_list(root, "närvaro", &groups);
	pk_put_text(root, "ordförande", holders(s, PK_SIGNER_ORDFORANDE));
	pk_put_text(root, "sekreterare", holders(s, PK_SIGNER_SEKRETERARE));
}
