/* What the authors of a template have noted for each other: changes that were tracked, and remarks.
 * A document carries none of it: changes count as accepted, so that nothing that was deleted can be
 * read in it, and remarks go. */
#ifndef PK_FORMAT_REVIEW_H
#define PK_FORMAT_REVIEW_H

#include "base/job.h"

struct pk_xml;

/* How much of it there was. */
struct pk_review {
	uint32_t changes, remarks;
	bool changed; /* the tree is no longer what the file says */
};

/* Accepts all changes in a part's tree and drops its remarks; adds to *found. False only when memory
 * is out. */
PK_MUST bool pk_docx_accept(struct pk_job *job, struct pk_xml *root, struct pk_review *found);
PK_MUST bool pk_odt_accept(struct pk_job *job, struct pk_xml *root, struct pk_review *found);
/* The elements that tell of it, NULL at the end: without any of them there is nothing to accept. */
extern const char *const pk_docx_reviewed[], *const pk_odt_reviewed[];

#endif
