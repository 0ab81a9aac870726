/* Blocks on pages: spacing, keeps, widows and orphans, repeated head rows. */
#include "pages/dealt.h"
#include "pages/flow.h"
#include "pages/measure.h"

struct layout {
	const struct pk_flow *flow;
	const struct pk_flow_block *blocks;
	size_t n;
	int32_t y;                 /* used on this page */
	const struct pk_flow_page *paper;      /* what this page is like */
	const struct pk_flow_page *next_paper; /* the next one, when that is new; else NULL */
	uint32_t page;             /* from 1 */
	uint32_t paper_first;      /* the first page that is like this */
	int64_t ahead;             /* what is added to a page to get the number shown on it */
	int32_t after;             /* space below the last block, not yet used */
	bool at_top;               /* nothing stands on this page */
	const struct pk_dealt *dealt;          /* guessed pages of the blocks */
	uint32_t guessed;          /* whose blocks stood on this page from the beginning */
	uint32_t over;             /* the table that runs over the foot of this page; else 0 */
	size_t block;              /* being placed */
	uint32_t *first, *last;    /* number on the page of each block's first and last line */
	uint32_t *runs, run;       /* of each block: how often numbers have begun again before it */
	int64_t ahead_first;       /* ahead of the first page */
};

static int32_t page_height(const struct layout *l)
{
	const struct pk_flow_page *p = l->paper;
	bool special = l->page == l->paper_first && p->first_top > 0;

	return p->height - (special ? p->first_top : p->top) -
			(special ? p->first_bottom : p->bottom);
}

static int32_t room(const struct layout *l)
{
	return page_height(l) - l->y;
}

/* What does not fit goes on to the next guessed page, unless that begins with a page break. */
static void go_on(struct layout *l)
{
	uint32_t mine = l->dealt[l->block].page;
	size_t next = l->block;

	while (next < l->n && l->dealt[next].page <= l->guessed)
		next++;
	if (next < l->n && !l->dealt[next].breaks)
		l->guessed = l->dealt[next].page;
	l->guessed = mine > l->guessed ? mine : l->guessed;
}

static void new_page(struct layout *l)
{
	go_on(l);
	l->page++;
	l->y = l->after = 0;
	l->over = 0;
	l->at_top = true;
	if (l->next_paper != NULL)
		l->paper = l->next_paper;
	l->next_paper = NULL;
}

static uint32_t number(const struct layout *l)
{
	int64_t n = (int64_t)l->page + l->ahead;

	return n > 0 ? (uint32_t)n : 0;
}

/* What begins on the same page, and has its own margins only from the next one on. */
static bool goes_on(const struct layout *l, const struct pk_flow_page *next)
{
	return next->begins == PK_PAGE_CONTINUOUS && next->width == l->paper->width &&
			next->height == l->paper->height;
}

static bool wrong_side(const struct layout *l)
{
	return (l->paper->begins == PK_PAGE_EVEN && number(l) % 2 == 1) ||
			(l->paper->begins == PK_PAGE_ODD && number(l) % 2 == 0);
}

/* Pages of another kind begin, or go on below what stands there. */
static void begin_paper(struct layout *l, const struct pk_flow_page *paper, bool first)
{
	if (!first && goes_on(l, paper)) {
		l->next_paper = paper;
		return;
	}
	if (!first)
		new_page(l);
	l->paper = paper;
	if (paper->numbered && !(first && l->flow->start > 0)) {
		l->ahead = (int64_t)paper->number - l->page;
		l->run += first ? 0 : 1;
	} else if (wrong_side(l) && !first) {
		l->page++;
	}
	l->paper_first = l->page;
}

static bool same_style(const struct pk_flow_block *a, const struct pk_flow_block *b)
{
	return a->style != NULL && b->style != NULL && a->style->contextual &&
			a->style->name == b->style->name;
}

static int32_t space_before(const struct pk_flow_block *b)
{
	return b->style != NULL ? b->style->before : b->before;
}

static int32_t space_after(const struct pk_flow_block *b)
{
	return b->style != NULL ? b->style->after : b->after;
}

/* A page begins with the block by itself. */
static bool breaks_before(const struct layout *l, const struct pk_flow_block *b)
{
	return (b->style != NULL && b->style->page_break) ||
			(b->page != NULL && !goes_on(l, b->page));
}

/* The gap above block i where it stands now. At the top of a page that began by itself there is
 * none; after a page break, and on the first page, it is kept. */
static int32_t gap_above(const struct layout *l, size_t i)
{
	const struct pk_flow_block *b = &l->blocks[i];
	int32_t before = space_before(b), after = l->after;

	if (i > 0 && same_style(&l->blocks[i - 1], b)) {
		if (b->style->contextual)
			before = 0;
		after = 0;
	}
	if (l->at_top)
		return i == 0 || breaks_before(l, b) ? before : 0;
	if (l->flow->adds_spacing)
		return before + after;
	return before > after ? before : after;
}

static int32_t borders(const struct pk_flow_block *b)
{
	return b->style == NULL ? 0 : b->style->border_top + b->style->border_bottom;
}

static int32_t lines_height(const struct pk_flow_block *b, size_t from, size_t to)
{
	int32_t height = 0;

	for (size_t i = from; i < to; i++)
		height = pk_flow_add(height, b->lines[i]);
	return height;
}

/* The part of a line's height that may hang out at the foot of a page: what its spacing adds. */
static int32_t spare(const struct pk_flow_block *b, size_t line)
{
	int32_t percent = b->style == NULL || b->style->line_rule != PK_LINE_TIMES ? 0 :
			(b->style->line * 100 + 120) / 240;

	return percent <= 100 ? 0 : b->lines[line] -
			(b->lines[line] * 100 + percent - 1) / percent;
}

static int32_t whole_height(const struct pk_flow_block *b)
{
	return lines_height(b, 0, b->n_lines) + borders(b);
}

/* What of a block must stand together where it begins, without its borders. */
static int32_t least_height(const struct pk_flow_block *b)
{
	size_t least;

	if (b->style == NULL)
		return b->row_whole || b->row_head ? b->lines[0] : b->least;
	least = pk_flow_least_lines(b);
	return lines_height(b, 0, least) - spare(b, least - 1);
}

/* Head rows stay with the first row below them, and so do rows whose first paragraph wants that. */
static bool keeps_next(const struct layout *l, size_t i)
{
	const struct pk_flow_block *b = &l->blocks[i];

	if (i + 1 >= l->n)
		return false;
	if (b->style == NULL)
		return (b->row_head || b->row_keeps) && l->blocks[i + 1].table == b->table;
	return b->style->keep_next;
}

/* The guess parts block i from the next paragraph. */
static bool parted(const struct layout *l, size_t i)
{
	return i + 1 < l->n && l->dealt[i].page == l->guessed &&
			l->dealt[i + 1].page > l->guessed && l->blocks[i + 1].style != NULL;
}

/* How high the chain is that begins with block i and is kept together, the gap above it left out.
 * *ret_last is the block that ends it. */
static int32_t chain_height(const struct layout *l, size_t i, size_t *ret_last)
{
	int32_t height = 0, limit = page_height(l);

	for (; keeps_next(l, i) && height <= limit; i++) {
		const struct pk_flow_block *next = &l->blocks[i + 1];
		int32_t after = space_after(&l->blocks[i]), before = space_before(next);

		*ret_last = i;
		if (breaks_before(l, next) || parted(l, i))
			return height + whole_height(&l->blocks[i]);
		if (same_style(&l->blocks[i], next))
			after = before = 0;
		height += whole_height(&l->blocks[i]);
		height += l->flow->adds_spacing ? before + after : before > after ? before : after;
	}
	*ret_last = i;
	return height + least_height(&l->blocks[i]) + borders(&l->blocks[i]);
}

static bool chained_to_last(const struct layout *l, size_t i)
{
	return i > 0 && keeps_next(l, i - 1) && !parted(l, i - 1);
}

/* The head rows of the table that row i belongs to, as they are repeated: the line below them is then
 * like the one below any other row. */
static int32_t head_rows(const struct layout *l, size_t i)
{
	const struct pk_flow_block *row = &l->blocks[i];
	int32_t height = 0;

	if (row->table == 0 || row->row_head)
		return 0;
	for (size_t k = i; k > 0 && l->blocks[k - 1].table == row->table; k--) {
		const struct pk_flow_block *head = &l->blocks[k - 1];

		if (head->row_head)
			height = pk_flow_add(height, head->lines[0] -
					(height == 0 ? head->line - row->line : 0));
	}
	return height;
}

/* LibreOffice leaves a table where it stands when all of its first rows fit but for the line below
 * them, and lets the rest run over the foot of the page. */
static bool runs_over(const struct layout *l, size_t last, int32_t lacks)
{
	const struct pk_flow_block *row = &l->blocks[last];

	return row->row_whole && (last == 0 || l->blocks[last - 1].row_head ||
			l->blocks[last - 1].table != row->table) && lacks <= row->line;
}

static void begin_block(struct layout *l, size_t i)
{
	const struct pk_flow_block *b = &l->blocks[i];
	int32_t gap, lacks;
	size_t last;

	l->block = i;
	if (b->page != NULL)
		begin_paper(l, b->page, i == 0);
	if (b->style != NULL && b->style->page_break && i > 0 &&
			!(b->page != NULL && l->at_top))
		new_page(l);
	gap = gap_above(l, i);
	lacks = gap + chain_height(l, i, &last) - room(l);
	if (l->at_top || chained_to_last(l, i) || (l->over != 0 && l->over == b->table))
		lacks = 0;
	if (lacks > 0 && runs_over(l, last, lacks)) {
		l->over = l->blocks[last].table;
	} else if (lacks > 0) {
		new_page(l);
		l->y = head_rows(l, i);
		gap = gap_above(l, i);
	}
	l->y += gap;
}

/* How many lines from line on go on this page: all, or as many as fit and leave no widow. */
static size_t lines_that_fit(const struct layout *l, const struct pk_flow_block *b, size_t from)
{
	size_t to = from, widows = b->style->widows > 1 ? b->style->widows : 1;
	int32_t left = room(l) - borders(b);

	while (to < b->n_lines && b->lines[to] - spare(b, to) <= left)
		left -= b->lines[to++];
	if (to < b->n_lines && b->n_lines - to < widows && to > from)
		to = b->n_lines > widows + from ? b->n_lines - widows : from;
	if (from == 0 && to < b->n_lines && to < b->style->orphans)
		to = 0;
	if (b->break_line > from && b->break_line < to)
		to = b->break_line;
	return to;
}

static void place_paragraph(struct layout *l, size_t i)
{
	const struct pk_flow_block *b = &l->blocks[i];
	size_t line = 0;

	l->first[i] = 0;
	while (line < b->n_lines) {
		size_t to = lines_that_fit(l, b, line);

		if (to == line && l->at_top)
			to = line + 1;
		if (to > line && l->first[i] == 0)
			l->first[i] = number(l);
		l->y += lines_height(b, line, to);
		l->at_top = l->at_top && to == line;
		line = to;
		if (line < b->n_lines)
			new_page(l);
	}
	l->y += borders(b);
}

/* A row that is higher than what is left goes on over the page, unless it may not break. */
static void place_row(struct layout *l, size_t i)
{
	const struct pk_flow_block *b = &l->blocks[i];
	int32_t height = b->lines[0];

	l->first[i] = number(l);
	while (height > room(l) && room(l) > 0 && !b->row_whole && l->over == 0) {
		height -= room(l);
		new_page(l);
		l->y = head_rows(l, i);
	}
	l->y = pk_flow_add(l->y, height);
	l->at_top = false;
}

static void place_all(struct layout *l)
{
	for (size_t i = 0; i < l->n; i++) {
		begin_block(l, i);
		l->runs[i] = l->run;
		if (i == 0)
			l->ahead_first = l->ahead;
		if (l->blocks[i].style != NULL)
			place_paragraph(l, i);
		else
			place_row(l, i);
		l->last[i] = number(l);
		l->at_top = false;
		l->after = space_after(&l->blocks[i]);
	}
}

static struct pk_page_range range_of(const struct layout *l, const struct pk_flow_anchor *a)
{
	struct pk_page_range range = { 0 };

	if (!a->begun || a->first_block >= l->n)
		return range;
	range.first = a->first_line == 0 ? l->first[a->first_block] : l->last[a->first_block];
	range.first_run = l->runs[a->first_block];
	range.last = range.first;
	range.last_run = range.first_run;
	if (a->ended && a->last_block < l->n) {
		range.last = l->last[a->last_block];
		range.last_run = l->runs[a->last_block];
	}
	return range;
}

bool pk_pages_estimate(struct pk_job *job, const struct pk_flow *flow, size_t n,
		struct pk_pages **ret)
{
	struct pk_pages *pages = pk_new(job, struct pk_pages, 1);
	struct layout l = { .flow = flow, .paper = &flow->page, .page = 1, .paper_first = 1,
		.at_top = true };
	struct pk_measured m;

	if (pages == NULL || !pk_flow_measure(job, flow, n, &m) ||
			!pk_flow_deal(job, flow, &m, &l.dealt))
		return false;
	l.blocks = m.blocks;
	l.n = m.n_blocks;
	l.first = pk_new(job, uint32_t, l.n);
	l.last = pk_new(job, uint32_t, l.n);
	l.runs = pk_new(job, uint32_t, l.n);
	pages->v = pk_new(job, struct pk_page_range, n);
	if (l.first == NULL || l.last == NULL || l.runs == NULL || pages->v == NULL)
		return false;
	if (flow->start > 0)
		l.ahead = (int64_t)flow->start - 1;
	place_all(&l);
	for (size_t i = 0; i < n; i++)
		pages->v[i] = range_of(&l, &m.anchors[i]);
	pages->n = n;
	pages->count = l.page;
	pages->ahead = l.ahead_first;
	*ret = pages;
	return true;
}
