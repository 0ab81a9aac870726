/* From events to blocks: every paragraph cut into lines, every table row given its height. */
#ifndef PK_PAGES_MEASURE_H
#define PK_PAGES_MEASURE_H

#include "pages/flow.h"

/* A paragraph or a table row, in twips. A row is one line. */
struct pk_flow_block {
	const struct pk_flow_paragraph *style;   /* NULL: a table row */
	int32_t *lines;
	size_t n_lines, lines_room;
	size_t break_line;                       /* a page break stands before this line; 0: none */
	bool row_head, row_whole;                /* repeated on every page; may not break */
	uint32_t table;                          /* rows: which table, from 1; paragraphs: 0 */
	int32_t before, after;                   /* rows: of the table, on its first and last row */
};

/* Where a paragraf begins and ends: block and line; n_blocks when it does not. */
struct pk_flow_anchor {
	size_t first_block, first_line, last_block, last_line;
	bool begun, ended;
};

struct pk_measured {
	struct pk_flow_block *blocks;
	size_t n_blocks, blocks_room;
	struct pk_flow_anchor *anchors;
	size_t n_anchors;
};

PK_MUST bool pk_flow_measure(struct pk_job *job, const struct pk_flow *flow, size_t n_anchors,
		struct pk_measured *ret);

#endif
