/* The live page, served to this machine alone. One thread serves and watches; one reads the meeting
 * when it has changed; one makes the documents that are asked for. */
#ifndef PK_PREVIEW_SERVE_H
#define PK_PREVIEW_SERVE_H

#include "preview/state.h"

struct pk_preview_server;

enum { PK_PREVIEW_DAY = sizeof("2024-06-01") };

/* Writes the day that it is, or "" when it cannot be known. Called from pk_preview_run()'s thread. */
typedef void pk_preview_tell_day(char ret[PK_PREVIEW_DAY]);

enum pk_preview_fault {
	PK_PREVIEW_FINE,
	PK_PREVIEW_UNBUILT,             /* the program was built without libmicrohttpd */
	PK_PREVIEW_ABSENT,              /* libmicrohttpd is not installed */
	PK_PREVIEW_PORT_TAKEN,          /* another program listens on the port */
	PK_PREVIEW_PORT_DENIED,         /* the port may not be used: below 1024 */
	PK_PREVIEW_SYSTEM               /* memory, file descriptors or threads are out */
};

/* Begins to listen on 127.0.0.1 and ::1; port 0 takes one that is free. The request's strings must
 * live as long as the server; its edition and version are not looked at. A page may be open over midnight:
 * tell_day says what day it is each time that the meeting is read, and when it has become another; NULL:
 * it is always the request's. Browsers may call from now on, and are answered by pk_preview_run(). */
PK_MUST enum pk_preview_fault pk_preview_open(const struct pk_preview_request *request,
		pk_preview_tell_day *tell_day, uint16_t port, struct pk_preview_server **ret);

/* Where the page is: "http://127.0.0.1:40001/<token>/". */
const char *pk_preview_url(const struct pk_preview_server *server);

/* The same page for a browser to be started with: good for one visit, so that whoever sees the address
 * among the machine's processes cannot use it. */
const char *pk_preview_url_once(const struct pk_preview_server *server);

/* Serves until something can be read from the file descriptor stop. */
PK_MUST enum pk_preview_fault pk_preview_run(struct pk_preview_server *server, int stop);

/* Tells the browsers that it is over and frees all. NULL is allowed. */
void pk_preview_close(struct pk_preview_server *server);

#endif
