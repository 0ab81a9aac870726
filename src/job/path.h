/* Paths as text: the file system is asked elsewhere. */
#ifndef PK_JOB_PATH_H
#define PK_JOB_PATH_H

#include "base/job.h"

/* The folder of a path with its last slash ("a/b.yaml": "a/"; "b.yaml": ""). */
struct pk_str pk_path_folder(struct pk_str path);
/* The last piece of a path. */
struct pk_str pk_path_base(struct pk_str path);
/* The extension of the last piece with its dot, or the empty string. */
struct pk_str pk_path_extension(struct pk_str path);
/* path itself when it is absolute, else folder + path; NUL terminated. */
PK_MUST bool pk_path_in(struct pk_job *job, struct pk_str folder, struct pk_str path,
		struct pk_str *ret);

#endif
