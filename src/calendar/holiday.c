#include "calendar/holiday.h"

enum { JANUARY = 1, MAY = 5, JUNE = 6, OCTOBER = 10, NOVEMBER = 11, DECEMBER = 12 };
enum { SATURDAY = 5, SUNDAY = 6 };

/* Lag (2004:1320): annandag pingst gave way to the national day on 2005-04-01. */
enum { FIRST_NATIONAL_DAY = 2005 };

/* After Meeus, Jones and Butcher; the letters are theirs. */
struct pk_date pk_easter(int year)
{
	int a = year % 19, b = year / 100, c = year % 100;
	int d = b / 4, e = b % 4, f = (b + 8) / 25, g = (b - f + 1) / 3;
	int h = (19 * a + b - d - g + 15) % 30;
	int i = c / 4, k = c % 4, l = (32 + 2 * e + 2 * i - h - k) % 7;
	int m = (a + 11 * h + 22 * l) / 451, n = h + l - 7 * m + 114;

	return (struct pk_date){ (int16_t)year, (uint8_t)(n / 31), (uint8_t)(n % 31 + 1) };
}

/* Days that keep their date. */
static enum pk_holiday fixed_holiday(struct pk_date d)
{
	static const struct {
		uint8_t month, day;
		enum pk_holiday holiday;
	} fixed[] = {
		{ JANUARY, 1, PK_NYARSDAGEN },
		{ JANUARY, 6, PK_TRETTONDEDAG_JUL },
		{ MAY, 1, PK_FORSTA_MAJ },
		{ JUNE, 6, PK_NATIONALDAGEN },
		{ DECEMBER, 24, PK_JULAFTON },
		{ DECEMBER, 25, PK_JULDAGEN },
		{ DECEMBER, 26, PK_ANNANDAG_JUL },
		{ DECEMBER, 31, PK_NYARSAFTON },
	};

	for (size_t i = 0; i < PK_COUNT(fixed); i++) {
		if (fixed[i].month != d.month || fixed[i].day != d.day)
			continue;
		if (fixed[i].holiday == PK_NATIONALDAGEN && d.year < FIRST_NATIONAL_DAY)
			return PK_NO_HOLIDAY;
		return fixed[i].holiday;
	}
	return PK_NO_HOLIDAY;
}

/* Days that follow Easter. */
static enum pk_holiday easter_holiday(struct pk_date d)
{
	switch (pk_date_number(d) - pk_date_number(pk_easter(d.year))) {
	case -2:
		return PK_LANGFREDAGEN;
	case 0:
		return PK_PASKDAGEN;
	case 1:
		return PK_ANNANDAG_PASK;
	case 39:
		return PK_KRISTI_HIMMELSFARDSDAG;
	case 49:
		return PK_PINGSTDAGEN;
	case 50:
		return d.year < FIRST_NATIONAL_DAY ? PK_ANNANDAG_PINGST : PK_NO_HOLIDAY;
	default:
		return PK_NO_HOLIDAY;
	}
}

/* Days on a fixed weekday: midsommardagen the Saturday 20-26 June, its eve the Friday before, alla
 * helgons dag the Saturday 31 October-6 November. */
static enum pk_holiday weekday_holiday(struct pk_date d)
{
	int weekday = pk_date_weekday(d);

	if (d.month == JUNE && weekday == SATURDAY - 1 && d.day >= 19 && d.day <= 25)
		return PK_MIDSOMMARAFTON;
	if (weekday != SATURDAY)
		return PK_NO_HOLIDAY;
	if (d.month == JUNE && d.day >= 20 && d.day <= 26)
		return PK_MIDSOMMARDAGEN;
	if ((d.month == OCTOBER && d.day == 31) || (d.month == NOVEMBER && d.day <= 6))
		return PK_ALLA_HELGONS_DAG;
	return PK_NO_HOLIDAY;
}

enum pk_holiday pk_holiday_of(struct pk_date d)
{
	enum pk_holiday holiday = fixed_holiday(d);

	if (holiday == PK_NO_HOLIDAY)
		holiday = easter_holiday(d);
	if (holiday == PK_NO_HOLIDAY)
		holiday = weekday_holiday(d);
	if (holiday != PK_NO_HOLIDAY)
		return holiday;
	switch (pk_date_weekday(d)) {
	case SATURDAY:
		return PK_SATURDAY;
	case SUNDAY:
		return PK_SUNDAY;
	default:
		return PK_NO_HOLIDAY;
	}
}

struct pk_str pk_holiday_words(enum pk_holiday holiday, enum pk_language language)
{
	static const char *const names[PK_HOLIDAY_COUNT][2] = {
		[PK_NYARSDAGEN] = { "nyårsdagen", "New Year's Day" },
		[PK_TRETTONDEDAG_JUL] = { "trettondedag jul", "Epiphany (trettondedag jul)" },
		[PK_LANGFREDAGEN] = { "långfredagen", "Good Friday" },
		[PK_PASKDAGEN] = { "påskdagen", "Easter Sunday" },
		[PK_ANNANDAG_PASK] = { "annandag påsk", "Easter Monday" },
		[PK_FORSTA_MAJ] = { "första maj", "May Day" },
		[PK_KRISTI_HIMMELSFARDSDAG] = { "Kristi himmelsfärdsdag", "Ascension Day" },
		[PK_PINGSTDAGEN] = { "pingstdagen", "Whit Sunday" },
		[PK_ANNANDAG_PINGST] = { "annandag pingst", "Whit Monday" },
		[PK_NATIONALDAGEN] = { "nationaldagen", "the national day" },
		[PK_MIDSOMMARAFTON] = { "midsommarafton", "Midsummer Eve" },
		[PK_MIDSOMMARDAGEN] = { "midsommardagen", "Midsummer Day" },
		[PK_ALLA_HELGONS_DAG] = { "alla helgons dag", "All Saints' Day" },
		[PK_JULAFTON] = { "julafton", "Christmas Eve" },
		[PK_JULDAGEN] = { "juldagen", "Christmas Day" },
		[PK_ANNANDAG_JUL] = { "annandag jul", "Boxing Day (annandag jul)" },
		[PK_NYARSAFTON] = { "nyårsafton", "New Year's Eve" },
		[PK_SATURDAY] = { "lördag", "Saturday" },
		[PK_SUNDAY] = { "söndag", "Sunday" },
	};

	return pk_str_of(names[holiday][language]);
}

struct pk_str pk_holiday_name(enum pk_holiday holiday)
{
	return pk_holiday_words(holiday, PK_SWEDISH);
}
