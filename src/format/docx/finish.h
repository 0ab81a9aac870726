/* The parts of a DOCX that keep count of the others. */
#ifndef PK_FORMAT_DOCX_FINISH_H
#define PK_FORMAT_DOCX_FINISH_H

#include "format/common/finish.h"
#include "xml/tree.h"

#define DOCX_RELATIONS "http://schemas.openxmlformats.org/package/2006/relationships"
#define DOCX_OFFICE "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
#define DOCX_TYPES "http://schemas.openxmlformats.org/package/2006/content-types"

/* relations.c */
/* "word/document.xml" gives "word/_rels/document.xml.rels"; "" gives "_rels/.rels". */
PK_MUST bool docx_relations_name(struct pk_job *job, struct pk_str part, struct pk_str *ret);
/* The part that a relationship of part points at: without "/", or in the part's folder. */
PK_MUST bool docx_target(struct pk_job *job, struct pk_str part, const struct pk_xml *relation,
		struct pk_str *ret);
/* The first relationship whose type ends so; NULL: none. */
struct pk_xml *docx_find_relation(struct pk_xml *relations, const char *type_end);
PK_MUST bool docx_add_relation(struct pk_job *job, struct pk_xml *relations, struct pk_str id,
		const char *type, struct pk_str target, bool external);
/* Relationships of every part that has got links or pictures; leaves out those of pictures that
 * rendering has left out. */
PK_MUST bool docx_part_relations(struct pk_finish *f);

/* types.c: [Content_Types].xml as the tree of the parts asks. */
struct docx_type {
	struct pk_str part;
	const char *type;
};
PK_MUST bool docx_content_types(struct pk_finish *f, const struct docx_type *parts, size_t n);

/* start.c: the number that the first page has, when the document tells one. */
PK_MUST bool docx_begin_pages(struct pk_finish *f);

/* numbering.c: lists that start again. */
PK_MUST bool docx_numbering(struct pk_finish *f);

/* properties.c */
/* Where the three parts of properties are, from the package's relationships, which are made. */
struct docx_properties {
	struct pk_str core, app, custom;
};
PK_MUST bool docx_find_properties(struct pk_finish *f, struct docx_properties *ret);
PK_MUST bool docx_put_properties(struct pk_finish *f, const struct docx_properties *at);
/* The part that stores the fingerprint of the others. */
PK_MUST bool docx_make_custom(struct pk_finish *f, struct pk_str part, struct pk_str fingerprint,
		struct pk_str *ret);

#endif
