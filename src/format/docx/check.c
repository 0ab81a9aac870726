/* What a DOCX template says about itself, for the checks. */
#include "format/common/check.h"
#include "package/package.h"

static const char *const headers[] = { "w:hdr", NULL };

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
	if (pk_xml_is(node, "v:shape"))
		return pk_xml_child(node, "v:imagedata") != NULL &&
		       pk_xml_get(node, "alt").p == NULL &&
		       !has_words(pk_xml_child(node, "v:imagedata"), "o:title") &&
		       !is_fallback(node);
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

/* The body font of the theme, where the defaults of the document ask for it. */
static bool theme(struct pk_compiler *c, const struct pk_xml *styles, struct pk_str *ret)
{
	const struct pk_xml *fonts = below(default_properties(styles), "w:rFonts", NULL);
	struct pk_str name = PK_STR("word/theme/theme1.xml");
	struct pk_xml *root;

	*ret = PK_STR("");
	if (fonts == NULL || pk_xml_get(fonts, "w:asciiTheme").n == 0 ||
			pk_package_find(c->in, name) < 0)
		return true;
	if (!pk_compile_tree(c->job, c->in, c->options->name, name, &root))
		return false;
	for (const struct pk_xml *node = root; node != NULL; node = pk_xml_walk(root, node))
		if (pk_xml_is(node, "a:latin") && pk_xml_is(node->parent, "a:minorFont"))
			*ret = pk_xml_get(node, "typeface");
	return true;
}

const struct pk_check_reader pk_docx_check = {
	.headers = headers,
	.mute = mute,
	.language = language,
	.theme = theme,
};
