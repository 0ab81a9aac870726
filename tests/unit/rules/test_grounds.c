#include "support/fixture.h"

#include "rules/findings.h"

/* Every message of the rules. */
static const enum pk_message rules[] = {
#define M(id, code, level, sv, en, hint_sv, hint_en) PK_M_##id,
#include "base/messages/rules.def"
#undef M
};

static void every_rule_says_why(void **state)
{
	(void)state;
	for (size_t i = 0; i < PK_COUNT(rules); i++) {
		struct pk_str code = pk_str_of(pk_message_code(rules[i]));
		const char *sv = pk_rule_explain(code, PK_SWEDISH), *en = pk_rule_explain(code, PK_ENGLISH);

		if (sv == NULL || en == NULL || *sv == '\0' || *en == '\0' || pk_rule_ground(code) == NULL)
			fail_msg("%s has no explanation", code.p);
		if (!pk_str_ends(pk_str_of(sv), PK_STR(".")) || !pk_str_ends(pk_str_of(en), PK_STR(".")))
			fail_msg("%s is not explained in whole sentences", code.p);
	}
}

/* What the message names in parentheses is its ground, or a part of it. */
static void the_message_names_the_ground(void **state)
{
	(void)state;
	for (size_t i = 0; i < PK_COUNT(rules); i++) {
		struct pk_str text = pk_str_of(pk_message_text(rules[i], PK_SWEDISH));
		struct pk_str ground = pk_str_of(pk_rule_ground(pk_str_of(pk_message_code(rules[i]))));
		size_t open = pk_str_find(text, PK_STR("(KL "), 0);
		struct pk_str named = pk_str_slice(text, open + 1, open + 1 + strlen("KL 5 kap."));

		if (open < text.n && pk_str_find(ground, named, 0) == ground.n)
			fail_msg("%s names %.*s", pk_message_code(rules[i]), (int)named.n, named.p);
	}
}

static void other_codes_have_none(void **state)
{
	(void)state;
	assert_null(pk_rule_ground(PK_STR("P001")));
	assert_null(pk_rule_explain(PK_STR("P999"), PK_ENGLISH));
	assert_string_equal(pk_rule_ground(PK_STR("P303")), "KL 4 kap. 27 §");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_rule_says_why),
		cmocka_unit_test(the_message_names_the_ground),
		cmocka_unit_test(other_codes_have_none),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
