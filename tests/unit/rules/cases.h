/* One case for a code: a meeting that is told it, in exact words and at the right place, and one that
 * is nearly so and silent. */
#ifndef PK_TESTS_CASES_H
#define PK_TESTS_CASES_H

#include "unit/rules/meeting_text.h"

struct pk_case {
	const char *code;
	const char *at;                 /* what the message points at begins with this */
	const char *sv, *en;
	const char *bad, *nearly;
	const char *settings, *today;   /* NULL: none */
};

/* A justerat meeting of § 41–43; CASE_TOP is followed by lines of beslutande, then by others. */
#define CASE_HEAD "organ: Socialnämnden\nplats: Sjön\ntid: 13–16\ndatum: 2024-05-21\n" \
	"sekreterare: Anna Sjöberg\n"
#define CASE_JUSTERAT "justering: {justerare: Sara Nyqvist, plats: Sjön, datum: 2024-05-28}\n" \
	"anslag: {förvaringsplats: Sjön}\n"
/* A draft that only waits for its signatures. */
#define CASE_JUSTERAT_OPEN "justering: {justerare: Sara Nyqvist, plats: Sjön, planerad: 2024-05-28}\n" \
	"anslag: {förvaringsplats: Sjön}\n"
#define CASE_PEOPLE "närvarande:\n  beslutande:\n    - Karin Holm (S), ordförande\n" \
	"    - Per Lindgren (C), vice ordförande\n    - Sara Nyqvist (L)\n"
#define CASE_TOP CASE_HEAD CASE_JUSTERAT CASE_PEOPLE
#define CASE_ITEMS "paragrafer:\n  - {nr: 41, rubrik: A, beslut: B}\n" \
	"  - {rubrik: C, beslut: D}\n  - {rubrik: E, beslut: F}\n"
/* One § with keys of its own, each after a comma. */
#define CASE_ITEM(keys) "paragrafer:\n  - {nr: 41, rubrik: A, beslut: B" keys "}\n"

/* The report of a code, and what else was told: remains count only when they are asked for. */
static inline const struct pk_report *case_report(struct pk_job *job, const char *code, uint32_t *others)
{
	const struct pk_report *found = NULL;

	*others = 0;
	for (uint32_t i = 0; i < pk_diag_count(job->diags); i++) {
		const struct pk_report *report = pk_diag_get(job->diags, i);

		if (strcmp(pk_message_code(report->message), code) == 0 && found == NULL)
			found = report;
		else if (pk_message_level(report->message) != PK_LEVEL_REMAINS)
			(*others)++;
	}
	return found;
}

static inline void case_rule(struct pk_job *job, const struct pk_case *c, const char *text)
{
	const struct pk_findings *found = NULL;
	bool ok = pk_rules_apply(job, meeting_with(job, text, c->settings),
			day_of(c->today == NULL ? "" : c->today), &found);

	if (ok != (pk_diag_errors(job->diags) == 0) || ok != (found != NULL))
		fail_msg("%s: says %d with %u errors\n%s", c->code, ok, pk_diag_errors(job->diags), text);
}

static inline void case_words(struct pk_job *job, const struct pk_case *c,
		const struct pk_report *report, enum pk_language language)
{
	const char *expected = language == PK_SWEDISH ? c->sv : c->en;
	struct pk_out words = pk_out_new(job->arena, 1 << 16);

	pk_diag_words(report, language, &words);
	if (!pk_str_is(pk_out_str(&words), expected))
		fail_msg("%s says\n%.*s\nnot\n%s", c->code, (int)words.n, words.p, expected);
}

static inline void case_bad(struct pk_job *job, const struct pk_case *c)
{
	uint32_t others = 0;
	const struct pk_report *report;
	const struct pk_source *source;

	case_rule(job, c, c->bad);
	report = case_report(job, c->code, &others);
	if (report == NULL || others > 0)
		fail_msg("expected only %s, found\n%s\nin\n%s", c->code, reports(job, PK_ENGLISH), c->bad);
	case_words(job, c, report, PK_SWEDISH);
	case_words(job, c, report, PK_ENGLISH);
	source = pk_source_get(job->sources, report->at.source);
	assert_non_null(source);
	if (!pk_str_starts(pk_str_slice(source->text, report->at.offset, source->text.n),
				pk_str_of(c->at)))
		fail_msg("expected %s at %s, found\n%s", c->code, c->at, reports(job, PK_ENGLISH));
}

static inline void case_nearly(struct pk_job *job, const struct pk_case *c)
{
	uint32_t others = 0;

	case_rule(job, c, c->nearly);
	if (case_report(job, c->code, &others) != NULL || others > 0)
		fail_msg("expected silence of %s, found\n%s\nin\n%s", c->code, reports(job, PK_ENGLISH),
				c->nearly);
}

/* Each in a job of its own. */
static inline void try_cases(const struct pk_case *cases, size_t n)
{
	for (size_t i = 0; i < 2 * n; i++) {
		struct pk_job job;

		assert_true(pk_job_init(&job, &pk_limits_default));
		if (i % 2 == 0)
			case_bad(&job, &cases[i / 2]);
		else
			case_nearly(&job, &cases[i / 2]);
		pk_job_free(&job);
	}
}

#endif
