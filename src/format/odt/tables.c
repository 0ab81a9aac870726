/* Tables of formatted text in OpenDocument. Their widths and lines are automatic styles, which
 * stand before everything else in the part: they are collected and put there when the part is done.
 */
#include "format/common/role_table.h"
#include "format/odt/inside.h"
#include "xml/tree.h"

#define SPACES                                                                                     \
	" xmlns:style=\"" ODT_OASIS "style:1.0\" xmlns:fo=\"" ODT_OASIS                            \
	"xsl-fo-compatible:1.0\"" ODT_TABLE

static const char *const align_names[] = {
	[PK_ALIGN_LEFT] = "start", [PK_ALIGN_CENTER] = "center", [PK_ALIGN_RIGHT] = "end"
};

struct pk_str odt_cell_style(enum pk_align align, bool head)
{
	switch (align) {
	case PK_ALIGN_CENTER:
		return head ? PK_STR("ProtokollHuvudMitt") : PK_STR("ProtokollCellMitt");
	case PK_ALIGN_RIGHT:
		return head ? PK_STR("ProtokollHuvudEfter") : PK_STR("ProtokollCellEfter");
	case PK_ALIGN_LEFT:
		return head ? PK_STR("ProtokollHuvudFore") : PK_STR("ProtokollCellFore");
	case PK_ALIGN_NONE:
		break;
	}
	return PK_STR("");
}

static void put_aligned(struct pk_pen *pen, enum pk_align align, bool head)
{
	struct pk_out *out = &pen->styles;

	pk_put_c(out, "<style:style" SPACES " style:name=\"");
	pk_put(out, odt_cell_style(align, head));
	pk_put_c(out, "\" style:family=\"paragraph\" style:parent-style-name=\"");
	pk_xml_put_attr(out, pen->roles->id[head ? PK_ROLE_HEAD : PK_ROLE_CELL]);
	pk_put_c(out, "\"><style:paragraph-properties fo:text-align=\"");
	pk_put_c(out, align_names[align]);
	pk_put_c(out, "\"/></style:style>");
}

/* What all tables share. The template's own cells are taken where it has them. */
static void put_shared(struct pk_pen *pen)
{
	struct pk_str part = pk_out_str(&pen->out);

	pen->own_cells = pk_str_find(part, PK_STR(" style:name=\"" PK_ODT_TABLE ".cell\""), 0) <
					 part.n &&
			 pk_str_find(part, PK_STR(" style:name=\"" PK_ODT_TABLE ".rubrik\""), 0) <
					 part.n &&
			 pk_str_find(part, PK_STR(" style:name=\"" PK_ODT_TABLE ".rad\""), 0) <
					 part.n;
	pen->last_cells =
			pen->own_cells &&
			pk_str_find(part, PK_STR(" style:name=\"" PK_ODT_TABLE ".cell_20_sist\""),
					0) < part.n &&
			pk_str_find(part, PK_STR(" style:name=\"" PK_ODT_TABLE ".rubrik_20_sist\""),
					0) < part.n;
	for (enum pk_align align = PK_ALIGN_LEFT; align <= PK_ALIGN_RIGHT; align++) {
		put_aligned(pen, align, false);
		put_aligned(pen, align, true);
	}
	if (pen->own_cells)
		return;
	pk_put_c(&pen->styles, "<style:style" SPACES " style:name=\"ProtokollRad\" "
			       "style:family=\"table-row\"><style:table-row-properties "
			       "fo:keep-together=\"always\"/>"
			       "</style:style>"
			       "<style:style" SPACES
			       " style:name=\"ProtokollCell\" style:family=\"table-cell\">"
			       "<style:table-cell-properties fo:padding-left=\"5.40pt\" "
			       "fo:padding-right=\"5.40pt\" "
			       "fo:padding-top=\"0pt\" fo:padding-bottom=\"0pt\" "
			       "fo:border=\"0.50pt solid #808080\"/>"
			       "</style:style>");
}

/* Cells collapse where those of the template do. */
static void put_table_style(struct pk_pen *pen, const struct pk_grid *grid)
{
	struct pk_out *out = &pen->styles;

	pk_put_c(out, "<style:style" SPACES " style:name=\"");
	pk_put(out, grid->name);
	pk_put_c(out, "\" style:family=\"table\"><style:table-properties style:width=\"");
	odt_put_length(out, grid->width);
	pk_put_c(out, "\" table:align=\"left\" table:border-model=\"");
	pk_put_c(out, pen->roles->table.collapses ? "collapsing" : "separating");
	pk_put_c(out, "\"/></style:style>");
}

static void put_column_name(struct pk_out *out, const struct pk_grid *grid, size_t column)
{
	pk_put(out, grid->name);
	pk_put_c(out, ".K");
	pk_put_uint(out, column + 1);
}

static void put_column_style(struct pk_out *out, const struct pk_grid *grid, size_t column)
{
	pk_put_c(out, "<style:style" SPACES " style:name=\"");
	put_column_name(out, grid, column);
	pk_put_c(out, "\" style:family=\"table-column\"><style:table-column-properties "
		      "style:column-width=\"");
	odt_put_length(out, grid->columns[column]);
	pk_put_c(out, "\"/></style:style>");
}

void odt_table(struct pk_pen *pen, const struct pk_grid *grid)
{
	struct pk_out *out = &pen->out;

	if (pen->styles.n == 0)
		put_shared(pen);
	put_table_style(pen, grid);
	pk_put_c(out, "<table:table" ODT_TABLE " table:name=\"");
	pk_put(out, grid->name);
	pk_put_c(out, "\" table:style-name=\"");
	pk_put(out, grid->name);
	pk_put_c(out, "\">");
	for (size_t i = 0; i < grid->n; i++) {
		put_column_style(&pen->styles, grid, i);
		pk_put_c(out, "<table:table-column table:style-name=\"");
		put_column_name(out, grid, i);
		pk_put_c(out, "\"/>");
	}
}

void odt_table_end(struct pk_pen *pen)
{
	pk_put_c(&pen->out, "</table:table>");
}

void odt_row(struct pk_pen *pen, bool head)
{
	if (head)
		pk_put_c(&pen->out, "<table:table-header-rows>");
	pk_put_c(&pen->out, pen->own_cells ? "<table:table-row table:style-name=\"" PK_ODT_TABLE
					     ".rad\">"
					   : "<table:table-row table:style-name=\"ProtokollRad\">");
}

void odt_row_end(struct pk_pen *pen, bool head)
{
	pk_put_c(&pen->out, "</table:table-row>");
	if (head)
		pk_put_c(&pen->out, "</table:table-header-rows>");
}

void odt_cell(struct pk_pen *pen, const struct pk_grid *grid, size_t column, bool head)
{
	struct pk_out *out = &pen->out;

	pk_put_c(out, "<table:table-cell table:style-name=\"");
	if (!pen->own_cells)
		pk_put_c(out, "ProtokollCell");
	else
		pk_put_c(out, head ? PK_ODT_TABLE ".rubrik" : PK_ODT_TABLE ".cell");
	if (pen->last_cells && column + 1 == grid->n)
		pk_put_c(out, "_20_sist");
	pk_put_c(out, "\" office:value-type=\"string\">");
}

void odt_cell_end(struct pk_pen *pen)
{
	pk_put_c(&pen->out, "</table:table-cell>");
}

/* Finds where new automatic styles go, whatever form the template's element has; *ret_closed: the
 * element is there and empty or missing, so that the styles need one of their own. */
static bool find_place(struct pk_str bytes, struct pk_hole *hole, bool *ret_closed)
{
	static const char *const after[] = { "<office:master-styles", "<office:body" };
	const struct pk_str end = PK_STR("</office:automatic-styles>");
	const struct pk_str empty = PK_STR("<office:automatic-styles/>");

	hole->at = pk_str_find(bytes, end, 0);
	*ret_closed = hole->at == bytes.n;
	if (!*ret_closed)
		return true;
	hole->at = pk_str_find(bytes, empty, 0);
	hole->skip = hole->at < bytes.n ? empty.n : 0;
	for (size_t i = 0; i < PK_COUNT(after) && hole->at == bytes.n; i++)
		hole->at = pk_str_find(bytes, pk_str_of(after[i]), 0);
	return hole->at < bytes.n;
}

void odt_part_end(struct pk_pen *pen)
{
	struct pk_hole hole = { .kind = PK_HOLE_BYTES, .part = pen->part };
	bool closed;

	if (pen->styles.n == 0 || !find_place(pk_out_str(&pen->out), &hole, &closed))
		return;
	if (!pk_out_done(pen->job, &pen->styles, &hole.bytes) ||
			(closed && !pk_join(pen->job, &hole.bytes,
						   PK_STR("<office:automatic-styles>"), hole.bytes,
						   PK_STR("</office:automatic-styles>"))) ||
			!pk_document_hole(pen->job, pen->doc, &hole))
		pen->failed = true;
}
