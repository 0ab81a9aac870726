/* Styles of a DOCX in, numbers out. */
#include "laid.h"
#include "support/fixture.h"

static const char styles[] =
		"<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii=\"Calibri\"/><w:sz w:val=\"22\"/>"
		"</w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after=\"160\" w:line=\"259\""
		" w:lineRule=\"auto\"/></w:pPr></w:pPrDefault></w:docDefaults>"
		"<w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"Normal\"/>"
		"<w:style w:type=\"paragraph\" w:styleId=\"Body\"><w:basedOn w:val=\"Normal\"/><w:pPr>"
		"<w:spacing w:before=\"120\" w:line=\"290\" w:lineRule=\"atLeast\"/></w:pPr></w:style>"
		"<w:style w:type=\"paragraph\" w:styleId=\"Head\"><w:basedOn w:val=\"Body\"/><w:pPr>"
		"<w:keepNext/><w:keepLines/><w:pBdr><w:bottom w:val=\"single\" w:sz=\"6\" w:space=\"2\"/>"
		"</w:pBdr><w:tabs><w:tab w:val=\"right\" w:pos=\"9071\"/></w:tabs></w:pPr><w:rPr><w:b/>"
		"<w:sz w:val=\"32\"/></w:rPr></w:style>"
		"<w:style w:type=\"paragraph\" w:styleId=\"Mute\"><w:basedOn w:val=\"Head\"/><w:pPr>"
		"<w:keepNext w:val=\"0\"/><w:pBdr><w:bottom w:val=\"nil\"/></w:pBdr><w:tabs>"
		"<w:tab w:val=\"clear\" w:pos=\"9071\"/><w:tab w:val=\"center\" w:pos=\"4000\"/></w:tabs>"
		"</w:pPr><w:rPr><w:b w:val=\"false\"/></w:rPr></w:style>"
		"<w:style w:type=\"paragraph\" w:styleId=\"Item\"><w:pPr><w:numPr><w:numId w:val=\"7\"/>"
		"</w:numPr><w:contextualSpacing/></w:pPr></w:style>"
		"<w:style w:type=\"paragraph\" w:styleId=\"Round\"><w:basedOn w:val=\"Round\"/></w:style>"
		"<w:style w:type=\"character\" w:styleId=\"Code\"><w:rPr><w:rFonts w:ascii=\"Courier New\"/>"
		"<w:sz w:val=\"20\"/></w:rPr></w:style>"
		"<w:style w:type=\"character\" w:styleId=\"Loud\"><w:rPr><w:i/><w:caps/>"
		"<w:spacing w:val=\"12\"/></w:rPr></w:style>"
		"<w:style w:type=\"table\" w:styleId=\"Plain\"><w:tblPr><w:tblCellMar><w:left w:w=\"50\"/>"
		"<w:top w:w=\"40\"/></w:tblCellMar></w:tblPr></w:style>"
		"<w:style w:type=\"table\" w:styleId=\"Grid\"><w:basedOn w:val=\"Plain\"/><w:pPr>"
		"<w:spacing w:after=\"0\"/></w:pPr><w:tblPr><w:tblBorders><w:top w:val=\"single\""
		" w:sz=\"8\"/><w:insideH w:val=\"single\" w:sz=\"4\"/></w:tblBorders></w:tblPr>"
		"<w:tblStylePr w:type=\"firstRow\"><w:tcPr><w:tcBorders><w:bottom w:val=\"single\""
		" w:sz=\"12\"/></w:tcBorders></w:tcPr></w:tblStylePr></w:style>";

static const char numbering[] =
		"<w:abstractNum w:abstractNumId=\"3\">"
		"<w:lvl w:ilvl=\"0\"><w:pPr><w:ind w:left=\"360\" w:hanging=\"360\"/></w:pPr></w:lvl>"
		"<w:lvl w:ilvl=\"1\"><w:pPr><w:ind w:left=\"800\" w:hanging=\"200\"/></w:pPr></w:lvl>"
		"</w:abstractNum><w:num w:numId=\"7\"><w:abstractNumId w:val=\"3\"/></w:num>";

static const char section[] =
		"<w:body><w:sectPr><w:pgSz w:w=\"11906\" w:h=\"16838\"/><w:pgMar w:top=\"1000\""
		" w:right=\"1417\" w:bottom=\"1446\" w:left=\"1417\" w:header=\"700\" w:footer=\"567\""
		" w:gutter=\"100\"/></w:sectPr></w:body>";

static const char headed[] =
		"<w:body><w:sectPr><w:headerReference w:type=\"default\" r:id=\"r2\"/>"
		"<w:headerReference w:type=\"first\" r:id=\"r3\"/>"
		"<w:footerReference w:type=\"default\" r:id=\"r1\"/><w:pgSz w:w=\"11906\" w:h=\"16838\"/>"
		"<w:pgMar w:top=\"1000\" w:right=\"1417\" w:bottom=\"1000\" w:left=\"1417\" w:header=\"700\""
		" w:footer=\"997\" w:gutter=\"100\"/><w:titlePg/></w:sectPr></w:body>";

static const char sections[] =
		"<w:body><w:p><w:pPr><w:sectPr><w:headerReference w:type=\"default\" r:id=\"r2\"/>"
		"<w:pgMar w:left=\"3000\"/></w:sectPr></w:pPr></w:p><w:p/><w:sectPr>"
		"<w:type w:val=\"oddPage\"/><w:pgMar w:left=\"500\"/><w:pgNumType w:start=\"3\"/>"
		"</w:sectPr></w:body>";

static struct pk_geometry *open_with(struct pk_job *job, const char *document,
		const struct pk_geometry_part *others, size_t n)
{
	struct pk_geometry *g = NULL;

	assert_true(pk_docx_geometry.open(job, laid_xml(job, "w:styles", styles),
			laid_xml(job, "w:document", document), others, n, &g));
	return g;
}

static struct pk_geometry *open_all(struct pk_job *job)
{
	const struct pk_geometry_part others[] = {
		{ .root = laid_xml(job, "w:numbering", numbering) },
		{ .root = laid_xml(job, "w:settings", "<w:defaultTabStop w:val=\"709\"/>") },
	};

	return open_with(job, section, others, PK_COUNT(others));
}

static const struct {
	const char *paragraph, *expected;
} paragraphs[] = {
	{ "", "carlito 22 below 160 times 259" },
	{ "<w:pPr><w:pStyle w:val=\"Body\"/></w:pPr>", "carlito 22 above 120 below 160 at least 290" },
	{ "<w:pPr><w:pStyle w:val=\"Head\"/></w:pPr>",
			"carlito 32 b above 120 below 160 at least 290 keeps-next keeps-lines borders 0 55 "
			"tabs 9071r" },
	{ "<w:pPr><w:pStyle w:val=\"Mute\"/></w:pPr>",
			"carlito 32 above 120 below 160 at least 290 keeps-lines tabs 4000c" },
	{ "<w:pPr><w:pStyle w:val=\"Head\"/><w:pageBreakBefore/><w:spacing w:before=\"0\"/></w:pPr>",
			"carlito 32 b below 160 at least 290 keeps-next keeps-lines new-page borders 0 55 "
			"tabs 9071r" },
	{ "<w:pPr><w:widowControl w:val=\"0\"/><w:ind w:start=\"500\" w:right=\"60\""
	  " w:firstLine=\"70\"/></w:pPr>",
			"carlito 22 below 160 left 500 right 60 first 70 times 259 orphans 0 widows 0" },
	/* A label fills the hanging indent; the level that stands in the paragraph comes first. */
	{ "<w:pPr><w:pStyle w:val=\"Item\"/></w:pPr>",
			"carlito 22 below 160 left 360 times 259 contextual" },
	{ "<w:pPr><w:pStyle w:val=\"Item\"/><w:numPr><w:ilvl w:val=\"1\"/><w:numId w:val=\"7\"/>"
	  "</w:numPr></w:pPr>",
			"carlito 22 below 160 left 800 times 259 contextual" },
	{ "<w:pPr><w:pStyle w:val=\"Item\"/><w:numPr><w:numId w:val=\"0\"/></w:numPr>"
	  "<w:ind w:left=\"425\" w:firstLine=\"0\"/></w:pPr>",
			"carlito 22 below 160 left 425 times 259 contextual" },
	{ "<w:pPr><w:pStyle w:val=\"Round\"/></w:pPr>", "carlito 22 below 160 times 259" },
	{ "<w:pPr><w:pStyle w:val=\"Nowhere\"/></w:pPr>", "carlito 22 below 160 times 259" },
};

static void a_paragraph_is_its_styles_laid_over_each_other(void **state)
{
	struct pk_job *job = *state;
	struct pk_geometry *g = open_all(job);

	for (size_t i = 0; i < PK_COUNT(paragraphs); i++) {
		const struct pk_xml *p = laid_xml(job, "w:p", paragraphs[i].paragraph);

		assert_text(laid_paragraph(job, g, pk_docx_geometry.paragraph(job, g, p)),
				paragraphs[i].expected);
	}
	assert_int_equal(g->default_tab, 709);
	assert_false(g->adds_spacing);
}

static void the_same_paragraph_has_the_same_number(void **state)
{
	struct pk_job *job = *state;
	struct pk_geometry *g = open_all(job);
	uint16_t first = pk_docx_geometry.named(job, g, PK_STR("Head"), 0);

	assert_int_equal(pk_docx_geometry.named(job, g, PK_STR("Head"), 0), first);
	assert_int_not_equal(pk_docx_geometry.named(job, g, PK_STR("Body"), 0), first);
	assert_int_equal(pk_docx_geometry.named(job, g, PK_STR("Nowhere"), 0), 0);
}

static void levels_of_lists_are_indented_as_the_numbering_says(void **state)
{
	struct pk_job *job = *state;
	struct pk_geometry *g = open_all(job);

	assert_text(laid_paragraph(job, g, pk_docx_geometry.named(job, g, PK_STR("Item"), 2)),
			"carlito 22 below 160 left 800 times 259 contextual");
	assert_text(laid_paragraph(job, g, pk_docx_geometry.named(job, g, PK_STR("Body"), 2)),
			"carlito 22 above 120 below 160 left 720 at least 290");
}

static void a_run_takes_from_paragraph_style_and_itself(void **state)
{
	struct pk_job *job = *state;
	struct pk_geometry *g = open_all(job);
	const struct pk_xml *p = laid_xml(job, "w:p", "<w:pPr><w:pStyle w:val=\"Head\"/></w:pPr><w:r>"
			"<w:rPr><w:rStyle w:val=\"Loud\"/><w:sz w:val=\"18\"/></w:rPr></w:r>");
	uint16_t head = pk_docx_geometry.named(job, g, PK_STR("Head"), 0);

	assert_text(laid_char(job, g, pk_docx_geometry.run(job, g, p, NULL)), "carlito 32 b");
	assert_text(laid_char(job, g, pk_docx_geometry.run(job, g, p, laid_find(p, "w:r"))),
			"carlito 18 b i caps +12");
	assert_text(laid_char(job, g, pk_docx_geometry.styled(job, g, head, PK_STR("Code"))),
			"mono 20 b");
	assert_text(laid_char(job, g, pk_docx_geometry.styled(job, g, head, PK_STR("Loud"))),
			"carlito 32 b i caps +12");
}

static void a_table_has_columns_padding_and_lines(void **state)
{
	struct pk_job *job = *state;
	struct pk_geometry *g = open_all(job);
	const struct pk_xml *t = laid_xml(job, "w:tbl", "<w:tblPr><w:tblStyle w:val=\"Grid\"/>"
			"<w:tblCellMar><w:right w:w=\"7\"/></w:tblCellMar></w:tblPr><w:tblGrid>"
			"<w:gridCol w:w=\"1134\"/><w:gridCol w:w=\"4932\"/></w:tblGrid><w:tr><w:tc><w:p/>"
			"</w:tc></w:tr>");

	assert_text(laid_table(job, g, pk_docx_geometry.table(job, g, t)),
			"columns 1134 4932 padding 50 7 40 0 lines 20 10 head 20 around 0 0");
	/* The table's style comes before the paragraph's. */
	assert_text(laid_paragraph(job, g,
			pk_docx_geometry.paragraph(job, g, laid_find(t, "w:p"))),
			"carlito 22 times 259");
}

/* As LibreOffice saves a table: lines on each cell, and less padding in the last one. */
static void cells_have_lines_and_padding_of_their_own(void **state)
{
	struct pk_job *job = *state;
	struct pk_geometry *g = open_all(job);
	const struct pk_xml *t = laid_xml(job, "w:tbl", "<w:tblPr><w:tblCellMar>"
			"<w:right w:w=\"113\"/></w:tblCellMar></w:tblPr><w:tblGrid>"
			"<w:gridCol w:w=\"900\"/></w:tblGrid>"
			"<w:tr><w:tc><w:tcPr><w:tcBorders><w:bottom w:val=\"single\" w:sz=\"8\"/>"
			"</w:tcBorders></w:tcPr><w:p/></w:tc></w:tr>"
			"<w:tr><w:tc><w:tcPr><w:tcBorders><w:bottom w:val=\"single\" w:sz=\"4\"/>"
			"</w:tcBorders></w:tcPr><w:p/></w:tc><w:tc><w:tcPr><w:tcMar><w:end w:w=\"3\"/>"
			"</w:tcMar></w:tcPr><w:p/></w:tc></w:tr>");
	uint32_t table = pk_docx_geometry.table(job, g, t);

	assert_text(laid_table(job, g, table),
			"columns 900 padding 108 113 0 0 lines 0 10 head 10 around 0 0");
	assert_int_equal(g->tables[table].last_spare, 110);
}

static void headers_push_the_text(void **state)
{
	struct pk_job *job = *state;
	const struct pk_geometry_part others[] = {
		{ PK_STR("r1"), laid_xml(job, "w:ftr", "<w:p/>") },
		/* 40 points of picture beside a cell with two lines of 290, once broken. */
		{ PK_STR("r2"), laid_xml(job, "w:hdr", "<w:tbl><w:tr><w:tc><w:p><w:pPr><w:spacing w:after=\"0\"/></w:pPr>"
				"<w:r><w:drawing><wp:inline><wp:extent cx=\"1\" cy=\"508000\"/></wp:inline>"
				"</w:drawing></w:r></w:p></w:tc><w:tc><w:p><w:pPr><w:pStyle w:val=\"Body\"/>"
				"<w:spacing w:before=\"0\" w:after=\"20\"/></w:pPr><w:r><w:br/></w:r></w:p>"
				"</w:tc></w:tr></w:tbl>") },
		{ PK_STR("r3"), laid_xml(job, "w:hdr", "<w:p/>") },
	};
	struct pk_geometry *g = open_with(job, headed, others, PK_COUNT(others));

	/* A line of 800 is 864 at 259/240; 700 above it. The first page has a header of its own, which
	 * is lower than the margin, and no footer. */
	assert_text(laid_page(job, g), "11906 x 16838 margins 1517 1417 1564 1447 first 1150 1000");
}

static void each_section_has_its_own_pages(void **state)
{
	struct pk_job *job = *state;
	const struct pk_geometry_part others[] = {
		{ PK_STR("r2"), laid_xml(job, "w:hdr", "<w:p><w:r><w:br/><w:br/></w:r></w:p>") },
	};
	const struct pk_xml *document = laid_xml(job, "w:document", sections);
	const struct pk_xml *p = laid_find(document, "w:p");
	struct pk_geometry *g = NULL;
	uint16_t cover, plain;

	assert_true(pk_docx_geometry.open(job, laid_xml(job, "w:styles", styles), document, others,
			PK_COUNT(others), &g));
	cover = pk_docx_geometry.paragraph(job, g, p);
	plain = pk_docx_geometry.paragraph(job, g, p->next);
	assert_int_equal(g->paragraphs[cover].section, 1);
	assert_int_equal(g->paragraphs[plain].section, 0);
	assert_int_equal(g->pages[0].begins, PK_PAGE_NEXT);
	assert_int_equal(g->page.begins, PK_PAGE_ODD);
	assert_int_equal(g->page.number, 3);
	assert_true(g->page.numbered && !g->pages[0].numbered);
	/* Headers hold on from the section before: 720 and three lines. */
	assert_int_equal(g->pages[0].left, 3000);
	assert_int_equal(g->page.left, 500);
	assert_int_equal(g->page.top, g->pages[0].top);
	assert_true(g->page.top > 1440);
}

static void without_a_section_paper_is_a4(void **state)
{
	struct pk_job *job = *state;
	struct pk_geometry *g = open_with(job, "<w:body/>", NULL, 0);

	assert_text(laid_page(job, g), "11906 x 16838 margins 1440 1440 1440 1440 first 0 0");
	assert_int_equal(g->default_tab, 720);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		job_test(a_paragraph_is_its_styles_laid_over_each_other),
		job_test(the_same_paragraph_has_the_same_number),
		job_test(levels_of_lists_are_indented_as_the_numbering_says),
		job_test(a_run_takes_from_paragraph_style_and_itself),
		job_test(a_table_has_columns_padding_and_lines),
		job_test(cells_have_lines_and_padding_of_their_own),
		job_test(headers_push_the_text),
		job_test(each_section_has_its_own_pages),
		job_test(without_a_section_paper_is_a4),
	};

	return cmocka_run_group_tests_name("format/geometry_docx", tests, NULL, NULL);
}
