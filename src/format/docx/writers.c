/* The table of writers. */
#include "format/docx/inside.h"

static void list_end(struct pk_pen *pen, const struct pk_list *list)
{
	(void)pen, (void)list;
}

static void item(struct pk_pen *pen, const struct pk_list *list)
{
	(void)pen, (void)list;
}

const struct pk_writers pk_docx_writers = {
	.tables_in_items = true,
	.paragraph_after_table = true,
	.text = docx_text,
	.link = docx_link,
	.link_end = docx_link_end,
	.picture = docx_picture,
	.bookmark = docx_bookmark,
	.page = docx_page,
	.words = docx_words,
	.paragraph = docx_paragraph,
	.paragraph_end = docx_paragraph_end,
	.empty = docx_empty,
	.list = docx_list,
	.list_end = list_end,
	.item = item,
	.item_end = list_end,
	.table = docx_table,
	.table_end = docx_table_end,
	.row = docx_row,
	.row_end = docx_row_end,
	.cell = docx_cell,
	.cell_end = docx_cell_end,
};
