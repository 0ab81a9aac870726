/* From a meeting's path to its content: files, settings, pictures, rules. */
#ifndef PK_JOB_LOAD_H
#define PK_JOB_LOAD_H

#include "rules/findings.h"

struct pk_loaded {
	const struct pk_meeting *meeting;
	const struct pk_findings *findings;
};

/* Reads the meeting, the nearest protokoll.yaml upwards and those that it builds on, decodes, reads
 * the pictures below the folder (anywhere with allow_outside) and applies the rules. Every fault
 * found on the way is recorded; false when there was one. */
PK_MUST bool pk_load(struct pk_job *job, struct pk_str file, struct pk_date today,
		bool allow_outside, struct pk_loaded *ret);

/* The real paths of a settings file and of those that it builds on, as far as they can be read: what is
 * wrong with them is told to the meetings that they hold for. */
PK_MUST bool pk_settings_chain(struct pk_job *job, struct pk_str settings, struct pk_str **ret,
		size_t *ret_n);

/* Whether the settings that hold for a meeting ask for exact page numbers, as far as they can be read: a
 * guess that lets work be shared. */
bool pk_settings_exact(const struct pk_limits *limits, struct pk_str file);

/* The same as pk_load() for a meeting in memory, without settings. name is used in messages. */
PK_MUST bool pk_load_text(struct pk_job *job, struct pk_str name, struct pk_str text,
		struct pk_date today, struct pk_loaded *ret);

/* Notes that the day of the notice is assumed when nobody gave it; of several boards the rules warn. */
void pk_tell_assumed(struct pk_job *job, const struct pk_loaded *loaded);

#endif
