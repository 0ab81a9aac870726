/* Turns the folders of the built-in templates into C: embed TEMPLATES OUTPUT.c OUTPUT.d
 *
 * TEMPLATES/<design>/<docx|html|odt>/... holds one package each, unpacked; all files below are its
 * parts, but for the folder delar: there, and in TEMPLATES/delar/<docx|html|odt>/ for all designs,
 * stand the partials that the parts take in. The parts come in the order of a package: what a reader looks for first, then by name. A folder
 * without files is a template that is not written yet. OUTPUT.d tells ninja each file and folder
 * that was looked at, so that a part added, changed or removed makes the table anew. What does not
 * belong in a package (an editor's backup, a missing or ill-formed mimetype) ends the build. */
#include "embed.h"

#include <dirent.h>
#include <errno.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

static const struct {
	const char *name, *first, *partials;
} formats[] = {
	{ "docx", "[Content_Types].xml", "xml" },
	{ "html", "index.html", "html" },
	{ "odt", "mimetype", "xml" },
};

/* The folder of partials, of a format and of all designs. */
static const char partials_folder[] = "delar";

/* Paths, in a growing list. */
struct list {
	char **v;
	size_t n, room;
};

void die(const char *format, ...)
{
	va_list arguments;

	va_start(arguments, format);
	fputs("embed: ", stderr);
	/* NOLINTNEXTLINE(clang-analyzer-valist.Uninitialized): it is, three lines above */
	vfprintf(stderr, format, arguments);
	fputc('\n', stderr);
	va_end(arguments);
	exit(1);
}

char *joined(const char *folder, const char *name)
{
	size_t n = strlen(folder) + strlen(name) + 2;
	char *path = malloc(n);

	if (path == NULL)
		die("out of memory");
	snprintf(path, n, "%s/%s", folder, name);
	return path;
}

static char *copied(const char *text)
{
	size_t n = strlen(text) + 1;
	char *copy = malloc(n);

	if (copy == NULL)
		die("out of memory");
	return memcpy(copy, text, n);
}

static void add(struct list *list, char *path)
{
	if (list->n == list->room) {
		list->room = list->room * 2 + 16;
		list->v = realloc(list->v, list->room * sizeof(*list->v));
		if (list->v == NULL)
			die("out of memory");
	}
	list->v[list->n++] = path;
}

static void free_list(struct list *list)
{
	for (size_t i = 0; i < list->n; i++)
		free(list->v[i]);
	free(list->v);
	*list = (struct list){ NULL, 0, 0 };
}

static int by_text(const void *a, const void *b)
{
	return strcmp(*(char *const *)a, *(char *const *)b);
}

/* Names in a folder, sorted; the folder itself becomes a dependency. */
static struct list names_in(const char *folder, FILE *deps)
{
	struct list names = { NULL, 0, 0 };
	DIR *dir = opendir(folder);
	struct dirent *entry;

	if (dir == NULL)
		die("%s: %s", folder, strerror(errno));
	while ((entry = readdir(dir)) != NULL)
		if (strcmp(entry->d_name, ".") != 0 && strcmp(entry->d_name, "..") != 0)
			add(&names, copied(entry->d_name));
	closedir(dir);
	qsort(names.v, names.n, sizeof(*names.v), by_text);
	/* Only spaces would need escaping here, and there are none: see check_name(). */
	fprintf(deps, " \\\n  %s", folder);
	return names;
}

static bool is_folder(const char *path)
{
	struct stat now;

	if (stat(path, &now) != 0)
		die("%s: %s", path, strerror(errno));
	return S_ISDIR(now.st_mode);
}

static void check_name(const char *path, const char *name)
{
	if ((name[0] == '.' && strcmp(name, ".rels") != 0) || name[strlen(name) - 1] == '~' ||
			strpbrk(name, " \"\\#$:") != NULL)
		die("%s: not a part of a document; remove it", path);
}

static void find_parts(const char *folder, struct list *parts, FILE *deps);

/* Partials are no parts of the package; a change of them makes the table anew all the same. */
static void note_partials(const char *folder, FILE *deps)
{
	struct list partials = { NULL, 0, 0 };

	find_parts(folder, &partials, deps);
	free_list(&partials);
}

/* All files below a folder. */
static void find_parts(const char *folder, struct list *parts, FILE *deps)
{
	struct list names = names_in(folder, deps);

	for (size_t i = 0; i < names.n; i++) {
		char *path = joined(folder, names.v[i]);

		check_name(path, names.v[i]);
		if (is_folder(path)) {
			if (strcmp(names.v[i], partials_folder) == 0)
				note_partials(path, deps);
			else
				find_parts(path, parts, deps);
			free(path);
		} else {
			fprintf(deps, " \\\n  %s", path);
			add(parts, path);
		}
	}
	free_list(&names);
}

/* Sorted by name, but for the one that must come first. */
static void sort_parts(const char *folder, const char *first, struct list *parts)
{
	char *path = joined(folder, first);
	size_t i = 0;

	qsort(parts->v, parts->n, sizeof(*parts->v), by_text);
	while (i < parts->n && strcmp(parts->v[i], path) != 0)
		i++;
	if (i == parts->n)
		die("%s is missing", path);
	char *found = parts->v[i];
	memmove(parts->v + 1, parts->v, i * sizeof(*parts->v));
	parts->v[0] = found;
	free(path);
}

/* The bytes of one part; the array is never empty, as C wants it. */
static void put_bytes(FILE *out, const char *path, const struct bytes *part, size_t number)
{
	fprintf(out, "/* %s */\nstatic const unsigned char part_%zu[] = {", path, number);
	for (size_t i = 0; i < part->n; i++)
		fprintf(out, "%s%d,", i % 24 == 0 ? "\n" : "", (unsigned char)part->p[i]);
	fprintf(out, "%s};\n", part->n == 0 ? "0" : "\n");
}

/* ODF wants the type and nothing behind it. */
static void check_mimetype(const char *path, size_t n)
{
	if (n != strlen("application/vnd.oasis.opendocument.text"))
		die("%s must hold the 39 letters of the type and no line feed", path);
}

/* The arrays and the table of one template's parts, named after the number of its first part. */
static void put_template(FILE *out, const struct partials *where, const char *folder,
		const struct list *parts, size_t number)
{
	size_t *sizes = calloc(parts->n, sizeof(*sizes));

	if (sizes == NULL)
		die("out of memory");
	for (size_t i = 0; i < parts->n; i++) {
		struct bytes part = read_part(where, parts->v[i]);

		put_bytes(out, parts->v[i], &part, number + i);
		sizes[i] = part.n;
		free(part.p);
		if (strcmp(parts->v[i] + strlen(folder) + 1, "mimetype") == 0)
			check_mimetype(parts->v[i], sizes[i]);
	}
	fprintf(out, "static const struct pk_builtin_part parts_%zu[] = {\n", number);
	for (size_t i = 0; i < parts->n; i++)
		fprintf(out, "\t{ \"%s\", part_%zu, %zu },\n", parts->v[i] + strlen(folder) + 1,
				number + i, sizes[i]);
	fprintf(out, "};\n");
	free(sizes);
}

/* Takes the partials of a template in with its parts. */
static void put_whole(FILE *out, const char *root, const char *folder, size_t format,
		const struct list *parts, size_t number)
{
	char *all = joined(root, partials_folder);
	struct partials where = { .own = joined(folder, partials_folder),
		.shared = joined(all, formats[format].name),
		.ending = formats[format].partials };

	put_template(out, &where, folder, parts, number);
	free(where.own);
	free(where.shared);
	free(all);
}

/* All templates of a design; rows gets their lines of the last table. */
static size_t put_design(FILE *out, FILE *deps, const char *root, const char *design,
		struct list *rows, size_t number)
{
	char *folder = joined(root, design);

	for (size_t i = 0; i < sizeof(formats) / sizeof(formats[0]); i++) {
		char *path = joined(folder, formats[i].name), row[256];
		struct list parts = { NULL, 0, 0 };
		struct stat now;

		if (stat(path, &now) == 0 && S_ISDIR(now.st_mode))
			find_parts(path, &parts, deps);
		if (parts.n > 0) {
			sort_parts(path, formats[i].first, &parts);
			put_whole(out, root, path, i, &parts, number);
			snprintf(row, sizeof(row), "\t{ \"%s\", \"%s\", parts_%zu, %zu },\n",
					design, formats[i].name, number, parts.n);
			add(rows, copied(row));
			number += parts.n;
		}
		free_list(&parts);
		free(path);
	}
	free(folder);
	return number;
}

static FILE *created(const char *path)
{
	FILE *file = fopen(path, "w");

	if (file == NULL)
		die("%s: %s", path, strerror(errno));
	return file;
}

static void finish(FILE *file, const char *path)
{
	if (ferror(file) | fclose(file))
		die("%s: cannot be written", path);
}

int main(int argc, char **argv)
{
	struct list rows = { NULL, 0, 0 };
	size_t number = 0;

	if (argc != 4)
		die("usage: embed TEMPLATES OUTPUT.c OUTPUT.d");
	FILE *out = created(argv[2]), *deps = created(argv[3]);
	fprintf(deps, "%s:", argv[2]);
	fprintf(out, "/* Made by embed from the folder of templates. */\n"
		     "#include \"builtin/table.h\"\n\n");

	struct list designs = names_in(argv[1], deps);
	for (size_t i = 0; i < designs.n; i++) {
		char *path = joined(argv[1], designs.v[i]);

		if (strcmp(designs.v[i], partials_folder) == 0) {
			note_partials(path, deps);
		} else if (is_folder(path)) {
			check_name(path, designs.v[i]);
			struct list formats_there = names_in(path, deps);
			free_list(&formats_there);
			number = put_design(out, deps, argv[1], designs.v[i], &rows, number);
		}
		free(path);
	}

	fprintf(out, "const struct pk_builtin pk_builtin_table[] = {\n");
	for (size_t i = 0; i < rows.n; i++)
		fputs(rows.v[i], out);
	fprintf(out, "\t{ 0 },\n};\nconst size_t pk_builtin_table_count = %zu;\n", rows.n);
	fputc('\n', deps);
	free_list(&designs);
	free_list(&rows);
	finish(out, argv[2]);
	finish(deps, argv[3]);
	return 0;
}
