/* What a reader sees of a document, as lines. */
#include "awkward.h"

#include <stdlib.h>
#include <stdio.h>
#include <string.h>

#include "xml/tree.h"

enum { ROOM = 1 << 20, LISTS = 100 };

struct shown {
	struct pk_job *job;
	enum tiny_format format;
	const struct pk_package *package;
	struct pk_out *out;
	struct pk_str lists[LISTS]; /* DOCX: numbers met, and how many items each has had */
	uint32_t counts[LISTS];
	size_t n_lists;
};

static void put_blocks(struct shown *s, const struct pk_xml *parent, const char *between);
static void put_inline(struct shown *s, const struct pk_xml *parent);

static bool any_of(const struct pk_xml *node, const char *const *names)
{
	for (; *names != NULL; names++)
		if (pk_xml_is(node, *names))
			return true;
	return false;
}

static const struct pk_xml *part(struct shown *s, const char *name)
{
	int i = pk_package_find(s->package, pk_str_of(name));
	struct pk_str bytes;
	struct pk_xml *root;
	if (i < 0)
		return NULL;
	assert_true(pk_package_bytes(s->job, s->package, (size_t)i, &bytes));
	if (!pk_xml_read(s->job, bytes, pk_str_of(name), &root))
		fail_msg("%s\n%.*s", reports(s->job, PK_ENGLISH), (int)bytes.n, bytes.p);
	return root;
}

/* The element with an attribute of that value. */
static const struct pk_xml *with(const struct pk_xml *root, const char *element, const char *attr,
		struct pk_str value)
{
	for (const struct pk_xml *n = root; n != NULL; n = pk_xml_walk(root, n))
		if (pk_xml_is(n, element) && pk_str_eq(pk_xml_get(n, attr), value))
			return n;
	return NULL;
}

static void put_framed(struct shown *s, const char *begin, const struct pk_xml *box)
{
	pk_put_c(s->out, begin);
	if (box != NULL)
		put_blocks(s, box, " / ");
	pk_put_byte(s->out, ']');
}

/* --- in a paragraph --- */

static void put_reference(struct shown *s, const struct pk_xml *node, const char *kind, const char *words)
{
	char name[40], element[20];
	snprintf(name, sizeof(name), "word/%ss.xml", kind);
	snprintf(element, sizeof(element), "w:%s", kind);
	put_framed(s, words, with(part(s, name), element, "w:id", pk_xml_get(node, "w:id")));
}

static bool put_special(struct shown *s, const struct pk_xml *node)
{
	static const char *const unseen[] = { "w:del", "w:moveFrom", "w:pPr", "w:rPr", "w:instrText",
		"w:sdtPr", "text:note-citation", "svg:desc", "svg:title", "text:tracked-changes",
		"text:bookmark", "dc:creator", "dc:date", "office:forms", "wp:posOffset", NULL };
	static const char *const boxes[] = { "w:txbxContent", "draw:text-box", NULL };
	static const char *const pictures[] = { "pic:pic", "a:blip", "draw:image", NULL };
	static const char *const words[][2] = { { "w:tab", "<tab>" }, { "text:tab", "<tab>" },
		{ "text:line-break", "<br>" }, { "w:softHyphen", "\u00AD" },
		{ "w:noBreakHyphen", "\u2011" } };
	for (size_t i = 0; i < PK_COUNT(words); i++)
		if (pk_xml_is(node, words[i][0]))
			return pk_put_c(s->out, words[i][1]), true;
	if (any_of(node, unseen))
		return true;
	if (pk_xml_is(node, "w:br"))
		return pk_put_c(s->out, pk_str_is(pk_xml_get(node, "w:type"), "page") ? "<page>" : "<br>"),
		       true;
	if (any_of(node, pictures))
		return pk_put_c(s->out, "<picture>"), true;
	if (pk_xml_is(node, "text:s")) {
		uint32_t n = 1;
		(void)pk_str_uint(pk_xml_get(node, "text:c"), &n);
		for (; n > 0; n--)
			pk_put_byte(s->out, ' ');
	} else if (any_of(node, boxes))
		put_framed(s, "[box: ", node);
	else if (pk_xml_is(node, "text:note-body"))
		put_framed(s, "[note: ", node);
	else if (pk_xml_is(node, "office:annotation"))
		put_framed(s, "[comment: ", node);
	else if (pk_xml_is(node, "w:footnoteReference"))
		put_reference(s, node, "footnote", "[note: ");
	else if (pk_xml_is(node, "w:endnoteReference"))
		put_reference(s, node, "endnote", "[note: ");
	else if (pk_xml_is(node, "w:commentReference"))
		put_reference(s, node, "comment", "[comment: ");
	else
		return false;
	return true;
}

static void put_inline(struct shown *s, const struct pk_xml *parent)
{
	for (const struct pk_xml *node = parent->first; node != NULL; node = node->next) {
		if (node->kind == PK_XML_TEXT)
			pk_put(s->out, node->text);
		else if (node->kind == PK_XML_ELEMENT && !put_special(s, node))
			put_inline(s, node);
	}
}

/* --- blocks --- */

/* How many items the list has had now. */
static uint32_t counted(struct shown *s, struct pk_str list)
{
	size_t i = 0;
	while (i < s->n_lists && !pk_str_eq(s->lists[i], list))
		i++;
	assert_true(i < LISTS);
	if (i == s->n_lists)
		s->lists[s->n_lists++] = list;
	return ++s->counts[i];
}

static void put_paragraph(struct shown *s, const struct pk_xml *p)
{
	const struct pk_xml *properties = pk_xml_child(p, "w:pPr"), *style, *num;
	style = properties == NULL ? NULL : pk_xml_child(properties, "w:pStyle");
	num = properties == NULL ? NULL : pk_xml_child(properties, "w:numPr");
	if (pk_xml_is(p, "text:h") || (style != NULL && pk_str_is(pk_xml_get(style, "w:val"), "Rubrik1")))
		pk_put_c(s->out, "# ");
	if (num != NULL && pk_xml_child(num, "w:numId") != NULL) {
		pk_put_uint(s->out, counted(s, pk_xml_get(pk_xml_child(num, "w:numId"), "w:val")));
		pk_put_c(s->out, ". ");
	}
	put_inline(s, p);
	if (properties != NULL && pk_xml_child(properties, "w:sectPr") != NULL)
		pk_put_c(s->out, "<section>");
	if (pk_str_is(pk_xml_get(p, "text:style-name"), "P1"))
		pk_put_c(s->out, "<section>");
}

static void put_list(struct shown *s, const struct pk_xml *list, const char *between)
{
	uint32_t number = 0;
	for (const struct pk_xml *item = list->first; item != NULL; item = item->next) {
		if (item->kind != PK_XML_ELEMENT)
			continue;
		pk_put_c(s->out, number > 0 ? between : "");
		(void)pk_str_uint(pk_xml_get(item, "text:start-value"), &number);
		number += pk_xml_get(item, "text:start-value").n == 0;
		pk_put_uint(s->out, number);
		pk_put_c(s->out, ". ");
		put_blocks(s, item, " / ");
	}
}

static void put_rows(struct shown *s, const struct pk_xml *table, const char *between, bool *first)
{
	static const char *const around[] = { "w:sdt", "w:sdtContent", "table:table-header-rows",
		"table:table-rows", "w:ins", NULL };
	static const char *const rows[] = { "w:tr", "table:table-row", NULL };
	static const char *const cells[] = { "w:tc", "table:table-cell", NULL };
	for (const struct pk_xml *row = table->first; row != NULL; row = row->next) {
		if (any_of(row, around))
			put_rows(s, row, between, first);
		if (!any_of(row, rows))
			continue;
		pk_put_c(s->out, *first ? "|" : between);
		pk_put_c(s->out, *first ? "" : "|");
		*first = false;
		for (const struct pk_xml *cell = row->first; cell != NULL; cell = cell->next) {
			if (!any_of(cell, cells))
				continue;
			pk_put_byte(s->out, ' ');
			put_blocks(s, cell, " / ");
			pk_put_c(s->out, " |");
		}
	}
}

static void put_table(struct shown *s, const struct pk_xml *table, const char *between)
{
	bool first = true, inner = strcmp(between, "\n") != 0;
	pk_put_c(s->out, inner ? "<" : "");
	put_rows(s, table, between, &first);
	pk_put_c(s->out, inner ? ">" : "");
}

static void put_some(struct shown *s, const struct pk_xml *parent, const char *between, bool *first)
{
	static const char *const through[] = { "w:sdt", "w:sdtContent", "w:customXml", "text:section",
		"text:table-of-content", "text:index-body", "text:index-title", "mc:AlternateContent",
		"mc:Choice", "w:ins", NULL };
	static const char *const paragraphs[] = { "w:p", "text:p", "text:h", NULL };
	static const char *const tables[] = { "w:tbl", "table:table", NULL };
	for (const struct pk_xml *node = parent->first; node != NULL; node = node->next) {
		bool paragraph = any_of(node, paragraphs), table = any_of(node, tables);
		if (any_of(node, through))
			put_some(s, node, between, first);
		if (!paragraph && !table && !pk_xml_is(node, "text:list"))
			continue;
		pk_put_c(s->out, *first ? "" : between);
		*first = false;
		if (paragraph)
			put_paragraph(s, node);
		else if (table)
			put_table(s, node, between);
		else
			put_list(s, node, between);
	}
}

static void put_blocks(struct shown *s, const struct pk_xml *parent, const char *between)
{
	bool first = true;
	put_some(s, parent, between, &first);
}

/* --- stories --- */

static void put_story(struct shown *s, const char *words, const struct pk_xml *root)
{
	pk_put_c(s->out, "\n-- ");
	pk_put_c(s->out, words);
	pk_put_byte(s->out, '\n');
	put_blocks(s, root, "\n");
}

static void put_docx_stories(struct shown *s, const struct pk_xml *document)
{
	const struct pk_xml *links = part(s, "word/_rels/document.xml.rels");
	for (const struct pk_xml *n = document; n != NULL; n = pk_xml_walk(document, n)) {
		struct pk_str type = pk_xml_get(n, "w:type");
		bool header = pk_xml_is(n, "w:headerReference");
		char name[100], words[40];
		const struct pk_xml *link;
		if (!header && !pk_xml_is(n, "w:footerReference"))
			continue;
		link = with(links, "Relationship", "Id", pk_xml_get(n, "r:id"));
		assert_non_null(link);
		snprintf(name, sizeof(name), "word/%.*s", (int)pk_xml_get(link, "Target").n,
				pk_xml_get(link, "Target").p);
		snprintf(words, sizeof(words), "%s%s%.*s", header ? "header" : "footer",
				pk_str_is(type, "default") ? "" : " ",
				pk_str_is(type, "default") ? 0 : (int)type.n, type.p);
		put_story(s, words, part(s, name));
	}
}

static void put_odt_stories(struct shown *s)
{
	static const char *const kinds[][2] = { { "style:header", "header" },
		{ "style:header-first", "header first" }, { "style:header-left", "header even" },
		{ "style:footer", "footer" }, { "style:footer-first", "footer first" },
		{ "style:footer-left", "footer even" } };
	const struct pk_xml *styles = part(s, "styles.xml");
	for (const struct pk_xml *n = styles; n != NULL; n = pk_xml_walk(styles, n))
		for (size_t i = 0; i < PK_COUNT(kinds); i++)
			if (pk_xml_is(n, kinds[i][0]))
				put_story(s, kinds[i][1], n);
}

static void put_properties(struct shown *s)
{
	const struct pk_xml *root = part(s, s->format == TINY_DOCX ? "docProps/core.xml" : "meta.xml");
	for (const struct pk_xml *n = root; n != NULL; n = pk_xml_walk(root, n)) {
		if (!pk_xml_is(n, "dc:subject") && !pk_xml_is(n, "dc:description"))
			continue;
		pk_put_c(s->out, "\n-- ");
		pk_put(s->out, n->name);
		pk_put_byte(s->out, '\n');
		put_inline(s, n);
	}
}

static const struct pk_xml *body_of(const struct pk_xml *root)
{
	static const char *const bodies[] = { "w:body", "office:text", NULL };
	const struct pk_xml *node = root;
	while (node != NULL && !any_of(node, bodies))
		node = pk_xml_walk(root, node);
	assert_non_null(node);
	/* That does not come back, but gcc cannot know. */
	return node == NULL ? root : node;
}

struct pk_str awkward_shows(struct pk_job *job, enum tiny_format format, const struct pk_package *document)
{
	struct pk_out out = pk_out_new(job->arena, ROOM);
	struct shown s = { .job = job, .format = format, .package = document, .out = &out };
	const struct pk_xml *root = part(&s, format == TINY_DOCX ? "word/document.xml" : "content.xml");
	if (root == NULL)
		return PK_STR("");
	put_blocks(&s, body_of(root), "\n");
	if (format == TINY_DOCX)
		put_docx_stories(&s, root);
	else
		put_odt_stories(&s);
	put_properties(&s);
	assert_false(out.failed);
	return pk_out_str(&out);
}
