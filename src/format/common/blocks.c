/* Formatted text: one walk over its blocks for all formats. */
#include "format/common/columns.h"
#include "format/common/pen.h"
#include "format/common/role_table.h"
#include "format/common/writers.h"
#include "value/image.h"

struct walk {
	struct pk_pen *pen;
	const struct pk_writers *to;
	const struct pk_event *model;
	struct pk_list *list; /* innermost, or NULL */
	bool started;         /* a paragraph has been written */
	bool quoted;
};

/* The list that the model paragraph itself stands in: its number comes with the first paragraph. */
static bool model_is_item(const struct pk_event *model)
{
	return model->c >= 2 || model->tail.n > 0 ||
	       pk_str_find(model->bytes, PK_STR("<w:numPr"), 0) < model->bytes.n;
}

static bool link_allowed(struct pk_str target)
{
	return pk_str_starts(target, PK_STR("http://")) ||
	       pk_str_starts(target, PK_STR("https://")) ||
	       pk_str_starts(target, PK_STR("mailto:"));
}

static int32_t width_here(const struct walk *w)
{
	int32_t width = pk_pen_width(w->pen);
	int32_t indent = w->list == NULL ? 0
					 : pk_roles_indent(w->pen->roles,
							   w->pen->doc->template->geometry,
							   w->list->numbered, w->list->level);

	return width > 2 * indent ? width - indent : width;
}

/* True when the run begins, or ends, with a character that is no white space. */
static bool is_solid(const struct pk_run *run, bool at_end)
{
	char c = run->text.n == 0 ? ' ' : run->text.p[at_end ? run->text.n - 1 : 0];

	return run->kind == PK_RUN_TEXT && strchr(" \t\r\n", c) == NULL;
}

static void write_run(struct walk *w, const struct pk_block *block, size_t i, uint16_t flow)
{
	struct pk_pen *pen = w->pen;
	const struct pk_run *run = &block->runs[i];
	struct pk_text_look look = { .style = run->style,
		.link = link_allowed(run->target),
		.before = i > 0 && is_solid(run - 1, true),
		.after = i + 1 < block->n_runs && is_solid(run + 1, false) };
	struct pk_str words = run->kind == PK_RUN_BREAK ? PK_STR("\n") : run->text;

	if (run->kind == PK_RUN_IMAGE && run->image != NULL) {
		pk_pen_picture(pen, run->image, run->text, width_here(w), pk_pen_height(pen),
				PK_STR(""));
		return;
	}
	if (run->kind != PK_RUN_TEXT)
		look = (struct pk_text_look){ .style = 0 };
	if (words.n == 0)
		return;
	w->to->text(pen, &look, words);
	pk_pen_flow_text(pen,
			pk_roles_char(pen->roles, pen->doc->template->geometry, flow, look.style),
			words);
}

/* Neighbours with the same address are one link, whatever their styles. */
static void write_runs(struct walk *w, const struct pk_block *block, uint16_t flow)
{
	struct pk_str open = PK_STR("");

	for (size_t i = 0; i < block->n_runs; i++) {
		const struct pk_run *run = &block->runs[i];
		struct pk_str target = run->kind == PK_RUN_TEXT && link_allowed(run->target)
						       ? run->target
						       : PK_STR("");

		if (!pk_str_eq(open, target)) {
			if (open.n > 0)
				w->to->link_end(w->pen);
			if (target.n > 0)
				w->to->link(w->pen, target);
			open = target;
		}
		write_run(w, block, i, flow);
	}
	if (open.n > 0)
		w->to->link_end(w->pen);
}

static void begin(struct walk *w, struct pk_paragraph *p)
{
	p->list = w->list;
	p->later = w->list != NULL ? !w->list->bare : w->started;
	if (w->list != NULL)
		w->list->bare = false;
	w->started = true;
	pk_pen_flow(w->pen, PK_FLOW_PARAGRAPH, p->flow, 0, 0);
	w->to->paragraph(w->pen, p);
}

static void end(struct walk *w, const struct pk_paragraph *p)
{
	pk_pen_flow(w->pen, PK_FLOW_END, 0, 0, 0);
	w->to->paragraph_end(w->pen, p);
}

static struct pk_paragraph role_paragraph(
		const struct walk *w, enum pk_paragraph_kind kind, enum pk_role role)
{
	return (struct pk_paragraph){
		.kind = kind, .style = w->pen->roles->id[role], .flow = w->pen->roles->flow[role]
	};
}

/* What an ordinary paragraph is where the walk stands. */
static struct pk_paragraph ordinary(const struct walk *w)
{
	const struct pk_roles *roles = w->pen->roles;

	if (w->list != NULL) {
		uint32_t level = w->list->level < PK_LIST_LEVELS ? w->list->level
								 : PK_LIST_LEVELS - 1;
		struct pk_paragraph p = role_paragraph(w, PK_PARAGRAPH_ITEM,
				w->list->numbered ? PK_ROLE_NUMBER : PK_ROLE_BULLET);

		p.style = roles->item[w->list->numbered][level];
		p.flow = roles->item_flow[w->list->numbered][level];
		return p;
	}
	if (w->quoted)
		return role_paragraph(w, PK_PARAGRAPH_QUOTE, PK_ROLE_QUOTE);
	return (struct pk_paragraph){
		.kind = PK_PARAGRAPH_MODEL, .model = w->model, .flow = (uint16_t)w->model->a
	};
}

static struct pk_paragraph heading(const struct walk *w, uint32_t rank)
{
	const struct pk_roles *roles = w->pen->roles;
	uint32_t level = w->model->b + rank;

	if (level > roles->headings)
		level = roles->headings;
	if (level == 0)
		return ordinary(w);
	return (struct pk_paragraph){ .kind = PK_PARAGRAPH_HEADING,
		.level = level,
		.style = roles->heading[level - 1],
		.flow = roles->heading_flow[level - 1] };
}

static void write_paragraph(struct walk *w, struct pk_paragraph p, const struct pk_block *block)
{
	begin(w, &p);
	if (block != NULL)
		write_runs(w, block, p.flow);
	end(w, &p);
}

/* A number or bullet needs a paragraph to stand before: where an item does not begin with one. */
static void write_marker(struct walk *w)
{
	bool bare = w->list != NULL ? w->list->bare : !w->started && model_is_item(w->model);

	if (bare)
		write_paragraph(w, ordinary(w), NULL);
}

static void write_all(struct walk *w, const struct pk_block *blocks, size_t n);

static void write_list(void *self, const struct pk_block *block)
{
	struct walk *w = self;
	uint32_t below = w->list == NULL ? model_is_item(w->model) : w->list->level + 1;
	struct pk_list list = { .outer = w->list,
		.numbered = block->kind == PK_BLOCK_NUMBERS,
		.start = block->start,
		.depth = w->list == NULL ? 1 : w->list->depth + 1,
		.level = below,
		.first_item = true };

	write_marker(w);
	w->to->list(w->pen, &list);
	w->list = &list;
	for (size_t i = 0; i < block->n_children; i++) {
		list.bare = true;
		w->to->item(w->pen, &list);
		write_all(w, block->children[i].children, block->children[i].n_children);
		write_marker(w);
		w->to->item_end(w->pen, &list);
		list.first_item = false;
	}
	w->list = list.outer;
	w->to->list_end(w->pen, &list);
}

static void write_cell(struct walk *w, const struct pk_grid *grid, const struct pk_block *cell,
		size_t column, bool head)
{
	enum pk_role role = head ? PK_ROLE_HEAD : PK_ROLE_CELL;
	struct pk_paragraph p =
			role_paragraph(w, head ? PK_PARAGRAPH_HEAD : PK_PARAGRAPH_CELL, role);

	w->to->cell(w->pen, grid, column, head);
	pk_pen_flow(w->pen, PK_FLOW_CELL, 0, 1, 0);
	p.align = cell == NULL ? PK_ALIGN_NONE : cell->align;
	write_paragraph(w, p, cell);
	pk_pen_flow(w->pen, PK_FLOW_CELL_END, 0, 0, 0);
	w->to->cell_end(w->pen);
}

static void write_row(
		struct walk *w, const struct pk_grid *grid, const struct pk_block *row, bool head)
{
	pk_pen_flow(w->pen, PK_FLOW_ROW, 0, head, 1);
	w->to->row(w->pen, head);
	for (size_t i = 0; i < grid->n; i++)
		write_cell(w, grid, i < row->n_children ? &row->children[i] : NULL, i, head);
	w->to->row_end(w->pen, head);
	pk_pen_flow(w->pen, PK_FLOW_ROW_END, 0, 0, 0);
}

static bool make_grid(struct walk *w, const struct pk_block *block, struct pk_grid *ret)
{
	struct pk_job *job = w->pen->job;
	int32_t *columns = pk_new(job, int32_t, block->columns);

	*ret = (struct pk_grid){
		.columns = columns, .n = block->columns, .width = pk_pen_width(w->pen)
	};
	if (columns == NULL || !pk_join(job, &ret->name, PK_STR("Protokolltabell"),
					       pk_number(job, ++w->pen->doc->tables)))
		return false;
	pk_columns_share(block, ret->width, columns);
	return true;
}

/* Where no table may stand its rows become paragraphs, cells apart by a tab. */
static void write_rows_as_text(struct walk *w, const struct pk_block *block)
{
	struct pk_run between = { .kind = PK_RUN_TEXT, .text = PK_STR("\t") };
	const struct pk_block tab = { .runs = &between, .n_runs = 1 };

	for (size_t r = 0; r < block->n_children; r++) {
		const struct pk_block *row = &block->children[r];
		struct pk_paragraph p = ordinary(w);

		begin(w, &p);
		for (size_t i = 0; i < row->n_children; i++) {
			if (i > 0)
				write_runs(w, &tab, p.flow);
			write_runs(w, &row->children[i], p.flow);
		}
		end(w, &p);
	}
}

static void write_table(void *self, const struct pk_block *block)
{
	struct walk *w = self;
	struct pk_flow_table flow = w->pen->roles->table;
	struct walk inside = *w;
	struct pk_grid grid;

	if (!w->to->tables_in_items && (w->list != NULL || w->model->c >= 2)) {
		write_rows_as_text(w, block);
		return;
	}
	write_marker(w);
	w->started = true;
	inside.list = NULL;
	if (!make_grid(w, block, &grid)) {
		w->pen->failed = true;
		return;
	}
	flow.columns = grid.columns;
	flow.n_columns = grid.n;
	pk_pen_flow(w->pen, PK_FLOW_TABLE, 0, pk_pen_flow_table(w->pen, &flow), 0);
	w->to->table(w->pen, &grid);
	for (size_t i = 0; i < block->n_children; i++)
		write_row(&inside, &grid, &block->children[i], i == 0);
	w->to->table_end(w->pen);
	pk_pen_flow(w->pen, PK_FLOW_TABLE_END, 0, 0, 0);
}

static void write_quote(void *self, const struct pk_block *block)
{
	struct walk *w = self;
	bool was = w->quoted;

	w->quoted = true;
	write_all(w, block->children, block->n_children);
	w->quoted = was;
}

static void write_ordinary(void *self, const struct pk_block *block)
{
	write_paragraph(self, ordinary(self), block);
}

static void write_heading(void *self, const struct pk_block *block)
{
	write_marker(self);
	write_paragraph(self, heading(self, block->level), block);
}

static void write_code(void *self, const struct pk_block *block)
{
	write_marker(self);
	write_paragraph(self, role_paragraph(self, PK_PARAGRAPH_CODE, PK_ROLE_CODE_BLOCK), block);
}

static const struct pk_block_writers writers = {
	.paragraph = write_ordinary,
	.heading = write_heading,
	.code = write_code,
	.list = write_list,
	.table = write_table,
	.quote = write_quote,
};

static void write_all(struct walk *w, const struct pk_block *blocks, size_t n)
{
	for (size_t i = 0; i < n; i++)
		pk_block_write(&blocks[i], &writers, w);
}

/* Anything that is not formatted text stands in a paragraph like the model. */
static void write_value(struct walk *w, const struct pk_value *value)
{
	struct pk_pen *pen = w->pen;
	struct pk_paragraph p = ordinary(w);

	begin(w, &p);
	pk_pen_value(pen, value, PK_STR(""),
			pk_roles_char(pen->roles, pen->doc->template->geometry, p.flow, 0));
	end(w, &p);
}

void pk_pen_blocks(struct pk_pen *pen, const struct pk_event *model, const struct pk_value *value)
{
	struct walk w = { .pen = pen, .to = pen->writers, .model = model };

	value = pk_value_plain(value);
	if (pen->roles == NULL)
		return;
	if (value->kind == PK_BLOCKS)
		write_all(&w, value->as.blocks->v, value->as.blocks->n);
	else if (pk_value_true(value) || value->kind == PK_ANCHOR || value->kind == PK_PAGE)
		write_value(&w, value);
}
