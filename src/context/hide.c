/* Names are looked up outwards. So that an absent fact is never taken from further out (the heading
 * of a paragraf for that of a part), a list's item or a map gets NOTHING under each name of its own
 * that it lacks and that something around it has. */
#include "context/inside.h"

/* A name of the table. */
struct own {
	struct pk_str name; /* the last part of the path */
	int parent, first, next; /* places in the table: first of the names below it, next beside it by name */
	size_t below;       /* how many names stand below it */
	bool map;           /* a LIST or a MAP: has names of its own */
	bool shadows;       /* something around its parent has a name like it */
};

enum { IS_TEXT, IS_LIST, IS_MAP, IS_BLOCKS, IS_IMAGE, IS_ANCHOR, IS_PAGE, IS_DATE, IS_PERSON };

static const struct {
	const char *path;
	int kind;
} names[] = {
#define N(path, kind, help, example, since) { path, IS_##kind },
#include "context/names.def"
#undef N
};

/* The tree of names: its root first, then the table. */
enum { ROOT, N_OWN = PK_COUNT(names) + 1, NONE = 0 };

struct hiding {
	struct pk_job *job;
	struct own own[N_OWN];
};

/* What stands below a path follows on it: the parent is the name before or something around that. */
static int parent_of(const struct hiding *h, struct pk_str path, int i)
{
	int k = i - 1;

	while (k != ROOT && !pk_str_is(path, names[k - 1].path))
		k = h->own[k].parent;
	return k;
}

/* Puts a name among those beside it, by their order in a map. */
static void insert(struct hiding *h, int i)
{
	struct own *parent = &h->own[h->own[i].parent];
	int *at = &parent->first;

	while (*at != NONE && pk_str_cmp(h->own[*at].name, h->own[i].name) < 0)
		at = &h->own[*at].next;
	h->own[i].next = *at;
	*at = i;
	parent->below++;
}

static bool around(const struct hiding *h, int i)
{
	for (int a = h->own[i].parent; a != ROOT; a = h->own[a].parent) {
		for (int k = h->own[h->own[a].parent].first; k != NONE; k = h->own[k].next) {
			if (pk_str_eq(h->own[k].name, h->own[i].name))
				return true;
		}
	}
	return false;
}

static void read_names(struct hiding *h)
{
	for (int i = ROOT + 1; i < N_OWN; i++) {
		struct pk_str path = pk_str_of(names[i - 1].path);
		size_t dot = path.n;

		while (dot > 0 && path.p[dot - 1] != '.')
			dot--;
		h->own[i].name = pk_str_slice(path, dot, path.n);
		h->own[i].parent = dot == 0 ? ROOT : parent_of(h, pk_str_slice(path, 0, dot - 1), i);
		h->own[i].map = names[i - 1].kind == IS_LIST || names[i - 1].kind == IS_MAP;
		insert(h, i);
	}
	for (int i = ROOT + 1; i < N_OWN; i++)
		h->own[i].shadows = around(h, i);
}

static bool hide_in(const struct hiding *h, int name, struct pk_value *value);

/* A map whose names stand below name: its fields, each hidden in, and NOTHING for what it lacks. Both
 * are in order. */
static bool hide_in_map(const struct hiding *h, int name, struct pk_value *value)
{
	const struct pk_field *field = value->as.map.v, *end = field + value->as.map.n;
	struct pk_field *fields = pk_new(h->job, struct pk_field, value->as.map.n + h->own[name].below);
	int k = h->own[name].first;
	size_t n = 0;

	if (fields == NULL)
		return false;
	while (field != end || k != NONE) {
		const struct own *own = &h->own[k];
		int order = field == end ? 1 : k == NONE ? -1 : pk_str_cmp(field->name, own->name);

		if (order <= 0)
			fields[n++] = *field++;
		else if (own->shadows)
			fields[n++] = (struct pk_field){ .name = own->name };
		if (order == 0 && own->map && !hide_in(h, k, &fields[n - 1].value))
			return false;
		if (order >= 0)
			k = own->next;
	}
	value->as.map.v = fields;
	value->as.map.n = n;
	return true;
}

static bool hide_in(const struct hiding *h, int name, struct pk_value *value)
{
	struct pk_value *items;

	if (value->kind == PK_MAP)
		return hide_in_map(h, name, value);
	if (value->kind != PK_LIST)
		return true;
	items = pk_new(h->job, struct pk_value, value->as.list.n);
	if (items == NULL)
		return false;
	for (size_t i = 0; i < value->as.list.n; i++) {
		items[i] = value->as.list.v[i];
		if (!hide_in(h, name, &items[i]))
			return false;
	}
	value->as.list.v = items;
	return true;
}

bool pk_context_hide(struct pk_job *job, struct pk_value *root)
{
	struct hiding h = { .job = job };

	read_names(&h);
	return hide_in_map(&h, ROOT, root);
}
