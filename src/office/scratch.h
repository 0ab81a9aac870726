/* A private folder with the files of one call. It is locked as long as it is used: what a run that was
 * killed has left is known by its lock being free, and taken away by the next run. */
#ifndef PK_OFFICE_SCRATCH_H
#define PK_OFFICE_SCRATCH_H

#include "base/job.h"

struct pk_scratch {
	struct pk_str path;     /* of the folder, absolute, NUL terminated */
	struct pk_str url;      /* file:///... */
	int lock;               /* the folder, open */
};

/* Makes the folder below another one, readable by nobody else, with the folders "in", "out" and the
 * profile's, after taking away what others have left there. False after reporting: there is then nothing to
 * remove. */
PK_MUST bool pk_scratch_make(struct pk_job *job, const char *below, struct pk_scratch *ret);

/* Writes a file below it that is not there yet; no more sure than the call needs. */
PK_MUST bool pk_scratch_write(struct pk_job *job, const struct pk_scratch *scratch,
		struct pk_str name, struct pk_str bytes);

/* Takes the folder away with all that is in it. */
void pk_scratch_remove(const struct pk_scratch *scratch);

#endif
