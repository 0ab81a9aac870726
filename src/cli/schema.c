/* protokoll schema */
#include "cli/options.h"

int command_schema(struct cli *cli, int argc, char **argv)
{
	int n, status = read_options(cli, NULL, 0, argc, argv, &n);

	if (status != -1)
		return status;
	if (n > 0)
		return usage_error(cli, W_NO_ARGUMENTS, NULL);
	return finish_output(cli, tell_result(cli, protokoll_schema(), false));
}
