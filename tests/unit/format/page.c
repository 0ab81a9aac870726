#include "page.h"

#include "made.h"

#include "package/package.h"

/* {{>x}} from a list of names and texts. */
static bool find_partial(struct pk_job *job, void *self, struct pk_str name, struct pk_pos at,
		const struct pk_package **ret)
{
	const struct pk_format *html = pk_format_find(PK_STR("html"));
	const char *const *partials = self;
	struct pk_package *package;

	for (; partials != NULL && *partials != NULL; partials += 2) {
		if (!pk_str_is(name, partials[0]))
			continue;
		if (!html->open(job, pk_str_of(partials[1]), name, &package))
			return false;
		*ret = package;
		return true;
	}
	return pk_fail(job, PK_M_PARTIAL_UNKNOWN, at, name);
}

static bool compile(struct pk_job *job, const char *template, const struct pk_value *values,
		const char *const *partials, const struct pk_template **ret)
{
	const struct pk_format *html = pk_format_find(PK_STR("html"));
	const struct pk_compile_options options = { .name = PK_STR("mall.html"),
		.generator = PK_STR("protokoll 0"),
		.model = values,
		.partial = find_partial,
		.self = (void *)(uintptr_t)partials };
	struct pk_package *package;

	assert_true(html->open(job, pk_str_of(template), options.name, &package));
	return html->compile(job, package, &options, ret);
}

bool page_compiles(struct pk_job *job, const char *template, const char *json,
		const char *const *partials)
{
	struct pk_value values = made_values(job, json);
	const struct pk_template *t;

	return compile(job, template, &values, partials, &t);
}

struct pk_str page_of(struct pk_job *job, const char *template, const char *json,
		const char *const *partials)
{
	const struct pk_format *html = pk_format_find(PK_STR("html"));
	struct pk_value values = made_values(job, json);
	const struct pk_template *t;
	struct pk_document *document;
	struct pk_package *package;
	struct pk_str page = { NULL, 0 };

	if (!compile(job, template, &values, partials, &t) ||
			!html->render(job, t, &values, &document) ||
			!html->finish(job, document, NULL, &package) ||
			!html->pack(job, package, &page))
		fail_msg("%s\n%s", reports(job, PK_ENGLISH), template);
	return page;
}

struct pk_str page_body(struct pk_job *job, const char *body, const char *json)
{
	struct pk_str template;

	assert_true(pk_join(job, &template,
			PK_STR("<html><head><title>T</title></head><body>"), pk_str_of(body),
			PK_STR("</body></html>")));
	return between(page_of(job, template.p, json, NULL), "<body>", "</body>");
}
