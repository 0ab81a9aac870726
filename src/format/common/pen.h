/* Writing one part of a document: where the bytes go, which structure is open, what the layout
 * gets to know. */
#ifndef PK_FORMAT_PEN_H
#define PK_FORMAT_PEN_H

#include "format/common/document.h"

/* What is open around the place of writing and must hold a paragraph at the end, or a table. */
struct pk_frame {
	enum { PK_FRAME_BOX, PK_FRAME_CELL, PK_FRAME_TABLE } kind;
	enum pk_last { PK_LAST_NOTHING, PK_LAST_PARAGRAPH, PK_LAST_TABLE } last;
	size_t from, from_flow; /* TABLE: what had been written before it */
	uint32_t rows;          /* TABLE: rows so far */
	uint32_t table, column; /* TABLE: in the flow's tables; the next column */
	int32_t width;          /* CELL: of its text; 0: not known */
};

/* A turn of a repetition. */
struct pk_turn {
	const struct pk_value *item;
	uint32_t anchor; /* written in this turn, + 1; 0: none */
	uint32_t closed; /* paragraphs closed before the anchor's */
};

/* A note that is being written: where it began, and what the text around it had come to. */
struct pk_note_mark {
	size_t from, close;
	uint32_t closed;
};

/* An element that goes unless something is given in it, and what all had come to before it. */
struct pk_maybe {
	size_t from, from_flow, close;
	uint32_t closed;
	enum pk_last last;
	bool given;
};

struct pk_pen {
	struct pk_job *job;
	struct pk_document *doc;
	const struct pk_writers *writers;
	const struct pk_roles *roles;
	const struct pk_template_part *from;
	uint32_t part;
	uint32_t linked; /* the part whose relationships hold: of a note its own */
	struct pk_note_mark note;
	struct pk_maybe maybe;
	struct pk_out out;
	bool plain;                   /* no running text: values are character data (properties) */
	bool flows;                   /* events go to the layout */
	bool failed;                  /* reported */
	const struct pk_event *run;   /* a RUN event whose value comes next */
	const struct pk_event *model; /* a MODEL event whose value comes next */
	struct pk_event **coloured;   /* of the part's events: those that have the kommun's colour */
	struct pk_str model_num;      /* DOCX: the number of its list in this turn */
	struct pk_frame *frames;
	size_t n_frames, frames_room;
	uint32_t boxes;      /* frames that are boxes: the body is the first */
	uint32_t paragraphs; /* that are open: more than one inside shapes */
	struct pk_turn *turns;
	size_t n_turns, turns_room;
	uint32_t closed;            /* paragraphs closed so far */
	size_t close;               /* where the last of them was closed, before its end tag */
	struct pk_out styles;       /* ODT: automatic styles that the part's tables need */
	bool own_cells, last_cells; /* ODT: the template has styles for cells, for the last ones */
};

/* A FLOW, BOX or BOX_END event: keeps count of the structure, mends it where the format wants a
 * paragraph, and tells the layout. */
void pk_pen_event(struct pk_pen *pen, const struct pk_event *event);
/* A note for another part begins, ends (notes.c). */
void pk_pen_note(struct pk_pen *pen, struct pk_str part);
void pk_pen_note_end(struct pk_pen *pen);
/* The same for a FLOW event made here. */
void pk_pen_flow(
		struct pk_pen *pen, enum pk_flow_kind kind, uint16_t style, uint32_t a, uint32_t b);
/* Text for the layout: tabs and line feeds become events of their own. The text is borrowed. */
void pk_pen_flow_text(struct pk_pen *pen, uint16_t style, struct pk_str text);
/* A table made while rendering, for a TABLE event: the index. */
uint32_t pk_pen_flow_table(struct pk_pen *pen, const struct pk_flow_table *table);

/* How wide text and pictures may be where the pen stands: of the cell, else of the page. */
int32_t pk_pen_width(const struct pk_pen *pen);
/* How high a picture between words of formatted text may be. */
int32_t pk_pen_height(const struct pk_pen *pen);

/* The start of a paragraf: its bookmark, and the event. A second one is left out; one in a header
 * too, if the template's body has anchors. */
void pk_pen_anchor(struct pk_pen *pen, uint32_t anchor);
/* A turn begins, ends: at the end the bookmark of its last page is noted. */
void pk_pen_turn(struct pk_pen *pen, const struct pk_value *item);
void pk_pen_turn_end(struct pk_pen *pen);

/* A value in running text; run: DOCX run properties; style: the flow's characters. */
void pk_pen_value(struct pk_pen *pen, const struct pk_value *value, struct pk_str run,
		uint16_t style);
/* A value in place of its model paragraph: formatted text, or what pk_pen_value() would write. */
void pk_pen_blocks(struct pk_pen *pen, const struct pk_event *model, const struct pk_value *value);
/* A picture as a character, kept within width x height. */
void pk_pen_picture(struct pk_pen *pen, const struct pk_image *image, struct pk_str alt,
		int32_t width, int32_t height, struct pk_str run);

/* The words of a text or of formatted text; other kinds have none (lists never come here). False
 * after reporting. */
PK_MUST bool pk_value_words(struct pk_job *job, const struct pk_value *value, struct pk_str *ret);

#endif
