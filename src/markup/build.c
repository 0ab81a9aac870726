#include "markup/build.h"

struct pk_pos pk_markup_place(const struct pk_markup_tree *t, size_t offset, size_t length)
{
	if (t->origin == NULL)
		return PK_NOWHERE;
	return t->origin->place(t->job, t->origin->node, offset, length);
}

struct pk_pos pk_markup_here(const struct pk_markup_tree *t)
{
	size_t at = t->cursor;

	while (at < t->text.n && memchr(" \t\r\n", t->text.p[at], 4) != NULL)
		at++;
	return pk_markup_place(t, at, at < t->text.n);
}

bool pk_markup_spend(struct pk_markup_tree *t, size_t bytes)
{
	t->spent += bytes;
	return t->spent <= t->budget || pk_fail(t->job, PK_M_MARKUP_SIZE, pk_markup_here(t));
}

static bool push_block(struct pk_markup_tree *t, const struct pk_block *block)
{
	if (!pk_markup_spend(t, sizeof(*block)) || !pk_grow(t->job, &t->stack, t->n, &t->room))
		return false;
	t->stack[t->n++] = *block;
	return true;
}

bool pk_markup_open(struct pk_markup_tree *t, enum pk_block_kind kind)
{
	if (t->n_open == t->max_open)
		return pk_fail(t->job, PK_M_MARKUP_DEPTH, pk_markup_here(t),
				pk_number(t->job, t->job->limits->markup_depth));
	if (!pk_grow(t->job, &t->open, t->n_open, &t->open_room))
		return false;
	t->open[t->n_open++] = (struct pk_markup_open){ .block = { .kind = kind }, .start = t->n };
	return true;
}

struct pk_block *pk_markup_innermost(struct pk_markup_tree *t)
{
	return &t->open[t->n_open - 1].block;
}

bool pk_markup_open_leaf(struct pk_markup_tree *t, enum pk_block_kind kind)
{
	t->leaf = true;
	t->n_drafts = 0;
	t->words.n = 0;
	return pk_markup_open(t, kind);
}

/* A list, quotation, item, table or row ends: it takes its children off the stack. */
bool pk_markup_close_parent(struct pk_markup_tree *t)
{
	struct pk_markup_open *o = &t->open[--t->n_open];
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

static bool keep_image(struct pk_markup_tree *t, struct pk_run *run)
{
	run->at = pk_markup_place(t, run->offset, run->length);
	if (!pk_grow(t->job, &t->blocks->images, t->blocks->n_images, &t->images_room))
		return false;
	t->blocks->images[t->blocks->n_images++] = run;
	return true;
}

/* The runs of a leaf with their text, at the place where they stay. */
static bool settle_runs(struct pk_markup_tree *t, struct pk_block *leaf)
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
static void drop_last_break(struct pk_markup_tree *t, const struct pk_block *leaf)
{
	if (leaf->kind == PK_BLOCK_CODE && t->n_drafts > 0 &&
			t->drafts[t->n_drafts - 1].run.kind == PK_RUN_BREAK)
		t->n_drafts--;
}

bool pk_markup_close_leaf(struct pk_markup_tree *t)
{
	struct pk_block *leaf = &t->open[--t->n_open].block;
	struct pk_str written;

	t->leaf = t->implied = false;
	/* The parser may leave a picture open whose end it takes for something else. */
	t->in_image = 0;
	drop_last_break(t, leaf);
	if (!pk_out_done(t->job, &t->words, &written))
		return false;
	if (t->n_drafts == 0)
		return leaf->kind != PK_BLOCK_CELL || push_block(t, leaf);
	return pk_markup_spend(t, t->n_drafts * sizeof(struct pk_run) + written.n) &&
	       settle_runs(t, leaf) && push_block(t, leaf);
}

bool pk_markup_close_implied(struct pk_markup_tree *t)
{
	return !t->implied || pk_markup_close_leaf(t);
}

/* Items of tight lists hold words without a paragraph: it is made here. */
static bool need_leaf(struct pk_markup_tree *t)
{
	if (t->leaf)
		return true;
	t->implied = true;
	return pk_markup_open_leaf(t, PK_BLOCK_PARAGRAPH);
}

static unsigned style(const struct pk_markup_tree *t)
{
	return (t->strong > 0 ? PK_STYLE_STRONG : 0u) | (t->emphasis > 0 ? PK_STYLE_EMPHASIS : 0u) |
	       (t->code > 0 ? PK_STYLE_CODE : 0u) | (t->strike > 0 ? PK_STYLE_STRIKE : 0u);
}

bool pk_markup_push_run(struct pk_markup_tree *t, enum pk_run_kind kind, struct pk_str target)
{
	struct pk_markup_draft *draft;

	if (!need_leaf(t) || !pk_grow(t->job, &t->drafts, t->n_drafts, &t->drafts_room))
		return false;
	draft = &t->drafts[t->n_drafts++];
	*draft = (struct pk_markup_draft){ .start = t->words.n };
	draft->run = (struct pk_run){
		.kind = kind, .style = style(t), .target = target, .offset = t->cursor
	};
	return true;
}

/* The run that takes the next words: the last one when nothing has changed since. */
static bool need_run(struct pk_markup_tree *t)
{
	struct pk_markup_draft *last =
			t->n_drafts > 0 && t->leaf ? &t->drafts[t->n_drafts - 1] : NULL;

	if (t->in_image > 0)
		return true;
	if (last != NULL && last->run.kind == PK_RUN_TEXT && last->run.style == style(t) &&
			last->run.target.p == t->link.p && last->run.target.n == t->link.n)
		return true;
	return pk_markup_push_run(t, PK_RUN_TEXT, t->link);
}

/* True when p points into the parsed text: md4c sends some strings of its own. */
static bool is_ours(const struct pk_markup_tree *t, const char *p)
{
	return t->text.n > 0 && (uintptr_t)p >= (uintptr_t)t->text.p &&
	       (uintptr_t)p < (uintptr_t)(t->text.p + t->text.n);
}

/* Makes ready for words that were written at source. */
bool pk_markup_begin_words(struct pk_markup_tree *t, struct pk_str source)
{
	if (is_ours(t, source.p))
		t->cursor = (size_t)(source.p - t->text.p);
	return need_run(t);
}

void pk_markup_end_words(struct pk_markup_tree *t, struct pk_str source)
{
	struct pk_run *run = &t->drafts[t->n_drafts - 1].run;

	if (is_ours(t, source.p))
		t->cursor += source.n;
	run->length = t->cursor > run->offset ? t->cursor - run->offset : 0;
}

bool pk_markup_put_words(struct pk_markup_tree *t, struct pk_str source, struct pk_str words)
{
	if (!pk_markup_begin_words(t, source))
		return false;
	pk_put(&t->words, words);
	pk_markup_end_words(t, source);
	return true;
}
