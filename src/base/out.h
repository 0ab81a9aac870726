/* The only way to produce bytes: a growing buffer with a ceiling and a sticky failure. */
#ifndef PK_BASE_OUT_H
#define PK_BASE_OUT_H

#include "base/arena.h"

/* Writers return nothing. The first failure (memory, ceiling) is remembered, later writes do
 * nothing, and pk_out_done() (base/job.h) asks once at the end. */
struct pk_out {
	struct pk_arena *arena;
	char *p;
	size_t n, room, max;
	bool failed;
};

struct pk_out pk_out_new(struct pk_arena *arena, size_t max);

void pk_put(struct pk_out *out, struct pk_str bytes);
void pk_put_c(struct pk_out *out, const char *text);
static inline void pk_put_byte(struct pk_out *out, char byte)
{
	if (out->n < out->room && !out->failed)
		out->p[out->n++] = byte;
	else
		pk_put(out, (struct pk_str){ &byte, 1 });
}
void pk_put_uint(struct pk_out *out, uint64_t number);

/* What has been written is not needed any more: the memory may be used again. */
static inline void pk_out_drop(struct pk_out *out)
{
	pk_arena_give(out->arena, out->p, out->room);
	*out = pk_out_new(out->arena, out->max);
}

/* What has been written so far; valid until the next write. */
static inline struct pk_str pk_out_str(const struct pk_out *out)
{
	return (struct pk_str){ out->p, out->n };
}

#endif
