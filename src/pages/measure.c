#include "pages/measure.h"

#include "pages/line.h"

/* Reading the events of a flow. Cells are measured like small pages without end. */
struct reader {
	struct pk_job *job;
	const struct pk_flow *flow;
	struct pk_measured *to;
	size_t at;                /* the next event */
	uint32_t tables;          /* tables of the body begun so far */
	uint32_t depth;           /* of tables in tables */
	const struct pk_flow_page *page;      /* where the next block stands */
	bool page_begins;         /* ... and it is the first one there */
	bool in_row;              /* a row of the body is being read: it will be the next block */
	bool ok;
};

enum { DEEPEST = 16 };

static const struct pk_flow_event *next_event(struct reader *r)
{
	return r->at < r->flow->n ? &r->flow->events[r->at] : NULL;
}

static const struct pk_flow_paragraph *paragraph_style(const struct pk_flow *flow, uint16_t style)
{
	return &flow->paragraphs[style < flow->n_paragraphs ? style : 0];
}

static const struct pk_flow_char *char_style(const struct pk_flow *flow, uint16_t style)
{
	return &flow->chars[style < flow->n_chars ? style : 0];
}

/* Anchors point into the block and line that are being filled. */
static void note_anchor(struct reader *r, const struct pk_flow_event *e, size_t line)
{
	struct pk_flow_anchor *a;

	if (e->a >= r->to->n_anchors)
		return;
	a = &r->to->anchors[e->a];
	if (e->kind == PK_FLOW_ANCHOR && !a->begun) {
		a->begun = true;
		a->first_block = r->to->n_blocks;
		a->first_line = line;
	} else if (e->kind == PK_FLOW_ANCHOR_END && r->to->n_blocks + r->in_row > 0) {
		a->ended = true;
		a->last_block = r->to->n_blocks - !r->in_row;
		a->last_line = SIZE_MAX;
	}
}

/* What a page number is given room for: the result must not depend on the estimate. */
static void fill_field(struct pk_filler *f, const struct pk_flow_char *c)
{
	pk_filler_text(f, c, PK_STR("00"));
}

static void fill(struct reader *r, struct pk_filler *f, const struct pk_flow_event *e)
{
	const struct pk_flow_char *c = char_style(r->flow, e->style);

	switch ((enum pk_flow_kind)e->kind) {
	case PK_FLOW_TEXT:
		pk_filler_text(f, c, e->text);
		break;
	case PK_FLOW_TAB:
		pk_filler_tab(f);
		break;
	case PK_FLOW_BREAK:
		pk_filler_break(f);
		break;
	case PK_FLOW_FIELD:
		fill_field(f, c);
		break;
	case PK_FLOW_PICTURE:
		pk_filler_object(f, e->a, e->b);
		break;
	case PK_FLOW_ANCHOR:
	case PK_FLOW_ANCHOR_END:
		note_anchor(r, e, f->lines);
		break;
	case PK_FLOW_PARAGRAPH:
	case PK_FLOW_PAGE_BREAK:
	case PK_FLOW_END:
	case PK_FLOW_TABLE:
	case PK_FLOW_ROW:
	case PK_FLOW_CELL:
	case PK_FLOW_CELL_END:
	case PK_FLOW_ROW_END:
	case PK_FLOW_TABLE_END:
	default:
		break;
	}
}

/* Fills a paragraph that has just begun, up to and with its END. */
static void read_paragraph(struct reader *r, const struct pk_flow_event *e, int32_t width,
		struct pk_flow_block *ret)
{
	struct pk_out heights = pk_out_new(r->job->arena, r->job->limits->output_bytes);
	struct pk_filler f;
	struct pk_str lines;

	*ret = (struct pk_flow_block){ .style = paragraph_style(r->flow, e->style) };
	pk_filler_start(&f, r->flow, ret->style, width, &heights);
	for (r->at++; (e = next_event(r)) != NULL && e->kind != PK_FLOW_END; r->at++) {
		if (e->kind == PK_FLOW_PAGE_BREAK) {
			pk_filler_break(&f);
			ret->break_line = f.lines;
		}
		fill(r, &f, e);
	}
	if (e != NULL)
		r->at++;
	pk_filler_end(&f);
	if (!pk_out_done(r->job, &heights, &lines)) {
		r->ok = false;
		return;
	}
	ret->lines = (int32_t *)(void *)heights.p;
	ret->n_lines = lines.n / sizeof(int32_t);
}

size_t pk_flow_least_lines(const struct pk_flow_block *b)
{
	size_t orphans = b->style->orphans > 1 ? b->style->orphans : 1;
	size_t widows = b->style->widows > 1 ? b->style->widows : 1;

	return b->style->keep_lines || b->n_lines < orphans + widows ? b->n_lines : orphans;
}

static int32_t sum_lines(const struct pk_flow_block *b, size_t n)
{
	int32_t height = 0;

	for (size_t i = 0; i < n; i++)
		height = pk_flow_add(height, b->lines[i]);
	return height;
}

static int32_t read_table(struct reader *r, const struct pk_flow_event *e, bool body);

/* Blocks below each other in a cell. */
struct stack {
	int32_t height, after;
	int32_t least;            /* what must stand above a break of the row */
	bool keeps;               /* the first paragraph stays with what follows */
	int32_t line;             /* rows: the line below, when cells share their lines */
};

static void stack_paragraph(struct reader *r, const struct pk_flow_event *e, int32_t width,
		struct stack *to)
{
	struct pk_flow_block b;
	bool first = to->height == 0;
	int32_t gap;

	read_paragraph(r, e, width, &b);
	gap = r->flow->adds_spacing ? to->after + b.style->before :
			b.style->before > to->after ? b.style->before : to->after;
	to->height = pk_flow_add(to->height, gap);
	if (first) {
		to->least = pk_flow_add(gap, sum_lines(&b, pk_flow_least_lines(&b)));
		to->keeps = b.style->keep_next;
	}
	to->height = pk_flow_add(to->height, sum_lines(&b, b.n_lines));
	to->after = b.style->after;
}

static void stack_table(struct reader *r, const struct pk_flow_event *e, struct stack *to)
{
	bool first = to->height == 0;

	to->height = pk_flow_add(to->height, to->after + read_table(r, e, false));
	to->after = 0;
	if (first)
		to->least = to->height;
}

static struct stack read_cell(struct reader *r, int32_t width)
{
	struct stack cell = { 0 };
	const struct pk_flow_event *e;

	for (r->at++; (e = next_event(r)) != NULL && e->kind != PK_FLOW_CELL_END;) {
		if (e->kind == PK_FLOW_PARAGRAPH) {
			stack_paragraph(r, e, width, &cell);
		} else if (e->kind == PK_FLOW_TABLE) {
			stack_table(r, e, &cell);
		} else {
			note_anchor(r, e, 0);
			r->at++;
		}
	}
	if (e != NULL)
		r->at++;
	cell.height = pk_flow_add(cell.height, cell.after);
	return cell;
}

static int32_t span_width(const struct pk_flow_table *t, size_t from, uint32_t span)
{
	int32_t width = 0;

	for (size_t i = from; i < from + span && i < t->n_columns; i++)
		width = pk_flow_add(width, t->columns[i]);
	return width - t->cell_left - t->cell_right +
			(from + span >= t->n_columns ? t->last_spare : 0);
}

static int32_t higher(int32_t a, int32_t b)
{
	return a > b ? a : b;
}

/* The tallest cell makes the row, and the one that can least be broken its least part. */
static struct stack read_row(struct reader *r, const struct pk_flow_table *t)
{
	const struct pk_flow_event *e = next_event(r);
	int32_t rim = t->cell_top + t->cell_bottom;
	int32_t line = t->border + (e->a != 0 ? t->border_head : 0);
	struct stack row = { .height = e->style, .line = t->collapses ? line : 0 };
	size_t column = 0;

	for (r->at++; (e = next_event(r)) != NULL && e->kind != PK_FLOW_ROW_END;) {
		if (e->kind == PK_FLOW_CELL) {
			uint32_t span = e->a == 0 ? 1 : e->a;
			struct stack cell = read_cell(r, span_width(t, column, span));

			row.height = higher(row.height, pk_flow_add(cell.height, rim));
			row.least = higher(row.least, pk_flow_add(cell.least, rim));
			row.keeps = row.keeps || (column == 0 && cell.keeps);
			column += span;
		} else {
			note_anchor(r, e, 0);
			r->at++;
		}
	}
	if (e != NULL)
		r->at++;
	row.height = pk_flow_add(row.height, line);
	return row;
}

static void add_block(struct reader *r, const struct pk_flow_block *block)
{
	struct pk_measured *m = r->to;

	if (!pk_grow(r->job, &m->blocks, m->n_blocks, &m->blocks_room)) {
		r->ok = false;
		return;
	}
	m->blocks[m->n_blocks] = *block;
	m->blocks[m->n_blocks++].page = r->page_begins ? r->page : NULL;
	r->page_begins = false;
}

static void add_row(struct reader *r, const struct pk_flow_event *row, const struct stack *size)
{
	struct pk_flow_block b = { .row_head = row->a != 0, 
		.row_whole = row->b != 0, .row_keeps = size->keeps, .least = size->least,
		.line = size->line,
		.table = r->tables, .n_lines = 1 };

	r->in_row = false;
	b.lines = pk_new(r->job, int32_t, 1);
	if (b.lines == NULL) {
		r->ok = false;
		return;
	}
	b.lines[0] = size->height;
	add_block(r, &b);
}

/* A table of the body becomes a block a row; one inside a cell is only a height. */
static int32_t read_table(struct reader *r, const struct pk_flow_event *e, bool body)
{
	static const struct pk_flow_table none;
	const struct pk_flow_table *t = e->a < r->flow->n_tables ? &r->flow->tables[e->a] : &none;
	size_t first = r->to->n_blocks;
	int32_t height = t->before + t->after;
	int32_t line = t->border_first;   /* above the row that comes first */

	r->tables += body;
	r->depth++;
	for (r->at++; (e = next_event(r)) != NULL && e->kind != PK_FLOW_TABLE_END;) {
		if (e->kind == PK_FLOW_ROW && r->depth < DEEPEST) {
			struct stack row;

			r->in_row |= body;
			row = read_row(r, t);
			row.height = pk_flow_add(row.height, line);
			line = 0;
			height = pk_flow_add(height, row.height);
			if (body)
				add_row(r, e, &row);
		} else {
			r->at++;
		}
	}
	if (e != NULL)
		r->at++;
	r->depth--;
	if (body && r->to->n_blocks > first) {
		r->to->blocks[first].before = t->before;
		r->to->blocks[r->to->n_blocks - 1].after = t->after;
	}
	return height;
}

/* DOCX tells what a section's pages are like where it ends: the next such place is looked for. */
static void begin_section(struct reader *r)
{
	const struct pk_flow *flow = r->flow;

	r->page = &flow->page;
	r->page_begins = true;
	for (size_t i = r->at; i < flow->n; i++) {
		const struct pk_flow_event *e = &flow->events[i];
		size_t section = e->kind != PK_FLOW_PARAGRAPH ? 0 :
				paragraph_style(flow, e->style)->section;

		if (section > 0 && section <= flow->n_pages) {
			r->page = &flow->pages[section - 1];
			return;
		}
	}
}

static void read_body_paragraph(struct reader *r, const struct pk_flow_event *e)
{
	const struct pk_flow_paragraph *style = paragraph_style(r->flow, e->style);
	struct pk_flow_block b;

	if (style->page > 0 && style->page <= r->flow->n_pages) {
		r->page = &r->flow->pages[style->page - 1];
		r->page_begins = true;
	}
	read_paragraph(r, e, r->page->width - r->page->left - r->page->right, &b);
	add_block(r, &b);
	if (style->section > 0)
		begin_section(r);
}

bool pk_flow_measure(struct pk_job *job, const struct pk_flow *flow, size_t n_anchors,
		struct pk_measured *ret)
{
	struct reader r = { .job = job, .flow = flow, .to = ret, .ok = true };
	const struct pk_flow_event *e;

	*ret = (struct pk_measured){ .n_anchors = n_anchors };
	ret->anchors = pk_new(job, struct pk_flow_anchor, n_anchors);
	if (ret->anchors == NULL)
		return false;
	begin_section(&r);
	while (r.ok && (e = next_event(&r)) != NULL) {
		if (e->kind == PK_FLOW_PARAGRAPH) {
			read_body_paragraph(&r, e);
		} else if (e->kind == PK_FLOW_TABLE) {
			(void)read_table(&r, e, true);
		} else {
			note_anchor(&r, e, 0);
			r.at++;
		}
	}
	return r.ok;
}
