/* Every ceiling on memory: an error, or the same tree. Never a third thing. */
#include "unit/context/tree.h"

/* The tree as JSON under a ceiling of that many bytes; false when an error was reported. */
static bool try_ceiling(const struct pk_meeting *meeting, enum pk_edition edition, size_t bytes,
		struct pk_out *ret)
{
	struct pk_limits limits = pk_limits_default;
	const struct pk_findings *found = NULL;
	struct pk_value root;
	struct pk_job job;
	bool ok;

	limits.memory = bytes;
	if (!pk_job_init(&job, &limits))
		return false;
	ok = pk_rules_apply(&job, meeting, day_of(""), &found);
	if (ok != (pk_diag_errors(job.diags) == 0))
		fail_msg("rules: %d with %u errors at %zu bytes", ok, pk_diag_errors(job.diags), bytes);
	if (ok) {
		ok = pk_context_make(&job, meeting, found, edition, &root);
		if (ok != (pk_diag_errors(job.diags) == 0))
			fail_msg("context: %d with %u errors at %zu bytes", ok,
					pk_diag_errors(job.diags), bytes);
	}
	if (ok)
		pk_value_print_json(&root, ret);
	pk_job_free(&job);
	return ok;
}

/* step: how far apart the ceilings are. */
static void check_case(struct pk_job *job, const char *name, enum pk_edition edition, size_t step)
{
	const struct pk_meeting *meeting = meeting_with(job, case_text(job, name), NULL);
	struct pk_out whole = pk_out_new(job->arena, 1 << 20);
	size_t enough = 16 << 20, failed = 0;

	assert_true(try_ceiling(meeting, edition, enough, &whole));
	for (size_t bytes = 0; bytes < enough; bytes += step) {
		struct pk_out out = pk_out_new(job->arena, 1 << 20);

		if (!try_ceiling(meeting, edition, bytes, &out)) {
			failed++;
			continue;
		}
		assert_true(pk_str_eq(pk_out_str(&out), pk_out_str(&whole)));
		break;
	}
	assert_true(failed > 0);
}

static void an_approved_protocol(void **state)
{
	check_case(*state, "justerat.yaml", PK_EDITION_FULL, 16);
}

static void a_draft(void **state)
{
	check_case(*state, "utkast.yaml", PK_EDITION_FULL, 16);
}

static void a_public_edition(void **state)
{
	check_case(*state, "exempel.yaml", PK_EDITION_PUBLIC, 272);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		job_test(an_approved_protocol),
		job_test(a_draft),
		job_test(a_public_edition),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
