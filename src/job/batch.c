/* The public function for many meetings: found, built on several threads, told in order. */
#include "job/build.h"
#include "job/compiled.h"
#include "job/inputs.h"
#include "job/pool.h"
#include "job/result.h"
#include "job/series.h"

struct batch {
	struct protokoll_batch asked;
	struct protokoll_options options;
	struct protokoll_result *whole;   /* what is not about one file */
	struct pk_inputs inputs;
	struct pk_compiled *compiled;
	struct pk_series series;
	struct protokoll_result **ready;  /* one a meeting, until it is handed over */
	bool all_read;                    /* every meeting so far could be read */
};

static void work(void *self, size_t i)
{
	struct batch *b = self;

	b->ready[i] = pk_build(&b->inputs.v[i], &b->options, b->compiled);
}

static bool done(void *self, size_t i)
{
	struct batch *b = self;
	struct protokoll_result *result = b->ready[i];

	b->ready[i] = NULL;
	b->all_read &= result != NULL && result->series != NULL;
	if (result != NULL && result->series != NULL && result->series->first > 0 &&
			!pk_series_add(&b->whole->job, &b->series, result->series))
		b->all_read = false;
	return b->asked.each(b->asked.self, i, b->inputs.n, result);
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
	return b->ready != NULL;
}

static void build(struct batch *b)
{
	const struct pk_pool pool = {
		.n = b->inputs.n,
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
