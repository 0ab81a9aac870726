/* What the compiler knows of OpenDocument text. */
#ifndef PK_FORMAT_ODT_DIALECT_H
#define PK_FORMAT_ODT_DIALECT_H

#include "format/common/dialect.h"

PK_MUST bool pk_odt_partial(struct pk_part *part, const struct pk_package *from, struct pk_str name,
		struct pk_pos at, struct pk_xml **ret);

/* struct pk_dialect tells. */
struct pk_xml *pk_odt_page_break(const struct pk_part *part, struct pk_xml *p);
PK_MUST bool pk_odt_begin_page(struct pk_part *part, struct pk_xml *p, const struct pk_xml *from);
/* Lists that repeat begin at 1 again. */
PK_MUST bool pk_odt_settle(struct pk_part *part);
/* What the parts take from outside of the package: told as errors in c->failed. False only when memory
 * is out. */
PK_MUST bool pk_odt_outside(struct pk_compiler *c);

extern const struct pk_dialect pk_odt_dialect;

#endif
