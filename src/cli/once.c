#include "cli/once.h"

#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

enum { WIDTH = 80, MOST = 1000 };

/* COLUMNS, else the terminal's own width, else what most pages of text are made for. */
static size_t screen_width(void)
{
	const char *columns = getenv("COLUMNS");
	struct winsize size;
	long width = columns == NULL ? 0 : strtol(columns, NULL, 10);

	if (width <= 0 && ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0)
		width = size.ws_col;
	return width <= 0 || width > MOST ? WIDTH : (size_t)width;
}

static void put(FILE *to, struct pk_str text)
{
	fwrite(text.p, 1, text.n, to);
}

/* The page tells what is wrong; whoever started the command hears that something is. */
static int told(struct cli *cli, struct pk_preview_state *state, const char *file)
{
	int status = (int)pk_preview_state_status(state);

	if (status != PROTOKOLL_DONE)
		fprintf(stderr, "protokoll: %s: %s\n", file, say(cli, W_PREVIEW_FAULTS));
	pk_preview_state_free(state);
	return finish_output(cli, status);
}

static int give_up(const struct cli *cli, struct pk_preview_state *state)
{
	pk_preview_state_free(state);
	return no_memory(cli);
}

int preview_once(struct cli *cli, const struct pk_preview_request *request, const char *output,
		bool force)
{
	struct pk_preview_state *state = pk_preview_state_make(request);
	struct pk_str page;

	if (state == NULL)
		return no_memory(cli);
	if (output == NULL || strcmp(output, "-") == 0) {
		page = pk_preview_state_once(state);
		if (page.n == 0)
			return give_up(cli, state);
		put(stdout, page);
		return told(cli, state, request->file);
	}
	if (!pk_preview_state_save(state, output, force, &page)) {
		put(stderr, page);
		pk_preview_state_free(state);
		return PROTOKOLL_FILE;
	}
	puts(output);
	return told(cli, state, request->file);
}

int preview_text(struct cli *cli, const struct pk_preview_request *request)
{
	struct pk_preview_state *state = pk_preview_state_make(request);
	struct pk_str text;

	if (state == NULL)
		return no_memory(cli);
	text = pk_preview_state_text(state, screen_width());
	if (text.n == 0)
		return give_up(cli, state);
	put(stdout, text);
	return told(cli, state, request->file);
}
