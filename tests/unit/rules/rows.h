/* Tables of meetings: one bad, one nearly bad. */
#ifndef PK_TESTS_ROWS_H
#define PK_TESTS_ROWS_H

#include "unit/rules/meeting_text.h"

/* One meeting and what is said about it: the only code and its line, or NULL for silence. */
struct row {
	const char *code;
	uint32_t line;
	const char *today, *text;
};

/* The report to look at; what remains in a draft counts only where the row asks for it. */
static inline const struct pk_report *only_report(struct pk_job *job, const struct row *row)
{
	const struct pk_report *found = NULL;

	for (uint32_t i = 0; i < pk_diag_count(job->diags); i++) {
		const struct pk_report *report = pk_diag_get(job->diags, i);
		bool asked = row->code != NULL &&
				strcmp(pk_message_code(report->message), row->code) == 0;

		if (pk_message_level(report->message) == PK_LEVEL_REMAINS && !asked)
			continue;
		if (found != NULL || !(asked || row->code == NULL))
			fail_msg("expected only %s in\n%s\nfound\n%s", row->code, row->text,
					reports(job, PK_ENGLISH));
		found = report;
	}
	return found;
}

static inline void try_row(struct pk_job *job, const struct row *row)
{
	const struct pk_findings *found = NULL;
	bool ok = pk_rules_apply(job, meeting_with(job, row->text, NULL), day_of(row->today), &found);
	const struct pk_report *report = only_report(job, row);
	uint32_t line = 0, column = 0;

	if (ok != (pk_diag_errors(job->diags) == 0) || ok != (found != NULL))
		fail_msg("says %d with %u errors in\n%s", ok, pk_diag_errors(job->diags), row->text);
	if ((report != NULL) != (row->code != NULL))
		fail_msg("expected %s in\n%s\nfound\n%s", row->code == NULL ? "silence" : row->code,
				row->text, reports(job, PK_ENGLISH));
	if (report == NULL)
		return;
	pk_source_place(pk_source_get(job->sources, report->at.source), report->at.offset, &line,
			&column);
	if (line != row->line)
		fail_msg("expected line %u in\n%s\nfound\n%s", row->line, row->text,
				reports(job, PK_ENGLISH));
}

/* Each row in a job of its own. */
static inline void try_rows(const struct row *rows, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		struct pk_job job;

		assert_true(pk_job_init(&job, &pk_limits_default));
		try_row(&job, &rows[i]);
		pk_job_free(&job);
	}
}

#endif
