#include "support/sound.h"

#include <stdlib.h>
#include <string.h>

#include "xml/tree.h"

/* A package under judgement. */
struct sound {
	struct pk_job *job;
	const struct pk_package *package;
	struct pk_out *out;
	struct pk_str part;
	unsigned faults;
	struct pk_str *keys; /* what must be there once, of this part */
	size_t n, room;
};

static void fault(struct sound *s, enum sound_fault kind, const char *what, struct pk_str which)
{
	s->faults |= kind;
	pk_put(s->out, s->part);
	pk_put_c(s->out, ": ");
	pk_put_c(s->out, what);
	pk_put_c(s->out, " ");
	pk_put(s->out, which);
	pk_put_byte(s->out, '\n');
}

static bool among(const struct pk_xml *node, const char *const *names)
{
	for (; *names != NULL; names++)
		if (pk_xml_is(node, *names))
			return true;
	return false;
}

static const char *const blocks[] = { "w:p", "w:tbl", "w:sdt", "w:customXml", "text:p", "text:h",
	"text:list", "text:section", "text:table-of-content", "text:alphabetical-index",
	"text:illustration-index", "text:table-index", "text:object-index", "text:user-index",
	"text:bibliography", "table:table", NULL };
static const char *const boxes[] = { "w:body", "w:hdr", "w:ftr", "w:footnote", "w:endnote",
	"w:comment", "w:txbxContent", "w:tc", "style:header", "style:footer", "style:header-left",
	"style:footer-left", "style:header-first", "style:footer-first", "table:table-cell",
	"draw:text-box", "text:note-body", "text:list-item", "office:text", NULL };
static const char *const tables[] = { "w:tbl", "table:table", NULL };
static const char *const rows[] = { "w:tr", "table:table-row", NULL };
static const char *const cells[] = { "w:tc", "table:table-cell", "table:covered-table-cell", NULL };
static const char *const wordless[] = { "w:p", "w:r", "w:body", "w:tbl", "w:tr", "w:tc", "w:hdr", "w:ftr",
	"office:text", "table:table", "table:table-row", "table:table-cell", "text:list",
	"text:list-item", "style:header", "style:footer", NULL };

/* --- structure --- */

static void check_box(struct sound *s, const struct pk_xml *box)
{
	const struct pk_xml *last = NULL;
	for (const struct pk_xml *node = box->first; node != NULL; node = node->next)
		if (among(node, blocks))
			last = node;
	if (last == NULL || pk_xml_is(last, "w:tbl"))
		fault(s, SOUND_BOX, "does not end with a paragraph:", box->name);
}

static const struct pk_xml *next_element(const struct pk_xml *node)
{
	static const char *const unseen[] = { "w:bookmarkStart", "w:bookmarkEnd", NULL };
	do
		node = node->next;
	while (node != NULL && (node->kind != PK_XML_ELEMENT || among(node, unseen)));
	return node;
}

static bool holds(const struct pk_xml *parent, const char *const *names)
{
	for (const struct pk_xml *n = parent; (n = pk_xml_walk(parent, n)) != NULL;)
		if (among(n, names))
			return true;
	return false;
}

static void check_structure(struct sound *s, const struct pk_xml *node)
{
	static const char *const items[] = { "text:list-item", "text:list-header", NULL };
	if (node->kind == PK_XML_TEXT) {
		if (pk_str_trim(node->text).n > 0 && among(node->parent, wordless))
			fault(s, SOUND_CHARACTER, "text in", node->parent->name);
		return;
	}
	if (among(node, boxes))
		check_box(s, node);
	if (among(node, tables) && next_element(node) != NULL && among(next_element(node), tables))
		fault(s, SOUND_TOUCH, "tables touch:", node->name);
	if ((among(node, tables) && !holds(node, rows)) || (among(node, rows) && !holds(node, cells)) ||
			(pk_xml_is(node, "text:list") && !holds(node, items)))
		fault(s, SOUND_EMPTY, "is empty:", node->name);
}

/* --- what is there once, and what comes in pairs --- */

static void key(struct sound *s, const char *kind, struct pk_str value)
{
	if (value.n == 0 || !pk_grow(s->job, &s->keys, s->n, &s->room))
		return;
	if (pk_join(s->job, &s->keys[s->n], pk_str_of(kind), value))
		s->n++;
}

static void take_keys(struct sound *s, const struct pk_xml *node)
{
	static const struct {
		const char *element, *attr, *kind;
	} rules[] = {
		{ "w:bookmarkStart", "w:id", "begin " },
		{ "w:bookmarkEnd", "w:id", "end " },
		{ "w:bookmarkStart", "w:name", "name " },
		{ "wp:docPr", "id", "drawing " },
		{ "w:p", "w14:paraId", "paragraph " },
		{ "Relationship", "Id", "relationship " },
		{ "text:bookmark", "text:name", "name " },
		{ "text:bookmark-start", "text:name", "name " },
		{ "text:bookmark-start", "text:name", "begin " },
		{ "text:bookmark-end", "text:name", "end " },
		{ "text:reference-mark-start", "text:name", "begin mark " },
		{ "text:reference-mark-end", "text:name", "end mark " },
		{ "office:annotation", "office:name", "comment " },
		{ "w:id", "w:val", "control " },
		{ "text:section", "text:name", "section " },
		{ "table:table", "table:name", "table " },
		{ NULL, "draw:name", "drawing " },
		{ NULL, "xml:id", "xml:id " },
	};
	for (size_t i = 0; i < PK_COUNT(rules); i++)
		if (rules[i].element == NULL || pk_xml_is(node, rules[i].element))
			key(s, rules[i].kind, pk_xml_get(node, rules[i].attr));
}

static int by_bytes(const void *a, const void *b)
{
	return pk_str_cmp(*(const struct pk_str *)a, *(const struct pk_str *)b);
}

static bool has_key(const struct sound *s, const char *kind, struct pk_str value)
{
	struct pk_str whole;
	return pk_join(s->job, &whole, pk_str_of(kind), value) &&
	       bsearch(&whole, s->keys, s->n, sizeof(*s->keys), by_bytes) != NULL;
}

static void check_keys(struct sound *s)
{
	struct pk_str begin = PK_STR("begin "), end = PK_STR("end ");
	if (s->n > 0)
		qsort(s->keys, s->n, sizeof(*s->keys), by_bytes);
	for (size_t i = 0; i < s->n; i++) {
		struct pk_str k = s->keys[i];
		if (i > 0 && pk_str_eq(k, s->keys[i - 1]))
			fault(s, SOUND_TWICE, "twice:", k);
		if (pk_str_starts(k, begin) && !has_key(s, "end ", pk_str_slice(k, begin.n, k.n)))
			fault(s, SOUND_PAIR, "never ends:", k);
		if (pk_str_starts(k, end) && !has_key(s, "begin ", pk_str_slice(k, end.n, k.n)))
			fault(s, SOUND_PAIR, "never begins:", k);
	}
	s->n = 0;
}

static int field(const struct pk_xml *node)
{
	struct pk_str type = pk_xml_get(node, "w:fldCharType");
	return !pk_xml_is(node, "w:fldChar") ? 0 : pk_str_is(type, "begin") - pk_str_is(type, "end");
}

/* --- parts that point at parts --- */

static const struct pk_xml *read(struct sound *s, struct pk_str name)
{
	int i = pk_package_find(s->package, name);
	struct pk_str bytes;
	struct pk_xml *root;
	if (i < 0 || !pk_package_bytes(s->job, s->package, (size_t)i, &bytes) ||
			!pk_xml_read(s->job, bytes, name, &root))
		return NULL;
	return root;
}

static bool any(const struct pk_xml *root, const char *element, const char *attr, struct pk_str value)
{
	for (const struct pk_xml *n = root; n != NULL; n = pk_xml_walk(root, n))
		if (pk_xml_is(n, element) && pk_str_eq(pk_xml_get(n, attr), value))
			return true;
	return false;
}

/* word/document.xml: word/_rels/document.xml.rels. */
static const struct pk_xml *links_of(struct sound *s, struct pk_str part)
{
	size_t slash = part.n;
	struct pk_str name;
	while (slash > 0 && part.p[slash - 1] != '/')
		slash--;
	if (!pk_join(s->job, &name, pk_str_slice(part, 0, slash), PK_STR("_rels/"),
			pk_str_slice(part, slash, part.n), PK_STR(".rels")))
		return NULL;
	return read(s, name);
}

static void check_links(struct sound *s, const struct pk_xml *root)
{
	const struct pk_xml *links = links_of(s, s->part), *numbering = read(s, PK_STR("word/numbering.xml"));
	for (const struct pk_xml *n = root; n != NULL; n = pk_xml_walk(root, n)) {
		for (size_t i = 0; i < n->n_attrs; i++)
			if (pk_str_starts(n->attrs[i].name, PK_STR("r:")) && n->attrs[i].value.n > 0 &&
					!any(links, "Relationship", "Id", n->attrs[i].value))
				fault(s, SOUND_LINK, "no relationship", n->attrs[i].value);
		if (pk_xml_is(n, "w:numId") && !pk_str_is(pk_xml_get(n, "w:val"), "0") &&
				!any(numbering, "w:num", "w:numId", pk_xml_get(n, "w:val")))
			fault(s, SOUND_LINK, "no list", pk_xml_get(n, "w:val"));
	}
}

static struct pk_str after_last(struct pk_str s, char mark)
{
	size_t at = s.n;
	while (at > 0 && s.p[at - 1] != mark)
		at--;
	return pk_str_slice(s, at, s.n);
}

static void check_types(struct sound *s, const struct pk_xml *types)
{
	for (size_t i = 0; i < pk_package_count(s->package); i++) {
		struct pk_str name = pk_package_name(s->package, i), path;
		if (!pk_join(s->job, &path, PK_STR("/"), name))
			return;
		if (!pk_str_is(name, "[Content_Types].xml") &&
				!any(types, "Override", "PartName", path) &&
				!any(types, "Default", "Extension", after_last(name, '.')))
			fault(s, SOUND_LINK, "no content type of", name);
	}
}

static void check_manifest(struct sound *s, const struct pk_xml *manifest)
{
	for (const struct pk_xml *n = manifest; n != NULL; n = pk_xml_walk(manifest, n)) {
		struct pk_str path = pk_xml_get(n, "manifest:full-path");
		if (path.n > 0 && !pk_str_ends(path, PK_STR("/")) &&
				pk_package_find(s->package, path) < 0)
			fault(s, SOUND_LINK, "no part", path);
	}
	for (size_t i = 0; i < pk_package_count(s->package); i++) {
		struct pk_str name = pk_package_name(s->package, i);
		if (!pk_str_is(name, "mimetype") && !pk_str_starts(name, PK_STR("META-INF/")) &&
				!any(manifest, "manifest:file-entry", "manifest:full-path", name))
			fault(s, SOUND_LINK, "not in the manifest:", name);
	}
}

/* --- */

static void check_part(struct sound *s, struct pk_str name)
{
	const struct pk_xml *root;
	int depth = 0;
	bool ends_first = false;
	s->part = name;
	root = read(s, name);
	if (root == NULL) {
		fault(s, SOUND_XML, "is not well-formed", PK_STR(""));
		return;
	}
	for (const struct pk_xml *node = root; node != NULL; node = pk_xml_walk(root, node)) {
		check_structure(s, node);
		take_keys(s, node);
		depth += field(node);
		ends_first = ends_first || depth < 0;
	}
	check_keys(s);
	if (depth != 0 || ends_first)
		fault(s, SOUND_PAIR, "a field that does not end", PK_STR(""));
	if (pk_str_starts(name, PK_STR("word/")))
		check_links(s, root);
	else if (pk_str_is(name, "[Content_Types].xml"))
		check_types(s, root);
	else if (pk_str_is(name, "META-INF/manifest.xml"))
		check_manifest(s, root);
}

unsigned sound_faults(const struct pk_package *package, struct pk_out *out)
{
	struct pk_limits limits = pk_limits_default;
	struct pk_job job;
	struct sound s = { .job = &job, .package = package, .out = out };
	limits.xml_depth = 1000;
	if (!pk_job_init(&job, &limits))
		return 0;
	for (size_t i = 0; i < pk_package_count(package); i++) {
		struct pk_str name = pk_package_name(package, i);
		if (pk_str_ends(name, PK_STR(".xml")) || pk_str_ends(name, PK_STR(".rels")))
			check_part(&s, name);
	}
	pk_job_free(&job);
	return s.faults;
}
