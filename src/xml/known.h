/* The namespaces of ODF and OOXML and the prefixes that everyone writes them with. */
#ifndef PK_XML_KNOWN_H
#define PK_XML_KNOWN_H

#include "base/str.h"

/* The prefix of a known namespace; the empty string (p not NULL) for one whose elements are written
 * without any; p == NULL when the namespace is not known. */
struct pk_str pk_xml_known_prefix(struct pk_str uri);

/* True when a known namespace has this prefix, so that no other may take it. */
bool pk_xml_known_is_taken(struct pk_str prefix);

#endif
