/* A finished protocol against the document that was once built from it. */
#ifndef PK_JOB_COMPARE_H
#define PK_JOB_COMPARE_H

#include "job/produce.h"

/* Warns when the document at the product's path, which nobody has edited, says something else than
 * the meeting says now, and no rättelse that the document lacks explains it. Documents of another
 * template or another version of the program, and drafts, are not compared. False only when memory is out. */
PK_MUST bool pk_compare(struct pk_job *job, const struct pk_template_name *name,
		const struct pk_loaded *loaded, struct pk_product *product);

#endif
