/* A document being rendered: bytes of each part, holes for page numbers, what has been used. */
#ifndef PK_FORMAT_DOCUMENT_H
#define PK_FORMAT_DOCUMENT_H

#include "format/common/template.h"

struct pk_image;
struct pk_fresh_table;

/* What finishing writes into a rendered part. */
enum pk_hole_kind {
	PK_HOLE_PAGES,      /* the live page number or range of a paragraf */
	PK_HOLE_ANCHOR_END, /* the bookmark where a paragraf ends */
	PK_HOLE_BYTES       /* bytes known only when the part was done; skip: what they replace */
};

struct pk_hole {
	enum pk_hole_kind kind;
	uint32_t part;
	size_t at, skip;          /* offset in the part's bytes */
	uint32_t anchor;          /* which paragraf, from 0 */
	bool first;               /* PAGES: only the page where it begins */
	uint32_t id;              /* DOCX: the bookmark's number */
	struct pk_str bytes;      /* PAGES: DOCX run properties; BYTES: what to write */
};

/* A picture used, stored once for all its uses. */
struct pk_document_picture {
	const struct pk_image *image;
	struct pk_str file; /* "protokoll1.png" */
};

/* DOCX: a relationship that a part needs: a link's address or a picture. */
struct pk_document_link {
	uint32_t part;
	struct pk_str id, target;
	bool picture;
};

/* DOCX: a w:num that starts again, each level at its own number. */
struct pk_document_num {
	uint32_t num, abstract;
	const uint32_t *starts; /* of the nine levels */
};

/* DOCX: a note as it was written, for the end of its part. */
struct pk_document_note {
	uint32_t part;
	struct pk_str bytes;
};

struct pk_document {
	const struct pk_template *template;
	struct pk_value root;
	struct pk_str *parts;  /* rendered bytes; p == NULL: kept from the template */
	struct pk_hole *holes; /* in the order of parts and offsets */
	size_t n_holes, holes_room;
	struct pk_document_picture *pictures;
	size_t n_pictures, pictures_room;
	struct pk_document_link *links;
	size_t n_links, links_room;
	struct pk_document_num *nums;
	size_t n_nums, nums_room;
	struct pk_document_note *notes;
	size_t n_notes, notes_room;
	struct pk_hole *note_holes; /* their part is the number of the note */
	size_t n_note_holes, note_holes_room;
	struct pk_template_ids ids;
	struct pk_fresh_table *fresh;
	uint32_t tables;    /* tables of formatted text so far */
	uint32_t *anchored; /* paragrafer whose anchor has been written */
	size_t n_anchored, anchored_room;
	uint32_t anchors; /* the highest of them + 1 */
	struct pk_str accent; /* the kommun's colour; empty: the template's own stays */
	bool has_flow;
	struct pk_flow flow;
	struct pk_flow_table *flow_tables; /* flow.tables once it has grown */
};

struct pk_writers;

extern const struct pk_format pk_format_docx, pk_format_html, pk_format_odt;

/* Runs the program of one part after the other into a new document. Used by both formats' render.
 */
PK_MUST bool pk_document_render(struct pk_job *job, const struct pk_template *t,
		const struct pk_value *root, const struct pk_writers *writers,
		struct pk_document **ret);

/* A hole may be noted behind later ones: it is put in its place. */
PK_MUST bool pk_document_hole(
		struct pk_job *job, struct pk_document *doc, const struct pk_hole *hole);
/* True when the anchor of that paragraf has been written. */
bool pk_document_is_anchored(const struct pk_document *doc, uint32_t anchor);

/* Puts the notes into their parts, when all parts have been rendered. */
PK_MUST bool pk_document_place_notes(struct pk_job *job, struct pk_document *doc);

/* The bytes of a rendered part with its holes filled. pages may be NULL: numbers are then dashes.
 */
PK_MUST bool pk_document_fill(struct pk_job *job, const struct pk_document *doc, uint32_t part,
		const struct pk_writers *writers, const struct pk_pages *pages, struct pk_str *ret);

/* The new value of a PK_FRESH operation in that turn: always the same for the same kind, old value
 * and turn, and different from all others. NUM_ID also notes the new w:num. False after reporting.
 */
PK_MUST bool pk_document_fresh(struct pk_job *job, struct pk_document *doc, enum pk_fresh kind,
		struct pk_str was, uint32_t turn, struct pk_str *ret);

/* The file that stores a picture, the same for the same bytes. */
PK_MUST bool pk_document_picture(struct pk_job *job, struct pk_document *doc,
		const struct pk_image *image, struct pk_str *ret_file);
/* The relationship id of a part for a target, the same for the same target. */
PK_MUST bool pk_document_link(struct pk_job *job, struct pk_document *doc, uint32_t part,
		struct pk_str target, bool picture, struct pk_str *ret_id);
/* A new w:num on an abstract list; starts: first number of each of nine levels. */
PK_MUST bool pk_document_num(struct pk_job *job, struct pk_document *doc, uint32_t abstract,
		const uint32_t *starts, uint32_t *ret);

#endif
