/* Formatted text that the program writes itself: paragraphs, texts of the meeting, tables. */
#include "context/inside.h"

#include "markup/blocks.h"

struct pk_text_builder pk_text_new(const struct pk_scene *s)
{
	return (struct pk_text_builder){ .job = s->job };
}

static void add(struct pk_text_builder *b, struct pk_block block)
{
	if (b->failed)
		return;
	b->failed = !pk_grow(b->job, &b->v, b->n, &b->room);
	if (!b->failed)
		b->v[b->n++] = block;
}

/* A block with words before and after its own runs. */
static struct pk_block around(struct pk_text_builder *b, struct pk_str lead,
		const struct pk_block *inner, struct pk_str tail)
{
	struct pk_block block = { .kind = PK_BLOCK_PARAGRAPH };
	size_t own = inner == NULL ? 0 : inner->n_runs;
	struct pk_run *runs = pk_new(b->job, struct pk_run, own + 2);

	if (runs == NULL) {
		b->failed = true;
		return block;
	}
	block.runs = runs;
	if (lead.n > 0)
		runs[block.n_runs++] = (struct pk_run){ .kind = PK_RUN_TEXT, .text = lead };
	for (size_t i = 0; i < own; i++)
		runs[block.n_runs++] = inner->runs[i];
	if (tail.n > 0)
		runs[block.n_runs++] = (struct pk_run){ .kind = PK_RUN_TEXT, .text = tail };
	return block;
}

void pk_text_words(struct pk_text_builder *b, struct pk_str words)
{
	if (words.n > 0)
		add(b, around(b, words, NULL, PK_STR("")));
}

void pk_text_prose(struct pk_text_builder *b, const struct pk_prose *prose)
{
	for (size_t i = 0; prose->blocks != NULL && i < prose->blocks->n; i++)
		add(b, prose->blocks->v[i]);
}

static bool is_paragraph(const struct pk_blocks *blocks, size_t i)
{
	return blocks->v[i].kind == PK_BLOCK_PARAGRAPH;
}

void pk_text_sentence(struct pk_text_builder *b, struct pk_str lead, const struct pk_prose *prose,
		struct pk_str tail)
{
	static const struct pk_blocks none = { 0 };
	const struct pk_blocks *blocks = prose->blocks == NULL ? &none : prose->blocks;
	size_t n = blocks->n;
	struct pk_str before, after;

	if (n == 0 || !is_paragraph(blocks, 0)) {
		before = pk_str_trim(lead);
		pk_text_words(b, n > 0 ? before : lead);
		lead = PK_STR("");
	}
	for (size_t i = 0; i < n; i++) {
		before = i == 0 ? lead : PK_STR("");
		after = i + 1 == n && is_paragraph(blocks, i) ? tail : PK_STR("");
		add(b, before.n + after.n > 0 ? around(b, before, &blocks->v[i], after)
					      : blocks->v[i]);
	}
	if (n == 0 || !is_paragraph(blocks, n - 1))
		pk_text_words(b, pk_str_trim(tail));
}

void pk_text_join(struct pk_text_builder *b, struct pk_str between, const struct pk_prose *prose)
{
	const struct pk_block *last = b->n == 0 ? NULL : &b->v[b->n - 1], *next;
	struct pk_run *runs;

	if (b->failed || last == NULL || prose->blocks == NULL || prose->blocks->n == 0)
		return;
	next = &prose->blocks->v[0];
	runs = pk_new(b->job, struct pk_run, last->n_runs + 1 + next->n_runs);
	if (runs == NULL) {
		b->failed = true;
		return;
	}
	memcpy(runs, last->runs, last->n_runs * sizeof(*runs));
	runs[last->n_runs] = (struct pk_run){ .kind = PK_RUN_TEXT, .text = between };
	memcpy(&runs[last->n_runs + 1], next->runs, next->n_runs * sizeof(*runs));
	b->v[b->n - 1].n_runs += 1 + next->n_runs;
	b->v[b->n - 1].runs = runs;
}

bool pk_cells_new(const struct pk_scene *s, size_t columns, size_t rows, const char *const *head,
		struct pk_cells *ret)
{
	ret->columns = columns;
	ret->rows = rows;
	ret->align = NULL;
	ret->sums = false;
	ret->v = pk_new(s->job, struct pk_str, columns * rows);
	if (ret->v == NULL)
		return false;
	for (size_t i = 0; i < columns; i++)
		ret->v[i] = pk_str_of(head[i]);
	return true;
}

static bool column_filled(const struct pk_cells *cells, size_t column)
{
	for (size_t row = 1; row < cells->rows; row++) {
		if (cells->v[row * cells->columns + column].n > 0)
			return true;
	}
	return false;
}

static struct pk_block cell(
		struct pk_text_builder *b, const struct pk_cells *cells, size_t row, size_t column)
{
	struct pk_str words = cells->v[row * cells->columns + column];
	struct pk_block block = around(b, words, NULL, PK_STR(""));

	block.kind = PK_BLOCK_CELL;
	for (size_t i = 0; cells->sums && row + 1 == cells->rows && i < block.n_runs; i++)
		block.runs[i].style = PK_STYLE_STRONG;
	block.align = cells->align == NULL ? PK_ALIGN_NONE : cells->align[column];
	return block;
}

static struct pk_block row_of(struct pk_text_builder *b, const struct pk_cells *cells, size_t row)
{
	struct pk_block block = { .kind = PK_BLOCK_ROW };

	block.children = pk_new(b->job, struct pk_block, cells->columns);
	b->failed = b->failed || block.children == NULL;
	for (size_t column = 0; !b->failed && column < cells->columns; column++) {
		if (column_filled(cells, column))
			block.children[block.n_children++] = cell(b, cells, row, column);
	}
	return block;
}

void pk_text_table(struct pk_text_builder *b, const struct pk_cells *cells)
{
	struct pk_block table = { .kind = PK_BLOCK_TABLE };

	for (size_t column = 0; column < cells->columns; column++)
		table.columns += column_filled(cells, column);
	table.children = pk_new(b->job, struct pk_block, cells->rows);
	b->failed = b->failed || table.children == NULL;
	for (size_t row = 0; !b->failed && row < cells->rows; row++)
		table.children[table.n_children++] = row_of(b, cells, row);
	if (table.columns > 0)
		add(b, table);
}

void pk_put_built(struct pk_map_builder *map, const char *name, struct pk_text_builder *b)
{
	struct pk_value value = { .kind = PK_BLOCKS };
	struct pk_blocks *blocks;

	map->failed = map->failed || b->failed;
	if (map->failed || b->n == 0)
		return;
	blocks = pk_new(b->job, struct pk_blocks, 1);
	if (blocks == NULL) {
		map->failed = true;
		return;
	}
	blocks->v = b->v;
	blocks->n = b->n;
	value.as.blocks = blocks;
	pk_map_put(map, pk_str_of(name), value);
}
