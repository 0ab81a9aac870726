#include "support/fixture.h"

#include "markup/blocks.h"
#include "value/image.h"
#include "value/value.h"

static struct pk_str printed(struct pk_job *job, const struct pk_value *value)
{
	struct pk_out out = pk_out_new(job->arena, 1 << 20);
	struct pk_str text = { NULL, 0 };
	pk_value_print_json(value, &out);
	assert_true(pk_out_done(job, &out, &text));
	return text;
}

/* Reads it and prints it again. */
static struct pk_str again(struct pk_job *job, const char *json)
{
	struct pk_value value;
	if (!pk_value_read_json(job, pk_str_of(json), &value))
		fail_msg("%s\n%s", json, reports(job, PK_ENGLISH));
	return printed(job, &value);
}

static void trees_are_printed_in_order_of_names(void **state)
{
	const char *json = " { \"b\" : [ 1 , \"x\" , [ ] ] ,\n\t\"a\": {\"å\": null}, \"\": {} } ";
	assert_text(again(*state, json),
			"{\n"
			"  \"\": {},\n"
			"  \"a\": {\n"
			"    \"å\": null\n"
			"  },\n"
			"  \"b\": [\n"
			"    \"1\",\n"
			"    \"x\",\n"
			"    []\n"
			"  ]\n"
			"}\n");
	assert_silent(*state);
}

static void scalars_are_text(void **state)
{
	static const struct {
		const char *json, *expected;
	} rows[] = {
		{ "\"\"", "\"\"\n" },
		{ "85", "\"85\"\n" },
		{ "0", "\"0\"\n" },
		{ "-0.50", "\"-0.50\"\n" },
		{ "1.21", "\"1.21\"\n" },
		{ "1.1", "\"1.1\"\n" },
		{ "12E+3", "\"12E+3\"\n" },
		{ "true", "\"true\"\n" },
		{ "false", "null\n" },
		{ "null", "null\n" },
		{ "\"a\\\"\\\\\\/\\b\\f\\n\\r\\t\"", "\"a\\\"\\\\/\\u0008\\u000c\\n\\u000d\\t\"\n" },
		{ "\"\\u00e5\\u00C5\\u20ac\"", "\"åÅ€\"\n" },
		{ "\"\\ud83d\\ude00\"", "\"\xF0\x9F\x98\x80\"\n" },
		{ "\"\\u0000\"", "\"\\u0000\"\n" },
	};
	for (size_t i = 0; i < PK_COUNT(rows); i++)
		assert_text(again(*state, rows[i].json), rows[i].expected);
}

static void what_is_not_json_is_refused(void **state)
{
	static const char *const rows[] = {
		"", " ", "{", "[", "[1", "[1,", "[1,]", "[1 2]", "{\"a\"", "{\"a\":", "{\"a\":1",
		"{\"a\":1,}", "{a:1}", "{\"a\" 1}", "{\"a\":1,\"a\":2}", "1 2", "01", "-", "1.", ".5",
		"1e", "+1", "tru", "nul", "NaN", "'a'", "\"a", "\"\\x\"", "\"\\u12\"", "\"\\u12g4\"",
		"\"\\ud83d\"", "\"\\ud83d\\u0041\"", "\"\\ude00\"", "\"a\nb\"", "\"\xff\"", "\"\\",
	};
	for (size_t i = 0; i < PK_COUNT(rows); i++) {
		struct pk_job *job;
		struct pk_value value = { .kind = PK_PAGE };
		void *inner = NULL;
		(void)state;
		assert_int_equal(fixture_job(&inner), 0);
		job = inner;
		if (pk_value_read_json(job, pk_str_of(rows[i]), &value))
			fail_msg("accepted: %s", rows[i]);
		assert_only(job, "P140", 0, 0);
		assert_int_equal(value.kind, PK_PAGE);
		fixture_job_free(&inner);
	}
}

static void the_message_tells_the_byte(void **state)
{
	struct pk_value value;
	assert_false(pk_value_read_json(*state, PK_STR("{\"a\": nope}"), &value));
	assert_non_null(strstr(reports(*state, PK_ENGLISH), "byte 6 is not JSON: expected a value"));
}

static void nesting_has_a_ceiling(void **state)
{
	struct pk_job *job = *state;
	char deep[300] = "";
	struct pk_value value;
	memset(deep, '[', 64);
	memset(deep + 64, ']', 64);
	assert_true(pk_value_read_json(job, (struct pk_str){ deep, 128 }, &value));
	memset(deep, '[', 65);
	memset(deep + 65, ']', 65);
	assert_false(pk_value_read_json(job, (struct pk_str){ deep, 130 }, &value));
	assert_only(job, "P140", 0, 0);
}

static void what_json_lacks_is_an_object_of_its_own(void **state)
{
	struct pk_run run = { .kind = PK_RUN_TEXT, .text = PK_STR("Nämnden \"beslutar\"") };
	struct pk_block block = { .kind = PK_BLOCK_PARAGRAPH, .runs = &run, .n_runs = 1 };
	struct pk_blocks blocks = { .v = &block, .n = 1 };
	struct pk_image image = { .name = PK_STR("karta.png") };
	struct pk_value values[] = {
		{ .kind = PK_BLOCKS, .as.blocks = &blocks },
		{ .kind = PK_IMAGE, .as.image = &image },
		{ .kind = PK_ANCHOR, .as.anchor = 3 },
		{ .kind = PK_PAGE, .as.anchor = 4 },
	};
	struct pk_value list = { .kind = PK_LIST, .as.list = { values, PK_COUNT(values) } };
	assert_text(printed(*state, &list),
			"[\n"
			"  { \"$blocks\": \"Nämnden \\\"beslutar\\\"\" },\n"
			"  { \"$image\": \"karta.png\" },\n"
			"  { \"$anchor\": 3 },\n"
			"  { \"$page\": 4 }\n"
			"]\n");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		job_test(trees_are_printed_in_order_of_names),
		job_test(scalars_are_text),
		job_test(what_is_not_json_is_refused),
		job_test(the_message_tells_the_byte),
		job_test(nesting_has_a_ceiling),
		job_test(what_json_lacks_is_an_object_of_its_own),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
