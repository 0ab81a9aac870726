/* What is seen of files that change, by being told and by looking. */
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "preview/watch.h"
#include "support/fixture.h"

enum { DEADLINE = 30000 };

struct place {
	char folder[40], file[64], other[64];
	struct pk_watch *watch;
};

static void write_file(const char *path, const char *text)
{
	FILE *file = fopen(path, "w");

	assert_non_null(file);
	assert_true(fputs(text, file) >= 0);
	assert_int_equal(fclose(file), 0);
}

static int set_up(void **state)
{
	struct place *place = calloc(1, sizeof(*place));

	if (place == NULL)
		return -1;
	strcpy(place->folder, "/tmp/protokoll-watch-XXXXXX");
	if (mkdtemp(place->folder) == NULL)
		return -1;
	(void)snprintf(place->file, sizeof(place->file), "%s/a.yaml", place->folder);
	(void)snprintf(place->other, sizeof(place->other), "%s/b.yaml", place->folder);
	place->watch = pk_watch_new();
	*state = place;
	return place->watch == NULL ? -1 : 0;
}

static int tear_down(void **state)
{
	struct place *place = *state;

	pk_watch_free(place->watch);
	(void)unlink(place->file);
	(void)unlink(place->other);
	(void)rmdir(place->folder);
	free(place);
	return 0;
}

static bool watch_one(struct place *place, const char *path)
{
	return pk_watch_set(place->watch, &path, 1);
}

/* Waits until the system has something to tell; whether it is about a watched file. */
static bool told(struct place *place)
{
	struct pollfd fd = { pk_watch_fd(place->watch), POLLIN, 0 };

	assert_int_equal(poll(&fd, 1, DEADLINE), 1);
	return pk_watch_told(place->watch);
}

static void test_told(void **state)
{
	struct place *place = *state;

	write_file(place->file, "a");
	assert_true(watch_one(place, place->file));
	write_file(place->file, "b");
	assert_true(told(place));
	assert_int_equal(rename(place->file, place->other), 0);
	assert_true(told(place));
	assert_int_equal(rename(place->other, place->file), 0);
	assert_true(told(place));
	assert_int_equal(unlink(place->file), 0);
	assert_true(told(place));
}

static void test_neighbours_are_not_told_of(void **state)
{
	struct place *place = *state;

	assert_true(watch_one(place, place->file));
	write_file(place->other, "b");
	assert_false(told(place));
}

static void test_let_go(void **state)
{
	struct place *place = *state;

	assert_true(watch_one(place, place->file));
	assert_true(watch_one(place, place->other));
	write_file(place->file, "a");
	assert_false(told(place));
	assert_false(watch_one(place, place->other));
}

static void test_looking(void **state)
{
	struct place *place = *state;

	assert_true(watch_one(place, place->file));
	assert_false(pk_watch_look(place->watch));
	write_file(place->file, "a");
	assert_true(pk_watch_look(place->watch));
	assert_false(pk_watch_look(place->watch));
	write_file(place->file, "longer");
	pk_watch_mark(place->watch);
	assert_false(pk_watch_look(place->watch));
	/* The same size, another file. */
	write_file(place->other, "LONGER");
	assert_int_equal(rename(place->other, place->file), 0);
	assert_true(pk_watch_look(place->watch));
	assert_int_equal(unlink(place->file), 0);
	assert_true(pk_watch_look(place->watch));
	assert_false(pk_watch_look(place->watch));
}

static void test_a_folder_that_comes_later(void **state)
{
	struct place *place = *state;
	char folder[64], file[80];

	(void)snprintf(folder, sizeof(folder), "%s/mapp", place->folder);
	(void)snprintf(file, sizeof(file), "%s/a.yaml", folder);
	assert_true(watch_one(place, file));
	assert_int_equal(mkdir(folder, 0700), 0);
	assert_false(pk_watch_look(place->watch));
	write_file(file, "a");
	assert_true(told(place));
	assert_int_equal(unlink(file), 0);
	assert_int_equal(rmdir(folder), 0);
	assert_true(told(place));
}

/* A file that is a folder, a pipe or in a folder that is none is looked at without waiting. */
static void test_odd_files(void **state)
{
	struct place *place = *state;
	char below[80];

	(void)snprintf(below, sizeof(below), "%s/c.yaml", place->file);
	assert_int_equal(mkfifo(place->file, 0600), 0);
	for (size_t i = 0; i < 3; i++) {
		const char *const paths[] = { place->file, place->folder, below };

		assert_true(watch_one(place, paths[i]));
		assert_false(pk_watch_look(place->watch));
	}
}

#define watch_test(function) cmocka_unit_test_setup_teardown((function), set_up, tear_down)

int main(void)
{
	const struct CMUnitTest tests[] = {
		watch_test(test_told),
		watch_test(test_neighbours_are_not_told_of),
		watch_test(test_let_go),
		watch_test(test_looking),
		watch_test(test_a_folder_that_comes_later),
		watch_test(test_odd_files),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
