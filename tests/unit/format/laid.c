#include "laid.h"

#include <stdio.h>

#include "support/fixture.h"

#define OASIS "urn:oasis:names:tc:opendocument:xmlns:"
#define SPACES \
	" xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"" \
	" xmlns:wp=\"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing\"" \
	" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"" \
	" xmlns:config=\"" OASIS "config:1.0\"" \
	" xmlns:office=\"" OASIS "office:1.0\" xmlns:style=\"" OASIS "style:1.0\"" \
	" xmlns:text=\"" OASIS "text:1.0\" xmlns:table=\"" OASIS "table:1.0\"" \
	" xmlns:draw=\"" OASIS "drawing:1.0\" xmlns:fo=\"" OASIS "xsl-fo-compatible:1.0\"" \
	" xmlns:svg=\"" OASIS "svg-compatible:1.0\""

struct pk_xml *laid_xml(struct pk_job *job, const char *root, const char *inside)
{
	struct pk_xml *ret = NULL;
	struct pk_str bytes;

	assert_true(pk_join(job, &bytes, PK_STR("<"), pk_str_of(root), PK_STR(SPACES ">"),
			pk_str_of(inside), PK_STR("</"), pk_str_of(root), PK_STR(">")));
	assert_true(pk_xml_read(job, bytes, PK_STR("test"), &ret));
	return ret;
}

const struct pk_xml *laid_find(const struct pk_xml *root, const char *name)
{
	const struct pk_xml *node = root;

	while (node != NULL && !pk_xml_is(node, name))
		node = pk_xml_walk(root, node);
	assert_non_null(node);
	return node;
}

struct pk_xml *laid_file(struct pk_job *job, const char *path)
{
	struct pk_out bytes = pk_out_new(job->arena, 1 << 20);
	struct pk_xml *ret = NULL;
	char name[512], piece[4096];
	FILE *file;
	size_t n;

	(void)snprintf(name, sizeof(name), "%s/../../templates/%s", GOLDEN, path);
	file = fopen(name, "rb");
	assert_non_null(file);
	while ((n = fread(piece, 1, sizeof(piece), file)) > 0)
		pk_put(&bytes, (struct pk_str){ piece, n });
	assert_int_equal(fclose(file), 0);
	assert_true(pk_xml_read(job, pk_out_str(&bytes), PK_STR("file"), &ret));
	return ret;
}

static void put_number(struct pk_out *out, const char *before, int32_t n)
{
	char text[16];

	(void)snprintf(text, sizeof(text), "%ld", (long)n);
	pk_put_c(out, before);
	pk_put_c(out, text);
}

static void put_char(struct pk_out *out, const struct pk_flow_char *c)
{
	static const char *const faces[] = { "carlito", "caladea", "sans", "serif", "mono" };

	pk_put_c(out, faces[c->font / 4]);
	put_number(out, " ", c->size);
	pk_put_c(out, (c->font & 1) != 0 ? " b" : "");
	pk_put_c(out, (c->font & 2) != 0 ? " i" : "");
	pk_put_c(out, c->caps ? " caps" : "");
	if (c->spacing != 0)
		put_number(out, " +", c->spacing);
}

static struct pk_str done(struct pk_job *job, const struct pk_out *out)
{
	struct pk_str ret;

	assert_true(pk_out_done(job, out, &ret) && pk_copy(job, ret, &ret));
	return ret;
}

struct pk_str laid_char(struct pk_job *job, const struct pk_geometry *g, uint16_t character)
{
	struct pk_out out = pk_out_new(job->arena, 1000);

	assert_true(character < g->n_chars);
	put_char(&out, &g->chars[character]);
	return done(job, &out);
}

static void put_sides(struct pk_out *out, const struct pk_flow_paragraph *p)
{
	const int32_t sides[] = { p->before, p->after, p->left, p->right, p->first };
	static const char *const names[] = { " above ", " below ", " left ", " right ", " first " };

	for (size_t i = 0; i < PK_COUNT(sides); i++) {
		if (sides[i] != 0)
			put_number(out, names[i], sides[i]);
	}
}

static void put_line(struct pk_out *out, const struct pk_flow_paragraph *p)
{
	static const char *const names[] = { " times ", " at least ", " exactly " };

	if (p->line != 0 && !(p->line_rule == PK_LINE_TIMES && p->line == 240))
		put_number(out, names[p->line_rule], p->line);
}

static void put_flags(struct pk_out *out, const struct pk_flow_paragraph *p)
{
	pk_put_c(out, p->keep_next ? " keeps-next" : "");
	pk_put_c(out, p->keep_lines ? " keeps-lines" : "");
	pk_put_c(out, p->page_break ? " new-page" : "");
	pk_put_c(out, p->contextual ? " contextual" : "");
	if (p->orphans != 2 || p->widows != 2) {
		put_number(out, " orphans ", p->orphans);
		put_number(out, " widows ", p->widows);
	}
	if (p->border_top != 0 || p->border_bottom != 0) {
		put_number(out, " borders ", p->border_top);
		put_number(out, " ", p->border_bottom);
	}
}

struct pk_str laid_paragraph(struct pk_job *job, const struct pk_geometry *g, uint16_t paragraph)
{
	struct pk_out out = pk_out_new(job->arena, 1000);
	const struct pk_flow_paragraph *p = &g->paragraphs[paragraph];
	static const char *const kinds[] = { "", "c", "r", "d" };

	assert_true(paragraph < g->n_paragraphs);
	put_char(&out, &g->chars[p->character]);
	put_sides(&out, p);
	put_line(&out, p);
	put_flags(&out, p);
	for (size_t i = 0; i < p->n_tabs; i++) {
		put_number(&out, i == 0 ? " tabs " : " ", p->tabs[i].at);
		pk_put_c(&out, kinds[p->tabs[i].kind]);
	}
	return done(job, &out);
}

struct pk_str laid_table(struct pk_job *job, const struct pk_geometry *g, uint32_t table)
{
	struct pk_out out = pk_out_new(job->arena, 1000);
	const struct pk_flow_table *t = &g->tables[table];

	assert_true(table < g->n_tables);
	pk_put_c(&out, "columns");
	for (size_t i = 0; i < t->n_columns; i++)
		put_number(&out, " ", t->columns[i]);
	put_number(&out, " padding ", t->cell_left);
	put_number(&out, " ", t->cell_right);
	put_number(&out, " ", t->cell_top);
	put_number(&out, " ", t->cell_bottom);
	put_number(&out, " lines ", t->border_first);
	put_number(&out, " ", t->border);
	if (t->border_head != 0)
		put_number(&out, " head ", t->border_head);
	put_number(&out, " around ", t->before);
	put_number(&out, " ", t->after);
	return done(job, &out);
}

struct pk_str laid_page(struct pk_job *job, const struct pk_geometry *g)
{
	struct pk_out out = pk_out_new(job->arena, 1000);
	const struct pk_flow_page *p = &g->page;

	put_number(&out, "", p->width);
	put_number(&out, " x ", p->height);
	put_number(&out, " margins ", p->left);
	put_number(&out, " ", p->right);
	put_number(&out, " ", p->top);
	put_number(&out, " ", p->bottom);
	put_number(&out, " first ", p->first_top);
	put_number(&out, " ", p->first_bottom);
	return done(job, &out);
}
