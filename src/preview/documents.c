/* Documents are made of a state when somebody asks for them, one after the other. */
#include <stdlib.h>

#include "preview/server.h"

struct making {
	struct pk_preview_task task;            /* first: a task is cast to its making */
	struct pk_preview_held *held;
	enum pk_preview_format format;
	struct pk_str bytes;
	bool good;
};

static void make(struct pk_preview_task *task)
{
	static const char *const names[PK_PREVIEW_FORMATS] = {
		[PK_PREVIEW_ODT] = "odt",
		[PK_PREVIEW_DOCX] = "docx",
		[PK_PREVIEW_PDF] = "pdf",
	};
	struct making *making = (struct making *)task;

	making->good = pk_preview_state_download(making->held->state, names[making->format],
			&making->bytes);
}

bool pk_preview_document(struct pk_preview_server *server, struct pk_preview_held *held,
		enum pk_preview_format format)
{
	struct making *making;

	if (held->documents[format].progress == PK_PREVIEW_NOT_MADE) {
		making = calloc(1, sizeof(*making));
		held->documents[format].progress = making == NULL ? PK_PREVIEW_CANNOT :
				PK_PREVIEW_MAKING;
		if (making != NULL) {
			making->task.run = make;
			making->held = held;
			making->format = format;
			held->holders++;
			pk_preview_worker_put(server->maker, &making->task);
		}
	}
	return held->documents[format].progress != PK_PREVIEW_MAKING;
}

void pk_preview_collect_documents(struct pk_preview_server *server)
{
	struct making *making;
	bool any = false;

	while ((making = (struct making *)pk_preview_worker_done(server->maker)) != NULL) {
		struct pk_preview_held *held = making->held;

		held->documents[making->format].bytes = making->bytes;
		held->documents[making->format].progress = making->good ? PK_PREVIEW_MADE :
				PK_PREVIEW_CANNOT;
		pk_preview_release(held);
		free(making);
		any = true;
	}
	if (any)
		pk_preview_call_wake(server, false);
}
