#include "base/text.h"

#include <stdlib.h>
#include <utf8proc.h>

/* True when nothing in s can change under NFC: no combining mark, no singleton, no Hangul part.
 * The quotation marks and dashes of U+2010-203F are common and safe. */
static bool surely_nfc(struct pk_str s)
{
	for (size_t i = 0; i < s.n; i++) {
		unsigned char c = (unsigned char)s.p[i];
		bool punctuation = c == 0xE2 && i + 2 < s.n && (unsigned char)s.p[i + 1] == 0x80 &&
				(unsigned char)s.p[i + 2] >= 0x90;

		if ((c == 0xCC || c == 0xCD || c >= 0xE1) && !punctuation)
			return false;
		if (punctuation)
			i += 2;
	}
	return true;
}

bool pk_text_nfc(struct pk_job *job, struct pk_str s, struct pk_str *ret)
{
	utf8proc_uint8_t *composed = NULL;
	utf8proc_ssize_t n;
	bool ok;

	if (surely_nfc(s)) {
		*ret = s;
		return true;
	}
	n = utf8proc_map((const utf8proc_uint8_t *)s.p, (utf8proc_ssize_t)s.n, &composed,
			UTF8PROC_STABLE | UTF8PROC_COMPOSE);
	if (n < 0)
		return pk_fail(job, PK_M_MEMORY, PK_NOWHERE);
	ok = pk_copy(job, (struct pk_str){ (const char *)composed, (size_t)n }, ret);
	free(composed);
	return ok;
}

uint32_t pk_text_next(struct pk_str s, size_t *at)
{
	utf8proc_int32_t c;
	utf8proc_ssize_t n;

	if (*at >= s.n)
		return 0;
	if ((unsigned char)s.p[*at] < 0x80)
		return (unsigned char)s.p[(*at)++];
	n = utf8proc_iterate((const utf8proc_uint8_t *)s.p + *at, (utf8proc_ssize_t)(s.n - *at), &c);
	if (n <= 0) {
		++*at;
		return 0xFFFD;
	}
	*at += (size_t)n;
	return (uint32_t)c;
}

void pk_put_char(struct pk_out *out, uint32_t code_point)
{
	utf8proc_uint8_t bytes[4];
	utf8proc_ssize_t n = utf8proc_encode_char((utf8proc_int32_t)code_point, bytes);

	pk_put(out, (struct pk_str){ (const char *)bytes, n < 0 ? 0 : (size_t)n });
}

size_t pk_text_width(struct pk_str s)
{
	size_t width = 0, at = 0;

	while (at < s.n) {
		uint32_t c = pk_text_next(s, &at);
		int w = c < 0x20 ? 1 : utf8proc_charwidth((utf8proc_int32_t)c);

		width += w < 0 ? 0 : (size_t)w;
	}
	return width;
}

size_t pk_text_invalid(struct pk_str s)
{
	size_t at = 0;

	while (at < s.n) {
		utf8proc_int32_t c;
		utf8proc_ssize_t n = 1;

		if ((unsigned char)s.p[at] >= 0x80)
			n = utf8proc_iterate((const utf8proc_uint8_t *)s.p + at,
					(utf8proc_ssize_t)(s.n - at), &c);
		if (n <= 0)
			return at;
		at += (size_t)n;
	}
	return s.n;
}

/* A letter without case and without its marks: Å and å are a, Ö is o, É is e. */
static uint32_t twin(uint32_t c)
{
	if (c < 0x80)
		return c >= 'A' && c <= 'Z' ? c | 0x20 : c;
	c = (uint32_t)utf8proc_tolower((utf8proc_int32_t)c);
	switch (c) {
	case 0xE5:
	case 0xE4:
	case 0xE0:
	case 0xE1:
		return 'a';
	case 0xF6:
	case 0xF3:
		return 'o';
	case 0xE9:
	case 0xE8:
		return 'e';
	case 0xFC:
		return 'u';
	default:
		return c;
	}
}

/* Combining marks are skipped, so that NFD compares as NFC. */
static uint32_t next_twin(struct pk_str s, size_t *at)
{
	uint32_t c;

	do {
		c = pk_text_next(s, at);
	} while (c >= 0x300 && c <= 0x36F);
	return twin(c);
}

static bool is_plain(struct pk_str s, size_t at)
{
	return at < s.n && (unsigned char)s.p[at] < 0x80;
}

bool pk_text_same_key(struct pk_str a, struct pk_str b)
{
	size_t i = 0, j = 0;

	while (i < a.n || j < b.n) {
		if (is_plain(a, i) && is_plain(b, j)) {
			if (twin((unsigned char)a.p[i++]) != twin((unsigned char)b.p[j++]))
				return false;
		} else if (next_twin(a, &i) != next_twin(b, &j)) {
			return false;
		}
	}
	return true;
}

enum { WORD = 64 };

static size_t twins_of(struct pk_str s, uint32_t *letters)
{
	size_t n = 0, at = 0;

	while (at < s.n && n < WORD)
		letters[n++] = next_twin(s, &at);
	return n;
}

static uint32_t least(uint32_t a, uint32_t b, uint32_t c)
{
	uint32_t m = a < b ? a : b;

	return m < c ? m : c;
}

/* Optimal string alignment, three rows. */
uint32_t pk_text_distance(struct pk_str a, struct pk_str b, uint32_t max)
{
	uint32_t x[WORD], y[WORD], rows[3][WORD + 1];
	size_t n, m;

	if (a.n > WORD || b.n > WORD)
		return max + 1;
	n = twins_of(a, x);
	m = twins_of(b, y);
	for (size_t j = 0; j <= m; j++)
		rows[0][j] = (uint32_t)j;
	for (size_t i = 1; i <= n; i++) {
		uint32_t *now = rows[i % 3], *last = rows[(i + 2) % 3], *before = rows[(i + 1) % 3];

		now[0] = (uint32_t)i;
		for (size_t j = 1; j <= m; j++) {
			now[j] = least(last[j] + 1, now[j - 1] + 1,
					last[j - 1] + (x[i - 1] != y[j - 1]));
			if (i > 1 && j > 1 && x[i - 1] == y[j - 2] && x[i - 2] == y[j - 1])
				now[j] = least(now[j], before[j - 2] + 1, now[j]);
		}
	}
	return rows[n % 3][m] > max ? max + 1 : rows[n % 3][m];
}

int pk_text_nearest(struct pk_str word, const struct pk_str *candidates, size_t n)
{
	uint32_t best = word.n < 4 ? 2 : word.n < 8 ? 3 : 4;
	int nearest = -1;

	for (size_t i = 0; i < n; i++) {
		uint32_t d = pk_text_distance(word, candidates[i], best);

		if (d < best) {
			best = d;
			nearest = (int)i;
		}
	}
	return nearest;
}
