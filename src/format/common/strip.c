/* How high headers and footers are: they push the text area of the page. */
#include "format/common/typeset.h"
#include "pages/line.h"
#include "xml/tree.h"

struct strip {
	struct pk_job *job;
	const void *styles;
	const struct pk_strip_reader *reader;
};

/* Paragraphs below each other: their height, and the space below the last one. */
struct stack {
	int32_t height, after;
};

static bool is_any(const struct pk_xml *node, const char *docx, const char *odt)
{
	return pk_xml_is(node, docx) || pk_xml_is(node, odt);
}

static bool is_paragraph(const struct pk_xml *node)
{
	return is_any(node, "w:p", "text:p") || pk_xml_is(node, "text:h");
}

/* Boxes and shapes that float have paragraphs of their own. */
static bool is_box(const struct pk_xml *node)
{
	return pk_xml_is(node, "w:pict") || is_any(node, "w:drawing", "draw:frame") ||
			pk_xml_is(node, "draw:custom-shape") || pk_xml_is(node, "draw:g");
}

static int32_t paragraph_height(const struct strip *s, const struct pk_xml *p,
		const struct pk_typeset *set)
{
	struct pk_flow_char character = pk_typeset_flow_char(set);
	const struct pk_xml *node = pk_xml_walk(p, p);
	int32_t line = pk_line_natural(&character), height = 0;

	while (node != NULL) {
		int32_t object = s->reader->object(node);

		if (object > line)
			line = object;
		if (is_any(node, "w:br", "text:line-break"))
			height += pk_line_ruled(&set->paragraph, pk_line_natural(&character));
		node = is_box(node) ? pk_xml_skip(p, node) : pk_xml_walk(p, node);
	}
	return height + pk_line_ruled(&set->paragraph, line) + set->paragraph.border_top +
			set->paragraph.border_bottom;
}

static void put_paragraph(const struct strip *s, const struct pk_xml *p, struct stack *to)
{
	struct pk_typeset set = s->reader->typeset(s->job, s->styles, p);
	int32_t before = set.paragraph.before;

	if (s->reader->adds_spacing)
		to->height += to->after + before;
	else
		to->height += before > to->after ? before : to->after;
	to->height += paragraph_height(s, p, &set);
	to->after = set.paragraph.after;
}

static void put_content(const struct strip *s, const struct pk_xml *in, struct stack *to);

/* The tallest cell makes the row. */
static void put_row(const struct strip *s, const struct pk_xml *row, struct stack *to)
{
	int32_t highest = 0;

	for (const struct pk_xml *cell = row->first; cell != NULL; cell = cell->next) {
		struct stack inside = { 0, 0 };

		if (is_any(cell, "w:tc", "table:table-cell"))
			put_content(s, cell, &inside);
		if (inside.height + inside.after > highest)
			highest = inside.height + inside.after;
	}
	to->height += to->after + highest;
	to->after = 0;
}

static void put_content(const struct strip *s, const struct pk_xml *in, struct stack *to)
{
	for (const struct pk_xml *node = in->first; node != NULL; node = node->next) {
		if (is_paragraph(node))
			put_paragraph(s, node, to);
		else if (is_any(node, "w:tr", "table:table-row"))
			put_row(s, node, to);
		else if (node->kind == PK_XML_ELEMENT)
			put_content(s, node, to);
	}
}

int32_t pk_strip_height(struct pk_job *job, const void *styles, const struct pk_xml *strip,
		const struct pk_strip_reader *reader)
{
	const struct strip s = { job, styles, reader };
	struct stack all = { 0, 0 };

	put_content(&s, strip, &all);
	return all.height + all.after;
}
