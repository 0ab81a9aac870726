/* Templates are not trusted: a document shows what lies in it, and fetches nothing from the net or from
 * somebody's computer when it is opened. Links that a reader follows are no concern of these. */
#ifndef PK_FORMAT_OUTSIDE_H
#define PK_FORMAT_OUTSIDE_H

#include "base/job.h"

/* True for an address that does not lie in the package: with a scheme, or a path out of it. */
bool pk_outside_is(struct pk_str address);

#endif
