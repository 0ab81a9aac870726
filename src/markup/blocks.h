/* Running text: CommonMark with tables as a tree of blocks. */
#ifndef PK_MARKUP_BLOCKS_H
#define PK_MARKUP_BLOCKS_H

#include "base/job.h"

enum pk_block_kind {
	PK_BLOCK_PARAGRAPH, PK_BLOCK_HEADING, PK_BLOCK_BULLETS, PK_BLOCK_NUMBERS, PK_BLOCK_ITEM,
	PK_BLOCK_QUOTE, PK_BLOCK_CODE, PK_BLOCK_RULE, PK_BLOCK_TABLE, PK_BLOCK_ROW, PK_BLOCK_CELL
};

enum pk_align { PK_ALIGN_NONE, PK_ALIGN_LEFT, PK_ALIGN_CENTER, PK_ALIGN_RIGHT };

enum pk_run_kind { PK_RUN_TEXT, PK_RUN_BREAK, PK_RUN_IMAGE };

/* Bits of pk_run.style. */
enum { PK_STYLE_STRONG = 1, PK_STYLE_EMPHASIS = 2, PK_STYLE_CODE = 4, PK_STYLE_STRIKE = 8 };

struct pk_image;

/* A stretch of text in one style, a line break, or a picture. */
struct pk_run {
	enum pk_run_kind kind;
	unsigned style;
	struct pk_str text;             /* TEXT: the words; IMAGE: the alternative text */
	struct pk_str target;           /* TEXT: a link's address or empty; IMAGE: the file as written */
	const struct pk_image *image;   /* IMAGE: set by the job room when the file has been read */
	size_t offset, length;          /* in the text that was parsed */
	struct pk_pos at;               /* IMAGE: where it stands in the file, for messages */
};

/* Neighbouring words of one style and target are one run. In a CODE block each line is a TEXT run
 * without style (but PK_STYLE_CODE is for words inside a line of text), with BREAK between lines.
 *
 * A block with either runs (paragraph, heading, cell, code) or children (the others). Items hold
 * blocks; tables hold rows, rows cells; the first row of a table is its head. */
struct pk_block {
	enum pk_block_kind kind;
	uint8_t level;                  /* HEADING: rank in this text, 1 = shallowest used */
	enum pk_align align;            /* CELL */
	uint32_t start;                 /* NUMBERS: the first number */
	bool tight;                     /* lists: no blank lines between items */
	uint32_t columns;               /* TABLE */
	struct pk_run *runs;
	size_t n_runs;
	struct pk_block *children;
	size_t n_children;
};

/* A parsed text. */
struct pk_blocks {
	struct pk_block *v;
	size_t n;
	struct pk_run **images;         /* every IMAGE run in the tree */
	size_t n_images;
};

/* Where a byte of the text stands, for messages: the caller knows the file. */
struct pk_markup_origin {
	const void *node;
	struct pk_pos (*place)(const struct pk_job *job, const void *node, size_t offset,
			size_t length);
};

/* Parses CommonMark with tables and strike-through; raw HTML is text. Rules, HTML blocks and more
 * than the limits allow are errors at their place. Soft line breaks become spaces, headings are
 * ranked from 1 without gaps, no block is empty but cells. */
PK_MUST bool pk_markup_parse(struct pk_job *job, struct pk_str text,
		const struct pk_markup_origin *origin, const struct pk_blocks **ret);

/* What a writer of blocks does with each kind; lists, tables and quotations hold blocks that it goes
 * through itself. */
struct pk_block_writers {
	void (*paragraph)(void *self, const struct pk_block *block);
	void (*heading)(void *self, const struct pk_block *block);
	void (*code)(void *self, const struct pk_block *block);
	void (*list)(void *self, const struct pk_block *block);
	void (*table)(void *self, const struct pk_block *block);
	void (*quote)(void *self, const struct pk_block *block);
};
void pk_block_write(const struct pk_block *block, const struct pk_block_writers *to, void *self);

/* The words alone, blocks separated by a line feed, cells by a tab. */
void pk_blocks_words(const struct pk_blocks *blocks, struct pk_out *out);

/* The tree as indented lines: for tests. */
void pk_blocks_print(const struct pk_blocks *blocks, struct pk_out *out);

#endif
