#include "preview/wrap.h"

#include "base/text.h"

enum { LEAST = 20, COLUMN = 6, BETWEEN = 2 };

struct pk_preview_wrap pk_preview_wrap_new(struct pk_job *job, size_t width)
{
	return (struct pk_preview_wrap){ .job = job, .width = width < LEAST ? LEAST : width,
		.out = pk_out_new(job->arena, job->limits->output_bytes), .blank = true };
}

static void put_spaces(struct pk_out *out, size_t n)
{
	while (n-- > 0)
		pk_put_byte(out, ' ');
}

/* Spaces that do not break are spaces on a screen; signs that nobody sees are left out. */
static void put_words(struct pk_out *out, struct pk_str words)
{
	for (size_t at = 0; at < words.n;) {
		uint32_t c = pk_text_next(words, &at);

		if (c == 0xA0 || c == 0x202F)
			pk_put_byte(out, ' ');
		else if (c != 0xAD && c != 0x2060 && c != 0x200B && (c < 0x7F || c >= 0xA0) &&
				c >= 0x20)
			pk_put_char(out, c);
	}
}

void pk_preview_wrap_line(struct pk_preview_wrap *wrap, struct pk_str line)
{
	put_words(&wrap->out, line);
	pk_put_byte(&wrap->out, '\n');
	wrap->blank = line.n == 0;
}

void pk_preview_wrap_gap(struct pk_preview_wrap *wrap)
{
	if (!wrap->blank)
		pk_preview_wrap_line(wrap, PK_STR(""));
}

void pk_preview_wrap_rule(struct pk_preview_wrap *wrap, size_t n, char sign)
{
	for (size_t i = 0; i < n && i < wrap->width; i++)
		pk_put_byte(&wrap->out, sign);
	pk_put_byte(&wrap->out, '\n');
	wrap->blank = false;
}

/* As much of the first end bytes as there is room for, but at least one sign. */
static size_t cut(struct pk_str text, size_t end, size_t width)
{
	for (size_t at = 0, next = 0; at < end; at = next) {
		(void)pk_text_next(text, &next);
		if (at > 0 && pk_text_width(pk_str_slice(text, 0, next)) > width)
			return at;
	}
	return end;
}

/* A space at which a line may end: not within "69 §" and "§ 43". */
static bool breaks(struct pk_str text, size_t at)
{
	struct pk_str sign = PK_STR("\xC2\xA7");

	if (text.p[at] != ' ')
		return text.p[at] == '\n';
	if (at > 0 && text.p[at - 1] >= '0' && text.p[at - 1] <= '9' &&
			pk_str_starts(pk_str_slice(text, at + 1, text.n), sign))
		return false;
	return !(pk_str_ends(pk_str_slice(text, 0, at), sign) && at + 1 < text.n &&
			text.p[at + 1] >= '0' && text.p[at + 1] <= '9');
}

/* How much of a text stands in a line of that width: whole words, or as much of a long one as there is
 * room for. *ret_next is where the next line begins. */
static size_t fit(struct pk_str text, size_t width, size_t *ret_next)
{
	size_t end = 0, used = 0, at = 0, start;

	while (at < text.n && text.p[at] != '\n') {
		start = at;
		while (at < text.n && !breaks(text, at))
			at++;
		used += pk_text_width(pk_str_slice(text, start, at));
		if (used > width && end > 0)
			break;
		end = at;
		if (used > width)
			break;
		while (at < text.n && text.p[at] == ' ') {
			at++;
			used++;
		}
	}
	end = cut(text, end, width);
	for (*ret_next = end; *ret_next < text.n && text.p[*ret_next] == ' ';)
		++*ret_next;
	if (*ret_next < text.n && text.p[*ret_next] == '\n')
		++*ret_next;
	return end;
}

void pk_preview_wrap_text(struct pk_preview_wrap *wrap, struct pk_str text, size_t indent,
		struct pk_str first)
{
	size_t hang = pk_text_width(first), room, next;

	if (indent + hang + LEAST / 2 > wrap->width) {
		indent = 0;
		hang = hang + LEAST / 2 > wrap->width ? 0 : hang;
	}
	room = wrap->width - indent - hang;
	for (bool begun = false; text.n > 0 || !begun; begun = true) {
		size_t n = fit(text, room, &next);

		put_spaces(&wrap->out, n > 0 || !begun ? indent : 0);
		if (!begun)
			put_words(&wrap->out, first);
		else if (n > 0)
			put_spaces(&wrap->out, hang);
		put_words(&wrap->out, pk_str_slice(text, 0, n));
		pk_put_byte(&wrap->out, '\n');
		text = pk_str_slice(text, next, text.n);
	}
	wrap->blank = false;
}

static struct pk_str cell_of(const struct pk_preview_table *table, size_t row, size_t column)
{
	return table->cells[row * table->columns + column];
}

/* The width that each column wants, and then, from the widest on, what it can get. */
static bool share(const struct pk_preview_table *table, size_t *widths, size_t room)
{
	size_t sum = 0, rows = table->n / table->columns;

	for (size_t c = 0; c < table->columns; c++) {
		for (size_t r = 0; r < rows; r++) {
			size_t width = pk_text_width(cell_of(table, r, c));

			widths[c] = width > widths[c] ? width : widths[c];
		}
		sum += widths[c];
	}
	if (room < table->columns * (COLUMN + BETWEEN))
		return false;
	room -= (table->columns - 1) * BETWEEN;
	while (sum > room) {
		size_t widest = 0;

		for (size_t c = 1; c < table->columns; c++)
			widest = widths[c] > widths[widest] ? c : widest;
		widths[widest]--;
		sum--;
	}
	return true;
}

/* One row, in as many lines as its highest cell needs. */
static void put_row(struct pk_preview_wrap *wrap, struct pk_str *rest, const size_t *widths, size_t n,
		size_t indent)
{
	for (bool more = true; more;) {
		size_t owed = indent;

		more = false;
		for (size_t c = 0; c < n; c++) {
			size_t next, end = fit(rest[c], widths[c], &next);
			struct pk_str piece = pk_str_slice(rest[c], 0, end);

			if (end > 0) {
				put_spaces(&wrap->out, owed);
				put_words(&wrap->out, piece);
				owed = 0;
			}
			owed += widths[c] - (end > 0 ? pk_text_width(piece) : 0) + BETWEEN;
			rest[c] = pk_str_slice(rest[c], next, rest[c].n);
			more = more || rest[c].n > 0;
		}
		pk_put_byte(&wrap->out, '\n');
	}
}

/* Too narrow for columns: the cells of a row after each other. */
static void put_cells(struct pk_preview_wrap *wrap, const struct pk_preview_table *table, size_t row,
		size_t indent)
{
	struct pk_out line = pk_out_new(wrap->job->arena, wrap->job->limits->output_bytes);

	for (size_t c = 0; c < table->columns; c++) {
		if (cell_of(table, row, c).n == 0)
			continue;
		pk_put_c(&line, line.n > 0 ? "; " : "");
		pk_put(&line, cell_of(table, row, c));
	}
	if (!line.failed)
		pk_preview_wrap_text(wrap, pk_out_str(&line), indent, PK_STR("- "));
}

void pk_preview_wrap_table(struct pk_preview_wrap *wrap, const struct pk_preview_table *table,
		size_t indent)
{
	size_t rows = table->columns == 0 ? 0 : table->n / table->columns, sum;
	size_t *widths = pk_new(wrap->job, size_t, table->columns);
	struct pk_str *rest = pk_new(wrap->job, struct pk_str, table->columns);
	bool columns;

	if (widths == NULL || rest == NULL || rows == 0)
		return;
	columns = share(table, widths, wrap->width - (indent < wrap->width ? indent : 0));
	sum = (table->columns - 1) * BETWEEN;
	for (size_t c = 0; c < table->columns; c++)
		sum += widths[c];
	for (size_t r = 0; r < rows; r++) {
		if (!columns) {
			put_cells(wrap, table, r, indent);
			continue;
		}
		memcpy(rest, table->cells + r * table->columns, table->columns * sizeof(*rest));
		put_row(wrap, rest, widths, table->columns, indent);
		if (r + 1 == table->heads) {
			put_spaces(&wrap->out, indent);
			pk_preview_wrap_rule(wrap, sum, '-');
		}
	}
	wrap->blank = false;
}
