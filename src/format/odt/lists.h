/* Where a paragraph stands in lists, and how far a list's levels are indented. */
#ifndef PK_FORMAT_ODT_LISTS_H
#define PK_FORMAT_ODT_LISTS_H

#include "format/odt/typeset.h"

struct odt_place {
	uint32_t level;           /* 0: in no list */
	struct pk_str style;      /* of the innermost list that names one */
	bool labelled;            /* the first paragraph of its item, which has the label */
};

struct odt_indent {
	int32_t left, first;
};

struct odt_place odt_list_place(const struct pk_xml *p);

/* A text:list-style by its name; NULL: there is none. */
const struct pk_xml *odt_list_style(const struct odt_styles *s, const struct odt_container *autos,
		struct pk_str name);
/* The common list style whose name begins most like a paragraph style's; NULL: there is none. What
 * goes by built-in names calls them alike: "Numbering_20_1" and "Numbering_20_123". */
const struct pk_xml *odt_list_like(const struct odt_styles *s, struct pk_str paragraph_style);

/* The indent of a level (from 1); of an ordinary list when the style says nothing. */
struct odt_indent odt_list_indent(const struct pk_xml *list_style, uint32_t level);

#endif
