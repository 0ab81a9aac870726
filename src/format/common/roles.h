/* Styles that formatted text takes from a template, found by built-in names when compiling; what
 * the template lacks is added then, once, to the trees of its styles. */
#ifndef PK_FORMAT_ROLES_H
#define PK_FORMAT_ROLES_H

#include "format/common/template.h"

/* Finds the roles and, when with_blocks (the template has a {{{x}}} alone in a paragraph), adds
 * those that are missing. The trees are changed in place and *ret_changed (a bit each) tells which:
 * DOCX: bit 0 styles, bit 1 numbering (*numbering may be NULL and is then made if need be: the
 * caller adds the part, its relationship and content type). Call for every template, before the
 * geometry is read: lists that start again (PK_FRESH_NUM_ID) also take their numbers from here. */
PK_MUST bool pk_docx_roles(struct pk_job *job, struct pk_xml *styles, struct pk_xml **numbering,
		bool with_blocks, unsigned *ret_changed, struct pk_roles **ret);
/* ODT: bit 0 styles.xml. The body is not changed: styles of tables are made when rendering. */
PK_MUST bool pk_odt_roles(struct pk_job *job, struct pk_xml *styles, bool with_blocks,
		unsigned *ret_changed, struct pk_roles **ret);
/* Resolves the roles' layout. Call when the whole template has been read, so that the paragraphs
 * that formatted text takes after are known to the geometry. */
PK_MUST bool pk_docx_roles_layout(
		struct pk_job *job, struct pk_roles *roles, struct pk_geometry *g);
PK_MUST bool pk_odt_roles_layout(struct pk_job *job, struct pk_roles *roles, struct pk_geometry *g);

#endif
