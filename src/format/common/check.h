/* What the author of a template should look at again. All are warnings: the template can be used as
 * it is. One function a check, in check.c; what the formats write differently is in their check.c.
 */
#ifndef PK_FORMAT_CHECK_H
#define PK_FORMAT_CHECK_H

#include "format/common/dialect.h"

/* What a format's elements say. */
struct pk_check_reader {
	const char *const *headers; /* elements of headers; ends with NULL */
	const char *const *footers; /* the same of footers */
	/* A picture that says nothing to those who do not see it. */
	bool (*mute)(const struct pk_xml *node);
	/* The language of text without another: "sv", "sv-SE"; empty: none is told. styles is the
	 * root of the part with the styles. */
	struct pk_str (*language)(const struct pk_xml *styles);
	/* Puts the fonts that single words have (pk_check_put_font). */
	bool (*fonts)(struct pk_compiler *c, const struct pk_xml *styles, struct pk_out *out);
	/* The footer of the pages that have the header; NULL: they have none. */
	bool (*footer)(struct pk_compiler *c, const struct pk_xml *header,
			const struct pk_xml **ret);
};

/* Puts a font's name behind the others, unless its widths are known or it stands there. */
void pk_check_put_font(struct pk_out *out, struct pk_str family);

extern const struct pk_check_reader pk_docx_check, pk_odt_check;

/* Looks at the text as it was written, before tags are found: pictures, headings. False only when
 * memory is out, as all of these. */
PK_MUST bool pk_check_written(struct pk_compiler *c);
/* When tags and sections have their places: headers, rows of tables. */
PK_MUST bool pk_check_tagged(struct pk_compiler *c);
/* Its language, by the root of the part with the styles. */
PK_MUST bool pk_check_styles(struct pk_compiler *c, const struct pk_xml *styles);
/* When the template is compiled: headings at all, fonts, styles that were added. */
PK_MUST bool pk_check_compiled(struct pk_compiler *c, const struct pk_template *t);

#endif
