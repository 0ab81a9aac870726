#include "unit/rules/cases.h"

#define DECIDED(beslut, keys) CASE_TOP "paragrafer:\n  - nr: 41\n    rubrik: A\n    beslut: " beslut "\n" keys
#define SENT "beslutet i § 41 går vidare till någon annan, men mottagare saknas"
#define SENT_EN "the decision of § 41 goes on to somebody else, but its receivers are missing"

static const struct pk_case cases[] = {
	{ "P306", "{nr: 41", "§ 41 har inget beslut (KL 5 kap. 67 §)", "§ 41 has no decision (KL 5 kap. 67 §)",
		CASE_TOP "paragrafer: [{nr: 41, rubrik: A}]\n", CASE_TOP "paragrafer: [{nr: 41, rubrik: A, beslut: nej}]\n" },
	{ "P306", "{nr: 41", "§ 41 har inget beslut (KL 5 kap. 67 §)", "§ 41 has no decision (KL 5 kap. 67 §)",
		CASE_TOP "paragrafer: [{nr: 41, rubrik: A, motivering: B}]\n",
		CASE_TOP "paragrafer: [{nr: 41, rubrik: A, förslag: {till: kommunfullmäktige, beslut: B}}]\n" },
	{ "P306", "nr: 41", "§ 41 har inget beslut (KL 5 kap. 67 §)", "§ 41 has no decision (KL 5 kap. 67 §)",
		DECIDED("\"\"", ""), DECIDED("\"B\"", "") },
	{ "P307", "{nr: 41", "§ 41 har inget beslut (KL 5 kap. 67 §)", "§ 41 has no decision (KL 5 kap. 67 §)",
		CASE_HEAD CASE_PEOPLE "paragrafer: [{nr: 41, rubrik: A}]\n",
		CASE_HEAD CASE_PEOPLE "paragrafer: [{nr: 41, rubrik: A, beslut: B}]\n" },
	{ "P071", "nr: 41", SENT, SENT_EN, DECIDED("Socialnämnden överlämnar yttrandet.", ""),
		DECIDED("Socialnämnden överlämnar yttrandet.", "    mottagare: Kommunstyrelsen\n") },
	{ "P071", "nr: 41", SENT, SENT_EN, DECIDED("[Rapporten godkänns., Hemställer om 6 mnkr.]", ""),
		/* Somebody else, something else, at another place. */
		DECIDED("[Ordföranden överlämnar blommor., Ärendet överlämnas till kommunstyrelsen.]", "") },
	{ "P071", "nr: 41", SENT, SENT_EN, DECIDED("att föreslå kommunfullmäktige att anta taxan", ""),
		DECIDED("att anta det föreslagna", "") },
	{ "P071", "nr: 41", SENT, SENT_EN, DECIDED("Kommunstyrelsens arbetsutskott beslutar att översända svaret.", ""),
		DECIDED("Förvaltningen föreslår nya taxor och nämnden antar dem.", "") },
	{ "P071", "nr: 41", SENT, SENT_EN, DECIDED("Barn- och utbildningsnämnden hemställer om medel.", ""),
		DECIDED("Förvaltningen uppdrar åt nämnden att föreslå en taxa.", "") },
	{ "P071", "nr: 41", SENT, SENT_EN, DECIDED("KF överlämnar motionen.", ""), DECIDED("Hon föreslår en taxa.", "") },
	{ "P071", "nr: 41", SENT, SENT_EN, DECIDED("Tekniska nämnden föreslår följande.", ""),
		DECIDED("Ge nämnden i uppdrag att föreslå en taxa.", "") },
	{ "P071", "nr: 41", SENT, SENT_EN, DECIDED("Nämnden föreslår kommunfullmäktige följande.", ""),
		DECIDED("Nämnden föreslår kommunfullmäktige följande.", "    mottagare: {kännedom: Kommunstyrelsen}\n") },
};

static void every_code_has_its_words(void **state)
{
	(void)state;
	try_cases(cases, PK_COUNT(cases));
}

#define SILENCED(rows) CASE_TOP "paragrafer: [{nr: 41, rubrik: A}, {rubrik: B, beslut: C}]\ntysta:\n" rows
#define AT(paragraf) "  - {kod: P306, paragraf: " paragraf ", skäl: Bara upprop.}\n"

static const struct pk_case silencers[] = {
	{ "P308", "P076", "P076 är ingen varning och kan inte tystas", "P076 is not a warning and cannot be silenced",
		CASE_TOP CASE_ITEMS "tysta: {kod: P076, skäl: Vi är två.}\n", CASE_TOP CASE_ITEMS },
	{ "P309", "P306", "P306 tystas, men förekommer inte", "P306 is silenced, but does not occur",
		CASE_TOP CASE_ITEMS "tysta: {kod: P306, skäl: Bara upprop.}\n",
		/* A draft may come to it. */
		CASE_HEAD CASE_PEOPLE CASE_ITEMS "tysta: {kod: P306, skäl: Bara upprop.}\n" },
	{ "P310", "{nr: 41", "P306 är tystad: Bara upprop.", "P306 is silenced: Bara upprop.", SILENCED(AT("41")),
		CASE_TOP CASE_ITEMS },
};

static void silencers_have_their_words(void **state)
{
	(void)state;
	try_cases(silencers, PK_COUNT(silencers));
}

/* The codes of all reports, in their order. */
static void assert_codes(struct pk_job *job, const char *text, const char *settings, const char *expected)
{
	const struct pk_findings *found = NULL;
	struct pk_out out = pk_out_new(job->arena, 1 << 16);

	assert_true(pk_rules_apply(job, meeting_with(job, text, settings), day_of(""), &found));
	pk_diag_sort(job->diags);
	for (uint32_t i = 0; i < pk_diag_count(job->diags); i++) {
		pk_put_c(&out, i > 0 ? " " : "");
		pk_put_c(&out, pk_message_code(pk_diag_get(job->diags, i)->message));
	}
	assert_text(pk_out_str(&out), expected);
}

static void another_paragraph_is_not_silenced(void **state)
{
	assert_codes(*state, SILENCED(AT("42")), NULL, "P306 P309");
}

static void a_silencer_without_paragraph_is_for_all(void **state)
{
	assert_codes(*state, SILENCED("  - {kod: P306, skäl: Bara upprop.}\n"), NULL, "P310");
}

/* Of a warning about several §§ only the silenced ones are left out. */
static void a_range_is_silenced_in_part(void **state)
{
	struct pk_job *job = *state;

	assert_codes(job, CASE_TOP CASE_ITEMS "tysta: {kod: P272, paragraf: 42, skäl: Jourbeslut.}\n",
			"organ: {namn: Socialnämnden, antal_ledamöter: 7}\n", "P272 P310");
	assert_non_null(strstr(reports(job, PK_ENGLISH), "3 of 7 serve at § 41, 43: at least 4"));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_code_has_its_words),
		cmocka_unit_test(silencers_have_their_words),
		job_test(another_paragraph_is_not_silenced),
		job_test(a_silencer_without_paragraph_is_for_all),
		job_test(a_range_is_silenced_in_part),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
