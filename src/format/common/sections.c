/* Sections in a tree: for each pair of tags the deepest element that holds both, and in it the
 * children from the one tag to the other. Both tags are moved there, so that what repeats is always
 * whole elements, and the tree can be written out from one end to the other. */
#include "format/common/sections.h"

static bool refuse(struct pk_part *part, enum pk_message message, const struct pk_tagged *at,
		const struct pk_tagged *other)
{
	part->c->failed = true;
	return pk_report(part->job, &(struct pk_report){ .message = message,
						    .at = at->at,
						    .a = at->tag.name,
						    .b = other->tag.name,
						    .other = other->at });
}

/* Finds the other end of each section. False when they do not match or are too many inside each
 * other, which checking has told. */
static bool match(struct pk_part *part)
{
	struct pk_tagged *open = NULL;
	size_t depth = 0;
	for (size_t i = 0; i < part->n_tags; i++) {
		struct pk_tagged *tagged = part->tags[i];
		tagged->outer = open;
		if (pk_tagged_opens(tagged)) {
			open = tagged;
			if (++depth > part->job->limits->tag_depth)
				return false;
		} else if (tagged->tag.kind == PK_TAG_CLOSE) {
			if (open == NULL || !pk_str_eq(open->tag.name, tagged->tag.name))
				return false;
			tagged->partner = open;
			open->partner = tagged;
			tagged->outer = open->outer;
			open = open->outer;
			depth--;
		}
	}
	return open == NULL;
}

/* --- pairs --- */

/* True when something to see stands in root before (or, behind, after) the marker. */
static bool seen_beside(const struct pk_part *part, const struct pk_xml *root,
		const struct pk_xml *marker, bool behind)
{
	bool passed = false;
	for (const struct pk_xml *node = root; node != NULL;) {
		const struct pk_tagged *tagged = pk_tagged_of(node);
		if (node == marker) {
			if (!behind)
				return false;
			passed = true;
		} else if (passed == behind) {
			if (tagged != NULL && !pk_tagged_is_section(tagged) &&
					!pk_tagged_is_silent(tagged))
				return true;
			if (node->kind == PK_XML_TEXT && pk_str_trim(node->text).n > 0)
				return true;
		}
		enum pk_place what = pk_place_of(part, node);
		bool closed = what == PK_PLACE_UNSEEN || what == PK_PLACE_CLOSED;
		node = closed ? pk_xml_skip(root, node) : pk_xml_walk(root, node);
	}
	return false;
}

static size_t depth_of(const struct pk_xml *node)
{
	size_t depth = 0;
	while ((node = node->parent) != NULL)
		depth++;
	return depth;
}

static struct pk_xml *common_parent(struct pk_xml *a, struct pk_xml *b)
{
	size_t da, db;
	a = a->parent;
	b = b->parent;
	for (da = depth_of(a), db = depth_of(b); da > db; da--)
		a = a->parent;
	for (; db > da; db--)
		b = b->parent;
	while (a != b) {
		a = a->parent;
		b = b->parent;
	}
	return a;
}

static struct pk_xml *child_above(struct pk_xml *node, const struct pk_xml *parent)
{
	while (node->parent != parent)
		node = node->parent;
	return node;
}

/* What a tag must pass to stand in the common parent: paragraphs, rows of the same table, or
 * something that it is at the very edge of. */
static bool can_leave(
		struct pk_part *part, const struct pk_tagged *tagged, const struct pk_xml *common)
{
	bool behind = tagged->tag.kind == PK_TAG_CLOSE;
	for (struct pk_xml *n = tagged->marker->parent; n != common; n = n->parent) {
		switch ((int)pk_place_of(part, n)) {
		case PK_PLACE_PARAGRAPH:
		case PK_PLACE_INLINE:
		case PK_PLACE_ROW:
		case PK_PLACE_CELL:
			continue;
		case PK_PLACE_TABLE:
			return refuse(part, PK_M_SECTION_CUTS_TABLE, tagged, tagged->partner);
		case PK_PLACE_ITEM:
			if (pk_place_is(part, common, PK_PLACE_LIST))
				continue;
			break;
		case PK_PLACE_LIST:
		case PK_PLACE_ROWS:
		case PK_PLACE_GROUP:
			break;
		default:
			return refuse(part, PK_M_SECTION_CUTS_OTHER, tagged, tagged->partner);
		}
		if (seen_beside(part, n, tagged->marker, behind))
			return refuse(part, PK_M_SECTION_CUTS_LIST, tagged, tagged->partner);
	}
	return true;
}

/* Cuts what is between the marker and the common parent in two at the marker. */
static bool hoist(struct pk_part *part, const struct pk_tagged *tagged, const struct pk_xml *common)
{
	while (tagged->marker->parent != common) {
		if (!pk_place_is(part, tagged->marker->parent, PK_PLACE_INLINE))
			return refuse(part, PK_M_SECTION_CUTS_OTHER, tagged, tagged->partner);
		if (!pk_tree_cut(part, tagged->marker))
			return false;
	}
	return true;
}

static bool lift_in_row(struct pk_part *part, struct pk_tagged *open, struct pk_xml *row)
{
	struct pk_tagged *close = open->partner;
	if (seen_beside(part, row, open->marker, false) ||
			seen_beside(part, row, close->marker, true))
		return refuse(part, PK_M_SECTION_COLUMNS, close, open);
	pk_tree_move_before(open->marker, row);
	pk_tree_move_after(close->marker, row);
	return true;
}

static bool lift(struct pk_part *part, struct pk_tagged *open)
{
	struct pk_tagged *close = open->partner;
	struct pk_xml *common = common_parent(open->marker, close->marker);
	enum pk_place what = pk_place_of(part, common);
	if (open->marker->parent == common && close->marker->parent == common)
		return true;
	if (what == PK_PLACE_PARAGRAPH || what == PK_PLACE_INLINE)
		return hoist(part, open, common) && hoist(part, close, common);
	if (!can_leave(part, close, common) || !can_leave(part, open, common))
		return false;
	if (what == PK_PLACE_ROW)
		return lift_in_row(part, open, common);
	if (open->marker->parent != common)
		pk_tree_move_before(open->marker, child_above(open->marker, common));
	if (close->marker->parent != common)
		pk_tree_move_after(close->marker, child_above(close->marker, common));
	return true;
}

static struct pk_xml *past_text(struct pk_xml *node)
{
	while (node != NULL && node->kind == PK_XML_TEXT)
		node = node->next;
	return node;
}

static struct pk_xml *element_after(struct pk_xml *node)
{
	while (node != NULL && node->kind != PK_XML_ELEMENT)
		node = node->next;
	return node;
}

static struct pk_xml *element_before(struct pk_xml *node)
{
	while (node != NULL && node->kind != PK_XML_ELEMENT)
		node = node->prev;
	return node;
}

/* A repetition of nothing but a list is one of its items, so that they are counted on. */
static void sink(struct pk_part *part, struct pk_tagged *open)
{
	struct pk_xml *first = open->marker, *last = open->partner->marker;
	struct pk_xml *list = past_text(first->next);
	if (!open->turns || !pk_place_is(part, list, PK_PLACE_LIST) ||
			past_text(list->next) != last)
		return;
	pk_xml_remove(first);
	pk_xml_remove(last);
	pk_xml_insert(list, first, list->first);
	pk_xml_insert(list, last, NULL);
}

/* --- the result --- */

/* True when the rows between two markers belong together with others. Only rows are looked for: in
 * running text the next element may lie behind any number of markers. */
static bool cuts_merged(const struct pk_part *part, struct pk_xml *open, struct pk_xml *close)
{
	enum pk_place what = pk_place_of(part, open->parent);
	struct pk_xml *first;
	if ((what != PK_PLACE_TABLE && what != PK_PLACE_ROWS) || open->next == close)
		return false;
	first = element_after(open);
	return pk_place_is(part, first, PK_PLACE_ROW) &&
	       part->dialect->cuts_merged(first, element_before(close));
}

static bool check_end(struct pk_part *part, struct pk_tagged *open, const struct pk_tagged *close,
		int fields)
{
	if (open == NULL || close->partner != open || close->marker->parent != open->marker->parent)
		return refuse(part, PK_M_SECTION_OVERLAP, close,
				open == NULL ? close->partner : open);
	if (fields != 0)
		return refuse(part, PK_M_SECTION_CUTS_FIELD, close, open);
	if (cuts_merged(part, open->marker, close->marker))
		return refuse(part, PK_M_SECTION_CUTS_MERGED, close, open);
	return true;
}

/* Asserts that every section now holds whole elements and whole fields. */
static bool check_result(struct pk_part *part)
{
	struct open {
		struct pk_tagged *tagged;
		int fields;
	} *open = NULL;
	size_t n = 0, room = 0;
	int fields = 0;
	for (struct pk_xml *node = part->root; node != NULL; node = pk_xml_walk(part->root, node)) {
		struct pk_tagged *tagged = pk_tagged_of(node);
		fields += part->plain ? 0 : part->dialect->field(node);
		if (tagged == NULL || !pk_tagged_is_section(tagged))
			continue;
		if (pk_tagged_opens(tagged)) {
			if (!pk_grow(part->job, &open, n, &room))
				return false;
			open[n++] = (struct open){ tagged, fields };
		} else {
			n -= n > 0;
			if (!check_end(part, open == NULL ? NULL : open[n].tagged, tagged,
					    open == NULL ? 0 : fields - open[n].fields))
				return false;
		}
	}
	return true;
}

bool pk_sections_lift(struct pk_part *part)
{
	bool good = true;
	if (!match(part))
		return true;
	if (!pk_sections_breaks(part))
		return false;
	if (!part->plain) {
		pk_sections_take(part, PK_PLACE_ROW);
		pk_sections_take(part, PK_PLACE_ITEM);
		pk_sections_take(part, PK_PLACE_PARAGRAPH);
	}
	for (size_t i = 0; i < part->n_tags; i++)
		if (pk_tagged_opens(part->tags[i]))
			good = lift(part, part->tags[i]) && good;
	if (!good)
		return true;
	for (size_t i = part->n_tags; i-- > 0 && part->dialect->sinks && !part->plain;)
		if (pk_tagged_opens(part->tags[i]))
			sink(part, part->tags[i]);
	for (size_t i = 0; i < part->n_tags; i++)
		if (pk_tagged_opens(part->tags[i]) && !pk_section_float(part, part->tags[i]))
			return false;
	(void)check_result(part);
	return true;
}
