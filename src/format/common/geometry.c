#include "format/common/geometry.h"

#include "format/common/look.h"
#include "pages/widths.h"

enum { MOST = 60000 };

static bool same_char(const struct pk_flow_char *a, const struct pk_flow_char *b)
{
	return a->font == b->font && a->caps == b->caps && a->size == b->size &&
			a->spacing == b->spacing;
}

uint16_t pk_look_char(struct pk_job *job, struct pk_geometry *g, const struct pk_look *look)
{
	struct pk_flow_char c = {
		.font = pk_font_find(look->family, look->bold, look->italic, NULL),
		.caps = look->caps,
		.size = look->size,
		.spacing = look->spacing,
	};

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
			a->name == b->name;
}

uint16_t pk_look_paragraph(struct pk_job *job, struct pk_geometry *g, struct pk_look *look)
{
	look->paragraph.character = pk_look_char(job, g, look);
	for (size_t i = 0; i < g->n_paragraphs; i++) {
		if (same_paragraph(&g->paragraphs[i], &look->paragraph))
			return (uint16_t)i;
	}
	if (g->n_paragraphs >= MOST ||
			!pk_grow(job, &g->paragraphs, g->n_paragraphs, &g->paragraphs_room))
		return 0;
	g->paragraphs[g->n_paragraphs] = look->paragraph;
	return (uint16_t)g->n_paragraphs++;
}

void pk_look_tab(struct pk_job *job, struct pk_look *look, struct pk_flow_tab tab, bool clear)
{
	size_t n = look->paragraph.n_tabs, to = 0, i = 0;
	struct pk_flow_tab *tabs = pk_new(job, struct pk_flow_tab, n + 1);

	if (tabs == NULL)
		return;
	for (; i < n && look->paragraph.tabs[i].at < tab.at; i++)
		tabs[to++] = look->paragraph.tabs[i];
	if (!clear)
		tabs[to++] = tab;
	for (; i < n; i++) {
		if (look->paragraph.tabs[i].at != tab.at)
			tabs[to++] = look->paragraph.tabs[i];
	}
	look->paragraph.tabs = tabs;
	look->paragraph.n_tabs = to;
}

int32_t pk_look_line_height(const struct pk_look *look)
{
	uint8_t font = pk_font_find(look->family, look->bold, look->italic, NULL);
	int32_t natural = (int32_t)(((int64_t)pk_font_line(font) * look->size * 10 + PK_EM / 2) / PK_EM);
	const struct pk_flow_paragraph *p = &look->paragraph;

	switch ((enum pk_line_rule)p->line_rule) {
	case PK_LINE_EXACT:
		return p->line;
	case PK_LINE_AT_LEAST:
		return natural > p->line ? natural : p->line;
	case PK_LINE_TIMES:
	default:
		return p->line == 0 ? natural : (natural * p->line + 120) / 240;
	}
}

uint32_t pk_geometry_add_table(struct pk_job *job, struct pk_geometry *g,
		const struct pk_flow_table *table)
{
	if (!pk_grow(job, &g->tables, g->n_tables, &g->tables_room))
		return 0;
	g->tables[g->n_tables] = *table;
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
	return (int32_t)(negative ? -whole : whole);
}
