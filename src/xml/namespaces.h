/* One prefix a namespace for a whole document: the one that everyone uses, where there is one. */
#ifndef PK_XML_NAMESPACES_H
#define PK_XML_NAMESPACES_H

#include "xml/tree.h"

/* The names of a document being read. The strings given to it (local names, prefixes, URIs) come
 * from the parser's dictionary: the same text is the same pointer, and lives as long as the parser.
 * NULL stands for no prefix and no namespace. */
struct pk_xml_names;

/* about: what the owner asks; NULL: nothing. */
PK_MUST bool pk_xml_names_new(
		struct pk_job *job, struct pk_xml_about *about, struct pk_xml_names **ret);

/* An element begins; then its declarations; pk_xml_names_leave() when it ends. */
PK_MUST bool pk_xml_names_enter(struct pk_xml_names *names);
PK_MUST bool pk_xml_names_declare(struct pk_xml_names *names, const char *prefix, const char *uri);
void pk_xml_names_leave(struct pk_xml_names *names);

/* A name as the file has it: without prefix, its prefix, its namespace. */
struct pk_xml_written {
	const char *local, *prefix, *uri;
	bool attr;
};

/* What is used instead of it. */
struct pk_xml_name {
	struct pk_str text;
	struct pk_str needs_default; /* an element's: the namespace that must be the default one where it
	                                stands (maybe none: empty); p == NULL: any will do */
	uint8_t place;               /* an element's, as the owner says */
};

/* Valid until the next name is asked for. */
PK_MUST bool pk_xml_names_of(struct pk_xml_names *names, const struct pk_xml_written *written,
		const struct pk_xml_name **ret);

/* An attribute's value with its prefixes renamed, for those attributes that hold prefixes. */
PK_MUST bool pk_xml_names_value(struct pk_xml_names *names, struct pk_str attr, struct pk_str value,
		struct pk_str *ret);

/* Puts the declarations of all prefixes before the root's attributes (behind an xmlns), and tells the owner
 * of the names. */
PK_MUST bool pk_xml_names_finish(struct pk_xml_names *names, struct pk_xml *root);
/* Their memory may be used again; not that of the names themselves. */
void pk_xml_names_drop(struct pk_xml_names *names);

#endif
