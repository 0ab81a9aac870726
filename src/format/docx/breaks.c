/* Where a page begins in a DOCX. */
#include "format/docx/dialect.h"

static bool is_on(const struct pk_xml *property)
{
	struct pk_str value = pk_xml_get(property, "w:val");
	return !pk_str_is(value, "0") && !pk_str_is(value, "false") && !pk_str_is(value, "off");
}

struct pk_xml *pk_docx_page_break(const struct pk_part *part, struct pk_xml *p)
{
	const struct pk_xml *properties = pk_xml_child(p, "w:pPr");
	const struct pk_xml *before = properties == NULL ? NULL :
				pk_xml_child(properties, "w:pageBreakBefore");
	(void)part;
	if (before != NULL && is_on(before))
		return p;
	for (struct pk_xml *node = p; node != NULL; node = pk_xml_walk(p, node))
		if (pk_xml_is(node, "w:br") && pk_str_is(pk_xml_get(node, "w:type"), "page"))
			return node;
	return NULL;
}

bool pk_docx_begin_page(struct pk_part *part, struct pk_xml *p, const struct pk_xml *from)
{
	static const char *const before[] = { "w:pStyle", "w:keepNext", "w:keepLines", NULL };
	struct pk_xml *properties = pk_xml_child(p, "w:pPr"), *own;
	(void)from;
	if (properties == NULL) {
		if (!pk_xml_new(part->job, PK_XML_ELEMENT, PK_STR("w:pPr"), &properties))
			return false;
		pk_xml_insert(p, properties, p->first);
	}
	own = pk_xml_child(properties, "w:pageBreakBefore");
	if (own != NULL)
		pk_xml_remove(own);
	if (!pk_xml_new(part->job, PK_XML_ELEMENT, PK_STR("w:pageBreakBefore"), &own))
		return false;
	pk_xml_insert(properties, own, pk_docx_place_in(properties, before));
	return true;
}
