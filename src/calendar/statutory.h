/* Counting of statutory time for protocols: kommunallagen (2017:725), lag (1930:173). */
#ifndef PK_CALENDAR_STATUTORY_H
#define PK_CALENDAR_STATUTORY_H

#include "calendar/holiday.h"

/* The day itself, or the next that pushes no deadline (lag 1930:173 2 §). */
struct pk_date pk_next_unblocked(struct pk_date d);

/* A time that the law counts in days: where the counting ends, and the last day after the days from
 * there that push it on (none when both are the same). */
struct pk_term {
	struct pk_date counted, last;
};

/* The terms behind the days below. */
struct pk_term pk_appeal_term(struct pk_date anslag);
struct pk_term pk_justering_term(struct pk_date meeting);
struct pk_term pk_anslag_term(struct pk_date justering);

/* S, last day for laglighetsprövning: three weeks from the day of the notice (KL 13 kap. 5 §, lag
 * 1930:173 1 §), pushed forward past blocked days. */
struct pk_date pk_last_appeal_day(struct pk_date anslag);

/* N at the earliest: the day after S (KL 8 kap. 12 §). */
struct pk_date pk_earliest_nedtagande(struct pk_date anslag);

/* J at the latest: 14 days after the meeting (KL 5 kap. 69 §, 6 kap. 35 §), pushed forward. */
struct pk_date pk_latest_justering(struct pk_date meeting);

/* A at the latest: the second day after justering (KL 8 kap. 12 §), pushed forward. */
struct pk_date pk_latest_anslag(struct pk_date justering);

enum pk_nedtagande_policy {
	PK_NEDTAGANDE_DAGEN_EFTER,   /* S + 1 */
	PK_NEDTAGANDE_NASTA_VARDAG,  /* first unblocked day after S */
	PK_NEDTAGANDE_TILL_OCH_MED,  /* the notice is up through S: N = S, printed "t.o.m." */
	PK_NEDTAGANDE_INGEN,         /* no line */
	PK_NEDTAGANDE_DAGAR          /* max(A + n, S + 1) */
};

/* N by policy; days is n of PK_NEDTAGANDE_DAGAR. No date for PK_NEDTAGANDE_INGEN. */
struct pk_date pk_nedtagande(struct pk_date anslag, enum pk_nedtagande_policy policy, int days);

#endif
