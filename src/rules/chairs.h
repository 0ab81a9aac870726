/* Who was in the chair. */
#ifndef PK_RULES_CHAIRS_H
#define PK_RULES_CHAIRS_H

#include "rules/inside.h"

/* Somebody in the chair; in[i] for each place of the meeting (pk_rules_places). */
struct pk_seated {
	struct pk_str namn, parti;
	const bool *in;
};

struct pk_chairs {
	struct pk_seated *v;
	size_t n;
};

/* The chairs in the order in which they took the chair, each once. Two for the same paragraf is an
 * error (KL 5 kap. 65 §) unless both say "del av" or a time. */
PK_MUST bool pk_rules_chairs(const struct pk_ruling *r, struct pk_chairs *ret);

#endif
