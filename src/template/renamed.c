/* Names that were others once: an old template goes on with the names that it was written with. */
#include "template/build.h"

/* What a path of the table leads to: what a section over it pushes. */
static const struct pk_value *map_at(const struct pk_builder *b, struct pk_str path)
{
	const struct pk_value *value = b->model;
	struct pk_str part;
	while (value != NULL && pk_str_next(&path, '.', &part)) {
		value = pk_value_get(value, part);
		if (value != NULL && value->kind == PK_LIST)
			value = value->as.list.n > 0 ? &value->as.list.v[0] : NULL;
	}
	return value;
}

/* Cuts a path at its last dot; what stands above has no bytes at all without one. */
static struct pk_str cut_last(struct pk_str path, struct pk_str *ret_above)
{
	size_t dot = path.n;
	while (dot > 0 && path.p[dot - 1] != '.')
		dot--;
	*ret_above = dot > 0 ? pk_str_slice(path, 0, dot - 1) : (struct pk_str){ NULL, 0 };
	return pk_str_slice(path, dot, path.n);
}

/* The row for an old name of a field of that map, or NULL. */
static const struct pk_renamed *row_for(
		const struct pk_builder *b, const struct pk_value *map, struct pk_str name)
{
	struct pk_str above;
	for (const struct pk_renamed *row = b->renamed; row->was != NULL; row++)
		if (pk_str_eq(cut_last(pk_str_of(row->was), &above), name) &&
				map_at(b, above) == map)
			return row;
	return NULL;
}

/* True when a part of the name was some field's once. Of others there is nothing to look up. */
static bool may_be_old(const struct pk_builder *b, struct pk_str whole)
{
	struct pk_str rest = whole, part, above;
	while (pk_str_next(&rest, '.', &part))
		for (const struct pk_renamed *row = b->renamed; row->was != NULL; row++)
			if (pk_str_eq(cut_last(pk_str_of(row->was), &above), part))
				return true;
	return false;
}

/* One part of a name, looked for in one map. */
struct search {
	const struct pk_value *value;     /* what was found, by either name */
	const struct pk_renamed *row;     /* the row that it took; NULL: none */
};

static bool find_in(const struct pk_builder *b, const struct pk_value *map, struct pk_str name,
		struct search *ret)
{
	struct pk_str above;
	if (map == NULL)
		return false;
	ret->value = pk_value_get(map, name);
	ret->row = ret->value == NULL ? row_for(b, map, name) : NULL;
	if (ret->row != NULL)
		ret->value = pk_value_get(map, cut_last(pk_str_of(ret->row->now), &above));
	return ret->value != NULL;
}

/* The first part of a name through the contexts: an inner old name goes before an outer new one. */
static bool find_first(const struct pk_builder *b, struct pk_str name, struct search *ret)
{
	for (size_t i = b->n_sections; i-- > 0;)
		if (find_in(b, b->sections[i].context, name, ret))
			return true;
	return find_in(b, b->model, name, ret);
}

bool pk_renamed_now(const struct pk_builder *b, struct pk_str whole, struct pk_str *ret,
		const struct pk_renamed **ret_row)
{
	struct pk_str rest = whole, part, above, now = { NULL, 0 };
	struct search found = { NULL, NULL };
	const struct pk_renamed *row = NULL;
	*ret = whole;
	*ret_row = NULL;
	if (b->model == NULL || b->renamed == NULL || !may_be_old(b, whole) ||
			pk_name_cut(whole).kind != PK_NAME_PLAIN)
		return true;
	/* Nothing is copied until a part differs. */
	for (bool first = true; pk_str_next(&rest, '.', &part); first = false) {
		if (!(first ? find_first(b, part, &found) : find_in(b, found.value, part, &found)))
			return true;
		struct pk_str dot = pk_str_of(row == NULL ? "" : ".");
		if (found.row != NULL) {
			if (row == NULL)
				now = pk_str_slice(whole, 0, (size_t)(part.p - whole.p));
			row = found.row;
			part = cut_last(pk_str_of(row->now), &above);
		}
		if (row != NULL && !pk_join(b->job, &now, now, dot, part))
			return false;
	}
	if (row != NULL)
		*ret = now;
	*ret_row = row;
	return true;
}
