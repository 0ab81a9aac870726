/* The kommun's colour is the colour of headings and links: what is too light to be read on white is
 * told, and a darker one of the same hue is used (WCAG 2.1, 1.4.3). */
#include "rules/inside.h"

/* A colour's share of white's light, at the most, for a contrast of 4.5:1: (1 + 0.05) / 4.5 - 0.05. */
#define READABLE (1.05 / 4.5 - 0.05)

enum { RED, GREEN, BLUE, CHANNELS };

/* Newton's way, for 0 < a <= 1: exact enough long before the last turn, and the same everywhere. */
static double fifth_root(double a)
{
	double y = 1;

	for (int i = 0; i < 40; i++)
		y = (4 * y + a / (y * y * y * y)) / 5;
	return y;
}

/* How much light a channel of sRGB gives, 0 to 1. */
static double light_of(unsigned channel)
{
	double x = channel / 255.0;

	if (x <= 0.04045)
		return x / 12.92;
	x = (x + 0.055) / 1.055;
	return x * x * fifth_root(x * x);
}

static bool is_readable(const unsigned *colour)
{
	return 0.2126 * light_of(colour[RED]) + 0.7152 * light_of(colour[GREEN]) +
			0.0722 * light_of(colour[BLUE]) <=
			READABLE;
}

static unsigned digit(char c)
{
	return (unsigned)(c <= '9' ? c - '0' : c - 'a' + 10);
}

/* Keeps as much of the colour as can be read; black can. */
static void darken(const unsigned *colour, unsigned *ret)
{
	unsigned hundredths = 100;

	do {
		for (int i = 0; i < CHANNELS; i++)
			ret[i] = colour[i] * hundredths / 100;
	} while (!is_readable(ret) && hundredths-- > 0);
}

static bool put_colour(struct pk_job *job, const unsigned *colour, struct pk_str *ret)
{
	static const char digits[] = "0123456789abcdef";
	struct pk_out out = pk_out_new(job->arena, 16);

	for (int i = 0; i < CHANNELS; i++) {
		pk_put_byte(&out, digits[colour[i] / 16]);
		pk_put_byte(&out, digits[colour[i] % 16]);
	}
	return pk_out_done(job, &out, ret);
}

bool pk_rules_look(const struct pk_ruling *r)
{
	const struct pk_line *accent = &r->meeting->settings.accent;
	unsigned given[CHANNELS] = { 0 }, used[CHANNELS] = { 0 };

	r->found->accent = accent->text;
	if (accent->text.n != (size_t)2 * CHANNELS)
		return true;
	for (size_t i = 0; i < CHANNELS; i++)
		given[i] = digit(accent->text.p[2 * i]) * 16 + digit(accent->text.p[2 * i + 1]);
	if (is_readable(given))
		return true;
	darken(given, used);
	if (!put_colour(r->job, used, &r->found->accent))
		return false;
	pk_rules_warn(r, PK_ANYWHERE, PK_M_ACCENT_PALE, accent->at, .a = accent->text,
			.b = r->found->accent);
	return true;
}
