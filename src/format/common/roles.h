/* Styles that formatted text takes from a template, found by built-in names when compiling; what
 * the template lacks is added then, once, to the trees of its styles. */
#ifndef PK_FORMAT_ROLES_H
#define PK_FORMAT_ROLES_H

#include "format/common/template.h"

/* Finds or adds the roles. The trees are changed in place and *ret_changed (a bit each) tells which:
 * DOCX: bit 0 styles, bit 1 numbering (*numbering may be NULL and is then made: the caller adds the
 * part, its relationship and content type). Call before the geometry is read. */
PK_MUST bool pk_docx_roles(struct pk_job *job, struct pk_xml *styles, struct pk_xml **numbering,
		unsigned *ret_changed, struct pk_roles **ret);
/* ODT: bit 0 styles.xml, bit 1 content.xml (automatic styles for tables of formatted text; only added
 * when with_blocks: the template has a {{{x}}} alone in a paragraph). */
PK_MUST bool pk_odt_roles(struct pk_job *job, struct pk_xml *styles, struct pk_xml *content,
		bool with_blocks, unsigned *ret_changed, struct pk_roles **ret);
/* Resolves the roles' layout when the geometry is there. */
PK_MUST bool pk_docx_roles_layout(struct pk_job *job, struct pk_roles *roles,
		struct pk_geometry *g);
PK_MUST bool pk_odt_roles_layout(struct pk_job *job, struct pk_roles *roles, struct pk_geometry *g);

#endif
