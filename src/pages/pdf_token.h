/* The words that a PDF is written in (ISO 32000-1, 7.2 and 7.3). */
#ifndef PK_PAGES_PDF_TOKEN_H
#define PK_PAGES_PDF_TOKEN_H

#include "base/str.h"

enum pk_pdf_word {
	PK_PDF_END,           /* the bytes end here, or the steps do */
	PK_PDF_NUMBER,        /* a whole number that is not negative; other numbers are PK_PDF_OTHER */
	PK_PDF_NAME, PK_PDF_STRING, PK_PDF_HEX_STRING,
	PK_PDF_ARRAY, PK_PDF_ARRAY_END, PK_PDF_DICT, PK_PDF_DICT_END,
	PK_PDF_OTHER          /* true, R, obj, -1.5 and what is no PDF at all */
};

struct pk_pdf_token {
	enum pk_pdf_word word;
	struct pk_str text;   /* as it stands there; without the slash or the brackets around it */
	uint32_t number;
};

/* Bytes that are read from a place on. */
struct pk_pdf_reader {
	struct pk_str bytes;
	size_t at;
	uint64_t *steps;      /* how many more bytes may be looked at, by all readers of a file */
};

/* The next word; moves behind it. */
struct pk_pdf_token pk_pdf_next(struct pk_pdf_reader *r);

/* Moves behind a whole value: a word, an array, a dictionary or a reference ("12 0 R"). False at a
 * place where none begins or one does not end. */
bool pk_pdf_skip(struct pk_pdf_reader *r);

/* A name or string without its escapes: its length, or room + 1 when it is longer than the room. */
size_t pk_pdf_unescape(const struct pk_pdf_token *token, char *to, size_t room);

#endif
