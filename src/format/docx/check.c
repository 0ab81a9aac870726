/* What a DOCX template says about itself, for the checks. */
#include "format/common/check.h"
#include "format/docx/links.h"
#include "package/package.h"

static const char *const headers[] = { "w:hdr", NULL };
static const char *const footers[] = { "w:ftr", NULL };

static const struct pk_xml *below(const struct pk_xml *node, const char *child, const char *grand)
{
	node = node == NULL ? NULL : pk_xml_child(node, child);
	return node == NULL || grand == NULL ? node : pk_xml_child(node, grand);
}

static bool has_words(const struct pk_xml *node, const char *attr)
{
	return pk_str_trim(pk_xml_get(node, attr)).n > 0;
}

/* Word's own mark stands deep in an extension of the picture's properties. */
static bool is_decorative(const struct pk_xml *properties)
{
	const struct pk_xml *node = properties;

	for (; node != NULL; node = pk_xml_walk(properties, node))
		if (node->kind == PK_XML_ELEMENT &&
				pk_str_ends(node->name, PK_STR(":decorative")) &&
				pk_str_is(pk_xml_get(node, "val"), "1"))
			return true;
	return false;
}

static bool holds(const struct pk_xml *root, const char *name)
{
	for (const struct pk_xml *node = root; node != NULL; node = pk_xml_walk(root, node))
		if (pk_xml_is(node, name))
			return true;
	return false;
}

/* What old programs are shown instead of a drawing is no picture of its own. */
static bool is_fallback(const struct pk_xml *node)
{
	for (; node != NULL; node = node->parent)
		if (pk_xml_is(node, "mc:Fallback"))
			return true;
	return false;
}

static bool mute(const struct pk_xml *node)
{
	if (pk_xml_is(node, "v:shape")) {
		const struct pk_xml *data = pk_xml_child(node, "v:imagedata");

		return data != NULL && pk_xml_get(node, "alt").p == NULL &&
		       !has_words(data, "o:title") && !is_fallback(node);
	}
	return pk_xml_is(node, "wp:docPr") && holds(node->parent, "pic:pic") &&
	       !has_words(node, "descr") && !has_words(node, "title") && !is_decorative(node) &&
	       !is_fallback(node);
}

static struct pk_str language_of(const struct pk_xml *properties)
{
	const struct pk_xml *found = properties == NULL ? NULL : pk_xml_child(properties, "w:lang");

	return found == NULL ? PK_STR("") : pk_xml_get(found, "w:val");
}

static const struct pk_xml *default_properties(const struct pk_xml *styles)
{
	return below(pk_xml_child(styles, "w:docDefaults"), "w:rPrDefault", "w:rPr");
}

/* The default paragraph style goes before the defaults of the document. */
static struct pk_str language(const struct pk_xml *styles)
{
	struct pk_str found = PK_STR("");

	for (const struct pk_xml *s = styles->first; s != NULL; s = s->next)
		if (pk_xml_is(s, "w:style") && pk_str_is(pk_xml_get(s, "w:type"), "paragraph") &&
				pk_xml_get(s, "w:default").n > 0)
			found = language_of(pk_xml_child(s, "w:rPr"));
	return found.n > 0 ? found : language_of(default_properties(styles));
}

/* --- fonts --- */

/* What a style that names no font itself may ask for: headings, text. */
struct theme {
	struct pk_str major, minor;
};

static bool read_theme(struct pk_compiler *c, struct theme *ret)
{
	struct pk_str name = PK_STR("word/theme/theme1.xml");
	struct pk_xml *root;

	*ret = (struct theme){ { NULL, 0 }, { NULL, 0 } };
	if (pk_package_find(c->in, name) < 0)
		return true;
	if (!pk_compile_tree(c->job, c->in, c->options->name, name, &root))
		return false;
	for (const struct pk_xml *node = root; node != NULL; node = pk_xml_walk(root, node)) {
		if (!pk_xml_is(node, "a:latin"))
			continue;
		if (pk_xml_is(node->parent, "a:majorFont"))
			ret->major = pk_xml_get(node, "typeface");
		else if (pk_xml_is(node->parent, "a:minorFont"))
			ret->minor = pk_xml_get(node, "typeface");
	}
	return true;
}

static void put_fonts(const struct theme *theme, const struct pk_xml *fonts, struct pk_out *out)
{
	static const char *const attrs[][2] = { { "w:asciiTheme", "w:ascii" },
		{ "w:hAnsiTheme", "w:hAnsi" } };

	for (size_t i = 0; fonts != NULL && i < PK_COUNT(attrs); i++) {
		struct pk_str of_theme = pk_xml_get(fonts, attrs[i][0]);

		if (of_theme.n == 0)
			pk_check_put_font(out, pk_xml_get(fonts, attrs[i][1]));
		else
			pk_check_put_font(out, pk_str_starts(of_theme, PK_STR("major"))
							       ? theme->major
							       : theme->minor);
	}
}

static const struct pk_xml *style_of(const struct pk_xml *styles, struct pk_str id)
{
	const struct pk_xml *style = id.n == 0 ? NULL : styles->first;

	while (style != NULL && !pk_str_eq(pk_xml_get(style, "w:styleId"), id))
		style = style->next;
	return style;
}

/* The style and those that it is based on. */
static void put_style(const struct theme *theme, const struct pk_xml *styles, struct pk_str id,
		struct pk_out *out)
{
	enum { CHAIN = 16 };
	const struct pk_xml *style = style_of(styles, id), *base;

	for (int i = 0; i < CHAIN && style != NULL; i++) {
		put_fonts(theme, below(style, "w:rPr", "w:rFonts"), out);
		base = pk_xml_child(style, "w:basedOn");
		style = base == NULL ? NULL : style_of(styles, pk_xml_get(base, "w:val"));
	}
}

/* Where fonts are looked for. */
struct looking {
	const struct theme *theme;
	const struct pk_xml *styles;
	struct pk_out *out;
};

static void look_in(const struct looking *l, const struct pk_xml *root)
{
	for (const struct pk_xml *node = root; node != NULL; node = pk_xml_walk(root, node)) {
		/* How the mark of a paragraph looks is not seen. */
		bool mark = node->parent != NULL && pk_xml_is(node->parent->parent, "w:pPr");

		if (pk_xml_is(node, "w:rFonts") && !mark)
			put_fonts(l->theme, node, l->out);
		else if ((pk_xml_is(node, "w:rStyle") && !mark) || pk_xml_is(node, "w:pStyle"))
			put_style(l->theme, l->styles, pk_xml_get(node, "w:val"), l->out);
	}
}

/* Fonts of single words, of their styles and of the theme. The runs of tags are no longer there. */
static bool fonts(struct pk_compiler *c, const struct pk_xml *styles, struct pk_out *out)
{
	struct theme theme;
	const struct looking l = { &theme, styles, out };

	if (!read_theme(c, &theme))
		return false;
	put_fonts(&theme, below(default_properties(styles), "w:rFonts", NULL), out);
	for (size_t i = 0; i < c->n_parts; i++) {
		const struct pk_part *part = c->parts[i];

		if (part->story)
			look_in(&l, part->root);
		for (size_t k = 0; k < part->n_tags; k++)
			look_in(&l, part->tags[k]->alone ? part->tags[k]->paragraph
							 : part->tags[k]->run);
	}
	return true;
}

/* --- the foot of the page --- */

/* By which the main part refers to a part of headers or footers; empty: not at all. */
static struct pk_str reference_to(struct pk_compiler *c, const struct pk_xml *links,
		struct pk_str part)
{
	struct pk_str target;

	for (const struct pk_xml *link = links->first; link != NULL; link = link->next)
		if (pk_links_target(c->job, c->parts[0]->name, link, &target) &&
				pk_str_eq(target, part))
			return pk_xml_get(link, "Id");
	return PK_STR("");
}

static const struct pk_part *part_of(struct pk_compiler *c, const struct pk_xml *links, struct pk_str id)
{
	struct pk_str target;

	for (const struct pk_xml *link = links->first; link != NULL; link = link->next)
		if (pk_str_eq(pk_xml_get(link, "Id"), id) &&
				pk_links_target(c->job, c->parts[0]->name, link, &target))
			return pk_compile_part(c, target);
	return NULL;
}

/* The footer of the same kind of pages, where the text first refers to the header. */
static bool footer(struct pk_compiler *c, const struct pk_xml *header, const struct pk_xml **ret)
{
	const struct pk_xml *body = c->parts[0]->root, *node = body, *foot;
	const struct pk_part *part = NULL;
	struct pk_str name, id = PK_STR("");
	struct pk_xml *links;

	*ret = NULL;
	if (!pk_links_part(c->job, c->parts[0]->name, &name) ||
			!pk_compile_tree(c->job, c->in, c->options->name, name, &links))
		return false;
	for (size_t i = 0; i < c->n_parts; i++)
		if (c->parts[i]->root == header)
			id = reference_to(c, links, c->parts[i]->name);
	while (node != NULL && !(pk_xml_is(node, "w:headerReference") &&
					       pk_str_eq(pk_xml_get(node, "r:id"), id)))
		node = pk_xml_walk(body, node);
	for (foot = node == NULL ? NULL : node->parent->first; foot != NULL; foot = foot->next)
		if (pk_xml_is(foot, "w:footerReference") &&
				pk_str_eq(pk_xml_get(foot, "w:type"), pk_xml_get(node, "w:type")))
			part = part_of(c, links, pk_xml_get(foot, "r:id"));
	*ret = part == NULL ? NULL : part->root;
	return true;
}

const struct pk_check_reader pk_docx_check = {
	.headers = headers,
	.footers = footers,
	.mute = mute,
	.language = language,
	.fonts = fonts,
	.footer = footer,
};
