/* A tree of blocks while it is built: blocks and runs that are open, and the budget. */
#ifndef PK_MARKUP_BUILD_H
#define PK_MARKUP_BUILD_H

#include "markup/inside.h"

/* A block whose end has not come: its children stand on the stack from start on. */
struct pk_markup_open {
	struct pk_block block;
	size_t start;
};

/* A run whose text still lies in the leaf's buffer, from byte start on. */
struct pk_markup_draft {
	struct pk_run run;
	size_t start;
};

struct pk_markup_tree {
	struct pk_job *job;
	struct pk_str text;
	const struct pk_markup_origin *origin;
	struct pk_blocks *blocks;
	struct pk_markup_open *open;
	size_t n_open, open_room, max_open;
	uint32_t depth;         /* lists and quotations that are open */
	struct pk_block *stack; /* finished blocks whose parent is open */
	size_t n, room;
	struct pk_markup_draft *drafts; /* runs of the leaf that is open */
	size_t n_drafts, drafts_room;
	struct pk_out words; /* text of the leaf that is open */
	size_t images_room;
	bool leaf;    /* a block that takes runs is open */
	bool implied; /* ... and it is a paragraph that the parser does not speak of */
	unsigned strong, emphasis, code, strike;
	struct pk_str link;
	unsigned in_image; /* pictures in each other: the outermost takes the words of all */
	size_t cursor;     /* behind the last text that came */
	size_t spent, budget;
	bool stopped;   /* a callback failed; md_parse() does not always pass that on */
	uint32_t rules; /* dividing lines told; parsing goes on */
};

/* The place of bytes of the parsed text. */
struct pk_pos pk_markup_place(const struct pk_markup_tree *t, size_t offset, size_t length);

/* The first word behind what has been read: where a block begins. */
struct pk_pos pk_markup_here(const struct pk_markup_tree *t);

/* Counts bytes that the tree takes, so that a small table cannot become a large one. */
PK_MUST bool pk_markup_spend(struct pk_markup_tree *t, size_t bytes);

/* Begins a block with children, or a leaf: a block with runs. */
PK_MUST bool pk_markup_open(struct pk_markup_tree *t, enum pk_block_kind kind);
PK_MUST bool pk_markup_open_leaf(struct pk_markup_tree *t, enum pk_block_kind kind);

/* The block that was begun last. */
struct pk_block *pk_markup_innermost(struct pk_markup_tree *t);

/* Ends it. Blocks without children or runs are dropped, but cells. */
PK_MUST bool pk_markup_close_parent(struct pk_markup_tree *t);
PK_MUST bool pk_markup_close_leaf(struct pk_markup_tree *t);

/* Ends a paragraph that was begun because words came without one. */
PK_MUST bool pk_markup_close_implied(struct pk_markup_tree *t);

/* Begins a run; words go to it until the next, or until style or link change. */
PK_MUST bool pk_markup_push_run(
		struct pk_markup_tree *t, enum pk_run_kind kind, struct pk_str target);

/* What is written at source stands in the document as words; or as what is appended to t->words
 * between begin and end. */
PK_MUST bool pk_markup_put_words(
		struct pk_markup_tree *t, struct pk_str source, struct pk_str words);
PK_MUST bool pk_markup_begin_words(struct pk_markup_tree *t, struct pk_str source);
void pk_markup_end_words(struct pk_markup_tree *t, struct pk_str source);

#endif
