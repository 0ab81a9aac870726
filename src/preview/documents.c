/* Documents are made of a state when somebody asks for them, one after the other. */
#include <stdlib.h>

#include "preview/server.h"

struct pk_preview_making {
	struct pk_preview_task task;            /* first: a task is cast to its making */
	struct pk_preview_server *server;
	struct pk_preview_held *held;
	enum pk_preview_format format;
	struct pk_str bytes;
	bool good;
	atomic_bool unwanted;
	struct pk_preview_making *next;
};

/* LibreOffice is not waited for when it is over, or for what nobody wants any more. */
static bool is_stopped(void *self)
{
	struct pk_preview_making *making = self;

	return atomic_load(&making->server->stopped) || atomic_load(&making->unwanted);
}

static void make(struct pk_preview_task *task)
{
	static const char *const names[PK_PREVIEW_FORMATS] = {
		[PK_PREVIEW_ODT] = "odt",
		[PK_PREVIEW_DOCX] = "docx",
		[PK_PREVIEW_PDF] = "pdf",
	};
	struct pk_preview_making *making = (struct pk_preview_making *)task;

	making->good = !is_stopped(making) && pk_preview_state_download(making->held->state,
			names[making->format], is_stopped, making, &making->bytes);
}

static bool is_newest(const struct pk_preview_server *server, const struct pk_preview_held *held)
{
	for (size_t i = 0; i < PK_PREVIEW_EDITIONS; i++) {
		if (server->shelves[i].now == held)
			return true;
	}
	return false;
}

static void begin(struct pk_preview_server *server, struct pk_preview_held *held,
		enum pk_preview_format format)
{
	struct pk_preview_making *making = calloc(1, sizeof(*making));

	held->documents[format].progress = making == NULL ? PK_PREVIEW_CANNOT : PK_PREVIEW_MAKING;
	if (making == NULL)
		return;
	for (struct pk_preview_making *other = server->makings; other != NULL; other = other->next) {
		if (!is_newest(server, other->held))
			atomic_store(&other->unwanted, true);
	}
	making->task.run = make;
	making->server = server;
	making->held = held;
	making->format = format;
	making->next = server->makings;
	server->makings = making;
	held->holders++;
	pk_preview_worker_put(server->maker, &making->task);
}

bool pk_preview_document(struct pk_preview_server *server, struct pk_preview_held *held,
		enum pk_preview_format format)
{
	if (held->documents[format].progress == PK_PREVIEW_NOT_MADE)
		begin(server, held, format);
	return held->documents[format].progress != PK_PREVIEW_MAKING;
}

static enum pk_preview_progress progress_of(struct pk_preview_making *making)
{
	if (making->good)
		return PK_PREVIEW_MADE;
	return atomic_load(&making->unwanted) ? PK_PREVIEW_NOT_MADE : PK_PREVIEW_CANNOT;
}

static void end(struct pk_preview_server *server, struct pk_preview_making *making)
{
	struct pk_preview_making **at = &server->makings;

	while (*at != making)
		at = &(*at)->next;
	*at = making->next;
	making->held->documents[making->format].bytes = making->bytes;
	making->held->documents[making->format].progress = progress_of(making);
	pk_preview_release(making->held);
	free(making);
}

void pk_preview_collect_documents(struct pk_preview_server *server)
{
	struct pk_preview_task *task;
	bool any = false;

	while ((task = pk_preview_worker_done(server->maker)) != NULL) {
		end(server, (struct pk_preview_making *)task);
		any = true;
	}
	if (any)
		pk_preview_call_wake(server, false);
}
