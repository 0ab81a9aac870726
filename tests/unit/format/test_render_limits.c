/* Rendering and finishing with too little memory, and with ceilings: a message, never a document
 * that is half right. */
#include "made.h"

#include "format/common/template.h"

#define JSON                                                                                       \
	"{\"p\": [{\"ankare\": \"anchor:0\", \"sidor\": \"page:0\", \"t\": \"md:a **b**\\n\\n- "   \
	"c\\n\\n"                                                                                  \
	"1. d\\n\\n| e | f |\\n|---|---|\\n| g | h |\\n\\n[i](https://x.se) ![j](red)\"}]}"

static const char *const bodies[TINY_FORMATS] = {
	"<text:p>{{#p}}</text:p><text:p>{{ankare}}{{sidor}}</text:p><text:p>{{{t}}}</text:p>"
	"<text:p>{{/p}}</text:p>",
	"<w:p><w:r><w:t>{{#p}}</w:t></w:r></w:p><w:p><w:r><w:t>{{ankare}}{{sidor}}</w:t></w:r></"
	"w:p>"
	"<w:p><w:pPr><w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"2\"/></w:numPr></w:pPr><w:r>"
	"<w:t>{{{t}}}</w:t></w:r></w:p><w:p><w:r><w:t>{{/p}}</w:t></w:r></w:p>",
};

/* Renders and finishes in a job of its own with so much memory and such parts. True: it came out.
 */
static bool try_with(const struct pk_template *t, const struct pk_value *values, size_t memory,
		size_t output)
{
	struct pk_limits limits = pk_limits_default;
	struct pk_document *doc;
	struct pk_package *package;
	struct pk_str zip;
	struct pk_job job;
	bool done;

	limits.memory = memory;
	limits.output_bytes = output;
	limits.messages = 20;
	if (!pk_job_init(&job, &limits))
		return false;
	done = t->format->render(&job, t, values, &doc) &&
	       t->format->finish(&job, doc, NULL, &package) &&
	       pk_package_write(&job, package, &zip);
	assert_int_equal(done, pk_diag_errors(job.diags) == 0);
	pk_job_free(&job);
	return done;
}

static void scarce_memory_is_told(void **state)
{
	struct pk_job *job = *state;
	struct pk_value values = made_values(job, JSON);

	for (enum tiny_format f = 0; f < TINY_FORMATS; f++) {
		const struct pk_template *t =
				tiny_compile(job, f, tiny_raw(job, f, bodies[f]), &values);
		size_t failed = 0;

		for (size_t memory = 1 << 12; memory < 1 << 18; memory += 257)
			failed += !try_with(t, &values, memory, 1 << 20);
		assert_true(failed > 50);
		assert_true(try_with(t, &values, 1 << 24, 1 << 20));
	}
}

static void a_full_part_is_told(void **state)
{
	struct pk_job *job = *state;
	struct pk_value values = made_values(job, JSON);

	for (enum tiny_format f = 0; f < TINY_FORMATS; f++) {
		const struct pk_template *t =
				tiny_compile(job, f, tiny_raw(job, f, bodies[f]), &values);

		for (size_t output = 16; output < 4000; output += 93)
			assert_false(try_with(t, &values, 1 << 24, output));
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		job_test(scarce_memory_is_told),
		job_test(a_full_part_is_told),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
