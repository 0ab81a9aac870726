/* Rendered and finished documents of tiny templates, and what stands in them. */
#ifndef PK_TESTS_MADE_H
#define PK_TESTS_MADE_H

#include "tiny.h"

#include "pages/flow.h"
#include "support/fixture.h"

/* Values from JSON in which "md:text" is formatted text, "anchor:0", "page:0" and "first:0" (only the
 * first page) are what they say and "picture:red" is a PNG of 96 x 48 pixels (an inch, half an inch; "tall": two) whose bytes the
 * word decides. In formatted text a picture's address is such a word. */
struct pk_value made_values(struct pk_job *job, const char *json);

/* Compiles, renders; the values are the model too. */
struct pk_document *made_render(struct pk_job *job, enum tiny_format format,
		const struct pk_package *in, const char *json);
/* The same, and finishes. pages may be NULL. */
struct pk_package *made_build(struct pk_job *job, enum tiny_format format,
		const struct pk_package *in, const char *json, const struct pk_pages *pages);

/* What stands in the built document between the first <from> and the last </from> of the main part,
 * for a template whose body is this XML. */
struct pk_str made_body(
		struct pk_job *job, enum tiny_format format, const char *body, const char *json);

/* The words that a reader sees in a body as made_body() gives it: a line for each paragraph, tabs
 * and breaks as <tab> and <br>, without empty lines at the ends. */
struct pk_str made_words(struct pk_job *job, enum tiny_format format, struct pk_str body);

/* A part's bytes; the test fails when it is missing. */
struct pk_str made_part(struct pk_job *job, const struct pk_package *package, const char *name);
/* What stands between two pieces of text, the first time; the test fails without them. */
struct pk_str between(struct pk_str text, const char *from, const char *to);
bool has(struct pk_str text, const char *piece);
size_t count(struct pk_str text, const char *piece);

#endif
