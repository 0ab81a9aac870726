#include "unit/rules/meeting_text.h"

#include <stdio.h>

/* The file that the test is given: a meeting with nearly all that a protocol records. */
static const char *path;

/* A judged meeting. */
struct judged {
	const struct pk_meeting *m;
	const struct pk_findings *f;
};

static struct judged judge(struct pk_job *job)
{
	static char text[1 << 16];
	FILE *file = fopen(path, "rb");
	struct judged j = { NULL, NULL };
	size_t n;

	if (file == NULL)
		fail_msg("no %s", path);
	n = fread(text, 1, sizeof(text) - 1, file);
	fclose(file);
	text[n] = '\0';
	j.m = meeting_with(job, text, NULL);
	if (!pk_rules_apply(job, j.m, day_of("2024-06-30"), &j.f))
		fail_msg("errors:\n%s", reports(job, PK_ENGLISH));
	return j;
}

/* The family names of those who served, the chair with a star. */
static void assert_served(struct pk_job *job, const struct judged *j, size_t i, const char *expected)
{
	const struct pk_served *s = &j->f->ruled[i].served;
	struct pk_out out = pk_out_new(job->arena, 1 << 12);

	for (size_t k = 0; k < s->n; k++) {
		struct pk_str name = j->m->persons[s->persons[k]].namn;

		pk_put_c(&out, k > 0 ? ", " : "");
		pk_put(&out, pk_str_slice(name, pk_str_find(name, PK_STR(" "), 0) + 1, name.n));
		pk_put_c(&out, (int32_t)s->persons[k] == s->chair ? "*" : "");
	}
	assert_text(pk_out_str(&out), expected);
}

static void those_who_were_there_serve(void **state)
{
	struct judged j = judge(*state);

	assert_served(*state, &j, 0, "Holm*, Lindgren, Wallin, Ström, Demir, Nyqvist, Falk");
	assert_served(*state, &j, 1, "Holm*, Lindgren, Wallin, Ström, Demir, Nyqvist, Falk");
	assert_served(*state, &j, 2, "Holm*, Lindgren, Wallin, Berg, Demir, Nyqvist, Falk");
	assert_served(*state, &j, 3, "Lindgren*, Haddad, Wallin, Berg, Demir, Nyqvist, Falk");
	assert_false(j.f->ruled[3].served.as_first_page);
	assert_true(j.f->ruled[4].served.n == 7);
}

static void the_chair_decides_the_vote(void **state)
{
	struct judged j = judge(*state);
	const struct pk_counted *c = &j.f->ruled[1].votes[0];

	assert_int_equal(c->count[PK_SIDE_JA], 3);
	assert_int_equal(c->count[PK_SIDE_NEJ], 3);
	assert_int_equal(c->count[PK_SIDE_AVSTAR], 1);
	assert_true(c->tie);
	assert_int_equal(c->outcome, PK_OUTCOME_JA);
}

static void assert_bevis(const struct pk_bevis *b, const char *paragrafer, const char *j, const char *a,
		const char *s, const char *n)
{
	assert_text(b->paragrafer, paragrafer);
	assert_int_equal(b->n_notices, 1);
	assert_int_equal(pk_date_cmp(b->justerat, day_of(j)), 0);
	assert_int_equal(pk_date_cmp(b->notices[0].anslag, day_of(a)), 0);
	assert_int_equal(pk_date_cmp(b->notices[0].last_appeal, day_of(s)), 0);
	assert_int_equal(pk_date_cmp(b->notices[0].nedtas, day_of(n)), 0);
}

static void each_justering_has_its_dates(void **state)
{
	struct judged j = judge(*state);

	assert_int_equal(j.f->n_bevis, 2);
	assert_bevis(&j.f->bevis[0], "41–44, 46–47", "2024-05-31", "2024-05-31", "2024-06-24", "2024-06-25");
	assert_bevis(&j.f->bevis[1], "45", "2024-05-21", "2024-05-22", "2024-06-12", "2024-06-13");
}

static void each_bevis_has_its_signers(void **state)
{
	static const char *const expected[] = { "Anna Sjöberg 41–44, 46–47", "Karin Holm 41–43, 46–47",
		"Per Lindgren 44", "Sara Nyqvist 41–44, 46–47" };
	struct judged j = judge(*state);
	const struct pk_bevis *b = &j.f->bevis[0];

	assert_int_equal(b->n_signers, PK_COUNT(expected));
	for (size_t i = 0; i < b->n_signers; i++) {
		struct pk_str text = PK_STR("");

		assert_true(pk_join(*state, &text, b->signers[i].namn, PK_STR(" "),
				b->signers[i].paragrafer));
		assert_text(text, expected[i]);
	}
	assert_int_equal(j.f->bevis[1].n_signers, 3);
}

/* Only a note: what is silenced does not occur. */
static void nothing_is_wrong(void **state)
{
	struct pk_job *job = *state;

	(void)judge(job);
	for (int level = PK_LEVEL_REMAINS; level <= PK_LEVEL_FATAL; level++)
		assert_int_equal(pk_diag_count_level(job->diags, (enum pk_level)level), 0);
	assert_non_null(strstr(reports(job, PK_SWEDISH), "upplysning[P309]: P071 tystas, men förekommer inte"));
}

/* However little memory there is: findings, or an error that says so. */
static void too_little_memory_is_told(void **state)
{
	const struct pk_meeting *m = judge(*state).m;
	bool ok = false;

	for (size_t memory = 1 << 10; !ok; memory += 331) {
		struct pk_limits limits = pk_limits_default;
		const struct pk_findings *found = NULL;
		struct pk_job small;

		limits.memory = memory;
		if (!pk_job_init(&small, &limits))
			continue;
		ok = pk_rules_apply(&small, m, day_of("2024-06-30"), &found);
		assert_true(ok == (found != NULL) && ok == (pk_diag_errors(small.diags) == 0));
		assert_true(memory < 1 << 20);
		pk_job_free(&small);
	}
}

int main(int argc, char **argv)
{
	const struct CMUnitTest tests[] = {
		job_test(those_who_were_there_serve),
		job_test(the_chair_decides_the_vote),
		job_test(each_justering_has_its_dates),
		job_test(each_bevis_has_its_signers),
		job_test(nothing_is_wrong),
		job_test(too_little_memory_is_told),
	};

	path = argc > 1 ? argv[1] : "";
	return cmocka_run_group_tests(tests, NULL, NULL);
}
