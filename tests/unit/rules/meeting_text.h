/* Meetings written as YAML in the test itself. */
#ifndef PK_TESTS_MEETING_TEXT_H
#define PK_TESTS_MEETING_TEXT_H

#include "support/fixture.h"

#include "meeting/meeting.h"
#include "rules/findings.h"
#include "yaml/node.h"

/* What a meeting needs besides what a test is about, each on lines of its own. */
#define PLACE "organ: Socialnämnden\nplats: Sjön\ntid: 13–16\n"
#define PEOPLE "närvarande:\n" \
	"  beslutande: [\"Karin Holm (S), ordförande\", \"Per Lindgren (C), vice ordförande\"]\n" \
	"sekreterare: Anna Sjöberg\n"
#define ITEMS "paragrafer:\n  - {nr: 41, rubrik: A, beslut: B}\n  - {rubrik: C, beslut: D}\n" \
	"  - {rubrik: E, beslut: F}\n"
#define SECTIONS "avsnitt: [{rubrik: A, text: B}]\n"
#define JUSTERAT "datum: 2024-05-21\n" \
	"justering: {justerare: Per Lindgren, plats: Sjön, datum: 2024-05-28}\n" \
	"anslag: {förvaringsplats: Sjön}\n"

static inline const struct pk_node *node_of(struct pk_job *job, const char *name, const char *text)
{
	const struct pk_node *node = NULL;

	if (text == NULL)
		return NULL;
	if (!pk_yaml_read(job, source_of(job, name, text), &node))
		fail_msg("not YAML:\n%s", reports(job, PK_ENGLISH));
	return node;
}

/* settings may be NULL. */
static inline const struct pk_meeting *meeting_with(struct pk_job *job, const char *text,
		const char *settings)
{
	const struct pk_meeting *meeting = NULL;

	if (!pk_meeting_decode(job, node_of(job, "möte.yaml", text),
			node_of(job, "protokoll.yaml", settings), &meeting))
		fail_msg("not a meeting:\n%s\n%s", text, reports(job, PK_ENGLISH));
	return meeting;
}

/* A test that needs a date writes it as text; "" is no date. */
static inline struct pk_date day_of(const char *iso)
{
	struct pk_date d = { 0 };

	if (*iso != '\0' && !pk_date_parse(pk_str_of(iso), &d))
		fail_msg("not a date: %s", iso);
	return d;
}

/* The findings of a meeting that has no error. */
static inline const struct pk_findings *findings_of(struct pk_job *job, const char *text)
{
	const struct pk_findings *found = NULL;

	if (!pk_rules_apply(job, meeting_with(job, text, NULL), day_of(""), &found))
		fail_msg("errors:\n%s\nin\n%s", reports(job, PK_ENGLISH), text);
	return found;
}

#endif
