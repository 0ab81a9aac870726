#include "support/fixture.h"

static void next_cuts_every_piece(void **state)
{
	struct pk_str rest = PK_STR("a,,b"), piece;

	(void)state;
	assert_true(pk_str_next(&rest, ',', &piece));
	assert_text(piece, "a");
	assert_true(pk_str_next(&rest, ',', &piece));
	assert_text(piece, "");
	assert_true(pk_str_next(&rest, ',', &piece));
	assert_text(piece, "b");
	assert_false(pk_str_next(&rest, ',', &piece));
}

static void find_sees_first_last_and_none(void **state)
{
	struct pk_str s = PK_STR("aab-ab");

	(void)state;
	assert_int_equal(pk_str_find(s, PK_STR("ab"), 0), 1);
	assert_int_equal(pk_str_find(s, PK_STR("ab"), 2), 4);
	assert_int_equal(pk_str_find(s, PK_STR("ab"), 5), s.n);
	assert_int_equal(pk_str_find(s, PK_STR("aab-abx"), 0), s.n);
	assert_int_equal(pk_str_find(PK_STR(""), PK_STR("a"), 0), 0);
}

static void trim_takes_no_break_spaces_too(void **state)
{
	(void)state;
	assert_text(pk_str_trim(PK_STR("\xC2\xA0 \t a b\r\n")), "a b");
	assert_text(pk_str_trim(PK_STR(" \xC2\xA0")), "");
	assert_text(pk_str_trim(PK_STR("å")), "å");
}

static void numbers_have_limits(void **state)
{
	uint32_t n = 7;

	(void)state;
	assert_true(pk_str_uint(PK_STR("330"), &n));
	assert_int_equal(n, 330);
	assert_false(pk_str_uint(PK_STR(""), &n));
	assert_false(pk_str_uint(PK_STR("12a"), &n));
	assert_false(pk_str_uint(PK_STR("1234567890"), &n));
	assert_int_equal(n, 330);
}

static void order_is_by_bytes(void **state)
{
	(void)state;
	assert_true(pk_str_cmp(PK_STR("a"), PK_STR("ab")) < 0);
	assert_true(pk_str_cmp(PK_STR("b"), PK_STR("ab")) > 0);
	assert_true(pk_str_cmp(PK_STR("z"), PK_STR("å")) < 0);
	assert_int_equal(pk_str_cmp(PK_STR(""), PK_STR("")), 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(next_cuts_every_piece),
		cmocka_unit_test(find_sees_first_last_and_none),
		cmocka_unit_test(trim_takes_no_break_spaces_too),
		cmocka_unit_test(numbers_have_limits),
		cmocka_unit_test(order_is_by_bytes),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
