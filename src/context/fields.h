/* The names that a template can use, for lists of them. */
#ifndef PK_CONTEXT_FIELDS_H
#define PK_CONTEXT_FIELDS_H

#include "base/str.h"

/* As in context/names.def. */
enum pk_field_kind {
	PK_FIELD_TEXT,
	PK_FIELD_LIST,
	PK_FIELD_MAP,
	PK_FIELD_BLOCKS,
	PK_FIELD_IMAGE,
	PK_FIELD_ANCHOR,
	PK_FIELD_PAGE,
	PK_FIELD_DATE,
	PK_FIELD_PERSON
};

struct pk_field_row {
	const char *path;           /* "paragrafer.rubrik" */
	enum pk_field_kind kind;
	const char *help;           /* what it is, in Swedish */
	const char *example;        /* or empty */
	const char *since;          /* the version of the program that first had it */
};

/* The whole table: parents before what is in them. */
const struct pk_field_row *pk_context_fields(size_t *ret_n);

#endif
