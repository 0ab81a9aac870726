/* Names in närvarande that are nearly those of the register. */
#include "rules/inside.h"

#include "base/text.h"

/* A short name differs from many others by two letters. */
enum { SHORT_NAME = 9 };

static bool registered(const struct pk_meeting *m, struct pk_str namn)
{
	for (size_t i = 0; i < m->n_registered; i++) {
		if (pk_str_eq(m->registered[i].namn, namn))
			return true;
	}
	return false;
}

static bool present(const struct pk_meeting *m, struct pk_str namn)
{
	for (size_t i = 0; i < m->n_persons; i++) {
		if (pk_str_eq(m->persons[i].namn, namn))
			return true;
	}
	return false;
}

/* The name of the register that was meant; empty when there is none. Whoever stands in närvarande
 * by the right name is somebody else. */
static struct pk_str meant(const struct pk_meeting *m, struct pk_str namn)
{
	uint32_t max = namn.n < SHORT_NAME ? 1 : 2;

	for (size_t i = 0; i < m->n_registered; i++) {
		struct pk_str other = m->registered[i].namn;

		if (pk_text_distance(namn, other, max) <= max && !present(m, other))
			return other;
	}
	return PK_STR("");
}

static void check(const struct pk_ruling *r, struct pk_str namn, struct pk_pos at)
{
	struct pk_str other;

	if (namn.n == 0 || registered(r->meeting, namn))
		return;
	other = meant(r->meeting, namn);
	if (other.n > 0)
		pk_rules_warn(r, PK_ANYWHERE, PK_M_NAME_NEAR, at, namn, other);
}

void pk_rules_near_names(const struct pk_ruling *r)
{
	for (size_t i = 0; i < r->meeting->n_persons; i++) {
		const struct pk_person *p = &r->meeting->persons[i];

		if (p->vacant || p->group == PK_GROUP_OVRIGA || p->group == PK_GROUP_EGEN)
			continue;
		check(r, p->namn, p->at);
		if (p->serves_for && pk_rules_person(r->meeting, &p->for_whom) < 0)
			check(r, p->for_whom.namn, p->for_whom.at);
	}
}
