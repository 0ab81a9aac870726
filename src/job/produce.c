#include "job/produce.h"

#include "job/pictures.h"
#include "job/warn.h"
#include "package/package.h"
#include "pages/flow.h"

/* Page numbers are only asked for when the template shows them. */
static bool number_pages(struct pk_job *job, struct pk_document *document, uint32_t start,
		const struct pk_pages *measured, const struct pk_pages **ret)
{
	const struct pk_flow *flow = pk_document_flow(document);
	struct pk_pages *estimated = NULL;

	*ret = measured;
	if (start > 0)
		pk_document_begin_at(document, start);
	if (flow == NULL || measured != NULL)
		return true;
	if (!pk_pages_estimate(job, flow, pk_document_anchors(document), &estimated))
		return false;
	*ret = estimated;
	return true;
}

bool pk_content_make(struct pk_job *job, const struct pk_loaded *loaded, enum pk_edition edition,
		struct pk_content *ret)
{
	*ret = (struct pk_content){ .loaded = loaded };
	return pk_context_make(job, loaded->meeting, loaded->findings, edition, &ret->root);
}

/* What a template must have a place for, else it would be lost without a word. */
static bool has_places(struct pk_job *job, const struct pk_template_name *name,
		const struct pk_template *template, const struct pk_content *content)
{
	const struct pk_meeting *meeting = content->loaded->meeting;
	struct pk_report lost = { .at = name->at, .a = name->name };

	if (meeting->n_paragrafer > 0 && !pk_template_repeats(template, PK_STR("paragrafer")))
		return pk_fail(job, PK_M_TEMPLATE_NO_PARAGRAFER, name->at, name->name);
	if (!meeting->anslag_none && !pk_template_names(template, PK_STR("anslag"))) {
		lost.message = PK_M_TEMPLATE_NO_ANSLAG;
		pk_warn(job, meeting, PK_ANYWHERE, &lost);
	}
	if (content->loaded->findings->draft && !pk_template_names_draft(template)) {
		lost.message = PK_M_TEMPLATE_NO_DRAFT;
		pk_warn(job, meeting, PK_ANYWHERE, &lost);
	}
	return true;
}

static bool compile(struct pk_job *job, const struct pk_template_name *name,
		const struct pk_format *format, const struct pk_content *content,
		const struct pk_template **ret)
{
	return (content->compiled != NULL &&
			       pk_compiled_get(job, content->compiled, name, format, ret)) ||
	       pk_template_load(job, name, format, ret);
}

static bool make(struct pk_job *job, const struct pk_template_name *name,
		const struct pk_content *content, struct pk_product *product)
{
	uint32_t start = content->loaded->meeting->settings.page_start;
	const struct pk_format *format = product->format;
	const struct pk_template *template;
	struct pk_document *document;
	struct pk_package *package;

	return compile(job, name, format, content, &template) &&
			has_places(job, name, template, content) &&
			(!content->for_author || pk_template_tell_added(job, template)) &&
			format->render(job, template, &content->root, &document) &&
			number_pages(job, document, start, product->measured, &product->pages) &&
			format->finish(job, document, product->pages, &package) &&
			(product->measured != NULL || pk_package_fingerprint(job, package,
					PK_STR(""), &product->source)) &&
			format->pack(job, package, &product->bytes);
}

/* A template and a rendered document take many times the memory of the packed one: it is given back
 * before the next format wants its own. */
bool pk_product_make(struct pk_job *job, const struct pk_template_name *name,
		const struct pk_content *content, struct pk_product *product)
{
	struct pk_step step;
	bool made;

	if (!pk_step_begin(job, &step))
		return false;
	made = pk_pictures_suit(&step.job, content->loaded->meeting, product->format) &&
			make(&step.job, name, content, product) &&
			pk_copy(job, product->bytes, &product->bytes) &&
			pk_copy(job, product->source, &product->source) &&
			(product->pages == NULL ||
					pk_pages_copy(job, product->pages, &product->pages));
	pk_step_end(&step);
	return made;
}
