/* Formatted text: the same Markdown in both formats, as visible words and as markup. */
#include "made.h"

#define MODEL_DOCX "<w:p><w:pPr><w:keepLines/></w:pPr><w:r><w:t>{{{x}}}</w:t></w:r></w:p>"
#define MODEL_ODT "<text:p text:style-name=\"Standard\">{{{x}}}</text:p>"
#define ABOVE_DOCX "<w:p><w:pPr><w:pStyle w:val=\"Rubrik1\"/></w:pPr><w:r><w:t>R</w:t></w:r></w:p>"
#define ABOVE_ODT "<text:h text:style-name=\"Heading_20_1\" text:outline-level=\"1\">R</text:h>"

#define P(properties, runs) "<w:p>" properties runs "</w:p>"
#define M "<w:pPr><w:keepLines/></w:pPr>"
#define T(words) "<w:t xml:space=\"preserve\">" words "</w:t>"
#define R(words) "<w:r>" T(words) "</w:r>"
#define S(style, words) "<w:r><w:rPr><w:rStyle w:val=\"" style "\"/></w:rPr>" T(words) "</w:r>"
#define ITEM(style, level, num)                                                                    \
	"<w:pPr><w:pStyle w:val=\"" style "\"/><w:numPr><w:ilvl w:val=\"" level                    \
	"\"/><w:numId w:val=\"" num "\"/></w:numPr></w:pPr>"
#define OP(words) "<text:p text:style-name=\"Standard\">" words "</text:p>"
#define OI(style, words) "<text:p text:style-name=\"" style "\">" words "</text:p>"
#define OS(style, words) "<text:span text:style-name=\"" style "\">" words "</text:span>"

struct blocks_case {
	const char *markdown, *words, *docx, *odt;
};

static const struct blocks_case cases[] = {
	{ "Ett.\\n\\nTvå & tre.", "Ett.\nTvå & tre.", P(M, R("Ett.")) P(M, R("Två &amp; tre.")),
			OP("Ett.") OP("Två &amp; tre.") },
	{ "a **b** *c* ~~d~~ `e`", "a b c d e",
			P(M, R("a ") S("Strong", "b") R(" ") S("Emphasis", "c") R(" ") S(
					     "Genomstruken", "d") R(" ") S("HTMLCode", "e")),
			OP("a " OS("Strong_20_Emphasis", "b") " " OS("Emphasis", "c") " " OS(
					"Genomstruken", "d") " " OS("Source_20_Text", "e")) },
	{ "***x***", "x",
			P(M, "<w:r><w:rPr><w:rStyle w:val=\"Strong\"/><w:i/><w:iCs/></w:rPr>" T(
					     "x") "</w:r>"),
			OP(OS("Strong_20_Emphasis", OS("Emphasis", "x"))) },
	{ "rad\\\\\\nrad", "rad<br>rad", P(M, R("rad") "<w:r><w:br/></w:r>" R("rad")),
			OP("rad<text:line-break/>rad") },
	{ "- a\\n  - b\\n- c", "a\nb\nc",
			P(ITEM("ListBullet", "0", "3"), R("a")) P(ITEM("ListBullet", "1", "3"),
					R("b")) P(ITEM("ListBullet", "0", "3"), R("c")),
			"<text:list text:style-name=\"Protokoll_20_punkter\"><text:list-item>" OI(
					"List_20_Bullet",
					"a") "<text:list text:style-name=\"Protokoll_20_punkter\">"
					     "<text:list-item>" OI("List_20_Bullet",
							     "b") "</text:list-item></text:list>"
								  "</"
								  "text:list-item><text:list-"
								  "item>" OI("List_20_Bullet",
										  "c") "</"
										       "text:list-"
										       "item></"
										       "text:"
										       "list>" },
	{ "3. a\\n4. b\\n\\n   mer", "a\nb\nmer",
			P(ITEM("Lista", "0", "5"), R("a")) P(ITEM("Lista", "0", "5"), R("b"))
					P("<w:pPr><w:pStyle w:val=\"Lista\"/><w:numPr><w:ilvl "
					  "w:val=\"0\"/><w:numId "
					  "w:val=\"0\"/></w:numPr><w:ind w:left=\"425\" "
					  "w:firstLine=\"0\"/></w:pPr>",
							R("mer")),
			"<text:list text:style-name=\"Protokoll_20_nummer\"><text:list-item "
			"text:start-value=\"3\">" OI("List_20_Number",
					"a") "</text:list-item><text:list-item>" OI("List_20_"
										    "Number",
					"b") OI("List_20_Number",
					"mer") "</text:list-item></text:list>" },
	{ "> Citat", "Citat", P("<w:pPr><w:pStyle w:val=\"Quote\"/></w:pPr>", R("Citat")),
			OI("Quotations", "Citat") },
	{ "```\\na\\n  b\\n```", "a<br>  b",
			P("<w:pPr><w:pStyle w:val=\"HTMLPreformatted\"/></w:pPr>",
					R("a") "<w:r><w:br/></w:r>" R("  b")),
			OI("Preformatted_20_Text", "a<text:line-break/><text:s text:c=\"2\"/>b") },
	{ "# A\\n\\n### B", "A\nB",
			P("<w:pPr><w:pStyle w:val=\"Rubrik1\"/></w:pPr>", R("A"))
					P("<w:pPr><w:pStyle w:val=\"Heading2\"/></w:pPr>", R("B")),
			"<text:h text:style-name=\"Heading_20_1\" "
			"text:outline-level=\"1\">A</text:h>"
			"<text:h text:style-name=\"Heading_20_2\" "
			"text:outline-level=\"2\">B</text:h>" },
	{ "[här](javascript:alert)", "här", P(M, R("här")), OP("här") },
};

static struct pk_str json_of(struct pk_job *job, const char *markdown)
{
	struct pk_str json;

	assert_true(pk_join(
			job, &json, PK_STR("{\"x\": \"md:"), pk_str_of(markdown), PK_STR("\"}")));
	return json;
}

static void blocks_take_the_templates_styles(void **state)
{
	struct pk_job *job = *state;

	for (size_t i = 0; i < PK_COUNT(cases); i++) {
		const char *json = json_of(job, cases[i].markdown).p;
		struct pk_str docx = made_body(job, TINY_DOCX, MODEL_DOCX, json);
		struct pk_str odt = made_body(job, TINY_ODT, MODEL_ODT, json);

		assert_text(docx, cases[i].docx);
		assert_text(odt, cases[i].odt);
		assert_text(made_words(job, TINY_DOCX, docx), cases[i].words);
		assert_text(made_words(job, TINY_ODT, odt), cases[i].words);
	}
}

static void headings_go_below_the_one_above(void **state)
{
	struct pk_job *job = *state;
	const char *json = "{\"x\": \"md:# A\\n\\n## B\\n\\n### C\\n\\n#### D\\n\\n##### E\"}";
	struct pk_str docx = made_body(job, TINY_DOCX, ABOVE_DOCX MODEL_DOCX, json);
	struct pk_str odt = made_body(job, TINY_ODT, ABOVE_ODT MODEL_ODT, json);

	assert_int_equal(count(docx, "\"Heading2\""), 1);
	assert_int_equal(count(odt, "text:outline-level=\"2\""), 1);
	/* What is deeper than the template's deepest heading is like it. */
	assert_int_equal(count(docx, "\"Heading4\""), 3);
	assert_int_equal(count(odt, "text:outline-level=\"4\""), 3);
}

static void tables_have_head_widths_and_alignment(void **state)
{
	struct pk_job *job = *state;
	const char *json =
			"{\"x\": \"md:| Namn | Kr |\\n|:---|---:|\\n| A | 31 200 |\\n| B |  |\"}";
	struct pk_str docx = made_body(job, TINY_DOCX, MODEL_DOCX, json);
	struct pk_str odt = made_body(job, TINY_ODT, MODEL_ODT, json);

	assert_text(made_words(job, TINY_DOCX, docx), "Namn\nKr\nA\n31 200\nB");
	assert_text(made_words(job, TINY_ODT, odt), "Namn\nKr\nA\n31 200\nB");
	assert_int_equal(count(docx, "<w:tblHeader/>"), 1);
	assert_int_equal(count(docx, "<w:cantSplit/>"), 3);
	assert_int_equal(count(docx, "<w:gridCol "), 2);
	assert_int_equal(count(docx, "<w:jc w:val=\"right\"/>"), 3);
	assert_true(has(docx, "<w:pStyle w:val=\"Tabellrubrik\"/>"));
	assert_int_equal(count(odt, "<table:table-header-rows>"), 1);
	assert_int_equal(count(odt, "<table:table-column "), 2);
	assert_int_equal(count(odt, "\"ProtokollCellEfter\""), 2);
	assert_int_equal(count(odt, "\"ProtokollHuvudEfter\""), 1);
	assert_int_equal(count(odt, "table:name="), 1);
}

/* What tables need of automatic styles stands in the part before its body. */
static void tables_bring_their_styles(void **state)
{
	struct pk_job *job = *state;
	struct pk_package *p = made_build(job, TINY_ODT, tiny_raw(job, TINY_ODT, MODEL_ODT),
			"{\"x\": \"md:| a | b |\\n|---|---|\\n| c | d |\\n\\nx\\n\\n| a "
			"|\\n|---|\\n| b |\"}",
			NULL);
	struct pk_str styles = between(made_part(job, p, "content.xml"),
			"<office:automatic-styles>", "</office:automatic-styles>");

	assert_int_equal(count(styles, "style:family=\"table\""), 2);
	assert_int_equal(count(styles, "style:family=\"table-column\""), 3);
	assert_int_equal(count(styles, "style:family=\"table-cell\""), 1);
}

static void a_table_in_an_item_keeps_its_words(void **state)
{
	struct pk_job *job = *state;
	const char *json = "{\"x\": \"md:- a\\n\\n  | b | c |\\n  |---|---|\\n  | d | e |\"}";
	struct pk_str odt = made_body(job, TINY_ODT, MODEL_ODT, json);

	assert_text(made_words(job, TINY_ODT, odt), "a\nb<tab>c\nd<tab>e");
	assert_false(has(odt, "<table:table"));
	assert_text(made_words(job, TINY_DOCX, made_body(job, TINY_DOCX, MODEL_DOCX, json)),
			"a\nb\nc\nd\ne");
}

static void links_are_relationships(void **state)
{
	struct pk_job *job = *state;
	const char *json = "{\"x\": \"md:[a](https://x.se/ö?a=1&b=2) och [**b** c](mailto:a@b.se) "
			   "[d](https://x.se/ö?a=1&b=2)\"}";
	struct pk_package *docx = made_build(
			job, TINY_DOCX, tiny_raw(job, TINY_DOCX, MODEL_DOCX), json, NULL);
	struct pk_str relations = made_part(job, docx, "word/_rels/document.xml.rels");
	struct pk_str body = tiny_body(job, TINY_DOCX, docx);
	struct pk_str odt = made_body(job, TINY_ODT, MODEL_ODT, json);

	assert_int_equal(count(body, "<w:hyperlink "), 3);
	assert_int_equal(count(relations, "TargetMode=\"External\""), 2);
	assert_true(has(relations, "Target=\"https://x.se/%C3%B6?a=1&amp;b=2\""));
	assert_int_equal(count(odt, "<text:a "), 3);
	assert_true(has(odt, "xlink:href=\"https://x.se/%C3%B6?a=1&amp;b=2\""));
}

static void the_models_number_comes_once(void **state)
{
	struct pk_job *job = *state;
	const char *json = "{\"b\": [{\"x\": \"md:Ett.\\n\\nMer.\"}, {\"x\": \"md:- p\"}]}";
	struct pk_str docx = made_body(job, TINY_DOCX,
			"<w:p><w:r><w:t>{{#b}}</w:t></w:r></w:p><w:p>"
			"<w:pPr><w:numPr><w:ilvl w:val=\"0\"/><w:numId "
			"w:val=\"2\"/></w:numPr><w:jc "
			"w:val=\"left\"/></w:pPr><w:r><w:t>{{{x}}}</w:t></w:r></w:p>"
			"<w:p><w:r><w:t>{{/b}}</w:t></w:r></w:p>",
			json);
	struct pk_str odt = made_body(job, TINY_ODT,
			"<text:list text:style-name=\"L2\"><text:list-item>"
			"<text:p>{{#b}}</text:p></text:list-item><text:list-item><text:p>{{{x}}}</"
			"text:p>"
			"</text:list-item><text:list-item><text:p>{{/b}}</text:p></"
			"text:list-item></text:list>",
			json);

	/* Two decisions; the list in the second stands behind an empty paragraph with its number.
	 */
	assert_int_equal(count(docx, "<w:numId w:val=\"2\"/>"), 2);
	assert_int_equal(count(docx, "<w:numId w:val=\"0\"/></w:numPr>"), 1);
	assert_text(made_words(job, TINY_DOCX, docx), "Ett.\nMer.\n\np");
	assert_int_equal(count(odt, "<text:list-item>"), 3);
	assert_text(made_words(job, TINY_ODT, odt), "Ett.\nMer.\n\np");
}

static void one_picture_is_stored_once(void **state)
{
	struct pk_job *job = *state;
	const char *json = "{\"x\": \"md:![a](red) ![b](red) ![c](blue)\"}";
	struct pk_package *docx = made_build(
			job, TINY_DOCX, tiny_raw(job, TINY_DOCX, MODEL_DOCX), json, NULL);
	struct pk_package *odt =
			made_build(job, TINY_ODT, tiny_raw(job, TINY_ODT, MODEL_ODT), json, NULL);

	assert_int_equal(count(tiny_body(job, TINY_DOCX, docx), "<w:drawing>"), 3);
	(void)made_part(job, docx, "word/media/protokoll2.png");
	assert_int_equal(pk_package_find(docx, PK_STR("word/media/protokoll3.png")), -1);
	assert_int_equal(
			count(made_part(job, docx, "[Content_Types].xml"), "Extension=\"png\""), 1);
	assert_int_equal(
			count(made_part(job, docx, "word/_rels/document.xml.rels"), "/image\""), 2);
	(void)made_part(job, odt, "Pictures/protokoll2.png");
	assert_int_equal(count(made_part(job, odt, "META-INF/manifest.xml"), "image/png"), 2);
}

static void pictures_are_large_in_the_text_and_small_in_headers(void **state)
{
	struct pk_job *job = *state;
	const char *json = "{\"x\": \"md:![a](red)\", \"y\": \"ord\"}";
	struct pk_package *header = made_build(job, TINY_ODT,
			tiny_template(job, TINY_ODT, TINY_HEADER, "{{{x}}}"), json, NULL);
	struct pk_str body = made_body(job, TINY_ODT, MODEL_ODT, json);

	/* Half an inch high fits in both; two inches do not in a header: 1.5 cm. */
	assert_true(has(body, "svg:width=\"72.00pt\" svg:height=\"36.00pt\""));
	assert_true(has(made_part(job, header, "styles.xml"),
			"svg:width=\"72.00pt\" svg:height=\"36.00pt\""));
	json = "{\"x\": \"md:![a](tall)\", \"y\": \"ord\"}";
	header = made_build(job, TINY_ODT, tiny_template(job, TINY_ODT, TINY_HEADER, "{{{x}}}"),
			json, NULL);
	assert_true(has(made_body(job, TINY_ODT, MODEL_ODT, json),
			"svg:width=\"72.00pt\" svg:height=\"144.00pt\""));
	assert_true(has(made_part(job, header, "styles.xml"),
			"svg:width=\"21.25pt\" svg:height=\"42.50pt\""));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		job_test(blocks_take_the_templates_styles),
		job_test(headings_go_below_the_one_above),
		job_test(tables_have_head_widths_and_alignment),
		job_test(tables_bring_their_styles),
		job_test(a_table_in_an_item_keeps_its_words),
		job_test(links_are_relationships),
		job_test(the_models_number_comes_once),
		job_test(one_picture_is_stored_once),
		job_test(pictures_are_large_in_the_text_and_small_in_headers),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
