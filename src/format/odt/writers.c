/* The table of writers. */
#include "format/odt/inside.h"

const struct pk_writers pk_odt_writers = {
	.text = odt_text,
	.link = odt_link,
	.link_end = odt_link_end,
	.picture = odt_picture,
	.bookmark = odt_bookmark,
	.page = odt_page,
	.words = odt_words,
	.paragraph = odt_paragraph,
	.paragraph_end = odt_paragraph_end,
	.empty = odt_empty,
	.list = odt_list,
	.list_end = odt_list_end,
	.item = odt_item,
	.item_end = odt_item_end,
	.table = odt_table,
	.table_end = odt_table_end,
	.row = odt_row,
	.row_end = odt_row_end,
	.cell = odt_cell,
	.cell_end = odt_cell_end,
	.part_end = odt_part_end,
};
