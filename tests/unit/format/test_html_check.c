/* What the author of a page for the web is told to look at again. */
#include <stdio.h>

#include "made.h"

#include "support/fixture.h"

#define PAGE(body) "<!DOCTYPE html><html lang=\"sv\"><head><title>{{titel}}</title></head><body>" body \
	"</body></html>"
#define TABLE(head, row) "<table>" head "{{#l}}<tr>" row "</tr>{{/l}}</table>"

static const struct {
	const char *what, *code, *page;
	const char *told; /* words of the report, or NULL: it is not there */
} rows[] = {
	{ "an English page", "P326", "<html lang=\"en-GB\"><head></head><body></body></html>",
			"mall:1:1: warning[P326]: the language of the template is en-GB" },
	{ "a Swedish page", "P326", "<html lang='sv-FI'><head></head><body></body></html>", NULL },
	{ "a page without language, which gets one", "P327", "<html><head></head><body></body></html>", NULL },
	{ "a language from the meeting", "P326", "<html lang=\"{{titel}}\"><head></head></html>", NULL },

	{ "an empty title", "P334", "<html><head><title> </title></head><body></body></html>",
			"title is empty" },
	{ "a title", "P334", PAGE(""), NULL },
	{ "no title, which is set", "P334", "<html><head></head><body></body></html>", NULL },

	{ "a level that is passed over", "P331", PAGE("<h1>a</h1>\n<h3 class=\"x\">b</h3>"),
			"mall:2:1: warning[P331]: the heading has level 3 but the one before has level 1" },
	{ "levels in order", "P331", PAGE("<h1>a</h1><h2>b</h2><h3>c</h3><h1>d</h1>"), NULL },
	{ "no heading", "P330", PAGE("{{#paragrafer}}<p>{{rubrik}}</p>{{/paragrafer}}"),
			"nothing in the template's text is a heading" },
	{ "a heading", "P330", PAGE("{{#paragrafer}}<h2>{{rubrik}}</h2>{{/paragrafer}}"), NULL },

	{ "a picture without words", "P329", PAGE("<img src=\"a.png\" data-alt=\"x\">"), "no alternative text" },
	{ "a picture with words", "P329", PAGE("<img src=a.png alt='Vapen'>"), NULL },
	{ "a picture that says nothing", "P329", PAGE("<img alt src=a.png><IMG ALT=\"\">"), NULL },
	{ "a picture in a remark", "P329", PAGE("<!-- <img src=a.png> -->"), NULL },

	{ "rows without a header", "P328", PAGE(TABLE("", "<td>{{n}}</td><td>b</td>")), "no header row" },
	{ "rows with a header", "P328", PAGE(TABLE("<tr><th>Namn</th><th>b</th></tr>", "<td>a</td><td>b</td>")),
			NULL },
	{ "one column", "P328", PAGE(TABLE("", "<td>{{n}}</td>")), NULL },
	{ "a table that repeats whole", "P328", PAGE("{{#l}}<table><tr><td>a</td><td>b</td></tr></table>{{/l}}"),
			NULL },
	{ "a table in a table", "P328", PAGE("<table><tr><th>a</th><td>" TABLE("", "<td>a</td><td>b</td>")
			"</td></tr></table>"), "no header row" },

	{ "a script from the net", "P336", PAGE("<p>a</p>\n<script src=\"https://a.se/b.js\"></script>"),
			"mall:2:1: warning[P336]: the page fetches something from the net when it is opened: https://a.se/b.js" },
	{ "a picture from some other place", "P336", PAGE("<img alt='' SRC='//a.se/b.png'>"), "//a.se/b.png" },
	{ "a style sheet from the net", "P336", "<html><head><link rel=stylesheet href=http://a.se/b.css></head></html>",
			"http://a.se/b.css" },
	{ "pictures of the page's own", "P336", PAGE("<img alt='' src='data:image/png;base64,//8='><img alt='' src=b/c.png>"),
			NULL },
	{ "links to follow", "P336", PAGE("<a href='https://a.se/'>a</a>"), NULL },
	{ "where the page stands", "P336", "<html><head><link rel='canonical' href='https://a.se/b'></head></html>", NULL },

	{ "a page number", "P335", PAGE("<p>\n{{sidor}} {{sidor}}</p>"), "mall:2:1: note[P335]" },
	{ "never marked as a draft", "P320", PAGE("{{titel}}"), "does not show utkast" },
	{ "marked as a draft", "P320", PAGE("{{#paragrafer}}{{/paragrafer}}{{#anslag}}{{/anslag}}{{#underskrifter}}"
			"{{/underskrifter}}{{#närvaro}}{{/närvaro}}{{utkast}}"), NULL },
};

static const char model[] = "{\"titel\": \"x\", \"l\": [{\"n\": \"x\"}], \"sidor\": \"page:0\", \"utkast\": \"x\", "
	"\"paragrafer\": [{\"rubrik\": \"x\"}], \"anslag\": [\"x\"], \"underskrifter\": [\"x\"], "
	"\"närvaro\": [\"x\"]}";

static bool compile(struct pk_job *job, const char *page, bool check)
{
	struct pk_value names = made_values(job, model);
	struct pk_compile_options options = { .name = PK_STR("mall"), .model = &names, .check = check };
	const struct pk_template *template;
	struct pk_package *package;

	return pk_package_new(job, &package) && pk_package_add(job, package, PK_STR("index.html"),
			pk_str_of(page), false) &&
	       pk_format_find(PK_STR("html"))->compile(job, package, &options, &template) &&
	       (!check || pk_template_check_data(job, template));
}

static void each_check(void **state)
{
	(void)state;
	for (size_t i = 0; i < PK_COUNT(rows); i++) {
		void *one = NULL;
		char code[16];

		assert_int_equal(fixture_job(&one), 0);
		if (!compile(one, rows[i].page, true))
			fail_msg("%s: %s", rows[i].what, reports(one, PK_ENGLISH));
		snprintf(code, sizeof(code), "[%s", rows[i].code);
		const char *told = reports(one, PK_ENGLISH);
		bool there = strstr(told, code) != NULL;

		if (rows[i].told == NULL ? there : !there || strstr(told, rows[i].told) == NULL)
			fail_msg("%s: %s\n%s", rows[i].what, rows[i].code, told);
		assert_int_equal(fixture_job_free(&one), 0);
	}
}

static void only_when_asked(void **state)
{
	assert_true(compile(*state, PAGE("<img src=a.png><h1>a</h1><h3>b</h3>{{sidor}}"), false));
	assert_silent(*state);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(each_check),
		job_test(only_when_asked),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
