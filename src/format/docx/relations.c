/* Relationships: which part points at which. */
#include "format/docx/finish.h"
#include "package/package.h"

/* The folder with its slash; empty at the top. */
static struct pk_str folder_of(struct pk_str part)
{
	size_t n = part.n;

	while (n > 0 && part.p[n - 1] != '/')
		n--;
	return pk_str_slice(part, 0, n);
}

bool docx_relations_name(struct pk_job *job, struct pk_str part, struct pk_str *ret)
{
	struct pk_str folder = folder_of(part);

	return pk_join(job, ret, folder, PK_STR("_rels/"), pk_str_slice(part, folder.n, part.n),
			PK_STR(".rels"));
}

bool docx_target(struct pk_job *job, struct pk_str part, const struct pk_xml *relation,
		struct pk_str *ret)
{
	struct pk_str target = pk_xml_get(relation, "Target"), folder = folder_of(part);

	if (pk_str_starts(target, PK_STR("/"))) {
		*ret = pk_str_slice(target, 1, target.n);
		return true;
	}
	while (pk_str_starts(target, PK_STR("../")) && folder.n > 0) {
		target = pk_str_slice(target, 3, target.n);
		folder = folder_of(pk_str_slice(folder, 0, folder.n - 1));
	}
	return pk_join(job, ret, folder, target);
}

struct pk_xml *docx_find_relation(struct pk_xml *relations, const char *type_end)
{
	for (struct pk_xml *r = relations->first; r != NULL; r = r->next)
		if (pk_str_ends(pk_xml_get(r, "Type"), pk_str_of(type_end)))
			return r;
	return NULL;
}

bool docx_add_relation(struct pk_job *job, struct pk_xml *relations, struct pk_str id,
		const char *type, struct pk_str target, bool external)
{
	struct pk_xml *r;

	return pk_finish_element(job, relations, "Relationship", PK_STR(""), &r) &&
	       pk_xml_set(job, r, PK_STR("Id"), id) &&
	       pk_xml_set(job, r, PK_STR("Type"), pk_str_of(type)) &&
	       pk_xml_set(job, r, PK_STR("Target"), target) &&
	       (!external || pk_xml_set(job, r, PK_STR("TargetMode"), PK_STR("External")));
}

static bool add_links(struct pk_finish *f, uint32_t part, struct pk_xml *relations)
{
	for (size_t i = 0; i < f->doc->n_links; i++) {
		const struct pk_document_link *l = &f->doc->links[i];

		if (l->part == part && !docx_add_relation(f->job, relations, l->id,
						       l->picture ? DOCX_OFFICE "/image"
								  : DOCX_OFFICE "/hyperlink",
						       l->target, !l->picture))
			return false;
	}
	return true;
}

/* True when the rendered part still uses the relationship. */
static bool is_used(struct pk_finish *f, struct pk_str bytes, struct pk_str id)
{
	struct pk_str quoted;

	return !pk_join(f->job, &quoted, PK_STR("\""), id, PK_STR("\"")) ||
	       pk_str_find(bytes, quoted, 0) < bytes.n;
}

/* True when the tree points at the part in some other way. */
static bool is_shared(
		const struct pk_xml *relations, const struct pk_xml *but, struct pk_str target)
{
	for (const struct pk_xml *r = relations->first; r != NULL; r = r->next)
		if (r != but && pk_str_eq(pk_xml_get(r, "Target"), target))
			return true;
	return false;
}

/* A picture that stood in a section which was left out must not come along in the package. */
static bool drop_unused(struct pk_finish *f, uint32_t part, struct pk_xml *relations, bool *changed)
{
	const struct pk_template *t = f->doc->template;
	struct pk_xml *next;

	for (struct pk_xml *r = relations->first; r != NULL; r = next) {
		struct pk_str target;

		next = r->next;
		if (!pk_str_ends(pk_xml_get(r, "Type"), PK_STR("/image")) ||
				pk_str_is(pk_xml_get(r, "TargetMode"), "External") ||
				is_used(f, f->doc->parts[part], pk_xml_get(r, "Id")))
			continue;
		if (!docx_target(f->job, t->parts[part].name, r, &target))
			return false;
		if (!is_shared(relations, r, pk_xml_get(r, "Target")) && !pk_finish_drop(f, target))
			return false;
		pk_xml_remove(r);
		*changed = true;
	}
	return true;
}

static bool has_link(const struct pk_document *doc, uint32_t part)
{
	for (size_t i = 0; i < doc->n_links; i++)
		if (doc->links[i].part == part)
			return true;
	return false;
}

static bool relate(struct pk_finish *f, uint32_t part)
{
	struct pk_str name, part_name = f->doc->template->parts[part].name;
	bool changed = has_link(f->doc, part);
	struct pk_xml *relations;

	if (!docx_relations_name(f->job, part_name, &name))
		return false;
	if (!changed && !pk_finish_has(f, name))
		return true;
	return pk_finish_read(f, name, PK_STR("<Relationships xmlns=\"" DOCX_RELATIONS "\"/>"),
			       &relations) &&
	       drop_unused(f, part, relations, &changed) && add_links(f, part, relations) &&
	       (!changed || pk_finish_add_tree(f, name, relations));
}

/* A picture dropped for one part may be used by another: what any tree points at stays. */
static bool keep_shared(struct pk_finish *f)
{
	const struct pk_template *t = f->doc->template;

	for (size_t i = 0; i < t->n_parts; i++) {
		struct pk_str name, target;
		struct pk_xml *relations;

		if (!docx_relations_name(f->job, t->parts[i].name, &name))
			return false;
		bool made = false;
		for (size_t m = 0; m < f->n_made; m++)
			made = made || pk_str_eq(f->made[m].name, name);
		if (made || !pk_finish_has(f, name))
			continue;
		if (!pk_finish_read(f, name, PK_STR(""), &relations))
			return false;
		for (struct pk_xml *r = relations->first; r != NULL; r = r->next) {
			if (!docx_target(f->job, t->parts[i].name, r, &target))
				return false;
			for (size_t m = f->n_made; m-- > 0;)
				if (f->made[m].bytes.p == NULL &&
						pk_str_eq(f->made[m].name, target))
					f->made[m] = f->made[--f->n_made];
		}
	}
	return true;
}

bool docx_part_relations(struct pk_finish *f)
{
	const struct pk_template *t = f->doc->template;
	size_t before = f->n_made;
	bool dropped = false;

	for (size_t i = 0; i < t->n_parts; i++)
		if (t->parts[i].program != NULL && !relate(f, (uint32_t)i))
			return false;
	for (size_t i = before; i < f->n_made; i++)
		dropped = dropped || f->made[i].bytes.p == NULL;
	return !dropped || keep_shared(f);
}
