#include "job/plan.h"

#include "job/edition.h"
#include "job/path.h"

enum { DEFAULTS = 2 };

/* The first are made when nobody says which. */
static const char *const format_names[] = { "odt", "docx", "html" };

static bool plan_today(struct pk_job *job, struct pk_plan *plan)
{
	struct pk_str today = pk_str_of(plan->options.today);

	if (today.n == 0 || pk_date_parse(today, &plan->today))
		return true;
	return pk_fail(job, PK_M_TODAY, PK_NOWHERE, today);
}

/* What a name or an extension stands for. A PDF has no format until the template is known. */
static bool product_named(struct pk_str name, struct pk_product *ret)
{
	*ret = (struct pk_product){ .format = pk_format_find(name), .pdf = pk_str_is(name, "pdf") };
	return ret->format != NULL || ret->pdf;
}

/* Each format once, in the order they were asked for. */
static bool plan_format(struct pk_job *job, struct pk_plan *plan, struct pk_str name)
{
	struct pk_product product;

	if (!product_named(name, &product))
		return pk_fail(job, PK_M_FORMAT_UNKNOWN, PK_NOWHERE, name);
	for (size_t i = 0; i < plan->n; i++) {
		if (plan->products[i].format == product.format)
			return true;
	}
	plan->products[plan->n++] = product;
	return true;
}

static bool plan_output(struct pk_job *job, struct pk_plan *plan)
{
	struct pk_str output = pk_str_of(plan->options.output);
	struct pk_str extension = pk_path_extension(output);
	struct pk_product product;

	if (extension.n == 0 || !product_named(pk_str_slice(extension, 1, extension.n), &product))
		return pk_fail(job, PK_M_OUTPUT_EXTENSION, PK_NOWHERE, output);
	if (plan->n > 1 || (plan->n == 1 && plan->products[0].format != product.format))
		return pk_fail(job, PK_M_OUTPUT_FORMATS, PK_NOWHERE, output);
	plan->n = 1;
	plan->products[0] = product;
	plan->products[0].path = output;
	return true;
}

static bool asked_formats(struct pk_job *job, struct pk_plan *plan)
{
	struct pk_str rest = pk_str_of(plan->options.formats), name;

	while (pk_str_next(&rest, ',', &name)) {
		if (!plan_format(job, plan, pk_str_trim(name)))
			return false;
	}
	return plan->options.output == NULL || plan_output(job, plan);
}

/* A PDF shows the ODT that the template gives, or else the DOCX. */
static bool format_of_pdf(struct pk_job *job, const struct pk_template_name *template,
		struct pk_product *product)
{
	for (size_t i = 0; i < DEFAULTS && product->format == NULL; i++) {
		const struct pk_format *format = pk_format_find(pk_str_of(format_names[i]));

		if (pk_template_serves(job, template, format))
			product->format = format;
	}
	return product->format != NULL ||
	       pk_fail(job, PK_M_TEMPLATE_OTHER_FORMAT, template->at, template->name, PK_STR("PDF"));
}

static bool all_have_formats(struct pk_job *job, struct pk_plan *plan,
		const struct pk_template_name *template)
{
	for (size_t i = 0; i < plan->n; i++) {
		if (plan->products[i].pdf && !format_of_pdf(job, template, &plan->products[i]))
			return false;
	}
	return true;
}

/* The usual formats, or the first of the others when the template is of no usual one. */
bool pk_plan_formats(struct pk_job *job, struct pk_plan *plan,
		const struct pk_template_name *template, bool all)
{
	struct pk_str designs;

	if (plan->n > 0)
		return all_have_formats(job, plan, template);
	for (size_t i = 0; i < (plan->n == 0 || all ? PK_COUNT(format_names) : DEFAULTS); i++) {
		const struct pk_format *format = pk_format_find(pk_str_of(format_names[i]));

		if (pk_template_serves(job, template, format))
			plan->products[plan->n++].format = format;
	}
	if (plan->n > 0)
		return true;
	return pk_template_designs(job, NULL, &designs) &&
	       pk_fail(job, PK_M_TEMPLATE_MISSING, template->at, template->name, designs);
}

bool pk_plan_paths(struct pk_job *job, struct pk_plan *plan)
{
	struct pk_str base = pk_path_base(plan->file), folder = pk_path_folder(plan->file), path;

	base = pk_str_slice(base, 0, base.n - pk_path_extension(base).n);
	if (!pk_join(job, &base, base, pk_edition_suffix(plan->edition)))
		return false;
	if (plan->folder.n > 0)
		folder = plan->folder;
	for (size_t i = 0; i < plan->n; i++) {
		struct pk_product *p = &plan->products[i];

		if (p->path.n > 0)
			continue;
		if (!pk_path_in(job, folder, base, &path) ||
				!pk_join(job, &p->path, path, p->pdf ? PK_STR(".pdf") :
						pk_str_of(p->format->extension)))
			return false;
	}
	return true;
}

/* Below the folder of all documents those of one meeting lie as the meetings lie below theirs. */
static bool plan_folder(struct pk_job *job, struct pk_plan *plan, struct pk_str below)
{
	struct pk_str folder = pk_str_of(plan->options.folder);

	if (folder.n == 0 || below.n == 0)
		return pk_copy(job, folder, &plan->folder);
	return pk_join(job, &plan->folder, folder, PK_STR("/"), below);
}

static bool plan_pdf(struct pk_job *job, struct pk_plan *plan)
{
	struct pk_str kind = pk_str_of(plan->options.pdf);

	plan->pdf = pk_str_is(kind, "plain") ? PK_OFFICE_PLAIN : PK_OFFICE_ARCHIVE;
	return kind.n == 0 || plan->pdf == PK_OFFICE_PLAIN || pk_str_is(kind, "ua") ||
	       pk_fail(job, PK_M_PDF_KIND, PK_NOWHERE, kind);
}

bool pk_plan_start(struct pk_job *job, const struct pk_input *input,
		const struct protokoll_options *options, struct pk_plan *ret)
{
	*ret = (struct pk_plan){ .options = *options };
	return pk_copy(job, input->file, &ret->file) && plan_folder(job, ret, input->below) && plan_today(job, ret) &&
	       pk_edition_parse(job, pk_str_of(options->edition), &ret->edition) &&
	       plan_pdf(job, ret) && asked_formats(job, ret);
}
