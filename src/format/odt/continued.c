/* Lists that go on counting where another list stopped. LibreOffice writes so of most lists that it has read
 * from a DOCX, and an author may have asked for it; but what repeats begins at 1 again in each turn, as
 * in DOCX, unless the other list stands in the same turn. */
#include "format/odt/dialect.h"

static bool is_inner(const struct pk_xml *list)
{
	const struct pk_xml *node = list->parent;
	while (node != NULL && !pk_xml_is(node, "text:list"))
		node = node->parent;
	return node != NULL;
}

/* True when what the list continues comes once in each turn of the section, as the list does. before:
 * the section that the list above stands in. */
static bool continues_here(const struct pk_part *part, const struct pk_xml *list,
		const struct pk_tagged *section, const struct pk_tagged *before)
{
	const struct pk_tagged *turning = pk_ids_turning(section);
	struct pk_str other = pk_xml_get(list, "text:continue-list");
	if (other.n > 0)
		return pk_ids_owner(part, PK_FRESH_XML_ID, other, section) == turning->depth;
	return pk_ids_turning(before) == turning;
}

bool pk_odt_settle(struct pk_part *part)
{
	struct pk_tagged *section = NULL;
	const struct pk_tagged *before = NULL;
	for (struct pk_xml *node = part->root; node != NULL; node = pk_xml_walk(part->root, node)) {
		section = pk_ids_section(section, node);
		if (!pk_xml_is(node, "text:list") || is_inner(node))
			continue;
		if (pk_ids_turning(section) != NULL &&
				!continues_here(part, node, section, before)) {
			pk_xml_unset(node, "text:continue-numbering");
			pk_xml_unset(node, "text:continue-list");
		}
		before = section;
	}
	return true;
}
