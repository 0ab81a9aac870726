#include "calendar/date.h"

enum { FIRST_YEAR = 1583, LAST_YEAR = 2999 };

static bool leap(int year)
{
	return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

static int month_length(int year, int month)
{
	static const uint8_t days[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };

	return days[month - 1] + (month == 2 && leap(year));
}

bool pk_date_valid(int year, int month, int day)
{
	return year >= FIRST_YEAR && year <= LAST_YEAR && month >= 1 && month <= 12 && day >= 1 &&
	       day <= month_length(year, month);
}

/* n digits from offset at, or -1. */
static int digits(struct pk_str text, size_t at, size_t n)
{
	uint32_t number;

	return pk_str_uint(pk_str_slice(text, at, at + n), &number) ? (int)number : -1;
}

bool pk_date_parse(struct pk_str text, struct pk_date *ret)
{
	int year, month, day;

	if (text.n != 10 || text.p[4] != '-' || text.p[7] != '-')
		return false;
	year = digits(text, 0, 4);
	month = digits(text, 5, 2);
	day = digits(text, 8, 2);
	if (!pk_date_valid(year, month, day))
		return false;
	*ret = (struct pk_date){ (int16_t)year, (uint8_t)month, (uint8_t)day };
	return true;
}

/* Years are counted from 1 March: the leap day is then the last of its year, and the months before
 * month m hold (153 m + 2) / 5 days. 719468 days lie between 0000-03-01 and 1970-01-01. */
int32_t pk_date_number(struct pk_date d)
{
	int32_t year = d.year - (d.month <= 2), month = (d.month + 9) % 12;

	return 365 * year + year / 4 - year / 100 + year / 400 + (153 * month + 2) / 5 + d.day - 1 -
	       719468;
}

struct pk_date pk_date_from_number(int32_t number)
{
	int32_t day = number + 719468, century, year, month;

	century = (4 * day + 3) / 146097;
	day -= century * 146097 / 4;
	year = (4 * day + 3) / 1461;
	day -= year * 1461 / 4;
	month = (5 * day + 2) / 153;
	day -= (153 * month + 2) / 5;
	return (struct pk_date){ (int16_t)(century * 100 + year + (month >= 10)),
		(uint8_t)(month < 10 ? month + 3 : month - 9), (uint8_t)(day + 1) };
}

struct pk_date pk_date_add(struct pk_date d, int32_t days)
{
	return pk_date_from_number(pk_date_number(d) + days);
}

int pk_date_cmp(struct pk_date a, struct pk_date b)
{
	int32_t x = pk_date_number(a), y = pk_date_number(b);

	return (x > y) - (x < y);
}

int pk_date_weekday(struct pk_date d)
{
	int32_t day = (pk_date_number(d) + 3) % 7; /* 1970-01-01 was a Thursday */

	return day < 0 ? day + 7 : day;
}

static void put_padded(struct pk_out *out, unsigned number, unsigned unit)
{
	for (; unit > 0; unit /= 10)
		pk_put_byte(out, (char)('0' + number / unit % 10));
}

void pk_date_put_iso(struct pk_out *out, struct pk_date d)
{
	put_padded(out, (unsigned)d.year, 1000);
	pk_put_byte(out, '-');
	put_padded(out, d.month, 10);
	pk_put_byte(out, '-');
	put_padded(out, d.day, 10);
}

void pk_date_put_long(struct pk_out *out, struct pk_date d)
{
	static const char *const months[] = { "januari", "februari", "mars", "april", "maj", "juni",
		"juli", "augusti", "september", "oktober", "november", "december" };

	pk_put_uint(out, d.day);
	pk_put_c(out, " ");
	pk_put_c(out, months[d.month - 1]);
	pk_put_c(out, " ");
	pk_put_uint(out, (uint64_t)d.year);
}

void pk_date_put_weekday(struct pk_out *out, struct pk_date d)
{
	static const char *const weekdays[] = { "måndag", "tisdag", "onsdag", "torsdag", "fredag",
		"lördag", "söndag" };

	pk_put_c(out, weekdays[pk_date_weekday(d)]);
}

void pk_date_put_full(struct pk_out *out, struct pk_date d)
{
	pk_date_put_weekday(out, d);
	pk_put_c(out, "en den ");
	pk_date_put_long(out, d);
}

void pk_date_put_english(struct pk_out *out, struct pk_date d)
{
	static const char *const weekdays[] = { "Monday", "Tuesday", "Wednesday", "Thursday", "Friday",
		"Saturday", "Sunday" };
	static const char *const months[] = { "January", "February", "March", "April", "May", "June",
		"July", "August", "September", "October", "November", "December" };

	pk_put_c(out, weekdays[pk_date_weekday(d)]);
	pk_put_c(out, " ");
	pk_put_uint(out, d.day);
	pk_put_c(out, " ");
	pk_put_c(out, months[d.month - 1]);
	pk_put_c(out, " ");
	pk_put_uint(out, (uint64_t)d.year);
}
