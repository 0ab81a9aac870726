/* protokoll schema */
#include "cli/options.h"

int command_schema(struct cli *cli, int argc, char **argv)
{
	struct protokoll_result *result;
	int n, status = read_options(cli, NULL, 0, argc, argv, &n);

	if (status != -1)
		return status;
	if (n > 0)
		return usage_error(cli, W_NO_ARGUMENTS, NULL);
	result = protokoll_schema();
	status = (int)protokoll_result_status(result);
	if (status == PROTOKOLL_DONE)
		fputs(protokoll_result_text(result), stdout);
	else
		fprintf(stderr, "protokoll: %s\n", say(cli, W_NO_MEMORY));
	protokoll_result_free(result);
	return finish_output(cli, status);
}
