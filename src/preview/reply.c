#include "preview/reply.h"

#include <stdio.h>
#include <stdlib.h>

#include "job/path.h"

/* default-src 'none' and then what each needs. Nothing may frame the page itself, so that no other
 * site can lay it under its own buttons. */
static const char *const policies[] = {
	[PK_PREVIEW_POLICY_NOTHING] = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; "
		"form-action 'none'",
	[PK_PREVIEW_POLICY_PAGE] = "default-src 'none'; script-src 'self'; style-src 'self'; "
		"img-src 'self' data:; connect-src 'self'; frame-src 'self'; object-src 'self'; "
		"frame-ancestors 'none'; base-uri 'none'; form-action 'none'",
	[PK_PREVIEW_POLICY_DOCUMENT] = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; "
		"font-src data:; frame-ancestors 'self'; base-uri 'none'; form-action 'none'",
	/* The browsers' own viewers of PDF run as objects inside it. */
	[PK_PREVIEW_POLICY_SHOWN] = "frame-ancestors 'self'",
};

static const struct {
	unsigned status;
	struct pk_str words[2];
} words[] = {
	{ 400, { PK_STR_INIT("Frågan går inte att läsa.\n"), PK_STR_INIT("Bad request.\n") } },
	{ 403, { PK_STR_INIT("En annan webbplats får inte fråga.\n"),
		PK_STR_INIT("Other sites may not ask.\n") } },
	{ 404, { PK_STR_INIT("Sidan finns inte.\n"), PK_STR_INIT("There is no such page.\n") } },
	{ 405, { PK_STR_INIT("Här går det bara att läsa.\n"), PK_STR_INIT("Reading only.\n") } },
	{ 409, { PK_STR_INIT("Mötesfilen har fel: det går inte att göra något dokument av den.\n"),
		PK_STR_INIT("The meeting file has errors: no document can be made of it.\n") } },
	{ 421, { PK_STR_INIT("Sidan finns bara under den här datorns egna namn.\n"),
		PK_STR_INIT("The page is only served under this machine's own names.\n") } },
	{ 503, { PK_STR_INIT("Det gick inte just nu. Försök igen om en stund.\n"),
		PK_STR_INIT("Not possible right now. Try again in a while.\n") } },
};

struct pk_str pk_preview_words(unsigned status, enum pk_language language)
{
	for (size_t i = 0; i < PK_COUNT(words); i++) {
		if (words[i].status == status)
			return words[i].words[language];
	}
	return PK_STR("");
}

static void release(void *held)
{
	pk_preview_release(held);
}

static void put_percent(struct pk_out *out, struct pk_str name)
{
	static const char digits[] = "0123456789ABCDEF";

	for (size_t i = 0; i < name.n; i++) {
		unsigned char c = (unsigned char)name.p[i];

		if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
				c == '-' || c == '.' || c == '_') {
			pk_put_byte(out, (char)c);
			continue;
		}
		pk_put_byte(out, '%');
		pk_put_byte(out, digits[c >> 4]);
		pk_put_byte(out, digits[c & 15]);
	}
}

/* The name that build gives the document, which browsers take from here (RFC 6266). */
static void add_name(const struct pk_preview_call *call, struct MHD_Response *response, const char *extension)
{
	struct pk_str base = pk_path_base(pk_str_of(call->server->request.file));
	struct pk_str end = pk_path_extension(base);
	struct pk_arena *arena = pk_arena_new(16384);
	struct pk_out out;

	if (arena == NULL)
		return;
	out = pk_out_new(arena, 8192);
	pk_put_c(&out, "attachment; filename*=UTF-8''");
	put_percent(&out, pk_str_slice(base, 0, base.n - end.n));
	pk_put_c(&out, call->wish.edition == PK_EDITION_PUBLIC ? "-offentlig." : ".");
	pk_put_c(&out, extension);
	pk_put_byte(&out, '\0');
	if (!out.failed)
		call->server->mhd.add_response_header(response, "Content-Disposition", out.p);
	pk_arena_free(arena);
}

static enum MHD_Result queue(struct pk_preview_call *call, unsigned status,
		const struct pk_preview_reply *reply, struct MHD_Response *response)
{
	const struct {
		const char *name, *value;
	} headers[] = {
		{ "Content-Type", reply->type },
		{ "Content-Security-Policy", policies[reply->policy] },
		{ "Cache-Control", "no-store" },
		{ "Referrer-Policy", "no-referrer" },
		{ "X-Content-Type-Options", "nosniff" },
		{ "Cross-Origin-Resource-Policy", "same-origin" },
		{ "Cross-Origin-Opener-Policy", "same-origin" },
		{ "Location", reply->location },
		{ "Allow", status == 405 ? "GET, HEAD" : NULL },
	};
	const struct pk_preview_mhd *mhd = &call->server->mhd;
	enum MHD_Result result;

	if (response == NULL)
		return MHD_NO;
	for (size_t i = 0; i < PK_COUNT(headers); i++) {
		if (headers[i].value != NULL)
			mhd->add_response_header(response, headers[i].name, headers[i].value);
	}
	if (reply->save_as != NULL)
		add_name(call, response, reply->save_as);
	result = mhd->queue_response(call->connection, status, response);
	mhd->destroy_response(response);
	return result;
}

enum MHD_Result pk_preview_reply(struct pk_preview_call *call, const struct pk_preview_reply *reply)
{
	/* The library asks for bytes that it could change, and does not.
	 * NOLINTNEXTLINE(performance-no-int-to-ptr) */
	void *bytes = (void *)(uintptr_t)reply->bytes.p;
	struct MHD_Response *response = call->server->mhd
			.create_response_from_buffer_with_free_callback_cls(reply->bytes.n, bytes,
			release, reply->held);

	if (response != NULL && reply->held != NULL)
		reply->held->holders++;
	return queue(call, reply->bytes.n == 0 ? 204 : 200, reply, response);
}

enum MHD_Result pk_preview_reply_words(struct pk_preview_call *call, unsigned status, struct pk_str line)
{
	const struct pk_preview_reply reply = { .type = "text/plain; charset=utf-8" };
	char *copy = malloc(line.n + 1);
	struct MHD_Response *response;

	if (copy == NULL)
		return MHD_NO;
	memcpy(copy, line.p, line.n);
	response = call->server->mhd.create_response_from_buffer_with_free_callback_cls(line.n, copy,
			free, copy);
	if (response == NULL)
		free(copy);
	return queue(call, status, &reply, response);
}

enum MHD_Result pk_preview_reply_page(struct pk_preview_call *call)
{
	char path[PK_PREVIEW_TOKEN + 32];
	const struct pk_preview_reply reply = { .location = path };

	(void)snprintf(path, sizeof(path), "/%s/%s", call->server->door.token,
			call->wish.edition == PK_EDITION_PUBLIC ? "?edition=offentlig" : "");
	return queue(call, 303, &reply, call->server->mhd
			.create_response_from_buffer_with_free_callback_cls(0, path, release, NULL));
}

enum MHD_Result pk_preview_reply_stream(struct pk_preview_call *call)
{
	const struct pk_preview_reply reply = { .type = "text/event-stream" };

	return queue(call, 200, &reply, pk_preview_stream(call));
}
