/* What is written is read back, byte for byte the same each time. */
#include "package/package.h"

#include <stdlib.h>
#include <time.h>

#include "support/fixture.h"
#include "zipmaker.h"

#define TYPE "application/vnd.oasis.opendocument.text"

static struct pk_package *empty(struct pk_job *job)
{
	struct pk_package *package = NULL;

	assert_true(pk_package_new(job, &package));
	return package;
}

static void add(struct pk_job *job, struct pk_package *package, const char *name, const char *bytes,
		bool stored)
{
	assert_true(pk_package_add(job, package, pk_str_of(name), pk_str_of(bytes), stored));
}

static struct pk_str written(struct pk_job *job, const struct pk_package *package)
{
	struct pk_str zip = PK_STR("");

	assert_true(pk_package_write(job, package, &zip));
	assert_silent(job);
	return zip;
}

static struct pk_package *opened(struct pk_job *job, struct pk_str zip)
{
	struct pk_package *package = NULL;

	if (!pk_package_read(job, zip, PK_STR("x"), &package))
		fail_msg("%s", reports(job, PK_ENGLISH));
	return package;
}

static void assert_same(struct pk_job *job, const struct pk_package *a, const struct pk_package *b)
{
	struct pk_str part = PK_STR("");

	if (!pk_package_same(job, a, b, &part))
		fail_msg("differs: %.*s", (int)part.n, part.p);
}

/* mimetype, two parts worth packing, a name with å, an empty part. */
static struct pk_package *sample(struct pk_job *job)
{
	struct pk_package *package = empty(job);

	add(job, package, "mimetype", TYPE, true);
	assert_true(pk_package_add(
			job, package, PK_STR("content.xml"), repeated(job, 'a', 5000), false));
	add(job, package, "Pictures/å.png", "png png png png png", false);
	add(job, package, "tom", "", false);
	return package;
}

static void what_is_written_is_read_back(void **state)
{
	struct pk_package *package = sample(*state);
	struct pk_package *back = opened(*state, written(*state, package));

	assert_same(*state, package, back);
	for (size_t i = 0; i < pk_package_count(package); i++)
		assert_true(pk_str_eq(pk_package_name(package, i), pk_package_name(back, i)));
}

static void a_package_of_nothing_is_written(void **state)
{
	assert_int_equal(pk_package_count(opened(*state, written(*state, empty(*state)))), 0);
}

/* ODF 1.3 part 2, 3.3: file(1) and others look at these bytes. */
static void mimetype_lies_bare_at_the_start(void **state)
{
	struct pk_str zip = written(*state, sample(*state));

	assert_text(pk_str_slice(zip, 30, 38 + sizeof(TYPE) - 1), "mimetype" TYPE);
	assert_int_equal(zip_number(zip, 6, 2), 0);  /* flags */
	assert_int_equal(zip_number(zip, 8, 2), 0);  /* stored */
	assert_int_equal(zip_number(zip, 28, 2), 0); /* no extra field */
}

static void headers_tell_no_time_and_no_place(void **state)
{
	struct pk_str zip = written(*state, sample(*state));

	for (size_t i = 0; i < 4; i++) {
		size_t local = zip_local(zip, i), central = zip_central(zip, i);

		assert_int_equal(zip_number(zip, local + 10, 4), 0x00210000);
		assert_int_equal(zip_number(zip, central + 12, 4), 0x00210000);
		assert_int_equal(zip_number(zip, central + 30, 4),
				0); /* no extra field, no comment */
		assert_int_equal(zip_number(zip, central + 38, 4), 0100644u << 16);
		/* flag 11: the name is UTF-8; set only where it matters */
		assert_int_equal(zip_number(zip, local + 6, 2), i == 2 ? 0x0800 : 0);
	}
}

static void bytes_are_the_same_in_every_zone(void **state)
{
	static const char *const zones[] = { "UTC", "America/Anchorage", "Asia/Kolkata",
		"NZST-12NZDT" };
	struct pk_str first = written(*state, sample(*state));

	for (size_t i = 0; i < PK_COUNT(zones); i++) {
		setenv("TZ", zones[i], 1);
		tzset();
		assert_true(pk_str_eq(first, written(*state, sample(*state))));
	}
	unsetenv("TZ");
	tzset();
}

/* The packed bytes of entry i, out of an archive. */
static struct pk_str packed_bytes(struct pk_str zip, size_t i)
{
	size_t at = zip_local(zip, i),
	       from = at + 30 + zip_number(zip, at + 26, 2) + zip_number(zip, at + 28, 2);

	return pk_str_slice(zip, from, from + zip_number(zip, zip_central(zip, i) + 20, 4));
}

static void kept_parts_are_copied_as_they_lie(void **state)
{
	struct pk_job *job = *state;
	struct pk_str text = repeated(job, 'b', 3000);
	/* Packed by others in a way that we would not choose, and not packed at all. */
	struct zip_claim claims[] = {
		{ "stored.xml", text, 0 },
		{ "packed.xml", text, 8 },
		{ "other.xml", text, 8 },
	};
	struct pk_str origin = zip_made(job, claims, PK_COUNT(claims), NULL);
	const struct pk_package *from = opened(job, origin);
	struct pk_package *package = empty(job);

	add(job, package, "new.xml", "<new/>", false);
	assert_true(pk_package_keep(job, package, from, 1));
	assert_true(pk_package_keep(job, package, from, 0));
	struct pk_str zip = written(job, package);

	assert_true(pk_str_eq(packed_bytes(zip, 1), packed_bytes(origin, 1)));
	assert_true(pk_str_eq(packed_bytes(zip, 2), text));
	assert_int_equal(zip_number(zip, zip_local(zip, 1) + 8, 2), 8);
	assert_int_equal(zip_number(zip, zip_local(zip, 2) + 8, 2), 0);
	assert_same(job, package, opened(job, zip));
}

/* An entry whose packed bytes could only come from copying: an empty block, then the data. */
static void copying_does_not_pack_anew(void **state)
{
	struct pk_job *job = *state;
	/* "ab" in a stored deflate block, which no packer would choose for a long run. */
	struct pk_out odd = pk_out_new(job->arena, 1000);
	struct pk_str packed, text = repeated(job, 'c', 200);

	pk_put(&odd, (struct pk_str){ "\x01\xC8\x00\x37\xFF", 5 });
	pk_put(&odd, text);
	assert_true(pk_out_done(job, &odd, &packed));
	/* Built as stored bytes, then told to be deflate in both headers. */
	struct zip_claim claim = { "a", packed, 0, .size = (uint32_t)text.n, .crc = 0 };
	struct zip_claim honest = { "a", text, 0 };
	struct pk_str right = zip_made(job, &honest, 1, NULL);
	claim.crc = zip_number(right, zip_local(right, 0) + 14, 4);
	struct pk_str zip = zip_made(job, &claim, 1, NULL);
	char *bytes = (char *)(uintptr_t)zip.p;
	bytes[zip_local(zip, 0) + 8] = 8;
	bytes[zip_central(zip, 0) + 10] = 8;

	struct pk_package *package = empty(job);
	assert_true(pk_package_keep(job, package, opened(job, zip), 0));
	assert_true(pk_str_eq(packed_bytes(written(job, package), 0), packed));
}

static void packing_once_makes_later_copies(void **state)
{
	struct pk_job *job = *state;
	struct pk_package *package = sample(job), *document = empty(job);
	struct pk_str zip = written(job, package);

	assert_true(pk_package_pack(job, package));
	assert_true(pk_str_eq(zip, written(job, package)));
	for (size_t i = 0; i < pk_package_count(package); i++)
		assert_true(pk_package_keep(job, document, package, i));
	assert_true(pk_str_eq(zip, written(job, document)));
}

static void parts_of_two_origins_meet(void **state)
{
	struct pk_job *job = *state;
	struct pk_package *a = opened(job, written(job, sample(job))), *b = empty(job),
			  *both = empty(job);

	add(job, b, "b", "bbbbbbbbbbbbbbbbbbbbbbbbbbbbbb", false);
	assert_true(pk_package_pack(job, b));
	assert_true(pk_package_keep(job, both, a, 0));
	assert_true(pk_package_keep(job, both, b, 0));
	assert_true(pk_package_keep(job, both, a, 1));
	assert_same(job, both, opened(job, written(job, both)));
}

static void differences_are_named(void **state)
{
	struct pk_job *job = *state;
	struct pk_package *a = empty(job), *b = empty(job), *c = empty(job);
	struct pk_str part = PK_STR("");

	add(job, a, "1", "x", false);
	add(job, a, "2", "y", false);
	add(job, b, "2", "y", true);
	add(job, b, "1", "x", false);
	assert_same(job, a, b);
	add(job, b, "3", "", false);
	assert_false(pk_package_same(job, a, b, &part));
	assert_text(part, "3");
	assert_false(pk_package_same(job, b, a, &part));
	assert_text(part, "3");
	add(job, c, "1", "x", false);
	add(job, c, "2", "z", false);
	assert_false(pk_package_same(job, a, c, &part));
	assert_text(part, "2");
}

static void memory_runs_out_with_a_message(void **state)
{
	struct pk_limits limits = pk_limits_default;
	struct pk_str origin = written(*state, sample(*state)), zip;
	bool done = false;

	for (limits.memory = 4096; !done; limits.memory += 128) {
		struct pk_package *from, *to = NULL;
		struct pk_job job;

		if (!pk_job_init(&job, &limits))
			continue;
		done = pk_package_read(&job, origin, PK_STR("x"), &from) &&
		       pk_package_new(&job, &to) && pk_package_keep(&job, to, from, 1) &&
		       pk_package_add(&job, to, PK_STR("n"), PK_STR("new"), false) &&
		       pk_package_write(&job, to, &zip);
		assert_int_equal(pk_diag_errors(job.diags), done ? 0 : 1);
		pk_job_free(&job);
	}
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
		job_test(what_is_written_is_read_back),
		job_test(a_package_of_nothing_is_written),
		job_test(mimetype_lies_bare_at_the_start),
		job_test(headers_tell_no_time_and_no_place),
		job_test(bytes_are_the_same_in_every_zone),
		job_test(kept_parts_are_copied_as_they_lie),
		job_test(copying_does_not_pack_anew),
		job_test(packing_once_makes_later_copies),
		job_test(parts_of_two_origins_meet),
		job_test(differences_are_named),
		job_test(memory_runs_out_with_a_message),
	};

	return cmocka_run_group_tests_name("package/write", tests, NULL, NULL);
}
