/* Names are looked up outwards. So that an absent fact is never taken from further out (the heading
 * of a paragraf for that of a part), a list's item or a map gets NOTHING under each name of its own
 * that it lacks and that something around it has. */
#include "context/inside.h"

/* A name of the table, by its place there. */
struct own {
	struct pk_str name; /* the last part of the path */
	int parent;         /* -1: the root */
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

enum { N_NAMES = PK_COUNT(names) };

struct hiding {
	struct pk_job *job;
	struct own own[N_NAMES];
};

/* A path's parent stands above it. */
static int parent_of(struct pk_str path, int i)
{
	for (int k = i - 1; k >= 0; k--) {
		if (pk_str_is(path, names[k].path))
			return k;
	}
	return -1;
}

static bool around(const struct hiding *h, int i)
{
	for (int a = h->own[i].parent; a >= 0; a = h->own[a].parent) {
		for (int k = 0; k < N_NAMES; k++) {
			if (h->own[k].parent == h->own[a].parent &&
					pk_str_eq(h->own[k].name, h->own[i].name))
				return true;
		}
	}
	return false;
}

static void read_names(struct hiding *h)
{
	for (int i = 0; i < N_NAMES; i++) {
		struct pk_str path = pk_str_of(names[i].path);
		size_t dot = path.n;

		while (dot > 0 && path.p[dot - 1] != '.')
			dot--;
		h->own[i].name = pk_str_slice(path, dot, path.n);
		h->own[i].parent = dot == 0 ? -1 : parent_of(pk_str_slice(path, 0, dot - 1), i);
		h->own[i].map = names[i].kind == IS_LIST || names[i].kind == IS_MAP;
	}
	for (int i = 0; i < N_NAMES; i++)
		h->own[i].shadows = around(h, i);
}

static bool hide_in(const struct hiding *h, int name, struct pk_value *value);

/* A map whose names stand below name: its fields, each hidden in, and NOTHING for what it lacks. */
static bool hide_in_map(const struct hiding *h, int name, struct pk_value *value)
{
	struct pk_map_builder map = { .job = h->job };

	for (size_t f = 0; f < value->as.map.n; f++)
		pk_map_put(&map, value->as.map.v[f].name, value->as.map.v[f].value);
	for (int k = name + 1; k < N_NAMES && !map.failed; k++) {
		bool found = false;

		if (h->own[k].parent != name)
			continue;
		for (size_t f = 0; f < value->as.map.n; f++) {
			if (!pk_str_eq(map.v[f].name, h->own[k].name))
				continue;
			found = true;
			if (h->own[k].map && !hide_in(h, k, &map.v[f].value))
				return false;
		}
		if (!found && h->own[k].shadows)
			pk_map_put(&map, h->own[k].name, (struct pk_value){ .kind = PK_NOTHING });
	}
	return pk_map_done(&map, value);
}

static bool hide_in(const struct hiding *h, int name, struct pk_value *value)
{
	struct pk_list_builder list = { .job = h->job };

	if (value->kind == PK_MAP)
		return hide_in_map(h, name, value);
	if (value->kind != PK_LIST)
		return true;
	for (size_t i = 0; i < value->as.list.n; i++) {
		struct pk_value item = value->as.list.v[i];

		if (!hide_in(h, name, &item))
			return false;
		pk_list_put(&list, item);
	}
	return pk_list_done(&list, value);
}

bool pk_context_hide(struct pk_job *job, struct pk_value *root)
{
	struct hiding h = { .job = job };

	read_names(&h);
	return hide_in_map(&h, -1, root);
}
