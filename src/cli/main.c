/* protokoll: the command table. */
#include <signal.h>
#include <stdlib.h>
#include <string.h>

#include "cli/cli.h"
#include "cli/clock.h"
#include "cli/memory.h"

static const struct command commands[] = {
	{ "build", W_BUILD_SUMMARY, W_BUILD_HELP, command_build },
	{ "check", W_CHECK_SUMMARY, W_CHECK_HELP, command_check },
	{ "datum", W_DATUM_SUMMARY, W_DATUM_HELP, command_datum },
	{ "explain", W_EXPLAIN_SUMMARY, W_EXPLAIN_HELP, command_explain },
	{ "preview", W_PREVIEW_SUMMARY, W_PREVIEW_HELP, command_preview },
	{ "schema", W_SCHEMA_SUMMARY, W_SCHEMA_HELP, command_schema },
	{ "template", W_TEMPLATE_SUMMARY, W_TEMPLATE_HELP, command_template },
};

enum { N_COMMANDS = sizeof(commands) / sizeof(commands[0]) };

static const struct command *find_command(const char *name)
{
	for (size_t i = 0; i < N_COMMANDS; i++) {
		if (strcmp(commands[i].name, name) == 0)
			return &commands[i];
	}
	return NULL;
}

void print_help(const struct cli *cli, const char *command, FILE *to)
{
	const struct command *found = command == NULL ? NULL : find_command(command);

	fputs(say(cli, found == NULL ? W_USAGE : found->help), to);
}

/* The first of the variables that is set decides, as for the messages of other programs. */
static enum protokoll_language language_wanted(void)
{
	static const char *const names[] = { "PROTOKOLL_LANG", "LC_ALL", "LC_MESSAGES", "LANG" };

	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
		const char *value = getenv(names[i]);

		if (value != NULL && *value != '\0')
			return strncmp(value, "sv", 2) == 0 ? PROTOKOLL_SWEDISH : PROTOKOLL_ENGLISH;
	}
	return PROTOKOLL_ENGLISH;
}

static int help(struct cli *cli, int argc, char **argv)
{
	if (argc > 2 && find_command(argv[2]) == NULL)
		return usage_error(cli, W_NO_COMMAND, argv[2]);
	print_help(cli, argc > 2 ? argv[2] : NULL, stdout);
	return finish_output(cli, PROTOKOLL_DONE);
}

int main(int argc, char **argv)
{
	struct cli cli = { .language = language_wanted() };
	const struct command *command;

	/* A file limit is an error to report, not the end. A reader that has seen enough (head) ends
	 * the command as it ends others: documents are in place before their paths are printed. */
	signal(SIGXFSZ, SIG_IGN);
	read_clock(cli.today);
	if (argc < 2) {
		print_help(&cli, NULL, stderr);
		return PROTOKOLL_USAGE;
	}
	if (strcmp(argv[1], "--version") == 0) {
		printf("protokoll %s\n", protokoll_version());
		return finish_output(&cli, PROTOKOLL_DONE);
	}
	if (strcmp(argv[1], "help") == 0)
		return help(&cli, argc, argv);
	if (strcmp(argv[1], "-h") == 0 || strcmp(argv[1], "--help") == 0)
		return help(&cli, 1, argv);
	keep_memory();
	command = find_command(argv[1]);
	if (command == NULL)
		return usage_error(&cli, argv[1][0] == '-' ? W_BAD_OPTION : W_NO_COMMAND, argv[1]);
	return command->run(&cli, argc - 1, argv + 1);
}
