/* LibreOffice on this computer, for commands that need it. */
#ifndef PK_CLI_OFFICE_H
#define PK_CLI_OFFICE_H

#include "cli/cli.h"

enum { OFFICE_VARIABLES = 16 };

struct office {
	char program[4096];
	char *variables[OFFICE_VARIABLES];      /* "HOME=/home/karin", ended by NULL */
};

/* Finds soffice: PROTOKOLL_SOFFICE, else the PATH; and what it needs of the environment to find the
 * user's fonts. Puts all that in the options; office must outlive them. */
void office_find(struct office *office, struct protokoll_options *options);

/* Frees what office_find() has made. */
void office_free(struct office *office);

#endif
