/* Every ceiling of the program, in one place. */
#ifndef PK_BASE_LIMITS_H
#define PK_BASE_LIMITS_H

#include <stddef.h>
#include <stdint.h>

struct pk_limits {
	size_t memory;            /* bytes a job may hold in its arena */
	size_t yaml_bytes;        /* a meeting or settings file */
	uint32_t yaml_nodes;      /* scalars, lists and maps in one file */
	uint32_t yaml_depth;      /* nesting of lists and maps */
	uint32_t yaml_keys;       /* keys in one map */
	size_t markup_bytes;      /* bytes of a Markdown tree, beside markup_ratio times its source */
	uint32_t markup_ratio;
	uint32_t markup_columns;  /* columns of a table */
	uint32_t markup_depth;    /* nesting of lists and quotations */
	uint32_t paragraphs;      /* paragrafer in a meeting */
	size_t template_bytes;    /* a template file as it lies on disk */
	uint32_t zip_entries;
	size_t zip_entry_bytes;   /* one unpacked part */
	size_t zip_total_bytes;   /* all unpacked parts */
	uint32_t zip_ratio;       /* unpacked to packed, for parts over 64 KiB */
	uint32_t xml_depth;
	uint32_t tag_depth;       /* sections inside sections */
	uint32_t partial_depth;
	uint32_t ops;             /* operations in a program */
	uint64_t steps;           /* operations run for one document */
	size_t output_bytes;      /* one rendered part */
	size_t image_bytes;       /* one picture */
	uint64_t image_pixels;    /* width times height */
	size_t svg_bytes;         /* one SVG, read and as it is written anew */
	uint32_t svg_depth;       /* elements inside elements, use of others counted */
	uint32_t svg_parts;       /* elements, those that others use counted again */
	size_t pdf_bytes;         /* a PDF that LibreOffice has made */
	uint32_t messages;        /* messages kept; the rest are counted */
};

/* The limits that the command line uses. */
extern const struct pk_limits pk_limits_default;

#endif
