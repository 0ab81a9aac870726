#include "format/common/geometry.h"

#include "format/common/typeset.h"
#include "pages/widths.h"

/* Indexes in a flow have 16 bits. No paper and no font is larger than this. */
enum { MOST = 60000, FARTHEST = 100000, LARGEST = 3276, WIDEST = 31680 };

static bool same_char(const struct pk_flow_char *a, const struct pk_flow_char *b)
{
	return a->font == b->font && a->caps == b->caps && a->size == b->size &&
			a->spacing == b->spacing;
}

static struct pk_flow_char char_in(const struct pk_typeset *set, uint8_t plain)
{
	return (struct pk_flow_char){
		.font = pk_font_with(plain, set->bold, set->italic),
		.caps = set->caps,
		.size = set->size,
		.spacing = set->spacing,
	};
}

struct pk_flow_char pk_typeset_flow_char(const struct pk_typeset *set)
{
	return char_in(set, pk_font_find(set->family, false, false, NULL));
}

static uint8_t font_of(struct pk_job *job, struct pk_geometry *g, struct pk_str family)
{
	uint8_t font;

	for (size_t i = 0; i < g->n_families; i++)
		if (pk_str_eq(g->families[i].name, family))
			return g->families[i].font;
	font = pk_font_find(family, false, false, NULL);
	if (pk_grow(job, &g->families, g->n_families, &g->families_room))
		g->families[g->n_families++] = (struct pk_geometry_family){ family, font };
	return font;
}

uint16_t pk_typeset_char(struct pk_job *job, struct pk_geometry *g, const struct pk_typeset *set)
{
	struct pk_flow_char c = char_in(set, font_of(job, g, set->family));

	for (size_t i = 0; i < g->n_chars; i++) {
		if (same_char(&g->chars[i], &c))
			return (uint16_t)i;
	}
	if (g->n_chars >= MOST || !pk_grow(job, &g->chars, g->n_chars, &g->chars_room))
		return 0;
	g->chars[g->n_chars] = c;
	return (uint16_t)g->n_chars++;
}

static bool same_paragraph(const struct pk_flow_paragraph *a, const struct pk_flow_paragraph *b)
{
	if (a->n_tabs != b->n_tabs)
		return false;
	for (size_t i = 0; i < a->n_tabs; i++) {
		if (a->tabs[i].at != b->tabs[i].at || a->tabs[i].kind != b->tabs[i].kind)
			return false;
	}
	return a->character == b->character && a->before == b->before && a->after == b->after &&
			a->left == b->left && a->right == b->right && a->first == b->first &&
			a->line_rule == b->line_rule && a->line == b->line &&
			a->keep_next == b->keep_next && a->keep_lines == b->keep_lines &&
			a->page_break == b->page_break && a->contextual == b->contextual &&
			a->widows == b->widows && a->orphans == b->orphans &&
			a->border_top == b->border_top && a->border_bottom == b->border_bottom &&
			a->name == b->name && a->page == b->page && a->section == b->section;
}

struct pk_typeset pk_typeset_resolved(struct pk_job *job, struct pk_geometry *g, const struct pk_xml *p,
		pk_typeset_resolve *resolve)
{
	if (g->resolved == NULL)
		g->resolved = pk_new(job, struct pk_typeset, 1);
	if (g->resolved == NULL)
		return resolve(job, g->styles, p);
	if (g->asked != p)
		*g->resolved = resolve(job, g->styles, p);
	g->asked = p;
	return *g->resolved;
}

/* Room in both arrays, which have the same index. */
static bool grow_paragraphs(struct pk_job *job, struct pk_geometry *g)
{
	return pk_grow(job, &g->paragraphs, g->n_paragraphs, &g->paragraphs_room) &&
			pk_grow(job, &g->sets, g->n_paragraphs, &g->sets_room);
}

uint16_t pk_typeset_paragraph(struct pk_job *job, struct pk_geometry *g,
		const struct pk_typeset *set)
{
	struct pk_flow_paragraph p = set->paragraph;

	p.character = pk_typeset_char(job, g, set);
	/* A label fills the hanging indent: the text begins where the other lines do. */
	if (set->labelled && p.first < 0)
		p.first = 0;
	for (size_t i = 0; i < g->n_paragraphs; i++) {
		if (same_paragraph(&g->paragraphs[i], &p))
			return (uint16_t)i;
	}
	if (g->n_paragraphs >= MOST || !grow_paragraphs(job, g))
		return 0;
	g->paragraphs[g->n_paragraphs] = p;
	g->sets[g->n_paragraphs] = *set;
	return (uint16_t)g->n_paragraphs++;
}

const struct pk_typeset *pk_typeset_of(const struct pk_geometry *g, uint16_t paragraph)
{
	static const struct pk_typeset none = { .family = PK_STR_INIT("Carlito"), .size = 22 };

	return paragraph < g->n_paragraphs ? &g->sets[paragraph] : &none;
}

void pk_typeset_tab(struct pk_job *job, struct pk_typeset *set, struct pk_flow_tab tab, bool clear)
{
	size_t n = set->paragraph.n_tabs, to = 0, i = 0;
	struct pk_flow_tab *tabs = pk_new(job, struct pk_flow_tab, n + 1);

	if (tabs == NULL)
		return;
	for (; i < n && set->paragraph.tabs[i].at < tab.at; i++)
		tabs[to++] = set->paragraph.tabs[i];
	if (!clear)
		tabs[to++] = tab;
	for (; i < n; i++) {
		if (set->paragraph.tabs[i].at != tab.at)
			tabs[to++] = set->paragraph.tabs[i];
	}
	set->paragraph.tabs = tabs;
	set->paragraph.n_tabs = to;
}

static bool same_page(const struct pk_flow_page *a, const struct pk_flow_page *b)
{
	return a->width == b->width && a->height == b->height && a->left == b->left &&
			a->right == b->right && a->top == b->top && a->bottom == b->bottom &&
			a->first_top == b->first_top && a->first_bottom == b->first_bottom &&
			a->begins == b->begins && a->numbered == b->numbered &&
			a->number == b->number;
}

uint16_t pk_geometry_page(struct pk_job *job, struct pk_geometry *g,
		const struct pk_flow_page *page)
{
	for (size_t i = 0; i < g->n_pages; i++) {
		if (same_page(&g->pages[i], page))
			return (uint16_t)(i + 1);
	}
	if (g->n_pages >= MOST || !pk_grow(job, &g->pages, g->n_pages, &g->pages_room))
		return 0;
	g->pages[g->n_pages++] = *page;
	return (uint16_t)g->n_pages;
}

/* Columns of which the template does not say how wide they are share what is left of the page. */
static bool share_width(struct pk_job *job, const struct pk_geometry *g, struct pk_flow_table *t)
{
	int32_t left = g->page.width - g->page.left - g->page.right, silent = 0;
	int32_t *columns = pk_new(job, int32_t, t->n_columns);

	if (columns == NULL)
		return false;
	for (size_t i = 0; i < t->n_columns; i++) {
		columns[i] = t->columns[i];
		silent += columns[i] <= 0;
		left -= columns[i] > 0 ? columns[i] : 0;
	}
	for (size_t i = 0; i < t->n_columns; i++)
		if (columns[i] <= 0)
			columns[i] = left > 0 ? left / silent : 0;
	t->columns = columns;
	return true;
}

uint32_t pk_geometry_table(struct pk_job *job, struct pk_geometry *g,
		const struct pk_flow_table *table)
{
	struct pk_flow_table t = *table;

	if (!share_width(job, g, &t) || !pk_grow(job, &g->tables, g->n_tables, &g->tables_room))
		return 0;
	g->tables[g->n_tables] = t;
	return (uint32_t)g->n_tables++;
}

/* Twips per unit, times 1000. */
static int64_t per_unit(struct pk_str unit)
{
	if (pk_str_is(unit, "cm"))
		return 566929;
	if (pk_str_is(unit, "mm"))
		return 56693;
	if (pk_str_is(unit, "in"))
		return 1440000;
	if (pk_str_is(unit, "pc"))
		return 240000;
	if (pk_str_is(unit, "px"))
		return 15000;
	return 20000;
}

int32_t pk_length_within(int64_t twips)
{
	return (int32_t)(twips > FARTHEST ? FARTHEST : twips < -FARTHEST ? -FARTHEST : twips);
}

uint16_t pk_size_within(int64_t half_points)
{
	return (uint16_t)(half_points > LARGEST ? LARGEST : half_points < 1 ? 1 : half_points);
}

int16_t pk_spacing_within(int64_t twips)
{
	return (int16_t)(twips > WIDEST ? WIDEST : twips < -WIDEST ? -WIDEST : twips);
}

int32_t pk_length(struct pk_str s)
{
	int64_t whole = 0, scale = 1;
	bool negative = s.n > 0 && s.p[0] == '-', fraction = false;
	size_t i = negative ? 1 : 0;

	for (; i < s.n && ((s.p[i] >= '0' && s.p[i] <= '9') || s.p[i] == '.'); i++) {
		if (s.p[i] == '.') {
			fraction = true;
		} else if (whole < 100000000 && scale < 1000000) {
			whole = whole * 10 + (s.p[i] - '0');
			scale *= fraction ? 10 : 1;
		}
	}
	whole = (whole * per_unit(pk_str_slice(s, i, s.n)) / scale + 500) / 1000;
	return pk_length_within(negative ? -whole : whole);
}
