/* protokoll preview without a server: a page in a file, or text. */
#ifndef PK_CLI_ONCE_H
#define PK_CLI_ONCE_H

#include "cli/cli.h"
#include "preview/state.h"

/* Writes the page to a file, or to stdout when output is NULL or "-". The exit code. */
int preview_once(struct cli *cli, const struct pk_preview_request *request, const char *output,
		bool force);

/* Prints the protocol as text as wide as the terminal. The exit code. */
int preview_text(struct cli *cli, const struct pk_preview_request *request);

#endif
