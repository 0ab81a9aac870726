#include "decoding.h"

#include <stdio.h>

#define SETTINGS "organ:\n  - namn: Socialnämnden\n    kort: SN\n    antal_ledamöter: 4\n" \
	"    ledamöter:\n" \
	"      - {nyckel: kh, namn: Karin Holm, parti: S, roll: ordförande, från: 2023-01-01, till: 2026-12-31}\n" \
	"      - {nyckel: pl, namn: Per Lindgren, parti: C, roll: vice ordförande}\n" \
	"      - {nyckel: nb, namn: Nils Berg, parti: M, till: 2024-05-21}\n" \
	"      - {namn: Vakant, parti: V}\n" \
	"      - {nyckel: gl, namn: Gun Lök, parti: M, från: 2024-05-22}\n" \
	"    ersättare:\n" \
	"      - {nyckel: oh, namn: Omar Haddad, parti: S, från: 2023-01-01}\n" \
	"      - {nyckel: eg, namn: Eva Gren, parti: M, roll: ledamot}\n" \
	"  - {namn: Kommunstyrelsen, kort: KS, ledamöter: {nyckel: kh, namn: Kalle Hed}}\n"
#define HEAD "organ: SN\ndatum: 2024-05-21\n"
#define THREE "paragrafer: [{nr: 41, rubrik: A}, {rubrik: B}, {rubrik: C}]\n"

static void the_meeting_gets_the_register_of_its_body(void **state)
{
	const char *json = json_of(*state, HEAD THREE, SETTINGS);

	assert_has(json, "\"platser\": 4,\n\"register\": [\n{\"nyckel\": \"kh\", \"namn\": \"Karin Holm\", "
			"\"parti\": \"S\", \"roll\": \"ordförande\", \"från\": \"2023-01-01\", "
			"\"till\": \"2026-12-31\"},\n");
	assert_has(json, "{\"nyckel\": \"eg\", \"namn\": \"Eva Gren\", \"parti\": \"M\", "
			"\"roll\": \"ledamot\", \"ersättare\": true}],\n");
	json = json_of(*state, "organ: Kommunstyrelsen\ndatum: 2024-05-21\n" THREE, SETTINGS);
	assert_has(json, "\"register\": [\n{\"nyckel\": \"kh\", \"namn\": \"Kalle Hed\"}],\n");
	assert_lacks(json, "platser");
	assert_lacks(json_of(*state, "organ: Valnämnden\ndatum: 2024-05-21\n" THREE, SETTINGS), "register");
}

static void people_are_named_by_key(void **state)
{
	const char *json = json_of(*state, HEAD "närvarande:\n  beslutande:\n    - kh\n"
			"    - pl, ledamot, ej § 42\n    - oh, tjänstgörande ersättare för nb\n"
			"  ersättare: eg\njustering: {justerare: [kh, pl]}\n"
			"paragrafer: [{nr: 41, rubrik: A, deltar_inte: oh}, {rubrik: B}]\n", SETTINGS);

	assert_has(json, "{\"namn\": \"Karin Holm\", \"parti\": \"S\", \"roll\": \"ordförande\", \"grupp\": "
			"\"beslutande\"},\n{\"namn\": \"Per Lindgren\", \"parti\": \"C\", \"roll\": \"ledamot\", ");
	assert_has(json, "{\"namn\": \"Omar Haddad\", \"parti\": \"S\", \"tjänstgör_för\": {\"namn\": "
			"\"Nils Berg\", \"parti\": \"M\"}, \"grupp\": \"beslutande\"},\n"
			"{\"namn\": \"Eva Gren\", \"parti\": \"M\", \"grupp\": \"ersättare\"}");
	assert_has(json, "\"justerare\": [{\"namn\": \"Karin Holm\", \"parti\": \"S\", \"person\": 0}, "
			"{\"namn\": \"Per Lindgren\", \"parti\": \"C\", \"person\": 1}]");
	assert_has(json, "\"deltar_inte\": [{\"namn\": \"Omar Haddad\", \"parti\": \"S\", \"person\": 2}]");
}

/* Each row: närvarande after "alla ledamöter", and the lines that then stand in the JSON. */
static void all_members_less_the_absent(void **state)
{
	static const struct {
		const char *yaml, *part;
	} rows[] = {
		{ "", "\"alla_ledamöter\": true,\n\"personer\": [\n"
			"{\"namn\": \"Karin Holm\", \"parti\": \"S\", \"roll\": \"ordförande\", \"grupp\": \"beslutande\"},\n"
			"{\"namn\": \"Per Lindgren\", \"parti\": \"C\", \"roll\": \"vice ordförande\", \"grupp\": "
			"\"beslutande\"},\n"
			"{\"namn\": \"Nils Berg\", \"parti\": \"M\", \"grupp\": \"beslutande\"},\n"
			"{\"namn\": \"Vakant\", \"parti\": \"V\", \"vakant\": true, \"grupp\": \"beslutande\"}],\n" },
		{ "    - Omar Haddad (S), tjänstgörande ersättare för Karin Holm (S)\n  frånvarande: kh\n",
			"\"personer\": [\n{\"namn\": \"Per Lindgren\"" },
		{ "    - Omar Haddad (S), tjänstgörande ersättare för Karin Holm (S)\n  frånvarande: kh\n",
			"\"vakant\": true, \"grupp\": \"beslutande\"},\n{\"namn\": \"Omar Haddad\", \"parti\": \"S\", "
			"\"tjänstgör_för\": {\"namn\": \"Karin Holm\", \"parti\": \"S\", \"person\": 4}, " },
		{ "  frånvarande: Nils Berg (M), § 42\n", "{\"namn\": \"Nils Berg\", \"parti\": \"M\", "
			"\"när\": \"ej §\u00A042\", \"spann\": \"!1-1\", \"grupp\": \"beslutande\"}" },
		{ "  frånvarande: Nils Berg, t.o.m. § 42\n", "{\"namn\": \"Nils Berg\", \"parti\": \"M\", "
			"\"när\": \"§\u00A043\", \"spann\": \"2-2\", \"grupp\": \"beslutande\"}" },
		{ "  frånvarande: [\"nb, § 41\", \"nb, § 43\"]\n", "{\"namn\": \"Nils Berg\", \"parti\": \"M\", "
			"\"när\": \"§\u00A042\", \"spann\": \"1-1\", \"grupp\": \"beslutande\"}" },
		{ "  frånvarande: Nils Berg (M), kl. 14–15\n", "{\"namn\": \"Nils Berg\", \"parti\": \"M\", "
			"\"när\": \"ej kl.\u00A014.00–15.00\", \"grupp\": \"beslutande\"}" },
		/* A line of their own stands instead. */
		{ "    - Nils Berg (M), på distans\n", "\"vakant\": true, \"grupp\": \"beslutande\"},\n"
			"{\"namn\": \"Nils Berg\", \"parti\": \"M\", \"distans\": true, " },
	};

	for (size_t i = 0; i < PK_COUNT(rows); i++) {
		char yaml[2048];

		snprintf(yaml, sizeof(yaml), HEAD "närvarande:\n  beslutande:\n    - alla ledamöter\n%s" THREE,
				rows[i].yaml);
		assert_has(json_of(*state, yaml, SETTINGS), rows[i].part);
	}
}

static void the_day_of_the_meeting_decides_who_sits(void **state)
{
	const char *json = json_of(*state, "organ: SN\ndatum: 2024-05-22\n"
			"närvarande: {beslutande: alla ledamöter}\n" THREE, SETTINGS);

	assert_has(json, "{\"namn\": \"Gun Lök\", \"parti\": \"M\", \"grupp\": \"beslutande\"}");
	assert_lacks(json, "{\"namn\": \"Nils Berg\", \"parti\": \"M\", \"grupp\"");
}

static void faults(void **state)
{
	static const struct {
		const char *meeting, *settings, *report;
	} rows[] = {
		{ HEAD "närvarande: {beslutande: [nb, gl]}\n" THREE, SETTINGS, "möte.yaml:3:31: fel[P234]" },
		{ HEAD "närvarande: {beslutande: alla ledamöter}\n" THREE, NULL, "möte.yaml:3:26: fel[P235]" },
		{ HEAD THREE, "organ: {namn: A, antal_ledamöter: sju}\n", "protokoll.yaml:1:35: fel[P220]" },
		{ HEAD THREE, "organ: {namn: A, antal_ledamöter: 0}\n", "protokoll.yaml:1:35: fel[P220]" },
		{ HEAD THREE, "organ: {namn: A, ledamöter: {nyckel: kh}}\n", "protokoll.yaml:1:29: fel[P038]" },
		{ HEAD THREE, "organ: {namn: A, ledamöter: {namn: B, roll: chef}}\n", "protokoll.yaml:1:45: fel[P049]" },
		{ HEAD THREE, "organ: {namn: A, ledamöter: {namn: B, till: 2024}}\n", "protokoll.yaml:1:45: fel[P045]" },
		{ HEAD THREE, "organ: {namn: A, ledamöter: [{nyckel: b, namn: B, till: 2024-01-01},"
			" {nyckel: b, namn: C}]}\n", "protokoll.yaml:1:70: fel[P058]" },
	};

	(void)state;
	for (size_t i = 0; i < PK_COUNT(rows); i++) {
		void *own = NULL;

		assert_int_equal(fixture_job(&own), 0);
		assert_null(decode(own, rows[i].meeting, rows[i].settings));
		assert_has(reports(own, PK_SWEDISH), rows[i].report);
		assert_int_equal(pk_diag_count(((struct pk_job *)own)->diags), 1);
		fixture_job_free(&own);
	}
}

/* One key may pass from one person to the next. */
static void a_key_that_is_inherited(void **state)
{
	static const char settings[] = "organ: {namn: A, ledamöter: [{nyckel: b, namn: Bo Ek, till: 2024-05-21},"
		" {nyckel: b, namn: Ann Ek, från: 2024-05-22}]}\n";

	assert_has(json_of(*state, "datum: 2024-05-21\nnärvarande: {beslutande: b}\n" THREE, settings),
			"\"personer\": [\n{\"namn\": \"Bo Ek\"");
	assert_has(json_of(*state, "datum: 2024-05-22\nnärvarande: {beslutande: b}\n" THREE, settings),
			"\"personer\": [\n{\"namn\": \"Ann Ek\"");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		job_test(the_meeting_gets_the_register_of_its_body),
		job_test(people_are_named_by_key),
		job_test(all_members_less_the_absent),
		job_test(the_day_of_the_meeting_decides_who_sits),
		job_test(faults),
		job_test(a_key_that_is_inherited),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
