/* What a function needs besides its subject: memory, ceilings, sources and a place for messages. */
#ifndef PK_BASE_JOB_H
#define PK_BASE_JOB_H

#include "base/diag.h"
#include "base/limits.h"
#include "base/out.h"

/* The files that a job has looked for, found or not: what its result hangs on. */
struct pk_sought {
	struct pk_str *v;         /* paths as the job had them, each once, NUL terminated */
	size_t n, room;
	struct pk_arena *arena;   /* theirs, set by the first that notes one */
};

struct pk_job {
	struct pk_arena *arena;
	const struct pk_limits *limits;
	struct pk_sources *sources;
	struct pk_diags *diags;
	struct pk_sought *sought; /* NULL: nobody asks */
};

/* Makes the arena, the sources and the diagnostics of a job; false (nothing to free) when memory
 * is out. limits is borrowed and must outlive the job. */
PK_MUST bool pk_job_init(struct pk_job *job, const struct pk_limits *limits);

/* Frees all that the job holds. A zeroed job is allowed. */
void pk_job_free(struct pk_job *job);

/* One step of a job, with memory of its own: what it reports and the files that it looks for are the
 * whole job's. Work through step.job; what is to outlive the step is copied to the whole. */
struct pk_step {
	struct pk_job job, *whole;
	uint32_t messages;        /* how much the whole had noted when the step began */
	size_t sources;
};
PK_MUST bool pk_step_begin(struct pk_job *whole, struct pk_step *ret);
/* Frees the step's memory and forgets its sources, unless a message may hang on them: then the whole job
 * keeps them. */
void pk_step_end(struct pk_step *step);

/* Notes that a file has been looked for. */
PK_MUST bool pk_job_sought(struct pk_job *job, struct pk_str path);

/* count zeroed objects of a type, or NULL after reporting that memory is out. */
#define pk_new(job, type, count) ((type *)pk_alloc((job), sizeof(type), (count)))
void *pk_alloc(struct pk_job *job, size_t size, size_t count);

/* Makes room for one more element in a growing array of the job's arena: *array points to *n
 * elements of size bytes with room for *room. False after reporting that memory is out. */
#define pk_grow(job, array, n, room) \
	((n) < *(room) || pk_grow_array((job), (void **)(array), sizeof(**(array)), (n), (room)))
PK_MUST bool pk_grow_array(struct pk_job *job, void **array, size_t size, size_t n, size_t *room);

/* A copy in the job's arena, NUL terminated beyond its end. */
PK_MUST bool pk_copy(struct pk_job *job, struct pk_str s, struct pk_str *ret);

/* All pieces joined, in the job's arena, NUL terminated beyond their end. */
#define pk_join(job, ret, ...) \
	pk_join_all((job), (ret), (const struct pk_str[]){ __VA_ARGS__ }, \
			sizeof((const struct pk_str[]){ __VA_ARGS__ }) / sizeof(struct pk_str))
PK_MUST bool pk_join_all(struct pk_job *job, struct pk_str *ret, const struct pk_str *pieces,
		size_t n);

/* The number in decimal, in the job's arena; the empty string when memory is out (reported). */
struct pk_str pk_number(struct pk_job *job, uint64_t number);

/* Asks a sink how it went. True: *ret is what was written. False: the failure is reported. */
PK_MUST bool pk_out_done(struct pk_job *job, const struct pk_out *out, struct pk_str *ret);

#endif
