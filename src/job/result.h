/* The answer of the public functions. */
#ifndef PK_JOB_RESULT_H
#define PK_JOB_RESULT_H

#include "base/job.h"
#include "protokoll/protokoll.h"

struct pk_series_part;

struct protokoll_result {
	struct pk_job job;
	const char **paths;
	size_t n_paths;
	const char *text;
	bool strict;
	size_t n_written;         /* of the paths: the rest lay there already */
	struct pk_series_part *series;    /* the meeting's place in its year; NULL: unknown */
};

/* NULL when memory is out. */
struct protokoll_result *pk_result_new(void);

/* Ends the text and makes it the result's; a lack of memory is reported. The text is in the result's
 * own arena. */
void pk_result_say(struct protokoll_result *result, struct pk_out *text);

/* What the worst error means for whoever asked; PROTOKOLL_DONE when there is none. */
enum protokoll_status pk_result_worst(const struct pk_diags *diags);

/* The level as the public header has it. */
enum protokoll_level pk_result_level(enum pk_level level);

/* The caller's options: one compiled against an older header has a shorter struct, and the rest is
 * zero. NULL gives the default ones. */
struct protokoll_options pk_options_copy(const struct protokoll_options *options);

#endif
