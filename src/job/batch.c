/* The public function for many meetings: found, built on several threads, told in order. */
#include "job/build.h"
#include "job/compiled.h"
#include "job/inputs.h"
#include "job/load.h"
#include "job/path.h"
#include "job/pool.h"
#include "job/result.h"
#include "job/series.h"

enum { GROUP = 50 };

struct batch {
	struct protokoll_batch asked;
	struct protokoll_options options;
	struct protokoll_result *whole;   /* what is not about one file */
	struct pk_inputs inputs;
	size_t group;                     /* how many meetings are one piece of work */
	struct pk_compiled *compiled;
	struct pk_series series;
	struct protokoll_result **ready;  /* one a meeting, until it is handed over */
	bool all_read;                    /* every meeting so far could be read */
};

/* A piece of work is a group of meetings: those of number i. */
static size_t first_of(const struct batch *b, size_t i)
{
	return i * b->group < b->inputs.n ? i * b->group : b->inputs.n;
}

static void work(void *self, size_t i)
{
	struct batch *b = self;
	size_t first = first_of(b, i), n = first_of(b, i + 1) - first;

	if (pk_build(&b->inputs.v[first], n, &b->options, b->compiled, &b->ready[first]))
		return;
	for (size_t k = first; k < first + n; k++)
		b->ready[k] = NULL;
}

static bool hand_over(struct batch *b, size_t i)
{
	struct protokoll_result *result = b->ready[i];

	b->ready[i] = NULL;
	b->all_read &= result != NULL && result->series != NULL;
	if (result != NULL && result->series != NULL && result->series->first > 0 &&
			!pk_series_add(&b->whole->job, &b->series, result->series))
		b->all_read = false;
	return b->asked.each(b->asked.self, i, b->inputs.n, result);
}

/* All that was made is handed over, also when no more is wanted. */
static bool done(void *self, size_t i)
{
	struct batch *b = self;
	bool more = true;

	for (size_t k = first_of(b, i); k < first_of(b, i + 1); k++)
		more = hand_over(b, k) && more;
	return more;
}

/* Some folder's settings ask for exact page numbers. */
static bool any_exact(const struct batch *b)
{
	struct pk_str seen = { NULL, 0 };

	for (size_t i = 0; i < b->inputs.n; i++) {
		struct pk_str folder = pk_path_folder(b->inputs.v[i].file);

		if (seen.p != NULL && pk_str_eq(folder, seen))
			continue;
		if (pk_settings_exact(b->whole->job.limits, b->inputs.v[i].file))
			return true;
		seen = folder;
	}
	return false;
}

/* Meetings that LibreOffice has something to do for share its runs, which take a second to begin; but
 * not more than leaves work for every worker. */
static size_t group_size(const struct batch *b)
{
	const char *formats = b->options.formats;
	unsigned workers = b->asked.workers > 0 ? b->asked.workers : 1;
	size_t each = (b->inputs.n + workers - 1) / workers;

	if (!b->options.exact_pages && (formats == NULL || strstr(formats, "pdf") == NULL) && !any_exact(b))
		return 1;
	return each > GROUP ? GROUP : each > 0 ? each : 1;
}

static bool find(struct batch *b)
{
	struct pk_job *job = &b->whole->job;
	struct pk_str folder = pk_str_of(b->options.folder);

	/* A folder that cannot be read, or holds nothing, does not stop the rest. */
	b->all_read = pk_inputs_find(job, b->asked.paths, b->asked.n, &b->inputs);
	if (!pk_inputs_apart(job, folder, &b->inputs))
		return false;
	b->ready = pk_new(job, struct protokoll_result *, b->inputs.n);
	b->group = group_size(b);
	return b->ready != NULL;
}

static void build(struct batch *b)
{
	const struct pk_pool pool = {
		.n = (b->inputs.n + b->group - 1) / b->group,
		.workers = b->asked.workers,
		.self = b,
		.work = work,
		.done = done,
	};
	struct pk_job *job = &b->whole->job;

	b->compiled = pk_compiled_new(job->limits);
	if (b->compiled == NULL) {
		(void)pk_fail(job, PK_M_MEMORY, PK_NOWHERE);
		return;
	}
	/* Only when all have been heard can a number be said to be missing. */
	if (pk_pool_run(&pool) == pool.n && b->all_read)
		pk_series_check(job, &b->series);
	pk_compiled_free(b->compiled);
}

struct protokoll_result *protokoll_build_all(const struct protokoll_batch *batch,
		const struct protokoll_options *options)
{
	struct batch b = { .asked = *batch, .options = pk_options_copy(options) };

	b.whole = pk_result_new();
	if (b.whole == NULL)
		return NULL;
	b.whole->strict = b.options.strict;
	if (find(&b))
		build(&b);
	pk_diag_sort(b.whole->job.diags);
	return b.whole;
}
