/* What is done with a finished tree: ranks of headings, the words alone, a writer for each
 * kind of block, print for tests. */
#include "markup/inside.h"

static void collect_levels(const struct pk_block *block, size_t n, unsigned *levels)
{
	for (size_t i = 0; i < n; i++) {
		if (block[i].kind == PK_BLOCK_HEADING)
			*levels |= 1u << block[i].level;
		collect_levels(block[i].children, block[i].n_children, levels);
	}
}

static void set_ranks(struct pk_block *block, size_t n, const uint8_t *ranks)
{
	for (size_t i = 0; i < n; i++) {
		if (block[i].kind == PK_BLOCK_HEADING)
			block[i].level = ranks[block[i].level];
		set_ranks(block[i].children, block[i].n_children, ranks);
	}
}

void pk_markup_rank_headings(struct pk_blocks *blocks)
{
	unsigned levels = 0;
	uint8_t ranks[7] = { 0 }, rank = 0;

	collect_levels(blocks->v, blocks->n, &levels);
	for (unsigned i = 1; i <= 6; i++)
		ranks[i] = (levels & 1u << i) != 0 ? ++rank : rank;
	set_ranks(blocks->v, blocks->n, ranks);
}

static void put_runs_words(const struct pk_block *block, struct pk_out *out)
{
	for (size_t i = 0; i < block->n_runs; i++) {
		if (block->runs[i].kind == PK_RUN_BREAK)
			pk_put_byte(out, '\n');
		else
			pk_put(out, block->runs[i].text);
	}
}

static void put_words(const struct pk_block *block, size_t n, char between, struct pk_out *out)
{
	for (size_t i = 0; i < n; i++) {
		if (i > 0)
			pk_put_byte(out, between);
		put_runs_words(&block[i], out);
		put_words(block[i].children, block[i].n_children,
				block[i].kind == PK_BLOCK_ROW ? '\t' : '\n', out);
	}
}

void pk_blocks_words(const struct pk_blocks *blocks, struct pk_out *out)
{
	put_words(blocks->v, blocks->n, '\n', out);
}

static void indent(uint32_t depth, struct pk_out *out)
{
	for (uint32_t i = 0; i < depth; i++)
		pk_put_c(out, "  ");
}

static void print_run(const struct pk_run *run, uint32_t depth, struct pk_out *out)
{
	static const char *const styles[] = { " strong", " emphasis", " code", " strike" };

	indent(depth, out);
	pk_put_c(out, run->kind == PK_RUN_BREAK     ? "break"
			: run->kind == PK_RUN_IMAGE ? "image "
						    : "");
	if (run->kind != PK_RUN_BREAK) {
		pk_put_byte(out, '"');
		pk_put(out, run->text);
		pk_put_byte(out, '"');
	}
	for (size_t i = 0; i < PK_COUNT(styles); i++) {
		if ((run->style & 1u << i) != 0)
			pk_put_c(out, styles[i]);
	}
	if (run->target.n > 0) {
		pk_put_c(out, " -> ");
		pk_put(out, run->target);
	}
	pk_put_byte(out, '\n');
}

static void print_head(const struct pk_block *block, struct pk_out *out)
{
	static const char *const names[] = { "paragraph", "heading", "bullets", "numbers", "item",
		"quote", "code", "rule", "table", "row", "cell" };
	static const char *const aligns[] = { "", " left", " center", " right" };
	bool list = block->kind == PK_BLOCK_BULLETS || block->kind == PK_BLOCK_NUMBERS;

	pk_put_c(out, names[block->kind]);
	if (block->kind == PK_BLOCK_HEADING || block->kind == PK_BLOCK_NUMBERS ||
			block->kind == PK_BLOCK_TABLE)
		pk_put_byte(out, ' ');
	if (block->kind == PK_BLOCK_HEADING)
		pk_put_uint(out, block->level);
	if (block->kind == PK_BLOCK_NUMBERS)
		pk_put_uint(out, block->start);
	if (block->kind == PK_BLOCK_TABLE)
		pk_put_uint(out, block->columns);
	if (list && block->tight)
		pk_put_c(out, " tight");
	pk_put_c(out, aligns[block->align]);
	pk_put_byte(out, '\n');
}

static void print_blocks(const struct pk_block *block, size_t n, uint32_t depth, struct pk_out *out)
{
	for (size_t i = 0; i < n; i++) {
		indent(depth, out);
		print_head(&block[i], out);
		for (size_t j = 0; j < block[i].n_runs; j++)
			print_run(&block[i].runs[j], depth + 1, out);
		print_blocks(block[i].children, block[i].n_children, depth + 1, out);
	}
}

void pk_blocks_print(const struct pk_blocks *blocks, struct pk_out *out)
{
	print_blocks(blocks->v, blocks->n, 0, out);
}

void pk_block_write(const struct pk_block *block, const struct pk_block_writers *to, void *self)
{
	switch (block->kind) {
	case PK_BLOCK_PARAGRAPH:
		to->paragraph(self, block);
		return;
	case PK_BLOCK_HEADING:
		to->heading(self, block);
		return;
	case PK_BLOCK_CODE:
		to->code(self, block);
		return;
	case PK_BLOCK_BULLETS:
	case PK_BLOCK_NUMBERS:
		to->list(self, block);
		return;
	case PK_BLOCK_TABLE:
		to->table(self, block);
		return;
	case PK_BLOCK_QUOTE:
		to->quote(self, block);
		return;
	case PK_BLOCK_ITEM:
	case PK_BLOCK_ROW:
	case PK_BLOCK_CELL:
	case PK_BLOCK_RULE:
		return;
	}
}
