#include "support/fixture.h"

#include "yaml/node.h"

/* Bytes that may hold NUL. */
struct bad {
	const char *name;
	struct pk_str text;
	const char *code;
	uint32_t line, column;
};

#define BYTES(literal)                                                                             \
	{                                                                                          \
		"" literal, sizeof(literal) - 1                                                    \
	}

static const struct bad bad_files[] = {
	{ "UTF-16 little endian",
			BYTES("\xFF\xFE"
			      "a\0:\0 \0b\0"),
			"P001", 1, 1 },
	{ "UTF-16 big endian", BYTES("\xFE\xFF\0a\0:\0 \0b"), "P001", 1, 1 },
	{ "UTF-16 without mark", BYTES("o\0r\0g\0a\0n\0:\0 \0x\0"), "P001", 1, 1 },
	{ "UTF-32", BYTES("\xFF\xFE\0\0a\0\0\0:\0\0\0 \0\0\0b\0\0\0"), "P001", 1, 1 },
	{ "Latin-1", BYTES("organ: N\xE4mnden\nplats: Sj\xF6n\n"), "P002", 1, 9 },
	{ "stray byte", BYTES("organ: N\xC3\xA4mnden\nplats: Sj\xFFn\n"), "P003", 2, 10 },
	{ "overlong slash", BYTES("a: b\xC3\xA4\xC3\xA4\xC3\xA4\nc: \xC0\n"), "P003", 2, 4 },
	{ "NUL", BYTES("a: b\0c och mera text\n"), "P004", 1, 5 },
	{ "bell", BYTES("a: \xC3\xA4\xC3\xA5\x07 b\n"), "P004", 1, 6 },
	{ "C1", BYTES("a: b\xC2\x96\n"), "P004", 1, 5 },
	{ "U+FFFE", BYTES("a: \xEF\xBF\xBE\n"), "P004", 1, 4 },
	{ "a mark in the middle",
			BYTES("a: b\nc: \xEF\xBB\xBF"
			      "d\n"),
			"P004", 2, 4 },
	{ "next line",
			BYTES("a: b\xC2\x85"
			      "c\n"),
			"P005", 1, 5 },
	{ "line separator",
			BYTES("a: b\nc: d\xE2\x80\xA8"
			      "e: f\n"),
			"P005", 2, 5 },
	{ "paragraph separator", BYTES("a: b\xE2\x80\xA9\n"), "P005", 1, 5 },
	{ "hard space in indentation",
			BYTES("a:\n \xC2\xA0"
			      "b: c\n"),
			"P006", 2, 2 },
	{ "hard space behind colon", BYTES("plats:\xC2\xA0Stadshuset\ntid: 13\n"), "P006", 1, 7 },
	{ "hard space behind an item's key",
			BYTES("- {a: b, c:\xC2\xA0"
			      "d}\n"),
			"P006", 1, 12 },
	{ "hard space behind dash",
			BYTES("a:\n  -\xC2\xA0"
			      "b\n"),
			"P006", 2, 4 },
	{ "tab", BYTES("a:\n\tb: c\n"), "P007", 2, 1 },
	{ "tab behind spaces", BYTES("a:\n  b: c\n  \td: e\n"), "P007", 3, 3 },
	{ "tab in running text", BYTES("a: |\n  text\n  \t- punkt\n"), "P007", 3, 3 },
};

static const struct pk_node *read_bytes(struct pk_job *job, struct pk_str text)
{
	struct pk_source source = { .name = PK_STR("m.yaml"), .text = text };
	const struct pk_node *root = NULL;
	uint32_t number = 0;

	assert_true(pk_source_add(job, &source, &number));
	return pk_yaml_read(job, number, &root) ? root : NULL;
}

static void each_bad_file_has_its_message(void **state)
{
	(void)state;
	for (size_t i = 0; i < PK_COUNT(bad_files); i++) {
		void *own = NULL;

		assert_int_equal(fixture_job(&own), 0);
		print_message("# %s\n", bad_files[i].name);
		assert_null(read_bytes(own, bad_files[i].text));
		assert_only(own, bad_files[i].code, bad_files[i].line, bad_files[i].column);
		fixture_job_free(&own);
	}
}

static void good_bytes_are_read(void **state)
{
	static const struct pk_str good[] = {
		BYTES("\xEF\xBB\xBForgan: N\xC3\xA4mnden\n"),
		BYTES("organ: N\xC3\xA4mnden\r\nplats: x\r\n"),
		BYTES("summa: Totalt:\xC2\xA0"
		      "100\xC2\xA0kr\n"),
		BYTES("text: |\n  Summa:\xC2\xA0"
		      "100 kr\n  \xC2\xA0indragen\n"),
		BYTES("a: b\t# kommentar\nc: d\n"),
		BYTES("a: b\n\t\nc: d\n"),
		BYTES("a: |\n  b\n\n  \n  c\td\n"),
		BYTES("a: \xF0\x9F\x99\x82 \xE2\x80\x93\n"),
	};

	for (size_t i = 0; i < PK_COUNT(good); i++) {
		assert_non_null(read_bytes(*state, good[i]));
		assert_silent(*state);
	}
}

static void all_findings_are_told_at_once(void **state)
{
	struct pk_job *job = *state;

	static const char expected[] = "P004:4 P005:10 P006:19 P020:31 P007:46 ";
	struct pk_out out = pk_out_new(job->arena, 1000);

	assert_null(read_bytes(job, (struct pk_str)BYTES("a: b\x07\nc: d\xC2\x85\nplats:\xC2\xA0x\n"
							 "rubrik: Budget: ram\ne:\n\tf: g\n")));
	pk_diag_sort(job->diags);
	for (uint32_t i = 0; i < pk_diag_count(job->diags); i++) {
		const struct pk_report *report = pk_diag_get(job->diags, i);

		pk_put_c(&out, pk_message_code(report->message));
		pk_put_byte(&out, ':');
		pk_put_uint(&out, report->at.offset);
		pk_put_byte(&out, ' ');
	}
	assert_text(pk_out_str(&out), expected);
}

static void latin_names_the_letter(void **state)
{
	struct pk_job *job = *state;
	const char *said;

	assert_null(read_bytes(job, (struct pk_str)BYTES("tid: 13\x96"
							 "16\norgan: N\xE4mnden\n")));
	assert_only(job, "P002", 2, 9);
	said = reports(job, PK_SWEDISH);
	assert_non_null(strstr(said, "här står ä som en enda byte"));
	assert_non_null(strstr(said, "spara den som UTF-8"));
}

static void findings_end_at_the_limit(void **state)
{
	struct pk_job *job = *state;
	char *text = pk_alloc(job, 1, 100000);

	memset(text, 7, 100000);
	assert_null(read_bytes(job, (struct pk_str){ text, 100000 }));
	assert_true(pk_diag_count(job->diags) <= job->limits->messages + 1);
}

static void a_file_too_large_is_refused(void **state)
{
	struct pk_job *job = *state;
	struct pk_limits limits = pk_limits_default;

	limits.yaml_bytes = 10;
	job->limits = &limits;
	assert_null(read_bytes(job, PK_STR("abcd: efghi\n")));
	assert_only(job, "P017", 1, 1);
	job->limits = &pk_limits_default;
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(each_bad_file_has_its_message),
		job_test(good_bytes_are_read),
		job_test(all_findings_are_told_at_once),
		job_test(latin_names_the_letter),
		job_test(findings_end_at_the_limit),
		job_test(a_file_too_large_is_refused),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
