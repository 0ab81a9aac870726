/* protokoll check, and what it shares with protokoll template check */
#include "cli/check.h"

#include <string.h>

#include "cli/options.h"

static int check_one(struct cli *cli, const struct check *check, const char *file, bool json)
{
	struct protokoll_result *result = check->look(file, check->options);
	bool silent = result != NULL && protokoll_result_messages(result) == 0;
	int status = tell_result(cli, result, json);

	if (silent && !json && !cli->quiet)
		fprintf(stderr, "%s: %s\n", file, say(cli, W_NOTHING_WRONG));
	return status;
}

int check_files(struct cli *cli, const struct check *check, char **files, int n)
{
	bool json = strcmp(check->format, "json") == 0;
	int worst = PROTOKOLL_DONE;

	if (!json && strcmp(check->format, "text") != 0)
		return usage_error(cli, W_BAD_FORMAT, check->format);
	if (n == 0)
		return usage_error(cli, check->none, NULL);
	for (int i = 0; i < n; i++) {
		int status = check_one(cli, check, files[i], json);

		worst = status > worst ? status : worst;
	}
	return finish_output(cli, worst);
}

int command_check(struct cli *cli, int argc, char **argv)
{
	struct protokoll_options options = { .size = sizeof(options), .today = cli->today };
	struct check check = { protokoll_check, &options, "text", W_NO_FILE };
	const struct option_row rows[] = {
		{ "--format", 'f', &check.format, NULL },
		{ "--today", 0, &options.today, NULL },
		{ "--strict", 0, NULL, &options.strict },
		{ "--allow-outside", 0, NULL, &options.allow_outside },
		{ "--quiet", 'q', NULL, &cli->quiet },
	};
	int n, status = read_options(cli, rows, sizeof(rows) / sizeof(rows[0]), argc, argv, &n);

	return status != -1 ? status : check_files(cli, &check, argv + 1, n);
}
