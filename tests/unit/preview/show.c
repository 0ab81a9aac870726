/* Prints what a state holds: show WHAT FILE [EDITION [LANGUAGE [TODAY [TEMPLATE]]]]. */
#include <stdio.h>
#include <stdlib.h>

#include "preview/state.h"

static void put(struct pk_str text)
{
	fwrite(text.p, 1, text.n, stdout);
}

static const char *argument(int argc, char **argv, int i)
{
	return i < argc && argv[i][0] != '\0' ? argv[i] : NULL;
}

static bool show(struct pk_preview_state *state, const char *what)
{
	if (strcmp(what, "page") == 0)
		put(pk_preview_state_page(state));
	else if (strcmp(what, "document") == 0)
		put(pk_preview_state_document(state));
	else if (strcmp(what, "report") == 0)
		put(pk_preview_state_report(state));
	else if (strcmp(what, "once") == 0)
		put(pk_preview_state_once(state));
	else if (strncmp(what, "text", 4) == 0)
		put(pk_preview_state_text(state, what[4] == '\0' ? 80 : (size_t)atoi(what + 4)));
	else
		return false;
	return true;
}

int main(int argc, char **argv)
{
	struct pk_preview_request request = { .file = argument(argc, argv, 2),
		.edition = argument(argc, argv, 3), .today = argument(argc, argv, 5),
		.template_name = argument(argc, argv, 6) };
	struct pk_preview_state *state;
	bool known;

	if (argument(argc, argv, 4) != NULL && strcmp(argv[4], "en") == 0)
		request.language = PK_ENGLISH;
	state = request.file == NULL ? NULL : pk_preview_state_make(&request);
	if (state == NULL)
		return 2;
	known = show(state, argv[1]);
	pk_preview_state_free(state);
	return known ? 0 : 2;
}
