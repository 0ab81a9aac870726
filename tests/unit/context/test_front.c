/* Page one: days, breaks, doors, jäv, what was justerat at once, corrections; and where the notices go. */
#include "unit/context/tree.h"

#define SP "\xC2\xA0"
#define WHO "närvarande:\n  beslutande:\n    - Karin Holm (S), ordförande\n" \
	"    - Per Lindgren (C), vice ordförande\n    - Sara Nyqvist (L)\n" \
	"  ersättare: [Omar Haddad (S), Eva Ström (M)]\nsekreterare: Anna Sjöberg\n"
#define SIGNED "justering: {justerare: Sara Nyqvist, plats: Sjön, datum: 2024-05-31}\n" \
	"anslag: {förvaringsplats: Sjön}\n"
#define AT_ONCE "paragrafer:\n  - {nr: 41, rubrik: A}\n" \
	"  - {rubrik: B, omedelbar_justering: {anslag: 2024-05-22}}\n" \
	"  - {rubrik: C, omedelbar_justering: {anslag: 2024-05-22}}\n"

static struct pk_str lines(struct pk_job *job, const struct pk_value *root, const char *path)
{
	static const char *const fields[] = { "text" };

	return lines_at(job, root, path, fields, 1);
}

static void several_days(void **state)
{
	struct pk_value root = tree_of(*state, "organ: Socialnämnden\n"
			"datum: [2024-05-20, 2024-05-21]\ntid: 13–16\n" WHO SIGNED
			"paragrafer:\n  - {nr: 41, rubrik: A, dag: 2024-05-20}\n  - {rubrik: B}\n", NULL);

	assert_text(text_at(&root, "dag_och_tid"), "måndagen den 20 maj 2024 och tisdagen den 21 maj 2024 "
			"kl." SP "13.00–16.00");
	assert_text(text_at(&root, "anslag.0.rader.1.text"), "2024-05-20, 2024-05-21");
	assert_text(text_at(&root, "paragrafer.0.dag"), "2024-05-20");
}

static void days_in_few_words(void **state)
{
	static const struct {
		const char *yaml, *days;
	} rows[] = {
		{ "2024-05-21", "2024-05-21" },
		{ "[2024-05-20, 2024-05-21]", "2024-05-20–21" },
		{ "[2024-05-20, 2024-05-21, 2024-05-22]", "2024-05-20–22" },
		{ "[2024-05-31, 2024-06-01]", "2024-05-31–2024-06-01" },
		{ "[2024-05-20, 2024-05-22]", "2024-05-20, 2024-05-22" },
		{ "[2024-05-20, 2024-05-21, 2024-05-23]", "2024-05-20, 2024-05-21, 2024-05-23" },
	};

	(void)state;
	for (size_t i = 0; i < PK_COUNT(rows); i++) {
		struct pk_job job;
		struct pk_out yaml, title;
		struct pk_value root;

		assert_true(pk_job_init(&job, &pk_limits_default));
		yaml = pk_out_new(job.arena, 1 << 12);
		title = pk_out_new(job.arena, 1 << 12);
		pk_put_c(&yaml, "organ: Socialnämnden\nanslag: nej\navsnitt: [{rubrik: A, text: B}]\ndatum: ");
		pk_put_c(&yaml, rows[i].yaml);
		pk_put_byte(&yaml, '\0');
		pk_put_c(&title, "Sammanträdesprotokoll, Socialnämnden ");
		pk_put_c(&title, rows[i].days);
		pk_put_byte(&title, '\0');
		root = tree_of(&job, yaml.p, NULL);
		assert_text(text_at(&root, "dagar"), rows[i].days);
		assert_text(text_at(&root, "egenskaper.titel"), title.p);
		pk_job_free(&job);
	}
}

static void breaks(void **state)
{
	struct pk_value root = tree_of(*state, "organ: Socialnämnden\ndatum: 2024-05-21\nanslag: nej\n"
			"ajournering: [\"14.10–14.25, kaffe, § 41\", \"15.00–15.10\"]\n"
			"paragrafer: [{nr: 41, rubrik: A}]\n", NULL);

	assert_text(lines(*state, &root, "ajournering"),
			"Kl." SP "14.10–14.25, kaffe, §" SP "41\nKl." SP "15.00–15.10\n");
}

/* What the law says of an organ's meetings is not printed, only what departs from it. */
static void doors(void **state)
{
	static const struct {
		const char *yaml, *rubrik, *text;
	} rows[] = {
		{ "organ: Socialnämnden\n", "", "" },
		{ "organ: Socialnämnden\nöppet: nej\n", "", "" },
		{ "organ: Socialnämnden\nöppet: ja\n", "Öppet för allmänheten", "Hela sammanträdet" },
		{ "organ: Socialnämnden\nöppet: § 41\n", "Öppet för allmänheten", "§" SP "41" },
		{ "organ: Kommunfullmäktige\nöppet: nej\n", "Stängda dörrar", "Hela sammanträdet" },
		{ "organ: Kommunfullmäktiges valberedning\nöppet: nej\n", "", "" },
	};

	(void)state;
	for (size_t i = 0; i < PK_COUNT(rows); i++) {
		struct pk_job job;
		struct pk_out yaml;
		struct pk_value root;

		assert_true(pk_job_init(&job, &pk_limits_default));
		yaml = pk_out_new(job.arena, 1 << 16);
		pk_put_c(&yaml, rows[i].yaml);
		pk_put_c(&yaml, "datum: 2024-05-21\nanslag: nej\nparagrafer: [{nr: 41, rubrik: A}]\n");
		pk_put_byte(&yaml, '\0');
		root = tree_of(&job, yaml.p, NULL);
		assert_text(text_at(&root, "öppet.rubrik"), rows[i].rubrik);
		assert_text(text_at(&root, "öppet.text"), rows[i].text);
		pk_job_free(&job);
	}
}

static void jav_is_told_at_the_names(void **state)
{
	struct pk_value root = tree_of(*state, "organ: Socialnämnden\ndatum: 2024-05-21\nanslag: nej\n" WHO
			"paragrafer:\n  - {nr: 41, rubrik: A}\n"
			"  - {rubrik: B, jäv: {namn: Karin Holm, ersättare: Omar Haddad}}\n"
			"  - {rubrik: C, jäv: [{namn: Karin Holm, ersättare: Omar Haddad}, "
			"{namn: Sara Nyqvist, ersättare: Eva Ström}]}\n", NULL);

	assert_text(lines(*state, &root, "närvaro.0.personer"),
			"Karin Holm (S), ordförande, ej §" SP "42–43 (jäv)\n"
			"Per Lindgren (C), vice ordförande, ordförande §" SP "42–43\n"
			"Sara Nyqvist (L), ej §" SP "43 (jäv)\n");
	assert_text(lines(*state, &root, "närvaro.1.personer"),
			"Omar Haddad (S) för Karin Holm (S), §" SP "42–43\n"
			"Eva Ström (M) för Sara Nyqvist (L), §" SP "43\n");
	assert_text(lines(*state, &root, "närvaro.2.personer"),
			"Omar Haddad (S), ej §" SP "42–43\nEva Ström (M), ej §" SP "43\n");
}

static void what_was_justerat_at_once(void **state)
{
	static const char *const fields[] = { "rubrik", "roll", "paragrafer" };
	struct pk_value root = tree_of(*state, "organ: Socialnämnden\ndatum: 2024-05-21\n" WHO SIGNED AT_ONCE,
			NULL);

	assert_text(text_at(&root, "justering.omedelbart"), "§" SP "42–43 justerades omedelbart 2024-05-21");
	assert_text(lines_at(*state, &root, "underskrifter", fields, 3),
			" | Sekreterare | Paragraf 41\n | Ordförande | Paragraf 41\n"
			" | Justerare | Paragraf 41\n"
			"Omedelbar justering 2024-05-21, §" SP "42–43 | Sekreterare | Paragrafer 42–43\n"
			" | Ordförande | Paragrafer 42–43\n | Justerare | Paragrafer 42–43\n");
	assert_text(text_at(&root, "anslag.0.rader.2.text"), "41");
	assert_text(text_at(&root, "anslag.1.rader.2.text"), "42–43");
	assert_text(text_at(&root, "anslag.1.datum"), "2024-05-22");
}

static void a_draft_says_so_in_the_present(void **state)
{
	struct pk_value root = tree_of(*state, "organ: Socialnämnden\ndatum: 2024-05-21\n" WHO AT_ONCE, NULL);

	assert_text(text_at(&root, "justering.omedelbart"), "§" SP "42–43 justeras omedelbart 2024-05-21");
}

static void corrections_of_the_whole_protocol(void **state)
{
	struct pk_value root = tree_of(*state, "organ: Socialnämnden\ndatum: 2024-05-21\n" WHO SIGNED
			"paragrafer:\n  - {nr: 41, rubrik: A, beslut: X, rättelser: {datum: 2024-06-03, "
			"avser: Rubriken, stod: B, rättat: A, grund: Skrivfel}}\n"
			"  - {rubrik: B, beslut: X, rättelser: {datum: 2024-06-04, avser: Beslutet, rättat: Y}}\n", NULL);

	assert_text(lines(*state, &root, "rättelser"), "§" SP "41, 2024-06-03\n§" SP "42, 2024-06-04\n");
}

static void the_notice_goes_where_settings_say(void **state)
{
	static const char text[] = "organ: Socialnämnden\ndatum: 2024-05-21\n" WHO SIGNED AT_ONCE;
	struct pk_value first = tree_of(*state, text, NULL);
	struct pk_value second = tree_of(*state, text, "bevis: {sida: andra}\n");
	struct pk_value last = tree_of(*state, text, "bevis: {sida: sista}\n");

	assert_null(value_at(&first, "anslag_ny_sida"));
	assert_null(value_at(&first, "anslag_sist"));
	assert_text(text_at(&second, "anslag_ny_sida"), "ja");
	assert_text(text_at(&last, "anslag_sist"), "ja");
	assert_non_null(value_at(&last, "anslag.1"));
}

static void the_notice_has_the_rows_that_settings_say(void **state)
{
	static const char *const fields[] = { "rubrik", "text" };
	static const char text[] = "organ: Socialnämnden\ndatum: 2024-05-21\n" WHO SIGNED
		"paragrafer:\n  - {nr: 41, rubrik: A, överklagande: besvär}\n";
	struct pk_value by_hand = tree_of(*state, text, "bevis: {fylls_i_för_hand: ja, sista_dag: nej}\n");
	struct pk_value root = tree_of(*state, text, NULL);

	assert_text(lines_at(*state, &by_hand, "anslag.0.rader", fields, 2),
			"Organ | Socialnämnden\nSammanträdesdatum | 2024-05-21\nParagrafer | 41\n"
			"Justerat | 2024-05-31\nAnslaget uppsatt | ____________________\n"
			"Överklagande | §" SP "41 genom förvaltningsbesvär\n"
			"Anslaget får tas ned tidigast | ____________________\n"
			"Förvaringsplats för protokollet | Sjön\n");
	assert_null(value_at(&by_hand, "anslag.0.datum"));
	assert_text(text_at(&root, "anslag.0.rader.5.text"), "2024-06-24");
	assert_text(text_at(&root, "anslag.0.rader.6.rubrik"), "Överklagande");
	assert_text(text_at(&root, "anslag.0.rader.6.text"),
			"§" SP "41 genom besvär; dagen ovan gäller inte");
}

static bool first_only(const struct pk_value *root)
{
	const struct pk_value *page = value_at(root, "paragrafer.1.sidor");

	return page != NULL && page->kind == PK_PAGE && page->as.page.first;
}

static void the_agenda_leaves_columns_out(void **state)
{
	static const char text[] = "organ: Socialnämnden\ndatum: 2024-05-21\n" WHO SIGNED AT_ONCE;
	struct pk_value all = tree_of(*state, text, NULL);
	struct pk_value few = tree_of(*state, text, "föredragningslista: {dnr: nej, sida: nej}\n");
	struct pk_value first = tree_of(*state, text, "föredragningslista: {sida: första}\n");

	assert_text(text_at(&all, "föredragningslista.dnr"), "ja");
	assert_text(text_at(&all, "föredragningslista.sida"), "ja");
	assert_false(first_only(&all));
	assert_null(value_at(&few, "föredragningslista"));
	assert_text(text_at(&first, "föredragningslista.sida"), "ja");
	assert_true(first_only(&first));
}

/* An absent fact is never taken from further out. */
static void absent_names_hide_what_is_around(void **state)
{
	static const char *const paths[] = { "anslag.0.rader.0.saknas", "paragrafer.0.ordförande",
		"paragrafer.0.nummer", "justering.datum", "underskrifter.0.paragrafer" };
	struct pk_value root = tree_of(*state, "organ: Socialnämnden\ndatum: 2024-05-21\n" WHO
			"paragrafer: [{rubrik: A}]\n", NULL);

	for (size_t i = 0; i < PK_COUNT(paths); i++) {
		const char *dot = strrchr(paths[i], '.');
		struct pk_str parent = { paths[i], (size_t)(dot - paths[i]) }, copy;
		const struct pk_value *field;

		assert_true(pk_copy(*state, parent, &copy));
		field = pk_value_get(value_at(&root, copy.p), pk_str_of(dot + 1));
		if (field == NULL || field->kind != PK_NOTHING)
			fail_msg("%s hides nothing", paths[i]);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		job_test(several_days),
		job_test(days_in_few_words),
		job_test(breaks),
		cmocka_unit_test(doors),
		job_test(jav_is_told_at_the_names),
		job_test(what_was_justerat_at_once),
		job_test(a_draft_says_so_in_the_present),
		job_test(corrections_of_the_whole_protocol),
		job_test(the_notice_goes_where_settings_say),
		job_test(the_notice_has_the_rows_that_settings_say),
		job_test(the_agenda_leaves_columns_out),
		job_test(absent_names_hide_what_is_around),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
