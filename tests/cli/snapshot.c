#include "snapshot.h"

#include <dirent.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { PATH = 1024 };

static uint64_t hash_of(const char *path)
{
	uint64_t hash = 0xcbf29ce484222325u;
	FILE *file = fopen(path, "rb");

	for (int c; file != NULL && (c = fgetc(file)) != EOF;)
		hash = (hash ^ (uint64_t)c) * 0x100000001b3u;
	if (file != NULL)
		fclose(file);
	return hash;
}

/* Calls visit for all below folder, a folder after what it holds. */
static void walk(const char *folder, const char *below,
		void (*visit)(const char *path, const char *name, bool is_folder, void *to), void *to)
{
	char path[PATH], name[PATH];
	struct dirent *entry;
	struct stat about;
	DIR *dir = opendir(folder);

	while (dir != NULL && (entry = readdir(dir)) != NULL) {
		if (strcmp(entry->d_name, ".") == 0 || strcmp(entry->d_name, "..") == 0)
			continue;
		if (snprintf(path, sizeof(path), "%s/%s", folder, entry->d_name) >= PATH ||
				snprintf(name, sizeof(name), "%s%s", below, entry->d_name) >= PATH - 1 ||
				lstat(path, &about) != 0)
			continue;
		if (S_ISDIR(about.st_mode)) {
			strcat(name, "/");
			walk(path, name, visit, to);
		}
		visit(path, name, S_ISDIR(about.st_mode), to);
	}
	if (dir != NULL)
		closedir(dir);
}

static void add(const char *path, const char *name, bool is_folder, void *to)
{
	struct snapshot *s = to;

	if (s->n == sizeof(s->files) / sizeof(s->files[0]))
		return;
	snprintf(s->files[s->n].name, sizeof(s->files[s->n].name), "%s", name);
	s->files[s->n++].hash = is_folder ? 0 : hash_of(path);
}

void snapshot_take(const char *folder, struct snapshot *ret)
{
	ret->n = 0;
	walk(folder, "", add, ret);
}

static int find(const struct snapshot *s, const char *name)
{
	for (size_t i = 0; i < s->n; i++) {
		if (strcmp(s->files[i].name, name) == 0)
			return (int)i;
	}
	return -1;
}

/* Whether the name is one of the list's. */
static bool listed(const char *list, const char *name)
{
	size_t n = strlen(name);

	for (const char *p = list; (p = strstr(p, name)) != NULL; p++) {
		if ((p == list || p[-1] == ' ') && (p[n] == ',' || p[n] == '\0'))
			return true;
	}
	return false;
}

static size_t names(const char *list)
{
	size_t n = *list == '\0' ? 0 : 1;

	for (const char *p = list; (p = strstr(p, ", ")) != NULL; p++)
		n++;
	return n;
}

bool snapshot_compare(const struct snapshot *before, const struct snapshot *after,
		const char *made, const char *changed)
{
	size_t n_made = 0, n_changed = 0, faults = 0;

	for (size_t i = 0; i < after->n; i++) {
		const char *name = after->files[i].name;
		int old = find(before, name);
		bool new = old < 0, other = !new && before->files[old].hash != after->files[i].hash;

		n_made += new;
		n_changed += other;
		if ((new && !listed(made, name)) || (other && !listed(changed, name))) {
			printf("# %s %s\n", name, new ? "was made" : "was changed");
			faults++;
		}
	}
	for (size_t i = 0; i < before->n; i++) {
		if (find(after, before->files[i].name) < 0) {
			printf("# %s is gone\n", before->files[i].name);
			faults++;
		}
	}
	if (n_made < names(made) || n_changed < names(changed)) {
		printf("# made %zu files and changed %zu; expected new: %s; changed: %s\n", n_made,
				n_changed, made, changed);
		faults++;
	}
	return faults == 0;
}

static void open_up(const char *path, const char *name, bool is_folder, void *to)
{
	(void)name;
	(void)to;
	if (is_folder)
		(void)chmod(path, 0700);
}

static void drop(const char *path, const char *name, bool is_folder, void *to)
{
	(void)name;
	(void)to;
	(void)(is_folder ? rmdir(path) : unlink(path));
}

void snapshot_remove(const char *folder)
{
	walk(folder, "", open_up, NULL);
	walk(folder, "", drop, NULL);
	(void)rmdir(folder);
}
