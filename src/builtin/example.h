/* Meetings to try a template with: whole ones, of an invented kommun. */
#ifndef PK_BUILTIN_EXAMPLE_H
#define PK_BUILTIN_EXAMPLE_H

#include "base/str.h"

/* A meeting of a nämnd with all that a protocol can have; one without paragrafer. YAML. */
struct pk_str pk_example(void);
struct pk_str pk_example_free(void);

#endif
