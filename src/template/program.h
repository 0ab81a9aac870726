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
	PK_CALL,      /* another program of the same pool (recursive partials) */
	PK_RETURN     /* the end of the template, or of a partial */
};

/* RAW: {{{x}}}. TURNS, on EACH: its body may be written more than once, so FRESH may belong to it;
 * the model knows of the others that they are no lists. */
enum { PK_OP_RAW = 1, PK_OP_TURNS = 2 };

/* 16 bytes. LITERAL, FRESH: at, len in the literal pool. MARK: free for the format. EACH, ONCE,
 * UNLESS: at is the index of the matching END; END: of its opener. CALL: at is the entry's index.
 * FRESH: owner is the depth of the EACH (counting those that turn) that it belongs to (1 =
 * outermost of the template or of the partial), 0 = once a document. */
struct pk_op {
	uint8_t code, flags;
	uint16_t owner;
	uint32_t name;            /* index in the names of the program */
	uint32_t at, len;
};

struct pk_program;            /* const once built; shared by any number of runs */

/* Building: the compiler's open/close stack, names resolved against a model. */
struct pk_builder;

/* A function that fails has reported why, and the builder goes on, so that all errors of a template
 * are found at once; pk_build_done() fails then. After too many sections or operations, or without
 * memory, there is no going on: every function fails, and nothing more is reported. All strings
 * must live as long as the job, but for the bytes of literals. */
struct pk_build_options {
	const struct pk_value *model;   /* every name there is (lists hold one item); NULL: any name */
	/* Names of the model that were others once: the old ones mean the new ones, and a warning
	 * says so. NULL: there are none. */
	const struct pk_renamed *renamed;
	bool told;                      /* somebody else gives these warnings */
};

PK_MUST bool pk_builder_new(struct pk_job *job, const struct pk_build_options *options,
		struct pk_builder **ret);
void pk_build_literal(struct pk_builder *b, struct pk_str bytes);
/* Where bytes of literals may be written. */
struct pk_out *pk_build_bytes(struct pk_builder *b);
PK_MUST bool pk_build_value(struct pk_builder *b, struct pk_str name, bool raw, struct pk_pos at);
/* Opens {{#name}} or, inverted, {{^name}}. A name that ends with ? makes a PK_ONCE. */
PK_MUST bool pk_build_open(struct pk_builder *b, struct pk_str name, bool inverted,
		struct pk_pos at);
/* Closes the innermost section, which must have that name: else an error with both places. */
PK_MUST bool pk_build_close(struct pk_builder *b, struct pk_str name, struct pk_pos at);
void pk_build_mark(struct pk_builder *b, uint32_t at, uint32_t len);
/* kind is the format's: it comes back in op->name. owner as in struct pk_op. */
void pk_build_fresh(struct pk_builder *b, uint32_t kind, uint16_t owner, struct pk_str was);
/* How many EACH sections that turn are open: the owner number of the innermost. Without a model
 * every EACH may turn; with one only those over lists: {{#dnr}} starts no numbering again. */
uint16_t pk_build_depth(const struct pk_builder *b);
/* Sections still open are errors at their place. The builder is used up. Called partials that were
 * never built are empty. */
PK_MUST bool pk_build_done(struct pk_builder *b, const struct pk_program **ret);

/* Partials as programs of their own: a call may stand anywhere, also in the partial itself. The
 * text format works so; a format that expands partials where they stand needs neither function. */
PK_MUST bool pk_build_call(struct pk_builder *b, struct pk_str name, struct pk_pos at);
/* When the template has been built: begins the next partial that is called and not built yet. What
 * is built from now on is its body. False when there is none: then comes pk_build_done(). Each
 * partial is built once, or, with a model, once for every context that it is called in. */
bool pk_build_next(struct pk_builder *b, struct pk_str *ret_name, struct pk_pos *ret_called);

/* What the model says that what is written is inside the sections now open; NULL when unknown or no model. A
 * section's name may have its question mark. */
const struct pk_value *pk_build_look(const struct pk_builder *b, struct pk_str written);

/* The program as lines, one an operation: for tests. */
void pk_program_print(const struct pk_program *program, struct pk_out *out);
/* True when the program names it anywhere (as value or section). */
bool pk_program_names(const struct pk_program *program, struct pk_str name);
/* True when it repeats something for each item of the list of that name. */
bool pk_program_repeats(const struct pk_program *program, struct pk_str name);

/* Running. Each function may be NULL: not wanted. value gets text, blocks, pictures, anchors and
 * pages, never NOTHING, a list or a map (a map gives its plain form). fresh gets what the bytes were
 * and the number of the turn that owns them, 0 for none. All pointers hold during the call. */
struct pk_writer {
	void *self;
	void (*literal)(void *self, struct pk_str bytes);
	void (*value)(void *self, const struct pk_op *op, const struct pk_value *value);
	void (*fresh)(void *self, const struct pk_op *op, struct pk_str was, uint32_t turn);
	void (*mark)(void *self, const struct pk_op *op);
	/* A turn of an EACH over a list begins or has ended. item is its value. */
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
 * only when a limit is reached or memory is out (reported): steps, partials inside partials. The
 * stack lies in the job's arena, never on that of C. */
PK_MUST bool pk_program_run(struct pk_job *job, const struct pk_program *program,
		const struct pk_value *root, struct pk_run_state *state, const struct pk_writer *to);

#endif
