/* How a paragraph is set while its styles are being laid over each other: what the readers of both
 * formats fill in, and what they have in common. */
#ifndef PK_FORMAT_TYPESET_H
#define PK_FORMAT_TYPESET_H

#include "format/common/geometry.h"

struct pk_typeset {
	struct pk_flow_paragraph paragraph;
	struct pk_str family;
	bool bold, italic, caps;
	bool labelled;            /* a number or bullet stands in the hanging indent */
	uint16_t size;            /* half-points */
	int16_t spacing;          /* twips between letters */
};

/* The index in the geometry of the characters and of the paragraph; what is set alike has the same
 * index. 0 when there are too many, or when memory is out (reported). */
uint16_t pk_typeset_char(struct pk_job *job, struct pk_geometry *g, const struct pk_typeset *set);
uint16_t pk_typeset_paragraph(struct pk_job *job, struct pk_geometry *g,
		const struct pk_typeset *set);

/* How a paragraph element is set, as resolve says; the answer is kept while its runs ask for it. The tree
 * must not change meanwhile. */
typedef struct pk_typeset pk_typeset_resolve(
		struct pk_job *job, const void *styles, const struct pk_xml *p);
struct pk_typeset pk_typeset_resolved(struct pk_job *job, struct pk_geometry *g, const struct pk_xml *p,
		pk_typeset_resolve *resolve);

/* The characters alone, without an index. */
struct pk_flow_char pk_typeset_flow_char(const struct pk_typeset *set);

/* How the paragraph of that index was set: what a character style is laid over. */
const struct pk_typeset *pk_typeset_of(const struct pk_geometry *g, uint16_t paragraph);

/* Adds a tab stop in its place, or clears the one that stands there. */
void pk_typeset_tab(struct pk_job *job, struct pk_typeset *set, struct pk_flow_tab tab, bool clear);

/* The same for a page: 1 + its index among the geometry's pages. */
uint16_t pk_geometry_page(struct pk_job *job, struct pk_geometry *g,
		const struct pk_flow_page *page);

/* The same for a table of the geometry. */
uint32_t pk_geometry_table(struct pk_job *job, struct pk_geometry *g,
		const struct pk_flow_table *table);

/* What a reader answers about the content of headers and footers. */
struct pk_strip_reader {
	bool adds_spacing;
	pk_typeset_resolve *typeset;
	/* The height in twips of an element that stands in the line like a letter; else 0. */
	int32_t (*object)(const struct pk_xml *node);
};

/* The height of what stands in a header or footer, each paragraph as many lines as it has breaks
 * and one more. */
int32_t pk_strip_height(struct pk_job *job, const void *styles, const struct pk_xml *strip,
		const struct pk_strip_reader *reader);

/* Whatever a file claims, lengths and sizes stay so small that sums of them are safe. */
int32_t pk_length_within(int64_t twips);
uint16_t pk_size_within(int64_t half_points);
int16_t pk_spacing_within(int64_t twips);

/* A length with a unit ("2.5cm", "-6pt") in twips. */
int32_t pk_length(struct pk_str s);

#endif
