/* Secret words: "((" and "))" in the rader and texts of a paragraf become the marks of the model. */
#include "meeting/read.h"

/* What stands for "\((" while CommonMark is read, which would take the backslash away: a control
 * character that no input may hold, and as many bytes. */
#define PLAIN "\xC2\x84("

/* Parentheses in one rad or one block, from its first byte on. */
struct marks {
	struct pk_reader *r;
	const struct pk_node *node;
	bool inside;            /* behind "((", before "))" */
	struct pk_pos opened;
	bool ok;
};

static void wrong(struct marks *m, enum pk_message message, struct pk_pos at)
{
	m->ok = pk_fail(m->r->job, message, at);
}

static void begin(struct marks *m, struct pk_pos at)
{
	if (m->r->paragraf < 0) {
		wrong(m, PK_M_SECRET_OUTSIDE, at);
		return;
	}
	if (!m->r->sekretess) {
		wrong(m, PK_M_SECRET_NO_SEKRETESS, at);
		return;
	}
	if (m->inside)
		wrong(m, PK_M_SECRET_NESTED, at);
	m->inside = m->r->marked = true;
	m->opened = at;
}

static void end(struct marks *m)
{
	if (m->inside)
		wrong(m, PK_M_SECRET_OPEN, m->opened);
	m->inside = false;
}

static size_t run_of(struct pk_str s, size_t at, char c)
{
	size_t n = 0;

	while (at + n < s.n && s.p[at + n] == c)
		n++;
	return n;
}

/* Writes s with marks; offset is where it stands in the node's text. A run of closing parentheses
 * closes with its last two: "((Bo Ek (S)))" is whole. */
static void put_marked(struct marks *m, struct pk_str s, size_t offset, struct pk_out *out)
{
	for (size_t i = 0; i < s.n;) {
		struct pk_str rest = pk_str_slice(s, i, s.n);
		size_t closing = run_of(s, i, ')');

		if (pk_str_starts(rest, PK_STR("\\((")) || pk_str_starts(rest, PK_STR(PLAIN))) {
			pk_put_c(out, "((");
			i += 3;
		} else if (pk_str_starts(rest, PK_STR("(("))) {
			begin(m, pk_node_place(m->r->job, m->node, offset + i, 2));
			pk_put_c(out, PK_SECRET_BEGINS);
			i += 2;
		} else if (closing >= 2 && m->inside) {
			pk_put(out, pk_str_slice(s, i, i + closing - 2));
			pk_put_c(out, PK_SECRET_ENDS);
			m->inside = false;
			i += closing;
		} else {
			pk_put_byte(out, s.p[i++]);
		}
	}
}

/* Most words have no marks: they stay where they are. */
static bool has_parentheses(struct pk_str s, bool inside)
{
	return pk_str_find(s, PK_STR("(("), 0) < s.n || pk_str_find(s, PK_STR(PLAIN), 0) < s.n ||
			(inside && pk_str_find(s, PK_STR("))"), 0) < s.n);
}

static bool mark(struct marks *m, size_t offset, struct pk_str *text)
{
	struct pk_out out;

	if (!has_parentheses(*text, m->inside))
		return true;
	out = pk_out_new(m->r->job->arena, text->n);
	put_marked(m, *text, offset, &out);
	return pk_out_done(m->r->job, &out, text);
}

bool pk_secret_line(struct pk_reader *r, const struct pk_node *node, struct pk_str *text)
{
	struct marks m = { .r = r, .node = node, .ok = true };

	if (r->settings || text->n == 0)
		return true;
	if (!mark(&m, (size_t)(text->p - node->text.p), text))
		return false;
	end(&m);
	return m.ok;
}

bool pk_secret_before_markup(struct pk_reader *r, struct pk_str text, struct pk_str *ret)
{
	static const struct pk_str plain = PK_STR_INIT("\\((");
	struct pk_out out;

	*ret = text;
	if (pk_str_find(text, plain, 0) == text.n)
		return true;
	out = pk_out_new(r->job->arena, text.n);
	for (size_t at = 0; at < text.n;) {
		size_t end = pk_str_find(text, plain, at);

		pk_put(&out, pk_str_slice(text, at, end));
		pk_put_c(&out, end < text.n ? PLAIN : "");
		at = end + plain.n;
	}
	return pk_out_done(r->job, &out, ret);
}

/* The address of a link stands by itself: what opens there closes there. */
static bool mark_target(struct marks *m, struct pk_run *run)
{
	bool inside = m->inside, ok;

	m->inside = false;
	ok = mark(m, run->offset, &run->target);
	end(m);
	m->inside = inside;
	return ok;
}

static bool mark_runs(struct marks *m, struct pk_block *block)
{
	for (size_t i = 0; i < block->n_runs; i++) {
		struct pk_run *run = &block->runs[i];

		if (run->kind != PK_RUN_BREAK && !mark(m, run->offset, &run->text))
			return false;
		if (run->kind == PK_RUN_TEXT && run->target.n > 0 && !mark_target(m, run))
			return false;
	}
	end(m);
	return true;
}

static bool mark_blocks(struct marks *m, struct pk_block *v, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		if (!mark_runs(m, &v[i]) || !mark_blocks(m, v[i].children, v[i].n_children))
			return false;
	}
	return true;
}

bool pk_secret_blocks(struct pk_reader *r, const struct pk_node *node,
		const struct pk_blocks *blocks)
{
	struct marks m = { .r = r, .node = node, .ok = true };

	return blocks == NULL || (mark_blocks(&m, blocks->v, blocks->n) && m.ok);
}
