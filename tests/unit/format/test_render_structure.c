/* What must hold a paragraph does, and what must be another one in every turn is. */
#include "made.h"

#include "format/common/document.h"

#define TC "<w:tc><w:tcPr><w:tcW w:w=\"2000\" w:type=\"dxa\"/></w:tcPr>"
#define TBL "<w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w=\"2000\"/></w:tblGrid>"
#define TAG(tag) "<w:p><w:r><w:t>" tag "</w:t></w:r></w:p>"
#define OTBL "<table:table table:name=\"T\"><table:table-column/>"
#define OTAG(tag) "<text:p>" tag "</text:p>"

static void a_cell_that_lost_everything_gets_a_paragraph(void **state)
{
	struct pk_job *job = *state;
	const char *json = "{\"a\": [], \"x\": \"y\", \"b\": [{\"c\": \"d\"}]}";
	struct pk_str docx = made_body(job, TINY_DOCX,
			TBL "<w:tr>" TC TAG("{{#a}}") TAG("text")
					TAG("{{/a}}") "</w:tc></w:tr></w:tbl>" TAG("{{x}}"),
			json);
	struct pk_str odt = made_body(job, TINY_ODT,
			OTBL "<table:table-row><table:table-cell>" OTAG("{{#a}}") OTAG("text")
					OTAG("{{/a}}") "</table:table-cell></table:table-row>"
						       "</table:table>" OTAG("{{x}}"),
			json);

	assert_true(has(docx, "</w:tcPr><w:p/></w:tc>"));
	assert_true(has(odt, "<table:table-cell><text:p/></table:table-cell>"));
}

static void a_table_that_ends_a_cell_or_meets_another_gets_a_paragraph(void **state)
{
	struct pk_job *job = *state;
	const char *json = "{\"x\": \"md:| a |\\n|---|\\n| b |\", \"y\": \"md:| c |\\n|---|\\n| d "
			   "|\"}";
	struct pk_str docx = made_body(job, TINY_DOCX,
			TBL "<w:tr>" TC TAG("{{{x}}}") "</w:tc></w:tr>"
						       "</w:tbl>" TAG("{{{x}}}") TAG("{{{y}}}"),
			json);
	struct pk_str odt = made_body(job, TINY_ODT, OTAG("{{{x}}}") OTAG("{{{y}}}"), json);

	assert_false(has(docx, "</w:tbl></w:tc>"));
	assert_false(has(docx, "</w:tbl><w:tbl>"));
	assert_int_equal(count(docx, "</w:tbl><w:p/>"), 4);
	assert_int_equal(count(odt, "</table:table><text:p/><table:table"), 1);
}

static void a_table_without_rows_is_no_table(void **state)
{
	struct pk_job *job = *state;
	const char *json = "{\"a\": [], \"x\": \"y\"}";
	struct pk_str docx = made_body(job, TINY_DOCX,
			TBL "<w:tr>" TC TAG("{{#a}}{{x}}") "</w:tc>" TC TAG(
					"{{/a}}") "</w:tc></w:tr></w:tbl>" TAG("{{x}}"),
			json);
	struct pk_str odt =
			made_body(job, TINY_ODT,
					OTBL
					"<table:table-row><table:table-cell>" OTAG("{{#a}}{{x}}") "</table:table-cell><table:table-cell>" OTAG(
							"{{/a}}") "</table:table-cell></"
								  "table:table-row></"
								  "table:table>" OTAG("{{x}}"),
					json);

	assert_false(has(docx, "<w:tbl>"));
	assert_text(made_words(job, TINY_DOCX, docx), "y");
	assert_text(odt, OTAG("y"));
}

static void a_header_that_lost_everything_gets_a_paragraph(void **state)
{
	struct pk_job *job = *state;

	for (enum tiny_format f = 0; f < TINY_FORMATS; f++) {
		struct pk_package *p = made_build(job, f,
				tiny_template(job, f, TINY_HEADER, "{{#a}}\ntext\n{{/a}}"),
				"{\"a\": []}", NULL);
		struct pk_str part = made_part(
				job, p, f == TINY_DOCX ? "word/header1.xml" : "styles.xml");

		assert_true(has(part, f == TINY_DOCX ? "<w:p/></w:hdr>"
						     : "<style:header><text:p/></style:header>"));
	}
}

static void lists_start_again_in_every_turn(void **state)
{
	struct pk_job *job = *state;
	struct pk_package *p = made_build(job, TINY_DOCX,
			tiny_template(job, TINY_DOCX, TINY_BODY,
					"{{#p}}\nrubrik\n1. {{#b}}\n1. {{x}}\n1. {{/b}}\n{{/p}}"),
			"{\"p\": [{\"b\": [{\"x\": \"1\"}, {\"x\": \"2\"}]}, {\"b\": [{\"x\": "
			"\"3\"}]}]}",
			NULL);
	struct pk_str body = tiny_body(job, TINY_DOCX, p);
	struct pk_str numbering = made_part(job, p, "word/numbering.xml");

	assert_int_equal(count(body, "<w:numId w:val=\"3\"/>"), 2);
	assert_int_equal(count(body, "<w:numId w:val=\"4\"/>"), 1);
	assert_true(has(numbering,
			"<w:num w:numId=\"3\"><w:abstractNumId w:val=\"1\"/><w:lvlOverride "
			"w:ilvl=\"0\"><w:startOverride w:val=\"1\"/></w:lvlOverride>"));
	assert_true(has(numbering, "<w:num w:numId=\"4\">"));
	assert_int_equal(count(numbering, "<w:num "), 4);
}

static void names_are_new_in_every_turn(void **state)
{
	struct pk_job *job = *state;
	struct pk_str docx = made_body(job, TINY_DOCX,
			TAG("{{#p}}") "<w:p><w:bookmarkStart w:id=\"7\" "
				      "w:name=\"Beslut\"/><w:r><w:t>{{x}}</w:t></"
				      "w:r><w:bookmarkEnd w:id=\"7\"/></w:p>" TAG("{{/p}}"),
			"{\"p\": [{\"x\": \"a\"}, {\"x\": \"b\"}]}");

	assert_int_equal(count(docx, "w:id=\"8\""), 2);
	assert_int_equal(count(docx, "w:id=\"9\""), 2);
	assert_int_equal(count(docx, "w:id=\"7\""), 0);
	assert_int_equal(count(docx, "w:name=\"Beslut_p1\""), 1);
	assert_int_equal(count(docx, "w:name=\"Beslut_p2\""), 1);
}

static struct pk_str fresh(struct pk_job *job, struct pk_document *doc, enum pk_fresh kind,
		const char *was, uint32_t turn)
{
	struct pk_str now;

	assert_true(pk_document_fresh(job, doc, kind, pk_str_of(was), turn, &now));
	return now;
}

static void the_same_question_has_the_same_answer(void **state)
{
	struct pk_job *job = *state;
	const struct pk_template t = { .names_pages = false };
	struct pk_document doc = { .template = &t, .ids = { .bookmark = 10, .drawing = 20 } };
	struct pk_str first = fresh(job, &doc, PK_FRESH_XML_ID, "a", 1);

	assert_text(first, "a_p1");
	assert_text(fresh(job, &doc, PK_FRESH_XML_ID, "a", 2), "a_p2");
	assert_text(fresh(job, &doc, PK_FRESH_OBJECT_NAME, "a", 1), "a_p3");
	assert_text(fresh(job, &doc, PK_FRESH_BOOKMARK_ID, "3", 1), "11");
	assert_text(fresh(job, &doc, PK_FRESH_DRAWING_ID, "3", 1), "21");
	assert_text(fresh(job, &doc, PK_FRESH_BOOKMARK_ID, "3", 2), "12");
	/* Through many more than the table holds at first. */
	for (uint32_t i = 3; i < 500; i++)
		(void)fresh(job, &doc, PK_FRESH_XML_ID, "a", i);
	assert_text(fresh(job, &doc, PK_FRESH_XML_ID, "a", 1), "a_p1");
	assert_text(fresh(job, &doc, PK_FRESH_BOOKMARK_ID, "3", 1), "11");
}

static void names_are_kept_within_40_characters(void **state)
{
	struct pk_job *job = *state;
	const struct pk_template t = { .names_pages = false };
	struct pk_document doc = { .template = &t };

	assert_text(fresh(job, &doc, PK_FRESH_BOOKMARK_NAME,
				    "ååååååååååååååååååååååååååååååååååååååååå", 1),
			"ååååååååååååååååååååååååååååååååååååå_p1");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		job_test(a_cell_that_lost_everything_gets_a_paragraph),
		job_test(a_table_that_ends_a_cell_or_meets_another_gets_a_paragraph),
		job_test(a_table_without_rows_is_no_table),
		job_test(a_header_that_lost_everything_gets_a_paragraph),
		job_test(lists_start_again_in_every_turn),
		job_test(names_are_new_in_every_turn),
		job_test(the_same_question_has_the_same_answer),
		job_test(names_are_kept_within_40_characters),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
