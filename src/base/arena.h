/* Memory of a job: allocated piece by piece, freed whole. */
#ifndef PK_BASE_ARENA_H
#define PK_BASE_ARENA_H

#include "base/str.h"

struct pk_arena;

/* A new arena that hands out at most max bytes in all; NULL when memory is out. */
struct pk_arena *pk_arena_new(size_t max);

/* Frees the arena and all that came from it. NULL is allowed. */
void pk_arena_free(struct pk_arena *arena);

/* n zeroed bytes, aligned for any type but long double; NULL when memory or the arena's ceiling is
 * reached. n == 0 gives a valid pointer. */
void *pk_arena_alloc(struct pk_arena *arena, size_t n);
/* The same, but the bytes may hold anything: for what is written over at once. */
void *pk_arena_take(struct pk_arena *arena, size_t n);

/* Makes the piece p of old bytes n bytes long, moving it if it must; new bytes are zero. The last
 * piece grows in place; what a piece leaves behind when it moves is used again. p may be NULL with
 * old == 0. NULL on failure: p is then untouched. */
void *pk_arena_resize(struct pk_arena *arena, void *p, size_t old, size_t n);
/* The same, but new bytes may hold anything: pages that are never written to cost nothing. */
void *pk_arena_stretch(struct pk_arena *arena, void *p, size_t old, size_t n);

/* The piece p of n bytes is not needed any more: it may be used again. p may be NULL. It still counts
 * as handed out. */
void pk_arena_give(struct pk_arena *arena, void *p, size_t n);

/* Gives all that came from one arena to another, to be freed with it, and frees the first. Nothing
 * moves. */
void pk_arena_adopt(struct pk_arena *arena, struct pk_arena *from);

/* Bytes handed out so far. */
size_t pk_arena_used(const struct pk_arena *arena);

#endif
