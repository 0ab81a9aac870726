/* Paragrafer that were justerade together, and the notice of each such group: A, S and N.
 * KL 5 kap. 69 §, 8 kap. 12 §, 13 kap. 5 §. Omedelbart justerade paragrafer have their own days,
 * and M is the day of the paragraf. */
#include "rules/inside.h"

/* What is told of the main justering and of an omedelbar one. */
static const struct words {
	enum pk_message anslag_before, anslag_late, anslag_future;
} words[2] = {
	{ PK_M_ANSLAG_BEFORE, PK_M_ANSLAG_LATE, PK_M_ANSLAG_FUTURE },
	{ PK_M_OMEDELBAR_ANSLAG_BEFORE, PK_M_OMEDELBAR_ANSLAG_LATE, PK_M_OMEDELBAR_ANSLAG_FUTURE },
};

struct pk_date pk_rules_day(const struct pk_meeting *m, size_t i)
{
	if (i < m->n_paragrafer && pk_date_given(m->paragrafer[i].dag.date))
		return m->paragrafer[i].dag.date;
	return m->datum.date;
}

/* J of an omedelbart justerad paragraf, and where it is written. */
static struct pk_day own_justering(const struct pk_meeting *m, size_t i)
{
	const struct pk_omedelbar *o = &m->paragrafer[i].omedelbar;

	return pk_date_given(o->datum.date) ? o->datum
					    : (struct pk_day){ pk_rules_day(m, i), o->at };
}

/* A of an omedelbart justerad paragraf. */
static struct pk_day own_anslag(const struct pk_meeting *m, size_t i)
{
	const struct pk_omedelbar *o = &m->paragrafer[i].omedelbar;

	return pk_date_given(o->anslag.date) ? o->anslag : own_justering(m, i);
}

static bool same_whos(const struct pk_meeting *m, const struct pk_whos *a, const struct pk_whos *b)
{
	if (a->n != b->n)
		return false;
	for (size_t i = 0; i < a->n; i++) {
		struct pk_str namn[2], parti[2];

		pk_rules_name(m, &a->v[i], &namn[0], &parti[0]);
		pk_rules_name(m, &b->v[i], &namn[1], &parti[1]);
		if (!pk_str_eq(namn[0], namn[1]) || !pk_str_eq(parti[0], parti[1]))
			return false;
	}
	return true;
}

/* Two omedelbart justerade paragrafer with the same days, signers and place. */
static bool together(const struct pk_meeting *m, size_t i, size_t k)
{
	const struct pk_omedelbar *a = &m->paragrafer[i].omedelbar;
	const struct pk_omedelbar *b = &m->paragrafer[k].omedelbar;

	return pk_date_cmp(own_justering(m, i).date, own_justering(m, k).date) == 0 &&
	       pk_date_cmp(own_anslag(m, i).date, own_anslag(m, k).date) == 0 &&
	       pk_str_eq(a->plats.text, b->plats.text) &&
	       same_whos(m, &a->justerare, &b->justerare);
}

static size_t first_of(const struct pk_ruling *r, const struct pk_bevis *b)
{
	size_t i = 0;

	while (i < r->meeting->n_paragrafer && !b->in[i])
		i++;
	return i;
}

/* The bevis that paragraf i belongs to, a new one when it is the first of its kind. */
static bool place_paragraf(const struct pk_ruling *r, size_t i)
{
	struct pk_findings *found = r->found;
	const struct pk_meeting *m = r->meeting;
	size_t k = 0;

	if (m->paragrafer[i].omedelbar.given) {
		for (k = 1; k < found->n_bevis; k++) {
			if (together(m, first_of(r, &found->bevis[k]), i))
				break;
		}
	}
	if (k == found->n_bevis) {
		found->bevis[k].omedelbar = true;
		found->bevis[k].in = pk_new(r->job, bool, m->n_paragrafer);
		found->bevis[k].justerat = own_justering(m, i).date;
		found->n_bevis++;
		if (found->bevis[k].in == NULL)
			return false;
	}
	found->bevis[k].in[i] = true;
	found->bevis[k].n_in++;
	return true;
}

/* J of the main bevis, or the day that stands in for it in a draft; may be no date. */
static struct pk_date main_justering(const struct pk_ruling *r)
{
	const struct pk_justering *j = &r->meeting->justering;

	return pk_date_given(j->datum.date) || !r->found->draft ? j->datum.date : j->planerad.date;
}

static bool group(const struct pk_ruling *r)
{
	const struct pk_meeting *m = r->meeting;
	struct pk_findings *found = r->found;

	found->bevis = pk_new(r->job, struct pk_bevis, m->n_paragrafer + 1);
	if (found->bevis == NULL)
		return false;
	found->n_bevis = 1;
	found->bevis[0].justerat = main_justering(r);
	if (m->n_paragrafer == 0)
		return true;
	found->bevis[0].in = pk_new(r->job, bool, m->n_paragrafer);
	if (found->bevis[0].in == NULL)
		return false;
	for (size_t i = 0; i < m->n_paragrafer; i++) {
		if (!place_paragraf(r, i))
			return false;
	}
	return true;
}

/* The ranges that the bevis prints. */
static bool write_ranges(const struct pk_ruling *r, struct pk_bevis *b)
{
	size_t n = r->meeting->n_paragrafer;
	bool *besvar = pk_new(r->job, bool, n);

	if (b->in == NULL)
		return true;
	if (besvar == NULL)
		return false;
	for (size_t i = 0; i < n; i++)
		besvar[i] = b->in[i] && r->meeting->paragrafer[i].overklagande == PK_APPEAL_BESVAR;
	return pk_rules_ranges(r, b->in, &b->paragrafer) && pk_rules_ranges(r, besvar, &b->besvar);
}

/* A on the board: as given, else J. Where it is written is its place. */
static struct pk_day anslag_on(
		const struct pk_ruling *r, const struct pk_bevis *b, const struct pk_anslag *board)
{
	struct pk_day none = { { 0 }, board == NULL ? r->meeting->at : board->at };

	if (b->omedelbar)
		return own_anslag(r->meeting, first_of(r, b));
	return board != NULL && pk_date_given(board->datum.date) ? board->datum : none;
}

/* Somebody wrote when the notice was posted. */
static bool given_anslag(
		const struct pk_ruling *r, const struct pk_bevis *b, const struct pk_anslag *board)
{
	if (b->omedelbar)
		return pk_date_given(r->meeting->paragrafer[first_of(r, b)].omedelbar.anslag.date);
	return board != NULL && pk_date_given(board->datum.date);
}

/* A of each board; the latest is returned. */
static struct pk_date post_notices(const struct pk_ruling *r, struct pk_bevis *b)
{
	const struct pk_meeting *m = r->meeting;
	struct pk_date latest = { 0 };

	for (size_t i = 0; i < b->n_notices; i++) {
		struct pk_notice *notice = &b->notices[i];

		notice->board = m->n_anslag > 0 ? &m->anslag[i] : NULL;
		notice->justerat = b->justerat;
		notice->anslag = anslag_on(r, b, notice->board).date;
		notice->assumed = !given_anslag(r, b, notice->board);
		if (!pk_date_given(notice->anslag))
			notice->anslag = b->justerat;
		if (!pk_date_given(latest) || pk_rules_before(latest, notice->anslag))
			latest = notice->anslag;
	}
	return latest;
}

/* S and N of every board count from the latest A (KL 13 kap. 5 §, for a gemensam nämnd). A removal
 * written by hand is the main notice's. */
static void count_time(const struct pk_ruling *r, struct pk_bevis *b, struct pk_date latest)
{
	const struct pk_settings *s = &r->meeting->settings;

	for (size_t i = 0; i < b->n_notices; i++) {
		struct pk_notice *notice = &b->notices[i];
		bool by_hand = !b->omedelbar && notice->board != NULL &&
			       pk_date_given(notice->board->nedtas.date);

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

/* M <= J, within 14 days, not in the future: the omedelbart justerade paragraf i. */
static bool check_own_justering(const struct pk_ruling *r, size_t i)
{
	struct pk_day j = own_justering(r->meeting, i);
	struct pk_date day = pk_rules_day(r->meeting, i);
	struct pk_date latest = pk_latest_justering(day);
	struct pk_str sign = pk_rules_sign(r, i), iso = pk_rules_iso(r->job, j.date);

	if (pk_rules_before(j.date, day))
		return pk_fail(r->job, PK_M_OMEDELBAR_BEFORE, j.at, sign, iso,
				pk_rules_iso(r->job, day));
	if (pk_rules_before(latest, j.date) && !r->meeting->anslag_none)
		pk_rules_warn(r, (int32_t)i, PK_M_OMEDELBAR_LATE, j.at, sign, iso,
				pk_rules_iso(r->job, latest));
	if (pk_rules_before(r->today, j.date))
		pk_rules_warn(r, (int32_t)i, PK_M_OMEDELBAR_FUTURE, j.at, sign, iso,
				pk_rules_iso(r->job, r->today));
	return true;
}

/* J <= A, on the second day at the latest, not in the future. */
static bool check_anslag(
		const struct pk_ruling *r, const struct pk_bevis *b, const struct pk_notice *notice)
{
	const struct words *w = &words[b->omedelbar];
	struct pk_day a = anslag_on(r, b, notice->board);
	int32_t place = b->omedelbar ? (int32_t)first_of(r, b) : PK_ANYWHERE;
	struct pk_str where = b->in == NULL ? PK_STR("") : pk_rules_where(r, b->in);
	struct pk_date latest;

	if (!pk_date_given(a.date) || !pk_date_given(b->justerat))
		return true;
	if (pk_rules_before(a.date, b->justerat))
		return pk_fail(r->job, w->anslag_before, a.at, pk_rules_iso(r->job, a.date),
				pk_rules_iso(r->job, b->justerat), where);
	latest = pk_latest_anslag(b->justerat);
	if (pk_rules_before(latest, a.date))
		pk_rules_warn(r, place, w->anslag_late, a.at, pk_rules_iso(r->job, a.date),
				pk_rules_iso(r->job, latest), where);
	/* What was assumed is not claimed: the day of the justering is told already. */
	if (pk_rules_before(r->today, a.date) && !notice->assumed &&
			(b->omedelbar || !r->found->draft))
		pk_rules_warn(r, place, w->anslag_future, a.at, pk_rules_iso(r->job, a.date),
				pk_rules_iso(r->job, r->today), where);
	return true;
}

/* N is after S. */
static bool check_nedtagande(
		const struct pk_ruling *r, const struct pk_bevis *b, const struct pk_notice *notice)
{
	struct pk_day n;

	if (b->omedelbar || notice->board == NULL || !pk_date_given(notice->last_appeal))
		return true;
	n = notice->board->nedtas;
	if (!pk_date_given(n.date) || pk_rules_before(notice->last_appeal, n.date))
		return true;
	return pk_fail(r->job, PK_M_NEDTAS_EARLY, n.at, pk_rules_iso(r->job, n.date),
			pk_rules_iso(r->job, notice->last_appeal),
			pk_rules_iso(r->job, pk_date_add(notice->last_appeal, 1)));
}

/* S counts from the latest of several boards: one without a day may be it. */
static void check_assumed(const struct pk_ruling *r, const struct pk_bevis *b)
{
	for (size_t i = 0; b->n_notices > 1 && !r->found->draft && i < b->n_notices; i++) {
		const struct pk_notice *notice = &b->notices[i];

		if (notice->assumed && !b->omedelbar)
			pk_rules_warn(r, PK_ANYWHERE, PK_M_ANSLAG_ASSUMED, notice->board->at,
					pk_rules_iso(r->job, notice->anslag));
	}
}

static bool check_bevis(const struct pk_ruling *r, const struct pk_bevis *b)
{
	bool ok = true;
	size_t n_own = b->omedelbar ? r->meeting->n_paragrafer : 0;

	for (size_t i = 0; i < n_own; i++)
		ok = (!b->in[i] || check_own_justering(r, i)) && ok;
	for (size_t i = 0; i < b->n_notices; i++) {
		/* One A for all boards of an omedelbar justering: once is enough. */
		if (!b->omedelbar || i == 0)
			ok = check_anslag(r, b, &b->notices[i]) && ok;
		ok = check_nedtagande(r, b, &b->notices[i]) && ok;
	}
	check_assumed(r, b);
	return ok;
}

/* No board is needed where nothing is left for it. */
static size_t count_notices(const struct pk_ruling *r, const struct pk_bevis *b)
{
	const struct pk_meeting *m = r->meeting;

	if (m->anslag_none || (m->n_paragrafer > 0 && b->n_in == 0))
		return 0;
	return m->n_anslag > 0 ? m->n_anslag : 1;
}

bool pk_rules_bevis(const struct pk_ruling *r)
{
	struct pk_findings *found = r->found;
	bool ok = true;

	if (found->numbers == NULL)
		return false;
	if (!group(r)) {
		/* Half of the groups are none. */
		found->bevis = NULL;
		return false;
	}
	for (size_t i = 0; i < found->n_bevis; i++) {
		struct pk_bevis *b = &found->bevis[i];
		struct pk_date latest;

		b->n_notices = count_notices(r, b);
		b->notices = pk_new(r->job, struct pk_notice, b->n_notices);
		if (b->notices == NULL || !write_ranges(r, b))
			return false;
		latest = post_notices(r, b);
		count_time(r, b, latest);
		if (i == 0)
			found->preliminary = found->draft && pk_date_given(latest);
		ok = check_bevis(r, b) && ok;
	}
	return ok;
}
