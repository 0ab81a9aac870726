#include "folder.h"

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "support/fixture.h"

static char home[4096], folder[64];

int folder_job(void **state)
{
	strcpy(folder, "/tmp/protokoll-test-XXXXXX");
	umask(022);
	if (getcwd(home, sizeof(home)) == NULL || mkdtemp(folder) == NULL || chdir(folder) != 0)
		return -1;
	return fixture_job(state);
}

static int by_text(const void *a, const void *b)
{
	return strcmp(a, b);
}

static int names_of(const char *path, char names[64][256])
{
	DIR *dir = opendir(path);
	struct dirent *entry;
	int n = 0;

	assert_non_null(dir);
	while ((entry = readdir(dir)) != NULL)
		if (strcmp(entry->d_name, ".") != 0 && strcmp(entry->d_name, "..") != 0) {
			assert_true(n < 64);
			strcpy(names[n++], entry->d_name);
		}
	closedir(dir);
	qsort(names, (size_t)n, sizeof(names[0]), by_text);
	return n;
}

static void remove_all(const char *path)
{
	struct stat now;

	if (lstat(path, &now) == 0 && S_ISDIR(now.st_mode)) {
		char names[64][256], below[4096];
		int n;

		chmod(path, 0700);
		n = names_of(path, names);
		for (int i = 0; i < n; i++) {
			assert_true(strlen(path) + strlen(names[i]) + 2 <= sizeof(below));
			strcat(strcat(strcpy(below, path), "/"), names[i]);
			remove_all(below);
		}
	}
	remove(path);
}

int folder_job_free(void **state)
{
	remove_all(folder);
	if (chdir(home) != 0)
		return -1;
	return fixture_job_free(state);
}

void folder_put(const char *name, const char *text, unsigned mode)
{
	FILE *file = fopen(name, "wb");

	assert_non_null(file);
	fputs(text, file);
	assert_int_equal(fclose(file), 0);
	assert_int_equal(chmod(name, (mode_t)mode), 0);
}

void assert_file(const char *name, const char *expected)
{
	char text[4096];
	FILE *file = fopen(name, "rb");

	if (file == NULL)
		fail_msg("%s is not there", name);
	text[fread(text, 1, sizeof(text) - 1, file)] = '\0';
	fclose(file);
	assert_string_equal(text, expected);
}

void assert_names(const char *expected)
{
	char names[64][256], all[4096] = "";
	int n = names_of(".", names);

	for (int i = 0; i < n; i++) {
		strcat(all, i == 0 ? "" : " ");
		strcat(all, names[i]);
	}
	assert_string_equal(all, expected);
}
