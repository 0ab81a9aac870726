/* XML for people to compare: a line for each block, and back. */
#ifndef PK_JOB_LINES_H
#define PK_JOB_LINES_H

#include "base/job.h"

/* The same part with line feeds between blocks: paragraphs, rows, styles; never in running text, in an
 * empty element or in a part of another kind than those of ODT and DOCX, which comes back as it is.
 * The bytes are well-formed XML; what is not is left alone. */
PK_MUST bool pk_lines_break(struct pk_job *job, struct pk_str bytes, struct pk_str *ret);

/* Takes those line feeds away again: what pk_lines_break() made becomes what it was. */
PK_MUST bool pk_lines_join(struct pk_job *job, struct pk_str bytes, struct pk_str *ret);

#endif
