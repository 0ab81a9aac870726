/* Paragraph styles of DOCX: which are headings, and which bring a list along. */
#include "format/docx/dialect.h"

#include <stdlib.h>

/* How long a chain of styles based on each other is followed. */
enum { CHAIN = 16 };

static struct pk_str value_in(const struct pk_xml *node, const char *child)
{
	const struct pk_xml *found = node == NULL ? NULL : pk_xml_child(node, child);
	return found == NULL ? (struct pk_str){ NULL, 0 } : pk_xml_get(found, "w:val");
}

/* What the style itself says of its level: its name, or a property. 0: nothing, 10: no heading. */
static uint32_t own_level(const struct pk_xml *style)
{
	struct pk_str name = value_in(style, "w:name");
	uint32_t level;
	if (pk_str_uint(value_in(pk_xml_child(style, "w:pPr"), "w:outlineLvl"), &level))
		return level + 1;
	if (pk_str_starts(name, PK_STR("heading ")) &&
			pk_str_uint(pk_str_slice(name, 8, name.n), &level))
		return level;
	return 0;
}

static int compare(const void *a, const void *b)
{
	const struct pk_style *x = a, *y = b;
	return pk_str_cmp(x->id, y->id);
}

/* The style of that id, or NULL. */
static const struct pk_style *style_of(const struct pk_compiler *c, struct pk_str id)
{
	struct pk_style key = { .id = id };
	if (c->n_styles == 0 || id.n == 0)
		return NULL;
	return bsearch(&key, c->styles, c->n_styles, sizeof(key), compare);
}

/* The outline level of a style or of those that it is based on; 0: none. */
static uint32_t heading_of(const struct pk_compiler *c, const struct pk_style *style)
{
	for (int i = 0; i < CHAIN && style != NULL; i++) {
		if (style->level > 0)
			return style->level <= 9 ? style->level : 0;
		style = style_of(c, style->base);
	}
	return 0;
}

bool pk_docx_styles(struct pk_compiler *c, const struct pk_xml *styles)
{
	for (const struct pk_xml *style = styles->first; style != NULL; style = style->next) {
		if (!pk_xml_is(style, "w:style") ||
				!pk_str_is(pk_xml_get(style, "w:type"), "paragraph"))
			continue;
		if (!pk_grow(c->job, &c->styles, c->n_styles, &c->styles_room))
			return false;
		c->styles[c->n_styles++] = (struct pk_style){ .id = pk_xml_get(style, "w:styleId"),
			.base = value_in(style, "w:basedOn"),
			.level = own_level(style),
			.node = style };
	}
	if (c->n_styles > 1)
		qsort(c->styles, c->n_styles, sizeof(*c->styles), compare);
	for (size_t i = 0; i < c->n_styles; i++)
		c->styles[i].heading = heading_of(c, &c->styles[i]);
	return true;
}

uint32_t pk_docx_style_level(const struct pk_compiler *c, struct pk_str id)
{
	const struct pk_style *style = style_of(c, id);
	return style == NULL ? 0 : style->heading;
}

/* The numbering that a style brings along, and the indent that goes with it. */
struct numbering {
	const struct pk_xml *number, *indent;
};

static bool find_numbering(const struct pk_compiler *c, struct pk_str id, struct numbering *ret)
{
	const struct pk_style *style = style_of(c, id);
	*ret = (struct numbering){ NULL, NULL };
	for (int i = 0; i < CHAIN && style != NULL && ret->number == NULL; i++) {
		const struct pk_xml *properties = pk_xml_child(style->node, "w:pPr");
		if (properties != NULL) {
			ret->number = pk_xml_child(properties, "w:numPr");
			if (ret->indent == NULL)
				ret->indent = pk_xml_child(properties, "w:ind");
		}
		style = style_of(c, style->base);
	}
	struct pk_str number = value_in(ret->number, "w:numId");
	return number.n > 0 && !pk_str_is(number, "0");
}

struct pk_xml *pk_docx_place_in(const struct pk_xml *properties, const char *const *before)
{
	struct pk_xml *child = properties->first;
	for (const struct pk_xml *next = child; next != NULL; next = next->next)
		for (const char *const *name = before; *name != NULL; name++)
			if (pk_xml_is(next, *name))
				child = next->next;
	return child;
}

static bool insert_copy(struct pk_job *job, struct pk_xml *properties, const struct pk_xml *what,
		const char *const *before)
{
	struct pk_xml *copy;
	if (!pk_tree_copy(job, what, &copy))
		return false;
	pk_xml_insert(properties, copy, pk_docx_place_in(properties, before));
	return true;
}

/* A list that comes from a style counts through the whole document: an item that repeats says its
 * number itself, so that it can be another one in each turn. */
static bool settle_item(struct pk_part *part, struct pk_xml *p)
{
	static const char *const before_number[] = { "w:pStyle", "w:keepNext", "w:keepLines",
		"w:pageBreakBefore", "w:framePr", "w:widowControl", NULL };
	static const char *const before_indent[] = { "w:pStyle", "w:keepNext", "w:keepLines",
		"w:pageBreakBefore", "w:framePr", "w:widowControl", "w:numPr",
		"w:suppressLineNumbers", "w:pBdr", "w:shd", "w:tabs", "w:suppressAutoHyphens",
		"w:kinsoku", "w:wordWrap", "w:overflowPunct", "w:topLinePunct", "w:autoSpaceDE",
		"w:autoSpaceDN", "w:bidi", "w:adjustRightInd", "w:snapToGrid", "w:spacing", NULL };
	struct pk_xml *properties = pk_xml_child(p, "w:pPr");
	struct pk_str style = value_in(properties, "w:pStyle");
	struct numbering numbering;
	if (style.n == 0 || pk_xml_child(properties, "w:numPr") != NULL ||
			part->dialect->heading(part, p) > 0 ||
			!find_numbering(part->c, style, &numbering))
		return true;
	/* A number that stands in the paragraph brings its list's indent: the style's must win. */
	if (numbering.indent != NULL && pk_xml_child(properties, "w:ind") == NULL &&
			!insert_copy(part->job, properties, numbering.indent, before_indent))
		return false;
	return insert_copy(part->job, properties, numbering.number, before_number);
}

bool pk_docx_settle(struct pk_part *part)
{
	struct pk_tagged *section = NULL;
	for (struct pk_xml *node = part->root; node != NULL; node = pk_xml_walk(part->root, node)) {
		const struct pk_tagged *tagged = pk_tagged_of(node);
		struct pk_xml *p = tagged != NULL && tagged->alone ? tagged->paragraph : node;
		section = pk_ids_section(section, node);
		if (pk_xml_is(p, "w:p") && pk_ids_turning(section) != NULL && !settle_item(part, p))
			return false;
	}
	return true;
}
