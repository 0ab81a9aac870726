#include "decoding.h"

#define MEETING "datum: 2024-05-21\nparagrafer: {nr: 1, rubrik: A}\n"

static void settings_fill_what_the_meeting_leaves_out(void **state)
{
	const char *json = json_of(*state, MEETING, "kommun: Sjövik\norgan: Socialnämnden\nmall: egen.odt\n"
			"utseende: {accentfärg: \"#1B5E8A\", logotyp: logotyp.png, alt: Vapen}\n"
			"etiketter: {dnr: Diarienummer, motivering: Skäl}\n"
			"paragraf: {prefix: SN, årtal: ja, flertecken: §§, ny_sida: nej}\n"
			"nedtagande: {dagar: 23}\nsidfot: {signaturrutor: nej}\n");

	assert_has(json, "\"kommun\": \"Sjövik\",\n\"organ\": \"Socialnämnden\",\n\"mall\": \"egen.odt\"");
	assert_has(json, "\"inställningar\": {\n\"dnr\": \"Diarienummer\",\n\"motivering\": \"Skäl\",\n"
			"\"ordning\": \"jäv rät bes för mot är avs yrk pro omr del res sär ant dlg anm und ome mtt\",\n\"nedtagande\": 4,\n\"dagar\": 23,\n"
			"\"prefix\": \"SN\",\n\"årtal\": true,\n\"flertecken\": \"§§\",\n"
			"\"utdragsbestyrkande\": true,\n\"accentfärg\": \"1b5e8a\",\n"
			"\"logotyp\": \"logotyp.png\",\n\"alt\": \"Vapen\"}");
}

static void mappings_merge_key_by_key_and_the_meeting_wins(void **state)
{
	const char *json = json_of(*state, MEETING "kommun: Ekby\netiketter: {dnr: Ärende}\n"
			"paragraf: {prefix: \"\"}\nsidfot: {signaturrutor: ja}\nnedtagande: ingen\n",
			"kommun: Sjövik\norgan: A\netiketter: {dnr: Diarienummer, motivering: Skäl}\n"
			"paragraf: {prefix: SN, årtal: ja}\nnedtagande: nästa-vardag\n"
			"sidfot: {signaturrutor: nej, utdragsbestyrkande: nej}\n");

	assert_has(json, "\"kommun\": \"Ekby\"");
	assert_has(json, "\"dnr\": \"Ärende\",\n\"motivering\": \"Skäl\"");
	assert_has(json, "\"nedtagande\": 3,\n\"årtal\": true,\n");
	assert_has(json, "\"signaturrutor\": true}");
}

static void other_values_are_replaced_whole(void **state)
{
	assert_has(json_of(*state, MEETING "avsnittsordning: [motivering]\n",
			"organ: A\navsnittsordning: [mottagare, beslut]\n"), "\"jäv rät bes för mot är avs yrk pro omr del res sär ant dlg anm und ome mtt\"");
}

static void forgotten_parts_stand_at_their_default_place(void **state)
{
	static const struct {
		const char *order, *expected;
	} rows[] = {
		{ "organ: A\navsnittsordning: [ärendebeskrivning, avsnitt, beslut]\n", "\"för mot är avs jäv rät bes yrk pro omr del res sär ant dlg anm und ome mtt\"" },
		{ "organ: A\navsnittsordning: [mottagare]\n", "\"jäv rät bes för mot är avs yrk pro omr del res sär ant dlg anm und ome mtt\"" },
		{ "organ: A\navsnittsordning: [motivering, arendebeskrivning, avsnitt, yrkanden,"
			" beslutsunderlag, mottagare, beslut]\n", "\"för mot är avs yrk pro omr del res sär ant dlg anm und ome mtt jäv rät bes\"" },
		{ "organ: A\navsnittsordning: [jäv, rättelser, beslut, förslag, motivering,"
			" ärendebeskrivning, avsnitt, yrkanden, propositionsordning, omröstningar,"
			" deltar_inte, reservationer, särskilda_yttranden, anteckningar,"
			" delegationsbeslut, anmälningar, beslutsunderlag, omedelbar_justering,"
			" mottagare]\n", "\"jäv rät bes för mot är avs yrk pro omr del res sär ant dlg anm und ome mtt\"" },
	};

	for (size_t i = 0; i < PK_COUNT(rows); i++)
		assert_has(json_of(*state, MEETING, rows[i].order), rows[i].expected);
}

static void the_register_of_bodies(void **state)
{
	static const char two[] = "organ:\n  - {namn: Socialnämnden, kort: SN}\n"
			"  - {namn: Kommunstyrelsen, kort: KS}\n";

	assert_has(json_of(*state, MEETING "organ: KS\n", two), "\"organ\": \"Kommunstyrelsen\"");
	assert_has(json_of(*state, MEETING "organ: ks\n", two), "\"organ\": \"Kommunstyrelsen\"");
	assert_has(json_of(*state, MEETING "organ: Valnämnden\n", two), "\"organ\": \"Valnämnden\"");
	assert_has(json_of(*state, MEETING, "organ: {namn: Socialnämnden, kort: SN}\n"),
			"\"organ\": \"Socialnämnden\"");
	assert_has(json_of(*state, MEETING "organ: {namn: Socialnämnden, kort: SN}\n", NULL),
			"\"organ\": \"Socialnämnden\"");
	assert_has(json_of(*state, MEETING, two), "write organ: SN");
}

static void signing_by_default(void **state)
{
	static const char settings[] = "organ: A\nstandard: {signering: digital}\n";

	assert_has(json_of(*state, MEETING "justering: {plats: B}\n", settings), "\"signering\": \"digital\"");
	assert_has(json_of(*state, MEETING "justering: {signering: penna}\n", settings),
			"\"signering\": \"penna\"");
}

static void what_is_printed_where(void **state)
{
	static const char settings[] = "organ: A\nbevis: {sida: sista, sista_dag: nej, fylls_i_för_hand: ja}\n"
		"föredragningslista: {dnr: nej, sida: första}\nnumrering: sammanträde\n"
		"standard: {röstredovisning: matris, beslutsform: att}\n"
		"etiketter: {propositionsordning: Beslutsgång, jäv: Anmälan om jäv}\n";
	const char *json = json_of(*state, MEETING, settings);

	assert_has(json, "\"bevis\": \"sista\",\n\"utan_sista_dag\": true,\n\"fylls_i_för_hand\": true,\n"
			"\"lista_utan_dnr\": true,\n\"lista_sida\": \"första\",\n"
			"\"numrering_sammanträde\": true,\n\"röstredovisning\": \"matris\",\n"
			"\"beslutsform\": \"att\"");
	assert_has(json, "\"jäv\": \"Anmälan om jäv\",\n\"propositionsordning\": \"Beslutsgång\"");
	json = json_of(*state, MEETING "bevis: {sida: andra}\nföredragningslista: {sida: nej}\n", settings);
	assert_has(json, "\"bevis\": \"andra\",\n\"utan_sista_dag\": true");
	assert_has(json, "\"lista_utan_dnr\": true,\n\"lista_sida\": \"nej\"");
}

static void numbers_that_begin_with_each_meeting(void **state)
{
	static const char settings[] = "organ: A\nnumrering: sammanträde\n";

	assert_has(json_of(*state, "datum: 2024-05-21\nparagrafer: [{rubrik: A}, {rubrik: B}]\n", settings),
			"{\"nr\": \"1\", \"rubrik\": \"A\"},\n{\"nr\": \"2\", \"rubrik\": \"B\"}");
	assert_has(json_of(*state, "datum: 2024-05-21\nparagrafer: [{nr: 4, rubrik: A}, {rubrik: B}]\n",
			settings), "{\"nr\": \"5\", \"rubrik\": \"B\"}");
}

static void settings_that_build_on_others(void **state)
{
	struct pk_job *job = *state;
	const struct pk_node *meeting = read_yaml(job, "möte.yaml", MEETING "plats: B\n"), *chain[2];
	const struct pk_meeting *m;

	chain[0] = read_yaml(job, "bas.yaml", "kommun: Sjövik\norgan: A\nparagraf: {prefix: SN, årtal: ja}\n");
	chain[1] = read_yaml(job, "protokoll.yaml", "bygger_på: bas.yaml\nparagraf: {prefix: BN}\n");
	assert_true(pk_meeting_decode_over(job, meeting, chain, 2, &m));
	assert_text(m->kommun.text, "Sjövik");
	assert_text(m->settings.prefix, "BN");
	assert_true(m->settings.year);
}

static void faults_name_the_file_they_stand_in(void **state)
{
	static const struct {
		const char *settings, *report;
	} rows[] = {
		{ "organ: A\ndatum: 2024-05-21\n", "protokoll.yaml:2:1: fel[P035]" },
		{ "organ: A\nsidnummer: {start: 0}\n", "protokoll.yaml:2:20: fel[P059]" },
		{ "organ: A\nsidnummer: {exakt: kanske}\n", "protokoll.yaml:2:20: fel[P048]" },
		{ "organ: A\nbygger_på: [a, b]\n", "protokoll.yaml:2:12: fel[P040]" },
		{ "organ: A\nbevis: {sida: tredje}\n", "protokoll.yaml:2:15: fel[P049]" },
		{ "organ: A\nnumrering: månad\n", "protokoll.yaml:2:12: fel[P049]" },
		{ "organ: {kort: A}\n", "protokoll.yaml:1:8: fel[P038]" },
		{ "organ: A\nkomun: B\n", "protokoll.yaml:2:1: fel[P030]" },
		{ "organ: A\nstandard: {röstredovisning: tabell}\n", "protokoll.yaml:2:29: fel[P037]" },
		{ "- organ\n", "protokoll.yaml:1:1: fel[P043]" },
	};

	(void)state;
	for (size_t i = 0; i < PK_COUNT(rows); i++) {
		void *own = NULL;

		assert_int_equal(fixture_job(&own), 0);
		assert_null(decode(own, MEETING "organ: B\n", rows[i].settings));
		assert_has(reports(own, PK_SWEDISH), rows[i].report);
		fixture_job_free(&own);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		job_test(settings_fill_what_the_meeting_leaves_out),
		job_test(mappings_merge_key_by_key_and_the_meeting_wins),
		job_test(other_values_are_replaced_whole),
		job_test(forgotten_parts_stand_at_their_default_place),
		job_test(the_register_of_bodies),
		job_test(signing_by_default),
		job_test(what_is_printed_where),
		job_test(numbers_that_begin_with_each_meeting),
		job_test(settings_that_build_on_others),
		job_test(faults_name_the_file_they_stand_in),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
