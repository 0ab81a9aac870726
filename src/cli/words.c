#include <string.h>

#include "cli/cli.h"

static const char *const words[W_COUNT][2] = {
#define W(id, sv, en) [W_##id] = { sv, en },
#include "cli/words.def"
#undef W
};

const char *say(const struct cli *cli, enum word word)
{
	return words[word][cli->language == PROTOKOLL_SWEDISH ? 0 : 1];
}

int usage_error(const struct cli *cli, enum word word, const char *what)
{
	if (what != NULL)
		fprintf(stderr, "protokoll: %s '%s'; %s\n", say(cli, word), what,
				say(cli, W_SEE_HELP));
	else
		fprintf(stderr, "protokoll: %s; %s\n", say(cli, word), say(cli, W_SEE_HELP));
	return PROTOKOLL_USAGE;
}

int finish_output(const struct cli *cli, int status)
{
	if (fflush(stdout) == 0 && ferror(stdout) == 0)
		return status;
	fprintf(stderr, "protokoll: %s\n", say(cli, W_NO_STDOUT));
	return PROTOKOLL_FILE;
}
