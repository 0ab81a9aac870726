/* What the files of this format share. */
#ifndef PK_FORMAT_ODT_INSIDE_H
#define PK_FORMAT_ODT_INSIDE_H

#include "format/common/pen.h"
#include "format/common/writers.h"

#define ODT_OASIS "urn:oasis:names:tc:opendocument:xmlns:"
#define ODT_XLINK " xmlns:xlink=\"http://www.w3.org/1999/xlink\""
/* Automatic styles of content.xml that a template may give tables of formatted text: of cells
 * (.cell, .rubrik for the head, each also with _20_sist for the last column) and of rows (.rad). */
#define PK_ODT_TABLE "Protokolltabell"
#define ODT_TABLE " xmlns:table=\"" ODT_OASIS "table:1.0\""

struct pk_finish;

/* start.c: the number that the first page has, when the document tells one. */
PK_MUST bool odt_begin_pages(struct pk_finish *f);

/* text.c */
void odt_text(struct pk_pen *pen, const struct pk_text_look *look, struct pk_str text);
void odt_words(struct pk_out *out, struct pk_str words, struct pk_str run);
void odt_link(struct pk_pen *pen, struct pk_str target);
void odt_link_end(struct pk_pen *pen);
void odt_bookmark(struct pk_out *out, struct pk_str name, uint32_t id);
void odt_page(struct pk_out *out, struct pk_str bookmark, struct pk_str number, struct pk_str run);

/* picture.c */
void odt_picture(struct pk_pen *pen, const struct pk_picture *picture, struct pk_str run);
/* A length in twips as points with two decimals: "481.90pt". */
void odt_put_length(struct pk_out *out, int64_t twips);

/* blocks.c */
void odt_paragraph(struct pk_pen *pen, const struct pk_paragraph *p);
void odt_paragraph_end(struct pk_pen *pen, const struct pk_paragraph *p);
void odt_empty(struct pk_pen *pen);
void odt_list(struct pk_pen *pen, struct pk_list *list);
void odt_list_end(struct pk_pen *pen, const struct pk_list *list);
void odt_item(struct pk_pen *pen, const struct pk_list *list);
void odt_item_end(struct pk_pen *pen, const struct pk_list *list);

/* tables.c */
void odt_table(struct pk_pen *pen, const struct pk_grid *grid);
void odt_table_end(struct pk_pen *pen);
void odt_row(struct pk_pen *pen, bool head);
void odt_row_end(struct pk_pen *pen, bool head);
void odt_cell(struct pk_pen *pen, const struct pk_grid *grid, size_t column, bool head);
void odt_cell_end(struct pk_pen *pen);
/* The automatic style of a cell's paragraph that is aligned; empty: the role's own. */
struct pk_str odt_cell_style(enum pk_align align, bool head);
/* Notes where the part's automatic styles get those of its tables. */
void odt_part_end(struct pk_pen *pen);

#endif
