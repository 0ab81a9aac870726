/* Names in templates: cut once into first part and rest, kept once, compared by number. */
#ifndef PK_TEMPLATE_NAMES_H
#define PK_TEMPLATE_NAMES_H

#include "base/job.h"
#include "value/value.h"

/* Names that a turn answers, and the context itself. */
enum pk_name_kind { PK_NAME_PLAIN, PK_NAME_SELF, PK_NAME_FIRST, PK_NAME_LAST, PK_NAME_NUMBER };

/* datum.lång is first "datum" and rest "lång"; rest.p is NULL where there is no dot. */
struct pk_name {
	struct pk_str whole, first, rest;
	enum pk_name_kind kind;
};

/* Names with their numbers, found again by hash. */
struct pk_names {
	struct pk_name *v;
	size_t n, room;
	uint32_t *slots;        /* number + 1, or 0 */
	size_t n_slots;         /* a power of two */
};

/* Cuts a name at its first dot. */
struct pk_name pk_name_cut(struct pk_str whole);

/* The name of a section without the question mark of {{#x?}}, and whether it had one. första? and
 * sista? have theirs as part of the name, and are asked once all the same. */
struct pk_str pk_name_of_section(struct pk_str written, bool *ret_once);

/* What the rest of a dotted name finds below a value; NULL when a part is missing. */
const struct pk_value *pk_name_below(const struct pk_value *value, struct pk_str rest);

/* The number of a name, new or known; its bytes must live as long as the job. */
PK_MUST bool pk_names_put(struct pk_job *job, struct pk_names *names, struct pk_str whole,
		uint32_t *ret);

#endif
