/* Values in running text: the same table for both formats. */
#include "made.h"

struct text_case {
	const char *json;
	const char *docx; /* inside the value's w:r */
	const char *odt;  /* inside text:p */
};

#define T(words) "<w:t xml:space=\"preserve\">" words "</w:t>"

static const struct text_case cases[] = {
	{ "{\"x\": \"Karin Holm\"}", T("Karin Holm"), "Karin Holm" },
	{ "{\"x\": \"a & <b> \\\"c\\\"\"}", T("a &amp; &lt;b&gt; \"c\""),
			"a &amp; &lt;b&gt; \"c\"" },
	{ "{\"x\": \"rad 1\\nrad 2\"}", T("rad 1") "<w:br/>" T("rad 2"),
			"rad 1<text:line-break/>rad 2" },
	{ "{\"x\": \"rad 1\\r\\n\\r\\nrad 3\"}", T("rad 1") "<w:br/><w:br/>" T("rad 3"),
			"rad 1<text:line-break/><text:line-break/>rad 3" },
	{ "{\"x\": \"a\\tb\"}", T("a") "<w:tab/>" T("b"), "a<text:tab/>b" },
	{ "{\"x\": \"a  b   c\"}", T("a  b   c"), "a <text:s/>b <text:s text:c=\"2\"/>c" },
	{ "{\"x\": \" a \"}", T(" a "), "<text:s/>a<text:s/>" },
	{ "{\"x\": \"a \\n b\"}", T("a ") "<w:br/>" T(" b"),
			"a<text:s/><text:line-break/><text:s/>b" },
	{ "{\"x\": \"§\\u00a042\"}", T("§\u00a042"), "§\u00a042" },
	{ "{\"x\": \"a\\u2011b\\u00adc\"}",
			T("a") "<w:noBreakHyphen/>" T("b") "<w:softHyphen/>" T("c"),
			"a\u2011b\u00adc" },
	{ "{\"x\": \"Åäö – é\"}", T("Åäö – é"), "Åäö – é" },
	{ "{\"x\": \"a\\u0001b\\ufffec\"}", T("abc"), "abc" },
	{ "{\"x\": {\"\": \"2024-05-21\", \"lång\": \"i maj\"}}", T("2024-05-21"), "2024-05-21" },
	{ "{\"x\": \"md:**Ett** ord\"}", T("Ett ord"), "Ett ord" },
};

static void text_survives(void **state)
{
	struct pk_job *job = *state;

	for (size_t i = 0; i < PK_COUNT(cases); i++) {
		struct pk_str docx = made_body(job, TINY_DOCX,
				"<w:p><w:r><w:rPr><w:b/></w:rPr>"
				"<w:t>{{x}}</w:t></w:r></w:p>",
				cases[i].json);
		struct pk_str odt =
				made_body(job, TINY_ODT, "<text:p>{{x}}</text:p>", cases[i].json);

		assert_text(between(docx, "<w:r><w:rPr><w:b/></w:rPr>", "</w:r>"), cases[i].docx);
		assert_int_equal(count(docx, "<w:r>"), 1);
		assert_text(between(odt, "<text:p>", "</text:p>"), cases[i].odt);
	}
}

static void nothing_leaves_no_run(void **state)
{
	struct pk_job *job = *state;
	const char *const none[] = { "{\"x\": \"\", \"y\": \"z\"}",
		"{\"x\": \"md:\", \"y\": \"z\"}" };

	for (size_t i = 0; i < PK_COUNT(none); i++) {
		struct pk_str docx = made_body(job, TINY_DOCX,
				"<w:p><w:r><w:t>{{x}}</w:t></w:r><w:r><w:t>{{y}}</w:t></w:r></w:p>",
				none[i]);

		assert_int_equal(count(docx, "<w:r>"), 1);
		assert_text(made_body(job, TINY_ODT, "<text:p>{{x}}{{y}}</text:p>", none[i]),
				"<text:p>z</text:p>");
	}
}

static void runs_keep_their_looks(void **state)
{
	struct pk_job *job = *state;
	struct pk_str docx = made_body(job, TINY_DOCX,
			"<w:p><w:r><w:t>a </w:t></w:r>"
			"<w:r><w:rPr><w:i/></w:rPr><w:t>{{x}}</w:t></w:r><w:r><w:t> "
			"{{y}}</w:t></w:r></w:p>",
			"{\"x\": \"b\", \"y\": \"c\"}");

	assert_true(has(docx, "<w:r><w:rPr><w:i/></w:rPr>" T("b") "</w:r>"));
	assert_true(has(docx, "<w:r>" T("c") "</w:r>"));
	assert_text(made_body(job, TINY_ODT,
				    "<text:p>a <text:span text:style-name=\"T1\">{{x}}"
				    "</text:span> {{y}}</text:p>",
				    "{\"x\": \"b\", \"y\": \"c\"}"),
			"<text:p>a <text:span text:style-name=\"T1\">b</text:span> c</text:p>");
}

static void a_picture_stands_in_the_line(void **state)
{
	struct pk_job *job = *state;
	const char *json = "{\"x\": \"picture:r\\u00f6d\"}";
	struct pk_str docx =
			made_body(job, TINY_DOCX, "<w:p><w:r><w:t>{{x}}</w:t></w:r></w:p>", json);
	struct pk_str odt = made_body(job, TINY_ODT, "<text:p>{{x}}</text:p>", json);

	/* 96 x 48 pixels at 96 an inch. */
	assert_true(has(docx, "<wp:extent cx=\"914400\" cy=\"457200\"/>"));
	assert_true(has(docx, "<a:ext cx=\"914400\" cy=\"457200\"/>"));
	assert_true(has(docx, "descr=\"röd\""));
	assert_true(has(odt, "svg:width=\"72.00pt\" svg:height=\"36.00pt\""));
	assert_true(has(odt, "<svg:desc>röd</svg:desc>"));
	assert_true(has(odt, "text:anchor-type=\"as-char\""));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		job_test(text_survives),
		job_test(nothing_leaves_no_run),
		job_test(runs_keep_their_looks),
		job_test(a_picture_stands_in_the_line),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
