/* An index finds what a walk from the first element to the last would. */
#include "xml/index.h"

#include "support/fixture.h"

static const struct pk_xml *styles(struct pk_job *job)
{
	struct pk_xml *root = NULL;

	assert_true(pk_xml_read(job, PK_STR("<s xmlns=\"urn:x\"><a n=\"b\" i=\"0\"/><a n=\"a\" i=\"1\"/>text<b "
			"n=\"a\" i=\"2\"/><a i=\"3\"/><a n=\"\" i=\"4\"/><a n=\"a\" i=\"5\"/><a n=\"ab\" "
			"i=\"6\"/></s>"), PK_STR("x"), &root));
	return root;
}

static void the_first_of_a_value_is_found_and_others_follow(void **state)
{
	static const struct {
		const char *value, *first;
		size_t like;
	} rows[] = { { "a", "1", 2 }, { "b", "0", 1 }, { "ab", "6", 1 }, { "", "4", 1 } };
	struct pk_xml_index index;

	assert_true(pk_xml_index(*state, styles(*state), "a", "n", &index));
	assert_int_equal(index.n, 5);
	for (size_t i = 0; i < PK_COUNT(rows); i++) {
		struct pk_str value = pk_str_of(rows[i].value);
		size_t at = pk_xml_index_find(&index, value), like = 0;

		assert_true(at < index.n);
		assert_text(pk_xml_get(index.v[at].node, "i"), rows[i].first);
		while (at + like < index.n && pk_str_eq(index.v[at + like].value, value))
			like++;
		assert_int_equal(like, rows[i].like);
	}
}

static void what_is_not_there_is_not_found(void **state)
{
	static const char *const values[] = { "A", "aa", "abc", "c" };
	struct pk_xml_index index;

	assert_true(pk_xml_index(*state, styles(*state), "a", "n", &index));
	for (size_t i = 0; i < PK_COUNT(values); i++)
		assert_int_equal(pk_xml_index_find(&index, pk_str_of(values[i])), index.n);
	assert_true(pk_xml_index(*state, NULL, "a", "n", &index));
	assert_int_equal(index.n, 0);
	assert_int_equal(pk_xml_index_find(&index, PK_STR("a")), 0);
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
		job_test(the_first_of_a_value_is_found_and_others_follow),
		job_test(what_is_not_there_is_not_found),
	};

	return cmocka_run_group_tests_name("xml/index", tests, NULL, NULL);
}
