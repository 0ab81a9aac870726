#include "format/docx/typeset.h"

#include "xml/tree.h"

/* Steps of indent for lists whose numbering says nothing. */
enum { STEP = 360, EIGHTH = 8 };

static int32_t number(struct pk_str s, int32_t otherwise)
{
	bool negative = s.n > 0 && s.p[0] == '-';
	uint32_t n;

	if (!pk_str_uint(pk_str_slice(s, negative, s.n), &n))
		return otherwise;
	return negative ? -(int32_t)n : (int32_t)n;
}

int32_t docx_attr(const struct pk_xml *node, const char *name, int32_t otherwise)
{
	return node == NULL ? otherwise : number(pk_xml_get(node, name), otherwise);
}

int32_t docx_length(const struct pk_xml *node, const char *name, int32_t otherwise)
{
	return pk_length_within(docx_attr(node, name, otherwise));
}

const struct pk_xml *docx_child(const struct pk_xml *node, const char *name)
{
	return node == NULL ? NULL : pk_xml_child(node, name);
}

void docx_toggle(const struct pk_xml *parent, const char *name, bool *value)
{
	const struct pk_xml *node = pk_xml_child(parent, name);
	struct pk_str val;

	if (node == NULL)
		return;
	val = pk_xml_get(node, "w:val");
	*value = !(pk_str_is(val, "0") || pk_str_is(val, "false") || pk_str_is(val, "off"));
}

const struct pk_xml *docx_find_style(const struct docx_styles *s, struct pk_str id)
{
	size_t i = id.n == 0 ? s->by_id.n : pk_xml_index_find(&s->by_id, id);

	return i < s->by_id.n ? s->by_id.v[i].node : NULL;
}

const struct pk_xml *docx_default_style(const struct pk_xml *root, const char *type)
{
	for (const struct pk_xml *n = root->first; n != NULL; n = n->next) {
		bool is_default = false;

		if (!pk_xml_is(n, "w:style") || !pk_str_is(pk_xml_get(n, "w:type"), type))
			continue;
		is_default = pk_str_is(pk_xml_get(n, "w:default"), "1") ||
				pk_str_is(pk_xml_get(n, "w:default"), "true");
		if (is_default)
			return n;
	}
	return NULL;
}

size_t docx_chain(const struct docx_styles *s, const struct pk_xml *style,
		const struct pk_xml *ret[DOCX_DEEPEST])
{
	size_t n = 0;

	while (style != NULL && n < DOCX_DEEPEST) {
		const struct pk_xml *based = pk_xml_child(style, "w:basedOn");

		ret[n++] = style;
		style = based == NULL ? NULL : docx_find_style(s, pk_xml_get(based, "w:val"));
	}
	return n;
}

/* --- paragraphs --- */

static void apply_tabs(struct pk_job *job, struct pk_typeset *set, const struct pk_xml *tabs)
{
	static const char *const kinds[] = { "left", "center", "right", "decimal" };

	for (const struct pk_xml *t = tabs == NULL ? NULL : tabs->first; t != NULL; t = t->next) {
		struct pk_str val = pk_xml_get(t, "w:val");
		struct pk_flow_tab tab = { .at = docx_length(t, "w:pos", 0) };

		if (!pk_xml_is(t, "w:tab"))
			continue;
		for (size_t k = 0; k < PK_COUNT(kinds); k++) {
			if (pk_str_is(val, kinds[k]))
				tab.kind = (uint8_t)k;
		}
		if (pk_str_is(val, "end"))
			tab.kind = 2;
		pk_typeset_tab(job, set, tab, pk_str_is(val, "clear"));
	}
}

static void apply_spacing(struct pk_flow_paragraph *p, const struct pk_xml *spacing)
{
	struct pk_str rule;

	if (spacing == NULL)
		return;
	p->before = docx_length(spacing, "w:before", p->before);
	p->after = docx_length(spacing, "w:after", p->after);
	if (pk_xml_get(spacing, "w:line").n == 0)
		return;
	p->line = docx_length(spacing, "w:line", p->line);
	rule = pk_xml_get(spacing, "w:lineRule");
	p->line_rule = pk_str_is(rule, "exact")     ? PK_LINE_EXACT
		       : pk_str_is(rule, "atLeast") ? PK_LINE_AT_LEAST
						    : PK_LINE_TIMES;
}

static void apply_indent(struct pk_flow_paragraph *p, const struct pk_xml *ind)
{
	if (ind == NULL)
		return;
	p->left = docx_length(ind, "w:left", docx_length(ind, "w:start", p->left));
	p->right = docx_length(ind, "w:right", docx_length(ind, "w:end", p->right));
	p->first = docx_length(ind, "w:firstLine", p->first);
	if (pk_xml_get(ind, "w:hanging").n > 0)
		p->first = -docx_length(ind, "w:hanging", 0);
}

static bool is_none(const struct pk_xml *line)
{
	struct pk_str val = pk_xml_get(line, "w:val");

	return pk_str_is(val, "nil") || pk_str_is(val, "none");
}

/* w:sz is in eighths of a point. */
int32_t docx_line(const struct pk_xml *line)
{
	return is_none(line) ? 0 : docx_length(line, "w:sz", 0) * 20 / EIGHTH;
}

/* With the w:space to the text, in points. */
static int32_t border(const struct pk_xml *borders, const char *side, int32_t otherwise)
{
	const struct pk_xml *b = docx_child(borders, side);

	if (b == NULL)
		return otherwise;
	return is_none(b) ? 0 : docx_line(b) + docx_length(b, "w:space", 0) * 20;
}

/* --- numbering --- */

static const struct pk_xml *find_by(const struct pk_xml *in, const char *name, const char *key,
		struct pk_str value)
{
	for (const struct pk_xml *n = in == NULL ? NULL : in->first; n != NULL; n = n->next) {
		if (pk_xml_is(n, name) && pk_str_eq(pk_xml_get(n, key), value))
			return n;
	}
	return NULL;
}

static void apply_level(const struct docx_styles *s, struct pk_typeset *set, struct pk_str num,
		struct pk_str level)
{
	const struct pk_xml *list = docx_child(find_by(s->numbering, "w:num", "w:numId", num),
			"w:abstractNumId");
	const struct pk_xml *lvl;

	if (list == NULL)
		return;
	list = find_by(s->numbering, "w:abstractNum", "w:abstractNumId", pk_xml_get(list, "w:val"));
	lvl = find_by(list, "w:lvl", "w:ilvl", level.n > 0 ? level : PK_STR("0"));
	apply_indent(&set->paragraph, docx_child(docx_child(lvl, "w:pPr"), "w:ind"));
}

/* The level's indents come before those that stand beside w:numPr. */
static void apply_numbering(const struct docx_styles *s, struct pk_typeset *set,
		const struct pk_xml *numpr)
{
	const struct pk_xml *id = docx_child(numpr, "w:numId"), *level = docx_child(numpr, "w:ilvl");
	struct pk_str num;

	if (id == NULL)
		return;
	num = pk_xml_get(id, "w:val");
	set->labelled = !pk_str_is(num, "0");
	apply_level(s, set, num, level == NULL ? PK_STR("") : pk_xml_get(level, "w:val"));
}

static void apply_ppr(struct pk_job *job, const struct docx_styles *s, struct pk_typeset *set,
		const struct pk_xml *ppr)
{
	struct pk_flow_paragraph *p = &set->paragraph;
	bool control = p->widows > 0;

	if (ppr == NULL)
		return;
	docx_toggle(ppr, "w:keepNext", &p->keep_next);
	docx_toggle(ppr, "w:keepLines", &p->keep_lines);
	docx_toggle(ppr, "w:pageBreakBefore", &p->page_break);
	docx_toggle(ppr, "w:contextualSpacing", &p->contextual);
	docx_toggle(ppr, "w:widowControl", &control);
	p->widows = p->orphans = control ? 2 : 0;
	apply_numbering(s, set, pk_xml_child(ppr, "w:numPr"));
	apply_spacing(p, pk_xml_child(ppr, "w:spacing"));
	apply_indent(p, pk_xml_child(ppr, "w:ind"));
	apply_tabs(job, set, pk_xml_child(ppr, "w:tabs"));
	p->border_top = border(pk_xml_child(ppr, "w:pBdr"), "w:top", p->border_top);
	p->border_bottom = border(pk_xml_child(ppr, "w:pBdr"), "w:bottom", p->border_bottom);
}

/* --- characters --- */

static void apply_fonts(struct pk_typeset *set, const struct pk_xml *fonts)
{
	if (fonts == NULL)
		return;
	/* The theme is not read: the fonts of nearly all themes have these widths. */
	if (pk_xml_get(fonts, "w:asciiTheme").n > 0)
		set->family = PK_STR("Calibri");
	else if (pk_xml_get(fonts, "w:ascii").n > 0)
		set->family = pk_xml_get(fonts, "w:ascii");
}

void docx_typeset_rpr(struct pk_typeset *set, const struct pk_xml *rpr)
{
	if (rpr == NULL)
		return;
	docx_toggle(rpr, "w:b", &set->bold);
	docx_toggle(rpr, "w:i", &set->italic);
	docx_toggle(rpr, "w:caps", &set->caps);
	apply_fonts(set, pk_xml_child(rpr, "w:rFonts"));
	set->size = pk_size_within(docx_attr(pk_xml_child(rpr, "w:sz"), "w:val", set->size));
	set->spacing = pk_spacing_within(
			docx_attr(pk_xml_child(rpr, "w:spacing"), "w:val", set->spacing));
}

void docx_typeset_style(struct pk_typeset *set, const struct docx_styles *s, struct pk_str id)
{
	const struct pk_xml *chain[DOCX_DEEPEST];
	size_t n = docx_chain(s, docx_find_style(s, id), chain);

	while (n-- > 0)
		docx_typeset_rpr(set, pk_xml_child(chain[n], "w:rPr"));
}

/* --- all together --- */

static void apply_style(struct pk_job *job, const struct docx_styles *s, struct pk_typeset *set,
		const struct pk_xml *style)
{
	const struct pk_xml *chain[DOCX_DEEPEST];
	size_t n = docx_chain(s, style, chain);

	while (n-- > 0) {
		apply_ppr(job, s, set, pk_xml_child(chain[n], "w:pPr"));
		docx_typeset_rpr(set, pk_xml_child(chain[n], "w:rPr"));
	}
}

static struct pk_typeset default_set(struct pk_job *job, const struct docx_styles *s)
{
	struct pk_typeset set = { .family = PK_STR("Times New Roman"), .size = 20,
		.paragraph = { .widows = 2, .orphans = 2 } };
	const struct pk_xml *defaults = pk_xml_child(s->root, "w:docDefaults");

	apply_ppr(job, s, &set, docx_child(docx_child(defaults, "w:pPrDefault"), "w:pPr"));
	docx_typeset_rpr(&set, docx_child(docx_child(defaults, "w:rPrDefault"), "w:rPr"));
	return set;
}

/* A number for a style: its place among the styles. */
static uint32_t style_number(const struct docx_styles *s, const struct pk_xml *style)
{
	uint32_t n = 1;

	for (const struct pk_xml *k = s->root->first; k != NULL && k != style; k = k->next)
		n++;
	return n;
}

static struct pk_typeset resolve(struct pk_job *job, const struct docx_styles *s,
		const struct pk_xml *table_style, const struct pk_xml *style)
{
	struct pk_typeset set = default_set(job, s);

	apply_style(job, s, &set, table_style);
	apply_style(job, s, &set, style);
	set.paragraph.name = style_number(s, style);
	return set;
}

static struct pk_typeset typeset_in(struct pk_job *job, const struct docx_styles *s,
		const struct pk_xml *table_style, struct pk_str id)
{
	const struct pk_xml *style = docx_find_style(s, id);
	struct docx_memo *memo = s->memo;
	struct pk_typeset set;

	if (style == NULL)
		style = s->default_paragraph;
	for (size_t i = 0; i < memo->n; i++)
		if (memo->v[i].style == style && memo->v[i].table_style == table_style)
			return memo->v[i].set;
	set = resolve(job, s, table_style, style);
	if (pk_grow(job, &memo->v, memo->n, &memo->room))
		memo->v[memo->n++] = (struct docx_styled){ table_style, style, set };
	return set;
}

static struct pk_str num_of_style(const struct docx_styles *s, struct pk_str id)
{
	const struct pk_xml *chain[DOCX_DEEPEST];
	size_t n = docx_chain(s, docx_find_style(s, id), chain);

	for (size_t i = 0; i < n; i++) {
		const struct pk_xml *num = docx_child(docx_child(docx_child(chain[i], "w:pPr"), "w:numPr"), "w:numId");

		if (num != NULL)
			return pk_xml_get(num, "w:val");
	}
	return PK_STR("");
}

struct pk_typeset docx_typeset_named(struct pk_job *job, const struct docx_styles *s,
		struct pk_str id, uint32_t list_level)
{
	struct pk_typeset set = typeset_in(job, s, NULL, id);
	struct pk_str num = num_of_style(s, id);

	if (list_level == 0)
		return set;
	set.labelled = true;
	if (set.paragraph.first == 0) {
		set.paragraph.left += STEP;
		set.paragraph.first = -STEP;
	}
	set.paragraph.left += (int32_t)(list_level - 1) * STEP;
	apply_level(s, &set, num, pk_number(job, list_level - 1));
	return set;
}

/* The style of the table that a paragraph stands in, or NULL. */
static const struct pk_xml *table_style_of(const struct docx_styles *s, const struct pk_xml *p)
{
	const struct pk_xml *style;

	while (p != NULL && !pk_xml_is(p, "w:tbl"))
		p = p->parent;
	if (p == NULL)
		return NULL;
	style = docx_child(docx_child(p, "w:tblPr"), "w:tblStyle");
	if (style != NULL)
		style = docx_find_style(s, pk_xml_get(style, "w:val"));
	return style != NULL ? style : s->default_table;
}

struct pk_typeset docx_typeset_paragraph(struct pk_job *job, const void *styles,
		const struct pk_xml *p)
{
	const struct docx_styles *s = styles;
	const struct pk_xml *ppr = pk_xml_child(p, "w:pPr"), *named = docx_child(ppr, "w:pStyle");
	struct pk_typeset set = typeset_in(job, s, table_style_of(s, p),
			named == NULL ? PK_STR("") : pk_xml_get(named, "w:val"));

	apply_ppr(job, s, &set, ppr);
	return set;
}
