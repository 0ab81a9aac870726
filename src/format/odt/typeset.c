#include "format/odt/typeset.h"

#include "format/odt/lists.h"
#include "xml/tree.h"

/* A paragraph style being resolved. Padding counts only where a line stands. */
struct resolving {
	struct pk_job *job;
	const struct odt_styles *s;
	struct pk_typeset set;
	struct pk_flow_paragraph plain;           /* as the default style has it */
	int32_t line_top, line_bottom, padding_top, padding_bottom;
	bool own_indent;          /* an automatic style set the indent */
	struct pk_str list;       /* style:list-style-name */
	struct pk_str master;     /* style:master-page-name */
};

struct odt_memo {
	struct odt_resolved {
		const struct pk_xml *style;
		struct resolving resolving;
	} *v;
	size_t n, room;
};

bool odt_memo_new(struct pk_job *job, struct odt_memo **ret)
{
	*ret = pk_new(job, struct odt_memo, 1);
	return *ret != NULL;
}

const struct pk_xml *odt_child(const struct pk_xml *node, const char *name)
{
	return node == NULL ? NULL : pk_xml_child(node, name);
}

/* --- finding --- */

const struct odt_container *odt_autos(const struct odt_styles *s, const struct pk_xml *node)
{
	while (node != NULL && node->parent != NULL)
		node = node->parent;
	return node == s->styles ? &s->styles_autos : &s->content_autos;
}

/* Styles of other families may have the name too. */
static const struct pk_xml *find_in(const struct odt_container *container, const char *family,
		struct pk_str name)
{
	const struct pk_xml_index *styles = &container->styles;

	for (size_t i = pk_xml_index_find(styles, name);
			i < styles->n && pk_str_eq(styles->v[i].value, name); i++) {
		if (pk_str_is(pk_xml_get(styles->v[i].node, "style:family"), family))
			return styles->v[i].node;
	}
	return NULL;
}

const struct pk_xml *odt_find_style(const struct odt_styles *s,
		const struct odt_container *autos, const char *family, struct pk_str name)
{
	const struct pk_xml *found = find_in(autos, family, name);

	return found != NULL ? found : find_in(&s->common, family, name);
}

size_t odt_chain(const struct odt_styles *s, const struct pk_xml *style,
		const struct pk_xml *ret[ODT_DEEPEST])
{
	size_t n = 0;

	while (style != NULL && n < ODT_DEEPEST) {
		struct pk_str parent = pk_xml_get(style, "style:parent-style-name");
		struct pk_str family = pk_xml_get(style, "style:family");

		ret[n++] = style;
		style = parent.n == 0 ? NULL : find_in(&s->common,
				pk_str_is(family, "text") ? "text" : "paragraph", parent);
	}
	return n;
}

const struct pk_xml *odt_default_style(const struct odt_styles *s, const char *family)
{
	const struct pk_xml *n = s->common.root == NULL ? NULL : s->common.root->first;

	while (n != NULL && !(pk_xml_is(n, "style:default-style") &&
			pk_str_is(pk_xml_get(n, "style:family"), family)))
		n = n->next;
	return n;
}

/* --- lengths --- */

static bool is_percent(struct pk_str s)
{
	return pk_str_ends(s, PK_STR("%"));
}

/* A length that is there; percentages of a parent are left as they are. */
static void length(const struct pk_xml *node, const char *name, int32_t *value)
{
	struct pk_str s = pk_xml_get(node, name);

	if (s.n > 0 && !is_percent(s))
		*value = pk_length(s);
}

static void is_word(const struct pk_xml *node, const char *name, const char *word, bool *value)
{
	struct pk_str s = pk_xml_get(node, name);

	if (s.n > 0)
		*value = pk_str_is(s, word);
}

/* Hundredths of a percentage: "120%" of 240 is 288. */
static int32_t percent_of(struct pk_str s, int32_t whole)
{
	/* As a length without a unit the number is counted in points: 20 to each. */
	int32_t twentieths = pk_length(pk_str_slice(s, 0, s.n - 1));

	return (int32_t)(((int64_t)twentieths * whole + 1000) / 2000);
}

int32_t odt_line(struct pk_str border)
{
	struct pk_str rest = border, word;

	while (pk_str_next(&rest, ' ', &word)) {
		if (word.n > 0 && ((word.p[0] >= '0' && word.p[0] <= '9') || word.p[0] == '.'))
			return pk_length(word);
	}
	return 0;
}

/* --- characters --- */

static struct pk_str unquoted(struct pk_str family)
{
	struct pk_str first;

	if (!pk_str_next(&family, ',', &first))
		return PK_STR("");
	first = pk_str_trim(first);
	if (first.n >= 2 && (first.p[0] == '\'' || first.p[0] == '"'))
		first = pk_str_slice(first, 1, first.n - 1);
	return first;
}

static struct pk_str family_of(const struct odt_styles *s, struct pk_str face)
{
	const struct pk_xml *roots[] = { s->styles, s->content };

	for (size_t i = 0; i < PK_COUNT(roots); i++) {
		const struct pk_xml *n = odt_child(roots[i], "office:font-face-decls");

		for (n = n == NULL ? NULL : n->first; n != NULL; n = n->next) {
			if (pk_str_eq(pk_xml_get(n, "style:name"), face))
				return unquoted(pk_xml_get(n, "svg:font-family"));
		}
	}
	return face;
}

static void apply_size(struct pk_typeset *set, struct pk_str size)
{
	if (size.n == 0)
		return;
	set->size = pk_size_within(is_percent(size) ? percent_of(size, set->size) :
			(pk_length(size) + 5) / 10);
}

static void apply_text(struct pk_typeset *set, const struct odt_styles *s, const struct pk_xml *text)
{
	struct pk_str weight, value;
	uint32_t number;

	if (text == NULL)
		return;
	value = pk_xml_get(text, "fo:font-family");
	if (value.n > 0)
		set->family = unquoted(value);
	value = pk_xml_get(text, "style:font-name");
	if (value.n > 0)
		set->family = family_of(s, value);
	apply_size(set, pk_xml_get(text, "fo:font-size"));
	weight = pk_xml_get(text, "fo:font-weight");
	if (weight.n > 0)
		set->bold = pk_str_is(weight, "bold") ||
				(pk_str_uint(weight, &number) && number >= 600);
	value = pk_xml_get(text, "fo:font-style");
	if (value.n > 0)
		set->italic = !pk_str_is(value, "normal");
	is_word(text, "fo:text-transform", "uppercase", &set->caps);
	value = pk_xml_get(text, "fo:letter-spacing");
	if (value.n > 0)
		set->spacing = pk_str_is(value, "normal") ? 0 : pk_spacing_within(pk_length(value));
}

void odt_typeset_text(struct pk_typeset *set, const struct odt_styles *s,
		const struct odt_container *autos, struct pk_str name)
{
	const struct pk_xml *chain[ODT_DEEPEST];
	size_t n = odt_chain(s, odt_find_style(s, autos, "text", name), chain);

	while (n-- > 0)
		apply_text(set, s, pk_xml_child(chain[n], "style:text-properties"));
}

/* --- paragraphs --- */

static void apply_line_height(struct pk_flow_paragraph *p, const struct pk_xml *properties)
{
	struct pk_str height = pk_xml_get(properties, "fo:line-height");
	struct pk_str least = pk_xml_get(properties, "style:line-height-at-least");

	if (pk_str_is(height, "normal")) {
		p->line_rule = PK_LINE_TIMES;
		p->line = 240;
	} else if (height.n > 0) {
		p->line_rule = is_percent(height) ? PK_LINE_TIMES : PK_LINE_EXACT;
		p->line = is_percent(height) ? percent_of(height, 240) : pk_length(height);
	}
	if (least.n > 0) {
		p->line_rule = PK_LINE_AT_LEAST;
		p->line = pk_length(least);
	}
}

/* Tab stops are given whole: those of the parent are no more. */
static void apply_tabs(struct pk_job *job, struct pk_typeset *set, const struct pk_xml *stops)
{
	static const char *const kinds[] = { "left", "center", "right", "char" };

	if (stops == NULL)
		return;
	set->paragraph.n_tabs = 0;
	for (const struct pk_xml *t = stops->first; t != NULL; t = t->next) {
		struct pk_flow_tab tab = { .at = pk_length(pk_xml_get(t, "style:position")) };

		for (size_t k = 0; k < PK_COUNT(kinds); k++) {
			if (pk_str_is(pk_xml_get(t, "style:type"), kinds[k]))
				tab.kind = (uint8_t)k;
		}
		if (pk_xml_is(t, "style:tab-stop"))
			pk_typeset_tab(job, set, tab, false);
	}
}

static void apply_borders(struct resolving *r, const struct pk_xml *properties)
{
	static const char *const tops[] = { "fo:border", "fo:border-top" };
	static const char *const bottoms[] = { "fo:border", "fo:border-bottom" };

	length(properties, "fo:padding", &r->padding_top);
	length(properties, "fo:padding", &r->padding_bottom);
	length(properties, "fo:padding-top", &r->padding_top);
	length(properties, "fo:padding-bottom", &r->padding_bottom);
	for (size_t i = 0; i < PK_COUNT(tops); i++) {
		if (pk_xml_get(properties, tops[i]).n > 0)
			r->line_top = odt_line(pk_xml_get(properties, tops[i]));
		if (pk_xml_get(properties, bottoms[i]).n > 0)
			r->line_bottom = odt_line(pk_xml_get(properties, bottoms[i]));
	}
}

/* One side of a paragraph: its own attribute, or the one for all sides. */
static bool side(const struct pk_xml *properties, const char *one, const char *all, int32_t *value)
{
	struct pk_str own = pk_xml_get(properties, one);

	if (own.n == 0 && all != NULL)
		own = pk_xml_get(properties, all);
	if (own.n == 0)
		return false;
	if (!is_percent(own))
		*value = pk_length(own);
	return true;
}

/* LibreOffice keeps the space above and below together, and likewise the three indents: a style that
 * sets one of them takes the others from the default style, not from its parent. */
static void apply_margins(struct resolving *r, const struct pk_xml *properties)
{
	struct pk_flow_paragraph *p = &r->set.paragraph, whole = r->plain;
	bool spaces = side(properties, "fo:margin-top", "fo:margin", &whole.before);
	bool indents = side(properties, "fo:margin-left", "fo:margin", &whole.left);

	spaces = side(properties, "fo:margin-bottom", "fo:margin", &whole.after) || spaces;
	indents = side(properties, "fo:margin-right", "fo:margin", &whole.right) || indents;
	indents = side(properties, "fo:text-indent", NULL, &whole.first) || indents;
	if (spaces) {
		p->before = whole.before;
		p->after = whole.after;
	}
	if (indents) {
		p->left = whole.left;
		p->right = whole.right;
		p->first = whole.first;
	}
}

static void apply_keeps(struct pk_flow_paragraph *p, const struct pk_xml *properties)
{
	uint32_t lines;

	is_word(properties, "fo:keep-with-next", "always", &p->keep_next);
	is_word(properties, "fo:keep-together", "always", &p->keep_lines);
	is_word(properties, "fo:break-before", "page", &p->page_break);
	is_word(properties, "style:contextual-spacing", "true", &p->contextual);
	if (pk_str_uint(pk_xml_get(properties, "fo:orphans"), &lines))
		p->orphans = (uint8_t)(lines < 10 ? lines : 10);
	if (pk_str_uint(pk_xml_get(properties, "fo:widows"), &lines))
		p->widows = (uint8_t)(lines < 10 ? lines : 10);
}

static void apply_style(struct resolving *r, const struct pk_xml *style)
{
	const struct pk_xml *properties = pk_xml_child(style, "style:paragraph-properties");

	apply_text(&r->set, r->s, pk_xml_child(style, "style:text-properties"));
	if (pk_xml_get(style, "style:list-style-name").p != NULL)
		r->list = pk_xml_get(style, "style:list-style-name");
	/* A new page with a layout of its own begins. */
	if (pk_xml_get(style, "style:master-page-name").n > 0)
		r->set.paragraph.page_break = true;
	if (properties == NULL)
		return;
	apply_margins(r, properties);
	apply_keeps(&r->set.paragraph, properties);
	apply_line_height(&r->set.paragraph, properties);
	apply_borders(r, properties);
	apply_tabs(r->job, &r->set, pk_xml_child(properties, "style:tab-stops"));
	if (style->parent != r->s->common.root)
		r->own_indent = r->own_indent || pk_xml_get(properties, "fo:margin-left").n > 0 ||
				pk_xml_get(properties, "fo:text-indent").n > 0;
}

/* A number for a common style: its place. */
static uint32_t style_number(const struct odt_styles *s, const struct pk_xml *style)
{
	uint32_t n = 1;

	if (style == NULL || s->common.root == NULL)
		return 0;
	for (const struct pk_xml *k = s->common.root->first; k != NULL && k != style; k = k->next)
		n++;
	return n;
}

static struct resolving resolve_chain(struct pk_job *job, const struct odt_styles *s,
		const struct pk_xml *style)
{
	struct resolving r = { .job = job, .s = s,
		.set = { .family = PK_STR("Liberation Serif"), .size = 24 } };
	const struct pk_xml *chain[ODT_DEEPEST], *first = odt_default_style(s, "paragraph");
	size_t n = odt_chain(s, style, chain);

	if (first != NULL)
		apply_style(&r, first);
	r.plain = r.set.paragraph;
	for (size_t i = n; i-- > 0;)
		apply_style(&r, chain[i]);
	for (size_t i = 0; i < n && r.set.paragraph.name == 0; i++) {
		if (chain[i]->parent == s->common.root)
			r.set.paragraph.name = style_number(s, chain[i]);
	}
	for (size_t i = 0; i < n && r.master.p == NULL; i++)
		r.master = pk_xml_get(chain[i], "style:master-page-name");
	return r;
}

static struct resolving resolve(struct pk_job *job, const struct odt_styles *s,
		const struct pk_xml *style)
{
	struct odt_memo *memo = s->memo;
	struct resolving r;

	for (size_t i = 0; i < memo->n; i++)
		if (memo->v[i].style == style)
			return memo->v[i].resolving;
	r = resolve_chain(job, s, style);
	if (pk_grow(job, &memo->v, memo->n, &memo->room))
		memo->v[memo->n++] = (struct odt_resolved){ style, r };
	return r;
}

struct pk_str odt_master_of(
		struct pk_job *job, const struct odt_styles *s, const struct pk_xml *style)
{
	return resolve(job, s, style).master;
}

/* What depends on all of the chain: lines with their padding, tab stops counted from the indent. */
static struct pk_typeset settled(struct resolving *r)
{
	struct pk_flow_paragraph *p = &r->set.paragraph;
	struct pk_flow_tab *tabs = pk_new(r->job, struct pk_flow_tab, p->n_tabs);

	p->border_top = r->line_top > 0 ? r->line_top + r->padding_top : 0;
	p->border_bottom = r->line_bottom > 0 ? r->line_bottom + r->padding_bottom : 0;
	for (size_t i = 0; i < p->n_tabs && tabs != NULL; i++) {
		tabs[i] = p->tabs[i];
		tabs[i].at += r->s->tabs_from_indent ? p->left : 0;
	}
	if (tabs == NULL)
		p->n_tabs = 0;
	p->tabs = tabs;
	return r->set;
}

static void indent(struct resolving *r, struct odt_indent indent)
{
	r->set.labelled = true;
	if (r->own_indent)
		return;
	r->set.paragraph.left = indent.left;
	r->set.paragraph.first = indent.first;
}

struct pk_typeset odt_typeset_named(struct pk_job *job, const struct odt_styles *s,
		struct pk_str name, uint32_t list_level)
{
	struct resolving r = resolve(job, s,
			odt_find_style(s, &s->content_autos, "paragraph", name));

	if (list_level > 0)
		indent(&r, odt_list_indent(odt_list_like(s, r.list.n > 0 ? r.list : name),
				list_level));
	return settled(&r);
}

struct pk_typeset odt_typeset_paragraph(struct pk_job *job, const void *styles,
		const struct pk_xml *p)
{
	const struct odt_styles *s = styles;
	const struct odt_container *autos = odt_autos(s, p);
	struct resolving r = resolve(job, s,
			odt_find_style(s, autos, "paragraph", pk_xml_get(p, "text:style-name")));
	struct odt_place place = odt_list_place(p);

	if (place.level > 0) {
		struct pk_str name = place.style.n > 0 ? place.style : r.list;

		indent(&r, odt_list_indent(odt_list_style(s, autos, name), place.level));
		r.set.labelled = place.labelled;
		if (!place.labelled && !r.own_indent)
			r.set.paragraph.first = 0;
	}
	return settled(&r);
}
