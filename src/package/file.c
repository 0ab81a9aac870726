/* Files on disk: the only file that opens, writes and renames. */
#include "package/file.h"

#include <errno.h>
#include <fcntl.h>
#include <inttypes.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "package/package.h"

enum {
	MAX_LINKS = 40,      /* symbolic links followed before giving up */
	MAX_ATTEMPTS = 100,  /* names tried for the temporary file */
	CHUNK = 64 << 10,
};

/* The fact about a path in the user's terms. The system's own words come in its own language. */
static bool fault(struct pk_job *job, struct pk_str name, int error)
{
	switch (error) {
	case ENOENT:
		return pk_fail(job, PK_M_FILE_MISSING, PK_NOWHERE, name);
	case EACCES:
	case EPERM:
		return pk_fail(job, PK_M_FILE_DENIED, PK_NOWHERE, name);
	case ENOSPC:
	case EDQUOT:
	case EFBIG:
		return pk_fail(job, PK_M_FILE_DISK_FULL, PK_NOWHERE, name);
	case EROFS:
		return pk_fail(job, PK_M_FILE_READ_ONLY, PK_NOWHERE, name);
	case EISDIR:
		return pk_fail(job, PK_M_FILE_IS_FOLDER, PK_NOWHERE, name);
	case ENOTDIR:
		return pk_fail(job, PK_M_FILE_NOT_FOLDER, PK_NOWHERE, name);
	default:
		break;
	}
	struct pk_str answer = pk_number(job, (uint64_t)error);
	if (error == EIO || error == ELOOP || error == ENAMETOOLONG || error == EMFILE)
		answer = error == EIO      ? PK_STR("EIO")
			 : error == ELOOP  ? PK_STR("ELOOP")
			 : error == EMFILE ? PK_STR("EMFILE")
					   : PK_STR("ENAMETOOLONG");
	return pk_fail(job, PK_M_FILE_FAULT, PK_NOWHERE, name, answer);
}

/* A path as the system wants it. A name with a NUL inside is the name of nothing. */
static bool path_of(struct pk_job *job, struct pk_str name, const char **ret)
{
	struct pk_str path;

	if (name.n == 0 || memchr(name.p, '\0', name.n) != NULL)
		return fault(job, name, ENOENT);
	if (!pk_copy(job, name, &path))
		return false;
	*ret = path.p;
	return true;
}

static bool check_kind(struct pk_job *job, struct pk_str name, mode_t mode)
{
	if (S_ISDIR(mode))
		return fault(job, name, EISDIR);
	return S_ISREG(mode) || pk_fail(job, PK_M_FILE_NOT_REGULAR, PK_NOWHERE, name);
}

static int open_retry(int folder, const char *path, int flags, mode_t mode)
{
	int fd;

	do
		fd = openat(folder, path, flags | O_CLOEXEC, mode);
	while (fd < 0 && errno == EINTR);
	return fd;
}

/* The size that the file has is a hint only: it may grow, or tell nothing. */
static bool read_all(struct pk_job *job, struct pk_str name, int fd, size_t hint, size_t max,
		struct pk_str *ret)
{
	size_t room = hint + 1, n = 0;
	char *bytes = pk_new(job, char, room);

	while (bytes != NULL) {
		ssize_t got = read(fd, bytes + n, room - n > CHUNK ? CHUNK : room - n);

		if (got < 0 && errno == EINTR)
			continue;
		if (got < 0)
			return fault(job, name, errno);
		if (got == 0) {
			*ret = (struct pk_str){ bytes, n };
			return true;
		}
		n += (size_t)got;
		if (n > max)
			return pk_fail(job, PK_M_FILE_TOO_LARGE, PK_NOWHERE, name,
					pk_number(job, max));
		if (n == room && !pk_grow(job, &bytes, n, &room))
			return false;
	}
	return false;
}

static bool is_untouched(const struct stat *a, const struct stat *b)
{
	return a->st_size == b->st_size && a->st_mtim.tv_sec == b->st_mtim.tv_sec &&
	       a->st_mtim.tv_nsec == b->st_mtim.tv_nsec;
}

static bool read_open(
		struct pk_job *job, struct pk_str name, int fd, size_t max, struct pk_str *ret)
{
	struct stat now, after;

	if (fstat(fd, &now) != 0)
		return fault(job, name, errno);
	if (!check_kind(job, name, now.st_mode))
		return false;
	if (now.st_size < 0 || (uintmax_t)now.st_size > max)
		return pk_fail(job, PK_M_FILE_TOO_LARGE, PK_NOWHERE, name, pk_number(job, max));
	if (!read_all(job, name, fd, (size_t)now.st_size, max, ret))
		return false;
	if (fstat(fd, &after) != 0)
		return fault(job, name, errno);
	/* Somebody saves it just now: what was read may be half of one version and half of the other. */
	return is_untouched(&now, &after) || pk_fail(job, PK_M_FILE_CHANGED, PK_NOWHERE, name);
}

bool pk_file_read(struct pk_job *job, struct pk_str name, size_t max, struct pk_str *ret)
{
	const char *path = NULL;

	if (!path_of(job, name, &path) || !pk_job_sought(job, name))
		return false;
	/* A FIFO without a writer would keep us waiting before we could see what it is. */
	int fd = open_retry(AT_FDCWD, path, O_RDONLY | O_NONBLOCK, 0);
	if (fd < 0)
		return fault(job, name, errno);
	bool done = read_open(job, name, fd, max, ret);
	close(fd);
	return done;
}

static bool system_path(struct pk_str name, char path[PATH_MAX])
{
	if (name.n == 0 || name.n >= PATH_MAX || memchr(name.p, '\0', name.n) != NULL)
		return false;
	memcpy(path, name.p, name.n);
	path[name.n] = '\0';
	return true;
}

/* Where these answers come from, there is nothing to be had; others say that the disk does not answer. */
static bool leads_nowhere(int error)
{
	return error == ENOENT || error == ENOTDIR || error == EACCES || error == ELOOP ||
	       error == ENAMETOOLONG;
}

bool pk_file_exists(struct pk_str name)
{
	char path[PATH_MAX];
	struct stat now;

	/* When the disk does not answer, what is done with the file next will tell. */
	return system_path(name, path) && (lstat(path, &now) == 0 || !leads_nowhere(errno));
}

bool pk_file_real(struct pk_job *job, struct pk_str name, struct pk_str *ret)
{
	const char *path = NULL;
	char real[PATH_MAX];

	*ret = PK_STR("");
	if (!path_of(job, name, &path))
		return false;
	if (realpath(path, real) != NULL)
		return pk_copy(job, pk_str_of(real), ret);
	return leads_nowhere(errno) || fault(job, name, errno);
}

bool pk_file_below(struct pk_job *job, struct pk_str folder, struct pk_str file, bool *ret)
{
	struct pk_str here, below, real;

	*ret = false;
	if (!pk_join(job, &here, folder, PK_STR(".")) || !pk_file_real(job, here, &below) ||
			!pk_file_real(job, file, &real))
		return false;
	*ret = below.n > 0 && pk_str_starts(real, below) &&
	       (below.p[below.n - 1] == '/' || (real.n > below.n && real.p[below.n] == '/'));
	return true;
}

bool pk_file_there(struct pk_job *job, struct pk_str name)
{
	return pk_job_sought(job, name) && pk_file_exists(name);
}

bool pk_file_is_larger(struct pk_str name, size_t max)
{
	char path[PATH_MAX];
	struct stat now;

	return system_path(name, path) && stat(path, &now) == 0 && S_ISREG(now.st_mode) &&
			(uintmax_t)now.st_size > max;
}

bool pk_file_same(struct pk_str a, struct pk_str b)
{
	char path_a[PATH_MAX], path_b[PATH_MAX];
	struct stat now_a, now_b;

	return system_path(a, path_a) && system_path(b, path_b) && stat(path_a, &now_a) == 0 &&
			stat(path_b, &now_b) == 0 && now_a.st_dev == now_b.st_dev &&
			now_a.st_ino == now_b.st_ino;
}

/* A file about to be replaced. */
struct target {
	struct pk_job *job;
	struct pk_str name; /* as the user wrote it */
	struct pk_str path; /* behind all symbolic links */
	const char *base;   /* the last step of the path */
	int folder;         /* open on the folder of the path */
	bool exists;
	mode_t mode; /* of the old file */
	char temporary[64];
};

/* The folder's part of a path; "." when it has none. */
static struct pk_str folder_of(struct pk_str path)
{
	size_t n = path.n;

	while (n > 0 && path.p[n - 1] != '/')
		n--;
	while (n > 1 && path.p[n - 1] == '/')
		n--;
	return n == 0 ? PK_STR(".") : pk_str_slice(path, 0, n);
}

/* Where the link at target->path leads, also when nothing is there. */
static bool follow_once(struct target *target)
{
	char to[PATH_MAX];
	ssize_t n = readlink(target->path.p, to, sizeof(to));
	struct pk_str link = { to, n < 0 ? 0 : (size_t)n };

	if (n < 0)
		return fault(target->job, target->name, errno);
	if (link.n == sizeof(to))
		return fault(target->job, target->name, ENAMETOOLONG);
	if (link.n > 0 && link.p[0] == '/')
		return pk_copy(target->job, link, &target->path);
	return pk_join(target->job, &target->path, folder_of(target->path), PK_STR("/"), link);
}

/* Finds what the name stands for: a regular file, or a place where there is nothing yet. */
static bool find_target(struct target *target)
{
	struct stat now;

	for (int links = 0; lstat(target->path.p, &now) == 0; links++) {
		if (!S_ISLNK(now.st_mode)) {
			target->exists = true;
			target->mode = now.st_mode & 07777;
			return check_kind(target->job, target->name, now.st_mode);
		}
		if (links == MAX_LINKS)
			return fault(target->job, target->name, ELOOP);
		if (!follow_once(target))
			return false;
	}
	return errno == ENOENT || fault(target->job, target->name, errno);
}

/* Everything below is done through the open folder, so that nobody can move it away meanwhile. */
static bool open_folder(struct target *target)
{
	struct pk_str folder;

	if (!pk_copy(target->job, folder_of(target->path), &folder))
		return false;
	target->folder = open_retry(AT_FDCWD, folder.p, O_RDONLY | O_DIRECTORY, 0);
	if (target->folder < 0)
		return fault(target->job, folder, errno);
	const char *slash = strrchr(target->path.p, '/');
	target->base = slash == NULL ? target->path.p : slash + 1;
	if (target->base[0] == '\0')
		return fault(target->job, target->name, EISDIR);
	/* Renaming would replace a file that its owner has protected against writing. */
	if (target->exists && faccessat(target->folder, target->base, W_OK, AT_EACCESS) != 0)
		return fault(target->job, target->name, errno);
	return true;
}

/* The name says which document it is for, so that who writes that one next finds what was left. */
static void name_temporary(struct target *target, int i)
{
	uint64_t mark = pk_mark(PK_MARK_START, pk_str_of(target->base));

	snprintf(target->temporary, sizeof(target->temporary), ".protokoll-%016" PRIx64 "-%d.tmp",
			mark, i);
}

/* Who writes a temporary file holds a lock on it, which ends with the process. So what is not locked is
 * debris of one that was killed, and is removed. Where there are no locks it stays. */
static void remove_debris(const struct target *target)
{
	struct stat opened, there;
	int fd = open_retry(target->folder, target->temporary, O_WRONLY | O_NOFOLLOW | O_NONBLOCK, 0);

	if (fd < 0)
		return;
	/* The lock may be on a file that has got its true name meanwhile, and this name be another's. */
	if (flock(fd, LOCK_EX | LOCK_NB) == 0 && fstat(fd, &opened) == 0 && S_ISREG(opened.st_mode) &&
			fstatat(target->folder, target->temporary, &there,
					AT_SYMLINK_NOFOLLOW) == 0 &&
			opened.st_ino == there.st_ino && opened.st_dev == there.st_dev)
		unlinkat(target->folder, target->temporary, 0);
	close(fd);
}

/* Locks the new file; false when somebody has taken it for debris in between. */
static bool keep(int fd)
{
	struct stat now;

	if (flock(fd, LOCK_EX | LOCK_NB) != 0 && errno == EWOULDBLOCK)
		return false;
	return fstat(fd, &now) != 0 || now.st_nlink > 0;
}

static bool open_temporary(struct target *target, int *ret)
{
	errno = EEXIST;
	for (int i = 0; i < MAX_ATTEMPTS && errno == EEXIST; i++) {
		name_temporary(target, i);
		remove_debris(target);
		*ret = open_retry(target->folder, target->temporary, O_WRONLY | O_CREAT | O_EXCL,
				0666);
		if (*ret >= 0 && keep(*ret))
			return true;
		if (*ret >= 0) {
			close(*ret);
			errno = EEXIST;
		}
	}
	return fault(target->job, target->name, errno);
}

static int write_all(int fd, struct pk_str bytes)
{
	for (size_t at = 0; at < bytes.n;) {
		ssize_t n = write(fd, bytes.p + at, bytes.n - at);

		if (n == 0 || (n < 0 && errno != EINTR))
			return n == 0 ? EIO : errno;
		at += n < 0 ? 0 : (size_t)n;
	}
	return 0;
}

static int sync_retry(int fd)
{
	int result;

	do
		result = fsync(fd);
	while (result != 0 && errno == EINTR);
	return result == 0 ? 0 : errno;
}

/* Writes and syncs the temporary file; 0 or what went wrong. */
static int fill(const struct target *target, int fd, struct pk_str bytes)
{
	int error = write_all(fd, bytes);

	if (error == 0 && target->exists && fchmod(fd, target->mode) != 0)
		error = errno;
	if (error == 0)
		error = sync_retry(fd);
	return error;
}

static bool replace(struct target *target, struct pk_str bytes)
{
	int fd = -1;

	if (!open_temporary(target, &fd))
		return false;
	int error = fill(target, fd, bytes);
	if (error == 0 && renameat(target->folder, target->temporary, target->folder,
					  target->base) != 0)
		error = errno;
	if (error != 0)
		unlinkat(target->folder, target->temporary, 0);
	/* Only now, as the lock goes with it. What was synced is safe, whatever closing says. */
	close(fd);
	if (error != 0)
		return fault(target->job, target->name, error);
	/* The new name is there; this makes it last. Not all file systems can. */
	error = sync_retry(target->folder);
	return error == 0 || error == EINVAL || fault(target->job, target->name, error);
}

bool pk_file_replace(struct pk_job *job, struct pk_str name, struct pk_str bytes)
{
	struct target target = { .job = job, .name = name, .folder = -1 };
	const char *path = NULL;

	if (!path_of(job, name, &path))
		return false;
	target.path = pk_str_of(path);
	bool done = find_target(&target) && open_folder(&target) && replace(&target, bytes);
	if (target.folder >= 0)
		close(target.folder);
	return done;
}

void pk_file_tidy(struct pk_job *job, struct pk_str name)
{
	struct target target = { .job = job, .name = name, .path = name, .folder = -1 };
	char path[PATH_MAX], folder[PATH_MAX];
	const char *slash;

	if (!system_path(name, path) || !system_path(folder_of(name), folder))
		return;
	target.folder = open_retry(AT_FDCWD, folder, O_RDONLY | O_DIRECTORY, 0);
	if (target.folder < 0)
		return;
	slash = strrchr(path, '/');
	target.base = slash == NULL ? path : slash + 1;
	name_temporary(&target, 0);
	remove_debris(&target);
	close(target.folder);
}

static bool is_folder(const char *path)
{
	struct stat now;

	return stat(path, &now) == 0 && S_ISDIR(now.st_mode);
}

bool pk_file_make_folder(struct pk_job *job, struct pk_str name)
{
	const char *given = NULL;

	if (!path_of(job, name, &given))
		return false;
	/* Each folder on the way, and at last the name itself. */
	for (size_t n = 1; n <= name.n; n++) {
		struct pk_str path;

		if (n < name.n && given[n] != '/')
			continue;
		if (!pk_copy(job, pk_str_slice(name, 0, n), &path))
			return false;
		int error = mkdir(path.p, 0777) == 0 ? 0 : errno;
		if (error != 0 && !is_folder(path.p))
			return fault(job, path, error == EEXIST ? ENOTDIR : error);
	}
	return true;
}
