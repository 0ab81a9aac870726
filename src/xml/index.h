/* Elements by the value of an attribute: for those that are looked up again and again. */
#ifndef PK_XML_INDEX_H
#define PK_XML_INDEX_H

#include "xml/tree.h"

struct pk_xml_indexed {
	struct pk_str value;
	const struct pk_xml *node;
	size_t place;             /* in the container */
};

/* Sorted by value; of one value in the container's order. */
struct pk_xml_index {
	struct pk_xml_indexed *v;
	size_t n, room;
};

/* Makes an index of the container's children of that name that have the attribute; container == NULL
 * gives an empty one. The tree must not change while it is asked. */
PK_MUST bool pk_xml_index(struct pk_job *job, const struct pk_xml *container, const char *element,
		const char *attr, struct pk_xml_index *ret);

/* The place in the index of the first element with that value; n when there is none. Others with it
 * follow. */
size_t pk_xml_index_find(const struct pk_xml_index *index, struct pk_str value);

#endif
