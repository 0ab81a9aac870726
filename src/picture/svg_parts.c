/* How much an SVG draws. An element that others use is drawn each time: ten uses of ten uses of ...
 * in a small file would keep a program busy for ever. */
#include <stdlib.h>

#include "picture/svg.h"

struct target {
	struct pk_str id;
	struct pk_xml *node;
};

/* Kept at each element (pk_xml.data). */
struct cost {
	uint32_t parts; /* 0: still being counted */
};

struct count {
	const struct svg *svg;
	struct target *targets; /* by id */
	size_t n, room;
};

static int compare(const void *a, const void *b)
{
	return pk_str_cmp(((const struct target *)a)->id, ((const struct target *)b)->id);
}

static bool collect(struct count *count)
{
	struct pk_xml *root = count->svg->root;

	for (struct pk_xml *node = root; node != NULL; node = pk_xml_walk(root, node)) {
		struct pk_str id = node->kind == PK_XML_ELEMENT ? pk_xml_get(node, "id")
								: PK_STR("");

		if (id.n == 0)
			continue;
		if (!pk_grow(count->svg->aside, &count->targets, count->n, &count->room))
			return false;
		count->targets[count->n++] = (struct target){ id, node };
	}
	if (count->n > 0)
		qsort(count->targets, count->n, sizeof(*count->targets), compare);
	return true;
}

static struct pk_xml *find(const struct count *count, struct pk_str address)
{
	struct target wanted = { .id = pk_str_slice(address, 1, address.n) };
	const struct target *found;

	if (count->n == 0 || !pk_str_starts(address, PK_STR("#")))
		return NULL;
	found = bsearch(&wanted, count->targets, count->n, sizeof(wanted), compare);
	return found == NULL ? NULL : found->node;
}

static bool add(struct count *count, struct pk_xml *node, uint32_t depth, uint32_t *parts);

/* What the element has drawn beside its own children. */
static bool add_targets(
		struct count *count, const struct pk_xml *node, uint32_t depth, uint32_t *parts)
{
	bool uses = pk_str_is(svg_local(node->name), "use");
	struct pk_str address;

	for (size_t i = 0; i < node->n_attrs; i++) {
		const struct pk_xml_attr *attr = &node->attrs[i];

		if (uses && pk_str_is(svg_local(attr->name), "href") &&
				!add(count, find(count, pk_str_trim(attr->value)), depth, parts))
			return false;
		for (size_t at = 0; svg_next_url(attr->value, &at, &address);)
			if (!add(count, find(count, address), depth, parts))
				return false;
	}
	return true;
}

/* Adds the parts of an element; NULL and text have none. False when there are too many, or an
 * element uses itself. */
static bool add(struct count *count, struct pk_xml *node, uint32_t depth, uint32_t *parts)
{
	const struct pk_limits *limits = count->svg->aside->limits;
	struct cost *cost;
	uint32_t own = 1;

	if (node == NULL || node->kind != PK_XML_ELEMENT)
		return true;
	cost = node->data;
	if (cost == NULL) {
		cost = node->data = pk_new(count->svg->aside, struct cost, 1);
		if (cost == NULL || depth >= limits->svg_depth ||
				!add_targets(count, node, depth + 1, &own))
			return false;
		for (struct pk_xml *child = node->first; child != NULL; child = child->next)
			if (!add(count, child, depth + 1, &own))
				return false;
		cost->parts = own;
	}
	if (cost->parts == 0 || cost->parts > limits->svg_parts - *parts)
		return false;
	*parts += cost->parts;
	return true;
}

bool svg_has_few_parts(const struct svg *svg)
{
	struct count count = { .svg = svg };
	uint32_t parts = 0;

	if (collect(&count) && add(&count, svg->root, 0, &parts))
		return true;
	return pk_fail(svg->job, PK_M_SVG_LARGE, svg->at, svg->name);
}
