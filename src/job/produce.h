/* One document: rendered, laid out, packed, compared with what lies there, written. */
#ifndef PK_JOB_PRODUCE_H
#define PK_JOB_PRODUCE_H

#include "format/common/format.h"
#include "job/templates.h"

struct pk_product {
	const struct pk_format *format;
	struct pk_str path;           /* where it goes */
	struct pk_str bytes;          /* the whole file */
};

/* Makes the bytes of a document in memory. draft: a template that never names {{utkast}} is a
 * warning. */
PK_MUST bool pk_product_make(struct pk_job *job, const struct pk_template_name *name,
		const struct pk_value *model, const struct pk_value *root, bool draft,
		struct pk_product *product);

/* Looks at what lies at the path: a document that is not as protokoll wrote it is an error unless
 * force is set. */
PK_MUST bool pk_product_may_replace(struct pk_job *job, const struct pk_product *product,
		bool force);

/* Replaces the file, whole or not at all. The same bytes are left alone with their time. */
PK_MUST bool pk_product_write(struct pk_job *job, const struct pk_product *product);

#endif
