/* What ODT and DOCX write differently: one table of small writers a format. The algorithm (values,
 * blocks, structure, holes) is common. */
#ifndef PK_FORMAT_WRITERS_H
#define PK_FORMAT_WRITERS_H

#include "format/common/document.h"
#include "format/common/pen.h"
#include "markup/blocks.h"

struct pk_image;

/* Of a stretch of running text. */
struct pk_text_look {
	struct pk_str run; /* DOCX: the tag's own <w:rPr>, or empty */
	unsigned style;    /* bits PK_STYLE_ */
	bool link;
	bool before, after; /* a character that is no space is known to stand next to it */
};

/* A list of formatted text that is being written. */
struct pk_list {
	struct pk_list *outer;
	bool numbered;
	uint32_t start;
	uint32_t depth;  /* 1: outermost */
	uint32_t num;    /* DOCX: its w:num */
	uint32_t level;  /* DOCX: w:ilvl */
	bool first_item; /* no item has been closed yet */
	bool bare;       /* the item that is open holds no paragraph yet */
};

enum pk_paragraph_kind {
	PK_PARAGRAPH_MODEL,
	PK_PARAGRAPH_HEADING,
	PK_PARAGRAPH_ITEM,
	PK_PARAGRAPH_QUOTE,
	PK_PARAGRAPH_CODE,
	PK_PARAGRAPH_CELL,
	PK_PARAGRAPH_HEAD
};

struct pk_paragraph {
	enum pk_paragraph_kind kind;
	const struct pk_event *model; /* MODEL */
	bool later;                   /* not the first of its item: no number */
	uint32_t level;               /* HEADING: outline level */
	struct pk_str style;          /* the role's style; MODEL: empty */
	const struct pk_list *list;   /* the innermost one it stands in, or NULL */
	enum pk_align align;          /* cells */
	uint16_t flow;
};

struct pk_grid {
	const int32_t *columns; /* widths in twips */
	size_t n;
	int32_t width; /* their sum */
	struct pk_str name; /* ODT: the table's own, also of its styles */
};

/* A picture as a character, in twips. */
struct pk_picture {
	const struct pk_image *image;
	struct pk_str alt;
	uint32_t width, height;
};

struct pk_writers {
	bool tables_in_items;       /* a table may stand in a list item */
	bool paragraph_after_table; /* cells and boxes must end with a paragraph */

	/* Whole run(s) between runs (DOCX), character data and spans (ODT). Line feeds are line
	 * breaks. */
	void (*text)(struct pk_pen *pen, const struct pk_text_look *look, struct pk_str text);
	void (*link)(struct pk_pen *pen, struct pk_str target);
	void (*link_end)(struct pk_pen *pen);
	void (*picture)(struct pk_pen *pen, const struct pk_picture *picture, struct pk_str run);
	/* A bookmark of no length. */
	void (*bookmark)(struct pk_out *out, struct pk_str name, uint32_t id);
	/* One live page number of a bookmark with its stored value; run as in pk_text_look. */
	void (*page)(struct pk_out *out, struct pk_str bookmark, struct pk_str number,
			struct pk_str run);
	/* Words between two page numbers. */
	void (*words)(struct pk_out *out, struct pk_str words, struct pk_str run);

	void (*paragraph)(struct pk_pen *pen, const struct pk_paragraph *p);
	void (*paragraph_end)(struct pk_pen *pen, const struct pk_paragraph *p);
	void (*empty)(struct pk_pen *pen);
	void (*list)(struct pk_pen *pen, struct pk_list *list);
	void (*list_end)(struct pk_pen *pen, const struct pk_list *list);
	void (*item)(struct pk_pen *pen, const struct pk_list *list);
	void (*item_end)(struct pk_pen *pen, const struct pk_list *list);
	void (*table)(struct pk_pen *pen, const struct pk_grid *grid);
	void (*table_end)(struct pk_pen *pen);
	void (*row)(struct pk_pen *pen, bool head);
	void (*row_end)(struct pk_pen *pen, bool head);
	void (*cell)(struct pk_pen *pen, const struct pk_grid *grid, size_t column, bool head);
	void (*cell_end)(struct pk_pen *pen);

	/* A part has been rendered; NULL: nothing to do. */
	void (*part_end)(struct pk_pen *pen);
};

extern const struct pk_writers pk_docx_writers, pk_odt_writers;

#endif
