#include "cli/options.h"

#include <string.h>

/* An argument as the table knows it: "--name", "--name=value", "-f" or "-fvalue". */
static const struct option_row *find(const struct option_row *rows, size_t n, const char *argument,
		const char **ret_value)
{
	size_t length = strcspn(argument, "=");

	*ret_value = NULL;
	for (size_t i = 0; i < n; i++) {
		if (strncmp(argument, "--", 2) != 0) {
			if (rows[i].letter == argument[1]) {
				*ret_value = argument[2] == '\0' ? NULL : argument + 2;
				return &rows[i];
			}
		} else if (strlen(rows[i].name) == length &&
				strncmp(rows[i].name, argument, length) == 0) {
			*ret_value = argument[length] == '=' ? argument + length + 1 : NULL;
			return &rows[i];
		}
	}
	return NULL;
}

static bool wants_help(const char *argument)
{
	return strcmp(argument, "-h") == 0 || strcmp(argument, "--help") == 0;
}

/* Takes one option; *at moves on when its value is the next argument. -1, or an exit code. */
static int take(struct cli *cli, const struct option_row *rows, size_t n, int argc, char **argv,
		int *at)
{
	const char *value;
	const struct option_row *row = find(rows, n, argv[*at], &value);

	if (row == NULL || (row->flag != NULL && value != NULL))
		return usage_error(cli, W_BAD_OPTION, argv[*at]);
	if (row->flag != NULL) {
		*row->flag = true;
		return -1;
	}
	if (value == NULL && *at + 1 >= argc)
		return usage_error(cli, W_NO_VALUE, argv[*at]);
	*row->value = value != NULL ? value : argv[++*at];
	return -1;
}

int read_options(struct cli *cli, const struct option_row *rows, size_t n, int argc, char **argv,
		int *ret_n)
{
	bool ended = false;
	int status = -1;

	*ret_n = 0;
	for (int i = 1; i < argc && status == -1; i++) {
		if (!ended && strcmp(argv[i], "--") == 0) {
			ended = true;
		} else if (!ended && wants_help(argv[i])) {
			print_help(cli, argv[0], stdout);
			return finish_output(cli, PROTOKOLL_DONE);
		} else if (!ended && argv[i][0] == '-' && argv[i][1] != '\0') {
			status = take(cli, rows, n, argc, argv, &i);
		} else {
			argv[++*ret_n] = argv[i];
		}
	}
	return status;
}
