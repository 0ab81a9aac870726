/* What the files of this room share. */
#ifndef PK_MARKUP_INSIDE_H
#define PK_MARKUP_INSIDE_H

#include "markup/entity.h"
#include "markup/blocks.h"

/* Ranks headings from 1 without gaps after the levels that are used. */
void pk_markup_rank_headings(struct pk_blocks *blocks);

/* Where the first dividing line ("---", "* * *") at or after from stands; n = 0 length at from when
 * none is found. */
struct pk_str pk_markup_find_rule(struct pk_str text, size_t from);

#endif
