/* The pool: everything done once, handed on in order, never far ahead; and it can be stopped. */
#include "job/pool.h"
#include "support/fixture.h"

#include <stdatomic.h>
#include <stdlib.h>

enum { MANY = 5000 };

struct seen {
	atomic_uint times[MANY];        /* piece i was done so many times */
	atomic_size_t working, most;    /* begun and not handed on: now, and at most */
	size_t next, stop_at;
	bool in_order;
};

static void work(void *self, size_t i)
{
	struct seen *seen = self;
	size_t now = atomic_fetch_add(&seen->working, 1) + 1, most = atomic_load(&seen->most);

	while (now > most && !atomic_compare_exchange_weak(&seen->most, &most, now))
		continue;
	atomic_fetch_add(&seen->times[i], 1);
}

static bool done(void *self, size_t i)
{
	struct seen *seen = self;

	atomic_fetch_sub(&seen->working, 1);
	seen->in_order &= i == seen->next && atomic_load(&seen->times[i]) == 1;
	seen->next++;
	return seen->next != seen->stop_at;
}

static void run(struct seen *seen, size_t n, unsigned workers, size_t stop_at)
{
	const struct pk_pool pool = { .n = n, .workers = workers, .self = seen, .work = work,
		.done = done };
	size_t handed;

	memset(seen, 0, sizeof(*seen));
	seen->in_order = true;
	seen->stop_at = stop_at;
	handed = pk_pool_run(&pool);
	assert_int_equal(handed, seen->next);
	assert_true(seen->in_order);
	for (size_t i = 0; i < n; i++)
		assert_int_equal(atomic_load(&seen->times[i]), i < seen->next);
}

static void each_piece_once_and_in_order(void **state)
{
	static const unsigned workers[] = { 0, 1, 2, 7, 1000 };
	struct seen *seen = malloc(sizeof(*seen));

	(void)state;
	assert_non_null(seen);
	for (size_t i = 0; i < PK_COUNT(workers); i++) {
		run(seen, MANY, workers[i], 0);
		assert_int_equal(seen->next, MANY);
		run(seen, 1, workers[i], 0);
		run(seen, 0, workers[i], 0);
		assert_int_equal(seen->next, 0);
	}
	free(seen);
}

static void results_do_not_pile_up(void **state)
{
	struct seen *seen = malloc(sizeof(*seen));

	(void)state;
	assert_non_null(seen);
	run(seen, MANY, 4, 0);
	assert_true(atomic_load(&seen->most) <= 4 * 4 + 4);
	free(seen);
}

/* What was begun when done() said no is still handed on, and nothing else. */
static void stops_when_told(void **state)
{
	struct seen *seen = malloc(sizeof(*seen));

	(void)state;
	assert_non_null(seen);
	run(seen, MANY, 1, 10);
	assert_int_equal(seen->next, 10);
	run(seen, MANY, 4, 10);
	assert_in_range(seen->next, 10, 10 + 4 * 4 + 4);
	free(seen);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(each_piece_once_and_in_order),
		cmocka_unit_test(results_do_not_pile_up),
		cmocka_unit_test(stops_when_told),
	};

	return cmocka_run_group_tests_name("pool", tests, NULL, NULL);
}
