/* The visible text of a DOCX. */
#include "formats.h"

#include <stdlib.h>
#include <string.h>

#include "parts.h"

enum { NUMBERS = 1024, LEVELS = 9 };

struct docx {
	struct writer *w;
	xmlDoc *document, *styles, *numbering;
	int counters[NUMBERS][LEVELS];  /* by abstract numbering; 0: not begun */
	bool begun[NUMBERS];            /* by w:num: its own start has been taken */
};

static void blocks(struct docx *docx, xmlNode *parent);
static void inlines(struct docx *docx, xmlNode *parent);

static xmlNode *named_style(struct docx *docx, const char *name)
{
	return docx->styles == NULL ? NULL :
			node_find(xmlDocGetRootElement(docx->styles), "style", "styleId", name);
}

/* A property of a paragraph, its own or its style's. */
static xmlNode *property(struct docx *docx, xmlNode *paragraph, const char *name)
{
	xmlNode *own = node_child(paragraph, "pPr"), *found = node_child(own, name);
	const char *style = node_attribute(node_child(own, "pStyle"), "val");

	for (int i = 0; found == NULL && style != NULL && i < 20; i++) {
		xmlNode *s = named_style(docx, style);

		found = node_child(node_child(s, "pPr"), name);
		style = node_attribute(node_child(s, "basedOn"), "val");
	}
	return found;
}

static bool style_is(xmlNode *properties, const char *element, const char *wanted)
{
	const char *style = node_attribute(node_child(properties, element), "val");

	return style != NULL && strcmp(style, wanted) == 0;
}

static xmlNode *by_id(struct docx *docx, const char *element, const char *attribute, int id)
{
	char text[16];

	snprintf(text, sizeof(text), "%d", id);
	return docx->numbering == NULL ? NULL :
			node_find(xmlDocGetRootElement(docx->numbering), element, attribute, text);
}

static xmlNode *level_of(xmlNode *parent, const char *element, int level)
{
	char text[16];

	snprintf(text, sizeof(text), "%d", level);
	return parent == NULL ? NULL : node_find(parent, element, "ilvl", text);
}

/* Counts one item of a list and returns its mark. A w:num with a start of its own begins there when
 * it is first used; deeper levels begin again. */
static struct writer_mark count_item(struct docx *docx, int id, int level)
{
	xmlNode *num = by_id(docx, "num", "numId", id);
	int abstract = node_number(node_child(num, "abstractNumId"), "val", -1);
	xmlNode *definition = level_of(by_id(docx, "abstractNum", "abstractNumId", abstract), "lvl",
			level);
	xmlNode *own = node_child(level_of(num, "lvlOverride", level), "startOverride");
	const char *format = node_attribute(node_child(definition, "numFmt"), "val");
	const char *text = node_attribute(node_child(definition, "lvlText"), "val");
	int start = node_number(node_child(definition, "start"), "val", 1), *counter;
	struct writer_mark mark = { .kind = '1', .suffix = "" };

	if (format == NULL || strcmp(format, "bullet") == 0 || abstract < 0 ||
			abstract >= NUMBERS || id >= NUMBERS || level >= LEVELS)
		return mark;
	counter = &docx->counters[abstract][level];
	if (own != NULL && !docx->begun[id])
		*counter = node_number(own, "val", 1);
	else
		*counter = *counter == 0 ? start : *counter + 1;
	docx->begun[id] = true;
	for (int deeper = level + 1; deeper < LEVELS; deeper++)
		docx->counters[abstract][deeper] = 0;
	mark.number = *counter;
	mark.kind = strcmp(format, "lowerLetter") == 0 ? 'a' : strcmp(format, "lowerRoman") == 0 ?
			'i' : '1';
	if (text != NULL && strlen(text) > 2)
		mark.suffix = text + 2;
	return mark;
}

static void item(struct docx *docx, int id, int level)
{
	struct writer_mark mark = count_item(docx, id, level);

	writer_item(docx->w, level, &mark);
}

/* The outline level from 0, or -1. */
static int outline_level(struct docx *docx, xmlNode *paragraph)
{
	return node_number(property(docx, paragraph, "outlineLvl"), "val", -1);
}

static void paragraph(struct docx *docx, xmlNode *node)
{
	xmlNode *own = node_child(node, "pPr"), *num = property(docx, node, "numPr");
	int level = outline_level(docx, node), id = node_number(node_child(num, "numId"), "val", 0);
	int depth = node_number(node_child(num, "ilvl"), "val", 0);

	if (level >= 0 && level < 9)
		writer_heading(docx->w, level + 1);
	else if (style_is(own, "pStyle", "Title"))
		writer_paragraph(docx->w, "= ");
	else if (id > 0)
		item(docx, id, depth);
	else if (style_is(own, "pStyle", "Quote"))
		writer_paragraph(docx->w, "> ");
	else
		writer_paragraph(docx->w, "");
	inlines(docx, node);
	writer_end(docx->w);
}

static void table(struct docx *docx, xmlNode *node)
{
	for (xmlNode *row = node->children; row != NULL; row = row->next) {
		bool first = true;

		if (!node_is(row, "tr"))
			continue;
		writer_row(docx->w, node_child(node_child(row, "trPr"), "tblHeader") != NULL);
		for (xmlNode *cell = row->children; cell != NULL; cell = cell->next) {
			if (!node_is(cell, "tc"))
				continue;
			writer_cell(docx->w, first);
			first = false;
			blocks(docx, cell);
		}
		writer_row_end(docx->w);
	}
}

static void blocks(struct docx *docx, xmlNode *parent)
{
	for (xmlNode *n = parent->children; n != NULL; n = n->next) {
		if (node_is(n, "p"))
			paragraph(docx, n);
		else if (node_is(n, "tbl"))
			table(docx, n);
		else if (node_is(n, "sdt") || node_is(n, "sdtContent"))
			blocks(docx, n);
	}
}

static void picture(struct docx *docx, xmlNode *node)
{
	const char *words = node_attribute(node_find(node, "docPr", NULL, NULL), "descr");

	writer_text(docx->w, "[bild: ");
	writer_text(docx->w, words == NULL ? "" : words);
	writer_text(docx->w, "]");
}

static void shape(struct docx *docx, xmlNode *node)
{
	const char *words = node_attribute(node_find(node, "textpath", "string", NULL), "string");
	xmlNode *shape = node_find(node, "shape", NULL, NULL);

	if (shape != NULL && words == NULL)
		words = node_attribute(node_child(shape, "textpath"), "string");
	writer_text(docx->w, "[vattenmärke: ");
	writer_text(docx->w, words == NULL ? "" : words);
	writer_text(docx->w, "]");
}

/* The text of a run: an empty box is a run of blanks with a border. */
static void run_text(struct docx *docx, xmlNode *run, xmlNode *node)
{
	xmlChar *text = xmlNodeGetContent(node);
	bool box = style_is(node_child(run, "rPr"), "rStyle", "Signaturruta");

	writer_text(docx->w, text == NULL ? "" : box ? "[ ]" : (const char *)text);
	xmlFree(text);
}

static void inlines(struct docx *docx, xmlNode *parent)
{
	for (xmlNode *n = parent->children; n != NULL; n = n->next) {
		if (node_is(n, "t"))
			run_text(docx, parent, n);
		else if (node_is(n, "tab") || node_is(n, "ptab"))
			writer_text(docx->w, "\t");
		else if (node_is(n, "br") || node_is(n, "cr"))
			writer_break(docx->w);
		else if (node_is(n, "noBreakHyphen"))
			writer_text(docx->w, "\xE2\x80\x91");
		else if (node_is(n, "drawing"))
			picture(docx, n);
		else if (node_is(n, "pict"))
			shape(docx, n);
		else if (n->type == XML_ELEMENT_NODE && !node_is(n, "pPr") && !node_is(n, "rPr") &&
				!node_is(n, "instrText"))
			inlines(docx, n);
	}
}

static void part_section(struct docx *docx, zip_t *zip, const char *part, const char *section)
{
	xmlDoc *doc = part_read(zip, part);

	if (doc == NULL)
		return;
	writer_section(docx->w, section);
	blocks(docx, xmlDocGetRootElement(doc));
	xmlFreeDoc(doc);
}

bool docx_text(zip_t *zip, struct writer *w)
{
	static struct docx docx;
	xmlNode *body;

	docx = (struct docx){ .w = w };
	docx.document = part_read(zip, "word/document.xml");
	docx.styles = part_read(zip, "word/styles.xml");
	docx.numbering = part_read(zip, "word/numbering.xml");
	body = docx.document == NULL ? NULL : node_child(xmlDocGetRootElement(docx.document), "body");
	if (body != NULL) {
		part_section(&docx, zip, "word/header1.xml", "sidhuvud");
		writer_section(w, "text");
		blocks(&docx, body);
		part_section(&docx, zip, "word/footer1.xml", "sidfot");
	}
	xmlFreeDoc(docx.document);
	xmlFreeDoc(docx.styles);
	xmlFreeDoc(docx.numbering);
	return body != NULL;
}
