/* A document being rendered: bytes of each part, holes for page numbers, what has been used. */
#ifndef PK_FORMAT_DOCUMENT_H
#define PK_FORMAT_DOCUMENT_H

#include "format/common/template.h"

/* Runs the program of one part after the other into a new document. Used by both formats' render. */
PK_MUST bool pk_document_render(struct pk_job *job, const struct pk_template *t,
		const struct pk_value *root, struct pk_document **ret);

#endif
