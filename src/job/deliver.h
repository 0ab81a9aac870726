/* What lies where a document is to go, and whether it may be replaced. */
#ifndef PK_JOB_DELIVER_H
#define PK_JOB_DELIVER_H

#include "job/produce.h"

enum pk_lies {
	PK_LIES_NOTHING,
	PK_LIES_SAME,             /* the same parts, whatever zlib packed them */
	PK_LIES_OTHER
};

/* Compares the product with what lies at its path. *ret_parts: the parts that differ, "content.xml,
 * meta.xml"; of a PDF, and of what cannot be read as such a document: its whole name. A PDF is the same
 * when it shows the very same document and nobody has changed it; the product need not be laid out. */
PK_MUST bool pk_product_lies(struct pk_job *job, const struct pk_product *product,
		enum pk_lies *ret, struct pk_str *ret_parts);

/* Whether the file is a document that nobody has touched since protokoll wrote it. */
PK_MUST bool pk_product_is_ours(
		struct pk_job *job, const struct pk_product *product, bool *ret);

/* Frees a job made to look at an old file. Why the file cannot be read is no concern of the user's, so
 * the messages go with it; but that memory ran out says nothing about the file, and is told by job. */
PK_MUST bool pk_aside_end(struct pk_job *job, struct pk_job *aside);

/* Looks at what lies at the path: a document that is not as protokoll wrote it is an error unless
 * force is set. */
PK_MUST bool pk_product_may_replace(struct pk_job *job, const struct pk_product *product,
		bool force);

#endif
