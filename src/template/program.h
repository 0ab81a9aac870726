/* A template as a flat program: literals and small operations. Knows no format and no XML. */
#ifndef PK_TEMPLATE_PROGRAM_H
#define PK_TEMPLATE_PROGRAM_H

#include "base/job.h"
#include "value/value.h"

enum pk_opcode {
	PK_LITERAL,   /* bytes of the pool, as they are */
	PK_VALUE,     /* the value of a name; flag PK_OP_RAW: {{{x}}} */
	PK_FRESH,     /* a literal that must be another one in every turn of its owner */
	PK_MARK,      /* nothing to write: at, len tell the writer what the format wants it to know */
	PK_EACH,      /* a section: once a list item; once for anything else that is true */
	PK_ONCE,      /* {{#x?}}: once, if true; the context stays as it was */
	PK_UNLESS,    /* once, if not true */
	PK_END,       /* closes one of the three */
	PK_CALL       /* another program of the same pool (recursive partials) */
};

enum { PK_OP_RAW = 1 };

/* 16 bytes. LITERAL, FRESH: at, len in the literal pool. MARK: free for the format. EACH, ONCE,
 * UNLESS: at is the index of the matching END; END: of its opener. CALL: at is the entry's index.
 * FRESH: owner is the depth of the EACH that it belongs to (1 = outermost), 0 = once a document. */
struct pk_op {
	uint8_t code, flags;
	uint16_t owner;
	uint32_t name;            /* index in the names of the program */
	uint32_t at, len;
};

struct pk_program;            /* const once built; shared by any number of runs */

/* Building: the compiler's open/close stack, names resolved against a model. */
struct pk_builder;

struct pk_build_options {
	const struct pk_value *model;   /* every name there is (lists hold one item); NULL: any name */
};

PK_MUST bool pk_builder_new(struct pk_job *job, const struct pk_build_options *options,
		struct pk_builder **ret);
void pk_build_literal(struct pk_builder *b, struct pk_str bytes);
PK_MUST bool pk_build_value(struct pk_builder *b, struct pk_str name, bool raw, struct pk_pos at);
/* Opens {{#name}} or, inverted, {{^name}}. A name that ends with ? makes a PK_ONCE. */
PK_MUST bool pk_build_open(struct pk_builder *b, struct pk_str name, bool inverted,
		struct pk_pos at);
/* Closes the innermost section, which must have that name: else an error with both places. */
PK_MUST bool pk_build_close(struct pk_builder *b, struct pk_str name, struct pk_pos at);
void pk_build_mark(struct pk_builder *b, uint32_t at, uint32_t len);
/* kind is the format's: it comes back in op->name. owner as in struct pk_op. */
void pk_build_fresh(struct pk_builder *b, uint32_t kind, uint16_t owner, struct pk_str was);
/* How many EACH sections are open: the owner number of the innermost. */
uint16_t pk_build_depth(const struct pk_builder *b);
/* Sections still open are errors at their place. The builder is used up. */
PK_MUST bool pk_build_done(struct pk_builder *b, const struct pk_program **ret);

/* What the model says that name is inside the sections now open; NULL when unknown or no model. */
const struct pk_value *pk_build_look(const struct pk_builder *b, struct pk_str name);

/* The program as lines, one an operation: for tests. */
void pk_program_print(const struct pk_program *program, struct pk_out *out);
/* True when the program names it anywhere (as value or section). */
bool pk_program_names(const struct pk_program *program, struct pk_str name);

/* Running. */
struct pk_writer {
	void *self;
	void (*literal)(void *self, struct pk_str bytes);
	void (*value)(void *self, const struct pk_op *op, const struct pk_value *value);
	void (*fresh)(void *self, const struct pk_op *op, struct pk_str was, uint32_t turn);
	void (*mark)(void *self, const struct pk_op *op);
	/* A turn of an EACH over a list begins or has ended; NULL: not wanted. item is its value. */
	void (*turn)(void *self, const struct pk_op *each, const struct pk_value *item,
			uint32_t turn, bool begins);
};

/* Counts over a whole document: its parts run one after the other with the same struct. */
struct pk_run_state {
	uint32_t turns;       /* turns so far; a turn's number is unique in the document */
	uint64_t steps;
};

/* Runs the program with root as the outermost context. Names are looked up through the stack of
 * contexts as Mustache does; in a turn {{första?}} {{sista?}} {{nummer}} are there unless the item
 * has a field of that name. Unknown names are NOTHING: the writer gets no call for them. False
 * only when a limit is reached (reported). */
PK_MUST bool pk_program_run(struct pk_job *job, const struct pk_program *program,
		const struct pk_value *root, struct pk_run_state *state, const struct pk_writer *to);

#endif
