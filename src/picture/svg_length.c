/* The size of an SVG from its root: width, height and viewBox (SVG 1.1, 7.2, 7.7). */
#include "picture/svg.h"

enum { MOST_DIGITS = 15, MOST_EXPONENT = 12 };

/* Larger ones are drawn to this, in pixels; 26 metres. */
static const double largest = 100000;

static bool is_digit(struct pk_str s)
{
	return s.n > 0 && s.p[0] >= '0' && s.p[0] <= '9';
}

static void skip(struct pk_str *s, size_t n)
{
	*s = pk_str_slice(*s, n, s->n);
}

/* Digits into *value; how many, or -1 when there are too many to be meant. */
static int read_digits(struct pk_str *rest, double *value)
{
	int n = 0;

	for (; is_digit(*rest); skip(rest, 1), n++) {
		if (n == MOST_DIGITS)
			return -1;
		*value = *value * 10 + (rest->p[0] - '0');
	}
	return n;
}

static void read_exponent(struct pk_str *rest, double *value)
{
	struct pk_str s = *rest;
	double exponent = 0;
	bool minus;

	if (s.n < 2 || (s.p[0] | 0x20) != 'e')
		return;
	minus = s.p[1] == '-';
	skip(&s, minus || s.p[1] == '+' ? 2 : 1);
	/* "2em" is a unit. */
	if (read_digits(&s, &exponent) <= 0 || exponent > MOST_EXPONENT)
		return;
	for (int tens = (int)exponent; tens > 0; tens--)
		*value = minus ? *value / 10 : *value * 10;
	*rest = s;
}

/* The program's own: strtod() heeds the locale. A minus sign makes no size. */
static bool read_number(struct pk_str *rest, double *ret)
{
	struct pk_str s = *rest;
	double value = 0;
	int whole, after = 0;

	if (pk_str_starts(s, PK_STR("+")) || pk_str_starts(s, PK_STR("-")))
		skip(&s, 1);
	whole = read_digits(&s, &value);
	if (whole >= 0 && pk_str_starts(s, PK_STR("."))) {
		skip(&s, 1);
		after = read_digits(&s, &value);
		for (int i = 0; i < after; i++)
			value /= 10;
	}
	if (whole < 0 || after < 0 || whole + after == 0)
		return false;
	read_exponent(&s, &value);
	*ret = pk_str_starts(*rest, PK_STR("-")) ? -value : value;
	*rest = s;
	return true;
}

/* In CSS pixels; 0 for what tells no size of its own: absent, a share, a size of letters. */
static double length_of(struct pk_str text)
{
	static const struct {
		const char *unit;
		double pixels;
	} units[] = { { "", 1 }, { "px", 1 }, { "pt", 96.0 / 72 }, { "pc", 16 }, { "mm", 96 / 25.4 },
		{ "cm", 96 / 2.54 }, { "in", 96 }, { "q", 96 / 101.6 } };
	struct pk_str rest = pk_str_trim(text);
	double value;

	if (!read_number(&rest, &value) || value <= 0)
		return 0;
	rest = pk_str_trim(rest);
	for (size_t i = 0; i < PK_COUNT(units); i++)
		if (svg_is_word(rest, units[i].unit))
			return value * units[i].pixels;
	return 0;
}

/* "0 0 210 297", with commas or blanks between. */
static bool read_box(struct pk_str text, double *ret_width, double *ret_height)
{
	double numbers[4];

	for (size_t i = 0; i < PK_COUNT(numbers); i++) {
		text = pk_str_trim(text);
		if (i > 0 && pk_str_starts(text, PK_STR(",")))
			skip(&text, 1);
		text = pk_str_trim(text);
		if (!read_number(&text, &numbers[i]))
			return false;
	}
	*ret_width = numbers[2];
	*ret_height = numbers[3];
	return pk_str_trim(text).n == 0 && numbers[2] > 0 && numbers[3] > 0;
}

static uint32_t hundredths(double pixels)
{
	double value = pixels * 100 + 0.5;

	return value < 1 ? 1 : (uint32_t)value;
}

bool svg_size(const struct pk_xml *root, uint32_t *ret_width, uint32_t *ret_height)
{
	double width = length_of(pk_xml_get(root, "width"));
	double height = length_of(pk_xml_get(root, "height"));
	double box_width, box_height, longer;

	if (read_box(pk_xml_get(root, "viewBox"), &box_width, &box_height)) {
		if (width <= 0 && height <= 0) {
			width = box_width;
			height = box_height;
		} else if (width <= 0) {
			width = height * box_width / box_height;
		} else if (height <= 0) {
			height = width * box_height / box_width;
		}
	}
	if (width <= 0 || height <= 0)
		return false;
	longer = width > height ? width : height;
	if (longer > largest) {
		width = width / longer * largest;
		height = height / longer * largest;
	}
	*ret_width = hundredths(width);
	*ret_height = hundredths(height);
	return true;
}
