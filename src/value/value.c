/* Values: lookup, truth, and the builders of maps and lists. */
#include "value/value.h"

#include <stdlib.h>

#include "markup/blocks.h"

const struct pk_value *pk_value_get(const struct pk_value *map, struct pk_str name)
{
	if (map == NULL || map->kind != PK_MAP)
		return NULL;
	size_t from = 0, to = map->as.map.n;
	while (from < to) {
		size_t middle = from + (to - from) / 2;
		const struct pk_field *field = &map->as.map.v[middle];
		int order = pk_str_cmp(name, field->name);
		if (order == 0)
			return &field->value;
		if (order < 0)
			to = middle;
		else
			from = middle + 1;
	}
	return NULL;
}

bool pk_value_true(const struct pk_value *value)
{
	if (value == NULL)
		return false;
	switch (value->kind) {
	case PK_NOTHING:
		return false;
	case PK_TEXT:
		return value->as.text.n > 0;
	case PK_LIST:
		return value->as.list.n > 0;
	case PK_MAP:
		return value->as.map.n > 0;
	case PK_BLOCKS:
		return value->as.blocks != NULL && value->as.blocks->n > 0;
	case PK_IMAGE:
		return value->as.image != NULL;
	case PK_ANCHOR:
	case PK_PAGE:
		return true;
	}
	return false;
}

const struct pk_value *pk_value_plain(const struct pk_value *value)
{
	if (value == NULL || value->kind != PK_MAP)
		return value;
	return pk_value_get(value, PK_STR(""));
}

void pk_map_put(struct pk_map_builder *b, struct pk_str name, struct pk_value value)
{
	if (b->failed)
		return;
	if (!pk_grow(b->job, &b->v, b->n, &b->room)) {
		b->failed = true;
		return;
	}
	b->v[b->n++] = (struct pk_field){ name, value };
}

void pk_map_put_text(struct pk_map_builder *b, struct pk_str name, struct pk_str text)
{
	if (text.n > 0)
		pk_map_put(b, name, pk_value_text(text));
}

static int by_name(const void *a, const void *b)
{
	return pk_str_cmp(((const struct pk_field *)a)->name, ((const struct pk_field *)b)->name);
}

bool pk_map_done(struct pk_map_builder *b, struct pk_value *ret)
{
	if (b->failed)
		return false;
	if (b->n > 1)
		qsort(b->v, b->n, sizeof(*b->v), by_name);
	*ret = (struct pk_value){ .kind = PK_MAP, .as.map = { b->v, b->n } };
	return true;
}

void pk_list_put(struct pk_list_builder *b, struct pk_value value)
{
	if (b->failed)
		return;
	if (!pk_grow(b->job, &b->v, b->n, &b->room)) {
		b->failed = true;
		return;
	}
	b->v[b->n++] = value;
}

bool pk_list_done(struct pk_list_builder *b, struct pk_value *ret)
{
	if (b->failed)
		return false;
	*ret = (struct pk_value){ .kind = PK_LIST, .as.list = { b->v, b->n } };
	return true;
}
