/* Paragrafer as places that somebody is at: ranges of numbers, and who was there. */
#ifndef PK_RULES_PLACES_H
#define PK_RULES_PLACES_H

#include "rules/findings.h"

/* The paragrafer i with in[i] as ranges of their numbers: "41–44, 46–47"; empty when one of them has
 * no number. A range goes on while the paragrafer are neighbours and their numbers run. numbers are
 * those of the findings, n of them. */
PK_MUST bool pk_places_ranges(struct pk_job *job, const struct pk_str *numbers, size_t n, const bool *in,
		struct pk_str *ret);

/* How much of a paragraf somebody was there for. */
enum pk_cover { PK_COVER_NONE, PK_COVER_PART, PK_COVER_WHOLE };

/* PART where the presence says "del av", or only clock times. In a meeting without paragrafer ask for
 * index 0. */
enum pk_cover pk_rules_cover(const struct pk_presence *presence, uint32_t index);

#endif
