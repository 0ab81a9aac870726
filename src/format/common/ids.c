/* What must be unique in a document: where each id and name is defined, and which repetition it
 * belongs to. */
#include "format/common/dialect.h"

#include <stdlib.h>

const struct pk_id_rule *pk_ids_rule(
		const struct pk_dialect *dialect, const struct pk_xml *node, struct pk_str attr)
{
	for (size_t i = 0; i < dialect->n_ids; i++) {
		const struct pk_id_rule *rule = &dialect->ids[i];
		if (pk_str_eq(rule->attr, attr) &&
				(rule->element.n == 0 || pk_str_eq(rule->element, node->name)))
			return rule;
	}
	return NULL;
}

static int by_number(const struct pk_tagged *a, const struct pk_tagged *b)
{
	uint32_t x = a == NULL ? 0 : a->number, y = b == NULL ? 0 : b->number;
	return (x > y) - (x < y);
}

/* What is taken in twice is defined twice: in each repetition for itself. */
static int compare(const void *a, const void *b)
{
	const struct pk_id *x = a, *y = b;
	int order = (x->kind > y->kind) - (x->kind < y->kind);
	if (order == 0)
		order = pk_str_cmp(x->value, y->value);
	if (order == 0)
		order = by_number(x->turning, y->turning);
	return order != 0 ? order : by_number(x->section, y->section);
}

/* The first definition that is not before the key. */
static const struct pk_id *at_or_after(const struct pk_part *part, const struct pk_id *key)
{
	size_t from = 0, to = part->n_ids;
	while (from < to) {
		size_t middle = from + (to - from) / 2;
		if (compare(&part->ids[middle], key) < 0)
			from = middle + 1;
		else
			to = middle;
	}
	return from < part->n_ids ? &part->ids[from] : NULL;
}

const struct pk_tagged *pk_ids_turning(const struct pk_tagged *section)
{
	while (section != NULL && !section->turns)
		section = section->outer;
	return section;
}

/* The first definition in a repetition (NULL: outside of all) or, if there is none, in a later one. */
static const struct pk_id *first_from(const struct pk_part *part, enum pk_fresh kind,
		struct pk_str value, const struct pk_tagged *turning)
{
	struct pk_id key = { kind, value, NULL, NULL, turning };
	const struct pk_id *found = at_or_after(part, &key);
	return found != NULL && found->kind == kind && pk_str_eq(found->value, value) ? found : NULL;
}

/* The definition in the innermost repetition around a section; NULL: there is none but in others. */
static const struct pk_id *find(const struct pk_part *part, enum pk_fresh kind, struct pk_str value,
		const struct pk_tagged *section)
{
	for (;; section = section->outer) {
		const struct pk_id *found;
		section = pk_ids_turning(section);
		found = first_from(part, kind, value, section);
		if (found != NULL && found->turning == section)
			return found;
		if (section == NULL)
			return NULL;
	}
}

/* The definition whose end stands in a section: one in the same if there is any. */
static const struct pk_id *find_start(const struct pk_part *part, enum pk_fresh kind,
		struct pk_str value, const struct pk_tagged *section)
{
	struct pk_id key = { kind, value, NULL, section, pk_ids_turning(section) };
	const struct pk_id *found = at_or_after(part, &key);
	return found != NULL && compare(found, &key) == 0 ? found
							 : first_from(part, kind, value, NULL);
}

struct pk_tagged *pk_ids_section(struct pk_tagged *section, const struct pk_xml *node)
{
	struct pk_tagged *tagged = pk_tagged_of(node);
	if (tagged == NULL || tagged->partner == NULL)
		return section;
	return tagged->tag.kind == PK_TAG_CLOSE ? tagged->partner->outer : tagged;
}

/* What an element ends that began elsewhere. */
struct end {
	struct pk_xml *node;
	enum pk_fresh kind;
	struct pk_str value;
	const struct pk_tagged *section;
};

struct ends {
	struct end *v;
	size_t n, room;
};

/* Notes what an element defines, and what it ends: no element ends two things. */
static bool look_at(struct pk_part *part, struct pk_xml *node, struct pk_tagged *section,
		struct ends *ends)
{
	bool ended = false;
	for (size_t i = 0; i < node->n_attrs; i++) {
		const struct pk_id_rule *rule =
				pk_ids_rule(part->dialect, node, node->attrs[i].name);
		struct pk_str value = node->attrs[i].value;
		if (rule != NULL && rule->part == PK_ID_DEFINES) {
			if (!pk_grow(part->job, &part->ids, part->n_ids, &part->ids_room))
				return false;
			part->ids[part->n_ids++] = (struct pk_id){ rule->kind, value, node, section,
				pk_ids_turning(section) };
		} else if (rule != NULL && rule->part == PK_ID_ENDS && !ended) {
			if (!pk_grow(part->job, &ends->v, ends->n, &ends->room))
				return false;
			ends->v[ends->n++] = (struct end){ node, rule->kind, value, section };
			ended = true;
		}
	}
	return true;
}

/* A bookmark that begins in one section and ends in another would be begun or ended too often:
 * it ends where it begins. One whose beginning has gone goes too. */
static void mend(const struct pk_part *part, const struct end *end)
{
	const struct pk_id *start = find_start(part, end->kind, end->value, end->section);
	if (start != NULL && start->section == end->section)
		return;
	pk_xml_remove(end->node);
	if (start != NULL)
		pk_xml_insert(start->node->parent, end->node, start->node->next);
}

bool pk_ids_find(struct pk_part *part)
{
	struct pk_tagged *section = NULL;
	struct ends ends = { NULL, 0, 0 };
	for (struct pk_xml *node = part->root; node != NULL; node = pk_xml_walk(part->root, node)) {
		section = pk_ids_section(section, node);
		if (!look_at(part, node, section, &ends))
			return false;
	}
	if (part->n_ids > 1)
		qsort(part->ids, part->n_ids, sizeof(*part->ids), compare);
	for (size_t i = 0; i < ends.n; i++)
		mend(part, &ends.v[i]);
	return true;
}

uint16_t pk_ids_owner(const struct pk_part *part, enum pk_fresh kind, struct pk_str value,
		const struct pk_tagged *section)
{
	const struct pk_id *id = find(part, kind, value, section);
	/* A reference from outside of the repetition keeps its bytes. */
	return id == NULL || id->turning == NULL ? 0 : id->turning->depth;
}

/* True when a paragraph (or the model of one) is an item of the list. */
static bool is_item(const struct pk_part *part, const struct pk_xml *paragraph, struct pk_str list)
{
	struct pk_str own = part->dialect->list(paragraph);
	return own.n > 0 && pk_str_eq(own, list);
}

/* True when a repetition holds anything but items of the list. */
static bool holds_more(
		const struct pk_part *part, const struct pk_tagged *section, struct pk_str list)
{
	for (const struct pk_xml *node = section->marker->next;
			node != NULL && node != section->partner->marker; node = node->next) {
		const struct pk_tagged *tagged = pk_tagged_of(node);
		enum pk_place what = pk_place_of(part, node);
		if (tagged != NULL && tagged->alone && !is_item(part, tagged->paragraph, list))
			return true;
		if (node->kind == PK_XML_ELEMENT && what != PK_PLACE_UNSEEN &&
				!(what == PK_PLACE_PARAGRAPH && is_item(part, node, list)))
			return true;
	}
	return false;
}

uint16_t pk_ids_list_owner(
		struct pk_part *part, struct pk_str list, const struct pk_tagged *section)
{
	if (list.n == 0 || part->dialect->list == NULL)
		return 0;
	for (section = pk_ids_turning(section); section != NULL;
			section = pk_ids_turning(section->outer)) {
		/* Items ask the same one after the other. */
		if (section != part->list_section || !pk_str_eq(list, part->list_asked)) {
			part->list_section = section;
			part->list_asked = list;
			part->list_more = holds_more(part, section, list);
		}
		if (part->list_more)
			return section->depth;
	}
	return 0;
}
