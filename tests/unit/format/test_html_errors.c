/* What a template of HTML is refused for: elements and sections that cross, tags in unsafe places. */
#include "made.h"
#include "page.h"

#include <stdio.h>

struct error_case {
	const char *body, *codes;
};

static const char *codes(struct pk_job *job)
{
	struct pk_out out = pk_out_new(job->arena, 1 << 12);

	pk_diag_sort(job->diags);
	for (uint32_t i = 0; i < pk_diag_count(job->diags); i++) {
		pk_put_c(&out, i > 0 ? " " : "");
		pk_put_c(&out, pk_message_code(pk_diag_get(job->diags, i)->message));
	}
	pk_put_byte(&out, '\0');
	return out.p;
}

static void refused(const char *template, const char *expected, const char *const *partials)
{
	struct pk_job job;

	assert_true(pk_job_init(&job, &pk_limits_default));
	if (page_compiles(&job, template,
			    "{\"x\": \"a\", \"l\": [{\"y\": \"b\"}]}", partials) ||
			strcmp(codes(&job), expected) != 0)
		fail_msg("%s: expected %s, found %s\n%s", template, expected, codes(&job),
				reports(&job, PK_SWEDISH));
	pk_job_free(&job);
}

static void what_is_wrong_is_told(void **state)
{
	static const struct error_case cases[] = {
		{ "<p>{{x}}</div>", "P151 P150" },
		{ "<b><i>x</b></i>", "P150 P151" },
		{ "<div>x", "P150" },
		{ "{{#x}}<div>{{/x}}</div>", "P153" },
		{ "<div>{{#x}}</div>{{/x}}", "P153" },
		{ "<p {{#x}}class=\"a\">{{/x}}y</p>", "P153" },
		{ "<p class=\"{{#x}}a\"{{/x}}>y</p>", "P154" },
		{ "<!-- {{#x}} -->{{/x}}", "P154" },
		{ "<p {{x}}>y</p>", "P155" },
		{ "<p class={{x}}>y</p>", "P155" },
		{ "<p cl{{x}}=\"a\">y</p>", "P155" },
		{ "<{{x}}>y", "P155" },
		{ "<{{#x}}p{{/x}}>y", "P155 P112" },
		{ "</{{x}}>y", "P155" },
		{ "<!-- {{x}} -->", "P155" },
		{ "<script>{{x}}</script>", "P155" },
		{ "<script>{{#x}}a{{/x}}</script>", "P155" },
		{ "<p onclick=\"{{x}}\">y</p>", "P155" },
		{ "<iframe srcdoc=\"{{x}}\"></iframe>", "P155" },
		{ "{{#l}}<p id=\"a\">{{y}}</p>{{/l}}", "P156" },
		{ "<p>{{y}}</p>", "P107" },
		{ "<p>{{l}}</p>", "P108" },
		{ "{{#x}}<p>a</p>", "P110 P153" },
		{ "<p>{{x</p>", "P100" },
		{ "<p>{{>saknas}}</p>", "P113" },
	};

	(void)state;
	for (size_t i = 0; i < PK_COUNT(cases); i++) {
		char page[500];

		snprintf(page, sizeof(page), "<html><head></head><body>%s</body></html>",
				cases[i].body);
		refused(page, cases[i].codes, NULL);
	}
}

static void pages_have_a_head(void **state)
{
	(void)state;
	refused("<html><body></body></html>", "P157", NULL);
	refused("bara ord", "P157", NULL);
	refused("<!-- <html><head> -->", "P157", NULL);
	refused("", "P157", NULL);
	refused("<html><head></head><body>\xFF</body></html>", "P116", NULL);
}

static void partials_are_whole(void **state)
{
	static const char *const partials[] = { "halv", "<div>", "slut", "</div>", "sig",
		"<p>{{>sig}}</p>", "namn", "<di", NULL };

	(void)state;
	refused("<html><head></head><body>{{>halv}}</div></body></html>", "P153", partials);
	refused("<html><head></head><body><div>{{>slut}}</div></body></html>", "P151 P153", partials);
	refused("<html><head></head><body>{{>sig}}</body></html>", "P129", partials);
	refused("<html><head></head><body>{{>namn}}v></div></body></html>", "P154 P151 P150", partials);
}

static void the_place_is_the_line_of_the_file(void **state)
{
	struct pk_job *job = *state;

	assert_false(page_compiles(job, "<html>\n<head></head>\n<body>\n  <p>{{xx}}</p>\n</body></html>",
			"{\"x\": \"a\"}", NULL));
	assert_only(job, "P106", 4, 6);
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(what_is_wrong_is_told),
		cmocka_unit_test(pages_have_a_head),
		cmocka_unit_test(partials_are_whole),
		job_test(the_place_is_the_line_of_the_file),
	};

	return cmocka_run_group_tests_name("format/html_errors", tests, NULL, NULL);
}
