/* Runs the cases of a record file, each in a fresh folder, and prints TAP.
 *
 *     run_cli PROTOKOLL CASES.test
 *
 * What is there before:
 *     File NAME:           its content
 *     Copy NAME:           a file of files/ beside the records
 *     Folder NAME:         a folder with this mode, which may hold later Files
 *     Link NAME:           where the symbolic link leads
 *     Mode NAME:           of a file
 *     First:               arguments of a run that must end with 0, in the same environment
 *     Edit NAME:           "part: words -> other words", in a document that First made
 * The run; nothing is in the environment but what is named here and a fixed day:
 *     Env:                 NAME=value
 *     Args:                arguments, with blanks between; '...' keeps blanks
 *     FileLimit:           no file may grow beyond so many bytes
 *     StdinFrom:           a file of the folder; nothing otherwise
 *     StdoutTo:            a file, such as /dev/full
 *     Unprivileged:        yes: not as root
 * What must come of it. Only the last four may be absent, and that means: nothing.
 *     ExpectedExit:
 *     ExpectedStdout:, ExpectedStderr:   all of it; or StdoutHas:, StderrHas: a line's words
 *     NewFiles:, ChangedFiles:           "a.odt, b/"; no other file differs
 *
 * Where "ExpectedStderr sv:" or the like names a language, the case runs once in Swedish and once
 * in English. */
#include <errno.h>
#include <fcntl.h>
#include <libgen.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "edit.h"
#include "record.h"
#include "snapshot.h"

enum { WORDS = 32, NOBODY = 65534 };

/* Where a case runs. */
struct place {
	int program;              /* a descriptor: the user nobody may lack the way to its path */
	char records[PATH_MAX];   /* the folder of the records */
	char folder[64];          /* the fresh folder */
	char out[80], err[80];    /* what the run printed */
};

static void path_in(char *to, const char *folder, const char *name)
{
	if (snprintf(to, PATH_MAX, "%s/%s", folder, name) >= PATH_MAX) {
		printf("Bail out! the path is too long: %s\n", name);
		exit(1);
	}
}

static bool write_file(const char *path, const char *bytes, size_t n)
{
	FILE *file = fopen(path, "wb");
	bool ok = file != NULL && fwrite(bytes, 1, n, file) == n;

	return file != NULL && fclose(file) == 0 && ok;
}

static bool copy_file(const char *to, const char *folder, const char *name)
{
	char from[PATH_MAX], inside[PATH_MAX];
	size_t n;
	char *bytes;
	bool ok;

	path_in(inside, folder, "files");
	path_in(from, inside, name);
	bytes = record_read_file(from, &n);
	ok = bytes != NULL && write_file(to, bytes, n);
	free(bytes);
	return ok;
}

/* "part: words -> other words" */
static bool edit(const char *path, const char *value)
{
	char words[512], *colon, *arrow;

	snprintf(words, sizeof(words), "%s", value);
	colon = strstr(words, ": ");
	arrow = strstr(words, " -> ");
	if (colon == NULL || arrow == NULL)
		return false;
	*colon = '\0';
	*arrow = '\0';
	return edit_document(path, words, colon + 2, arrow + 4);
}

/* Splits at blanks, in place; '...' keeps them. */
static size_t split(char *text, char **words)
{
	const char *end;
	size_t n = 0;

	for (char *p = text; n < WORDS - 1;) {
		p += strspn(p, " ");
		if (*p == '\0')
			break;
		end = *p == '\'' ? "'" : " ";
		p += *p == '\'';
		words[n++] = p;
		p += strcspn(p, end);
		if (*p != '\0')
			*p++ = '\0';
	}
	words[n] = NULL;
	return n;
}

static void redirect(const char *path, int to)
{
	int fd = open(path, to == STDIN_FILENO ? O_RDONLY : O_WRONLY | O_CREAT | O_TRUNC, 0600);

	if (fd < 0 || dup2(fd, to) < 0)
		_exit(125);
	close(fd);
}

static void limit_files(const char *bytes)
{
	struct rlimit limit;

	if (bytes == NULL)
		return;
	limit.rlim_cur = limit.rlim_max = (rlim_t)atol(bytes);
	if (setrlimit(RLIMIT_FSIZE, &limit) != 0)
		_exit(125);
}

/* In the child: sets the stage and becomes the program. */
static void become(const struct place *place, const struct record *record, const char *language,
		const char *args)
{
	static char lang[32], day[] = "SOURCE_DATE_EPOCH=1717200000", name[] = "protokoll";
	char *argv[WORDS] = { name }, *env[WORDS] = { day }, *copy = strdup(args);
	const char *out = record_value(record, "StdoutTo", place->out);
	const struct entry *e;
	size_t n = 1;

	for (size_t i = 0; n < WORDS - 2 && (e = record_find(record, "Env", NULL, &i)) != NULL;)
		env[n++] = e->value;
	if (*language != '\0') {
		snprintf(lang, sizeof(lang), "PROTOKOLL_LANG=%s", language);
		env[n] = lang;
	}
	if (copy == NULL || chdir(place->folder) != 0)
		_exit(125);
	split(copy, argv + 1);
	redirect(record_value(record, "StdinFrom", "/dev/null"), STDIN_FILENO);
	redirect(place->err, STDERR_FILENO);
	redirect(out, STDOUT_FILENO);
	limit_files(record_value(record, "FileLimit", NULL));
	if (record_value(record, "Unprivileged", NULL) != NULL && geteuid() == 0 &&
			(setgid(NOBODY) != 0 || setuid(NOBODY) != 0))
		_exit(125);
	fexecve(place->program, argv, env);
	_exit(126);
}

/* The exit code, or 128 and the number of the signal that killed it. */
static int run(const struct place *place, const struct record *record, const char *language,
		const char *args)
{
	int status = 0;
	pid_t child;

	fflush(stdout);
	child = fork();
	if (child == 0)
		become(place, record, language, args);
	while (child > 0 && waitpid(child, &status, 0) < 0 && errno == EINTR)
		continue;
	return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

/* Only what stands in the environment of a case. */
static struct record environment_of(const struct record *record)
{
	struct record only = { .n = 0 };

	for (size_t i = 0; i < record->n; i++) {
		if (strcmp(record->entries[i].key, "Env") == 0)
			only.entries[only.n++] = record->entries[i];
	}
	return only;
}

static bool set_up_entry(const struct place *place, const struct record *record,
		const struct entry *e)
{
	const struct record plain = environment_of(record);
	char path[PATH_MAX];

	path_in(path, place->folder, e->name);
	if (strcmp(e->key, "File") == 0)
		return write_file(path, e->value, e->n);
	if (strcmp(e->key, "Copy") == 0)
		return copy_file(path, place->records, e->value);
	if (strcmp(e->key, "Folder") == 0)
		return mkdir(path, 0755) == 0 && chmod(path, (mode_t)strtol(e->value, NULL, 8)) == 0;
	if (strcmp(e->key, "Link") == 0)
		return symlink(e->value, path) == 0;
	if (strcmp(e->key, "Mode") == 0)
		return chmod(path, (mode_t)strtol(e->value, NULL, 8)) == 0;
	if (strcmp(e->key, "First") == 0)
		return run(place, &plain, "", e->value) == 0;
	if (strcmp(e->key, "Edit") == 0)
		return edit(path, e->value);
	return true;
}

static bool set_up(const struct place *place, const struct record *record)
{
	for (size_t i = 0; i < record->n; i++) {
		const struct entry *e = &record->entries[i];

		if (!set_up_entry(place, record, e)) {
			printf("# %s %s: cannot be done\n", e->key, e->name);
			return false;
		}
	}
	return true;
}

static void show(const char *what, const char *text)
{
	printf("# %s:\n", what);
	for (const char *p = text; *p != '\0'; p += strcspn(p, "\n"), p += *p == '\n')
		printf("#   %.*s\n", (int)strcspn(p, "\n"), p);
}

/* One stream against Expected... and ...Has. */
static bool printed_right(const struct record *record, const char *language, const char *stream,
		const char *path)
{
	char key[32];
	size_t n = 0, i = 0, hits = 0;
	char *text = record_read_file(path, &n);
	const struct entry *e;
	bool ok = text != NULL;

	snprintf(key, sizeof(key), "Expected%s", stream);
	for (; ok && (e = record_find(record, key, language, &i)) != NULL; hits++)
		ok = strcmp(text, e->value) == 0;
	snprintf(key, sizeof(key), "%sHas", stream);
	for (i = 0; ok && (e = record_find(record, key, language, &i)) != NULL; hits++)
		ok = strstr(text, e->value) != NULL;
	if (ok && hits == 0)
		ok = *text == '\0';
	if (!ok)
		show(stream, text == NULL ? "(cannot be read)" : text);
	free(text);
	return ok;
}

static bool ended_right(const struct record *record, int code)
{
	const char *expected = record_value(record, "ExpectedExit", "(none)");

	if (atoi(expected) == code && strcmp(expected, "(none)") != 0)
		return true;
	printf("# exit code %d, expected %s\n", code, expected);
	return false;
}

/* All is looked at, also after a fault. */
static bool judge(const struct place *place, const struct record *record, const char *language,
		int code, const struct snapshot *before)
{
	struct snapshot after;
	bool ok = ended_right(record, code);

	if (record_value(record, "StdoutTo", NULL) == NULL)
		ok &= printed_right(record, language, "Stdout", place->out);
	ok &= printed_right(record, language, "Stderr", place->err);
	snapshot_take(place->folder, &after);
	return snapshot_compare(before, &after, record_value(record, "NewFiles", ""),
			record_value(record, "ChangedFiles", "")) && ok;
}

static bool run_case(struct place *place, const struct record *record, const char *language)
{
	struct snapshot before;
	int code;
	bool ok;

	strcpy(place->folder, "/tmp/protokoll-XXXXXX");
	if (mkdtemp(place->folder) == NULL || chmod(place->folder, 0755) != 0)
		return false;
	snprintf(place->out, sizeof(place->out), "%s.out", place->folder);
	snprintf(place->err, sizeof(place->err), "%s.err", place->folder);
	ok = set_up(place, record);
	if (ok) {
		snapshot_take(place->folder, &before);
		code = run(place, record, language, record_value(record, "Args", ""));
		ok = judge(place, record, language, code, &before);
	}
	snapshot_remove(place->folder);
	(void)unlink(place->out);
	(void)unlink(place->err);
	return ok;
}

/* Whether an expectation is for one language only. */
static bool has_languages(const struct record *record)
{
	for (size_t i = 0; i < record->n; i++) {
		const char *key = record->entries[i].key, *name = record->entries[i].name;

		if (*name != '\0' && (strncmp(key, "Expected", 8) == 0 || strstr(key, "Has") != NULL))
			return true;
	}
	return false;
}

/* A key that nobody knows would test nothing. */
static void check_keys(const struct record *record)
{
	static const char *const keys[] = { "Case", "File", "Copy", "Folder", "Link", "Mode", "First", "Edit",
		"Env", "Args", "FileLimit", "StdinFrom", "StdoutTo", "Unprivileged", "ExpectedExit",
		"ExpectedStdout", "ExpectedStderr", "StdoutHas", "StderrHas", "NewFiles",
		"ChangedFiles" };

	for (size_t i = 0; i < record->n; i++) {
		size_t k = 0, n = sizeof(keys) / sizeof(keys[0]);

		while (k < n && strcmp(keys[k], record->entries[i].key) != 0)
			k++;
		if (k == n) {
			printf("Bail out! unknown key: %s\n", record->entries[i].key);
			exit(1);
		}
	}
}

static bool tell(bool ok, int number, const char *title, const char *language)
{
	printf("%sok %d - %s%s%s\n", ok ? "" : "not ", number, title, *language == '\0' ? "" : ", ",
			language);
	return ok;
}

int main(int argc, char **argv)
{
	static struct record record;
	struct place place = { .program = argc == 3 ? open(argv[1], O_RDONLY) : -1 };
	size_t at = 0, n = 0;
	char *text = argc == 3 ? record_read_file(argv[2], &n) : NULL;
	int number = 0, failed = 0;

	if (place.program < 0 || text == NULL) {
		printf("Bail out! run_cli PROTOKOLL CASES.test\n");
		return 1;
	}
	snprintf(place.records, sizeof(place.records), "%s", dirname(argv[2]));
	while (record_next(text, &at, &record)) {
		const char *title = record_value(&record, "Case", "");

		check_keys(&record);
		if (!has_languages(&record)) {
			failed += !tell(run_case(&place, &record, ""), ++number, title, "");
			continue;
		}
		failed += !tell(run_case(&place, &record, "sv"), ++number, title, "sv");
		failed += !tell(run_case(&place, &record, "en"), ++number, title, "en");
	}
	printf("1..%d\n", number);
	free(text);
	close(place.program);
	return failed > 0;
}
