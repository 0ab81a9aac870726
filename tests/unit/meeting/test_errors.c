#include "decoding.h"

#include <stdio.h>

/* Line 1 and 2, so that the rows below begin on line 3. */
#define HEAD "organ: Socialnämnden\ndatum: 2024-05-21\n"
#define ONE "paragrafer:\n  - nr: 41\n    rubrik: Val av justerare\n"
#define PEOPLE "närvarande:\n  beslutande:\n    - Karin Holm (S), ordförande\n    - Per Ek (C)\n    - Per Ek (M)\n"

static void one_fault_one_message(void **state)
{
	static const struct {
		const char *yaml, *code;
		uint32_t line, column;
	} rows[] = {
		/* Keys */
		{ HEAD "plas: Sjön\n" ONE, "P030", 3, 1 },
		{ HEAD "närvarande:\n  beslutade: A B\n" ONE, "P030", 4, 3 },
		{ HEAD "zebra: ja\n" ONE, "P031", 3, 1 },
		{ HEAD "mottagare: Kommunstyrelsen\n" ONE, "P032", 3, 1 },
		{ HEAD ONE "    bilagor: {rubrik: A, text: B}\n", "P033", 6, 5 },
		{ HEAD "bygger_på: ../protokoll.yaml\n" ONE, "P034", 3, 1 },
		{ HEAD "ajournering: 14.10–14.25, kaffe\n" ONE, "P036", 3, 1 },
		{ HEAD ONE "    omröstningar:\n      - {ja: 3, nej: 2}\n", "P036", 6, 5 },
		{ HEAD ONE "    mottagare: {åtgärd: Socialchefen}\n", "P037", 6, 16 },
		{ "organ: A\ndatum: [2024-05-21, 2024-05-22]\n" ONE, "P037", 2, 8 },
		{ HEAD "närvarande:\n  beslutande: [alla ledamöter]\n" ONE, "P037", 4, 16 },
		{ "datum: 2024-05-21\n" ONE, "P038", 1, 1 },
		{ "organ: \"\"\ndatum: 2024-05-21\n" ONE, "P038", 1, 1 },
		{ HEAD "paragrafer:\n  - nr: 41\n    beslut: A\n", "P038", 4, 5 },
		{ HEAD "paragrafer:\n  - nr: 41\n    rubrik:\n", "P038", 4, 5 },
		{ HEAD, "P039", 1, 1 },
		{ HEAD "bilagor:\n  - rubrik: A\n" ONE, "P039", 4, 13 },
		/* Kinds of value */
		{ HEAD "plats: [Sjön]\n" ONE, "P040", 3, 8 },
		{ HEAD "plats: |\n  Sjön\n  Stadshuset\n" ONE, "P040", 3, 8 },
		{ HEAD ONE "    motivering: {a: b}\n", "P042", 6, 17 },
		{ HEAD "justering: Per Ek\n" ONE, "P043", 3, 12 },
		{ HEAD "paragrafer: Val av justerare\n", "P043", 3, 13 },
		{ HEAD ONE "    beslut:\n      - A\n      -\n", "P044", 8, 8 },
		{ "organ: A\ndatum: 21 maj 2024\n" ONE, "P045", 2, 8 },
		{ "organ: A\ndatum: 2024-13-01\n" ONE, "P045", 2, 8 },
		{ "organ: A\ndatum: 2024-02-30\n" ONE, "P046", 2, 8 },
		{ HEAD "justering: {planerad: 2024-06-31}\n" ONE, "P046", 3, 23 },
		{ HEAD "tid: eftermiddagen\n" ONE, "P047", 3, 6 },
		{ HEAD "justering: {planerad: 2024-05-31 kl. 25}\n" ONE, "P047", 3, 34 },
		{ HEAD "utkast: kanske\n" ONE, "P048", 3, 9 },
		{ HEAD "justering: {signering: bläck}\n" ONE, "P049", 3, 24 },
		{ HEAD "avsnittsordning: [beslut, motiverin]\n" ONE, "P049", 3, 27 },
		{ HEAD "avsnittsordning: [beslut, beslut]\n" ONE, "P058", 3, 27 },
		{ HEAD "nedtagande: {dagar: många}\n" ONE, "P059", 3, 21 },
		{ HEAD "utseende: {accentfärg: blå}\n" ONE, "P059", 3, 24 },
		{ HEAD "utseende:\n  accentfärg: #1b5e8a\n" ONE, "P038", 4, 14 },
		{ HEAD "etiketter: {dner: Dnr}\n" ONE, "P030", 3, 13 },
		{ HEAD "paragrafer:\n  - {nr: ett, rubrik: A}\n", "P059", 4, 10 },
		/* People and §§ */
		{ HEAD PEOPLE "    - Bo Ek, § 99\n" ONE, "P051", 8, 16 },
		{ HEAD PEOPLE "    - Bo Ek, ekonom § 41\n" ONE, "P050", 8, 14 },
		{ HEAD PEOPLE "    - (S), ledamot\n" ONE, "P056", 8, 7 },
		{ HEAD PEOPLE "    - Bo Ek, ledamot, ersättare\n" ONE, "P057", 8, 23 },
		{ HEAD PEOPLE "    - Bo Ek, för Karin Holn (S)\n" ONE, "P052", 8, 18 },
		{ HEAD PEOPLE "    - {namn: Bo Ek, roll: chef}\n" ONE, "P049", 8, 27 },
		{ HEAD PEOPLE "ordförande: Karin Hom\n" ONE, "P052", 8, 13 },
		{ HEAD PEOPLE "ordförande: Karin Holm (M)\n" ONE, "P052", 8, 13 },
		{ HEAD PEOPLE "justering: {justerare: Sara Nyqvist}\n" ONE, "P053", 8, 24 },
		{ HEAD PEOPLE "justering: {justerare: Per Ek}\n" ONE, "P054", 8, 24 },
		{ HEAD PEOPLE "justering:\n  justerare: Karin Holm (S), Per Ek (C)\n" ONE, "P055", 9, 30 },
		{ HEAD PEOPLE "ordförande: {namn: Karin Holm, paragrafer: 40}\n" ONE, "P051", 8, 44 },
	};

	(void)state;
	for (size_t i = 0; i < PK_COUNT(rows); i++) {
		void *own = NULL;

		assert_int_equal(fixture_job(&own), 0);
		assert_null(decode(own, rows[i].yaml, NULL));
		assert_only(own, rows[i].code, rows[i].line, rows[i].column);
		fixture_job_free(&own);
	}
}

static void all_faults_are_told_at_once(void **state)
{
	struct pk_job *job = *state;

	assert_null(decode(job, "organ: A\ndatum: 2024-02-30\nplas: B\nparagrafer:\n"
			"  - nr: 1\n    beslut:\n      -\n    jäv: C\n", NULL));
	assert_int_equal(pk_diag_errors(job->diags), 5);
}

static void a_bad_line_does_not_make_other_names_unknown(void **state)
{
	assert_null(decode(*state, HEAD "närvarande:\n  beslutande: \"Karin Holm (S), § 99\"\n"
			"ordförande: Karin Holm\n" ONE, NULL));
	assert_only(*state, "P051", 4, 34);
}

static void markdown_is_told_at_its_line(void **state)
{
	assert_null(decode(*state, HEAD ONE "    motivering: |\n      Ett.\n\n      ---\n\n      Två.\n",
			NULL));
	assert_only(*state, "P026", 9, 7);
}

static void the_number_of_paragrafer_has_a_ceiling(void **state)
{
	struct pk_job *job = *state;
	struct pk_limits few = pk_limits_default;

	few.paragraphs = 2;
	job->limits = &few;
	assert_null(decode(job, HEAD "paragrafer:\n  - {nr: 1, rubrik: A}\n  - {rubrik: B}\n"
			"  - {rubrik: C}\n", NULL));
	assert_true(strstr(reports(job, PK_SWEDISH), "fler än 2 paragrafer") != NULL);
	job->limits = &pk_limits_default;
}

/* The whole text, as a secretary meets it. */
static void words_in_both_languages(void **state)
{
	static const struct {
		const char *yaml, *swedish, *english;
	} rows[] = {
		{ HEAD ONE "    beslutunderlag: Rapport\n",
			"möte.yaml:6:5: fel[P030]: okänd nyckel: beslutunderlag\n"
			"        beslutunderlag: Rapport\n"
			"        ^~~~~~~~~~~~~~\n"
			"    råd: menade du beslutsunderlag?\n",
			"möte.yaml:6:5: error[P030]: unknown key: beslutunderlag\n"
			"        beslutunderlag: Rapport\n"
			"        ^~~~~~~~~~~~~~\n"
			"    hint: did you mean beslutsunderlag?\n" },
		{ "organ: A\ndatum: 2023-02-29\n" ONE,
			"möte.yaml:2:8: fel[P046]: dagen 2023-02-29 finns inte\n"
			"    datum: 2023-02-29\n"
			"           ^~~~~~~~~~\n"
			"    råd: 2023-02 har 28 dagar\n",
			"möte.yaml:2:8: error[P046]: the day 2023-02-29 does not exist\n"
			"    datum: 2023-02-29\n"
			"           ^~~~~~~~~~\n"
			"    hint: 2023-02 has 28 days\n" },
		{ HEAD "närvarande:\n  övriga: Bo Ek, ekonom, § 43\n" ONE,
			"möte.yaml:4:28: fel[P051]: § 43 finns inte i mötet\n"
			"      övriga: Bo Ek, ekonom, § 43\n"
			"                               ^~\n"
			"    råd: mötets nummer är § 41–41; de räknas från första paragrafens nr\n",
			"möte.yaml:4:28: error[P051]: there is no § 43 in the meeting\n"
			"      övriga: Bo Ek, ekonom, § 43\n"
			"                               ^~\n"
			"    hint: the numbers of the meeting are § 41–41; they are counted from the nr of the "
			"first paragraf\n" },
		{ HEAD "justerare: Per Ek\n" ONE,
			"möte.yaml:3:1: fel[P032]: nyckeln justerare kan inte stå här\n"
			"    justerare: Per Ek\n"
			"    ^~~~~~~~~\n"
			"    råd: den hör hemma under justering\n",
			"möte.yaml:3:1: error[P032]: the key justerare cannot stand here\n"
			"    justerare: Per Ek\n"
			"    ^~~~~~~~~\n"
			"    hint: it belongs under justering\n" },
	};

	(void)state;
	for (size_t i = 0; i < PK_COUNT(rows); i++) {
		void *own = NULL;

		assert_int_equal(fixture_job(&own), 0);
		assert_null(decode(own, rows[i].yaml, NULL));
		assert_string_equal(reports(own, PK_SWEDISH), rows[i].swedish);
		assert_string_equal(reports(own, PK_ENGLISH), rows[i].english);
		fixture_job_free(&own);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		job_test(one_fault_one_message),
		job_test(all_faults_are_told_at_once),
		job_test(a_bad_line_does_not_make_other_names_unknown),
		job_test(markdown_is_told_at_its_line),
		job_test(the_number_of_paragrafer_has_a_ceiling),
		job_test(words_in_both_languages),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
