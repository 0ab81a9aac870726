/* A flow in, page numbers out: no document needed. */
#include "flows.h"

#include "support/fixture.h"


static void lines_fill_a_page_and_go_on(void **state)
{
	struct pk_flow *flow = flow_new(*state);

	flow_paragraph(*state, flow, PLAIN, 8, 0);
	flow_paragraph(*state, flow, PLAIN, 12, 1);
	flow_paragraph(*state, flow, PLAIN, 1, 2);
	flow_assert(*state, flow, 3, "1-1 1-2 3-3 of 3");
}

static void a_heading_goes_with_its_text(void **state)
{
	struct pk_flow *flow = flow_new(*state);

	flow_paragraph(*state, flow, PLAIN, 8, -1);
	flow_paragraph(*state, flow, HEADING, 1, 0);
	flow_paragraph(*state, flow, PLAIN, 4, 1);
	flow_assert(*state, flow, 2, "2-2 2-2 of 2");
}

static void no_widow_and_no_orphan(void **state)
{
	struct pk_flow *flow = flow_new(*state);

	/* One line of five would stand alone at the foot, or at the head. */
	flow_paragraph(*state, flow, PLAIN, 9, -1);
	flow_paragraph(*state, flow, PLAIN, 5, 0);
	flow_paragraph(*state, flow, PLAIN, 1, -1);
	flow_paragraph(*state, flow, PLAIN, 5, 1);
	flow_assert(*state, flow, 2, "2-2 2-3 of 3");
}

static void kept_lines_move_together(void **state)
{
	struct pk_flow *flow = flow_new(*state);

	flow_paragraph(*state, flow, PLAIN, 7, -1);
	flow_paragraph(*state, flow, WHOLE, 4, 0);
	flow_assert(*state, flow, 1, "2-2 of 2");
}

static void page_breaks_are_kept(void **state)
{
	struct pk_flow *flow = flow_new(*state);

	flow_paragraph(*state, flow, NEW_PAGE, 1, 0);
	flow_paragraph(*state, flow, NEW_PAGE, 1, 1);
	flow_paragraph(*state, flow, NEW_PAGE, 1, 2);
	flow_assert(*state, flow, 3, "1-1 2-2 3-3 of 3");
}

static void spacing_is_added_or_the_larger_counts(void **state)
{
	for (int adds = 0; adds <= 1; adds++) {
		struct pk_flow *flow = flow_new(*state);

		flow->adds_spacing = adds == 1;
		for (int i = 0; i < 4; i++)
			flow_paragraph(*state, flow, SPACED, 1, i);
		/* Lines, with one line between (the larger) or two (the sum). */
		flow_assert(*state, flow, 4, adds ? "1-1 1-1 1-1 2-2 of 2" : "1-1 1-1 1-1 1-1 of 1");
	}
}

static void head_rows_come_again(void **state)
{
	struct pk_flow *flow = flow_new(*state);

	flow_put(*state, flow, PK_FLOW_TABLE, 0, 0, NULL);
	flow_row(*state, flow, true, -1);
	for (int i = 0; i < 19; i++)
		flow_row(*state, flow, false, i);
	flow_put(*state, flow, PK_FLOW_TABLE_END, 0, 0, NULL);
	flow_assert(*state, flow, 19, "1-1 1-1 1-1 1-1 1-1 1-1 1-1 1-1 1-1 2-2 2-2 2-2 2-2 2-2 2-2 "
			"2-2 2-2 2-2 3-3 of 3");
}

/* A row of that many lines, its anchor around it. */
static void tall_row(struct pk_job *job, struct pk_flow *flow, uint16_t least, bool whole, int lines,
		int number)
{
	flow_put(job, flow, PK_FLOW_ROW, least, 0, NULL);
	flow->events[flow->n - 1].b = whole;
	flow_put(job, flow, PK_FLOW_CELL, 0, 1, NULL);
	flow_paragraph(job, flow, PLAIN, lines, number);
	flow_put(job, flow, PK_FLOW_CELL_END, 0, 0, NULL);
	flow_put(job, flow, PK_FLOW_ROW_END, 0, 0, NULL);
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
		struct pk_flow *flow = flow_new(*state);

		flow_paragraph(*state, flow, PLAIN, cases[i].above, -1);
		flow_put(*state, flow, PK_FLOW_TABLE, 0, 0, NULL);
		tall_row(*state, flow, 0, cases[i].whole, cases[i].lines, 0);
		flow_put(*state, flow, PK_FLOW_TABLE_END, 0, 0, NULL);
		flow_assert(*state, flow, 1, cases[i].expected);
	}
}

static void rows_have_a_least_height(void **state)
{
	struct pk_flow *flow = flow_new(*state);

	flow_put(*state, flow, PK_FLOW_TABLE, 0, 0, NULL);
	for (int i = 0; i < 3; i++)
		tall_row(*state, flow, 4 * LINE_TWIPS, true, 1, i);
	flow_put(*state, flow, PK_FLOW_TABLE_END, 0, 0, NULL);
	flow_assert(*state, flow, 3, "1-1 1-1 2-2 of 2");
}

static void lines_of_tables_need_room(void **state)
{
	struct pk_flow_table lined = flow_one_column;

	/* Ten rows fit without lines; with half a point below each, nine. */
	lined.border = lined.border_first = 10;
	for (int i = 0; i < 2; i++) {
		struct pk_flow *flow = flow_new(*state);

		flow->tables = i == 0 ? &flow_one_column : &lined;
		flow_put(*state, flow, PK_FLOW_TABLE, 0, 0, NULL);
		for (int k = 0; k < 10; k++)
			flow_row(*state, flow, false, k == 9 ? 0 : -1);
		flow_put(*state, flow, PK_FLOW_TABLE_END, 0, 0, NULL);
		flow_assert(*state, flow, 1, i == 0 ? "1-1 of 1" : "2-2 of 2");
	}
}

/* A second kind of pages, of four lines, and as wide as is told. */
static struct pk_flow *two_kinds(struct pk_job *job, struct pk_flow_page *other)
{
	struct pk_flow *flow = flow_new(job);

	other->height = LINE_TWIPS * 4 + 5;
	other->width = other->width > 0 ? other->width : flow->page.width;
	flow->pages = other;
	flow->n_pages = 1;
	flow_styles[ENDS].section = 1;
	flow_styles[BEGINS].page = 1;
	return flow;
}

static void a_section_has_its_own_pages_up_to_its_last_paragraph(void **state)
{
	struct pk_flow_page cover = { 0 };
	struct pk_flow *flow = two_kinds(*state, &cover);

	flow_paragraph(*state, flow, PLAIN, 6, 0);
	flow_paragraph(*state, flow, ENDS, 1, 1);
	flow_paragraph(*state, flow, PLAIN, 6, 2);
	flow_paragraph(*state, flow, PLAIN, 6, 3);
	flow_assert(*state, flow, 4, "1-2 2-2 3-3 3-4 of 4");
}

static void a_section_is_filled_to_its_own_width(void **state)
{
	struct pk_flow_page narrow = { .width = 1229 };
	struct pk_flow *flow = two_kinds(*state, &narrow);

	flow_paragraph(*state, flow, PLAIN, 3, 0);
	flow_paragraph(*state, flow, ENDS, 1, 1);
	flow_paragraph(*state, flow, PLAIN, 8, 2);
	flow_assert(*state, flow, 3, "1-2 2-2 3-3 of 3");
}

static void a_paragraph_begins_pages_of_another_kind(void **state)
{
	struct pk_flow_page other = { 0 };
	struct pk_flow *flow = two_kinds(*state, &other);

	flow_styles[BEGINS].page_break = true;
	flow_paragraph(*state, flow, PLAIN, 1, 0);
	flow_paragraph(*state, flow, BEGINS, 3, 1);
	flow_paragraph(*state, flow, PLAIN, 3, 2);
	flow_assert(*state, flow, 3, "1-1 2-2 3-3 of 3");
}

static void numbers_begin_again_where_a_section_says_so(void **state)
{
	struct pk_flow_page other = { .numbered = true, .number = 41 };
	struct pk_flow *flow = two_kinds(*state, &other);

	flow_paragraph(*state, flow, PLAIN, 12, 0);
	flow_paragraph(*state, flow, BEGINS, 6, 1);
	flow_assert(*state, flow, 2, "1-2 41-42 of 4");
}

static void a_section_goes_on_below_the_one_before(void **state)
{
	struct pk_flow_page first = { 0 };
	struct pk_flow *flow = two_kinds(*state, &first);

	flow->page.begins = PK_PAGE_CONTINUOUS;
	flow->page.height = first.height;
	flow_paragraph(*state, flow, ENDS, 1, 0);
	flow_paragraph(*state, flow, PLAIN, 3, 1);
	flow_paragraph(*state, flow, PLAIN, 1, 2);
	flow_assert(*state, flow, 3, "1-1 1-1 2-2 of 2");
	/* Paper of another size cannot begin in the middle of a page. */
	flow->page.height += LINE_TWIPS;
	flow_assert(*state, flow, 3, "1-1 2-2 2-2 of 2");
}

static void a_section_begins_on_its_side_of_the_sheet(void **state)
{
	struct pk_flow_page other = { .begins = PK_PAGE_ODD };
	struct pk_flow *flow = two_kinds(*state, &other);

	flow_paragraph(*state, flow, PLAIN, 1, 0);
	flow_paragraph(*state, flow, BEGINS, 1, 1);
	flow_assert(*state, flow, 2, "1-1 3-3 of 3");
	other.begins = PK_PAGE_EVEN;
	flow_assert(*state, flow, 2, "1-1 2-2 of 2");
}

static void the_last_column_may_have_less_padding(void **state)
{
	static const struct { int32_t spare; const char *expected; } cases[] = {
		{ 0, "2-2 of 2" },
		{ 400, "1-1 of 1" },
	};

	for (size_t i = 0; i < PK_COUNT(cases); i++) {
		struct pk_flow *flow = flow_new(*state);
		struct pk_flow_table t = flow_one_column;

		/* Fifteen letters are 1845 wide. */
		t.cell_right = 800;
		t.last_spare = cases[i].spare;
		flow->tables = &t;
		flow_put(*state, flow, PK_FLOW_TABLE, 0, 0, NULL);
		for (int k = 0; k < 6; k++)
			flow_row(*state, flow, false, k == 5 ? 0 : -1);
		flow_put(*state, flow, PK_FLOW_TABLE_END, 0, 0, NULL);
		flow_assert(*state, flow, 1, cases[i].expected);
	}
}

static void monstrous_numbers_do_no_harm(void **state)
{
	struct pk_flow *flow = flow_new(*state);

	flow_styles[PLAIN].line_rule = PK_LINE_EXACT;
	flow_styles[PLAIN].line = INT32_MAX;
	flow_put(*state, flow, PK_FLOW_TABLE, 0, 0, NULL);
	tall_row(*state, flow, UINT16_MAX, false, 5000, 0);
	flow_put(*state, flow, PK_FLOW_TABLE_END, 0, 0, NULL);
	flow_put(*state, flow, PK_FLOW_PARAGRAPH, PLAIN, 0, NULL);
	flow_put(*state, flow, PK_FLOW_PICTURE, 0, UINT32_MAX, NULL);
	flow->events[flow->n - 1].b = UINT32_MAX;
	flow_put(*state, flow, PK_FLOW_END, 0, 0, NULL);
	flow_paragraph(*state, flow, PLAIN, 5000, -1);
	struct pk_pages *pages = NULL;
	assert_true(pk_pages_estimate(*state, flow, 1, &pages));
	assert_true(pages->count > 5000);
}

static void nothing_is_one_page(void **state)
{
	flow_assert(*state, flow_new(*state), 1, "0-0 of 1");
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
		struct pk_flow *flow = flow_new(*state);

		for (int k = 0; k < cases[i].above; k++)
			flow_paragraph(*state, flow, TINY, 1, -1);
		if (cases[i].below_break > 0)
			flow_paragraph(*state, flow, PLAIN, 1, -1);
		for (int k = 0; k < cases[i].below_break; k++)
			flow_paragraph(*state, flow, k == 0 ? BEGINS : TINY, 1, -1);
		flow_styles[BEGINS] = flow_styles[TINY];
		flow_styles[BEGINS].page_break = true;
		flow_paragraph(*state, flow, PLAIN, 6, -1);
		flow_paragraph(*state, flow, HEADING, 1, 0);
		flow_paragraph(*state, flow, PLAIN, 4, 1);
		flow_assert(*state, flow, 2, cases[i].expected);
	}
}

/* A table takes the heading above it along, wherever the guess would part them. */
static void a_heading_is_never_parted_from_its_table(void **state)
{
	struct pk_flow *flow = flow_new(*state);

	for (int k = 0; k < 23; k++)
		flow_paragraph(*state, flow, TINY, 1, -1);
	flow_paragraph(*state, flow, PLAIN, 6, -1);
	flow_paragraph(*state, flow, HEADING, 1, 0);
	flow_put(*state, flow, PK_FLOW_TABLE, 0, 0, NULL);
	for (int k = 0; k < 4; k++)
		flow_row(*state, flow, k < 2, k == 3 ? 1 : -1);
	flow_put(*state, flow, PK_FLOW_TABLE_END, 0, 0, NULL);
	flow_assert(*state, flow, 2, "2-2 2-2 of 2");
}

/* The same on a later page, with a paragraph of the page before above all that was dealt to it. */
static void the_guess_parts_below_what_came_from_the_page_before_too(void **state)
{
	struct pk_flow *flow = flow_new(*state);

	for (int k = 0; k < 16; k++)
		flow_paragraph(*state, flow, TINY, 1, -1);
	for (int k = 0; k < 9; k++)
		flow_paragraph(*state, flow, PLAIN, 1, -1);
	for (int k = 0; k < 24; k++)
		flow_paragraph(*state, flow, TINY, 1, -1);
	flow_paragraph(*state, flow, PLAIN, 5, -1);
	flow_paragraph(*state, flow, HEADING, 1, 0);
	flow_paragraph(*state, flow, PLAIN, 4, 1);
	flow_assert(*state, flow, 2, "2-2 3-3 of 3");
}

static void shared_line_table(void *job, struct pk_flow *flow, const struct pk_flow_table *table)
{
	flow->tables = table;
	flow_put(job, flow, PK_FLOW_TABLE, 0, 0, NULL);
	for (int k = 0; k < 4; k++) {
		flow_row(job, flow, k == 0, k);
		for (size_t i = flow->n; i-- > 0;) {
			if (flow->events[i].kind == PK_FLOW_ROW) {
				flow->events[i].b = 1;
				break;
			}
		}
	}
	flow_put(job, flow, PK_FLOW_TABLE_END, 0, 0, NULL);
}

/* Where cells share their lines, the thick line below the head is only drawn above the first row. */
static void repeated_heads_have_an_ordinary_line(void **state)
{
	for (int collapses = 0; collapses <= 1; collapses++) {
		struct pk_flow_table table = flow_one_column;
		struct pk_flow *flow = flow_new(*state);

		table.border_head = LINE_TWIPS;
		table.collapses = collapses;
		flow->tables = &table;
		flow_put(*state, flow, PK_FLOW_TABLE, 0, 0, NULL);
		for (int k = 0; k < 19; k++)
			flow_row(*state, flow, k == 0, k - 17);
		flow_put(*state, flow, PK_FLOW_TABLE_END, 0, 0, NULL);
		flow_assert(*state, flow, 2, collapses ? "2-2 3-3 of 3" : "3-3 3-3 of 3");
	}
}

/* LibreOffice leaves such a table where it stands, and its last rows below the foot of the page. */
static void a_table_that_lacks_room_for_a_shared_line_stays(void **state)
{
	static const struct {
		int line;
		bool collapses;
		const char *expected;
	} cases[] = {
		{ 2, true, "1-1 1-1 2-2 2-2 2-2 of 2" },     /* fits: parted as usual */
		{ 5, true, "1-1 1-1 1-1 1-1 2-2 of 2" },
		{ 5, false, "2-2 2-2 2-2 2-2 2-2 of 2" },
	};

	for (size_t i = 0; i < PK_COUNT(cases); i++) {
		struct pk_flow_table table = flow_one_column;
		struct pk_flow *flow = flow_new(*state);

		table.border = cases[i].line;
		table.collapses = cases[i].collapses;
		flow_paragraph(*state, flow, PLAIN, 8, -1);
		shared_line_table(*state, flow, &table);
		flow_paragraph(*state, flow, PLAIN, 1, 4);
		flow_assert(*state, flow, 5, cases[i].expected);
	}
}

/* A heading goes on to the next page though what it belongs to has no room below it there either. */
static void a_heading_leaves_the_page_before_a_picture_as_high_as_a_page(void **state)
{
	struct pk_flow *flow = flow_new(*state);

	flow_paragraph(*state, flow, PLAIN, 4, -1);
	flow_paragraph(*state, flow, HEADING, 1, 0);
	flow_put(*state, flow, PK_FLOW_PARAGRAPH, PLAIN, 0, NULL);
	flow_put(*state, flow, PK_FLOW_ANCHOR, 0, 1, NULL);
	flow_put(*state, flow, PK_FLOW_PICTURE, 0, 2000, NULL);
	flow->events[flow->n - 1].b = LINE_TWIPS * 10;
	flow_put(*state, flow, PK_FLOW_END, 0, 0, NULL);
	flow_assert(*state, flow, 2, "2-2 3-3 of 3");
}

/* The first paragraph of the row decides. */
static void a_row_may_stay_with_the_next_one(void **state)
{
	for (int keeps = 0; keeps <= 1; keeps++) {
		struct pk_flow *flow = flow_new(*state);

		flow_paragraph(*state, flow, PLAIN, 8, -1);
		flow_put(*state, flow, PK_FLOW_TABLE, 0, 0, NULL);
		flow_row(*state, flow, false, -1);
		flow_put(*state, flow, PK_FLOW_ROW, 0, 0, NULL);
		flow_put(*state, flow, PK_FLOW_CELL, 0, 1, NULL);
		flow_paragraph(*state, flow, keeps ? HEADING : PLAIN, 1, 0);
		flow_put(*state, flow, PK_FLOW_CELL_END, 0, 0, NULL);
		flow_put(*state, flow, PK_FLOW_ROW_END, 0, 0, NULL);
		flow_row(*state, flow, false, 1);
		flow_put(*state, flow, PK_FLOW_TABLE_END, 0, 0, NULL);
		flow_assert(*state, flow, 2, keeps ? "2-2 2-2 of 2" : "1-1 2-2 of 2");
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		job_test(lines_fill_a_page_and_go_on),
		job_test(a_heading_goes_with_its_text),
		job_test(no_widow_and_no_orphan),
		job_test(kept_lines_move_together),
		job_test(page_breaks_are_kept),
		job_test(spacing_is_added_or_the_larger_counts),
		job_test(head_rows_come_again),
		job_test(a_heading_that_the_first_guess_parts_from_its_text_stays),
		job_test(a_heading_is_never_parted_from_its_table),
		job_test(the_guess_parts_below_what_came_from_the_page_before_too),
		job_test(a_table_that_lacks_room_for_a_shared_line_stays),
		job_test(repeated_heads_have_an_ordinary_line),
		job_test(a_heading_leaves_the_page_before_a_picture_as_high_as_a_page),
		job_test(a_row_may_stay_with_the_next_one),
		job_test(rows_break_unless_they_may_not),
		job_test(rows_have_a_least_height),
		job_test(lines_of_tables_need_room),
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
