/* What each edition tells, and that the public one holds no secret word anywhere. */
#include "unit/context/tree.h"

#define SP "\xC2\xA0"
#define TOP "organ: Socialnämnden\ndatum: 2024-05-21\nanslag: nej\n" \
	"närvarande:\n  beslutande:\n    - Karin Holm (S), ordförande\n    - Per Lindgren (C)\n" \
	"  ersättare: Omar Haddad (S)\n" \
	"  övriga:\n    - Lo Hemlin, psykolog, § 42\n    - Jon Alm, jurist, § 41–42\n" \
	"sekreterare: Anna Sjöberg\nparagrafer:\n  - {nr: 41, rubrik: Öppet ärende}\n"

/* Every place where a paragraf has words, each marked or in a paragraf that is secret whole. */
#define WORDS(begins, ends) \
	"    dnr: " begins "HEMLIG" ends "\n" \
	"    beslut:\n      - Nämnden " begins "HEMLIG **HEMLIG** [HEMLIG](x.html)" ends "\n" \
	"      - \"- punkt " begins "HEMLIG" ends "\"\n" \
	"    motivering: " begins "HEMLIG" ends "\n" \
	"    ärendebeskrivning: |\n      | A | B |\n      |:--|:--|\n      | C | " begins "HEMLIG" ends " |\n" \
	"    avsnitt: [{rubrik: " begins "HEMLIG" ends ", text: " begins "HEMLIG" ends "}]\n" \
	"    tidigare: {organ: " begins "HEMLIG" ends ", paragraf: 3}\n" \
	"    förslag: {till: " begins "HEMLIG" ends ", beslut: " begins "HEMLIG" ends "}\n" \
	"    jäv: {namn: Karin Holm, ersättare: Omar Haddad, skäl: " begins "HEMLIG" ends "}\n" \
	"    ordförande: Per Lindgren\n" \
	"    yrkanden: {av: Per Lindgren, typ: bifall, på: " begins "HEMLIG" ends ", text: " begins "HEMLIG" ends "}\n" \
	"    propositionsordning: " begins "HEMLIG" ends "\n" \
	"    omröstningar: {ja_betyder: " begins "HEMLIG" ends ", nej_betyder: " begins "HEMLIG" ends ", ja: 2, nej: 0}\n" \
	"    reservationer: {av: Omar Haddad, grupp: " begins "HEMLIG" ends ", för: " begins "HEMLIG" ends ", text: " begins "HEMLIG" ends "}\n" \
	"    särskilda_yttranden: {av: Per Lindgren, text: " begins "HEMLIG" ends "}\n" \
	"    anteckningar: {av: Per Lindgren, text: " begins "HEMLIG" ends "}\n" \
	"    delegationsbeslut: [{nr: " begins "HEMLIG" ends ", dnr: " begins "HEMLIG" ends ", beslut: " begins "HEMLIG" ends ", delegat: " begins "HEMLIG" ends "}]\n" \
	"    anmälningar: [{dnr: " begins "HEMLIG" ends ", ärende: " begins "HEMLIG" ends ", från: " begins "HEMLIG" ends "}]\n" \
	"    beslutsunderlag: " begins "HEMLIG" ends "\n" \
	"    mottagare: {åtgärd: " begins "HEMLIG" ends ", kännedom: " begins "HEMLIG" ends "}\n" \
	"    rättelser: {datum: 2024-06-03, av: " begins "HEMLIG" ends ", avser: " begins "HEMLIG" ends ", stod: " begins "HEMLIG" ends ", rättat: " begins "HEMLIG" ends ", grund: " begins "HEMLIG" ends "}\n"

static const char whole[] = TOP "  - rubrik: HEMLIG\n    sekretess: {lagrum: 26 kap. 1 § OSL}\n"
	WORDS("", "");
static const char marked[] = TOP "  - rubrik: Om ((HEMLIG (S)))\n"
	"    sekretess: {lagrum: 26 kap. 1 § OSL, omfattar: markerat}\n" WORDS("((", "))");

static struct pk_str json_of(struct pk_job *job, const struct pk_value *root)
{
	struct pk_out out = pk_out_new(job->arena, 1 << 20);

	pk_value_print_json(root, &out);
	assert_false(out.failed);
	return pk_out_str(&out);
}

static bool has(struct pk_str text, const char *word)
{
	return pk_str_find(text, pk_str_of(word), 0) < text.n;
}

static void no_secret_word_is_in_a_public_tree(void **state)
{
	static const char *const texts[] = { whole, marked };

	for (size_t i = 0; i < PK_COUNT(texts); i++) {
		struct pk_value root = edition_of(*state, texts[i], NULL, PK_EDITION_PUBLIC);
		struct pk_str json = json_of(*state, &root);

		if (has(json, "HEMLIG") || has(json, PK_SECRET_BEGINS) || has(json, PK_SECRET_ENDS))
			fail_msg("%.*s", (int)json.n, json.p);
		assert_null(value_at(&root, "sekretess_not"));
	}
}

static void the_full_tree_has_all_words_without_marks(void **state)
{
	static const char *const texts[] = { whole, marked };

	for (size_t i = 0; i < PK_COUNT(texts); i++) {
		struct pk_value root = edition_of(*state, texts[i], NULL, PK_EDITION_FULL);
		struct pk_str json = json_of(*state, &root);

		assert_true(has(json, "HEMLIG"));
		assert_false(has(json, PK_SECRET_BEGINS) || has(json, PK_SECRET_ENDS));
		assert_false(has(json, "((") || has(json, "[sekretess]"));
		assert_text(text_at(&root, "sekretess_not"),
				"Innehåller uppgifter som kan omfattas av sekretess");
		assert_text(text_at(&root, "paragrafer.1.rubrik"), i == 0 ? "HEMLIG" : "Om HEMLIG (S)");
	}
}

static void a_secret_paragraph_keeps_number_and_ground(void **state)
{
	struct pk_value root = edition_of(*state, whole, NULL, PK_EDITION_PUBLIC);

	assert_text(text_at(&root, "paragrafer.1.nummer"), "42");
	assert_text(text_at(&root, "paragrafer.1.rubrik"), "Sekretessärende");
	assert_null(value_at(&root, "paragrafer.1.delar.1"));
	assert_null(value_at(&root, "paragrafer.1.delar.0.rubrik"));
	assert_text(words_at(*state, &root, "paragrafer.1.delar.0.text"),
			"Ärendet redovisas inte med hänvisning till sekretess (26 kap. 1 § OSL).");
	assert_null(value_at(&root, "paragrafer.1.dnr"));
	assert_null(value_at(&root, "rättelser"));
}

static void its_own_heading_is_used(void **state)
{
	struct pk_value root = edition_of(*state, TOP "  - rubrik: HEMLIG\n"
			"    sekretess: {lagrum: 26 kap. 1 § OSL, rubrik: Individärende}\n", NULL,
			PK_EDITION_PUBLIC);

	assert_text(text_at(&root, "paragrafer.1.rubrik"), "Individärende");
}

static void marked_words_are_masked_where_they_stand(void **state)
{
	struct pk_value root = edition_of(*state, marked, NULL, PK_EDITION_PUBLIC);

	assert_text(text_at(&root, "paragrafer.1.rubrik"), "Om [sekretess]");
	assert_text(text_at(&root, "paragrafer.1.dnr"), "[sekretess]");
	assert_text(words_at(*state, &root, "paragrafer.1.beslut.0.text"), "Nämnden [sekretess]");
	assert_text(words_at(*state, &root, "paragrafer.1.ärendebeskrivning"), "A\tB\nC\t[sekretess]");
	assert_text(text_at(&root, "paragrafer.1.rättelser.0.text"), "[sekretess]. Det stod "
			"\"[sekretess]\"; rätt är \"[sekretess]\". Grund: [sekretess]. [sekretess].");
}

/* Where the link with these words goes. */
static struct pk_str address_at(const struct pk_value *root, const char *words)
{
	const struct pk_value *text = value_at(root, "paragrafer.1.beslut.0.text");
	const struct pk_block *block = text == NULL ? NULL : text->as.blocks->v;

	for (size_t i = 0; block != NULL && i < block->n_runs; i++) {
		if (pk_str_is(block->runs[i].text, words))
			return block->runs[i].target;
	}
	fail_msg("no run %s", words);
	return PK_STR("");
}

/* An address has marks of its own: half of it would lead astray. */
static void a_secret_address_is_none(void **state)
{
	static const char text[] = TOP "  - rubrik: A\n"
		"    sekretess: {lagrum: 26 kap. 1 § OSL, omfattar: markerat}\n"
		"    beslut: \"Se [akten](http://x.se/((HEMLIG))) och [lagen](http://y.se/).\"\n";
	struct pk_value public = edition_of(*state, text, NULL, PK_EDITION_PUBLIC);
	struct pk_value full = edition_of(*state, text, NULL, PK_EDITION_FULL);

	assert_text(words_at(*state, &public, "paragrafer.1.beslut.0.text"), "Se akten och lagen.");
	assert_text(address_at(&public, "akten"), "");
	assert_text(address_at(&public, "lagen"), "http://y.se/");
	assert_text(address_at(&full, "akten"), "http://x.se/HEMLIG");
	assert_text(address_at(&full, "lagen"), "http://y.se/");
}

/* A bilaga has one number in both editions, and none tells that a secret paragraf was voted on. */
static void matrices_of_secrets_come_last(void **state)
{
	static const char text[] = TOP
		"  - rubrik: A\n    sekretess: {lagrum: 26 kap. 1 § OSL}\n"
		"    omröstningar: {ja: Karin Holm, nej: [], redovisning: matris}\n"
		"  - rubrik: B\n"
		"    omröstningar: {ja: [Karin Holm, Per Lindgren], nej: [], redovisning: matris}\n";
	struct pk_value public = edition_of(*state, text, NULL, PK_EDITION_PUBLIC);
	struct pk_value full = edition_of(*state, text, NULL, PK_EDITION_FULL);

	assert_text(text_at(&public, "bilagor.0.rubrik"), "Omröstning, §" SP "43");
	assert_null(value_at(&public, "bilagor.1"));
	assert_text(text_at(&full, "bilagor.0.rubrik"), "Omröstning, §" SP "43");
	assert_text(text_at(&full, "bilagor.1.rubrik"), "Omröstning, §" SP "42");
	assert_true(has(json_of(*state, &full), "Rösterna redovisas i bilaga 2."));
	assert_true(has(json_of(*state, &public), "Rösterna redovisas i bilaga 1."));
}

/* Those who only attend stand in the last group, a person a line. */
static struct pk_str others_of(struct pk_job *job, const struct pk_value *root)
{
	static const char *const fields[] = { "text" };
	bool called_in = value_at(root, "närvaro.3") != NULL;

	return lines_at(job, root, called_in ? "närvaro.3.personer" : "närvaro.2.personer", fields, 1);
}

static void who_came_for_a_secret_only_is_left_out(void **state)
{
	struct pk_value public = edition_of(*state, whole, NULL, PK_EDITION_PUBLIC);
	struct pk_value full = edition_of(*state, whole, NULL, PK_EDITION_FULL);

	assert_text(others_of(*state, &full), "Lo Hemlin, psykolog, §" SP "42\n"
			"Jon Alm, jurist, §" SP "41–42\nAnna Sjöberg, sekreterare\n");
	assert_text(others_of(*state, &public),
			"Jon Alm, jurist, §" SP "41–42\nAnna Sjöberg, sekreterare\n");
	assert_false(has(json_of(*state, &public), "Lo Hemlin"));
	assert_true(has(json_of(*state, &full), "(jäv)"));
	assert_false(has(json_of(*state, &public), "jäv)"));
}

static void a_bilaga_of_a_secret_keeps_its_number(void **state)
{
	struct pk_value root = edition_of(*state, TOP "  - rubrik: HEMLIG\n"
			"    sekretess: {lagrum: 26 kap. 1 § OSL}\n    beslut: HEMLIG\n"
			"    anteckningar: {av: Per Lindgren, bilaga: 1}\n"
			"bilagor: [{rubrik: HEMLIG, text: HEMLIG}, {rubrik: Öppen, text: Ord}]\n", NULL,
			PK_EDITION_PUBLIC);

	assert_false(has(json_of(*state, &root), "HEMLIG"));
	assert_text(text_at(&root, "bilagor.0.rubrik"), "Redovisas inte med hänvisning till sekretess");
	assert_text(text_at(&root, "bilagor.1.rubrik"), "Öppen");
	assert_text(text_at(&root, "bilagor.1.nummer"), "2");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		job_test(no_secret_word_is_in_a_public_tree),
		job_test(the_full_tree_has_all_words_without_marks),
		job_test(a_secret_paragraph_keeps_number_and_ground),
		job_test(its_own_heading_is_used),
		job_test(marked_words_are_masked_where_they_stand),
		job_test(a_secret_address_is_none),
		job_test(matrices_of_secrets_come_last),
		job_test(who_came_for_a_secret_only_is_left_out),
		job_test(a_bilaga_of_a_secret_keeps_its_number),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
