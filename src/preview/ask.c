#include "preview/ask.h"

#include <stdio.h>
#include <stdlib.h>
#include <strings.h>

#include "base/text.h"

/* The names of this machine that the page can be reached by: "127.0.0.1:8080", or with "http://"
 * before it. Another name in its place has been made to point here by somebody else. */
static bool is_ours(const struct pk_preview_door *door, const char *scheme, const char *host)
{
	static const char *const names[] = { "127.0.0.1", "[::1]", "localhost" };
	char own[64];

	for (size_t i = 0; i < PK_COUNT(names); i++) {
		int n = snprintf(own, sizeof(own), "%s%s:%u", scheme, names[i], (unsigned)door->port);

		/* A browser leaves out the port that goes without saying. */
		if (strcasecmp(host, own) == 0 || (door->port == 80 && n > 3 &&
				strlen(host) == (size_t)n - 3 && strncasecmp(host, own, (size_t)n - 3) == 0))
			return true;
	}
	return false;
}

/* Takes as long for a token that is nearly right as for one that is all wrong. */
static bool same_token(const char *token, const char *said)
{
	unsigned char differs = 0;

	for (size_t i = 0; i < PK_PREVIEW_TOKEN; i++)
		differs |= (unsigned char)(token[i] ^ said[i]);
	return differs == 0;
}

static bool opens_once(const struct pk_preview_door *door, const char *path)
{
	return door->once[0] != '\0' && path != NULL && strlen(path) == PK_PREVIEW_TOKEN + 1 &&
	       path[0] == '/' && same_token(door->once, path + 1);
}

/* What follows "/TOKEN/" in the path; NULL without the token. */
static const char *behind_token(const struct pk_preview_door *door, const char *path)
{
	if (path == NULL || strnlen(path, PK_PREVIEW_TOKEN + 2) < PK_PREVIEW_TOKEN + 2 ||
			path[0] != '/' || path[PK_PREVIEW_TOKEN + 1] != '/' ||
			!same_token(door->token, path + 1))
		return NULL;
	return path + PK_PREVIEW_TOKEN + 2;
}

static bool find_page(const char *name, struct pk_preview_wish *ret)
{
	static const struct {
		const char *path;
		enum pk_preview_page page;
		const char *name;
	} pages[] = {
		{ "", PK_PREVIEW_SHELL, NULL },
		{ "page.js", PK_PREVIEW_ASSET, "page.js" },
		{ "page.css", PK_PREVIEW_ASSET, "page.css" },
		{ "report", PK_PREVIEW_REPORT, NULL },
		{ "last", PK_PREVIEW_LAST, NULL },
		{ "document", PK_PREVIEW_DOCUMENT, NULL },
		{ "events", PK_PREVIEW_EVENTS, NULL },
		{ "download.odt", PK_PREVIEW_DOWNLOAD, "odt" },
		{ "download.docx", PK_PREVIEW_DOWNLOAD, "docx" },
		{ "download.pdf", PK_PREVIEW_DOWNLOAD, "pdf" },
		{ "pages.pdf", PK_PREVIEW_SHOWN, "pdf" },
	};

	for (size_t i = 0; i < PK_COUNT(pages); i++) {
		if (strcmp(pages[i].path, name) == 0) {
			ret->page = pages[i].page;
			ret->name = pages[i].name;
			return true;
		}
	}
	return false;
}

bool pk_preview_edition(const char *said, enum pk_edition *ret)
{
	struct pk_str name = pk_str_of(said);

	*ret = PK_EDITION_FULL;
	if (name.n == 0 || (pk_text_invalid(name) == name.n &&
			pk_text_same_key(name, PK_STR("fullständig"))))
		return true;
	*ret = PK_EDITION_PUBLIC;
	return pk_text_invalid(name) == name.n && pk_text_same_key(name, PK_STR("offentlig"));
}

/* In an address an edition has one spelling, or two: browsers write ä as its bytes. */
static bool find_edition(const char *said, enum pk_edition *ret)
{
	static const struct {
		const char *name;
		enum pk_edition edition;
	} editions[] = {
		{ "", PK_EDITION_FULL },
		{ "fullstandig", PK_EDITION_FULL },
		{ "fullst%C3%A4ndig", PK_EDITION_FULL },
		{ "offentlig", PK_EDITION_PUBLIC },
	};

	for (size_t i = 0; i < PK_COUNT(editions); i++) {
		if (strcmp(said == NULL ? "" : said, editions[i].name) == 0) {
			*ret = editions[i].edition;
			return true;
		}
	}
	return false;
}

/* A page that comes back says what it heard last; one that is new, what it was made of. */
static uint64_t version_of(const struct pk_preview_ask *ask)
{
	const char *said = ask->last != NULL ? ask->last : ask->after;

	return said != NULL && *said >= '0' && *said <= '9' ? strtoull(said, NULL, 10) : 0;
}

unsigned pk_preview_ask_read(const struct pk_preview_door *door, const struct pk_preview_ask *ask,
		struct pk_preview_wish *ret)
{
	const char *name;

	if (ask->hosts > 1)
		return 400;
	if (ask->host == NULL || !is_ours(door, "", ask->host))
		return 421;
	if (ask->origin != NULL && !is_ours(door, "http://", ask->origin))
		return 403;
	if (strcmp(ask->method, "GET") != 0 && strcmp(ask->method, "HEAD") != 0)
		return 405;
	if (ask->body)
		return 400;
	if (!find_edition(ask->edition, &ret->edition))
		return 404;
	ret->after = version_of(ask);
	if (opens_once(door, ask->path)) {
		ret->page = PK_PREVIEW_ONCE;
		return 200;
	}
	name = behind_token(door, ask->path);
	if (name == NULL || !find_page(name, ret))
		return 404;
	return 200;
}
