/* md4c's calls to a tree of blocks. The only file that names md4c. */
#include <md4c.h>

#include "base/text.h"
#include "markup/build.h"

/* What callbacks return: anything but 0 stops the parser; the error is recorded then. */
enum { GO_ON = 0, STOP = 1 };

/* Blocks that may be open below the deepest list: a table, its row and cell, a paragraph. */
enum { OPEN_SPARE = 8 };

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
static bool attribute(struct pk_markup_tree *t, const MD_ATTRIBUTE *a, struct pk_str *ret)
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
	return pk_out_done(t->job, &out, ret) && pk_markup_spend(t, ret->n);
}

static bool put_break(struct pk_markup_tree *t)
{
	if (t->in_image > 0)
		return pk_markup_put_words(t, PK_STR(" "), PK_STR(" "));
	return pk_markup_push_run(t, PK_RUN_BREAK, PK_STR(""));
}

/* Code comes with its line feeds; they are breaks here. */
static bool put_code(struct pk_markup_tree *t, struct pk_str s)
{
	size_t feed;

	while (s.n > 0) {
		feed = pk_str_find(s, PK_STR("\n"), 0);
		if (feed > 0 && !pk_markup_put_words(t, pk_str_slice(s, 0, feed),
						pk_str_slice(s, 0, feed)))
			return false;
		if (feed < s.n && !put_break(t))
			return false;
		s = pk_str_slice(s, feed + 1, s.n);
	}
	return true;
}

static bool enter_list(struct pk_markup_tree *t, MD_BLOCKTYPE type, const void *detail)
{
	const MD_BLOCK_OL_DETAIL *ol = detail;
	const MD_BLOCK_UL_DETAIL *ul = detail;
	bool numbers = type == MD_BLOCK_OL;

	if (!pk_markup_open(t, numbers ? PK_BLOCK_NUMBERS : PK_BLOCK_BULLETS))
		return false;
	pk_markup_innermost(t)->tight = numbers ? ol->is_tight != 0 : ul->is_tight != 0;
	pk_markup_innermost(t)->start = numbers ? ol->start : 0;
	return true;
}

static bool enter_table(struct pk_markup_tree *t, const MD_BLOCK_TABLE_DETAIL *detail)
{
	if (detail->col_count > t->job->limits->markup_columns)
		return pk_fail(t->job, PK_M_MARKUP_COLUMNS, pk_markup_here(t),
				pk_number(t->job, t->job->limits->markup_columns));
	if (!pk_markup_open(t, PK_BLOCK_TABLE))
		return false;
	pk_markup_innermost(t)->columns = detail->col_count;
	return true;
}

static bool enter_cell(struct pk_markup_tree *t, const MD_BLOCK_TD_DETAIL *detail)
{
	static const enum pk_align aligns[] = { [MD_ALIGN_DEFAULT] = PK_ALIGN_NONE,
		[MD_ALIGN_LEFT] = PK_ALIGN_LEFT,
		[MD_ALIGN_CENTER] = PK_ALIGN_CENTER,
		[MD_ALIGN_RIGHT] = PK_ALIGN_RIGHT };

	if (!pk_markup_open_leaf(t, PK_BLOCK_CELL))
		return false;
	pk_markup_innermost(t)->align = aligns[detail->align];
	return true;
}

static bool enter_heading(struct pk_markup_tree *t, const MD_BLOCK_H_DETAIL *detail)
{
	if (!pk_markup_open_leaf(t, PK_BLOCK_HEADING))
		return false;
	pk_markup_innermost(t)->level = (uint8_t)detail->level;
	return true;
}

/* Dividing lines are told, each at its place, until no more messages are kept. */
static bool tell_rule(struct pk_markup_tree *t)
{
	struct pk_str rule = pk_markup_find_rule(t->text, t->cursor);
	size_t at = (size_t)(rule.p - t->text.p);

	pk_tell(t->job, PK_M_MARKUP_RULE, pk_markup_place(t, at, rule.n));
	t->cursor = at + rule.n;
	return ++t->rules < t->job->limits->messages;
}

static bool is_nesting(MD_BLOCKTYPE type)
{
	return type == MD_BLOCK_QUOTE || type == MD_BLOCK_UL || type == MD_BLOCK_OL;
}

static bool enter(struct pk_markup_tree *t, MD_BLOCKTYPE type, const void *detail)
{
	if (!pk_markup_close_implied(t))
		return false;
	if (is_nesting(type) && ++t->depth > t->job->limits->markup_depth)
		return pk_fail(t->job, PK_M_MARKUP_DEPTH, pk_markup_here(t),
				pk_number(t->job, t->job->limits->markup_depth));
	switch (type) {
	case MD_BLOCK_QUOTE:
		return pk_markup_open(t, PK_BLOCK_QUOTE);
	case MD_BLOCK_UL:
	case MD_BLOCK_OL:
		return enter_list(t, type, detail);
	case MD_BLOCK_LI:
		return pk_markup_open(t, PK_BLOCK_ITEM);
	case MD_BLOCK_HR:
		return tell_rule(t);
	case MD_BLOCK_H:
		return enter_heading(t, detail);
	case MD_BLOCK_CODE:
		return pk_markup_open_leaf(t, PK_BLOCK_CODE);
	case MD_BLOCK_P:
		return pk_markup_open_leaf(t, PK_BLOCK_PARAGRAPH);
	case MD_BLOCK_TABLE:
		return enter_table(t, detail);
	case MD_BLOCK_TR:
		return pk_markup_open(t, PK_BLOCK_ROW);
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
static bool has_number_sign(const struct pk_markup_tree *t)
{
	size_t at = t->n_drafts > 0 ? t->drafts[0].run.offset : 0;

	while (at > 0 && t->text.p[at - 1] != '\n') {
		if (t->text.p[--at] == '#')
			return true;
	}
	return t->n_drafts == 0;
}

/* The line of "---" under a heading is not a dividing line. */
static void pass_underline(struct pk_markup_tree *t)
{
	size_t feed = pk_str_find(t->text, PK_STR("\n"), t->cursor);
	struct pk_str line = pk_str_slice(
			t->text, feed + 1, pk_str_find(t->text, PK_STR("\n"), feed + 1));
	size_t at = 0;

	while (at < line.n && memchr(" \t\r>-", line.p[at], 5) != NULL)
		at++;
	if (line.n > 0 && at == line.n)
		t->cursor = feed + 1 + line.n;
}

static bool leave(struct pk_markup_tree *t, MD_BLOCKTYPE type)
{
	if (!pk_markup_close_implied(t))
		return false;
	t->depth -= is_nesting(type);
	switch (type) {
	case MD_BLOCK_QUOTE:
	case MD_BLOCK_UL:
	case MD_BLOCK_OL:
	case MD_BLOCK_LI:
	case MD_BLOCK_TABLE:
	case MD_BLOCK_TR:
		return pk_markup_close_parent(t);
	case MD_BLOCK_H:
		if (!has_number_sign(t))
			pass_underline(t);
		return pk_markup_close_leaf(t);
	case MD_BLOCK_CODE:
	case MD_BLOCK_P:
	case MD_BLOCK_TH:
	case MD_BLOCK_TD:
		return pk_markup_close_leaf(t);
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
static int go_on(struct pk_markup_tree *t, bool ok)
{
	t->stopped |= !ok;
	return ok ? GO_ON : STOP;
}

static int on_enter_block(MD_BLOCKTYPE type, void *detail, void *tree)
{
	struct pk_markup_tree *t = tree;

	return go_on(t, !t->stopped && enter(t, type, detail));
}

static int on_leave_block(MD_BLOCKTYPE type, void *detail, void *tree)
{
	struct pk_markup_tree *t = tree;

	(void)detail;
	return go_on(t, !t->stopped && leave(t, type));
}

static unsigned *style_counter(struct pk_markup_tree *t, MD_SPANTYPE type)
{
	return type == MD_SPAN_STRONG ? &t->strong
	       : type == MD_SPAN_EM   ? &t->emphasis
	       : type == MD_SPAN_CODE ? &t->code
	       : type == MD_SPAN_DEL  ? &t->strike
				      : NULL;
}

static bool enter_image(struct pk_markup_tree *t, const MD_SPAN_IMG_DETAIL *detail)
{
	struct pk_str target, mark = PK_STR("![");
	size_t at = pk_str_find(t->text, mark, t->cursor);

	if (t->in_image++ > 0)
		return true;
	t->cursor = at < t->text.n ? at : t->cursor;
	if (!attribute(t, &detail->src, &target) || !pk_markup_push_run(t, PK_RUN_IMAGE, target))
		return false;
	t->cursor += at < t->text.n ? mark.n : 0;
	return true;
}

/* A picture with its address ends behind it, not behind the alternative text. */
static void leave_image(struct pk_markup_tree *t)
{
	struct pk_run *run;
	struct pk_str rest = pk_str_slice(t->text, t->cursor, t->text.n);

	if (t->in_image == 0 || --t->in_image > 0 || !pk_str_starts(rest, PK_STR("](")))
		return;
	run = &t->drafts[t->n_drafts - 1].run;
	t->cursor += 2;
	while (t->cursor < t->text.n && memchr(")\n", t->text.p[t->cursor], 2) == NULL)
		t->cursor++;
	t->cursor += t->cursor < t->text.n && t->text.p[t->cursor] == ')';
	run->length = t->cursor - run->offset;
}

static int on_enter_span(MD_SPANTYPE type, void *detail, void *tree)
{
	struct pk_markup_tree *t = tree;
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
	struct pk_markup_tree *t = tree;
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

/* True for "|-|-|" and the like, which is the rule of a table for its writer. */
static bool is_table_rule(struct pk_str line)
{
	for (size_t i = 0; i < line.n; i++)
		if (memchr("|-: \t", line.p[i], 5) == NULL)
			return false;
	return pk_str_find(line, PK_STR("|"), 0) < line.n &&
	       pk_str_find(line, PK_STR("-"), 0) < line.n;
}

/* The rule of a table among words says that the parser has seen no table. */
static bool put_line(struct pk_markup_tree *t, struct pk_str line)
{
	if (!pk_markup_put_words(t, line, line))
		return false;
	return !is_table_rule(line) || pk_fail(t->job, PK_M_MARKUP_NO_TABLE,
			pk_markup_place(t, t->cursor - line.n, line.n));
}

static bool put_text(struct pk_markup_tree *t, MD_TEXTTYPE type, struct pk_str s)
{
	switch (type) {
	case MD_TEXT_NULLCHAR:
		return pk_markup_put_words(t, s, PK_STR("\xEF\xBF\xBD"));
	case MD_TEXT_BR:
		return put_break(t);
	case MD_TEXT_SOFTBR:
		return pk_markup_put_words(t, s, PK_STR(" "));
	case MD_TEXT_ENTITY:
		if (!pk_markup_begin_words(t, s))
			return false;
		put_entity(&t->words, s);
		pk_markup_end_words(t, s);
		return true;
	case MD_TEXT_CODE:
		return put_code(t, s);
	case MD_TEXT_NORMAL:
		return put_line(t, s);
	case MD_TEXT_HTML:
	case MD_TEXT_LATEXMATH:
		return pk_markup_put_words(t, s, s);
	}
	return true;
}

static int on_text(MD_TEXTTYPE type, const MD_CHAR *text, MD_SIZE size, void *tree)
{
	struct pk_markup_tree *t = tree;

	return go_on(t, !t->stopped && put_text(t, type, (struct pk_str){ text, size }));
}

static bool begin(struct pk_markup_tree *t)
{
	const struct pk_limits *limits = t->job->limits;

	t->budget = limits->markup_bytes + limits->markup_ratio * t->text.n;
	t->max_open = 2 * limits->markup_depth + OPEN_SPARE;
	t->words = pk_out_new(t->job->arena, t->budget + 16);
	t->blocks = pk_new(t->job, struct pk_blocks, 1);
	return t->blocks != NULL;
}

static bool parse(struct pk_markup_tree *t)
{
	static const MD_PARSER parser = { .flags = MD_FLAG_TABLES | MD_FLAG_STRIKETHROUGH |
						   MD_FLAG_NOHTML,
		.enter_block = on_enter_block,
		.leave_block = on_leave_block,
		.enter_span = on_enter_span,
		.leave_span = on_leave_span,
		.text = on_text };

	if (t->text.n > t->job->limits->yaml_bytes)
		return pk_fail(t->job, PK_M_MARKUP_SIZE, pk_markup_place(t, 0, 0));
	if (t->text.n == 0)
		return true;
	if (md_parse(t->text.p, (MD_SIZE)t->text.n, &parser, t) < 0 && !t->stopped)
		return pk_fail(t->job, PK_M_MEMORY, PK_NOWHERE);
	return !t->stopped && t->rules == 0;
}

bool pk_markup_parse(struct pk_job *job, struct pk_str text, const struct pk_markup_origin *origin,
		const struct pk_blocks **ret)
{
	struct pk_markup_tree t = { .job = job, .origin = origin };

	/* The parser looks at the byte behind a link that is never closed: in a copy that is a NUL. */
	if (!pk_copy(job, text, &t.text) || !begin(&t) || !parse(&t))
		return false;
	t.blocks->v = t.stack;
	t.blocks->n = t.n;
	pk_markup_rank_headings(t.blocks);
	*ret = t.blocks;
	return true;
}
