/* protokoll build */
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "cli/office.h"
#include "cli/options.h"
#include "cli/paths.h"
#include "cli/progress.h"

/* Seconds: a week. */
enum { LONGEST = 604800 };

/* What happens to the results of one run. */
struct run {
	struct cli *cli;
	struct progress progress;
	int worst;
	size_t meetings, failed, written, kept;
};

/* Set when the user wants to stop (Ctrl-C): what has begun is finished, nothing more is begun. */
static volatile sig_atomic_t stopped;

static void on_signal(int number)
{
	stopped = number;
}

static void catch_signals(void)
{
	const struct sigaction once = { .sa_handler = on_signal, .sa_flags = (int)SA_RESETHAND };

	sigaction(SIGINT, &once, NULL);
	sigaction(SIGTERM, &once, NULL);
}

/* LibreOffice runs in a group of its own, which Ctrl-C does not reach: it is ended by us. */
static bool has_stopped(void *self)
{
	(void)self;
	return stopped != 0;
}

/* Ends this program as the signal would have. */
static void end_stopped(void)
{
	if (stopped == 0)
		return;
	fflush(stdout);
	signal((int)stopped, SIG_DFL);
	raise((int)stopped);
}

static bool is_folder(const char *path)
{
	struct stat about;

	return stat(path, &about) == 0 && S_ISDIR(about.st_mode);
}

static void count(struct run *run, const struct protokoll_result *result, int status)
{
	size_t paths = protokoll_result_paths(result), written = protokoll_result_written(result);

	run->meetings++;
	run->failed += status != PROTOKOLL_DONE;
	run->written += written;
	run->kept += paths - written;
	run->worst = status > run->worst ? status : run->worst;
}

/* Prints a result, and frees it. */
static bool tell(struct run *run, struct protokoll_result *result)
{
	int status = (int)protokoll_result_status(result);

	progress_clear(&run->progress);
	if (result == NULL) {
		run->worst = no_memory(run->cli);
		return false;
	}
	print_messages(run->cli, result);
	for (size_t i = 0; i < protokoll_result_paths(result); i++)
		puts(protokoll_result_path(result, i));
	/* Who follows a long run sees each document when it is there. */
	fflush(stdout);
	count(run, result, status);
	protokoll_result_free(result);
	return true;
}

static bool each(void *self, size_t i, size_t n, struct protokoll_result *result)
{
	struct run *run = self;
	bool told = tell(run, result);

	progress_step(&run->progress, i + 1, n);
	return told && stopped == 0;
}

/* "3 möten, 4 dokument skrivna, 2 oförändrade, 1 möte med anmärkning"; on stderr, for the reader. */
static void sum_up(const struct run *run, const struct protokoll_options *options)
{
	const struct cli *cli = run->cli;

	if (cli->quiet)
		return;
	fprintf(stderr, "protokoll: %zu %s", run->meetings, say(cli, W_MEETINGS));
	if (!options->verify) {
		fprintf(stderr, ", %zu %s", run->written,
				say(cli, options->dry_run ? W_TO_WRITE : W_WRITTEN));
		if (!options->dry_run)
			fprintf(stderr, ", %zu %s", run->kept, say(cli, W_KEPT));
	}
	fprintf(stderr, ", %zu %s\n", run->failed, say(cli, W_FAILED));
	if (stopped != 0)
		fprintf(stderr, "protokoll: %s\n", say(cli, W_STOPPED));
}

static int build_many(struct cli *cli, const struct paths *paths, unsigned workers,
		const struct protokoll_options *options)
{
	struct run run = { .cli = cli };
	const struct protokoll_batch batch = {
		.size = sizeof(batch),
		.paths = (const char *const *)paths->v,
		.n = paths->n,
		.workers = workers,
		.self = &run,
		.each = each,
	};
	struct protokoll_result *whole;

	progress_start(&run.progress, cli);
	whole = protokoll_build_all(&batch, options);
	/* What concerns no meeting alone is no meeting in the sum. */
	if (tell(&run, whole) && run.meetings-- > 1)
		sum_up(&run, options);
	return run.worst;
}

static int build_one(struct cli *cli, const char *file, const struct protokoll_options *options)
{
	struct run run = { .cli = cli };

	(void)tell(&run, protokoll_build(file, options));
	return run.worst;
}

/* How many threads: one more than there are processors, unless told, as each waits for the disk now and then.
 * 0: that is no number. */
static unsigned workers_of(const char *given)
{
	long n = given == NULL ? sysconf(_SC_NPROCESSORS_ONLN) + 1 : 0;
	char *end = NULL;

	if (given != NULL)
		n = strtol(given, &end, 10);
	if (end != NULL && (*end != '\0' || end == given || n < 1 || n > 256))
		return 0;
	return n < 1 ? 1 : n > 256 ? 256 : (unsigned)n;
}

/* A number of seconds; 0 when nothing is given. */
static bool read_seconds(const char *text, unsigned *ret)
{
	char *end;
	unsigned long seconds = text == NULL ? 0 : strtoul(text, &end, 10);

	*ret = (unsigned)seconds;
	return text == NULL || (*text >= '0' && *text <= '9' && *end == '\0' && seconds > 0 &&
			seconds <= LONGEST);
}

/* What the options do not allow together; -1: nothing. */
static int clash(struct cli *cli, const struct protokoll_options *options, const struct paths *paths)
{
	if (options->output != NULL && (paths->n > 1 || is_folder(paths->v[0])))
		return usage_error(cli, W_ONE_OUTPUT, NULL);
	if (options->output != NULL && options->folder != NULL)
		return usage_error(cli, W_OUTPUT_OR_FOLDER, NULL);
	if (options->verify && options->dry_run)
		return usage_error(cli, W_VERIFY_OR_DRY_RUN, NULL);
	return -1;
}

static int build(struct cli *cli, const struct paths *paths, unsigned workers,
		struct protokoll_options *options)
{
	int status = clash(cli, options, paths);
	struct office office;

	if (status != -1)
		return status;
	office_find(&office, options);
	options->stopped = has_stopped;
	catch_signals();
	if (paths->n == 1 && !is_folder(paths->v[0]))
		status = build_one(cli, paths->v[0], options);
	else
		status = build_many(cli, paths, workers, options);
	office_free(&office);
	end_stopped();
	return status;
}

int command_build(struct cli *cli, int argc, char **argv)
{
	struct protokoll_options options = { .size = sizeof(options), .today = cli->today };
	const char *jobs = NULL, *seconds = NULL;
	const struct option_row rows[] = {
		{ "--format", 'f', &options.formats, NULL },
		{ "--output", 'o', &options.output, NULL },
		{ "--directory", 'd', &options.folder, NULL },
		{ "--template", 't', &options.template_name, NULL },
		{ "--today", 0, &options.today, NULL },
		{ "--edition", 0, &options.edition, NULL },
		{ "--pdf", 0, &options.pdf, NULL },
		{ "--office-timeout", 0, &seconds, NULL },
		{ "--exact-pages", 0, NULL, &options.exact_pages },
		{ "--jobs", 'j', &jobs, NULL },
		{ "--dry-run", 0, NULL, &options.dry_run },
		{ "--verify", 0, NULL, &options.verify },
		{ "--strict", 0, NULL, &options.strict },
		{ "--force", 0, NULL, &options.force },
		{ "--allow-outside", 0, NULL, &options.allow_outside },
		{ "--quiet", 'q', NULL, &cli->quiet },
	};
	struct paths paths;
	int n, status = read_options(cli, rows, sizeof(rows) / sizeof(rows[0]), argc, argv, &n);

	if (status != -1)
		return status;
	if (n == 0)
		return usage_error(cli, W_NO_FILE, NULL);
	if (workers_of(jobs) == 0)
		return usage_error(cli, W_NO_JOBS, jobs);
	if (!read_seconds(seconds, &options.office_seconds))
		return usage_error(cli, W_NO_SECONDS, seconds);
	status = read_paths(cli, argv + 1, n, &paths);
	if (status == -1)
		status = build(cli, &paths, workers_of(jobs), &options);
	free_paths(&paths);
	return finish_output(cli, status);
}
