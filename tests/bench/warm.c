/* How fast documents come when the program is warm: the road of a build of many, a document at a time.
 *
 *     warm -f FORMAT [-t TEMPLATE] -o OUTPUT -n N [-r] MEETING
 *
 * The template is compiled and the meeting read before the clock starts; then the document is made N
 * times, each time with memory of its own (malloc is set as the command sets it): the meeting's tree,
 * rendering, page numbers, packing, writing. With -r the meeting's file is read, decoded and checked anew
 * each time too. The last line is the seconds that all N took, the line before what the processor did of
 * them. */
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "bench.h"
#include "cli/memory.h"
#include "job/produce.h"

struct asked {
	const char *format, *template, *output, *meeting;
	unsigned long n;
	bool reread;
};

static bool read_options(int argc, char **argv, struct asked *ret)
{
	int c;

	*ret = (struct asked){ .template = "", .n = 1 };
	while ((c = getopt(argc, argv, "f:t:o:n:r")) != -1) {
		if (c == 'f')
			ret->format = optarg;
		else if (c == 't')
			ret->template = optarg;
		else if (c == 'o')
			ret->output = optarg;
		else if (c == 'n')
			ret->n = bench_count(optarg);
		else if (c == 'r')
			ret->reread = true;
		else
			return false;
	}
	if (optind != argc - 1)
		return false;
	ret->meeting = argv[optind];
	return ret->format != NULL && ret->output != NULL && ret->n > 0;
}

/* What all documents share. */
struct shared {
	struct pk_job job;
	struct pk_loaded loaded;
	struct pk_template_name template;
	const struct pk_format *format;
	struct pk_compiled *compiled;
};

static bool load(struct pk_job *job, const struct asked *asked, struct pk_loaded *ret)
{
	return pk_load(job, pk_str_of(asked->meeting), (struct pk_date){ 0 }, false, ret);
}

/* One document, in the job's memory. */
static bool make(struct pk_job *job, const struct asked *asked, const struct shared *shared)
{
	struct pk_product product = { .format = shared->format, .path = pk_str_of(asked->output) };
	struct pk_loaded loaded = shared->loaded;
	struct pk_content content;

	if ((asked->reread && !load(job, asked, &loaded)) ||
			!pk_content_make(job, &loaded, PK_EDITION_FULL, &content))
		return false;
	content.compiled = shared->compiled;
	return pk_product_make(job, &shared->template, &content, &product) &&
	       bench_write(asked->output, product.bytes.p, product.bytes.n);
}

static bool make_all(const struct asked *asked, const struct shared *shared)
{
	bool ok = true;

	for (unsigned long i = 0; ok && i < asked->n; i++) {
		struct pk_job job;

		if (!pk_job_init(&job, &pk_limits_default))
			return false;
		ok = make(&job, asked, shared);
		pk_job_free(&job);
	}
	return ok;
}

static bool prepare(const struct asked *asked, struct shared *ret)
{
	const struct pk_template *template;

	ret->format = pk_format_find(pk_str_of(asked->format));
	ret->compiled = pk_compiled_new(&pk_limits_default);
	if (ret->format == NULL || ret->compiled == NULL || !load(&ret->job, asked, &ret->loaded))
		return false;
	ret->template = pk_template_of(&ret->job, ret->loaded.meeting, pk_str_of(asked->template));
	if (!pk_compiled_get(&ret->job, ret->compiled, &ret->template, ret->format, &template))
		fprintf(stderr, "warm: this template cannot be used (protokoll template check)\n");
	return true;
}

int main(int argc, char **argv)
{
	struct shared shared = { 0 };
	struct bench_span start;
	struct asked asked;
	bool ok;

	if (!read_options(argc, argv, &asked)) {
		fprintf(stderr, "usage: warm -f FORMAT [-t TEMPLATE] -o OUTPUT -n N [-r] MEETING\n");
		return 2;
	}
	keep_memory();
	if (!pk_job_init(&shared.job, &pk_limits_default))
		return 5;
	ok = prepare(&asked, &shared);
	start = bench_now();
	ok = ok && make_all(&asked, &shared);
	if (ok)
		bench_tell(start);
	else
		fprintf(stderr, "warm: no document was made; protokoll build tells why\n");
	pk_compiled_free(shared.compiled);
	pk_job_free(&shared.job);
	return ok ? 0 : 1;
}
