/* What a template would have a document fetch from the net, or from somebody's computer. */
#include "format/common/outside.h"

bool pk_outside_is(struct pk_str address)
{
	size_t n = 0;
	bool letter;

	if (pk_str_starts(address, PK_STR("/")) || pk_str_starts(address, PK_STR("\\")) ||
			pk_str_starts(address, PK_STR("../")) || pk_str_starts(address, PK_STR("..\\")))
		return true;
	/* A scheme, or the letter of a drive. */
	for (; n < address.n; n++) {
		char c = address.p[n];

		letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
		if (!letter && (n == 0 || !((c >= '0' && c <= '9') || c == '+' || c == '-' || c == '.')))
			break;
	}
	return n > 0 && n < address.n && address.p[n] == ':' &&
	       !pk_str_starts(address, PK_STR("data:"));
}
