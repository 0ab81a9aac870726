#include "support/fixture.h"

#include "calendar/holiday.h"

static struct pk_date day(const char *iso)
{
	struct pk_date d = { 0 };

	if (!pk_date_parse(pk_str_of(iso), &d))
		fail_msg("not a date: %s", iso);
	return d;
}

static void knows_easter(void **state)
{
	static const char *const easters[] = { "2018-04-01", "2019-04-21", "2020-04-12", "2021-04-04",
			"2022-04-17", "2023-04-09", "2024-03-31", "2025-04-20", "2026-04-05",
			"2027-03-28", "2028-04-16", "2030-04-21", "1818-03-22", "1943-04-25",
			"2008-03-23", "2038-04-25" };

	(void)state;
	for (size_t i = 0; i < PK_COUNT(easters); i++) {
		struct pk_date d = day(easters[i]);

		if (pk_date_cmp(pk_easter(d.year), d) != 0)
			fail_msg("Easter of %d is not %s", d.year, easters[i]);
	}
}

static void names_each_day(void **state)
{
	static const struct {
		const char *day, *name;
	} rows[] = {
		{ "2024-01-01", "nyårsdagen" }, { "2024-01-06", "trettondedag jul" },
		{ "2024-03-29", "långfredagen" }, { "2024-03-31", "påskdagen" },
		{ "2024-04-01", "annandag påsk" }, { "2024-05-01", "första maj" },
		{ "2024-05-09", "Kristi himmelsfärdsdag" }, { "2024-05-19", "pingstdagen" },
		{ "2024-06-06", "nationaldagen" }, { "2024-12-24", "julafton" },
		{ "2024-12-25", "juldagen" }, { "2024-12-26", "annandag jul" },
		{ "2024-12-31", "nyårsafton" }, { "2024-12-28", "lördag" }, { "2024-12-29", "söndag" },
		{ "2024-06-21", "midsommarafton" }, { "2025-06-20", "midsommarafton" },
		{ "2026-06-19", "midsommarafton" }, { "2027-06-25", "midsommarafton" },
		{ "2024-06-22", "midsommardagen" }, { "2026-06-20", "midsommardagen" },
		{ "2027-06-26", "midsommardagen" }, { "2020-10-31", "alla helgons dag" },
		{ "2021-11-06", "alla helgons dag" }, { "2024-11-02", "alla helgons dag" },
		{ "2025-11-01", "alla helgons dag" }, { "2026-10-31", "alla helgons dag" },
		{ "2004-05-31", "annandag pingst" },
		/* Days that push nothing. */
		{ "2005-05-16", "" }, { "2025-06-09", "" }, { "2004-01-05", "" }, { "1994-12-30", "" },
		{ "2024-12-23", "" }, { "2024-12-30", "" }, { "2024-04-30", "" }, { "2024-03-28", "" },
		{ "2024-05-08", "" }, { "2024-05-10", "" }, { "2025-10-31", "" }, { "2003-06-06", "" },
		{ "2024-06-20", "" }, { "2024-06-24", "" },
	};

	(void)state;
	for (size_t i = 0; i < PK_COUNT(rows); i++) {
		struct pk_str name = pk_holiday_name(pk_holiday_of(day(rows[i].day)));

		if (!pk_str_is(name, rows[i].name))
			fail_msg("%s: expected \"%s\", found \"%.*s\"", rows[i].day, rows[i].name,
					(int)name.n, name.p);
	}
}

static void eves_are_saturdays_where_the_law_names_none(void **state)
{
	(void)state;
	assert_int_equal(pk_holiday_of(day("2024-03-30")), PK_SATURDAY);   /* påskafton */
	assert_int_equal(pk_holiday_of(day("2024-05-18")), PK_SATURDAY);   /* pingstafton */
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(knows_easter),
		cmocka_unit_test(names_each_day),
		cmocka_unit_test(eves_are_saturdays_where_the_law_names_none),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
