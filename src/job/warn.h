/* Warnings of the command's own work: the meeting's tysta holds for them too. */
#ifndef PK_JOB_WARN_H
#define PK_JOB_WARN_H

#include "meeting/model.h"

enum { PK_ANYWHERE = -1 };

/* Records a warning, or that the meeting has silenced it. paragraf is the index of the § that it is
 * about, or PK_ANYWHERE. */
void pk_warn(struct pk_job *job, const struct pk_meeting *meeting, int32_t paragraf,
		const struct pk_report *report);

#endif
