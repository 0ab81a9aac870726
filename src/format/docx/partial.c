/* The blocks of another DOCX template: styles go by their names, since ids differ between files. */
#include "format/docx/dialect.h"

static const struct {
	const char *element, *what;
} refused[] = {
	{ "w:drawing", "bilder" },
	{ "w:pict", "bilder" },
	{ "w:object", "objekt" },
	{ "w:numPr", "listor" },
	{ "w:footnoteReference", "fotnoter" },
	{ "w:endnoteReference", "fotnoter" },
};

static bool check(struct pk_part *part, const struct pk_xml *body, struct pk_str name,
		struct pk_pos at)
{
	for (const struct pk_xml *node = body; node != NULL; node = pk_xml_walk(body, node)) {
		for (size_t i = 0; i < PK_COUNT(refused); i++)
			if (pk_xml_is(node, refused[i].element))
				return pk_partial_refuse(part, name, at, refused[i].what);
		if (pk_xml_get(node, "r:id").n > 0 && pk_xml_is(node, "w:hyperlink"))
			return pk_partial_refuse(part, name, at, "länkar");
	}
	return true;
}

static const struct pk_xml *style_by(
		const struct pk_xml *styles, const char *what, struct pk_str value)
{
	const struct pk_xml *style = styles->first;
	for (; style != NULL; style = style->next) {
		const struct pk_xml *name = pk_xml_child(style, "w:name");
		bool by_id = strcmp(what, "w:styleId") == 0;
		if (!pk_xml_is(style, "w:style") || (!by_id && name == NULL))
			continue;
		if (pk_str_eq(by_id ? pk_xml_get(style, what) : pk_xml_get(name, "w:val"), value))
			return style;
	}
	return NULL;
}

/* The id that this template has for the style that the partial calls id; empty: none. */
static struct pk_str translate(
		const struct pk_xml *theirs, const struct pk_xml *ours, struct pk_str id)
{
	const struct pk_xml *style = style_by(theirs, "w:styleId", id);
	const struct pk_xml *name = style == NULL ? NULL : pk_xml_child(style, "w:name");
	style = name == NULL ? NULL : style_by(ours, "w:name", pk_xml_get(name, "w:val"));
	return style == NULL ? (struct pk_str){ NULL, 0 } : pk_xml_get(style, "w:styleId");
}

static bool is_style(const struct pk_xml *node)
{
	return pk_xml_is(node, "w:pStyle") || pk_xml_is(node, "w:rStyle") ||
	       pk_xml_is(node, "w:tblStyle");
}

static bool is_dropped(const struct pk_xml *node)
{
	return pk_xml_is(node, "w:sectPr") || pk_xml_is(node, "w:bookmarkStart") ||
	       pk_xml_is(node, "w:bookmarkEnd");
}

bool pk_docx_partial(struct pk_part *part, const struct pk_package *from, struct pk_str name,
		struct pk_pos at, struct pk_xml **ret)
{
	const struct pk_part *ours = pk_compile_part(part->c, part->c->styles_name);
	struct pk_xml *root, *body, *styles, *next;
	if (!pk_compile_tree(part->job, from, name, PK_STR("word/document.xml"), &root) ||
			!pk_docx_accept(part->job, root, &part->c->review) ||
			!pk_compile_tree(part->job, from, name, PK_STR("word/styles.xml"), &styles))
		return false;
	body = pk_xml_child(root, "w:body");
	if (body == NULL)
		return pk_fail(part->job, PK_M_TEMPLATE_PART, PK_NOWHERE, name, PK_STR("w:body"));
	if (!check(part, body, name, at))
		return false;
	for (struct pk_xml *node = body; node != NULL; node = next) {
		next = pk_xml_walk(body, node);
		struct pk_str style = { NULL, 0 };
		if (is_style(node))
			style = translate(styles, ours->root, pk_xml_get(node, "w:val"));
		if (style.n > 0) {
			if (!pk_xml_set(part->job, node, PK_STR("w:val"), style))
				return false;
		} else if (is_style(node) || is_dropped(node)) {
			next = pk_xml_skip(body, node);
			pk_xml_remove(node);
		}
	}
	*ret = body;
	return true;
}
