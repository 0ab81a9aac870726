/* Files: read whole; what is asked about paths. */
#ifndef PK_PACKAGE_FILE_H
#define PK_PACKAGE_FILE_H

#include "base/job.h"

/* Reads a regular file of at most max bytes. Folders, FIFOs, devices, files that are too large and those that
 * somebody writes meanwhile are refused with a message; name is the path as the user wrote it. */
PK_MUST bool pk_file_read(struct pk_job *job, struct pk_str name, size_t max, struct pk_str *ret);

/* True when something exists at the path (of any kind). */
bool pk_file_exists(struct pk_str name);

/* The same as part of a job's work: that it was looked for is noted. */
bool pk_file_there(struct pk_job *job, struct pk_str name);

/* The path without links and dots; empty when it leads nowhere. False (reported) when the disk does not
 * answer. */
PK_MUST bool pk_file_real(struct pk_job *job, struct pk_str name, struct pk_str *ret);

/* *ret: the file exists and lies in the folder ("": the current one) or deeper, wherever links lead. */
PK_MUST bool pk_file_below(struct pk_job *job, struct pk_str folder, struct pk_str file, bool *ret);

/* True when a file of more than max bytes lies there. */
bool pk_file_is_larger(struct pk_str name, size_t max);

/* True when both paths name the same existing file, by whatever links. */
bool pk_file_same(struct pk_str a, struct pk_str b);

/* Makes a folder and those above it. */
PK_MUST bool pk_file_make_folder(struct pk_job *job, struct pk_str name);

#endif
