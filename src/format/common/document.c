/* Rendering: the programs of a template run part by part into a document. */
#include "format/common/document.h"

#include "format/common/pen.h"
#include "format/common/role_table.h"
#include "format/common/writers.h"
#include "xml/tree.h"

static void on_literal(void *self, struct pk_str bytes)
{
	struct pk_pen *pen = self;

	/* A value that was not there leaves its RUN or MODEL behind: it is over with the next
	 * bytes. */
	pen->run = pen->model = NULL;
	pk_put(&pen->out, bytes);
}

static void on_value(void *self, const struct pk_op *op, const struct pk_value *value)
{
	struct pk_pen *pen = self;
	const struct pk_event *run = pen->run, *model = pen->model;
	struct pk_str words;

	pen->run = pen->model = NULL;
	if (model != NULL && (op->flags & PK_OP_RAW) != 0)
		pk_pen_blocks(pen, model, value);
	else if (run != NULL && !pen->plain)
		pk_pen_value(pen, value, run->bytes, (uint16_t)run->a);
	else if (pk_value_words(pen->job, value, &words))
		pk_xml_put_attr(&pen->out, words);
	else
		pen->failed = true;
}

static void on_fresh(void *self, const struct pk_op *op, struct pk_str was, uint32_t turn)
{
	struct pk_pen *pen = self;
	struct pk_str now = was;

	/* Owner 0 is the document itself: there is nothing to tell apart. */
	if (op->owner > 0 && !pk_document_fresh(pen->job, pen->doc, (enum pk_fresh)op->name, was,
					     turn, &now))
		pen->failed = true;
	if (pen->model != NULL)
		pen->model_num = now;
	else
		pk_put(&pen->out, now);
}

/* The event with the kommun's colour in it: made once a part. */
static const struct pk_event *coloured(struct pk_pen *pen, uint32_t i)
{
	const struct pk_event *event = &pen->from->events[i];
	struct pk_str was = pen->doc->template->accent, now = pen->doc->accent;
	struct pk_event *copy;

	if (!event->accented || now.n == 0)
		return event;
	if (pen->coloured == NULL)
		pen->coloured = pk_new(pen->job, struct pk_event *, pen->from->n_events);
	if (pen->coloured == NULL)
		return event;
	if (pen->coloured[i] != NULL)
		return pen->coloured[i];
	copy = pk_new(pen->job, struct pk_event, 1);
	if (copy == NULL)
		return event;
	*copy = *event;
	if (!pk_accent_replace(pen->job, was, now, &copy->bytes) ||
			!pk_accent_replace(pen->job, was, now, &copy->tail))
		return event;
	return pen->coloured[i] = copy;
}

static void on_mark(void *self, const struct pk_op *op)
{
	struct pk_pen *pen = self;

	for (uint32_t i = op->at; i < op->at + op->len && i < pen->from->n_events; i++) {
		const struct pk_event *event = coloured(pen, i);

		if (event->kind == PK_EVENT_RUN)
			pen->run = event;
		else if (event->kind == PK_EVENT_MODEL)
			pen->model = event;
		else
			pk_pen_event(pen, event);
	}
}

static void on_turn(void *self, const struct pk_op *each, const struct pk_value *item,
		uint32_t turn, bool begins)
{
	(void)each, (void)turn;
	if (begins)
		pk_pen_turn(self, item);
	else
		pk_pen_turn_end(self);
}

static bool render_part(struct pk_job *job, struct pk_document *doc, uint32_t i,
		const struct pk_writers *writers, struct pk_run_state *state)
{
	const struct pk_template *t = doc->template;
	const struct pk_template_part *part = &t->parts[i];
	struct pk_pen pen = { .job = job,
		.doc = doc,
		.writers = writers,
		.roles = t->roles,
		.from = part,
		.part = i,
		.flows = doc->has_flow && part->flows,
		.out = pk_out_new(job->arena, job->limits->output_bytes),
		.styles = pk_out_new(job->arena, job->limits->output_bytes) };
	const struct pk_writer to = { .self = &pen,
		.literal = on_literal,
		.value = on_value,
		.fresh = on_fresh,
		.mark = on_mark,
		.turn = on_turn };

	pen.plain = part->n_events == 0;
	pen.linked = i;
	if (!pk_program_run(job, part->program, &doc->root, state, &to) || pen.failed)
		return false;
	if (writers->part_end != NULL)
		writers->part_end(&pen);
	return !pen.failed && pk_out_done(job, &pen.out, &doc->parts[i]);
}

static void start_flow(struct pk_document *doc)
{
	const struct pk_geometry *g = doc->template->geometry;

	doc->has_flow = doc->template->names_pages && g != NULL;
	if (!doc->has_flow)
		return;
	doc->flow = (struct pk_flow){
		.chars = g->chars,
		.n_chars = g->n_chars,
		.paragraphs = g->paragraphs,
		.n_paragraphs = g->n_paragraphs,
		.tables = g->tables,
		.n_tables = g->n_tables,
		.page = g->page,
		.pages = g->pages,
		.n_pages = g->n_pages,
		.default_tab = g->default_tab,
		.tabs_from_indent = g->tabs_from_indent,
		.adds_spacing = g->adds_spacing,
	};
}

static struct pk_str accent_of(const struct pk_value *root)
{
	const struct pk_value *value =
			pk_value_get(pk_value_get(root, PK_ACCENT_MAP), PK_ACCENT_KEY);

	return value != NULL && value->kind == PK_TEXT ? value->as.text : PK_STR("");
}

bool pk_document_render(struct pk_job *job, const struct pk_template *t,
		const struct pk_value *root, const struct pk_writers *writers,
		struct pk_document **ret)
{
	uint32_t errors = pk_diag_errors(job->diags);
	struct pk_document *doc = pk_new(job, struct pk_document, 1);
	struct pk_run_state state = { 0 };

	if (doc == NULL)
		return false;
	doc->template = t;
	doc->root = *root;
	doc->ids = t->ids;
	doc->accent = accent_of(root);
	if (t->roles != NULL && t->roles->last_num > doc->ids.num)
		doc->ids.num = t->roles->last_num;
	doc->parts = pk_new(job, struct pk_str, t->n_parts);
	if (doc->parts == NULL)
		return false;
	start_flow(doc);
	for (size_t i = 0; i < t->n_parts; i++)
		if (t->parts[i].program != NULL &&
				!render_part(job, doc, (uint32_t)i, writers, &state))
			return false;
	if (!pk_document_place_notes(job, doc))
		return false;
	*ret = doc;
	/* What has no result of its own (a number as text) may have failed for want of memory. */
	return pk_diag_errors(job->diags) == errors;
}

const struct pk_flow *pk_document_flow(const struct pk_document *doc)
{
	return doc->has_flow ? &doc->flow : NULL;
}

size_t pk_document_anchors(const struct pk_document *doc)
{
	return doc->anchors;
}

void pk_document_begin_at(struct pk_document *doc, uint32_t number)
{
	doc->flow.start = number;
}
