/* protokoll check */
#include <string.h>

#include "cli/options.h"

static int check_one(struct cli *cli, const char *file, const struct protokoll_options *options,
		bool json)
{
	struct protokoll_result *result = protokoll_check(file, options);
	int status;

	if (result == NULL) {
		fprintf(stderr, "protokoll: %s\n", say(cli, W_NO_MEMORY));
		return PROTOKOLL_FAULT;
	}
	if (json)
		print_messages_json(cli, result);
	else
		print_messages(cli, result);
	if (!json && !cli->quiet && protokoll_result_messages(result) == 0)
		fprintf(stderr, "%s: %s\n", file, say(cli, W_NOTHING_WRONG));
	status = (int)protokoll_result_status(result);
	protokoll_result_free(result);
	return status;
}

int command_check(struct cli *cli, int argc, char **argv)
{
	struct protokoll_options options = { .size = sizeof(options), .today = cli->today };
	const char *format = "text";
	const struct option_row rows[] = {
		{ "--format", 'f', &format, NULL },
		{ "--today", 0, &options.today, NULL },
		{ "--strict", 0, NULL, &options.strict },
		{ "--allow-outside", 0, NULL, &options.allow_outside },
		{ "--quiet", 'q', NULL, &cli->quiet },
	};
	int n, worst = PROTOKOLL_DONE;
	int status = read_options(cli, rows, sizeof(rows) / sizeof(rows[0]), argc, argv, &n);

	if (status != -1)
		return status;
	if (strcmp(format, "text") != 0 && strcmp(format, "json") != 0)
		return usage_error(cli, W_BAD_FORMAT, format);
	if (n == 0)
		return usage_error(cli, W_NO_FILE, NULL);
	for (int i = 1; i <= n; i++) {
		status = check_one(cli, argv[i], &options, strcmp(format, "json") == 0);
		worst = status > worst ? status : worst;
	}
	return finish_output(cli, worst);
}
