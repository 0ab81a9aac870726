/* The layout of a DOCX as numbers: page, paragraphs, tables. */
#include "format/docx/typeset.h"
#include "xml/tree.h"

/* 635 English metric units are a twip. Paper, margins and cells when the file does not say. */
enum { EMU = 635, A4_WIDTH = 11906, A4_HEIGHT = 16838, MARGIN = 1440, EDGE = 720, CELL = 108,
	TAB = 720 };

static const struct docx_styles *styles_of(const struct pk_geometry *g)
{
	return g->styles;
}

/* --- the page --- */

static int32_t inline_height(const struct pk_xml *node)
{
	const struct pk_xml *in_line = pk_xml_is(node, "w:drawing") ?
			pk_xml_child(node, "wp:inline") : NULL;

	return in_line == NULL ? 0 :
			pk_length_within(
			docx_attr(pk_xml_child(in_line, "wp:extent"), "cy", 0) / EMU);
}

static const struct pk_strip_reader strips = { .typeset = docx_typeset_paragraph,
	.object = inline_height };

/* w:sectPr of a paragraph that ends a section, or NULL. */
static const struct pk_xml *section_of(const struct pk_xml *p)
{
	const struct pk_xml *ppr = pk_xml_is(p, "w:p") ? pk_xml_child(p, "w:pPr") : NULL;

	return ppr == NULL ? NULL : pk_xml_child(ppr, "w:sectPr");
}

/* The section before: what a section does not say of headers holds on from there. */
static const struct pk_xml *section_before(const struct pk_xml *sect)
{
	const struct pk_xml *n = pk_xml_is(sect->parent, "w:pPr") ? sect->parent->parent : sect;

	for (n = n->prev; n != NULL; n = n->prev) {
		if (section_of(n) != NULL)
			return section_of(n);
	}
	return NULL;
}

/* The reference of that name ("w:headerReference") and type ("first"), or NULL. */
static const struct pk_xml *reference(const struct pk_xml *sect, const char *name, const char *type)
{
	for (; sect != NULL; sect = section_before(sect)) {
		for (const struct pk_xml *n = sect->first; n != NULL; n = n->next) {
			if (pk_xml_is(n, name) && pk_str_is(pk_xml_get(n, "w:type"), type))
				return n;
		}
	}
	return NULL;
}

static int32_t strip_height(struct pk_job *job, const struct docx_styles *s,
		const struct pk_xml *reference)
{
	struct pk_str id = reference == NULL ? PK_STR("") : pk_xml_get(reference, "r:id");

	for (size_t i = 0; i < s->n_others && id.n > 0; i++) {
		if (pk_str_eq(s->others[i].id, id))
			return pk_strip_height(job, s, s->others[i].root, &strips);
	}
	return 0;
}

/* The margin of the text area: what stands in the margin pushes it, unless the margin is negative. */
static int32_t pushed(int32_t margin, int32_t edge, int32_t content)
{
	if (margin < 0)
		return -margin;
	return content > 0 && edge + content > margin ? edge + content : margin;
}

/* The last section's properties are those of the document. */
static const struct pk_xml *last_section(const struct pk_xml *body)
{
	const struct pk_xml *n = body == NULL ? NULL : body->last;

	while (n != NULL && !pk_xml_is(n, "w:sectPr"))
		n = n->prev;
	return n;
}

static uint8_t beginning(const struct pk_xml *sect)
{
	const struct pk_xml *type = sect == NULL ? NULL : pk_xml_child(sect, "w:type");
	struct pk_str val = type == NULL ? PK_STR("") : pk_xml_get(type, "w:val");

	return pk_str_is(val, "continuous") ? PK_PAGE_CONTINUOUS
	       : pk_str_is(val, "evenPage") ? PK_PAGE_EVEN
	       : pk_str_is(val, "oddPage")  ? PK_PAGE_ODD
					    : PK_PAGE_NEXT;
}

/* What stands above and below the text on pages of that type: "default" or "first". */
static void read_edges(struct pk_job *job, const struct docx_styles *s, const struct pk_xml *sect,
		const char *type, int32_t *top, int32_t *bottom)
{
	const struct pk_xml *mar = sect == NULL ? NULL : pk_xml_child(sect, "w:pgMar");

	*top = pushed(docx_length(mar, "w:top", MARGIN), docx_length(mar, "w:header", EDGE),
			strip_height(job, s, reference(sect, "w:headerReference", type)));
	*bottom = pushed(docx_length(mar, "w:bottom", MARGIN), docx_length(mar, "w:footer", EDGE),
			strip_height(job, s, reference(sect, "w:footerReference", type)));
}

/* The pages of a section; sect may be NULL. */
static struct pk_flow_page page_of(struct pk_job *job, const struct docx_styles *s,
		const struct pk_xml *sect)
{
	const struct pk_xml *size = sect == NULL ? NULL : pk_xml_child(sect, "w:pgSz");
	const struct pk_xml *mar = sect == NULL ? NULL : pk_xml_child(sect, "w:pgMar");
	const struct pk_xml *numbers = sect == NULL ? NULL : pk_xml_child(sect, "w:pgNumType");
	struct pk_flow_page page = {
		.width = docx_length(size, "w:w", A4_WIDTH),
		.height = docx_length(size, "w:h", A4_HEIGHT),
		.left = docx_length(mar, "w:left", MARGIN) + docx_length(mar, "w:gutter", 0),
		.right = docx_length(mar, "w:right", MARGIN),
		.begins = beginning(sect),
	};
	int32_t start = docx_attr(numbers, "w:start", -1);
	bool special = false;

	page.numbered = start >= 0 && start <= UINT16_MAX;
	page.number = page.numbered ? (uint16_t)start : 0;
	read_edges(job, s, sect, "default", &page.top, &page.bottom);
	if (sect != NULL)
		docx_toggle(sect, "w:titlePg", &special);
	if (special)
		read_edges(job, s, sect, "first", &page.first_top, &page.first_bottom);
	return page;
}

static const struct pk_xml *part_of_kind(const struct pk_geometry_part *others, size_t n,
		const char *kind)
{
	for (size_t i = 0; i < n; i++) {
		if (pk_xml_is(others[i].root, kind))
			return others[i].root;
	}
	return NULL;
}

static bool open_geometry(struct pk_job *job, const struct pk_xml *styles,
		const struct pk_xml *document, const struct pk_geometry_part *others, size_t n,
		struct pk_geometry **ret)
{
	struct pk_geometry *g = pk_new(job, struct pk_geometry, 1);
	struct docx_styles *s = pk_new(job, struct docx_styles, 1);
	const struct pk_xml *settings = part_of_kind(others, n, "w:settings");
	struct pk_typeset plain;

	if (g == NULL || s == NULL)
		return false;
	*s = (struct docx_styles){ .root = styles,
		.numbering = part_of_kind(others, n, "w:numbering"),
		.default_paragraph = docx_default_style(styles, "paragraph"),
		.default_table = docx_default_style(styles, "table"),
		.body = pk_xml_child(document, "w:body"),
		.others = others,
		.n_others = n,
		.memo = pk_new(job, struct docx_memo, 1) };
	if (s->memo == NULL || !pk_xml_index(job, styles, "w:style", "w:styleId", &s->by_id))
		return false;
	g->styles = s;
	g->default_tab = settings == NULL ? TAB : docx_length(
			pk_xml_child(settings, "w:defaultTabStop"), "w:val", TAB);
	g->page = page_of(job, s, last_section(s->body));
	plain = docx_typeset_named(job, s, PK_STR(""), 0);
	(void)pk_typeset_paragraph(job, g, &plain);
	*ret = g;
	return g->n_paragraphs > 0;
}

/* --- paragraphs --- */

static uint16_t paragraph(struct pk_job *job, struct pk_geometry *g, const struct pk_xml *p)
{
	struct pk_typeset set = pk_typeset_resolved(job, g, p, docx_typeset_paragraph);
	const struct pk_xml *sect = section_of(p);

	if (sect != NULL) {
		struct pk_flow_page page = page_of(job, styles_of(g), sect);

		set.paragraph.section = pk_geometry_page(job, g, &page);
	}
	return pk_typeset_paragraph(job, g, &set);
}

static uint16_t named(struct pk_job *job, struct pk_geometry *g, struct pk_str style,
		uint32_t list_level)
{
	struct pk_typeset set = docx_typeset_named(job, styles_of(g), style, list_level);

	return pk_typeset_paragraph(job, g, &set);
}

static uint16_t run(struct pk_job *job, struct pk_geometry *g, const struct pk_xml *p,
		const struct pk_xml *r)
{
	struct pk_typeset set = pk_typeset_resolved(job, g, p, docx_typeset_paragraph);
	const struct pk_xml *rpr = r == NULL ? NULL : pk_xml_child(r, "w:rPr");
	const struct pk_xml *style = rpr == NULL ? NULL : pk_xml_child(rpr, "w:rStyle");

	if (style != NULL)
		docx_typeset_style(&set, styles_of(g), pk_xml_get(style, "w:val"));
	docx_typeset_rpr(&set, rpr);
	return pk_typeset_char(job, g, &set);
}

static uint16_t styled(struct pk_job *job, struct pk_geometry *g, uint16_t paragraph_style,
		struct pk_str character)
{
	struct pk_typeset set = *pk_typeset_of(g, paragraph_style);

	docx_typeset_style(&set, styles_of(g), character);
	return pk_typeset_char(job, g, &set);
}

/* --- tables --- */

static bool read_columns(struct pk_job *job, const struct pk_xml *tbl, struct pk_flow_table *to)
{
	const struct pk_xml *grid = pk_xml_child(tbl, "w:tblGrid");
	size_t n = 0;
	int32_t *columns;

	for (const struct pk_xml *c = grid == NULL ? NULL : grid->first; c != NULL; c = c->next)
		n += pk_xml_is(c, "w:gridCol");
	columns = pk_new(job, int32_t, n);
	if (columns == NULL)
		return false;
	for (const struct pk_xml *c = grid == NULL ? NULL : grid->first; c != NULL; c = c->next) {
		if (pk_xml_is(c, "w:gridCol"))
			columns[to->n_columns++] = docx_length(c, "w:w", 0);
	}
	to->columns = columns;
	return true;
}

static int32_t line_of(const struct pk_xml *borders, const char *side, int32_t otherwise)
{
	const struct pk_xml *b = docx_child(borders, side);

	return b == NULL ? otherwise : docx_line(b);
}

/* w:tblPr of a table or of its style. */
static void apply_tblpr(struct pk_flow_table *t, const struct pk_xml *tblpr)
{
	const struct pk_xml *mar = tblpr == NULL ? NULL : pk_xml_child(tblpr, "w:tblCellMar");
	const struct pk_xml *borders = tblpr == NULL ? NULL : pk_xml_child(tblpr, "w:tblBorders");

	if (mar != NULL) {
		t->cell_left = docx_length(pk_xml_child(mar, "w:left"), "w:w", t->cell_left);
		t->cell_right = docx_length(pk_xml_child(mar, "w:right"), "w:w", t->cell_right);
		t->cell_left = docx_length(pk_xml_child(mar, "w:start"), "w:w", t->cell_left);
		t->cell_right = docx_length(pk_xml_child(mar, "w:end"), "w:w", t->cell_right);
		t->cell_top = docx_length(pk_xml_child(mar, "w:top"), "w:w", t->cell_top);
		t->cell_bottom = docx_length(pk_xml_child(mar, "w:bottom"), "w:w", t->cell_bottom);
	}
	if (borders != NULL) {
		t->border = line_of(borders, "w:insideH", t->border);
		t->border_first = line_of(borders, "w:top", t->border_first);
	}
}

/* The line that a table style draws below its first row. */
static int32_t head_line(const struct pk_xml *style, int32_t otherwise)
{
	for (const struct pk_xml *n = style->first; n != NULL; n = n->next) {
		const struct pk_xml *tcpr = pk_xml_is(n, "w:tblStylePr") &&
				pk_str_is(pk_xml_get(n, "w:type"), "firstRow") ?
				pk_xml_child(n, "w:tcPr") : NULL;
		const struct pk_xml *borders = tcpr == NULL ? NULL :
				pk_xml_child(tcpr, "w:tcBorders");

		if (borders != NULL)
			return line_of(borders, "w:bottom", otherwise);
	}
	return otherwise;
}

/* What the properties of a row's first or last cell say; NULL: nothing. */
static const struct pk_xml *cell_says(const struct pk_xml *row, bool last, const char *name)
{
	const struct pk_xml *cell = docx_child(row, "w:tc");

	for (const struct pk_xml *n = cell; last && n != NULL; n = n->next)
		cell = pk_xml_is(n, "w:tc") ? n : cell;
	return docx_child(docx_child(cell, "w:tcPr"), name);
}

/* LibreOffice writes lines on the cells themselves: those of the last row are like most. */
static void apply_cells(struct pk_flow_table *t, const struct pk_xml *tbl, int32_t *head)
{
	const struct pk_xml *first = pk_xml_child(tbl, "w:tr"), *row = first;
	const struct pk_xml *margin;

	for (const struct pk_xml *n = first; n != NULL; n = n->next)
		row = pk_xml_is(n, "w:tr") ? n : row;
	t->border = line_of(cell_says(row, false, "w:tcBorders"), "w:bottom", t->border);
	t->border_first = line_of(cell_says(first, false, "w:tcBorders"), "w:top", t->border_first);
	if (row != first)
		*head = line_of(cell_says(first, false, "w:tcBorders"), "w:bottom", *head);
	margin = cell_says(row, true, "w:tcMar");
	t->last_spare = t->cell_right - docx_length(docx_child(margin, "w:right"), "w:w",
			docx_length(docx_child(margin, "w:end"), "w:w", t->cell_right));
}

static uint32_t table(struct pk_job *job, struct pk_geometry *g, const struct pk_xml *tbl)
{
	const struct docx_styles *s = styles_of(g);
	struct pk_flow_table t = { .cell_left = CELL, .cell_right = CELL, .collapses = true };
	const struct pk_xml *tblpr = pk_xml_child(tbl, "w:tblPr"), *chain[DOCX_DEEPEST];
	const struct pk_xml *name = tblpr == NULL ? NULL : pk_xml_child(tblpr, "w:tblStyle");
	const struct pk_xml *style = name == NULL ? NULL :
			docx_find_style(s, pk_xml_get(name, "w:val"));
	size_t n = docx_chain(s, style != NULL ? style : s->default_table, chain);
	int32_t head = 0;

	while (n-- > 0) {
		apply_tblpr(&t, pk_xml_child(chain[n], "w:tblPr"));
		head = head_line(chain[n], head);
	}
	apply_tblpr(&t, tblpr);
	apply_cells(&t, tbl, &head);
	t.border_head = head > t.border ? head - t.border : 0;
	if (!read_columns(job, tbl, &t))
		return 0;
	return pk_geometry_table(job, g, &t);
}

const struct pk_geometry_reader pk_docx_geometry = { open_geometry, paragraph, named, run, styled,
	table };
