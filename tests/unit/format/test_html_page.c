/* What a page of HTML is written from: words, formatted text, pictures, addresses, and what every
 * page has. */
#include "made.h"
#include "page.h"

#include "package/package.h"

struct page_case {
	const char *body, *json, *expected;
};

static void check(struct pk_job *job, const struct page_case *cases, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		struct pk_str found = page_body(job, cases[i].body, cases[i].json);

		if (!pk_str_is(found, cases[i].expected))
			fail_msg("%s\n  %s\n  expected %s\n  found    %.*s", cases[i].body,
					cases[i].json, cases[i].expected, (int)found.n, found.p);
	}
	assert_silent(job);
}

static void words_are_words_wherever_they_stand(void **state)
{
	static const struct page_case cases[] = {
		{ "<p>{{x}}</p>", "{\"x\": \"a < b & \\\"c\\\" > d\"}",
			"<p>a &lt; b &amp; &quot;c&quot; &gt; d</p>" },
		{ "<p>{{{x}}} y</p>", "{\"x\": \"<b>\"}", "<p>&lt;b&gt; y</p>" },
		{ "<p>{{x}}</p>", "{\"x\": \"en\\ntv\xC3\xA5   tre\"}",
			"<p>en<br>tv\xC3\xA5 &nbsp;&nbsp;tre</p>" },
		{ "<p>{{x}}</p>", "{\"x\": \"a\\u0001b\\u000Bc\"}", "<p>abc</p>" },
		{ "<p title=\"{{x}}\">y</p>", "{\"x\": \"\\\"><script>\"}",
			"<p title=\"&quot;&gt;&lt;script&gt;\">y</p>" },
		{ "<p title='{{x}}'>y</p>", "{\"x\": \"' onclick='a()\"}",
			"<p title='&#39; onclick=&#39;a()'>y</p>" },
		{ "<p style=\"color: {{x}}\">y</p>", "{\"x\": \"red;} @import url(x)\"}",
			"<p style=\"color: red import urlx\">y</p>" },
		{ "<style>p { color: #{{x}}; }</style>", "{\"x\": \"1b5e8a</style><b>\"}",
			"<style>p { color: #1b5e8astyleb; }</style>" },
		{ "<textarea>{{x}}</textarea>", "{\"x\": \"a\\n</textarea>\"}",
			"<textarea>a\n&lt;/textarea&gt;</textarea>" },
		{ "<p id=\"p {{x}}\">y</p>", "{\"x\": \"a b\"}", "<p id=\"p a-b\">y</p>" },
	};

	check(*state, cases, PK_COUNT(cases));
}

#define ONE(words) "<span style=\"white-space:nowrap\">" words "</span>"

/* Browsers break behind a dash, also between digits. */
static void dates_and_ranges_stay_in_one_line(void **state)
{
	static const struct page_case cases[] = {
		{ "<p>{{x}}</p>", "{\"x\": \"kl. 13.00–16.10, § 41–43.\"}",
			"<p>kl. " ONE("13.00–16.10") ", § " ONE("41–43") ".</p>" },
		{ "<p>{{x}}</p>", "{\"x\": \"2024-05-21–22\\n2024-05-21: 1-2\"}",
			"<p>" ONE("2024-05-21–22") "<br>" ONE("2024-05-21") ": " ONE("1-2") "</p>" },
		{ "<p>{{x}}</p>", "{\"x\": \"md:den 2024-05-21\"}", "<p>den " ONE("2024-05-21") "</p>" },
		/* Nothing to keep together; more than a small screen holds. */
		{ "<p>{{x}}</p>", "{\"x\": \"12.30, 5- 6, -7, 8–, a-1, 1–b\"}",
			"<p>12.30, 5- 6, -7, 8–, a-1, 1–b</p>" },
		{ "<p>{{x}}</p>", "{\"x\": \"1-2-3-4-5-6-7-8-9-10-11-12-13-14-15\"}",
			"<p>1-2-3-4-5-6-7-8-9-10-11-12-13-14-15</p>" },
		{ "<p title=\"{{x}}\">y</p>", "{\"x\": \"1-2\"}", "<p title=\"1-2\">y</p>" },
	};

	check(*state, cases, PK_COUNT(cases));
}

static void addresses_lead_nowhere_unsafe(void **state)
{
	static const struct page_case cases[] = {
		{ "<a href=\"{{x}}\">y</a>", "{\"x\": \"https://a.se/\xC3\xA5 b?c=1&d\"}",
			"<a href=\"https://a.se/%C3%A5%20b?c=1&amp;d\">y</a>" },
		{ "<a href=\"{{x}}\">y</a>", "{\"x\": \"mailto:a@b.se\"}",
			"<a href=\"mailto:a@b.se\">y</a>" },
		{ "<a href=\"{{x}}\">y</a>", "{\"x\": \"bilaga/1.pdf\"}",
			"<a href=\"bilaga/1.pdf\">y</a>" },
		{ "<a href=\"{{x}}\">y</a>", "{\"x\": \"javascript:alert(1)\"}",
			"<a href=\"#\">y</a>" },
		{ "<a href='{{x}}'>y</a>", "{\"x\": \"\\tJavaScript:alert('1')\"}",
			"<a href='#'>y</a>" },
		{ "<a href=\"{{x}}{{y}}\">y</a>", "{\"x\": \"javascript\", \"y\": \":alert(1)\"}",
			"<a href=\"javascript#\">y</a>" },
		{ "<a href=\"{{#x}}{{x}}{{/x}}\">y</a>", "{\"x\": \"data:text/html,x\"}",
			"<a href=\"#\">y</a>" },
		{ "<a href=\"/s?q={{x}}\">y</a>", "{\"x\": \"a:b \\\"c\"}",
			"<a href=\"/s?q=a:b%20%22c\">y</a>" },
		{ "<div>{{{x}}}</div>", "{\"x\": \"md:[a](https://b.se) [c](javascript:d) <b>\"}",
			"<div><p><a href=\"https://b.se\">a</a> c &lt;b&gt;</p>\n</div>" },
	};

	check(*state, cases, PK_COUNT(cases));
}

static void formatted_text_is_elements(void **state)
{
	static const struct page_case cases[] = {
		{ "<p class=\"x\">{{{x}}}</p>", "{\"x\": \"md:a **b** *c* ~~d~~ `e`\\n\\nf\"}",
			"<p class=\"x\">a <strong>b</strong> <em>c</em> <del>d</del> "
			"<code>e</code></p>\n<p class=\"x\">f</p>\n" },
		{ "<p id=\"x\">{{{x}}}</p>", "{\"x\": \"md:a\\n\\nb\"}",
			"<p id=\"x\">a</p>\n<p>b</p>\n" },
		{ "<p>{{{x}}}</p>", "{\"x\": \"\"}", "" },
		{ "<p>{{{x}}}</p>", "{\"x\": \"bara ord\"}", "<p>bara ord</p>" },
		{ "<p>{{{x}}} efter</p>", "{\"x\": \"md:a\\n\\nb\"}", "<p>a<br>b efter</p>" },
		{ "<ol><li>{{{x}}}</li></ol>", "{\"x\": \"md:a\"}", "<ol><li><p>a</p>\n</li></ol>" },
		{ "<h2>r</h2>{{{x}}}", "{\"x\": \"md:# a\\n\\n## b\"}",
			"<h2>r</h2><h3>a</h3>\n<h4>b</h4>\n" },
		{ "{{{x}}}", "{\"x\": \"md:# a\"}", "<h1>a</h1>\n" },
		{ "<h6>r</h6>{{{x}}}", "{\"x\": \"md:# a\"}", "<h6>r</h6><h6>a</h6>\n" },
		{ "{{{x}}}", "{\"x\": \"md:- a\\n  1. b\\n- c\"}",
			"<ul>\n<li>a\n<ol>\n<li>b</li>\n</ol>\n</li>\n<li>c</li>\n</ul>\n" },
		{ "{{{x}}}", "{\"x\": \"md:3. a\\n\\n4. b\\n\\n   c\"}",
			"<ol start=\"3\">\n<li><p>a</p>\n</li>\n<li><p>b</p>\n<p>c</p>\n</li>\n</ol>\n" },
		{ "{{{x}}}", "{\"x\": \"md:> a\"}", "<blockquote>\n<p>a</p>\n</blockquote>\n" },
		{ "{{{x}}}", "{\"x\": \"md:```\\n<a>\\n  b\\n```\"}",
			"<pre><code>&lt;a&gt;\n  b</code></pre>\n" },
		{ "{{{x}}}", "{\"x\": \"md:| a |  |\\n|---|--:|\\n| b | c |\"}",
			"<table>\n<thead>\n<tr><th scope=\"col\">a</th><td style=\"text-align:right\">"
			"</td></tr>\n</thead>\n<tbody>\n<tr><td>b</td><td style=\"text-align:right\">c"
			"</td></tr>\n</tbody>\n</table>\n" },
	};

	check(*state, cases, PK_COUNT(cases));
}

/* The picture's bytes end with "abc" and one word that decides the padding. */
static void pictures_lie_in_the_page(void **state)
{
	struct pk_job *job = *state;
	struct pk_str block = page_body(job, "<p>{{x}}</p>", "{\"x\": \"picture:abc\"}");
	struct pk_str source = page_body(job, "<img src=\"{{x}}\" alt=\"{{x}}\">",
			"{\"x\": \"picture:abcd\"}");
	struct pk_str among = page_body(job, "{{{x}}}", "{\"x\": \"md:![en karta](abcde)\"}");

	assert_true(has(block, "<p><img src=\"data:image/png;base64,iVBORw0KGgo"));
	assert_true(has(block, "\" alt=\"abc\" width=\"96\" height=\"48\"></p>"));
	assert_true(has(block, "AAABhYmM=\"") || has(block, "YWJj\"") || has(block, "hYmM\""));
	assert_true(has(source, "alt=\"abcd\">"));
	assert_int_equal(count(source, "data:image/png;base64,"), 1);
	assert_true(has(among, " alt=\"en karta\" width=\"96\""));
	assert_silent(job);
}

static void a_paragraf_has_one_name_in_the_page(void **state)
{
	static const struct page_case cases[] = {
		{ "<h2 id=\"{{a}}\">x</h2><a href=\"#{{a}}\">y</a><a href=\"{{a}}\">z</a>",
			"{\"a\": \"anchor:4\"}",
			"<h2 id=\"P5\">x</h2><a href=\"#P5\">y</a><a href=\"#P5\">z</a>" },
		{ "<h2>{{a}}x</h2><p>{{a}}y</p>", "{\"a\": \"anchor:0\"}",
			"<h2><span id=\"P1\"></span>x</h2><p>y</p>" },
		{ "<p>s. {{p}}</p>", "{\"p\": \"page:0\"}", "<p>s. </p>" },
	};

	check(*state, cases, PK_COUNT(cases));
}

static void sections_leave_nothing_behind(void **state)
{
	static const struct page_case cases[] = {
		{ "<ul>\n{{#l}}\n<li>{{x}}</li>\n{{/l}}\n</ul>",
			"{\"l\": [{\"x\": \"a\"}, {\"x\": \"b\"}]}",
			"<ul>\n<li>a</li>\n<li>b</li>\n</ul>" },
		{ "<p{{#n}} class=\"ny\"{{/n}}>x</p>", "{\"n\": \"\"}", "<p>x</p>" },
		{ "<p class=\"a{{#n}} ny{{/n}}\">x</p>", "{\"n\": \"ja\"}",
			"<p class=\"a ny\">x</p>" },
		{ "<p>a {{! inget }}b</p>", "{}", "<p>a b</p>" },
		{ "<p>1 < 2 {{x}}</p>", "{\"x\": \"<3\"}", "<p>1 < 2 &lt;3</p>" },
	};

	check(*state, cases, PK_COUNT(cases));
}

static void partials_stand_where_they_are_named(void **state)
{
	static const char *const partials[] = { "rad", "<li>{{x}}</li>", "lista",
		"<ul>{{#l}}{{>rad}}{{/l}}</ul>", NULL };
	struct pk_job *job = *state;
	struct pk_str page = page_of(job, "<html><head></head><body>{{>lista}}</body></html>",
			"{\"l\": [{\"x\": \"a\"}, {\"x\": \"b\"}]}", partials);

	assert_text(between(page, "<body>", "</body>"), "<ul><li>a</li><li>b</li></ul>");
	assert_silent(job);
}

static void every_page_has_type_language_and_properties(void **state)
{
	struct pk_job *job = *state;
	struct pk_str bare = page_of(job, "<html><head></head><body></body></html>",
			"{\"titel\": \"A & B\"}", NULL);
	struct pk_str own = page_of(job,
			"\xEF\xBB\xBF<!doctype html><html lang=\"se\"><head><meta charset=\"utf-8\">"
			"<meta name=\"viewport\" content=\"x\"><meta name=\"generator\" content=\"y\">"
			"<title>Z</title></head><body></body></html>",
			"{}", NULL);

	assert_true(pk_str_starts(bare, PK_STR("<!DOCTYPE html>\n<html lang=\"sv-SE\"><head>\n"
					       "<meta charset=\"utf-8\">\n")));
	assert_true(has(bare, "<meta name=\"generator\" content=\"protokoll 0\">"));
	assert_true(has(bare, "<meta name=\"protokoll.mall\" content=\"mall.html\">"));
	assert_true(has(bare, "<meta name=\"viewport\" content=\"width=device-width"));
	assert_true(has(bare, "<title>A &amp; B</title>"));
	assert_true(pk_str_starts(own, PK_STR("<!doctype html><html lang=\"se\"><head>\n")));
	assert_int_equal(count(own, "charset"), 1);
	assert_int_equal(count(own, "viewport"), 1);
	assert_int_equal(count(own, "generator"), 1);
	assert_int_equal(count(own, "<title>"), 1);
	assert_silent(job);
}

static bool is_ours(struct pk_job *job, struct pk_str page)
{
	const struct pk_format *html = pk_format_find(PK_STR("html"));
	struct pk_package *package;
	bool ours = false;

	assert_true(html->open(job, page, PK_STR("x.html"), &package));
	assert_true(html->untouched(job, package, &ours));
	return ours;
}

/* A page that was a document once is a template like others: its mark gives way to a new one. */
static void an_edited_page_is_no_longer_ours(void **state)
{
	struct pk_job *job = *state;
	struct pk_str page = page_of(job, "<html><head></head><body><p>nio</p></body></html>", "{}",
			NULL);
	struct pk_str edited, again, with_nul;

	assert_true(is_ours(job, page));
	assert_true(pk_copy(job, page, &edited));
	*(char *)(uintptr_t)strstr(edited.p, "nio") = 't';
	assert_false(is_ours(job, edited));
	assert_false(is_ours(job, pk_str_slice(page, 0, page.n - 1)));
	assert_false(is_ours(job, PK_STR("")));
	assert_false(is_ours(job, PK_STR("<html></html>")));
	assert_true(pk_copy(job, page, &with_nul));
	again = page_of(job, with_nul.p, "{}", NULL);
	assert_int_equal(count(again, "protokoll.fingeravtryck"), 1);
	assert_true(is_ours(job, again));
	assert_silent(job);
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
		job_test(words_are_words_wherever_they_stand),
		job_test(dates_and_ranges_stay_in_one_line),
		job_test(addresses_lead_nowhere_unsafe),
		job_test(formatted_text_is_elements),
		job_test(pictures_lie_in_the_page),
		job_test(a_paragraf_has_one_name_in_the_page),
		job_test(sections_leave_nothing_behind),
		job_test(partials_stand_where_they_are_named),
		job_test(every_page_has_type_language_and_properties),
		job_test(an_edited_page_is_no_longer_ours),
	};

	return cmocka_run_group_tests_name("format/html_page", tests, NULL, NULL);
}
