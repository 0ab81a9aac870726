#include "job/folder.h"

#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <sys/stat.h>

#include "job/lines.h"
#include "job/path.h"
#include "package/file.h"
#include "package/replace.h"

enum { DEEPEST = 16 };

/* The part that a package begins with: what a reader looks for first. */
static struct pk_str first_part(const struct pk_format *format)
{
	if (pk_str_is(pk_str_of(format->name), "odt"))
		return PK_STR("mimetype");
	if (pk_str_is(pk_str_of(format->name), "docx"))
		return PK_STR("[Content_Types].xml");
	return PK_STR("index.html");
}

/* --- writing --- */

static bool is_empty(struct pk_str folder)
{
	DIR *dir = opendir(folder.p);
	const struct dirent *entry;
	bool empty = true;

	if (dir == NULL)
		return true;
	while (empty && (entry = readdir(dir)) != NULL)
		empty = strcmp(entry->d_name, ".") == 0 || strcmp(entry->d_name, "..") == 0;
	closedir(dir);
	return empty;
}

static bool write_part(struct pk_job *job, const struct pk_package *package, size_t i,
		struct pk_str folder)
{
	struct pk_str bytes, path, above;

	return pk_package_bytes(job, package, i, &bytes) && pk_lines_break(job, bytes, &bytes) &&
	       pk_path_in(job, folder, pk_package_name(package, i), &path) &&
	       pk_copy(job, pk_path_folder(path), &above) && pk_file_make_folder(job, above) &&
	       pk_file_replace(job, path, bytes);
}

bool pk_folder_write(struct pk_job *job, const struct pk_package *package, struct pk_str folder,
		bool force)
{
	if (!pk_copy(job, folder, &folder))
		return false;
	if (!force && !is_empty(folder))
		return pk_fail(job, PK_M_FOLDER_THERE, PK_NOWHERE, folder);
	if (!pk_file_make_folder(job, folder))
		return false;
	for (size_t i = 0; i < pk_package_count(package); i++)
		if (!write_part(job, package, i, folder))
			return false;
	return true;
}

/* --- reading --- */

/* Names of files below a folder. */
struct names {
	struct pk_str *v;
	size_t n, room;
};

static bool is_foreign(struct pk_str name)
{
	return (name.p[0] == '.' && !pk_str_is(name, ".rels")) || pk_str_ends(name, PK_STR("~"));
}

static bool find_files(struct pk_job *job, struct pk_str folder, struct pk_str below,
		uint32_t depth, struct names *names);

/* One entry of a folder; below is the folder's own name in the template, with a slash. */
static bool see_entry(struct pk_job *job, struct pk_str folder, struct pk_str below,
		const char *entry, uint32_t depth, struct names *names)
{
	struct pk_str path, name;
	struct stat about;
	bool known;

	if (strcmp(entry, ".") == 0 || strcmp(entry, "..") == 0)
		return true;
	if (!pk_join(job, &name, below, pk_str_of(entry)) || !pk_path_in(job, folder, name, &path))
		return false;
	known = !is_foreign(pk_str_of(entry)) && lstat(path.p, &about) == 0;
	if (known && S_ISDIR(about.st_mode) && depth < DEEPEST)
		return pk_join(job, &name, name, PK_STR("/")) &&
		       find_files(job, folder, name, depth + 1, names);
	if (!known || !S_ISREG(about.st_mode)) {
		pk_tell(job, PK_M_FOLDER_FILE, PK_NOWHERE, path);
		return true;
	}
	if (!pk_grow(job, &names->v, names->n, &names->room))
		return false;
	names->v[names->n++] = name;
	return true;
}

static bool find_files(struct pk_job *job, struct pk_str folder, struct pk_str below,
		uint32_t depth, struct names *names)
{
	const struct dirent *entry;
	struct pk_str path;
	bool good = true;
	DIR *dir;

	if (!pk_path_in(job, folder, below, &path))
		return false;
	dir = opendir(path.p);
	if (dir == NULL)
		return pk_fail(job, PK_M_FILE_NOT_FOLDER, PK_NOWHERE, folder);
	/* The end and a disk that does not answer look alike but for errno. */
	while (good && (errno = 0, entry = readdir(dir)) != NULL)
		good = see_entry(job, folder, below, entry->d_name, depth, names);
	if (good && errno != 0)
		good = pk_fail(job, PK_M_FOLDER_UNREADABLE, PK_NOWHERE, path);
	closedir(dir);
	return good;
}

static int by_name(const void *a, const void *b)
{
	return pk_str_cmp(*(const struct pk_str *)a, *(const struct pk_str *)b);
}

static bool add_file(struct pk_job *job, struct pk_str folder, struct pk_str name,
		struct pk_package *package)
{
	struct pk_str path, bytes;

	return pk_path_in(job, folder, name, &path) &&
	       pk_file_read(job, path, job->limits->zip_entry_bytes, &bytes) &&
	       pk_lines_join(job, bytes, &bytes) &&
	       pk_package_add(job, package, name, bytes, pk_str_is(name, "mimetype"));
}

bool pk_folder_read(struct pk_job *job, struct pk_str folder, const struct pk_format *format,
		struct pk_package **ret)
{
	struct pk_str first = first_part(format);
	struct names names = { 0 };
	bool found = false;

	if (!pk_copy(job, folder, &folder) || !pk_package_new(job, ret) ||
			!find_files(job, folder, PK_STR(""), 0, &names))
		return false;
	if (names.n > 1)
		qsort(names.v, names.n, sizeof(*names.v), by_name);
	for (size_t i = 0; i < names.n; i++)
		found = found || pk_str_eq(names.v[i], first);
	if (!found)
		return pk_fail(job, PK_M_FOLDER_KIND, PK_NOWHERE, folder, first);
	if (!add_file(job, folder, first, *ret))
		return false;
	for (size_t i = 0; i < names.n; i++)
		if (!pk_str_eq(names.v[i], first) && !add_file(job, folder, names.v[i], *ret))
			return false;
	return true;
}
