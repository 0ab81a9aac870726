/* The command line: a thin user of the library, and the only room that prints and reads the clock
 * and the environment. */
#ifndef PK_CLI_CLI_H
#define PK_CLI_CLI_H

#include <stdbool.h>
#include <stdio.h>

#include "protokoll/protokoll.h"

/* The words of the command line, both languages side by side in words.def. */
enum word {
#define W(id, sv, en) W_##id,
#include "cli/words.def"
#undef W
	W_COUNT
};

/* Where the command was started: read once in main. */
struct cli {
	enum protokoll_language language;
	char today[11];               /* "2024-06-01", or empty when the clock says nothing */
	bool quiet;
};

/* One sub-command. */
struct command {
	const char *name;
	enum word summary, help;
	int (*run)(struct cli *cli, int argc, char **argv);
};

int command_build(struct cli *cli, int argc, char **argv);
int command_check(struct cli *cli, int argc, char **argv);
int command_datum(struct cli *cli, int argc, char **argv);
int command_explain(struct cli *cli, int argc, char **argv);
int command_preview(struct cli *cli, int argc, char **argv);
int command_schema(struct cli *cli, int argc, char **argv);
int command_template(struct cli *cli, int argc, char **argv);

/* A word of the table in the user's language. */
const char *say(const struct cli *cli, enum word word);

/* Prints how to use a command (NULL: the program) to a stream. */
void print_help(const struct cli *cli, const char *command, FILE *to);

/* One line on stderr that starts with the program's name, then where help is found; returns
 * PROTOKOLL_USAGE. what may be NULL. */
int usage_error(const struct cli *cli, enum word word, const char *what);

/* Prints a result's messages to stderr; notes and what remains are left out when quiet. */
void print_messages(const struct cli *cli, struct protokoll_result *result);

/* One JSON object a message, a line each, to stdout. */
void print_messages_json(const struct cli *cli, struct protokoll_result *result);

/* Says that memory is lacking; returns PROTOKOLL_FAULT. */
int no_memory(const struct cli *cli);

/* Prints what came of something: messages to stderr, or as JSON to stdout, paths and text to stdout.
 * Frees the result, NULL after a lack of memory; returns its status. */
int tell_result(const struct cli *cli, struct protokoll_result *result, bool json);

/* Flushes stdout; PROTOKOLL_FILE, with a message, when not all could be written. */
int finish_output(const struct cli *cli, int status);

#endif
