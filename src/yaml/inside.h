/* What the files of this room share. */
#ifndef PK_YAML_INSIDE_H
#define PK_YAML_INSIDE_H

#include "yaml/node.h"

/* A file ready for the parser. Offsets in text count from behind the byte order mark; base is the
 * length of that mark, so that base + offset is a place in the source. */
struct pk_yaml_text {
	uint32_t source;
	uint32_t base;
	struct pk_str text; /* as read, but each byte with a finding replaced by a harmless one */
	size_t trusted;     /* indentation means what it seems to mean up to here */
	bool readable;      /* false: the encoding makes it pointless to go on */
	bool clean;         /* nothing was found */
};

/* Looks through a file's bytes before the parser sees them and records every finding at its place:
 * encoding, control characters, odd line breaks, hard spaces and tabs that YAML would stumble on.
 */
void pk_yaml_scan(struct pk_job *job, uint32_t source, struct pk_yaml_text *ret);

/* The place of bytes [from, to) of the text. */
struct pk_pos pk_yaml_pos(const struct pk_yaml_text *text, size_t from, size_t to);

/* The message for a character that may not stand in a text, or PK_M_NONE. */
enum pk_message pk_yaml_forbidden(uint32_t character);

/* "U+0085", in the job's arena; empty when memory is out (reported). */
struct pk_str pk_yaml_character_name(struct pk_job *job, uint32_t character);

/* One line, taken apart as its writer sees it: indentation, dashes, "key:", value. */
struct pk_yaml_line {
	size_t from, to; /* the line without its line break */
	size_t first;    /* its first character that is not white space; to in an empty line */
	size_t key;      /* behind the dashes of list items */
	size_t value;    /* behind "key: "; key when there is none */
	size_t parent;   /* column that the lines of a block scalar value must be deeper than */
	bool keyed;
};
struct pk_yaml_line pk_yaml_line_at(struct pk_str text, size_t offset);

/* A parser's complaint, in its own words, with places in the text. */
struct pk_yaml_problem {
	const char *context, *words;
	size_t at, context_at;
	size_t last_scalar; /* where the last scalar before it began */
};

/* How to make the text readable again, to look for more: bytes [from, to) become filler. Nothing
 * can be done when they are equal. */
struct pk_yaml_patch {
	size_t from, to;
	char filler;
};

/* Records a parser's complaint in words that a secretary understands, at the place where something
 * must be written otherwise. */
void pk_yaml_explain(struct pk_job *job, const struct pk_yaml_text *text,
		const struct pk_yaml_problem *problem, struct pk_yaml_patch *ret);

/* The line at offset with the value there in quotation marks, in the job's arena. */
struct pk_str pk_yaml_quoted_line(struct pk_job *job, struct pk_str text, size_t offset);

#endif
