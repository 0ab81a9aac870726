/* Templates compiled once for many meetings. */
#ifndef PK_JOB_COMPILED_H
#define PK_JOB_COMPILED_H

#include "job/templates.h"

struct pk_compiled;

/* NULL when memory is out. limits must outlive it. Free takes NULL; no document that is being made
 * from its templates may be left then. */
struct pk_compiled *pk_compiled_new(const struct pk_limits *limits);
void pk_compiled_free(struct pk_compiled *compiled);

/* The template, compiled when it is first asked for; may be called from several threads. What there was to
 * say about it is told to each job that asks. False when it cannot be used (or there is no room for one
 * more): the job is to compile it by itself then, so that its user hears why. */
bool pk_compiled_get(struct pk_job *job, struct pk_compiled *compiled,
		const struct pk_template_name *name, const struct pk_format *format,
		const struct pk_template **ret);

#endif
