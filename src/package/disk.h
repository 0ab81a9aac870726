/* What reading and replacing files share: paths as the system wants them, its answers in the user's terms. */
#ifndef PK_PACKAGE_DISK_H
#define PK_PACKAGE_DISK_H

#include <limits.h>
#include <sys/types.h>

#include "base/job.h"

/* Reports what an errno says about a path, and returns false. The system's own words come in its own
 * language. */
bool pk_disk_fault(struct pk_job *job, struct pk_str name, int error);

/* The path with a NUL behind it, in the job's arena. A name with a NUL inside is the name of nothing, and
 * reported as that. */
PK_MUST bool pk_disk_path(struct pk_job *job, struct pk_str name, const char **ret);

/* The same in the caller's memory; false, unreported, when it is no path or too long. */
bool pk_disk_name(struct pk_str name, char path[PATH_MAX]);

/* Refuses what is no regular file; mode as stat() gives it. */
PK_MUST bool pk_disk_regular(struct pk_job *job, struct pk_str name, mode_t mode);

/* openat() that goes on after a signal, and whose file no other program inherits. */
int pk_disk_open(int folder, const char *path, int flags, mode_t mode);

#endif
