/* Styles of an ODT in, numbers out; and the built-in designs, whose formats must agree. */
#include "laid.h"
#include "support/fixture.h"

static const char styles[] =
		"<office:font-face-decls><style:font-face style:name=\"F1\""
		" svg:font-family=\"'Liberation Serif', serif\"/></office:font-face-decls>"
		"<office:styles>"
		"<style:default-style style:family=\"paragraph\"><style:paragraph-properties"
		" fo:orphans=\"2\" fo:widows=\"2\" style:tab-stop-distance=\"1.25cm\"/>"
		"<style:text-properties style:font-name=\"F1\" fo:font-size=\"12pt\"/>"
		"</style:default-style>"
		"<style:style style:name=\"Standard\" style:family=\"paragraph\"/>"
		"<style:style style:name=\"Body\" style:family=\"paragraph\""
		" style:parent-style-name=\"Standard\"><style:paragraph-properties fo:margin-top=\"6pt\""
		" fo:margin-bottom=\"3pt\" style:line-height-at-least=\"14.5pt\"/></style:style>"
		"<style:style style:name=\"Head\" style:family=\"paragraph\""
		" style:parent-style-name=\"Body\"><style:paragraph-properties fo:margin-top=\"17pt\""
		" fo:keep-with-next=\"always\" fo:keep-together=\"always\" fo:padding=\"0cm\""
		" fo:padding-bottom=\"2pt\" fo:border=\"none\" fo:border-bottom=\"0.75pt solid #1b5e8a\">"
		"<style:tab-stops><style:tab-stop style:position=\"16cm\" style:type=\"right\"/>"
		"</style:tab-stops></style:paragraph-properties><style:text-properties"
		" fo:font-size=\"150%\" fo:font-weight=\"bold\"/></style:style>"
		"<style:style style:name=\"Sub\" style:family=\"paragraph\""
		" style:parent-style-name=\"Head\"><style:paragraph-properties fo:keep-with-next=\"auto\""
		" fo:border-bottom=\"none\" fo:line-height=\"115%\" style:contextual-spacing=\"true\">"
		"<style:tab-stops/></style:paragraph-properties><style:text-properties"
		" fo:font-weight=\"400\" fo:font-style=\"italic\"/></style:style>"
		"<style:style style:name=\"Hang\" style:family=\"paragraph\""
		" style:parent-style-name=\"Standard\"><style:paragraph-properties"
		" fo:margin-left=\"4.6cm\" fo:text-indent=\"-4.6cm\" fo:line-height=\"20pt\">"
		"<style:tab-stops><style:tab-stop style:position=\"0cm\"/></style:tab-stops>"
		"</style:paragraph-properties></style:style>"
		"<style:style style:name=\"Round\" style:family=\"paragraph\""
		" style:parent-style-name=\"Round\"/>"
		"<style:style style:name=\"Numbering_20_1\" style:family=\"paragraph\""
		" style:parent-style-name=\"Standard\"/>"
		"<style:style style:name=\"Loud\" style:family=\"text\"><style:text-properties"
		" fo:font-weight=\"bold\" fo:font-size=\"80%\"/></style:style>"
		"<style:style style:name=\"Code\" style:family=\"text\"><style:text-properties"
		" fo:font-family=\"Courier New\" fo:letter-spacing=\"1pt\""
		" fo:text-transform=\"uppercase\"/></style:style>"
		"<text:list-style style:name=\"Bullets\"><text:list-level-style-bullet text:level=\"1\">"
		"<style:list-level-properties text:space-before=\"10pt\""
		" text:min-label-width=\"5pt\"/></text:list-level-style-bullet></text:list-style>"
		"<text:list-style style:name=\"Numbering_20_123\"><text:list-level-style-number"
		" text:level=\"2\"><style:list-level-properties><style:list-level-label-alignment"
		" fo:margin-left=\"40pt\" fo:text-indent=\"-20pt\"/></style:list-level-properties>"
		"</text:list-level-style-number></text:list-style>"
		"</office:styles>"
		"<office:automatic-styles><style:page-layout style:name=\"L1\">"
		"<style:page-layout-properties fo:page-width=\"21cm\" fo:page-height=\"29.7cm\""
		" fo:margin=\"2cm\" fo:margin-top=\"1cm\"/><style:header-style>"
		"<style:header-footer-properties fo:min-height=\"10pt\" fo:margin-bottom=\"6pt\"/>"
		"</style:header-style><style:footer-style><style:header-footer-properties"
		" fo:min-height=\"50pt\"/></style:footer-style></style:page-layout>"
		"<style:page-layout style:name=\"L2\"><style:page-layout-properties"
		" fo:page-width=\"21cm\" fo:page-height=\"29.7cm\" fo:margin=\"2cm\""
		" fo:margin-top=\"6cm\"/></style:page-layout></office:automatic-styles>"
		"<office:master-styles>"
		"<style:master-page style:name=\"Standard\" style:page-layout-name=\"L1\">"
		"<style:header><text:p text:style-name=\"Body\">a<text:line-break/>b</text:p>"
		"</style:header><style:footer><text:p>c</text:p></style:footer></style:master-page>"
		"<style:master-page style:name=\"First\" style:page-layout-name=\"L2\""
		" style:next-style-name=\"Standard\"/></office:master-styles>";

static const char autos[] =
		"<office:automatic-styles>"
		"<style:style style:name=\"P1\" style:family=\"paragraph\""
		" style:parent-style-name=\"Head\"><style:paragraph-properties fo:break-before=\"page\""
		" fo:orphans=\"0\"/></style:style>"
		"<style:style style:name=\"P2\" style:family=\"paragraph\""
		" style:parent-style-name=\"Body\"><style:paragraph-properties"
		" fo:margin-left=\"7pt\"/></style:style>"
		"<style:style style:name=\"P3\" style:family=\"paragraph\""
		" style:parent-style-name=\"Standard\" style:master-page-name=\"First\"/>"
		"<style:style style:name=\"P9\" style:family=\"paragraph\""
		" style:parent-style-name=\"P3\" style:master-page-name=\"Standard\">"
		"<style:paragraph-properties style:page-number=\"5\"/></style:style>"
		"<style:style style:name=\"T\" style:family=\"table\"><style:table-properties"
		" table:border-model=\"collapsing\" fo:margin-bottom=\"6pt\"/></style:style>"
		"<style:style style:name=\"T.A\" style:family=\"table-column\">"
		"<style:table-column-properties style:column-width=\"100pt\"/></style:style>"
		"<style:style style:name=\"T.B\" style:family=\"table-column\">"
		"<style:table-column-properties style:column-width=\"50pt\"/></style:style>"
		"<style:style style:name=\"T.c\" style:family=\"table-cell\">"
		"<style:table-cell-properties fo:padding=\"2pt\" fo:padding-left=\"3pt\""
		" fo:border=\"none\" fo:border-bottom=\"0.5pt solid #000000\"/></style:style>"
		"<style:style style:name=\"T.h\" style:family=\"table-cell\">"
		"<style:table-cell-properties fo:border=\"1.5pt solid #000000\"/></style:style>"
		"</office:automatic-styles>";

static struct pk_geometry *open_with(struct pk_job *job, const char *body,
		const struct pk_xml **ret_content)
{
	struct pk_geometry *g = NULL;
	struct pk_str content;

	assert_true(pk_join(job, &content, pk_str_of(autos), PK_STR("<office:body><office:text>"),
			pk_str_of(body), PK_STR("</office:text></office:body>")));
	*ret_content = laid_xml(job, "office:document-content", content.p);
	assert_true(pk_odt_geometry.open(job, laid_xml(job, "office:document-styles", styles),
			*ret_content, NULL, 0, &g));
	return g;
}

static const struct {
	const char *body, *expected;
} paragraphs[] = {
	{ "<text:p/>", "serif 24" },
	{ "<text:p text:style-name=\"Body\"/>", "serif 24 above 120 below 60 at least 290" },
	/* A style that sets the space above has its own space below: none. */
	{ "<text:p text:style-name=\"Head\"/>",
			"serif 36 b above 340 at least 290 keeps-next keeps-lines borders 0 55 tabs 9071r" },
	{ "<text:p text:style-name=\"Sub\"/>",
			"serif 36 i above 340 times 276 keeps-lines contextual" },
	{ "<text:p text:style-name=\"P1\"/>",
			"serif 36 b above 340 at least 290 keeps-next keeps-lines new-page orphans 0 widows 2 "
			"borders 0 55 tabs 9071r" },
	/* Tab stops are counted from the indent. */
	{ "<text:p text:style-name=\"Hang\"/>",
			"serif 24 left 2608 first -2608 exactly 400 tabs 2608" },
	{ "<text:p text:style-name=\"Round\"/>", "serif 24" },
	{ "<text:p text:style-name=\"Nowhere\"/>", "serif 24" },
	{ "<text:list text:style-name=\"Bullets\"><text:list-item><text:p/></text:list-item></text:list>",
			"serif 24 left 300" },
	{ "<text:list text:style-name=\"Numbering_20_123\"><text:list-item><text:list><text:list-item>"
	  "<text:p/></text:list-item></text:list></text:list-item></text:list>",
			"serif 24 left 800" },
	/* What a paragraph says of its own indent goes before the list's. */
	{ "<text:list text:style-name=\"Bullets\"><text:list-item><text:p text:style-name=\"P2\"/>"
	  "</text:list-item></text:list>",
			"serif 24 above 120 below 60 left 140 at least 290" },
	{ "<text:list text:style-name=\"Nowhere\"><text:list-item><text:p/></text:list-item></text:list>",
			"serif 24 left 360" },
};

static void a_paragraph_is_its_styles_laid_over_each_other(void **state)
{
	struct pk_job *job = *state;

	for (size_t i = 0; i < PK_COUNT(paragraphs); i++) {
		const struct pk_xml *content;
		struct pk_geometry *g = open_with(job, paragraphs[i].body, &content);
		const struct pk_xml *p = laid_find(content, "text:p");

		assert_text(laid_paragraph(job, g, pk_odt_geometry.paragraph(job, g, p)),
				paragraphs[i].expected);
		assert_int_equal(g->default_tab, 709);
		assert_true(g->adds_spacing && g->tabs_from_indent);
	}
}

/* LibreOffice, of a text that it has read from a DOCX. */
static void word_s_ways_are_kept_when_the_settings_say_so(void **state)
{
	static const char settings[] = "<office:settings><config:config-item-set"
			" config:name=\"ooo:configuration-settings\"><config:config-item"
			" config:name=\"TabsRelativeToIndent\" config:type=\"boolean\">false"
			"</config:config-item><config:config-item config:name=\"AddParaTableSpacing\""
			" config:type=\"boolean\">false</config:config-item></config:config-item-set>"
			"</office:settings>";
	struct pk_job *job = *state;
	struct pk_geometry_part part = { .root = laid_xml(job, "office:document-settings", settings) };
	const struct pk_xml *content = laid_xml(job, "office:document-content",
			"<office:body><office:text><text:p text:style-name=\"Hang\"/></office:text>"
			"</office:body>");
	struct pk_geometry *g = NULL;

	assert_true(pk_odt_geometry.open(job, laid_xml(job, "office:document-styles", styles), content,
			&part, 1, &g));
	assert_text(laid_paragraph(job, g,
			pk_odt_geometry.paragraph(job, g, laid_find(content, "text:p"))),
			"serif 24 left 2608 first -2608 exactly 400 tabs 0");
	assert_false(g->adds_spacing || g->tabs_from_indent);
}

static void a_named_item_takes_the_list_that_is_called_alike(void **state)
{
	struct pk_job *job = *state;
	const struct pk_xml *content;
	struct pk_geometry *g = open_with(job, "", &content);

	assert_text(laid_paragraph(job, g,
			pk_odt_geometry.named(job, g, PK_STR("Numbering_20_1"), 2)),
			"serif 24 left 800");
	assert_text(laid_paragraph(job, g, pk_odt_geometry.named(job, g, PK_STR("Body"), 0)),
			"serif 24 above 120 below 60 at least 290");
}

static void a_run_takes_from_all_its_spans(void **state)
{
	struct pk_job *job = *state;
	const struct pk_xml *content;
	struct pk_geometry *g = open_with(job, "<text:p text:style-name=\"Sub\">"
			"<text:span text:style-name=\"Loud\"><text:span text:style-name=\"Code\"><text:s/>"
			"</text:span></text:span></text:p>", &content);
	const struct pk_xml *p = laid_find(content, "text:p");
	uint16_t sub = pk_odt_geometry.paragraph(job, g, p);

	assert_text(laid_char(job, g, pk_odt_geometry.run(job, g, p, NULL)), "serif 36 i");
	assert_text(laid_char(job, g, pk_odt_geometry.run(job, g, p, p->first)), "serif 29 b i");
	assert_text(laid_char(job, g, pk_odt_geometry.run(job, g, p, p->first->first)),
			"mono 29 b i caps +20");
	assert_text(laid_char(job, g, pk_odt_geometry.styled(job, g, sub, PK_STR("Code"))),
			"mono 36 i caps +20");
}

static void cells_share_lines_where_the_default_style_says_so(void **state)
{
	static const struct {
		const char *defaults;
		bool collapses;
	} cases[] = {
		{ "", false },
		{ "<style:default-style style:family=\"table\"><style:table-properties"
		  " table:border-model=\"collapsing\"/></style:default-style>", true },
	};
	struct pk_job *job = *state;

	for (size_t i = 0; i < PK_COUNT(cases); i++) {
		const struct pk_xml *content = laid_xml(job, "office:document-content",
				"<office:automatic-styles><style:style style:name=\"N\" style:family=\"table\">"
				"<style:table-properties fo:margin-top=\"1pt\"/></style:style>"
				"</office:automatic-styles><office:body><office:text><table:table"
				" table:style-name=\"N\"/></office:text></office:body>");
		struct pk_geometry *g = NULL;
		struct pk_str common;
		uint32_t table;

		assert_true(pk_join(job, &common, PK_STR("<office:styles>"),
				pk_str_of(cases[i].defaults), PK_STR("</office:styles>")));
		assert_true(pk_odt_geometry.open(job, laid_xml(job, "office:document-styles", common.p),
				content, NULL, 0, &g));
		table = pk_odt_geometry.table(job, g, laid_find(content, "table:table"));
		assert_int_equal(g->tables[table].collapses, cases[i].collapses);
	}
}

static void a_table_has_columns_padding_and_lines(void **state)
{
	struct pk_job *job = *state;
	const struct pk_xml *content;
	struct pk_geometry *g = open_with(job, "<table:table table:style-name=\"T\"><table:table-columns>"
			"<table:table-column table:style-name=\"T.A\"/><table:table-column"
			" table:style-name=\"T.B\" table:number-columns-repeated=\"2\"/></table:table-columns>"
			"<table:table-header-rows><table:table-row><table:table-cell"
			" table:style-name=\"T.h\"/></table:table-row>"
			"</table:table-header-rows><table:table-row><table:table-cell"
			" table:style-name=\"T.c\"/></table:table-row></table:table>", &content);

	assert_text(laid_table(job, g, pk_odt_geometry.table(job, g,
			laid_find(content, "table:table"))),
			"columns 2000 1000 1000 padding 60 40 40 40 lines 0 10 head 20 around 0 120");
}

/* The header: two lines of 290, 180 around them and 120 below is more than 10 points; the footer's
 * line is less than its 50. */
static void headers_push_the_text(void **state)
{
	struct pk_job *job = *state;
	const struct pk_xml *content;

	assert_text(laid_page(job, open_with(job, "<text:p/>", &content)),
			"11906 x 16838 margins 1134 1134 1447 2134 first 0 0");
}

static void the_first_page_may_be_another(void **state)
{
	struct pk_job *job = *state;
	const struct pk_xml *content;

	assert_text(laid_page(job, open_with(job, "<text:p text:style-name=\"P3\"/>", &content)),
			"11906 x 16838 margins 1134 1134 1447 2134 first 3402 1134");
}

static void a_paragraph_with_a_master_page_begins_its_pages(void **state)
{
	struct pk_job *job = *state;
	const struct pk_xml *content;
	struct pk_geometry *g = open_with(job,
			"<text:p text:style-name=\"P3\"/><text:p text:style-name=\"P9\"/><text:p/>",
			&content);
	const struct pk_xml *first = laid_find(content, "text:p");
	uint16_t cover = pk_odt_geometry.paragraph(job, g, first);
	uint16_t text = pk_odt_geometry.paragraph(job, g, first->next);
	uint16_t plain = pk_odt_geometry.paragraph(job, g, first->next->next);

	assert_int_equal(g->paragraphs[cover].page, 1);
	assert_int_equal(g->paragraphs[text].page, 2);
	assert_int_equal(g->paragraphs[plain].page, 0);
	assert_int_equal(g->pages[0].first_top, 3402);
	assert_false(g->pages[0].numbered);
	assert_int_equal(g->pages[1].first_top, 0);
	assert_int_equal(g->pages[1].top, 1447);
	assert_int_equal(g->pages[1].number, 5);
	assert_true(g->pages[1].numbered);
}

static struct pk_geometry *open_design(struct pk_job *job, const char *design, bool docx)
{
	struct pk_geometry *g = NULL;
	struct pk_str styles_path, body_path;

	assert_true(pk_join(job, &styles_path, pk_str_of(design),
			docx ? PK_STR("/docx/word/styles.xml") : PK_STR("/odt/styles.xml")));
	assert_true(pk_join(job, &body_path, pk_str_of(design),
			docx ? PK_STR("/docx/word/document.xml") : PK_STR("/odt/content.xml")));
	assert_true((docx ? &pk_docx_geometry : &pk_odt_geometry)->open(job,
			laid_file(job, styles_path.p), laid_file(job, body_path.p), NULL, 0, &g));
	return g;
}

static void both_formats_of_a_design_have_the_same_page(void **state)
{
	static const char *const designs[] = { "standard", "enkel", "klassisk" };
	struct pk_job *job = *state;

	for (size_t i = 0; i < PK_COUNT(designs); i++) {
		struct pk_str docx = laid_page(job, open_design(job, designs[i], true));

		assert_text(laid_page(job, open_design(job, designs[i], false)), docx.p);
	}
}

struct style_pair {
	const char *docx, *odt;
};

static void assert_same_styles(struct pk_job *job, const char *design, const struct style_pair *pairs,
		size_t n)
{
	struct pk_geometry *docx = open_design(job, design, true);
	struct pk_geometry *odt = open_design(job, design, false);

	for (size_t i = 0; i < n; i++) {
		uint16_t a = pk_docx_geometry.named(job, docx, pk_str_of(pairs[i].docx), 0);
		uint16_t b = pk_odt_geometry.named(job, odt, pk_str_of(pairs[i].odt), 0);

		assert_text(laid_paragraph(job, odt, b), laid_paragraph(job, docx, a).p);
	}
}

static void both_formats_of_a_design_have_the_same_styles(void **state)
{
	static const struct style_pair standard[] = { { "BodyText", "Text_20_body" },
		{ "Heading1", "Heading_20_1" }, { "Heading2", "Heading_20_2" },
		{ "Uppgift", "Uppgift" }, { "Rad", "Rad" }, { "Tabelltext", "Table_20_Contents" },
		{ "Anslagsmening", "Anslagsmening" } };
	static const struct style_pair klassisk[] = { { "BodyText", "Text_20_body" },
		{ "Heading1", "Heading_20_1" }, { "Heading2", "Heading_20_2" },
		{ "Beslutsrubrik", "Beslutsrubrik" }, { "Uppgift", "Uppgift" }, { "Rost", "Röst" },
		{ "Rad", "Rad" }, { "Tabelltext", "Table_20_Contents" },
		{ "Tabellgrupp", "Tabellgrupp" }, { "Underskrift", "Underskrift" } };

	assert_same_styles(*state, "standard", standard, PK_COUNT(standard));
	assert_same_styles(*state, "klassisk", klassisk, PK_COUNT(klassisk));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		job_test(a_paragraph_is_its_styles_laid_over_each_other),
		job_test(word_s_ways_are_kept_when_the_settings_say_so),
		job_test(a_named_item_takes_the_list_that_is_called_alike),
		job_test(a_run_takes_from_all_its_spans),
		job_test(a_table_has_columns_padding_and_lines),
		job_test(cells_share_lines_where_the_default_style_says_so),
		job_test(headers_push_the_text),
		job_test(the_first_page_may_be_another),
		job_test(a_paragraph_with_a_master_page_begins_its_pages),
		job_test(both_formats_of_a_design_have_the_same_page),
		job_test(both_formats_of_a_design_have_the_same_styles),
	};

	return cmocka_run_group_tests_name("format/geometry_odt", tests, NULL, NULL);
}
