#include "support/fixture.h"

#include "calendar/statutory.h"

static struct pk_date day(const char *iso)
{
	struct pk_date d = { 0 };

	if (!pk_date_parse(pk_str_of(iso), &d))
		fail_msg("not a date: %s", iso);
	return d;
}

/* Every reason has words in both languages, and Swedish ones are those of the law. */
static void a_reason_has_words_in_both_languages(void **state)
{
	(void)state;
	for (int h = PK_NO_HOLIDAY + 1; h < PK_HOLIDAY_COUNT; h++) {
		enum pk_holiday holiday = (enum pk_holiday)h;

		assert_true(pk_holiday_words(holiday, PK_SWEDISH).n > 0);
		assert_true(pk_holiday_words(holiday, PK_ENGLISH).n > 0);
		assert_true(pk_str_eq(pk_holiday_name(holiday), pk_holiday_words(holiday, PK_SWEDISH)));
	}
	assert_int_equal(pk_holiday_words(PK_NO_HOLIDAY, PK_ENGLISH).n, 0);
	assert_text(pk_holiday_words(pk_holiday_of(day("2026-01-06")), PK_SWEDISH), "trettondedag jul");
	assert_text(pk_holiday_words(pk_holiday_of(day("2026-04-03")), PK_ENGLISH), "Good Friday");
}

static void a_day_has_english_words(void **state)
{
	static const struct {
		const char *iso, *words;
	} rows[] = {
		{ "2024-05-21", "Tuesday 21 May 2024" },
		{ "2025-09-03", "Wednesday 3 September 2025" },
		{ "2000-01-01", "Saturday 1 January 2000" },
	};
	struct pk_job *job = *state;

	for (size_t i = 0; i < PK_COUNT(rows); i++) {
		struct pk_out out = pk_out_new(job->arena, 64);

		pk_date_put_english(&out, day(rows[i].iso));
		assert_text(pk_out_str(&out), rows[i].words);
	}
}

/* Counting ends on one day, and the last day is that or a later one. */
static void a_term_tells_where_its_counting_ends(void **state)
{
	struct pk_term appeal = pk_appeal_term(day("2024-05-31"));
	struct pk_term justering = pk_justering_term(day("2024-05-21"));
	struct pk_term anslag = pk_anslag_term(day("2024-05-09"));

	(void)state;
	assert_int_equal(pk_date_cmp(appeal.counted, day("2024-06-21")), 0);
	assert_int_equal(pk_date_cmp(appeal.last, day("2024-06-24")), 0);
	assert_int_equal(pk_date_cmp(justering.counted, day("2024-06-04")), 0);
	assert_int_equal(pk_date_cmp(justering.last, justering.counted), 0);
	assert_int_equal(pk_date_cmp(anslag.counted, day("2024-05-11")), 0);
	assert_int_equal(pk_date_cmp(anslag.last, day("2024-05-13")), 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_reason_has_words_in_both_languages),
		job_test(a_day_has_english_words),
		cmocka_unit_test(a_term_tells_where_its_counting_ends),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
