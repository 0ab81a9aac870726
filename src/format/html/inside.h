/* HTML: for the files of this folder only. */
#ifndef PK_FORMAT_HTML_INSIDE_H
#define PK_FORMAT_HTML_INSIDE_H

#include "format/common/document.h"

struct pk_image;
struct pk_package;

/* The only part of an HTML document. */
#define PK_HTML_PART "index.html"

/* Where a tag stands: what its value must be written as. */
enum pk_html_place {
	PK_HTML_TEXT,       /* words among words */
	PK_HTML_BLOCK,      /* {{{x}}} where paragraphs may stand */
	PK_HTML_PLAIN,      /* an element of words only: title, textarea */
	PK_HTML_VALUE,      /* an attribute's value */
	PK_HTML_ID,         /* the attribute id */
	PK_HTML_ADDRESS,    /* the beginning of an address: its scheme counts */
	PK_HTML_ADDRESS_ON, /* further on in an address */
	PK_HTML_CSS         /* style sheet or style attribute */
};

/* Text in which nothing is a sign of HTML. Line feeds become <br>, spaces in a row survive, dates
 * and ranges stay in one line. */
void pk_html_put_text(struct pk_out *out, struct pk_str text);
/* The same with white space as it is: pre, title. */
void pk_html_put_plain(struct pk_out *out, struct pk_str text);
/* An attribute's value, in quotes of either kind. */
void pk_html_put_value(struct pk_out *out, struct pk_str text);
/* Nothing but what colours, lengths and names are made of. */
void pk_html_put_css(struct pk_out *out, struct pk_str text);
/* An address, percent-encoded. One with a scheme other than http, https and mailto becomes "#",
 * unless something stands before it. */
PK_MUST bool pk_html_put_address(
		struct pk_job *job, struct pk_out *out, struct pk_str address, bool begins);
/* Whether formatted text may link there. */
bool pk_html_may_link(struct pk_str address);

/* A picture within the page. */
void pk_html_put_picture(struct pk_out *out, const struct pk_image *image, struct pk_str alt);
/* Its bytes as an address. */
void pk_html_put_data(struct pk_out *out, const struct pk_image *image);

/* Formatted text. attributes: of the tag's own paragraph, as written; level: of the nearest
 * heading above, 0 for none. */
PK_MUST bool pk_html_put_blocks(struct pk_job *job, struct pk_out *out,
		const struct pk_blocks *blocks, struct pk_str attributes, uint32_t level);

/* What the format itself puts into a page, or takes out of a template. */
struct pk_html_edit {
	size_t at, skip;     /* bytes of the template that give way */
	struct pk_str text;
	bool title;          /* the document's title comes between text and what follows it */
	struct pk_str after;
};

/* Edits of a page in order: type, language, charset, properties. */
PK_MUST bool pk_html_head(struct pk_job *job, struct pk_str page, uint32_t source,
		const struct pk_compile_options *options, struct pk_html_edit **ret, size_t *ret_n);

PK_MUST bool pk_html_compile(struct pk_job *job, const struct pk_package *in,
		const struct pk_compile_options *options, const struct pk_template **ret);
PK_MUST bool pk_html_render(struct pk_job *job, const struct pk_template *t,
		const struct pk_value *root, struct pk_document **ret);

#endif
