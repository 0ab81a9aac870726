#include "job/path.h"
#include "support/fixture.h"

static void paths_come_apart(void **state)
{
	static const struct {
		const char *path, *folder, *base, *extension;
	} cases[] = {
		{ "a/b.yaml", "a/", "b.yaml", ".yaml" },
		{ "b.yaml", "", "b.yaml", ".yaml" },
		{ "/b", "/", "b", "" },
		{ "a.b/c", "a.b/", "c", "" },
		{ "sn-2024.05.21.yaml", "", "sn-2024.05.21.yaml", ".yaml" },
		{ ".dold", "", ".dold", "" },
		{ "", "", "", "" },
	};

	(void)state;
	for (size_t i = 0; i < PK_COUNT(cases); i++) {
		struct pk_str path = pk_str_of(cases[i].path);

		assert_text(pk_path_folder(path), cases[i].folder);
		assert_text(pk_path_base(path), cases[i].base);
		assert_text(pk_path_extension(path), cases[i].extension);
	}
}

static void paths_are_joined(void **state)
{
	static const struct {
		const char *folder, *path, *joined;
	} cases[] = {
		{ "a/", "b", "a/b" },
		{ "a", "b", "a/b" },
		{ "", "b", "b" },
		{ "a", "/b", "/b" },
		{ "/", "b", "/b" },
	};

	for (size_t i = 0; i < PK_COUNT(cases); i++) {
		struct pk_str joined;

		assert_true(pk_path_in(*state, pk_str_of(cases[i].folder), pk_str_of(cases[i].path),
				&joined));
		assert_text(joined, cases[i].joined);
		assert_int_equal(joined.p[joined.n], '\0');
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(paths_come_apart),
		job_test(paths_are_joined),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
