/* Votes under judgement. */
#ifndef PK_RULES_VOTES_H
#define PK_RULES_VOTES_H

#include "rules/inside.h"

/* One vote of paragraf i. */
struct pk_voting {
	const struct pk_ruling *r;
	size_t i;
	const struct pk_omrostning *vote;
	struct pk_counted *counted;
	struct pk_str sign;     /* "§ 42", for messages */
};

/* Those who voted served, had no jäv and voted once; nobody who served is forgotten. */
PK_MUST bool pk_votes_voters(const struct pk_voting *v);

/* Who won, and what decided a tie. */
PK_MUST bool pk_votes_outcome(const struct pk_voting *v);

/* The key of a side: "avstår". */
struct pk_str pk_votes_key(enum pk_side side);

/* A person is among the named voters of a side. */
bool pk_votes_names(const struct pk_voting *v, enum pk_side side, uint32_t person);

#endif
