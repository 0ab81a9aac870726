/* Unicode: NFC, the ASCII twins of Swedish letters, widths, likeness of words (utf8proc). */
#ifndef PK_BASE_TEXT_H
#define PK_BASE_TEXT_H

#include "base/job.h"

/* *ret is s in NFC: s itself when it already is, else a copy in the job's arena. s is valid UTF-8. */
PK_MUST bool pk_text_nfc(struct pk_job *job, struct pk_str s, struct pk_str *ret);

/* The code point at p[*at], and *at moved behind it. Bad bytes give U+FFFD and move one byte. */
uint32_t pk_text_next(struct pk_str s, size_t *at);

/* Appends a code point in UTF-8. */
void pk_put_char(struct pk_out *out, uint32_t code_point);

/* Columns on a terminal. */
size_t pk_text_width(struct pk_str s);

/* Offset of the first byte that is not valid UTF-8; s.n when all is. */
size_t pk_text_invalid(struct pk_str s);

/* Equal when å ä ö é are written a a o e, without regard to case: names of keys. */
bool pk_text_same_key(struct pk_str a, struct pk_str b);

/* How many letters must change to make a of b (insert, remove, replace, swap), å ä ö counting as
 * their twins; stops at max + 1. */
uint32_t pk_text_distance(struct pk_str a, struct pk_str b, uint32_t max);

/* The nearest of n candidates, near enough to be a slip of the pen; -1 when none is. */
int pk_text_nearest(struct pk_str word, const struct pk_str *candidates, size_t n);

#endif
