/* YAML as nodes with positions. All scalars are text: the schema gives them a type. */
#ifndef PK_YAML_NODE_H
#define PK_YAML_NODE_H

#include "base/job.h"

enum pk_node_kind { PK_NODE_SCALAR, PK_NODE_LIST, PK_NODE_MAP };

struct pk_pair;

struct pk_node {
	enum pk_node_kind kind;
	bool plain;                     /* scalar: written without quotation marks */
	bool block;                     /* scalar: written with | or > */
	struct pk_pos at;               /* the value as written (collections: its first byte) */
	struct pk_str text;             /* scalar, in NFC; empty for "key:" without a value */
	size_t n;                       /* list: items; map: pairs */
	const struct pk_node *items;
	const struct pk_pair *pairs;
};

struct pk_pair {
	struct pk_node key, value;
};

/* Reads a loaded source as exactly one YAML document, strictly: encoding, control characters,
 * tabs in indentation, duplicate keys (also NFD against NFC), aliases, tags, merge keys and a
 * second document are errors. All errors that can be found are recorded, each at its place.
 * *ret is written on success only. An empty file is an error. */
PK_MUST bool pk_yaml_read(struct pk_job *job, uint32_t source, const struct pk_node **ret);

/* The value of a key in a map, or NULL. The key matches in NFC and with its ASCII twin. */
const struct pk_node *pk_node_get(const struct pk_node *map, struct pk_str key);

/* Where bytes [offset, offset + length) of a scalar's text stand in the file: exact for block and
 * one-line scalars, the whole scalar where folding or escapes make it unknowable. */
struct pk_pos pk_node_place(const struct pk_job *job, const struct pk_node *scalar, size_t offset,
		size_t length);

/* Indented lines, one a node, with line and column: for tests. */
void pk_node_print(const struct pk_job *job, const struct pk_node *node, struct pk_out *out);

#endif
