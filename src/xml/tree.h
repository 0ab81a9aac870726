/* A template's XML as a tree of our own, read by libxml2 under limits. */
#ifndef PK_XML_TREE_H
#define PK_XML_TREE_H

#include "base/job.h"

enum pk_xml_kind { PK_XML_ELEMENT, PK_XML_TEXT, PK_XML_MARKER };

struct pk_xml_attr {
	struct pk_str name, value; /* the value unescaped */
};

/* Names of known namespaces (ODF, OOXML) carry the prefix that everyone uses (w:p, text:p,
 * office:body), whatever the file wrote; content types, relationships, and the extended and custom
 * properties of OOXML carry none (Types, Relationship). Namespaces that are not known keep the
 * file's prefix, or none. The root declares all prefixes, each for one namespace, so a subtree may
 * be moved anywhere; only xmlns="..." stands where it begins to hold. Comments and processing
 * instructions are dropped. MARKER nodes are put in by the owner of the tree. */
struct pk_xml {
	struct pk_xml *parent, *first, *last, *prev, *next;
	union {
		struct pk_str name; /* ELEMENT */
		struct pk_str text; /* TEXT, unescaped; empty in a MARKER */
	};
	struct pk_xml_attr *attrs; /* declarations first, then as in the file */
	void *data;             /* the owner's; NULL at first */
	uint32_t line;
	uint32_t kind : 2;      /* enum pk_xml_kind */
	uint32_t place : 6;     /* ELEMENT: the owner's, what it is to it; 0 at first */
	uint32_t n_attrs : 24;  /* no part has bytes for more */
};

/* What is asked of a document while it is read, and told of it. */
struct pk_xml_about {
	/* What an element of that name is to the owner: its place. Asked once for each name. May be NULL. */
	uint8_t (*place)(void *owner, struct pk_str name);
	void *owner;
	/* Where the tree lies; NULL: with its names and text, in the job's memory. */
	struct pk_arena *tree;
	/* Told: the names of all elements and attributes. What is not among them stands nowhere. */
	const struct pk_str *names;
	size_t n_names;
};

/* Reads a part. Refused with a message that names the part: not well-formed, DOCTYPE, undeclared
 * prefix, too deep, too large. Never touches the network or other files. about: NULL when nobody asks. */
PK_MUST bool pk_xml_read_about(struct pk_job *job, struct pk_str bytes, struct pk_str part,
		struct pk_xml_about *about, struct pk_xml **ret);
static inline bool pk_xml_read(
		struct pk_job *job, struct pk_str bytes, struct pk_str part, struct pk_xml **ret)
{
	return pk_xml_read_about(job, bytes, part, NULL, ret);
}
/* True when one of these names, the last of which is NULL, stood in the document as it was read. */
bool pk_xml_had_any(const struct pk_xml_about *about, const char *const *names);

/* These two are asked millions of times, nearly always for a name that is written out: inline, its
 * length is a constant, and most names differ already there. */
static inline bool pk_xml_is(const struct pk_xml *node, const char *name)
{
	return node != NULL && node->kind == PK_XML_ELEMENT && pk_str_is(node->name, name);
}

/* The attribute of that name, or NULL. */
struct pk_xml_attr *pk_xml_attr(const struct pk_xml *node, struct pk_str name);

/* The attribute's value, or the empty string with p == NULL when it is absent. */
static inline struct pk_str pk_xml_get(const struct pk_xml *node, const char *name)
{
	const struct pk_xml_attr *attr =
			node->n_attrs == 0 ? NULL : pk_xml_attr(node, pk_str_of(name));

	return attr == NULL ? (struct pk_str){ NULL, 0 } : attr->value;
}

/* The text that an element begins with; empty when it begins with another element. */
static inline struct pk_str pk_xml_text(const struct pk_xml *node)
{
	return node->first == NULL || node->first->kind != PK_XML_TEXT ? PK_STR("") : node->first->text;
}

PK_MUST bool pk_xml_set(
		struct pk_job *job, struct pk_xml *node, struct pk_str name, struct pk_str value);
void pk_xml_unset(struct pk_xml *node, const char *name);
/* True when it has one of these names, the last of which is NULL. */
bool pk_xml_is_any(const struct pk_xml *node, const char *const *names);
/* The first child element of that name, or NULL. */
struct pk_xml *pk_xml_find_child(const struct pk_xml *node, struct pk_str name);
static inline struct pk_xml *pk_xml_child(const struct pk_xml *node, const char *name)
{
	return pk_xml_find_child(node, pk_str_of(name));
}
/* The next node in document order inside root that is not inside node, or NULL. */
struct pk_xml *pk_xml_skip(const struct pk_xml *root, const struct pk_xml *node);
/* The next node in document order inside root, or NULL. */
static inline struct pk_xml *pk_xml_walk(const struct pk_xml *root, const struct pk_xml *node)
{
	return node->first != NULL ? node->first : pk_xml_skip(root, node);
}

PK_MUST bool pk_xml_new(struct pk_job *job, enum pk_xml_kind kind, struct pk_str name_or_text,
		struct pk_xml **ret);
/* A new element, the last in parent (NULL: in none), with an attribute (attr == NULL: without). */
PK_MUST bool pk_xml_add(struct pk_job *job, struct pk_xml *parent, const char *name, const char *attr,
		struct pk_str value, struct pk_xml **ret);
/* before == NULL appends. The node must have no parent. */
void pk_xml_insert(struct pk_xml *parent, struct pk_xml *node, struct pk_xml *before);
void pk_xml_remove(struct pk_xml *node);

/* Writes escaped text; characters that XML 1.0 forbids are left out. */
void pk_xml_put_text(struct pk_out *out, struct pk_str text);
/* The same for attribute values: also quotation marks, tab and line breaks. */
void pk_xml_put_attr(struct pk_out *out, struct pk_str text);
/* The XML declaration that every part begins with. */
void pk_xml_put_head(struct pk_out *out);
/* <name attrs> and </name>, for walkers that put something between. */
void pk_xml_put_open(struct pk_out *out, const struct pk_xml *node, bool empty);
void pk_xml_put_close(struct pk_out *out, const struct pk_xml *node);
/* The whole subtree (markers are left out). */
void pk_xml_put_tree(struct pk_out *out, const struct pk_xml *root);

#endif
