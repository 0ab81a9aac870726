#include "base/job.h"
#include "base/store.h"
#include "base/text.h"

struct pk_sources {
	struct pk_source *v;
	size_t n, room;
	struct pk_arena *arena;
};

struct pk_sources *pk_sources_new(struct pk_arena *arena)
{
	struct pk_sources *s = pk_arena_alloc(arena, sizeof(*s));

	if (s != NULL)
		s->arena = arena;
	return s;
}

bool pk_source_add(struct pk_job *job, const struct pk_source *source, uint32_t *ret)
{
	struct pk_sources *s = job->sources;
	struct pk_job owner = *job;

	/* A step of a job adds to what the whole holds. */
	owner.arena = s->arena;
	if (!pk_grow(&owner, &s->v, s->n, &s->room))
		return false;
	s->v[s->n++] = *source;
	*ret = (uint32_t)s->n;
	return true;
}

void pk_sources_forget(struct pk_sources *sources, size_t n)
{
	sources->n = n;
}

const struct pk_source *pk_source_get(const struct pk_sources *sources, uint32_t number)
{
	return number == 0 || number > sources->n ? NULL : &sources->v[number - 1];
}

size_t pk_source_count(const struct pk_sources *sources)
{
	return sources->n;
}

void pk_source_place(const struct pk_source *source, uint32_t offset, uint32_t *ret_line,
		uint32_t *ret_column)
{
	size_t at = 0, end = offset < source->text.n ? offset : source->text.n;

	*ret_line = *ret_column = 1;
	if (pk_str_starts(source->text, PK_STR("\xEF\xBB\xBF")) && end >= 3)
		at = 3;
	while (at < end) {
		bool line_feed = source->text.p[at] == '\n';

		(void)pk_text_next(source->text, &at);
		if (line_feed) {
			++*ret_line;
			*ret_column = 1;
		} else if (at <= end) {
			++*ret_column;
		}
	}
}

struct pk_str pk_source_line(const struct pk_source *s, uint32_t offset, size_t *ret_start)
{
	size_t from = offset < s->text.n ? offset : s->text.n, to = from;

	while (from > 0 && s->text.p[from - 1] != '\n')
		from--;
	while (to < s->text.n && s->text.p[to] != '\n' && s->text.p[to] != '\r')
		to++;
	if (from == 0 && pk_str_starts(s->text, PK_STR("\xEF\xBB\xBF")))
		from = 3 > to ? to : 3;
	*ret_start = from;
	return pk_str_slice(s->text, from, to);
}
