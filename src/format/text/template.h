/* What compiling and rendering of text templates share. */
#ifndef PK_FORMAT_TEXT_TEMPLATE_H
#define PK_FORMAT_TEXT_TEMPLATE_H

#include "format/text/text.h"
#include "template/program.h"
#include "template/token.h"

/* The marks of a text program, in the operation's at. Indentation is made when running: a partial
 * that calls itself is indented further at each depth. */
enum pk_text_mark {
	PK_TEXT_LINE,     /* a line of a partial begins: write the indentation */
	PK_TEXT_INDENT,   /* a partial that stands alone: len is which indentation comes on top */
	PK_TEXT_INLINE,   /* a partial within a line: no indentation */
	PK_TEXT_OUTDENT   /* behind the partial: as before */
};

/* A tag that may stand alone and does: *ret_from is the beginning of its first line, *ret_to the
 * end of its last with the line feed. */
bool pk_text_stands_alone(struct pk_str text, const struct pk_tag *tag, size_t *ret_from,
		size_t *ret_to);

struct pk_text_template {
	const struct pk_program *program;
	const struct pk_str *indents;
	size_t n_indents;
	bool html;
};

#endif
