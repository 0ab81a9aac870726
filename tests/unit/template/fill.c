#include "unit/template/fill.h"

struct finder {
	struct pk_job *job;
	struct pk_value texts;
};

struct pk_value json(struct pk_job *job, const char *text)
{
	struct pk_value value = { .kind = PK_NOTHING };
	if (!pk_value_read_json(job, pk_str_of(text), &value))
		fail_msg("%s\n%s", text, reports(job, PK_ENGLISH));
	return value;
}

static bool find(void *self, struct pk_str name, struct pk_str *ret_text, uint32_t *ret_source)
{
	struct finder *finder = self;
	const struct pk_value *text = pk_value_get(&finder->texts, name);
	if (text == NULL)
		return false;
	struct pk_source source = { .name = name, .text = text->as.text };
	*ret_text = text->as.text;
	assert_true(pk_source_add(finder->job, &source, ret_source));
	return true;
}

bool compile(struct pk_job *job, const struct text_case *row, const struct pk_text_template **ret)
{
	struct pk_value model = { .kind = PK_NOTHING };
	struct finder finder = { .job = job };
	struct pk_text_partials partials = { .self = &finder, .find = find };
	struct pk_text_options options = { .html = !row->plain, .renamed = row->renamed };
	if (row->partials != NULL) {
		finder.texts = json(job, row->partials);
		options.partials = &partials;
	}
	if (row->model != NULL) {
		model = json(job, row->model);
		options.model = &model;
	}
	return pk_text_compile(job, pk_str_of(row->text), source_of(job, "mall.txt", row->text),
			&options, ret);
}

struct pk_str fill(struct pk_job *job, const struct text_case *row)
{
	const struct pk_text_template *template = NULL;
	struct pk_value root = json(job, row->json);
	struct pk_out out = pk_out_new(job->arena, job->limits->output_bytes);
	struct pk_str text = { NULL, 0 };
	if (!compile(job, row, &template) || !pk_text_render(job, template, &root, &out) ||
			!pk_out_done(job, &out, &text))
		fail_msg("%s\n%s", row->text, reports(job, PK_ENGLISH));
	return text;
}
