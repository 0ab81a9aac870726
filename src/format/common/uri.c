#include "format/common/uri.h"

static bool is_hex(char c)
{
	return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

/* Letters, digits and what RFC 3986 reserves or leaves free, brackets excepted: they are only
 * lawful around an address of IPv6. */
static bool may_stand(struct pk_str s, size_t at)
{
	char c = s.p[at];

	if (c == '%')
		return at + 2 < s.n && is_hex(s.p[at + 1]) && is_hex(s.p[at + 2]);
	return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
	       (c != '\0' && strchr("-._~:/?#@!$&'()*+,;=", c) != NULL);
}

bool pk_uri_encode(struct pk_job *job, struct pk_str address, struct pk_str *ret)
{
	static const char digits[] = "0123456789ABCDEF";
	struct pk_out out = pk_out_new(job->arena, address.n * 3 + 1);
	bool fragment = false;

	for (size_t i = 0; i < address.n; i++) {
		unsigned char byte = (unsigned char)address.p[i];

		if (may_stand(address, i) && !(byte == '#' && fragment)) {
			fragment = fragment || byte == '#';
			pk_put_byte(&out, (char)byte);
		} else {
			pk_put_byte(&out, '%');
			pk_put_byte(&out, digits[byte >> 4]);
			pk_put_byte(&out, digits[byte & 15]);
		}
	}
	return pk_out_done(job, &out, ret);
}
