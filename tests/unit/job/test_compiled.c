/* Templates that meetings share: each job hears what one that compiles by itself would. */
#include "job/compiled.h"

#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "package/replace.h"
#include "support/fixture.h"
#include "unit/format/tiny.h"

static char folder[] = "/tmp/protokoll-compiled-XXXXXX", path[64];

static int make_folder(void **state)
{
	(void)state;
	if (mkdtemp(folder) == NULL)
		return 1;
	snprintf(path, sizeof(path), "%s/mall.odt", folder);
	return 0;
}

static int remove_folder(void **state)
{
	(void)state;
	return unlink(path) == 0 && rmdir(folder) == 0 ? 0 : 1;
}

/* A template with these lines, in its file. */
static struct pk_template_name written(struct pk_job *job, const char *lines)
{
	struct pk_str bytes;

	assert_true(pk_package_write(job, tiny_template(job, TINY_ODT, TINY_BODY, lines), &bytes) &&
			pk_file_replace(job, pk_str_of(path), bytes));
	return (struct pk_template_name){ .name = pk_str_of(path) };
}

/* What a job says that gets the template, shared (compiled != NULL) or by itself. */
static bool told(struct pk_job *words, struct pk_compiled *compiled, const struct pk_template_name *name,
		const struct pk_template **ret, struct pk_str *ret_told)
{
	const struct pk_format *odt = pk_format_find(PK_STR("odt"));
	struct pk_job job;
	bool got;

	assert_true(pk_job_init(&job, &pk_limits_default));
	got = compiled != NULL ? pk_compiled_get(&job, compiled, name, odt, ret)
			       : pk_template_load(&job, name, odt, ret);
	assert_true(pk_copy(words, pk_str_of(reports(&job, PK_SWEDISH)), ret_told));
	pk_job_free(&job);
	return got;
}

static void warnings_are_told_to_each(void **state)
{
	struct pk_template_name name = written(*state,
			"# Lista\n{{#paragrafer}}{{rubrik}}: {{sidor}} {{/paragrafer}}");
	struct pk_compiled *compiled = pk_compiled_new(&pk_limits_default);
	const struct pk_template *alone, *first, *second;
	struct pk_str all[3];

	assert_non_null(compiled);
	assert_true(told(*state, NULL, &name, &alone, &all[0]));
	assert_true(pk_str_find(all[0], PK_STR("P135"), 0) < all[0].n);
	assert_true(told(*state, compiled, &name, &first, &all[1]));
	assert_true(told(*state, compiled, &name, &second, &all[2]));
	assert_ptr_equal(first, second);
	pk_compiled_free(compiled);
	assert_text(all[1], all[0].p);
	assert_text(all[2], all[0].p);
}

static void what_cannot_be_used_is_left_to_each(void **state)
{
	struct pk_template_name name = written(*state, "{{#paragrafer}}{{rubrik}}");
	struct pk_compiled *compiled = pk_compiled_new(&pk_limits_default);
	const struct pk_template *template = NULL;
	struct pk_str words;

	assert_non_null(compiled);
	for (int i = 0; i < 2; i++) {
		assert_false(told(*state, compiled, &name, &template, &words));
		assert_text(words, "");
	}
	assert_null(template);
	pk_compiled_free(compiled);
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
		job_test(warnings_are_told_to_each),
		job_test(what_cannot_be_used_is_left_to_each),
	};

	return cmocka_run_group_tests_name("job/compiled", tests, make_folder, remove_folder);
}
