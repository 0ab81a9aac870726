#include "support/fixture.h"

#include "yaml/node.h"

/* The word "mål" is looked for in the value of the first key and must be found in the file. */
static const struct {
	const char *text;
	uint32_t line, column;
	size_t bytes; /* of the place in the file */
} exact[] = {
	{ "text: ett mål\n", 1, 11, 4 },
	{ "å: ä ö mål é\n", 1, 8, 4 },
	{ "text: 'Bo''s mål'\n", 1, 14, 4 },
	{ "text: \"ett \\\"mål\\\" här\"\n", 1, 14, 4 },
	{ "text: ett\n  långt\n\n  mål\n", 4, 3, 4 },
	{ "text: \"ett\n  långt mål\"\n", 2, 9, 4 },
	{ "text: |\n  Första raden\n\n  Andra ö mål\n", 4, 11, 4 },
	{ "text: |-\n    Första\n      mål\n", 3, 7, 4 },
	{ "text: |2-  # kommentar\n    första\n   mål\n", 3, 4, 4 },
	{ "text: |+\n\n   ett\n   mål\n\n\n", 4, 4, 4 },
	{ "text: |\r\n  ett\r\n\r\n  mål\r\n", 4, 3, 4 },
	{ "text: >\n  ett\n  långt mål\n\n  x\n", 3, 9, 4 },
	{ "text: >-\n  ett\n    inne\n    mål\n  x\n", 4, 5, 4 },
	{ "text: |\n  a\xCC\x8A o\xCC\x88 ma\xCC\x8Al\n", 2, 9, 5 },
	{ "\xEF\xBB\xBFtext: mål\n", 1, 7, 4 },
};

static void a_word_stands_where_it_was_written(void **state)
{
	struct pk_job *job = *state;

	for (size_t i = 0; i < PK_COUNT(exact); i++) {
		uint32_t number = source_of(job, "m.yaml", exact[i].text), line, column;
		const struct pk_node *root = NULL, *scalar;
		struct pk_pos found;
		size_t at;

		assert_true(pk_yaml_read(job, number, &root));
		scalar = &root->pairs[0].value;
		at = pk_str_find(scalar->text, PK_STR("mål"), 0);
		assert_true(at < scalar->text.n);
		found = pk_node_place(job, scalar, at, strlen("mål"));
		pk_source_place(pk_source_get(job->sources, number), found.offset, &line, &column);
		if (line != exact[i].line || column != exact[i].column ||
				found.length != exact[i].bytes)
			fail_msg("%s\nfound at %u:%u, %u bytes", exact[i].text, line, column,
					found.length);
	}
}

/* Every offset of a literal text, white space and all, must hold the same byte in the file. */
static void every_byte_of_a_literal_is_found(void **state)
{
	static const char text[] = "x:\n  text: |\n    Å ä  ö\n\n      inne\n    |a|\n    slut\n";
	struct pk_job *job = *state;
	const struct pk_node *root = NULL, *scalar;

	assert_true(pk_yaml_read(job, source_of(job, "m.yaml", text), &root));
	scalar = &root->pairs[0].value.pairs[0].value;
	for (size_t i = 0; i < scalar->text.n; i++) {
		struct pk_pos at = pk_node_place(job, scalar, i, 1);

		if (((unsigned char)scalar->text.p[i] & 0xC0) != 0x80)
			assert_int_equal(text[at.offset], scalar->text.p[i]);
	}
}

static void an_escaped_text_is_shown_whole(void **state)
{
	struct pk_job *job = *state;
	const struct pk_node *root = NULL, *scalar;
	struct pk_pos at;

	assert_true(pk_yaml_read(job, source_of(job, "m.yaml", "a: \"x\\u00e5 mål\"\n"), &root));
	scalar = &root->pairs[0].value;
	at = pk_node_place(job, scalar, 4, 3);
	assert_int_equal(at.offset, scalar->at.offset);
	assert_int_equal(at.length, strlen("\"x\\u00e5 mål\""));
}

static void an_empty_value_stands_behind_its_key(void **state)
{
	struct pk_job *job = *state;
	const struct pk_node *root = NULL;
	struct pk_pos at;

	assert_true(pk_yaml_read(job, source_of(job, "m.yaml", "a: b\nkey:\n"), &root));
	at = pk_node_place(job, &root->pairs[1].value, 0, 0);
	assert_int_equal(at.offset, 9);
	assert_int_equal(at.length, 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		job_test(a_word_stands_where_it_was_written),
		job_test(every_byte_of_a_literal_is_found),
		job_test(an_escaped_text_is_shown_whole),
		job_test(an_empty_value_stands_behind_its_key),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
