/* Relationships and content types of a DOCX template. */
#ifndef PK_FORMAT_DOCX_LINKS_H
#define PK_FORMAT_DOCX_LINKS_H

#include "xml/tree.h"

/* The part of relationships that belongs to a part: word/_rels/document.xml.rels. */
PK_MUST bool pk_links_part(struct pk_job *job, struct pk_str part, struct pk_str *ret);
/* The next relationship whose type ends with /kind; after == NULL: the first. NULL: no more. */
struct pk_xml *pk_links_next(
		const struct pk_xml *links, const struct pk_xml *after, const char *kind);
/* The part that a relationship of part points to; empty when it points outside. */
PK_MUST bool pk_links_target(struct pk_job *job, struct pk_str part, const struct pk_xml *link,
		struct pk_str *ret);
/* Adds a relationship of that kind to a part in the same folder. */
PK_MUST bool pk_links_add(
		struct pk_job *job, struct pk_xml *links, const char *kind, struct pk_str target);

/* The content type of a part by its own entry, or NULL. */
struct pk_xml *pk_types_of(const struct pk_xml *types, struct pk_str part);
PK_MUST bool pk_types_add(
		struct pk_job *job, struct pk_xml *types, struct pk_str part, const char *type);

#endif
