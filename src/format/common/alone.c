/* Tags alone in a row, an item of a list or a paragraph: the element gives way to them. */
#include "format/common/sections.h"

static bool is_inside(const struct pk_xml *node, const struct pk_xml *root)
{
	while (node != NULL && node != root)
		node = node->parent;
	return node == root;
}

/* What an element holds. */
struct survey {
	bool kept;  /* a paragraph must stay, whatever is in it */
	bool seen;  /* text, pictures, fields, values */
	bool whole; /* a section that begins and ends in it */
	size_t raw; /* {{{x}}} */
};

bool pk_section_seen(const struct pk_part *part, const struct pk_xml *node, bool in_paragraph)
{
	struct pk_flow_event event = { 0 };
	if (node->kind == PK_XML_TEXT)
		return in_paragraph && pk_str_trim(node->text).n > 0;
	switch ((int)pk_place_of(part, node)) {
	case PK_PLACE_SPACE:
		return part->dialect->leaf(node, &event) && event.kind == PK_FLOW_PAGE_BREAK;
	case PK_PLACE_OTHER:
		return in_paragraph;
	default:
		return false;
	}
}

static void count(struct survey *s, const struct pk_tagged *tagged, const struct pk_xml *root)
{
	if (pk_tagged_is_section(tagged))
		s->whole = s->whole || is_inside(tagged->partner->marker, root);
	else if (tagged->tag.kind == PK_TAG_RAW)
		s->raw++;
	else if (!pk_tagged_is_silent(tagged))
		s->seen = true;
}

static struct survey survey(const struct pk_part *part, const struct pk_xml *root)
{
	struct survey s = { 0 };
	const struct pk_xml *within = NULL; /* the paragraph that the walk is in */
	for (const struct pk_xml *node = root; node != NULL && !s.seen;) {
		enum pk_place what = pk_place_of(part, node);
		if (within != NULL && !is_inside(node, within))
			within = NULL;
		if (what == PK_PLACE_PARAGRAPH) {
			within = node;
			s.kept = s.kept || part->dialect->keeps(node);
		}
		if (node->kind == PK_XML_MARKER)
			count(&s, node->data, root);
		else
			s.seen = s.seen || pk_section_seen(part, node, within != NULL);
		bool closed = what == PK_PLACE_UNSEEN || what == PK_PLACE_CLOSED;
		node = closed ? pk_xml_skip(root, node) : pk_xml_walk(root, node);
	}
	return s;
}

/* The element gives way to the tags in it. */
static void replace_by_markers(struct pk_xml *element)
{
	struct pk_xml *next;
	for (struct pk_xml *node = element; node != NULL; node = next) {
		next = pk_xml_walk(element, node);
		if (node->kind == PK_XML_MARKER)
			pk_tree_move_before(node, element);
	}
	pk_xml_remove(element);
}

/* Section tags around a {{{x}}} that fill the element leave it, each to its side. */
static void move_out(struct pk_xml *element)
{
	struct pk_xml *next, *last = element;
	bool behind = false;
	for (struct pk_xml *node = element; node != NULL; node = next) {
		next = pk_xml_walk(element, node);
		if (node->kind != PK_XML_MARKER)
			continue;
		if (pk_tagged_of(node)->tag.kind == PK_TAG_RAW) {
			behind = true;
		} else if (!behind) {
			pk_tree_move_before(node, element);
		} else {
			pk_tree_move_after(node, last);
			last = node;
		}
	}
}

/* What ends a part of the document stands behind the tags in its paragraph: they go before it. */
static void move_ahead(struct pk_xml *paragraph)
{
	struct pk_xml *next;
	for (struct pk_xml *node = paragraph; node != NULL; node = next) {
		next = pk_xml_walk(paragraph, node);
		if (node->kind == PK_XML_MARKER)
			pk_tree_move_before(node, paragraph);
	}
}

static struct pk_tagged *raw_in(struct pk_xml *element)
{
	struct pk_tagged *tagged = NULL;
	for (struct pk_xml *node = element; node != NULL; node = pk_xml_walk(element, node)) {
		tagged = pk_tagged_of(node);
		if (tagged != NULL && tagged->tag.kind == PK_TAG_RAW)
			return tagged;
	}
	return NULL;
}

static void become_model(struct pk_part *part, struct pk_xml *paragraph)
{
	struct pk_tagged *raw = raw_in(paragraph);
	if (raw == NULL)
		return;
	part->c->has_blocks = raw->alone = true;
	move_out(paragraph);
	pk_tree_move_before(raw->marker, paragraph);
	pk_xml_remove(paragraph);
}

/* A list with nothing left but tags gives way to them. */
static void drop_empty_list(const struct pk_part *part, struct pk_xml *list)
{
	if (!pk_place_is(part, list, PK_PLACE_LIST))
		return;
	for (const struct pk_xml *child = list->first; child != NULL; child = child->next)
		if (child->kind == PK_XML_ELEMENT)
			return;
	replace_by_markers(list);
}

static struct pk_xml *nearest(const struct pk_part *part, struct pk_xml *node, enum pk_place place)
{
	while (node != NULL && !pk_place_is(part, node, place)) {
		if (pk_place_is(part, node, PK_PLACE_BOX))
			return NULL;
		node = node->parent;
	}
	return node;
}

/* The element gives way when nothing is in it but tags of sections that reach out of it. */
static void take(struct pk_part *part, struct pk_xml *element, enum pk_place place)
{
	struct pk_xml *parent = element->parent;
	struct survey s = survey(part, element);
	if (s.seen || s.raw > 1 || parent == NULL)
		return;
	if (s.kept) {
		if (place == PK_PLACE_PARAGRAPH && s.raw == 0 && !s.whole)
			move_ahead(element);
	} else if (s.raw == 1 && place == PK_PLACE_PARAGRAPH) {
		become_model(part, element);
	} else if (s.raw == 1 && place == PK_PLACE_ITEM) {
		move_out(element);
	} else if (s.raw == 0 && !s.whole) {
		replace_by_markers(element);
		drop_empty_list(part, parent);
	}
}

void pk_sections_take(struct pk_part *part, enum pk_place place)
{
	const struct pk_xml *asked = NULL;
	for (size_t i = 0; i < part->n_tags; i++) {
		struct pk_xml *element = nearest(part, part->tags[i]->marker, place);
		if (element != NULL && element != asked)
			take(part, element, place);
		asked = element;
	}
}
