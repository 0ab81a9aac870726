/* Formatted text as HTML. */
#include "format/html/inside.h"

#include "markup/blocks.h"

struct walk {
	struct pk_job *job;
	struct pk_out *out;
	struct pk_str attributes; /* of ordinary paragraphs */
	uint32_t level;           /* of the heading above */
	bool tight;               /* items hold words, not paragraphs */
	bool inside;              /* a list, quotation or table: paragraphs are their own */
	bool started;
	bool *failed;
};

static const struct {
	unsigned style;
	const char *open, *close;
} styles[] = {
	{ PK_STYLE_STRONG, "<strong>", "</strong>" },
	{ PK_STYLE_EMPHASIS, "<em>", "</em>" },
	{ PK_STYLE_STRIKE, "<del>", "</del>" },
	{ PK_STYLE_CODE, "<code>", "</code>" },
};

static void write_run(struct walk *w, const struct pk_run *run)
{
	if (run->kind == PK_RUN_BREAK) {
		pk_put_c(w->out, "<br>");
		return;
	}
	if (run->kind == PK_RUN_IMAGE && run->image != NULL) {
		pk_html_put_picture(w->out, run->image, run->text);
		return;
	}
	for (size_t i = 0; i < PK_COUNT(styles); i++)
		if (run->style & styles[i].style)
			pk_put_c(w->out, styles[i].open);
	pk_html_put_text(w->out, run->text);
	for (size_t i = PK_COUNT(styles); i > 0; i--)
		if (run->style & styles[i - 1].style)
			pk_put_c(w->out, styles[i - 1].close);
}

static bool begin_link(struct walk *w, struct pk_str target)
{
	pk_put_c(w->out, "<a href=\"");
	if (!pk_html_put_address(w->job, w->out, target, true))
		return false;
	pk_put_c(w->out, "\">");
	return true;
}

/* Neighbours with the same address are one link, whatever their styles. */
static void write_runs(struct walk *w, const struct pk_block *block)
{
	struct pk_str open = PK_STR("");

	for (size_t i = 0; i < block->n_runs; i++) {
		const struct pk_run *run = &block->runs[i];
		bool links = run->kind == PK_RUN_TEXT && pk_html_may_link(run->target);
		struct pk_str target = links ? run->target : PK_STR("");

		if (!pk_str_eq(open, target)) {
			if (open.n > 0)
				pk_put_c(w->out, "</a>");
			if (target.n > 0 && !begin_link(w, target))
				*w->failed = true;
			open = target;
		}
		write_run(w, run);
	}
	if (open.n > 0)
		pk_put_c(w->out, "</a>");
}

/* Ordinary paragraphs are as the tag's own; its id comes once. */
static void write_paragraph(void *self, const struct pk_block *block)
{
	struct walk *w = self;
	bool again = w->started && pk_str_find(w->attributes, PK_STR("id="), 0) < w->attributes.n;

	if (w->tight) {
		write_runs(w, block);
		return;
	}
	pk_put_c(w->out, "<p");
	if (!w->inside && !again)
		pk_put(w->out, w->attributes);
	pk_put_byte(w->out, '>');
	write_runs(w, block);
	pk_put_c(w->out, "</p>\n");
}

static void write_heading(void *self, const struct pk_block *block)
{
	struct walk *w = self;
	uint32_t level = w->level + block->level;

	level = level > 6 ? 6 : level;
	pk_put_c(w->out, "<h");
	pk_put_uint(w->out, level);
	pk_put_byte(w->out, '>');
	write_runs(w, block);
	pk_put_c(w->out, "</h");
	pk_put_uint(w->out, level);
	pk_put_c(w->out, ">\n");
}

static void write_code(void *self, const struct pk_block *block)
{
	struct walk *w = self;
	pk_put_c(w->out, "<pre><code>");
	for (size_t i = 0; i < block->n_runs; i++) {
		if (block->runs[i].kind == PK_RUN_BREAK)
			pk_put_byte(w->out, '\n');
		else
			pk_html_put_plain(w->out, block->runs[i].text);
	}
	pk_put_c(w->out, "</code></pre>\n");
}

static void write_all(struct walk *w, const struct pk_block *blocks, size_t n);

static void write_list(void *self, const struct pk_block *block)
{
	const struct walk *outer = self;
	struct walk w = *outer;
	bool numbered = block->kind == PK_BLOCK_NUMBERS;

	w.inside = true;
	w.tight = block->tight;
	if (outer->tight)
		pk_put_byte(w.out, '\n');
	pk_put_c(w.out, numbered ? "<ol" : "<ul");
	if (numbered && block->start != 1) {
		pk_put_c(w.out, " start=\"");
		pk_put_uint(w.out, block->start);
		pk_put_byte(w.out, '"');
	}
	pk_put_c(w.out, ">\n");
	for (size_t i = 0; i < block->n_children; i++) {
		pk_put_c(w.out, "<li>");
		write_all(&w, block->children[i].children, block->children[i].n_children);
		pk_put_c(w.out, "</li>\n");
	}
	pk_put_c(w.out, numbered ? "</ol>\n" : "</ul>\n");
}

/* An empty cell heads nothing. */
static void write_cell(struct walk *w, const struct pk_block *cell, bool head)
{
	static const char *const sides[] = { NULL, "left", "center", "right" };
	const char *side = cell == NULL ? NULL : sides[cell->align];
	bool heads = head && cell != NULL && cell->n_runs > 0;

	pk_put_c(w->out, heads ? "<th scope=\"col\"" : "<td");
	if (side != NULL) {
		pk_put_c(w->out, " style=\"text-align:");
		pk_put_c(w->out, side);
		pk_put_byte(w->out, '"');
	}
	pk_put_byte(w->out, '>');
	if (cell != NULL)
		write_runs(w, cell);
	pk_put_c(w->out, heads ? "</th>" : "</td>");
}

static void write_table(void *self, const struct pk_block *block)
{
	struct walk *w = self;
	pk_put_c(w->out, "<table>\n");
	for (size_t r = 0; r < block->n_children; r++) {
		const struct pk_block *row = &block->children[r];

		pk_put_c(w->out, r == 0 ? "<thead>\n<tr>" : r == 1 ? "<tbody>\n<tr>" : "<tr>");
		for (size_t i = 0; i < block->columns; i++)
			write_cell(w, i < row->n_children ? &row->children[i] : NULL, r == 0);
		pk_put_c(w->out, r == 0 ? "</tr>\n</thead>\n" : "</tr>\n");
	}
	pk_put_c(w->out, block->n_children > 1 ? "</tbody>\n</table>\n" : "</table>\n");
}

static void write_quote(void *self, const struct pk_block *block)
{
	const struct walk *outer = self;
	struct walk w = *outer;

	w.inside = true;
	w.tight = false;
	pk_put_c(w.out, "<blockquote>\n");
	write_all(&w, block->children, block->n_children);
	pk_put_c(w.out, "</blockquote>\n");
}

static const struct pk_block_writers writers = {
	.paragraph = write_paragraph,
	.heading = write_heading,
	.code = write_code,
	.list = write_list,
	.table = write_table,
	.quote = write_quote,
};

static void write_all(struct walk *w, const struct pk_block *blocks, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		pk_block_write(&blocks[i], &writers, w);
		w->started = true;
	}
}

bool pk_html_put_blocks(struct pk_job *job, struct pk_out *out, const struct pk_blocks *blocks,
		struct pk_str attributes, uint32_t level)
{
	bool failed = false;
	struct walk w = { .job = job,
		.out = out,
		.attributes = attributes,
		.level = level,
		.failed = &failed };

	write_all(&w, blocks->v, blocks->n);
	return !failed;
}
