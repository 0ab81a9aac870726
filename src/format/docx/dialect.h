/* What the compiler knows of WordprocessingML. */
#ifndef PK_FORMAT_DOCX_DIALECT_H
#define PK_FORMAT_DOCX_DIALECT_H

#include "format/common/dialect.h"

PK_MUST bool pk_docx_partial(struct pk_part *part, const struct pk_package *from, struct pk_str name,
		struct pk_pos at, struct pk_xml **ret);

extern const struct pk_dialect pk_docx_dialect;

#endif
