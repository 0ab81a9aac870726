/* {{>x}}: another template's blocks. */
#include "tiny.h"

#include "support/fixture.h"

/* The templates that a test has. */
struct shelf {
	enum tiny_format format;
	const char *const (*partials)[2];     /* name and lines, ends with NULL */
};

static bool take(struct pk_job *job, void *self, struct pk_str name, struct pk_pos at,
		const struct pk_package **ret)
{
	const struct shelf *shelf = self;
	for (size_t i = 0; shelf->partials[i][0] != NULL; i++) {
		if (!pk_str_is(name, shelf->partials[i][0]))
			continue;
		*ret = tiny_template(job, shelf->format, TINY_BODY, shelf->partials[i][1]);
		return true;
	}
	return pk_fail(job, PK_M_PARTIAL_UNKNOWN, at, name);
}

static bool compile(struct pk_job *job, struct shelf *shelf, const char *lines,
		const struct pk_template **ret)
{
	struct pk_compile_options options = { .name = PK_STR("mall"), .partial = take,
		.self = shelf };
	return pk_format_find(pk_str_of(tiny_format_names[shelf->format]))->compile(job,
			tiny_template(job, shelf->format, TINY_BODY, lines), &options, ret);
}

static void a_partial_stands_in_place_of_its_paragraph(void **state)
{
	static const char *const partials[][2] = { { "huvud", "# {{rubrik}}\n{{>fot}}\nslut" },
		{ "fot", "{{#x}}\n{{.}}\n{{/x}}" }, { NULL, NULL } };
	for (enum tiny_format format = 0; format < TINY_FORMATS; format++) {
		struct pk_job *job = *state;
		struct shelf shelf = { format, partials };
		const struct pk_format *to = pk_format_find(pk_str_of(tiny_format_names[format]));
		struct pk_value values = tiny_values(job, PK_STR("{\"rubrik\": \"R\", \"x\": "
				"[\"a\", \"b\"]}"));
		const struct pk_template *t;
		struct pk_document *document;
		struct pk_package *package;
		assert_true(compile(job, &shelf, "före\n{{>huvud}}\n{{>fot}}\nefter", &t));
		assert_true(to->render(job, t, &values, &document));
		assert_true(to->finish(job, document, NULL, &package));
		assert_text(tiny_text(job, format, TINY_BODY, package),
				"före\n# R\na\nb\nslut\na\nb\nefter");
	}
}

static void refused(enum tiny_format format, const char *const (*partials)[2], const char *code,
		const char *words)
{
	struct pk_job job;
	struct shelf shelf = { format, partials };
	const struct pk_template *t;
	assert_true(pk_job_init(&job, &pk_limits_default));
	assert_false(compile(&job, &shelf, "{{>a}}", &t));
	assert_int_equal(pk_diag_count(job.diags), 1);
	assert_string_equal(pk_message_code(pk_diag_get(job.diags, 0)->message), code);
	if (strstr(reports(&job, PK_SWEDISH), words) == NULL)
		fail_msg("%s", reports(&job, PK_SWEDISH));
	pk_job_free(&job);
}

static void a_partial_that_takes_in_itself_is_refused(void **state)
{
	static const char *const partials[][2] = { { "a", "{{>b}}" }, { "b", "x\n{{>a}}" },
		{ NULL, NULL } };
	(void)state;
	refused(TINY_ODT, partials, "P129", "a → b → a");
	refused(TINY_DOCX, partials, "P129", "a → b → a");
}

static void a_partial_with_a_list_of_its_own_is_refused_in_docx(void **state)
{
	static const char *const partials[][2] = { { "a", "1. ett" }, { NULL, NULL } };
	(void)state;
	refused(TINY_DOCX, partials, "P130", "listor");
}

static void a_partial_that_is_not_there_is_told(void **state)
{
	static const char *const partials[][2] = { { NULL, NULL } };
	(void)state;
	refused(TINY_ODT, partials, "P113", "{{>a}}");
}

static void automatic_styles_come_along_in_odt(void **state)
{
	static const char *const partials[][2] = { { "a", "Hej ~du" }, { NULL, NULL } };
	struct pk_job *job = *state;
	struct shelf shelf = { TINY_ODT, partials };
	const struct pk_format *odt = pk_format_find(PK_STR("odt"));
	struct pk_value values = tiny_values(job, PK_STR("{}"));
	const struct pk_template *t;
	struct pk_document *document;
	struct pk_package *package;
	assert_true(compile(job, &shelf, "{{>a}}", &t));
	assert_true(odt->render(job, t, &values, &document));
	assert_true(odt->finish(job, document, NULL, &package));
	struct pk_str body = tiny_body(job, TINY_ODT, package), used = PK_STR("<text:span text:style-name=\"d1_T1\">");
	struct pk_str made = PK_STR("<style:style style:name=\"d1_T1\"");
	assert_true(pk_str_find(body, used, 0) < body.n);
	assert_true(pk_str_find(body, made, 0) < body.n);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		job_test(a_partial_stands_in_place_of_its_paragraph),
		cmocka_unit_test(a_partial_that_takes_in_itself_is_refused),
		cmocka_unit_test(a_partial_with_a_list_of_its_own_is_refused_in_docx),
		cmocka_unit_test(a_partial_that_is_not_there_is_told),
		job_test(automatic_styles_come_along_in_odt),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
