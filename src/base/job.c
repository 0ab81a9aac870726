#include "base/job.h"

#include "base/store.h"

bool pk_job_init(struct pk_job *job, const struct pk_limits *limits)
{
	struct pk_arena *arena = pk_arena_new(limits->memory);

	if (arena == NULL)
		return false;
	*job = (struct pk_job){ .arena = arena, .limits = limits };
	job->sources = pk_sources_new(arena);
	job->diags = pk_diags_new(arena, limits->messages);
	if (job->sources != NULL && job->diags != NULL)
		return true;
	pk_job_free(job);
	return false;
}

void pk_job_free(struct pk_job *job)
{
	pk_arena_free(job->arena);
	*job = (struct pk_job){ 0 };
}

bool pk_step_begin(struct pk_job *whole, struct pk_step *ret)
{
	*ret = (struct pk_step){ .job = *whole, .whole = whole };
	ret->job.arena = pk_arena_new(whole->limits->memory);
	if (ret->job.arena == NULL)
		return pk_fail(whole, PK_M_MEMORY, PK_NOWHERE);
	if (whole->sought != NULL && whole->sought->arena == NULL)
		whole->sought->arena = whole->arena;
	ret->messages = pk_diag_count(whole->diags);
	ret->sources = pk_source_count(whole->sources);
	return true;
}

void pk_step_end(struct pk_step *step)
{
	struct pk_job *whole = step->whole;

	if (pk_diag_count(whole->diags) == step->messages) {
		pk_sources_forget(whole->sources, step->sources);
		pk_arena_free(step->job.arena);
	} else {
		pk_arena_adopt(whole->arena, step->job.arena);
	}
	*step = (struct pk_step){ 0 };
}

bool pk_job_sought(struct pk_job *job, struct pk_str path)
{
	struct pk_sought *s = job->sought;
	struct pk_job owner = *job;

	for (size_t i = 0; s != NULL && i < s->n; i++) {
		if (pk_str_eq(s->v[i], path))
			return true;
	}
	if (s == NULL)
		return true;
	/* A step of a job notes with the memory of the whole. */
	if (s->arena == NULL)
		s->arena = job->arena;
	owner.arena = s->arena;
	if (!pk_grow(&owner, &s->v, s->n, &s->room) || !pk_copy(&owner, path, &s->v[s->n]))
		return false;
	s->n++;
	return true;
}

static bool out_of_memory(struct pk_job *job)
{
	return pk_fail(job, PK_M_MEMORY, PK_NOWHERE);
}

/* Bytes that are written over at once. */
static char *take(struct pk_job *job, size_t n)
{
	char *p = pk_arena_take(job->arena, n);

	if (p == NULL)
		(void)out_of_memory(job);
	return p;
}

void *pk_alloc(struct pk_job *job, size_t size, size_t count)
{
	void *p = NULL;

	if (size == 0 || count <= SIZE_MAX / size)
		p = pk_arena_alloc(job->arena, size * count);
	if (p == NULL)
		(void)out_of_memory(job);
	return p;
}

bool pk_grow_array(struct pk_job *job, void **array, size_t size, size_t n, size_t *room)
{
	size_t more = *room == 0 ? 8 : *room * 2;
	void *p;

	if (n < *room)
		return true;
	if (more > SIZE_MAX / size)
		return out_of_memory(job);
	p = pk_arena_resize(job->arena, *array, *room * size, more * size);
	if (p == NULL)
		return out_of_memory(job);
	*array = p;
	*room = more;
	return true;
}

bool pk_copy(struct pk_job *job, struct pk_str s, struct pk_str *ret)
{
	char *p = take(job, s.n + 1);

	if (p == NULL)
		return false;
	if (s.n > 0)
		memcpy(p, s.p, s.n);
	p[s.n] = '\0';
	*ret = (struct pk_str){ p, s.n };
	return true;
}

bool pk_join_all(struct pk_job *job, struct pk_str *ret, const struct pk_str *pieces, size_t n)
{
	size_t length = 0, at = 0;
	char *p;

	for (size_t i = 0; i < n; i++)
		length += pieces[i].n;
	p = take(job, length + 1);
	if (p == NULL)
		return false;
	for (size_t i = 0; i < n; i++) {
		if (pieces[i].n > 0)
			memcpy(p + at, pieces[i].p, pieces[i].n);
		at += pieces[i].n;
	}
	p[length] = '\0';
	*ret = (struct pk_str){ p, length };
	return true;
}

struct pk_str pk_number(struct pk_job *job, uint64_t number)
{
	struct pk_out out = pk_out_new(job->arena, 32);
	struct pk_str text;

	pk_put_uint(&out, number);
	return pk_out_done(job, &out, &text) ? text : PK_STR("");
}

bool pk_out_done(struct pk_job *job, const struct pk_out *out, struct pk_str *ret)
{
	if (!out->failed) {
		*ret = pk_out_str(out);
		return true;
	}
	/* The sink does not say why it failed: when it stands at its ceiling, that is the cause. */
	if (out->n < out->max / 2 || out->max < 4096)
		return out_of_memory(job);
	return pk_fail(job, PK_M_OUTPUT_LIMIT, PK_NOWHERE, pk_number(job, out->max));
}
