/* Where lines end and how high they are, told by the page that the next paragraph comes to. */
#include "flows.h"

#include "pages/widths.h"
#include "support/fixture.h"

static void a_word_that_does_not_fit_begins_the_next_line(void **state)
{
	struct pk_flow *flow = flow_new(*state);

	/* Ten lines of twenty letters, and one more. */
	flow_put(*state, flow, PK_FLOW_PARAGRAPH, PLAIN, 0, NULL);
	for (int i = 0; i < 10; i++)
		flow_put(*state, flow, PK_FLOW_TEXT, 0, 0, "tio tio tio tio tio ");
	flow_put(*state, flow, PK_FLOW_END, 0, 0, NULL);
	flow_paragraph(*state, flow, PLAIN, 1, 0);
	flow_assert(*state, flow, 1, "2-2 of 2");
}

static void a_word_longer_than_the_line_is_cut(void **state)
{
	struct pk_flow *flow = flow_new(*state);

	flow_put(*state, flow, PK_FLOW_PARAGRAPH, PLAIN, 0, NULL);
	for (int i = 0; i < 24; i++)
		flow_put(*state, flow, PK_FLOW_TEXT, 0, 0, "abcdefghij");
	flow_put(*state, flow, PK_FLOW_END, 0, 0, NULL);
	flow_paragraph(*state, flow, PLAIN, 1, 0);
	flow_assert(*state, flow, 1, "2-2 of 2");
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
		struct pk_flow *flow = flow_new(*state);

		for (int k = 0; k < 4; k++) {
			flow_put(*state, flow, PK_FLOW_PARAGRAPH, PLAIN, 0, NULL);
			flow_put(*state, flow, PK_FLOW_TEXT, 0, 0, cases[i].text);
			flow_put(*state, flow, PK_FLOW_END, 0, 0, NULL);
		}
		flow_paragraph(*state, flow, PLAIN, 2, 0);
		flow_assert(*state, flow, 1, cases[i].expected);
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
		struct pk_flow *flow = flow_new(*state);

		flow_mono.font = pk_font_find(PK_STR("Carlito"), false, false, NULL);
		flow_mono.caps = cases[i].caps;
		flow_mono.spacing = cases[i].spacing;
		flow->page.width = cases[i].width;
		flow->page.height = 245;
		flow_put(*state, flow, PK_FLOW_PARAGRAPH, PLAIN, 0, NULL);
		flow_put(*state, flow, PK_FLOW_ANCHOR, 0, 0, NULL);
		for (int k = 0; k < 40; k++)
			flow_put(*state, flow, PK_FLOW_TEXT, 0, 0, "tt");
		flow_put(*state, flow, PK_FLOW_END, 0, 0, NULL);
		flow_put(*state, flow, PK_FLOW_ANCHOR_END, 0, 0, NULL);
		flow_assert(*state, flow, 1, cases[i].expected);
	}
}

/* "stads-" would fill its line: the point below it would leave room for eighteen letters. */
static void closing_signs_hold_on_to_a_hyphen(void **state)
{
	struct pk_flow *flow = flow_new(*state);

	for (int i = 0; i < 4; i++) {
		flow_put(*state, flow, PK_FLOW_PARAGRAPH, PLAIN, 0, NULL);
		flow_put(*state, flow, PK_FLOW_TEXT, 0, 0, "aaaaaaaaaaaaa stads-. aaaaaaaaaaaaaaaaaa");
		flow_put(*state, flow, PK_FLOW_END, 0, 0, NULL);
	}
	flow_paragraph(*state, flow, PLAIN, 1, 0);
	flow_assert(*state, flow, 1, "2-2 of 2");
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
		struct pk_flow *flow = flow_new(*state);

		flow->page.height = cases[i].height;
		flow_styles[PLAIN].line_rule = cases[i].rule;
		flow_styles[PLAIN].line = cases[i].line;
		for (int k = 0; k < 10; k++)
			flow_paragraph(*state, flow, PLAIN, 1, k == 9 ? 0 : -1);
		flow_assert(*state, flow, 1, cases[i].expected);
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
		struct pk_flow *flow = flow_new(*state);
		struct pk_flow_tab tab = { .at = cases[i].stop };

		flow->default_tab = 700;
		flow->tabs_from_indent = cases[i].from_indent;
		flow_styles[PLAIN].left = cases[i].left;
		flow_styles[PLAIN].tabs = &tab;
		flow_styles[PLAIN].n_tabs = cases[i].stop > 0;
		for (int k = 0; k < 9; k++)
			flow_paragraph(*state, flow, HEADING, 1, -1);
		flow_put(*state, flow, PK_FLOW_PARAGRAPH, PLAIN, 0, NULL);
		flow_put(*state, flow, PK_FLOW_ANCHOR, 0, 0, NULL);
		flow_put(*state, flow, PK_FLOW_TEXT, 0, 0, "tio tio ti");
		flow_put(*state, flow, PK_FLOW_TAB, 0, 0, NULL);
		flow_put(*state, flow, PK_FLOW_TEXT, 0, 0, "femma");
		flow_put(*state, flow, PK_FLOW_END, 0, 0, NULL);
		flow_put(*state, flow, PK_FLOW_ANCHOR_END, 0, 0, NULL);
		flow_assert(*state, flow, 1, cases[i].expected);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		job_test(a_word_that_does_not_fit_begins_the_next_line),
		job_test(a_word_longer_than_the_line_is_cut),
		job_test(lines_break_after_hyphens_and_some_signs),
		job_test(letters_that_are_drawn_as_one_are_narrower),
		job_test(closing_signs_hold_on_to_a_hyphen),
		job_test(line_spacing_hangs_out_at_the_foot),
		job_test(tabs_stand_where_the_format_counts_from),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
