/* Builds a meeting and compares the whole visible text of its ODT and of its DOCX with a file.
 *
 *     run_golden PROTOKOLL MEETING.yaml EXPECTED.txt
 *     run_golden --show DOCUMENT
 *
 * With PROTOKOLL_UPDATE=1 the file is written anew from the ODT; the DOCX must still say the same. */
#include <limits.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "document_text.h"

static bool build(const char *program, const char *meeting, const char *folder)
{
	int status = -1;
	pid_t child = fork();

	if (child == 0) {
		execl(program, program, "build", "-q", "--today", "2026-01-01", "-d", folder, meeting,
				(char *)NULL);
		_exit(126);
	}
	return child > 0 && waitpid(child, &status, 0) == child && status == 0;
}

static char *read_file(const char *path)
{
	FILE *file = fopen(path, "rb");
	char *text = calloc(1, 1 << 20);

	if (file != NULL && text != NULL)
		(void)fread(text, 1, (1 << 20) - 1, file);
	if (file != NULL)
		fclose(file);
	return text;
}

static bool write_file(const char *path, const char *text)
{
	FILE *file = fopen(path, "wb");
	bool ok = file != NULL && fputs(text, file) >= 0;

	return file != NULL && fclose(file) == 0 && ok;
}

/* Tells the first line that differs. */
static bool same_text(const char *what, const char *found, const char *expected)
{
	int line = 1;
	size_t i = 0, start = 0;

	for (; found[i] != '\0' && found[i] == expected[i]; i++) {
		if (found[i] == '\n') {
			line++;
			start = i + 1;
		}
	}
	if (found[i] == expected[i])
		return true;
	printf("%s: line %d\n  expected: %.*s\n  found:    %.*s\n", what, line,
			(int)strcspn(expected + start, "\n"), expected + start,
			(int)strcspn(found + start, "\n"), found + start);
	return false;
}

/* <folder>/<name of the meeting><extension> */
static char *read_document(const char *folder, const char *meeting, const char *extension)
{
	const char *slash = strrchr(meeting, '/'), *name = slash == NULL ? meeting : slash + 1;
	char path[PATH_MAX];
	char *text;

	snprintf(path, sizeof(path), "%s/%.*s%s", folder, (int)(strlen(name) - strlen(".yaml")), name,
			extension);
	text = document_text(path);
	(void)unlink(path);
	return text;
}

static bool compare(const char *odt, const char *docx, const char *path)
{
	const char *update = getenv("PROTOKOLL_UPDATE");
	char *expected;
	bool ok;

	if (odt == NULL || docx == NULL)
		return false;
	if (update != NULL && strcmp(update, "1") == 0 && !write_file(path, odt))
		return false;
	expected = read_file(path);
	ok = expected != NULL && same_text("ODT", odt, expected);
	ok = expected != NULL && same_text("DOCX", docx, expected) && ok;
	free(expected);
	return ok;
}

static int show(const char *path)
{
	char *text = document_text(path);

	if (text != NULL)
		fputs(text, stdout);
	free(text);
	return text == NULL;
}

int main(int argc, char **argv)
{
	char folder[] = "/tmp/protokoll-XXXXXX";
	char *odt = NULL, *docx = NULL;
	bool ok;

	if (argc == 3 && strcmp(argv[1], "--show") == 0)
		return show(argv[2]);
	if (argc != 4 || mkdtemp(folder) == NULL)
		return 2;
	ok = build(argv[1], argv[2], folder);
	if (ok) {
		odt = read_document(folder, argv[2], ".odt");
		docx = read_document(folder, argv[2], ".docx");
	}
	ok = ok && compare(odt, docx, argv[3]);
	(void)rmdir(folder);
	free(odt);
	free(docx);
	return ok ? 0 : 1;
}
