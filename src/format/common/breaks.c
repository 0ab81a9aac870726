/* Page breaks in the paragraphs of section tags. LibreOffice writes "break before this paragraph" into a
 * DOCX as a break at the end of the paragraph above, and people put one where a tag stands. Such a
 * paragraph gives way to its tags, and would take the break along or, if the break keeps it, leave an
 * empty line; where that is the first line that a full page has no room for, an empty page. So the
 * paragraph below begins the page instead. */
#include "format/common/sections.h"

/* The next node behind one, properties and the like left out. */
static struct pk_xml *step(const struct pk_part *part, const struct pk_xml *p, const struct pk_xml *node)
{
	return pk_place_is(part, node, PK_PLACE_UNSEEN) ? pk_xml_skip(p, node) : pk_xml_walk(p, node);
}

/* True when the paragraph holds nothing but a page break and tags of sections, with no end of a section
 * behind the break. */
static bool gives_way(const struct pk_part *part, struct pk_xml *p, const struct pk_xml *breaks)
{
	bool behind = false;
	for (const struct pk_xml *node = p; node != NULL; node = step(part, p, node)) {
		const struct pk_tagged *tagged = pk_tagged_of(node);
		behind = behind || node == breaks;
		if (tagged != NULL) {
			if (!pk_tagged_is_section(tagged) && !pk_tagged_is_silent(tagged))
				return false;
			if (behind && tagged->tag.kind == PK_TAG_CLOSE)
				return false;
		} else if (node != breaks && pk_section_seen(part, node, true)) {
			return false;
		}
	}
	return !part->dialect->keeps(p);
}

/* True when something of the paragraph is always there, and it is a single paragraph. */
static bool stands(const struct pk_part *part, const struct pk_xml *p)
{
	bool seen = false;
	size_t open = 0;
	for (const struct pk_xml *node = p; node != NULL; node = step(part, p, node)) {
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
	}
	return seen;
}

static struct pk_xml *paragraph_after(const struct pk_part *part, const struct pk_xml *p)
{
	struct pk_xml *node = p->next;
	while (node != NULL && node->kind != PK_XML_ELEMENT)
		node = node->next;
	return pk_place_is(part, node, PK_PLACE_PARAGRAPH) ? node : NULL;
}

bool pk_sections_breaks(struct pk_part *part)
{
	const struct pk_xml *without = NULL; /* a paragraph with nothing that begins a page */
	for (size_t i = 0; i < part->n_tags && part->flows; i++) {
		struct pk_xml *p = part->tags[i]->paragraph, *breaks, *next;
		if (!pk_tagged_is_section(part->tags[i]) || p == NULL || p == without)
			continue;
		breaks = part->dialect->page_break(part, p);
		without = breaks == NULL ? p : NULL;
		next = breaks == NULL ? NULL : paragraph_after(part, p);
		if (next == NULL || !gives_way(part, p, breaks) || !stands(part, next))
			continue;
		if (!part->dialect->begin_page(part, next, p))
			return false;
		if (breaks != p)
			pk_xml_remove(breaks);
	}
	return true;
}
