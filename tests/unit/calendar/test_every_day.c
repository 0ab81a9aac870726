/* Every day of 1990-2060 as anslag date, against a table of blocked days that is made in another way
 * than the program's: days are counted one by one, feasts found by walking to a weekday, Easter by
 * Gauss' rule. Nothing of calendar/ takes part in making the table. */
#include "support/fixture.h"

#include "calendar/statutory.h"

enum { FIRST = 1990, LAST = 2061, DAYS = (LAST - FIRST + 1) * 366 };

struct day {
	int year, month, day, weekday;   /* 1 = Monday ... 7 = Sunday */
	bool blocked;
};

struct table {
	struct day v[DAYS];
	int n;
};

static int length_of(int year, int month)
{
	if (month == 2)
		return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28;
	return month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31;
}

/* 1 January 1990 was a Monday. */
static void count_days(struct table *t)
{
	for (int year = FIRST; year <= LAST; year++) {
		for (int month = 1; month <= 12; month++) {
			for (int d = 1; d <= length_of(year, month); d++) {
				t->v[t->n] = (struct day){ year, month, d, t->n % 7 + 1, false };
				t->v[t->n].blocked = t->v[t->n].weekday >= 6;
				t->n++;
			}
		}
	}
}

static int find(const struct table *t, int year, int month, int day)
{
	for (int i = (year - FIRST) * 365; i < t->n; i++) {
		if (t->v[i].year == year && t->v[i].month == month && t->v[i].day == day)
			return i;
	}
	fail_msg("%d-%d-%d is not in the table", year, month, day);
	return -1;
}

/* The first day with that weekday on or after day i. */
static int on_or_after(const struct table *t, int i, int weekday)
{
	while (t->v[i].weekday != weekday)
		i++;
	return i;
}

/* Gauss: the day in March (counted past 31 into April), for 1900-2099 with M = 24, N = 5; his two
 * exceptions are 19 and 18 April. */
static int gauss(int year)
{
	int d = (19 * (year % 19) + 24) % 30;
	int e = (2 * (year % 4) + 4 * (year % 7) + 6 * d + 5) % 7;

	if (d == 29 && e == 6)
		return 31 + 19;
	if (d == 28 && e == 6 && year % 19 > 10)
		return 31 + 18;
	return 22 + d + e;
}

static void block_feasts(struct table *t, int year)
{
	static const int fixed[][2] = { { 1, 1 }, { 1, 6 }, { 5, 1 }, { 12, 24 }, { 12, 25 }, { 12, 26 },
			{ 12, 31 } };
	int easter = find(t, year, 3, 1) + gauss(year) - 1, midsummer;

	assert_int_equal(t->v[easter].weekday, 7);
	for (size_t i = 0; i < PK_COUNT(fixed); i++)
		t->v[find(t, year, fixed[i][0], fixed[i][1])].blocked = true;
	t->v[easter - 2].blocked = true;
	t->v[easter + 1].blocked = true;
	t->v[on_or_after(t, easter + 5 * 7, 4)].blocked = true;
	if (year <= 2004)
		t->v[easter + 7 * 7 + 1].blocked = true;
	else
		t->v[find(t, year, 6, 6)].blocked = true;
	midsummer = on_or_after(t, find(t, year, 6, 20), 6);
	t->v[midsummer].blocked = t->v[midsummer - 1].blocked = true;
	t->v[on_or_after(t, find(t, year, 10, 31), 6)].blocked = true;
}

static void check_day(const struct table *t, int i)
{
	const struct day *a = &t->v[i];
	struct pk_date found = pk_last_appeal_day(
			(struct pk_date){ (int16_t)a->year, (uint8_t)a->month, (uint8_t)a->day });
	int last = i + 3 * 7;

	while (t->v[last].blocked)
		last++;
	if (found.year != t->v[last].year || found.month != t->v[last].month ||
			found.day != t->v[last].day)
		fail_msg("anslag %d-%02d-%02d: %d-%02d-%02d by the table, %d-%02d-%02d computed",
				a->year, a->month, a->day, t->v[last].year, t->v[last].month,
				t->v[last].day, found.year, found.month, found.day);
}

static void every_day_agrees_with_a_table(void **state)
{
	static struct table table;

	(void)state;
	count_days(&table);
	for (int year = FIRST; year <= LAST; year++)
		block_feasts(&table, year);
	for (int i = 0; table.v[i].year < LAST; i++)
		check_day(&table, i);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_day_agrees_with_a_table),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
