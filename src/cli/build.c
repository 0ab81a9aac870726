/* protokoll build */
#include <string.h>
#include <sys/stat.h>

#include "cli/options.h"

static bool is_folder(const char *path)
{
	struct stat about;

	return stat(path, &about) == 0 && S_ISDIR(about.st_mode);
}

static int build_one(struct cli *cli, const char *file, const struct protokoll_options *options)
{
	struct protokoll_result *result;
	int status;

	if (is_folder(file))
		return usage_error(cli, W_FOLDER, file);
	result = protokoll_build(file, options);
	if (result == NULL) {
		fprintf(stderr, "protokoll: %s\n", say(cli, W_NO_MEMORY));
		return PROTOKOLL_FAULT;
	}
	print_messages(cli, result);
	for (size_t i = 0; i < protokoll_result_paths(result); i++)
		puts(protokoll_result_path(result, i));
	status = (int)protokoll_result_status(result);
	protokoll_result_free(result);
	return status;
}

/* The last piece of a path without its extension: what names the documents. */
static size_t stem(const char *path, const char **ret)
{
	const char *slash = strrchr(path, '/'), *dot;

	*ret = slash == NULL ? path : slash + 1;
	dot = strrchr(*ret, '.');
	return dot == NULL || dot == *ret ? strlen(*ret) : (size_t)(dot - *ret);
}

/* The first meeting whose documents would replace those of an earlier one in the same folder; NULL
 * when there is none. */
static const char *same_output(int n, char **files)
{
	for (int i = 1; i < n; i++) {
		const char *a, *b;
		size_t length = stem(files[i], &a);

		for (int k = 0; k < i; k++) {
			if (stem(files[k], &b) == length && strncmp(a, b, length) == 0)
				return files[i];
		}
	}
	return NULL;
}

int command_build(struct cli *cli, int argc, char **argv)
{
	struct protokoll_options options = { .size = sizeof(options), .today = cli->today };
	const struct option_row rows[] = {
		{ "--format", 'f', &options.formats, NULL },
		{ "--output", 'o', &options.output, NULL },
		{ "--directory", 'd', &options.folder, NULL },
		{ "--template", 't', &options.template_name, NULL },
		{ "--today", 0, &options.today, NULL },
		{ "--edition", 0, &options.edition, NULL },
		{ "--strict", 0, NULL, &options.strict },
		{ "--force", 0, NULL, &options.force },
		{ "--allow-outside", 0, NULL, &options.allow_outside },
		{ "--quiet", 'q', NULL, &cli->quiet },
	};
	int n, worst = PROTOKOLL_DONE;
	int status = read_options(cli, rows, sizeof(rows) / sizeof(rows[0]), argc, argv, &n);

	if (status != -1)
		return status;
	if (n == 0)
		return usage_error(cli, W_NO_FILE, NULL);
	if (options.output != NULL && n > 1)
		return usage_error(cli, W_ONE_OUTPUT, NULL);
	if (options.output != NULL && options.folder != NULL)
		return usage_error(cli, W_OUTPUT_OR_FOLDER, NULL);
	if (options.folder != NULL && same_output(n, argv + 1) != NULL)
		return usage_error(cli, W_SAME_OUTPUT, same_output(n, argv + 1));
	for (int i = 1; i <= n; i++) {
		status = build_one(cli, argv[i], &options);
		worst = status > worst ? status : worst;
	}
	return finish_output(cli, worst);
}
