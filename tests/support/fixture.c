#include "support/fixture.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int fixture_job(void **state)
{
	struct pk_job *job = calloc(1, sizeof(*job));

	if (job == NULL || !pk_job_init(job, &pk_limits_default))
		return -1;
	*state = job;
	return 0;
}

int fixture_job_free(void **state)
{
	struct pk_job *job = *state;

	pk_job_free(job);
	free(job);
	return 0;
}

const char *reports(struct pk_job *job, enum pk_language language)
{
	struct pk_out out = pk_out_new(job->arena, 1 << 20);

	pk_diag_sort(job->diags);
	for (uint32_t i = 0; i < pk_diag_count(job->diags); i++)
		pk_diag_print(job->sources, pk_diag_get(job->diags, i), language, &out);
	pk_put_byte(&out, '\0');
	assert_false(out.failed);
	return out.p;
}

uint32_t source_of(struct pk_job *job, const char *name, const char *text)
{
	struct pk_source source = { .name = pk_str_of(name), .text = pk_str_of(text) };
	uint32_t number = 0;

	assert_true(pk_source_add(job, &source, &number));
	return number;
}

void assert_text(struct pk_str found, const char *expected)
{
	size_t n = strlen(expected), i = 0;

	while (i < n && i < found.n && found.p[i] == expected[i])
		i++;
	if (i == n && i == found.n)
		return;
	i = i > 20 ? i - 20 : 0;
	fail_msg("differs at byte %zu\n--- expected\n%s\n--- found\n%.*s\n", i, expected + i,
			(int)(found.n - i), found.p + i);
}

void assert_only(struct pk_job *job, const char *code, uint32_t line, uint32_t column)
{
	const struct pk_report *report;
	const struct pk_source *source;
	uint32_t found_line = 0, found_column = 0;

	if (pk_diag_count(job->diags) != 1)
		fail_msg("expected only %s, found:\n%s", code, reports(job, PK_ENGLISH));
	report = pk_diag_get(job->diags, 0);
	source = pk_source_get(job->sources, report->at.source);
	if (source != NULL)
		pk_source_place(source, report->at.offset, &found_line, &found_column);
	if (strcmp(pk_message_code(report->message), code) != 0 || found_line != line ||
			found_column != column)
		fail_msg("expected %s at %u:%u, found:\n%s", code, line, column,
				reports(job, PK_ENGLISH));
}

void assert_silent(struct pk_job *job)
{
	if (pk_diag_count(job->diags) != 0)
		fail_msg("expected no message, found:\n%s", reports(job, PK_ENGLISH));
}
