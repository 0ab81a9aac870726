/* The operands of a command: paths, and lists of paths on standard input. */
#ifndef PK_CLI_PATHS_H
#define PK_CLI_PATHS_H

#include "cli/cli.h"

struct paths {
	char **v;
	size_t n, room;
};

/* The operands in their order; in place of "-" the lines of standard input, without empty ones. Returns
 * -1, or an exit code after saying what is wrong. free_paths() is due in any case. */
int read_paths(struct cli *cli, char **operands, int n, struct paths *ret);
void free_paths(struct paths *paths);

#endif
