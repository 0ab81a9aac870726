/* A template filled with a meeting that the program has with it. */
#include "builtin/example.h"
#include "job/deliver.h"
#include "job/path.h"
#include "job/template.h"

/* mall.docx makes mall-exempel.docx. */
static bool output_of(struct pk_job *job, struct pk_str file, const struct pk_format *format,
		struct pk_str *ret)
{
	struct pk_str stem = pk_str_slice(file, 0, file.n - pk_path_extension(file).n);

	return pk_join(job, ret, stem, PK_STR("-exempel"), pk_str_of(format->extension));
}

/* The meeting before anything was approved: without the days of the approval and the notice, each on
 * a line of its own. */
static bool as_draft(struct pk_job *job, struct pk_str text, struct pk_str *ret)
{
	struct pk_out out = pk_out_new(job->arena, job->limits->yaml_bytes);
	struct pk_str line;

	while (pk_str_next(&text, '\n', &line)) {
		if (pk_str_starts(line, PK_STR("  datum: ")))
			continue;
		pk_put(&out, line);
		pk_put_byte(&out, '\n');
	}
	return pk_out_done(job, &out, ret);
}

/* A template without place for paragrafer is for meetings without them. */
static bool example_of(struct pk_job *job, const struct pk_template_name *name,
		const struct pk_format *format, struct pk_str *ret)
{
	const struct pk_template *template;

	if (!pk_template_load(job, name, format, &template))
		return false;
	*ret = pk_template_repeats(template, PK_STR("paragrafer")) ? pk_example() : pk_example_free();
	return true;
}

/* What loading and compiling say stands in a job of its own: the meeting is no concern of the
 * template's author, and the template is compiled once more. */
static bool choose(const struct pk_job *job, const struct pk_template_name *name,
		const struct pk_format *format, struct pk_str *ret)
{
	struct pk_job aside;
	bool good;

	*ret = pk_example();
	if (!pk_job_init(&aside, job->limits))
		return false;
	good = example_of(&aside, name, format, ret);
	pk_job_free(&aside);
	return good;
}

/* The meeting's own messages are no concern of the template's author. What was read must outlive the
 * job that hears them, so all but the messages is shared. */
static bool load_quietly(struct pk_job *job, struct pk_str example, struct pk_loaded *ret)
{
	struct pk_job aside, quiet = *job;
	bool good;

	if (!pk_job_init(&aside, job->limits))
		return pk_fail(job, PK_M_MEMORY, PK_NOWHERE);
	quiet.diags = aside.diags;
	good = pk_load_text(&quiet, PK_STR("exempel.yaml"), example, (struct pk_date){ 0 }, ret);
	pk_job_free(&aside);
	return good || pk_load_text(job, PK_STR("exempel.yaml"), example, (struct pk_date){ 0 }, ret);
}

static bool try(struct protokoll_result *result, struct pk_str file, struct pk_str output,
		const struct protokoll_options *asked)
{
	const struct pk_template_name name = { .name = file };
	struct pk_job *job = &result->job;
	struct pk_product product = { 0 };
	struct pk_loaded loaded;
	struct pk_content content;
	struct pk_str example;
	const struct pk_format *named;

	if (!pk_format_of_file(job, file, &product.format))
		return false;
	product.path = output;
	if (output.n == 0 && !output_of(job, file, product.format, &product.path))
		return false;
	if (!pk_format_of_file(job, product.path, &named))
		return false;
	if (named != product.format)
		return pk_fail(job, PK_M_OUTPUT_FORMATS, PK_NOWHERE, product.path);
	/* A template that cannot be compiled is told of below. */
	if (!choose(job, &name, product.format, &example))
		example = pk_example();
	if (asked->draft && !as_draft(job, example, &example))
		return false;
	if (!load_quietly(job, example, &loaded) ||
			!pk_content_make(job, &loaded, PK_EDITION_FULL, &content))
		return false;
	content.for_author = true;
	return pk_product_make(job, &name, &content, &product) &&
	       pk_product_may_replace(job, &product, asked->force) &&
	       pk_write_new(result, product.path, product.bytes, true);
}

struct protokoll_result *protokoll_template_try(const char *file,
		const struct protokoll_options *options)
{
	struct protokoll_result *result = pk_result_new();
	struct protokoll_options asked = pk_options_copy(options);
	struct pk_str path, output;

	if (result == NULL)
		return NULL;
	result->strict = asked.strict;
	if (pk_copy(&result->job, pk_str_of(file), &path) &&
			pk_copy(&result->job, pk_str_of(asked.output), &output))
		(void)try(result, path, output, &asked);
	pk_diag_sort(result->job.diags);
	return result;
}
