/* Writes the notation of document_text.h: paragraph by paragraph, whatever they were read from. */
#ifndef PK_TESTS_WRITER_H
#define PK_TESTS_WRITER_H

#include <stdbool.h>
#include <stdio.h>

struct writer {
	FILE *out;
	char last;         /* the character before: '\n' at the start of a paragraph */
	int table;         /* tables that are open: paragraphs in a cell stand on one line */
	bool fresh;        /* nothing in the cell yet */
};

void writer_section(struct writer *w, const char *name);

/* A paragraph begins, with what goes before it: "# ", "> ", "  - ". */
void writer_paragraph(struct writer *w, const char *mark);
void writer_heading(struct writer *w, int level);
void writer_end(struct writer *w);

/* A list item's mark, at a level from 0. kind is '1', 'a' or 'i'; number 0 is a bullet. */
struct writer_mark {
	int number;
	char kind;
	const char *suffix;   /* after the number */
};

void writer_item(struct writer *w, int level, const struct writer_mark *mark);

/* Characters as they are; or with white space made one space, as ODF reads them. */
void writer_text(struct writer *w, const char *text);
void writer_collapsed(struct writer *w, const char *text);
void writer_break(struct writer *w);

void writer_row(struct writer *w, bool header);
void writer_cell(struct writer *w, bool first);
void writer_row_end(struct writer *w);

#endif
