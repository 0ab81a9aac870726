/* Programs as text. */
#include "template/build.h"

static void put_bytes(struct pk_out *out, struct pk_str bytes)
{
	pk_put_byte(out, '"');
	for (size_t i = 0; i < bytes.n; i++) {
		char c = bytes.p[i];
		if (c == '\n')
			pk_put_c(out, "\\n");
		else if (c == '\r')
			pk_put_c(out, "\\r");
		else if (c == '\t')
			pk_put_c(out, "\\t");
		else
			pk_put_byte(out, c);
	}
	pk_put_byte(out, '"');
}

static const char *word_of(const struct pk_op *op)
{
	switch ((enum pk_opcode)op->code) {
	case PK_LITERAL:
		return "literal";
	case PK_VALUE:
		return op->flags & PK_OP_RAW ? "raw" : "value";
	case PK_FRESH:
		return "fresh";
	case PK_MARK:
		return "mark";
	case PK_EACH:
		return op->flags & PK_OP_TURNS ? "each" : "with";
	case PK_ONCE:
		return "once";
	case PK_UNLESS:
		return "unless";
	case PK_END:
		return "end";
	case PK_CALL:
		return "call";
	case PK_RETURN:
		return "return";
	}
	return "?";
}

static void put_pair(struct pk_out *out, uint64_t a, uint64_t b)
{
	pk_put_byte(out, ' ');
	pk_put_uint(out, a);
	pk_put_byte(out, ' ');
	pk_put_uint(out, b);
}

static void put_operands(
		const struct pk_program *program, const struct pk_op *op, struct pk_out *out)
{
	struct pk_str bytes = pk_str_slice(program->pool, op->at, (size_t)op->at + op->len);
	switch ((enum pk_opcode)op->code) {
	case PK_FRESH:
	case PK_LITERAL:
		if (op->code == PK_FRESH)
			put_pair(out, op->name, op->owner);
		pk_put_byte(out, ' ');
		put_bytes(out, bytes);
		break;
	case PK_MARK:
		put_pair(out, op->at, op->len);
		break;
	case PK_RETURN:
		break;
	case PK_EACH:
	case PK_ONCE:
	case PK_UNLESS:
	case PK_END:
	case PK_VALUE:
	case PK_CALL:
		pk_put_byte(out, ' ');
		pk_put(out, program->names[op->name].whole);
		break;
	}
	if (op->code == PK_EACH || op->code == PK_ONCE || op->code == PK_UNLESS ||
			op->code == PK_END) {
		pk_put_c(out, " -> ");
		pk_put_uint(out, op->at);
	}
}

static void put_entries(const struct pk_program *program, size_t at, struct pk_out *out)
{
	for (size_t i = 0; i < program->n_entries; i++)
		if (program->entries[i].first == at) {
			pk_put_c(out, "partial ");
			pk_put(out, program->entries[i].name);
			pk_put_c(out, ":\n");
		}
}

void pk_program_print(const struct pk_program *program, struct pk_out *out)
{
	size_t depth = 0;
	for (size_t i = 0; i < program->n_ops; i++) {
		const struct pk_op *op = &program->ops[i];
		put_entries(program, i, out);
		depth -= op->code == PK_END;
		pk_put_uint(out, i);
		for (size_t j = 0; j <= depth; j++)
			pk_put_byte(out, ' ');
		pk_put_c(out, word_of(op));
		put_operands(program, op, out);
		pk_put_byte(out, '\n');
		depth += op->code == PK_EACH || op->code == PK_ONCE || op->code == PK_UNLESS;
	}
}
