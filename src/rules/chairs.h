/* Who was in the chair. */
#ifndef PK_RULES_CHAIRS_H
#define PK_RULES_CHAIRS_H

#include "rules/inside.h"

/* Somebody in the chair; in[i] for each place of the meeting (pk_rules_places). */
struct pk_seated {
	struct pk_str namn, parti;
	int32_t person;         /* index in pk_meeting.persons, or -1 */
	struct pk_pos at;
	const bool *in;
};

struct pk_chairs {
	struct pk_seated *v;
	size_t n;
	bool *jav;      /* places without a chair because the chair had jäv: told */
	bool failed;    /* two chairs for one place: told */
};

/* The chairs in the order in which they took the chair, each once, into r->chairs. Two for the same
 * paragraf is an error (KL 5 kap. 65 §) unless both say "del av" or a time; so is a chair with jäv
 * for whom nobody steps in. */
PK_MUST bool pk_rules_chairs(const struct pk_ruling *r);

#endif
