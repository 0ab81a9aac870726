/* Builds programs: sections opened and closed, names checked, literals gathered in a pool. */
#include "template/build.h"

#include "base/text.h"

bool pk_builder_new(
		struct pk_job *job, const struct pk_build_options *options, struct pk_builder **ret)
{
	struct pk_builder *b = pk_new(job, struct pk_builder, 1);
	if (b == NULL)
		return false;
	b->job = job;
	b->model = options->model;
	b->renamed = options->renamed;
	b->told = options->told;
	b->pool = pk_out_new(job->arena, UINT32_MAX);
	*ret = b;
	return true;
}

/* Records that an error was reported; for `return failed(b)`. */
static bool failed(struct pk_builder *b)
{
	b->failed = true;
	return false;
}

static bool stopped(struct pk_builder *b)
{
	b->stopped = true;
	return failed(b);
}

static struct pk_op *add_op(struct pk_builder *b, enum pk_opcode code)
{
	if (b->stopped)
		return NULL;
	if (b->n_ops >= b->job->limits->ops) {
		(void)pk_fail(b->job, PK_M_TEMPLATE_OPS, b->last,
				pk_number(b->job, b->job->limits->ops));
		(void)stopped(b);
		return NULL;
	}
	if (!pk_grow(b->job, &b->ops, b->n_ops, &b->ops_room)) {
		(void)stopped(b);
		return NULL;
	}
	struct pk_op *op = &b->ops[b->n_ops++];
	*op = (struct pk_op){ .code = (uint8_t)code };
	return op;
}

/* Gives the operation the bytes that have been written since the last one. */
static void pour(struct pk_builder *b, struct pk_op *op)
{
	op->at = (uint32_t)b->poured;
	op->len = (uint32_t)(b->pool.n - b->poured);
	b->poured = b->pool.n;
}

/* What has been written is a literal: something else comes. */
static void end_literal(struct pk_builder *b)
{
	struct pk_op *op = b->pool.n == b->poured ? NULL : add_op(b, PK_LITERAL);
	if (op != NULL)
		pour(b, op);
}

/* A new operation, or NULL when no more can be built. */
static struct pk_op *emit(struct pk_builder *b, enum pk_opcode code)
{
	end_literal(b);
	return add_op(b, code);
}

struct pk_out *pk_build_bytes(struct pk_builder *b)
{
	return &b->pool;
}

void pk_build_literal(struct pk_builder *b, struct pk_str bytes)
{
	pk_put(&b->pool, bytes);
}

/* An operation with a name. */
static bool emit_named(
		struct pk_builder *b, enum pk_opcode code, struct pk_str name, unsigned flags)
{
	uint32_t number;
	struct pk_op *op = emit(b, code);
	if (op == NULL)
		return false;
	if (!pk_names_put(b->job, &b->names, name, &number))
		return stopped(b);
	op->name = number;
	op->flags = (uint8_t)flags;
	return true;
}

/* Puts today's name in place of an old one, and tells the user. */
static bool renew(struct pk_builder *b, struct pk_str *name, struct pk_pos at)
{
	const struct pk_renamed *row;
	struct pk_str was = *name;
	if (!pk_renamed_now(b, was, name, &row))
		return stopped(b);
	if (row != NULL && !b->told)
		pk_tell(b->job, PK_M_TEMPLATE_NAME_OLD, at, was, *name, pk_str_of(row->since));
	return true;
}

bool pk_build_value(struct pk_builder *b, struct pk_str name, bool raw, struct pk_pos at)
{
	const struct pk_value *value;
	bool known;
	b->last = at;
	if (b->stopped)
		return false;
	if (!renew(b, &name, at) || !pk_model_check(b, name, PK_WANTED_VALUE, at, &value, &known) ||
			(known && !pk_model_check_printable(b, name, value, at)))
		return failed(b);
	return emit_named(b, PK_VALUE, name, raw ? PK_OP_RAW : 0);
}

/* What an EACH over the model's value pushes, and whether it may turn. */
static void enter(const struct pk_builder *b, const struct pk_value *value, bool known,
		struct pk_section *section)
{
	section->turns = b->model == NULL || (known && value->kind == PK_LIST);
	section->context = value;
	if (!known || value->kind != PK_LIST)
		return;
	section->list = true;
	section->context = value->as.list.n > 0 ? &value->as.list.v[0] : NULL;
	section->unknown = section->context == NULL;
}

static bool push(struct pk_builder *b, struct pk_section section)
{
	if (b->n_sections >= b->job->limits->tag_depth) {
		(void)pk_fail(b->job, PK_M_TEMPLATE_DEPTH, section.at,
				pk_number(b->job, b->job->limits->tag_depth));
		return stopped(b);
	}
	if (!pk_grow(b->job, &b->sections, b->n_sections, &b->sections_room))
		return stopped(b);
	b->sections[b->n_sections++] = section;
	return true;
}

bool pk_build_open(struct pk_builder *b, struct pk_str written, bool inverted, struct pk_pos at)
{
	const struct pk_value *value;
	bool known, once;
	struct pk_str name = pk_name_of_section(written, &once);
	b->last = at;
	if (b->stopped)
		return false;
	if (!renew(b, &name, at))
		return false;
	bool good = pk_model_check(b, name, PK_WANTED_SECTION, at, &value, &known);
	end_literal(b);
	/* An unknown section is opened all the same, for what closes it. */
	struct pk_section section = {
		.written = written,
		.at = at,
		.op = (uint32_t)b->n_ops,
		.unknown = !good,
		.misspelt = !good,
	};
	if (!inverted && !once)
		enter(b, value, known, &section);
	if (!push(b, section))
		return false;
	if (!good)
		b->failed = true;
	enum pk_opcode code = inverted ? PK_UNLESS : once ? PK_ONCE : PK_EACH;
	return emit_named(b, code, name, section.turns ? PK_OP_TURNS : 0) && good;
}

/* The innermost open section with that name; floor - 1 when there is none. */
static size_t find_open(const struct pk_builder *b, struct pk_str written)
{
	size_t i = b->n_sections;
	while (i-- > b->floor)
		if (pk_str_eq(b->sections[i].written, written))
			break;
	return i;
}

static bool close_innermost(struct pk_builder *b)
{
	struct pk_section section = b->sections[--b->n_sections];
	struct pk_op *end = emit(b, PK_END);
	if (end == NULL)
		return false;
	end->at = section.op;
	end->name = b->ops[section.op].name;
	b->ops[section.op].at = (uint32_t)b->n_ops - 1;
	return true;
}

/* {{/a}} while b is open and a too, further out: the sections inside it count as closed. */
static bool crossed(struct pk_builder *b, struct pk_str written, struct pk_pos at, size_t outer)
{
	const struct pk_section *open = &b->sections[b->n_sections - 1];
	/* Of a section with a misspelt name enough has been said. */
	if (!open->misspelt)
		(void)pk_fail(b->job, PK_M_SECTION_CROSSED, at, written, open->written,
				.other = open->at);
	while (b->n_sections > outer)
		if (!close_innermost(b))
			break;
	return failed(b);
}

/* {{/a}} while b is open but no a: b is meant, or a stray tag was left behind. */
static bool misnamed(struct pk_builder *b, struct pk_str written, struct pk_pos at)
{
	const struct pk_section *open = &b->sections[b->n_sections - 1];
	if (!open->misspelt && pk_text_nearest(written, &open->written, 1) < 0) {
		(void)pk_fail(b->job, PK_M_SECTION_STRAY, at, written);
		return failed(b);
	}
	if (!open->misspelt)
		(void)pk_fail(b->job, PK_M_SECTION_MISNAMED, at, written, open->written,
				.other = open->at);
	(void)close_innermost(b);
	return failed(b);
}

bool pk_build_close(struct pk_builder *b, struct pk_str written, struct pk_pos at)
{
	b->last = at;
	if (b->stopped)
		return false;
	if (b->n_sections == b->floor) {
		(void)pk_fail(b->job, PK_M_SECTION_STRAY, at, written);
		return failed(b);
	}
	size_t outer = find_open(b, written);
	if (outer == b->floor - 1)
		return misnamed(b, written, at);
	return outer == b->n_sections - 1 ? close_innermost(b) : crossed(b, written, at, outer);
}

void pk_build_mark(struct pk_builder *b, uint32_t at, uint32_t len)
{
	struct pk_op *op = emit(b, PK_MARK);
	if (op == NULL)
		return;
	op->at = at;
	op->len = len;
}

void pk_build_fresh(struct pk_builder *b, uint32_t kind, uint16_t owner, struct pk_str was)
{
	struct pk_op *op = emit(b, PK_FRESH);
	if (op == NULL)
		return;
	op->name = kind;
	op->owner = owner;
	pk_put(&b->pool, was);
	pour(b, op);
}

uint16_t pk_build_depth(const struct pk_builder *b)
{
	uint16_t depth = 0;
	for (size_t i = b->floor; i < b->n_sections; i++)
		depth = (uint16_t)(depth + b->sections[i].turns);
	return depth;
}

/* True when a partial, once built where it was first called, serves here too. */
static bool same_context(const struct pk_builder *b, uint32_t entry)
{
	const struct pk_partial *partial = &b->partials[entry];
	if (b->model == NULL)
		return true;
	/* A partial that calls itself is checked where it was called from outside. */
	for (uint32_t i = b->entry; i != 0; i = b->partials[i - 1].caller)
		if (i - 1 == entry)
			return true;
	if (partial->n_sections != b->n_sections)
		return false;
	for (size_t i = 0; i < b->n_sections; i++)
		if (partial->sections[i].context != b->sections[i].context ||
				partial->sections[i].list != b->sections[i].list ||
				partial->sections[i].unknown != b->sections[i].unknown)
			return false;
	return true;
}

/* A new entry, which remembers the sections that are open now. */
static bool add_entry(struct pk_builder *b, struct pk_str name, struct pk_pos at, uint32_t next)
{
	if (!pk_grow(b->job, &b->entries, b->n_entries, &b->entries_room) ||
			!pk_grow(b->job, &b->partials, b->n_entries, &b->partials_room))
		return stopped(b);
	struct pk_partial partial = {
		.n_sections = b->n_sections, .caller = b->entry, .next = next
	};
	partial.sections = pk_new(b->job, struct pk_section, b->n_sections + 1);
	if (partial.sections == NULL)
		return stopped(b);
	for (size_t i = 0; i < b->n_sections; i++)
		partial.sections[i] = b->sections[i];
	b->partials[b->n_entries] = partial;
	b->entries[b->n_entries++] = (struct pk_entry){ .name = name, .called = at };
	return true;
}

/* The entry of a called name, new or known. */
static bool find_entry(struct pk_builder *b, uint32_t name, struct pk_pos at, uint32_t *ret)
{
	while (b->heads_room <= name)
		if (!pk_grow(b->job, &b->heads, b->heads_room, &b->heads_room))
			return stopped(b);
	for (uint32_t i = b->heads[name]; i != 0; i = b->partials[i - 1].next)
		if (same_context(b, i - 1)) {
			*ret = i - 1;
			return true;
		}
	if (!add_entry(b, b->names.v[name].whole, at, b->heads[name]))
		return false;
	b->heads[name] = (uint32_t)b->n_entries;
	*ret = (uint32_t)b->n_entries - 1;
	return true;
}

bool pk_build_call(struct pk_builder *b, struct pk_str name, struct pk_pos at)
{
	uint32_t entry;
	b->last = at;
	if (!emit_named(b, PK_CALL, name, 0))
		return false;
	size_t op = b->n_ops - 1;
	if (!find_entry(b, b->ops[op].name, at, &entry))
		return false;
	b->ops[op].at = entry;
	return true;
}

/* Ends the template or a partial. */
static void end_body(struct pk_builder *b)
{
	for (size_t i = b->floor; i < b->n_sections && !b->stopped; i++) {
		(void)pk_fail(b->job, PK_M_SECTION_OPEN, b->sections[i].at, b->sections[i].written);
		(void)failed(b);
	}
	b->n_sections = b->floor = 0;
	(void)emit(b, PK_RETURN);
}

bool pk_build_next(struct pk_builder *b, struct pk_str *ret_name, struct pk_pos *ret_called)
{
	if (b->stopped || b->entry >= b->n_entries)
		return false;
	end_body(b);
	const struct pk_partial *partial = &b->partials[b->entry];
	struct pk_entry *entry = &b->entries[b->entry++];
	for (size_t i = 0; i < partial->n_sections; i++)
		if (!push(b, partial->sections[i]))
			return false;
	b->floor = b->n_sections;
	entry->first = (uint32_t)b->n_ops;
	*ret_name = entry->name;
	*ret_called = entry->called;
	return true;
}

bool pk_build_done(struct pk_builder *b, const struct pk_program **ret)
{
	struct pk_str pool;
	end_body(b);
	if (b->stopped || !pk_out_done(b->job, &b->pool, &pool) || b->failed)
		return false;
	struct pk_program *program = pk_new(b->job, struct pk_program, 1);
	if (program == NULL)
		return false;
	for (size_t i = b->entry; i < b->n_entries; i++)
		b->entries[i].first = (uint32_t)b->n_ops - 1;
	*program = (struct pk_program){
		.ops = b->ops,
		.n_ops = b->n_ops,
		.pool = pool,
		.names = b->names.v,
		.n_names = b->names.n,
		.entries = b->entries,
		.n_entries = b->n_entries,
	};
	*ret = program;
	return true;
}
