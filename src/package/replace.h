/* Files replaced whole or not at all, alone or together. */
#ifndef PK_PACKAGE_REPLACE_H
#define PK_PACKAGE_REPLACE_H

#include "base/job.h"

/* A file and what it is to hold. */
struct pk_file {
	struct pk_str name;     /* the path as the user wrote it */
	struct pk_str bytes;
};

/* Puts files in place together: writes a temporary file in the folder of each, fsyncs them all, renames
 * them over the paths in the order given, and fsyncs each folder. Nothing is renamed before all of the
 * new bytes are safe on the disk: one that is full, or a file that may not be replaced, leaves every old
 * file as it was. Only a rename that fails itself, or the end of the program between two, leaves some
 * files new and others old. Each is whole in any case, and there is no debris after a failure.
 * *ret_n, also on failure: how many, from the first, are in place to stay. A symbolic link is followed;
 * what is no regular file is refused; an old file's mode is kept. */
PK_MUST bool pk_file_replace_all(struct pk_job *job, const struct pk_file *files, size_t n, size_t *ret_n);

/* The same with one file. */
PK_MUST bool pk_file_replace(struct pk_job *job, struct pk_str name, struct pk_str bytes);

/* Removes what a killed replacement of the path has left beside it. For files that need not be replaced;
 * replacing does it by itself. */
void pk_file_tidy(struct pk_job *job, struct pk_str name);

#endif
