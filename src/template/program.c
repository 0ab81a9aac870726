/* Runs programs. */
#include "template/build.h"

/* A context that a section pushed, or the place where a partial was called. */
struct frame {
	const struct pk_value *context; /* NULL: a call */
	const struct pk_value *list;    /* the list that turns, or NULL */
	size_t i;                       /* which item of it, from 0 */
	uint32_t op;                    /* the EACH or the CALL */
	uint32_t turn;
	bool turns;  /* counts for FRESH */
	size_t base; /* call: the base of the caller */
};

struct run {
	struct pk_job *job;
	const struct pk_program *program;
	const struct pk_value *root;
	struct pk_run_state *state;
	const struct pk_writer *to;
	struct frame *frames;
	size_t n, room;
	size_t base; /* the first frame of the partial that runs */
	uint32_t calls;
	struct pk_value special; /* första? sista? nummer, when asked for */
	char digits[20];
};

static bool push(struct run *run, struct frame frame)
{
	if (!pk_grow(run->job, &run->frames, run->n, &run->room))
		return false;
	run->frames[run->n++] = frame;
	return true;
}

static const struct pk_value *number(struct run *run, uint64_t n)
{
	size_t at = sizeof(run->digits);
	do {
		run->digits[--at] = (char)('0' + n % 10);
		n /= 10;
	} while (n > 0);
	run->special = pk_value_text((struct pk_str){ run->digits + at, sizeof(run->digits) - at });
	return &run->special;
}

static const struct pk_value *yes_or_nothing(struct run *run, bool yes)
{
	run->special = (struct pk_value){ .kind = PK_NOTHING };
	if (yes)
		run->special = pk_value_text(PK_STR("true"));
	return &run->special;
}

/* What a turn itself answers; NULL when the name is none of the three. */
static const struct pk_value *of_turn(
		struct run *run, const struct frame *frame, enum pk_name_kind kind)
{
	switch (kind) {
	case PK_NAME_FIRST:
		return yes_or_nothing(run, frame->i == 0);
	case PK_NAME_LAST:
		return yes_or_nothing(run, frame->i + 1 == frame->list->as.list.n);
	case PK_NAME_NUMBER:
		return number(run, frame->i + 1);
	case PK_NAME_PLAIN:
	case PK_NAME_SELF:
		break;
	}
	return NULL;
}

/* The value of a name, or NULL. The first context that has the first part decides. Every context
 * that is passed is a step: deep templates pay for their depth. */
static const struct pk_value *look(struct run *run, const struct pk_name *name)
{
	for (size_t i = run->n; i-- > 0;) {
		const struct frame *frame = &run->frames[i];
		run->state->steps++;
		if (frame->context == NULL)
			continue;
		if (name->kind == PK_NAME_SELF)
			return frame->context;
		const struct pk_value *value = pk_value_get(frame->context, name->first);
		if (value == NULL && frame->list != NULL)
			value = of_turn(run, frame, name->kind);
		if (value != NULL)
			return pk_name_below(value, name->rest);
	}
	if (name->kind == PK_NAME_SELF)
		return run->root;
	return pk_name_below(pk_value_get(run->root, name->first), name->rest);
}

static const struct pk_value *value_of(struct run *run, const struct pk_op *op)
{
	return look(run, &run->program->names[op->name]);
}

static void write_value(struct run *run, const struct pk_op *op)
{
	const struct pk_value *value = pk_value_plain(value_of(run, op));
	if (value == NULL || value->kind == PK_NOTHING || value->kind == PK_LIST ||
			value->kind == PK_MAP || run->to->value == NULL)
		return;
	run->to->value(run->to->self, op, value);
}

/* The turn of the EACH that owns a FRESH, or 0. */
static uint32_t turn_of(const struct run *run, uint16_t owner)
{
	for (size_t i = run->base; i < run->n && owner > 0; i++)
		if (run->frames[i].turns && --owner == 0)
			return run->frames[i].turn;
	return 0;
}

/* A turn begins: the frame gets its item and its number. */
static void begin_turn(struct run *run, struct frame *frame)
{
	if (frame->list != NULL)
		frame->context = &frame->list->as.list.v[frame->i];
	frame->turn = ++run->state->turns;
	if (frame->list != NULL && run->to->turn != NULL)
		run->to->turn(run->to->self, &run->program->ops[frame->op], frame->context,
				frame->turn, true);
}

/* Enters a section at *pc, or jumps behind its end. */
static bool enter_each(struct run *run, uint32_t *pc)
{
	const struct pk_op *op = &run->program->ops[*pc];
	const struct pk_value *value = value_of(run, op);
	if (!pk_value_true(value)) {
		*pc = op->at + 1;
		return true;
	}
	if (value == &run->special) {
		/* It must outlive the next question. */
		struct pk_value *kept = pk_new(run->job, struct pk_value, 1);
		if (kept == NULL || !pk_copy(run->job, value->as.text, &kept->as.text))
			return false;
		kept->kind = PK_TEXT;
		value = kept;
	}
	struct frame frame = {
		.context = value,
		.op = *pc,
		.turns = (op->flags & PK_OP_TURNS) != 0,
		.list = value->kind == PK_LIST ? value : NULL,
	};
	if (!push(run, frame))
		return false;
	begin_turn(run, &run->frames[run->n - 1]);
	++*pc;
	return true;
}

/* At the end of a section: another turn, or behind it. */
static void leave(struct run *run, uint32_t *pc)
{
	uint32_t opener = run->program->ops[*pc].at;
	++*pc;
	if (run->program->ops[opener].code != PK_EACH)
		return;
	struct frame *frame = &run->frames[run->n - 1];
	if (frame->list != NULL && run->to->turn != NULL)
		run->to->turn(run->to->self, &run->program->ops[opener], frame->context,
				frame->turn, false);
	if (frame->list != NULL && ++frame->i < frame->list->as.list.n) {
		begin_turn(run, frame);
		*pc = opener + 1;
		return;
	}
	run->n--;
}

static bool call(struct run *run, uint32_t *pc)
{
	const struct pk_entry *entry = &run->program->entries[run->program->ops[*pc].at];
	if (run->calls >= run->job->limits->partial_depth)
		return pk_fail(run->job, PK_M_PARTIAL_DEPTH, entry->called, entry->name);
	if (!push(run, (struct frame){ .op = *pc, .base = run->base }))
		return false;
	run->calls++;
	run->base = run->n;
	*pc = entry->first;
	return true;
}

/* Back to the caller; false at the end of the template itself. */
static bool back(struct run *run, uint32_t *pc)
{
	if (run->calls == 0)
		return false;
	const struct frame *frame = &run->frames[--run->n];
	run->calls--;
	run->base = frame->base;
	*pc = frame->op + 1;
	return true;
}

static void write_op(struct run *run, const struct pk_op *op)
{
	const struct pk_writer *to = run->to;
	struct pk_str bytes = pk_str_slice(run->program->pool, op->at, (size_t)op->at + op->len);
	if (op->code == PK_LITERAL && to->literal != NULL)
		to->literal(to->self, bytes);
	else if (op->code == PK_FRESH && to->fresh != NULL)
		to->fresh(to->self, op, bytes, turn_of(run, op->owner));
	else if (op->code == PK_MARK && to->mark != NULL)
		to->mark(to->self, op);
}

/* One operation; *pc moves. *ret_more false at the end of the template. */
static bool run_op(struct run *run, uint32_t *pc, bool *ret_more)
{
	const struct pk_op *op = &run->program->ops[*pc];
	switch ((enum pk_opcode)op->code) {
	case PK_LITERAL:
	case PK_FRESH:
	case PK_MARK:
		write_op(run, op);
		++*pc;
		return true;
	case PK_VALUE:
		write_value(run, op);
		++*pc;
		return true;
	case PK_EACH:
		return enter_each(run, pc);
	case PK_ONCE:
	case PK_UNLESS:
		*pc = pk_value_true(value_of(run, op)) == (op->code == PK_ONCE) ? *pc + 1
										: op->at + 1;
		return true;
	case PK_END:
		leave(run, pc);
		return true;
	case PK_CALL:
		return call(run, pc);
	case PK_RETURN:
		*ret_more = back(run, pc);
		return true;
	}
	return true;
}

bool pk_program_run(struct pk_job *job, const struct pk_program *program,
		const struct pk_value *root, struct pk_run_state *state, const struct pk_writer *to)
{
	struct run run = {
		.job = job,
		.program = program,
		.root = root,
		.state = state,
		.to = to,
	};
	uint32_t pc = 0;
	bool more = true;
	while (more) {
		run.state->steps++;
		if (run.state->steps > job->limits->steps)
			return pk_fail(job, PK_M_TEMPLATE_STEPS, PK_NOWHERE,
					pk_number(job, job->limits->steps));
		if (!run_op(&run, &pc, &more))
			return false;
	}
	return true;
}

bool pk_program_names(const struct pk_program *program, struct pk_str name)
{
	for (size_t i = 0; i < program->n_names; i++)
		if (pk_str_eq(program->names[i].whole, name) ||
				pk_str_eq(program->names[i].first, name))
			return true;
	return false;
}

bool pk_program_repeats(const struct pk_program *program, struct pk_str name)
{
	for (size_t i = 0; i < program->n_ops; i++) {
		const struct pk_op *op = &program->ops[i];

		if (op->code == PK_EACH && (op->flags & PK_OP_TURNS) != 0 &&
				pk_str_eq(program->names[op->name].whole, name))
			return true;
	}
	return false;
}
