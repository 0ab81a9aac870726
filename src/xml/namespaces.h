/* One prefix a namespace for a whole document: the one that everyone uses, where there is one. */
#ifndef PK_XML_NAMESPACES_H
#define PK_XML_NAMESPACES_H

#include "xml/tree.h"

/* The names of a document being read. The strings given to it (local names, prefixes, URIs) come
 * from the parser's dictionary: the same text is the same pointer, and lives as long as the parser.
 * NULL stands for no prefix and no namespace. */
struct pk_xml_names;

PK_MUST bool pk_xml_names_new(struct pk_job *job, struct pk_xml_names **ret);

/* An element begins; then its declarations; pk_xml_names_leave() when it ends. */
PK_MUST bool pk_xml_names_enter(struct pk_xml_names *names);
PK_MUST bool pk_xml_names_declare(struct pk_xml_names *names, const char *prefix, const char *uri);
void pk_xml_names_leave(struct pk_xml_names *names);

/* The name to use instead of the file's. For an element, *ret_default is the namespace that must be
 * the default one where it stands (maybe none: empty); p == NULL when any will do. */
PK_MUST bool pk_xml_names_element(struct pk_xml_names *names, const char *local, const char *prefix,
		const char *uri, struct pk_str *ret, struct pk_str *ret_default);
PK_MUST bool pk_xml_names_attr(struct pk_xml_names *names, const char *local, const char *prefix,
		const char *uri, struct pk_str *ret);

/* An attribute's value with its prefixes renamed, for those attributes that hold prefixes. */
PK_MUST bool pk_xml_names_value(struct pk_xml_names *names, struct pk_str attr, struct pk_str value,
		struct pk_str *ret);

/* Puts the declarations of all prefixes before the root's attributes (behind an xmlns). */
PK_MUST bool pk_xml_names_finish(struct pk_xml_names *names, struct pk_xml *root);

#endif
