#include "job/compiled.h"

#include <pthread.h>
#include <stdlib.h>

/* Thirty years with a look of their own, in two formats. */
enum { MOST = 64 };

struct entry {
	struct pk_job job;                  /* owns all of the entry */
	struct pk_str name, folder;         /* the same words in another folder are another template */
	const struct pk_format *format;
	const struct pk_template *template; /* NULL: the jobs must compile it themselves */
};

struct pk_compiled {
	const struct pk_limits *limits;
	pthread_mutex_t lock;
	struct entry entries[MOST];
	size_t n;
};

struct pk_compiled *pk_compiled_new(const struct pk_limits *limits)
{
	struct pk_compiled *compiled = calloc(1, sizeof(*compiled));

	if (compiled == NULL)
		return NULL;
	compiled->limits = limits;
	if (pthread_mutex_init(&compiled->lock, NULL) == 0)
		return compiled;
	free(compiled);
	return NULL;
}

void pk_compiled_free(struct pk_compiled *compiled)
{
	if (compiled == NULL)
		return;
	for (size_t i = 0; i < compiled->n; i++)
		pk_job_free(&compiled->entries[i].job);
	pthread_mutex_destroy(&compiled->lock);
	free(compiled);
}

static struct entry *find(struct pk_compiled *compiled, const struct pk_template_name *name,
		const struct pk_format *format)
{
	for (size_t i = 0; i < compiled->n; i++) {
		struct entry *entry = &compiled->entries[i];

		if (entry->format == format && pk_str_eq(entry->name, name->name) &&
				pk_str_eq(entry->folder, name->folder))
			return entry;
	}
	return NULL;
}

/* A template that cannot be used is told by each job that tries. */
static void fill(struct entry *entry)
{
	const struct pk_template_name name = { .name = entry->name, .folder = entry->folder };
	const struct pk_template *template;

	if (pk_template_load(&entry->job, &name, entry->format, &template) &&
			pk_diag_errors(entry->job.diags) == 0)
		entry->template = template;
}

static struct entry *add(struct pk_compiled *compiled, const struct pk_template_name *name,
		const struct pk_format *format)
{
	struct entry *entry = &compiled->entries[compiled->n];

	if (compiled->n == MOST || !pk_job_init(&entry->job, compiled->limits))
		return NULL;
	entry->format = format;
	if (!pk_copy(&entry->job, name->name, &entry->name) ||
			!pk_copy(&entry->job, name->folder, &entry->folder)) {
		pk_job_free(&entry->job);
		return NULL;
	}
	compiled->n++;
	fill(entry);
	return entry;
}

/* A place in another job's source as one of this job. */
static bool bring(struct pk_job *job, const struct pk_sources *from, struct pk_pos *at)
{
	const struct pk_source *source = pk_source_get(from, at->source);
	struct pk_source copy;

	if (source == NULL)
		return true;
	copy = *source;
	return pk_copy(job, copy.name, &copy.name) && pk_copy(job, copy.text, &copy.text) &&
	       pk_copy(job, copy.part, &copy.part) && pk_copy(job, copy.heading, &copy.heading) &&
	       pk_source_add(job, &copy, &at->source);
}

/* Tells a job what compiling told: nothing of the other job hangs on it. */
static bool retell(struct pk_job *job, const struct pk_job *from)
{
	for (uint32_t i = 0; i < pk_diag_count(from->diags); i++) {
		struct pk_report report = *pk_diag_get(from->diags, i);

		if (!bring(job, from->sources, &report.at) ||
				!bring(job, from->sources, &report.other) ||
				!pk_copy(job, report.a, &report.a) || !pk_copy(job, report.b, &report.b) ||
				!pk_copy(job, report.c, &report.c) || !pk_copy(job, report.d, &report.d))
			return false;
		(void)pk_report(job, &report);
	}
	return true;
}

bool pk_compiled_get(struct pk_job *job, struct pk_compiled *compiled,
		const struct pk_template_name *name, const struct pk_format *format,
		const struct pk_template **ret)
{
	const struct entry *entry;

	pthread_mutex_lock(&compiled->lock);
	entry = find(compiled, name, format);
	if (entry == NULL)
		entry = add(compiled, name, format);
	pthread_mutex_unlock(&compiled->lock);
	if (entry == NULL || entry->template == NULL)
		return false;
	*ret = entry->template;
	return retell(job, &entry->job);
}
