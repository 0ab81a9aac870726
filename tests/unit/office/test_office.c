/* A soffice that hangs, lies, dies: what comes out, what is told, what is left behind. */
#include <dirent.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "office/office.h"
#include "support/fixture.h"

enum {
	DOCUMENTS = 4,
	LOOKS = 3000,           /* for what is left running ... */
	PAUSE = 20              /* ... milliseconds apart */
};

/* The fake one's path: an argument of the test. */
static const char *fake;

/* A folder with the program under the name that says what it does, and one for the private ones. */
struct place {
	char folder[64], program[128], scratch[128];
};

static struct place place_of(const char *mode)
{
	struct place place;

	strcpy(place.folder, "/tmp/test-office-XXXXXX");
	assert_non_null(mkdtemp(place.folder));
	snprintf(place.program, sizeof(place.program), "%s/%s", place.folder, mode);
	snprintf(place.scratch, sizeof(place.scratch), "%s/å %%scratch", place.folder);
	assert_int_equal(symlink(fake, place.program), 0);
	assert_int_equal(mkdir(place.scratch, 0700), 0);
	return place;
}

/* Fails when the folder of private folders holds anything. */
static void place_end(const struct place *place)
{
	char calls[160];

	assert_int_equal(rmdir(place->scratch), 0);
	snprintf(calls, sizeof(calls), "%s.calls", place->program);
	(void)unlink(calls);
	(void)unlink(place->program);
	assert_int_equal(rmdir(place->folder), 0);
}

/* Processes that have a word on their command line, but for dead ones. */
static unsigned processes_with(const char *word)
{
	DIR *all = opendir("/proc");
	const struct dirent *entry;
	unsigned n = 0;

	assert_non_null(all);
	while ((entry = readdir(all)) != NULL) {
		char path[300], line[4096];
		FILE *file;
		size_t length;

		snprintf(path, sizeof(path), "/proc/%s/cmdline", entry->d_name);
		if (entry->d_name[0] < '1' || entry->d_name[0] > '9' ||
				(file = fopen(path, "r")) == NULL)
			continue;
		length = fread(line, 1, sizeof(line), file);
		fclose(file);
		for (size_t i = 0; i < length; i++) {
			if (length - i >= strlen(word) && memcmp(line + i, word, strlen(word)) == 0) {
				n++;
				break;
			}
		}
	}
	closedir(all);
	return n;
}

/* None is left running: what has been killed may still be on its way out. */
static bool all_end(const char *word)
{
	int looks = 0;

	while (processes_with(word) > 0 && ++looks < LOOKS)
		(void)poll(NULL, 0, PAUSE);
	return looks < LOOKS;
}

static bool yes(void *self)
{
	(void)self;
	return true;
}

/* "+" for each PDF, the code of the message for each document without. */
static void convert(struct pk_office_program *office, size_t n, char *seen, size_t room)
{
	struct pk_office_document documents[DOCUMENTS];
	struct pk_job jobs[DOCUMENTS];
	bool all = true, done;

	for (size_t i = 0; i < n; i++) {
		assert_true(pk_job_init(&jobs[i], &pk_limits_default));
		documents[i] = (struct pk_office_document){ .job = &jobs[i], .name = PK_STR("ut.pdf"),
			.extension = ".odt", .bytes = PK_STR("anything") };
	}
	done = pk_office_convert(office, PK_OFFICE_ARCHIVE, documents, n);
	seen[0] = '\0';
	for (size_t i = 0; i < n; i++) {
		size_t at = strlen(seen);

		if (documents[i].pdf.p != NULL) {
			assert_int_equal(pk_diag_count(jobs[i].diags), 0);
			assert_true(pk_str_starts(documents[i].pdf, PK_STR("%PDF")));
		} else {
			assert_int_equal(pk_diag_count(jobs[i].diags), 1);
		}
		all = all && documents[i].pdf.p != NULL;
		snprintf(seen + at, room - at, "%s%s", i > 0 ? " " : "", documents[i].pdf.p != NULL ?
				"+" : pk_message_code(pk_diag_get(jobs[i].diags, 0)->message));
		pk_job_free(&jobs[i]);
	}
	assert_int_equal(done, all);
}

static void test_what_it_makes_of_documents(void **state)
{
	static const struct {
		const char *mode;
		size_t n;
		const char *seen;
	} rows[] = {
		{ "good", 1, "+" },
		{ "good", 4, "+ + + +" },
		{ "packed", 2, "+ +" },
		{ "nothing", 2, "P353 P353" },
		{ "fail", 1, "P353" },
		{ "empty", 2, "P354 P354" },
		{ "text", 1, "P354" },
		{ "cut", 2, "P354 P354" },
		{ "die", 2, "P355 P355" },
		{ "half", 4, "+ + + +" },       /* the others are done alone */
		{ "crowd", 3, "+ + +" },
		{ "killed", 3, "+ + +" },
	};

	(void)state;
	for (size_t i = 0; i < PK_COUNT(rows); i++) {
		struct place place = place_of(rows[i].mode);
		struct pk_office_program office = { .program = place.program, .scratch = place.scratch };
		char seen[200];

		convert(&office, rows[i].n, seen, sizeof(seen));
		assert_string_equal(seen, rows[i].seen);
		place_end(&place);
	}
}

/* The second time that it hangs over nothing but one document, the others are not tried. */
static void test_that_it_hangs(void **state)
{
	static const char *const modes[] = { "hang", "stubborn" };

	(void)state;
	for (size_t i = 0; i < PK_COUNT(modes); i++) {
		struct place place = place_of(modes[i]);
		struct pk_office_program office = { .program = place.program, .scratch = place.scratch,
			.seconds = 1 };
		char seen[200];

		convert(&office, 3, seen, sizeof(seen));
		assert_string_equal(seen, "P352 P352 P352");
		assert_true(all_end(place.program));
		place_end(&place);
	}
}

static void test_that_it_is_stopped(void **state)
{
	struct place place = place_of("hang");
	struct pk_office_program office = { .program = place.program, .scratch = place.scratch,
		.stopped = yes };
	char seen[200];

	(void)state;
	convert(&office, 2, seen, sizeof(seen));
	assert_string_equal(seen, "P356 P356");
	assert_true(all_end(place.program));
	place_end(&place);
}

static void test_that_it_is_missing(void **state)
{
	struct place place = place_of("good");
	struct pk_office_program office = { .scratch = place.scratch };
	char seen[200];

	(void)state;
	convert(&office, 2, seen, sizeof(seen));
	assert_string_equal(seen, "P350 P350");
	office.program = "/nonexistent/soffice";
	convert(&office, 2, seen, sizeof(seen));
	assert_string_equal(seen, "P351 P351");
	office.program = place.program;
	office.scratch = "/nonexistent";
	convert(&office, 2, seen, sizeof(seen));
	assert_string_equal(seen, "P357 P353");
	place_end(&place);
}

/* The message tells what to install. */
static void test_what_to_install(void **state)
{
	struct pk_job *job = *state;
	struct pk_office_program office = { 0 };
	struct pk_office_document document = { .job = job, .name = PK_STR("sn.pdf"),
		.extension = ".odt" };

	assert_false(pk_office_convert(&office, PK_OFFICE_MEASURE, &document, 1));
	assert_non_null(strstr(reports(job, PK_SWEDISH), "LibreOffice saknas: 'sn.pdf' behöver det"));
	assert_non_null(strstr(reports(job, PK_SWEDISH), "installera paketet libreoffice-writer-nogui"));
	assert_non_null(strstr(reports(job, PK_ENGLISH), "install the package libreoffice-writer-nogui"));
}

int main(int argc, char **argv)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_what_it_makes_of_documents),
		cmocka_unit_test(test_that_it_hangs),
		cmocka_unit_test(test_that_it_is_stopped),
		cmocka_unit_test(test_that_it_is_missing),
		job_test(test_what_to_install),
	};

	if (argc != 2)
		return 2;
	fake = argv[1];
	return cmocka_run_group_tests(tests, NULL, NULL);
}
