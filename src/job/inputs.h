/* Which meetings are meant by a list of files and folders. */
#ifndef PK_JOB_INPUTS_H
#define PK_JOB_INPUTS_H

#include "base/job.h"

struct pk_input {
	struct pk_str file;       /* the path, NUL terminated */
	struct pk_str below;      /* its folder below the one that was given: "2020/"; or empty */
};

struct pk_inputs {
	struct pk_input *v;
	size_t n, room;
};

/* Files are taken as they are given. Folders are searched, those inside them too: what ends in .yaml or
 * .yml is a meeting, but for settings (protokoll.yaml, and files that one builds on) and hidden files;
 * a link to a folder is not followed. In the order given, below a folder in the order of the names'
 * bytes. What is named twice counts once. A folder without meetings is an error. */
PK_MUST bool pk_inputs_find(struct pk_job *job, const char *const *paths, size_t n,
		struct pk_inputs *ret);

/* Refuses two meetings whose documents would have one name, before anything is written. folder is
 * where all documents go, or empty: beside the meetings. */
PK_MUST bool pk_inputs_apart(struct pk_job *job, struct pk_str folder, struct pk_inputs *inputs);

#endif
