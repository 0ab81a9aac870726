#include "unit/rules/rows.h"

#define REST PLACE PEOPLE ITEMS
#define SIGNED(rest) "justering: {justerare: Per Lindgren, plats: Sjön" rest "}\n"
#define POSTED(rest) "anslag: {förvaringsplats: Sjön" rest "}\n"

static void keeps_the_order_of_dates(void **state)
{
	static const struct row rows[] = {
		/* M <= J */
		{ "P060", 2, "", "datum: 2024-05-21\n" SIGNED(", datum: 2024-05-20") POSTED("") REST },
		{ NULL, 0, "", "datum: 2024-05-21\n" SIGNED(", datum: 2024-05-21") POSTED("") REST },
		/* J <= A */
		{ "P061", 3, "", "datum: 2024-05-21\n" SIGNED(", datum: 2024-05-28")
			POSTED(", datum: 2024-05-27") REST },
		{ NULL, 0, "", "datum: 2024-05-21\n" SIGNED(", datum: 2024-05-28")
			POSTED(", datum: 2024-05-28") REST },
		/* S < N */
		{ "P062", 3, "", "datum: 2024-05-21\n" SIGNED(", datum: 2024-05-31")
			POSTED(", nedtas: 2024-06-24") REST },
		{ NULL, 0, "", "datum: 2024-05-21\n" SIGNED(", datum: 2024-05-31")
			POSTED(", nedtas: 2024-06-25") REST },
		/* No signature after the last one. */
		{ "P070", 2, "", "datum: 2024-05-21\n" SIGNED(", datum: 2024-05-28, signering: digital, "
			"signaturer: [{namn: Karin Holm, datum: 2024-05-28}, {namn: Per Lindgren, datum: 2024-05-29}]") POSTED("") REST },
		{ NULL, 0, "", "datum: 2024-05-21\n" SIGNED(", datum: 2024-05-28, signering: digital, "
			"signaturer: [{namn: Karin Holm, datum: 2024-05-28}, {namn: Per Lindgren, datum: 2024-05-28}]") POSTED("") REST },
	};

	(void)state;
	try_rows(rows, PK_COUNT(rows));
}

static void warns_of_late_days(void **state)
{
	static const struct row rows[] = {
		/* 14 days, shifted past nationaldagen. */
		{ "P063", 2, "", "datum: 2024-05-21\n" SIGNED(", datum: 2024-06-05") POSTED("") REST },
		{ NULL, 0, "", "datum: 2024-05-21\n" SIGNED(", datum: 2024-06-04") POSTED("") REST },
		{ NULL, 0, "", "datum: 2024-05-23\n" SIGNED(", datum: 2024-06-07") POSTED("") REST },
		{ NULL, 0, "", "datum: 2024-05-21\n" SIGNED(", datum: 2024-08-01") "anslag: nej\n" REST },
		/* The second day, shifted past a weekend. */
		{ "P064", 3, "", "datum: 2024-05-21\n" SIGNED(", datum: 2024-05-28")
			POSTED(", datum: 2024-05-31") REST },
		{ NULL, 0, "", "datum: 2024-05-21\n" SIGNED(", datum: 2024-05-28")
			POSTED(", datum: 2024-05-30") REST },
		{ NULL, 0, "", "datum: 2024-05-21\n" SIGNED(", datum: 2024-05-30")
			POSTED(", datum: 2024-06-03") REST },
		/* The planned day of a draft. */
		{ "P067", 2, "", "datum: 2024-05-21\n" SIGNED(", planerad: 2024-05-20") POSTED("") REST },
		{ NULL, 0, "", "datum: 2024-05-21\n" SIGNED(", planerad: 2024-05-21") POSTED("") REST },
		{ "P068", 2, "", "datum: 2024-05-21\n" SIGNED(", planerad: 2024-06-05") POSTED("") REST },
		{ NULL, 0, "", "datum: 2024-05-21\n" SIGNED(", planerad: 2024-06-04") POSTED("") REST },
	};

	(void)state;
	try_rows(rows, PK_COUNT(rows));
}

static void warns_of_the_future(void **state)
{
	static const struct row rows[] = {
		{ "P065", 2, "2024-05-27", "datum: 2024-05-21\n" SIGNED(", datum: 2024-05-28")
			POSTED("") REST },
		{ NULL, 0, "2024-05-28", "datum: 2024-05-21\n" SIGNED(", datum: 2024-05-28")
			POSTED("") REST },
		{ NULL, 0, "", "datum: 2024-05-21\n" SIGNED(", datum: 2024-05-28") POSTED("") REST },
		{ "P066", 3, "2024-05-28", "datum: 2024-05-21\n" SIGNED(", datum: 2024-05-28")
			POSTED(", datum: 2024-05-29") REST },
		{ NULL, 0, "2024-05-29", "datum: 2024-05-21\n" SIGNED(", datum: 2024-05-28")
			POSTED(", datum: 2024-05-29") REST },
		/* A draft claims nothing. */
		{ NULL, 0, "2024-05-21", "datum: 2024-05-21\n" SIGNED(", planerad: 2024-05-28")
			POSTED("") REST },
		{ NULL, 0, "2024-05-21", "utkast: ja\ndatum: 2024-05-21\n" SIGNED(", datum: 2024-05-28")
			POSTED(", datum: 2024-05-29") REST },
	};

	(void)state;
	try_rows(rows, PK_COUNT(rows));
}

static void a_forced_state_needs_its_dates(void **state)
{
	static const struct row rows[] = {
		{ "P069", 1, "", "utkast: nej\ndatum: 2024-05-21\n" SIGNED("") POSTED("") REST },
		{ "P069", 1, "", "utkast: nej\ndatum: 2024-05-21\n" SIGNED(", planerad: 2024-05-28")
			POSTED("") REST },
		{ NULL, 0, "", "utkast: nej\ndatum: 2024-05-21\n" SIGNED(", datum: 2024-05-28")
			POSTED("") REST },
		{ NULL, 0, "", "utkast: nej\ndatum: 2024-05-21\n" SIGNED("") "anslag: nej\n" REST },
	};

	(void)state;
	try_rows(rows, PK_COUNT(rows));
}

static void a_draft_is_forced_or_lacks_its_date(void **state)
{
	static const struct {
		bool draft;
		const char *text;
	} rows[] = {
		{ false, "datum: 2024-05-21\n" SIGNED(", datum: 2024-05-28") POSTED("") REST },
		{ true, "datum: 2024-05-21\n" SIGNED(", planerad: 2024-05-28") POSTED("") REST },
		{ true, "datum: 2024-05-21\n" SIGNED("") POSTED("") REST },
		{ true, "datum: 2024-05-21\n" REST },
		{ false, "datum: 2024-05-21\nanslag: nej\n" REST },
		{ true, "utkast: ja\ndatum: 2024-05-21\nanslag: nej\n" REST },
		{ true, "utkast: ja\ndatum: 2024-05-21\n" SIGNED(", datum: 2024-05-28") POSTED("") REST },
	};

	(void)state;
	for (size_t i = 0; i < PK_COUNT(rows); i++) {
		struct pk_job job;

		assert_true(pk_job_init(&job, &pk_limits_default));
		if (findings_of(&job, rows[i].text)->draft != rows[i].draft)
			fail_msg("should%s be a draft:\n%s", rows[i].draft ? "" : " not", rows[i].text);
		pk_job_free(&job);
	}
}

static void assert_day(struct pk_date found, const char *expected)
{
	if (pk_date_given(found) != (*expected != '\0') ||
			(*expected != '\0' && pk_date_cmp(found, day_of(expected)) != 0))
		fail_msg("expected %s, found %04d-%02d-%02d", expected, found.year, found.month,
				found.day);
}

static void counts_from_the_notice(void **state)
{
	const struct pk_findings *f = findings_of(*state, "datum: 2024-05-21\n"
			SIGNED(", datum: 2024-05-29") POSTED(", datum: 2024-05-31") REST);

	assert_int_equal(f->bevis[0].n_notices, 1);
	assert_day(f->latest_justering, "2024-06-04");
	assert_day(f->bevis[0].notices[0].justerat, "2024-05-29");
	assert_day(f->bevis[0].notices[0].anslag, "2024-05-31");
	assert_day(f->bevis[0].notices[0].last_appeal, "2024-06-24");
	assert_day(f->bevis[0].notices[0].nedtas, "2024-06-25");
	assert_false(f->bevis[0].notices[0].nedtas_given || f->bevis[0].notices[0].assumed || f->preliminary);
}

static void assumes_the_notice_on_the_day_of_justering(void **state)
{
	const struct pk_findings *f = findings_of(*state, "datum: 2024-05-21\n"
			SIGNED(", datum: 2024-05-31") POSTED(", nedtas: 2024-06-30") REST);

	assert_day(f->bevis[0].notices[0].anslag, "2024-05-31");
	assert_day(f->bevis[0].notices[0].nedtas, "2024-06-30");
	assert_true(f->bevis[0].notices[0].assumed && f->bevis[0].notices[0].nedtas_given);
}

static void a_draft_counts_from_the_planned_day(void **state)
{
	const struct pk_findings *f = findings_of(*state, "datum: 2024-05-21\n"
			SIGNED(", planerad: 2024-05-31 kl. 15") POSTED("") REST);

	assert_true(f->draft && f->preliminary);
	assert_day(f->bevis[0].notices[0].last_appeal, "2024-06-24");
}

static void a_draft_without_any_day_counts_nothing(void **state)
{
	const struct pk_findings *f = findings_of(*state, "datum: 2024-05-21\n" SIGNED("") POSTED("")
			REST);

	assert_true(f->draft && !f->preliminary);
	assert_day(f->bevis[0].notices[0].anslag, "");
	assert_day(f->bevis[0].notices[0].last_appeal, "");
	assert_day(f->bevis[0].notices[0].nedtas, "");
}

static void several_boards_count_from_the_latest(void **state)
{
	const struct pk_findings *f = findings_of(*state, "datum: 2024-05-21\n"
			SIGNED(", datum: 2024-05-28")
			"anslag:\n  - {tavla: A, förvaringsplats: Sjön, datum: 2024-05-28}\n"
			"  - {tavla: B, förvaringsplats: Sjön, datum: 2024-05-30}\n" REST);

	assert_int_equal(f->bevis[0].n_notices, 2);
	assert_day(f->bevis[0].notices[0].anslag, "2024-05-28");
	assert_day(f->bevis[0].notices[0].last_appeal, "2024-06-20");
	assert_day(f->bevis[0].notices[1].last_appeal, "2024-06-20");
}

static void a_meeting_without_notice_has_none(void **state)
{
	const struct pk_findings *f = findings_of(*state, "datum: 2024-05-21\nanslag: nej\n" REST);

	assert_int_equal(f->bevis[0].n_notices, 0);
	assert_silent(*state);
}

static void says_why_in_both_languages(void **state)
{
	struct pk_job *job = *state;
	const struct pk_findings *found = NULL;

	assert_true(pk_rules_apply(job, meeting_with(job, "datum: 2020-09-21\n"
			SIGNED(", datum: 2020-10-06") POSTED("") REST, NULL), day_of(""), &found));
	assert_text(pk_str_of(reports(job, PK_SWEDISH)),
			"möte.yaml:2:58: varning[P063]: protokollet är justerat 2020-10-06, senare än 14 dagar "
			"efter sammanträdet: senast 2020-10-05 (KL 5 kap. 69 §)\n"
			"    justering: {justerare: Per Lindgren, plats: Sjön, datum: 2020-10-06}\n"
			"                                                             ^~~~~~~~~~\n"
			"    råd: besluten gäller ändå; kontrollera justering.datum\n");
	assert_text(pk_str_of(reports(job, PK_ENGLISH)),
			"möte.yaml:2:58: warning[P063]: the protocol was approved on 2020-10-06, more than 14 "
			"days after the meeting: 2020-10-05 at the latest (KL 5 kap. 69 §)\n"
			"    justering: {justerare: Per Lindgren, plats: Sjön, datum: 2020-10-06}\n"
			"                                                             ^~~~~~~~~~\n"
			"    hint: the decisions stand; check justering.datum\n");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(keeps_the_order_of_dates),
		cmocka_unit_test(warns_of_late_days),
		cmocka_unit_test(warns_of_the_future),
		cmocka_unit_test(a_forced_state_needs_its_dates),
		cmocka_unit_test(a_draft_is_forced_or_lacks_its_date),
		job_test(counts_from_the_notice),
		job_test(assumes_the_notice_on_the_day_of_justering),
		job_test(a_draft_counts_from_the_planned_day),
		job_test(a_draft_without_any_day_counts_nothing),
		job_test(several_boards_count_from_the_latest),
		job_test(a_meeting_without_notice_has_none),
		job_test(says_why_in_both_languages),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
