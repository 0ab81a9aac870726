#include "decoding.h"

#include <stdio.h>

/* Line 1 and 2, so that the rows below begin on line 3. */
#define HEAD "organ: Socialnämnden\ndatum: 2024-05-21\n"
#define ONE "paragrafer:\n  - nr: 41\n    rubrik: Val av justerare\n"
#define PEOPLE "närvarande:\n  beslutande:\n    - Karin Holm (S), ordförande\n    - Per Ek (C)\n    - Per Ek (M)\n"

struct row {
	const char *yaml, *code;
	uint32_t line, column;
};

/* Each row is one meeting with one fault. */
static void assert_each(const struct row *rows, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		void *own = NULL;

		assert_int_equal(fixture_job(&own), 0);
		assert_null(decode(own, rows[i].yaml, NULL));
		assert_only(own, rows[i].code, rows[i].line, rows[i].column);
		fixture_job_free(&own);
	}
}

static void one_fault_one_message(void **state)
{
	static const struct row rows[] = {
		/* Keys */
		{ HEAD "plas: Sjön\n" ONE, "P030", 3, 1 },
		{ HEAD "närvarande:\n  beslutade: A B\n" ONE, "P030", 4, 3 },
		{ HEAD "zebra: ja\n" ONE, "P031", 3, 1 },
		{ HEAD "mottagare: Kommunstyrelsen\n" ONE, "P032", 3, 1 },
		{ HEAD ONE "    bilagor: {rubrik: A, text: B}\n", "P033", 6, 5 },
		{ HEAD "bygger_på: ../protokoll.yaml\n" ONE, "P034", 3, 1 },
		{ HEAD ONE "    lottning: ja\n", "P036", 6, 5 },
		{ HEAD ONE "    omröstningar: {ja: 3, nej: 2, redovisning: tabell}\n", "P037", 6, 48 },
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
	assert_each(rows, PK_COUNT(rows));
}

static void one_fault_in_what_happened(void **state)
{
	static const struct row rows[] = {
		/* The sitting */
		{ "organ: A\ndatum: [2024-05-22, 2024-05-21]\n" ONE, "P221", 2, 21 },
		{ "organ: A\ndatum: [2024-05-21, 2024-05-21]\n" ONE, "P221", 2, 21 },
		{ HEAD ONE "    dag: 2024-05-22\n", "P222", 6, 10 },
		{ HEAD "ajournering: kaffe\n" ONE, "P223", 3, 14 },
		{ HEAD "ajournering: {skäl: kaffe}\n" ONE, "P223", 3, 14 },
		{ HEAD "ajournering: 14.10–25.10, kaffe\n" ONE, "P047", 3, 14 },
		{ HEAD "ajournering: 14.10–14.25, § 42\n" ONE, "P051", 3, 29 },
		{ HEAD "öppet: kanske\n" ONE, "P050", 3, 8 },
		{ HEAD "tysta: {kod: P063}\n" ONE, "P038", 3, 8 },
		{ HEAD "tysta: {kod: P063, skäl: A, paragraf: 42}\n" ONE, "P051", 3, 39 },
		{ HEAD "tysta: {kod: P63, skäl: A}\n" ONE, "P224", 3, 14 },
		/* What happened at a paragraf */
		{ HEAD ONE "    tidigare: {organ: Au, paragraf: fem}\n", "P059", 6, 37 },
		{ HEAD ONE "    beslutsform: lista\n", "P049", 6, 18 },
		{ HEAD ONE "    förslag: {till: KF}\n", "P038", 6, 14 },
		{ HEAD ONE "    yrkanden: {typ: bifall}\n", "P038", 6, 15 },
		{ HEAD ONE "    yrkanden: {av: A B, typ: avsalg}\n", "P049", 6, 30 },
		{ HEAD ONE "    yrkanden: {av: A B, på: förslaget}\n", "P039", 6, 15 },
		{ HEAD ONE "    omröstningar: {ja: övriga, nej: övriga, summa: {ja: 1, nej: 2}}\n", "P226", 6, 37 },
		{ HEAD ONE "    omröstningar: {ja: övriga, nej: 2}\n", "P227", 6, 24 },
		{ HEAD ONE "    omröstningar: {ja: 1, nej: [A B, C D], sluten: ja}\n", "P228", 6, 32 },
		{ HEAD ONE "    omröstningar: {ja: 2, nej: 2, avgörande: lottning}\n", "P229", 6, 19 },
		{ HEAD ONE "    omröstningar: {slag: votering, ja: 2, nej: 1}\n", "P049", 6, 26 },
		{ HEAD ONE "    omröstningar: {ja: 2, nej: 1, blanka: några}\n", "P220", 6, 43 },
		{ HEAD ONE "    omröstningar: {ja: 2, nej: 1, summa: {ja: två}}\n", "P220", 6, 47 },
		{ HEAD ONE "    omröstningar: {slag: huvudvotering}\n", "P039", 6, 19 },
		{ HEAD ONE "    reservationer: {av: A B, bilaga: 1}\n", "P225", 6, 38 },
		{ HEAD ONE "    reservationer: {av: A B, bilaga: ett}\n", "P220", 6, 38 },
		{ HEAD ONE "    reservationer: {grupp: M}\n", "P038", 6, 20 },
		{ HEAD ONE "    anteckningar: {av: A B}\n", "P039", 6, 19 },
		{ HEAD ONE "    jäv: {skäl: ägare}\n", "P038", 6, 10 },
		{ HEAD ONE "    jäv: A B\n", "P043", 6, 10 },
		{ HEAD ONE "    jäv: {namn: A B, lämnar: kanske}\n", "P048", 6, 30 },
		{ HEAD ONE "    jäv: {namn: \"A B, § 41\"}\n", "P055", 6, 23 },
		{ HEAD ONE "    delegationsbeslut: {nr: 1}\n", "P038", 6, 24 },
		{ HEAD ONE "    anmälningar: {dnr: 1}\n", "P038", 6, 18 },
		{ HEAD ONE "    rättelser: {datum: 2024-06-03, stod: A}\n", "P038", 6, 16 },
		{ HEAD ONE "    sekretess: {rubrik: A}\n", "P038", 6, 16 },
		{ HEAD ONE "    sekretess: {lagrum: A, omfattar: namnen}\n", "P049", 6, 38 },
		{ HEAD ONE "    överklagande: ja\n", "P049", 6, 19 },
		{ HEAD ONE "    omedelbar_justering: kanske\n", "P048", 6, 26 },
		{ HEAD ONE "    mottagare: {atgard: A, åtgärder: B}\n", "P030", 6, 28 },
		{ HEAD PEOPLE ONE "    deltar_inte: Karin Hom\n", "P052", 11, 18 },
		{ HEAD PEOPLE ONE "    yrkanden: {av: Per Ek, typ: bifall}\n", "P054", 11, 20 },
		{ HEAD PEOPLE ONE "    omröstningar: {ja: [Karin Holm, Sara Nyqvist], nej: 1}\n", "P053", 11, 37 },
		{ HEAD PEOPLE ONE "    omedelbar_justering: {justerare: \"Karin Holm, § 41\"}\n", "P055", 11, 51 },
	};

	(void)state;
	assert_each(rows, PK_COUNT(rows));
}

static void all_faults_are_told_at_once(void **state)
{
	struct pk_job *job = *state;

	assert_null(decode(job, "organ: A\ndatum: 2024-02-30\nplas: B\nparagrafer:\n"
			"  - nr: 1\n    beslut:\n      -\n    lottning: C\n", NULL));
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
			"    råd: den hör hemma under justering, omedelbar_justering\n",
			"möte.yaml:3:1: error[P032]: the key justerare cannot stand here\n"
			"    justerare: Per Ek\n"
			"    ^~~~~~~~~\n"
			"    hint: it belongs under justering, omedelbar_justering\n" },
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
		job_test(one_fault_in_what_happened),
		job_test(all_faults_are_told_at_once),
		job_test(a_bad_line_does_not_make_other_names_unknown),
		job_test(markdown_is_told_at_its_line),
		job_test(the_number_of_paragrafer_has_a_ceiling),
		job_test(words_in_both_languages),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
