/* A program, and a program under construction: for the files of this room only. */
#ifndef PK_TEMPLATE_BUILD_H
#define PK_TEMPLATE_BUILD_H

#include "template/names.h"
#include "template/program.h"

/* A partial that CALL runs. */
struct pk_entry {
	struct pk_str name;
	struct pk_pos called;   /* where it was called first */
	uint32_t first;         /* its first operation */
};

struct pk_program {
	const struct pk_op *ops;
	size_t n_ops;
	struct pk_str pool;
	const struct pk_name *names;
	size_t n_names;
	const struct pk_entry *entries;
	size_t n_entries;
};

/* A section that is open. */
struct pk_section {
	struct pk_str written;                /* the name as it stood in the tag */
	struct pk_pos at;
	uint32_t op;
	const struct pk_value *context;       /* what the model says that it pushes; NULL: nothing */
	bool turns;                           /* owns FRESH: may run more than once */
	bool list;                            /* första? sista? nummer are there */
	bool unknown;                         /* its name was an error: no errors inside */
	bool misspelt;                        /* its own name was an error: so what closes it may differ */
};

/* A partial on its way: built in the sections that stood open where it was called. */
struct pk_partial {
	struct pk_section *sections;
	size_t n_sections;
	uint32_t caller;                      /* which entry calls it, + 1; 0: the template itself */
	uint32_t next;                        /* another one with the same name, + 1; 0: none */
};

struct pk_builder {
	struct pk_job *job;
	const struct pk_value *model;
	const struct pk_renamed *renamed;
	bool told;                            /* says nothing about renamed names */
	struct pk_op *ops;
	size_t n_ops, ops_room;
	struct pk_out pool;
	size_t poured;                        /* of it, what operations have: the rest is a literal */
	struct pk_names names;
	struct pk_section *sections;
	size_t n_sections, sections_room;
	size_t floor;                         /* sections below belong to the caller of a partial */
	struct pk_entry *entries;
	size_t n_entries, entries_room;
	struct pk_partial *partials;          /* beside the entries */
	size_t partials_room;
	uint32_t *heads;                      /* by name: first entry + 1 */
	size_t heads_room;
	uint32_t entry;                       /* being built, + 1; 0: the template itself */
	struct pk_pos last;                   /* the latest tag, for messages about size */
	bool failed;                          /* an error is recorded */
	bool stopped;                         /* and no more can be built */
};

/* What a tag is for: the hints about unknown names go by it. */
enum pk_wanted { PK_WANTED_VALUE, PK_WANTED_SECTION };

/* Checks a name against the model. *ret_known false without an error where nothing can be known:
 * no model, or inside a section that was an error. */
PK_MUST bool pk_model_check(struct pk_builder *b, struct pk_str name, enum pk_wanted wanted,
		struct pk_pos at, const struct pk_value **ret, bool *ret_known);

/* What was meant by a name that does not exist: *ret is empty when nobody can tell. Else *ret_message is
 * the one to give, with the name as {0} and *ret as {1}. False when memory is out (reported). */
PK_MUST bool pk_model_guess(struct pk_builder *b, struct pk_str whole, enum pk_message *ret_message,
		struct pk_str *ret);

/* What a name that was written is called today: *ret_row is the row of the table that says so, NULL for
 * a name that is no old one. False when memory is out (reported). */
PK_MUST bool pk_renamed_now(const struct pk_builder *b, struct pk_str whole, struct pk_str *ret,
		const struct pk_renamed **ret_row);

/* Reports a value that {{name}} cannot print: a list, or a map without a form of its own. */
PK_MUST bool pk_model_check_printable(struct pk_builder *b, struct pk_str name,
		const struct pk_value *value, struct pk_pos at);

#endif
