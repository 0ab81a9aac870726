/* A page filled, and what nobody has touched since. */
#include "format/html/inside.h"

#include "format/common/finish.h"
#include "format/common/pen.h"
#include "package/package.h"
#include "value/image.h"

struct writer {
	struct pk_job *job;
	struct pk_document *doc;
	const struct pk_template_part *part;
	const struct pk_event *event; /* of the value that comes next; NULL: a title's */
	struct pk_out out;
	bool failed;
};

static void write_literal(void *self, struct pk_str bytes)
{
	struct writer *w = self;

	pk_put(&w->out, bytes);
}

static void write_mark(void *self, const struct pk_op *op)
{
	struct writer *w = self;

	w->event = op->len == 0 ? NULL : &w->part->events[op->at];
}

static enum pk_html_place place_of(const struct writer *w)
{
	return w->event == NULL ? PK_HTML_PLAIN : (enum pk_html_place)w->event->a;
}

/* The name of a place in the page. */
static void put_name(struct writer *w, uint32_t anchor)
{
	pk_put_byte(&w->out, 'P');
	pk_put_uint(&w->out, (uint64_t)anchor + 1);
}

/* Notes that a paragraf begins; false when it has done so before: a name stands once in a page. */
static bool note_anchor(struct writer *w, uint32_t anchor)
{
	struct pk_document *doc = w->doc;

	if (pk_document_is_anchored(doc, anchor))
		return false;
	if (!pk_grow(w->job, &doc->anchored, doc->n_anchored, &doc->anchored_room)) {
		w->failed = true;
		return false;
	}
	doc->anchored[doc->n_anchored++] = anchor;
	if (anchor >= doc->anchors)
		doc->anchors = anchor + 1;
	return true;
}

/* In an attribute the name itself: id="{{ankare}}", href="#{{ankare}}". Among words an element that
 * has it. */
static void write_anchor(struct writer *w, uint32_t anchor)
{
	enum pk_html_place place = place_of(w);

	if (place == PK_HTML_ID || place == PK_HTML_VALUE || place == PK_HTML_ADDRESS_ON) {
		bool again = place == PK_HTML_ID && !note_anchor(w, anchor);

		put_name(w, anchor);
		if (again) {
			pk_put_byte(&w->out, '-');
			pk_put_uint(&w->out, w->out.n);
		}
	} else if (place == PK_HTML_ADDRESS) {
		pk_put_byte(&w->out, '#');
		put_name(w, anchor);
	} else if (place == PK_HTML_TEXT && note_anchor(w, anchor)) {
		pk_put_c(&w->out, "<span id=\"");
		put_name(w, anchor);
		pk_put_c(&w->out, "\"></span>");
	}
}

/* An id holds no white space. */
static void put_id(struct pk_out *out, struct pk_str words)
{
	struct pk_str piece;

	for (bool more = false; pk_str_next(&words, ' ', &piece); more = true) {
		if (more)
			pk_put_byte(out, '-');
		pk_html_put_value(out, piece);
	}
}

static void write_words(struct writer *w, struct pk_str words)
{
	switch (place_of(w)) {
	case PK_HTML_BLOCK:
	case PK_HTML_TEXT:
		pk_html_put_text(&w->out, words);
		return;
	case PK_HTML_PLAIN:
		pk_html_put_plain(&w->out, words);
		return;
	case PK_HTML_VALUE:
		pk_html_put_value(&w->out, words);
		return;
	case PK_HTML_ID:
		put_id(&w->out, words);
		return;
	case PK_HTML_ADDRESS:
	case PK_HTML_ADDRESS_ON:
		if (!pk_html_put_address(w->job, &w->out, words, place_of(w) == PK_HTML_ADDRESS))
			w->failed = true;
		return;
	case PK_HTML_CSS:
		pk_html_put_css(&w->out, words);
		return;
	}
}

/* In an address the picture itself, else its words stand where no element can. */
static void write_picture(struct writer *w, const struct pk_image *image)
{
	enum pk_html_place place = place_of(w);

	if (place == PK_HTML_ADDRESS)
		pk_html_put_data(&w->out, image);
	else if (place == PK_HTML_TEXT || place == PK_HTML_BLOCK)
		pk_html_put_picture(&w->out, image, image->alt);
	else
		write_words(w, image->alt);
}

static void write_one(struct writer *w, const struct pk_value *value)
{
	struct pk_str words;

	if (value->kind == PK_ANCHOR)
		write_anchor(w, value->as.anchor);
	else if (value->kind == PK_IMAGE)
		write_picture(w, value->as.image);
	else if (!pk_value_words(w->job, value, &words))
		w->failed = true;
	else
		write_words(w, words);
}

/* Where paragraphs may stand, anything but formatted text stands in one. */
static void write_block(struct writer *w, const struct pk_value *value)
{
	if (value->kind == PK_BLOCKS) {
		if (!pk_html_put_blocks(w->job, &w->out, value->as.blocks, w->event->bytes,
				    w->event->b))
			w->failed = true;
		return;
	}
	if (!pk_value_true(value))
		return;
	pk_put_c(&w->out, "<p");
	pk_put(&w->out, w->event->bytes);
	pk_put_byte(&w->out, '>');
	write_one(w, value);
	pk_put_c(&w->out, "</p>");
}

static void write_value(void *self, const struct pk_op *op, const struct pk_value *value)
{
	struct writer *w = self;

	(void)op;
	value = pk_value_plain(value);
	if (value->kind == PK_PAGE)
		return;
	if (place_of(w) == PK_HTML_BLOCK)
		write_block(w, value);
	else
		write_one(w, value);
}

bool pk_html_render(struct pk_job *job, const struct pk_template *t, const struct pk_value *root,
		struct pk_document **ret)
{
	struct pk_document *doc = pk_new(job, struct pk_document, 1);
	struct writer w = { .job = job,
		.doc = doc,
		.part = t->parts,
		.out = pk_out_new(job->arena, job->limits->output_bytes) };
	struct pk_writer to = {
		.self = &w, .literal = write_literal, .value = write_value, .mark = write_mark
	};
	struct pk_run_state state = { 0 };

	if (doc == NULL)
		return false;
	*doc = (struct pk_document){ .template = t, .root = *root };
	doc->parts = pk_new(job, struct pk_str, 1);
	if (doc->parts == NULL || !pk_program_run(job, t->parts->program, root, &state, &to) ||
			w.failed || !pk_out_done(job, &w.out, &doc->parts[0]))
		return false;
	*ret = doc;
	return true;
}
