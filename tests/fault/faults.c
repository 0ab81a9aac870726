/* Loaded before the program's libraries (LD_PRELOAD): lets one allocation or one system call fail, or
 * kills the program at one, and tells at the end what was counted and which memory was never freed.
 *
 *   FAULT_KIND    alloc: the allocations are counted; call: the calls on files; kill: as call, and
 *                 the program is killed before the one that is chosen; short: each read and write
 *                 does one byte; swap: each does at most 2000, and before the chosen call m.yaml becomes
 *                 what m.yaml.swap is
 *   FAULT_SWAP    replace: by renaming; overwrite: the bytes of the file
 *   FAULT_AT      which, from 1; 0: none
 *   FAULT_ALL     set: all later ones fail too
 *   FAULT_ERROR   the errno of a call that fails
 *   FAULT_REPORT  number of the open file that the report is written to
 *
 * Counting begins with main: what the loader and the libraries do before is no concern of ours. */
#define _GNU_SOURCE
#undef _FILE_OFFSET_BITS /* each call is there twice, and here under its own name */
#include <dirent.h>
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <signal.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/types.h>
#include <unistd.h>

enum kind { NONE, ALLOC, CALL, KILL, SHORT, SWAP };

static struct {
	enum kind kind;
	bool all;
	int error, report;
	long at;
	atomic_long n;
	atomic_bool armed;
	const char *struck;
} fault;

/* --- what is counted --- */

static bool chosen(void)
{
	long n = atomic_fetch_add(&fault.n, 1) + 1;

	return fault.at > 0 && (n == fault.at || (fault.all && n > fault.at));
}

static bool alloc_strikes(void)
{
	if (fault.kind != ALLOC || !atomic_load(&fault.armed) || !chosen())
		return false;
	fault.struck = "alloc";
	errno = ENOMEM;
	return true;
}

/* Another program saves the meeting. */
static void swap(void)
{
	char bytes[1 << 16];
	const char *how = getenv("FAULT_SWAP");
	FILE *from, *to;
	size_t n;

	atomic_store(&fault.armed, false);
	if (how != NULL && strcmp(how, "replace") == 0) {
		(void)rename("m.yaml.swap", "m.yaml");
	} else {
		from = fopen("m.yaml.swap", "rb");
		to = fopen("m.yaml", "wb");
		n = from == NULL ? 0 : fread(bytes, 1, sizeof(bytes), from);
		if (to == NULL || fwrite(bytes, 1, n, to) != n || fclose(to) != 0 || fclose(from) != 0)
			abort();
	}
	atomic_store(&fault.armed, true);
}

static bool call_strikes(const char *call)
{
	if ((fault.kind != CALL && fault.kind != KILL && fault.kind != SWAP) ||
			!atomic_load(&fault.armed) || !chosen())
		return false;
	fault.struck = call;
	if (fault.kind == KILL)
		raise(SIGKILL);
	if (fault.kind == SWAP) {
		swap();
		return false;
	}
	errno = fault.error;
	return true;
}

/* --- memory: every piece that lives, by address --- */

extern void *__libc_malloc(size_t n);
extern void *__libc_calloc(size_t n, size_t size);
extern void *__libc_realloc(void *p, size_t n);
extern void __libc_free(void *p);

enum { ROOM = 1 << 18 };

static struct piece {
	void *p, *caller;
	size_t n;
} pieces[ROOM];
static char gone;       /* its address: a place that was used */
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;

static struct piece *place_of(const void *p, bool to_put)
{
	size_t at = ((uintptr_t)p >> 4) * 0x9E3779B1u % ROOM;

	for (size_t i = 0; i < ROOM; i++, at = (at + 1) % ROOM) {
		if (pieces[at].p == NULL)
			return to_put ? &pieces[at] : NULL;
		if (pieces[at].p == p || (to_put && pieces[at].p == &gone))
			return &pieces[at];
	}
	return NULL;
}

static void *born(void *p, size_t n, void *caller)
{
	struct piece *place;

	if (p == NULL || !atomic_load(&fault.armed) || fault.kind != ALLOC)
		return p;
	pthread_mutex_lock(&lock);
	place = place_of(p, true);
	if (place != NULL)
		*place = (struct piece){ p, caller, n };
	pthread_mutex_unlock(&lock);
	return p;
}

static void died(void *p)
{
	struct piece *place;

	if (p == NULL || fault.kind != ALLOC)
		return;
	pthread_mutex_lock(&lock);
	place = place_of(p, false);
	if (place != NULL)
		place->p = &gone;
	pthread_mutex_unlock(&lock);
}

void *malloc(size_t n)
{
	return alloc_strikes() ? NULL : born(__libc_malloc(n), n, __builtin_return_address(0));
}

void *calloc(size_t n, size_t size)
{
	return alloc_strikes() ? NULL :
				 born(__libc_calloc(n, size), n * size, __builtin_return_address(0));
}

void *realloc(void *p, size_t n)
{
	void *moved;

	if (alloc_strikes())
		return NULL;
	died(p);
	moved = __libc_realloc(p, n);
	return born(moved == NULL && n > 0 ? p : moved, n, __builtin_return_address(0)) == moved ?
			moved : NULL;
}

void free(void *p)
{
	died(p);
	__libc_free(p);
}

/* --- calls --- */

#define REAL(call) (__extension__(__typeof__(&call)) dlsym(RTLD_NEXT, #call))

#define FAILS(type, call, failed, parameters, arguments)                                           \
	type call parameters                                                                       \
	{                                                                                          \
		return call_strikes(#call) ? (failed) : REAL(call) arguments;                      \
	}

FAILS(int, stat, -1, (const char *path, struct stat *to), (path, to))
FAILS(int, lstat, -1, (const char *path, struct stat *to), (path, to))
FAILS(int, fstat, -1, (int fd, struct stat *to), (fd, to))
FAILS(int, fstatat, -1, (int fd, const char *path, struct stat *to, int flags), (fd, path, to, flags))
FAILS(int, stat64, -1, (const char *path, struct stat64 *to), (path, to))
FAILS(int, lstat64, -1, (const char *path, struct stat64 *to), (path, to))
FAILS(int, fstat64, -1, (int fd, struct stat64 *to), (fd, to))
FAILS(int, fstatat64, -1, (int fd, const char *path, struct stat64 *to, int flags), (fd, path, to, flags))
FAILS(int, fsync, -1, (int fd), (fd))
FAILS(int, sync_file_range, -1, (int fd, off64_t at, off64_t n, unsigned flags), (fd, at, n, flags))
FAILS(int, fchmod, -1, (int fd, mode_t mode), (fd, mode))
FAILS(int, flock, -1, (int fd, int how), (fd, how))
FAILS(int, faccessat, -1, (int fd, const char *path, int mode, int flags), (fd, path, mode, flags))
FAILS(int, renameat, -1, (int a, const char *old, int b, const char *new), (a, old, b, new))
FAILS(int, unlinkat, -1, (int fd, const char *path, int flags), (fd, path, flags))
FAILS(int, mkdir, -1, (const char *path, mode_t mode), (path, mode))
FAILS(ssize_t, readlink, -1, (const char *path, char *to, size_t n), (path, to, n))
FAILS(char *, realpath, NULL, (const char *path, char *to), (path, to))
FAILS(DIR *, opendir, NULL, (const char *path), (path))
FAILS(struct dirent *, readdir, NULL, (DIR *dir), (dir))
FAILS(struct dirent64 *, readdir64, NULL, (DIR *dir), (dir))
FAILS(FILE *, fopen, NULL, (const char *path, const char *mode), (path, mode))
FAILS(FILE *, fopen64, NULL, (const char *path, const char *mode), (path, mode))
FAILS(int, fflush, EOF, (FILE *file), (file))

#define OPENS(call, first, last)                                                                   \
	int call first                                                                             \
	{                                                                                          \
		va_list more;                                                                      \
		mode_t mode;                                                                       \
		va_start(more, flags);                                                             \
		mode = (flags & O_CREAT) != 0 ? va_arg(more, mode_t) : 0;                          \
		va_end(more);                                                                      \
		return call_strikes(#call) ? -1 : REAL(call) last;                                 \
	}

OPENS(open, (const char *path, int flags, ...), (path, flags, mode))
OPENS(open64, (const char *path, int flags, ...), (path, flags, mode))
OPENS(openat, (int fd, const char *path, int flags, ...), (fd, path, flags, mode))
OPENS(openat64, (int fd, const char *path, int flags, ...), (fd, path, flags, mode))

static size_t asked(size_t n)
{
	size_t most = fault.kind == SHORT ? 1 : fault.kind == SWAP ? 2000 : n;

	return atomic_load(&fault.armed) && n > most ? most : n;
}

ssize_t read(int fd, void *to, size_t n)
{
	return call_strikes("read") ? -1 : REAL(read)(fd, to, asked(n));
}

ssize_t write(int fd, const void *from, size_t n)
{
	return call_strikes("write") ? -1 : REAL(write)(fd, from, asked(n));
}

/* What fails to close is closed nevertheless. */
int close(int fd)
{
	bool struck = call_strikes("close");
	int result = REAL(close)(fd);

	if (struck)
		errno = fault.error;
	return struck ? -1 : result;
}

/* --- beginning and end --- */

static int (*real_main)(int, char **, char **);

static long number(const char *name)
{
	const char *text = getenv(name);

	return text == NULL ? 0 : strtol(text, NULL, 10);
}

static void report(void)
{
	char line[600];
	Dl_info where;
	int n;

	atomic_store(&fault.armed, false);
	n = snprintf(line, sizeof(line), "count %ld %s\n", atomic_load(&fault.n),
			fault.struck == NULL ? "-" : fault.struck);
	(void)!write(fault.report, line, (size_t)n);
	for (size_t i = 0; i < ROOM; i++) {
		const struct piece *piece = &pieces[i];
		bool known;

		if (piece->p == NULL || piece->p == &gone)
			continue;
		known = dladdr(piece->caller, &where) != 0 && where.dli_fname != NULL;
		n = snprintf(line, sizeof(line), "lost %zu %s+0x%lx\n", piece->n,
				known ? where.dli_fname : "?",
				known ? (unsigned long)((char *)piece->caller -
							(char *)where.dli_fbase) : 0);
		(void)!write(fault.report, line, (size_t)n);
	}
}

static int armed_main(int argc, char **argv, char **variables)
{
	static const char *const kinds[] = { "", "alloc", "call", "kill", "short", "swap" };
	const char *kind = getenv("FAULT_KIND");

	for (size_t i = 1; kind != NULL && i < sizeof(kinds) / sizeof(kinds[0]); i++) {
		if (strcmp(kind, kinds[i]) == 0)
			fault.kind = (enum kind)i;
	}
	fault.at = number("FAULT_AT");
	fault.all = getenv("FAULT_ALL") != NULL;
	fault.error = (int)number("FAULT_ERROR");
	fault.report = (int)number("FAULT_REPORT");
	if (fault.report > 0)
		atexit(report);
	atomic_store(&fault.armed, true);
	return real_main(argc, argv, variables);
}

int __libc_start_main(int (*begin)(int, char **, char **), int argc, char **argv, void (*init)(void),
		void (*fini)(void), void (*rtld_fini)(void), void *stack_end);
int __libc_start_main(int (*begin)(int, char **, char **), int argc, char **argv, void (*init)(void),
		void (*fini)(void), void (*rtld_fini)(void), void *stack_end)
{
	real_main = begin;
	return REAL(__libc_start_main)(armed_main, argc, argv, init, fini, rtld_fini, stack_end);
}
