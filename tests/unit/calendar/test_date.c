#include "support/fixture.h"

#include "calendar/date.h"

static struct pk_date day(const char *iso)
{
	struct pk_date d = { 0 };

	if (!pk_date_parse(pk_str_of(iso), &d))
		fail_msg("not a date: %s", iso);
	return d;
}

static void reads_only_days_that_exist(void **state)
{
	static const struct {
		const char *text;
		bool good;
	} rows[] = {
		{ "2024-05-21", true }, { "2024-02-29", true }, { "2000-02-29", true },
		{ "1583-01-01", true }, { "2999-12-31", true },
		{ "2023-02-29", false }, { "1900-02-29", false }, { "2024-04-31", false },
		{ "2024-13-01", false }, { "2024-00-10", false }, { "2024-01-00", false },
		{ "2024-1-1", false }, { "20240521", false }, { "2024-05-21 ", false },
		{ "2024/05/21", false }, { "+024-05-21", false }, { "1582-12-31", false },
		{ "3000-01-01", false }, { "", false },
	};

	(void)state;
	for (size_t i = 0; i < PK_COUNT(rows); i++) {
		struct pk_date d = { 1, 1, 1 };

		if (pk_date_parse(pk_str_of(rows[i].text), &d) != rows[i].good)
			fail_msg("\"%s\" should %sbe a date", rows[i].text, rows[i].good ? "" : "not ");
		if (!rows[i].good)
			assert_int_equal(d.year, 1);
	}
}

/* Walks through all days, counting months and weekdays by hand. */
static void numbers_every_day_in_turn(void **state)
{
	static const int lengths[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };
	int32_t number = pk_date_number(day("1583-01-01"));
	int weekday = 5;   /* 1 January 1583 was a Saturday */

	(void)state;
	for (int year = 1583; year <= 2999; year++) {
		bool leap = year % 400 == 0 || (year % 4 == 0 && year % 100 != 0);

		for (int month = 1; month <= 12; month++) {
			int length = lengths[month - 1] + (month == 2 && leap ? 1 : 0);

			for (int d = 1; d <= length; d++, number++, weekday = (weekday + 1) % 7) {
				struct pk_date date = { (int16_t)year, (uint8_t)month, (uint8_t)d };
				struct pk_date back = pk_date_from_number(number);

				if (pk_date_number(date) != number || pk_date_cmp(date, back) != 0 ||
						back.day != d || back.month != month ||
						pk_date_weekday(date) != weekday)
					fail_msg("%d-%d-%d is counted wrong", year, month, d);
			}
			assert_false(pk_date_valid(year, month, length + 1));
		}
	}
}

static void counts_from_1970(void **state)
{
	(void)state;
	assert_int_equal(pk_date_number(day("1970-01-01")), 0);
	assert_int_equal(pk_date_number(day("1969-12-31")), -1);
	assert_int_equal(pk_date_number(day("2024-05-21")), 19864);
	assert_int_equal(pk_date_cmp(pk_date_add(day("2023-12-31"), 60), day("2024-02-29")), 0);
	assert_int_equal(pk_date_cmp(pk_date_add(day("2024-03-01"), -1), day("2024-02-29")), 0);
	assert_true(pk_date_cmp(day("2024-05-21"), day("2024-06-01")) < 0);
	assert_true(pk_date_cmp(day("2024-05-21"), day("2023-06-01")) > 0);
}

static void writes_swedish(void **state)
{
	struct pk_job *job = *state;
	struct pk_out out = pk_out_new(job->arena, 1000);
	struct pk_str found;

	pk_date_put_iso(&out, day("2024-05-01"));
	pk_put_c(&out, "; ");
	pk_date_put_long(&out, day("2024-05-01"));
	pk_put_c(&out, "; ");
	pk_date_put_weekday(&out, day("2024-05-25"));
	pk_put_c(&out, "; ");
	pk_date_put_full(&out, day("2024-05-21"));
	assert_true(pk_out_done(job, &out, &found));
	assert_text(found, "2024-05-01; 1 maj 2024; lördag; tisdagen den 21 maj 2024");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(reads_only_days_that_exist),
		cmocka_unit_test(numbers_every_day_in_turn),
		cmocka_unit_test(counts_from_1970),
		job_test(writes_swedish),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
