/* Office templates of a few lines, written in one notation for both formats, and documents read back
 * into it.
 *
 *   words           a paragraph          # words    a heading
 *   - words         an item              1. words   a numbered item
 *   | a | b |       a row; " / " between the paragraphs of a cell
 *   ()              a paragraph without text
 *   ~               the editor has begun a new run here (only in templates)
 */
#ifndef PK_TESTS_TINY_H
#define PK_TESTS_TINY_H

#include "format/common/format.h"
#include "package/package.h"

/* Where in the template the lines stand. ITEM: each paragraph is an item. */
enum tiny_place { TINY_BODY, TINY_HEADER, TINY_CELL, TINY_ITEM, TINY_PLACES };
enum tiny_format { TINY_ODT, TINY_DOCX, TINY_FORMATS };

extern const char *const tiny_format_names[TINY_FORMATS];
extern const char *const tiny_place_names[TINY_PLACES];

/* A template with these lines. */
struct pk_package *tiny_template(struct pk_job *job, enum tiny_format format, enum tiny_place place,
		const char *lines);
/* A template whose body is this XML. */
struct pk_package *tiny_raw(struct pk_job *job, enum tiny_format format, const char *body);
/* The same, and a header, with a style that says that #1b5e8a is the kommun's colour. */
struct pk_package *tiny_accent(
		struct pk_job *job, enum tiny_format format, const char *body, const char *header);
/* The lines of a document. */
struct pk_str tiny_text(struct pk_job *job, enum tiny_format format, enum tiny_place place,
		const struct pk_package *document);
/* The part with the body. */
struct pk_str tiny_body(struct pk_job *job, enum tiny_format format,
		const struct pk_package *document);

/* Values from JSON, where {"$blocks": "Markdown"}, {"$anchor": "0"} and {"$page": "0"} are what they
 * say. */
struct pk_value tiny_values(struct pk_job *job, struct pk_str json);

/* Compiles, or fails the test. model may be NULL. There is a partial template "delmall". */
const struct pk_template *tiny_compile(struct pk_job *job, enum tiny_format format,
		const struct pk_package *in, const struct pk_value *model);
/* Compiles, renders, finishes. */
struct pk_package *tiny_build(struct pk_job *job, enum tiny_format format,
		const struct pk_package *in, const struct pk_value *model,
		const struct pk_value *values);

#endif
