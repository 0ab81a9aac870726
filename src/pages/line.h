/* Filling lines: greedy, as office programs do without hyphenation. */
#ifndef PK_PAGES_LINE_H
#define PK_PAGES_LINE_H

#include "pages/flow.h"

/* Widths are counted in 2048ths of a twip, so that sums are exact. */
enum { PK_FINE = 2048 };

/* A paragraph being filled. */
struct pk_filler {
	const struct pk_flow *flow;
	const struct pk_flow_paragraph *style;
	int32_t width;            /* of the column, in twips */
	int64_t at;               /* set text and the spaces behind it, from the left edge of the column */
	int64_t spaces, word;     /* pending: spaces, then a word that may not be broken */
	int64_t tab_at;           /* a right or centred tab waits for its text to end; -1: none */
	int64_t tab_text;
	uint8_t tab_kind;
	int64_t height, word_height;   /* of the line so far, of the pending word */
	bool after_break;         /* the last character allows a break behind it */
	char joined[4];           /* the last letters, as far as the font draws them as one */
	uint32_t lines;           /* lines that are full */
	struct pk_out *heights;   /* the finished lines' heights, int32_t each */
};

/* The height of a line of these characters, and what the paragraph's rule makes of a height; twips. */
int32_t pk_line_natural(const struct pk_flow_char *character);
int32_t pk_line_ruled(const struct pk_flow_paragraph *style, int32_t natural);

/* Starts a paragraph in a column of that width. */
void pk_filler_start(struct pk_filler *f, const struct pk_flow *flow,
		const struct pk_flow_paragraph *style, int32_t width, struct pk_out *heights);
void pk_filler_text(struct pk_filler *f, const struct pk_flow_char *character, struct pk_str text);
void pk_filler_tab(struct pk_filler *f);
void pk_filler_break(struct pk_filler *f);
/* Something of a fixed size that stands in the line like a letter. */
void pk_filler_object(struct pk_filler *f, uint32_t width, uint32_t height);
/* The paragraph ends: its last line is noted. */
void pk_filler_end(struct pk_filler *f);

#endif
