/* What a request is answered with: bytes in memory, never a file. */
#include <stdio.h>

#include "preview/reply.h"
#include "preview/server.h"

/* Pages that stay open must leave connections for those that ask. */
enum { STREAMS = 12 };

static enum MHD_Result refuse(struct pk_preview_call *call, unsigned status)
{
	return pk_preview_reply_words(call, status,
			pk_preview_words(status, call->server->request.language));
}

static enum MHD_Result hold_on(struct pk_preview_call *call)
{
	pk_preview_call_wait(call);
	return MHD_YES;
}

static enum MHD_Result answer_asset(struct pk_preview_call *call)
{
	const char *type;
	struct pk_str bytes = pk_preview_asset(call->wish.name, &type);

	if (type == NULL)
		return refuse(call, 404);
	return pk_preview_reply(call, &(struct pk_preview_reply){ .type = type, .bytes = bytes });
}

static enum MHD_Result answer_state(struct pk_preview_call *call, const struct pk_preview_shelf *shelf)
{
	const struct pk_preview_state *state = shelf->now->state;

	if (call->wish.page == PK_PREVIEW_REPORT)
		return pk_preview_reply(call, &(struct pk_preview_reply){
			.type = "application/json",
			.bytes = pk_preview_state_report(state),
			.held = shelf->now,
		});
	if (call->wish.page == PK_PREVIEW_SHELL)
		return pk_preview_reply(call, &(struct pk_preview_reply){
			.type = "text/html; charset=utf-8",
			.bytes = pk_preview_state_page(state),
			.policy = PK_PREVIEW_POLICY_PAGE,
			.held = shelf->now,
		});
	/* The last one that could be made: a mistake never blanks the page. */
	if (call->wish.page == PK_PREVIEW_LAST)
		return pk_preview_reply(call, &(struct pk_preview_reply){
			.type = "application/json",
			.bytes = shelf->good == NULL ? PK_STR("") :
					pk_preview_state_report(shelf->good->state),
			.held = shelf->good,
		});
	return pk_preview_reply(call, &(struct pk_preview_reply){
		.type = "text/html; charset=utf-8",
		.bytes = shelf->good == NULL ? PK_STR("") :
				pk_preview_state_document(shelf->good->state),
		.policy = PK_PREVIEW_POLICY_DOCUMENT,
		.held = shelf->good,
	});
}

static enum pk_preview_format format_of(const char *name)
{
	if (strcmp(name, "odt") == 0)
		return PK_PREVIEW_ODT;
	return strcmp(name, "docx") == 0 ? PK_PREVIEW_DOCX : PK_PREVIEW_PDF;
}

static enum MHD_Result answer_document(struct pk_preview_call *call, const struct pk_preview_shelf *shelf)
{
	static const char *const types[PK_PREVIEW_FORMATS] = {
		[PK_PREVIEW_ODT] = "application/vnd.oasis.opendocument.text",
		[PK_PREVIEW_DOCX] =
			"application/vnd.openxmlformats-officedocument.wordprocessingml.document",
		[PK_PREVIEW_PDF] = "application/pdf",
	};
	enum pk_preview_format format = format_of(call->wish.name);

	/* What is asked for is this state, though another comes while it is made; but not for ever: when
	 * somebody asks for a document of a newer one it has given way. */
	if (call->held == NULL || call->held->documents[format].progress == PK_PREVIEW_NOT_MADE) {
		pk_preview_release(call->held);
		call->held = shelf->now;
		call->held->holders++;
	}
	if (!pk_preview_state_good(call->held->state))
		return refuse(call, 409);
	if (!pk_preview_document(call->server, call->held, format))
		return hold_on(call);
	if (call->held->documents[format].progress != PK_PREVIEW_MADE) {
		struct pk_str why = call->held->documents[format].bytes;

		return why.n == 0 ? refuse(call, 503) : pk_preview_reply_words(call, 503, why);
	}
	return pk_preview_reply(call, &(struct pk_preview_reply){
		.type = types[format],
		.held = call->held,
		.bytes = call->held->documents[format].bytes,
		.policy = PK_PREVIEW_POLICY_SHOWN,
		.save_as = call->wish.page == PK_PREVIEW_DOWNLOAD ? call->wish.name : NULL,
	});
}

static enum MHD_Result answer_stream(struct pk_preview_call *call)
{
	if (call->server->streams >= STREAMS)
		return refuse(call, 503);
	return pk_preview_reply_stream(call);
}

enum MHD_Result pk_preview_answer(struct pk_preview_call *call)
{
	const struct pk_preview_shelf *shelf = &call->server->shelves[call->wish.edition];

	if (call->status != 200 || call->server->closing)
		return refuse(call, call->status != 200 ? call->status : 503);
	if (call->wish.page == PK_PREVIEW_ONCE) {
		call->server->door.once[0] = '\0';
		return pk_preview_reply_page(call);
	}
	if (call->wish.page == PK_PREVIEW_ASSET)
		return answer_asset(call);
	if (call->wish.page == PK_PREVIEW_EVENTS)
		return answer_stream(call);
	if (shelf->now == NULL && shelf->failed)
		return refuse(call, 503);
	if (shelf->now == NULL) {
		pk_preview_want(call->server, call->wish.edition);
		return hold_on(call);
	}
	if (call->wish.page == PK_PREVIEW_DOWNLOAD || call->wish.page == PK_PREVIEW_SHOWN)
		return answer_document(call, shelf);
	return answer_state(call, shelf);
}
