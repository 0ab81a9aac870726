/* A job for one test, and assertions on what it reported. */
#ifndef PK_TESTS_FIXTURE_H
#define PK_TESTS_FIXTURE_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "base/job.h"

/* cmocka set-up and tear-down: *state is a struct pk_job with default limits. */
int fixture_job(void **state);
int fixture_job_free(void **state);

/* A test that gets a struct pk_job in *state. */
#define job_test(function) \
	cmocka_unit_test_setup_teardown((function), fixture_job, fixture_job_free)

/* All messages so far as a terminal would show them, in order of place; NUL terminated. */
const char *reports(struct pk_job *job, enum pk_language language);

/* Adds a source with that text and returns its number. */
uint32_t source_of(struct pk_job *job, const char *name, const char *text);

/* Fails and prints from the first difference on. */
void assert_text(struct pk_str found, const char *expected);

/* Exactly one message, with that code, at that line and column (0, 0: nowhere). */
void assert_only(struct pk_job *job, const char *code, uint32_t line, uint32_t column);

/* No message at all. */
void assert_silent(struct pk_job *job);

#endif
