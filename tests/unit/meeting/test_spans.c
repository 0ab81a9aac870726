#include "decoding.h"

#include "meeting/spans.h"

/* §§ 11, 12, 12 a, 13, 14: indexes 0 to 4. */
static struct pk_paragraf paragrafer[] = {
	{ .nr = { "11", 2 } }, { .nr = { "12", 2 } }, { .nr = { "12 a", 4 } }, { .nr = { "13", 2 } },
	{ .nr = { "14", 2 } },
};

static void put_spans(struct pk_out *out, const struct pk_presence *presence)
{
	pk_put(out, presence->text);
	pk_put_c(out, " =");
	for (size_t i = 0; i < presence->n_spans; i++) {
		const struct pk_span *span = &presence->spans[i];

		pk_put_c(out, span->except ? " ej " : span->part ? " del " : " ");
		pk_put_uint(out, span->from);
		pk_put_byte(out, '-');
		pk_put_uint(out, span->to);
	}
}

struct row {
	const char *words, *expected;
};

static void ranges_become_indexes(void **state)
{
	static const struct row rows[] = {
		{ "11", "§\u00A011 = 0-0" },
		{ "§ 11–13", "§\u00A011–13 = 0-3" },
		{ "§§11-§13", "§\u00A011–13 = 0-3" },
		{ "§ 12 a", "§\u00A012 a = 2-2" },
		{ "12a-14", "§\u00A012 a–14 = 2-4" },
		{ "§ 11, 12 och 14", "§\u00A011, 12, 14 = 0-0 1-1 4-4" },
		{ "§ 11, § 13", "§\u00A011, 13 = 0-0 3-3" },
		{ "ej § 12", "ej §\u00A012 = ej 1-1" },
		{ "Ej § 12, 14", "ej §\u00A012, 14 = ej 1-1 ej 4-4" },
		{ "t.o.m. § 12", "t.o.m. §\u00A012 = 0-1" },
		{ "fr.o.m. § 13", "fr.o.m. §\u00A013 = 3-4" },
		{ "från och med § 13", "fr.o.m. §\u00A013 = 3-4" },
		{ "fr.o.m. § 12 t.o.m. § 13", "fr.o.m. §\u00A012 t.o.m. §\u00A013 = 1-3" },
		{ "t.o.m. § 11, fr.o.m. § 14", "t.o.m. §\u00A011, fr.o.m. §\u00A014 = 0-0 4-4" },
		{ "del av § 12", "del av §\u00A012 = del 1-1" },
		{ "del av § 12, § 13", "del av §\u00A012, §\u00A013 = del 1-1 3-3" },
		{ "§ 11, kl. 14.10–14.55", "§\u00A011, kl.\u00A014.10–14.55 = 0-0" },
		{ "kl. 14", "kl.\u00A014.00 =" },
	};
	struct pk_job *job = *state;
	struct pk_meeting m = { .paragrafer = paragrafer, .n_paragrafer = 5 };
	struct pk_reader r = { .job = job, .m = &m };

	for (size_t i = 0; i < PK_COUNT(rows); i++) {
		struct pk_origin origin = { NULL, PK_NOWHERE };
		struct pk_out out = pk_out_new(job->arena, 4096);
		struct pk_presence presence = { 0 };

		if (!pk_presence_add(&r, &origin, pk_str_of(rows[i].words), PK_BARE_PARAGRAFER, &presence))
			fail_msg("%s\n%s", rows[i].words, reports(job, PK_ENGLISH));
		put_spans(&out, &presence);
		assert_text(pk_out_str(&out), rows[i].expected);
		assert_true(presence.given);
	}
}

static void what_is_no_range(void **state)
{
	static const struct row rows[] = {
		{ "", "P050" }, { "§", "P050" }, { "§ x", "P050" }, { "§ 13–11", "P050" },
		{ "§ 11 12", "P050" }, { "11,", "P050" }, { "fr.o.m. § 11–12", "P050" },
		{ "fr.o.m. § 13 t.o.m. § 11", "P050" }, { "§ 14.10", "P050" }, { "kl. 14.70", "P050" },
		{ "§ 10", "P051" }, { "§ 11–15", "P051" }, { "§ 12 b", "P051" },
		{ "§ 99999999999", "P050" },
	};
	struct pk_meeting m = { .paragrafer = paragrafer, .n_paragrafer = 5 };

	(void)state;
	for (size_t i = 0; i < PK_COUNT(rows); i++) {
		struct pk_origin origin = { NULL, PK_NOWHERE };
		struct pk_presence presence = { 0 };
		struct pk_reader r = { .m = &m };
		void *own = NULL;

		assert_int_equal(fixture_job(&own), 0);
		r.job = own;
		assert_false(pk_presence_add(&r, &origin, pk_str_of(rows[i].words),
				PK_BARE_PARAGRAFER, &presence));
		assert_only(r.job, rows[i].expected, 0, 0);
		fixture_job_free(&own);
	}
}

static void times_have_one_form(void **state)
{
	static const struct row rows[] = {
		{ "13.00–16.10", "13.00–16.10" }, { "13:00-16:10", "13.00–16.10" },
		{ "09.00—11.30", "09.00–11.30" }, { "9–11", "9.00–11.00" },
		{ "kl. 10–12, 13.30–16.00", "10.00–12.00, 13.30–16.00" },
		{ "kl 10-12 och kl. 13-14", "10.00–12.00, 13.00–14.00" },
		{ "13.00", "13.00" }, { "18.00 – 00.30", "18.00–00.30" },
		{ "13.00-", NULL }, { "25.00", NULL }, { "13.60", NULL }, { "ett", NULL },
		{ "13.0", NULL }, { "kl. 016", NULL }, { "016-17", NULL }, { "10 a", NULL }, { "", NULL }, { "§ 13", NULL },
	};
	struct pk_job *job = *state;

	for (size_t i = 0; i < PK_COUNT(rows); i++) {
		struct pk_str text = { NULL, 0 };
		bool ok = pk_times_normal(job, pk_str_of(rows[i].words), &text);

		if (ok != (rows[i].expected != NULL))
			fail_msg("%s", rows[i].words);
		if (ok)
			assert_text(text, rows[i].expected);
	}
	assert_silent(job);
}

static void numbers_have_one_form(void **state)
{
	static const struct row rows[] = {
		{ "330", "330" }, { "12 a", "12 a" }, { "12a", "12 a" }, { "§ 41", "41" },
		{ "a", NULL }, { "12 ab", NULL }, { "1.5", NULL }, { "41–42", NULL }, { "", NULL },
	};
	struct pk_job *job = *state;

	for (size_t i = 0; i < PK_COUNT(rows); i++) {
		struct pk_str text = { NULL, 0 };
		uint32_t number = 0;
		bool ok = pk_nr_normal(job, pk_str_of(rows[i].words), &text, &number);

		if (ok != (rows[i].expected != NULL))
			fail_msg("%s", rows[i].words);
		if (ok)
			assert_text(text, rows[i].expected);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		job_test(ranges_become_indexes),
		job_test(what_is_no_range),
		job_test(times_have_one_form),
		job_test(numbers_have_one_form),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
