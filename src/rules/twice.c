/* Nobody stands twice in närvarande for the same paragraf: the first page would say two things
 * about one person. */
#include "rules/inside.h"

/* The secretary may sit among the others; own groups may name somebody again. */
static bool may_meet(const struct pk_person *a, const struct pk_person *b)
{
	bool extra[2] = { a->group == PK_GROUP_OVRIGA || a->group == PK_GROUP_EGEN,
		b->group == PK_GROUP_OVRIGA || b->group == PK_GROUP_EGEN };

	if (a->role == PK_ROLE_SEKRETERARE || b->role == PK_ROLE_SEKRETERARE)
		return true;
	return extra[0] && extra[1] && (a->group == PK_GROUP_EGEN || b->group == PK_GROUP_EGEN);
}

/* The places that two lines both cover wholly. */
static size_t overlap(const struct pk_ruling *r, const struct pk_person *a,
		const struct pk_person *b, bool *in)
{
	size_t places = pk_rules_places(r), n = 0;

	for (uint32_t i = 0; i < places; i++) {
		in[i] = pk_rules_cover(&a->presence, i) == PK_COVER_WHOLE &&
			pk_rules_cover(&b->presence, i) == PK_COVER_WHOLE;
		n += in[i];
	}
	return n;
}

static bool check(const struct pk_ruling *r, uint32_t one, uint32_t other, bool *in)
{
	const struct pk_person *a = &r->meeting->persons[one], *b = &r->meeting->persons[other];
	struct pk_report report = { .message = PK_M_PERSON_TWICE_ALL, .at = b->at, .other = a->at };

	/* "alla ledamöter" less those who are absent for some §§. */
	if (r->meeting->all_members &&
			(a->group == PK_GROUP_FRANVARANDE || b->group == PK_GROUP_FRANVARANDE))
		return true;
	if (may_meet(a, b) || overlap(r, a, b, in) == 0)
		return true;
	report.a = pk_rules_full_name(r, other);
	if (r->meeting->n_paragrafer > 0) {
		report.message = PK_M_PERSON_TWICE;
		report.b = pk_rules_where(r, in);
	}
	return pk_report(r->job, &report);
}

bool pk_rules_twice(const struct pk_ruling *r)
{
	bool *in = pk_new(r->job, bool, pk_rules_places(r));
	bool ok = true;

	if (in == NULL)
		return false;
	for (uint32_t one = 0; one < r->meeting->n_persons; one++) {
		uint32_t other = r->next[one];

		for (; other != PK_NO_LINE; other = r->next[other])
			ok = check(r, one, other, in) && ok;
	}
	return ok;
}
