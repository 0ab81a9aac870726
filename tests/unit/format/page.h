/* Pages of HTML made of tiny templates. */
#ifndef PK_TESTS_PAGE_H
#define PK_TESTS_PAGE_H

#include "base/job.h"

struct pk_package;

/* Compiles a whole template with the values of made_values() as its model too; false when it is
 * refused, with the messages in the job. Partials are those of the second list: name, text, name,
 * text, ..., NULL. */
bool page_compiles(struct pk_job *job, const char *template, const char *json,
		const char *const *partials);

/* The finished page. The test fails when it cannot be made. */
struct pk_str page_of(struct pk_job *job, const char *template, const char *json,
		const char *const *partials);

/* What stands in the page's body, for a template with that body. */
struct pk_str page_body(struct pk_job *job, const char *body, const char *json);

#endif
