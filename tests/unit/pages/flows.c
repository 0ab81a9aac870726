#include "flows.h"

#include "pages/widths.h"
#include "support/fixture.h"

static const int32_t columns[] = { 2458 };

struct pk_flow_paragraph flow_styles[STYLES];
struct pk_flow_char flow_mono;
const struct pk_flow_table flow_one_column = { .columns = columns, .n_columns = 1 };

static void make_styles(void)
{
	struct pk_flow_paragraph plain = { .widows = 2, .orphans = 2 };

	flow_mono = (struct pk_flow_char){ .font = pk_font_find(PK_STR("Liberation Mono"), false, false, NULL),
		.size = 20 };
	for (int i = 0; i < STYLES; i++)
		flow_styles[i] = plain;
	flow_styles[HEADING].keep_next = true;
	flow_styles[WHOLE].keep_lines = true;
	flow_styles[NEW_PAGE].page_break = true;
	flow_styles[TINY].line_rule = PK_LINE_EXACT;
	flow_styles[TINY].line = 20;
	flow_styles[SPACED].before = flow_styles[SPACED].after = LINE_TWIPS;
}

struct pk_flow *flow_new(struct pk_job *job)
{
	struct pk_flow *flow = pk_new(job, struct pk_flow, 1);

	make_styles();
	*flow = (struct pk_flow){ .chars = &flow_mono, .n_chars = 1, .paragraphs = flow_styles,
		.n_paragraphs = STYLES, .tables = &flow_one_column, .n_tables = 1,
		.page = { .width = 2458, .height = LINE_TWIPS * 10 + 5 } };
	return flow;
}

void flow_put(struct pk_job *job, struct pk_flow *flow, uint8_t kind, uint16_t style, uint32_t a,
		const char *text)
{
	assert_true(pk_grow(job, &flow->events, flow->n, &flow->room));
	flow->events[flow->n++] = (struct pk_flow_event){ .kind = kind, .style = style, .a = a,
		.text = pk_str_of(text) };
}

void flow_paragraph(struct pk_job *job, struct pk_flow *flow, uint16_t style, int lines, int number)
{
	flow_put(job, flow, PK_FLOW_PARAGRAPH, style, 0, NULL);
	if (number >= 0)
		flow_put(job, flow, PK_FLOW_ANCHOR, 0, (uint32_t)number, NULL);
	for (int i = 0; i < lines; i++) {
		flow_put(job, flow, PK_FLOW_TEXT, 0, 0, "ord ord ord ord");
		if (i + 1 < lines)
			flow_put(job, flow, PK_FLOW_BREAK, 0, 0, NULL);
	}
	flow_put(job, flow, PK_FLOW_END, 0, 0, NULL);
	if (number >= 0)
		flow_put(job, flow, PK_FLOW_ANCHOR_END, 0, (uint32_t)number, NULL);
}

void flow_row(struct pk_job *job, struct pk_flow *flow, bool head, int number)
{
	flow_put(job, flow, PK_FLOW_ROW, 0, head, NULL);
	flow_put(job, flow, PK_FLOW_CELL, 0, 1, NULL);
	flow_paragraph(job, flow, PLAIN, 1, number);
	flow_put(job, flow, PK_FLOW_CELL_END, 0, 0, NULL);
	flow_put(job, flow, PK_FLOW_ROW_END, 0, 0, NULL);
}

void flow_assert(struct pk_job *job, struct pk_flow *flow, size_t n, const char *expected)
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
