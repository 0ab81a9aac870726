/* Cases of the command line, as records in a text file.
 *
 *     # A comment.
 *     Case: the title
 *     File möte.yaml: |
 *         datum: 2024-05-21
 *     Args: check möte.yaml
 *     ExpectedExit: 1
 *
 * An entry is "Key: value", "Key name: value", or ends with "|" and has its value on the lines
 * below, indented four spaces; \xHH there stands for that byte. What the keys mean: run_cli.c. */
#ifndef PK_TESTS_RECORD_H
#define PK_TESTS_RECORD_H

#include <stdbool.h>
#include <stddef.h>

struct entry {
	char *key, *name, *value;  /* NUL terminated; name is empty when there is none */
	size_t n;                  /* bytes of value */
};

struct record {
	struct entry entries[64];
	size_t n;
};

/* Reads a whole file into memory that the caller frees; NULL when it cannot be read. */
char *record_read_file(const char *path, size_t *ret_n);

/* Takes the next case from text, which is written to and must outlive the record; *at moves on.
 * False at the end. A line that is no entry ends the program with a message. */
bool record_next(char *text, size_t *at, struct record *ret);

/* The next entry with that key after *i (start with 0), for this language or for all; or NULL. */
const struct entry *record_find(const struct record *record, const char *key, const char *language,
		size_t *i);

/* The value of the only entry with that key, or other. */
const char *record_value(const struct record *record, const char *key, const char *other);

#endif
