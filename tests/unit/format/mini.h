/* The smallest templates there are, from a body to a finished document, for each format. */
#ifndef PK_TESTS_FORMAT_MINI_H
#define PK_TESTS_FORMAT_MINI_H

#include "support/fixture.h"
#include "format/common/format.h"
#include "package/package.h"
#include "pages/flow.h"

/* What stands around the body in every mini template: nothing but a default style. */
struct mini {
	const char *format;       /* "docx", "odt" */
	const char *body;         /* blocks between w:body and w:sectPr, inside office:text */
	const char *more;         /* ODT: automatic styles; DOCX: word/header1.xml's blocks; or NULL */
	const char *json;         /* the values; see mini_value() */
	struct pk_pages *pages;   /* NULL: none */
};

/* JSON with values that JSON has no kind for: "md:text" is formatted text, "anchor:0", "page:0", and
 * "picture:red" (blue, ...) a small PNG whose bytes the word decides. */
struct pk_value mini_value(struct pk_job *job, const char *json);

/* The template as a package. */
struct pk_package *mini_template(struct pk_job *job, const struct mini *m);
/* Rendered and finished. Fails the test when that fails. */
struct pk_document *mini_render(struct pk_job *job, const struct mini *m);
struct pk_package *mini_build(struct pk_job *job, const struct mini *m);

/* A part's bytes; the test fails when it is missing. */
struct pk_str mini_part(struct pk_job *job, const struct pk_package *package, const char *name);
/* What stands between two pieces of text in a part, the first time. */
struct pk_str mini_between(struct pk_str part, const char *from, const char *to);
/* The body of the built document: between the template's own first and last element. */
struct pk_str mini_body(struct pk_job *job, const struct mini *m);
/* The words that a reader sees in a body: paragraphs apart by a line feed, cells too; tabs as \t,
 * breaks as /. */
struct pk_str mini_words(struct pk_job *job, struct pk_str body);

bool has(struct pk_str text, const char *piece);
size_t count(struct pk_str text, const char *piece);

#endif
