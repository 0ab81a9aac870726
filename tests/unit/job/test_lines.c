/* XML with a line for each block, and back. */
#include "job/lines.h"

#include "support/fixture.h"

#define DOCUMENT(body) "<w:document xmlns:w=\"w\">" body "</w:document>"

static const struct {
	const char *what, *bytes, *lines;
} rows[] = {
	{ "paragraphs", DOCUMENT("<w:body><w:p><w:r><w:t>a</w:t></w:r><w:r/></w:p><w:p/></w:body>"),
			"<w:document xmlns:w=\"w\">\n<w:body>\n<w:p><w:r><w:t>a</w:t></w:r><w:r/></w:p>\n"
			"<w:p/>\n</w:body>\n</w:document>" },
	{ "a paragraph in a paragraph", DOCUMENT("<w:p><w:txbxContent><w:p/><w:p/></w:txbxContent></w:p>"),
			"<w:document xmlns:w=\"w\">\n<w:p><w:txbxContent><w:p/><w:p/></w:txbxContent></w:p>\n"
			"</w:document>" },
	{ "an element without content", DOCUMENT("<w:body></w:body>"),
			"<w:document xmlns:w=\"w\">\n<w:body></w:body>\n</w:document>" },
	{ "text outside of paragraphs", "<office:document-meta><dc:title>Ett <b/> två</dc:title>"
			"</office:document-meta>", "<office:document-meta>\n<dc:title>Ett <b/> två</dc:title>\n"
			"</office:document-meta>" },
	{ "line feeds of the file's own", "<Types>\n<Default/>\n\n<Default/></Types>",
			"<Types>\n\n<Default/>\n\n\n<Default/>\n</Types>" },
	{ "indents are left alone", "<Types>\n  <Default/></Types>", "<Types>\n  <Default/>\n</Types>" },
	{ "what looks like tags", "<?xml version=\"1.0\"?>\n<!-- <w:p><w:p> --><Types><a b=\"<x>\" c='>'/><d/>"
			"<![CDATA[><]]></Types>", "<?xml version=\"1.0\"?>\n<!-- <w:p><w:p> --><Types>\n"
			"<a b=\"<x>\" c='>'/>\n<d/><![CDATA[><]]></Types>" },
	{ "another kind of part", "<svg><g/><g/></svg>", "<svg><g/><g/></svg>" },
	{ "no XML", "application/vnd.oasis.opendocument.text",
			"application/vnd.oasis.opendocument.text" },
	{ "cut short", "<Types><a/><b", "<Types>\n<a/><b" },
	{ "nothing", "", "" },
};

static void there_and_back(void **state)
{
	struct pk_job *job = *state;

	for (size_t i = 0; i < PK_COUNT(rows); i++) {
		struct pk_str lines, back;

		assert_true(pk_lines_break(job, pk_str_of(rows[i].bytes), &lines));
		assert_text(lines, rows[i].lines);
		assert_true(pk_lines_join(job, lines, &back));
		assert_text(back, rows[i].bytes);
	}
	assert_silent(job);
}

/* What somebody wrote by hand has no line feed to lose twice. */
static void lines_written_by_hand(void **state)
{
	struct pk_job *job = *state;
	struct pk_str back;

	assert_true(pk_lines_join(job, PK_STR("<Types>\n<a/><b/>\n</Types>\n"), &back));
	assert_text(back, "<Types><a/><b/></Types>\n");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		job_test(there_and_back),
		job_test(lines_written_by_hand),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
