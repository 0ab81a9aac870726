/* Structure and layout of what is being written. */
#include "format/common/pen.h"
#include "format/common/writers.h"

enum {
	/* Where the template's page could not be read: A4 with margins of 2 cm, cells of a third.
	 */
	USUAL_WIDTH = 9638,
	USUAL_CELL = 3000
};

static struct pk_frame *top(struct pk_pen *pen)
{
	return pen->n_frames == 0 ? NULL : &pen->frames[pen->n_frames - 1];
}

static void push(struct pk_pen *pen, const struct pk_frame *frame)
{
	if (!pk_grow(pen->job, &pen->frames, pen->n_frames, &pen->frames_room)) {
		pen->failed = true;
		return;
	}
	pen->frames[pen->n_frames++] = *frame;
}

static void append(struct pk_pen *pen, const struct pk_flow_event *event)
{
	struct pk_flow *flow = &pen->doc->flow;
	bool anchor = event->kind == PK_FLOW_ANCHOR || event->kind == PK_FLOW_ANCHOR_END;

	/* Text boxes, shapes and notes stand beside the text: of them the layout hears only that a
	 * paragraf begins or ends there. */
	if (!pen->flows || ((pen->boxes > 1 || pen->paragraphs > 1) && !anchor))
		return;
	if (!pk_grow(pen->job, &flow->events, flow->n, &flow->room)) {
		flow->failed = pen->failed = true;
		return;
	}
	flow->events[flow->n++] = *event;
}

static void write_empty(struct pk_pen *pen)
{
	pk_pen_flow(pen, PK_FLOW_PARAGRAPH, 0, 0, 0);
	pen->writers->empty(pen);
	pk_pen_flow(pen, PK_FLOW_END, 0, 0, 0);
}

/* Cells, headers, notes and boxes end with a paragraph in DOCX; in ODT they hold something. */
static void close_box(struct pk_pen *pen)
{
	struct pk_frame *frame = top(pen);

	if (frame == NULL)
		return;
	if (frame->last == PK_LAST_NOTHING ||
			(frame->last == PK_LAST_TABLE && pen->writers->paragraph_after_table))
		write_empty(pen);
	pen->boxes -= frame->kind == PK_FRAME_BOX;
	pen->n_frames--;
}

static void open_table(struct pk_pen *pen, uint32_t table)
{
	struct pk_frame *around = top(pen);

	/* Word makes one of two neighbours; in ODT they would touch. */
	if (around != NULL && around->last == PK_LAST_TABLE)
		write_empty(pen);
	push(pen, &(struct pk_frame){ .kind = PK_FRAME_TABLE,
				  .from = pen->out.n,
				  .from_flow = pen->doc->flow.n,
				  .table = table });
}

/* A table whose rows have all been left out is no table: it is taken back. */
static void close_table(struct pk_pen *pen)
{
	struct pk_frame *frame = top(pen);

	if (frame == NULL)
		return;
	pen->n_frames--;
	if (frame->rows == 0) {
		pen->out.n = frame->from;
		if (pen->flows)
			pen->doc->flow.n = frame->from_flow;
		return;
	}
	if (top(pen) != NULL)
		top(pen)->last = PK_LAST_TABLE;
}

static const struct pk_flow_table *flow_table(const struct pk_pen *pen, uint32_t table)
{
	return table < pen->doc->flow.n_tables ? &pen->doc->flow.tables[table] : NULL;
}

static void open_cell(struct pk_pen *pen, uint32_t span)
{
	struct pk_frame *frame = top(pen), cell = { .kind = PK_FRAME_CELL };
	const struct pk_flow_table *table;

	if (frame != NULL && frame->kind == PK_FRAME_TABLE) {
		table = flow_table(pen, frame->table);
		for (span = span == 0 ? 1 : span; span > 0; span--, frame->column++)
			if (table != NULL && frame->column < table->n_columns)
				cell.width += table->columns[frame->column];
		if (cell.width > 0)
			cell.width -= table->cell_left + table->cell_right;
	}
	push(pen, &cell);
}

/* Keeps count of what is open. True when the layout shall hear of the event afterwards. */
static bool track(struct pk_pen *pen, const struct pk_flow_event *event)
{
	struct pk_frame *frame = top(pen);

	switch ((enum pk_flow_kind)event->kind) {
	case PK_FLOW_END:
		pen->closed++;
		pen->close = pen->out.n;
		if (frame != NULL)
			frame->last = PK_LAST_PARAGRAPH;
		return true;
	case PK_FLOW_TABLE:
		open_table(pen, event->a);
		return true;
	case PK_FLOW_ROW:
		if (frame != NULL) {
			frame->rows++;
			frame->column = 0;
		}
		return true;
	case PK_FLOW_CELL:
		open_cell(pen, event->a);
		return true;
	case PK_FLOW_CELL_END:
		close_box(pen);
		return true;
	case PK_FLOW_TABLE_END:
		append(pen, event);
		close_table(pen);
		return false;
	case PK_FLOW_PARAGRAPH:
	case PK_FLOW_TEXT:
	case PK_FLOW_TAB:
	case PK_FLOW_BREAK:
	case PK_FLOW_PAGE_BREAK:
	case PK_FLOW_FIELD:
	case PK_FLOW_PICTURE:
	case PK_FLOW_ROW_END:
	case PK_FLOW_ANCHOR:
	case PK_FLOW_ANCHOR_END:
		break;
	}
	return true;
}

static void open_maybe(struct pk_pen *pen)
{
	pen->maybe = (struct pk_maybe){ .from = pen->out.n,
		.from_flow = pen->doc->flow.n,
		.close = pen->close,
		.closed = pen->closed,
		.last = pen->n_frames == 0 ? PK_LAST_NOTHING : top(pen)->last };
}

/* Sections that gave nothing leave no empty paragraph behind. */
static void close_maybe(struct pk_pen *pen)
{
	const struct pk_maybe *maybe = &pen->maybe;

	if (maybe->given || maybe->from > pen->out.n)
		return;
	pen->out.n = maybe->from;
	if (pen->flows)
		pen->doc->flow.n = maybe->from_flow;
	pen->close = maybe->close;
	pen->closed = maybe->closed;
	if (top(pen) != NULL)
		top(pen)->last = maybe->last;
}

void pk_pen_event(struct pk_pen *pen, const struct pk_event *event)
{
	if (event->kind == PK_EVENT_BOX) {
		pen->boxes++;
		push(pen, &(struct pk_frame){ .kind = PK_FRAME_BOX });
	} else if (event->kind == PK_EVENT_BOX_END) {
		close_box(pen);
	} else if (event->kind == PK_EVENT_MAYBE) {
		open_maybe(pen);
	} else if (event->kind == PK_EVENT_GIVEN) {
		pen->maybe.given = true;
	} else if (event->kind == PK_EVENT_MAYBE_END) {
		close_maybe(pen);
	} else if (event->kind == PK_EVENT_NOTE) {
		pk_pen_note(pen, event->bytes);
	} else if (event->kind == PK_EVENT_NOTE_END) {
		pk_pen_note_end(pen);
	} else if (event->kind == PK_EVENT_FLOW) {
		pen->paragraphs += event->flow.kind == PK_FLOW_PARAGRAPH;
		if (track(pen, &event->flow))
			append(pen, &event->flow);
		pen->paragraphs -= event->flow.kind == PK_FLOW_END;
	}
}

void pk_pen_flow(struct pk_pen *pen, enum pk_flow_kind kind, uint16_t style, uint32_t a, uint32_t b)
{
	struct pk_event event = { .kind = PK_EVENT_FLOW,
		.flow = { .kind = (uint8_t)kind, .style = style, .a = a, .b = b } };

	pk_pen_event(pen, &event);
}

void pk_pen_flow_text(struct pk_pen *pen, uint16_t style, struct pk_str text)
{
	size_t from = 0;

	if (!pen->flows)
		return;
	for (size_t at = 0; at <= text.n; at++) {
		bool ends = at == text.n, tab = !ends && text.p[at] == '\t';

		if (!ends && !tab && text.p[at] != '\n')
			continue;
		if (at > from)
			append(pen, &(struct pk_flow_event){ .kind = PK_FLOW_TEXT,
						    .style = style,
						    .text = pk_str_slice(text, from, at) });
		if (!ends)
			append(pen, &(struct pk_flow_event){
						    .kind = tab ? PK_FLOW_TAB : PK_FLOW_BREAK,
						    .style = style });
		from = at + 1;
	}
}

uint32_t pk_pen_flow_table(struct pk_pen *pen, const struct pk_flow_table *table)
{
	struct pk_flow *flow = &pen->doc->flow;
	size_t room = flow->n_tables * 2 + 8;

	/* The template's tables are shared: they are copied when the first one comes to them. */
	if (flow->n_tables >= flow->tables_room) {
		struct pk_flow_table *v = pk_new(pen->job, struct pk_flow_table, room);

		if (v == NULL) {
			pen->failed = true;
			return 0;
		}
		if (flow->n_tables > 0)
			memcpy(v, flow->tables, flow->n_tables * sizeof(*v));
		pen->doc->flow_tables = v;
		flow->tables = v;
		flow->tables_room = room;
	}
	pen->doc->flow_tables[flow->n_tables] = *table;
	return (uint32_t)flow->n_tables++;
}

int32_t pk_pen_width(const struct pk_pen *pen)
{
	const struct pk_geometry *g = pen->doc->template->geometry;
	int32_t width = g == NULL ? 0 : g->page.width - g->page.left - g->page.right;

	if (pen->n_frames > 0 && pen->frames[pen->n_frames - 1].kind == PK_FRAME_CELL) {
		width = pen->frames[pen->n_frames - 1].width;
		return width > 0 ? width : USUAL_CELL;
	}
	return width > 0 ? width : USUAL_WIDTH;
}

/* The turn that an anchor belongs to: the innermost one whose item has it. */
static struct pk_turn *turn_of(struct pk_pen *pen, uint32_t anchor)
{
	for (size_t i = pen->n_turns; i-- > 0;) {
		const struct pk_value *item = pen->turns[i].item;

		if (item == NULL || item->kind != PK_MAP)
			continue;
		for (size_t f = 0; f < item->as.map.n; f++)
			if (item->as.map.v[f].value.kind == PK_ANCHOR &&
					item->as.map.v[f].value.as.anchor == anchor)
				return &pen->turns[i];
	}
	return pen->n_turns == 0 ? NULL : &pen->turns[pen->n_turns - 1];
}

void pk_pen_anchor(struct pk_pen *pen, uint32_t anchor)
{
	struct pk_document *doc = pen->doc;
	struct pk_turn *turn = turn_of(pen, anchor);
	struct pk_str name;

	/* Where the body names them, a header does not: it stands on every page. */
	if (doc->has_flow && doc->template->names_anchors && !pen->flows)
		return;
	if (pen->plain || pk_document_is_anchored(doc, anchor))
		return;
	if (!pk_grow(pen->job, &doc->anchored, doc->n_anchored, &doc->anchored_room) ||
			!pk_join(pen->job, &name, PK_STR("_P"),
					pk_number(pen->job, (uint64_t)anchor + 1))) {
		pen->failed = true;
		return;
	}
	doc->anchored[doc->n_anchored++] = anchor;
	if (anchor >= doc->anchors)
		doc->anchors = anchor + 1;
	if (turn != NULL) {
		turn->anchor = anchor + 1;
		turn->closed = pen->closed;
	}
	pen->writers->bookmark(&pen->out, name, ++doc->ids.bookmark);
	pk_pen_flow(pen, PK_FLOW_ANCHOR, 0, anchor, 0);
}

void pk_pen_turn(struct pk_pen *pen, const struct pk_value *item)
{
	if (!pk_grow(pen->job, &pen->turns, pen->n_turns, &pen->turns_room)) {
		pen->failed = true;
		return;
	}
	pen->turns[pen->n_turns++] = (struct pk_turn){ .item = item };
}

void pk_pen_turn_end(struct pk_pen *pen)
{
	struct pk_turn turn;

	if (pen->n_turns == 0)
		return;
	turn = pen->turns[--pen->n_turns];
	/* Without a paragraph that closed since, the paragraf is words in a line: it has one page.
	 */
	if (turn.anchor == 0 || turn.closed == pen->closed)
		return;
	if (!pk_document_hole(pen->job, pen->doc,
			    &(struct pk_hole){ .kind = PK_HOLE_ANCHOR_END,
					    .part = pen->part,
					    .at = pen->close,
					    .anchor = turn.anchor - 1,
					    .id = ++pen->doc->ids.bookmark }))
		pen->failed = true;
	pk_pen_flow(pen, PK_FLOW_ANCHOR_END, 0, turn.anchor - 1, 0);
}
