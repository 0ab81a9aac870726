/* The kommun's colour: what has the colour of the character style "Accentfärg" changes with it. */
#include "format/common/dialect.h"

/* True when templates may name the colour at all. */
static bool is_known(const struct pk_value *model)
{
	return model == NULL || pk_value_get(pk_value_get(model, PK_STR("utseende")),
						PK_STR("accentf\xC3\xA4rg")) != NULL;
}

static bool is_hex(struct pk_str s)
{
	for (size_t i = 0; i < s.n; i++)
		if (!((s.p[i] >= '0' && s.p[i] <= '9') || (s.p[i] >= 'a' && s.p[i] <= 'f') ||
				    (s.p[i] >= 'A' && s.p[i] <= 'F')))
			return false;
	return true;
}

bool pk_accent_is_name(struct pk_str name)
{
	return pk_str_is(name, "Accentf\xC3\xA4rg");
}

void pk_accent_set(struct pk_compiler *c, struct pk_str colour)
{
	if (pk_str_starts(colour, PK_STR("#")))
		colour = pk_str_slice(colour, 1, colour.n);
	if (colour.n == 6 && is_hex(colour) && is_known(c->options->model))
		c->accent = colour;
}

static char lower(char c)
{
	return c >= 'A' && c <= 'F' ? (char)(c - 'A' + 'a') : c;
}

size_t pk_accent_find(const struct pk_compiler *c, struct pk_str value)
{
	struct pk_str accent = c->accent;
	bool signs = c->dialect->signs;
	for (size_t at = 0; accent.n > 0 && at + accent.n <= value.n; at++) {
		size_t n = 0;
		if (signs ? at == 0 || value.p[at - 1] != '#' : value.n != accent.n)
			continue;
		while (n < accent.n && lower(value.p[at + n]) == lower(accent.p[n]))
			n++;
		if (n == accent.n)
			return at;
	}
	return value.n;
}
