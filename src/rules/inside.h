/* What the files of the rules room share. */
#ifndef PK_RULES_INSIDE_H
#define PK_RULES_INSIDE_H

#include "rules/findings.h"
#include "rules/places.h"

/* A meeting under judgement. Each subject below fills its part of found and returns false when it
 * recorded an error; later subjects rely on the parts of the earlier. */
struct pk_ruling {
	struct pk_job *job;
	const struct pk_meeting *meeting;
	struct pk_date today;
	struct pk_findings *found;
};

/* Draft or not, the dates of justering and of each notice, in their lawful order. */
PK_MUST bool pk_rules_dates(const struct pk_ruling *r);

/* The number of each paragraf: given or running. */
PK_MUST bool pk_rules_numbers(const struct pk_ruling *r);

/* Who chairs each paragraf, and who signs for which. */
PK_MUST bool pk_rules_signers(const struct pk_ruling *r);

/* Warns of serving substitutes for whom nobody is told to be absent. */
void pk_rules_serving(const struct pk_ruling *r);

/* Facts that a protocol needs and this one lacks: "kvar" in a draft, a warning else. */
void pk_rules_remains(const struct pk_ruling *r);

/* pk_places_ranges of the meeting under judgement. */
PK_MUST bool pk_rules_ranges(const struct pk_ruling *r, const bool *in, struct pk_str *ret);

/* How many places somebody can be at: the paragrafer, or 1 in a meeting without them. */
size_t pk_rules_places(const struct pk_ruling *r);

/* The full name of somebody who is pointed to. */
void pk_rules_name(const struct pk_meeting *meeting, const struct pk_who *who, struct pk_str *ret_namn,
		struct pk_str *ret_parti);

/* A date as text in the job's arena, for messages; empty when memory is out (reported). */
struct pk_str pk_rules_iso(struct pk_job *job, struct pk_date d);

#endif
