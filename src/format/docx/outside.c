/* Pictures, text and data that a DOCX template takes from elsewhere: by relationships to the outside,
 * by fields, and by addresses in drawings of the old kind. */
#include "format/common/outside.h"
#include "format/docx/dialect.h"
#include "format/docx/links.h"
#include "package/package.h"

/* --- relationships --- */

/* "word/_rels/header1.xml.rels" is of "word/header1.xml". */
static bool owner_of(struct pk_compiler *c, struct pk_str links, struct pk_str *ret)
{
	const struct pk_str folder = PK_STR("_rels/");
	size_t at = pk_str_find(links, folder, 0);

	return pk_join(c->job, ret, pk_str_slice(links, 0, at),
			pk_str_slice(links, at + folder.n, links.n - strlen(".rels")));
}

/* The template that the template was made from lies on somebody's computer. */
static bool drop_attached(struct pk_compiler *c, struct pk_str settings_name)
{
	struct pk_xml *settings, *attached;
	struct pk_str bytes;

	if (pk_package_find(c->in, settings_name) < 0)
		return true;
	if (!pk_compile_tree(c->job, c->in, c->options->name, settings_name, &settings))
		return false;
	attached = pk_xml_child(settings, "w:attachedTemplate");
	if (attached == NULL)
		return true;
	pk_xml_remove(attached);
	return pk_compile_print(c->job, settings, &bytes) &&
	       pk_compile_edit(c, settings_name, bytes);
}

/* A picture that lies in the package too: the address of where it came from is not needed. */
static bool forget_origin(struct pk_xml *node, struct pk_str id)
{
	static const char *const kinds[][3] = { { "a:blip", "r:link", "r:embed" },
		{ "v:imagedata", "r:href", "r:id" }, { "v:imagedata", "o:relid", "r:id" },
		{ "v:fill", "o:href", "r:id" } };

	for (size_t i = 0; i < PK_COUNT(kinds); i++) {
		if (!pk_xml_is(node, kinds[i][0]) || pk_xml_get(node, kinds[i][2]).n == 0 ||
				!pk_str_eq(pk_xml_get(node, kinds[i][1]), id) ||
				pk_str_eq(pk_xml_get(node, kinds[i][2]), id))
			continue;
		pk_xml_unset(node, kinds[i][1]);
		return true;
	}
	return false;
}

static bool names(const struct pk_xml *node, struct pk_str id)
{
	for (size_t i = 0; i < node->n_attrs; i++)
		if (pk_str_starts(node->attrs[i].name, PK_STR("r:")) &&
				pk_str_eq(node->attrs[i].value, id))
			return true;
	return false;
}

/* What in the part needs the relationship; NULL: nothing does any more. */
static const struct pk_xml *user_of(struct pk_part *part, struct pk_str id)
{
	for (struct pk_xml *node = part->root; node != NULL; node = pk_xml_walk(part->root, node)) {
		while (forget_origin(node, id))
			part->changed = true;
		if (names(node, id))
			return node;
	}
	return NULL;
}

static bool is_picture(const struct pk_xml *link)
{
	return pk_str_ends(pk_xml_get(link, "Type"), PK_STR("/image"));
}

static bool is_attached(const struct pk_xml *link)
{
	return pk_str_ends(pk_xml_get(link, "Type"), PK_STR("/attachedTemplate"));
}

/* Refused when it is needed; *ret_unused: it may go. */
static bool check_link(struct pk_compiler *c, struct pk_str owner, const struct pk_xml *link,
		bool *ret_unused)
{
	enum pk_message message = is_picture(link) ? PK_M_TEMPLATE_PICTURE_OUTSIDE
						   : PK_M_TEMPLATE_OUTSIDE;
	struct pk_part *part = pk_compile_part(c, owner);
	struct pk_str address = pk_xml_get(link, "Target");
	const struct pk_xml *user;

	if (is_attached(link)) {
		*ret_unused = true;
		return drop_attached(c, owner);
	}
	if (part == NULL) {
		c->failed = !pk_fail(c->job, message, PK_NOWHERE, address);
		return true;
	}
	user = user_of(part, pk_xml_get(link, "Id"));
	*ret_unused = user == NULL;
	return *ret_unused || pk_compile_refuse(part, user, message, address);
}

static bool is_to_outside(const struct pk_xml *link)
{
	if (is_attached(link))
		return true;
	return pk_str_is(pk_xml_get(link, "TargetMode"), "External") &&
	       !pk_str_ends(pk_xml_get(link, "Type"), PK_STR("/hyperlink"));
}

bool pk_docx_outside_links(
		struct pk_compiler *c, struct pk_str name, struct pk_xml *links, bool *ret_changed)
{
	struct pk_str owner;
	struct pk_xml *next;

	if (!owner_of(c, name, &owner))
		return false;
	for (struct pk_xml *link = links->first; link != NULL; link = next) {
		bool unused = false;

		next = link->next;
		if (!is_to_outside(link))
			continue;
		if (!check_link(c, owner, link, &unused))
			return false;
		if (unused)
			pk_xml_remove(link);
		*ret_changed = *ret_changed || unused;
	}
	return true;
}

/* --- fields --- */

/* The instruction of the field that is being read. */
struct instruction {
	struct pk_part *part;
	struct pk_out text;
};

static bool is_fetching(struct pk_str instruction)
{
	static const char *const kinds[] = { "INCLUDEPICTURE", "INCLUDETEXT", "INCLUDE", "IMPORT", "DDE",
		"DDEAUTO", "LINK", "DATABASE", "RD" };
	struct pk_str rest = pk_str_trim(instruction);
	struct pk_str word = pk_str_slice(rest, 0, pk_str_find(rest, PK_STR(" "), 0));

	for (size_t i = 0; i < PK_COUNT(kinds); i++) {
		size_t at = 0;

		while (at < word.n && kinds[i][at] != '\0' && (word.p[at] & ~0x20) == kinds[i][at])
			at++;
		if (at == word.n && kinds[i][at] == '\0')
			return true;
	}
	return false;
}

static bool check_instruction(
		struct pk_part *part, const struct pk_xml *node, struct pk_str instruction)
{
	struct pk_str words = pk_str_trim(instruction);

	return !is_fetching(words) || !pk_copy(part->job, words, &words) ||
	       pk_compile_refuse(part, node, PK_M_TEMPLATE_OUTSIDE, words);
}

static bool read_field(struct instruction *field, const struct pk_xml *node)
{
	bool good = true;

	if (pk_xml_is(node, "w:fldSimple"))
		return check_instruction(field->part, node, pk_xml_get(node, "w:instr"));
	if (pk_xml_is(node, "w:fldChar")) {
		good = check_instruction(field->part, node, pk_out_str(&field->text));
		field->text.n = 0;
	} else if (node->kind == PK_XML_TEXT && pk_xml_is(node->parent, "w:instrText")) {
		pk_put(&field->text, node->text);
	}
	return good;
}

/* --- drawings of the old kind --- */

static bool check_address(struct pk_part *part, const struct pk_xml *node)
{
	static const char *const elements[] = { "v:imagedata", "v:fill", "v:stroke", "v:image" };
	static const char *const attrs[] = { "src", "o:href", "o:althref" };

	for (size_t i = 0; i < PK_COUNT(elements); i++)
		for (size_t k = 0; k < PK_COUNT(attrs) && pk_xml_is(node, elements[i]); k++)
			if (pk_outside_is(pk_xml_get(node, attrs[k])))
				return pk_compile_refuse(part, node, PK_M_TEMPLATE_PICTURE_OUTSIDE,
						pk_xml_get(node, attrs[k]));
	return true;
}

bool pk_docx_outside(struct pk_compiler *c)
{
	static const char *const fetching[] = { "w:fldSimple", "w:instrText", "v:imagedata", "v:fill",
		"v:stroke", "v:image", NULL };

	for (size_t i = 0; i < c->n_parts; i++) {
		struct pk_part *part = c->parts[i];
		struct instruction field = { part,
			pk_out_new(c->job->arena, c->job->limits->zip_entry_bytes) };

		if (part->plain || !pk_xml_had_any(&part->about, fetching))
			continue;
		for (const struct pk_xml *node = part->root; node != NULL;
				node = pk_xml_walk(part->root, node))
			if (!read_field(&field, node) || !check_address(part, node))
				return false;
	}
	return true;
}
