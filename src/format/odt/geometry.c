/* The layout of an ODT as numbers: page, paragraphs, tables. */
#include "format/odt/typeset.h"
#include "xml/tree.h"

/* Paper and margins when the file does not say; tab stops. */
enum { A4_WIDTH = 11906, A4_HEIGHT = 16838, MARGIN = 1134, TAB = 709 };

static const struct odt_styles *styles_of(const struct pk_geometry *g)
{
	return g->styles;
}

/* --- the page --- */

static int32_t frame_height(const struct pk_xml *node)
{
	if (!pk_xml_is(node, "draw:frame") && !pk_xml_is(node, "draw:custom-shape"))
		return 0;
	return pk_str_is(pk_xml_get(node, "text:anchor-type"), "as-char") ?
			pk_length(pk_xml_get(node, "svg:height")) : 0;
}

static const struct pk_xml *find_named(const struct pk_xml *in, const char *element,
		struct pk_str name)
{
	for (const struct pk_xml *n = in == NULL ? NULL : in->first; n != NULL; n = n->next) {
		if (pk_xml_is(n, element) && (name.p == NULL ||
				pk_str_eq(pk_xml_get(n, "style:name"), name)))
			return n;
	}
	return NULL;
}

/* How much of the page a header or footer takes beside the margin: its least height holds the
 * distance to the text; the content may grow into it, and beyond that pushes the text. */
static int32_t strip_room(struct pk_job *job, const struct odt_styles *s,
		const struct pk_xml *strip, const struct pk_xml *layout, const char *side)
{
	const struct pk_xml *style = odt_child(layout, side);
	const struct pk_xml *properties = odt_child(style, "style:header-footer-properties");
	const struct pk_strip_reader reader = { .adds_spacing = s->adds_spacing,
		.typeset = odt_typeset_paragraph, .object = frame_height };
	int32_t least, content;

	if (strip == NULL || pk_str_is(pk_xml_get(strip, "style:display"), "false"))
		return 0;
	content = pk_strip_height(job, s, strip, &reader);
	if (properties == NULL)
		return content;
	if (pk_xml_get(properties, "svg:height").n > 0)
		return pk_length(pk_xml_get(properties, "svg:height"));
	least = pk_length(pk_xml_get(properties, "fo:min-height"));
	if (!pk_str_is(pk_xml_get(properties, "style:dynamic-spacing"), "true"))
		content += pk_length(pk_xml_get(properties, pk_str_is(style->name,
				"style:header-style") ? "fo:margin-bottom" : "fo:margin-top"));
	return content > least ? content : least;
}

static void margins(struct pk_flow_page *page, const struct pk_xml *properties)
{
	static const char *const names[] = { "fo:margin-left", "fo:margin-right", "fo:margin-top",
		"fo:margin-bottom" };
	int32_t *const sides[] = { &page->left, &page->right, &page->top, &page->bottom };

	for (size_t i = 0; i < PK_COUNT(names); i++) {
		struct pk_str value = pk_xml_get(properties, names[i]);

		if (value.n == 0)
			value = pk_xml_get(properties, "fo:margin");
		if (value.n > 0)
			*sides[i] = pk_length(value);
	}
	if (pk_xml_get(properties, "fo:page-width").n > 0)
		page->width = pk_length(pk_xml_get(properties, "fo:page-width"));
	if (pk_xml_get(properties, "fo:page-height").n > 0)
		page->height = pk_length(pk_xml_get(properties, "fo:page-height"));
}

/* Pages that are only for one side of the sheet. */
static uint8_t usage(const struct pk_xml *layout)
{
	struct pk_str side = layout == NULL ? PK_STR("") : pk_xml_get(layout, "style:page-usage");

	return pk_str_is(side, "left")    ? PK_PAGE_EVEN
	       : pk_str_is(side, "right") ? PK_PAGE_ODD
					  : PK_PAGE_NEXT;
}

static struct pk_flow_page page_of(struct pk_job *job, const struct odt_styles *s,
		const struct pk_xml *master)
{
	struct pk_flow_page page = { .width = A4_WIDTH, .height = A4_HEIGHT, .left = MARGIN,
		.right = MARGIN, .top = MARGIN, .bottom = MARGIN };
	const struct pk_xml *layout;

	if (master == NULL)
		return page;
	layout = find_named(s->styles_autos.root, "style:page-layout",
			pk_xml_get(master, "style:page-layout-name"));
	page.begins = usage(layout);
	if (odt_child(layout, "style:page-layout-properties") != NULL)
		margins(&page, pk_xml_child(layout, "style:page-layout-properties"));
	page.top += strip_room(job, s, pk_xml_child(master, "style:header"), layout,
			"style:header-style");
	page.bottom += strip_room(job, s, pk_xml_child(master, "style:footer"), layout,
			"style:footer-style");
	return page;
}

static const struct pk_xml *first_paragraph(const struct pk_xml *content)
{
	const struct pk_xml *body = odt_child(pk_xml_child(content, "office:body"), "office:text");

	for (const struct pk_xml *n = body; n != NULL; n = pk_xml_walk(body, n)) {
		if (pk_xml_is(n, "text:p") || pk_xml_is(n, "text:h"))
			return n;
	}
	return NULL;
}

static const struct pk_xml *style_of(const struct odt_styles *s, const struct pk_xml *p)
{
	return p == NULL ? NULL : odt_find_style(s, odt_autos(s, p), "paragraph",
			pk_xml_get(p, "text:style-name"));
}

/* The first page may have a layout of its own. */
static struct pk_flow_page pages_of(struct pk_job *job, const struct odt_styles *s,
		const struct pk_xml *first)
{
	const struct pk_xml *masters = pk_xml_child(s->styles, "office:master-styles"), *next;
	struct pk_flow_page page = page_of(job, s, first), rest;

	next = first == NULL ? NULL : find_named(masters, "style:master-page",
			pk_xml_get(first, "style:next-style-name"));
	if (next == NULL || pk_xml_get(first, "style:next-style-name").n == 0)
		return page;
	rest = page_of(job, s, next);
	rest.first_top = page.top;
	rest.first_bottom = page.bottom;
	rest.begins = page.begins;
	return rest;
}

const struct pk_xml *odt_opening_master(struct pk_job *job, const struct odt_styles *s)
{
	const struct pk_xml *masters = pk_xml_child(s->styles, "office:master-styles"), *first;
	struct pk_str name = odt_master_of(job, s, style_of(s, first_paragraph(s->content)));

	first = find_named(masters, "style:master-page", name.n > 0 ? name : PK_STR("Standard"));
	return first != NULL ? first :
			find_named(masters, "style:master-page", (struct pk_str){ NULL, 0 });
}

/* A number that the pages begin with anew at a paragraph of this style. */
static void read_number(const struct odt_styles *s, const struct pk_xml *style,
		struct pk_flow_page *page)
{
	const struct pk_xml *chain[ODT_DEEPEST];
	size_t n = odt_chain(s, style, chain);

	for (size_t i = 0; i < n; i++) {
		const struct pk_xml *properties = pk_xml_child(chain[i],
				"style:paragraph-properties");
		struct pk_str value = properties == NULL ? (struct pk_str){ NULL, 0 } :
				pk_xml_get(properties, "style:page-number");
		uint32_t number;

		if (value.n == 0)
			continue;
		page->numbered = pk_str_uint(value, &number) && number > 0 && number <= UINT16_MAX;
		page->number = page->numbered ? (uint16_t)number : 0;
		return;
	}
}

/* 1 + the index of the pages that a paragraph of this style begins; 0: none. */
static uint16_t begun_page(struct pk_job *job, struct pk_geometry *g, const struct pk_xml *style)
{
	const struct odt_styles *s = styles_of(g);
	struct pk_str name = odt_master_of(job, s, style);
	const struct pk_xml *master = name.n == 0 ? NULL : find_named(
			pk_xml_child(s->styles, "office:master-styles"), "style:master-page", name);
	struct pk_flow_page page;

	if (master == NULL)
		return 0;
	page = pages_of(job, s, master);
	read_number(s, style, &page);
	return pk_geometry_page(job, g, &page);
}

static int32_t tab_distance(const struct odt_styles *s)
{
	const struct pk_xml *n = s->common.root == NULL ? NULL : s->common.root->first;

	for (; n != NULL; n = n->next) {
		const struct pk_xml *properties = pk_xml_is(n, "style:default-style") ?
				pk_xml_child(n, "style:paragraph-properties") : NULL;

		if (properties != NULL && pk_xml_get(properties, "style:tab-stop-distance").n > 0)
			return pk_length(pk_xml_get(properties, "style:tab-stop-distance"));
	}
	return TAB;
}

/* A yes or no of the office program; what the file does not say is as in a new document. */
static bool setting(const struct pk_geometry_part *others, size_t n, const char *name)
{
	const struct pk_xml *root = n > 0 ? others[0].root : NULL;

	for (const struct pk_xml *node = root; node != NULL; node = pk_xml_walk(root, node)) {
		if (pk_xml_is(node, "config:config-item") && node->first != NULL &&
				pk_str_is(pk_xml_get(node, "config:name"), name))
			return !pk_str_is(pk_str_trim(pk_xml_text(node)), "false");
	}
	return true;
}

static bool open_container(struct pk_job *job, const struct pk_xml *part, const char *name,
		struct odt_container *ret)
{
	ret->root = pk_xml_child(part, name);
	return pk_xml_index(job, ret->root, "style:style", "style:name", &ret->styles);
}

bool odt_styles_of(struct pk_job *job, const struct pk_xml *styles, const struct pk_xml *content,
		struct odt_styles *ret)
{
	*ret = (struct odt_styles){ .styles = styles, .content = content };
	return odt_memo_new(job, &ret->memo) &&
	       open_container(job, styles, "office:styles", &ret->common) &&
	       open_container(job, styles, "office:automatic-styles", &ret->styles_autos) &&
	       open_container(job, content, "office:automatic-styles", &ret->content_autos);
}

static bool open_geometry(struct pk_job *job, const struct pk_xml *styles,
		const struct pk_xml *content, const struct pk_geometry_part *others, size_t n,
		struct pk_geometry **ret)
{
	struct pk_geometry *g = pk_new(job, struct pk_geometry, 1);
	struct odt_styles *s = pk_new(job, struct odt_styles, 1);
	struct pk_typeset plain;

	if (g == NULL || s == NULL || !odt_styles_of(job, styles, content, s))
		return false;
	s->tabs_from_indent = setting(others, n, "TabsRelativeToIndent");
	s->adds_spacing = setting(others, n, "AddParaTableSpacing");
	g->styles = s;
	g->tabs_from_indent = s->tabs_from_indent;
	g->adds_spacing = s->adds_spacing;
	g->default_tab = tab_distance(s);
	g->page = pages_of(job, s, odt_opening_master(job, s));
	plain = odt_typeset_named(job, s, PK_STR("Standard"), 0);
	(void)pk_typeset_paragraph(job, g, &plain);
	*ret = g;
	return g->n_paragraphs > 0;
}

/* --- paragraphs --- */

static uint16_t paragraph(struct pk_job *job, struct pk_geometry *g, const struct pk_xml *p)
{
	struct pk_typeset set = pk_typeset_resolved(job, g, p, odt_typeset_paragraph);

	set.paragraph.page = begun_page(job, g, style_of(styles_of(g), p));
	return pk_typeset_paragraph(job, g, &set);
}

static uint16_t named(struct pk_job *job, struct pk_geometry *g, struct pk_str style,
		uint32_t list_level)
{
	const struct odt_styles *s = styles_of(g);
	struct pk_typeset set = odt_typeset_named(job, s, style, list_level);

	set.paragraph.page = begun_page(job, g,
			odt_find_style(s, &s->content_autos, "paragraph", style));
	return pk_typeset_paragraph(job, g, &set);
}

/* The styles of all spans from the paragraph in to the run. */
static void apply_spans(struct pk_typeset *set, const struct odt_styles *s,
		const struct odt_container *autos, const struct pk_xml *p, const struct pk_xml *r)
{
	const struct pk_xml *spans[ODT_DEEPEST];
	size_t n = 0;

	for (; r != NULL && r != p && n < ODT_DEEPEST; r = r->parent) {
		if (pk_xml_get(r, "text:style-name").n > 0)
			spans[n++] = r;
	}
	while (n-- > 0)
		odt_typeset_text(set, s, autos, pk_xml_get(spans[n], "text:style-name"));
}

static uint16_t run(struct pk_job *job, struct pk_geometry *g, const struct pk_xml *p,
		const struct pk_xml *r)
{
	const struct odt_styles *s = styles_of(g);
	struct pk_typeset set = pk_typeset_resolved(job, g, p, odt_typeset_paragraph);

	apply_spans(&set, s, odt_autos(s, p), p, r);
	return pk_typeset_char(job, g, &set);
}

static uint16_t styled(struct pk_job *job, struct pk_geometry *g, uint16_t paragraph_style,
		struct pk_str character)
{
	const struct odt_styles *s = styles_of(g);
	struct pk_typeset set = *pk_typeset_of(g, paragraph_style);

	odt_typeset_text(&set, s, &s->content_autos, character);
	return pk_typeset_char(job, g, &set);
}

/* --- tables --- */

static const struct pk_xml *properties_of(const struct odt_styles *s, const struct pk_xml *node,
		const char *family, const char *properties)
{
	return odt_child(odt_find_style(s, odt_autos(s, node), family,
			pk_xml_get(node, "table:style-name")), properties);
}

static size_t repeated(const struct pk_xml *column)
{
	uint32_t n;

	return pk_str_uint(pk_xml_get(column, "table:number-columns-repeated"), &n) && n > 0 ? n : 1;
}

static bool add_columns(struct pk_job *job, const struct odt_styles *s, const struct pk_xml *column,
		struct pk_flow_table *to, int32_t **columns, size_t *room)
{
	const struct pk_xml *properties = properties_of(s, column, "table-column",
			"style:table-column-properties");
	int32_t width = properties == NULL ? 0 :
			pk_length(pk_xml_get(properties, "style:column-width"));

	for (size_t n = repeated(column); n > 0 && to->n_columns < 1000; n--) {
		if (!pk_grow(job, columns, to->n_columns, room))
			return false;
		(*columns)[to->n_columns++] = width;
	}
	return true;
}

/* Columns stand in the table or in groups of columns, before the rows. */
static bool read_columns(struct pk_job *job, const struct odt_styles *s, const struct pk_xml *table,
		struct pk_flow_table *to)
{
	int32_t *columns = NULL;
	size_t room = 0;
	const struct pk_xml *n = pk_xml_walk(table, table);

	while (n != NULL && !pk_xml_is(n, "table:table-row")) {
		if (pk_xml_is(n, "table:table-column") &&
				!add_columns(job, s, n, to, &columns, &room))
			return false;
		n = pk_xml_walk(table, n);
	}
	to->columns = columns;
	return true;
}

/* The first cell of a row, or NULL. */
static const struct pk_xml *cell_of(const struct pk_xml *row)
{
	return pk_xml_is(row, "table:table-row") ? pk_xml_child(row, "table:table-cell") : NULL;
}

/* The first cell of the last row: what stands above may be a head. */
static const struct pk_xml *typical_cell(const struct pk_xml *table)
{
	const struct pk_xml *cell = NULL, *n = pk_xml_walk(table, table);

	while (n != NULL) {
		if (cell_of(n) != NULL) {
			cell = cell_of(n);
			n = pk_xml_skip(table, n);
		} else {
			n = pk_xml_walk(table, n);
		}
	}
	return cell;
}

static const struct pk_xml *head_cell(const struct pk_xml *table)
{
	const struct pk_xml *rows = pk_xml_child(table, "table:table-header-rows");
	const struct pk_xml *cell = NULL;

	for (const struct pk_xml *n = rows == NULL ? NULL : rows->first; n != NULL; n = n->next)
		cell = cell_of(n) != NULL ? cell_of(n) : cell;
	return cell;
}

static const struct pk_xml *last_cell(const struct pk_xml *first)
{
	const struct pk_xml *cell = first;

	for (const struct pk_xml *n = first; n != NULL; n = n->next)
		cell = pk_xml_is(n, "table:table-cell") ? n : cell;
	return cell;
}

/* "fo:padding" and the like for all sides, then for one. */
static struct pk_str side_of(const struct pk_xml *properties, const char *all, const char *one)
{
	struct pk_str value = pk_xml_get(properties, one);

	return value.n > 0 ? value : pk_xml_get(properties, all);
}

static void read_cell(struct pk_flow_table *t, const struct pk_xml *cell)
{
	int32_t top = odt_line(side_of(cell, "fo:border", "fo:border-top"));
	int32_t bottom = odt_line(side_of(cell, "fo:border", "fo:border-bottom"));

	t->cell_left = pk_length(side_of(cell, "fo:padding", "fo:padding-left"));
	t->cell_right = pk_length(side_of(cell, "fo:padding", "fo:padding-right"));
	t->cell_top = pk_length(side_of(cell, "fo:padding", "fo:padding-top"));
	t->cell_bottom = pk_length(side_of(cell, "fo:padding", "fo:padding-bottom"));
	/* Neighbours share their lines when they collapse. */
	t->border = !t->collapses ? top + bottom : top > bottom ? top : bottom;
	t->border_first = t->collapses ? top : 0;
}

static const struct pk_xml *cell_properties(const struct odt_styles *s, const struct pk_xml *cell)
{
	return cell == NULL ? NULL :
			properties_of(s, cell, "table-cell", "style:table-cell-properties");
}

/* The thickness of all that stands between head rows and the next row, beside the ordinary line. */
static int32_t head_line(const struct odt_styles *s, const struct pk_xml *node, int32_t ordinary)
{
	const struct pk_xml *cell = cell_properties(s, head_cell(node));
	int32_t line = cell == NULL ? 0 :
			odt_line(side_of(cell, "fo:border", "fo:border-bottom"));

	return line > ordinary ? line - ordinary : 0;
}

/* Tables without lines at their sides often have less padding in the last column. */
static int32_t last_spare(const struct odt_styles *s, const struct pk_xml *cell, int32_t ordinary)
{
	const struct pk_xml *last = cell_properties(s, last_cell(cell));

	return last == NULL ? 0 :
			ordinary - pk_length(side_of(last, "fo:padding", "fo:padding-right"));
}

/* Neighbouring cells share their lines: the table says it, or the default style of tables. */
static bool collapses(const struct odt_styles *s, const struct pk_xml *properties)
{
	const struct pk_xml *otherwise = odt_child(odt_default_style(s, "table"),
			"style:table-properties");
	struct pk_str model = pk_xml_get(properties, "table:border-model");

	if (model.n == 0 && otherwise != NULL)
		model = pk_xml_get(otherwise, "table:border-model");
	return pk_str_is(model, "collapsing");
}

static uint32_t table(struct pk_job *job, struct pk_geometry *g, const struct pk_xml *node)
{
	const struct odt_styles *s = styles_of(g);
	const struct pk_xml *first = typical_cell(node);
	const struct pk_xml *properties = properties_of(s, node, "table", "style:table-properties");
	const struct pk_xml *cell = cell_properties(s, first);
	/* A table that rendering makes, in a template without a style for it. */
	struct pk_flow_table t = { .collapses = true };

	if (properties != NULL) {
		t.before = pk_length(pk_xml_get(properties, "fo:margin-top"));
		t.after = pk_length(pk_xml_get(properties, "fo:margin-bottom"));
		t.collapses = collapses(s, properties);
	}
	if (cell != NULL)
		read_cell(&t, cell);
	t.last_spare = cell == NULL ? 0 : last_spare(s, first, t.cell_right);
	t.border_head = head_line(s, node, t.border);
	if (!read_columns(job, s, node, &t))
		return 0;
	return pk_geometry_table(job, g, &t);
}

const struct pk_geometry_reader pk_odt_geometry = { open_geometry, paragraph, named, run, styled,
	table };
