/* What a rendered document lays out, as events and numbers: no XML, no names. All lengths are in
 * twentieths of a point (twips). */
#ifndef PK_PAGES_FLOW_H
#define PK_PAGES_FLOW_H

#include "base/job.h"

enum pk_flow_kind {
	PK_FLOW_PARAGRAPH,    /* begins; style is a paragraph style */
	PK_FLOW_TEXT,         /* text; style is a character style */
	PK_FLOW_TAB, PK_FLOW_BREAK, PK_FLOW_PAGE_BREAK,
	PK_FLOW_FIELD,        /* a page number: text of fixed width */
	PK_FLOW_PICTURE,      /* as a character: a x b twips */
	PK_FLOW_END,          /* the paragraph ends */
	PK_FLOW_TABLE,        /* begins; a is an index in the tables */
	PK_FLOW_ROW,          /* a: 1 for a head row that is repeated; b: 1 when it may not break;
	                         style: its least height in twips */
	PK_FLOW_CELL,         /* a: columns spanned */
	PK_FLOW_CELL_END, PK_FLOW_ROW_END, PK_FLOW_TABLE_END,
	PK_FLOW_ANCHOR,       /* paragraf number a begins here, in the paragraph that is open */
	PK_FLOW_ANCHOR_END    /* paragraf number a ended with the last paragraph that has closed */
};

struct pk_flow_event {
	uint8_t kind;
	uint16_t style;
	uint32_t a, b;
	struct pk_str text;
};

/* A font's widths: an index in the table of pages/widths.h. */
struct pk_flow_char {
	uint8_t font;             /* which face, weight and slant included */
	bool caps;
	uint16_t size;            /* half-points */
	int16_t spacing;          /* added to each character */
};

enum pk_line_rule { PK_LINE_TIMES, PK_LINE_AT_LEAST, PK_LINE_EXACT };

struct pk_flow_tab {
	int32_t at;
	uint8_t kind;             /* 0 left, 1 center, 2 right, 3 decimal */
};

struct pk_flow_paragraph {
	uint16_t character;       /* index in chars: the paragraph's own character style */
	int32_t before, after, left, right, first;
	uint8_t line_rule;
	int32_t line;             /* TIMES: 240ths of a line; else twips */
	bool keep_next, keep_lines, page_break, contextual;
	uint8_t widows, orphans;
	int32_t border_top, border_bottom;  /* thickness and padding */
	uint32_t name;            /* the same number for the same named style: contextual spacing */
	uint16_t page;            /* ODT: pages[page - 1] begins with it; 0: the page goes on */
	uint16_t section;         /* DOCX: pages[section - 1] held up to its end; 0: no section ends */
	const struct pk_flow_tab *tabs;
	size_t n_tabs;
};

struct pk_flow_table {
	const int32_t *columns;
	size_t n_columns;
	int32_t cell_left, cell_right, cell_top, cell_bottom;  /* padding */
	int32_t last_spare;       /* how much less padding stands at the right in the last column */
	int32_t border;           /* thickness of the lines below rows */
	int32_t border_first;     /* and of the one above the first row */
	int32_t border_head;      /* how much thicker the line below head rows is */
	bool collapses;           /* neighbouring cells share their lines */
	int32_t before, after;
};

enum pk_page_begins { PK_PAGE_NEXT, PK_PAGE_CONTINUOUS, PK_PAGE_EVEN, PK_PAGE_ODD };

struct pk_flow_page {
	int32_t width, height, left, right, top, bottom;   /* of the text area, headers accounted for */
	int32_t first_top, first_bottom;                   /* the same on the first page; 0: as the rest */
	uint8_t begins;
	bool numbered;            /* page numbers begin again, with number */
	uint16_t number;
};

struct pk_flow {
	struct pk_flow_event *events;
	size_t n, room;
	const struct pk_flow_char *chars;
	size_t n_chars;
	const struct pk_flow_paragraph *paragraphs;
	size_t n_paragraphs;
	const struct pk_flow_table *tables;      /* of the template, then those made while rendering */
	size_t n_tables, tables_room;
	/* Where no paragraph names another: ODT: the document's first page; DOCX: its last section. */
	struct pk_flow_page page;
	const struct pk_flow_page *pages;
	size_t n_pages;
	int32_t default_tab;
	bool tabs_from_indent;    /* ODT: the default tab stops are counted from the indent */
	bool adds_spacing;        /* ODT: below + above; DOCX: the larger of both */
	bool failed;              /* an event was lost for want of memory */
	uint32_t start;           /* the number on the first page, whatever the template says; 0: that */
};

/* The number shown on the first and last page of each paragraf; 0 where the flow names none. */
struct pk_pages {
	struct pk_page_range {
		uint32_t first, last;
		uint32_t first_run, last_run;  /* how often numbers have begun again before that page */
	} *v;
	size_t n;
	uint32_t count;           /* pages of the whole document, blank ones too */
	int64_t ahead;            /* what is added to a sheet to get its number, until they begin again */
};

/* Lays the flow out with built-in advance widths. n is the number of paragrafer. */
PK_MUST bool pk_pages_estimate(struct pk_job *job, const struct pk_flow *flow, size_t n,
		struct pk_pages **ret);

/* Reads from a PDF of the same document where its paragrafer stand: the bookmarks _P1 (begins) and
 * _P1e (ends) as named places. estimated tells how sheets are numbered; its own pages only count where
 * numbers begin again within the document. *ret_found is false, and *ret untouched, when the PDF cannot
 * be read or lacks a paragraf that the estimate has. False only when memory is out. */
PK_MUST bool pk_pages_measure(struct pk_job *job, struct pk_str pdf,
		const struct pk_pages *estimated, bool *ret_found, struct pk_pages **ret);

PK_MUST bool pk_pages_copy(struct pk_job *job, const struct pk_pages *pages,
		const struct pk_pages **ret);

/* True when both have the same numbers for the same paragrafer. */
bool pk_pages_same(const struct pk_pages *a, const struct pk_pages *b);

#endif
