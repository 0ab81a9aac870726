#include "base/text.h"
#include "support/fixture.h"

static void nfd_becomes_nfc(void **state)
{
	struct pk_str s;

	assert_true(pk_text_nfc(*state, PK_STR("na\xCC\x88rvarande – A\xCC\x8A"), &s));
	assert_text(s, "närvarande – Å");
	assert_true(pk_text_nfc(*state, PK_STR("“citat” – en dag"), &s));
	assert_text(s, "“citat” – en dag");
	assert_true(pk_text_nfc(*state, PK_STR("\xE2\x84\xAB"), &s));
	assert_text(s, "Å");
}

static void keys_have_ascii_twins(void **state)
{
	(void)state;
	assert_true(pk_text_same_key(PK_STR("närvarande"), PK_STR("narvarande")));
	assert_true(pk_text_same_key(PK_STR("na\xCC\x88rvarande"), PK_STR("närvarande")));
	assert_true(pk_text_same_key(PK_STR("överklagande"), PK_STR("overklagande")));
	assert_true(pk_text_same_key(PK_STR("Åtgärd"), PK_STR("atgard")));
	assert_false(pk_text_same_key(PK_STR("plats"), PK_STR("plat")));
	assert_false(pk_text_same_key(PK_STR("nr"), PK_STR("nr ")));
}

static void likeness_counts_slips_of_the_pen(void **state)
{
	static const struct {
		const char *a, *b;
		uint32_t distance;
	} cases[] = {
		{ "beslut", "beslut", 0 },
		{ "besult", "beslut", 1 },
		{ "beslutsunderlg", "beslutsunderlag", 1 },
		{ "justerng", "justering", 1 },
		{ "paragrafr", "paragrafer", 1 },
		{ "arende", "ärende", 0 },
		{ "", "dnr", 3 },
		{ "plats", "anslag", 5 },
	};

	(void)state;
	for (size_t i = 0; i < PK_COUNT(cases); i++)
		assert_int_equal(pk_text_distance(pk_str_of(cases[i].a), pk_str_of(cases[i].b), 9),
				cases[i].distance);
	assert_int_equal(pk_text_distance(PK_STR("abcdef"), PK_STR("uvwxyz"), 2), 3);
}

static void nearest_is_near_enough_or_none(void **state)
{
	static const struct pk_str keys[] = { PK_STR_INIT("beslut"),
		PK_STR_INIT("beslutsunderlag"), PK_STR_INIT("dnr"), PK_STR_INIT("mottagare") };

	(void)state;
	assert_int_equal(pk_text_nearest(PK_STR("beslutsunderlagg"), keys, PK_COUNT(keys)), 1);
	assert_int_equal(pk_text_nearest(PK_STR("motagare"), keys, PK_COUNT(keys)), 3);
	assert_int_equal(pk_text_nearest(PK_STR("dn"), keys, PK_COUNT(keys)), 2);
	assert_int_equal(pk_text_nearest(PK_STR("väder"), keys, PK_COUNT(keys)), -1);
}

static void invalid_bytes_are_found(void **state)
{
	(void)state;
	assert_int_equal(pk_text_invalid(PK_STR("åäö §–")), strlen("åäö §–"));
	assert_int_equal(pk_text_invalid(PK_STR("ab\xE5")), 2);
	assert_int_equal(pk_text_invalid(PK_STR("\xC0\x80")), 0);
	assert_int_equal(pk_text_invalid(PK_STR("a\xED\xA0\x80")), 1);
	assert_int_equal(pk_text_width(PK_STR("a\xCC\x8A§ – 日")), 7);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		job_test(nfd_becomes_nfc),
		cmocka_unit_test(keys_have_ascii_twins),
		cmocka_unit_test(likeness_counts_slips_of_the_pen),
		cmocka_unit_test(nearest_is_near_enough_or_none),
		cmocka_unit_test(invalid_bytes_are_found),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
