/* Templates put together at random: each is refused with a message, or gives documents that can be
 * read. */
#include "tiny.h"

#include "support/fixture.h"

static uint32_t next(uint32_t *seed, uint32_t below)
{
	*seed = *seed * 1664525u + 1013904223u;
	return (*seed >> 8) % below;
}

static const char *const words[] = { "ord ", "{{a}}", "{{b}}", "{{{c}}}", "~", " ", "{{! k }}",
	"{{#l}}{{.}}{{/l}}", "{{#a}}y{{/~a}}", "{{^a}}x{{/a}}", "", "", "", "", "", "", "" };
static const char *const starts[] = { "", "", "", "# ", "- ", "1. ", "| " };
/* Pairs that fit more often than what chance gives. */
static const char *const pairs[][2] = { { "{{#l}}", "{{/l}}" }, { "{{#b}}", "{{/b}}" },
	{ "{{^a}}", "{{/a}}" }, { "{{#l?}}", "{{/l?}}" } };

static void put_words(struct pk_out *out, uint32_t *seed)
{
	for (uint32_t n = next(seed, 3); n > 0; n--)
		pk_put_c(out, words[next(seed, PK_COUNT(words))]);
}

static void put_line(struct pk_out *out, uint32_t *seed, const char *tag)
{
	const char *start = starts[next(seed, PK_COUNT(starts))];
	pk_put_c(out, start);
	put_words(out, seed);
	pk_put_c(out, tag);
	put_words(out, seed);
	if (start[0] == '|') {
		pk_put_c(out, " | ");
		put_words(out, seed);
		pk_put_c(out, " |");
	}
	pk_put_c(out, "\n");
}

static const char *make(struct pk_job *job, uint32_t *seed)
{
	struct pk_out out = pk_out_new(job->arena, 1 << 16);
	const char *const *outer = pairs[next(seed, PK_COUNT(pairs))];
	const char *const *inner = pairs[next(seed, PK_COUNT(pairs))];
	put_line(&out, seed, "");
	put_line(&out, seed, outer[0]);
	put_line(&out, seed, next(seed, 2) == 0 ? "" : "{{a}}");
	put_line(&out, seed, inner[0]);
	put_line(&out, seed, inner[1]);
	put_line(&out, seed, outer[1]);
	pk_put_c(&out, "slut");
	pk_put_byte(&out, '\0');
	return out.p;
}

/* True when the template was good. */
static bool try_one(enum tiny_format format, enum tiny_place place, uint32_t seed)
{
	struct pk_job job;
	struct pk_compile_options options = { .name = PK_STR("mall") };
	const struct pk_format *to = pk_format_find(pk_str_of(tiny_format_names[format]));
	const struct pk_template *t;
	assert_true(pk_job_init(&job, &pk_limits_default));
	struct pk_value values = tiny_values(&job, PK_STR("{\"a\": \"ett\", \"b\": {\"\": \"x\"}, "
			"\"c\": {\"$blocks\": \"- p\\n- q\\n\\n| r | s |\\n|---|---|\\n| t | u |\"}, "
			"\"l\": [\"1\", \"2\"]}"));
	const char *lines = make(&job, &seed);
	bool good = to->compile(&job, tiny_template(&job, format, place, lines), &options, &t);
	assert_int_equal(good, pk_diag_errors(job.diags) == 0);
	if (good) {
		struct pk_document *document;
		struct pk_package *package;
		assert_true(to->render(&job, t, &values, &document));
		assert_true(to->finish(&job, document, NULL, &package));
		struct pk_str text = tiny_text(&job, format, place, package);
		assert_true(pk_str_find(text, PK_STR("slut"), 0) < text.n);
	}
	pk_job_free(&job);
	return good;
}

static void every_template_is_refused_or_works(void **state)
{
	size_t good = 0, n = 400;
	(void)state;
	for (uint32_t seed = 1; seed <= n; seed++)
		good += try_one(seed % 2 == 0 ? TINY_ODT : TINY_DOCX,
				(enum tiny_place)(seed / 2 % TINY_CELL), seed * 7919);
	/* The dice must give enough of both kinds. */
	if (good < n / 5 || good > n * 4 / 5)
		fail_msg("%zu of %zu were good", good, n);
}

int main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(every_template_is_refused_or_works) };
	return cmocka_run_group_tests(tests, NULL, NULL);
}
