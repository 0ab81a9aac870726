/* Fullmäktige: a member who left for another reason than jäv does not serve again that day (KL 5
 * kap. 20 §), and a substitute who has begun to serve goes before others (KL 5 kap. 18 §). In a
 * nämnd the reglemente decides (KL 6 kap. 17 §). */
#include "rules/inside.h"

static bool same_day(const struct pk_meeting *m, size_t i, size_t k)
{
	return pk_date_cmp(pk_rules_day(m, i), pk_rules_day(m, k)) == 0;
}

/* A member's return: the paragrafer served again on a day when the member left. */
static size_t returned(const struct pk_ruling *r, uint32_t person, bool *in)
{
	size_t found = 0;
	bool began = false, left = false;

	for (size_t i = 0; i < r->meeting->n_paragrafer; i++) {
		bool there = pk_rules_serves_by_line(r, i, person) != PK_COVER_NONE;

		if (i > 0 && !same_day(r->meeting, i - 1, i))
			began = left = false;
		left = left || (began && !there);
		began = began || there;
		in[i] = there && left;
		found += in[i];
	}
	return found;
}

static void check_members(const struct pk_ruling *r, bool *in)
{
	for (uint32_t i = 0; i < r->meeting->n_persons; i++) {
		const struct pk_person *p = &r->meeting->persons[i];
		struct pk_report report = { .message = PK_M_RETURNED, .at = p->at, .b = p->namn };

		if (r->first[i] != i || !pk_rules_serving_line(p) || p->serves_for)
			continue;
		if (returned(r, i, in) > 0)
			pk_rules_warn_where(r, in, &report);
	}
}

/* Somebody serves as a substitute at paragraf i. */
static bool substitutes(const struct pk_ruling *r, size_t i, uint32_t person)
{
	const struct pk_paragraf *p = &r->meeting->paragrafer[i];

	for (size_t k = 0; k < p->n_jav; k++) {
		if (pk_rules_is(r, &p->jav[k].ersattare, person))
			return true;
	}
	for (uint32_t at = r->first[person]; at != PK_NO_LINE; at = r->next[at]) {
		const struct pk_person *line = &r->meeting->persons[at];

		if (line->serves_for && pk_rules_serving_line(line) &&
				pk_rules_cover(&line->presence, (uint32_t)i) != PK_COVER_NONE)
			return true;
	}
	return false;
}

/* The substitute, begun before and there without serving, whom one who begins at paragraf i passed
 * by; -1 when there is none. */
static int32_t passed_by(const struct pk_ruling *r, size_t i, uint32_t person, const bool *began)
{
	const struct pk_person *v = r->meeting->persons;

	for (uint32_t k = 0; k < r->meeting->n_persons; k++) {
		if (began[k] && r->first[k] == k && pk_str_eq(v[k].parti, v[person].parti) &&
				pk_rules_serves(r, i, k) == PK_COVER_NONE &&
				!pk_rules_has_jav(r, i, k) &&
				pk_rules_present(r, i, k) == PK_COVER_WHOLE)
			return (int32_t)k;
	}
	return -1;
}

/* Everybody who begins to serve as a substitute at paragraf i. */
static void check_beginners(const struct pk_ruling *r, size_t i, const bool *before, bool *began)
{
	for (uint32_t k = 0; k < r->meeting->n_persons; k++) {
		int32_t other;

		if (r->first[k] != k || before[k] || !substitutes(r, i, k))
			continue;
		began[k] = true;
		other = passed_by(r, i, k, before);
		if (other >= 0)
			pk_rules_warn(r, (int32_t)i, PK_M_PASSED_BY, r->meeting->persons[k].at,
					pk_rules_sign(r, i), r->meeting->persons[k].namn,
					r->meeting->persons[other].namn);
	}
}

void pk_rules_return(const struct pk_ruling *r)
{
	size_t persons = r->meeting->n_persons, n = r->meeting->n_paragrafer;
	bool *in = pk_new(r->job, bool, n);
	bool *before = pk_new(r->job, bool, persons), *began = pk_new(r->job, bool, persons);

	if (in == NULL || before == NULL || began == NULL || !r->fullmaktige || persons == 0)
		return;
	check_members(r, in);
	for (size_t i = 0; i < n; i++) {
		if (i > 0 && !same_day(r->meeting, i - 1, i))
			memset(began, 0, persons * sizeof(*began));
		memcpy(before, began, persons * sizeof(*began));
		check_beginners(r, i, before, began);
	}
}
