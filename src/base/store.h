/* Where sources and messages are kept: for the base room itself. */
#ifndef PK_BASE_STORE_H
#define PK_BASE_STORE_H

#include "base/diag.h"

/* Both live in the arena; NULL when memory is out. The list of messages has all its room from the
 * start, so that "out of memory" can still be told. */
struct pk_sources *pk_sources_new(struct pk_arena *arena);
struct pk_diags *pk_diags_new(struct pk_arena *arena, uint32_t max);

/* Forgets all sources but the first n: no message may name the others. */
void pk_sources_forget(struct pk_sources *sources, size_t n);

#endif
