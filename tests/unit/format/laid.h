/* What a reader of the layout has found, as words. */
#ifndef PK_TESTS_LAID_H
#define PK_TESTS_LAID_H

#include "format/common/geometry.h"
#include "xml/tree.h"

/* XML of one element; the prefixes of its format need no declarations. */
struct pk_xml *laid_xml(struct pk_job *job, const char *root, const char *inside);

/* The first element of that name. */
const struct pk_xml *laid_find(const struct pk_xml *root, const char *name);

/* A file of a built-in design: "standard/odt/styles.xml". */
struct pk_xml *laid_file(struct pk_job *job, const char *path);

/* "serif 24 b i caps +20": face, half-points, weight, slant, capitals, letter spacing. */
struct pk_str laid_char(struct pk_job *job, const struct pk_geometry *g, uint16_t character);

/* The characters, then what differs from a plain paragraph: "above 120 below 0 left 0 right 0
 * first 0, at least 290, keeps, ...". */
struct pk_str laid_paragraph(struct pk_job *job, const struct pk_geometry *g, uint16_t paragraph);

/* "columns 100 200 padding 1 2 3 4 lines 5 6 around 7 8": left right top bottom; first, below, below
 * head rows; before, after. */
struct pk_str laid_table(struct pk_job *job, const struct pk_geometry *g, uint32_t table);

/* "11906 x 16838 margins 1 2 3 4 first 5 6": left right top bottom; first page's top bottom. */
struct pk_str laid_page(struct pk_job *job, const struct pk_geometry *g);

#endif
