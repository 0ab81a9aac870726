/* §-område and clock times, from words to spans and to their normal form. */
#ifndef PK_MEETING_SPANS_H
#define PK_MEETING_SPANS_H

#include "meeting/read.h"

/* How a piece of a person line looks. */
enum pk_looks {
	PK_LOOKS_OTHER,
	PK_LOOKS_GOING_ON,      /* only numbers and times: goes on with a part before it */
	PK_LOOKS_PRESENCE       /* has a § or a clock time */
};
enum pk_looks pk_presence_looks(struct pk_str part);

/* What bare numbers are. */
enum pk_bare { PK_BARE_PARAGRAFER, PK_BARE_TIMES };

/* Adds the words to a presence: spans (when the reader has a meeting) and text. A § that the
 * meeting lacks and words that are no §-område are errors at their place. */
PK_MUST bool pk_presence_add(struct pk_reader *r, const struct pk_origin *origin,
		struct pk_str words, enum pk_bare bare, struct pk_presence *presence);

/* "kl. 10-12, 13:30–16" to "10.00–12.00, 13.30–16.00". False when it is no time: nothing is
 * recorded but lack of memory. */
PK_MUST bool pk_times_normal(struct pk_job *job, struct pk_str words, struct pk_str *ret);

/* "12a", "§ 12 a" to "12 a", and the number before the letter. False when it is no number of a
 * paragraf: nothing is recorded but lack of memory. */
PK_MUST bool pk_nr_normal(struct pk_job *job, struct pk_str words, struct pk_str *ret,
		uint32_t *ret_number);

/* Whether somebody with that presence was there at the paragraf, in part at least. */
bool pk_presence_covers(const struct pk_presence *presence, int32_t paragraf);

/* The index of the paragraf with that number in normal form, or -1. */
int32_t pk_nr_find(const struct pk_meeting *m, struct pk_str nr);

#endif
