/* Paragraphs, lists and tables of formatted text in WordprocessingML. */
#include "format/common/role_table.h"
#include "format/docx/inside.h"
#include "xml/tree.h"

/* What stands behind w:ind in w:pPr. */
static const char *const behind_indent[] = { "<w:contextualSpacing", "<w:mirrorIndents",
	"<w:suppressOverlap", "<w:jc", "<w:textDirection", "<w:textAlignment",
	"<w:textboxTightWrap", "<w:outlineLvl", "<w:divId", "<w:cnfStyle", "<w:rPr", "<w:sectPr",
	"<w:pPrChange", "</w:pPr>" };

/* Later paragraphs of an item stand under its text, without a number of their own, even when their
 * style has one. rest: w:pPr from behind the list's number. */
static void put_later(struct pk_pen *pen, const struct pk_event *model, struct pk_str head,
		struct pk_str rest)
{
	const struct pk_geometry *g = pen->doc->template->geometry;
	int32_t left = g != NULL && model->a < g->n_paragraphs ? g->paragraphs[model->a].left : 0;
	size_t at = rest.n;

	pk_put(&pen->out, head);
	pk_put_byte(&pen->out, '0');
	for (size_t i = 0; i < PK_COUNT(behind_indent); i++) {
		size_t found = pk_str_find(rest, pk_str_of(behind_indent[i]), 0);

		at = found < at ? found : at;
	}
	pk_put(&pen->out, pk_str_slice(rest, 0, at));
	if (left > 0 && pk_str_find(rest, PK_STR("<w:ind "), 0) == rest.n) {
		pk_put_c(&pen->out, "<w:ind w:left=\"");
		pk_put_uint(&pen->out, (uint64_t)left);
		pk_put_c(&pen->out, "\" w:firstLine=\"0\"/>");
	}
	pk_put(&pen->out, pk_str_slice(rest, at, rest.n));
}

/* The model's own properties; its list starts again in each turn, and only at the first paragraph.
 */
static void put_model(struct pk_pen *pen, const struct pk_paragraph *p)
{
	const struct pk_str key = PK_STR("<w:numId w:val=\"");
	const struct pk_event *model = p->model;
	struct pk_str head = model->bytes, num = pen->model_num, rest = model->tail;
	size_t at = pk_str_find(model->bytes, key, 0);

	if (at == head.n) {
		pk_put(&pen->out, head);
		return;
	}
	if (rest.n == 0) {
		size_t end = pk_str_find(head, PK_STR("\""), at + key.n);

		num = pk_str_slice(head, at + key.n, end);
		rest = pk_str_slice(head, end, head.n);
		head = pk_str_slice(head, 0, at + key.n);
	}
	if (p->later) {
		put_later(pen, model, head, rest);
		return;
	}
	pk_put(&pen->out, head);
	pk_put(&pen->out, num);
	pk_put(&pen->out, rest);
}

static void put_number(struct pk_out *out, const char *open, uint32_t number)
{
	pk_put_c(out, open);
	pk_put_uint(out, number);
	pk_put_c(out, "\"/>");
}

/* The first paragraph of an item has its number, later ones stand under its text. */
static void put_list(struct pk_pen *pen, const struct pk_paragraph *p)
{
	const struct pk_list *list = p->list;
	struct pk_out *out = &pen->out;

	if (list == NULL)
		return;
	pk_put_c(out, "<w:numPr>");
	put_number(out, "<w:ilvl w:val=\"", p->later ? 0 : list->level);
	put_number(out, "<w:numId w:val=\"", p->later ? 0 : list->num);
	pk_put_c(out, "</w:numPr>");
	if (!p->later)
		return;
	pk_put_c(out, "<w:ind w:left=\"");
	pk_put_uint(out, (uint64_t)pk_roles_indent(pen->roles, pen->doc->template->geometry,
					 list->numbered, list->level));
	pk_put_c(out, "\" w:firstLine=\"0\"/>");
}

static void put_align(struct pk_out *out, enum pk_align align)
{
	static const char *const names[] = {
		[PK_ALIGN_LEFT] = "left", [PK_ALIGN_CENTER] = "center", [PK_ALIGN_RIGHT] = "right"
	};

	if (align == PK_ALIGN_NONE)
		return;
	pk_put_c(out, "<w:jc w:val=\"");
	pk_put_c(out, names[align]);
	pk_put_c(out, "\"/>");
}

void docx_paragraph(struct pk_pen *pen, const struct pk_paragraph *p)
{
	struct pk_out *out = &pen->out;

	pk_put_c(out, "<w:p>");
	if (p->kind == PK_PARAGRAPH_MODEL) {
		put_model(pen, p);
		return;
	}
	pk_put_c(out, "<w:pPr><w:pStyle w:val=\"");
	pk_xml_put_attr(out, p->style);
	pk_put_c(out, "\"/>");
	put_list(pen, p);
	put_align(out, p->align);
	pk_put_c(out, "</w:pPr>");
}

void docx_paragraph_end(struct pk_pen *pen, const struct pk_paragraph *p)
{
	(void)p;
	pk_put_c(&pen->out, "</w:p>");
}

void docx_empty(struct pk_pen *pen)
{
	pk_put_c(&pen->out, "<w:p/>");
}

/* A w:num counts through the whole document: every numbered list gets its own. */
void docx_list(struct pk_pen *pen, struct pk_list *list)
{
	uint32_t *starts;

	if (list->level >= PK_LIST_LEVELS)
		list->level = PK_LIST_LEVELS - 1;
	if (!list->numbered) {
		list->num = pen->roles->bullet_num;
		return;
	}
	starts = pk_new(pen->job, uint32_t, PK_LIST_LEVELS);
	if (starts == NULL) {
		pen->failed = true;
		return;
	}
	for (size_t i = 0; i < PK_LIST_LEVELS; i++)
		starts[i] = i == list->level ? list->start : 1;
	if (!pk_document_num(pen->job, pen->doc, pen->roles->number_abstract, starts, &list->num))
		pen->failed = true;
}

void docx_table(struct pk_pen *pen, const struct pk_grid *grid)
{
	struct pk_out *out = &pen->out;

	pk_put_c(out, "<w:tbl><w:tblPr><w:tblStyle w:val=\"");
	pk_xml_put_attr(out, pen->roles->id[PK_ROLE_TABLE]);
	pk_put_c(out, "\"/><w:tblW w:w=\"");
	pk_put_uint(out, (uint64_t)grid->width);
	pk_put_c(out, "\" w:type=\"dxa\"/><w:tblLayout w:type=\"fixed\"/>"
		      "<w:tblLook w:val=\"0420\" w:firstRow=\"1\" w:lastRow=\"0\" "
		      "w:firstColumn=\"0\" "
		      "w:lastColumn=\"0\" w:noHBand=\"0\" w:noVBand=\"1\"/></w:tblPr><w:tblGrid>");
	for (size_t i = 0; i < grid->n; i++)
		put_number(out, "<w:gridCol w:w=\"", (uint32_t)grid->columns[i]);
	pk_put_c(out, "</w:tblGrid>");
}

void docx_table_end(struct pk_pen *pen)
{
	pk_put_c(&pen->out, "</w:tbl>");
}

void docx_row(struct pk_pen *pen, bool head)
{
	pk_put_c(&pen->out, head ? "<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>"
				 : "<w:tr><w:trPr><w:cantSplit/></w:trPr>");
}

void docx_row_end(struct pk_pen *pen, bool head)
{
	(void)head;
	pk_put_c(&pen->out, "</w:tr>");
}

void docx_cell(struct pk_pen *pen, const struct pk_grid *grid, size_t column, bool head)
{
	(void)head;
	pk_put_c(&pen->out, "<w:tc><w:tcPr><w:tcW w:w=\"");
	pk_put_uint(&pen->out, (uint64_t)grid->columns[column]);
	pk_put_c(&pen->out, "\" w:type=\"dxa\"/></w:tcPr>");
}

void docx_cell_end(struct pk_pen *pen)
{
	pk_put_c(&pen->out, "</w:tc>");
}
