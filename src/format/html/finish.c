/* The page with its fingerprint, as a file. */
#include "format/html/inside.h"

#include "format/common/finish.h"
#include "package/package.h"

#define MARK "<meta name=\"" PK_PROPERTY_FINGERPRINT "\" content=\""

enum { FINGERPRINT = sizeof("1-0000000000000000") - 1 };

static bool open_page(struct pk_job *job, struct pk_str bytes, struct pk_str file,
		struct pk_package **ret)
{
	(void)file;
	return pk_package_new(job, ret) &&
			pk_package_add(job, *ret, PK_STR(PK_HTML_PART), bytes, false);
}

static bool pack_page(struct pk_job *job, const struct pk_package *package, struct pk_str *ret)
{
	int i = pk_package_find(package, PK_STR(PK_HTML_PART));

	if (i >= 0)
		return pk_package_bytes(job, package, (size_t)i, ret);
	*ret = PK_STR("");
	return true;
}

/* Where the fingerprint stands; false when the page has none. */
static bool find_fingerprint(struct pk_str page, size_t *ret)
{
	*ret = pk_str_find(page, PK_STR(MARK), 0) + sizeof(MARK) - 1;
	return *ret + FINGERPRINT <= page.n;
}

static bool with_fingerprint(struct pk_job *job, struct pk_str page, size_t at, struct pk_str with,
		struct pk_str *ret)
{
	return pk_join(job, ret, pk_str_slice(page, 0, at), with,
			pk_str_slice(page, at + FINGERPRINT, page.n));
}

/* Of all the rest of the page. */
static bool make_fingerprint(struct pk_job *job, struct pk_str page, size_t at, struct pk_str *ret)
{
	struct pk_package *rest;

	return with_fingerprint(job, page, at, PK_STR("1-0000000000000000"), &page) &&
			open_page(job, page, PK_STR(""), &rest) &&
			pk_package_fingerprint(job, rest, PK_STR(""), ret);
}

static bool finish(struct pk_job *job, const struct pk_document *doc, const struct pk_pages *pages,
		struct pk_package **ret)
{
	struct pk_str page = doc->parts[0], fingerprint;
	size_t at;

	(void)pages;
	if (find_fingerprint(page, &at) &&
			!(make_fingerprint(job, page, at, &fingerprint) &&
					with_fingerprint(job, page, at, fingerprint, &page)))
		return false;
	return open_page(job, page, PK_STR(""), ret);
}

static bool untouched(struct pk_job *job, const struct pk_package *document, bool *ret_ours)
{
	struct pk_str page, found;
	size_t at;

	*ret_ours = false;
	if (!pack_page(job, document, &page))
		return false;
	if (!find_fingerprint(page, &at))
		return true;
	if (!make_fingerprint(job, page, at, &found))
		return false;
	*ret_ours = pk_str_eq(found, pk_str_slice(page, at, at + FINGERPRINT));
	return true;
}

const struct pk_format pk_format_html = {
	.name = "html",
	.extension = ".html",
	.open = open_page,
	.pack = pack_page,
	.compile = pk_html_compile,
	.render = pk_html_render,
	.finish = finish,
	.untouched = untouched,
};
