/* Arena, sinks, growing arrays: at their limit and one past it. */
#include "support/fixture.h"

static void arena_stops_at_its_ceiling(void **state)
{
	struct pk_arena *arena = pk_arena_new(4096);

	(void)state;
	assert_non_null(pk_arena_alloc(arena, 4080));
	assert_null(pk_arena_alloc(arena, 17));
	assert_non_null(pk_arena_alloc(arena, 16));
	assert_null(pk_arena_alloc(arena, 1));
	assert_null(pk_arena_alloc(arena, SIZE_MAX));
	pk_arena_free(arena);
	pk_arena_free(NULL);
}

static void resizing_keeps_bytes_and_clears_the_rest(void **state)
{
	static const size_t sizes[] = { 10, 100, 5000, 40000, 70000, 300000 };
	struct pk_arena *arena = pk_arena_new((size_t)16 << 20);
	size_t old = 4;
	char *p = pk_arena_alloc(arena, old);

	(void)state;
	memcpy(p, "abcd", 4);
	for (size_t i = 0; i < PK_COUNT(sizes); i++) {
		/* Something else is allocated between, so that pieces must move. */
		assert_non_null(pk_arena_alloc(arena, i * 3000));
		p = pk_arena_resize(arena, p, old, sizes[i]);
		assert_non_null(p);
		assert_memory_equal(p, "abcd", 4);
		assert_int_equal(p[old], 0);
		assert_int_equal(p[sizes[i] - 1], 0);
		old = sizes[i];
	}
	pk_arena_free(arena);
}

/* Where AddressSanitizer watches who still has it, nothing is used again. */
#if defined(__has_feature)
#if __has_feature(address_sanitizer)
#define WATCHED true
#endif
#elif defined(__SANITIZE_ADDRESS__)
#define WATCHED true
#endif
#ifndef WATCHED
#define WATCHED false
#endif

/* What is given back, and what a growing piece leaves behind, is used before anything new. */
static void memory_is_used_again(void **state)
{
	struct pk_arena *arena = pk_arena_new((size_t)64 << 20);
	char *large = pk_arena_take(arena, 100000), *first = pk_arena_take(arena, 4000);
	bool again = false;

	(void)state;
	memset(large, 'x', 100000);
	memset(first, 'x', 4000);
	pk_arena_give(arena, first, 4000);
	pk_arena_give(arena, large, 100000);
	pk_arena_give(arena, NULL, 0);
	for (size_t i = 0; i < 40 && !again; i++) {
		char *p = pk_arena_alloc(arena, 3000);

		assert_non_null(p);
		for (size_t k = 0; k < 3000; k++)
			assert_int_equal(p[k], 0);
		again = p == first;
	}
	assert_true(again != WATCHED);
	pk_arena_free(arena);
}

static void sink_remembers_its_failure(void **state)
{
	struct pk_job *job = *state;
	struct pk_out out = pk_out_new(job->arena, 10000);
	struct pk_str result = { 0 };

	for (int i = 0; i < 10000; i++)
		pk_put_byte(&out, 'x');
	assert_false(out.failed);
	pk_put_byte(&out, 'y');
	assert_true(out.failed);
	pk_put_c(&out, "");
	assert_int_equal(out.n, 10000);
	assert_false(pk_out_done(job, &out, &result));
	assert_null(result.p);
	assert_only(job, "P901", 0, 0);
}

static void arrays_grow(void **state)
{
	struct pk_job *job = *state;
	uint32_t *v = NULL;
	size_t n = 0, room = 0;

	while (n < 1000) {
		assert_true(pk_grow(job, &v, n, &room));
		v[n] = (uint32_t)n;
		n++;
	}
	for (size_t i = 0; i < n; i++)
		assert_int_equal(v[i], i);
	assert_silent(job);
}

/* A step's memory goes when nothing hangs on it, and stays with the whole job when a message does. */
static void step_gives_its_memory_back_or_on(void **state)
{
	struct pk_job *job = *state;
	struct pk_step step;
	struct pk_str words;
	size_t before = pk_arena_used(job->arena);

	assert_true(pk_step_begin(job, &step));
	assert_non_null(pk_new(&step.job, char, 1 << 20));
	pk_step_end(&step);
	assert_int_equal(pk_arena_used(job->arena), before);

	assert_true(pk_step_begin(job, &step));
	assert_non_null(pk_new(&step.job, char, 1 << 20));
	assert_true(pk_join(&step.job, &words, PK_STR("mall"), PK_STR(".odt")));
	assert_false(pk_fail(&step.job, PK_M_FILE_MISSING, PK_NOWHERE, words));
	pk_step_end(&step);
	assert_true(pk_arena_used(job->arena) > before + (1 << 20));
	assert_text(pk_diag_get(job->diags, 0)->a, "mall.odt");
	assert_only(job, pk_message_code(PK_M_FILE_MISSING), 0, 0);
}

/* The whole job's lists grow in its own memory, whichever step adds to them. */
static void lists_outlive_the_step_that_grew_them(void **state)
{
	struct pk_job *job = *state;
	struct pk_sought sought = { 0 };
	struct pk_step step;

	job->sought = &sought;
	for (size_t turn = 0; turn < 100; turn++) {
		assert_true(pk_step_begin(job, &step));
		for (size_t i = 0; i < 20; i++)
			assert_true(pk_job_sought(&step.job, pk_number(&step.job, turn * 20 + i)));
		pk_step_end(&step);
	}
	assert_int_equal(sought.n, 2000);
	assert_text(sought.v[1999], "1999");
	job->sought = NULL;
	assert_silent(job);
}

/* A template has a source for each paragraph: without a message they are nothing but memory. */
static void sources_are_kept_for_messages_only(void **state)
{
	struct pk_job *job = *state;
	size_t before = pk_arena_used(job->arena);
	struct pk_source source = { .paragraph = 1 };
	struct pk_step step;

	for (uint32_t turn = 0; turn < 3; turn++) {
		struct pk_pos at = { .length = 1 };

		assert_true(pk_step_begin(job, &step));
		assert_true(pk_join(&step.job, &source.name, PK_STR("mall"), PK_STR(".odt")));
		for (size_t i = 0; i < 500; i++)
			assert_true(pk_source_add(&step.job, &source, &at.source));
		assert_non_null(pk_new(&step.job, char, 1 << 20));
		if (turn == 2)
			assert_false(pk_fail(&step.job, PK_M_FILE_MISSING, at, source.name));
		pk_step_end(&step);
		assert_int_equal(pk_source_count(job->sources), turn == 2 ? 500 : 0);
		assert_true(turn == 2 || pk_arena_used(job->arena) < before + (1 << 20));
	}
	assert_text(pk_source_get(job->sources, 500)->name, "mall.odt");
	assert_only(job, pk_message_code(PK_M_FILE_MISSING), 1, 1);
}

static void out_of_memory_is_told(void **state)
{
	struct pk_limits limits = pk_limits_default;
	struct pk_job job;

	(void)state;
	limits.memory = 1 << 16;
	assert_true(pk_job_init(&job, &limits));
	assert_null(pk_new(&job, char, 1 << 17));
	assert_only(&job, "P900", 0, 0);
	pk_job_free(&job);
}

static void pieces_are_joined_and_ended(void **state)
{
	struct pk_str s;

	assert_true(pk_join(*state, &s, PK_STR("§ "), PK_STR(""), PK_STR("42")));
	assert_text(s, "§ 42");
	assert_int_equal(s.p[s.n], 0);
	assert_text(pk_number(*state, 18446744073709551615u), "18446744073709551615");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(arena_stops_at_its_ceiling),
		cmocka_unit_test(resizing_keeps_bytes_and_clears_the_rest),
		cmocka_unit_test(memory_is_used_again),
		job_test(sink_remembers_its_failure),
		job_test(arrays_grow),
		job_test(step_gives_its_memory_back_or_on),
		job_test(lists_outlive_the_step_that_grew_them),
		job_test(sources_are_kept_for_messages_only),
		cmocka_unit_test(out_of_memory_is_told),
		job_test(pieces_are_joined_and_ended),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
