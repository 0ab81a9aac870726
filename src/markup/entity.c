/* Named and numbered characters of HTML. */
#include "markup/inside.h"

/* U+00A0 to U+00FF in order. */
static const char *const latin1[] = { "nbsp", "iexcl", "cent", "pound", "curren", "yen", "brvbar",
	"sect", "uml", "copy", "ordf", "laquo", "not", "shy", "reg", "macr", "deg", "plusmn",
	"sup2", "sup3", "acute", "micro", "para", "middot", "cedil", "sup1", "ordm", "raquo",
	"frac14", "frac12", "frac34", "iquest", "Agrave", "Aacute", "Acirc", "Atilde", "Auml",
	"Aring", "AElig", "Ccedil", "Egrave", "Eacute", "Ecirc", "Euml", "Igrave", "Iacute",
	"Icirc", "Iuml", "ETH", "Ntilde", "Ograve", "Oacute", "Ocirc", "Otilde", "Ouml", "times",
	"Oslash", "Ugrave", "Uacute", "Ucirc", "Uuml", "Yacute", "THORN", "szlig", "agrave",
	"aacute", "acirc", "atilde", "auml", "aring", "aelig", "ccedil", "egrave", "eacute",
	"ecirc", "euml", "igrave", "iacute", "icirc", "iuml", "eth", "ntilde", "ograve", "oacute",
	"ocirc", "otilde", "ouml", "divide", "oslash", "ugrave", "uacute", "ucirc", "uuml",
	"yacute", "thorn", "yuml" };

static const struct {
	const char *name;
	uint32_t character;
} others[] = { { "amp", '&' }, { "lt", '<' }, { "gt", '>' }, { "quot", '"' }, { "apos", '\'' },
	{ "ndash", 0x2013 }, { "mdash", 0x2014 }, { "lsquo", 0x2018 }, { "rsquo", 0x2019 },
	{ "sbquo", 0x201A }, { "ldquo", 0x201C }, { "rdquo", 0x201D }, { "bdquo", 0x201E },
	{ "lsaquo", 0x2039 }, { "rsaquo", 0x203A }, { "bull", 0x2022 }, { "hellip", 0x2026 },
	{ "permil", 0x2030 }, { "prime", 0x2032 }, { "Prime", 0x2033 }, { "euro", 0x20AC },
	{ "trade", 0x2122 }, { "minus", 0x2212 }, { "le", 0x2264 }, { "ge", 0x2265 },
	{ "ne", 0x2260 }, { "asymp", 0x2248 }, { "ensp", 0x2002 }, { "emsp", 0x2003 },
	{ "thinsp", 0x2009 }, { "larr", 0x2190 }, { "uarr", 0x2191 }, { "rarr", 0x2192 },
	{ "darr", 0x2193 }, { "OElig", 0x0152 }, { "oelig", 0x0153 }, { "Scaron", 0x0160 },
	{ "scaron", 0x0161 } };

/* XML has no place for control characters and surrogates, whatever an entity says. */
static uint32_t allowed(uint32_t c)
{
	bool control = (c < 0x20 && c != '\t' && c != '\n' && c != '\r') || (c >= 0x7F && c < 0xA0);

	if (control || (c >= 0xD800 && c < 0xE000) || c == 0xFFFE || c == 0xFFFF || c > 0x10FFFF)
		return 0xFFFD;
	return c;
}

static uint32_t digit_value(char c)
{
	if (c >= '0' && c <= '9')
		return (uint32_t)(c - '0');
	return (uint32_t)((c | 0x20) - 'a') + 10;
}

static uint32_t by_number(struct pk_str digits, uint32_t base)
{
	uint32_t c = 0;

	for (size_t i = 0; i < digits.n && c <= 0x10FFFF; i++)
		c = c * base + digit_value(digits.p[i]);
	return allowed(c);
}

static uint32_t by_name(struct pk_str name)
{
	for (size_t i = 0; i < PK_COUNT(latin1); i++) {
		if (pk_str_is(name, latin1[i]))
			return 0xA0 + (uint32_t)i;
	}
	for (size_t i = 0; i < PK_COUNT(others); i++) {
		if (pk_str_is(name, others[i].name))
			return others[i].character;
	}
	return 0;
}

uint32_t pk_markup_entity(struct pk_str entity)
{
	struct pk_str name = pk_str_slice(entity, 1, entity.n - (entity.n > 0));

	if (pk_str_starts(name, PK_STR("#x")) || pk_str_starts(name, PK_STR("#X")))
		return by_number(pk_str_slice(name, 2, name.n), 16);
	if (pk_str_starts(name, PK_STR("#")))
		return by_number(pk_str_slice(name, 1, name.n), 10);
	return by_name(name);
}
