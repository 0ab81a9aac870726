/* PDFs differ each time they are made. So each tells in its file identifiers (ISO 32000-1, 14.4) what it
 * was made from, and whether anybody has changed it since: 16 digits that name the program and 16 of
 * the source, then 16 that name the program and 16 of all other bytes of the file. */
#ifndef PK_JOB_STAMP_H
#define PK_JOB_STAMP_H

#include "base/job.h"

/* The PDF with its identifiers put in: a file as long as before. *ret_done is false when it has no place
 * for them. False only when memory is out. */
PK_MUST bool pk_stamp(struct pk_job *job, struct pk_str pdf, struct pk_str source, bool *ret_done,
		struct pk_str *ret);

/* Whether the PDF is as pk_stamp() left it; *ret_current: and made from this source. */
bool pk_stamp_intact(struct pk_str pdf, struct pk_str source, bool *ret_current);

#endif
