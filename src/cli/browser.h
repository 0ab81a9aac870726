/* The user's web browser. */
#ifndef PK_CLI_BROWSER_H
#define PK_CLI_BROWSER_H

#include <stdbool.h>

/* Opens an address in the browser that the user has chosen, without waiting for it. It lives on when
 * this program ends. False when there is no screen to show it on, or no program that can. */
bool open_browser(const char *address);

#endif
