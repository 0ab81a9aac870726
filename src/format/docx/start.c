/* Pages that run on from another document: the number of the first one. */
#include "format/docx/finish.h"

/* What stands before w:pgNumType in w:sectPr (ISO 29500-1, 17.6.17). */
static bool stands_before(const struct pk_xml *node)
{
	static const char *const names[] = { "w:headerReference", "w:footerReference",
		"w:footnotePr", "w:endnotePr", "w:type", "w:pgSz", "w:pgMar", "w:paperSrc",
		"w:pgBorders", "w:lnNumType" };

	for (size_t i = 0; i < PK_COUNT(names); i++) {
		if (pk_xml_is(node, names[i]))
			return true;
	}
	return false;
}

/* The properties of the first section: in its last paragraph, or at the end of the body. */
static struct pk_xml *first_section(struct pk_xml *body)
{
	struct pk_xml *n = body;

	while (n != NULL && !(pk_xml_is(n, "w:sectPr") && (n->parent == body ||
			pk_xml_is(n->parent, "w:pPr"))))
		n = pk_xml_walk(body, n);
	return n;
}

static bool begin_at(struct pk_job *job, struct pk_xml *section, uint32_t number)
{
	struct pk_xml *type = pk_xml_child(section, "w:pgNumType"), *before = section->first;

	while (before != NULL && stands_before(before))
		before = before->next;
	if (type == NULL) {
		if (!pk_xml_new(job, PK_XML_ELEMENT, PK_STR("w:pgNumType"), &type))
			return false;
		pk_xml_insert(section, type, before);
	}
	return pk_xml_set(job, type, PK_STR("w:start"), pk_number(job, number));
}

/* The name of the part with the text. */
static bool main_part(struct pk_finish *f, struct pk_str *ret)
{
	const struct pk_xml *relation;
	struct pk_xml *relations;

	if (!pk_finish_read(f, PK_STR("_rels/.rels"), PK_STR("<Relationships/>"), &relations))
		return false;
	relation = docx_find_relation(relations, "/officeDocument");
	*ret = PK_STR("word/document.xml");
	return relation == NULL || docx_target(f->job, PK_STR(""), relation, ret);
}

bool docx_begin_pages(struct pk_finish *f)
{
	struct pk_xml *root, *body, *section;
	struct pk_str part;

	if (f->doc->flow.start == 0)
		return true;
	if (!main_part(f, &part) || !pk_finish_read_filled(f, part, &root))
		return false;
	body = pk_xml_child(root, "w:body");
	section = body == NULL ? NULL : first_section(body);
	if (body != NULL && section == NULL) {
		if (!pk_xml_new(f->job, PK_XML_ELEMENT, PK_STR("w:sectPr"), &section))
			return false;
		pk_xml_insert(body, section, NULL);
	}
	return section == NULL || (begin_at(f->job, section, f->doc->flow.start) &&
			pk_finish_add_tree(f, part, root));
}
