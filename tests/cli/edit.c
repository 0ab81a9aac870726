#include "edit.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <zip.h>

static char *read_part(zip_t *zip, zip_uint64_t index, size_t *ret_n)
{
	zip_stat_t about;
	zip_file_t *file;
	char *text = NULL;

	if (zip_stat_index(zip, index, 0, &about) != 0 ||
			(file = zip_fopen_index(zip, index, 0)) == NULL)
		return NULL;
	text = malloc(about.size + 1);
	if (text != NULL && zip_fread(file, text, about.size) == (zip_int64_t)about.size) {
		text[about.size] = '\0';
		*ret_n = about.size;
	}
	zip_fclose(file);
	return text;
}

static char *replaced(const char *text, const char *from, const char *to)
{
	const char *found = strstr(text, from);
	size_t n = strlen(text) + strlen(to) + 1;
	char *edited = found == NULL ? NULL : malloc(n);

	if (edited != NULL)
		snprintf(edited, n, "%.*s%s%s", (int)(found - text), text, to, found + strlen(from));
	return edited;
}

static bool edit_page(const char *path, const char *from, const char *to)
{
	static char text[1 << 20];
	FILE *file = fopen(path, "rb");
	size_t n = file == NULL ? 0 : fread(text, 1, sizeof(text) - 1, file);
	char *edited;
	bool done;

	text[n] = '\0';
	if (file != NULL)
		fclose(file);
	edited = replaced(text, from, to);
	file = edited == NULL ? NULL : fopen(path, "wb");
	done = file != NULL && fputs(edited, file) >= 0;
	if (file != NULL)
		done = fclose(file) == 0 && done;
	free(edited);
	return done;
}

static bool replace_words(zip_t *zip, zip_uint64_t index, const char *from, const char *to)
{
	size_t n = 0, n_from = strlen(from), n_to = strlen(to);
	char *text = read_part(zip, index, &n), *found, *edited;
	zip_source_t *source;

	found = text == NULL ? NULL : strstr(text, from);
	edited = found == NULL ? NULL : malloc(n + n_to);
	if (edited == NULL) {
		free(text);
		return false;
	}
	memcpy(edited, text, (size_t)(found - text));
	memcpy(edited + (found - text), to, n_to);
	memcpy(edited + (found - text) + n_to, found + n_from, n - (size_t)(found - text) - n_from);
	source = zip_source_buffer(zip, edited, n - n_from + n_to, 1);
	free(text);
	return source != NULL && zip_file_replace(zip, index, source, 0) == 0;
}

bool edit_document(const char *path, const char *part, const char *from, const char *to)
{
	if (strcmp(part, "index.html") == 0)
		return edit_page(path, from, to);
	zip_t *zip = zip_open(path, 0, NULL);
	zip_int64_t index = zip == NULL ? -1 : zip_name_locate(zip, part, 0);
	bool done = index >= 0 && replace_words(zip, (zip_uint64_t)index, from, to);

	if (zip == NULL)
		return false;
	if (done)
		return zip_close(zip) == 0;
	zip_discard(zip);
	return false;
}
