#include "format/odt/lists.h"

#include "xml/tree.h"

/* What office programs indent a level by: 0.635 cm. */
enum { STEP = 360 };

struct odt_place odt_list_place(const struct pk_xml *p)
{
	struct odt_place place = { 0 };
	const struct pk_xml *before = p->prev;

	while (before != NULL && before->kind != PK_XML_ELEMENT)
		before = before->prev;
	place.labelled = before == NULL && p->parent != NULL &&
			pk_xml_is(p->parent, "text:list-item");
	for (const struct pk_xml *n = p->parent; n != NULL; n = n->parent) {
		if (!pk_xml_is(n, "text:list"))
			continue;
		place.level++;
		if (place.style.n == 0)
			place.style = pk_xml_get(n, "text:style-name");
	}
	return place;
}

static const struct pk_xml *find_list(const struct pk_xml *container, struct pk_str name)
{
	const struct pk_xml *n = container == NULL ? NULL : container->first;

	for (; n != NULL; n = n->next) {
		if (pk_xml_is(n, "text:list-style") &&
				pk_str_eq(pk_xml_get(n, "style:name"), name))
			return n;
	}
	return NULL;
}

const struct pk_xml *odt_list_style(const struct odt_styles *s, const struct odt_container *autos,
		struct pk_str name)
{
	const struct pk_xml *found = find_list(autos->root, name);

	return found != NULL ? found : find_list(s->common.root, name);
}

static size_t in_common(struct pk_str a, struct pk_str b)
{
	size_t n = 0;

	while (n < a.n && n < b.n && a.p[n] == b.p[n])
		n++;
	return n;
}

const struct pk_xml *odt_list_like(const struct odt_styles *s, struct pk_str paragraph_style)
{
	const struct pk_xml *best = NULL, *n = s->common.root == NULL ? NULL : s->common.root->first;
	size_t most = 0;

	for (; n != NULL; n = n->next) {
		size_t like = in_common(pk_xml_get(n, "style:name"), paragraph_style);

		if (pk_xml_is(n, "text:list-style") && (best == NULL || like > most)) {
			best = n;
			most = like;
		}
	}
	return best;
}

static const struct pk_xml *level_of(const struct pk_xml *list_style, uint32_t level)
{
	const struct pk_xml *n = list_style == NULL ? NULL : list_style->first;
	uint32_t number;

	for (; n != NULL; n = n->next) {
		if (pk_str_uint(pk_xml_get(n, "text:level"), &number) && number == level)
			return n;
	}
	return NULL;
}

struct odt_indent odt_list_indent(const struct pk_xml *list_style, uint32_t level)
{
	const struct pk_xml *properties = odt_child(level_of(list_style, level),
			"style:list-level-properties");
	const struct pk_xml *label = odt_child(properties, "style:list-level-label-alignment");
	int32_t space;

	if (label != NULL)
		return (struct odt_indent){ pk_length(pk_xml_get(label, "fo:margin-left")),
			pk_length(pk_xml_get(label, "fo:text-indent")) };
	if (properties == NULL)
		return (struct odt_indent){ (int32_t)level * STEP, -STEP };
	space = pk_length(pk_xml_get(properties, "text:min-label-width"));
	return (struct odt_indent){ pk_length(pk_xml_get(properties, "text:space-before")) + space,
		-space };
}
