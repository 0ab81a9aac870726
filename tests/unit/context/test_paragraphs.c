#include "unit/context/tree.h"

#define SP "\xC2\xA0"
#define TOP "organ: Socialnämnden\ndatum: 2024-05-21\nanslag: nej\n"

/* The parts of the first paragraf: "rubrik" and which of text, punkter and rader it has. */
static void assert_parts(struct pk_job *job, const char *yaml, const char *settings,
		const char *expected)
{
	struct pk_value root = tree_of(job, yaml, settings);
	const struct pk_value *parts = value_at(&root, "paragrafer.0.delar");
	struct pk_out out = pk_out_new(job->arena, 1 << 16);

	for (size_t i = 0; parts != NULL && i < parts->as.list.n; i++) {
		const struct pk_value *part = &parts->as.list.v[i];

		pk_put(&out, text_at(part, "rubrik"));
		pk_put_c(&out, value_at(part, "text") != NULL ? ": text" : "");
		pk_put_c(&out, value_at(part, "punkter.1") != NULL ? ": punkter" : "");
		pk_put_c(&out, value_at(part, "rader.0.text") != NULL ? ": rader" : "");
		pk_put_c(&out, "\n");
	}
	assert_text(pk_out_str(&out), expected);
}

static const char whole[] = TOP "paragrafer:\n  - nr: 41\n    rubrik: A\n    mottagare: M\n"
	"    beslutsunderlag: [U, V]\n    ärendebeskrivning: Ä\n    motivering: O\n"
	"    avsnitt: [{rubrik: Ekonomi, text: E}, {rubrik: Barn, text: B}]\n    beslut: [X, Y]\n";

static void parts_stand_in_order(void **state)
{
	assert_parts(*state, whole, NULL, "Beslut: punkter\nMotivering: text\nÄrendebeskrivning: text\n"
			"Ekonomi: text\nBarn: text\nBeslutsunderlag: rader\nBeslutet skickas till: rader\n");
}

static void settings_change_order_and_labels(void **state)
{
	assert_parts(*state, whole, "avsnittsordning: [ärendebeskrivning, motivering, avsnitt,\n"
			"  beslutsunderlag, mottagare, beslut]\n"
			"etiketter: {mottagare: Expedieras till, beslut: Nämndens beslut}\n",
			"Ärendebeskrivning: text\nMotivering: text\nEkonomi: text\nBarn: text\n"
			"Beslutsunderlag: rader\nExpedieras till: rader\nNämndens beslut: punkter\n");
}

static void what_is_empty_is_left_out(void **state)
{
	assert_parts(*state, TOP "paragrafer: [{nr: 41, rubrik: A, beslut: nej}]\n", NULL, "");
	assert_parts(*state, TOP "paragrafer: [{nr: 41, rubrik: A, beslut: X}]\n", NULL,
			"Beslut: text\n");
}

static void numbers_are_written_by_the_settings(void **state)
{
	static const struct {
		const char *settings, *expected;
	} rows[] = {
		{ NULL, "§" SP "41" },
		{ "paragraf: {prefix: SN}\n", "SN" SP "§" SP "41" },
		{ "paragraf: {prefix: SN, årtal: ja}\n", "SN" SP "§" SP "41/2024" },
	};

	(void)state;
	for (size_t i = 0; i < PK_COUNT(rows); i++) {
		struct pk_job job;
		struct pk_value root;

		assert_true(pk_job_init(&job, &pk_limits_default));
		root = tree_of(&job, TOP "paragrafer: [{nr: 41, rubrik: A, dnr: SN 2024/1}]\n",
				rows[i].settings);
		assert_text(text_at(&root, "paragrafer.0.beteckning"), rows[i].expected);
		assert_text(text_at(&root, "paragrafer.0.nummer"), "41");
		assert_text(text_at(&root, "paragrafer.0.dnr"), "SN 2024/1");
		pk_job_free(&job);
	}
}

static void an_unknown_number_is_a_dash(void **state)
{
	struct pk_value root = tree_of(*state, "organ: Socialnämnden\ndatum: 2024-05-21\n"
			"paragrafer: [{rubrik: A}]\n", "paragraf: {årtal: ja}\n");

	assert_text(text_at(&root, "paragrafer.0.beteckning"), "§" SP "–");
	assert_null(value_at(&root, "paragrafer.0.nummer"));
}

static void assert_anchor(const struct pk_value *root, const char *path, uint32_t expected)
{
	const struct pk_value *v = value_at(root, path);

	if (v == NULL || v->as.anchor != expected)
		fail_msg("%s is not of paragraf %u", path, expected);
}

static void each_paragraph_has_its_own_anchor(void **state)
{
	struct pk_value root = tree_of(*state, TOP "paragrafer: [{nr: 41, rubrik: A}, {rubrik: B}]\n",
			NULL);

	assert_anchor(&root, "paragrafer.0.ankare", 0);
	assert_anchor(&root, "paragrafer.1.ankare", 1);
	assert_anchor(&root, "paragrafer.1.sidor", 1);
	assert_int_equal(kind_at(&root, "paragrafer.1.sidor"), PK_PAGE);
}

/* Who was there for a part, or by the clock, is not said to have served all through. */
static void a_part_of_a_paragraph_is_told_as_one(void **state)
{
	struct pk_value root = tree_of(*state, "organ: Socialnämnden\ndatum: 2024-05-21\nanslag: nej\n"
			"närvarande:\n  beslutande:\n    - Karin Holm (S), ordförande\n"
			"    - Eva Ström (M), § 41, del av § 42\n    - Ali Demir (V), kl. 14.10–14.55\n"
			"paragrafer:\n  - {nr: 41, rubrik: A, beslut: B}\n  - {rubrik: C, beslut: D}\n", NULL);

	assert_text(text_at(&root, "paragrafer.0.delar.0.rubrik"), "Tjänstgörande under paragrafen");
	assert_text(words_at(*state, &root, "paragrafer.0.delar.0.text"),
			"Karin Holm (S), Eva Ström (M) och Ali Demir (V) kl." "\xC2\xA0" "14.10–14.55");
	assert_text(words_at(*state, &root, "paragrafer.1.delar.0.text"),
			"Karin Holm (S), Eva Ström (M) del av paragrafen och Ali Demir (V) kl." "\xC2\xA0" "14.10–14.55");
}

static void a_new_page_for_each_is_a_setting(void **state)
{
	static const char text[] = TOP "paragrafer: [{nr: 41, rubrik: A}]\n";
	struct pk_value usual = tree_of(*state, text, NULL);
	struct pk_value dense = tree_of(*state, text, "paragraf: {ny_sida: nej}\n");

	assert_text(text_at(&usual, "ny_sida"), "ja");
	assert_null(value_at(&dense, "ny_sida"));
}

static void titles_tell_meetings_apart(void **state)
{
	static const struct {
		const char *yaml, *heading, *file;
	} rows[] = {
		{ "organ: Socialnämnden\n", "Sammanträdesprotokoll",
			"Sammanträdesprotokoll, Socialnämnden 2024-05-21" },
		{ "organ: Socialnämnden\nnummer: nr 5\n", "Sammanträdesprotokoll nr 5",
			"Sammanträdesprotokoll nr 5, Socialnämnden 2024-05-21" },
		{ "organ: Socialnämnden\nnummer: 5\n", "Sammanträdesprotokoll nr 5",
			"Sammanträdesprotokoll nr 5, Socialnämnden 2024-05-21" },
		{ "organ: Socialnämnden\ntitel: Uppsiktsmöte\n", "Uppsiktsmöte",
			"Uppsiktsmöte, Socialnämnden 2024-05-21" },
		{ "organ: Socialnämnden\ntitel: Socialnämnden den 2024-05-21\n",
			"Socialnämnden den 2024-05-21", "Socialnämnden den 2024-05-21" },
	};

	(void)state;
	for (size_t i = 0; i < PK_COUNT(rows); i++) {
		struct pk_job job;
		struct pk_out yaml;
		struct pk_value root;

		assert_true(pk_job_init(&job, &pk_limits_default));
		yaml = pk_out_new(job.arena, 1 << 16);
		pk_put_c(&yaml, "datum: 2024-05-21\nanslag: nej\n" SECTIONS);
		pk_put_c(&yaml, rows[i].yaml);
		pk_put_byte(&yaml, '\0');
		root = tree_of(&job, yaml.p, NULL);
		assert_text(text_at(&root, "titel"), rows[i].heading);
		assert_text(text_at(&root, "egenskaper.titel"), rows[i].file);
		pk_job_free(&job);
	}
}

/* "Beslut: beslutet": each part has one phase, so that who prints all three loses none. */
static void parts_know_where_they_stand_to_the_decision(void **state)
{
	static const char *const phases[] = { "före_beslutet", "beslutet", "efter_beslutet" };
	struct pk_value root = tree_of(*state, TOP "närvarande: {beslutande: [A (S), B (C)]}\n"
			"paragrafer:\n  - nr: 41\n    rubrik: A\n    mottagare: M\n    beslut: X\n"
			"    förslag: {till: kommunfullmäktige, beslut: F}\n    motivering: O\n"
			"    yrkanden: [{av: B, text: Y}]\n    reservationer: [{av: B, för: eget yrkande}]\n"
			"    avsnitt: [{rubrik: Barn, text: B}]\n    omedelbar_justering: ja\n", NULL);
	const struct pk_value *parts = value_at(&root, "paragrafer.0.delar");
	struct pk_out out = pk_out_new(((struct pk_job *)*state)->arena, 1 << 16);

	assert_non_null(parts);
	for (size_t i = 0; parts != NULL && i < parts->as.list.n; i++) {
		pk_put(&out, text_at(&parts->as.list.v[i], "rubrik"));
		for (size_t k = 0; k < PK_COUNT(phases); k++) {
			if (value_at(&parts->as.list.v[i], phases[k]) == NULL)
				continue;
			pk_put_c(&out, ": ");
			pk_put_c(&out, phases[k]);
		}
		pk_put_c(&out, "\n");
	}
	assert_text(pk_out_str(&out), "Beslut: beslutet\n"
			"Socialnämndens förslag till kommunfullmäktige: beslutet\n"
			"Motivering: före_beslutet\nBarn: före_beslutet\nYrkanden: före_beslutet\n"
			"Reservation: efter_beslutet\nJustering: efter_beslutet\n"
			"Beslutet skickas till: efter_beslutet\n");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		job_test(parts_stand_in_order),
		job_test(parts_know_where_they_stand_to_the_decision),
		job_test(settings_change_order_and_labels),
		job_test(what_is_empty_is_left_out),
		cmocka_unit_test(numbers_are_written_by_the_settings),
		job_test(an_unknown_number_is_a_dash),
		job_test(each_paragraph_has_its_own_anchor),
		job_test(a_part_of_a_paragraph_is_told_as_one),
		job_test(a_new_page_for_each_is_a_setting),
		cmocka_unit_test(titles_tell_meetings_apart),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
