/* Any bytes as a meeting: YAML, decoding, rules, the values that templates see. What follows "---8<---"
 * are settings. */
#include "context/context.h"
#include "fuzz.h"
#include "meeting/meeting.h"
#include "rules/findings.h"
#include "yaml/node.h"

static bool read(struct pk_job *job, const char *name, struct pk_str text, const struct pk_node **ret)
{
	struct pk_source source = { .name = pk_str_of(name), .text = text };
	uint32_t number;
	return pk_source_add(job, &source, &number) && pk_yaml_read(job, number, ret);
}

static bool run(struct pk_job *job, struct pk_str meeting, struct pk_str settings)
{
	const struct pk_date today = { 2026, 3, 2 };
	const struct pk_node *node, *below = NULL;
	const struct pk_meeting *m;
	const struct pk_findings *found;
	struct pk_value values;

	if (!read(job, "möte.yaml", meeting, &node) ||
			(settings.n > 0 && !read(job, "protokoll.yaml", settings, &below)) ||
			!pk_meeting_decode(job, node, below, &m) ||
			!pk_rules_apply(job, m, today, &found))
		return false;
	for (int edition = 0; edition < 2; edition++)
		if (!pk_context_make(job, m, found, (enum pk_edition)edition, &values))
			return false;
	return true;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct pk_limits limits = fuzz_limits();
	struct pk_str text = fuzz_text(data, size), cut = PK_STR("---8<---\n");
	size_t at = pk_str_find(text, cut, 0);
	struct pk_job job;
	struct pk_out out;

	if (!pk_job_init(&job, &limits))
		return 0;
	fuzz_agree(&job, run(&job, pk_str_slice(text, 0, at),
			at < text.n ? pk_str_slice(text, at + cut.n, text.n) : PK_STR("")));
	/* Every message can be shown. */
	out = pk_out_new(job.arena, limits.output_bytes);
	for (uint32_t i = 0; i < pk_diag_count(job.diags); i++)
		pk_diag_print(job.sources, pk_diag_get(job.diags, i), PK_SWEDISH, &out);
	pk_job_free(&job);
	return 0;
}
