#include "job/inputs.h"

#include <dirent.h>
#include <errno.h>
#include <limits.h>
#include <stdlib.h>
#include <sys/stat.h>

#include "job/load.h"
#include "job/path.h"
#include "package/file.h"

enum { DEEPEST = 64 };

/* The search of one folder that was given. */
struct search {
	struct pk_job *job;
	struct pk_inputs *found;
	struct pk_str *settings;  /* real paths of files that settings build on */
	size_t n_settings, settings_room;
};

static int by_bytes(const void *a, const void *b)
{
	return pk_str_cmp(*(const struct pk_str *)a, *(const struct pk_str *)b);
}

/* The names in a folder, sorted; hidden ones and editors' copies are left out. */
static bool names_in(struct pk_job *job, struct pk_str folder, struct pk_str **ret, size_t *ret_n)
{
	DIR *dir = opendir(folder.p);
	const struct dirent *entry;
	size_t room = 0;
	bool good = true;

	*ret = NULL;
	*ret_n = 0;
	if (dir == NULL)
		return pk_fail(job, PK_M_FOLDER_UNREADABLE, PK_NOWHERE, folder);
	/* The end and a disk that does not answer look alike but for errno. */
	while (good && (errno = 0, entry = readdir(dir)) != NULL) {
		if (entry->d_name[0] == '.')
			continue;
		good = pk_grow(job, ret, *ret_n, &room) &&
				pk_copy(job, pk_str_of(entry->d_name), &(*ret)[*ret_n]);
		*ret_n += good;
	}
	if (good && errno != 0)
		good = pk_fail(job, PK_M_FOLDER_UNREADABLE, PK_NOWHERE, folder);
	closedir(dir);
	if (good && *ret_n > 0)
		qsort(*ret, *ret_n, sizeof(**ret), by_bytes);
	return good;
}

static bool is_settings(const struct search *s, struct pk_str file)
{
	char real[PATH_MAX];

	if (pk_str_is(pk_path_base(file), "protokoll.yaml"))
		return true;
	if (s->n_settings == 0 || realpath(file.p, real) == NULL)
		return false;
	for (size_t i = 0; i < s->n_settings; i++) {
		if (pk_str_is(s->settings[i], real))
			return true;
	}
	return false;
}

static bool is_meeting(const struct search *s, struct pk_str file)
{
	struct pk_str extension = pk_path_extension(file);

	return (pk_str_is(extension, ".yaml") || pk_str_is(extension, ".yml")) &&
	       !is_settings(s, file);
}

static bool add(struct search *s, struct pk_str file, struct pk_str below)
{
	struct pk_inputs *found = s->found;

	if (!pk_grow(s->job, &found->v, found->n, &found->room))
		return false;
	found->v[found->n++] = (struct pk_input){ .file = file, .below = below };
	return true;
}

/* What the settings here build on is no meeting, wherever below the folder it lies. */
static bool note_settings(struct search *s, struct pk_str folder)
{
	struct pk_str path, *more;
	size_t n;

	if (!pk_join(s->job, &path, folder, PK_STR("protokoll.yaml")))
		return false;
	if (!pk_file_exists(path))
		return true;
	if (!pk_settings_chain(s->job, path, &more, &n))
		return false;
	for (size_t i = 0; i < n; i++) {
		if (!pk_grow(s->job, &s->settings, s->n_settings, &s->settings_room))
			return false;
		s->settings[s->n_settings++] = more[i];
	}
	return true;
}

static bool search(struct search *s, struct pk_str folder, struct pk_str below, unsigned depth);

static bool look_at(struct search *s, struct pk_str folder, struct pk_str below, struct pk_str name,
		unsigned depth)
{
	struct pk_str path, deeper;
	struct stat about;
	bool link;

	if (!pk_join(s->job, &path, folder, name))
		return false;
	if (lstat(path.p, &about) != 0)
		return true;
	link = S_ISLNK(about.st_mode);
	if (link && stat(path.p, &about) != 0)
		return true;
	if (!S_ISDIR(about.st_mode))
		return !is_meeting(s, path) || add(s, path, below);
	/* A link may lead to where the search came from. */
	if (link)
		return true;
	return pk_join(s->job, &path, path, PK_STR("/")) &&
	       pk_join(s->job, &deeper, below, name, PK_STR("/")) &&
	       search(s, path, deeper, depth + 1);
}

static bool search(struct search *s, struct pk_str folder, struct pk_str below, unsigned depth)
{
	struct pk_str *names;
	size_t n;

	if (depth > DEEPEST)
		return pk_fail(s->job, PK_M_FOLDER_DEEP, PK_NOWHERE, folder);
	if (!names_in(s->job, folder, &names, &n) || !note_settings(s, folder))
		return false;
	for (size_t i = 0; i < n; i++) {
		if (!look_at(s, folder, below, names[i], depth))
			return false;
	}
	return true;
}

static bool is_folder(struct pk_str path)
{
	struct stat about;

	return stat(path.p, &about) == 0 && S_ISDIR(about.st_mode);
}

static bool search_given(struct pk_job *job, struct pk_str path, struct pk_inputs *found)
{
	struct search s = { .job = job, .found = found };
	size_t before = found->n;
	bool slash = pk_str_ends(path, PK_STR("/"));

	if (!slash && !pk_join(job, &path, path, PK_STR("/")))
		return false;
	if (!search(&s, path, PK_STR(""), 0))
		return false;
	return found->n > before || pk_fail(job, PK_M_FOLDER_NO_MEETINGS, PK_NOWHERE, path);
}

bool pk_inputs_find(struct pk_job *job, const char *const *paths, size_t n, struct pk_inputs *ret)
{
	struct search s = { .job = job, .found = ret };
	bool ok = true;

	*ret = (struct pk_inputs){ 0 };
	for (size_t i = 0; i < n; i++) {
		struct pk_str path;

		if (!pk_copy(job, pk_str_of(paths[i]), &path))
			return false;
		ok &= is_folder(path) ? search_given(job, path, ret) : add(&s, path, PK_STR(""));
	}
	return ok;
}

/* --- two meetings, one document --- */

struct target {
	struct pk_str stem;       /* where the documents go, without extension */
	size_t input;
};

static int by_stem(const void *a, const void *b)
{
	const struct target *x = a, *y = b;
	int order = pk_str_cmp(x->stem, y->stem);

	return order != 0 ? order : (x->input > y->input) - (x->input < y->input);
}

/* The folder as the system knows it, so that two spellings of it are one; itself when it is not there
 * yet. */
static bool real_folder(struct pk_job *job, struct pk_str folder, struct pk_str *ret)
{
	char real[PATH_MAX];
	struct pk_str path;

	if (!pk_copy(job, folder.n == 0 ? PK_STR(".") : folder, &path))
		return false;
	if (realpath(path.p, real) == NULL)
		return pk_copy(job, path, ret);
	return pk_join(job, ret, pk_str_of(real), PK_STR("/"));
}

/* The folder of the file before: most files share it with the next. */
struct known {
	struct pk_str folder, real;
};

static bool target_of(struct pk_job *job, struct pk_str folder, const struct pk_input *input,
		struct known *last, struct pk_str *ret)
{
	struct pk_str base = pk_path_base(input->file), beside = pk_path_folder(input->file);

	base = pk_str_slice(base, 0, base.n - pk_path_extension(base).n);
	if (folder.n > 0)
		return pk_join(job, ret, input->below, base);
	if (last->real.n == 0 || !pk_str_eq(last->folder, beside)) {
		last->folder = beside;
		if (!real_folder(job, beside, &last->real))
			return false;
	}
	return pk_join(job, ret, last->real, base);
}

/* Marks what was named twice, and refuses what would be written twice. */
static bool compare(struct pk_job *job, struct pk_inputs *inputs, const struct target *targets)
{
	size_t first = 0;
	bool ok = true;

	for (size_t i = 1; i < inputs->n; i++) {
		struct pk_input *a = &inputs->v[targets[first].input];
		struct pk_input *b = &inputs->v[targets[i].input];

		if (!pk_str_eq(targets[first].stem, targets[i].stem))
			first = i;
		else if (pk_str_eq(a->file, b->file) || pk_file_same(a->file, b->file))
			b->file = PK_STR("");
		else
			ok = pk_fail(job, PK_M_SAME_OUTPUT, PK_NOWHERE, a->file, b->file);
	}
	return ok;
}

static void drop_marked(struct pk_inputs *inputs)
{
	size_t n = 0;

	for (size_t i = 0; i < inputs->n; i++) {
		if (inputs->v[i].file.n > 0)
			inputs->v[n++] = inputs->v[i];
	}
	inputs->n = n;
}

bool pk_inputs_apart(struct pk_job *job, struct pk_str folder, struct pk_inputs *inputs)
{
	struct target *targets = pk_new(job, struct target, inputs->n);
	struct known last = { 0 };

	if (targets == NULL)
		return false;
	for (size_t i = 0; i < inputs->n; i++) {
		targets[i].input = i;
		if (!target_of(job, folder, &inputs->v[i], &last, &targets[i].stem))
			return false;
	}
	qsort(targets, inputs->n, sizeof(*targets), by_stem);
	if (!compare(job, inputs, targets))
		return false;
	drop_marked(inputs);
	return true;
}
