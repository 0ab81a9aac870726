/* protokoll template: a command of its own for each thing that one does with a template. */
#include <string.h>

#include "cli/check.h"
#include "cli/options.h"

static int list(struct cli *cli, int argc, char **argv)
{
	int n, status = read_options(cli, NULL, 0, argc, argv, &n);

	if (status != -1)
		return status;
	if (n > 0)
		return usage_error(cli, W_NO_ARGUMENTS, NULL);
	return finish_output(cli, tell_result(cli, protokoll_template_list(), false));
}

/* The three that make something of one thing: two operands and --force. */
static int from_to(struct cli *cli, int argc, char **argv, enum word wanted,
		struct protokoll_result *(*make)(const char *, const char *,
				const struct protokoll_options *))
{
	struct protokoll_options options = { .size = sizeof(options) };
	const struct option_row rows[] = {
		{ "--force", 0, NULL, &options.force },
		{ "--quiet", 'q', NULL, &cli->quiet },
	};
	int n, status = read_options(cli, rows, sizeof(rows) / sizeof(rows[0]), argc, argv, &n);

	if (status != -1)
		return status;
	if (n != 2)
		return usage_error(cli, wanted, NULL);
	return finish_output(cli, tell_result(cli, make(argv[1], argv[2], &options), false));
}

static int export(struct cli *cli, int argc, char **argv)
{
	return from_to(cli, argc, argv, W_TEMPLATE_EXPORT, protokoll_template_export);
}

static int unpack(struct cli *cli, int argc, char **argv)
{
	return from_to(cli, argc, argv, W_TEMPLATE_UNPACK, protokoll_template_unpack);
}

static int pack(struct cli *cli, int argc, char **argv)
{
	return from_to(cli, argc, argv, W_TEMPLATE_PACK, protokoll_template_pack);
}

static int check_templates(struct cli *cli, int argc, char **argv)
{
	struct protokoll_options options = { .size = sizeof(options) };
	struct check check = { protokoll_template_check, &options, "text", W_TEMPLATE_FILE };
	const struct option_row rows[] = {
		{ "--format", 'f', &check.format, NULL },
		{ "--strict", 0, NULL, &options.strict },
		{ "--quiet", 'q', NULL, &cli->quiet },
	};
	int n, status = read_options(cli, rows, sizeof(rows) / sizeof(rows[0]), argc, argv, &n);

	return status != -1 ? status : check_files(cli, &check, argv + 1, n);
}

static int fields(struct cli *cli, int argc, char **argv)
{
	struct protokoll_options options = { .size = sizeof(options), .today = cli->today };
	const char *format = "text";
	const struct option_row rows[] = {
		{ "--format", 'f', &format, NULL },
		{ "--output", 'o', &options.output, NULL },
		{ "--force", 0, NULL, &options.force },
	};
	int n, status = read_options(cli, rows, sizeof(rows) / sizeof(rows[0]), argc, argv, &n);

	if (status != -1)
		return status;
	if (n > 0)
		return usage_error(cli, W_NO_ARGUMENTS, NULL);
	if (strcmp(format, "text") != 0 && strcmp(format, "json") != 0)
		return usage_error(cli, W_BAD_FORMAT, format);
	if (options.output != NULL)
		return finish_output(cli, tell_result(cli, protokoll_template_sheet(&options), false));
	return finish_output(cli, tell_result(cli,
			protokoll_template_fields(strcmp(format, "json") == 0), false));
}

static int try(struct cli *cli, int argc, char **argv)
{
	struct protokoll_options options = { .size = sizeof(options) };
	const struct option_row rows[] = {
		{ "--output", 'o', &options.output, NULL },
		{ "--draft", 0, NULL, &options.draft },
		{ "--force", 0, NULL, &options.force },
		{ "--quiet", 'q', NULL, &cli->quiet },
	};
	int n, status = read_options(cli, rows, sizeof(rows) / sizeof(rows[0]), argc, argv, &n);

	if (status != -1)
		return status;
	if (n != 1)
		return usage_error(cli, W_TEMPLATE_FILE, NULL);
	return finish_output(cli, tell_result(cli, protokoll_template_try(argv[1], &options), false));
}

static const struct {
	const char *name;
	int (*run)(struct cli *cli, int argc, char **argv);
} commands[] = {
	{ "list", list },
	{ "export", export },
	{ "check", check_templates },
	{ "fields", fields },
	{ "try", try },
	{ "unpack", unpack },
	{ "pack", pack },
};

/* The help of the whole is the help of each: they are learnt together. */
int command_template(struct cli *cli, int argc, char **argv)
{
	int n;

	for (size_t i = 0; argc > 1 && i < sizeof(commands) / sizeof(commands[0]); i++) {
		if (strcmp(argv[1], commands[i].name) != 0)
			continue;
		argv[1] = argv[0];
		return commands[i].run(cli, argc - 1, argv + 1);
	}
	if (argc > 1 && argv[1][0] == '-') {
		int status = read_options(cli, NULL, 0, argc, argv, &n);

		if (status != -1)
			return status;
	}
	return usage_error(cli, W_TEMPLATE_COMMAND, NULL);
}
