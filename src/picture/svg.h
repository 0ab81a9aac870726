/* An SVG being read: for the files of this folder only. */
#ifndef PK_PICTURE_SVG_H
#define PK_PICTURE_SVG_H

#include "picture/inside.h"
#include "xml/tree.h"

#define SVG_SPACE "http://www.w3.org/2000/svg"

struct svg {
	struct pk_job *job;   /* who is told, and keeps the picture */
	struct pk_job *aside; /* whose memory the tree lives in */
	struct pk_pos at;
	struct pk_str name;
	struct pk_xml *root;
};

/* The name without its prefix. */
struct pk_str svg_local(struct pk_str name);
/* True when the element's namespace is SVG. */
bool svg_is_own(const struct pk_xml *node);

/* Equality with lower case ASCII, whatever the case of name. */
bool svg_is_word(struct pk_str name, const char *word);
/* The next url(...) in a style or attribute from *at on, *at moved behind its beginning: the
 * address without quotes. False when there is none. */
bool svg_next_url(struct pk_str text, size_t *at, struct pk_str *ret);

/* False after reporting what could run, or reach out of the file. */
PK_MUST bool svg_is_harmless(const struct svg *svg);
/* Takes out what no picture is made of: elements and attributes that are not SVG's, metadata. */
void svg_strip(struct svg *svg);
/* False after reporting more parts, or deeper, than the limits allow, those that are drawn again by
 * a use or a pattern counted each time. */
PK_MUST bool svg_has_few_parts(const struct svg *svg);
/* Size from width, height and viewBox, in hundredths of a CSS pixel. False without a message when
 * they do not tell. */
PK_MUST bool svg_size(const struct pk_xml *root, uint32_t *ret_width, uint32_t *ret_height);

#endif
