#include "decoding.h"

#include <stdio.h>

#define HEAD "organ: Socialnämnden\ndatum: 2024-05-21\n"
#define ONE "paragrafer:\n  - nr: 41\n    rubrik: Val av justerare\n"

static void a_small_meeting(void **state)
{
	static const char yaml[] =
		"kommun: Sjöviks kommun\n"
		"organ: Socialnämnden\n"
		"nummer: nr 5\n"
		"datum: 2024-05-21\n"
		"tid: 13:00-16:10\n"
		"plats: Sammanträdesrum Sjön, Stadshuset\n"
		"narvarande:\n"
		"  beslutande:\n"
		"    - Karin Holm (S), ordförande\n"
		"    - Eva Ström (M), tjänstgörande ersättare för Nils Berg (M), § 41\n"
		"    - Nils Berg (M), fr.o.m. § 42\n"
		"  frånvarande: Birgit Lund (C)\n"
		"  övriga: Maria Nordin, ekonom, § 41\n"
		"  grupper:\n"
		"    - {rubrik: Personalföreträdare, personer: \"Pia Sand, Vision\"}\n"
		"sekreterare: Anna Sjöberg\n"
		"justering:\n"
		"  justerare: Nils Berg\n"
		"  ersättare: Eva Ström (M), ej § 42\n"
		"  plats: Socialförvaltningen\n"
		"  planerad: 2024-05-31 kl. 15\n"
		"anslag: {förvaringsplats: Socialförvaltningen, nedtas: 2024-07-01}\n"
		"bilagor: {rubrik: Kartan, fil: karta.pdf}\n"
		"paragrafer:\n"
		"  - nr: 41\n"
		"    rubrik: Val av justerare\n"
		"    beslut:\n"
		"      - Nils Berg utses.\n"
		"      - Listan *fastställs*.\n"
		"  - rubrik: Rapport\n"
		"    dnr: SN 2024/61\n"
		"    beslut: nej\n"
		"    ärendebeskrivning: |\n"
		"      Ett stycke.\n"
		"\n"
		"      Ett till.\n"
		"    avsnitt: {rubrik: Barn, text: Inget.}\n"
		"    beslutsunderlag: Rapport *2024*\n"
		"    mottagare: [Kommunstyrelsen, Socialchefen]\n";
	static const char expected[] =
		"{\n"
		"\"kommun\": \"Sjöviks kommun\",\n"
		"\"organ\": \"Socialnämnden\",\n"
		"\"nummer\": \"nr 5\",\n"
		"\"datum\": \"2024-05-21\",\n"
		"\"tid\": \"13.00–16.10\",\n"
		"\"plats\": \"Sammanträdesrum Sjön, Stadshuset\",\n"
		"\"personer\": [\n"
		"{\"namn\": \"Karin Holm\", \"parti\": \"S\", \"roll\": \"ordförande\", \"grupp\": \"beslutande\"},\n"
		"{\"namn\": \"Eva Ström\", \"parti\": \"M\", \"tjänstgör_för\": {\"namn\": \"Nils Berg\", "
		"\"parti\": \"M\", \"person\": 2}, \"när\": \"§\u00A041\", \"spann\": \"0-0\", \"grupp\": \"beslutande\"},\n"
		"{\"namn\": \"Nils Berg\", \"parti\": \"M\", \"när\": \"fr.o.m. §\u00A042\", \"spann\": \"1-1\", "
		"\"grupp\": \"beslutande\"},\n"
		"{\"namn\": \"Birgit Lund\", \"parti\": \"C\", \"grupp\": \"frånvarande\"},\n"
		"{\"namn\": \"Maria Nordin\", \"titel\": \"ekonom\", \"när\": \"§\u00A041\", \"spann\": \"0-0\", "
		"\"grupp\": \"övriga\"},\n"
		"{\"namn\": \"Pia Sand\", \"titel\": \"Vision\", \"grupp\": \"Personalföreträdare\"}],\n"
		"\"sekreterare\": [\n"
		"{\"namn\": \"Anna Sjöberg\"}],\n"
		"\"justering\": {\n"
		"\"justerare\": [{\"namn\": \"Nils Berg\", \"person\": 2}],\n"
		"\"ersättare\": [{\"namn\": \"Eva Ström\", \"parti\": \"M\", \"person\": 1, \"när\": \"ej §\u00A042\", "
		"\"spann\": \"!1-1\"}],\n"
		"\"plats\": \"Socialförvaltningen\",\n"
		"\"planerad\": \"2024-05-31\",\n"
		"\"planerad_tid\": \"kl.\u00A015.00\",\n"
		"\"signering\": \"penna\"},\n"
		"\"anslag\": [\n"
		"{\"nedtas\": \"2024-07-01\", \"förvaringsplats\": \"Socialförvaltningen\"}],\n"
		"\"paragrafer\": [\n"
		"{\"nr\": \"41\", \"nr_givet\": true, \"rubrik\": \"Val av justerare\", \"beslut\": "
		"[\"Nils Berg utses.\", \"Listan fastställs.\"]},\n"
		"{\"nr\": \"42\", \"rubrik\": \"Rapport\", \"dnr\": \"SN 2024/61\", \"beslut_nej\": true, "
		"\"ärendebeskrivning\": \"Ett stycke.\\nEtt till.\", \"avsnitt\": [{\"rubrik\": \"Barn\", "
		"\"text\": \"Inget.\"}], \"beslutsunderlag\": [\"Rapport *2024*\"], \"mottagare\": "
		"[\"Kommunstyrelsen\", \"Socialchefen\"]}],\n"
		"\"bilagor\": [\n"
		"{\"rubrik\": \"Kartan\", \"fil\": \"karta.pdf\"}],\n"
		"\"inställningar\": {\n"
		"\"ordning\": \"jäv rät bes för mot är avs yrk pro omr del res sär ant dlg anm und ome mtt\",\n"
		"\"nedtagande\": 0,\n"
		"\"flertecken\": \"§\",\n"
		"\"ny_sida\": true,\n"
		"\"signaturrutor\": true,\n"
		"\"utdragsbestyrkande\": true}}\n";

	assert_text(pk_str_of(json_of(*state, yaml, NULL)), expected);
}

/* Each row: lines after HEAD and one paragraf, and what the JSON then has. */
static void single_keys(void **state)
{
	static const struct {
		const char *yaml, *part;
	} rows[] = {
		{ "titel: \"*Protokoll* _nr_ #1\"\n", "\"titel\": \"*Protokoll* _nr_ #1\"" },
		{ "utkast: true\n", "\"utkast\": \"ja\"" },
		{ "utkast: Nej\n", "\"utkast\": \"nej\"" },
		{ "anslag: nej\n", "\"anslag_nej\": true" },
		{ "anslag:\n  - {tavla: A}\n  - {tavla: B, av: C}\n",
			"[\n{\"tavla\": \"A\"},\n{\"tavla\": \"B\", \"av\": \"C\"}]" },
		{ "justering: {signering: digital}\n", "\"signering\": \"digital\"" },
		{ "justering:\n  signaturer:\n    - {namn: A B, datum: 2024-06-02}\n"
			"    - {namn: C D, datum: 2024-06-01}\n", "\"datum\": \"2024-06-02\"" },
		{ "justering:\n  datum: 2024-06-05\n  signaturer: {namn: A B, datum: 2024-06-02}\n",
			"\"datum\": \"2024-06-05\"" },
		{ "justering: {justerare: A B (S)}\n", "\"justerare\": [{\"namn\": \"A B\", \"parti\": \"S\"}]" },
		{ "ordförande: A B (S)\n", "\"ordförande\": [\n{\"namn\": \"A B\", \"parti\": \"S\"}]" },
		{ "ordförande:\n  - {namn: A B, paragrafer: 41}\n  - C D, ej § 41\n",
			"{\"namn\": \"A B\", \"när\": \"§\u00A041\", \"spann\": \"0-0\"},\n"
			"{\"namn\": \"C D\", \"när\": \"ej §\u00A041\", \"spann\": \"!0-0\"}" },
		{ "sekreterare:\n  - A B, § 41\n  - {namn: C D, titel: \"nämndsekreterare, tf\"}\n",
			"{\"namn\": \"A B\", \"när\": \"§\u00A041\", \"spann\": \"0-0\"},\n"
			"{\"namn\": \"C D\", \"titel\": \"nämndsekreterare, tf\"}" },
		{ "plats:\n", "\"datum\": \"2024-05-21\",\n\"paragrafer\"" },
		{ "Plats: \" Sjön \"\n", "\"plats\": \"Sjön\"" },
		{ "plats: |\n  Sjön\n", "\"plats\": \"Sjön\"" },
		{ "bilagor:\n  - {rubrik: A, text: \"B **C**\"}\n", "\"text\": \"B C\"" },
	};

	for (size_t i = 0; i < PK_COUNT(rows); i++) {
		char yaml[1024];

		snprintf(yaml, sizeof(yaml), HEAD "%s" ONE, rows[i].yaml);
		assert_has(json_of(*state, yaml, NULL), rows[i].part);
	}
}

static void a_person_as_a_mapping(void **state)
{
	assert_has(json_of(*state, HEAD "närvarande:\n  beslutande:\n"
			"    - {namn: Nils Berg (M), roll: vice ordförande}\n"
			"    - {namn: Eva Ström, parti: M, ersätter: Nils Berg (M), paragrafer: \"41\","
			" tider: 13–14, distans: ja, orsak: jäv}\n" ONE, NULL),
			"{\"namn\": \"Nils Berg\", \"parti\": \"M\", \"roll\": \"vice ordförande\", "
			"\"grupp\": \"beslutande\"},\n"
			"{\"namn\": \"Eva Ström\", \"parti\": \"M\", \"distans\": true, "
			"\"tjänstgör_för\": {\"namn\": \"Nils Berg\", \"parti\": \"M\", \"person\": 0}, "
			"\"orsak\": \"jäv\", \"när\": \"§\u00A041, kl.\u00A013.00–14.00\", \"spann\": \"0-0\", "
			"\"grupp\": \"beslutande\"}");
}

static void names_that_need_not_be_listed(void **state)
{
	/* The absent member of a serving substitute, and a signature of the secretary. */
	static const char yaml[] = HEAD
		"närvarande:\n  beslutande: [\"Eva Ström (M), för Bo Ek (M)\"]\nsekreterare: Anna Sjöberg\n"
		"justering:\n  signaturer: {namn: Anna Sjöberg, datum: 2024-06-01}\n" ONE;

	assert_has(json_of(*state, yaml, NULL), "\"tjänstgör_för\": {\"namn\": \"Bo Ek\", \"parti\": \"M\"}");
}

static void the_party_tells_two_of_a_name_apart(void **state)
{
	static const char yaml[] = HEAD
		"närvarande:\n  beslutande: [Eva Ek (M), Eva Ek (S)]\n  ersättare: Bo Ek (C)\n"
		"  övriga: \"Bo Ek (C), § 41\"\njustering: {justerare: [Eva Ek (s), Bo Ek]}\n" ONE;

	assert_has(json_of(*state, yaml, NULL), "\"parti\": \"s\", \"person\": 1}, "
			"{\"namn\": \"Bo Ek\", \"person\": 2}]");
}

static void numbers_run_from_the_first(void **state)
{
	const char *json = json_of(*state, HEAD "paragrafer:\n  - {nr: 12, rubrik: A}\n"
			"  - {nr: 12a, rubrik: B}\n  - {rubrik: C}\n  - {nr: 20, rubrik: D}\n"
			"  - {rubrik: E}\n", NULL);

	assert_has(json, "{\"nr\": \"12 a\", \"nr_givet\": true, \"rubrik\": \"B\"},\n"
			"{\"nr\": \"13\", \"rubrik\": \"C\"},\n");
	assert_has(json, "{\"nr\": \"21\", \"rubrik\": \"E\"}");
}

static void without_a_first_number_there_are_none(void **state)
{
	assert_has(json_of(*state, HEAD "paragrafer:\n  - {rubrik: A}\n  - {rubrik: B}\n", NULL),
			"[\n{\"rubrik\": \"A\"},\n{\"rubrik\": \"B\"}]");
}

static void a_meeting_without_paragrafer(void **state)
{
	assert_has(json_of(*state, HEAD "avsnitt:\n  - {rubrik: Bakgrund, text: Kort.}\n", NULL),
			"\"avsnitt\": [\n{\"rubrik\": \"Bakgrund\", \"text\": \"Kort.\"}]");
}

static void texts_are_found_for_their_pictures(void **state)
{
	struct pk_job *job = *state;
	const struct pk_meeting *m = decode(job, HEAD
			"paragrafer:\n  - {nr: 1, rubrik: A, beslut: [B, C], motivering: D, ärendebeskrivning: E,"
			" avsnitt: {rubrik: F, text: G}, propositionsordning: J, förslag: {till: K, beslut: [L, M]},"
			" yrkanden: {av: N, text: O}, reservationer: {av: N, text: P},"
			" särskilda_yttranden: {av: N, text: Q}, anteckningar: {av: N, text: R}}\n"
			"bilagor: {rubrik: H, text: I}\n", NULL);
	struct pk_out out = pk_out_new(job->arena, 4096);
	const struct pk_prose **texts;
	size_t n;

	assert_non_null(m);
	assert_true(pk_meeting_texts(job, m, &texts, &n));
	for (size_t i = 0; i < n; i++)
		pk_blocks_words(texts[i]->blocks, &out);
	assert_text(pk_out_str(&out), "BCDEGJLMOPQRI");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		job_test(a_small_meeting),
		job_test(single_keys),
		job_test(a_person_as_a_mapping),
		job_test(names_that_need_not_be_listed),
		job_test(the_party_tells_two_of_a_name_apart),
		job_test(numbers_run_from_the_first),
		job_test(without_a_first_number_there_are_none),
		job_test(a_meeting_without_paragrafer),
		job_test(texts_are_found_for_their_pictures),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
