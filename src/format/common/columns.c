#include "format/common/columns.h"

#include "base/text.h"

/* A usual character at 11 points, the padding of a cell, and what a number may be and still be
 * kept in one piece. */
enum { CHARACTER = 118, PADDING = 260, NUMBER = 18 };

struct want {
	int64_t least, line; /* the longest word, the longest line */
};

static void measure_run(const struct pk_run *run, struct want *word, struct want *cell)
{
	struct pk_str rest = run->text, piece;
	bool first = true;

	while (pk_str_next(&rest, ' ', &piece)) {
		int64_t width = (int64_t)pk_text_width(piece) * CHARACTER;

		if (!first)
			word->least = 0;
		first = false;
		word->least += width;
		if (word->least > cell->least)
			cell->least = word->least;
	}
	cell->line += (int64_t)pk_text_width(run->text) * CHARACTER;
}

static struct want measure(const struct pk_block *cell)
{
	struct want all = { 0, 0 }, line = { 0, 0 }, word = { 0, 0 };

	for (size_t i = 0; i < cell->n_runs; i++) {
		if (cell->runs[i].kind == PK_RUN_BREAK) {
			line.line = 0;
			word.least = 0;
		} else {
			measure_run(&cell->runs[i], &word, &line);
		}
		all.least = line.least > all.least ? line.least : all.least;
		all.line = line.line > all.line ? line.line : all.line;
	}
	/* "31 200" in a column of numbers is one word. */
	if (cell->align == PK_ALIGN_RIGHT && all.line <= (int64_t)NUMBER * CHARACTER)
		all.least = all.line;
	return (struct want){ all.least + PADDING, all.line + PADDING };
}

static struct want measure_column(const struct pk_block *table, size_t column, int64_t width)
{
	struct want most = { PADDING, PADDING };

	for (size_t r = 0; r < table->n_children; r++) {
		const struct pk_block *row = &table->children[r];

		if (column >= row->n_children)
			continue;
		struct want cell = measure(&row->children[column]);
		most.least = cell.least > most.least ? cell.least : most.least;
		most.line = cell.line > most.line ? cell.line : most.line;
	}
	/* Neither a very long word nor a very long text pushes the other columns aside. */
	if (most.least > width / 2)
		most.least = width / 2;
	if (most.line > 3 * width)
		most.line = 3 * width;
	if (most.line < most.least)
		most.line = most.least;
	return most;
}

static int64_t share(struct want column, struct want total, int64_t width)
{
	if (total.line <= width)
		return column.line * width / total.line;
	if (total.least >= width)
		return column.least * width / total.least;
	return column.least +
	       (column.line - column.least) * (width - total.least) / (total.line - total.least);
}

void pk_columns_share(const struct pk_block *table, int32_t width, int32_t *ret)
{
	struct want total = { 0, 0 };
	int32_t left = width;

	for (size_t i = 0; i < table->columns; i++) {
		struct want column = measure_column(table, i, width);

		total.least += column.least;
		total.line += column.line;
	}
	for (size_t i = 0; i < table->columns; i++) {
		ret[i] = (int32_t)share(measure_column(table, i, width), total, width);
		left -= ret[i];
	}
	if (table->columns > 0)
		ret[0] += left;
}
