#include "record.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { INDENT = 4 };

char *record_read_file(const char *path, size_t *ret_n)
{
	FILE *file = fopen(path, "rb");
	char *text = NULL;
	long size;

	if (file == NULL)
		return NULL;
	if (fseek(file, 0, SEEK_END) == 0 && (size = ftell(file)) >= 0 &&
			(text = malloc((size_t)size + 1)) != NULL) {
		rewind(file);
		*ret_n = fread(text, 1, (size_t)size, file);
		text[*ret_n] = '\0';
	}
	fclose(file);
	return text;
}

static void stop(const char *why, const char *line)
{
	printf("Bail out! %s: %s\n", why, line);
	exit(1);
}

/* Cuts the next line off; NULL at the end. */
static char *next_line(char *text, size_t *at)
{
	char *line = text + *at;
	size_t n = strcspn(line, "\n");

	if (*line == '\0')
		return NULL;
	*at += n + (line[n] == '\n');
	line[n] = '\0';
	return line;
}

static int hex(char c)
{
	static const char digits[] = "0123456789ABCDEF";
	const char *found = c == '\0' ? NULL : strchr(digits, c);

	return found == NULL ? -1 : (int)(found - digits);
}

/* Copies a line to where the value grows: never further than the line itself stood. */
static char *put_line(char *to, const char *line)
{
	for (const char *p = line; *p != '\0';) {
		if (p[0] == '\\' && p[1] == 'x' && hex(p[2]) >= 0 && hex(p[3]) >= 0) {
			*to++ = (char)(hex(p[2]) * 16 + hex(p[3]));
			p += 4;
		} else {
			*to++ = *p++;
		}
	}
	*to++ = '\n';
	return to;
}

/* The indented lines below "Key: |"; empty lines between them belong to the value. */
static void read_block(char *text, size_t *at, struct entry *entry)
{
	char *to = text + *at, *kept = to, *none = entry->value + entry->n;

	entry->value = to;
	for (;;) {
		size_t blank = strspn(text + *at, " ");
		bool empty = text[*at + blank] == '\n';

		if (blank < INDENT && !empty)
			break;
		to = put_line(to, empty ? (next_line(text, at), "") : next_line(text, at) + INDENT);
		kept = empty ? kept : to;
	}
	entry->n = (size_t)(kept - entry->value);
	/* The indentation that was taken away leaves room for the end. */
	if (entry->n == 0)
		entry->value = none;
	else
		entry->value[entry->n] = '\0';
}

static void read_entry(char *text, size_t *at, char *line, struct entry *entry)
{
	char *colon = strstr(line, ": "), *space;

	if (colon == NULL)
		stop("no entry", line);
	*colon = '\0';
	entry->key = line;
	entry->value = colon + 2;
	entry->n = strlen(entry->value);
	space = strchr(line, ' ');
	entry->name = space == NULL ? colon : space + 1;
	if (space != NULL)
		*space = '\0';
	if (strcmp(entry->value, "|") == 0)
		read_block(text, at, entry);
}

bool record_next(char *text, size_t *at, struct record *ret)
{
	char *line;

	ret->n = 0;
	for (size_t start = *at; (line = next_line(text, at)) != NULL; start = *at) {
		bool title = strncmp(line, "Case: ", 6) == 0;

		if (*line == '\0' || *line == '#')
			continue;
		if (title && ret->n > 0) {
			/* The line belongs to the next record: give it back whole. */
			line[strlen(line)] = '\n';
			*at = start;
			return true;
		}
		if (!title && ret->n == 0)
			stop("no Case above", line);
		if (ret->n == sizeof(ret->entries) / sizeof(ret->entries[0]))
			stop("too many entries", line);
		read_entry(text, at, line, &ret->entries[ret->n++]);
	}
	return ret->n > 0;
}

const struct entry *record_find(const struct record *record, const char *key, const char *language,
		size_t *i)
{
	while (*i < record->n) {
		const struct entry *e = &record->entries[(*i)++];

		if (strcmp(e->key, key) == 0 && (language == NULL || *e->name == '\0' ||
				strcmp(e->name, language) == 0))
			return e;
	}
	return NULL;
}

const char *record_value(const struct record *record, const char *key, const char *other)
{
	size_t i = 0;
	const struct entry *e = record_find(record, key, NULL, &i);

	return e == NULL ? other : e->value;
}
