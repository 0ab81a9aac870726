/* Small things that rendering is made of: widths of columns, addresses. */
#include "made.h"

#include "format/common/columns.h"
#include "format/common/uri.h"
#include "markup/blocks.h"

static void share(struct pk_job *job, const char *markdown, int32_t width, int32_t *ret)
{
	const struct pk_blocks *blocks;

	assert_true(pk_markup_parse(job, pk_str_of(markdown), NULL, &blocks));
	assert_int_equal(blocks->v[0].kind, PK_BLOCK_TABLE);
	pk_columns_share(&blocks->v[0], width, ret);
}

static void columns_share_the_width_by_content(void **state)
{
	struct pk_job *job = *state;
	int32_t w[4];

	share(job, "| Nr | Rubrik som behöver mer plats |\n|---|---|\n| 1 | x |", 9638, w);
	assert_int_equal(w[0] + w[1], 9638);
	assert_true(w[1] > 3 * w[0]);

	/* The same in each: the same width, what is left over in the first. */
	share(job, "| a | b | c |\n|---|---|---|\n| a | b | c |", 1000, w);
	assert_int_equal(w[0], 334);
	assert_int_equal(w[1], 333);
	assert_int_equal(w[2], 333);
}

static void long_text_does_not_squeeze_numbers(void **state)
{
	struct pk_job *job = *state;
	int32_t w[2];

	share(job,
			"| Belopp, kr | Text |\n|---:|---|\n| 1 234 567 | Ett ord och många flera "
			"ord som "
			"fortsätter så långt att raden inte räcker till för dem, inte ens två "
			"rader, utan "
			"det blir tre eller fyra av dem innan det är slut på texten i den här "
			"cellen |",
			9638, w);
	assert_int_equal(w[0] + w[1], 9638);
	/* Ten characters of 118 and the padding. */
	assert_true(w[0] >= 10 * 118);
}

static void a_table_without_words_is_shared_alike(void **state)
{
	struct pk_job *job = *state;
	int32_t w[2];

	share(job, "|  |  |\n|---|---|\n|  |  |", 1, w);
	assert_int_equal(w[0] + w[1], 1);
}

static void addresses_are_encoded_once(void **state)
{
	static const char *const cases[][2] = {
		{ "https://x.se/a?b=1&c=2#d", "https://x.se/a?b=1&c=2#d" },
		{ "https://x.se/å ä", "https://x.se/%C3%A5%20%C3%A4" },
		{ "https://x.se/%20a%2", "https://x.se/%20a%252" },
		{ "https://x.se/#a#b", "https://x.se/#a%23b" },
		{ "https://x.se/\"<>\\^`{|}[]", "https://x.se/%22%3C%3E%5C%5E%60%7B%7C%7D%5B%5D" },
	};
	struct pk_job *job = *state;

	for (size_t i = 0; i < PK_COUNT(cases); i++) {
		struct pk_str uri;

		assert_true(pk_uri_encode(job, pk_str_of(cases[i][0]), &uri));
		assert_text(uri, cases[i][1]);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		job_test(columns_share_the_width_by_content),
		job_test(long_text_does_not_squeeze_numbers),
		job_test(a_table_without_words_is_shared_alike),
		job_test(addresses_are_encoded_once),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
