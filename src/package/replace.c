#include "package/replace.h"

#include <errno.h>
#include <fcntl.h>
#include <inttypes.h>
#include <stdio.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "package/disk.h"
#include "package/package.h"

enum {
	MAX_LINKS = 40,      /* symbolic links followed before giving up */
	MAX_ATTEMPTS = 100,  /* names tried for the temporary file */
};

/* A file about to be replaced. */
struct target {
	struct pk_job *job;
	struct pk_file file;
	struct pk_str path; /* behind all symbolic links */
	const char *base;   /* the last step of the path */
	int folder;         /* open on the folder of the path; -1: not yet */
	int fd;             /* the temporary file, locked; -1: there is none yet */
	bool exists;        /* the old file */
	mode_t mode;        /* of the old file */
	bool placed;        /* the temporary file has got its true name */
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
		return pk_disk_fault(target->job, target->file.name, errno);
	if (link.n == sizeof(to))
		return pk_disk_fault(target->job, target->file.name, ENAMETOOLONG);
	if (link.n > 0 && link.p[0] == '/')
		return pk_copy(target->job, link, &target->path);
	return pk_join(target->job, &target->path, folder_of(target->path), PK_STR("/"), link);
}

/* Finds what the name stands for: a regular file, or a place where there is nothing yet. */
static bool follow(struct target *target)
{
	struct stat now;

	for (int links = 0; lstat(target->path.p, &now) == 0; links++) {
		if (!S_ISLNK(now.st_mode)) {
			target->exists = true;
			target->mode = now.st_mode & 07777;
			return pk_disk_regular(target->job, target->file.name, now.st_mode);
		}
		if (links == MAX_LINKS)
			return pk_disk_fault(target->job, target->file.name, ELOOP);
		if (!follow_once(target))
			return false;
	}
	return errno == ENOENT || pk_disk_fault(target->job, target->file.name, errno);
}

/* Everything below is done through the open folder, so that nobody can move it away meanwhile. */
static bool open_folder(struct target *target)
{
	struct pk_str folder;

	if (!pk_copy(target->job, folder_of(target->path), &folder))
		return false;
	target->folder = pk_disk_open(AT_FDCWD, folder.p, O_RDONLY | O_DIRECTORY, 0);
	if (target->folder < 0)
		return pk_disk_fault(target->job, folder, errno);
	const char *slash = strrchr(target->path.p, '/');
	target->base = slash == NULL ? target->path.p : slash + 1;
	if (target->base[0] == '\0')
		return pk_disk_fault(target->job, target->file.name, EISDIR);
	/* Renaming would replace a file that its owner has protected against writing. */
	if (target->exists && faccessat(target->folder, target->base, W_OK, AT_EACCESS) != 0)
		return pk_disk_fault(target->job, target->file.name, errno);
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
	int fd = pk_disk_open(target->folder, target->temporary, O_WRONLY | O_NOFOLLOW | O_NONBLOCK, 0);

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

static bool open_temporary(struct target *target)
{
	errno = EEXIST;
	for (int i = 0; i < MAX_ATTEMPTS && errno == EEXIST; i++) {
		name_temporary(target, i);
		remove_debris(target);
		int fd = pk_disk_open(target->folder, target->temporary, O_WRONLY | O_CREAT | O_EXCL,
				0666);
		if (fd >= 0 && keep(fd)) {
			target->fd = fd;
			return true;
		}
		if (fd >= 0) {
			close(fd);
			errno = EEXIST;
		}
	}
	return pk_disk_fault(target->job, target->file.name, errno);
}

static int sync_retry(int fd)
{
	int result;

	do
		result = fsync(fd);
	while (result != 0 && errno == EINTR);
	return result == 0 ? 0 : errno;
}

/* Begins to write the file to the disk. The first of several to be synced then takes the others with it:
 * ext4's journal is committed twice a meeting instead of three times. A hint only, where there is one. */
static void begin_sync(int fd)
{
#ifdef SYNC_FILE_RANGE_WRITE
	(void)sync_file_range(fd, 0, 0, SYNC_FILE_RANGE_WRITE);
#else
	(void)fd;
#endif
}

/* --- the stages: each is done with all files before the next begins --- */

static bool find(struct target *target)
{
	const char *path = NULL;

	if (!pk_disk_path(target->job, target->file.name, &path))
		return false;
	target->path = pk_str_of(path);
	return follow(target) && open_folder(target);
}

static bool write_temporary(struct target *target)
{
	struct pk_str rest = target->file.bytes;

	if (!open_temporary(target))
		return false;
	while (rest.n > 0) {
		ssize_t n = write(target->fd, rest.p, rest.n);

		if (n == 0 || (n < 0 && errno != EINTR))
			return pk_disk_fault(target->job, target->file.name, n == 0 ? EIO : errno);
		if (n > 0)
			rest = pk_str_slice(rest, (size_t)n, rest.n);
	}
	if (target->exists && fchmod(target->fd, target->mode) != 0)
		return pk_disk_fault(target->job, target->file.name, errno);
	begin_sync(target->fd);
	return true;
}

static bool sync_temporary(struct target *target)
{
	int error = sync_retry(target->fd);

	return error == 0 || pk_disk_fault(target->job, target->file.name, error);
}

static bool place(struct target *target)
{
	target->placed = renameat(target->folder, target->temporary, target->folder,
					 target->base) == 0;
	return target->placed || pk_disk_fault(target->job, target->file.name, errno);
}

/* The new name is there; this makes it last. Not all file systems can. */
static bool sync_folder(struct target *target)
{
	int error = sync_retry(target->folder);

	return error == 0 || error == EINVAL ||
	       pk_disk_fault(target->job, target->file.name, error);
}

/* The lock goes with the file, so it is closed last of all. What was synced is safe, whatever closing says. */
static void end(struct target *target)
{
	if (target->fd >= 0 && !target->placed)
		unlinkat(target->folder, target->temporary, 0);
	if (target->fd >= 0)
		close(target->fd);
	if (target->folder >= 0)
		close(target->folder);
}

static size_t each(struct target *targets, size_t n, bool (*stage)(struct target *target))
{
	size_t i = 0;

	while (i < n && stage(&targets[i]))
		i++;
	return i;
}

/* Whether an earlier target's folder is the same, as the paths have it. */
static bool shares_folder(const struct target *targets, size_t i)
{
	for (size_t k = 0; k < i; k++)
		if (pk_str_eq(folder_of(targets[k].path), folder_of(targets[i].path)))
			return true;
	return false;
}

bool pk_file_replace_all(struct pk_job *job, const struct pk_file *files, size_t n, size_t *ret_n)
{
	struct target *targets = pk_new(job, struct target, n);
	size_t placed = 0, lasting = 0;

	*ret_n = 0;
	if (targets == NULL)
		return false;
	for (size_t i = 0; i < n; i++)
		targets[i] = (struct target){ .job = job, .file = files[i], .folder = -1, .fd = -1 };
	if (each(targets, n, find) == n && each(targets, n, write_temporary) == n &&
			each(targets, n, sync_temporary) == n)
		placed = each(targets, n, place);
	while (lasting < placed &&
			(shares_folder(targets, lasting) || sync_folder(&targets[lasting])))
		lasting++;
	for (size_t i = 0; i < n; i++)
		end(&targets[i]);
	*ret_n = lasting;
	return lasting == n;
}

bool pk_file_replace(struct pk_job *job, struct pk_str name, struct pk_str bytes)
{
	const struct pk_file file = { name, bytes };
	size_t n;

	return pk_file_replace_all(job, &file, 1, &n);
}

void pk_file_tidy(struct pk_job *job, struct pk_str name)
{
	struct target target = { .job = job, .path = name, .folder = -1 };
	char path[PATH_MAX], folder[PATH_MAX];
	const char *slash;

	if (!pk_disk_name(name, path) || !pk_disk_name(folder_of(name), folder))
		return;
	target.folder = pk_disk_open(AT_FDCWD, folder, O_RDONLY | O_DIRECTORY, 0);
	if (target.folder < 0)
		return;
	slash = strrchr(path, '/');
	target.base = slash == NULL ? path : slash + 1;
	name_temporary(&target, 0);
	remove_debris(&target);
	close(target.folder);
}
