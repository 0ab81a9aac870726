/* protokoll explain */
#include "cli/options.h"

/* {0} and the like stand for what differs from case to case. */
static void print_filled(const char *text)
{
	for (const char *p = text; *p != '\0'; p++) {
		if (p[0] == '{' && p[1] >= '0' && p[1] <= '3' && p[2] == '}') {
			fputs("…", stdout);
			p += 2;
		} else {
			putchar(*p);
		}
	}
}

static void print_explanation(const struct cli *cli, const struct protokoll_explanation *found)
{
	static const enum word levels[] = {
		[PROTOKOLL_NOTE] = W_LEVEL_NOTE,
		[PROTOKOLL_REMAINS] = W_LEVEL_REMAINS,
		[PROTOKOLL_WARNING] = W_LEVEL_WARNING,
		[PROTOKOLL_ERROR] = W_LEVEL_ERROR,
	};

	printf("%s, %s: ", found->code, say(cli, levels[found->level]));
	print_filled(found->text[cli->language]);
	putchar('\n');
	if (*found->ground != '\0')
		printf("    %s%s\n", say(cli, W_EXPLAIN_GROUND), found->ground);
	if (*found->why[cli->language] != '\0')
		printf("    %s\n", found->why[cli->language]);
	if (*found->hint[cli->language] != '\0') {
		printf("    %s", say(cli, W_EXPLAIN_HINT));
		print_filled(found->hint[cli->language]);
		putchar('\n');
	}
}

static int explain_one(const struct cli *cli, const char *code)
{
	struct protokoll_explanation found;

	if (protokoll_explain(code, &found)) {
		print_explanation(cli, &found);
		return PROTOKOLL_DONE;
	}
	fprintf(stderr, "protokoll: %s '%s'; %s %s\n", say(cli, W_NO_CODE), code,
			say(cli, W_NEAREST), found.code);
	return PROTOKOLL_USAGE;
}

int command_explain(struct cli *cli, int argc, char **argv)
{
	int n, worst = PROTOKOLL_DONE;
	int status = read_options(cli, NULL, 0, argc, argv, &n);

	if (status != -1)
		return status;
	if (n == 0)
		return usage_error(cli, W_WANT_CODE, NULL);
	for (int i = 1; i <= n; i++) {
		status = explain_one(cli, argv[i]);
		worst = status > worst ? status : worst;
	}
	return finish_output(cli, worst);
}
