/* The rules in their order. */
#include "rules/findings.h"

#include "rules/inside.h"

struct pk_str pk_rules_iso(struct pk_job *job, struct pk_date d)
{
	struct pk_out out = pk_out_new(job->arena, 32);
	struct pk_str text;

	pk_date_put_iso(&out, d);
	return pk_out_done(job, &out, &text) ? text : PK_STR("");
}

bool pk_rules_apply(struct pk_job *job, const struct pk_meeting *meeting, struct pk_date today,
		const struct pk_findings **ret)
{
	static bool (*const subjects[])(const struct pk_ruling *r) = {
		pk_rules_dates,
		pk_rules_numbers,
		pk_rules_signers,
	};
	struct pk_findings *found = pk_new(job, struct pk_findings, 1);
	struct pk_ruling r = { job, meeting, today, found };
	uint32_t errors = pk_diag_errors(job->diags);
	bool ok = true;

	if (found == NULL)
		return false;
	for (size_t i = 0; i < PK_COUNT(subjects); i++)
		ok = subjects[i](&r) && ok;
	pk_rules_serving(&r);
	pk_rules_remains(&r);
	/* A message that found no memory for its words is an error that no subject saw. */
	ok = ok && pk_diag_errors(job->diags) == errors;
	if (ok)
		*ret = found;
	return ok;
}
