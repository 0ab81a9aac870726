#include "support/fixture.h"

#include "calendar/statutory.h"

static struct pk_date day(const char *iso)
{
	struct pk_date d = { 0 };

	if (!pk_date_parse(pk_str_of(iso), &d))
		fail_msg("not a date: %s", iso);
	return d;
}

static void assert_day(const char *what, struct pk_date found, const char *expected)
{
	if (pk_date_cmp(found, day(expected)) != 0)
		fail_msg("%s: expected %s, found %04d-%02d-%02d", what, expected, found.year,
				found.month, found.day);
}

/* Cases from protocols and courts: when the notice was up and what is known of the time after it. */
static void agrees_with_practice(void **state)
{
	static const struct {
		const char *name, *anslag;
		const char *last;           /* stated last day, or NULL */
		const char *down;           /* stated day of taking down, or NULL */
		const char *in_time, *late; /* an appeal that came in time, too late, or NULL */
	} rows[] = {
		{ "Vetlanda, socialnämnden", "2020-10-06", "2020-10-27", NULL, NULL, NULL },
		{ "Hässleholm, miljönämnden", "2012-09-27", NULL, "2012-10-19", NULL, NULL },
		{ "Älvsbyn, kommunstyrelsen", "2015-10-06", NULL, "2015-10-28", NULL, NULL },
		{ "Sigtuna, RÅ 1997 ref. 46", "1995-09-13", "1995-10-04", NULL, "1995-10-03", "1995-10-05" },
		{ "Örnsköldsvik, RÅ 1995 not 361", "1994-08-23", "1994-09-13", NULL, NULL, NULL },
		{ "Karlskoga, RÅ 1994 not 339", "1993-03-29", "1993-04-19", NULL, NULL, "1993-04-23" },
		{ "Södermanland, RÅ 1994 not 282", "1993-12-01", "1993-12-22", NULL, NULL, "1993-12-27" },
		{ "Härjedalen, RÅ 1994 not 354", "1991-09-26", "1991-10-17", NULL, "1991-10-15", NULL },
		{ "Hörby, RÅ 1994 not 319", "1992-06-09", "1992-06-30", NULL, NULL, NULL },
		{ "delgivning, RÅ 1999 not 181", "1999-03-16", "1999-04-06", NULL, NULL, NULL },
		{ "delgivning, RÅ 2003 not 219", "2003-04-24", "2003-05-15", NULL, "2003-05-15", NULL },
	};

	(void)state;
	for (size_t i = 0; i < PK_COUNT(rows); i++) {
		struct pk_date anslag = day(rows[i].anslag), last = pk_last_appeal_day(anslag);

		if (rows[i].last != NULL)
			assert_day(rows[i].name, last, rows[i].last);
		if (rows[i].down != NULL)
			assert_day(rows[i].name, pk_earliest_nedtagande(anslag), rows[i].down);
		if (rows[i].in_time != NULL)
			assert_true(pk_date_cmp(day(rows[i].in_time), last) <= 0);
		if (rows[i].late != NULL)
			assert_true(pk_date_cmp(day(rows[i].late), last) > 0);
	}
}

/* Justering of real protocols, all within the 14 days. */
static void justering_in_practice_is_in_time(void **state)
{
	static const struct {
		const char *name, *meeting, *justering;
	} rows[] = {
		{ "Göteborg KF", "2023-03-23", "2023-04-06" }, { "Göteborg KF", "2024-05-23", "2024-06-05" },
		{ "Göteborg KF", "2025-12-11", "2025-12-16" }, { "Göteborg KF", "2026-01-29", "2026-02-12" },
		{ "Ale KS", "2018-10-02", "2018-10-03" }, { "Eksjö", "2011-10-12", "2011-10-19" },
		{ "Norrtälje KF", "2002-12-02", "2002-12-09" }, { "Hässleholm", "2012-09-26", "2012-09-27" },
		{ "Älvsbyn KS", "2015-09-28", "2015-10-05" },
	};

	(void)state;
	for (size_t i = 0; i < PK_COUNT(rows); i++) {
		if (pk_date_cmp(day(rows[i].justering), pk_latest_justering(day(rows[i].meeting))) > 0)
			fail_msg("%s %s should be in time", rows[i].name, rows[i].meeting);
	}
}

static void counts_fourteen_days_and_two(void **state)
{
	(void)state;
	assert_day("14 days", pk_latest_justering(day("2024-05-21")), "2024-06-04");
	assert_day("14 days", pk_latest_justering(day("2020-09-21")), "2020-10-05");
	assert_day("past nationaldagen", pk_latest_justering(day("2024-05-23")), "2024-06-07");
	assert_day("past jul", pk_latest_justering(day("2024-12-10")), "2024-12-27");
	assert_day("two days", pk_latest_anslag(day("2024-05-28")), "2024-05-30");
	assert_day("past a weekend", pk_latest_anslag(day("2024-05-30")), "2024-06-03");
	assert_day("past Easter", pk_latest_anslag(day("2024-03-27")), "2024-04-02");
}

static void takes_down_by_policy(void **state)
{
	struct pk_date plain = day("2024-05-21"), easter = day("2024-03-08"), friday = day("2025-10-10");

	(void)state;
	assert_day("dagen efter", pk_nedtagande(plain, PK_NEDTAGANDE_DAGEN_EFTER, 0), "2024-06-12");
	assert_day("dagen efter may be a Saturday",
			pk_nedtagande(friday, PK_NEDTAGANDE_DAGEN_EFTER, 0), "2025-11-01");
	assert_day("nästa vardag", pk_nedtagande(friday, PK_NEDTAGANDE_NASTA_VARDAG, 0), "2025-11-03");
	assert_day("till och med", pk_nedtagande(plain, PK_NEDTAGANDE_TILL_OCH_MED, 0), "2024-06-11");
	assert_day("23 days", pk_nedtagande(plain, PK_NEDTAGANDE_DAGAR, 23), "2024-06-13");
	assert_day("22 days over Easter", pk_nedtagande(easter, PK_NEDTAGANDE_DAGAR, 22), "2024-04-03");
	assert_day("too few days", pk_nedtagande(plain, PK_NEDTAGANDE_DAGAR, 7), "2024-06-12");
	assert_false(pk_date_given(pk_nedtagande(plain, PK_NEDTAGANDE_INGEN, 0)));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(agrees_with_practice),
		cmocka_unit_test(justering_in_practice_is_in_time),
		cmocka_unit_test(counts_fourteen_days_and_two),
		cmocka_unit_test(takes_down_by_policy),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
