/* M, J, A, S and N: the meeting, its justering, the notice, the last day to appeal, the removal.
 * KL 5 kap. 69 §, 8 kap. 12 §, 13 kap. 5 §. */
#include "rules/inside.h"

/* A draft is forced, or lacks the day of the last signature where a notice needs it. */
static bool is_draft(const struct pk_meeting *m)
{
	if (m->utkast != PK_NOT_FORCED)
		return m->utkast == PK_FORCED_YES;
	return !pk_date_given(m->justering.datum.date) && !m->anslag_none;
}

/* J, or the day that stands in for it in a draft; may be no date. */
static struct pk_date day_of_justering(const struct pk_ruling *r)
{
	const struct pk_justering *j = &r->meeting->justering;

	return pk_date_given(j->datum.date) || !r->found->draft ? j->datum.date : j->planerad.date;
}

static bool before(struct pk_date a, struct pk_date b)
{
	return pk_date_given(a) && pk_date_given(b) && pk_date_cmp(a, b) < 0;
}

/* The planned day of a draft. */
static void check_planned(const struct pk_ruling *r)
{
	const struct pk_meeting *m = r->meeting;
	struct pk_day planned = m->justering.planerad;

	if (before(planned.date, m->datum.date))
		pk_tell(r->job, PK_M_PLANNED_BEFORE, planned.at, pk_rules_iso(r->job, planned.date),
				pk_rules_iso(r->job, m->datum.date));
	else if (before(r->found->latest_justering, planned.date) && !m->anslag_none)
		pk_tell(r->job, PK_M_PLANNED_LATE, planned.at, pk_rules_iso(r->job, planned.date),
				pk_rules_iso(r->job, r->found->latest_justering));
}

/* Each signature is given on the day of justering or earlier. */
static bool check_signatures(const struct pk_ruling *r)
{
	const struct pk_justering *j = &r->meeting->justering;
	bool ok = true;

	for (size_t i = 0; i < j->n_signaturer; i++) {
		struct pk_day signed_on = j->signaturer[i].datum;

		if (before(j->datum.date, signed_on.date))
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
		if (m->utkast == PK_FORCED_NO && !m->anslag_none)
			return pk_fail(r->job, PK_M_JUSTERAT_NO_DATE, m->at);
		return true;
	}
	day = pk_rules_iso(r->job, j.date);
	if (before(j.date, m->datum.date))
		return pk_fail(r->job, PK_M_JUSTERAT_BEFORE, j.at, day,
				pk_rules_iso(r->job, m->datum.date));
	if (before(r->found->latest_justering, j.date) && !m->anslag_none)
		pk_tell(r->job, PK_M_JUSTERAT_LATE, j.at, day,
				pk_rules_iso(r->job, r->found->latest_justering));
	if (before(r->today, j.date) && !r->found->draft)
		pk_tell(r->job, PK_M_JUSTERAT_FUTURE, j.at, day, pk_rules_iso(r->job, r->today));
	return true;
}

/* J <= A, on the second day at the latest, not in the future. */
static bool check_anslag(const struct pk_ruling *r, const struct pk_anslag *board, struct pk_date j)
{
	struct pk_day a = board->datum;
	struct pk_str day;

	if (!pk_date_given(a.date) || !pk_date_given(j))
		return true;
	day = pk_rules_iso(r->job, a.date);
	if (before(a.date, j))
		return pk_fail(r->job, PK_M_ANSLAG_BEFORE, a.at, day, pk_rules_iso(r->job, j));
	if (before(pk_latest_anslag(j), a.date))
		pk_tell(r->job, PK_M_ANSLAG_LATE, a.at, day,
				pk_rules_iso(r->job, pk_latest_anslag(j)));
	if (before(r->today, a.date) && !r->found->draft)
		pk_tell(r->job, PK_M_ANSLAG_FUTURE, a.at, day, pk_rules_iso(r->job, r->today));
	return true;
}

/* N is after S. */
static bool check_nedtagande(const struct pk_ruling *r, const struct pk_notice *notice)
{
	struct pk_day n;

	if (notice->board == NULL || !pk_date_given(notice->last_appeal))
		return true;
	n = notice->board->nedtas;
	if (!pk_date_given(n.date) || before(notice->last_appeal, n.date))
		return true;
	return pk_fail(r->job, PK_M_NEDTAS_EARLY, n.at, pk_rules_iso(r->job, n.date),
			pk_rules_iso(r->job, notice->last_appeal),
			pk_rules_iso(r->job, pk_date_add(notice->last_appeal, 1)));
}

/* A of each board; the latest is returned. */
static struct pk_date post_notices(const struct pk_ruling *r, struct pk_date j)
{
	const struct pk_meeting *m = r->meeting;
	struct pk_date latest = { 0 };

	for (size_t i = 0; i < r->found->n_notices; i++) {
		struct pk_notice *notice = &r->found->notices[i];

		notice->board = m->n_anslag > 0 ? &m->anslag[i] : NULL;
		notice->justerat = j;
		notice->assumed =
				notice->board == NULL || !pk_date_given(notice->board->datum.date);
		notice->anslag = notice->assumed ? j : notice->board->datum.date;
		if (!pk_date_given(latest) || before(latest, notice->anslag))
			latest = notice->anslag;
	}
	return latest;
}

/* S and N of every board count from the latest A (KL 13 kap. 5 §, for a gemensam nämnd). */
static void count_time(const struct pk_ruling *r, struct pk_date latest)
{
	const struct pk_settings *s = &r->meeting->settings;

	for (size_t i = 0; i < r->found->n_notices; i++) {
		struct pk_notice *notice = &r->found->notices[i];
		bool by_hand = notice->board != NULL && pk_date_given(notice->board->nedtas.date);

		notice->nedtas_given = by_hand || s->nedtagande == PK_NEDTAGANDE_DAGAR;
		if (by_hand)
			notice->nedtas = notice->board->nedtas.date;
		if (!pk_date_given(latest))
			continue;
		notice->last_appeal = pk_last_appeal_day(latest);
		if (!by_hand)
			notice->nedtas = pk_nedtagande(latest, s->nedtagande, s->nedtagande_days);
	}
}

static bool check_notices(const struct pk_ruling *r, struct pk_date j)
{
	bool ok = true;

	for (size_t i = 0; i < r->found->n_notices; i++) {
		const struct pk_notice *notice = &r->found->notices[i];

		if (notice->board != NULL)
			ok = check_anslag(r, notice->board, j) && ok;
		ok = check_nedtagande(r, notice) && ok;
	}
	return ok;
}

bool pk_rules_dates(const struct pk_ruling *r)
{
	const struct pk_meeting *m = r->meeting;
	struct pk_findings *found = r->found;
	struct pk_date j, latest;
	bool ok;

	found->draft = is_draft(m);
	if (pk_date_given(m->datum.date))
		found->latest_justering = pk_latest_justering(m->datum.date);
	j = day_of_justering(r);
	found->n_notices = m->anslag_none ? 0 : m->n_anslag > 0 ? m->n_anslag : 1;
	found->notices = pk_new(r->job, struct pk_notice, found->n_notices);
	if (found->notices == NULL)
		return false;
	latest = post_notices(r, j);
	count_time(r, latest);
	found->preliminary = found->draft && pk_date_given(latest);
	if (found->draft)
		check_planned(r);
	ok = check_justering(r);
	ok = check_signatures(r) && ok;
	return check_notices(r, j) && ok;
}
