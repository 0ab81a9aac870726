/* Notes that are written where their reference stands, and lie in a part of their own: what is written
 * of them is cut out of the text, and put into that part when all parts are done. */
#include "format/common/pen.h"

static uint32_t part_of(const struct pk_template *t, struct pk_str name)
{
	uint32_t i = 0;

	while (i < t->n_parts && !pk_str_eq(t->parts[i].name, name))
		i++;
	return i;
}

void pk_pen_note(struct pk_pen *pen, struct pk_str part)
{
	pen->note = (struct pk_note_mark){
		.from = pen->out.n, .closed = pen->closed, .close = pen->close
	};
	pen->linked = part_of(pen->doc->template, part);
}

/* Holes in the note go along with it. */
static bool move_holes(struct pk_pen *pen)
{
	struct pk_document *doc = pen->doc;
	size_t first = doc->n_holes;

	while (first > 0 && doc->holes[first - 1].part == pen->part &&
			doc->holes[first - 1].at > pen->note.from)
		first--;
	for (size_t i = first; i < doc->n_holes; i++) {
		struct pk_hole hole = doc->holes[i];

		if (!pk_grow(pen->job, &doc->note_holes, doc->n_note_holes,
				    &doc->note_holes_room))
			return false;
		hole.at -= pen->note.from;
		hole.part = (uint32_t)doc->n_notes;
		doc->note_holes[doc->n_note_holes++] = hole;
	}
	doc->n_holes = first;
	return true;
}

void pk_pen_note_end(struct pk_pen *pen)
{
	struct pk_document *doc = pen->doc;
	struct pk_str all = pk_out_str(&pen->out);
	struct pk_document_note note = { .part = pen->linked };

	if (!move_holes(pen) || !pk_grow(pen->job, &doc->notes, doc->n_notes, &doc->notes_room) ||
			!pk_copy(pen->job, pk_str_slice(all, pen->note.from, all.n), &note.bytes)) {
		pen->failed = true;
		return;
	}
	doc->notes[doc->n_notes++] = note;
	pen->out.n = pen->note.from < pen->out.n ? pen->note.from : pen->out.n;
	/* Its paragraphs are none of the text's. */
	pen->closed = pen->note.closed;
	pen->close = pen->note.close;
	pen->linked = pen->part;
}

static bool place_holes(struct pk_job *job, struct pk_document *doc, uint32_t note, size_t at)
{
	for (size_t i = 0; i < doc->n_note_holes; i++) {
		struct pk_hole hole = doc->note_holes[i];

		if (hole.part != note)
			continue;
		hole.at += at;
		hole.part = doc->notes[note].part;
		if (!pk_document_hole(job, doc, &hole))
			return false;
	}
	return true;
}

/* The part of that number with its notes before the end of its root. */
static bool place_in(struct pk_job *job, struct pk_document *doc, uint32_t part)
{
	struct pk_out out = pk_out_new(job->arena, job->limits->output_bytes);
	struct pk_str bytes = doc->parts[part];
	size_t end = bytes.n;

	while (end > 0 && bytes.p[end - 1] != '<')
		end--;
	end -= end > 0;
	pk_put(&out, pk_str_slice(bytes, 0, end));
	for (uint32_t i = 0; i < doc->n_notes; i++) {
		if (doc->notes[i].part != part)
			continue;
		if (!place_holes(job, doc, i, out.n))
			return false;
		pk_put(&out, doc->notes[i].bytes);
	}
	pk_put(&out, pk_str_slice(bytes, end, bytes.n));
	return pk_out_done(job, &out, &doc->parts[part]);
}

bool pk_document_place_notes(struct pk_job *job, struct pk_document *doc)
{
	for (uint32_t part = 0; part < doc->template->n_parts && doc->n_notes > 0; part++) {
		bool any = false;

		for (size_t i = 0; i < doc->n_notes; i++)
			any = any || doc->notes[i].part == part;
		if (any && doc->parts[part].p != NULL && !place_in(job, doc, part))
			return false;
	}
	return true;
}
