/* [Content_Types].xml: what each part is. */
#include "format/docx/finish.h"
#include "value/image.h"

#define MAIN "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
#define TEMPLATE_MAIN                                                                              \
	"application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml"

static bool is_default_for(const struct pk_xml *node, struct pk_str extension)
{
	struct pk_str has = pk_xml_get(node, "Extension");

	if (!pk_xml_is(node, "Default") || has.n != extension.n)
		return false;
	for (size_t i = 0; i < has.n; i++)
		if ((has.p[i] | 0x20) != extension.p[i])
			return false;
	return true;
}

/* Defaults stand before overrides by custom: a new one goes first. */
static bool add_default(struct pk_finish *f, struct pk_xml *types, struct pk_str extension,
		struct pk_str type)
{
	struct pk_xml *node;

	for (node = types->first; node != NULL; node = node->next)
		if (is_default_for(node, extension))
			return true;
	if (!pk_xml_new(f->job, PK_XML_ELEMENT, PK_STR("Default"), &node))
		return false;
	pk_xml_insert(types, node, types->first);
	return pk_xml_set(f->job, node, PK_STR("Extension"), extension) &&
	       pk_xml_set(f->job, node, PK_STR("ContentType"), type);
}

static bool add_override(struct pk_finish *f, struct pk_xml *types, const struct docx_type *part)
{
	struct pk_str name;
	struct pk_xml *node;

	if (!pk_join(f->job, &name, PK_STR("/"), part->part))
		return false;
	for (node = types->first; node != NULL; node = node->next)
		if (pk_xml_is(node, "Override") && pk_str_eq(pk_xml_get(node, "PartName"), name))
			return true;
	return pk_finish_element(f->job, types, "Override", PK_STR(""), &node) &&
	       pk_xml_set(f->job, node, PK_STR("PartName"), name) &&
	       pk_xml_set(f->job, node, PK_STR("ContentType"), pk_str_of(part->type));
}

/* A template (.dotx) gives a document; parts that are left out have no type. */
static bool clean(struct pk_finish *f, struct pk_xml *types, struct pk_str last)
{
	struct pk_xml *next;

	for (struct pk_xml *n = types->first; n != NULL; n = next) {
		struct pk_str part = pk_xml_get(n, "PartName");

		next = n->next;
		if (!pk_xml_is(n, "Override"))
			continue;
		if (pk_str_is(pk_xml_get(n, "ContentType"), TEMPLATE_MAIN) &&
				!pk_xml_set(f->job, n, PK_STR("ContentType"), PK_STR(MAIN)))
			return false;
		part = pk_str_slice(part, 1, part.n);
		if (!pk_str_eq(part, last) && !pk_finish_has(f, part))
			pk_xml_remove(n);
	}
	return true;
}

bool docx_content_types(struct pk_finish *f, const struct docx_type *parts, size_t n)
{
	const struct pk_str name = PK_STR("[Content_Types].xml");
	struct pk_xml *types;

	if (!pk_finish_read(f, name, PK_STR("<Types xmlns=\"" DOCX_TYPES "\"/>"), &types) ||
			!clean(f, types, parts[n - 1].part))
		return false;
	for (size_t i = 0; i < f->doc->n_pictures; i++) {
		const struct pk_image_type *type = pk_image_type(f->doc->pictures[i].image);

		if (!add_default(f, types, pk_str_of(type->extension), pk_str_of(type->media)))
			return false;
	}
	for (size_t i = 0; i < n; i++)
		if (!add_override(f, types, &parts[i]))
			return false;
	return pk_finish_add_tree(f, name, types);
}
