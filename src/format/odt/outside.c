/* Pictures, text and objects that an ODT template takes from elsewhere. */
#include "format/common/outside.h"
#include "format/odt/dialect.h"

/* What a reader follows: nothing is fetched before. */
static bool is_link(const struct pk_xml *node)
{
	static const char *const links[] = { "text:a", "draw:a", "draw:area-rectangle",
		"draw:area-circle", "draw:area-polygon", "form:form", NULL };

	return pk_xml_is_any(node, links);
}

static bool is_picture(const struct pk_xml *node)
{
	static const char *const pictures[] = { "draw:image", "draw:fill-image",
		"style:background-image", "text:list-level-style-image", NULL };

	return pk_xml_is_any(node, pictures);
}

static bool look_at(struct pk_part *part, const struct pk_xml *node)
{
	struct pk_str address = pk_xml_get(node, "xlink:href");

	/* Another program's data (DDE), by name. */
	if (pk_xml_is(node, "office:dde-source") || pk_xml_is(node, "text:dde-connection-decl"))
		return pk_compile_refuse(part, node, PK_M_TEMPLATE_OUTSIDE,
				pk_xml_get(node, "office:dde-application"));
	if (!pk_outside_is(address) || is_link(node))
		return true;
	return pk_compile_refuse(part, node,
			is_picture(node) ? PK_M_TEMPLATE_PICTURE_OUTSIDE : PK_M_TEMPLATE_OUTSIDE,
			address);
}

bool pk_odt_outside(struct pk_compiler *c)
{
	static const char *const fetching[] = { "xlink:href", "office:dde-source",
		"text:dde-connection-decl", NULL };

	for (size_t i = 0; i < c->n_parts; i++) {
		struct pk_part *part = c->parts[i];

		if (part->plain || !pk_xml_had_any(&part->about, fetching))
			continue;
		for (const struct pk_xml *node = part->root; node != NULL;
				node = pk_xml_walk(part->root, node))
			if (!look_at(part, node))
				return false;
	}
	return true;
}
