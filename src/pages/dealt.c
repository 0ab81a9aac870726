#include "pages/dealt.h"

/* LibreOffice counts paragraphs and rows, and begins a new page when there are more than a number
 * that depends on the size of the document (SwLayHelper in its sources). Small documents: so many. */
enum { SMALL = 100, FEW = 25, LEAST = 20, MOST = 53, STEP = 1000, MORE = 3 };

/* What counts for how many nodes: a cell and a table have a beginning and an end, and tables and
 * pictures are thought of as wide. */
enum { ENDS = 2, TABLE = -23, PICTURE = -5 };

/* A table that goes this far beyond the page is parted. */
enum { LONG = 10 };

static int64_t nodes(const struct pk_flow *flow)
{
	int64_t n = ENDS;

	for (size_t i = 0; i < flow->n; i++) {
		n += flow->events[i].kind == PK_FLOW_PARAGRAPH ? 1
		     : flow->events[i].kind == PK_FLOW_CELL    ? ENDS
		     : flow->events[i].kind == PK_FLOW_TABLE   ? TABLE
		     : flow->events[i].kind == PK_FLOW_PICTURE ? PICTURE
							       : 0;
	}
	return n;
}

static uint32_t most_on_a_page(const struct pk_flow *flow)
{
	int64_t n = nodes(flow), most = LEAST + n / STEP * MORE;

	if (n <= SMALL)
		return FEW;
	return (uint32_t)(most < MOST ? most : MOST);
}

/* How many rows of the same table stand from block i on. */
static uint32_t rows(const struct pk_measured *m, size_t i)
{
	uint32_t n = 0;

	while (i + n < m->n_blocks && m->blocks[i + n].table == m->blocks[i].table)
		n++;
	return n;
}

static bool breaks(const struct pk_flow_block *b)
{
	return b->page != NULL || (b->style != NULL && b->style->page_break);
}

bool pk_flow_deal(struct pk_job *job, const struct pk_flow *flow, const struct pk_measured *m,
		const struct pk_dealt **ret)
{
	struct pk_dealt *dealt = pk_new(job, struct pk_dealt, m->n_blocks);
	uint32_t most = most_on_a_page(flow), count = 0;
	struct pk_dealt now = { 0 };

	if (dealt == NULL)
		return false;
	for (size_t i = 0; i < m->n_blocks;) {
		bool table = m->blocks[i].style == NULL, parted;
		uint32_t n = table ? rows(m, i) : 1;

		count += n;
		parted = table && count > most + LONG;
		if (i > 0 && (breaks(&m->blocks[i]) || (count > most && !parted))) {
			now = (struct pk_dealt){ now.page + 1, breaks(&m->blocks[i]) };
			count = 0;
		}
		for (; n > 0; n--, i++) {
			if (parted && n == 1) {
				now = (struct pk_dealt){ now.page + 1, false };
				count = 0;
			}
			dealt[i] = now;
		}
	}
	*ret = dealt;
	return true;
}
