/* Compiling a template of ODT or DOCX: the algorithm is the same, a dialect names the elements. */
#ifndef PK_FORMAT_COMPILE_H
#define PK_FORMAT_COMPILE_H

#include "format/common/template.h"

/* Used by both formats' compile. */
PK_MUST bool pk_docx_compile(struct pk_job *job, const struct pk_package *in,
		const struct pk_compile_options *options, const struct pk_template **ret);
PK_MUST bool pk_odt_compile(struct pk_job *job, const struct pk_package *in,
		const struct pk_compile_options *options, const struct pk_template **ret);

#endif
