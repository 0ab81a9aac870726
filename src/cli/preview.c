/* protokoll preview */
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "cli/browser.h"
#include "cli/clock.h"
#include "cli/office.h"
#include "cli/once.h"
#include "cli/options.h"
#include "preview/ask.h"
#include "preview/serve.h"

struct wanted {
	struct pk_preview_request request;
	const char *port, *output;
	bool no_open, once, text, force;
	enum pk_edition edition;
};

/* The end of a pipe that a signal writes to. A handler has no argument of its own, so it must lie here;
 * signals are not blocked instead, because programs that we start would inherit that. */
static int alarm_bell = -1;

static void on_signal(int number)
{
	int error = errno;

	(void)number;
	(void)!write(alarm_bell, "", 1);
	errno = error;
}

/* Ctrl-C, and what a session or a supervisor sends, ends the preview; *ret is readable then. */
static bool catch_signals(int *ret)
{
	static const int signals[] = { SIGINT, SIGTERM, SIGHUP };
	struct sigaction action = { .sa_handler = on_signal, .sa_flags = SA_RESTART };
	int ends[2];

	if (pipe(ends) != 0)
		return false;
	for (size_t i = 0; i < 2; i++) {
		(void)fcntl(ends[i], F_SETFD, FD_CLOEXEC);
		(void)fcntl(ends[i], F_SETFL, O_NONBLOCK);
	}
	alarm_bell = ends[1];
	for (size_t i = 0; i < sizeof(signals) / sizeof(signals[0]); i++) {
		struct sigaction was;

		/* What whoever started us wants ignored stays so: nohup. */
		if (sigaction(signals[i], NULL, &was) == 0 && was.sa_handler != SIG_IGN)
			(void)sigaction(signals[i], &action, NULL);
	}
	*ret = ends[0];
	return true;
}

static bool read_port(const char *text, uint16_t *ret)
{
	char *end;
	unsigned long port = strtoul(text, &end, 10);

	if (*text < '0' || *text > '9' || *end != '\0' || port > 65535)
		return false;
	*ret = (uint16_t)port;
	return true;
}

static int tell_fault(const struct cli *cli, enum pk_preview_fault fault, const char *port)
{
	static const enum word words[] = {
		[PK_PREVIEW_UNBUILT] = W_PREVIEW_UNBUILT,
		[PK_PREVIEW_ABSENT] = W_PREVIEW_ABSENT,
		[PK_PREVIEW_PORT_TAKEN] = W_PREVIEW_PORT_TAKEN,
		[PK_PREVIEW_PORT_DENIED] = W_PREVIEW_PORT_DENIED,
		[PK_PREVIEW_SYSTEM] = W_PREVIEW_SYSTEM,
	};

	if (fault == PK_PREVIEW_PORT_TAKEN || fault == PK_PREVIEW_PORT_DENIED)
		fprintf(stderr, "protokoll: %s %s\n", say(cli, words[fault]), port);
	else
		fprintf(stderr, "protokoll: %s\n", say(cli, words[fault]));
	return fault == PK_PREVIEW_SYSTEM ? PROTOKOLL_FAULT : PROTOKOLL_FILE;
}

/* A name that is wrong from the start is a slip of the pen, and so is a day: told before a browser opens.
 * What is wrong in the file, and that it goes away and comes back later, the page tells. */
static int check(struct cli *cli, const struct pk_preview_request *request)
{
	const struct protokoll_options options = { .size = sizeof(options), .today = request->today };
	struct protokoll_result *result;
	struct stat about = { 0 };
	int status;

	if (stat(request->file, &about) == 0 && S_ISDIR(about.st_mode))
		return usage_error(cli, W_PREVIEW_FOLDER, request->file);
	if (S_ISREG(about.st_mode) && access(request->file, R_OK) == 0 && request->today == cli->today)
		return PROTOKOLL_DONE;
	result = protokoll_check(request->file, &options);
	status = (int)protokoll_result_status(result);
	if (status != PROTOKOLL_USAGE && status != PROTOKOLL_FILE && result != NULL)
		status = PROTOKOLL_DONE;
	if (result != NULL && status != PROTOKOLL_DONE)
		print_messages(cli, result);
	protokoll_result_free(result);
	return status;
}

/* The address is the first line of stdout, for programs that start this one. */
static void tell_address(struct cli *cli, const struct wanted *wanted,
		const struct pk_preview_server *server)
{
	const char *edition = wanted->edition == PK_EDITION_PUBLIC ? "?edition=offentlig" : "";
	char address[128];

	printf("%s%s\n", pk_preview_url(server), edition);
	fflush(stdout);
	if (!cli->quiet)
		fprintf(stderr, "protokoll: %s\n", say(cli, W_PREVIEW_SHOWN));
	(void)snprintf(address, sizeof(address), "%s%s", pk_preview_url_once(server), edition);
	if (!wanted->no_open && !open_browser(address))
		fprintf(stderr, "protokoll: %s\n", say(cli, W_PREVIEW_NO_BROWSER));
}

static int serve(struct cli *cli, const struct wanted *wanted)
{
	struct pk_preview_server *server;
	enum pk_preview_fault fault;
	uint16_t port = 0;
	int stop;

	if (wanted->port != NULL && !read_port(wanted->port, &port))
		return usage_error(cli, W_PREVIEW_BAD_PORT, wanted->port);
	if (!catch_signals(&stop))
		return tell_fault(cli, PK_PREVIEW_SYSTEM, wanted->port);
	/* A day that was asked for stays; the clock's does not. */
	fault = pk_preview_open(&wanted->request, wanted->request.today == cli->today ? read_clock : NULL,
			port, &server);
	if (fault != PK_PREVIEW_FINE)
		return tell_fault(cli, fault, wanted->port == NULL ? "" : wanted->port);
	tell_address(cli, wanted, server);
	fault = pk_preview_run(server, stop);
	pk_preview_close(server);
	return fault == PK_PREVIEW_FINE ? PROTOKOLL_DONE : tell_fault(cli, fault, wanted->port);
}

/* In the browser, or without one. */
static int show(struct cli *cli, struct wanted *wanted)
{
	struct protokoll_options options = { .size = sizeof(options) };
	struct office office = { 0 };
	int status;

	if (wanted->output != NULL && !wanted->once)
		return usage_error(cli, W_PREVIEW_OUTPUT, NULL);
	if (wanted->once && wanted->text)
		return usage_error(cli, W_PREVIEW_ONCE_OR_TEXT, NULL);
	if (wanted->once)
		return preview_once(cli, &wanted->request, wanted->output, wanted->force);
	if (wanted->text)
		return preview_text(cli, &wanted->request);
	office_find(&office, &options);
	wanted->request.office = options.office;
	wanted->request.scratch = options.scratch;
	wanted->request.variables = options.office_variables;
	status = serve(cli, wanted);
	office_free(&office);
	return status;
}

int command_preview(struct cli *cli, int argc, char **argv)
{
	struct wanted wanted = { .request = { .today = cli->today,
		.language = cli->language == PROTOKOLL_SWEDISH ? PK_SWEDISH : PK_ENGLISH } };
	const struct option_row rows[] = {
		{ "--template", 't', &wanted.request.template_name, NULL },
		{ "--edition", 0, &wanted.request.edition, NULL },
		{ "--port", 0, &wanted.port, NULL },
		{ "--no-open", 0, NULL, &wanted.no_open },
		{ "--once", 0, NULL, &wanted.once },
		{ "--output", 'o', &wanted.output, NULL },
		{ "--text", 0, NULL, &wanted.text },
		{ "--force", 0, NULL, &wanted.force },
		{ "--allow-outside", 0, NULL, &wanted.request.allow_outside },
		{ "--today", 0, &wanted.request.today, NULL },
		{ "--quiet", 'q', NULL, &cli->quiet },
	};
	int n, status = read_options(cli, rows, sizeof(rows) / sizeof(rows[0]), argc, argv, &n);

	if (status != -1)
		return status;
	if (n != 1)
		return usage_error(cli, n == 0 ? W_NO_FILE : W_PREVIEW_ONE, NULL);
	if (!pk_preview_edition(wanted.request.edition, &wanted.edition))
		return usage_error(cli, W_PREVIEW_EDITION, wanted.request.edition);
	wanted.request.file = argv[1];
	status = check(cli, &wanted.request);
	return status != PROTOKOLL_DONE ? status : show(cli, &wanted);
}
