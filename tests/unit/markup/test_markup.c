#include "support/fixture.h"

#include "markup/blocks.h"

static struct pk_pos in_source(
		const struct pk_job *job, const void *node, size_t offset, size_t length)
{
	(void)job;
	return (struct pk_pos){ *(const uint32_t *)node, (uint32_t)offset, (uint32_t)length };
}

/* Parses text as a source of its own, so that places are places in it. */
static const struct pk_blocks *parse(struct pk_job *job, const char *text)
{
	uint32_t number = source_of(job, "m.yaml", text);
	struct pk_markup_origin origin = { &number, in_source };
	const struct pk_blocks *blocks = NULL;

	return pk_markup_parse(job, pk_str_of(text), &origin, &blocks) ? blocks : NULL;
}

struct row {
	const char *text, *expected;
};

static void assert_rows(const struct row *rows, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		void *own = NULL;
		struct pk_job *job;
		struct pk_out out;
		const struct pk_blocks *blocks;

		assert_int_equal(fixture_job(&own), 0);
		job = own;
		out = pk_out_new(job->arena, 1 << 20);
		blocks = parse(job, rows[i].text);
		assert_silent(job);
		assert_non_null(blocks);
		pk_blocks_print(blocks, &out);
		assert_text(pk_out_str(&out), rows[i].expected);
		fixture_job_free(&own);
	}
}

static void words_become_runs(void **state)
{
	static const struct row rows[] = {
		{ "", "" },
		{ "  \n\n", "" },
		{ "Hej\ndu", "paragraph\n  \"Hej du\"\n" },
		{ "Hej\n\ndu", "paragraph\n  \"Hej\"\nparagraph\n  \"du\"\n" },
		{ "Hej  \ndu\\\noch",
				"paragraph\n  \"Hej\"\n  break\n  \"du\"\n  break\n  \"och\"\n" },
		{ "a **b *c* d** `e` ~~f~~",
				"paragraph\n  \"a \"\n  \"b \" strong\n  \"c\" strong emphasis\n"
				"  \" d\" strong\n  \" \"\n  \"e\" code\n  \" \"\n  \"f\" "
				"strike\n" },
		{ "se [vår *sida*](https://a.se/?a=1&amp;b=2 \"t\") nu",
				"paragraph\n  \"se \"\n"
				"  \"vår \" -> https://a.se/?a=1&b=2\n  \"sida\" emphasis -> "
				"https://a.se/?a=1&b=2\n"
				"  \" nu\"\n" },
		{ "<https://a.se>", "paragraph\n  \"https://a.se\" -> https://a.se\n" },
		{ "![En *fin* båt](bat.png) ![](<tom bild.jpg>)",
				"paragraph\n  image \"En fin båt\" -> bat.png\n"
				"  \" \"\n  image \"\" -> tom bild.jpg\n" },
		{ "[![alt](a.png)](b.se)", "paragraph\n  image \"alt\" -> a.png\n" },
		/* md4c begins a picture here and never ends it. */
		{ "K[bild](![)/bld](b.ng)@\n\ng~",
				"paragraph\n  \"K\"\n  \"bild\" -> ![\n  \"/bld@\"\n"
				"paragraph\n  \"g~\"\n" },
		{ "5 < 6 <b>fet</b> & <!-- x -->",
				"paragraph\n  \"5 < 6 <b>fet</b> & <!-- x -->\"\n" },
		{ "<div>\nhej\n</div>", "paragraph\n  \"<div> hej </div>\"\n" },
		{ "– Jag yrkar bifall.\n– Jag också.",
				"paragraph\n  \"– Jag yrkar bifall. – Jag också.\"\n" },
		{ "&amp;&lt;&gt;&quot;&apos;&Aring;&yuml;&ndash;&#167;&#xA7;&#7;&#xD800;&finnsej;",
				"paragraph\n  \"&<>\"'Åÿ–§§\xEF\xBF\xBD\xEF\xBF\xBD&finnsej;\"\n" },
		{ "31&nbsp;200", "paragraph\n  \"31\xC2\xA0"
				 "200\"\n" },
		{ "\\*inte kursiv\\*", "paragraph\n  \"*inte kursiv*\"\n" },
	};

	(void)state;
	assert_rows(rows, PK_COUNT(rows));
}

static void blocks_become_a_tree(void **state)
{
	static const struct row rows[] = {
		{ "- a\n- b\n  - c\n- d", "bullets tight\n  item\n    paragraph\n      \"a\"\n  "
					  "item\n    paragraph\n"
					  "      \"b\"\n    bullets tight\n      item\n        "
					  "paragraph\n          \"c\"\n"
					  "  item\n    paragraph\n      \"d\"\n" },
		{ "- a\n\n- b", "bullets\n  item\n    paragraph\n      \"a\"\n  item\n    "
				"paragraph\n      \"b\"\n" },
		{ "4. april\n5. maj",
				"numbers 4 tight\n  item\n    paragraph\n      \"april\"\n  item\n"
				"    paragraph\n      \"maj\"\n" },
		{ "1. a\n   - b\n\n   c",
				"numbers 1\n  item\n    paragraph\n      \"a\"\n    bullets tight\n"
				"      item\n        paragraph\n          \"b\"\n    paragraph\n   "
				"   \"c\"\n" },
		{ "-\n- a\n\n#\n\n>\n", "bullets tight\n  item\n    paragraph\n      \"a\"\n" },
		{ "> citat\n> - x", "quote\n  paragraph\n    \"citat\"\n  bullets tight\n    "
				    "item\n      paragraph\n"
				    "        \"x\"\n" },
		{ "```\nett\n\n  två\n```", "code\n  \"ett\"\n  break\n  break\n  \"  två\"\n" },
		{ "### B\n\n##### C\n\n### D",
				"heading 1\n  \"B\"\nheading 2\n  \"C\"\nheading 1\n  \"D\"\n" },
		{ "###### Sist\n\n> # Först\n\nMellan\n---",
				"heading 3\n  \"Sist\"\nquote\n  heading 1\n    \"Först\"\n"
				"heading 2\n  \"Mellan\"\n" },
		{ "| A | B | C |\n|:--|:-:|--:|\n| 1 | **2** | a\\|b |\n| ensam |",
				"table 3\n  row\n    cell left\n"
				"      \"A\"\n    cell center\n      \"B\"\n    cell right\n      "
				"\"C\"\n  row\n    cell left\n"
				"      \"1\"\n    cell center\n      \"2\" strong\n    cell "
				"right\n      \"a|b\"\n  row\n"
				"    cell left\n      \"ensam\"\n    cell center\n    cell "
				"right\n" },
		{ "|A|\n|---|\n||\n", "table 1\n  row\n    cell\n      \"A\"\n  row\n    cell\n" },
	};

	(void)state;
	assert_rows(rows, PK_COUNT(rows));
}

static void runs_know_where_they_stand(void **state)
{
	static const char text[] = "Å **ö** och\nmer &amp; mer\n\n- se ![båt](b.png) nu ![](c.png)";
	struct pk_job *job = *state;
	const struct pk_blocks *blocks = parse(job, text);
	const struct pk_run *runs;

	assert_non_null(blocks);
	runs = blocks->v[0].runs;
	assert_text(pk_str_slice(pk_str_of(text), runs[1].offset, runs[1].offset + runs[1].length),
			"ö");
	assert_text(pk_str_slice(pk_str_of(text), runs[2].offset, runs[2].offset + runs[2].length),
			" och\nmer &amp; mer");
	assert_int_equal(blocks->n_images, 2);
	runs = blocks->images[0];
	assert_ptr_equal(runs, &blocks->v[1].children[0].children[0].runs[1]);
	assert_text(pk_str_slice(pk_str_of(text), runs->offset, runs->offset + runs->length),
			"![båt](b.png)");
	runs = blocks->images[1];
	assert_text(pk_str_slice(pk_str_of(text), runs->offset, runs->offset + runs->length),
			"![](c.png)");
}

static void words_alone(void **state)
{
	struct pk_job *job = *state;
	const struct pk_blocks *blocks = parse(job, "# Å\n\nett **två**  \ntre\n\n- a\n- b\n\n| x "
						    "| y |\n|---|---|\n| 1 | 2 |\n");
	struct pk_out out = pk_out_new(job->arena, 1000);

	assert_non_null(blocks);
	pk_blocks_words(blocks, &out);
	assert_text(pk_out_str(&out), "Å\nett två\ntre\na\nb\nx\ty\n1\t2");
}

static char *repeated(struct pk_job *job, const char *head, const char *piece, size_t times)
{
	size_t h = strlen(head), n = strlen(piece);
	char *text = pk_alloc(job, 1, h + n * times + 1);

	memcpy(text, head, h);
	for (size_t i = 0; i < times; i++)
		memcpy(text + h + i * n, piece, n);
	return text;
}

static void each_refusal_has_its_place(void **state)
{
	static const struct {
		const char *text, *code;
		uint32_t line, column;
	} rows[] = {
		{ "Hej\n\n---\n\ndu", "P026", 3, 1 },
		{ "* * *", "P026", 1, 1 },
		{ "# Rubrik\n---\n", "P026", 2, 1 },
		{ "Rubrik\n---\n\ntext\n\n***\n", "P026", 6, 1 },
		{ "```\n---\n```\n\n> å\n>\n> ___\n", "P026", 7, 3 },
		{ "- a\n\n  ---\n", "P026", 3, 3 },
		{ "|a|b|\n|-|-|\n|c|d|", "P430", 2, 1 },
		{ "text\n\n> a | b\n> :-: | --\n", "P430", 4, 3 },
		{ "- x\n\n  |a|b|\n  |--|--|\n", "P430", 4, 3 },
		{ "- | a | b |\n  | - | - |\n", "P430", 2, 3 },
		{ "|---|---|\n|a|b|\n", "P430", 1, 1 },
	};

	(void)state;
	for (size_t i = 0; i < PK_COUNT(rows); i++) {
		void *own = NULL;

		assert_int_equal(fixture_job(&own), 0);
		assert_null(parse(own, rows[i].text));
		assert_only(own, rows[i].code, rows[i].line, rows[i].column);
		fixture_job_free(&own);
	}
}

/* What lies behind the text is no part of it, though it would end a link. */
static void a_text_ends_where_it_ends(void **state)
{
	struct pk_job *job = *state;
	struct pk_str whole = PK_STR("se [b](c) nu");
	uint32_t number = source_of(job, "m.yaml", whole.p);
	struct pk_markup_origin origin = { &number, in_source };
	struct pk_out out = pk_out_new(job->arena, 1 << 10);
	const struct pk_blocks *blocks;

	assert_true(pk_markup_parse(job, pk_str_slice(whole, 0, 8), &origin, &blocks));
	pk_blocks_print(blocks, &out);
	assert_text(pk_out_str(&out), "paragraph\n  \"se [b](c\"\n");
}

static void every_rule_is_told(void **state)
{
	struct pk_job *job = *state;
	const char *said;

	assert_null(parse(job, "a\n\n---\n\nb\n\n---\n"));
	assert_int_equal(pk_diag_count(job->diags), 2);
	assert_int_equal(pk_diag_get(job->diags, 0)->at.offset, 3);
	assert_int_equal(pk_diag_get(job->diags, 1)->at.offset, 11);
	said = reports(job, PK_SWEDISH);
	assert_non_null(strstr(said, "avdelande linje"));
	assert_non_null(strstr(said, "### Rubrik"));
}

static void a_huge_table_is_refused(void **state)
{
	struct pk_job *job = *state;
	char *head = repeated(job, "x\n\n", "|a", 30);
	char *rule = repeated(job, "\n", "|---", 30);
	struct pk_str both;

	assert_true(pk_join(job, &both, pk_str_of(head), pk_str_of(rule), PK_STR("\n")));
	assert_null(parse(job, repeated(job, both.p, "|\n", 20000)));
	assert_int_equal(pk_diag_count(job->diags), 1);
	assert_string_equal(pk_message_code(pk_diag_get(job->diags, 0)->message), "P027");
}

static void a_wide_table_is_refused(void **state)
{
	struct pk_job *job = *state;
	char *head = repeated(job, "text\n\n", "|a", 33);
	char *rule = repeated(job, "\n", "|---", 33);
	struct pk_str both;

	assert_true(pk_join(job, &both, pk_str_of(head), pk_str_of(rule), PK_STR("\n")));
	assert_null(parse(job, both.p));
	assert_only(job, "P028", 3, 1);
}

/* Quotations in each other around one word. */
static char *quotations(struct pk_job *job, size_t depth)
{
	char *text = repeated(job, "", "> ", depth);

	text[2 * depth - 1] = 'x';
	return text;
}

static void deep_nesting_is_refused(void **state)
{
	struct pk_job *job = *state;

	assert_null(parse(job, quotations(job, 100000)));
	assert_int_equal(pk_diag_count(job->diags), 1);
	assert_string_equal(pk_message_code(pk_diag_get(job->diags, 0)->message), "P029");
}

static void nesting_ends_at_the_limit(void **state)
{
	struct pk_job *job = *state;

	assert_non_null(parse(job, quotations(job, job->limits->markup_depth)));
	assert_silent(job);
	assert_null(parse(job, quotations(job, job->limits->markup_depth + 1)));
}

/* With too little memory parsing fails and says so, or gives the whole tree: never a third thing.
 */
static void scarce_memory_is_told(void **state)
{
	static const char text[] =
			"# å\n\n- a **b** [c](d)\n  1. ![e](f)\n\n|g|h|\n|---|---|\n|&amp;|j|\n";
	struct pk_limits limits = pk_limits_default;

	(void)state;
	for (limits.memory = 0; limits.memory < 40000; limits.memory += 64) {
		const struct pk_blocks *blocks = NULL;
		struct pk_job job;
		bool ok;

		if (!pk_job_init(&job, &limits))
			continue;
		ok = pk_markup_parse(&job, pk_str_of(text), NULL, &blocks);
		assert_int_equal(ok, pk_diag_errors(job.diags) == 0);
		assert_int_equal(ok, blocks != NULL);
		pk_job_free(&job);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(words_become_runs),
		cmocka_unit_test(blocks_become_a_tree),
		job_test(runs_know_where_they_stand),
		job_test(words_alone),
		cmocka_unit_test(each_refusal_has_its_place),
		job_test(a_text_ends_where_it_ends),
		job_test(every_rule_is_told),
		job_test(a_huge_table_is_refused),
		job_test(a_wide_table_is_refused),
		job_test(deep_nesting_is_refused),
		job_test(nesting_ends_at_the_limit),
		cmocka_unit_test(scarce_memory_is_told),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
