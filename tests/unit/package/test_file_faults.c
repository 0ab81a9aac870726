/* Every system call of a replacement fails in turn. The law: afterwards each file holds its old
 * bytes or the new ones, the folder holds nothing else, and either all went well or a message
 * tells. */
#include "package/replace.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <sys/stat.h>
#include <sys/types.h>
#include <unistd.h>

#include "folder.h"
#include "package/file.h"
#include "support/fixture.h"

/* Calls are counted while armed; number fail_at answers error. */
static struct {
	bool armed, short_writes;
	int n, fail_at, error;
	const char *failed; /* which call it was */
} fault;

static bool strike(const char *call)
{
	if (!fault.armed || ++fault.n != fault.fail_at)
		return false;
	fault.failed = call;
	errno = fault.error;
	return true;
}

/* What the linker puts in place of each call, and the call itself. */
#define WRAPPED(type, call, parameters, arguments)                                                 \
	type __real_##call parameters;                                                             \
	type __wrap_##call parameters;                                                             \
	type __wrap_##call parameters                                                              \
	{                                                                                          \
		return strike(#call) ? -1 : __real_##call arguments;                               \
	}

WRAPPED(int, lstat, (const char *path, struct stat *now), (path, now))
WRAPPED(int, lstat64, (const char *path, struct stat *now), (path, now))
WRAPPED(int, fstat, (int fd, struct stat *now), (fd, now))
WRAPPED(int, fstat64, (int fd, struct stat *now), (fd, now))
WRAPPED(int, fstatat, (int fd, const char *path, struct stat *now, int flags), (fd, path, now, flags))
WRAPPED(int, fstatat64, (int fd, const char *path, struct stat *now, int flags), (fd, path, now, flags))
WRAPPED(int, flock, (int fd, int how), (fd, how))
WRAPPED(int, faccessat, (int fd, const char *path, int mode, int flags), (fd, path, mode, flags))
WRAPPED(int, fchmod, (int fd, mode_t mode), (fd, mode))
WRAPPED(int, fsync, (int fd), (fd))
WRAPPED(int, renameat, (int a, const char *old, int b, const char *new), (a, old, b, new))
WRAPPED(int, openat, (int fd, const char *path, int flags, mode_t mode), (fd, path, flags, mode))
WRAPPED(int, openat64, (int fd, const char *path, int flags, mode_t mode), (fd, path, flags, mode))
WRAPPED(ssize_t, read, (int fd, void *bytes, size_t n), (fd, bytes, n))

ssize_t __real_write(int fd, const void *bytes, size_t n);
ssize_t __wrap_write(int fd, const void *bytes, size_t n);
ssize_t __wrap_write(int fd, const void *bytes, size_t n)
{
	if (strike("write"))
		return -1;
	return __real_write(fd, bytes, fault.armed && fault.short_writes && n > 1 ? 1 : n);
}

/* A close that fails has closed nevertheless. */
int __real_close(int fd);
int __wrap_close(int fd);
int __wrap_close(int fd)
{
	int error = errno;
	int result = __real_close(fd);

	errno = error;
	return strike("close") ? -1 : result;
}

/* Replaces the first n of two files; *ret_n as pk_file_replace_all() tells it. */
static bool replace_with_fault(struct pk_job *job, size_t n, int fail_at, int error, size_t *ret_n)
{
	const struct pk_file files[] = {
		{ PK_STR("a.odt"), PK_STR("new bytes") },
		{ PK_STR("b.docx"), PK_STR("new bytes") },
	};

	fault.armed = true;
	fault.n = 0;
	fault.fail_at = fail_at;
	fault.error = error;
	fault.failed = NULL;
	bool done = pk_file_replace_all(job, files, n, ret_n);
	fault.armed = false;
	return done;
}

static const char *code_for(int error)
{
	switch (error) {
	case EACCES:
		return "P181";
	case ENOSPC:
	case EDQUOT:
		return "P182";
	case EROFS:
		return "P183";
	default:
		return "P188";
	}
}

static bool holds(const char *name, const char *expected)
{
	char text[100];
	FILE *file = fopen(name, "rb");

	if (file == NULL)
		return expected == NULL;
	text[fread(text, 1, sizeof(text) - 1, file)] = '\0';
	fclose(file);
	return expected != NULL && strcmp(text, expected) == 0;
}

/* Runs with call 1, 2, 3... failing until none is left to fail; old is what the file holds before,
 * NULL for nothing. Returns how many calls there are. */
static int fail_each(int error, const char *old)
{
	for (int i = 1;; i++) {
		void *own = NULL;
		struct pk_job *job;
		size_t placed;

		fixture_job(&own);
		job = own;
		remove("a.odt");
		if (old != NULL)
			folder_put("a.odt", old, 0600);
		bool done = replace_with_fault(job, 1, i, error, &placed);
		const char *call = fault.failed == NULL ? "nothing" : fault.failed;

		assert_int_equal(pk_diag_count(job->diags), done ? 0 : 1);
		if (done && !holds("a.odt", "new bytes"))
			fail_msg("%s (call %d): done, but the new bytes are not there", call, i);
		if (!done && !holds("a.odt", old) && !holds("a.odt", "new bytes"))
			fail_msg("%s (call %d): neither the old bytes nor the new", call, i);
		if (!done && strcmp(call, "fsync") != 0 && !holds("a.odt", old))
			fail_msg("%s (call %d): failed, but the old bytes are gone", call, i);
		assert_names(holds("a.odt", NULL) ? "" : "a.odt");
		if (!done) {
			assert_only(job, code_for(error), 0, 0);
			assert_true(strstr(reports(job, PK_SWEDISH), "a.odt") != NULL ||
					strcmp(call, "openat64") == 0 ||
					strcmp(call, "openat") == 0);
		}
		fixture_job_free(&own);
		if (fault.failed == NULL)
			return i - 1;
	}
}

static void every_call_fails_with_every_error(void **state)
{
	static const int errors[] = { EIO, ENOSPC, EDQUOT, EACCES, EROFS, EMFILE };

	(void)state;
	for (size_t i = 0; i < PK_COUNT(errors); i++) {
		/* lstat, folder, temporary, write, fsync, rename, fsync, close, close */
		assert_true(fail_each(errors[i], NULL) >= 9);
		/* and access and mode of the old file */
		assert_true(fail_each(errors[i], "old") >= 11);
	}
}

static void writes_of_one_byte_are_enough(void **state)
{
	(void)state;
	fault.short_writes = true;
	assert_true(fail_each(ENOSPC, "old") >= 11 + 8);
	fault.short_writes = false;
}

/* Interrupted calls are made again (not close: the file is closed then). */
static void interruptions_are_not_failures(void **state)
{
	static const char *const patient[] = { "openat", "openat64", "write", "fsync", "close" };

	for (int i = 1;; i++) {
		struct pk_job *job = *state;
		bool is_patient = false;
		size_t placed;

		folder_put("a.odt", "old", 0600);
		bool done = replace_with_fault(job, 1, i, EINTR, &placed);
		for (size_t k = 0; fault.failed != NULL && k < PK_COUNT(patient); k++)
			is_patient |= strcmp(fault.failed, patient[k]) == 0;
		if (is_patient && !done)
			fail_msg("%s (call %d) was not made again", fault.failed, i);
		assert_true(holds("a.odt", done ? "new bytes" : "old"));
		assert_names("a.odt");
		if (fault.failed == NULL)
			return;
	}
}

/* A file system that cannot sync folders is no reason to fail. */
static void folders_need_not_be_synced(void **state)
{
	struct pk_job *job = *state;
	int n = fail_each(EIO, NULL);
	size_t placed;

	remove("a.odt");
	/* The last three calls sync the folder, and close the file and the folder. */
	assert_true(replace_with_fault(job, 1, n - 2, EINVAL, &placed));
	assert_string_equal(fault.failed, "fsync");
	assert_int_equal(placed, 1);
	assert_silent(job);
}

/* A failure before the first rename leaves both files as they were; a rename that fails tells which. */
static void two_files_are_replaced_together(void **state)
{
	bool parted = false;

	(void)state;
	for (int i = 1; i == 1 || fault.failed != NULL; i++) {
		void *own = NULL;
		size_t placed = 9;

		fixture_job(&own);
		folder_put("a.odt", "old", 0600);
		folder_put("b.docx", "old", 0600);
		bool done = replace_with_fault(own, 2, i, ENOSPC, &placed);
		const char *call = fault.failed == NULL ? "nothing" : fault.failed;
		bool a = holds("a.odt", "new bytes"), b = holds("b.docx", "new bytes");

		assert_names("a.odt b.docx");
		assert_true((a || holds("a.odt", "old")) && (b || holds("b.docx", "old")));
		if (a != b && (b || strcmp(call, "renameat") != 0))
			fail_msg("%s (call %d): one file is new, the other is not", call, i);
		if (a != b)
			assert_non_null(strstr(reports(own, PK_SWEDISH), "b.docx"));
		parted |= a != b;
		assert_int_equal(pk_diag_count(((struct pk_job *)own)->diags), done ? 0 : 1);
		/* New names in a folder that could not be synced may not stay. */
		assert_int_equal(placed, done ? 2 : a && !b ? 1 : 0);
		fixture_job_free(&own);
	}
	assert_true(parted);
}

static void reading_fails_with_a_message(void **state)
{
	(void)state;
	folder_put("a.yaml", "text", 0600);
	for (int i = 1; i == 1 || fault.failed != NULL; i++) {
		void *own = NULL;
		struct pk_job *job;
		struct pk_str text = PK_STR("");

		fixture_job(&own);
		job = own;
		fault.armed = true;
		fault.n = 0;
		fault.fail_at = i;
		fault.error = EIO;
		fault.failed = NULL;
		bool done = pk_file_read(job, PK_STR("a.yaml"), 100, &text);
		fault.armed = false;
		if (done)
			assert_text(text, "text");
		else
			assert_only(job, "P188", 0, 0);
		assert_true(done == (fault.failed == NULL || strcmp(fault.failed, "close") == 0));
		fixture_job_free(&own);
	}
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
		folder_test(every_call_fails_with_every_error),
		folder_test(writes_of_one_byte_are_enough),
		folder_test(interruptions_are_not_failures),
		folder_test(folders_need_not_be_synced),
		folder_test(two_files_are_replaced_together),
		folder_test(reading_fails_with_a_message),
	};

	return cmocka_run_group_tests_name("package/file_faults", tests, NULL, NULL);
}
