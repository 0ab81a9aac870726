/* Who serves in whose place (KL 5 kap. 17 and 66 §§, 6 kap. 17 §): a substitute only for somebody
 * who does not serve. */
#include "rules/inside.h"

/* Tells of a serving line at the §§ in in. */
static bool fail_at(const struct pk_ruling *r, enum pk_message message, const struct pk_person *p,
		const bool *in, struct pk_str whom)
{
	return pk_fail(r->job, message, p->for_whom.at, pk_rules_where(r, in), p->namn, whom);
}

/* The one whose place is taken does not serve too. */
static bool check_absent(const struct pk_ruling *r, const struct pk_person *p, bool *in)
{
	int32_t whom = pk_rules_person(r->meeting, &p->for_whom);
	size_t n = r->meeting->n_paragrafer, found = 0;

	if (whom < 0)
		return true;
	for (uint32_t i = 0; i < n; i++) {
		in[i] = pk_rules_cover(&p->presence, i) == PK_COVER_WHOLE &&
			pk_rules_serves(r, i, (uint32_t)whom) == PK_COVER_WHOLE;
		found += in[i];
	}
	return found == 0 ||
	       fail_at(r, PK_M_SUBSTITUTE_PRESENT, p, in, pk_rules_full_name(r, (uint32_t)whom));
}

/* Two lines that take the place of one person; seats without a person have no name. */
static bool same_seat(
		const struct pk_ruling *r, const struct pk_person *a, const struct pk_person *b)
{
	int32_t whom = pk_rules_person(r->meeting, &b->for_whom);

	if (whom >= 0)
		return !r->meeting->persons[whom].vacant &&
		       pk_rules_is(r, &a->for_whom, (uint32_t)whom);
	return a->for_whom.person < 0 && pk_str_eq(a->for_whom.namn, b->for_whom.namn) &&
	       pk_str_eq(a->for_whom.parti, b->for_whom.parti);
}

static bool serves_for(const struct pk_person *p)
{
	return pk_rules_serving_line(p) && p->serves_for && p->for_whom.namn.n > 0;
}

/* No earlier line takes the same place at the same time. */
static bool check_alone(const struct pk_ruling *r, uint32_t person, bool *in)
{
	const struct pk_person *v = r->meeting->persons, *p = &v[person];
	size_t n = r->meeting->n_paragrafer;

	for (uint32_t k = 0; k < person; k++) {
		size_t found = 0;

		if (!serves_for(&v[k]) || !same_seat(r, &v[k], p))
			continue;
		for (uint32_t i = 0; i < n; i++) {
			in[i] = pk_rules_cover(&v[k].presence, i) == PK_COVER_WHOLE &&
				pk_rules_cover(&p->presence, i) == PK_COVER_WHOLE;
			found += in[i];
		}
		if (found > 0)
			return pk_fail(r->job, PK_M_SUBSTITUTE_TWO, p->for_whom.at,
					pk_rules_where(r, in), v[k].namn, p->namn,
					p->for_whom.namn);
	}
	return true;
}

/* Already serving, by a line that is not in the place of the one with jäv, or called in twice. */
static bool is_taken(
		const struct pk_ruling *r, size_t i, const struct pk_jav *jav, uint32_t instead)
{
	const struct pk_paragraf *p = &r->meeting->paragrafer[i];
	int32_t whom = pk_rules_person(r->meeting, &jav->who);

	for (const struct pk_jav *k = p->jav; k < jav; k++) {
		if (pk_rules_is(r, &k->ersattare, instead))
			return true;
	}
	for (uint32_t at = r->first[instead]; at != PK_NO_LINE; at = r->next[at]) {
		const struct pk_person *line = &r->meeting->persons[at];

		if (pk_rules_serving_line(line) &&
				pk_rules_cover(&line->presence, (uint32_t)i) == PK_COVER_WHOLE &&
				(!line->serves_for || whom < 0 ||
						!pk_rules_is(r, &line->for_whom, (uint32_t)whom)))
			return true;
	}
	return false;
}

/* The substitute who comes in for one with jäv. */
static bool check_called(const struct pk_ruling *r, size_t i, const struct pk_jav *jav)
{
	int32_t whom = pk_rules_person(r->meeting, &jav->who);
	int32_t instead = pk_rules_person(r->meeting, &jav->ersattare);
	struct pk_str sign = pk_rules_sign(r, i);
	enum pk_message message = PK_M_NONE;

	if (instead < 0 || whom < 0 || !r->known)
		return true;
	if (pk_rules_serves_by_line(r, i, (uint32_t)whom) == PK_COVER_NONE)
		message = PK_M_JAV_NO_SEAT;
	else if (pk_rules_has_jav(r, i, (uint32_t)instead))
		message = PK_M_JAV_SUBSTITUTE_JAV;
	else if (is_taken(r, i, jav, (uint32_t)instead))
		message = PK_M_JAV_SUBSTITUTE_SERVES;
	else if (pk_rules_present(r, i, (uint32_t)instead) == PK_COVER_NONE)
		message = PK_M_JAV_SUBSTITUTE_ABSENT;
	return message == PK_M_NONE || pk_fail(r->job, message, jav->ersattare.at, sign,
						       pk_rules_full_name(r, (uint32_t)instead),
						       pk_rules_full_name(r, (uint32_t)whom));
}

bool pk_rules_substitutes(const struct pk_ruling *r)
{
	const struct pk_meeting *m = r->meeting;
	bool *in = pk_new(r->job, bool, m->n_paragrafer);
	bool ok = true;

	if (in == NULL)
		return false;
	for (uint32_t i = 0; i < m->n_persons; i++) {
		const struct pk_person *p = &m->persons[i];

		if (p->serves_for && p->for_whom.namn.n == 0)
			pk_rules_warn(r, PK_ANYWHERE, PK_M_SUBSTITUTE_ALONE, p->at, p->namn);
		if (serves_for(p))
			ok = check_absent(r, p, in) && check_alone(r, i, in) && ok;
	}
	for (size_t i = 0; i < m->n_paragrafer; i++) {
		for (size_t k = 0; k < m->paragrafer[i].n_jav; k++)
			ok = check_called(r, i, &m->paragrafer[i].jav[k]) && ok;
	}
	return ok;
}
