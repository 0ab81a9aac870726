#include "cli/paths.h"

#include <stdlib.h>
#include <string.h>

static bool add(struct paths *paths, const char *path)
{
	char *copy;

	if (paths->n == paths->room) {
		size_t room = paths->room == 0 ? 16 : paths->room * 2;
		char **more = realloc(paths->v, room * sizeof(*more));

		if (more == NULL)
			return false;
		paths->v = more;
		paths->room = room;
	}
	copy = strdup(path);
	if (copy == NULL)
		return false;
	paths->v[paths->n++] = copy;
	return true;
}

/* A line for each path. A carriage return before the line feed comes from lists made in Windows. */
static bool read_list(struct paths *paths)
{
	char *line = NULL;
	size_t room = 0;
	ssize_t n;
	bool ok = true;

	while (ok && (n = getline(&line, &room, stdin)) > 0) {
		while (n > 0 && (line[n - 1] == '\n' || line[n - 1] == '\r'))
			line[--n] = '\0';
		ok = n == 0 || add(paths, line);
	}
	free(line);
	return ok;
}

int read_paths(struct cli *cli, char **operands, int n, struct paths *ret)
{
	*ret = (struct paths){ 0 };
	for (int i = 0; i < n; i++) {
		bool list = strcmp(operands[i], "-") == 0;

		if (list ? !read_list(ret) : !add(ret, operands[i]))
			return no_memory(cli);
		if (list && ferror(stdin)) {
			fprintf(stderr, "protokoll: %s\n", say(cli, W_NO_STDIN));
			return PROTOKOLL_FILE;
		}
	}
	return ret->n > 0 ? -1 : usage_error(cli, W_EMPTY_LIST, NULL);
}

void free_paths(struct paths *paths)
{
	for (size_t i = 0; i < paths->n; i++)
		free(paths->v[i]);
	free(paths->v);
	*paths = (struct paths){ 0 };
}
