/* What an ODT template says about itself, for the checks. */
#include "format/common/check.h"

static const char *const headers[] = { "style:header", "style:header-first", "style:header-left",
	NULL };

static bool has_words(const struct pk_xml *frame, const char *child)
{
	const struct pk_xml *node = pk_xml_child(frame, child);

	return node != NULL && node->first != NULL && pk_str_trim(node->first->text).n > 0;
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

const struct pk_check_reader pk_odt_check = {
	.headers = headers,
	.mute = mute,
	.language = language,
};
