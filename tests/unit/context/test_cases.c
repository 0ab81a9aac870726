/* Whole trees as JSON. PK_REWRITE=1 writes the files anew: look at the difference before it is kept. */
#include "unit/context/tree.h"

#include <stdlib.h>

static void rewrite(const char *name, struct pk_str text)
{
	char path[1000];
	FILE *f;

	snprintf(path, sizeof(path), "%s/%s", CASES, name);
	f = fopen(path, "wb");
	assert_non_null(f);
	fwrite(text.p, 1, text.n, f);
	fclose(f);
}

static void check_edition(struct pk_job *job, const char *yaml, enum pk_edition edition, const char *json)
{
	struct pk_value root = edition_of(job, case_text(job, yaml), NULL, edition);
	struct pk_out out = pk_out_new(job->arena, 1 << 20);

	pk_value_print_json(&root, &out);
	assert_false(out.failed);
	if (getenv("PK_REWRITE") != NULL)
		rewrite(json, pk_out_str(&out));
	assert_text(pk_out_str(&out), case_text(job, json));
}

static void check_case(struct pk_job *job, const char *yaml, const char *json)
{
	check_edition(job, yaml, PK_EDITION_FULL, json);
}

static void an_approved_protocol(void **state)
{
	check_case(*state, "justerat.yaml", "justerat.json");
	assert_silent(*state);
}

static void a_draft_with_a_planned_day(void **state)
{
	check_case(*state, "planerat.yaml", "planerat.json");
}

static void a_draft_that_lacks_nearly_all(void **state)
{
	check_case(*state, "utkast.yaml", "utkast.json");
}

static void a_meeting_without_paragraphs(void **state)
{
	check_case(*state, "utan-paragrafer.yaml", "utan-paragrafer.json");
	assert_silent(*state);
}

static void a_meeting_with_all_that_can_happen(void **state)
{
	check_case(*state, "exempel.yaml", "exempel.json");
}

static void its_public_edition(void **state)
{
	check_edition(*state, "exempel.yaml", PK_EDITION_PUBLIC, "exempel-offentlig.json");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		job_test(an_approved_protocol),
		job_test(a_draft_with_a_planned_day),
		job_test(a_draft_that_lacks_nearly_all),
		job_test(a_meeting_without_paragraphs),
		job_test(a_meeting_with_all_that_can_happen),
		job_test(its_public_edition),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
