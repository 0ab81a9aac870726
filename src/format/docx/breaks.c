/* Page breaks in the paragraphs of section tags. LibreOffice writes "break before this paragraph" as a
 * break at the end of the paragraph above, and people type one there. Such a paragraph is to give way to
 * its tags; with the break left in it, an empty line would stay, and where that line is the first that a
 * full page has no room for, an empty page. So the break becomes a property of the paragraph below. */
#include "format/docx/dialect.h"

#include "format/common/sections.h"

static bool is_page_break(const struct pk_xml *node)
{
	return pk_xml_is(node, "w:br") && pk_str_is(pk_xml_get(node, "w:type"), "page");
}

/* The one page break of a paragraph that holds nothing else but tags of sections, with no end of a
 * section behind the break; NULL: it is another kind of paragraph. */
static struct pk_xml *lone_break(const struct pk_part *part, struct pk_xml *p)
{
	struct pk_xml *found = NULL, *node = p;
	while (node != NULL) {
		const struct pk_tagged *tagged = pk_tagged_of(node);
		if (is_page_break(node)) {
			if (found != NULL)
				return NULL;
			found = node;
		} else if (tagged != NULL) {
			if (!pk_tagged_is_section(tagged) && !pk_tagged_is_silent(tagged))
				return NULL;
			if (found != NULL && tagged->tag.kind == PK_TAG_CLOSE)
				return NULL;
		} else if (pk_section_seen(part, node, true)) {
			return NULL;
		}
		node = pk_place_is(part, node, PK_PLACE_UNSEEN) ? pk_xml_skip(p, node)
								 : pk_xml_walk(p, node);
	}
	return part->dialect->keeps(p) ? NULL : found;
}

/* True when something of the paragraph is always there, and it is a single paragraph. */
static bool stands(const struct pk_part *part, const struct pk_xml *p)
{
	bool seen = false;
	size_t open = 0;
	for (const struct pk_xml *node = p; node != NULL;) {
		const struct pk_tagged *tagged = pk_tagged_of(node);
		if (tagged == NULL)
			seen = seen || (open == 0 && pk_section_seen(part, node, true));
		else if (tagged->tag.kind == PK_TAG_RAW)
			return false;
		else if (pk_tagged_opens(tagged))
			open++;
		else if (tagged->tag.kind == PK_TAG_CLOSE)
			open -= open > 0;
		else
			seen = seen || (open == 0 && !pk_tagged_is_silent(tagged));
		node = pk_place_is(part, node, PK_PLACE_UNSEEN) ? pk_xml_skip(p, node)
								 : pk_xml_walk(p, node);
	}
	return seen;
}

static struct pk_xml *paragraph_after(const struct pk_xml *p)
{
	struct pk_xml *node = p->next;
	while (node != NULL && node->kind != PK_XML_ELEMENT)
		node = node->next;
	return node != NULL && pk_xml_is(node, "w:p") ? node : NULL;
}

static bool begin_page(struct pk_part *part, struct pk_xml *p)
{
	static const char *const before[] = { "w:pStyle", "w:keepNext", "w:keepLines", NULL };
	struct pk_xml *properties = pk_xml_child(p, "w:pPr"), *own;
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

bool pk_docx_breaks(struct pk_part *part)
{
	for (size_t i = 0; i < part->n_tags; i++) {
		struct pk_xml *p = part->tags[i]->paragraph, *found, *next;
		if (!pk_tagged_is_section(part->tags[i]) || p == NULL ||
				(found = lone_break(part, p)) == NULL)
			continue;
		next = paragraph_after(p);
		if (next == NULL || !stands(part, next))
			continue;
		if (!begin_page(part, next))
			return false;
		pk_xml_remove(found);
	}
	return true;
}
