/* Styles of a DOCX laid over each other: w:docDefaults, the table's style, the chain of w:basedOn,
 * numbering and direct formatting, in that order. */
#ifndef PK_FORMAT_DOCX_TYPESET_H
#define PK_FORMAT_DOCX_TYPESET_H

#include "format/common/typeset.h"
#include "xml/index.h"

/* Deeper chains of styles are not followed. */
enum { DOCX_DEEPEST = 16 };

/* How a paragraph is set by its table's style (NULL: none) and its own, before what it says itself. */
struct docx_styled {
	const struct pk_xml *table_style, *style;
	struct pk_typeset set;
};

/* Those that have been asked for: a document has few styles for its many paragraphs. */
struct docx_memo {
	struct docx_styled *v;
	size_t n, room;
};

/* Where a DOCX says how things are set. The trees must not change meanwhile. */
struct docx_styles {
	const struct pk_xml *root;                /* w:styles */
	struct pk_xml_index by_id;
	const struct pk_xml *numbering;           /* NULL: none */
	const struct pk_xml *default_paragraph, *default_table;
	const struct pk_xml *body;                /* w:body */
	const struct pk_geometry_part *others;    /* headers and footers among them */
	size_t n_others;
	struct docx_memo *memo;
};

/* The first child of that name; node may be NULL. */
const struct pk_xml *docx_child(const struct pk_xml *node, const char *name);
/* A number in an attribute, and one that is twips; node may be NULL. */
int32_t docx_attr(const struct pk_xml *node, const char *name, int32_t otherwise);
int32_t docx_length(const struct pk_xml *node, const char *name, int32_t otherwise);
/* The width of a line such as w:top in twips; 0 for "nil" and "none". */
int32_t docx_line(const struct pk_xml *line);
/* <w:b/> is on, <w:b w:val="0"/> off, nothing leaves it as it was. */
void docx_toggle(const struct pk_xml *parent, const char *name, bool *value);

const struct pk_xml *docx_find_style(const struct docx_styles *s, struct pk_str id);
const struct pk_xml *docx_default_style(const struct pk_xml *root, const char *type);
/* The chain of a style from itself on to what it is based on; the number of styles in it. */
size_t docx_chain(const struct docx_styles *s, const struct pk_xml *style,
		const struct pk_xml *ret[DOCX_DEEPEST]);

/* A named paragraph style (empty: the default one) in a list of that level (0: none). */
struct pk_typeset docx_typeset_named(struct pk_job *job, const struct docx_styles *s,
		struct pk_str id, uint32_t list_level);
/* A w:p with all that bears on it. styles is a struct docx_styles. */
struct pk_typeset docx_typeset_paragraph(struct pk_job *job, const void *styles,
		const struct pk_xml *p);
/* A character style, and then a w:rPr, laid over. */
void docx_typeset_style(struct pk_typeset *set, const struct docx_styles *s, struct pk_str id);
void docx_typeset_rpr(struct pk_typeset *set, const struct pk_xml *rpr);

#endif
