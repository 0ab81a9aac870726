#include "calendar/statutory.h"

enum { APPEAL_DAYS = 21, JUSTERING_DAYS = 14, ANSLAG_DAYS = 2 };

struct pk_date pk_next_unblocked(struct pk_date d)
{
	while (pk_holiday_of(d) != PK_NO_HOLIDAY)
		d = pk_date_add(d, 1);
	return d;
}

static struct pk_term count(struct pk_date from, int days)
{
	struct pk_date counted = pk_date_add(from, days);

	return (struct pk_term){ counted, pk_next_unblocked(counted) };
}

struct pk_term pk_appeal_term(struct pk_date anslag)
{
	return count(anslag, APPEAL_DAYS);
}

struct pk_term pk_justering_term(struct pk_date meeting)
{
	return count(meeting, JUSTERING_DAYS);
}

struct pk_term pk_anslag_term(struct pk_date justering)
{
	return count(justering, ANSLAG_DAYS);
}

struct pk_date pk_last_appeal_day(struct pk_date anslag)
{
	return pk_appeal_term(anslag).last;
}

struct pk_date pk_earliest_nedtagande(struct pk_date anslag)
{
	return pk_date_add(pk_last_appeal_day(anslag), 1);
}

struct pk_date pk_latest_justering(struct pk_date meeting)
{
	return pk_justering_term(meeting).last;
}

struct pk_date pk_latest_anslag(struct pk_date justering)
{
	return pk_anslag_term(justering).last;
}

struct pk_date pk_nedtagande(struct pk_date anslag, enum pk_nedtagande_policy policy, int days)
{
	struct pk_date earliest = pk_earliest_nedtagande(anslag), fixed;

	switch (policy) {
	case PK_NEDTAGANDE_NASTA_VARDAG:
		return pk_next_unblocked(earliest);
	case PK_NEDTAGANDE_TILL_OCH_MED:
		return pk_last_appeal_day(anslag);
	case PK_NEDTAGANDE_INGEN:
		return (struct pk_date){ 0 };
	case PK_NEDTAGANDE_DAGAR:
		fixed = pk_date_add(anslag, days);
		return pk_date_cmp(fixed, earliest) > 0 ? fixed : earliest;
	case PK_NEDTAGANDE_DAGEN_EFTER:
	default:
		return earliest;
	}
}
