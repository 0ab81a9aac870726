#include "office/scratch.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <ftw.h>
#include <limits.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

enum {
	TRIES = 16,             /* to lock a new folder before somebody takes it for a left one */
	OPEN_FOLDERS = 16,      /* while removing */
	ATTEMPTS = 50,          /* to remove what a dying process may still hold ... */
	PAUSE = 20              /* ... milliseconds apart */
};

#define NAME "protokoll-soffice-"

/* No macros, no links that are fetched, nothing that asks: documents hold what others have written. */
static const char registry[] =
	"<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
	"<oor:items xmlns:oor=\"http://openoffice.org/2001/registry\" "
	"xmlns:xs=\"http://www.w3.org/2001/XMLSchema\" "
	"xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\">\n"
#define ITEM(path, name, value) \
	"<item oor:path=\"/org.openoffice.Office." path "\"><prop oor:name=\"" name \
	"\" oor:op=\"fuse\"><value>" value "</value></prop></item>\n"
	ITEM("Common/Security/Scripting", "MacroSecurityLevel", "3")
	ITEM("Common/Security/Scripting", "DisableMacrosExecution", "true")
	ITEM("Common/Security/Scripting", "BlockUntrustedRefererLinks", "true")
	ITEM("Writer/Content/Update", "Link", "2")
#undef ITEM
	"</oor:items>\n";

static bool fault(struct pk_job *job, struct pk_str path)
{
	return pk_fail(job, PK_M_OFFICE_SCRATCH, PK_NOWHERE, path, pk_number(job, (uint64_t)errno));
}

/* Bytes that may not stand in a URL as they are. */
static bool url_of(struct pk_job *job, struct pk_str path, struct pk_str *ret)
{
	static const char hex[] = "0123456789ABCDEF";
	struct pk_out out = pk_out_new(job->arena, path.n * 3 + 16);

	pk_put_c(&out, "file://");
	for (size_t i = 0; i < path.n; i++) {
		unsigned char c = (unsigned char)path.p[i];

		if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
				(c != '\0' && strchr("/-._", c) != NULL)) {
			pk_put_byte(&out, (char)c);
		} else {
			pk_put_byte(&out, '%');
			pk_put_byte(&out, hex[c >> 4]);
			pk_put_byte(&out, hex[c & 15]);
		}
	}
	return pk_out_done(job, &out, ret);
}

static bool make_folders(struct pk_job *job, const struct pk_scratch *scratch)
{
	const struct pk_str names[] = { PK_STR("/in"), PK_STR("/out"), PK_STR("/profile"),
		PK_STR("/profile/user") };
	struct pk_str path;

	for (size_t i = 0; i < PK_COUNT(names); i++) {
		if (!pk_join(job, &path, scratch->path, names[i]))
			return false;
		if (mkdir(path.p, 0700) != 0)
			return fault(job, path);
	}
	return pk_scratch_write(job, scratch, PK_STR("profile/user/registrymodifications.xcu"),
			(struct pk_str){ registry, sizeof(registry) - 1 });
}

static int remove_one(const char *path, const struct stat *about, int type, struct FTW *where)
{
	(void)about, (void)type, (void)where;
	(void)remove(path);
	return 0;
}

static void remove_all(const char *path)
{
	(void)nftw(path, remove_one, OPEN_FOLDERS, FTW_DEPTH | FTW_PHYS);
}

/* The folder, locked; -1 when somebody uses it, or when it is not ours or not there any more. */
static int locked(const char *path)
{
	int fd = open(path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
	struct stat about;

	if (fd < 0)
		return -1;
	if (flock(fd, LOCK_EX | LOCK_NB) == 0 && fstat(fd, &about) == 0 && about.st_nlink > 0 &&
			about.st_uid == geteuid())
		return fd;
	close(fd);
	return -1;
}

/* Takes away the folders of runs that were killed. */
static void tidy(const char *below)
{
	DIR *folder = opendir(below);
	const struct dirent *entry;
	char path[PATH_MAX];

	while (folder != NULL && (entry = readdir(folder)) != NULL) {
		int lock, n = snprintf(path, sizeof(path), "%s/%s", below, entry->d_name);

		if (strncmp(entry->d_name, NAME, strlen(NAME)) != 0 || (size_t)n >= sizeof(path) ||
				(lock = locked(path)) < 0)
			continue;
		remove_all(path);
		close(lock);
	}
	if (folder != NULL)
		closedir(folder);
}

/* A new folder with a name of its own at the end of path, which holds the one that it is made in. */
static bool make_locked(char *path, struct pk_scratch *ret)
{
	size_t n = strlen(path);

	for (int i = 0; i < TRIES; i++) {
		memcpy(path + n, "/" NAME "XXXXXX", sizeof("/" NAME "XXXXXX"));
		if (mkdtemp(path) == NULL)
			return false;
		ret->lock = locked(path);
		if (ret->lock >= 0)
			return true;
		(void)rmdir(path);
	}
	return false;
}

bool pk_scratch_make(struct pk_job *job, const char *below, struct pk_scratch *ret)
{
	struct pk_str folder;
	char *path;

	if (!pk_copy(job, pk_str_of(below == NULL ? "/tmp" : below), &folder))
		return false;
	path = pk_new(job, char, PATH_MAX + sizeof("/" NAME "XXXXXX"));
	if (path == NULL)
		return false;
	if (realpath(folder.p, path) == NULL)
		return fault(job, folder);
	tidy(path);
	if (!make_locked(path, ret))
		return fault(job, folder);
	ret->path = pk_str_of(path);
	if (url_of(job, ret->path, &ret->url) && make_folders(job, ret))
		return true;
	pk_scratch_remove(ret);
	return false;
}

static bool write_all(int fd, struct pk_str bytes)
{
	for (size_t at = 0; at < bytes.n;) {
		ssize_t n = write(fd, bytes.p + at, bytes.n - at);

		if (n < 0 && errno == EINTR)
			continue;
		if (n <= 0)
			return false;
		at += (size_t)n;
	}
	return true;
}

bool pk_scratch_write(struct pk_job *job, const struct pk_scratch *scratch, struct pk_str name,
		struct pk_str bytes)
{
	struct pk_str path;
	bool done;
	int fd;

	if (!pk_join(job, &path, scratch->path, PK_STR("/"), name))
		return false;
	fd = open(path.p, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
	if (fd < 0)
		return fault(job, path);
	done = write_all(fd, bytes);
	return (close(fd) == 0 && done) || fault(job, path);
}

void pk_scratch_remove(const struct pk_scratch *scratch)
{
	for (int i = 0; i < ATTEMPTS; i++) {
		remove_all(scratch->path.p);
		if (access(scratch->path.p, F_OK) != 0)
			break;
		(void)poll(NULL, 0, PAUSE);
	}
	close(scratch->lock);
}
