/* Archives from anyone: what is sound is read, all else is refused with its reason. */
#include "package/package.h"

#include "support/fixture.h"
#include "zipmaker.h"

#define S(literal)                                                                                 \
	{                                                                                          \
		"" literal, sizeof(literal) - 1                                                    \
	}

static void assert_part(struct pk_job *job, const struct pk_package *package, const char *name,
		const char *expected)
{
	struct pk_str bytes = PK_STR("");
	int i = pk_package_find(package, pk_str_of(name));

	assert_true(i >= 0);
	assert_true(pk_package_bytes(job, package, (size_t)i, &bytes));
	assert_text(bytes, expected);
}

static struct pk_package *opened(struct pk_job *job, struct pk_str zip)
{
	struct pk_package *package = NULL;

	if (!pk_package_read(job, zip, PK_STR("mall.odt"), &package))
		fail_msg("%s", reports(job, PK_ENGLISH));
	assert_silent(job);
	return package;
}

static void sound_archives_are_read(void **state)
{
	static const struct zip_claim claims[] = {
		{ "mimetype", S("application/x"), 0 },
		{ "content.xml", S("<a>aaaaaaaaaaaaaaaaaaaaaaaaaa</a>"), 8 },
		{ "Pictures/", S(""), 0 },
		{ "Pictures/å.png", S("png"), 0, 0x0800 },
		{ "tom", S(""), 8 },
	};
	struct pk_job *job = *state;
	struct pk_package *package = opened(job, zip_made(job, claims, PK_COUNT(claims), NULL));

	/* Folders are no parts. */
	assert_int_equal(pk_package_count(package), 4);
	assert_text(pk_package_name(package, 0), "mimetype");
	assert_text(pk_package_name(package, 2), "Pictures/å.png");
	assert_part(job, package, "mimetype", "application/x");
	assert_part(job, package, "content.xml", "<a>aaaaaaaaaaaaaaaaaaaaaaaaaa</a>");
	assert_part(job, package, "Pictures/å.png", "png");
	assert_part(job, package, "tom", "");
	assert_int_equal(pk_package_find(package, PK_STR("Mimetype")), -1);
}

static void an_archive_of_nothing_is_read(void **state)
{
	assert_int_equal(pk_package_count(opened(*state, zip_made(*state, NULL, 0, NULL))), 0);
}

static void sizes_may_stand_behind_the_data(void **state)
{
	static const struct zip_claim claim = { "a", S("abc"), 8, 1 << 3 };
	static const struct zip_frame frame = { .between = S("PK\7\10crccpackunpa") };
	static const struct zip_claim lying = { "a", S("abc"), 8, 1 << 3, .local_size = 77 };

	assert_part(*state, opened(*state, zip_made(*state, &claim, 1, &frame)), "a", "abc");
	assert_part(*state, opened(*state, zip_made(*state, &lying, 1, NULL)), "a", "abc");
}

/* One claim, one frame, the code expected. */
struct row {
	const char *what, *code;
	struct zip_claim claims[2];
	struct zip_frame frame;
};

static void assert_refused(struct pk_str (*make)(struct pk_job *, const void *), const void *what,
		const char *label, const char *code)
{
	void *own = NULL;
	struct pk_package *package = NULL;
	struct pk_job *job;

	fixture_job(&own);
	job = own;
	if (pk_package_read(job, make(job, what), PK_STR("mall.odt"), &package))
		fail_msg("accepted: %s", label);
	if (pk_diag_count(job->diags) != 1 ||
			strcmp(code, pk_message_code(pk_diag_get(job->diags, 0)->message)) != 0)
		fail_msg("%s: expected %s, got %s", label, code, reports(job, PK_ENGLISH));
	assert_null(package);
	fixture_job_free(&own);
}

static struct pk_str make_row(struct pk_job *job, const void *what)
{
	const struct row *row = what;

	return zip_made(job, row->claims, row->claims[1].name == NULL ? 1 : 2, &row->frame);
}

static void bad_archives_are_refused(void **state)
{
	static const struct row rows[] = {
		/* names */
		{ "up", "P194", { { "../a", S("") } } },
		{ "up inside", "P194", { { "a/../../b", S("") } } },
		{ "dot", "P194", { { "./a", S("") } } },
		{ "up at the end", "P194", { { "a/..", S("") } } },
		{ "absolute", "P194", { { "/etc/passwd", S("") } } },
		{ "drive", "P194", { { "C:a", S("") } } },
		{ "backslash", "P194", { { "a\\b", S("") } } },
		{ "control", "P194", { { "a\nb", S("") } } },
		{ "two slashes", "P194", { { "a//b", S("") } } },
		{ "empty", "P194", { { "", S("") } } },
		{ "no UTF-8", "P194", { { "\xE5", S("") } } },
		{ "twice", "P195", { { "a", S("1") }, { "a", S("2") } } },
		{ "twice but for case", "P195", { { "Word/A", S("1") }, { "word/a", S("2") } } },
		/* ways of packing */
		{ "bzip2", "P196", { { "a", S("x"), 12 } } },
		{ "encrypted", "P190", { { "a", S("x"), 0, 1 } } },
		{ "strongly encrypted", "P190", { { "a", S("x"), 0, 1 | 1 << 6 } } },
		/* lies */
		{ "CRC of stored", "P191", { { "a", S("abc"), 0, .crc = 7 } } },
		{ "CRC of deflated", "P191", { { "a", S("abc"), 8, .crc = 7 } } },
		{ "smaller than it is", "P191", { { "a", S("abcdef"), 8, .size = 3 } } },
		{ "larger than it is", "P191", { { "a", S("abcdef"), 8, .size = 30 } } },
		{ "stored of two sizes", "P191", { { "a", S("abcdef"), 0, .size = 3 } } },
		{ "fewer entries than there are", "P191", { { "a", S("x") }, { "b", S("") } },
				{ .count = 1 } },
		{ "beyond the end", "P191", { { "a", S("abc"), 8, .packed = 5000 } } },
		{ "two names", "P191", { { "a", S("abc"), .local_name = "b" } } },
		{ "two sizes", "P191", { { "a", S("abc"), 8, .local_size = 4 } } },
		{ "folder with contents", "P191", { { "a/", S("abc") } } },
		{ "zip64", "P191", { { "a", S("abc"), 8, .offset = 0xFFFFFFFF } } },
		{ "offset beyond", "P191", { { "a", S("abc"), 8, .offset = 5000 } } },
		{ "the same bytes twice", "P191",
				{ { "a", S("abc") }, { "b", S("abc"), .offset = 1 } } },
		{ "more entries than there are", "P191", { { "a", S("") } }, { .count = 3 } },
		/* more than an archive */
		{ "something before", "P189", { { "a", S("") } }, { .before = S("#!/bin/sh\n") } },
		{ "a header before", "P191", { { "a", S("") } }, { .before = S("PK\3\4") } },
		{ "something after", "P191", { { "a", S("") } }, { .after = S("x") } },
		{ "comment", "P191", { { "a", S("") } }, { .comment = "hej" } },
	};

	(void)state;
	for (size_t i = 0; i < PK_COUNT(rows); i++)
		assert_refused(make_row, &rows[i], rows[i].what, rows[i].code);
}

static struct pk_str make_text(struct pk_job *job, const void *what)
{
	(void)job;
	return *(const struct pk_str *)what;
}

static void other_files_are_told_apart(void **state)
{
	static const struct {
		struct pk_str bytes;
		const char *code;
	} rows[] = {
		{ S(""), "P189" },
		{ S("P"), "P189" },
		{ S("<html><body>Protokoll</body></html>"), "P189" },
		{ S("%PDF-1.7"), "P189" },
		{ S("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1 Word 97"), "P190" },
		{ S("PK\3\4"), "P191" },
		{ S("PK\3\4 and then cut off in the middle"), "P191" },
		{ S("PK\5\6"), "P191" },
	};

	(void)state;
	for (size_t i = 0; i < PK_COUNT(rows); i++)
		assert_refused(make_text, &rows[i].bytes, rows[i].bytes.p, rows[i].code);
}

static void odf_encryption_is_seen_in_the_manifest(void **state)
{
	static const struct row row = { "odf", "P190",
		{ { "META-INF/manifest.xml", S("<manifest:manifest><manifest:file-entry><manifest:"
					       "encryption-data/>") } } };

	(void)state;
	assert_refused(make_row, &row, row.what, row.code);
}

/* Every archive cut short is refused; none makes us read outside the bytes. */
static void cut_archives_are_refused(void **state)
{
	static const struct zip_claim claims[] = { { "mimetype", S("x") },
		{ "a", S("abcabcabc"), 8 } };
	struct pk_job *job = *state;
	struct pk_str zip = zip_made(job, claims, PK_COUNT(claims), NULL);

	for (size_t n = 0; n < zip.n; n++) {
		struct pk_str cut = repeated(job, 0, n);

		memcpy((void *)(uintptr_t)cut.p, zip.p, n);
		assert_refused(make_text, &cut, "cut", n < 4 ? "P189" : "P191");
	}
}

/* A changed byte is refused, or read as an archive whose parts can all be had. */
static void changed_bytes_do_no_harm(void **state)
{
	static const struct zip_claim claims[] = { { "mimetype", S("x") },
		{ "a", S("abcabcabc"), 8 } };
	struct pk_job *job = *state;
	struct pk_str zip = zip_made(job, claims, PK_COUNT(claims), NULL);

	for (size_t i = 0; i < zip.n * 3; i++) {
		static const unsigned char flips[] = { 0x01, 0x80, 0xFF };
		void *own = NULL;
		struct pk_package *package = NULL;

		fixture_job(&own);
		struct pk_str copy = repeated(own, 0, zip.n);
		char *bytes = (char *)(uintptr_t)copy.p;
		memcpy(bytes, zip.p, zip.n);
		bytes[i / 3] ^= (char)flips[i % 3];
		bool done = pk_package_read(own, copy, PK_STR("x"), &package);
		assert_int_equal(pk_diag_errors(((struct pk_job *)own)->diags), done ? 0 : 1);
		if (done)
			assert_int_equal(pk_package_count(package), 2);
		fixture_job_free(&own);
	}
}

static void assert_limit(struct pk_job *job, const struct pk_limits *limits,
		const struct zip_claim *claims, size_t n, const char *code)
{
	struct pk_str zip = zip_made(job, claims, n, NULL);
	struct pk_package *package;

	job->limits = limits;
	bool done = pk_package_read(job, zip, PK_STR("mall.odt"), &package);
	job->limits = &pk_limits_default;
	if (code == NULL) {
		assert_true(done);
		assert_silent(job);
	} else {
		assert_false(done);
		assert_only(job, code, 0, 0);
	}
}

static void entries_have_a_limit(void **state)
{
	static const struct zip_claim claims[] = { { "a", S("") }, { "b", S("") }, { "c", S("") } };
	struct pk_limits limits = pk_limits_default;

	limits.zip_entries = 2;
	assert_limit(*state, &limits, claims, 2, NULL);
	assert_limit(*state, &limits, claims, 3, "P193");
}

static void a_part_has_a_limit(void **state)
{
	static const struct zip_claim claims[] = { { "a", S("12345678") },
		{ "b", S("123456789") } };
	struct pk_limits limits = pk_limits_default;

	limits.zip_entry_bytes = 8;
	assert_limit(*state, &limits, claims, 1, NULL);
	assert_limit(*state, &limits, claims, 2, "P192");
}

static void all_parts_have_a_limit(void **state)
{
	static const struct zip_claim claims[] = { { "a", S("12345678") }, { "b", S("1") } };
	struct pk_limits limits = pk_limits_default;

	limits.zip_total_bytes = 8;
	assert_limit(*state, &limits, claims, 1, NULL);
	assert_limit(*state, &limits, claims, 2, "P192");
}

static void a_bomb_is_refused_unopened(void **state)
{
	struct pk_job *job = *state;
	struct zip_claim bomb = { "content.xml", repeated(job, 'a', 8 << 20), 8 };

	assert_limit(job, &pk_limits_default, &bomb, 1, "P192");
}

static void a_small_part_may_be_packed_well(void **state)
{
	struct pk_job *job = *state;
	struct zip_claim spaces = { "content.xml", repeated(job, ' ', 64 << 10), 8 };

	assert_limit(job, &pk_limits_default, &spaces, 1, NULL);
}

/* 300 bytes claimed, eight megabytes there: no more than 301 are ever unpacked. */
static void a_bomb_that_lies_is_stopped(void **state)
{
	struct pk_limits limits = pk_limits_default;
	struct pk_job *job = *state;
	struct zip_claim bomb = { "a", repeated(job, 'a', 8 << 20), 8, .size = 300 };
	struct pk_str zip = zip_made(job, &bomb, 1, NULL);
	struct pk_job small;
	struct pk_package *package;

	limits.memory = 1 << 20;
	assert_true(pk_job_init(&small, &limits));
	assert_false(pk_package_read(&small, zip, PK_STR("mall.odt"), &package));
	assert_only(&small, "P191", 0, 0);
	pk_job_free(&small);
}

static void messages_name_file_and_part(void **state)
{
	static const struct zip_claim claim = { "word/document.xml", S("abc"), 8, .crc = 7 };
	struct pk_job *job = *state;
	struct pk_package *package;

	assert_false(pk_package_read(
			job, zip_made(job, &claim, 1, NULL), PK_STR("mall.docx"), &package));
	assert_non_null(strstr(
			reports(job, PK_SWEDISH), "mall.docx är skadat (vid word/document.xml)"));
	assert_non_null(strstr(
			reports(job, PK_ENGLISH), "mall.docx is damaged (at word/document.xml)"));
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
		job_test(sound_archives_are_read),
		job_test(an_archive_of_nothing_is_read),
		job_test(sizes_may_stand_behind_the_data),
		cmocka_unit_test(bad_archives_are_refused),
		cmocka_unit_test(other_files_are_told_apart),
		cmocka_unit_test(odf_encryption_is_seen_in_the_manifest),
		job_test(cut_archives_are_refused),
		job_test(changed_bytes_do_no_harm),
		job_test(entries_have_a_limit),
		job_test(a_part_has_a_limit),
		job_test(all_parts_have_a_limit),
		job_test(a_bomb_is_refused_unopened),
		job_test(a_small_part_may_be_packed_well),
		job_test(a_bomb_that_lies_is_stopped),
		job_test(messages_name_file_and_part),
	};

	return cmocka_run_group_tests_name("package/read", tests, NULL, NULL);
}
