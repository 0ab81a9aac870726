/* What one run of a program costs: measure PROGRAM ARGUMENT...
 *
 * Prints seconds on the wall, seconds of the processor, the most memory in KiB, and the exit status;
 * the program itself is silenced. It is this small because a process counts the memory of the one that
 * started it too: started from Python, every program would seem to need Python's. */
#define _DEFAULT_SOURCE
#include <fcntl.h>
#include <spawn.h>
#include <stdio.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "bench.h"

extern char **environ;

static double of(struct timeval t)
{
	return (double)t.tv_sec + (double)t.tv_usec / 1e6;
}

static bool start(char **command, pid_t *ret)
{
	posix_spawn_file_actions_t silent;
	bool ok;

	if (posix_spawn_file_actions_init(&silent) != 0)
		return false;
	ok = posix_spawn_file_actions_addopen(&silent, 1, "/dev/null", O_WRONLY, 0) == 0 &&
			posix_spawn_file_actions_addopen(&silent, 2, "/dev/null", O_WRONLY, 0) == 0 &&
			posix_spawnp(ret, command[0], &silent, NULL, command, environ) == 0;
	posix_spawn_file_actions_destroy(&silent);
	return ok;
}

int main(int argc, char **argv)
{
	struct bench_span before = bench_now();
	struct rusage used;
	int status;
	pid_t child;

	if (argc < 2 || !start(argv + 1, &child) || wait4(child, &status, 0, &used) != child) {
		fprintf(stderr, "usage: measure PROGRAM ARGUMENT...\n");
		return 2;
	}
	printf("%.6f %.6f %ld %d\n", bench_now().wall - before.wall,
			of(used.ru_utime) + of(used.ru_stime), used.ru_maxrss,
			WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status));
	return 0;
}
