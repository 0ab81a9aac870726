#include "unit/rules/rows.h"

/* The codes of all reports, in their order. */
static void assert_codes(struct pk_job *job, const char *text, const char *expected)
{
	struct pk_out out = pk_out_new(job->arena, 1 << 16);

	(void)findings_of(job, text);
	pk_diag_sort(job->diags);
	for (uint32_t i = 0; i < pk_diag_count(job->diags); i++) {
		pk_put_c(&out, i > 0 ? " " : "");
		pk_put_c(&out, pk_message_code(pk_diag_get(job->diags, i)->message));
	}
	assert_text(pk_out_str(&out), expected);
}

static void an_empty_draft_lacks_everything(void **state)
{
	assert_codes(*state, "organ: Socialnämnden\ndatum: 2024-05-21\nparagrafer: [{rubrik: A}]\n",
			"P083 P084 P085 P086 P088 P089 P090 P091 P093 P073 P307");
	assert_int_equal(pk_diag_errors(((struct pk_job *)*state)->diags), 0);
}

static void a_draft_that_only_waits_for_its_signatures(void **state)
{
	assert_codes(*state, "datum: 2024-05-21\n"
			"justering: {justerare: Per Lindgren, plats: Sjön, planerad: 2024-05-31}\n"
			"anslag: {förvaringsplats: Sjön}\n" PLACE PEOPLE ITEMS, "P092");
}

static void a_draft_tells_the_last_day(void **state)
{
	struct pk_job *job = *state;

	(void)findings_of(job, "datum: 2024-05-21\njustering: {justerare: Per Lindgren, plats: Sjön}\n"
			"anslag: {förvaringsplats: Sjön}\n" PLACE PEOPLE ITEMS);
	assert_text(pk_str_of(reports(job, PK_SWEDISH)),
			"möte.yaml:2:12: kvar[P091]: dagen för justeringen saknas, senast 2024-06-04 "
			"(KL 5 kap. 69 §)\n"
			"    justering: {justerare: Per Lindgren, plats: Sjön}\n"
			"               ^\n"
			"    råd: skriv den planerade dagen i justering.planerad, och justering.datum när den "
			"sista har undertecknat\n");
}

static void a_finished_meeting_without_notice_lacks_nothing(void **state)
{
	assert_codes(*state, "organ: Arbetsutskottet\ndatum: 2021-05-31\nanslag: nej\n"
			"avsnitt: [{rubrik: Bakgrund, text: Ord}]\n", "");
}

static void an_approved_protocol_is_warned(void **state)
{
	static const struct row rows[] = {
		{ "P079", 1, "", JUSTERAT PLACE "närvarande:\n"
			"  beslutande: [\"Karin Holm (S), ordförande\", Per Lindgren (C)]\n" ITEMS },
		{ "P080", 2, "", "datum: 2024-05-21\njustering: {datum: 2024-05-28}\n"
			"anslag: {förvaringsplats: Sjön}\n" PLACE PEOPLE ITEMS },
		{ "P081", 1, "", "datum: 2024-05-21\njustering: {datum: 2024-05-28, justerare: Bo Ek}\n"
			"anslag: {förvaringsplats: Sjön}\nordförande: Karin Holm\n"
			"närvarande: {övriga: [Karin Holm, Bo Ek]}\nsekreterare: Anna Sjöberg\n" PLACE ITEMS },
		{ "P082", 1, "", "datum: 2024-05-21\n"
			"justering: {justerare: Per Lindgren, datum: 2024-05-28}\n" PLACE PEOPLE ITEMS },
		{ NULL, 0, "", JUSTERAT PLACE PEOPLE ITEMS },
		/* An archive may not know where and when. */
		{ NULL, 0, "", "organ: Socialnämnden\ndatum: 2024-05-21\n"
			"justering: {justerare: Per Lindgren, datum: 2024-05-28}\n"
			"anslag: {förvaringsplats: Sjön}\n" PEOPLE ITEMS },
	};

	(void)state;
	try_rows(rows, PK_COUNT(rows));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		job_test(an_empty_draft_lacks_everything),
		job_test(a_draft_that_only_waits_for_its_signatures),
		job_test(a_draft_tells_the_last_day),
		job_test(a_finished_meeting_without_notice_lacks_nothing),
		cmocka_unit_test(an_approved_protocol_is_warned),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
