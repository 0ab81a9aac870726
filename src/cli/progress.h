/* How far a long run has come, on one line of a terminal. */
#ifndef PK_CLI_PROGRESS_H
#define PK_CLI_PROGRESS_H

#include "cli/cli.h"

struct progress {
	const struct cli *cli;
	bool on;                  /* stderr is a terminal, and somebody wants to know */
	bool shown;               /* a line stands there now */
	double began, last;       /* seconds of a clock that only goes forward */
};

void progress_start(struct progress *p, const struct cli *cli);
/* done of n are ready: draws the line, ten times a second at most. */
void progress_step(struct progress *p, size_t done, size_t n);
/* Takes the line away, before anything else is printed and at the end. */
void progress_clear(struct progress *p);

#endif
