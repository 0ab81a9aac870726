/* Templates that nobody would write but to do harm: each ends soon, with a message. */
#include "unit/template/fill.h"

/* The text so many times over, NUL terminated. */
static const char *times(struct pk_job *job, const char *text, size_t n, struct pk_out *out)
{
	*out = pk_out_new(job->arena, (size_t)64 << 20);
	for (size_t i = 0; i < n; i++)
		pk_put_c(out, text);
	pk_put_byte(out, '\0');
	assert_false(out->failed);
	return out->p;
}

static void refuse(struct pk_job *job, const struct text_case *row, const char *code)
{
	const struct pk_text_template *template;
	assert_false(compile(job, row, &template));
	assert_string_equal(pk_message_code(pk_diag_get(job->diags, 0)->message), code);
	assert_int_equal(pk_diag_count(job->diags), 1);
}

/* Compiles, then fails at filling. */
static void stop(struct pk_job *job, const struct text_case *row, const char *code)
{
	const struct pk_text_template *template = NULL;
	struct pk_value root = json(job, row->json);
	struct pk_out out = pk_out_new(job->arena, job->limits->output_bytes);
	assert_true(compile(job, row, &template));
	assert_false(pk_text_render(job, template, &root, &out));
	assert_int_equal(pk_diag_count(job->diags), 1);
	assert_string_equal(pk_message_code(pk_diag_get(job->diags, 0)->message), code);
}

static void ten_thousand_sections_inside_each_other(void **state)
{
	struct pk_out out;
	const struct text_case row = { .text = times(*state, "{{#a}}", 10000, &out) };
	refuse(*state, &row, "P103");
	assert_only(*state, "P103", 1, 64 * 6 + 1);
}

static void as_many_sections_as_are_allowed(void **state)
{
	struct pk_out out;
	const char *open = times(*state, "{{#a}}", 64, &out);
	struct pk_out closing;
	const char *close = times(*state, "{{/a}}", 64, &closing);
	struct pk_str text;
	assert_true(pk_join(*state, &text, pk_str_of(open), PK_STR("x"), pk_str_of(close)));
	const struct text_case row = { .text = text.p, .json = "{\"a\": true}" };
	assert_text(fill(*state, &row), "x");
}

static void more_tags_than_a_program_holds(void **state)
{
	struct pk_out out;
	const struct text_case row = { .text = times(*state, "{{a}}", 200001, &out) };
	refuse(*state, &row, "P104");
}

static void more_unknown_names_than_anybody_reads(void **state)
{
	struct pk_job *job = *state;
	struct pk_out out;
	const struct text_case row = {
		.text = times(job, "{{x}}{{datun}}", 100000, &out), .model = "{\"datum\": \"d\"}",
	};
	const struct pk_text_template *template;
	assert_false(compile(job, &row, &template));
	assert_int_equal(pk_diag_errors(job->diags), 200000);
	assert_int_equal(pk_diag_count(job->diags), job->limits->messages);
}

static void a_partial_that_calls_itself_for_ever(void **state)
{
	const struct text_case row = {
		.text = "x\n{{>a}}\n", .json = "{}",
		.partials = "{\"a\": \" {{>b}}\\n\", \"b\": \"{{>a}}\"}",
	};
	stop(*state, &row, "P114");
	assert_only(*state, "P114", 2, 1);
}

static void a_recursive_partial_under_a_model(void **state)
{
	const struct text_case row = {
		.text = "{{>a}}", .json = "{\"u\": [{\"u\": [{\"u\": []}]}]}",
		.model = "{\"u\": [{\"u\": [{\"u\": []}]}]}",
		.partials = "{\"a\": \"({{#u}}{{>a}}{{/u}})\"}",
	};
	assert_text(fill(*state, &row), "((()))");
}

static void partials_that_double_at_each_step(void **state)
{
	const struct text_case row = {
		.text = "{{>a}}", .json = "{}",
		.partials = "{\"a\": \"{{>b}}{{>b}}\", \"b\": \"{{>c}}{{>c}}\","
			" \"c\": \"{{>a}}{{>a}}\"}",
	};
	stop(*state, &row, "P114");
}

/* Ten items in eight sections inside each other: a hundred million turns. */
static void repetitions_inside_repetitions(void **state)
{
	const struct text_case row = {
		.text = "{{#a}}{{#a}}{{#a}}{{#a}}{{#a}}{{#a}}{{#a}}{{#a}}{{/a}}{{/a}}{{/a}}{{/a}}"
			"{{/a}}{{/a}}{{/a}}{{/a}}",
		.json = "{\"a\": [1, 2, 3, 4, 5, 6, 7, 8, 9, 0]}",
	};
	stop(*state, &row, "P115");
}

static void more_output_than_is_allowed(void **state)
{
	struct pk_job *job = *state;
	const struct text_case row = {
		.text = "{{#a}}{{#a}}{{#a}}{{#a}}{{b}}{{/a}}{{/a}}{{/a}}{{/a}}",
		.json = "{\"a\": [1, 2, 3, 4, 5, 6, 7, 8, 9, 0], \"b\": \"tio tecken\"}",
	};
	const struct pk_text_template *template = NULL;
	struct pk_value root = json(job, row.json);
	struct pk_out out = pk_out_new(job->arena, 50000);
	struct pk_str text;
	assert_true(compile(job, &row, &template));
	assert_true(pk_text_render(job, template, &root, &out));
	assert_false(pk_out_done(job, &out, &text));
	assert_only(job, "P901", 0, 0);
}

static void bytes_that_are_no_text(void **state)
{
	const struct text_case row = { .text = "abc\n\xE5{{a}}" };
	refuse(*state, &row, "P116");
	assert_only(*state, "P116", 2, 1);
}

static void names_of_nothing_but_dots(void **state)
{
	const struct text_case row = {
		.text = "[{{..}}{{...}}{{#..}}x{{/..}}{{^?}}y{{/?}}]",
		.json = "{\"\": {\"\": \"fel\"}}",
	};
	assert_true(fill(*state, &row).n > 0);
	assert_silent(*state);
}

/* Whatever byte the memory runs out at: a message, or the right text. */
static void memory_that_runs_out_anywhere(void **state)
{
	static const struct text_case row = {
		.text = "{{#a}}{{nummer}}{{#b?}}{{c.d}}{{/b?}}\n  {{>p}}\n{{/a}}", .partials = "{}",
	};
	struct pk_limits limits = pk_limits_default;
	(void)state;
	for (limits.memory = 1; limits.memory < 40000; limits.memory += 97) {
		struct pk_job job;
		const struct pk_text_template *template;
		struct pk_text_options options = { .html = true };
		struct pk_value item = pk_value_text(PK_STR("x"));
		struct pk_field field = { PK_STR("a"), { .kind = PK_LIST, .as.list = { &item, 1 } } };
		struct pk_value root = { .kind = PK_MAP, .as.map = { &field, 1 } };
		if (!pk_job_init(&job, &limits))
			continue;
		struct pk_out out = pk_out_new(job.arena, 10000);
		struct pk_str text = { NULL, 0 };
		if (pk_text_compile(&job, pk_str_of(row.text), 0, &options, &template) &&
				pk_text_render(&job, template, &root, &out) &&
				pk_out_done(&job, &out, &text))
			assert_text(text, "1\n");
		else
			assert_true(pk_diag_errors(job.diags) > 0);
		pk_job_free(&job);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		job_test(ten_thousand_sections_inside_each_other),
		job_test(as_many_sections_as_are_allowed),
		job_test(more_tags_than_a_program_holds),
		job_test(more_unknown_names_than_anybody_reads),
		job_test(a_partial_that_calls_itself_for_ever),
		job_test(a_recursive_partial_under_a_model),
		job_test(partials_that_double_at_each_step),
		job_test(repetitions_inside_repetitions),
		job_test(more_output_than_is_allowed),
		job_test(bytes_that_are_no_text),
		job_test(names_of_nothing_but_dots),
		job_test(memory_that_runs_out_anywhere),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
