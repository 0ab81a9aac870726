/* From events to blocks: every paragraph cut into lines, every table row given its height. */
#ifndef PK_PAGES_MEASURE_H
#define PK_PAGES_MEASURE_H

#include "pages/flow.h"

/* A paragraph or a table row, in twips. A row is one line. */
struct pk_flow_block {
	const struct pk_flow_paragraph *style;   /* NULL: a table row */
	const struct pk_flow_page *page;         /* begins here; NULL: the page goes on */
	int32_t *lines;
	size_t n_lines, lines_room;
	size_t break_line;                       /* a page break stands before this line; 0: none */
	bool row_head, row_whole, row_keeps;     /* repeated on every page; may not break; stays
	                                            with the next one */
	int32_t least;                           /* rows: what must stand above a break */
	int32_t line;                            /* rows whose cells share their lines: the one below */
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

/* How many lines must stand together at the start of a paragraph. */
size_t pk_flow_least_lines(const struct pk_flow_block *block);

/* A sum of heights that stays far below what an int32_t holds, whatever a template claims. */
static inline int32_t pk_flow_add(int32_t a, int32_t b)
{
	enum { HIGHEST = 1 << 28 };

	return a > HIGHEST - b ? HIGHEST : a + b;
}

PK_MUST bool pk_flow_measure(struct pk_job *job, const struct pk_flow *flow, size_t n_anchors,
		struct pk_measured *ret);

#endif
