/* The person line, and names that point to a person. */
#ifndef PK_MEETING_PERSONS_H
#define PK_MEETING_PERSONS_H

#include "meeting/read.h"

/* Reads a person line; words is a slice of the origin's text. Names are not looked up. What could
 * be read is in *ret on failure too, so that one bad line does not make other names unknown. */
PK_MUST bool pk_person_read(struct pk_reader *r, const struct pk_origin *origin,
		struct pk_str words, struct pk_person *ret);

/* Splits "Namn (parti), rest" after the name: *ret_rest is what follows, without the comma. */
PK_MUST bool pk_name_read(struct pk_reader *r, const struct pk_origin *origin, struct pk_str words,
		struct pk_str *ret_namn, struct pk_str *ret_parti, struct pk_str *ret_rest);

/* How strictly a name is looked up. */
enum pk_lookup {
	PK_LOOKUP_PRESENT,      /* must stand in närvarande, when there is one */
	PK_LOOKUP_SIGNER,       /* or be a secretary */
	PK_LOOKUP_SEAT          /* an absent member need not be named: only a slip of the pen is told */
};

/* Finds who->namn in the meeting and sets who->person. Unknown: an error with the nearest name. Two
 * of the name: the party decides, else an error. */
PK_MUST bool pk_who_find(struct pk_reader *r, enum pk_lookup lookup, struct pk_who *who);

/* The same for all names that stand in paragrafer, when närvarande has been read. */
PK_MUST bool pk_who_find_pending(struct pk_reader *r);

/* A role by its words (false: there is no such role, nothing is recorded), and back. */
PK_MUST bool pk_role_find(struct pk_str words, enum pk_role *ret);
struct pk_str pk_role_word(enum pk_role role);

/* All words for roles, for messages. */
struct pk_str pk_role_words(void);

#endif
