/* A template's layout as numbers: styles and page, resolved when compiling. One reader a format
 * (docx/geometry.c, odt/geometry.c); pages/ lays out with the result. */
#ifndef PK_FORMAT_GEOMETRY_H
#define PK_FORMAT_GEOMETRY_H

#include "pages/flow.h"

struct pk_xml;
struct pk_typeset;

/* A family of fonts by the name that the template has for it, and its plain face: pages/widths.h. */
struct pk_geometry_family {
	struct pk_str name;
	uint8_t font;
};

/* Grows while compiling, const afterwards. Index 0 of chars and paragraphs is the default style. */
struct pk_geometry {
	struct pk_flow_char *chars;
	size_t n_chars, chars_room;
	struct pk_geometry_family *families;   /* those that the template has named */
	size_t n_families, families_room;
	struct pk_flow_paragraph *paragraphs;
	struct pk_typeset *sets;   /* how each paragraph was resolved (format/common/typeset.h) */
	size_t n_paragraphs, paragraphs_room, sets_room;
	struct pk_flow_table *tables;
	size_t n_tables, tables_room;
	struct pk_flow_page page;
	struct pk_flow_page *pages;            /* other sections; see struct pk_flow */
	size_t n_pages, pages_room;
	int32_t default_tab;
	bool tabs_from_indent, adds_spacing;   /* as in struct pk_flow */
	const void *styles;        /* the reader's own */
	const struct pk_xml *asked; /* the paragraph that was resolved last, and how */
	struct pk_typeset *resolved;
};

/* A part that says more about the layout; id: by which the body's part refers to it, or empty. */
struct pk_geometry_part {
	struct pk_str id;
	const struct pk_xml *root;
};

/* What a format's reader can do. Indexes are never negative; what cannot be resolved is index 0. */
struct pk_geometry_reader {
	/* styles: root of word/styles.xml or ODT styles.xml; body: root of word/document.xml or
	 * content.xml (automatic styles, w:sectPr); others: DOCX parts that say more about the layout,
	 * in any order: headers, footers, word/numbering.xml, word/settings.xml; ODT: settings.xml, if
	 * there is one. The array and the trees must live as long as the geometry is being asked. */
	bool (*open)(struct pk_job *job, const struct pk_xml *styles, const struct pk_xml *body,
			const struct pk_geometry_part *others, size_t n, struct pk_geometry **ret);
	/* A paragraph element (w:p, text:p, text:h), its direct formatting and list level included. */
	uint16_t (*paragraph)(struct pk_job *job, struct pk_geometry *g, const struct pk_xml *p);
	/* A named style (DOCX: style id; ODT: style:name) in a list of that level (0: none). */
	uint16_t (*named)(struct pk_job *job, struct pk_geometry *g, struct pk_str style,
			uint32_t list_level);
	/* The characters of a run element (w:r, text:span; NULL: the paragraph's own) inside p. */
	uint16_t (*run)(struct pk_job *job, struct pk_geometry *g, const struct pk_xml *p,
			const struct pk_xml *run);
	/* The characters of a paragraph style with a character style by name laid over. */
	uint16_t (*styled)(struct pk_job *job, struct pk_geometry *g, uint16_t paragraph,
			struct pk_str character);
	/* A table element: its columns, padding and borders. */
	uint32_t (*table)(struct pk_job *job, struct pk_geometry *g, const struct pk_xml *table);
};

extern const struct pk_geometry_reader pk_docx_geometry, pk_odt_geometry;

#endif
