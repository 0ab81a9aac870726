/* Words in a template that somebody meant to be a tag. For this room only. */
#ifndef PK_FORMAT_LOOKALIKE_H
#define PK_FORMAT_LOOKALIKE_H

#include "base/str.h"

struct pk_value;

/* Where it stands in a text. name: what the brackets hold, with a sigil ("#paragrafer"); empty when
 * nobody can tell. known: the model has that name. */
struct pk_lookalike {
	size_t from, to;
	struct pk_str name;
	bool known;
};

/* The next one from *at on, and *at moved behind it: any brace that belongs to no tag, and names of
 * the model (which may be NULL) in other brackets. False: there are no more. */
bool pk_lookalike_next(
		struct pk_str text, const struct pk_value *model, size_t *at, struct pk_lookalike *ret);

#endif
