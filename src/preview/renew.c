/* The meeting is read anew when one of its files has changed; what came of it is published. */
#include <stdlib.h>

#include "preview/server.h"

static void read_editions(struct pk_preview_task *task)
{
	static const char *const names[PK_PREVIEW_EDITIONS] = {
		[PK_EDITION_FULL] = "fullständig",
		[PK_EDITION_PUBLIC] = "offentlig",
	};
	struct pk_preview_reading *reading = (struct pk_preview_reading *)task;

	for (size_t i = 0; i < PK_PREVIEW_EDITIONS; i++) {
		reading->request.edition = names[i];
		if (reading->wanted[i])
			reading->made[i] = pk_preview_state_make(&reading->request);
	}
}

bool pk_preview_is_new_day(const struct pk_preview_server *server)
{
	char today[PK_PREVIEW_DAY];

	if (server->tell_day == NULL)
		return false;
	server->tell_day(today);
	return strcmp(today, server->reading.today) != 0;
}

void pk_preview_renew(struct pk_preview_server *server, bool changed)
{
	struct pk_preview_reading *reading = &server->reading;

	if (server->is_reading) {
		server->read_again = true;
		server->changed_again = server->changed_again || changed;
		return;
	}
	server->is_reading = true;
	server->read_again = server->changed_again = false;
	reading->task.run = read_editions;
	reading->request = server->request;
	reading->request.version = server->version + 1;
	if (server->tell_day != NULL) {
		server->tell_day(reading->today);
		reading->request.today = reading->today;
	}
	reading->changed = changed;
	for (size_t i = 0; i < PK_PREVIEW_EDITIONS; i++) {
		reading->wanted[i] = server->shelves[i].wanted;
		reading->made[i] = NULL;
	}
	/* What changes from here on has changed, whether it is read before or after. */
	pk_watch_mark(server->watch);
	pk_preview_worker_put(server->reader, &reading->task);
}

void pk_preview_want(struct pk_preview_server *server, enum pk_edition edition)
{
	struct pk_preview_shelf *shelf = &server->shelves[edition];

	if (shelf->wanted && (shelf->now != NULL || server->is_reading))
		return;
	shelf->wanted = true;
	shelf->failed = false;
	pk_preview_renew(server, false);
}

/* The files of all editions are watched. True when there are new ones among them. */
static bool watch_files(struct pk_preview_server *server)
{
	const struct pk_preview_reading *reading = &server->reading;
	const char **files;
	size_t n = 0, at = 0;
	bool grew;

	for (size_t i = 0; i < PK_PREVIEW_EDITIONS; i++)
		n += reading->made[i] == NULL ? 0 : pk_preview_state_files(reading->made[i]);
	files = calloc(n + 1, sizeof(*files));
	if (files == NULL)
		return false;
	for (size_t i = 0; i < PK_PREVIEW_EDITIONS; i++) {
		for (size_t k = 0; at < n && reading->made[i] != NULL &&
				k < pk_preview_state_files(reading->made[i]); k++)
			files[at++] = pk_preview_state_file(reading->made[i], k);
	}
	/* Nothing could be read for want of memory: what was watched is watched on. */
	grew = at > 0 && pk_watch_set(server->watch, files, at);
	free(files);
	return grew;
}

static bool looks_the_same(const struct pk_preview_state *a, const struct pk_preview_state *b)
{
	return pk_str_eq(pk_preview_state_report(a), pk_preview_state_report(b)) &&
	       pk_str_eq(pk_preview_state_document(a), pk_preview_state_document(b));
}

/* Puts a state on its shelf. True when there is something new to see. */
static bool shelve(struct pk_preview_shelf *shelf, struct pk_preview_state *state, bool changed)
{
	struct pk_preview_held *held, *old = shelf->now;
	/* A change may be one that only the documents show: the template of one of them. */
	bool new = old == NULL || changed || !looks_the_same(old->state, state);

	if (!new) {
		pk_preview_state_free(state);
		return false;
	}
	held = pk_preview_hold(state);
	shelf->failed = held == NULL;
	if (held == NULL)
		return false;
	shelf->now = held;
	pk_preview_release(old);
	if (pk_preview_state_good(state)) {
		pk_preview_release(shelf->good);
		shelf->good = held;
		held->holders++;
	}
	return true;
}

static void publish(struct pk_preview_server *server)
{
	struct pk_preview_reading *reading = &server->reading;
	bool grew = watch_files(server), new = false;

	server->is_reading = false;
	for (size_t i = 0; i < PK_PREVIEW_EDITIONS; i++) {
		struct pk_preview_shelf *shelf = &server->shelves[i];

		if (reading->made[i] != NULL)
			new = shelve(shelf, reading->made[i], reading->changed) || new;
		else if (reading->wanted[i])
			shelf->failed = true;
	}
	server->version += new ? 1 : 0;
	/* A file that was not watched while it was read may have changed since. */
	if (server->read_again || grew)
		pk_preview_renew(server, server->changed_again);
	pk_preview_call_wake(server, false);
}

void pk_preview_collect(struct pk_preview_server *server)
{
	if (pk_preview_worker_done(server->reader) != NULL)
		publish(server);
}
