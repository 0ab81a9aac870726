/* What of a request is ours to read: flags, method, path, host, origin, edition and versions, a line each. Nothing
 * but our own pages under our own names, with the token, is ever let in. */
#include <ctype.h>
#include <stdio.h>
#include <strings.h>

#include "fuzz.h"
#include "preview/ask.h"

enum { FIELDS = 7 };

static const struct pk_preview_door door = { .token = "0123456789abcdef0123456789abcdef",
	.once = "00112233445566778899aabbccddeeff", .port = 8080 };

static void must(bool so)
{
	if (!so)
		abort();
}

static void must_be_ours(const char *name)
{
	must(strcasecmp(name, "127.0.0.1:8080") == 0 || strcasecmp(name, "localhost:8080") == 0 ||
			strcasecmp(name, "[::1]:8080") == 0);
}

static void must_be_a_page(const char *path)
{
	if (strcmp(path, "/00112233445566778899aabbccddeeff") == 0)
		return;
	must(*path++ == '/' && strncmp(path, door.token, PK_PREVIEW_TOKEN) == 0);
	path += PK_PREVIEW_TOKEN;
	must(*path++ == '/');
	for (; *path != '\0'; path++)
		must(islower((unsigned char)*path) || *path == '.');
}

static void judge(const struct pk_preview_ask *ask, const struct pk_preview_wish *wish)
{
	must(ask->hosts <= 1 && !ask->body);
	must(strcmp(ask->method, "GET") == 0 || strcmp(ask->method, "HEAD") == 0);
	must_be_ours(ask->host);
	must_be_a_page(ask->path);
	if (ask->origin != NULL) {
		must(strncasecmp(ask->origin, "http://", 7) == 0);
		must_be_ours(ask->origin + 7);
	}
	/* What is secret is shown to nobody who did not ask for all there is. */
	must(wish->edition == PK_EDITION_PUBLIC || ask->edition == NULL || *ask->edition == '\0' ||
			strncmp(ask->edition, "fullst", 6) == 0);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	char *text = size == 0 ? NULL : malloc(size), *fields[FIELDS] = { NULL }, *at = text;
	struct pk_preview_wish wish;

	if (text == NULL)
		return 0;
	memcpy(text, data + 1, size - 1);
	text[size - 1] = '\0';
	for (size_t i = 0; i < FIELDS && at != NULL; i++) {
		fields[i] = at;
		at = strchr(at, '\n');
		if (at != NULL)
			*at++ = '\0';
	}
	/* A method and a path there always are. */
	if (fields[1] != NULL) {
		const struct pk_preview_ask ask = {
			.method = fields[0],
			.path = fields[1],
			.host = fields[2],
			.origin = (data[0] & 1) != 0 ? fields[3] : NULL,
			.edition = (data[0] & 2) != 0 ? fields[4] : NULL,
			.after = fields[5],
			.last = fields[6],
			.hosts = (data[0] & 4) != 0 ? 2 : 1,
			.body = (data[0] & 8) != 0,
		};

		if (pk_preview_ask_read(&door, &ask, &wish) == 200)
			judge(&ask, &wish);
	}
	free(text);
	return 0;
}
