/* Templates are not trusted: a document shows what lies in it, and fetches nothing from the net or from
 * somebody's computer when it is opened. Links that a reader follows are no concern of these. */
#ifndef PK_FORMAT_OUTSIDE_H
#define PK_FORMAT_OUTSIDE_H

#include "format/common/dialect.h"

/* True for an address that does not lie in the package: with a scheme, or a path out of it. */
bool pk_outside_is(struct pk_str address);

/* Refuses the template for something in a part, at the paragraph where it stands; sets c->failed, so
 * that others are still looked for. False only when memory is out. */
PK_MUST bool pk_outside_refuse(struct pk_part *part, const struct pk_xml *node,
		enum pk_message message, struct pk_str what);

#endif
