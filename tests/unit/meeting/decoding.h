/* YAML text in, a decoded meeting out. */
#ifndef PK_TESTS_DECODING_H
#define PK_TESTS_DECODING_H

#include "support/fixture.h"

#include "meeting/meeting.h"
#include "yaml/node.h"

static inline const struct pk_node *read_yaml(struct pk_job *job, const char *name, const char *text)
{
	const struct pk_node *node = NULL;

	if (!pk_yaml_read(job, source_of(job, name, text), &node))
		fail_msg("not YAML:\n%s", reports(job, PK_ENGLISH));
	return node;
}

/* NULL when there were errors. settings may be NULL. */
static inline const struct pk_meeting *decode(struct pk_job *job, const char *meeting,
		const char *settings)
{
	const struct pk_meeting *m = NULL;
	const struct pk_node *node = read_yaml(job, "möte.yaml", meeting);
	bool ok = pk_meeting_decode(job, node,
			settings == NULL ? NULL : read_yaml(job, "protokoll.yaml", settings), &m);

	assert_int_equal(ok, pk_diag_errors(job->diags) == 0);
	return ok ? m : NULL;
}

/* The meeting as JSON, or the messages; NUL terminated. */
static inline const char *json_of(struct pk_job *job, const char *meeting, const char *settings)
{
	const struct pk_meeting *m = decode(job, meeting, settings);
	struct pk_out out = pk_out_new(job->arena, 1 << 20);

	if (m == NULL)
		return reports(job, PK_ENGLISH);
	pk_meeting_print_json(m, &out);
	pk_put_byte(&out, '\0');
	assert_false(out.failed);
	return out.p;
}

static inline void assert_has(const char *text, const char *part)
{
	if (strstr(text, part) == NULL)
		fail_msg("lacks %s\n--- found\n%s", part, text);
}

static inline void assert_lacks(const char *text, const char *part)
{
	if (strstr(text, part) != NULL)
		fail_msg("should not have %s\n--- found\n%s", part, text);
}

#endif
