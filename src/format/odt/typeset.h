/* Styles of an ODT laid over each other: the default style, the chain of style:parent-style-name, the
 * level of a list. */
#ifndef PK_FORMAT_ODT_TYPESET_H
#define PK_FORMAT_ODT_TYPESET_H

#include "format/common/typeset.h"
#include "xml/index.h"

/* Deeper chains of styles are not followed. */
enum { ODT_DEEPEST = 16 };

/* Where styles stand together; root == NULL: nowhere. */
struct odt_container {
	const struct pk_xml *root;
	struct pk_xml_index styles;               /* by name */
};

/* The paragraph styles that have been resolved (typeset.c): a document has few for its many paragraphs. */
struct odt_memo;

/* Where an ODT says how things are set. The trees must not change meanwhile. */
struct odt_styles {
	const struct pk_xml *styles, *content;    /* the roots of both parts */
	struct odt_container common;              /* office:styles */
	struct odt_container styles_autos, content_autos;
	/* Of LibreOffice, which keeps Word's ways in what it has read from a DOCX: */
	bool tabs_from_indent;                    /* else all tab stops are counted from the margin */
	bool adds_spacing;                        /* else the larger of below and above */
	struct odt_memo *memo;
};

/* Where the styles are, from the roots of both parts; both flags are false. */
PK_MUST bool odt_styles_of(struct pk_job *job, const struct pk_xml *styles,
		const struct pk_xml *content, struct odt_styles *ret);
/* The style:master-page that the document begins with; NULL: there is none. */
const struct pk_xml *odt_opening_master(struct pk_job *job, const struct odt_styles *s);
/* A child of that name; node may be NULL. */
const struct pk_xml *odt_child(const struct pk_xml *node, const char *name);
/* The automatic styles of the part that a node stands in. */
const struct odt_container *odt_autos(const struct odt_styles *s, const struct pk_xml *node);
/* A style of that family, automatic or common; NULL: there is none. */
const struct pk_xml *odt_find_style(const struct odt_styles *s,
		const struct odt_container *autos,
		const char *family, struct pk_str name);
/* The default style of a family ("paragraph", "table"), or NULL. */
const struct pk_xml *odt_default_style(const struct odt_styles *s, const char *family);
/* The chain of a style from itself on to its last parent; the number of styles in it. */
size_t odt_chain(const struct odt_styles *s, const struct pk_xml *style,
		const struct pk_xml *ret[ODT_DEEPEST]);
/* The thickness of a line ("0.5pt solid #000000", "none"). */
int32_t odt_line(struct pk_str border);

PK_MUST bool odt_memo_new(struct pk_job *job, struct odt_memo **ret);
/* The master page that a paragraph of this style (NULL: none) asks for; empty: none. */
struct pk_str odt_master_of(
		struct pk_job *job, const struct odt_styles *s, const struct pk_xml *style);

/* A named paragraph style in a list of that level (0: none). */
struct pk_typeset odt_typeset_named(struct pk_job *job, const struct odt_styles *s,
		struct pk_str name, uint32_t list_level);
/* A text:p or text:h with all that bears on it. styles is a struct odt_styles. */
struct pk_typeset odt_typeset_paragraph(struct pk_job *job, const void *styles,
		const struct pk_xml *p);
/* A text style laid over. */
void odt_typeset_text(struct pk_typeset *set, const struct odt_styles *s,
		const struct odt_container *autos, struct pk_str name);

#endif
