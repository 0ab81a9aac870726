#include "preview/watch.h"

#include <fcntl.h>
#include <limits.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/inotify.h>
#include <sys/stat.h>
#include <sys/vfs.h>
#include <unistd.h>

/* Folders are watched and not files: an editor writes a new file beside the old one and gives it the
 * old one's name, and then the old one is never heard of again. Only the end of writing counts; a
 * file that comes in other ways (a hard link, a mapping) is seen by looking. */
#define EVENTS (IN_CLOSE_WRITE | IN_MOVED_TO | IN_MOVED_FROM | IN_DELETE | IN_DELETE_SELF | \
		IN_MOVE_SELF | IN_ONLYDIR)

/* How a file looked. */
struct look {
	bool there;
	dev_t device;
	ino_t inode;
	off_t size;
	struct timespec changed, touched;
};

struct file {
	char *path;
	const char *name;         /* the last piece of path */
	int folder;               /* its folder's watch, or -1 */
	bool share;               /* on another machine: it is told of nothing that others do there */
	struct look look;
};

struct files {
	struct file *v;
	size_t n, room;
};

struct pk_watch {
	int inotify;
	struct files files;
};

struct pk_watch *pk_watch_new(void)
{
	struct pk_watch *watch = calloc(1, sizeof(*watch));

	if (watch != NULL)
		watch->inotify = inotify_init1(IN_NONBLOCK | IN_CLOEXEC);
	return watch;
}

static void free_files(struct files *files)
{
	for (size_t i = 0; i < files->n; i++)
		free(files->v[i].path);
	free(files->v);
}

void pk_watch_free(struct pk_watch *watch)
{
	if (watch == NULL)
		return;
	if (watch->inotify >= 0)
		close(watch->inotify);
	free_files(&watch->files);
	free(watch);
}

int pk_watch_fd(const struct pk_watch *watch)
{
	return watch->inotify;
}

/* The path of the folder that a file lies in. False when it is too long to be one. */
static bool folder_of(const struct file *file, char ret[PATH_MAX])
{
	size_t n = (size_t)(file->name - file->path);

	if (n >= PATH_MAX)
		return false;
	memcpy(ret, file->path, n);
	memcpy(ret + n, n == 0 ? "." : "", n == 0 ? 2 : 1);
	return true;
}

/* What is written on the other side of these is not told here. */
static bool is_share(const char *folder)
{
	static const uint32_t kinds[] = {
		0x6969,           /* NFS */
		0x517b,           /* SMB */
		0xfe534d42,       /* SMB 2 */
		0xff534d42,       /* CIFS */
		0x65735546,       /* FUSE: sshfs, rclone, GNOME's shares */
		0x01021997,       /* 9P: folders of a host, WSL */
		0x786f4256,       /* VirtualBox's shared folders */
		0x5346414f,       /* AFS */
		0x73757245,       /* Coda */
		0x00c36400,       /* Ceph */
	};
	struct statfs about;

	if (statfs(folder, &about) != 0)
		return false;
	for (size_t i = 0; i < sizeof(kinds) / sizeof(kinds[0]); i++) {
		if ((uint32_t)about.f_type == kinds[i])
			return true;
	}
	return false;
}

static bool same_time(struct timespec a, struct timespec b)
{
	return a.tv_sec == b.tv_sec && a.tv_nsec == b.tv_nsec;
}

static bool same_look(const struct look *a, const struct look *b)
{
	if (a->there != b->there || !a->there)
		return a->there == b->there;
	return a->device == b->device && a->inode == b->inode && a->size == b->size &&
	       same_time(a->changed, b->changed) && same_time(a->touched, b->touched);
}

static struct look look_at(const struct file *file)
{
	struct stat about;

	if (stat(file->path, &about) != 0)
		return (struct look){ 0 };
	/* A share answers from its memory until the file is opened. Only a file may be: to open a pipe
	 * is to wait for its writer. */
	if (file->share && S_ISREG(about.st_mode)) {
		int fd = open(file->path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);

		if (fd >= 0) {
			(void)fstat(fd, &about);
			close(fd);
		}
	}
	return (struct look){ true, about.st_dev, about.st_ino, about.st_size, about.st_mtim,
		about.st_ctim };
}

static void watch_folder(const struct pk_watch *watch, struct file *file)
{
	char folder[PATH_MAX];

	file->folder = -1;
	if (!folder_of(file, folder))
		return;
	file->share = is_share(folder);
	if (watch->inotify >= 0)
		file->folder = inotify_add_watch(watch->inotify, folder, EVENTS);
}

static const struct file *find(const struct files *files, const char *path)
{
	for (size_t i = 0; i < files->n; i++) {
		if (strcmp(files->v[i].path, path) == 0)
			return &files->v[i];
	}
	return NULL;
}

static void add(struct pk_watch *watch, struct files *files, const char *path)
{
	struct file file = { .path = strdup(path) };
	const struct file *before = find(&watch->files, path);
	const char *slash = strrchr(path, '/');

	if (file.path == NULL)
		return;
	if (files->n == files->room) {
		size_t room = files->room * 2 + 8;
		struct file *v = realloc(files->v, room * sizeof(*v));

		if (v == NULL) {
			free(file.path);
			return;
		}
		files->v = v;
		files->room = room;
	}
	file.name = slash == NULL ? file.path : file.path + (slash + 1 - path);
	watch_folder(watch, &file);
	file.look = before != NULL ? before->look : look_at(&file);
	files->v[files->n++] = file;
}

/* A symbolic link is watched at both its ends. */
static void add_both(struct pk_watch *watch, struct files *files, const char *path)
{
	struct stat about;
	char *end;

	if (find(files, path) == NULL)
		add(watch, files, path);
	if (lstat(path, &about) != 0 || !S_ISLNK(about.st_mode))
		return;
	end = realpath(path, NULL);
	if (end != NULL && find(files, end) == NULL)
		add(watch, files, end);
	free(end);
}

static bool watches_folder(const struct files *files, int folder)
{
	for (size_t i = 0; i < files->n; i++) {
		if (files->v[i].folder == folder)
			return true;
	}
	return false;
}

/* Folders that no file needs any more are let go. */
static void forget(const struct pk_watch *watch, const struct files *old)
{
	for (size_t i = 0; i < old->n; i++) {
		int folder = old->v[i].folder;

		if (folder >= 0 && !watches_folder(&watch->files, folder))
			(void)inotify_rm_watch(watch->inotify, folder);
	}
}

bool pk_watch_set(struct pk_watch *watch, const char *const *files, size_t n)
{
	struct files wanted = { 0 }, old = watch->files;
	bool grew = false;

	for (size_t i = 0; i < n; i++)
		add_both(watch, &wanted, files[i]);
	for (size_t i = 0; i < wanted.n && !grew; i++)
		grew = find(&old, wanted.v[i].path) == NULL;
	watch->files = wanted;
	forget(watch, &old);
	free_files(&old);
	return grew;
}

static bool concerns(const struct pk_watch *watch, const struct inotify_event *event)
{
	/* Too much happened to be told, or a folder went away. */
	if ((event->mask & (IN_Q_OVERFLOW | IN_DELETE_SELF | IN_MOVE_SELF | IN_UNMOUNT)) != 0)
		return true;
	for (size_t i = 0; i < watch->files.n && event->len > 0; i++) {
		const struct file *file = &watch->files.v[i];

		if (file->folder == event->wd && strcmp(file->name, event->name) == 0)
			return true;
	}
	return false;
}

bool pk_watch_told(struct pk_watch *watch)
{
	_Alignas(struct inotify_event) char bytes[8192];
	bool told = false;
	ssize_t n;

	while (watch->inotify >= 0 && (n = read(watch->inotify, bytes, sizeof(bytes))) > 0) {
		const struct inotify_event *event;

		for (const char *p = bytes; p < bytes + n; p += sizeof(*event) + event->len) {
			event = (const struct inotify_event *)(const void *)p;
			told = concerns(watch, event) || told;
		}
	}
	return told;
}

bool pk_watch_look(struct pk_watch *watch)
{
	bool changed = false;

	for (size_t i = 0; i < watch->files.n; i++) {
		struct file *file = &watch->files.v[i];
		struct look now;

		/* The same folder gives the same watch; one that has been made anew gives another. */
		watch_folder(watch, file);
		now = look_at(file);
		changed = changed || !same_look(&now, &file->look);
		file->look = now;
	}
	return changed;
}

void pk_watch_mark(struct pk_watch *watch)
{
	for (size_t i = 0; i < watch->files.n; i++)
		watch->files.v[i].look = look_at(&watch->files.v[i]);
}
