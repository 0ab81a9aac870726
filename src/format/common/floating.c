/* Elements that are nothing but a section: they go with it. */
#include "format/common/sections.h"

/* True for what is no element of its own beside a section: properties, blanks and runs of them. */
static bool is_nothing(const struct pk_part *part, const struct pk_xml *root)
{
	for (const struct pk_xml *node = root; node != NULL;) {
		enum pk_place what = pk_place_of(part, node);
		bool run = what == PK_PLACE_RUN || what == PK_PLACE_INLINE || what == PK_PLACE_TEXT;
		bool blank = what == PK_PLACE_SPACE || node->kind == PK_XML_TEXT;
		if (what != PK_PLACE_UNSEEN && !run && (!blank || pk_section_seen(part, node, true)))
			return false;
		node = run ? pk_xml_walk(root, node) : pk_xml_skip(root, node);
	}
	return true;
}

bool pk_section_needs(const struct pk_part *part, const struct pk_xml *paragraph)
{
	const struct pk_xml *node = paragraph->parent->first;
	if (part->dialect->keeps(paragraph))
		return true;
	if (!pk_place_is(part, paragraph->parent, PK_PLACE_CELL) &&
			!pk_place_is(part, paragraph->parent, PK_PLACE_BOX))
		return false;
	for (; node != NULL; node = node->next)
		if (node != paragraph && node->kind == PK_XML_ELEMENT &&
				pk_place_of(part, node) != PK_PLACE_UNSEEN &&
				pk_place_of(part, node) != PK_PLACE_TAIL)
			return false;
	return true;
}

/* True when an element may go with the section that fills it. */
static bool may_go(const struct pk_part *part, const struct pk_xml *element)
{
	switch ((int)pk_place_of(part, element)) {
	case PK_PLACE_LIST:
	case PK_PLACE_ITEM:
	case PK_PLACE_TABLE:
	case PK_PLACE_GROUP:
		return true;
	case PK_PLACE_INLINE:
		return !part->plain;
	case PK_PLACE_PARAGRAPH:
		return !part->plain && !pk_section_needs(part, element);
	default:
		return false;
	}
}

/* True when a list, an item, a table or a paragraph holds nothing but this section. */
static bool fills(const struct pk_part *part, const struct pk_tagged *open)
{
	const struct pk_xml *first = open->marker, *last = open->partner->marker, *node;
	if (first->parent != last->parent || !may_go(part, first->parent))
		return false;
	for (node = first->prev; node != NULL; node = node->prev)
		if (!is_nothing(part, node))
			return false;
	for (node = last->next; node != NULL; node = node->next)
		if (!is_nothing(part, node))
			return false;
	return true;
}

/* A section that is there once, if there is anything to repeat. */
static bool make_once(struct pk_part *part, struct pk_tagged *inner, struct pk_tagged **ret)
{
	struct pk_tagged *pair = pk_new(part->job, struct pk_tagged, 2);
	struct pk_str name;
	if (pair == NULL || !pk_join(part->job, &name, inner->tag.name, PK_STR("?")) ||
			!pk_xml_new(part->job, PK_XML_MARKER, PK_STR(""), &pair[0].marker) ||
			!pk_xml_new(part->job, PK_XML_MARKER, PK_STR(""), &pair[1].marker))
		return false;
	for (int i = 0; i < 2; i++) {
		pair[i].tag = (struct pk_tag){ .kind = i == 0 ? PK_TAG_OPEN : PK_TAG_CLOSE,
			.name = name };
		pair[i].at = inner->at;
		pair[i].partner = &pair[1 - i];
		pair[i].outer = inner->outer;
		pair[i].depth = inner->outer == NULL ? 0 : inner->outer->depth;
		pair[i].marker->data = &pair[i];
	}
	inner->outer = pair;
	*ret = pair;
	return true;
}

bool pk_section_float(struct pk_part *part, struct pk_tagged *open)
{
	while (fills(part, open)) {
		struct pk_xml *element = open->marker->parent;
		if (!open->turns) {
			pk_tree_move_before(open->marker, element);
			pk_tree_move_after(open->partner->marker, element);
			continue;
		}
		if (!make_once(part, open, &open))
			return false;
		pk_xml_insert(element->parent, open->marker, element);
		pk_xml_insert(element->parent, open->partner->marker, element->next);
	}
	return true;
}

/* An end of a bookmark, or the like: the other one may stand elsewhere. */
static bool is_end(const struct pk_part *part, const struct pk_xml *node)
{
	for (size_t i = 0; i < node->n_attrs; i++) {
		const struct pk_id_rule *rule =
				pk_ids_rule(part->dialect, node, node->attrs[i].name);
		if (rule != NULL && (rule->part == PK_ID_DEFINES || rule->part == PK_ID_ENDS))
			return true;
	}
	return false;
}

/* True when all that is to be seen in a paragraph stands in its sections. */
static bool is_all_sections(const struct pk_part *part, const struct pk_xml *paragraph)
{
	const struct pk_xml *node = pk_xml_walk(paragraph, paragraph);
	size_t depth = 0, n = 0;
	while (node != NULL) {
		const struct pk_tagged *tagged = pk_tagged_of(node);
		bool unseen = pk_place_is(part, node, PK_PLACE_UNSEEN);
		if (tagged != NULL && pk_tagged_is_section(tagged)) {
			depth = pk_tagged_opens(tagged) ? depth + 1 : depth - (depth > 0);
			n++;
		} else if (depth == 0 && (tagged != NULL ? !pk_tagged_is_silent(tagged)
				: unseen ? is_end(part, node) : pk_section_seen(part, node, true))) {
			return false;
		}
		node = unseen ? pk_xml_skip(paragraph, node) : pk_xml_walk(paragraph, node);
	}
	return n > 0 && !pk_section_needs(part, paragraph);
}

bool pk_section_may_vanish(const struct pk_part *part, const struct pk_xml *element)
{
	enum pk_place what = pk_place_of(part, element);
	if (what == PK_PLACE_PARAGRAPH)
		return is_all_sections(part, element);
	if (what != PK_PLACE_ITEM && what != PK_PLACE_LIST)
		return false;
	const struct pk_xml *only = element->first;
	return only != NULL && only->next == NULL && only->kind == PK_XML_ELEMENT &&
	       pk_section_may_vanish(part, only);
}
