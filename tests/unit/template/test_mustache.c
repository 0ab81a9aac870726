/* The language as its users see it: text templates with values given as JSON. */
#include "unit/template/fill.h"

#include "markup/blocks.h"
#include "value/image.h"

static void run_rows(struct pk_job *job, const struct text_case *rows, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		struct pk_str found = fill(job, &rows[i]);
		assert_silent(job);
		if (!pk_str_is(found, rows[i].expected))
			fail_msg("%s\n with %s\n gives %.*s\n not   %s", rows[i].text, rows[i].json,
					(int)found.n, found.p, rows[i].expected);
	}
}

#define RUN(...) \
	do { \
		static const struct text_case rows[] = { __VA_ARGS__ }; \
		run_rows(*state, rows, PK_COUNT(rows)); \
	} while (0)

static void values_are_printed_and_escaped(void **state)
{
	RUN({ "Hej {{namn}}!", "{\"namn\": \"Åsa\"}", "Hej Åsa!" },
		{ "{{a}}|{{{a}}}|{{&a}}", "{\"a\": \"<b> & \\\"c\\\"\"}",
			"&lt;b&gt; &amp; &quot;c&quot;|<b> & \"c\"|<b> & \"c\"" },
		{ "{{a}} {{b}} {{c}}", "{\"a\": 85, \"b\": 1.21, \"c\": -3}", "85 1.21 -3" },
		{ "[{{a}}{{{b}}}{{&c}}{{d}}]", "{\"a\": null, \"d\": false}", "[]" },
		{ "{{a}}", "{\"a\": \"{{b}}\", \"b\": \"nej\"}", "{{b}}" },
		{ "  {{a}}\n", "{\"a\": \"x\"}", "  x\n" },
		{ "{{.}}", "\"hela världen\"", "hela världen" },
		{ "[{{lista}}]", "{\"lista\": [1, 2]}", "[]" });
}

static void dotted_names_go_down_from_the_first_that_is_found(void **state)
{
	RUN({ "{{a.b.c}}", "{\"a\": {\"b\": {\"c\": 1}}}", "1" },
		{ "[{{a.b.c}}{{a.x.c}}{{x.y}}]", "{\"a\": {\"b\": {}}}", "[]" },
		{ "{{#a}}{{b.c}}{{/a}}", "{\"a\": {\"b\": {\"c\": 1}}, \"b\": {\"c\": 2}}", "1" },
		{ "[{{#a}}{{b.c}}{{/a}}]", "{\"a\": {\"b\": {}}, \"b\": {\"c\": 2}}", "[]" },
		{ "[{{a.b}}]", "{\"a.b\": 1}", "[]" },
		{ "[{{a.}}{{.a}}{{a..b}}]", "{\"a\": {\"\": 1, \"b\": 2}}", "[]" },
		{ "{{#a.b}}{{c}}{{/a.b}}", "{\"a\": {\"b\": [{\"c\": 1}, {\"c\": 2}]}}", "12" });
}

static void a_map_prints_its_plain_form(void **state)
{
	RUN({ "{{datum}}; {{datum.lång}}", "{\"datum\": {\"\": \"2020-09-21\", \"lång\": \"den 21 "
			"september 2020\"}}", "2020-09-21; den 21 september 2020" },
		{ "{{#datum}}{{.}} {{iso}}{{/datum}}", "{\"datum\": {\"\": \"x\", \"iso\": \"y\"}}",
			"x y" },
		{ "[{{a}}]", "{\"a\": {\"b\": 1}}", "[]" });
}

static void sections_repeat_and_choose(void **state)
{
	RUN({ "{{#a}}({{.}}){{/a}}", "{\"a\": [1, \"b\", 2.5]}", "(1)(b)(2.5)" },
		{ "{{#a}}({{#.}}{{.}}{{/.}}){{/a}}", "{\"a\": [[1, 2], [], [3]]}", "(12)()(3)" },
		{ "{{#.}}{{x}}{{/.}}", "[{\"x\": 1}, {\"x\": 2}]", "12" },
		{ "{{#a}}ja{{/a}}{{^a}}nej{{/a}}", "{\"a\": true}", "ja" },
		{ "{{#a}}ja{{/a}}{{^a}}nej{{/a}}", "{\"a\": false}", "nej" },
		{ "{{#a}}ja{{/a}}{{^a}}nej{{/a}}", "{\"a\": []}", "nej" },
		{ "{{#a}}ja{{/a}}{{^a}}nej{{/a}}", "{\"a\": \"\"}", "nej" },
		{ "{{#a}}ja{{/a}}{{^a}}nej{{/a}}", "{}", "nej" },
		{ "{{#a}}{{b}}{{c}}{{/a}}", "{\"a\": {\"b\": 1}, \"b\": 2, \"c\": 3}", "13" },
		{ "{{#dnr}}Dnr {{dnr}}, {{.}}{{/dnr}}", "{\"dnr\": \"2020/67\"}",
			"Dnr 2020/67, 2020/67" },
		{ "[{{#a}}{{#b}}x{{/b}}{{/a}}]", "{\"a\": {\"b\": null}, \"b\": 1}", "[]" },
		{ "{{#a}}{{n}}{{#a}}-{{n}}{{/a}};{{/a}}",
			"{\"a\": [{\"n\": 1, \"a\": [{\"n\": 2}, {\"n\": 3}]},"
			" {\"n\": 4, \"a\": []}]}",
			"1-2-3;4;" });
}

static void a_question_mark_asks_once(void **state)
{
	RUN({ "{{#a?}}Underlag: {{#a}}{{.}} {{/a}}{{/a?}}", "{\"a\": [1, 2]}", "Underlag: 1 2 " },
		{ "[{{#a?}}x{{/a?}}]", "{\"a\": []}", "[]" },
		{ "{{^a?}}inga{{/a?}}", "{}", "inga" },
		{ "{{#a?}}{{b}}{{/a?}}", "{\"a\": {\"b\": 1}, \"b\": 2}", "2" },
		{ "{{#a.b?}}{{c}}{{/a.b?}}", "{\"a\": {\"b\": [1, 2]}, \"c\": 3}", "3" });
}

static void a_turn_knows_its_place(void **state)
{
	RUN({ "{{#a}}{{nummer}}{{^sista?}}, {{/sista?}}{{/a}}", "{\"a\": [7, 7, 7]}", "1, 2, 3" },
		{ "{{#a}}{{#första?}}<{{/första?}}{{.}}{{#sista?}}>{{/sista?}}{{/a}}",
			"{\"a\": [1, 2, 3]}", "<123>" },
		{ "{{#a}}{{#första?}}{{#sista?}}ensam{{/sista?}}{{/första?}}{{/a}}", "{\"a\": [1]}",
			"ensam" },
		{ "{{#a}}{{nummer}}:{{#b}}{{nummer}}{{/b}}{{nummer}} {{/a}}",
			"{\"a\": [{\"b\": [1, 1]}, {\"b\": []}]}", "1:121 2:2 " },
		{ "{{#a}}{{#b}}{{nummer}}{{/b}}{{/a}}",
			"{\"a\": [{\"b\": {\"c\": 1}}, {\"b\": \"x\"}]}", "12" },
		{ "{{#a}}{{#nummer}}{{.}}{{#b}}{{nummer}}{{/b}}{{.}}{{/nummer}} {{/a}}",
			"{\"a\": [1, 2], \"b\": [1, 1, 1]}", "11231 21232 " },
		{ "{{#a}}{{nummer}}{{/a}}", "{\"a\": [{\"nummer\": \"§ 4\"}]}", "§ 4" },
		{ "[{{nummer}}{{#första?}}x{{/första?}}]", "{\"a\": 1}", "[]" });
}

static void lone_tags_take_their_line(void **state)
{
	RUN({ "a\n{{#x}}\nb\n{{/x}}\nc\n", "{\"x\": 1}", "a\nb\nc\n" },
		{ "a\r\n{{#x}}\r\nb\r\n{{/x}}\r\nc", "{\"x\": 1}", "a\r\nb\r\nc" },
		{ "  {{#x}}  \n  b\n\t{{/x}}", "{\"x\": 1}", "  b\n" },
		{ "a {{#x}}\nb {{/x}}\n", "{\"x\": 1}", "a \nb \n" },
		{ "{{#x}}{{/x}}\nb\n", "{\"x\": 1}", "\nb\n" },
		{ "{{! en\n rad }}\nb{{! två }}c\n", "{}", "bc\n" },
		{ "{{=<% %>=}}\n<%x%>\n <%! borta %>\n", "{\"x\": 1}", "1\n" },
		{ "{{#x}}\n{{.}}\n{{/x}}\n", "{\"x\": [1, 2]}", "1\n2\n" });
}

static void partials_are_put_in(void **state)
{
	RUN({ "[{{>a}}]", "{\"x\": 1}", "[<1>]", "{\"a\": \"<{{x}}>\"}" },
		{ "[{{>a}}]", "{}", "[]", "{}" },
		{ "{{#x}}{{>a}}{{/x}}", "{\"x\": [1, 2]}", "(1)(2)", "{\"a\": \"({{.}})\"}" },
		{ "{{>a}}{{=| |=}}|>a|", "{\"x\": 1}", "11", "{\"a\": \"{{x}}\"}" },
		{ "{{>a}}{{x}}", "{\"x\": 1}", "1{{x}}1", "{\"a\": \"{{=| |=}}|x|{{x}}\"}" },
		{ "{{>a}}.", "{\"n\": 1, \"u\": [{\"n\": 2, \"u\": [{\"n\": 3, \"u\": []}]}]}",
			"1(2(3())).", "{\"a\": \"{{n}}({{#u}}{{>a}}{{/u}})\"}" });
}

static void lone_partials_are_indented(void **state)
{
	RUN({ "a\n  {{>b}}\nc\n", "{\"x\": \"1\\n2\"}", "a\n  <\n  1\n2\n  >\nc\n",
			"{\"b\": \"<\\n{{{x}}}\\n>\\n\"}" },
		{ " {{>a}}\n", "{}", " 1\n  2\n 3\n",
			"{\"a\": \"1\\n {{>b}}\\n3\\n\", \"b\": \"2\\n\"}" },
		{ " {{>a}}\n", "{}", " 1 2\n3\n\n",
			"{\"a\": \"1 {{>b}}\\n\", \"b\": \"2\\n3\\n\"}" },
		{ " {{>a}}\n", "{\"x\": [1, 2]}", " 1\n 2\n",
			"{\"a\": \"{{#x}}\\n{{.}}\\n{{/x}}\\n\"}" },
		{ "{{>a}}",
			"{\"n\": 1, \"u\": [{\"n\": 2, \"u\": [{\"n\": 3, \"u\": []}]},"
			" {\"n\": 4, \"u\": []}]}",
			"1\n  2\n    3\n  4\n",
			"{\"a\": \"{{n}}\\n{{#u?}}\\n{{#u}}\\n  {{>a}}\\n{{/u}}\\n{{/u?}}\\n\"}" });
}

static void plain_text_is_not_escaped(void **state)
{
	struct pk_job *job = *state;
	const struct text_case row = { .text = "{{a}}", .json = "{\"a\": \"<&>\"}", .plain = true };
	assert_text(fill(job, &row), "<&>");
}

/* Running text, a picture and an anchor, as a meeting gives them. */
static void running_text_prints_its_words(void **state)
{
	struct pk_job *job = *state;
	struct pk_run run = {
		.kind = PK_RUN_TEXT, .text = PK_STR("Ja & nej"), .style = PK_STYLE_STRONG
	};
	struct pk_block block = { .kind = PK_BLOCK_PARAGRAPH, .runs = &run, .n_runs = 1 };
	struct pk_blocks blocks = { .v = &block, .n = 1 };
	struct pk_image image = { .alt = PK_STR("En karta") };
	struct pk_field fields[] = {
		{ PK_STR("a"), { .kind = PK_BLOCKS, .as.blocks = &blocks } },
		{ PK_STR("b"), { .kind = PK_IMAGE, .as.image = &image } },
		{ PK_STR("c"), { .kind = PK_ANCHOR, .as.anchor = 1 } },
	};
	struct pk_value root = { .kind = PK_MAP, .as.map = { fields, PK_COUNT(fields) } };
	const struct text_case row = { .text = "{{a}}|{{{a}}}|{{#a}}{{.}}{{/a}}|{{b}}|{{c}}" };
	const struct pk_text_template *template = NULL;
	struct pk_out out = pk_out_new(job->arena, 1000);
	assert_true(compile(job, &row, &template));
	assert_true(pk_text_render(job, template, &root, &out));
	assert_text(pk_out_str(&out), "Ja &amp; nej|Ja & nej|Ja &amp; nej|En karta|");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		job_test(values_are_printed_and_escaped),
		job_test(dotted_names_go_down_from_the_first_that_is_found),
		job_test(a_map_prints_its_plain_form),
		job_test(sections_repeat_and_choose),
		job_test(a_question_mark_asks_once),
		job_test(a_turn_knows_its_place),
		job_test(lone_tags_take_their_line),
		job_test(partials_are_put_in),
		job_test(lone_partials_are_indented),
		job_test(plain_text_is_not_escaped),
		job_test(running_text_prints_its_words),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
