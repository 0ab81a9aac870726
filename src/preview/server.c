/* The serving thread: one loop over the network, the files and the workers. */
#include "preview/server.h"

#include <errno.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/eventfd.h>
#include <sys/random.h>
#include <sys/timerfd.h>
#include <unistd.h>

#include "preview/listen.h"

enum {
	CONNECTIONS = 16,        /* for each of the two sockets */
	TIMEOUT = 5,             /* seconds that a connection may be silent */
	MEMORY = 16384,          /* bytes of a request's headers, and of an answer on its way */
	PAUSE = 50,              /* milliseconds: an editor that saves several files is let finish */
	PAUSES = 4,              /* but somebody who never stops writing is not waited for */
	TICK = 1000,             /* milliseconds between two looks at the files */
	KNOCK = 15               /* ticks between two comments to each open page */
};

static void set_timer(int timer, long first, long then)
{
	const struct itimerspec at = {
		.it_value = { first / 1000, first % 1000 * 1000000 },
		.it_interval = { then / 1000, then % 1000 * 1000000 },
	};

	(void)timerfd_settime(timer, 0, &at, NULL);
}

/* Empties an eventfd or a timer. */
static void drain(int fd)
{
	uint64_t n;

	(void)!read(fd, &n, sizeof(n));
}

static bool make_token(char token[PK_PREVIEW_TOKEN + 1])
{
	static const char digits[] = "0123456789abcdef";
	unsigned char bytes[PK_PREVIEW_TOKEN / 2];

	if (getrandom(bytes, sizeof(bytes), 0) != (ssize_t)sizeof(bytes))
		return false;
	for (size_t i = 0; i < sizeof(bytes); i++) {
		token[2 * i] = digits[bytes[i] >> 4];
		token[2 * i + 1] = digits[bytes[i] & 15];
	}
	return true;
}

/* Paths are compared as they were sent: what is written %2e is no dot. */
static size_t leave_escapes(void *unused, struct MHD_Connection *connection, char *text)
{
	(void)unused;
	(void)connection;
	return strlen(text);
}

static bool start_daemons(struct pk_preview_server *server)
{
	for (size_t i = 0; i < PK_COUNT(server->daemons) && server->sockets[i] >= 0; i++) {
		server->daemons[i] = server->mhd.start_daemon(
				MHD_USE_EPOLL | MHD_ALLOW_SUSPEND_RESUME, 0, NULL, NULL,
				pk_preview_call_handle, server,
				MHD_OPTION_LISTEN_SOCKET, server->sockets[i],
				MHD_OPTION_CONNECTION_LIMIT, (unsigned)CONNECTIONS,
				MHD_OPTION_CONNECTION_TIMEOUT, (unsigned)TIMEOUT,
				MHD_OPTION_CONNECTION_MEMORY_LIMIT, (size_t)MEMORY,
				MHD_OPTION_NOTIFY_COMPLETED, pk_preview_call_end, server,
				MHD_OPTION_UNESCAPE_CALLBACK, leave_escapes, NULL, MHD_OPTION_END);
		if (server->daemons[i] == NULL)
			return false;
		server->sockets[i] = -1;        /* the daemon closes it */
	}
	return true;
}

static bool open_rest(struct pk_preview_server *server)
{
	server->bell = eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK);
	server->pause = timerfd_create(CLOCK_MONOTONIC, TFD_CLOEXEC | TFD_NONBLOCK);
	server->tick = timerfd_create(CLOCK_MONOTONIC, TFD_CLOEXEC | TFD_NONBLOCK);
	server->watch = pk_watch_new();
	return server->bell >= 0 && server->pause >= 0 && server->tick >= 0 && server->watch != NULL &&
	       make_token(server->door.token) && make_token(server->door.once) && start_daemons(server);
}

enum pk_preview_fault pk_preview_open(const struct pk_preview_request *request,
		pk_preview_tell_day *tell_day, uint16_t port, struct pk_preview_server **ret)
{
	struct pk_preview_server *server = calloc(1, sizeof(*server));
	enum pk_preview_fault fault;

	if (server == NULL)
		return PK_PREVIEW_SYSTEM;
	server->request = *request;
	server->tell_day = tell_day;
	server->sockets[0] = server->sockets[1] = -1;
	server->bell = server->pause = server->tick = -1;
	server->door.port = port;
	fault = pk_preview_mhd_load(&server->mhd) ? PK_PREVIEW_FINE : PK_PREVIEW_ABSENT;
	if (fault == PK_PREVIEW_FINE)
		fault = pk_preview_listen(&server->door.port, server->sockets);
	if (fault == PK_PREVIEW_FINE && !open_rest(server))
		fault = PK_PREVIEW_SYSTEM;
	if (fault != PK_PREVIEW_FINE) {
		pk_preview_close(server);
		return fault;
	}
	(void)snprintf(server->url, sizeof(server->url), "http://127.0.0.1:%u/%s/",
			(unsigned)server->door.port, server->door.token);
	(void)snprintf(server->url_once, sizeof(server->url_once), "http://127.0.0.1:%u/%s",
			(unsigned)server->door.port, server->door.once);
	*ret = server;
	return PK_PREVIEW_FINE;
}

const char *pk_preview_url(const struct pk_preview_server *server)
{
	return server->url;
}

const char *pk_preview_url_once(const struct pk_preview_server *server)
{
	return server->url_once;
}

static void run_daemons(struct pk_preview_server *server)
{
	for (size_t i = 0; i < PK_COUNT(server->daemons); i++) {
		if (server->daemons[i] != NULL)
			server->mhd.run(server->daemons[i]);
	}
}

/* Milliseconds until the library wants to be called though nothing happens; -1: never. */
static int patience(const struct pk_preview_server *server)
{
	int least = -1;

	for (size_t i = 0; i < PK_COUNT(server->daemons); i++) {
		unsigned long long n;

		if (server->daemons[i] == NULL ||
				server->mhd.get_timeout(server->daemons[i], &n) != MHD_YES)
			continue;
		if (least < 0 || n < (unsigned long long)least)
			least = n > TICK ? TICK : (int)n;
	}
	return least;
}

static int network(const struct pk_preview_server *server, size_t i)
{
	const union MHD_DaemonInfo *info = server->daemons[i] == NULL ? NULL :
			server->mhd.get_daemon_info(server->daemons[i], MHD_DAEMON_INFO_EPOLL_FD);

	return info == NULL ? -1 : info->epoll_fd;
}

/* Something was saved: a moment later it is read. */
static void pause_and_read(struct pk_preview_server *server)
{
	if (server->pauses++ < PAUSES)
		set_timer(server->pause, PAUSE, 0);
}

static void read_now(struct pk_preview_server *server)
{
	drain(server->pause);
	server->pauses = 0;
	pk_preview_renew(server, true);
}

static void tick(struct pk_preview_server *server)
{
	drain(server->tick);
	if (pk_watch_look(server->watch))
		pause_and_read(server);
	if (pk_preview_is_new_day(server))
		pk_preview_renew(server, false);
	if (++server->ticks % KNOCK == 0)
		pk_preview_call_wake(server, true);
}

static bool start_workers(struct pk_preview_server *server)
{
	server->reader = pk_preview_worker_new(server->bell);
	server->maker = pk_preview_worker_new(server->bell);
	return server->reader != NULL && server->maker != NULL;
}

enum pk_preview_fault pk_preview_run(struct pk_preview_server *server, int stop)
{
	enum { STOP, BELL, PAUSED, TICKED, FILES, V4, V6, N };
	struct pollfd fds[N] = {
		[STOP] = { stop, POLLIN, 0 },
		[BELL] = { server->bell, POLLIN, 0 },
		[PAUSED] = { server->pause, POLLIN, 0 },
		[TICKED] = { server->tick, POLLIN, 0 },
		[FILES] = { pk_watch_fd(server->watch), POLLIN, 0 },
		[V4] = { network(server, 0), POLLIN, 0 },
		[V6] = { network(server, 1), POLLIN, 0 },
	};

	if (!start_workers(server))
		return PK_PREVIEW_SYSTEM;
	set_timer(server->tick, TICK, TICK);
	pk_preview_want(server, PK_EDITION_FULL);
	while (fds[STOP].revents == 0) {
		if (poll(fds, N, patience(server)) < 0 && errno != EINTR)
			return PK_PREVIEW_SYSTEM;
		if (fds[BELL].revents != 0) {
			drain(server->bell);
			pk_preview_collect(server);
			pk_preview_collect_documents(server);
		}
		if (fds[FILES].revents != 0 && pk_watch_told(server->watch))
			pause_and_read(server);
		if (fds[PAUSED].revents != 0)
			read_now(server);
		if (fds[TICKED].revents != 0)
			tick(server);
		run_daemons(server);
	}
	return PK_PREVIEW_FINE;
}

/* Pages that are open get the end of their stream; whoever waits is told that it is over. */
static void stop_daemons(struct pk_preview_server *server)
{
	server->closing = true;
	pk_preview_call_wake(server, false);
	run_daemons(server);
	run_daemons(server);
	for (size_t i = 0; i < PK_COUNT(server->daemons); i++) {
		if (server->daemons[i] != NULL)
			server->mhd.stop_daemon(server->daemons[i]);
	}
}

static void stop_workers(struct pk_preview_server *server)
{
	atomic_store(&server->stopped, true);
	if (server->reader != NULL)
		pk_preview_worker_stop(server->reader);
	if (server->maker != NULL) {
		pk_preview_worker_stop(server->maker);
		pk_preview_collect_documents(server);
	}
	for (size_t i = 0; i < PK_PREVIEW_EDITIONS; i++) {
		if (server->is_reading)
			pk_preview_state_free(server->reading.made[i]);
		pk_preview_release(server->shelves[i].now);
		pk_preview_release(server->shelves[i].good);
	}
	pk_preview_worker_free(server->reader);
	pk_preview_worker_free(server->maker);
}

void pk_preview_close(struct pk_preview_server *server)
{
	if (server == NULL)
		return;
	stop_daemons(server);
	stop_workers(server);
	pk_watch_free(server->watch);
	for (size_t i = 0; i < PK_COUNT(server->sockets); i++) {
		if (server->sockets[i] >= 0)
			close(server->sockets[i]);
	}
	if (server->bell >= 0)
		close(server->bell);
	if (server->pause >= 0)
		close(server->pause);
	if (server->tick >= 0)
		close(server->tick);
	free(server);
}
