/* Checking files: meetings and templates alike. */
#ifndef PK_CLI_CHECK_H
#define PK_CLI_CHECK_H

#include "cli/cli.h"

struct check {
	struct protokoll_result *(*look)(const char *file, const struct protokoll_options *options);
	const struct protokoll_options *options;
	const char *format;       /* "text" or "json": how to tell; others are wrong usage */
	enum word none;           /* what to say when no file is named */
};

/* Looks at each of n files and prints what is found; the worst exit code. */
int check_files(struct cli *cli, const struct check *check, char **files, int n);

#endif
