/* md4c's calls to a tree of blocks. The only file that names md4c. */
#include <md4c.h>

#include "base/text.h"
#include "markup/inside.h"

/* A block whose end has not come: its children stand on the stack from start on. */
struct open {
	struct pk_block block;
	size_t start;
};

/* A run whose text still lies in the leaf's buffer, from byte start on. */
struct draft {
	struct pk_run run;
	size_t start;
};

enum { OPEN_SPARE = 8 };  /* a table, its row and cell, a paragraph: below the deepest list */

struct tree {
	struct pk_job *job;
	struct pk_str text;
	const struct pk_markup_origin *origin;
	struct pk_blocks *blocks;
	struct open *open;
	uint32_t n_open, max_open;
	uint32_t depth;         /* lists and quotations that are open */
	struct pk_block *stack; /* finished blocks whose parent is open */
	size_t n, room;
	struct draft *drafts;   /* runs of the leaf that is open */
	size_t n_drafts, drafts_room;
	struct pk_out words;    /* text of the leaf that is open */
	size_t images_room;
	bool leaf;              /* a block that takes runs is open */
	bool implied;           /* ... and it is a paragraph that the parser does not speak of */
	unsigned strong, emphasis, code, strike;
	struct pk_str link;
	unsigned in_image;      /* pictures in each other: the outermost takes the words of all */
	size_t cursor;          /* behind the last text that came */
	size_t spent, budget;
	bool stopped;           /* a callback failed; md_parse() does not always pass that on */
	uint32_t rules;         /* dividing lines told; parsing goes on */
};

/* What callbacks return: anything but 0 stops the parser; the error is recorded then. */
enum { GO_ON = 0, STOP = 1 };

static struct pk_pos place(const struct tree *t, size_t offset, size_t length)
{
	if (t->origin == NULL)
		return PK_NOWHERE;
	return t->origin->place(t->job, t->origin->node, offset, length);
}

/* The first word behind what has been read: where a block begins. */
static struct pk_pos here(const struct tree *t)
{
	size_t at = t->cursor;

	while (at < t->text.n && memchr(" \t\r\n", t->text.p[at], 4) != NULL)
		at++;
	return place(t, at, at < t->text.n);
}

/* Counts what the tree takes, so that a small table cannot become a large one. */
static bool spend(struct tree *t, size_t bytes)
{
	t->spent += bytes;
	return t->spent <= t->budget || pk_fail(t->job, PK_M_MARKUP_SIZE, here(t));
}

static bool push_block(struct tree *t, const struct pk_block *block)
{
	if (!spend(t, sizeof(*block)) || !pk_grow(t->job, &t->stack, t->n, &t->room))
		return false;
	t->stack[t->n++] = *block;
	return true;
}

static bool open_block(struct tree *t, enum pk_block_kind kind)
{
	if (t->n_open == t->max_open)
		return pk_fail(t->job, PK_M_MARKUP_DEPTH, here(t),
				pk_number(t->job, t->job->limits->markup_depth));
	t->open[t->n_open++] = (struct open){ .block = { .kind = kind }, .start = t->n };
	return true;
}

static struct pk_block *innermost(struct tree *t)
{
	return &t->open[t->n_open - 1].block;
}

static bool open_leaf(struct tree *t, enum pk_block_kind kind)
{
	t->leaf = true;
	t->n_drafts = 0;
	t->words.n = 0;
	return open_block(t, kind);
}

/* A list, quotation, item, table or row ends: it takes its children off the stack. */
static bool close_parent(struct tree *t)
{
	struct open *o = &t->open[--t->n_open];
	size_t n = t->n - o->start;

	if (n == 0)
		return true;
	o->block.children = pk_new(t->job, struct pk_block, n);
	if (o->block.children == NULL)
		return false;
	memcpy(o->block.children, t->stack + o->start, n * sizeof(struct pk_block));
	o->block.n_children = n;
	t->n = o->start;
	return push_block(t, &o->block);
}

static bool keep_image(struct tree *t, struct pk_run *run)
{
	if (!pk_grow(t->job, &t->blocks->images, t->blocks->n_images, &t->images_room))
		return false;
	t->blocks->images[t->blocks->n_images++] = run;
	return true;
}

/* The runs of a leaf with their text, at the place where they stay. */
static bool settle_runs(struct tree *t, struct pk_block *leaf)
{
	struct pk_str words;

	leaf->n_runs = t->n_drafts;
	leaf->runs = pk_new(t->job, struct pk_run, t->n_drafts);
	if (leaf->runs == NULL || !pk_copy(t->job, pk_out_str(&t->words), &words))
		return false;
	for (size_t i = 0; i < t->n_drafts; i++) {
		size_t end = i + 1 < t->n_drafts ? t->drafts[i + 1].start : words.n;

		leaf->runs[i] = t->drafts[i].run;
		leaf->runs[i].text = pk_str_slice(words, t->drafts[i].start, end);
		if (leaf->runs[i].kind == PK_RUN_IMAGE && !keep_image(t, &leaf->runs[i]))
			return false;
	}
	return true;
}

/* Code ends with a line break that says nothing. */
static void drop_last_break(struct tree *t, const struct pk_block *leaf)
{
	if (leaf->kind == PK_BLOCK_CODE && t->n_drafts > 0 &&
			t->drafts[t->n_drafts - 1].run.kind == PK_RUN_BREAK)
		t->n_drafts--;
}

static bool close_leaf(struct tree *t)
{
	struct pk_block *leaf = &t->open[--t->n_open].block;
	struct pk_str written;

	t->leaf = t->implied = false;
	drop_last_break(t, leaf);
	if (!pk_out_done(t->job, &t->words, &written))
		return false;
	if (t->n_drafts == 0)
		return leaf->kind != PK_BLOCK_CELL || push_block(t, leaf);
	return spend(t, t->n_drafts * sizeof(struct pk_run) + written.n) && settle_runs(t, leaf) &&
			push_block(t, leaf);
}

static bool close_implied(struct tree *t)
{
	return !t->implied || close_leaf(t);
}

/* Items of tight lists hold words without a paragraph: it is made here. */
static bool need_leaf(struct tree *t)
{
	if (t->leaf)
		return true;
	t->implied = true;
	return open_leaf(t, PK_BLOCK_PARAGRAPH);
}

static unsigned style(const struct tree *t)
{
	return (t->strong > 0 ? PK_STYLE_STRONG : 0u) | (t->emphasis > 0 ? PK_STYLE_EMPHASIS : 0u) |
			(t->code > 0 ? PK_STYLE_CODE : 0u) | (t->strike > 0 ? PK_STYLE_STRIKE : 0u);
}

static bool push_run(struct tree *t, enum pk_run_kind kind, struct pk_str target)
{
	struct draft *draft;

	if (!need_leaf(t) || !pk_grow(t->job, &t->drafts, t->n_drafts, &t->drafts_room))
		return false;
	draft = &t->drafts[t->n_drafts++];
	*draft = (struct draft){ .start = t->words.n };
	draft->run = (struct pk_run){ .kind = kind, .style = style(t), .target = target,
		.offset = t->cursor };
	return true;
}

/* The run that takes the next words: the last one when nothing has changed since. */
static bool need_run(struct tree *t)
{
	struct draft *last = t->n_drafts > 0 && t->leaf ? &t->drafts[t->n_drafts - 1] : NULL;

	if (t->in_image > 0)
		return true;
	if (last != NULL && last->run.kind == PK_RUN_TEXT && last->run.style == style(t) &&
			last->run.target.p == t->link.p && last->run.target.n == t->link.n)
		return true;
	return push_run(t, PK_RUN_TEXT, t->link);
}

/* True when p points into the parsed text: md4c sends some strings of its own. */
static bool is_ours(const struct tree *t, const char *p)
{
	return t->text.n > 0 && (uintptr_t)p >= (uintptr_t)t->text.p &&
			(uintptr_t)p < (uintptr_t)(t->text.p + t->text.n);
}

/* Makes ready for words that were written at source. */
static bool begin_words(struct tree *t, struct pk_str source)
{
	if (is_ours(t, source.p))
		t->cursor = (size_t)(source.p - t->text.p);
	return need_run(t);
}

static void end_words(struct tree *t, struct pk_str source)
{
	struct pk_run *run = &t->drafts[t->n_drafts - 1].run;

	if (is_ours(t, source.p))
		t->cursor += source.n;
	run->length = t->cursor > run->offset ? t->cursor - run->offset : 0;
}

/* What is written at source stands in the document as words. */
static bool put_words(struct tree *t, struct pk_str source, struct pk_str words)
{
	if (!begin_words(t, source))
		return false;
	pk_put(&t->words, words);
	end_words(t, source);
	return true;
}

/* An entity that nobody knows is text. */
static void put_entity(struct pk_out *out, struct pk_str entity)
{
	uint32_t c = pk_markup_entity(entity);

	if (c == 0)
		pk_put(out, entity);
	else
		pk_put_char(out, c);
}

/* An address with its entities decoded, in the job's arena. */
static bool attribute(struct tree *t, const MD_ATTRIBUTE *a, struct pk_str *ret)
{
	struct pk_out out = pk_out_new(t->job->arena, t->budget);

	for (size_t i = 0; a->size > 0 && a->substr_offsets[i] < a->size; i++) {
		struct pk_str piece = { a->text + a->substr_offsets[i],
			a->substr_offsets[i + 1] - a->substr_offsets[i] };

		if (a->substr_types[i] == MD_TEXT_ENTITY)
			put_entity(&out, piece);
		else
			pk_put(&out, piece);
	}
	return pk_out_done(t->job, &out, ret) && spend(t, ret->n);
}

static bool put_break(struct tree *t)
{
	if (t->in_image > 0)
		return put_words(t, PK_STR(" "), PK_STR(" "));
	return push_run(t, PK_RUN_BREAK, PK_STR(""));
}

/* Code comes with its line feeds; they are breaks here. */
static bool put_code(struct tree *t, struct pk_str s)
{
	size_t feed;

	while (s.n > 0) {
		feed = pk_str_find(s, PK_STR("\n"), 0);
		if (feed > 0 && !put_words(t, pk_str_slice(s, 0, feed), pk_str_slice(s, 0, feed)))
			return false;
		if (feed < s.n && !put_break(t))
			return false;
		s = pk_str_slice(s, feed + 1, s.n);
	}
	return true;
}

static bool enter_list(struct tree *t, MD_BLOCKTYPE type, const void *detail)
{
	const MD_BLOCK_OL_DETAIL *ol = detail;
	const MD_BLOCK_UL_DETAIL *ul = detail;
	bool numbers = type == MD_BLOCK_OL;

	if (!open_block(t, numbers ? PK_BLOCK_NUMBERS : PK_BLOCK_BULLETS))
		return false;
	innermost(t)->tight = numbers ? ol->is_tight != 0 : ul->is_tight != 0;
	innermost(t)->start = numbers ? ol->start : 0;
	return true;
}

static bool enter_table(struct tree *t, const MD_BLOCK_TABLE_DETAIL *detail)
{
	if (detail->col_count > t->job->limits->markup_columns)
		return pk_fail(t->job, PK_M_MARKUP_COLUMNS, here(t),
				pk_number(t->job, t->job->limits->markup_columns));
	if (!open_block(t, PK_BLOCK_TABLE))
		return false;
	innermost(t)->columns = detail->col_count;
	return true;
}

static bool enter_cell(struct tree *t, const MD_BLOCK_TD_DETAIL *detail)
{
	static const enum pk_align aligns[] = { [MD_ALIGN_DEFAULT] = PK_ALIGN_NONE,
		[MD_ALIGN_LEFT] = PK_ALIGN_LEFT, [MD_ALIGN_CENTER] = PK_ALIGN_CENTER,
		[MD_ALIGN_RIGHT] = PK_ALIGN_RIGHT };

	if (!open_leaf(t, PK_BLOCK_CELL))
		return false;
	innermost(t)->align = aligns[detail->align];
	return true;
}

static bool enter_heading(struct tree *t, const MD_BLOCK_H_DETAIL *detail)
{
	if (!open_leaf(t, PK_BLOCK_HEADING))
		return false;
	innermost(t)->level = (uint8_t)detail->level;
	return true;
}

/* Dividing lines are told, each at its place, until no more messages are kept. */
static bool tell_rule(struct tree *t)
{
	struct pk_str rule = pk_markup_find_rule(t->text, t->cursor);
	size_t at = (size_t)(rule.p - t->text.p);

	pk_tell(t->job, PK_M_MARKUP_RULE, place(t, at, rule.n));
	t->cursor = at + rule.n;
	return ++t->rules < t->job->limits->messages;
}

static bool is_nesting(MD_BLOCKTYPE type)
{
	return type == MD_BLOCK_QUOTE || type == MD_BLOCK_UL || type == MD_BLOCK_OL;
}

static bool enter(struct tree *t, MD_BLOCKTYPE type, const void *detail)
{
	if (!close_implied(t))
		return false;
	if (is_nesting(type) && ++t->depth > t->job->limits->markup_depth)
		return pk_fail(t->job, PK_M_MARKUP_DEPTH, here(t),
				pk_number(t->job, t->job->limits->markup_depth));
	switch (type) {
	case MD_BLOCK_QUOTE:
		return open_block(t, PK_BLOCK_QUOTE);
	case MD_BLOCK_UL:
	case MD_BLOCK_OL:
		return enter_list(t, type, detail);
	case MD_BLOCK_LI:
		return open_block(t, PK_BLOCK_ITEM);
	case MD_BLOCK_HR:
		return tell_rule(t);
	case MD_BLOCK_H:
		return enter_heading(t, detail);
	case MD_BLOCK_CODE:
		return open_leaf(t, PK_BLOCK_CODE);
	case MD_BLOCK_P:
		return open_leaf(t, PK_BLOCK_PARAGRAPH);
	case MD_BLOCK_TABLE:
		return enter_table(t, detail);
	case MD_BLOCK_TR:
		return open_block(t, PK_BLOCK_ROW);
	case MD_BLOCK_TH:
	case MD_BLOCK_TD:
		return enter_cell(t, detail);
	case MD_BLOCK_DOC:
	case MD_BLOCK_HTML:
	case MD_BLOCK_THEAD:
	case MD_BLOCK_TBODY:
		return true;
	}
	return true;
}

/* True when the heading that is open began with "#". */
static bool has_number_sign(const struct tree *t)
{
	size_t at = t->n_drafts > 0 ? t->drafts[0].run.offset : 0;

	while (at > 0 && t->text.p[at - 1] != '\n') {
		if (t->text.p[--at] == '#')
			return true;
	}
	return t->n_drafts == 0;
}

/* The line of "---" under a heading is not a dividing line. */
static void pass_underline(struct tree *t)
{
	size_t feed = pk_str_find(t->text, PK_STR("\n"), t->cursor);
	struct pk_str line = pk_str_slice(t->text, feed + 1, pk_str_find(t->text, PK_STR("\n"), feed + 1));
	size_t at = 0;

	while (at < line.n && memchr(" \t\r>-", line.p[at], 5) != NULL)
		at++;
	if (line.n > 0 && at == line.n)
		t->cursor = feed + 1 + line.n;
}

static bool leave(struct tree *t, MD_BLOCKTYPE type)
{
	if (!close_implied(t))
		return false;
	t->depth -= is_nesting(type);
	switch (type) {
	case MD_BLOCK_QUOTE:
	case MD_BLOCK_UL:
	case MD_BLOCK_OL:
	case MD_BLOCK_LI:
	case MD_BLOCK_TABLE:
	case MD_BLOCK_TR:
		return close_parent(t);
	case MD_BLOCK_H:
		if (!has_number_sign(t))
			pass_underline(t);
		return close_leaf(t);
	case MD_BLOCK_CODE:
	case MD_BLOCK_P:
	case MD_BLOCK_TH:
	case MD_BLOCK_TD:
		return close_leaf(t);
	case MD_BLOCK_DOC:
	case MD_BLOCK_HR:
	case MD_BLOCK_HTML:
	case MD_BLOCK_THEAD:
	case MD_BLOCK_TBODY:
		return true;
	}
	return true;
}

/* What a callback returns. It may be called again after that: then it does nothing. */
static int go_on(struct tree *t, bool ok)
{
	t->stopped |= !ok;
	return ok ? GO_ON : STOP;
}

static int on_enter_block(MD_BLOCKTYPE type, void *detail, void *tree)
{
	struct tree *t = tree;

	return go_on(t, !t->stopped && enter(t, type, detail));
}

static int on_leave_block(MD_BLOCKTYPE type, void *detail, void *tree)
{
	struct tree *t = tree;

	(void)detail;
	return go_on(t, !t->stopped && leave(t, type));
}

static unsigned *style_counter(struct tree *t, MD_SPANTYPE type)
{
	return type == MD_SPAN_STRONG ? &t->strong : type == MD_SPAN_EM ? &t->emphasis :
			type == MD_SPAN_CODE ? &t->code : type == MD_SPAN_DEL ? &t->strike : NULL;
}

static bool enter_image(struct tree *t, const MD_SPAN_IMG_DETAIL *detail)
{
	struct pk_str target, mark = PK_STR("![");
	size_t at = pk_str_find(t->text, mark, t->cursor);

	if (t->in_image++ > 0)
		return true;
	t->cursor = at < t->text.n ? at : t->cursor;
	if (!attribute(t, &detail->src, &target) || !push_run(t, PK_RUN_IMAGE, target))
		return false;
	t->cursor += at < t->text.n ? mark.n : 0;
	return true;
}

/* A picture with its address ends behind it, not behind the alternative text. */
static void leave_image(struct tree *t)
{
	struct pk_run *run = &t->drafts[t->n_drafts - 1].run;
	struct pk_str rest = pk_str_slice(t->text, t->cursor, t->text.n);

	if (--t->in_image > 0 || !pk_str_starts(rest, PK_STR("](")))
		return;
	t->cursor += 2;
	while (t->cursor < t->text.n && memchr(")\n", t->text.p[t->cursor], 2) == NULL)
		t->cursor++;
	t->cursor += t->cursor < t->text.n && t->text.p[t->cursor] == ')';
	run->length = t->cursor - run->offset;
}

static int on_enter_span(MD_SPANTYPE type, void *detail, void *tree)
{
	struct tree *t = tree;
	unsigned *counter = style_counter(t, type);
	const MD_SPAN_A_DETAIL *link = detail;

	if (t->stopped)
		return STOP;
	if (counter != NULL)
		++*counter;
	if (type == MD_SPAN_A && t->in_image == 0)
		return go_on(t, attribute(t, &link->href, &t->link));
	if (type == MD_SPAN_IMG)
		return go_on(t, enter_image(t, detail));
	return GO_ON;
}

static int on_leave_span(MD_SPANTYPE type, void *detail, void *tree)
{
	struct tree *t = tree;
	unsigned *counter = style_counter(t, type);

	(void)detail;
	if (t->stopped)
		return STOP;
	if (counter != NULL)
		--*counter;
	if (type == MD_SPAN_A && t->in_image == 0)
		t->link = PK_STR("");
	if (type == MD_SPAN_IMG)
		leave_image(t);
	return GO_ON;
}

static bool put_text(struct tree *t, MD_TEXTTYPE type, struct pk_str s)
{
	switch (type) {
	case MD_TEXT_NULLCHAR:
		return put_words(t, s, PK_STR("\xEF\xBF\xBD"));
	case MD_TEXT_BR:
		return put_break(t);
	case MD_TEXT_SOFTBR:
		return put_words(t, s, PK_STR(" "));
	case MD_TEXT_ENTITY:
		if (!begin_words(t, s))
			return false;
		put_entity(&t->words, s);
		end_words(t, s);
		return true;
	case MD_TEXT_CODE:
		return put_code(t, s);
	case MD_TEXT_NORMAL:
	case MD_TEXT_HTML:
	case MD_TEXT_LATEXMATH:
		return put_words(t, s, s);
	}
	return true;
}

static int on_text(MD_TEXTTYPE type, const MD_CHAR *text, MD_SIZE size, void *tree)
{
	struct tree *t = tree;

	return go_on(t, !t->stopped && put_text(t, type, (struct pk_str){ text, size }));
}

static bool begin(struct tree *t)
{
	const struct pk_limits *limits = t->job->limits;

	t->budget = limits->markup_bytes + limits->markup_ratio * t->text.n;
	t->max_open = 2 * limits->markup_depth + OPEN_SPARE;
	t->words = pk_out_new(t->job->arena, t->budget + 16);
	t->blocks = pk_new(t->job, struct pk_blocks, 1);
	t->open = pk_new(t->job, struct open, t->max_open);
	return t->blocks != NULL && t->open != NULL;
}

static bool parse(struct tree *t)
{
	static const MD_PARSER parser = { .flags = MD_FLAG_TABLES | MD_FLAG_STRIKETHROUGH | MD_FLAG_NOHTML,
		.enter_block = on_enter_block, .leave_block = on_leave_block,
		.enter_span = on_enter_span, .leave_span = on_leave_span, .text = on_text };

	if (t->text.n > t->job->limits->yaml_bytes)
		return pk_fail(t->job, PK_M_MARKUP_SIZE, place(t, 0, 0));
	if (t->text.n == 0)
		return true;
	if (md_parse(t->text.p, (MD_SIZE)t->text.n, &parser, t) < 0 && !t->stopped)
		return pk_fail(t->job, PK_M_MEMORY, PK_NOWHERE);
	return !t->stopped && t->rules == 0;
}

bool pk_markup_parse(struct pk_job *job, struct pk_str text, const struct pk_markup_origin *origin,
		const struct pk_blocks **ret)
{
	struct tree t = { .job = job, .text = text, .origin = origin };

	if (!begin(&t) || !parse(&t))
		return false;
	t.blocks->v = t.stack;
	t.blocks->n = t.n;
	pk_markup_rank_headings(t.blocks);
	*ret = t.blocks;
	return true;
}
