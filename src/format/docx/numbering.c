/* Lists that start again: a w:num for each, behind the template's. */
#include "format/common/role_table.h"
#include "format/docx/finish.h"
#include "xml/tree.h"

static void put_num(struct pk_out *out, const struct pk_document_num *num)
{
	pk_put_c(out, "<w:num w:numId=\"");
	pk_put_uint(out, num->num);
	pk_put_c(out, "\"><w:abstractNumId w:val=\"");
	pk_put_uint(out, num->abstract);
	pk_put_c(out, "\"/>");
	for (uint32_t level = 0; level < PK_LIST_LEVELS; level++) {
		pk_put_c(out, "<w:lvlOverride w:ilvl=\"");
		pk_put_uint(out, level);
		pk_put_c(out, "\"><w:startOverride w:val=\"");
		pk_put_uint(out, num->starts[level]);
		pk_put_c(out, "\"/></w:lvlOverride>");
	}
	pk_put_c(out, "</w:num>");
}

/* The part that a part's relationship of that type points at; empty: none. */
static bool find_linked(
		struct pk_finish *f, struct pk_str part, const char *type, struct pk_str *ret)
{
	struct pk_str name;
	struct pk_xml *relations, *r;

	*ret = PK_STR("");
	if (!docx_relations_name(f->job, part, &name))
		return false;
	if (!pk_finish_has(f, name))
		return true;
	if (!pk_finish_read(f, name, PK_STR(""), &relations))
		return false;
	r = docx_find_relation(relations, type);
	return r == NULL || docx_target(f->job, part, r, ret);
}

/* Usually word/numbering.xml; some editors number their parts. */
static bool find_numbering(struct pk_finish *f, struct pk_str *ret)
{
	struct pk_str main;

	*ret = PK_STR("word/numbering.xml");
	if (pk_finish_has(f, *ret))
		return true;
	return find_linked(f, PK_STR(""), "/officeDocument", &main) &&
	       find_linked(f, main, "/numbering", ret);
}

bool docx_numbering(struct pk_finish *f)
{
	struct pk_out out = pk_out_new(f->job->arena, f->job->limits->output_bytes);
	struct pk_str name, bytes;
	struct pk_xml *root;
	const struct pk_xml *child;

	if (f->doc->n_nums == 0)
		return true;
	if (!find_numbering(f, &name))
		return false;
	if (name.n == 0 || !pk_finish_has(f, name))
		return true;
	if (!pk_finish_read(f, name, PK_STR(""), &root))
		return false;
	pk_xml_put_head(&out);
	pk_xml_put_open(&out, root, false);
	for (child = root->first; child != NULL && !pk_xml_is(child, "w:numIdMacAtCleanup");
			child = child->next)
		pk_xml_put_tree(&out, child);
	for (size_t i = 0; i < f->doc->n_nums; i++)
		put_num(&out, &f->doc->nums[i]);
	for (; child != NULL; child = child->next)
		pk_xml_put_tree(&out, child);
	pk_xml_put_close(&out, root);
	return pk_out_done(f->job, &out, &bytes) && pk_finish_add(f, name, bytes, false);
}
