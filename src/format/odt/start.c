/* Pages that run on from another document: the number of the first one. */
#include "format/odt/inside.h"

#include "format/common/dialect.h"
#include "format/common/finish.h"
#include "format/odt/typeset.h"
#include "xml/tree.h"

#define STYLE "protokoll_sida"

/* What only holds blocks: the first of them may stand in it. */
static bool is_holder(const struct pk_xml *node)
{
	static const char *const names[] = { "text:section", "text:list", "text:list-item",
		"text:list-header", "text:index-body", "text:index-title", "text:table-of-content",
		"text:numbered-paragraph" };

	for (size_t i = 0; i < PK_COUNT(names); i++) {
		if (pk_xml_is(node, names[i]))
			return true;
	}
	return false;
}

/* The paragraph, heading or table that the text begins with; NULL: there is none. */
static struct pk_xml *first_block(struct pk_xml *text)
{
	struct pk_xml *n = text->first;

	while (n != NULL) {
		if (pk_xml_is(n, "text:p") || pk_xml_is(n, "text:h") || pk_xml_is(n, "table:table"))
			return n;
		n = is_holder(n) ? pk_xml_walk(text, n) : pk_xml_skip(text, n);
	}
	return NULL;
}

static struct pk_xml *find_style(const struct pk_xml *autos, const char *family, struct pk_str name)
{
	for (struct pk_xml *n = autos->first; n != NULL; n = n->next) {
		if (pk_xml_is(n, "style:style") && pk_str_is(pk_xml_get(n, "style:family"), family) &&
				pk_str_eq(pk_xml_get(n, "style:name"), name))
			return n;
	}
	return NULL;
}

/* A style like the block's own. */
static bool copy_style(struct pk_job *job, struct pk_xml *autos, const char *family,
		struct pk_str name, struct pk_xml **ret)
{
	const struct pk_xml *own = name.n == 0 ? NULL : find_style(autos, family, name);
	bool done = own != NULL ? pk_tree_copy(job, own, ret) :
			pk_xml_new(job, PK_XML_ELEMENT, PK_STR("style:style"), ret) &&
			pk_xml_set(job, *ret, PK_STR("style:family"), pk_str_of(family)) &&
			(name.n == 0 || pk_xml_set(job, *ret, PK_STR("style:parent-style-name"),
							name));

	if (!done)
		return false;
	pk_xml_insert(autos, *ret, NULL);
	return pk_xml_set(job, *ret, PK_STR("style:name"), PK_STR(STYLE));
}

/* Page numbers are told together with the kind of page that begins. */
static bool set_number(struct pk_job *job, struct pk_xml *style, const char *properties,
		const struct pk_xml *master, uint32_t number)
{
	struct pk_xml *p = pk_xml_child(style, properties);

	if (master != NULL && !pk_xml_set(job, style, PK_STR("style:master-page-name"),
					pk_xml_get(master, "style:name")))
		return false;
	if (p == NULL) {
		if (!pk_xml_new(job, PK_XML_ELEMENT, pk_str_of(properties), &p))
			return false;
		pk_xml_insert(style, p, style->first);
	}
	return pk_xml_set(job, p, PK_STR("style:page-number"), pk_number(job, number));
}

/* The automatic styles, made when there are none. */
static bool autos_of(struct pk_job *job, struct pk_xml *content, struct pk_xml *body,
		struct pk_xml **ret)
{
	*ret = pk_xml_child(content, "office:automatic-styles");
	if (*ret != NULL)
		return true;
	if (!pk_xml_new(job, PK_XML_ELEMENT, PK_STR("office:automatic-styles"), ret))
		return false;
	pk_xml_insert(content, *ret, body);
	return true;
}

static bool begin_at(struct pk_finish *f, const struct pk_xml *styles, struct pk_xml *content)
{
	const struct pk_xml *master;
	struct pk_xml *body = pk_xml_child(content, "office:body"), *autos, *style;
	struct odt_styles s;
	struct pk_xml *text = body == NULL ? NULL : pk_xml_child(body, "office:text");
	struct pk_xml *block = text == NULL ? NULL : first_block(text);
	bool table = block != NULL && pk_xml_is(block, "table:table");
	const char *attr = table ? "table:style-name" : "text:style-name";

	if (!odt_styles_of(f->job, styles, content, &s))
		return false;
	master = odt_opening_master(f->job, &s);
	return block == NULL ||
	       (autos_of(f->job, content, body, &autos) &&
			       copy_style(f->job, autos, table ? "table" : "paragraph",
					       pk_xml_get(block, attr), &style) &&
			       set_number(f->job, style, table ? "style:table-properties" :
							"style:paragraph-properties",
					       master, f->doc->flow.start) &&
			       pk_xml_set(f->job, block, pk_str_of(attr), PK_STR(STYLE)));
}

bool odt_begin_pages(struct pk_finish *f)
{
	const struct pk_str part = PK_STR("content.xml");
	struct pk_xml *content, *styles;

	if (f->doc->flow.start == 0)
		return true;
	return pk_finish_read_filled(f, part, &content) &&
	       pk_finish_read(f, PK_STR("styles.xml"), PK_STR("<none/>"), &styles) &&
	       begin_at(f, styles, content) && pk_finish_add_tree(f, part, content);
}
