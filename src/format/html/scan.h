/* Where in HTML a place of a template is: read once, when compiling. */
#ifndef PK_FORMAT_HTML_SCAN_H
#define PK_FORMAT_HTML_SCAN_H

#include "format/html/inside.h"

enum pk_scan_state {
	PK_SCAN_TEXT,
	PK_SCAN_NAME,       /* of an element */
	PK_SCAN_TAG,        /* between attributes */
	PK_SCAN_ATTRIBUTE,  /* the name of one */
	PK_SCAN_EQUALS,     /* behind its equals sign */
	PK_SCAN_VALUE,      /* in quotes */
	PK_SCAN_UNQUOTED,
	PK_SCAN_RAW,        /* style, script: no elements, no entities */
	PK_SCAN_WORDS,      /* title, textarea: no elements */
	PK_SCAN_COMMENT,
	PK_SCAN_DECLARATION /* <!DOCTYPE ...> */
};

/* An element that is open. */
struct pk_scan_element {
	struct pk_str name;
	struct pk_pos at;
};

struct pk_scan {
	struct pk_job *job;
	enum pk_scan_state state;
	struct pk_str text;          /* what is being read, and which source it is */
	uint32_t source;
	size_t from;                 /* where the name, tag or comment that is being read began */
	struct pk_str element, attribute;
	bool closing, empty, begun;  /* </x>, <x/>; something of the value has been read */
	bool tagged;                 /* a tag stands in the value */
	bool edge;                   /* the last byte read was a < whose name is to come */
	char quote;
	uint32_t heading;            /* the nearest one above */
	uint32_t turns;              /* repetitions that are open */
	/* Told of every tag, from scan->from to end; may be NULL. */
	void (*seen)(void *self, const struct pk_scan *scan, size_t end);
	void *self;
	struct pk_scan_element *open;
	size_t n, room;
	size_t floor;                /* elements below were open when the section began */
	struct pk_str section;       /* its name */
};

/* Where a section began, to be held against where it ends. */
struct pk_scan_mark {
	enum pk_scan_state state;
	size_t n, floor;
	struct pk_str section, outer, attribute;
	struct pk_pos at;
};

/* True for names that are the same to HTML. */
bool pk_scan_same(struct pk_str a, struct pk_str b);

/* Reads on. False after reporting what is wrong with the elements; the scan goes on behind it. */
PK_MUST bool pk_scan_read(struct pk_scan *scan, size_t from, size_t to);

/* A tag of any kind comes: it ends the name before it. False after reporting that it would stand in
 * the name of an element. */
PK_MUST bool pk_scan_tag(struct pk_scan *scan, struct pk_pos at);

/* What a value is here; raw: {{{x}}}. False after reporting that no value can stand here. */
PK_MUST bool pk_scan_value(
		struct pk_scan *scan, bool raw, struct pk_pos at, enum pk_html_place *ret);

/* A section begins and ends: between the same elements. False after reporting. */
PK_MUST bool pk_scan_open(struct pk_scan *scan, struct pk_str name, struct pk_pos at,
		struct pk_scan_mark *ret);
PK_MUST bool pk_scan_close(struct pk_scan *scan, const struct pk_scan_mark *mark);

/* The end of the page: elements that are still open are errors. */
PK_MUST bool pk_scan_done(struct pk_scan *scan);

#endif
