/* A page of HTML as text: what a browser would show, in one column. */
#include "base/text.h"
#include "markup/entity.h"
#include "preview/inside.h"
#include "preview/wrap.h"

enum { DEPTH = 16, STEP = 2, LABEL = 31, QUOTE = 4 };

/* A list that is open: its kind, and the number of its next item. */
struct list {
	bool numbered;
	uint32_t next;
};

struct reader {
	struct pk_preview_state *state;
	struct pk_preview_wrap wrap;
	struct pk_str page;
	size_t at;
	struct pk_out words;            /* of the paragraph that is read */
	struct list lists[DEPTH];
	size_t n_lists, n_quotes;
	struct pk_str first;            /* what the next paragraph begins with: "- ", a label */
	bool tight;                     /* no empty line before the next paragraph */
	bool literal;                   /* in pre */
	size_t mark_from, mark_to;      /* of mark in pre: bytes of words */
	char underline;                 /* of the heading that is read, or 0 */
	bool heading;                   /* a small heading is read: what follows stands close to it */
	bool in_header;                 /* the rows at the top of the page */
	struct pk_preview_table table;
	bool in_table, in_label;
	size_t row_cells;
};

struct tag {
	struct pk_str name, rest;       /* rest: the attributes */
	bool ends;
};

/* --- words --- */

static void put_word_sign(struct reader *r, uint32_t c)
{
	bool space = c == ' ' || c == '\t' || c == '\n' || c == '\r';

	if (!space || r->literal) {
		pk_put_char(&r->words, c);
		return;
	}
	if (r->words.n > 0 && r->words.p[r->words.n - 1] != ' ' && r->words.p[r->words.n - 1] != '\n')
		pk_put_byte(&r->words, ' ');
}

/* "&amp;": the sign that it stands for. One that nobody knows is the words themselves. */
static bool put_entity(struct reader *r)
{
	size_t end = pk_str_find(r->page, PK_STR(";"), r->at);
	uint32_t c = end - r->at > 12 || end == r->page.n ? 0 :
			pk_markup_entity(pk_str_slice(r->page, r->at, end + 1));

	if (c == 0)
		return false;
	put_word_sign(r, c);
	r->at = end + 1;
	return true;
}

/* The words that have been read, in the job's memory, without white space at their ends. */
static struct pk_str take_words(struct reader *r)
{
	struct pk_str words = PK_STR("");

	if (r->words.n > 0 && !pk_copy(r->wrap.job, pk_out_str(&r->words), &words))
		words = PK_STR("");
	r->words.n = 0;
	return r->literal ? words : pk_str_trim(words);
}

/* --- paragraphs --- */

static size_t indent_of(const struct reader *r)
{
	size_t lists = r->n_lists > 0 ? r->n_lists - 1 : 0;

	return lists * STEP + r->n_quotes * QUOTE;
}

/* The place that a line of the file is about, marked below it. */
static void put_caret(struct reader *r, struct pk_str line)
{
	size_t from = pk_text_width(pk_str_slice(line, 0, r->mark_from));
	size_t n = pk_text_width(pk_str_slice(line, r->mark_from, r->mark_to));

	if (r->mark_to <= r->mark_from || from + n + QUOTE > r->wrap.width)
		return;
	for (size_t i = 0; i < from + QUOTE; i++)
		pk_put_byte(&r->wrap.out, ' ');
	for (size_t i = 0; i < n; i++)
		pk_put_byte(&r->wrap.out, i == 0 ? '^' : '~');
	pk_put_byte(&r->wrap.out, '\n');
}

static size_t widest_line(struct pk_str words)
{
	struct pk_str line;
	size_t widest = 0;

	while (pk_str_next(&words, '\n', &line)) {
		size_t width = pk_text_width(pk_str_trim(line));

		widest = width > widest ? width : widest;
	}
	return widest;
}

/* Ends the paragraph that is read. */
static void flush(struct reader *r)
{
	struct pk_str words = take_words(r);
	size_t indent = indent_of(r);

	if (words.n == 0)
		return;
	if (!r->tight || r->underline != 0)
		pk_preview_wrap_gap(&r->wrap);
	if (r->first.n == 0 && r->n_lists > 0)
		indent += STEP;
	pk_preview_wrap_text(&r->wrap, words, r->literal ? QUOTE : indent, r->first);
	if (r->literal)
		put_caret(r, words);
	if (r->underline != 0)
		pk_preview_wrap_rule(&r->wrap, widest_line(words), r->underline);
	r->first = PK_STR("");
	r->underline = 0;
	r->tight = r->in_header || r->heading;
	r->heading = false;
}

/* --- lists, labels, tables --- */

static void begin_list(struct reader *r, bool numbered, struct pk_str attributes)
{
	size_t start = pk_str_find(attributes, PK_STR("start=\""), 0) + 7, end;
	uint32_t number = 1;

	flush(r);
	if (start < attributes.n) {
		end = pk_str_find(attributes, PK_STR("\""), start);
		if (!pk_str_uint(pk_str_slice(attributes, start, end), &number))
			number = 1;
	}
	if (r->n_lists == 0 && !r->tight)
		pk_preview_wrap_gap(&r->wrap);
	if (r->n_lists < DEPTH)
		r->lists[r->n_lists++] = (struct list){ numbered, number };
}

static void begin_item(struct reader *r)
{
	struct list *list = r->n_lists == 0 ? NULL : &r->lists[r->n_lists - 1];

	flush(r);
	r->tight = true;
	r->first = PK_STR("- ");
	if (list != NULL && list->numbered &&
			!pk_join(r->wrap.job, &r->first, pk_number(r->wrap.job, list->next++),
					PK_STR(". ")))
		r->first = PK_STR("- ");
}

/* A label stands before its fact, all facts below each other. */
static void end_label(struct reader *r)
{
	struct pk_str label = take_words(r), spaces = PK_STR("                               ");
	size_t width = pk_text_width(label);

	r->in_label = false;
	r->tight = true;
	r->heading = false;
	if (r->wrap.width < LABEL * 2 + STEP) {
		if (pk_join(r->wrap.job, &label, label, PK_STR(":")))
			pk_preview_wrap_text(&r->wrap, label, 0, PK_STR(""));
		r->first = PK_STR("  ");
		return;
	}
	if (width + 1 >= LABEL) {
		pk_preview_wrap_text(&r->wrap, label, 0, PK_STR(""));
		r->first = spaces;
	} else if (!pk_join(r->wrap.job, &r->first, label, pk_str_slice(spaces, 0, LABEL - width))) {
		r->first = label;
	}
}

static void end_cell(struct reader *r)
{
	struct pk_preview_table *table = &r->table;
	struct pk_str words = take_words(r);

	if (!r->in_table || !pk_grow(r->wrap.job, &table->cells, table->n, &table->room))
		return;
	table->cells[table->n++] = words;
	r->row_cells++;
}

/* The first row says how many columns there are; others are filled up, or cut. */
static void end_row(struct reader *r)
{
	struct pk_preview_table *table = &r->table;

	if (table->columns == 0)
		table->columns = r->row_cells;
	while (r->row_cells < table->columns &&
			pk_grow(r->wrap.job, &table->cells, table->n, &table->room)) {
		table->cells[table->n++] = PK_STR("");
		r->row_cells++;
	}
	table->n -= r->row_cells - table->columns;
	r->row_cells = 0;
}

static void end_table(struct reader *r)
{
	if (r->table.columns > 0) {
		pk_preview_wrap_gap(&r->wrap);
		pk_preview_wrap_table(&r->wrap, &r->table, indent_of(r));
	}
	r->table = (struct pk_preview_table){ 0 };
	r->in_table = false;
	r->tight = false;
}

/* --- tags --- */

static bool is(const struct tag *tag, const char *name)
{
	return pk_str_is(tag->name, name);
}

static bool has(const struct tag *tag, const char *piece)
{
	return pk_str_find(tag->rest, pk_str_of(piece), 0) < tag->rest.n;
}

static void read_heading(struct reader *r, const struct tag *tag)
{
	flush(r);
	if (tag->ends)
		return;
	r->tight = false;
	r->underline = is(tag, "h1") ? '=' : is(tag, "h2") ? '-' : 0;
	r->heading = r->underline == 0;
}

static void read_list_tag(struct reader *r, const struct tag *tag)
{
	if (is(tag, "li") && !tag->ends) {
		begin_item(r);
	} else if (is(tag, "li")) {
		flush(r);
		r->tight = true;
	} else if (!tag->ends) {
		begin_list(r, is(tag, "ol"), has(tag, "class=\"pv") ? PK_STR("") : tag->rest);
	} else {
		flush(r);
		r->n_lists -= r->n_lists > 0;
		r->tight = r->n_lists > 0;
	}
}

static void read_table_tag(struct reader *r, const struct tag *tag)
{
	if (is(tag, "table")) {
		flush(r);
		if (tag->ends)
			end_table(r);
		else
			r->in_table = true;
	} else if (is(tag, "tr") && tag->ends) {
		end_row(r);
	} else if (is(tag, "thead") && tag->ends) {
		r->table.heads = r->table.columns == 0 ? 0 : r->table.n / r->table.columns;
	} else if ((is(tag, "td") || is(tag, "th")) && tag->ends) {
		end_cell(r);
	}
}

static void read_label_tag(struct reader *r, const struct tag *tag)
{
	if (is(tag, "dl") && !tag->ends) {
		flush(r);
		if (!r->tight)
			pk_preview_wrap_gap(&r->wrap);
	} else if (is(tag, "dt") && !tag->ends) {
		flush(r);
		r->in_label = true;
	} else if (is(tag, "dt")) {
		end_label(r);
	} else {
		flush(r);
		r->tight = is(tag, "dd");
	}
}

/* A picture is its alternative text. */
static void read_picture(struct reader *r, const struct tag *tag)
{
	size_t from = pk_str_find(tag->rest, PK_STR("alt=\""), 0) + 5, to, keep = r->at;
	struct pk_str page = r->page;

	if (from >= tag->rest.n)
		return;
	to = pk_str_find(tag->rest, PK_STR("\""), from);
	r->page = pk_str_slice(tag->rest, from, to);
	put_word_sign(r, '[');
	for (r->at = 0; r->at < r->page.n;) {
		if (r->page.p[r->at] != '&' || !put_entity(r))
			put_word_sign(r, pk_text_next(r->page, &r->at));
	}
	put_word_sign(r, ']');
	r->page = page;
	r->at = keep;
}

static void read_mark(struct reader *r, const struct tag *tag)
{
	if (!r->literal)
		return;
	if (tag->ends)
		r->mark_to = r->words.n;
	else
		r->mark_from = r->words.n;
}

static void read_literal(struct reader *r, const struct tag *tag)
{
	flush(r);
	r->literal = !tag->ends;
	r->tight = true;
	r->mark_from = r->mark_to = 0;
}

/* What begins and ends a paragraph. Rows of facts, and those of the page's panel, follow closely. */
static void read_block(struct reader *r, const struct tag *tag)
{
	if (r->in_table || r->in_label) {
		put_word_sign(r, ' ');
		return;
	}
	flush(r);
	if (is(tag, "header"))
		r->in_header = r->tight = !tag->ends;
	if (is(tag, "hr")) {
		pk_preview_wrap_gap(&r->wrap);
		pk_preview_wrap_rule(&r->wrap, r->wrap.width, '=');
	}
	if (tag->ends || !is(tag, "p"))
		return;
	if (has(tag, "pv-mark"))
		r->first = PK_STR("! ");
	if (has(tag, "class=\"rad\"") || (has(tag, "class=\"pv-") && !has(tag, "pv-mark")))
		r->tight = true;
}

static bool in_list(const struct tag *tag, const char *const *names, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		if (is(tag, names[i]))
			return true;
	}
	return false;
}

static void read_tag(struct reader *r, const struct tag *tag)
{
	static const char *const headings[] = { "h1", "h2", "h3", "h4", "h5", "h6" };
	static const char *const lists[] = { "ul", "ol", "li" };
	static const char *const tables[] = { "table", "thead", "tr", "th", "td" };
	static const char *const labels[] = { "dl", "dt", "dd" };
	static const char *const blocks[] = { "p", "div", "section", "article", "header", "footer",
		"main", "figure", "figcaption", "details", "summary", "aside", "nav", "hr" };

	if (in_list(tag, headings, PK_COUNT(headings)) && !r->in_table)
		read_heading(r, tag);
	else if (in_list(tag, lists, PK_COUNT(lists)) && !r->in_table)
		read_list_tag(r, tag);
	else if (in_list(tag, tables, PK_COUNT(tables)))
		read_table_tag(r, tag);
	else if (in_list(tag, labels, PK_COUNT(labels)) && !r->in_table)
		read_label_tag(r, tag);
	else if (in_list(tag, blocks, PK_COUNT(blocks)))
		read_block(r, tag);
	else if (is(tag, "pre") && !r->in_table)
		read_literal(r, tag);
	else if (is(tag, "mark"))
		read_mark(r, tag);
	else if (is(tag, "img"))
		read_picture(r, tag);
	else if (is(tag, "br"))
		pk_put_byte(&r->words, r->in_table || r->in_label ? ' ' : '\n');
	else if (is(tag, "blockquote")) {
		flush(r);
		r->n_quotes += tag->ends ? (r->n_quotes > 0 ? SIZE_MAX : 0) : 1;
	}
}

/* --- the page --- */

/* Behind the tag or comment that begins here; what is in no page's text is passed over whole. */
static bool next_tag(struct reader *r, struct tag *ret)
{
	static const char *const silent[] = { "head", "style", "script", "template", "title" };
	size_t end, from = r->at + 1, name = 0;
	struct pk_str rest;

	if (pk_str_starts(pk_str_slice(r->page, r->at, r->page.n), PK_STR("<!--"))) {
		end = pk_str_find(r->page, PK_STR("-->"), r->at);
		r->at = end < r->page.n ? end + 3 : end;
		return false;
	}
	end = pk_str_find(r->page, PK_STR(">"), r->at);
	ret->ends = from < end && r->page.p[from] == '/';
	from += ret->ends;
	rest = pk_str_slice(r->page, from, end);
	while (name < rest.n && strchr(" \t\r\n/", rest.p[name]) == NULL)
		name++;
	ret->rest = rest;
	ret->name = pk_str_slice(rest, 0, name);
	r->at = end < r->page.n ? end + 1 : end;
	for (size_t i = 0; !ret->ends && i < PK_COUNT(silent); i++) {
		struct pk_str closing;

		if (!is(ret, silent[i]) ||
				!pk_join(r->wrap.job, &closing, PK_STR("</"), ret->name, PK_STR(">")))
			continue;
		end = pk_str_find(r->page, closing, r->at);
		r->at = end < r->page.n ? end + closing.n : end;
		return false;
	}
	return true;
}

static void read_page(struct reader *r)
{
	struct tag tag;

	while (r->at < r->page.n) {
		if (r->page.p[r->at] == '<') {
			if (next_tag(r, &tag))
				read_tag(r, &tag);
		} else if (r->page.p[r->at] != '&' || !put_entity(r)) {
			put_word_sign(r, pk_text_next(r->page, &r->at));
		}
	}
	flush(r);
}

bool pk_preview_plain(struct pk_preview_state *state, struct pk_str page, size_t width,
		struct pk_str *ret)
{
	struct reader r = { .state = state, .page = page,
		.wrap = pk_preview_wrap_new(&state->job, width),
		.words = pk_out_new(state->job.arena, state->job.limits->output_bytes) };

	read_page(&r);
	if (r.words.failed)
		return pk_fail(&state->job, PK_M_MEMORY, PK_NOWHERE);
	return pk_out_done(&state->job, &r.wrap.out, ret);
}
