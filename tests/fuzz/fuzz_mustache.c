/* Any bytes as a text template, under a model and without, as text and as HTML. */
#include "format/text/text.h"
#include "fuzz.h"

static const char json[] = "{\"a\": \"ord\", \"b\": {\"\": \"x\", \"c\": \"y & <z>\"}, \"l\": [\"1\", \"2\", "
	"{\"n\": \"3\", \"l\": [\"4\"]}], \"tom\": [], \"nej\": null, \"åäö\": \"ja\"}";

static bool find(void *self, struct pk_str name, struct pk_str *ret_text, uint32_t *ret_source)
{
	const struct pk_str *whole = self;
	*ret_source = 0;
	/* "själv" is the template itself. */
	*ret_text = pk_str_is(name, "själv") ? *whole : PK_STR("{{a}}\n {{#l}}\n{{.}}\n{{/l}}\n");
	return true;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct pk_limits limits = fuzz_limits();
	struct pk_str text;
	struct pk_text_partials partials = { .self = &text, .find = find };
	struct pk_text_options options = { .partials = &partials };
	const struct pk_text_template *template;
	struct pk_value values;
	struct pk_job job;
	bool good;

	if (size == 0 || !pk_job_init(&job, &limits))
		return 0;
	text = fuzz_text(data + 1, size - 1);
	if (!pk_value_read_json(&job, pk_str_of(json), &values))
		abort();
	options.html = (data[0] & 1) != 0;
	options.model = (data[0] & 2) != 0 ? &values : NULL;
	good = pk_text_compile(&job, text, 0, &options, &template);
	fuzz_agree(&job, good);
	if (good) {
		struct pk_out out = pk_out_new(job.arena, limits.output_bytes);
		struct pk_str result;
		good = pk_text_render(&job, template, &values, &out) && pk_out_done(&job, &out, &result);
		fuzz_agree(&job, good);
	}
	pk_job_free(&job);
	return 0;
}
