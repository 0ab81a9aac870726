/* Names are looked up outwards. So that an absent fact is never taken from further out (the heading
 * of a paragraf for that of a part), a list's item or a map gets NOTHING under each name of its own
 * that it lacks and that something around it has. */
#include "context/inside.h"

/* The tree of names, its root first: made from names.def while the program is built. */
enum { ROOT, NONE = 0 };

static const struct own {
	struct pk_str name; /* the last part of the path */
	int first, next;    /* places in the tree: first of the names below it, next beside it by name */
	size_t below;       /* how many names stand below it */
	bool map;           /* a list or a map: has names of its own */
	bool shadows;       /* something around its parent has a name like it */
} names[] = {
#include "context/names.inc"
};

static bool hide_in(struct pk_job *job, int name, struct pk_value *value);

/* A map whose names stand below name: its fields, each hidden in, and NOTHING for what it lacks. Both
 * are in order. */
static bool hide_in_map(struct pk_job *job, int name, struct pk_value *value)
{
	const struct pk_field *field = value->as.map.v, *end = field + value->as.map.n;
	struct pk_field *fields = pk_new(job, struct pk_field, value->as.map.n + names[name].below);
	int k = names[name].first;
	size_t n = 0;

	if (fields == NULL)
		return false;
	while (field != end || k != NONE) {
		const struct own *own = &names[k];
		int order = field == end ? 1 : k == NONE ? -1 : pk_str_cmp(field->name, own->name);

		if (order <= 0)
			fields[n++] = *field++;
		else if (own->shadows)
			fields[n++] = (struct pk_field){ .name = own->name };
		if (order == 0 && own->map && !hide_in(job, k, &fields[n - 1].value))
			return false;
		if (order >= 0)
			k = own->next;
	}
	value->as.map.v = fields;
	value->as.map.n = n;
	return true;
}

static bool hide_in(struct pk_job *job, int name, struct pk_value *value)
{
	struct pk_value *items;

	if (value->kind == PK_MAP)
		return hide_in_map(job, name, value);
	if (value->kind != PK_LIST)
		return true;
	items = pk_new(job, struct pk_value, value->as.list.n);
	if (items == NULL)
		return false;
	for (size_t i = 0; i < value->as.list.n; i++) {
		items[i] = value->as.list.v[i];
		if (!hide_in(job, name, &items[i]))
			return false;
	}
	value->as.list.v = items;
	return true;
}

bool pk_context_hide(struct pk_job *job, struct pk_value *root)
{
	return hide_in_map(job, ROOT, root);
}
