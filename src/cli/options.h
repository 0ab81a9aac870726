/* Options of a command, from a table. */
#ifndef PK_CLI_OPTIONS_H
#define PK_CLI_OPTIONS_H

#include "cli/cli.h"

struct option_row {
	const char *name;         /* "--strict" */
	char letter;              /* 'f' for -f, or 0 */
	const char **value;       /* an option with a value */
	bool *flag;               /* an option without */
};

/* Reads the options of argv[1..] and moves the operands to argv[1..*ret_n]. Returns -1 when all is
 * well, else the exit code: wrong usage, or help that has been printed. "--" ends the options. */
int read_options(struct cli *cli, const struct option_row *rows, size_t n, int argc, char **argv,
		int *ret_n);

#endif
