/* A flow in, page numbers out: no document needed. The page holds ten lines of ten points, and a line
 * twenty letters of the monospaced face. */
#include "pages/flow.h"
#include "pages/widths.h"
#include "support/fixture.h"

enum { LETTER = 1229, LINE_TWIPS = 227 };

/* Styles by index. */
enum { PLAIN, HEADING, WHOLE, NEW_PAGE, SPACED, STYLES };

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

static void dates_and_section_signs_stay_whole(void **state)
{
	struct pk_flow *flow = new_flow(*state);

	/* "aaaaaaaaaaaa " leaves seven letters: the date must go down, the hyphenated word may not. */
	for (int i = 0; i < 5; i++) {
		put(*state, flow, PK_FLOW_PARAGRAPH, PLAIN, 0, NULL);
		put(*state, flow, PK_FLOW_TEXT, 0, 0, "aaaaaaaaaaaa 2020-09-21");
		put(*state, flow, PK_FLOW_END, 0, 0, NULL);
	}
	paragraph(*state, flow, PLAIN, 1, 0);
	put(*state, flow, PK_FLOW_PARAGRAPH, NEW_PAGE, 0, NULL);
	put(*state, flow, PK_FLOW_TEXT, 0, 0, "aaaaaaaaaaaa SN-protokoll");
	put(*state, flow, PK_FLOW_END, 0, 0, NULL);
	assert_pages(*state, flow, 1, "2-2 of 3");
}

static void nothing_is_one_page(void **state)
{
	assert_pages(*state, new_flow(*state), 1, "0-0 of 1");
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
		job_test(dates_and_section_signs_stay_whole),
		job_test(nothing_is_one_page),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
