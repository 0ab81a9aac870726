/* What the files of this format share. */
#ifndef PK_FORMAT_DOCX_INSIDE_H
#define PK_FORMAT_DOCX_INSIDE_H

#include "format/common/pen.h"
#include "format/common/writers.h"

#define DOCX_R "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
#define DOCX_WP "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
#define DOCX_A "http://schemas.openxmlformats.org/drawingml/2006/main"
#define DOCX_ASVG "http://schemas.microsoft.com/office/drawing/2016/SVG/main"
#define DOCX_PIC "http://schemas.openxmlformats.org/drawingml/2006/picture"

/* text.c */
void docx_text(struct pk_pen *pen, const struct pk_text_look *look, struct pk_str text);
void docx_words(struct pk_out *out, struct pk_str words, struct pk_str run);
void docx_link(struct pk_pen *pen, struct pk_str target);
void docx_link_end(struct pk_pen *pen);
void docx_bookmark(struct pk_out *out, struct pk_str name, uint32_t id);
void docx_page(struct pk_out *out, struct pk_str bookmark, struct pk_str number, struct pk_str run);

/* picture.c */
void docx_picture(struct pk_pen *pen, const struct pk_picture *picture, struct pk_str run);

/* blocks.c */
void docx_paragraph(struct pk_pen *pen, const struct pk_paragraph *p);
void docx_paragraph_end(struct pk_pen *pen, const struct pk_paragraph *p);
void docx_empty(struct pk_pen *pen);
void docx_list(struct pk_pen *pen, struct pk_list *list);
void docx_table(struct pk_pen *pen, const struct pk_grid *grid);
void docx_table_end(struct pk_pen *pen);
void docx_row(struct pk_pen *pen, bool head);
void docx_row_end(struct pk_pen *pen, bool head);
void docx_cell(struct pk_pen *pen, const struct pk_grid *grid, size_t column, bool head);
void docx_cell_end(struct pk_pen *pen);

#endif
