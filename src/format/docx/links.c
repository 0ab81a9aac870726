#include "format/docx/links.h"

#define TYPES "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"

/* How much of a path is its folder, with the slash. */
static size_t folder_of(struct pk_str path)
{
	size_t n = path.n;
	while (n > 0 && path.p[n - 1] != '/')
		n--;
	return n;
}

bool pk_links_part(struct pk_job *job, struct pk_str part, struct pk_str *ret)
{
	size_t n = folder_of(part);
	return pk_join(job, ret, pk_str_slice(part, 0, n), PK_STR("_rels/"),
			pk_str_slice(part, n, part.n), PK_STR(".rels"));
}

struct pk_xml *pk_links_next(
		const struct pk_xml *links, const struct pk_xml *after, const char *kind)
{
	struct pk_xml *link = after == NULL ? links->first : after->next;
	for (; link != NULL; link = link->next) {
		struct pk_str type = pk_xml_get(link, "Type");
		struct pk_str name = pk_str_slice(type, folder_of(type), type.n);
		if (pk_str_is(name, kind))
			return link;
	}
	return NULL;
}

bool pk_links_target(struct pk_job *job, struct pk_str part, const struct pk_xml *link,
		struct pk_str *ret)
{
	struct pk_str target = pk_xml_get(link, "Target");
	struct pk_str folder = pk_str_slice(part, 0, folder_of(part));
	*ret = (struct pk_str){ NULL, 0 };
	if (pk_str_is(pk_xml_get(link, "TargetMode"), "External"))
		return true;
	if (pk_str_starts(target, PK_STR("/"))) {
		*ret = pk_str_slice(target, 1, target.n);
		return true;
	}
	while (pk_str_starts(target, PK_STR("../")) || pk_str_starts(target, PK_STR("./"))) {
		bool up = target.p[1] == '.';
		target = pk_str_slice(target, up ? 3 : 2, target.n);
		if (up && folder.n > 0)
			folder.n = folder_of(pk_str_slice(folder, 0, folder.n - 1));
	}
	return pk_join(job, ret, folder, target);
}

static bool add(struct pk_job *job, struct pk_xml *parent, const char *name, struct pk_xml **ret)
{
	if (!pk_xml_new(job, PK_XML_ELEMENT, pk_str_of(name), ret))
		return false;
	pk_xml_insert(parent, *ret, NULL);
	return true;
}

/* True when a relationship has that id. */
static bool is_taken(const struct pk_xml *links, struct pk_str id)
{
	for (const struct pk_xml *link = links->first; link != NULL; link = link->next)
		if (pk_str_eq(pk_xml_get(link, "Id"), id))
			return true;
	return false;
}

bool pk_links_add(struct pk_job *job, struct pk_xml *links, const char *kind, struct pk_str target)
{
	struct pk_xml *link;
	struct pk_str id, type;
	uint64_t number = 0;
	do {
		if (!pk_join(job, &id, PK_STR("rIdP"), pk_number(job, ++number)))
			return false;
	} while (is_taken(links, id));
	return pk_join(job, &type, PK_STR(TYPES), pk_str_of(kind)) &&
	       add(job, links, "Relationship", &link) && pk_xml_set(job, link, PK_STR("Id"), id) &&
	       pk_xml_set(job, link, PK_STR("Type"), type) &&
	       pk_xml_set(job, link, PK_STR("Target"),
			       pk_str_slice(target, folder_of(target), target.n));
}

struct pk_xml *pk_types_of(const struct pk_xml *types, struct pk_str part)
{
	for (struct pk_xml *type = types->first; type != NULL; type = type->next) {
		struct pk_str name = pk_xml_get(type, "PartName");
		if (pk_str_starts(name, PK_STR("/")) &&
				pk_str_eq(pk_str_slice(name, 1, name.n), part))
			return type;
	}
	return NULL;
}

bool pk_types_add(struct pk_job *job, struct pk_xml *types, struct pk_str part, const char *type)
{
	struct pk_xml *entry;
	struct pk_str name;
	return pk_join(job, &name, PK_STR("/"), part) && add(job, types, "Override", &entry) &&
	       pk_xml_set(job, entry, PK_STR("PartName"), name) &&
	       pk_xml_set(job, entry, PK_STR("ContentType"), pk_str_of(type));
}
