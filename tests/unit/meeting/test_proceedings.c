#include "decoding.h"

#include <stdio.h>

#define HEAD "organ: Socialnämnden\ndatum: [2024-05-21, 2024-05-22]\n" \
	"närvarande:\n  beslutande:\n    - Karin Holm (S), ordförande\n    - Per Ek (C), § 41\n" \
	"    - Bo Ek (M), ej § 43\n  ersättare: [\"Per Ek (C), fr.o.m. § 42\", Omar Haddad (S)]\n" \
	"bilagor: [{rubrik: A, text: B}, {rubrik: C, text: D}]\n" \
	"paragrafer:\n  - {nr: 41, rubrik: E}\n  - rubrik: F\n"
#define TAIL "  - {rubrik: G}\n"

/* Each row: keys of § 42, and what the JSON then has of it. */
static void keys_of_a_paragraf(void **state)
{
	static const struct {
		const char *yaml, *part;
	} rows[] = {
		{ "dag: 2024-05-22", "\"dag\": \"2024-05-22\"" },
		{ "tidigare: {organ: Au, paragraf: § 31, datum: 2024-05-07}",
			"\"tidigare\": [{\"organ\": \"Au\", \"paragraf\": \"31\", \"datum\": \"2024-05-07\"}]" },
		{ "tidigare: [{organ: Au, paragraf: 31/2024}, {organ: KS}]",
			"[{\"organ\": \"Au\", \"paragraf\": \"31/2024\"}, {\"organ\": \"KS\"}]" },
		{ "beslutsform: att", "\"beslutsform\": \"att\"" },
		{ "beslutsform: loptext", "\"beslutsform\": \"löptext\"" },
		{ "förslag: {till: kommunfullmäktige, beslut: [A *b*, C]}",
			"\"förslag\": [{\"till\": \"kommunfullmäktige\", \"beslut\": [\"A b\", \"C\"]}]" },
		{ "yrkanden: {av: Bo Ek, typ: bifall, på: förslaget}",
			"\"yrkanden\": [{\"av\": [{\"namn\": \"Bo Ek\", \"person\": 2}], \"typ\": \"bifall\", "
			"\"på\": \"förslaget\"}]" },
		{ "yrkanden: {av: [Bo Ek, Karin Holm (S)], text: A., instammer: Omar Haddad}",
			"{\"namn\": \"Karin Holm\", \"parti\": \"S\", \"person\": 0}], \"text\": \"A.\", "
			"\"instämmer\": [{\"namn\": \"Omar Haddad\", \"person\": 4}]" },
		{ "yrkanden: {av: Bo Ek, typ: bordlaggning}", "\"typ\": \"bordläggning\"" },
		{ "propositionsordning: Ja mot **nej**.", "\"propositionsordning\": \"Ja mot nej.\"" },
		{ "deltar_inte: Bo Ek", "\"deltar_inte\": [{\"namn\": \"Bo Ek\", \"person\": 2}]" },
		{ "ordförande: Bo Ek", "\"ordförande\": {\"namn\": \"Bo Ek\", \"person\": 2}" },
		{ "reservationer: {av: Bo Ek, grupp: Ledamöterna från M, för: eget yrkande, bilaga: 2}",
			"\"grupp\": \"Ledamöterna från M\", \"för\": \"eget yrkande\", \"bilaga\": 2}" },
		{ "reservationer: {av: Bo Ek}", "\"reservationer\": [{\"av\": [{\"namn\": \"Bo Ek\", "
			"\"person\": 2}]}]" },
		{ "särskilda_yttranden: {av: Bo Ek, text: A.}",
			"\"särskilda_yttranden\": [{\"av\": [{\"namn\": \"Bo Ek\", \"person\": 2}], \"text\": \"A.\"}]" },
		{ "anteckningar: {av: Bo Ek, bilaga: 1}",
			"\"anteckningar\": [{\"av\": [{\"namn\": \"Bo Ek\", \"person\": 2}], \"bilaga\": 1}]" },
		{ "jäv: {namn: Bo Ek, ersättare: Omar Haddad, lämnar: ja, skäl: ägare}",
			"\"jäv\": [{\"namn\": {\"namn\": \"Bo Ek\", \"person\": 2}, \"ersättare\": {\"namn\": "
			"\"Omar Haddad\", \"person\": 4}, \"lämnar\": \"ja\", \"skäl\": \"ägare\"}]" },
		{ "jav: [{namn: Bo Ek, lamnar: nej}, {namn: Karin Holm}]",
			"\"person\": 2}, \"lämnar\": \"nej\"}, {\"namn\": {\"namn\": \"Karin Holm\"" },
		{ "mottagare: {åtgärd: Socialchefen, kännedom: [A, B]}",
			"\"mottagare\": [\"Socialchefen\"], \"för_kännedom\": [\"A\", \"B\"]" },
		{ "mottagare: {kannedom: A}", "\"rubrik\": \"F\", \"för_kännedom\": [\"A\"]" },
		{ "delegationsbeslut: [{nr: D 14, datum: 2024-04-18, dnr: 2, beslut: A, delegat: B}, {beslut: C}]",
			"\"delegationsbeslut\": [{\"nr\": \"D 14\", \"datum\": \"2024-04-18\", \"dnr\": \"2\", "
			"\"beslut\": \"A\", \"delegat\": \"B\"}, {\"beslut\": \"C\"}]" },
		{ "anmälningar: {datum: 2024-05-02, dnr: 3, ärende: A, från: B}",
			"\"anmälningar\": [{\"datum\": \"2024-05-02\", \"dnr\": \"3\", \"ärende\": \"A\", "
			"\"från\": \"B\"}]" },
		{ "omedelbar_justering: ja", "\"omedelbar_justering\": {}" },
		{ "omedelbar_justering: nej", "\"rubrik\": \"F\"}" },
		{ "omedelbar_justering: {datum: 2024-05-21, justerare: Bo Ek, plats: A, anslag: 2024-05-22}",
			"\"omedelbar_justering\": {\"datum\": \"2024-05-21\", \"justerare\": [{\"namn\": \"Bo Ek\", "
			"\"person\": 2}], \"plats\": \"A\", \"anslag\": \"2024-05-22\"}" },
		{ "rättelser: {datum: 2024-06-03, av: A, avser: B, stod: C, rättat: D, grund: E}",
			"\"rättelser\": [{\"datum\": \"2024-06-03\", \"av\": \"A\", \"avser\": \"B\", \"stod\": \"C\", "
			"\"rättat\": \"D\", \"grund\": \"E\"}]" },
		{ "sekretess: {lagrum: 26 kap. 1 § OSL}", "\"sekretess\": {\"lagrum\": \"26 kap. 1 § OSL\"}" },
		{ "sekretess: {lagrum: A, rubrik: B}", "\"sekretess\": {\"lagrum\": \"A\", \"rubrik\": \"B\"}" },
		{ "sekretess: {lagrum: A, omfattar: markerat}\n    dnr: ((1))",
			"\"sekretess\": {\"lagrum\": \"A\", \"markerat\": true}" },
		{ "överklagande: besvär", "\"överklagande\": \"besvär\"" },
		{ "overklagande: nej", "\"överklagande\": \"nej\"" },
		{ "överklagande: laglighet", "\"rubrik\": \"F\"}" },
	};

	for (size_t i = 0; i < PK_COUNT(rows); i++) {
		char yaml[2048];

		snprintf(yaml, sizeof(yaml), HEAD "    %s\n" TAIL, rows[i].yaml);
		assert_has(json_of(*state, yaml, NULL), rows[i].part);
	}
}

static void votes(void **state)
{
	static const struct {
		const char *yaml, *part;
	} rows[] = {
		{ "{ja: 41, nej: 38, avstår: 0}", "{\"ja\": 41, \"nej\": 38, \"avstår\": 0}" },
		{ "{ja: Bo Ek, nej: [Karin Holm, Omar Haddad]}", "{\"ja\": [{\"namn\": \"Bo Ek\", \"person\": 2}], "
			"\"nej\": [{\"namn\": \"Karin Holm\", \"person\": 0}, {\"namn\": \"Omar Haddad\", "
			"\"person\": 4}]}" },
		{ "{ja: övriga, nej: Bo Ek, summa: {ja: 2, nej: 1}}",
			"{\"ja\": \"övriga\", \"nej\": [{\"namn\": \"Bo Ek\", \"person\": 2}], "
			"\"summa\": {\"ja\": 2, \"nej\": 1}}" },
		{ "{slag: huvudvotering, ja_betyder: A, nej_betyder: B, ja: 1, nej: 2, redovisning: matris}",
			"{\"slag\": \"huvudvotering\", \"ja_betyder\": \"A\", \"nej_betyder\": \"B\", \"ja\": 1, "
			"\"nej\": 2, \"redovisning\": \"matris\"}" },
		{ "{slag: motforslag, ja: 1, nej: 2}", "{\"slag\": \"motförslag\", " },
		{ "{slag: omröstning, ja: 1, nej: 2}", "[{\"ja\": 1, \"nej\": 2}]" },
		{ "{slag: minoritet, ja: 2, nej: 1}", "{\"slag\": \"minoritet\", " },
		{ "{ja: 2, nej: 2, avgörande: utslagsröst, utfall: nej}",
			"\"avgörande\": \"utslagsröst\", \"utfall\": \"nej\"}" },
		{ "{ja: 2, nej: 2, avgorande: lottning, utfall: ja}",
			"\"avgörande\": \"lottning\", \"utfall\": \"ja\"}" },
		{ "{ja: 2, nej: 1, blanka: 0, ogiltiga: 1, sluten: ja}",
			"\"blanka\": 0, \"ogiltiga\": 1, \"sluten\": true}" },
		{ "{summa: {ja: 41, nej: 38, avstår: 2, frånvarande: 0}}",
			"[{\"summa\": {\"ja\": 41, \"nej\": 38, \"avstår\": 2, \"frånvarande\": 0}}]" },
		{ "[{ja: 1, nej: 2}, {ja: 3, nej: 0}]", "[{\"ja\": 1, \"nej\": 2}, {\"ja\": 3, \"nej\": 0}]" },
		{ "{ja: 1, nej: [], frånvarande: Bo Ek}", "{\"ja\": 1, \"frånvarande\": [{\"namn\": \"Bo Ek\"" },
	};

	for (size_t i = 0; i < PK_COUNT(rows); i++) {
		char yaml[2048];

		snprintf(yaml, sizeof(yaml), HEAD "    omröstningar: %s\n" TAIL, rows[i].yaml);
		assert_has(json_of(*state, yaml, NULL), rows[i].part);
	}
}

/* Per Ek has a line for § 41 and one for what follows. */
static void a_name_means_the_line_of_its_paragraf(void **state)
{
	const char *json = json_of(*state, HEAD "    deltar_inte: Per Ek\n"
			"  - {rubrik: G, deltar_inte: [Per Ek, Bo Ek]}\n", NULL);

	assert_has(json, "\"rubrik\": \"F\", \"deltar_inte\": [{\"namn\": \"Per Ek\", \"person\": 3}]");
	assert_has(json, "\"rubrik\": \"G\", \"deltar_inte\": [{\"namn\": \"Per Ek\", \"person\": 3}, "
			"{\"namn\": \"Bo Ek\", \"person\": 2}]");
}

#define PLAIN "organ: A\ndatum: 2024-05-21\n"
#define ONE "paragrafer:\n  - {nr: 41, rubrik: E}\n  - {rubrik: F}\n"

static void the_sitting(void **state)
{
	static const struct {
		const char *yaml, *part;
	} rows[] = {
		{ "organ: A\ndatum: [2024-05-21, 2024-05-22]\n" ONE,
			"\"datum\": \"2024-05-22\",\n\"dagar\": [\n{\"datum\": \"2024-05-21\"},\n"
			"{\"datum\": \"2024-05-22\"}],\n" },
		{ "organ: A\ndatum: [2024-05-21]\n" ONE, "\"datum\": \"2024-05-21\",\n\"paragrafer\"" },
		{ PLAIN "ajournering: 14.10-14.25, kaffe, § 42\n" ONE,
			"{\"tid\": \"14.10–14.25\", \"skäl\": \"kaffe\", \"när\": \"§\u00A042\", \"spann\": \"1-1\"}" },
		{ PLAIN "ajournering: [\"kl 12–13, lunch\", 14.10–14.25]\n" ONE,
			"{\"tid\": \"12.00–13.00\", \"skäl\": \"lunch\"},\n{\"tid\": \"14.10–14.25\"}]" },
		{ PLAIN "ajournering: 12–13, 14.10–14.25, kaffe, överläggning, § 41, 42\n" ONE,
			"{\"tid\": \"12.00–13.00, 14.10–14.25\", \"skäl\": \"kaffe, överläggning\", "
			"\"när\": \"§\u00A041, 42\", \"spann\": \"0-0 1-1\"}" },
		{ PLAIN "ajournering: {tid: 14–15, skäl: \"gruppmöten, kaffe\", paragraf: 42}\n" ONE,
			"{\"tid\": \"14.00–15.00\", \"skäl\": \"gruppmöten, kaffe\", \"när\": \"§\u00A042\", "
			"\"spann\": \"1-1\"}" },
		{ PLAIN "öppet: nej\n" ONE, "\"öppet\": {\n\"svar\": \"nej\"}" },
		{ PLAIN "oppet: true\n" ONE, "\"öppet\": {\n\"svar\": \"ja\"}" },
		{ PLAIN "öppet: ej § 42\n" ONE,
			"\"svar\": \"ja\",\n\"när\": \"ej §\u00A042\",\n\"spann\": \"!1-1\"}" },
		{ PLAIN "tysta: {kod: P063, skäl: Sjukdom.}\n" ONE, "{\"kod\": \"P063\", \"skäl\": \"Sjukdom.\"}" },
		{ PLAIN "tysta: [{kod: P074, skäl: A, paragraf: § 42}]\n" ONE,
			"{\"kod\": \"P074\", \"skäl\": \"A\", \"paragraf\": 1}" },
	};

	for (size_t i = 0; i < PK_COUNT(rows); i++)
		assert_has(json_of(*state, rows[i].yaml, NULL), rows[i].part);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		job_test(keys_of_a_paragraf),
		job_test(votes),
		job_test(a_name_means_the_line_of_its_paragraf),
		job_test(the_sitting),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
