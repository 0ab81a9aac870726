/* Awkward templates: one subject a file, in tests/golden/templates/NAME.case.
 *
 * What stands before the first line that begins with "== " says what is tried. The sections:
 *
 *   both, odt, docx         the body, as XML with short names; both: for either format
 *   odt KIND, docx KIND     another place: header, footer, "header first", "footer even", footnotes,
 *                           endnotes, comments, properties, headers of a place of its own
 *   odt PART, docx PART     a whole part by its name in the package (word/document.xml)
 *   values                  JSON (made.h); nothing: {}
 *   model                   JSON: all names there are; nothing: any name goes
 *   text [FORMAT]           what the document shows
 *   refused [FORMAT]        a line for each message: its code, and words that it has
 *   has, lacks [FORMAT]     pieces of XML, a line each, that the document has or does not
 *
 * Short names: <P> a paragraph of one run, <p> a paragraph, <H> a heading, <R> a run, <B> a bold run,
 * <TBL> <TH> <TR> <TC> a table of two columns, <UL> <LI> a numbered list.
 *
 * What is shown: a line for each paragraph; "# " a heading; "1. " an item; "| a / b | c |" a row, with
 * " / " between paragraphs of a cell and < > around a table in it; [box: ], [note: ], [comment: ];
 * <br>, <tab>, <page>, <section>, <picture>; "-- header first" before what is not in the body. */
#ifndef PK_TESTS_AWKWARD_H
#define PK_TESTS_AWKWARD_H

#include "made.h"

struct awkward {
	struct pk_str name, text;
};

/* The section of that name, without the line feed at its end; p == NULL: there is none. */
struct pk_str awkward_section(const struct awkward *c, const char *name, const char *format);
/* The case's template; NULL when it has none in that format. */
struct pk_package *awkward_template(struct pk_job *job, const struct awkward *c, enum tiny_format format);
/* What a document shows. */
struct pk_str awkward_shows(struct pk_job *job, enum tiny_format format, const struct pk_package *document);

#endif
