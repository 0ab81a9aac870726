/* A flow in, page numbers out: no document needed. The page holds ten lines of ten points, and a line
 * twenty letters of the monospaced face. */
#include "pages/flow.h"
#include "pages/widths.h"
#include "support/fixture.h"

enum { LETTER = 1229, LINE_TWIPS = 227 };

/* Styles by index. */
enum { PLAIN, HEADING, WHOLE, NEW_PAGE, SPACED, ENDS, BEGINS, TINY, STYLES };

static struct pk_flow_paragraph styles[STYLES];
static struct pk_flow_char mono;
static const int32_t columns[] = { 2458 };
static const struct pk_flow_table table = { .columns = columns, .n_columns = 1 };

static void make_styles(void)
{
	struct pk_flow_paragraph plain = { .widows = 2, .orphans = 2 };

	mono = (struct pk_flow_char){ .font = pk_font_find(PK_STR("Liberation Mono"), false, false, NULL),
		.size = 20 };
	for (int i = 0; i < STYLES; i++)
		styles[i] = plain;
	styles[HEADING].keep_next = true;
	styles[WHOLE].keep_lines = true;
	styles[NEW_PAGE].page_break = true;
	styles[TINY].line_rule = PK_LINE_EXACT;
	styles[TINY].line = 20;
	styles[SPACED].before = styles[SPACED].after = LINE_TWIPS;
}

static struct pk_flow *new_flow(struct pk_job *job)
{
	struct pk_flow *flow = pk_new(job, struct pk_flow, 1);

	make_styles();
	*flow = (struct pk_flow){ .chars = &mono, .n_chars = 1, .paragraphs = styles,
		.n_paragraphs = STYLES, .tables = &table, .n_tables = 1,
		.page = { .width = 2458, .height = LINE_TWIPS * 10 + 5 } };
	return flow;
}

static void put(struct pk_job *job, struct pk_flow *flow, uint8_t kind, uint16_t style, uint32_t a,
		const char *text)
{
	assert_true(pk_grow(job, &flow->events, flow->n, &flow->room));
	flow->events[flow->n++] = (struct pk_flow_event){ .kind = kind, .style = style, .a = a,
		.text = pk_str_of(text) };
}

/* A paragraph of that many lines; anchors around it when number is not negative. */
static void paragraph(struct pk_job *job, struct pk_flow *flow, uint16_t style, int lines, int number)
{
	put(job, flow, PK_FLOW_PARAGRAPH, style, 0, NULL);
	if (number >= 0)
		put(job, flow, PK_FLOW_ANCHOR, 0, (uint32_t)number, NULL);
	for (int i = 0; i < lines; i++) {
		put(job, flow, PK_FLOW_TEXT, 0, 0, "ord ord ord ord");
		if (i + 1 < lines)
			put(job, flow, PK_FLOW_BREAK, 0, 0, NULL);
	}
	put(job, flow, PK_FLOW_END, 0, 0, NULL);
	if (number >= 0)
		put(job, flow, PK_FLOW_ANCHOR_END, 0, (uint32_t)number, NULL);
}

static void row(struct pk_job *job, struct pk_flow *flow, bool head, int number)
{
	put(job, flow, PK_FLOW_ROW, 0, head, NULL);
	put(job, flow, PK_FLOW_CELL, 0, 1, NULL);
	paragraph(job, flow, PLAIN, 1, number);
	put(job, flow, PK_FLOW_CELL_END, 0, 0, NULL);
	put(job, flow, PK_FLOW_ROW_END, 0, 0, NULL);
}

static void assert_pages(struct pk_job *job, struct pk_flow *flow, size_t n, const char *expected)
{
	struct pk_out out = pk_out_new(job->arena, 1000);
	struct pk_pages *pages = NULL;

	assert_true(pk_pages_estimate(job, flow, n, &pages));
	for (size_t i = 0; i < n; i++) {
		pk_put_uint(&out, pages->v[i].first);
		pk_put_byte(&out, '-');
		pk_put_uint(&out, pages->v[i].last);
		pk_put_byte(&out, ' ');
	}
	pk_put_c(&out, "of ");
	pk_put_uint(&out, pages->count);
	assert_text(pk_out_str(&out), expected);
}

static void lines_fill_a_page_and_go_on(void **state)
{
	struct pk_flow *flow = new_flow(*state);

	paragraph(*state, flow, PLAIN, 8, 0);
	paragraph(*state, flow, PLAIN, 12, 1);
	paragraph(*state, flow, PLAIN, 1, 2);
	assert_pages(*state, flow, 3, "1-1 1-2 3-3 of 3");
}

static void a_word_that_does_not_fit_begins_the_next_line(void **state)
{
	struct pk_flow *flow = new_flow(*state);

	/* Ten lines of twenty letters, and one more. */
	put(*state, flow, PK_FLOW_PARAGRAPH, PLAIN, 0, NULL);
	for (int i = 0; i < 10; i++)
		put(*state, flow, PK_FLOW_TEXT, 0, 0, "tio tio tio tio tio ");
	put(*state, flow, PK_FLOW_END, 0, 0, NULL);
	paragraph(*state, flow, PLAIN, 1, 0);
	assert_pages(*state, flow, 1, "2-2 of 2");
}

static void a_heading_goes_with_its_text(void **state)
{
	struct pk_flow *flow = new_flow(*state);

	paragraph(*state, flow, PLAIN, 8, -1);
	paragraph(*state, flow, HEADING, 1, 0);
	paragraph(*state, flow, PLAIN, 4, 1);
	assert_pages(*state, flow, 2, "2-2 2-2 of 2");
}

static void no_widow_and_no_orphan(void **state)
{
	struct pk_flow *flow = new_flow(*state);

	/* One line of five would stand alone at the foot, or at the head. */
	paragraph(*state, flow, PLAIN, 9, -1);
	paragraph(*state, flow, PLAIN, 5, 0);
	paragraph(*state, flow, PLAIN, 1, -1);
	paragraph(*state, flow, PLAIN, 5, 1);
	assert_pages(*state, flow, 2, "2-2 2-3 of 3");
}

static void kept_lines_move_together(void **state)
{
	struct pk_flow *flow = new_flow(*state);

	paragraph(*state, flow, PLAIN, 7, -1);
	paragraph(*state, flow, WHOLE, 4, 0);
	assert_pages(*state, flow, 1, "2-2 of 2");
}

static void page_breaks_are_kept(void **state)
{
	struct pk_flow *flow = new_flow(*state);

	paragraph(*state, flow, NEW_PAGE, 1, 0);
	paragraph(*state, flow, NEW_PAGE, 1, 1);
	paragraph(*state, flow, NEW_PAGE, 1, 2);
	assert_pages(*state, flow, 3, "1-1 2-2 3-3 of 3");
}

static void spacing_is_added_or_the_larger_counts(void **state)
{
	for (int adds = 0; adds <= 1; adds++) {
		struct pk_flow *flow = new_flow(*state);

		flow->adds_spacing = adds == 1;
		for (int i = 0; i < 4; i++)
			paragraph(*state, flow, SPACED, 1, i);
		/* Lines, with one line between (the larger) or two (the sum). */
		assert_pages(*state, flow, 4, adds ? "1-1 1-1 1-1 2-2 of 2" : "1-1 1-1 1-1 1-1 of 1");
	}
}

static void head_rows_come_again(void **state)
{
	struct pk_flow *flow = new_flow(*state);

	put(*state, flow, PK_FLOW_TABLE, 0, 0, NULL);
	row(*state, flow, true, -1);
	for (int i = 0; i < 19; i++)
		row(*state, flow, false, i);
	put(*state, flow, PK_FLOW_TABLE_END, 0, 0, NULL);
	assert_pages(*state, flow, 19, "1-1 1-1 1-1 1-1 1-1 1-1 1-1 1-1 1-1 2-2 2-2 2-2 2-2 2-2 2-2 "
			"2-2 2-2 2-2 3-3 of 3");
}

static void a_word_longer_than_the_line_is_cut(void **state)
{
	struct pk_flow *flow = new_flow(*state);

	put(*state, flow, PK_FLOW_PARAGRAPH, PLAIN, 0, NULL);
	for (int i = 0; i < 24; i++)
		put(*state, flow, PK_FLOW_TEXT, 0, 0, "abcdefghij");
	put(*state, flow, PK_FLOW_END, 0, 0, NULL);
	paragraph(*state, flow, PLAIN, 1, 0);
	assert_pages(*state, flow, 1, "2-2 of 2");
}

/* Four paragraphs of two lines when the second word breaks, of three when it does not; then two lines. */
static void lines_break_after_hyphens_and_some_signs(void **state)
{
	static const struct {
		const char *text, *expected;
	} cases[] = {
		{ "aaaaaaaaaaa 2020-09-21 aaaaaaaaaaaaaaaaa", "1-1 of 1" },
		{ "aaaaaaaaaaa SN-protokoll aaaaaaaa", "1-1 of 1" },
		{ "aaaaaaaaaaaaa 3456\xE2\x80\x93""57 aaaaaaaaaaaaaaaaa", "1-1 of 1" },
		{ "aaaaaaaaaaa vad?menar aaaaaaaaaaaaa", "1-1 of 1" },
		{ "aaaaaaaaaaa mal/medel aaaaaaaaaaaaa", "2-2 of 2" },
		{ "aaaaaaaaaaa 2023.1182 aaaaaaaaaaaaaa", "2-2 of 2" },
		{ "aaaaaaaaaaaaa abcde-\"aaaaaaaaaaaaaaa", "2-2 of 2" },
	};

	for (size_t i = 0; i < PK_COUNT(cases); i++) {
		struct pk_flow *flow = new_flow(*state);

		for (int k = 0; k < 4; k++) {
			put(*state, flow, PK_FLOW_PARAGRAPH, PLAIN, 0, NULL);
			put(*state, flow, PK_FLOW_TEXT, 0, 0, cases[i].text);
			put(*state, flow, PK_FLOW_END, 0, 0, NULL);
		}
		paragraph(*state, flow, PLAIN, 2, 0);
		assert_pages(*state, flow, 1, cases[i].expected);
	}
}

/* "tt" of Carlito is one glyph, 73 of 2048 narrower than two: forty of them at ten points save 285
 * twips. Letters set apart, and capitals, are not joined. */
static void letters_that_are_drawn_as_one_are_narrower(void **state)
{
	static const struct {
		bool caps;
		int16_t spacing;
		int32_t width;
		const char *expected;
	} cases[] = {
		{ false, 0, 5076, "1-1 of 1" },
		{ false, 0, 5070, "1-2 of 2" },
		{ false, 1, 5430, "1-2 of 2" },
		{ true, 0, 7790, "1-2 of 2" },
	};

	for (size_t i = 0; i < PK_COUNT(cases); i++) {
		struct pk_flow *flow = new_flow(*state);

		mono.font = pk_font_find(PK_STR("Carlito"), false, false, NULL);
		mono.caps = cases[i].caps;
		mono.spacing = cases[i].spacing;
		flow->page.width = cases[i].width;
		flow->page.height = 245;
		put(*state, flow, PK_FLOW_PARAGRAPH, PLAIN, 0, NULL);
		put(*state, flow, PK_FLOW_ANCHOR, 0, 0, NULL);
		for (int k = 0; k < 40; k++)
			put(*state, flow, PK_FLOW_TEXT, 0, 0, "tt");
		put(*state, flow, PK_FLOW_END, 0, 0, NULL);
		put(*state, flow, PK_FLOW_ANCHOR_END, 0, 0, NULL);
		assert_pages(*state, flow, 1, cases[i].expected);
	}
}

/* "stads-" would fill its line: the point below it would leave room for eighteen letters. */
static void closing_signs_hold_on_to_a_hyphen(void **state)
{
	struct pk_flow *flow = new_flow(*state);

	for (int i = 0; i < 4; i++) {
		put(*state, flow, PK_FLOW_PARAGRAPH, PLAIN, 0, NULL);
		put(*state, flow, PK_FLOW_TEXT, 0, 0, "aaaaaaaaaaaaa stads-. aaaaaaaaaaaaaaaaaa");
		put(*state, flow, PK_FLOW_END, 0, 0, NULL);
	}
	paragraph(*state, flow, PLAIN, 1, 0);
	assert_pages(*state, flow, 1, "2-2 of 2");
}

/* A row of that many lines, its anchor around it. */
static void tall_row(struct pk_job *job, struct pk_flow *flow, uint16_t least, bool whole, int lines,
		int number)
{
	put(job, flow, PK_FLOW_ROW, least, 0, NULL);
	flow->events[flow->n - 1].b = whole;
	put(job, flow, PK_FLOW_CELL, 0, 1, NULL);
	paragraph(job, flow, PLAIN, lines, number);
	put(job, flow, PK_FLOW_CELL_END, 0, 0, NULL);
	put(job, flow, PK_FLOW_ROW_END, 0, 0, NULL);
}

static void rows_break_unless_they_may_not(void **state)
{
	static const struct {
		bool whole;
		int above, lines;
		const char *expected;
	} cases[] = {
		{ false, 7, 5, "1-2 of 2" },
		{ true, 7, 5, "2-2 of 2" },
		/* One line of a paragraph does not stand alone. */
		{ false, 9, 5, "2-2 of 2" },
		{ false, 5, 30, "1-4 of 4" },
	};

	for (size_t i = 0; i < PK_COUNT(cases); i++) {
		struct pk_flow *flow = new_flow(*state);

		paragraph(*state, flow, PLAIN, cases[i].above, -1);
		put(*state, flow, PK_FLOW_TABLE, 0, 0, NULL);
		tall_row(*state, flow, 0, cases[i].whole, cases[i].lines, 0);
		put(*state, flow, PK_FLOW_TABLE_END, 0, 0, NULL);
		assert_pages(*state, flow, 1, cases[i].expected);
	}
}

static void rows_have_a_least_height(void **state)
{
	struct pk_flow *flow = new_flow(*state);

	put(*state, flow, PK_FLOW_TABLE, 0, 0, NULL);
	for (int i = 0; i < 3; i++)
		tall_row(*state, flow, 4 * LINE_TWIPS, true, 1, i);
	put(*state, flow, PK_FLOW_TABLE_END, 0, 0, NULL);
	assert_pages(*state, flow, 3, "1-1 1-1 2-2 of 2");
}

static void lines_of_tables_need_room(void **state)
{
	struct pk_flow_table lined = table;

	/* Ten rows fit without lines; with half a point below each, nine. */
	lined.border = lined.border_first = 10;
	for (int i = 0; i < 2; i++) {
		struct pk_flow *flow = new_flow(*state);

		flow->tables = i == 0 ? &table : &lined;
		put(*state, flow, PK_FLOW_TABLE, 0, 0, NULL);
		for (int k = 0; k < 10; k++)
			row(*state, flow, false, k == 9 ? 0 : -1);
		put(*state, flow, PK_FLOW_TABLE_END, 0, 0, NULL);
		assert_pages(*state, flow, 1, i == 0 ? "1-1 of 1" : "2-2 of 2");
	}
}

/* The last line of a page need not have room for the space that line spacing puts between lines. */
static void line_spacing_hangs_out_at_the_foot(void **state)
{
	static const struct {
		uint8_t rule;
		int32_t line, height;
		const char *expected;
	} cases[] = {
		{ PK_LINE_TIMES, 240, 2270, "1-1 of 1" },
		{ PK_LINE_TIMES, 240, 2260, "2-2 of 2" },
		/* Nine lines of 249, and 227 of the tenth. */
		{ PK_LINE_TIMES, 264, 2468, "1-1 of 1" },
		{ PK_LINE_TIMES, 264, 2460, "2-2 of 2" },
		{ PK_LINE_AT_LEAST, 200, 2270, "1-1 of 1" },
		{ PK_LINE_AT_LEAST, 240, 2400, "1-1 of 1" },
		{ PK_LINE_AT_LEAST, 240, 2390, "2-2 of 2" },
		{ PK_LINE_EXACT, 200, 2000, "1-1 of 1" },
		{ PK_LINE_EXACT, 200, 1990, "2-2 of 2" },
	};

	for (size_t i = 0; i < PK_COUNT(cases); i++) {
		struct pk_flow *flow = new_flow(*state);

		flow->page.height = cases[i].height;
		styles[PLAIN].line_rule = cases[i].rule;
		styles[PLAIN].line = cases[i].line;
		for (int k = 0; k < 10; k++)
			paragraph(*state, flow, PLAIN, 1, k == 9 ? 0 : -1);
		assert_pages(*state, flow, 1, cases[i].expected);
	}
}

/* Ten letters, a tab and the word: it goes to the next line when the stop is behind the middle. */
static void tabs_stand_where_the_format_counts_from(void **state)
{
	static const struct {
		bool from_indent;
		int32_t left, stop;
		const char *expected;
	} cases[] = {
		{ false, 0, 0, "1-1 of 1" },
		{ false, 0, 2000, "2-2 of 2" },
		/* Default stops each 700: behind letter 10 at 1200 + 300 comes 2100, from 300 on 1700. */
		{ false, 300, 0, "2-2 of 2" },
		{ true, 300, 0, "1-1 of 1" },
	};

	for (size_t i = 0; i < PK_COUNT(cases); i++) {
		struct pk_flow *flow = new_flow(*state);
		struct pk_flow_tab tab = { .at = cases[i].stop };

		flow->default_tab = 700;
		flow->tabs_from_indent = cases[i].from_indent;
		styles[PLAIN].left = cases[i].left;
		styles[PLAIN].tabs = &tab;
		styles[PLAIN].n_tabs = cases[i].stop > 0;
		for (int k = 0; k < 9; k++)
			paragraph(*state, flow, HEADING, 1, -1);
		put(*state, flow, PK_FLOW_PARAGRAPH, PLAIN, 0, NULL);
		put(*state, flow, PK_FLOW_ANCHOR, 0, 0, NULL);
		put(*state, flow, PK_FLOW_TEXT, 0, 0, "tio tio ti");
		put(*state, flow, PK_FLOW_TAB, 0, 0, NULL);
		put(*state, flow, PK_FLOW_TEXT, 0, 0, "femma");
		put(*state, flow, PK_FLOW_END, 0, 0, NULL);
		put(*state, flow, PK_FLOW_ANCHOR_END, 0, 0, NULL);
		assert_pages(*state, flow, 1, cases[i].expected);
	}
}

/* A second kind of pages, of four lines, and as wide as is told. */
static struct pk_flow *two_kinds(struct pk_job *job, struct pk_flow_page *other)
{
	struct pk_flow *flow = new_flow(job);

	other->height = LINE_TWIPS * 4 + 5;
	other->width = other->width > 0 ? other->width : flow->page.width;
	flow->pages = other;
	flow->n_pages = 1;
	styles[ENDS].section = 1;
	styles[BEGINS].page = 1;
	return flow;
}

static void a_section_has_its_own_pages_up_to_its_last_paragraph(void **state)
{
	struct pk_flow_page cover = { 0 };
	struct pk_flow *flow = two_kinds(*state, &cover);

	paragraph(*state, flow, PLAIN, 6, 0);
	paragraph(*state, flow, ENDS, 1, 1);
	paragraph(*state, flow, PLAIN, 6, 2);
	paragraph(*state, flow, PLAIN, 6, 3);
	assert_pages(*state, flow, 4, "1-2 2-2 3-3 3-4 of 4");
}

static void a_section_is_filled_to_its_own_width(void **state)
{
	struct pk_flow_page narrow = { .width = 1229 };
	struct pk_flow *flow = two_kinds(*state, &narrow);

	paragraph(*state, flow, PLAIN, 3, 0);
	paragraph(*state, flow, ENDS, 1, 1);
	paragraph(*state, flow, PLAIN, 8, 2);
	assert_pages(*state, flow, 3, "1-2 2-2 3-3 of 3");
}

static void a_paragraph_begins_pages_of_another_kind(void **state)
{
	struct pk_flow_page other = { 0 };
	struct pk_flow *flow = two_kinds(*state, &other);

	styles[BEGINS].page_break = true;
	paragraph(*state, flow, PLAIN, 1, 0);
	paragraph(*state, flow, BEGINS, 3, 1);
	paragraph(*state, flow, PLAIN, 3, 2);
	assert_pages(*state, flow, 3, "1-1 2-2 3-3 of 3");
}

static void numbers_begin_again_where_a_section_says_so(void **state)
{
	struct pk_flow_page other = { .numbered = true, .number = 41 };
	struct pk_flow *flow = two_kinds(*state, &other);

	paragraph(*state, flow, PLAIN, 12, 0);
	paragraph(*state, flow, BEGINS, 6, 1);
	assert_pages(*state, flow, 2, "1-2 41-42 of 4");
}

static void a_section_goes_on_below_the_one_before(void **state)
{
	struct pk_flow_page first = { 0 };
	struct pk_flow *flow = two_kinds(*state, &first);

	flow->page.begins = PK_PAGE_CONTINUOUS;
	flow->page.height = first.height;
	paragraph(*state, flow, ENDS, 1, 0);
	paragraph(*state, flow, PLAIN, 3, 1);
	paragraph(*state, flow, PLAIN, 1, 2);
	assert_pages(*state, flow, 3, "1-1 1-1 2-2 of 2");
	/* Paper of another size cannot begin in the middle of a page. */
	flow->page.height += LINE_TWIPS;
	assert_pages(*state, flow, 3, "1-1 2-2 2-2 of 2");
}

static void a_section_begins_on_its_side_of_the_sheet(void **state)
{
	struct pk_flow_page other = { .begins = PK_PAGE_ODD };
	struct pk_flow *flow = two_kinds(*state, &other);

	paragraph(*state, flow, PLAIN, 1, 0);
	paragraph(*state, flow, BEGINS, 1, 1);
	assert_pages(*state, flow, 2, "1-1 3-3 of 3");
	other.begins = PK_PAGE_EVEN;
	assert_pages(*state, flow, 2, "1-1 2-2 of 2");
}

static void the_last_column_may_have_less_padding(void **state)
{
	static const struct { int32_t spare; const char *expected; } cases[] = {
		{ 0, "2-2 of 2" },
		{ 400, "1-1 of 1" },
	};

	for (size_t i = 0; i < PK_COUNT(cases); i++) {
		struct pk_flow *flow = new_flow(*state);
		struct pk_flow_table t = table;

		/* Fifteen letters are 1845 wide. */
		t.cell_right = 800;
		t.last_spare = cases[i].spare;
		flow->tables = &t;
		put(*state, flow, PK_FLOW_TABLE, 0, 0, NULL);
		for (int k = 0; k < 6; k++)
			row(*state, flow, false, k == 5 ? 0 : -1);
		put(*state, flow, PK_FLOW_TABLE_END, 0, 0, NULL);
		assert_pages(*state, flow, 1, cases[i].expected);
	}
}

static void monstrous_numbers_do_no_harm(void **state)
{
	struct pk_flow *flow = new_flow(*state);

	styles[PLAIN].line_rule = PK_LINE_EXACT;
	styles[PLAIN].line = INT32_MAX;
	put(*state, flow, PK_FLOW_TABLE, 0, 0, NULL);
	tall_row(*state, flow, UINT16_MAX, false, 5000, 0);
	put(*state, flow, PK_FLOW_TABLE_END, 0, 0, NULL);
	put(*state, flow, PK_FLOW_PARAGRAPH, PLAIN, 0, NULL);
	put(*state, flow, PK_FLOW_PICTURE, 0, UINT32_MAX, NULL);
	flow->events[flow->n - 1].b = UINT32_MAX;
	put(*state, flow, PK_FLOW_END, 0, 0, NULL);
	paragraph(*state, flow, PLAIN, 5000, -1);
	struct pk_pages *pages = NULL;
	assert_true(pk_pages_estimate(*state, flow, 1, &pages));
	assert_true(pages->count > 5000);
}

static void nothing_is_one_page(void **state)
{
	assert_pages(*state, new_flow(*state), 1, "0-0 of 1");
}

/* LibreOffice first puts 25 paragraphs on a page of a small document. What follows is dealt to the next
 * one, and a heading that ended up last stays where it stands; a page break begins the count anew. */
static void a_heading_that_the_first_guess_parts_from_its_text_stays(void **state)
{
	static const struct {
		int above, below_break;
		const char *expected;
	} cases[] = {
		{ 23, 0, "1-1 2-2 of 2" },
		{ 22, 0, "2-2 2-2 of 2" },
		{ 24, 0, "2-2 2-2 of 2" },
		{ 0, 24, "2-2 3-3 of 3" },
		{ 0, 23, "3-3 3-3 of 3" },
	};

	for (size_t i = 0; i < PK_COUNT(cases); i++) {
		struct pk_flow *flow = new_flow(*state);

		for (int k = 0; k < cases[i].above; k++)
			paragraph(*state, flow, TINY, 1, -1);
		if (cases[i].below_break > 0)
			paragraph(*state, flow, PLAIN, 1, -1);
		for (int k = 0; k < cases[i].below_break; k++)
			paragraph(*state, flow, k == 0 ? BEGINS : TINY, 1, -1);
		styles[BEGINS] = styles[TINY];
		styles[BEGINS].page_break = true;
		paragraph(*state, flow, PLAIN, 6, -1);
		paragraph(*state, flow, HEADING, 1, 0);
		paragraph(*state, flow, PLAIN, 4, 1);
		assert_pages(*state, flow, 2, cases[i].expected);
	}
}

/* A heading goes on to the next page though what it belongs to has no room below it there either. */
static void a_heading_leaves_the_page_before_a_picture_as_high_as_a_page(void **state)
{
	struct pk_flow *flow = new_flow(*state);

	paragraph(*state, flow, PLAIN, 4, -1);
	paragraph(*state, flow, HEADING, 1, 0);
	put(*state, flow, PK_FLOW_PARAGRAPH, PLAIN, 0, NULL);
	put(*state, flow, PK_FLOW_ANCHOR, 0, 1, NULL);
	put(*state, flow, PK_FLOW_PICTURE, 0, 2000, NULL);
	flow->events[flow->n - 1].b = LINE_TWIPS * 10;
	put(*state, flow, PK_FLOW_END, 0, 0, NULL);
	assert_pages(*state, flow, 2, "2-2 3-3 of 3");
}

/* The first paragraph of the row decides. */
static void a_row_may_stay_with_the_next_one(void **state)
{
	for (int keeps = 0; keeps <= 1; keeps++) {
		struct pk_flow *flow = new_flow(*state);

		paragraph(*state, flow, PLAIN, 8, -1);
		put(*state, flow, PK_FLOW_TABLE, 0, 0, NULL);
		row(*state, flow, false, -1);
		put(*state, flow, PK_FLOW_ROW, 0, 0, NULL);
		put(*state, flow, PK_FLOW_CELL, 0, 1, NULL);
		paragraph(*state, flow, keeps ? HEADING : PLAIN, 1, 0);
		put(*state, flow, PK_FLOW_CELL_END, 0, 0, NULL);
		put(*state, flow, PK_FLOW_ROW_END, 0, 0, NULL);
		row(*state, flow, false, 1);
		put(*state, flow, PK_FLOW_TABLE_END, 0, 0, NULL);
		assert_pages(*state, flow, 2, keeps ? "2-2 2-2 of 2" : "1-1 2-2 of 2");
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		job_test(lines_fill_a_page_and_go_on),
		job_test(a_word_that_does_not_fit_begins_the_next_line),
		job_test(a_heading_goes_with_its_text),
		job_test(no_widow_and_no_orphan),
		job_test(kept_lines_move_together),
		job_test(page_breaks_are_kept),
		job_test(spacing_is_added_or_the_larger_counts),
		job_test(head_rows_come_again),
		job_test(a_word_longer_than_the_line_is_cut),
		job_test(lines_break_after_hyphens_and_some_signs),
		job_test(letters_that_are_drawn_as_one_are_narrower),
		job_test(a_heading_that_the_first_guess_parts_from_its_text_stays),
		job_test(a_heading_leaves_the_page_before_a_picture_as_high_as_a_page),
		job_test(a_row_may_stay_with_the_next_one),
		job_test(closing_signs_hold_on_to_a_hyphen),
		job_test(rows_break_unless_they_may_not),
		job_test(rows_have_a_least_height),
		job_test(lines_of_tables_need_room),
		job_test(line_spacing_hangs_out_at_the_foot),
		job_test(tabs_stand_where_the_format_counts_from),
		job_test(a_section_has_its_own_pages_up_to_its_last_paragraph),
		job_test(a_section_is_filled_to_its_own_width),
		job_test(a_paragraph_begins_pages_of_another_kind),
		job_test(numbers_begin_again_where_a_section_says_so),
		job_test(a_section_goes_on_below_the_one_before),
		job_test(a_section_begins_on_its_side_of_the_sheet),
		job_test(the_last_column_may_have_less_padding),
		job_test(monstrous_numbers_do_no_harm),
		job_test(nothing_is_one_page),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
