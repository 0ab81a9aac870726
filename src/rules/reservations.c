/* Reservations come from those who took part in the decision (KL 4 kap. 27 §), and only those who
 * serve can stand aside from it (KL 4 kap. 25-26 §§). */
#include "rules/inside.h"

static bool check_reserved(const struct pk_ruling *r, size_t i, const struct pk_who *who)
{
	int32_t person = pk_rules_person(r->meeting, who);
	enum pk_message message = PK_M_NONE;

	if (person < 0)
		return true;
	if (pk_rules_among(r, &r->meeting->paragrafer[i].deltar_inte, (uint32_t)person))
		message = PK_M_RESERVED_ASIDE;
	else if (r->known && pk_rules_serves(r, i, (uint32_t)person) == PK_COVER_NONE)
		message = PK_M_RESERVED_ABSENT;
	return message == PK_M_NONE || pk_fail(r->job, message, who->at, pk_rules_sign(r, i),
						       pk_rules_full_name(r, (uint32_t)person));
}

/* Somebody who takes no part in the decision of paragraf i. */
static void check_aside(const struct pk_ruling *r, size_t i, const struct pk_who *who)
{
	int32_t person = pk_rules_person(r->meeting, who);
	struct pk_str sign = pk_rules_sign(r, i);

	if (person < 0 || !r->known)
		return;
	if (pk_rules_serves(r, i, (uint32_t)person) == PK_COVER_NONE)
		pk_rules_warn(r, (int32_t)i, PK_M_ASIDE_ABSENT, who->at, sign,
				pk_rules_full_name(r, (uint32_t)person));
	/* What a party appeals by besvär is myndighetsutövning. */
	else if (!r->fullmaktige && r->meeting->paragrafer[i].overklagande == PK_APPEAL_BESVAR)
		pk_rules_warn(r, (int32_t)i, PK_M_ASIDE_DUTY, who->at, sign,
				pk_rules_full_name(r, (uint32_t)person));
}

bool pk_rules_reservations(const struct pk_ruling *r)
{
	bool ok = true;

	for (size_t i = 0; i < r->meeting->n_paragrafer; i++) {
		const struct pk_paragraf *p = &r->meeting->paragrafer[i];

		for (size_t k = 0; k < p->n_reservationer; k++) {
			const struct pk_whos *av = &p->reservationer[k].av;

			for (size_t a = 0; a < av->n; a++)
				ok = check_reserved(r, i, &av->v[a]) && ok;
		}
		for (size_t k = 0; k < p->deltar_inte.n; k++)
			check_aside(r, i, &p->deltar_inte.v[k]);
	}
	return ok;
}
