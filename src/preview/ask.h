/* What of HTTP is ours: whether a request may be answered, and what it asks for. */
#ifndef PK_PREVIEW_ASK_H
#define PK_PREVIEW_ASK_H

#include "context/context.h"

enum { PK_PREVIEW_TOKEN = 32 };

/* What a caller must know to be let in. */
struct pk_preview_door {
	char token[PK_PREVIEW_TOKEN + 1];       /* 128 bits in lower case hexadecimal */
	/* Opens the page once, and is then empty. A browser gets it as an argument, which all users of
	 * the machine can read; they shall not be able to read the protocol. */
	char once[PK_PREVIEW_TOKEN + 1];
	uint16_t port;
};

/* A request as it came, nothing decoded. Strings are NUL terminated, or NULL when not sent. */
struct pk_preview_ask {
	const char *method, *path, *host, *origin, *edition;
	const char *after, *last;       /* of the events: "after" of the address, the header Last-Event-ID */
	unsigned hosts;                 /* how many Host headers there were */
	bool body;                      /* something follows the headers */
};

enum pk_preview_page {
	PK_PREVIEW_ONCE,                /* to be sent on to the page */
	PK_PREVIEW_SHELL,
	PK_PREVIEW_ASSET,
	PK_PREVIEW_REPORT,
	PK_PREVIEW_LAST,                /* the report of the last version that could be read */
	PK_PREVIEW_DOCUMENT,
	PK_PREVIEW_EVENTS,
	PK_PREVIEW_DOWNLOAD,            /* to be saved */
	PK_PREVIEW_SHOWN                /* the same bytes, shown in the page */
};

struct pk_preview_wish {
	enum pk_preview_page page;
	enum pk_edition edition;
	const char *name;               /* ASSET: which one; DOWNLOAD, SHOWN: the format */
	uint64_t after;                 /* EVENTS: the version that the page has; 0: none */
};

/* An edition by its name on the command line, in UTF-8; NULL is the full one. False when there is none
 * of that name. */
bool pk_preview_edition(const char *said, enum pk_edition *ret);

/* The status of the answer: 200, and then *ret is what is asked for; 400 a body or several hosts;
 * 403 a page of another origin asks; 404 no token or no such page; 405 not GET or HEAD; 421 the name
 * that was called is not ours (another name was made to point at this machine: DNS rebinding). */
unsigned pk_preview_ask_read(const struct pk_preview_door *door, const struct pk_preview_ask *ask,
		struct pk_preview_wish *ret);

#endif
