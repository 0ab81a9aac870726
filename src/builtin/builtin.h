/* The templates inside the program: the folders under templates/, as they were when it was built.
 */
#ifndef PK_BUILTIN_BUILTIN_H
#define PK_BUILTIN_BUILTIN_H

#include "base/str.h"

struct pk_builtin_part {
	const char *name; /* in the package: "word/document.xml" */
	const unsigned char *bytes;
	size_t n;
};

/* One design in one format. The parts come in the order of a package: mimetype,
 * [Content_Types].xml or index.html first, then by name. */
struct pk_builtin {
	const char *design, *format; /* "standard", "odt" */
	const struct pk_builtin_part *parts;
	size_t n_parts;
};

/* NULL when there is no such design or not in that format. */
const struct pk_builtin *pk_builtin_find(struct pk_str design, struct pk_str format);

/* All of them, sorted by design, then format. */
size_t pk_builtin_count(void);
const struct pk_builtin *pk_builtin_get(size_t i);

#endif
