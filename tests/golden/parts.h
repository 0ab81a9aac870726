/* The parts of a document as XML trees, and short ways to look at them. */
#ifndef PK_TESTS_PARTS_H
#define PK_TESTS_PARTS_H

#include <libxml/tree.h>
#include <stdbool.h>
#include <zip.h>

/* A part as a tree that the caller frees; NULL when there is none. */
xmlDoc *part_read(zip_t *zip, const char *name);

/* Names are compared without their namespace. */
bool node_is(const xmlNode *node, const char *name);

/* An attribute's value, or NULL; it lives as long as the tree. */
const char *node_attribute(const xmlNode *node, const char *name);

/* An attribute's number, or other. */
int node_number(const xmlNode *node, const char *name, int other);

/* The first child element with that name, or NULL; node may be NULL. */
xmlNode *node_child(const xmlNode *node, const char *name);

/* The first element below node with that name whose attribute has that value (NULL: any), or NULL. */
xmlNode *node_find(xmlNode *node, const char *name, const char *attribute, const char *value);

#endif
