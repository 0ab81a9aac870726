/* Mustache tags in text: the lexer that every format uses. */
#ifndef PK_TEMPLATE_TOKEN_H
#define PK_TEMPLATE_TOKEN_H

#include "base/job.h"

enum pk_tag_kind {
	PK_TAG_NONE,      /* no more tags */
	PK_TAG_VALUE,     /* {{x}} */
	PK_TAG_RAW,       /* {{{x}}} {{&x}} */
	PK_TAG_OPEN,      /* {{#x}} */
	PK_TAG_UNLESS,    /* {{^x}} */
	PK_TAG_CLOSE,     /* {{/x}} */
	PK_TAG_PARTIAL,   /* {{>x}} */
	PK_TAG_COMMENT,   /* {{! ... }} */
	PK_TAG_DELIMITERS /* {{=<% %>=}} */
};

struct pk_tag {
	enum pk_tag_kind kind;
	struct pk_str name;   /* trimmed */
	size_t from, to;      /* the tag's bytes in the text */
};

/* A text being searched; delimiters last from one text to the next of the same template. */
struct pk_lexer {
	struct pk_str text;
	uint32_t source;        /* for messages: offsets in the text are offsets in this source */
	size_t at;
	struct pk_str open, close;
	bool lenient;           /* an office text: curly quotes, no-break spaces and soft hyphens inside
				 * a tag are what the editor made of plain ones */
};

struct pk_lexer pk_lexer_new(struct pk_str text, uint32_t source);

/* The next tag; kind PK_TAG_NONE at the end. An unclosed tag, an empty name or bad delimiters are
 * errors at their place; the lexer then stands behind them, so that the caller may go on for more
 * errors. Names come in NFC; like the new delimiters they live as long as the text and the job.
 * After a tag the caller may move lexer->at further on. */
PK_MUST bool pk_lexer_next(struct pk_job *job, struct pk_lexer *lexer, struct pk_tag *ret);

#endif
