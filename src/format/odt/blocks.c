/* Paragraphs and lists of formatted text in OpenDocument. */
#include "format/common/role_table.h"
#include "format/odt/inside.h"
#include "xml/tree.h"

static struct pk_str style_of(const struct pk_paragraph *p)
{
	bool head = p->kind == PK_PARAGRAPH_HEAD;
	struct pk_str aligned = PK_STR("");

	if (p->kind == PK_PARAGRAPH_MODEL)
		return p->model->bytes;
	if (head || p->kind == PK_PARAGRAPH_CELL)
		aligned = odt_cell_style(p->align, head);
	return aligned.n > 0 ? aligned : p->style;
}

void odt_paragraph(struct pk_pen *pen, const struct pk_paragraph *p)
{
	struct pk_out *out = &pen->out;
	struct pk_str style = style_of(p);

	pk_put_c(out, p->kind == PK_PARAGRAPH_HEADING ? "<text:h" : "<text:p");
	if (style.n > 0) {
		pk_put_c(out, " text:style-name=\"");
		pk_xml_put_attr(out, style);
		pk_put_byte(out, '"');
	}
	if (p->kind == PK_PARAGRAPH_HEADING) {
		pk_put_c(out, " text:outline-level=\"");
		pk_put_uint(out, p->level);
		pk_put_byte(out, '"');
	}
	pk_put_byte(out, '>');
}

void odt_paragraph_end(struct pk_pen *pen, const struct pk_paragraph *p)
{
	pk_put_c(&pen->out, p->kind == PK_PARAGRAPH_HEADING ? "</text:h>" : "</text:p>");
}

void odt_empty(struct pk_pen *pen)
{
	pk_put_c(&pen->out, "<text:p/>");
}

/* Each list starts at its first number by itself. */
void odt_list(struct pk_pen *pen, struct pk_list *list)
{
	pk_put_c(&pen->out, "<text:list text:style-name=\"");
	pk_xml_put_attr(&pen->out,
			pen->roles->id[list->numbered ? PK_ROLE_NUMBERS : PK_ROLE_BULLETS]);
	pk_put_c(&pen->out, "\">");
}

void odt_list_end(struct pk_pen *pen, const struct pk_list *list)
{
	(void)list;
	pk_put_c(&pen->out, "</text:list>");
}

void odt_item(struct pk_pen *pen, const struct pk_list *list)
{
	pk_put_c(&pen->out, "<text:list-item");
	if (list->first_item && list->numbered && list->start != 1) {
		pk_put_c(&pen->out, " text:start-value=\"");
		pk_put_uint(&pen->out, list->start);
		pk_put_byte(&pen->out, '"');
	}
	pk_put_byte(&pen->out, '>');
}

void odt_item_end(struct pk_pen *pen, const struct pk_list *list)
{
	(void)list;
	pk_put_c(&pen->out, "</text:list-item>");
}
