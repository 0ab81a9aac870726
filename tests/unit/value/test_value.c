#include "support/fixture.h"

#include "markup/blocks.h"
#include "value/image.h"
#include "value/value.h"

static struct pk_value text(const char *words)
{
	return pk_value_text(pk_str_of(words));
}

static void fields_are_found_whatever_their_order(void **state)
{
	static const char *const names[] = {
		"rubrik", "beslut", "", "ärende", "dnr", "beslutande", "nr",
	};
	struct pk_map_builder b = { .job = *state };
	struct pk_value map;
	for (size_t i = 0; i < PK_COUNT(names); i++)
		pk_map_put(&b, pk_str_of(names[i]), text(names[i]));
	assert_true(pk_map_done(&b, &map));
	for (size_t i = 0; i < PK_COUNT(names); i++) {
		const struct pk_value *found = pk_value_get(&map, pk_str_of(names[i]));
		assert_non_null(found);
		assert_text(found->as.text, names[i]);
	}
	assert_null(pk_value_get(&map, PK_STR("besluta")));
	assert_null(pk_value_get(&map, PK_STR("å")));
	assert_null(pk_value_get(NULL, PK_STR("nr")));
}

static void only_maps_have_fields(void **state)
{
	struct pk_value word = text("nr");
	(void)state;
	assert_null(pk_value_get(&word, PK_STR("nr")));
}

static void absent_facts_are_absent_names(void **state)
{
	struct pk_map_builder b = { .job = *state };
	struct pk_value map;
	pk_map_put_text(&b, PK_STR("dnr"), PK_STR(""));
	pk_map_put_text(&b, PK_STR("nr"), PK_STR("7"));
	assert_true(pk_map_done(&b, &map));
	assert_int_equal(map.as.map.n, 1);
	assert_null(pk_value_get(&map, PK_STR("dnr")));
}

static void sections_ask_whether_there_is_something(void **state)
{
	struct pk_job *job = *state;
	struct pk_block block = { .kind = PK_BLOCK_RULE };
	struct pk_blocks no_blocks = { NULL, 0, NULL, 0 }, blocks = { &block, 1, NULL, 0 };
	struct pk_image image = { .width = 1 };
	struct pk_value item = text("x");
	struct pk_field field = { PK_STR("a"), { .kind = PK_NOTHING } };
	const struct {
		struct pk_value value;
		bool expected;
	} rows[] = {
		{ { .kind = PK_NOTHING }, false },
		{ text(""), false },
		{ text("0"), true },
		{ { .kind = PK_LIST }, false },
		{ { .kind = PK_LIST, .as.list = { &item, 1 } }, true },
		{ { .kind = PK_MAP }, false },
		{ { .kind = PK_MAP, .as.map = { &field, 1 } }, true },
		{ { .kind = PK_BLOCKS, .as.blocks = &no_blocks }, false },
		{ { .kind = PK_BLOCKS, .as.blocks = &blocks }, true },
		{ { .kind = PK_IMAGE, .as.image = &image }, true },
		{ { .kind = PK_ANCHOR, .as.anchor = 0 }, true },
		{ { .kind = PK_PAGE, .as.anchor = 0 }, true },
	};
	for (size_t i = 0; i < PK_COUNT(rows); i++)
		assert_int_equal(pk_value_true(&rows[i].value), rows[i].expected);
	assert_false(pk_value_true(NULL));
	assert_silent(job);
}

static void a_map_prints_the_field_without_a_name(void **state)
{
	struct pk_value map, word = text("x");
	assert_true(pk_value_read_json(*state, PK_STR("{\"\": \"1 maj\", \"iso\": \"x\"}"), &map));
	assert_text(pk_value_plain(&map)->as.text, "1 maj");
	assert_ptr_equal(pk_value_plain(&word), &word);
	assert_true(pk_value_read_json(*state, PK_STR("{\"iso\": \"05-01\"}"), &map));
	assert_null(pk_value_plain(&map));
	assert_null(pk_value_plain(NULL));
}

static void lists_keep_their_order(void **state)
{
	struct pk_list_builder b = { .job = *state };
	struct pk_value list;
	for (size_t i = 0; i < 100; i++)
		pk_list_put(&b, pk_value_text(pk_number(*state, i)));
	assert_true(pk_list_done(&b, &list));
	assert_int_equal(list.as.list.n, 100);
	assert_text(list.as.list.v[99].as.text, "99");
}

static void builders_remember_that_memory_ran_out(void **state)
{
	struct pk_limits small = pk_limits_default;
	struct pk_job job;
	struct pk_value value;
	(void)state;
	small.memory = 100000;
	assert_true(pk_job_init(&job, &small));
	struct pk_list_builder list = { .job = &job };
	struct pk_map_builder map = { .job = &job };
	for (size_t i = 0; i < 10000; i++) {
		pk_list_put(&list, text("x"));
		pk_map_put(&map, PK_STR("x"), text("x"));
	}
	assert_false(pk_list_done(&list, &value));
	assert_false(pk_map_done(&map, &value));
	assert_true(pk_diag_errors(job.diags) > 0);
	pk_job_free(&job);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		job_test(fields_are_found_whatever_their_order),
		job_test(only_maps_have_fields),
		job_test(absent_facts_are_absent_names),
		job_test(sections_ask_whether_there_is_something),
		job_test(a_map_prints_the_field_without_a_name),
		job_test(lists_keep_their_order),
		job_test(builders_remember_that_memory_ran_out),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
