/* The mark by which a document shows that nobody has edited it. */
#include "package/package.h"

#include "support/fixture.h"

struct part {
	const char *name, *bytes;
};

static struct pk_package *package_of(struct pk_job *job, const struct part *parts, size_t n)
{
	struct pk_package *package = NULL;

	assert_true(pk_package_new(job, &package));
	for (size_t i = 0; i < n; i++)
		assert_true(pk_package_add(job, package, pk_str_of(parts[i].name),
				pk_str_of(parts[i].bytes), false));
	return package;
}

static struct pk_str mark_of(struct pk_job *job, const struct part *parts, size_t n)
{
	struct pk_str mark = PK_STR("");

	assert_true(pk_package_fingerprint(
			job, package_of(job, parts, n), PK_STR("meta.xml"), &mark));
	assert_silent(job);
	return mark;
}

static const struct part usual[] = {
	{ "mimetype", "odt" },
	{ "content.xml", "<a/>" },
	{ "meta.xml", "<m/>" },
};

/* Fixed for good: a mark written by an older version must still be known. Computed by hand as the
 * header says, over "content.xml\t4\t01d11cd4\nmimetype\t3\tea334e89\n". */
static void the_mark_is_what_it_was(void **state)
{
	assert_text(mark_of(*state, usual, PK_COUNT(usual)), "1-ff90e150ea3faab8");
	assert_text(mark_of(*state, NULL, 0), "1-cbf29ce484222325");
}

static void order_and_properties_do_not_matter(void **state)
{
	static const struct part other[] = {
		{ "meta.xml", "<m>title</m>" },
		{ "content.xml", "<a/>" },
		{ "mimetype", "odt" },
	};
	static const struct part without[] = { { "content.xml", "<a/>" }, { "mimetype", "odt" } };
	struct pk_str mark = mark_of(*state, usual, PK_COUNT(usual));

	assert_true(pk_str_eq(mark, mark_of(*state, other, PK_COUNT(other))));
	assert_true(pk_str_eq(mark, mark_of(*state, without, PK_COUNT(without))));
}

static void every_edit_is_seen(void **state)
{
	static const struct part edits[][4] = {
		{ { "mimetype", "odt" }, { "content.xml", "<b/>" } },
		{ { "mimetype", "odt" }, { "content.xml", "<a/>\n" } },
		{ { "mimetype", "odt" }, { "content.xmm", "<a/>" } },
		{ { "mimetype", "<a/>" }, { "content.xml", "odt" } },
		{ { "mimetype", "odt" }, { "content.xml", "<a/>" }, { "new", "" } },
		{ { "content.xml", "<a/>" } },
	};
	struct pk_str mark = mark_of(*state, usual, PK_COUNT(usual));

	for (size_t i = 0; i < PK_COUNT(edits); i++) {
		size_t n = 0;

		while (n < 4 && edits[i][n].name != NULL)
			n++;
		assert_false(pk_str_eq(mark, mark_of(*state, edits[i], n)));
	}
}

static void it_survives_the_file(void **state)
{
	struct pk_job *job = *state;
	struct pk_package *package = package_of(job, usual, PK_COUNT(usual)), *back = NULL;
	struct pk_str zip, mark = PK_STR("");

	assert_true(pk_package_write(job, package, &zip));
	assert_true(pk_package_read(job, zip, PK_STR("x.odt"), &back));
	assert_true(pk_package_fingerprint(job, back, PK_STR("meta.xml"), &mark));
	assert_true(pk_str_eq(mark, mark_of(job, usual, PK_COUNT(usual))));
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
		job_test(the_mark_is_what_it_was),
		job_test(order_and_properties_do_not_matter),
		job_test(every_edit_is_seen),
		job_test(it_survives_the_file),
	};

	return cmocka_run_group_tests_name("package/fingerprint", tests, NULL, NULL);
}
