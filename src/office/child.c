#include "office/child.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <sys/types.h>
#include <sys/wait.h>
#include <unistd.h>

enum { SLICE = 20 };    /* milliseconds between two looks */

static bool set_files(posix_spawn_file_actions_t *files)
{
	return posix_spawn_file_actions_addopen(files, STDIN_FILENO, "/dev/null", O_RDONLY, 0) == 0 &&
			posix_spawn_file_actions_addopen(files, STDOUT_FILENO, "/dev/null",
					O_WRONLY, 0) == 0 &&
			posix_spawn_file_actions_addopen(files, STDERR_FILENO, "/dev/null",
					O_WRONLY, 0) == 0;
}

/* A group of its own, and no signal that the caller blocks or ignores. */
static bool set_manners(posix_spawnattr_t *manners)
{
	sigset_t none, all;

	sigemptyset(&none);
	sigfillset(&all);
	return posix_spawnattr_setflags(manners, POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGMASK |
					POSIX_SPAWN_SETSIGDEF) == 0 &&
			posix_spawnattr_setpgroup(manners, 0) == 0 &&
			posix_spawnattr_setsigmask(manners, &none) == 0 &&
			posix_spawnattr_setsigdefault(manners, &all) == 0;
}

/* The system's functions take arrays that they promise not to change. */
static char *const *unchanged(const char *const *words)
{
	union {
		const char *const *in;
		char *const *out;
	} both = { .in = words };

	return both.out;
}

static bool start(const struct pk_child *child, pid_t *ret)
{
	posix_spawn_file_actions_t files;
	posix_spawnattr_t manners;
	bool started = false;

	/* Some systems would only tell by an exit code, which is never believed. */
	if (access(child->arguments[0], X_OK) != 0)
		return false;
	if (posix_spawn_file_actions_init(&files) != 0)
		return false;
	if (posix_spawnattr_init(&manners) == 0) {
		started = set_files(&files) && set_manners(&manners) &&
				posix_spawn(ret, child->arguments[0], &files, &manners,
						unchanged(child->arguments),
						unchanged(child->variables)) == 0;
		posix_spawnattr_destroy(&manners);
	}
	posix_spawn_file_actions_destroy(&files);
	return started;
}

/* Looks without taking it away: until it is waited for, its number is nobody else's. */
static bool has_ended(pid_t pid)
{
	siginfo_t about = { 0 };

	if (waitid(P_PID, (id_t)pid, &about, WEXITED | WNOHANG | WNOWAIT) != 0)
		return errno != EINTR;
	return about.si_pid == pid;
}

/* The time is told by the pauses between the looks. */
static enum pk_child_end watch(const struct pk_child *child, pid_t pid)
{
	uint64_t left = (uint64_t)child->seconds * 1000 / SLICE;

	while (!has_ended(pid)) {
		if (child->stopped != NULL && child->stopped(child->self))
			return PK_CHILD_STOPPED;
		if (left == 0)
			return PK_CHILD_LATE;
		if (poll(NULL, 0, SLICE) == 0)
			left--;
	}
	return PK_CHILD_ENDED;
}

enum pk_child_end pk_child_run(const struct pk_child *child, int *ret_signal)
{
	enum pk_child_end end;
	int status = 0;
	pid_t pid, got;

	*ret_signal = 0;
	if (!start(child, &pid))
		return PK_CHILD_NOT_STARTED;
	end = watch(child, pid);
	/* Also after an orderly end: it may have left others behind. */
	(void)kill(-pid, SIGKILL);
	do
		got = waitpid(pid, &status, 0);
	while (got < 0 && errno == EINTR);
	if (end == PK_CHILD_ENDED && got == pid && WIFSIGNALED(status))
		*ret_signal = WTERMSIG(status);
	return end;
}
