/* A request on its way: let in, suspended while what it asks for is made, woken, ended. */
#include <stdlib.h>
#include <strings.h>

#include "preview/server.h"

void pk_preview_call_wait(struct pk_preview_call *call)
{
	call->waiting = true;
	call->server->mhd.suspend_connection(call->connection);
}

void pk_preview_call_wake(struct pk_preview_server *server, bool knock)
{
	for (struct pk_preview_call *call = server->calls; call != NULL; call = call->next) {
		call->knock = call->knock || knock;
		if (!call->waiting)
			continue;
		call->waiting = false;
		server->mhd.resume_connection(call->connection);
	}
}

/* Counts the headers Host: a proxy may look at one of two, and a server at the other. */
static enum MHD_Result count_hosts(void *n, enum MHD_ValueKind kind, const char *name, const char *value)
{
	(void)kind;
	(void)value;
	if (strcasecmp(name, "Host") == 0)
		++*(unsigned *)n;
	return MHD_YES;
}

static bool has_body(const struct pk_preview_mhd *mhd, struct MHD_Connection *connection)
{
	const char *length = mhd->lookup_connection_value(connection, MHD_HEADER_KIND,
			"Content-Length");

	return (length != NULL && strcmp(length, "0") != 0) ||
	       mhd->lookup_connection_value(connection, MHD_HEADER_KIND, "Transfer-Encoding") != NULL;
}

static struct pk_preview_call *let_in(struct pk_preview_server *server,
		struct MHD_Connection *connection, const char *path, const char *method)
{
	const struct pk_preview_mhd *mhd = &server->mhd;
	struct pk_preview_ask ask = {
		.method = method,
		.path = path,
		.host = mhd->lookup_connection_value(connection, MHD_HEADER_KIND, "Host"),
		.origin = mhd->lookup_connection_value(connection, MHD_HEADER_KIND, "Origin"),
		.edition = mhd->lookup_connection_value(connection, MHD_GET_ARGUMENT_KIND, "edition"),
		.after = mhd->lookup_connection_value(connection, MHD_GET_ARGUMENT_KIND, "after"),
		.last = mhd->lookup_connection_value(connection, MHD_HEADER_KIND, "Last-Event-ID"),
		.body = has_body(mhd, connection),
	};
	struct pk_preview_call *call = calloc(1, sizeof(*call));

	if (call == NULL)
		return NULL;
	mhd->get_connection_values(connection, MHD_HEADER_KIND, count_hosts, &ask.hosts);
	call->server = server;
	call->connection = connection;
	call->body = ask.body;
	call->status = pk_preview_ask_read(&server->door, &ask, &call->wish);
	call->next = server->calls;
	call->before = &server->calls;
	if (call->next != NULL)
		call->next->before = &call->next;
	server->calls = call;
	return call;
}

enum MHD_Result pk_preview_call_handle(void *server, struct MHD_Connection *connection,
		const char *path, const char *method, const char *version, const char *body,
		size_t *body_size, /* the library says so: NOLINT(readability-non-const-parameter) */
		void **call)
{
	struct pk_preview_call *known = *call;

	(void)version;
	(void)body;
	(void)body_size;
	if (known != NULL)
		return pk_preview_answer(known);
	*call = known = let_in(server, connection, path, method);
	if (known == NULL)
		return MHD_NO;
	/* An answer before the body ends the connection: nothing of the body is read. Else the
	 * library calls again, and the connection lives on. */
	return known->body ? pk_preview_answer(known) : MHD_YES;
}

void pk_preview_call_end(void *server, struct MHD_Connection *connection, void **ended,
		enum MHD_RequestTerminationCode why)
{
	struct pk_preview_call *call = *ended;

	(void)connection;
	(void)why;
	if (call == NULL)
		return;
	if (call->stream)
		((struct pk_preview_server *)server)->streams--;
	*call->before = call->next;
	if (call->next != NULL)
		call->next->before = call->before;
	pk_preview_release(call->held);
	free(call);
	*ended = NULL;
}
