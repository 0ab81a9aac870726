/* Jäv: who has it neither decides nor leads, and in a nämnd is not present (KL 5 kap. 47 §, 6 kap.
 * 28-32 §§). */
#include "rules/inside.h"

/* The person is not there anyway: the words on the page would be false, or the name is wrong. */
static void check_there(const struct pk_ruling *r, size_t i, const struct pk_jav *jav, uint32_t who)
{
	if (r->known && pk_rules_present(r, i, who) == PK_COVER_NONE)
		pk_rules_warn(r, (int32_t)i, PK_M_JAV_IDLE, jav->who.at, pk_rules_sign(r, i),
				pk_rules_full_name(r, who));
}

static void check_left(const struct pk_ruling *r, size_t i, const struct pk_jav *jav)
{
	enum pk_message message =
			jav->lamnar == PK_NOT_TOLD ? PK_M_JAV_LEFT_UNTOLD : PK_M_JAV_STAYED;
	struct pk_str namn, parti;

	if (r->fullmaktige || jav->lamnar == PK_TOLD_YES)
		return;
	pk_rules_name(r->meeting, &jav->who, &namn, &parti);
	pk_rules_warn(r, (int32_t)i, message, jav->at, pk_rules_sign(r, i), namn);
}

/* Whom the key of the paragraf names as its chair. */
static bool check_leads(const struct pk_ruling *r, size_t i)
{
	const struct pk_who *chair = &r->meeting->paragrafer[i].ordforande;
	int32_t person = pk_rules_person(r->meeting, chair);

	if (chair->namn.n == 0 || person < 0 || !pk_rules_has_jav(r, i, (uint32_t)person))
		return true;
	return pk_fail(r->job, PK_M_JAV_LEADS, chair->at, pk_rules_sign(r, i),
			pk_rules_full_name(r, (uint32_t)person));
}

bool pk_rules_jav(const struct pk_ruling *r)
{
	bool ok = true;

	for (size_t i = 0; i < r->meeting->n_paragrafer; i++) {
		const struct pk_paragraf *p = &r->meeting->paragrafer[i];

		for (size_t k = 0; k < p->n_jav; k++) {
			int32_t who = pk_rules_person(r->meeting, &p->jav[k].who);

			check_left(r, i, &p->jav[k]);
			if (who >= 0)
				check_there(r, i, &p->jav[k], (uint32_t)who);
		}
		ok = check_leads(r, i) && ok;
	}
	return ok;
}
