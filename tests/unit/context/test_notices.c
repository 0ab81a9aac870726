#include "unit/context/tree.h"

#define MEETING "organ: Socialnämnden\ndatum: 2024-05-21\nplats: Sjön\ntid: 13–16\n" \
	"närvarande: {beslutande: [\"Karin Holm (S), ordförande\", Per Lindgren (C)]}\n" \
	"sekreterare: Anna Sjöberg\nparagrafer: [{nr: 41, rubrik: A}, {rubrik: B}]\n"
#define SIGNED "justering: {justerare: Per Lindgren, plats: Sjön, datum: 2024-05-31}\n"
#define STORED "anslag: {förvaringsplats: Sjön}\n"

static struct pk_str rows_of(struct pk_job *job, const struct pk_value *root, const char *path)
{
	static const char *const fields[] = { "rubrik", "text", "saknas" };

	return lines_at(job, root, path, fields, PK_COUNT(fields));
}

static void an_approved_protocol_states_its_dates(void **state)
{
	struct pk_value root = tree_of(*state, MEETING SIGNED STORED, NULL);

	assert_text(text_at(&root, "anslag.0.mening"), "Protokollet är justerat. "
			"Justeringen har tillkännagivits på kommunens digitala anslagstavla.");
	assert_text(rows_of(*state, &root, "anslag.0.rader"),
			"Organ | Socialnämnden | \n"
			"Sammanträdesdatum | 2024-05-21 | \n"
			"Paragrafer | 41–42 | \n"
			"Justerat | 2024-05-31 | \n"
			"Anslaget uppsatt | 2024-05-31 | \n"
			"Sista dag att överklaga (laglighetsprövning) | 2024-06-24 | \n"
			"Anslaget får tas ned tidigast | 2024-06-25 | \n"
			"Förvaringsplats för protokollet | Sjön | \n");
	assert_text(text_at(&root, "anslag.0.underskrift"), "Anna Sjöberg");
	assert_text(text_at(&root, "anslag.0.linje"), "ja");
}

/* The name of a board may end with a stop of its own. */
static void a_sentence_ends_once(void **state)
{
	struct pk_value root = tree_of(*state, MEETING SIGNED
			"anslag: {tavla: tavlan på Sjövägen 1 i Sjövik., förvaringsplats: Sjön}\n", NULL);

	assert_text(text_at(&root, "anslag.0.mening"), "Protokollet är justerat. "
			"Justeringen har tillkännagivits på tavlan på Sjövägen 1 i Sjövik.");
}

/* Only those of the list have signed; without a list all have. */
static void nobody_else_is_said_to_have_signed(void **state)
{
	struct pk_value root = tree_of(*state, MEETING STORED "justering:\n  justerare: Per Lindgren\n"
			"  signering: digital\n  signaturer:\n"
			"    - {namn: Karin Holm, datum: 2024-05-30}\n"
			"    - {namn: Per Lindgren, datum: 2024-05-31}\n", NULL);

	assert_text(text_at(&root, "underskrifter.0.namn"), "Anna Sjöberg");
	assert_null(value_at(&root, "underskrifter.0.digitalt"));
	assert_text(text_at(&root, "underskrifter.1.digitalt"), "Digitalt signerat 2024-05-30");
	root = tree_of(*state, MEETING STORED "justering: {justerare: Per Lindgren, plats: Sjön, "
			"datum: 2024-05-31, signering: digital}\n", NULL);
	assert_text(text_at(&root, "underskrifter.0.digitalt"), "Digitalt signerat 2024-05-31");
}

static void a_planned_day_gives_preliminary_dates(void **state)
{
	struct pk_value root = tree_of(*state, MEETING STORED
			"justering: {justerare: Per Lindgren, plats: Sjön, planerad: 2024-05-31 kl. 15.00}\n",
			NULL);

	assert_text(text_at(&root, "utkast"), "UTKAST – ej justerat");
	assert_text(text_at(&root, "justering.tid"), "2024-05-31 kl.\xC2\xA0""15.00 (planerat)");
	assert_text(text_at(&root, "anslag.0.mening"),
			"Protokollet är inte justerat. Datumen nedan är preliminära.");
	assert_text(rows_of(*state, &root, "anslag.0.rader"),
			"Organ | Socialnämnden | \n"
			"Sammanträdesdatum | 2024-05-21 | \n"
			"Paragrafer | 41–42 | \n"
			"Justerat | 2024-05-31 (preliminärt) | \n"
			"Anslaget uppsatt | 2024-05-31 (preliminärt) | \n"
			"Sista dag att överklaga (laglighetsprövning) | 2024-06-24 (preliminärt) | \n"
			"Anslaget får tas ned tidigast | 2024-06-25 (preliminärt) | \n"
			"Förvaringsplats för protokollet | Sjön | \n");
	assert_null(value_at(&root, "anslag.0.linje"));
	assert_null(value_at(&root, "anslag.0.datum"));
	assert_null(value_at(&root, "saknas"));
}

static void without_a_planned_day_they_come_later(void **state)
{
	struct pk_value root = tree_of(*state, MEETING, NULL);

	assert_text(rows_of(*state, &root, "anslag.0.rader"),
			"Organ | Socialnämnden | \n"
			"Sammanträdesdatum | 2024-05-21 | \n"
			"Paragrafer | 41–42 | \n"
			"Justerat |  | [efter justeringen]\n"
			"Anslaget uppsatt |  | [efter justeringen]\n"
			"Sista dag att överklaga (laglighetsprövning) |  | [efter justeringen]\n"
			"Anslaget får tas ned tidigast |  | [efter justeringen]\n"
			"Förvaringsplats för protokollet |  | [saknas]\n");
	assert_text(text_at(&root, "saknas.justeringens_datum"), "[datum saknas, senast 2024-06-04]");
	assert_text(text_at(&root, "saknas.justerare"), "[saknas]");
	assert_text(text_at(&root, "saknas.justeringens_plats"), "[saknas]");
	assert_null(value_at(&root, "saknas.plats"));
}

/* A draft must never say that it is approved or announced. */
static void a_draft_claims_nothing(void **state)
{
	static const char *const texts[] = {
		MEETING, MEETING STORED "justering: {planerad: 2024-05-31}\n",
		"utkast: ja\n" MEETING SIGNED STORED,
		"utkast: ja\nanslag: nej\n" MEETING,
	};
	struct pk_job *job = *state;

	for (size_t i = 0; i < PK_COUNT(texts); i++) {
		struct pk_value root = tree_of(job, texts[i], NULL);
		struct pk_out out = pk_out_new(job->arena, 1 << 20);
		struct pk_str json;

		pk_value_print_json(&root, &out);
		json = pk_out_str(&out);
		assert_int_equal(pk_str_find(json, PK_STR("är justerat"), 0), json.n);
		assert_int_equal(pk_str_find(json, PK_STR("har tillkännagivits"), 0), json.n);
		assert_int_equal(pk_str_find(json, PK_STR("\"linje\""), 0), json.n);
		assert_null(value_at(&root, "justerat"));
		assert_null(value_at(&root, "signaturrutor"));
		assert_text(text_at(&root, "underskrifter_not"),
				"Undertecknas när protokollet är klart för justering.");
	}
}

static void the_way_down_follows_the_policy(void **state)
{
	static const struct {
		const char *settings, *anslag, *row;
	} rows[] = {
		{ "nedtagande: dagen-efter\n", STORED, "Anslaget får tas ned tidigast | 2024-06-25" },
		{ "nedtagande: nasta-vardag\n", STORED, "Anslaget får tas ned tidigast | 2024-06-25" },
		{ "nedtagande: till-och-med\n", STORED, "Anslaget är uppsatt t.o.m. | 2024-06-24" },
		{ "nedtagande: {dagar: 30}\n", STORED, "Anslaget tas ned | 2024-06-30" },
		{ "nedtagande: ingen\n", STORED, NULL },
		{ "nedtagande: ingen\n", "anslag: {förvaringsplats: Sjön, nedtas: 2024-07-01}\n",
			"Anslaget tas ned | 2024-07-01" },
	};

	(void)state;
	for (size_t i = 0; i < PK_COUNT(rows); i++) {
		struct pk_job job;
		struct pk_out yaml;
		struct pk_value root;
		struct pk_str found;

		assert_true(pk_job_init(&job, &pk_limits_default));
		yaml = pk_out_new(job.arena, 1 << 16);
		pk_put_c(&yaml, MEETING SIGNED);
		pk_put_c(&yaml, rows[i].anslag);
		pk_put_byte(&yaml, '\0');
		root = tree_of(&job, yaml.p, rows[i].settings);
		found = rows_of(&job, &root, "anslag.0.rader");
		if (rows[i].row == NULL) {
			assert_int_equal(pk_str_find(found, PK_STR("ta ned"), 0), found.n);
			assert_int_equal(pk_str_find(found, PK_STR("tas ned"), 0), found.n);
		} else if (pk_str_find(found, pk_str_of(rows[i].row), 0) == found.n) {
			fail_msg("%sexpected: %s, found:\n%.*s", rows[i].settings, rows[i].row,
					(int)found.n, found.p);
		}
		pk_job_free(&job);
	}
}

static void digital_signatures_need_no_pen(void **state)
{
	static const char *const fields[] = { "roll", "namn", "paragrafer", "linje", "digitalt" };
	struct pk_value root = tree_of(*state, MEETING STORED "justering: {justerare: Per Lindgren, "
			"plats: Sjön, datum: 2024-05-31, signering: digital}\n", NULL);

	assert_text(lines_at(*state, &root, "underskrifter", fields, PK_COUNT(fields)),
			"Sekreterare | Anna Sjöberg | Paragrafer 41–42 |  | Digitalt signerat 2024-05-31\n"
			"Ordförande | Karin Holm (S) | Paragrafer 41–42 |  | Digitalt signerat 2024-05-31\n"
			"Justerare | Per Lindgren (C) | Paragrafer 41–42 |  | Digitalt signerat 2024-05-31\n");
	assert_null(value_at(&root, "signaturrutor"));
	assert_null(value_at(&root, "anslag.0.linje"));
}

static void a_pen_gets_lines_and_boxes(void **state)
{
	static const char *const fields[] = { "roll", "namn", "paragrafer", "linje", "digitalt" };
	struct pk_value root = tree_of(*state, MEETING STORED SIGNED,
			"sidfot: {signaturrutor: ja, utdragsbestyrkande: ja}\n");

	assert_text(lines_at(*state, &root, "underskrifter", fields, PK_COUNT(fields)),
			"Sekreterare | Anna Sjöberg | Paragrafer 41–42 | ja | \n"
			"Ordförande | Karin Holm (S) | Paragrafer 41–42 | ja | \n"
			"Justerare | Per Lindgren (C) | Paragrafer 41–42 | ja | \n");
	assert_text(lines_at(*state, &root, "signaturrutor", fields, 1),
			"Sekreterare\nOrdförande\nJusterare\n");
	assert_text(text_at(&root, "utdragsbestyrkande"), "Utdragsbestyrkande");
	root = tree_of(*state, MEETING STORED SIGNED, "sidfot: {signaturrutor: ja}\n"
			"etiketter: {justeringsperson: Justeringsperson}\n");
	assert_text(lines_at(*state, &root, "signaturrutor", fields, 1),
			"Sekreterare\nOrdförande\nJusteringsperson\n");
	assert_text(text_at(&root, "underskrifter.2.roll"), "Justeringsperson");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		job_test(an_approved_protocol_states_its_dates),
		job_test(a_sentence_ends_once),
		job_test(nobody_else_is_said_to_have_signed),
		job_test(a_planned_day_gives_preliminary_dates),
		job_test(without_a_planned_day_they_come_later),
		job_test(a_draft_claims_nothing),
		cmocka_unit_test(the_way_down_follows_the_policy),
		job_test(digital_signatures_need_no_pen),
		job_test(a_pen_gets_lines_and_boxes),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
