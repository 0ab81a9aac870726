/* Where a page begins in an ODT: a paragraph's own style says so. */
#include "format/odt/dialect.h"

#define BREAK "fo:break-before"
#define MASTER "style:master-page-name"

/* The automatic paragraph style of that name in the part, or NULL. */
static struct pk_xml *style_of(const struct pk_part *part, struct pk_str name)
{
	const struct pk_xml *styles = pk_xml_child(part->root, "office:automatic-styles");
	struct pk_xml *style = styles == NULL || name.n == 0 ? NULL : styles->first;
	while (style != NULL && !(pk_str_eq(pk_xml_get(style, "style:name"), name) &&
						  pk_str_is(pk_xml_get(style, "style:family"), "paragraph")))
		style = style->next;
	return style;
}

struct pk_xml *pk_odt_page_break(const struct pk_part *part, struct pk_xml *p)
{
	const struct pk_xml *style = style_of(part, pk_xml_get(p, "text:style-name"));
	const struct pk_xml *properties = style == NULL ? NULL :
				pk_xml_child(style, "style:paragraph-properties");
	if (style != NULL && pk_xml_get(style, MASTER).n > 0)
		return p;
	return properties != NULL && pk_str_is(pk_xml_get(properties, BREAK), "page") ? p : NULL;
}

/* A name that no automatic paragraph style has. */
static bool free_name(struct pk_part *part, struct pk_str *ret)
{
	uint64_t n = 1;
	do {
		if (!pk_join(part->job, ret, PK_STR("Sidbrytning"), pk_number(part->job, n++)))
			return false;
	} while (style_of(part, *ret) != NULL);
	return true;
}

/* A style of its own for a paragraph: all that it had. */
static bool make_style(struct pk_part *part, struct pk_str was, struct pk_xml **ret)
{
	const struct pk_xml *old = style_of(part, was);
	struct pk_job *job = part->job;
	struct pk_str name;
	if (!free_name(part, &name))
		return false;
	if (old != NULL) {
		if (!pk_tree_copy(job, old, ret))
			return false;
	} else if (!pk_xml_new(job, PK_XML_ELEMENT, PK_STR("style:style"), ret) ||
			!pk_xml_set(job, *ret, PK_STR("style:family"), PK_STR("paragraph")) ||
			(was.n > 0 && !pk_xml_set(job, *ret, PK_STR("style:parent-style-name"), was))) {
		return false;
	}
	pk_xml_insert(pk_xml_child(part->root, "office:automatic-styles"), *ret, NULL);
	return pk_xml_set(job, *ret, PK_STR("style:name"), name);
}

bool pk_odt_begin_page(struct pk_part *part, struct pk_xml *p, const struct pk_xml *from)
{
	const struct pk_xml *theirs = style_of(part, pk_xml_get(from, "text:style-name"));
	struct pk_xml *style, *properties;
	struct pk_str master = theirs == NULL ? PK_STR("") : pk_xml_get(theirs, MASTER);
	if (!make_style(part, pk_xml_get(p, "text:style-name"), &style) ||
			!pk_xml_set(part->job, p, PK_STR("text:style-name"),
					pk_xml_get(style, "style:name")))
		return false;
	if (master.n > 0)
		return pk_xml_set(part->job, style, PK_STR(MASTER), master);
	properties = pk_xml_child(style, "style:paragraph-properties");
	if (properties == NULL) {
		if (!pk_xml_new(part->job, PK_XML_ELEMENT, PK_STR("style:paragraph-properties"),
				    &properties))
			return false;
		pk_xml_insert(style, properties, style->first);
	}
	return pk_xml_set(part->job, properties, PK_STR(BREAK), PK_STR("page"));
}
