/* How a paragraph looks while its styles are being laid over each other. */
#ifndef PK_FORMAT_LOOK_H
#define PK_FORMAT_LOOK_H

#include "format/common/geometry.h"

struct pk_look {
	struct pk_flow_paragraph paragraph;
	struct pk_str family;
	bool bold, italic, caps;
	uint16_t size;            /* half-points */
	int16_t spacing;          /* twips between letters */
};

/* The index of the look in the geometry; the same look has the same index. */
uint16_t pk_look_char(struct pk_job *job, struct pk_geometry *g, const struct pk_look *look);
uint16_t pk_look_paragraph(struct pk_job *job, struct pk_geometry *g, struct pk_look *look);

/* Adds a tab stop in its place, or clears the one that stands there. */
void pk_look_tab(struct pk_job *job, struct pk_look *look, struct pk_flow_tab tab, bool clear);

/* The height of one line, in twips. */
int32_t pk_look_line_height(const struct pk_look *look);

uint32_t pk_geometry_add_table(struct pk_job *job, struct pk_geometry *g,
		const struct pk_flow_table *table);

/* A length with a unit ("2.5cm", "-6pt") in twips. */
int32_t pk_length(struct pk_str s);

#endif
