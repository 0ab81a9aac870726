/* {{>name}} in the parts of built-in templates: put in while building, so that a design which is
 * exported is a whole file, and no build of a document reads its pieces together. */
#include "embed.h"

#include <errno.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* A partial within a partial and so on: more than anyone wants, fewer than a circle has. */
enum { DEPTH = 8 };

static void put(struct bytes *to, const char *p, size_t n)
{
	if (to->n + n > to->room) {
		to->room = (to->n + n) * 2;
		to->p = realloc(to->p, to->room);
		if (to->p == NULL)
			die("out of memory");
	}
	if (n > 0)
		memcpy(to->p + to->n, p, n);
	to->n += n;
}

static struct bytes read_file(const char *path)
{
	struct bytes all = { NULL, 0, 0 };
	char piece[4096];
	FILE *in = fopen(path, "rb");

	if (in == NULL)
		die("%s: %s", path, strerror(errno));
	for (size_t n; (n = fread(piece, 1, sizeof(piece), in)) > 0;)
		put(&all, piece, n);
	if (ferror(in))
		die("%s: cannot be read", path);
	fclose(in);
	return all;
}

/* Nothing but elements and white space in the line beside the tag. */
static bool stands_alone(const char *line, const char *from, const char *to)
{
	bool in_element = false;

	for (const char *at = line; *at != '\0'; at++) {
		if (at == from)
			at = to - 1;
		else if (*at == '<' || *at == '>')
			in_element = *at == '<';
		else if (!in_element && strchr(" \t\r\n", *at) == NULL)
			return false;
	}
	return true;
}

/* Cuts the name in {{>name}} out of a line; NULL when the line takes nothing in. */
static char *partial_name(const char *path, char *line)
{
	char *from = strstr(line, "{{>"), *to = from == NULL ? NULL : strstr(from, "}}");

	if (to == NULL)
		return NULL;
	if (!stands_alone(line, from, to + strlen("}}")))
		die("%s: a partial stands alone in its line: %s", path, line);
	*to = '\0';
	return from + strlen("{{>");
}

/* The path of a partial, to be freed. */
static char *find_partial(const struct partials *where, const char *path, const char *name)
{
	const char *const folders[] = { where->own, where->shared };
	char file[128];

	if (snprintf(file, sizeof(file), "%s.%s", name, where->ending) >= (int)sizeof(file))
		die("%s: the name of a partial is too long: %s", path, name);
	for (size_t i = 0; i < sizeof(folders) / sizeof(folders[0]); i++) {
		char *found = joined(folders[i], file);
		FILE *there = fopen(found, "rb");

		if (there != NULL) {
			fclose(there);
			return found;
		}
		free(found);
	}
	die("%s: there is no partial %s in %s or %s", path, file, where->own, where->shared);
}

static void put_part(
		struct bytes *to, const struct partials *where, const char *path, unsigned depth);

static void put_line(struct bytes *to, const struct partials *where, const char *path,
		struct bytes line, unsigned depth)
{
	char *name = partial_name(path, line.p), *partial;

	if (name == NULL) {
		put(to, line.p, line.n);
		return;
	}
	if (depth == DEPTH)
		die("%s: partials take in each other: %s", path, name);
	partial = find_partial(where, path, name);
	put_part(to, where, partial, depth + 1);
	free(partial);
}

static void put_part(
		struct bytes *to, const struct partials *where, const char *path, unsigned depth)
{
	struct bytes all = read_file(path), line = { NULL, 0, 0 };
	size_t from = 0;

	for (size_t i = 0; i < all.n; i++) {
		if (all.p[i] != '\n' && i + 1 < all.n)
			continue;
		line.n = 0;
		put(&line, all.p + from, i + 1 - from);
		put(&line, "", 1);
		line.n--;
		put_line(to, where, path, line, depth);
		from = i + 1;
	}
	free(line.p);
	free(all.p);
}

struct bytes read_part(const struct partials *where, const char *path)
{
	struct bytes part = { NULL, 0, 0 };

	put_part(&part, where, path, 0);
	return part;
}
