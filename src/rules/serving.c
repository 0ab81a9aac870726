/* Who serves in whose place (KL 5 kap. 66 §: the protocol tells which substitutes served). */
#include "rules/inside.h"

void pk_rules_serving(const struct pk_ruling *r)
{
	const struct pk_meeting *m = r->meeting;

	for (size_t i = 0; i < m->n_persons; i++) {
		const struct pk_person *p = &m->persons[i];

		if (p->serves_for && p->for_whom.namn.n == 0)
			pk_tell(r->job, PK_M_SUBSTITUTE_ALONE, p->at, p->namn);
	}
}
