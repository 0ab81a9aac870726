#include "unit/rules/rows.h"

#define TOP JUSTERAT PLACE PEOPLE      /* nine lines */
#define DRAFT "datum: 2024-05-21\n" PLACE PEOPLE   /* seven */

static void checks_given_numbers(void **state)
{
	static const struct row rows[] = {
		{ "P074", 12, "", TOP "paragrafer:\n  - {nr: 41, rubrik: A, beslut: X}\n  - {nr: 43, rubrik: B, beslut: X}\n" },
		{ "P074", 12, "", TOP "paragrafer:\n  - {nr: 41, rubrik: A, beslut: X}\n  - {nr: 40, rubrik: B, beslut: X}\n" },
		{ "P074", 12, "", TOP "paragrafer:\n  - {nr: 41, rubrik: A, beslut: X}\n  - {nr: 41 b, rubrik: B, beslut: X}\n" },
		{ NULL, 0, "", TOP "paragrafer:\n  - {nr: 41, rubrik: A, beslut: X}\n  - {nr: 42, rubrik: B, beslut: X}\n" },
		{ NULL, 0, "", TOP "paragrafer:\n  - {nr: 41, rubrik: A, beslut: X}\n  - {nr: 41 a, rubrik: B, beslut: X}\n"
			"  - {nr: 41 b, rubrik: C, beslut: X}\n  - {rubrik: D, beslut: X}\n" },
		{ "P075", 12, "", TOP "paragrafer:\n  - {nr: 41, rubrik: A, beslut: X}\n  - {nr: 41, rubrik: B, beslut: X}\n" },
		{ "P075", 13, "", TOP "paragrafer:\n  - {nr: 41, rubrik: A, beslut: X}\n  - {rubrik: B, beslut: X}\n"
			"  - {nr: 41, rubrik: C, beslut: X}\n  - {rubrik: D, beslut: X}\n" },
	};

	(void)state;
	try_rows(rows, PK_COUNT(rows));
}

static void needs_a_first_number(void **state)
{
	static const struct row rows[] = {
		{ "P072", 11, "", TOP "paragrafer:\n  - {rubrik: A, beslut: X}\n  - {rubrik: B, beslut: X}\n" },
		{ "P073", 9, "", DRAFT "paragrafer:\n  - {rubrik: A, beslut: X}\n  - {rubrik: B, beslut: X}\n" },
		{ NULL, 0, "", TOP "paragrafer:\n  - {nr: 1, rubrik: A, beslut: X}\n  - {rubrik: B, beslut: X}\n" },
		{ NULL, 0, "", TOP SECTIONS },
	};

	(void)state;
	try_rows(rows, PK_COUNT(rows));
}

static void writes_ranges(void **state)
{
	static const struct {
		const char *paragrafer, *ranges;
	} rows[] = {
		{ "[{nr: 330, rubrik: A, beslut: X}]", "330" },
		{ "[{nr: 330, rubrik: A, beslut: X}, {rubrik: B, beslut: X}]", "330–331" },
		{ "[{nr: 41, rubrik: A, beslut: X}, {rubrik: B, beslut: X}, {rubrik: C, beslut: X}]", "41–43" },
		{ "[{nr: 41, rubrik: A, beslut: X}, {rubrik: B, beslut: X}, {nr: 45, rubrik: C, beslut: X}, {nr: 47, rubrik: D, beslut: X}]",
			"41–42, 45, 47" },
		{ "[{nr: 12, rubrik: A, beslut: X}, {nr: 12 a, rubrik: B, beslut: X}, {rubrik: C, beslut: X}]", "12–13" },
	};

	(void)state;
	for (size_t i = 0; i < PK_COUNT(rows); i++) {
		struct pk_job job;
		struct pk_out text;

		assert_true(pk_job_init(&job, &pk_limits_default));
		text = pk_out_new(job.arena, 1 << 16);
		pk_put_c(&text, TOP "paragrafer: ");
		pk_put_c(&text, rows[i].paragrafer);
		pk_put_c(&text, "\n");
		pk_put_byte(&text, '\0');
		assert_text(findings_of(&job, text.p)->paragrafer, rows[i].ranges);
		pk_job_free(&job);
	}
}

static void numbers_run_on_after_a_letter(void **state)
{
	const struct pk_findings *f = findings_of(*state, TOP "paragrafer:\n  - {nr: 12, rubrik: A, beslut: X}\n"
			"  - {nr: 12 a, rubrik: B, beslut: X}\n  - {rubrik: C, beslut: X}\n");

	assert_text(f->numbers[0], "12");
	assert_text(f->numbers[1], "12 a");
	assert_text(f->numbers[2], "13");
}

static void unknown_numbers_stay_empty(void **state)
{
	const struct pk_findings *f = findings_of(*state,
			DRAFT "paragrafer: [{rubrik: A, beslut: X}, {rubrik: B, beslut: X}]\n");

	assert_text(f->numbers[0], "");
	assert_text(f->numbers[1], "");
	assert_text(f->paragrafer, "");
	assert_int_equal(f->bevis[0].signers[0].several, true);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(checks_given_numbers),
		cmocka_unit_test(needs_a_first_number),
		cmocka_unit_test(writes_ranges),
		job_test(numbers_run_on_after_a_letter),
		job_test(unknown_numbers_stay_empty),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
