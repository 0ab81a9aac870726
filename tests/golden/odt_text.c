/* The visible text of an ODT. */
#include "formats.h"

#include <stdlib.h>
#include <string.h>

#include "parts.h"

/* Lists that are open around a paragraph. */
struct list {
	const char *style;
	int level;                /* from 0 */
	struct writer_mark mark;  /* of the item that is open */
	bool labelled;            /* the mark has been written */
};

struct odt {
	struct writer *w;
	xmlDoc *content, *styles;
	struct list *list;
};

static void blocks(struct odt *odt, xmlNode *parent);
static void inlines(struct odt *odt, xmlNode *parent);

static xmlNode *named_style(struct odt *odt, const char *name)
{
	xmlNode *found = node_find(xmlDocGetRootElement(odt->content), "style", "name", name);

	return found != NULL ? found :
			node_find(xmlDocGetRootElement(odt->styles), "style", "name", name);
}

/* Whether a style or one that it is made from has that name. */
static bool style_is(struct odt *odt, const char *name, const char *wanted)
{
	for (int i = 0; name != NULL && i < 20; i++) {
		if (strcmp(name, wanted) == 0)
			return true;
		name = node_attribute(named_style(odt, name), "parent-style-name");
	}
	return false;
}

/* The definition of a list style's level. */
static xmlNode *list_level(struct odt *odt, const char *style, int level)
{
	xmlNode *s = node_find(xmlDocGetRootElement(odt->content), "list-style", "name", style);

	if (s == NULL)
		s = node_find(xmlDocGetRootElement(odt->styles), "list-style", "name", style);
	for (xmlNode *n = s == NULL ? NULL : s->children; n != NULL; n = n->next) {
		if (n->type == XML_ELEMENT_NODE && node_number(n, "level", 0) == level + 1)
			return n;
	}
	return NULL;
}

static void list(struct odt *odt, xmlNode *node)
{
	struct list *outer = odt->list, own = { .style = node_attribute(node, "style-name") };
	const xmlNode *definition;
	const char *format, *suffix;
	int number;

	own.level = outer == NULL ? 0 : outer->level + 1;
	if (own.style == NULL && outer != NULL)
		own.style = outer->style;
	definition = list_level(odt, own.style == NULL ? "" : own.style, own.level);
	number = definition != NULL && node_is(definition, "list-level-style-number") ?
			node_number(definition, "start-value", 1) : 0;
	format = node_attribute(definition, "num-format");
	suffix = node_attribute(definition, "num-suffix");
	own.mark.kind = format == NULL ? '1' : *format;
	own.mark.suffix = suffix == NULL ? "" : suffix;
	for (xmlNode *item = node->children; item != NULL; item = item->next) {
		if (!node_is(item, "list-item"))
			continue;
		number = number == 0 ? 0 : node_number(item, "start-value", number);
		own.mark.number = number;
		own.labelled = false;
		odt->list = &own;
		blocks(odt, item);
		number += number > 0;
	}
	odt->list = outer;
}

static void paragraph(struct odt *odt, xmlNode *node)
{
	const char *style = node_attribute(node, "style-name");
	struct list *l = odt->list;

	if (node_is(node, "h"))
		writer_heading(odt->w, node_number(node, "outline-level", 1));
	else if (style_is(odt, style, "Title"))
		writer_paragraph(odt->w, "= ");
	else if (l != NULL && !l->labelled)
		writer_item(odt->w, l->level, &l->mark);
	else if (style_is(odt, style, "Quotations"))
		writer_paragraph(odt->w, "> ");
	else
		writer_paragraph(odt->w, "");
	if (l != NULL)
		l->labelled = true;
	inlines(odt, node);
	writer_end(odt->w);
}

static void rows(struct odt *odt, xmlNode *table, bool header)
{
	for (xmlNode *n = table->children; n != NULL; n = n->next) {
		bool first = true;

		if (node_is(n, "table-header-rows"))
			rows(odt, n, true);
		if (!node_is(n, "table-row"))
			continue;
		writer_row(odt->w, header);
		for (xmlNode *cell = n->children; cell != NULL; cell = cell->next) {
			if (!node_is(cell, "table-cell"))
				continue;
			writer_cell(odt->w, first);
			first = false;
			blocks(odt, cell);
		}
		writer_row_end(odt->w);
	}
}

static void blocks(struct odt *odt, xmlNode *parent)
{
	for (xmlNode *n = parent->children; n != NULL; n = n->next) {
		if (node_is(n, "p") || node_is(n, "h"))
			paragraph(odt, n);
		else if (node_is(n, "list"))
			list(odt, n);
		else if (node_is(n, "table"))
			rows(odt, n, false);
		else if (node_is(n, "section"))
			blocks(odt, n);
	}
}

static void frame(struct odt *odt, xmlNode *node)
{
	xmlNode *box = node_child(node, "text-box");
	xmlNode *title = node_child(node, "desc") != NULL ? node_child(node, "desc") :
			node_child(node, "title");
	xmlChar *words = box != NULL ? xmlNodeGetContent(box) : xmlNodeGetContent(title);

	if (box == NULL) {
		writer_text(odt->w, "[bild: ");
		writer_text(odt->w, words == NULL ? "" : (const char *)words);
		writer_text(odt->w, "]");
	} else if (words == NULL || *words == '\0') {
		writer_text(odt->w, "[ ]");
	} else {
		writer_collapsed(odt->w, (const char *)words);
	}
	xmlFree(words);
}

static void shape(struct odt *odt, xmlNode *node)
{
	xmlNode *p = node_child(node, "p");

	writer_text(odt->w, "[vattenmärke: ");
	if (p != NULL)
		inlines(odt, p);
	writer_text(odt->w, "]");
}

static void inlines(struct odt *odt, xmlNode *parent)
{
	for (xmlNode *n = parent->children; n != NULL; n = n->next) {
		if (n->type == XML_TEXT_NODE) {
			writer_collapsed(odt->w, (const char *)n->content);
		} else if (node_is(n, "s")) {
			for (int i = node_number(n, "c", 1); i > 0; i--)
				writer_text(odt->w, " ");
		} else if (node_is(n, "tab")) {
			writer_text(odt->w, "\t");
		} else if (node_is(n, "line-break")) {
			writer_break(odt->w);
		} else if (node_is(n, "frame")) {
			frame(odt, n);
		} else if (node_is(n, "custom-shape")) {
			shape(odt, n);
		} else if (n->type == XML_ELEMENT_NODE && !node_is(n, "annotation")) {
			inlines(odt, n);
		}
	}
}

static void in_master(struct odt *odt, const char *element, const char *section)
{
	xmlNode *root = xmlDocGetRootElement(odt->styles);
	xmlNode *found = node_find(node_find(root, "master-page", NULL, NULL), element, NULL, NULL);

	if (found == NULL)
		return;
	writer_section(odt->w, section);
	blocks(odt, found);
}

bool odt_text(zip_t *zip, struct writer *w)
{
	struct odt odt = { .w = w };
	xmlNode *body;

	odt.content = part_read(zip, "content.xml");
	odt.styles = part_read(zip, "styles.xml");
	body = odt.content == NULL || odt.styles == NULL ? NULL :
			node_find(xmlDocGetRootElement(odt.content), "text", NULL, NULL);
	if (body != NULL) {
		in_master(&odt, "header", "sidhuvud");
		writer_section(w, "text");
		blocks(&odt, body);
		in_master(&odt, "footer", "sidfot");
	}
	xmlFreeDoc(odt.content);
	xmlFreeDoc(odt.styles);
	return body != NULL;
}
