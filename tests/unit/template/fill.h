/* Text templates for tests: text, values and partials in, text out. */
#ifndef PK_TESTS_TEMPLATE_FILL_H
#define PK_TESTS_TEMPLATE_FILL_H

#include "support/fixture.h"
#include "format/text/text.h"
#include "value/value.h"

struct text_case {
	const char *text, *json, *expected;
	const char *partials;   /* JSON of names and texts; NULL: none */
	const char *model;      /* JSON of all names; NULL: any name */
	bool plain;             /* no HTML escaping */
	const struct pk_renamed *renamed;       /* names of the model that were others once, or NULL */
};

/* Compiles the text (as source mall.txt) and its partials (by name). */
bool compile(struct pk_job *job, const struct text_case *row, const struct pk_text_template **ret);

/* Compiles, fills, and fails the test with the messages when either does. */
struct pk_str fill(struct pk_job *job, const struct text_case *row);

/* JSON that must be right. */
struct pk_value json(struct pk_job *job, const char *text);

#endif
