/* Files read whole, and what is asked about paths. */
#include "package/file.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "package/disk.h"

enum { CHUNK = 64 << 10 };

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
			return pk_disk_fault(job, name, errno);
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
		return pk_disk_fault(job, name, errno);
	if (!pk_disk_regular(job, name, now.st_mode))
		return false;
	if (now.st_size < 0 || (uintmax_t)now.st_size > max)
		return pk_fail(job, PK_M_FILE_TOO_LARGE, PK_NOWHERE, name, pk_number(job, max));
	if (!read_all(job, name, fd, (size_t)now.st_size, max, ret))
		return false;
	if (fstat(fd, &after) != 0)
		return pk_disk_fault(job, name, errno);
	/* Somebody saves it just now: what was read may be half of one version and half of the other. */
	return is_untouched(&now, &after) || pk_fail(job, PK_M_FILE_CHANGED, PK_NOWHERE, name);
}

bool pk_file_read(struct pk_job *job, struct pk_str name, size_t max, struct pk_str *ret)
{
	const char *path = NULL;

	if (!pk_disk_path(job, name, &path) || !pk_job_sought(job, name))
		return false;
	/* A FIFO without a writer would keep us waiting before we could see what it is. */
	int fd = pk_disk_open(AT_FDCWD, path, O_RDONLY | O_NONBLOCK, 0);
	if (fd < 0)
		return pk_disk_fault(job, name, errno);
	bool done = read_open(job, name, fd, max, ret);
	close(fd);
	return done;
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
	return pk_disk_name(name, path) && (lstat(path, &now) == 0 || !leads_nowhere(errno));
}

bool pk_file_real(struct pk_job *job, struct pk_str name, struct pk_str *ret)
{
	const char *path = NULL;
	char real[PATH_MAX];

	*ret = PK_STR("");
	if (!pk_disk_path(job, name, &path))
		return false;
	if (realpath(path, real) != NULL)
		return pk_copy(job, pk_str_of(real), ret);
	return leads_nowhere(errno) || pk_disk_fault(job, name, errno);
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

	return pk_disk_name(name, path) && stat(path, &now) == 0 && S_ISREG(now.st_mode) &&
			(uintmax_t)now.st_size > max;
}

bool pk_file_same(struct pk_str a, struct pk_str b)
{
	char path_a[PATH_MAX], path_b[PATH_MAX];
	struct stat now_a, now_b;

	return pk_disk_name(a, path_a) && pk_disk_name(b, path_b) && stat(path_a, &now_a) == 0 &&
			stat(path_b, &now_b) == 0 && now_a.st_dev == now_b.st_dev &&
			now_a.st_ino == now_b.st_ino;
}

static bool is_folder(const char *path)
{
	struct stat now;

	return stat(path, &now) == 0 && S_ISDIR(now.st_mode);
}

bool pk_file_make_folder(struct pk_job *job, struct pk_str name)
{
	const char *given = NULL;

	if (!pk_disk_path(job, name, &given))
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
			return pk_disk_fault(job, path, error == EEXIST ? ENOTDIR : error);
	}
	return true;
}
