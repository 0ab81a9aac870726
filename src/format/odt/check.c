/* What an ODT template says about itself, for the checks. */
#include "format/common/check.h"

static const char *const headers[] = { "style:header", "style:header-first", "style:header-left",
	NULL };
/* In the same order. */
static const char *const footers[] = { "style:footer", "style:footer-first", "style:footer-left",
	NULL };

static bool has_words(const struct pk_xml *frame, const char *child)
{
	const struct pk_xml *node = pk_xml_child(frame, child);

	return node != NULL && pk_str_trim(pk_xml_text(node)).n > 0;
}

static bool is_decorative(const struct pk_xml *frame)
{
	for (size_t i = 0; i < frame->n_attrs; i++)
		if (pk_str_ends(frame->attrs[i].name, PK_STR(":decorative")) &&
				pk_str_is(frame->attrs[i].value, "true"))
			return true;
	return false;
}

static bool mute(const struct pk_xml *node)
{
	return pk_xml_is(node, "draw:frame") && pk_xml_child(node, "draw:image") != NULL &&
	       !has_words(node, "svg:title") && !has_words(node, "svg:desc") &&
	       !is_decorative(node);
}

static struct pk_str language_of(const struct pk_xml *style)
{
	const struct pk_xml *text = pk_xml_child(style, "style:text-properties");

	return text == NULL ? PK_STR("") : pk_xml_get(text, "fo:language");
}

/* The style that all others build on goes before the default. */
static struct pk_str language(const struct pk_xml *root)
{
	const struct pk_xml *styles = pk_xml_child(root, "office:styles");
	struct pk_str found = PK_STR(""), own = PK_STR("");

	for (const struct pk_xml *s = styles == NULL ? NULL : styles->first; s != NULL;
			s = s->next) {
		if (!pk_str_is(pk_xml_get(s, "style:family"), "paragraph"))
			continue;
		if (pk_xml_is(s, "style:default-style"))
			found = language_of(s);
		else if (pk_str_is(pk_xml_get(s, "style:name"), "Standard"))
			own = language_of(s);
	}
	return own.n > 0 ? own : found;
}

/* --- fonts --- */

static const struct pk_xml *named(const struct pk_xml *root, const char *parent, struct pk_str name,
		const char *family)
{
	const struct pk_xml *styles = pk_xml_child(root, parent);
	const struct pk_xml *style = styles == NULL || name.n == 0 ? NULL : styles->first;

	while (style != NULL && !(pk_str_eq(pk_xml_get(style, "style:name"), name) &&
						(family == NULL || pk_str_is(pk_xml_get(style,
								"style:family"), family))))
		style = style->next;
	return style;
}

/* A family may stand in quotes. */
static struct pk_str unquoted(struct pk_str family)
{
	family = pk_str_trim(family);
	if (family.n > 1 && (family.p[0] == '\'' || family.p[0] == '"'))
		return pk_str_slice(family, 1, family.n - 1);
	return family;
}

static void put_style(const struct pk_xml *root, const struct pk_xml *style, struct pk_out *out)
{
	const struct pk_xml *text = pk_xml_child(style, "style:text-properties"), *face;
	struct pk_str family;

	if (text == NULL)
		return;
	family = pk_xml_get(text, "fo:font-family");
	face = named(root, "office:font-face-decls", pk_xml_get(text, "style:font-name"), NULL);
	if (face != NULL)
		family = pk_xml_get(face, "svg:font-family");
	pk_check_put_font(out, unquoted(family));
}

/* Fonts of single words: of their style and those that it is based on. */
static bool fonts(struct pk_compiler *c, const struct pk_xml *styles, struct pk_out *out)
{
	enum { CHAIN = 16 };

	for (size_t i = 0; i < c->n_parts; i++) {
		const struct pk_xml *root = c->parts[i]->story ? c->parts[i]->root : NULL, *node;

		for (node = root; node != NULL; node = pk_xml_walk(root, node)) {
			struct pk_str name = pk_xml_get(node, "text:style-name");
			const struct pk_xml *in = root, *style;

			if (!pk_xml_is(node, "text:span"))
				continue;
			style = named(root, "office:automatic-styles", name, "text");
			for (int n = 0; n < CHAIN; n++) {
				if (style == NULL) {
					in = styles;
					style = named(styles, "office:styles", name, "text");
				}
				if (style == NULL)
					break;
				put_style(in, style, out);
				name = pk_xml_get(style, "style:parent-style-name");
				style = NULL;
			}
		}
	}
	return true;
}

/* The footer of the same pages stands beside the header. */
static bool footer(struct pk_compiler *c, const struct pk_xml *header, const struct pk_xml **ret)
{
	(void)c;
	*ret = NULL;
	for (size_t i = 0; headers[i] != NULL; i++)
		if (pk_xml_is(header, headers[i]))
			*ret = pk_xml_child(header->parent, footers[i]);
	return true;
}

const struct pk_check_reader pk_odt_check = {
	.headers = headers,
	.footers = footers,
	.mute = mute,
	.language = language,
	.fonts = fonts,
	.footer = footer,
};
