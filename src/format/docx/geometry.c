/* Layout of a DOCX: w:docDefaults, styles by w:basedOn, direct formatting. */
#include "format/common/look.h"

#include "xml/tree.h"

/* Deeper chains of styles are not followed. */
enum { DEEPEST = 16, EIGHTH = 8 };

struct docx_styles {
	const struct pk_xml *root;
	const struct pk_xml *default_paragraph, *default_table;
};

static const struct docx_styles *styles_of(const struct pk_geometry *g)
{
	return g->styles;
}

static int32_t number(struct pk_str s, int32_t otherwise)
{
	bool negative = s.n > 0 && s.p[0] == '-';
	uint32_t n;

	if (!pk_str_uint(pk_str_slice(s, negative, s.n), &n))
		return otherwise;
	return negative ? -(int32_t)n : (int32_t)n;
}

static int32_t attr(const struct pk_xml *node, const char *name, int32_t otherwise)
{
	return node == NULL ? otherwise : number(pk_xml_get(node, name), otherwise);
}

/* <w:b/> is on, <w:b w:val="0"/> off, nothing leaves it as it was. */
static void toggle(const struct pk_xml *parent, const char *name, bool *value)
{
	const struct pk_xml *node = pk_xml_child(parent, name);
	struct pk_str val;

	if (node == NULL)
		return;
	val = pk_xml_get(node, "w:val");
	*value = !(pk_str_is(val, "0") || pk_str_is(val, "false") || pk_str_is(val, "off"));
}

static const struct pk_xml *find_style(const struct docx_styles *s, struct pk_str id)
{
	for (const struct pk_xml *n = s->root->first; n != NULL; n = n->next) {
		if (pk_xml_is(n, "w:style") && pk_str_eq(pk_xml_get(n, "w:styleId"), id))
			return n;
	}
	return NULL;
}

static const struct pk_xml *default_style(const struct pk_xml *root, const char *type)
{
	for (const struct pk_xml *n = root->first; n != NULL; n = n->next) {
		if (pk_xml_is(n, "w:style") && pk_str_is(pk_xml_get(n, "w:type"), type) &&
				(pk_str_is(pk_xml_get(n, "w:default"), "1") ||
				 pk_str_is(pk_xml_get(n, "w:default"), "true")))
			return n;
	}
	return NULL;
}

static void apply_tabs(struct pk_job *job, struct pk_look *look, const struct pk_xml *tabs)
{
	static const char *const kinds[] = { "left", "center", "right", "decimal" };

	for (const struct pk_xml *t = tabs == NULL ? NULL : tabs->first; t != NULL; t = t->next) {
		struct pk_str val = pk_xml_get(t, "w:val");
		struct pk_flow_tab tab = { .at = attr(t, "w:pos", 0) };

		for (uint8_t k = 0; k < PK_COUNT(kinds); k++) {
			if (pk_str_is(val, kinds[k]))
				tab.kind = k;
		}
		pk_look_tab(job, look, tab, pk_str_is(val, "clear"));
	}
}

static void apply_spacing(struct pk_flow_paragraph *p, const struct pk_xml *spacing)
{
	struct pk_str rule;

	if (spacing == NULL)
		return;
	p->before = attr(spacing, "w:before", p->before);
	p->after = attr(spacing, "w:after", p->after);
	if (pk_xml_get(spacing, "w:line").n == 0)
		return;
	p->line = attr(spacing, "w:line", p->line);
	rule = pk_xml_get(spacing, "w:lineRule");
	p->line_rule = pk_str_is(rule, "exact") ? PK_LINE_EXACT :
			pk_str_is(rule, "atLeast") ? PK_LINE_AT_LEAST : PK_LINE_TIMES;
}

static void apply_indent(struct pk_flow_paragraph *p, const struct pk_xml *ind)
{
	if (ind == NULL)
		return;
	p->left = attr(ind, "w:left", attr(ind, "w:start", p->left));
	p->right = attr(ind, "w:right", attr(ind, "w:end", p->right));
	p->first = attr(ind, "w:firstLine", p->first);
	if (pk_xml_get(ind, "w:hanging").n > 0)
		p->first = -attr(ind, "w:hanging", 0);
}

/* w:sz is in eighths of a point, w:space in points. */
static int32_t border(const struct pk_xml *borders, const char *side, int32_t otherwise)
{
	const struct pk_xml *b = borders == NULL ? NULL : pk_xml_child(borders, side);
	struct pk_str val;

	if (b == NULL)
		return otherwise;
	val = pk_xml_get(b, "w:val");
	if (pk_str_is(val, "nil") || pk_str_is(val, "none"))
		return 0;
	return attr(b, "w:sz", 0) * 20 / EIGHTH + attr(b, "w:space", 0) * 20;
}

static void apply_ppr(struct pk_job *job, struct pk_look *look, const struct pk_xml *ppr)
{
	struct pk_flow_paragraph *p = &look->paragraph;
	bool control = p->widows > 0;

	if (ppr == NULL)
		return;
	toggle(ppr, "w:keepNext", &p->keep_next);
	toggle(ppr, "w:keepLines", &p->keep_lines);
	toggle(ppr, "w:pageBreakBefore", &p->page_break);
	toggle(ppr, "w:contextualSpacing", &p->contextual);
	toggle(ppr, "w:widowControl", &control);
	p->widows = p->orphans = control ? 2 : 0;
	apply_spacing(p, pk_xml_child(ppr, "w:spacing"));
	apply_indent(p, pk_xml_child(ppr, "w:ind"));
	apply_tabs(job, look, pk_xml_child(ppr, "w:tabs"));
	p->border_top = border(pk_xml_child(ppr, "w:pBdr"), "w:top", p->border_top);
	p->border_bottom = border(pk_xml_child(ppr, "w:pBdr"), "w:bottom", p->border_bottom);
}

static void apply_rpr(struct pk_look *look, const struct pk_xml *rpr)
{
	const struct pk_xml *fonts;

	if (rpr == NULL)
		return;
	toggle(rpr, "w:b", &look->bold);
	toggle(rpr, "w:i", &look->italic);
	toggle(rpr, "w:caps", &look->caps);
	fonts = pk_xml_child(rpr, "w:rFonts");
	if (fonts != NULL && pk_xml_get(fonts, "w:ascii").n > 0)
		look->family = pk_xml_get(fonts, "w:ascii");
	look->size = (uint16_t)attr(pk_xml_child(rpr, "w:sz"), "w:val", look->size);
	look->spacing = (int16_t)attr(pk_xml_child(rpr, "w:spacing"), "w:val", look->spacing);
}

/* The chain of a style, from the one that all is based on. */
static void apply_style(struct pk_job *job, const struct docx_styles *s, struct pk_look *look,
		const struct pk_xml *style)
{
	const struct pk_xml *chain[DEEPEST];
	size_t n = 0;

	while (style != NULL && n < DEEPEST) {
		const struct pk_xml *based = pk_xml_child(style, "w:basedOn");

		chain[n++] = style;
		style = based == NULL ? NULL : find_style(s, pk_xml_get(based, "w:val"));
	}
	while (n-- > 0) {
		apply_ppr(job, look, pk_xml_child(chain[n], "w:pPr"));
		apply_rpr(look, pk_xml_child(chain[n], "w:rPr"));
	}
}

static struct pk_look default_look(struct pk_job *job, const struct docx_styles *s)
{
	struct pk_look look = { .family = PK_STR("Times New Roman"), .size = 20,
		.paragraph = { .widows = 2, .orphans = 2 } };
	const struct pk_xml *defaults = pk_xml_child(s->root, "w:docDefaults"), *part;

	if (defaults == NULL)
		return look;
	part = pk_xml_child(defaults, "w:pPrDefault");
	apply_ppr(job, &look, part == NULL ? NULL : pk_xml_child(part, "w:pPr"));
	part = pk_xml_child(defaults, "w:rPrDefault");
	apply_rpr(&look, part == NULL ? NULL : pk_xml_child(part, "w:rPr"));
	return look;
}

/* A number for a style: its place among the styles. */
static uint32_t style_number(const struct docx_styles *s, const struct pk_xml *style)
{
	uint32_t n = 1;

	for (const struct pk_xml *k = s->root->first; k != NULL && k != style; k = k->next)
		n++;
	return n;
}

static struct pk_look look_of(struct pk_job *job, const struct docx_styles *s, struct pk_str id)
{
	const struct pk_xml *style = id.n == 0 ? NULL : find_style(s, id);
	struct pk_look look = default_look(job, s);

	if (style == NULL)
		style = s->default_paragraph;
	apply_style(job, s, &look, style);
	look.paragraph.name = style_number(s, style);
	return look;
}

static struct pk_look look_of_paragraph(struct pk_job *job, const struct docx_styles *s,
		const struct pk_xml *p)
{
	const struct pk_xml *ppr = pk_xml_child(p, "w:pPr");
	const struct pk_xml *named = ppr == NULL ? NULL : pk_xml_child(ppr, "w:pStyle");
	struct pk_look look = look_of(job, s,
			named == NULL ? PK_STR("") : pk_xml_get(named, "w:val"));

	apply_ppr(job, &look, ppr);
	return look;
}

static uint16_t paragraph(struct pk_job *job, struct pk_geometry *g, const struct pk_xml *p)
{
	struct pk_look look = look_of_paragraph(job, styles_of(g), p);

	return pk_look_paragraph(job, g, &look);
}

static uint16_t named(struct pk_job *job, struct pk_geometry *g, struct pk_str style,
		uint32_t list_level)
{
	struct pk_look look = look_of(job, styles_of(g), style);

	(void)list_level;   /* list styles carry their own indents */
	return pk_look_paragraph(job, g, &look);
}

static uint16_t run(struct pk_job *job, struct pk_geometry *g, const struct pk_xml *p,
		const struct pk_xml *r)
{
	const struct docx_styles *s = styles_of(g);
	struct pk_look look = look_of_paragraph(job, s, p);
	const struct pk_xml *rpr = r == NULL ? NULL : pk_xml_child(r, "w:rPr"), *character;

	if (rpr != NULL) {
		character = pk_xml_child(rpr, "w:rStyle");
		if (character != NULL)
			apply_style(job, s, &look, find_style(s, pk_xml_get(character, "w:val")));
		apply_rpr(&look, rpr);
	}
	return pk_look_char(job, g, &look);
}

/* The character style is laid over what the paragraph style left in the geometry. */
static uint16_t styled(struct pk_job *job, struct pk_geometry *g, uint16_t paragraph_style,
		struct pk_str character)
{
	const struct docx_styles *s = styles_of(g);
	struct pk_look plain = { 0 }, look;
	struct pk_flow_char c = g->chars[g->paragraphs[paragraph_style].character];
	uint16_t index;

	apply_style(job, s, &plain, find_style(s, character));
	look = plain;
	look.size = plain.size > 0 ? plain.size : c.size;
	if (look.family.n == 0)
		look.family = PK_STR("Carlito");
	index = pk_look_char(job, g, &look);
	if (plain.family.n > 0 || index == 0)
		return index;
	/* The family is the paragraph's: only weight and slant come from the style. */
	c.font = pk_font_with(c.font, plain.bold, plain.italic);
	c.size = look.size;
	return pk_geometry_char(job, g, &c);
}
