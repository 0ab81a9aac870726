/* Answers and their headers. */
#ifndef PK_PREVIEW_REPLY_H
#define PK_PREVIEW_REPLY_H

#include "preview/server.h"

#ifdef PK_PREVIEW_MHD

/* What the browser may do with what it gets. */
enum pk_preview_policy {
	PK_PREVIEW_POLICY_NOTHING,
	PK_PREVIEW_POLICY_PAGE,         /* its own script, style and what lies beside it */
	PK_PREVIEW_POLICY_DOCUMENT,     /* style and pictures inside it; framed by the page */
	PK_PREVIEW_POLICY_SHOWN         /* a PDF, framed by the page */
};

struct pk_preview_reply {
	const char *type;
	struct pk_str bytes;
	enum pk_preview_policy policy;
	struct pk_preview_held *held;   /* what the bytes belong to; NULL: the program */
	const char *location;           /* where to go instead, or NULL */
	const char *save_as;            /* the extension of the file to save, or NULL: shown */
};

/* 200 with the bytes, or 204 when there are none. */
enum MHD_Result pk_preview_reply(struct pk_preview_call *call, const struct pk_preview_reply *reply);

/* A status with a line of text, which is copied. */
enum MHD_Result pk_preview_reply_words(struct pk_preview_call *call, unsigned status, struct pk_str line);

/* Sends the browser on to the page itself. */
enum MHD_Result pk_preview_reply_page(struct pk_preview_call *call);

enum MHD_Result pk_preview_reply_stream(struct pk_preview_call *call);

/* What a status means, for whoever reads it in the browser. */
struct pk_str pk_preview_words(unsigned status, enum pk_language language);

#endif
#endif
