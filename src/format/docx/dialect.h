/* What the compiler knows of WordprocessingML. */
#ifndef PK_FORMAT_DOCX_DIALECT_H
#define PK_FORMAT_DOCX_DIALECT_H

#include "format/common/dialect.h"

/* Reads the paragraph styles. */
PK_MUST bool pk_docx_styles(struct pk_compiler *c, const struct pk_xml *styles);
/* The outline level of a style or of those that it is based on; 0: none. */
uint32_t pk_docx_style_level(const struct pk_compiler *c, struct pk_str id);
/* Gives items whose list comes from their style a number of their own, where they repeat. */
PK_MUST bool pk_docx_settle(struct pk_part *part);
/* The child of w:pPr that a new one stands before, when those of the names in before (NULL at the end)
 * stand ahead of it; NULL: it stands last. */
struct pk_xml *pk_docx_place_in(const struct pk_xml *properties, const char *const *before);
/* struct pk_dialect tells. */
struct pk_xml *pk_docx_page_break(const struct pk_part *part, struct pk_xml *p);
PK_MUST bool pk_docx_begin_page(struct pk_part *part, struct pk_xml *p, const struct pk_xml *from);

/* Brings notes that are referred to in sections of the body to their references. */
PK_MUST bool pk_docx_notes(struct pk_compiler *c);

PK_MUST bool pk_docx_partial(struct pk_part *part, const struct pk_package *from,
		struct pk_str name, struct pk_pos at, struct pk_xml **ret);

/* What the relationships of a part take from outside of the package: told as errors in c->failed; what
 * is not needed is removed from the tree. False only when memory is out, as the next. */
PK_MUST bool pk_docx_outside_links(
		struct pk_compiler *c, struct pk_str name, struct pk_xml *links, bool *ret_changed);
/* The same for fields and old drawings in all parts that have been read. */
PK_MUST bool pk_docx_outside(struct pk_compiler *c);

extern const struct pk_dialect pk_docx_dialect;

#endif
