/* The numbers of paragrafer over the protocols of a year: they run on from one meeting to the next. */
#ifndef PK_JOB_SERIES_H
#define PK_JOB_SERIES_H

#include "job/load.h"

/* What one protocol says of its place in the year's series. */
struct pk_series_part {
	struct pk_str file, kommun, organ;
	struct pk_date datum;
	uint32_t first, last;     /* the numbers of its first and last paragraf; 0: it has no part in one */
	bool first_lettered;      /* "12 a" may follow on 12 */
	bool gap_silenced, overlap_silenced;
};

struct pk_series {
	struct pk_series_part *v;
	size_t n, room;
};

/* The part of a meeting; its strings are the meeting's. Meetings that are numbered from 1 each, and
 * those without paragrafer, have none. */
struct pk_series_part pk_series_part_of(struct pk_str file, const struct pk_loaded *loaded);

/* Adds a part, copied into the job's arena. */
PK_MUST bool pk_series_add(struct pk_job *job, struct pk_series *series,
		const struct pk_series_part *part);

/* Warns of numbers that are missing between two protocols of one organ and year, and of such that two
 * of them have. The parts are sorted. */
void pk_series_check(struct pk_job *job, struct pk_series *series);

#endif
