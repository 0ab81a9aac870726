/* The blocks of another ODT template. Their automatic styles come along under new names; common
 * styles are found by their names. */
#include "format/odt/dialect.h"

/* What stands before the blocks in office:text. */
static bool is_prelude(const struct pk_xml *node)
{
	static const char *const names[] = { "office:forms", "text:tracked-changes",
		"text:sequence-decls", "text:variable-decls", "text:user-field-decls",
		"text:dde-connection-decls", "text:alphabetical-index-auto-mark-file" };
	for (size_t i = 0; i < PK_COUNT(names); i++)
		if (pk_xml_is(node, names[i]))
			return true;
	return false;
}

static bool check(struct pk_part *part, struct pk_xml *text, struct pk_str name, struct pk_pos at)
{
	struct pk_xml *next;
	for (struct pk_xml *node = text; node != NULL; node = next) {
		next = pk_xml_walk(text, node);
		if (pk_xml_is(node, "draw:image"))
			return pk_partial_refuse(part, name, at, "bilder");
		if (pk_xml_is(node, "draw:object") || pk_xml_is(node, "draw:object-ole"))
			return pk_partial_refuse(part, name, at, "objekt");
		if (is_prelude(node)) {
			next = pk_xml_skip(text, node);
			pk_xml_remove(node);
		}
	}
	return true;
}

/* True when the partial has an automatic style of that name. */
static bool is_automatic(const struct pk_xml *styles, struct pk_str name)
{
	const struct pk_xml *style = styles == NULL ? NULL : styles->first;
	while (style != NULL && !pk_str_eq(pk_xml_get(style, "style:name"), name))
		style = style->next;
	return style != NULL && name.n > 0;
}

/* Gives every name of an automatic style in the tree the new beginning. */
static bool rename_styles(struct pk_job *job, struct pk_xml *root, const struct pk_xml *styles,
		struct pk_str prefix)
{
	for (struct pk_xml *node = root; node != NULL; node = pk_xml_walk(root, node)) {
		for (size_t i = 0; i < node->n_attrs; i++) {
			struct pk_xml_attr *attr = &node->attrs[i];
			if (pk_str_ends(attr->name, PK_STR("style-name")) &&
					!pk_str_is(attr->name, "style:parent-style-name") &&
					is_automatic(styles, attr->value) &&
					!pk_join(job, &attr->value, prefix, attr->value))
				return false;
		}
	}
	return true;
}

/* Fonts that the styles name must be declared in the file that they stand in. */
static void copy_fonts(struct pk_xml *to, struct pk_xml *from)
{
	struct pk_xml *ours = pk_xml_child(to, "office:font-face-decls");
	struct pk_xml *theirs = pk_xml_child(from, "office:font-face-decls"), *next;
	if (ours == NULL || theirs == NULL)
		return;
	for (struct pk_xml *font = theirs->first; font != NULL; font = next) {
		next = font->next;
		if (is_automatic(ours, pk_xml_get(font, "style:name")))
			continue;
		pk_xml_remove(font);
		pk_xml_insert(ours, font, NULL);
	}
}

static bool move_styles(struct pk_part *part, struct pk_xml *root, struct pk_xml *text,
		struct pk_str prefix)
{
	struct pk_xml *to = pk_xml_child(part->root, "office:automatic-styles");
	struct pk_xml *styles = pk_xml_child(root, "office:automatic-styles"), *style;
	if (to == NULL || styles == NULL)
		return true;
	if (!rename_styles(part->job, text, styles, prefix) ||
			!rename_styles(part->job, styles, styles, prefix))
		return false;
	copy_fonts(part->root, root);
	while ((style = styles->first) != NULL) {
		struct pk_str own = pk_xml_get(style, "style:name");
		pk_xml_remove(style);
		if (style->kind != PK_XML_ELEMENT)
			continue;
		if (!pk_join(part->job, &own, prefix, own) ||
				!pk_xml_set(part->job, style, PK_STR("style:name"), own))
			return false;
		pk_xml_insert(to, style, NULL);
	}
	return true;
}

bool pk_odt_partial(struct pk_part *part, const struct pk_package *from, struct pk_str name,
		struct pk_pos at, struct pk_xml **ret)
{
	struct pk_xml *root, *text;
	struct pk_str prefix;
	if (!pk_compile_tree(part->job, from, name, PK_STR("content.xml"), &root) ||
			!pk_odt_accept(part->job, root, &part->c->review))
		return false;
	text = pk_xml_child(root, "office:body");
	text = text == NULL ? NULL : pk_xml_child(text, "office:text");
	if (text == NULL)
		return pk_fail(part->job, PK_M_TEMPLATE_PART, PK_NOWHERE, name,
				PK_STR("office:text"));
	if (!check(part, text, name, at) ||
			!pk_join(part->job, &prefix, PK_STR("d"),
					pk_number(part->job, part->n_paragraphs), PK_STR("_")) ||
			!move_styles(part, root, text, prefix))
		return false;
	*ret = text;
	return true;
}
