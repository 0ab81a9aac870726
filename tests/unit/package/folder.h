/* A temporary folder of a test's own. */
#ifndef PK_TESTS_FOLDER_H
#define PK_TESTS_FOLDER_H

#include "base/job.h"

/* A job (as fixture_job) and a new empty folder, which the test stands in; removed afterwards. */
int folder_job(void **state);
int folder_job_free(void **state);

#define folder_test(function)                                                                      \
	cmocka_unit_test_setup_teardown((function), folder_job, folder_job_free)

/* Writes and reads a file without the functions under test. */
void folder_put(const char *name, const char *text, unsigned mode);
void assert_file(const char *name, const char *expected);

/* Exactly these names, sorted, with a space between. */
void assert_names(const char *expected);

#endif
