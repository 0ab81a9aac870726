/* A rendered DOCX as a package. */
#include "format/docx/finish.h"

#include "format/common/compile.h"
#include "package/package.h"

#define OFFICE_TYPE "application/vnd.openxmlformats-officedocument."

static bool finish(struct pk_job *job, const struct pk_document *doc, const struct pk_pages *pages,
		struct pk_package **ret)
{
	struct pk_finish f = {
		.job = job, .doc = doc, .writers = &pk_docx_writers, .pages = pages
	};
	struct docx_properties at;

	if (!docx_find_properties(&f, &at) || !docx_put_properties(&f, &at) ||
			!docx_begin_pages(&f) || !docx_numbering(&f) || !docx_part_relations(&f) ||
			!pk_finish_pictures(&f, PK_STR("word/media/")))
		return false;

	const struct docx_type types[] = {
		{ at.core, "application/vnd.openxmlformats-package.core-properties+xml" },
		{ at.app, OFFICE_TYPE "extended-properties+xml" },
		{ at.custom, OFFICE_TYPE "custom-properties+xml" },
	};
	return docx_content_types(&f, types, PK_COUNT(types)) &&
	       pk_finish_package(&f, at.custom, docx_make_custom, ret);
}

static bool render(struct pk_job *job, const struct pk_template *t, const struct pk_value *root,
		struct pk_document **ret)
{
	return pk_document_render(job, t, root, &pk_docx_writers, ret);
}

/* What the document itself says its fingerprint is; empty when it says nothing. */
static bool read_fingerprint(struct pk_job *job, struct pk_str bytes, struct pk_str *ret)
{
	struct pk_xml *custom;

	*ret = PK_STR("");
	if (!pk_xml_read(job, bytes, PK_STR("docProps/custom.xml"), &custom))
		return false;
	for (const struct pk_xml *p = custom->first; p != NULL; p = p->next)
		if (pk_str_is(pk_xml_get(p, "name"), PK_PROPERTY_FINGERPRINT))
			return pk_finish_text(job, p, ret);
	return true;
}

static bool untouched(struct pk_job *job, const struct pk_package *document, bool *ret_ours)
{
	struct pk_str bytes, stored, found, name = PK_STR("docProps/custom.xml");
	int i = pk_package_find(document, PK_STR("_rels/.rels"));
	struct pk_xml *relations, *custom;

	*ret_ours = false;
	if (i >= 0) {
		if (!pk_package_bytes(job, document, (size_t)i, &bytes) ||
				!pk_xml_read(job, bytes, PK_STR("_rels/.rels"), &relations))
			return false;
		custom = docx_find_relation(relations, "/custom-properties");
		if (custom != NULL && !docx_target(job, PK_STR(""), custom, &name))
			return false;
	}
	i = pk_package_find(document, name);
	if (i < 0)
		return true;
	if (!pk_package_bytes(job, document, (size_t)i, &bytes) ||
			!read_fingerprint(job, bytes, &stored) ||
			!pk_package_fingerprint(job, document, name, &found))
		return false;
	*ret_ours = stored.n > 0 && pk_str_eq(stored, found);
	return true;
}

const struct pk_format pk_format_docx = {
	.name = "docx",
	.extension = ".docx",
	.wants_plain = true,
	.open = pk_package_read,
	.pack = pk_package_write,
	.compile = pk_docx_compile,
	.render = render,
	.finish = finish,
	.untouched = untouched,
};
