/* The layouts of a vote, each word for word. */
#include "unit/context/tree.h"

#define SP "\xC2\xA0"
#define TOP "organ: Socialnämnden\ndatum: 2024-05-21\nanslag: nej\n" \
	"närvarande:\n  beslutande:\n    - Karin Holm (S), ordförande\n    - Per Lindgren (C)\n" \
	"    - Ingrid Wallin (S)\n    - Ali Demir (V)\n    - Sara Nyqvist (L)\n" \
	"sekreterare: Anna Sjöberg\nparagrafer:\n  - nr: 41\n    rubrik: A\n    beslut: X\n" \
	"    omröstningar:\n"
#define ASKED "ja_betyder: bifall, nej_betyder: avslag, "
#define NAMED "ja: [Karin Holm, Ingrid Wallin, Ali Demir], nej: Per Lindgren, avstår: Sara Nyqvist"

/* The parts of the paragraf from the second on: "rubrik: words", a part a line, blocks by " / ". */
static struct pk_str parts_of(struct pk_job *job, const struct pk_value *root)
{
	const struct pk_value *parts = value_at(root, "paragrafer.0.delar");
	struct pk_out out = pk_out_new(job->arena, 1 << 20);

	for (size_t i = 1; parts != NULL && i < parts->as.list.n; i++) {
		struct pk_str words = words_at(job, &parts->as.list.v[i], "text");

		pk_put(&out, text_at(&parts->as.list.v[i], "rubrik"));
		pk_put_c(&out, ": ");
		for (size_t k = 0; k < words.n; k++)
			pk_put_c(&out, words.p[k] == '\n' ? " / " : (char[]){ words.p[k], 0 });
		pk_put_c(&out, "\n");
	}
	assert_false(out.failed);
	return pk_out_str(&out);
}

static struct pk_value vote(struct pk_job *job, const char *settings, const char *votes)
{
	struct pk_out yaml = pk_out_new(job->arena, 1 << 16);

	pk_put_c(&yaml, TOP);
	pk_put_c(&yaml, votes);
	pk_put_byte(&yaml, '\0');
	return tree_of(job, yaml.p, settings);
}

static void assert_vote(struct pk_job *job, const char *settings, const char *votes, const char *expected)
{
	struct pk_value root = vote(job, settings, votes);

	assert_text(parts_of(job, &root), expected);
}

static void names_in_running_text(void **state)
{
	static const char expected[] = "Omröstning: Ja-röst: bifall. Nej-röst: avslag. / "
		"Ja (3): Karin Holm (S), Ingrid Wallin (S) och Ali Demir (V). / "
		"Nej (1): Per Lindgren (C). / Avstår (1): Sara Nyqvist (L). / "
		"Omröstningen utfaller med 3 ja-röster mot 1 nej-röst; 1 avstår. Utfall: bifall.\n";

	assert_vote(*state, NULL, "      - {" ASKED NAMED "}\n", expected);
	assert_vote(*state, "standard: {röstredovisning: summa}\n",
			"      - {" ASKED NAMED ", redovisning: löptext}\n", expected);
}

static void only_the_sums(void **state)
{
	static const char expected[] = "Omröstning: Ja-röst: bifall. Nej-röst: avslag. / "
		"Omröstningen utfaller med 3 ja-röster mot 1 nej-röst; 1 avstår. Utfall: bifall.\n";

	assert_vote(*state, NULL, "      - {" ASKED NAMED ", redovisning: summa}\n", expected);
	assert_vote(*state, "standard: {röstredovisning: summa}\n", "      - {" ASKED NAMED "}\n", expected);
	/* Without names there is nothing else to tell. */
	assert_vote(*state, NULL, "      - {" ASKED "ja: 3, nej: 1, avstår: 1, redovisning: matris}\n",
			expected);
}

static void a_row_a_voter(void **state)
{
	assert_vote(*state, NULL, "      - {" ASKED NAMED ", redovisning: rader}\n",
			"Omröstning: Ja-röst: bifall. Nej-röst: avslag. / Ledamot\tParti\tRöst / "
			"Karin Holm\tS\tJa / Per Lindgren\tC\tNej / Ingrid Wallin\tS\tJa / "
			"Ali Demir\tV\tJa / Sara Nyqvist\tL\tAvstår / "
			"Omröstningen utfaller med 3 ja-röster mot 1 nej-röst; 1 avstår. Utfall: bifall.\n");
}

static void a_matrix_in_an_appendix(void **state)
{
	struct pk_value root = vote(*state, NULL, "      - {" ASKED NAMED ", redovisning: matris}\n"
			"      - {" ASKED "ja: övriga, nej: Per Lindgren, "
			"summa: {ja: 4, nej: 1}, redovisning: matris}\n"
			"bilagor: [{rubrik: Yttrande, text: Text}]\n");

	assert_text(parts_of(*state, &root),
			"Omröstning 1: Ja-röst: bifall. Nej-röst: avslag. / "
			"Omröstningen utfaller med 3 ja-röster mot 1 nej-röst; 1 avstår. Utfall: bifall. / "
			"Rösterna redovisas i bilaga 2.\n"
			"Omröstning 2: Ja-röst: bifall. Nej-röst: avslag. / "
			"Omröstningen utfaller med 4 ja-röster mot 1 nej-röst. Utfall: bifall. / "
			"Rösterna redovisas i bilaga 3.\n");
	assert_text(text_at(&root, "bilagor.1.nummer"), "2");
	assert_text(text_at(&root, "bilagor.1.rubrik"), "Omröstning 1, §" SP "41");
	assert_text(words_at(*state, &root, "bilagor.1.text"),
			"Ja-röst: bifall. Nej-röst: avslag.\nLedamot\tParti\tJa\tNej\tAvstår\n"
			"Karin Holm\tS\tX\t\t\nPer Lindgren\tC\t\tX\t\nIngrid Wallin\tS\tX\t\t\n"
			"Ali Demir\tV\tX\t\t\nSara Nyqvist\tL\t\t\tX\nSumma\t\t3\t1\t1");
	assert_text(words_at(*state, &root, "bilagor.2.text"),
			"Ja-röst: bifall. Nej-röst: avslag.\nLedamot\tParti\tJa\tNej\n"
			"Karin Holm\tS\tX\t\nPer Lindgren\tC\t\tX\nIngrid Wallin\tS\tX\t\n"
			"Ali Demir\tV\tX\t\nSara Nyqvist\tL\tX\t\nSumma\t\t4\t1");
}

static void ties_and_kinds(void **state)
{
	struct pk_job *job = *state;

	assert_vote(job, NULL, "      - {slag: motförslag, " ASKED "ja: 2, nej: 2, avstår: 1, utfall: ja, "
			"avgörande: utslagsröst}\n",
			"Omröstning om motförslag: Ja-röst: bifall. Nej-röst: avslag. / Omröstningen utfaller "
			"med 2 ja-röster mot 2 nej-röster; 1 avstår. "
			"Ordförandens utslagsröst avgör: bifall.\n");
	assert_vote(job, NULL, "      - {slag: huvudvotering, " ASKED "ja: 1, nej: 2, frånvarande: 1, "
			"blanka: 1, sluten: ja}\n",
			"Huvudvotering: Ja-röst: bifall. Nej-röst: avslag. Omröstningen är sluten. / "
			"Omröstningen utfaller med 1 ja-röst mot 2 nej-röster; "
			"1 är frånvarande och 1 röst är blank. Utfall: avslag.\n");
}

static void sums_and_names_for_templates(void **state)
{
	struct pk_value root = vote(*state, NULL, "      - {" ASKED NAMED "}\n");

	assert_text(text_at(&root, "paragrafer.0.omröstningar.0.ja"), "3");
	assert_text(text_at(&root, "paragrafer.0.omröstningar.0.nej_namn"), "Per Lindgren (C)");
	assert_text(text_at(&root, "paragrafer.0.omröstningar.0.avstår"), "1");
	assert_null(value_at(&root, "paragrafer.0.omröstningar.0.frånvarande"));
	assert_text(text_at(&root, "paragrafer.0.omröstningar.0.resultat"),
			"Omröstningen utfaller med 3 ja-röster mot 1 nej-röst; 1 avstår. Utfall: bifall.");
}

#define PART(name) text_at(&root, "paragrafer.0.delar.1.omröstning." name)

/* What a layout shows, as values that a template lays out itself. */
static void a_layout_as_values(void **state)
{
	struct pk_value root = vote(*state, NULL, "      - {" ASKED NAMED "}\n");

	assert_text(PART("innebörd"), "Ja-röst: bifall. Nej-röst: avslag.");
	assert_text(PART("löptext.0.röst"), "Ja");
	assert_text(PART("löptext.0.antal"), "3");
	assert_text(PART("löptext.1.namn"), "Per Lindgren (C)");
	assert_null(value_at(&root, "paragrafer.0.delar.1.omröstning.löptext.3"));
	assert_null(value_at(&root, "paragrafer.0.delar.1.omröstning.röster"));
	assert_null(value_at(&root, "paragrafer.0.delar.1.omröstning.hänvisning"));
	root = vote(*state, NULL, "      - {" ASKED NAMED ", redovisning: rader}\n");
	assert_null(value_at(&root, "paragrafer.0.delar.1.omröstning.löptext"));
	assert_text(PART("röster.1.namn"), "Per Lindgren");
	assert_text(PART("röster.1.parti"), "C");
	assert_text(PART("röster.1.röst"), "Nej");
	root = vote(*state, NULL, "      - {" ASKED NAMED ", redovisning: summa}\n");
	assert_null(value_at(&root, "paragrafer.0.delar.1.omröstning.röster"));
	assert_text(PART("resultat"),
			"Omröstningen utfaller med 3 ja-röster mot 1 nej-röst; 1 avstår. Utfall: bifall.");
}

static void a_matrix_as_values(void **state)
{
	struct pk_value root = vote(*state, NULL, "      - {" ASKED NAMED ", redovisning: matris}\n");

	assert_text(PART("hänvisning"), "Rösterna redovisas i bilaga 1.");
	assert_null(value_at(&root, "paragrafer.0.delar.1.omröstning.röster"));
	assert_text(text_at(&root, "bilagor.0.matris.innebörd"), "Ja-röst: bifall. Nej-röst: avslag.");
	assert_text(text_at(&root, "bilagor.0.matris.röster.1.namn"), "Per Lindgren");
	assert_text(text_at(&root, "bilagor.0.matris.röster.1.nej"), "X");
	assert_null(value_at(&root, "bilagor.0.matris.röster.1.ja"));
	assert_text(text_at(&root, "bilagor.0.matris.summa.ja"), "3");
	assert_text(text_at(&root, "bilagor.0.matris.summa.avstår"), "1");
	assert_null(value_at(&root, "bilagor.0.matris.summa.frånvarande"));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		job_test(names_in_running_text),
		job_test(only_the_sums),
		job_test(a_row_a_voter),
		job_test(a_matrix_in_an_appendix),
		job_test(ties_and_kinds),
		job_test(sums_and_names_for_templates),
		job_test(a_layout_as_values),
		job_test(a_matrix_as_values),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
