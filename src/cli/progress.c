#include "cli/progress.h"

#include <time.h>
#include <unistd.h>

static double now(void)
{
	struct timespec t = { 0 };

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

void progress_start(struct progress *p, const struct cli *cli)
{
	*p = (struct progress){ .cli = cli, .on = !cli->quiet && isatty(STDERR_FILENO) };
	p->began = p->last = now();
}

void progress_clear(struct progress *p)
{
	if (p->shown)
		fputs("\r\033[K", stderr);
	p->shown = false;
}

void progress_step(struct progress *p, size_t done, size_t n)
{
	const double often = 0.1, soon = 1.0;
	double at, each;

	if (!p->on)
		return;
	at = now();
	if (at - p->last < often || at - p->began < soon)
		return;
	p->last = at;
	each = (at - p->began) / (double)done;
	fprintf(stderr, "\r\033[K%zu/%zu, %.0f %s, %.0f s %s", done, n, 1 / each,
			say(p->cli, W_A_SECOND), each * (double)(n - done), say(p->cli, W_LEFT));
	fflush(stderr);
	p->shown = true;
}
