#include "base/str.h"

int pk_str_cmp(struct pk_str a, struct pk_str b)
{
	size_t n = a.n < b.n ? a.n : b.n;
	/* Most differ in the first byte. */
	int order = n == 0 ? 0 : (unsigned char)a.p[0] - (unsigned char)b.p[0];

	if (order == 0 && n > 1)
		order = memcmp(a.p, b.p, n);
	if (order != 0)
		return order;
	return a.n < b.n ? -1 : a.n > b.n;
}

bool pk_str_starts(struct pk_str s, struct pk_str prefix)
{
	return s.n >= prefix.n && pk_str_eq(pk_str_slice(s, 0, prefix.n), prefix);
}

bool pk_str_ends(struct pk_str s, struct pk_str suffix)
{
	return s.n >= suffix.n && pk_str_eq(pk_str_slice(s, s.n - suffix.n, s.n), suffix);
}

size_t pk_str_find(struct pk_str s, struct pk_str needle, size_t from)
{
	if (needle.n == 0)
		return from < s.n ? from : s.n;
	for (size_t i = from; i + needle.n <= s.n; i++) {
		const char *hit = memchr(s.p + i, needle.p[0], s.n - needle.n + 1 - i);

		if (hit == NULL)
			break;
		i = (size_t)(hit - s.p);
		if (memcmp(hit, needle.p, needle.n) == 0)
			return i;
	}
	return s.n;
}

/* Bytes of the white space that s begins with: 0, 1, or 2 for the no-break space. */
static size_t space_before(struct pk_str s)
{
	if (s.n > 0 && memchr(" \t\r\n", s.p[0], 4) != NULL)
		return 1;
	return s.n > 1 && memcmp(s.p, "\xC2\xA0", 2) == 0 ? 2 : 0;
}

static size_t space_after(struct pk_str s)
{
	if (s.n > 0 && memchr(" \t\r\n", s.p[s.n - 1], 4) != NULL)
		return 1;
	return s.n > 1 && memcmp(s.p + s.n - 2, "\xC2\xA0", 2) == 0 ? 2 : 0;
}

struct pk_str pk_str_trim(struct pk_str s)
{
	size_t n;

	while ((n = space_before(s)) > 0)
		s = pk_str_slice(s, n, s.n);
	while ((n = space_after(s)) > 0)
		s.n -= n;
	return s;
}

bool pk_str_next(struct pk_str *rest, char separator, struct pk_str *ret)
{
	const char *hit;

	if (rest->p == NULL)
		return false;
	hit = rest->n == 0 ? NULL : memchr(rest->p, separator, rest->n);
	if (hit == NULL) {
		*ret = *rest;
		*rest = (struct pk_str){ NULL, 0 };
		return true;
	}
	*ret = pk_str_slice(*rest, 0, (size_t)(hit - rest->p));
	*rest = pk_str_slice(*rest, ret->n + 1, rest->n);
	return true;
}

bool pk_str_uint(struct pk_str s, uint32_t *ret)
{
	uint32_t number = 0;

	if (s.n == 0 || s.n > 9)
		return false;
	for (size_t i = 0; i < s.n; i++) {
		if (s.p[i] < '0' || s.p[i] > '9')
			return false;
		number = number * 10 + (uint32_t)(s.p[i] - '0');
	}
	*ret = number;
	return true;
}
