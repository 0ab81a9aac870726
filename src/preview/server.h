/* What the files of the server share. Everything here is touched by the serving thread alone, but for
 * what lies in a task that has been handed to a worker. */
#ifndef PK_PREVIEW_SERVER_H
#define PK_PREVIEW_SERVER_H

#include "preview/mhd.h"

#ifdef PK_PREVIEW_MHD
#include <stdatomic.h>

#include "preview/ask.h"
#include "preview/serve.h"
#include "preview/watch.h"
#include "preview/worker.h"

enum { PK_PREVIEW_EDITIONS = PK_EDITION_PUBLIC + 1 };

/* The same document is not made twice. */
enum pk_preview_format { PK_PREVIEW_ODT, PK_PREVIEW_DOCX, PK_PREVIEW_PDF, PK_PREVIEW_FORMATS };
enum pk_preview_progress { PK_PREVIEW_NOT_MADE, PK_PREVIEW_MAKING, PK_PREVIEW_MADE, PK_PREVIEW_CANNOT };

/* A state, and the documents that have been made of it. Freed when nobody holds it. */
struct pk_preview_held {
	struct pk_preview_state *state;
	unsigned holders;
	struct {
		enum pk_preview_progress progress;
		struct pk_str bytes;            /* CANNOT: why not */
	} documents[PK_PREVIEW_FORMATS];
};

/* An edition as it is now, and as it was when a document could last be made of it. */
struct pk_preview_shelf {
	bool wanted;                            /* somebody has asked for it */
	bool failed;                            /* the last reading ran out of memory */
	struct pk_preview_held *now, *good;
};

struct pk_preview_reading {
	struct pk_preview_task task;            /* first: a task is cast to its reading */
	struct pk_preview_request request;
	char today[PK_PREVIEW_DAY];
	bool wanted[PK_PREVIEW_EDITIONS];
	struct pk_preview_state *made[PK_PREVIEW_EDITIONS];
	bool changed;                           /* a file has changed: not only read to be sure */
};

/* A request from its headers to its end. */
struct pk_preview_call {
	struct pk_preview_server *server;
	struct MHD_Connection *connection;
	struct pk_preview_call *next, **before;
	unsigned status;
	bool body;
	struct pk_preview_wish wish;
	struct pk_preview_held *held;           /* what a document is made of */
	bool waiting;                           /* suspended until something has been made */
	bool stream, greeted, knock;
	uint64_t told;                          /* the last version that a stream has told */
	char line[64];
	size_t at, n;
};

struct pk_preview_server {
	struct pk_preview_mhd mhd;
	struct MHD_Daemon *daemons[2];
	int sockets[2];
	struct pk_preview_door door;
	char url[96], url_once[96];
	struct pk_preview_request request;
	pk_preview_tell_day *tell_day;          /* NULL: it is always request.today */
	struct pk_watch *watch;
	struct pk_preview_worker *reader, *maker;
	int bell, pause, tick;                  /* an eventfd and two timers */
	unsigned pauses, ticks, streams;
	struct pk_preview_shelf shelves[PK_PREVIEW_EDITIONS];
	struct pk_preview_reading reading;
	bool is_reading, read_again, changed_again;
	struct pk_preview_making *makings;      /* the documents that are being made */
	struct pk_preview_call *calls;
	uint64_t version;                       /* counts what has been published */
	bool closing;
	atomic_bool stopped;                    /* asked by the thread that makes documents */
};

/* held.c */
struct pk_preview_held *pk_preview_hold(struct pk_preview_state *state);
void pk_preview_release(struct pk_preview_held *held);

/* renew.c: the reading of the meeting. */
void pk_preview_renew(struct pk_preview_server *server, bool changed);
void pk_preview_collect(struct pk_preview_server *server);
void pk_preview_want(struct pk_preview_server *server, enum pk_edition edition);
/* True when the day is another than when the meeting was read. */
bool pk_preview_is_new_day(const struct pk_preview_server *server);

/* documents.c: what is made of a state when asked for. True: made or cannot be made; false: wait.
 * What is still being made of older states gives way: it is then as if nobody had asked. */
bool pk_preview_document(struct pk_preview_server *server, struct pk_preview_held *held,
		enum pk_preview_format format);
void pk_preview_collect_documents(struct pk_preview_server *server);

/* call.c: libmicrohttpd's way in, and the way back from waiting. */
void pk_preview_call_wait(struct pk_preview_call *call);
void pk_preview_call_wake(struct pk_preview_server *server, bool knock);
enum MHD_Result pk_preview_call_handle(void *server, struct MHD_Connection *connection,
		const char *path, const char *method, const char *version, const char *body,
		size_t *body_size, void **call);
void pk_preview_call_end(void *server, struct MHD_Connection *connection, void **ended,
		enum MHD_RequestTerminationCode why);

/* answer.c: what is answered. */
enum MHD_Result pk_preview_answer(struct pk_preview_call *call);

/* stream.c: server-sent events. */
struct MHD_Response *pk_preview_stream(struct pk_preview_call *call);

#endif
#endif
