/* Pages that run on from another document: where each format tells the first number. */
#include "made.h"

static struct pk_str begun(struct pk_job *job, enum tiny_format format, const char *body)
{
	const struct pk_format *f = pk_format_find(format == TINY_ODT ? PK_STR("odt") : PK_STR("docx"));
	struct pk_document *document = made_render(job, format, tiny_raw(job, format, body),
			"{\"namn\": \"ett\"}");
	struct pk_package *package;

	pk_document_begin_at(document, 16);
	assert_true(f->finish(job, document, NULL, &package));
	assert_silent(job);
	return made_part(job, package, format == TINY_ODT ? "content.xml" : "word/document.xml");
}

#define TOLD "style:page-number=\"16\""
#define STYLE "style:name=\"protokoll_sida\""

static void odt_at_the_first_block(void **state)
{
	static const struct {
		const char *body, *first, *style;
	} rows[] = {
		{ "<text:p>{{namn}}</text:p><text:p>x</text:p>",
			"<text:p text:style-name=\"protokoll_sida\">ett</text:p><text:p>x",
			"<style:paragraph-properties " TOLD },
		{ "<text:h text:style-name=\"Rubrik\">{{namn}}</text:h>",
			"<text:h text:style-name=\"protokoll_sida\">ett",
			"style:parent-style-name=\"Rubrik\"" },
		{ "<text:section text:name=\"a\"><text:list><text:list-item><text:p>{{namn}}</text:p>"
		  "</text:list-item></text:list></text:section>",
			"<text:list-item><text:p text:style-name=\"protokoll_sida\">",
			"<style:paragraph-properties " TOLD },
		{ "<text:sequence-decls><text:sequence-decl text:name=\"s\" "
		  "text:display-outline-level=\"0\"/></text:sequence-decls><table:table "
		  "table:name=\"t\"><table:table-column/><table:table-row><table:table-cell>"
		  "<text:p>{{namn}}</text:p></table:table-cell></table:table-row></table:table>",
			"<table:table table:name=\"t\" table:style-name=\"protokoll_sida\">",
			"<style:table-properties " TOLD },
	};
	struct pk_job *job = *state;

	for (size_t i = 0; i < PK_COUNT(rows); i++) {
		struct pk_str content = begun(job, TINY_ODT, rows[i].body);

		assert_true(has(content, rows[i].first));
		assert_true(has(content, rows[i].style));
		assert_int_equal(count(content, TOLD), 1);
		assert_int_equal(count(content, STYLE), 1);
	}
}

/* In the properties of the first section, before what must follow; the template's own number goes. */
static void docx_in_the_first_section(void **state)
{
	static const struct {
		const char *body, *told;
	} rows[] = {
		{ "<w:p><w:r><w:t>{{namn}}</w:t></w:r></w:p>", "<w:pgNumType w:start=\"16\"/>" },
		{ "<w:p><w:pPr><w:sectPr><w:pgSz w:w=\"11906\" w:h=\"16838\"/><w:cols/></w:sectPr>"
		  "</w:pPr><w:r><w:t>{{namn}}</w:t></w:r></w:p>",
			"w:h=\"16838\"/><w:pgNumType w:start=\"16\"/><w:cols/>" },
		{ "<w:p><w:pPr><w:sectPr><w:pgNumType w:fmt=\"decimal\" w:start=\"3\"/></w:sectPr></w:pPr>"
		  "<w:r><w:t>{{namn}}</w:t></w:r></w:p>",
			"<w:pgNumType w:fmt=\"decimal\" w:start=\"16\"/>" },
	};
	struct pk_job *job = *state;

	for (size_t i = 0; i < PK_COUNT(rows); i++) {
		struct pk_str document = begun(job, TINY_DOCX, rows[i].body);

		assert_int_equal(count(document, "w:start=\"16\""), 1);
		assert_int_equal(count(document, "w:start="), 1);
		assert_true(has(document, rows[i].told));
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		job_test(odt_at_the_first_block),
		job_test(docx_in_the_first_section),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
