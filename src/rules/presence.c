/* Who was where: lines of närvarande, jäv and its substitutes put together for one person and one
 * paragraf. */
#include "rules/inside.h"

enum pk_cover pk_rules_cover(const struct pk_presence *presence, uint32_t index)
{
	enum pk_cover cover = PK_COVER_WHOLE;

	if (!presence->given)
		return PK_COVER_WHOLE;
	if (presence->n_spans == 0)
		return PK_COVER_PART;
	/* "§ 41–43" begins from nobody, "ej § 44" from everybody. */
	for (size_t i = 0; i < presence->n_spans; i++) {
		if (!presence->spans[i].except)
			cover = PK_COVER_NONE;
	}
	for (size_t i = 0; i < presence->n_spans; i++) {
		const struct pk_span *span = &presence->spans[i];

		if (index < span->from || index > span->to)
			continue;
		if (span->part)
			cover = PK_COVER_PART;
		else
			cover = span->except ? PK_COVER_NONE : PK_COVER_WHOLE;
	}
	return cover;
}

/* Two lines of närvarande about one person. Without parties two titles make two persons. */
static bool same_person(const struct pk_person *a, const struct pk_person *b)
{
	if (a->vacant || b->vacant || !pk_str_eq(a->namn, b->namn) ||
			!pk_str_eq(a->parti, b->parti))
		return false;
	return a->parti.n > 0 || a->titel.n == 0 || b->titel.n == 0 ||
	       pk_str_eq(a->titel, b->titel);
}

bool pk_rules_people(struct pk_ruling *r)
{
	const struct pk_meeting *m = r->meeting;
	uint32_t *first = pk_new(r->job, uint32_t, m->n_persons);
	uint32_t *next = pk_new(r->job, uint32_t, m->n_persons);

	if (first == NULL || next == NULL)
		return false;
	for (uint32_t i = 0; i < m->n_persons; i++) {
		uint32_t k = 0, last = 0;

		while (k < i && (first[k] != k || !same_person(&m->persons[k], &m->persons[i])))
			k++;
		first[i] = k;
		next[i] = PK_NO_LINE;
		if (k == i)
			continue;
		for (last = k; next[last] != PK_NO_LINE;)
			last = next[last];
		next[last] = i;
	}
	r->first = first;
	r->next = next;
	return true;
}

bool pk_rules_serving_line(const struct pk_person *p)
{
	if (p->vacant)
		return false;
	return p->group == PK_GROUP_BESLUTANDE || (p->group == PK_GROUP_ERSATTARE && p->serves_for);
}

int32_t pk_rules_person(const struct pk_meeting *m, const struct pk_who *who)
{
	return who->person >= 0 && (size_t)who->person < m->n_persons ? who->person : -1;
}

bool pk_rules_is(const struct pk_ruling *r, const struct pk_who *who, uint32_t person)
{
	int32_t other = pk_rules_person(r->meeting, who);

	return other >= 0 && r->first[other] == r->first[person];
}

bool pk_rules_among(const struct pk_ruling *r, const struct pk_whos *whos, uint32_t person)
{
	for (size_t i = 0; i < whos->n; i++) {
		if (pk_rules_is(r, &whos->v[i], person))
			return true;
	}
	return false;
}

bool pk_rules_has_jav(const struct pk_ruling *r, size_t i, uint32_t person)
{
	const struct pk_paragraf *p = &r->meeting->paragrafer[i];

	for (size_t k = 0; k < p->n_jav; k++) {
		if (pk_rules_is(r, &p->jav[k].who, person))
			return true;
	}
	return false;
}

enum pk_cover pk_rules_serves_by_line(const struct pk_ruling *r, size_t i, uint32_t person)
{
	enum pk_cover best = PK_COVER_NONE;

	for (uint32_t at = r->first[person]; at != PK_NO_LINE; at = r->next[at]) {
		const struct pk_person *line = &r->meeting->persons[at];
		enum pk_cover cover = pk_rules_cover(&line->presence, (uint32_t)i);

		/* Who is a member and absent for some §§ is not there for them. */
		if (r->meeting->all_members && line->group == PK_GROUP_FRANVARANDE &&
				cover == PK_COVER_WHOLE)
			return PK_COVER_NONE;
		if (pk_rules_serving_line(line) && cover > best)
			best = cover;
	}
	return best;
}

enum pk_cover pk_rules_serves(const struct pk_ruling *r, size_t i, uint32_t person)
{
	const struct pk_paragraf *p = &r->meeting->paragrafer[i];

	if (pk_rules_has_jav(r, i, person))
		return PK_COVER_NONE;
	for (size_t k = 0; k < p->n_jav; k++) {
		if (pk_rules_is(r, &p->jav[k].ersattare, person))
			return PK_COVER_WHOLE;
	}
	return pk_rules_serves_by_line(r, i, person);
}

enum pk_cover pk_rules_present(const struct pk_ruling *r, size_t i, uint32_t person)
{
	enum pk_cover best = PK_COVER_NONE;

	for (uint32_t at = r->first[person]; at != PK_NO_LINE; at = r->next[at]) {
		const struct pk_person *line = &r->meeting->persons[at];
		enum pk_cover cover = pk_rules_cover(&line->presence, (uint32_t)i);

		if (line->group != PK_GROUP_FRANVARANDE && cover > best)
			best = cover;
	}
	return best;
}

struct pk_str pk_rules_full_name(const struct pk_ruling *r, uint32_t person)
{
	const struct pk_person *p = &r->meeting->persons[person];
	struct pk_str text;

	if (p->parti.n == 0)
		return p->namn;
	return pk_join(r->job, &text, p->namn, PK_STR(" ("), p->parti, PK_STR(")")) ? text
										    : p->namn;
}
