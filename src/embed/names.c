/* The names of templates as a tree, worked out while the program is built:
 *
 *     embed_names OUTPUT
 *
 * writes the table that src/context/hide.c walks: which names stand below which, in the order of a map. */
#include <stdbool.h>
#include <stdio.h>
#include <string.h>

enum { IS_TEXT, IS_LIST, IS_MAP, IS_BLOCKS, IS_IMAGE, IS_ANCHOR, IS_PAGE, IS_DATE, IS_PERSON };

static const struct {
	const char *path;
	int kind;
} names[] = {
#define N(path, kind, help, example, since) { path, IS_##kind },
#include "context/names.def"
#undef N
};

/* The root, then the names of the table. NONE: no name stands there, as the root stands below nothing. */
enum { ROOT, N_OWN = sizeof(names) / sizeof(names[0]) + 1, NONE = 0 };

struct own {
	const char *name; /* the last part of the path */
	int parent, first, next; /* places in the tree: first of the names below it, next beside it by name */
	int below;        /* how many names stand below it */
	bool shadows;     /* something around its parent has a name like it */
};

/* What stands below a path follows on it: the parent is the name before or something around that. */
static int parent_of(const struct own *tree, const char *path, size_t n, int i)
{
	int k = i - 1;

	while (k != ROOT && (strlen(names[k - 1].path) != n || strncmp(names[k - 1].path, path, n) != 0))
		k = tree[k].parent;
	return k;
}

/* Puts a name among those beside it, by their order in a map. */
static void insert(struct own *tree, int i)
{
	struct own *parent = &tree[tree[i].parent];
	int *at = &parent->first;

	while (*at != NONE && strcmp(tree[*at].name, tree[i].name) < 0)
		at = &tree[*at].next;
	tree[i].next = *at;
	*at = i;
	parent->below++;
}

static bool around(const struct own *tree, int i)
{
	for (int a = tree[i].parent; a != ROOT; a = tree[a].parent) {
		for (int k = tree[tree[a].parent].first; k != NONE; k = tree[k].next) {
			if (strcmp(tree[k].name, tree[i].name) == 0)
				return true;
		}
	}
	return false;
}

static void grow(struct own *tree)
{
	for (int i = ROOT + 1; i < N_OWN; i++) {
		const char *path = names[i - 1].path, *dot = strrchr(path, '.');

		tree[i].name = dot == NULL ? path : dot + 1;
		tree[i].parent = dot == NULL ? ROOT : parent_of(tree, path, (size_t)(dot - path), i);
		insert(tree, i);
	}
	for (int i = ROOT + 1; i < N_OWN; i++)
		tree[i].shadows = around(tree, i);
}

static void print(const struct own *tree, FILE *out)
{
	fputs("/* Made by src/embed/names.c. */\n", out);
	for (int i = ROOT; i < N_OWN; i++) {
		bool map = i != ROOT && (names[i - 1].kind == IS_LIST || names[i - 1].kind == IS_MAP);

		fprintf(out, "{ PK_STR_INIT(\"%s\"), %d, %d, %d, %d, %d },\n",
				i == ROOT ? "" : tree[i].name, tree[i].first, tree[i].next, tree[i].below, map,
				tree[i].shadows);
	}
}

int main(int argc, char **argv)
{
	static struct own tree[N_OWN];
	FILE *out = argc == 2 ? fopen(argv[1], "w") : NULL;

	if (out == NULL) {
		fputs("embed_names OUTPUT\n", stderr);
		return 1;
	}
	grow(tree);
	print(tree, out);
	return ferror(out) | fclose(out) ? 1 : 0;
}
