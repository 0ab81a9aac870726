/* What the public functions about templates share. */
#ifndef PK_JOB_TEMPLATE_H
#define PK_JOB_TEMPLATE_H

#include "format/common/format.h"
#include "job/result.h"

/* The format that a file's extension names; false after reporting that it names none. */
PK_MUST bool pk_format_of_file(struct pk_job *job, struct pk_str file,
		const struct pk_format **ret);

/* Writes a file that is not there yet, or any with force, and notes its path in the result. */
PK_MUST bool pk_write_new(struct protokoll_result *result, struct pk_str file, struct pk_str bytes,
		bool force);

#endif
