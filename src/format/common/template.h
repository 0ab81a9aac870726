/* A compiled template of ODT or DOCX: what compiling (tags, lift, emit) leaves to rendering (document,
 * blocks, writers) and finishing. */
#ifndef PK_FORMAT_TEMPLATE_H
#define PK_FORMAT_TEMPLATE_H

#include "format/common/format.h"
#include "format/common/geometry.h"
#include "pages/flow.h"
#include "template/program.h"

struct pk_xml;

/* What a PK_MARK operation tells the writer: op.at is the first of op.len events of its part.
 *
 * A tag in running text is compiled to: RUN event, VALUE op. In DOCX the text run that held it has been
 * closed before and a new one is opened after, so the VALUE op stands between runs, and the writer
 * makes the run(s), with the properties that RUN carries; nothing at all for an empty value. In ODT
 * the VALUE op stands inside text:p, text:h, text:span or text:a, where character data may stand.
 *
 * {{{x}}} alone in its paragraph is compiled to: MODEL event, VALUE op with PK_OP_RAW, in place of the
 * whole paragraph. Everywhere else {{{x}}} is as {{x}}.
 *
 * A VALUE op with neither RUN nor MODEL before it stands in an attribute (a colour) or in a part
 * without paragraphs (properties): its text is written plain and escaped for attributes. */
enum pk_event_kind {
	PK_EVENT_FLOW,      /* flow is appended to the layout; the writer also tracks structure by it */
	PK_EVENT_RUN,       /* bytes: DOCX <w:rPr>...</w:rPr> or empty; a: character style of the flow */
	PK_EVENT_MODEL,     /* the tag's own paragraph: the model of ordinary paragraphs; see below */
	PK_EVENT_BOX,       /* what must hold a paragraph at the end begins: body, header, note, box */
	PK_EVENT_BOX_END,   /* ... and ends; table cells have their FLOW events instead */
	PK_EVENT_NOTE,      /* DOCX: what is written from here belongs to the part called bytes */
	PK_EVENT_NOTE_END,  /* ... until here */
	PK_EVENT_MAYBE,     /* what is written from here is taken back at MAYBE_END ... */
	PK_EVENT_GIVEN,     /* ... unless this comes between */
	PK_EVENT_MAYBE_END
};

/* MODEL: bytes: DOCX: <w:pPr>...</w:pPr> or empty; ODT: the value of text:style-name. a: flow paragraph
 * style; b: outline level of the nearest heading above (0: none); c: 1 inside a table cell, 2 in an
 * ODT list item, 3 in an ODT table cell's list item.
 *
 * In a repetition the model's list must start again: then tail is not empty (DOCX only) and a FRESH
 * op of kind NUM_ID stands between MODEL and VALUE. What it gives is not written but stands in the
 * model's w:pPr between bytes and tail. */
struct pk_event {
	uint8_t kind;
	struct pk_flow_event flow;
	struct pk_str bytes, tail;
	bool accented;                      /* bytes or tail hold the template's accent colour */
	uint32_t a, b, c;
};

/* Kinds of PK_FRESH operations (op.name). */
enum pk_fresh {
	PK_FRESH_BOOKMARK_ID,     /* DOCX w:bookmarkStart/@w:id, w:bookmarkEnd/@w:id: a number */
	PK_FRESH_BOOKMARK_NAME,   /* both formats, and the references to it */
	PK_FRESH_DRAWING_ID,      /* DOCX wp:docPr/@id: a number */
	PK_FRESH_FOOTNOTE_ID,     /* DOCX w:footnote/@w:id and w:footnoteReference/@w:id */
	PK_FRESH_ENDNOTE_ID,      /* the same of endnotes */
	PK_FRESH_NUM_ID,          /* DOCX w:numId/@w:val: a new w:num that starts again */
	PK_FRESH_XML_ID,          /* ODT xml:id, text:id and references */
	PK_FRESH_OBJECT_NAME      /* ODT draw:name, table:name, text:name of sections */
};

/* One part of the package, in its order. */
struct pk_template_part {
	struct pk_str name;
	const struct pk_program *program;   /* NULL: kept as it lies in the package */
	const struct pk_event *events;
	size_t n_events;
	bool flows;                         /* the body: its events make the layout */
	const struct pk_xml *tree;          /* what the part says, where finishing may ask for it; NULL: read it */
};

/* The styles that formatted text uses: made when compiling, per format. */
struct pk_roles;

/* Highest numbers in use in the template: new ones go on from here. */
struct pk_template_ids {
	uint32_t bookmark, drawing, note, num;
};

struct pk_template {
	const struct pk_format *format;
	const struct pk_package *package;   /* packed: parts without program are kept from here */
	struct pk_template_part *parts;
	size_t n_parts;
	const struct pk_roles *roles;
	const struct pk_geometry *geometry;
	struct pk_template_ids ids;
	bool names_pages, names_draft;
	bool names_anchors;                 /* in the body */
	struct pk_str name, generator;
	struct pk_str accent;               /* six digits; empty: none */
};

/* The name that the kommun's colour has for templates. */
#define PK_ACCENT_MAP PK_STR("utseende")
#define PK_ACCENT_KEY PK_STR("accentf\xC3\xA4rg")

/* Whether attributes written in bytes have the colour. */
bool pk_accent_written(struct pk_str bytes, struct pk_str accent);
/* Writes another colour in its place. False after reporting. */
PK_MUST bool pk_accent_replace(
		struct pk_job *job, struct pk_str accent, struct pk_str with, struct pk_str *bytes);

#endif
