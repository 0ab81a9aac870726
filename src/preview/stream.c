/* Server-sent events: each open page hears the number of every version that is published and that it does
 * not have. */
#include <stdio.h>

#include "preview/server.h"

/* The next line for this page; empty when there is nothing to say. */
static void next_line(struct pk_preview_call *call)
{
	const struct pk_preview_server *server = call->server;
	int n = 0;

	if (!call->greeted) {
		/* A page that has lost us tries again after a second. */
		n = snprintf(call->line, sizeof(call->line), "retry: 1000\n\n");
		call->greeted = true;
	} else if (call->told < server->version) {
		n = snprintf(call->line, sizeof(call->line),
				"event: state\nid: %llu\ndata: {\"version\":%llu}\n\n",
				(unsigned long long)server->version, (unsigned long long)server->version);
		call->told = server->version;
	} else if (call->knock) {
		/* A comment: whoever has gone is found out when writing to him. */
		n = snprintf(call->line, sizeof(call->line), ":\n\n");
	}
	call->knock = false;
	call->at = 0;
	call->n = n > 0 ? (size_t)n : 0;
}

static ssize_t feed(void *self, uint64_t position, char *to, size_t room)
{
	struct pk_preview_call *call = self;
	size_t n;

	(void)position;
	if (call->at == call->n)
		next_line(call);
	n = call->n - call->at;
	if (n == 0 && call->server->closing)
		return MHD_CONTENT_READER_END_OF_STREAM;
	if (n == 0)
		pk_preview_call_wait(call);
	n = n < room ? n : room;
	memcpy(to, call->line + call->at, n);
	call->at += n;
	return (ssize_t)n;
}

struct MHD_Response *pk_preview_stream(struct pk_preview_call *call)
{
	call->stream = true;
	/* A version that there is not yet belongs to another preview. */
	call->told = call->wish.after <= call->server->version ? call->wish.after : 0;
	call->server->streams++;
	return call->server->mhd.create_response_from_callback(MHD_SIZE_UNKNOWN, 256, feed, call, NULL);
}
