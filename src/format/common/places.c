/* What elements are; cutting them in two, moving markers. */
#include "format/common/dialect.h"

/* The only element of a part without paragraphs that may hold a tag: one that holds text alone. */
static bool is_leaf(const struct pk_xml *node)
{
	for (const struct pk_xml *child = node->first; child != NULL; child = child->next)
		if (child->kind == PK_XML_ELEMENT)
			return false;
	return node->first != NULL;
}

static enum pk_place look_up(const struct pk_dialect *dialect, struct pk_str name)
{
	for (size_t i = 0; i < dialect->n_elements; i++)
		if (pk_str_eq(dialect->elements[i].name, name))
			return dialect->elements[i].place;
	return PK_PLACE_OTHER;
}

uint8_t pk_place_named(void *owner, struct pk_str name)
{
	struct pk_part *part = owner;
	enum pk_place place = look_up(part->dialect, name);
	part->places |= UINT32_C(1) << place;
	return (uint8_t)(PK_PLACE_LOOKED_UP + place);
}

enum pk_place pk_place_look_up(const struct pk_part *part, const struct pk_xml *node)
{
	if (part->plain)
		return is_leaf(node) ? PK_PLACE_PARAGRAPH : PK_PLACE_OTHER;
	return look_up(part->dialect, node->name);
}

static bool is_properties(const struct pk_part *part, const struct pk_xml *node)
{
	return part->dialect->properties != NULL && pk_xml_is(node, part->dialect->properties);
}

/* True when nothing is there from a child on but shared properties. */
static bool bare_from(const struct pk_part *part, const struct pk_xml *child)
{
	while (child != NULL && (is_properties(part, child) ||
				(child->kind == PK_XML_TEXT && child->text.n == 0)))
		child = child->next;
	return child == NULL;
}

bool pk_tree_bare(const struct pk_part *part, const struct pk_xml *node)
{
	return bare_from(part, node->first);
}

/* The element itself, with attributes of its own. */
static bool copy_element(struct pk_job *job, const struct pk_xml *node, struct pk_xml **ret)
{
	struct pk_xml *copy;
	if (!pk_xml_new(job, node->kind, node->name, &copy))
		return false;
	copy->attrs = node->n_attrs == 0 ? NULL : pk_new(job, struct pk_xml_attr, node->n_attrs);
	if (copy->attrs == NULL && node->n_attrs > 0)
		return false;
	for (size_t i = 0; i < node->n_attrs; i++)
		copy->attrs[i] = node->attrs[i];
	copy->n_attrs = node->n_attrs;
	copy->line = node->line;
	copy->place = node->place;
	copy->data = node->data;
	*ret = copy;
	return true;
}

bool pk_tree_copy(struct pk_job *job, const struct pk_xml *root, struct pk_xml **ret)
{
	struct pk_xml *top, *parent, *copy;
	if (!copy_element(job, root, &top))
		return false;
	parent = top;
	for (const struct pk_xml *node = root->first; node != NULL;) {
		if (!copy_element(job, node, &copy))
			return false;
		pk_xml_insert(parent, copy, NULL);
		if (node->first != NULL) {
			parent = copy;
			node = node->first;
			continue;
		}
		while (node != root && node->next == NULL) {
			node = node->parent;
			if (node != root)
				parent = parent->parent;
		}
		node = node == root ? NULL : node->next;
	}
	*ret = top;
	return true;
}

void pk_tree_move_before(struct pk_xml *marker, struct pk_xml *before)
{
	pk_xml_remove(marker);
	pk_xml_insert(before->parent, marker, before);
}

void pk_tree_move_after(struct pk_xml *marker, struct pk_xml *after)
{
	pk_xml_remove(marker);
	pk_xml_insert(after->parent, marker, after->next);
}

/* What stands behind the marker, in a copy of its parent. */
static bool cut_off(struct pk_part *part, struct pk_xml *marker, struct pk_xml **ret)
{
	struct pk_xml *second, *copy, *child;
	if (!copy_element(part->job, marker->parent, &second))
		return false;
	for (child = marker->parent->first; child != NULL; child = child->next) {
		if (!is_properties(part, child))
			continue;
		if (!pk_tree_copy(part->job, child, &copy))
			return false;
		pk_xml_insert(second, copy, NULL);
	}
	while ((child = marker->next) != NULL) {
		pk_xml_remove(child);
		pk_xml_insert(second, child, NULL);
	}
	*ret = second;
	return true;
}

bool pk_tree_cut(struct pk_part *part, struct pk_xml *marker)
{
	struct pk_xml *first = marker->parent, *second = NULL;
	struct pk_xml *above = first->parent, *after = first->next;
	/* Nothing most often: a tag has a run of its own. */
	if (!bare_from(part, marker->next) && !cut_off(part, marker, &second))
		return false;
	while (marker->next != NULL)
		pk_xml_remove(marker->next);
	pk_xml_remove(marker);
	pk_xml_insert(above, marker, after);
	if (second != NULL)
		pk_xml_insert(above, second, after);
	if (pk_tree_bare(part, first))
		pk_xml_remove(first);
	return true;
}
