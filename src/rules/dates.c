/* M and J: the meeting and its justering (KL 5 kap. 69 §), and whether the protocol is a draft. */
#include "rules/inside.h"

/* Every paragraf was justerad by itself: nothing waits for the justering of the rest. */
static bool all_omedelbara(const struct pk_meeting *m)
{
	for (size_t i = 0; i < m->n_paragrafer; i++) {
		if (!m->paragrafer[i].omedelbar.given)
			return false;
	}
	return m->n_paragrafer > 0;
}

/* A draft is forced, or lacks the day of the last signature where a notice needs it. */
static bool is_draft(const struct pk_meeting *m)
{
	if (m->utkast != PK_NOT_FORCED)
		return m->utkast == PK_FORCED_YES;
	return !pk_date_given(m->justering.datum.date) && !m->anslag_none && !all_omedelbara(m);
}

bool pk_rules_before(struct pk_date a, struct pk_date b)
{
	return pk_date_given(a) && pk_date_given(b) && pk_date_cmp(a, b) < 0;
}

/* The planned day of a draft. */
static void check_planned(const struct pk_ruling *r)
{
	const struct pk_meeting *m = r->meeting;
	struct pk_day planned = m->justering.planerad;

	if (pk_rules_before(planned.date, m->datum.date))
		pk_rules_warn(r, PK_ANYWHERE, PK_M_PLANNED_BEFORE, planned.at,
				pk_rules_iso(r->job, planned.date),
				pk_rules_iso(r->job, m->datum.date));
	else if (pk_rules_before(r->found->latest_justering, planned.date) && !m->anslag_none)
		pk_rules_warn(r, PK_ANYWHERE, PK_M_PLANNED_LATE, planned.at,
				pk_rules_iso(r->job, planned.date),
				pk_rules_iso(r->job, r->found->latest_justering));
}

/* Each signature is given on the day of justering or earlier. */
static bool check_signatures(const struct pk_ruling *r)
{
	const struct pk_justering *j = &r->meeting->justering;
	bool ok = true;

	for (size_t i = 0; i < j->n_signaturer; i++) {
		struct pk_day signed_on = j->signaturer[i].datum;

		if (pk_rules_before(j->datum.date, signed_on.date))
			ok = pk_fail(r->job, PK_M_SIGNED_LATER, signed_on.at,
					pk_rules_iso(r->job, signed_on.date),
					pk_rules_iso(r->job, j->datum.date));
	}
	return ok;
}

/* M <= J, within 14 days, not in the future. */
static bool check_justering(const struct pk_ruling *r)
{
	const struct pk_meeting *m = r->meeting;
	struct pk_day j = m->justering.datum;
	struct pk_str day;

	if (!pk_date_given(j.date)) {
		if (m->utkast == PK_FORCED_NO && !m->anslag_none && !all_omedelbara(m))
			return pk_fail(r->job, PK_M_JUSTERAT_NO_DATE, m->at);
		return true;
	}
	day = pk_rules_iso(r->job, j.date);
	if (pk_rules_before(j.date, m->datum.date))
		return pk_fail(r->job, PK_M_JUSTERAT_BEFORE, j.at, day,
				pk_rules_iso(r->job, m->datum.date));
	if (pk_rules_before(r->found->latest_justering, j.date) && !m->anslag_none)
		pk_rules_warn(r, PK_ANYWHERE, PK_M_JUSTERAT_LATE, j.at, day,
				pk_rules_iso(r->job, r->found->latest_justering));
	if (pk_rules_before(r->today, j.date) && !r->found->draft)
		pk_rules_warn(r, PK_ANYWHERE, PK_M_JUSTERAT_FUTURE, j.at, day,
				pk_rules_iso(r->job, r->today));
	return true;
}

bool pk_rules_dates(const struct pk_ruling *r)
{
	const struct pk_meeting *m = r->meeting;
	bool ok;

	r->found->draft = is_draft(m);
	if (pk_date_given(m->datum.date))
		r->found->latest_justering = pk_latest_justering(m->datum.date);
	if (r->found->draft)
		check_planned(r);
	ok = check_justering(r);
	return check_signatures(r) && ok;
}
