/* Borrowed text: a pointer and a length, UTF-8, in NFC once it has passed pk_text_nfc(). */
#ifndef PK_BASE_STR_H
#define PK_BASE_STR_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#if defined(__GNUC__)
#define PK_MUST __attribute__((warn_unused_result))
#else
#define PK_MUST
#endif

#define PK_COUNT(array) (sizeof(array) / sizeof((array)[0]))

/* Never NUL terminated by contract, never owned: it lives as long as the arena or the literal
 * that holds its bytes. The empty string may have a NULL pointer. */
struct pk_str {
	const char *p;
	size_t n;
};

/* A string literal as a struct pk_str. */
#define PK_STR(literal) ((struct pk_str){ "" literal, sizeof(literal) - 1 })

/* The same for initialising static objects. */
#define PK_STR_INIT(literal) { "" literal, sizeof(literal) - 1 }

/* The bytes of a NUL-terminated string; NULL gives the empty string. */
static inline struct pk_str pk_str_of(const char *c)
{
	return (struct pk_str){ c, c == NULL ? 0 : strlen(c) };
}

static inline bool pk_str_eq(struct pk_str a, struct pk_str b)
{
	return a.n == b.n && (a.n == 0 || memcmp(a.p, b.p, a.n) == 0);
}

/* Equality with a literal or any NUL-terminated string. */
static inline bool pk_str_is(struct pk_str a, const char *c)
{
	return pk_str_eq(a, pk_str_of(c));
}

/* The part [from, to); both are clamped to the string. */
static inline struct pk_str pk_str_slice(struct pk_str s, size_t from, size_t to)
{
	to = to > s.n ? s.n : to;
	from = from > to ? to : from;
	return (struct pk_str){ s.p == NULL ? NULL : s.p + from, to - from };
}

/* Byte order: negative, zero or positive as a sorts before, with or after b. */
int pk_str_cmp(struct pk_str a, struct pk_str b);

bool pk_str_starts(struct pk_str s, struct pk_str prefix);
bool pk_str_ends(struct pk_str s, struct pk_str suffix);

/* Offset of the first occurrence of needle at or after from; s.n when there is none. */
size_t pk_str_find(struct pk_str s, struct pk_str needle, size_t from);

/* Without white space (space, tab, CR, LF, no-break space) at either end. */
struct pk_str pk_str_trim(struct pk_str s);

/* Cuts the next piece before separator from *rest and moves *rest behind it. False when *rest
 * was at its end (p == NULL) and nothing more comes. "a,,b" gives "a", "", "b". */
bool pk_str_next(struct pk_str *rest, char separator, struct pk_str *ret);

/* A decimal number of at most nine digits, nothing else in the string. */
bool pk_str_uint(struct pk_str s, uint32_t *ret);

#endif
