/* A text template filled. */
#include "format/text/template.h"

#include "markup/blocks.h"
#include "value/image.h"

/* The part of the indentation that the current partial's lines begin with. */
struct indent {
	size_t from, to;
};

struct writer {
	struct pk_job *job;
	const struct pk_text_template *template;
	struct pk_out *out;
	struct pk_out words;   /* a value's words, before they are escaped */
	struct pk_out indents; /* all indentations of the partials that run, outermost first */
	struct indent now;
	struct indent *stack;
	size_t n, room;
	bool failed;
};

static const char *escape_of(char c)
{
	switch (c) {
	case '&':
		return "&amp;";
	case '<':
		return "&lt;";
	case '>':
		return "&gt;";
	case '"':
		return "&quot;";
	default:
		return NULL;
	}
}

static void put_escaped(struct pk_out *out, struct pk_str s)
{
	size_t done = 0;
	for (size_t i = 0; i < s.n; i++) {
		const char *escape = escape_of(s.p[i]);
		if (escape == NULL)
			continue;
		pk_put(out, pk_str_slice(s, done, i));
		pk_put_c(out, escape);
		done = i + 1;
	}
	pk_put(out, pk_str_slice(s, done, s.n));
}

static void write_literal(void *self, struct pk_str bytes)
{
	struct writer *w = self;
	pk_put(w->out, bytes);
}

static struct pk_str words_of(struct writer *w, const struct pk_value *value)
{
	switch (value->kind) {
	case PK_TEXT:
		return value->as.text;
	case PK_IMAGE:
		return value->as.image->alt;
	case PK_BLOCKS:
		w->words.n = 0;
		pk_blocks_words(value->as.blocks, &w->words);
		w->out->failed = w->out->failed || w->words.failed;
		return pk_out_str(&w->words);
	case PK_NOTHING:
	case PK_LIST:
	case PK_MAP:
	case PK_ANCHOR:
	case PK_PAGE:
		break;
	}
	return PK_STR("");
}

static void write_value(void *self, const struct pk_op *op, const struct pk_value *value)
{
	struct writer *w = self;
	struct pk_str words = words_of(w, value);
	if (w->template->html && !(op->flags & PK_OP_RAW))
		put_escaped(w->out, words);
	else
		pk_put(w->out, words);
}

/* Remembers the indentation until the partial is done. */
static void keep_indent(struct writer *w)
{
	if (!pk_grow(w->job, &w->stack, w->n, &w->room))
		w->failed = true;
	else
		w->stack[w->n++] = w->now;
}

static void write_mark(void *self, const struct pk_op *op)
{
	struct writer *w = self;
	if (w->failed)
		return;
	switch ((enum pk_text_mark)op->at) {
	case PK_TEXT_LINE:
		pk_put(w->out, pk_str_slice(pk_out_str(&w->indents), w->now.from, w->now.to));
		break;
	case PK_TEXT_INDENT:
		keep_indent(w);
		pk_put(&w->indents, w->template->indents[op->len]);
		w->now.to = w->indents.n;
		break;
	case PK_TEXT_INLINE:
		keep_indent(w);
		w->now.from = w->now.to;
		break;
	case PK_TEXT_OUTDENT:
		w->now = w->stack[--w->n];
		w->indents.n = w->now.to;
		break;
	}
}

bool pk_text_render(struct pk_job *job, const struct pk_text_template *template,
		const struct pk_value *root, struct pk_out *out)
{
	struct writer w = {
		.job = job,
		.template = template,
		.out = out,
		.words = pk_out_new(job->arena, job->limits->output_bytes),
		.indents = pk_out_new(job->arena, job->limits->output_bytes),
	};
	struct pk_writer to = {
		.self = &w,
		.literal = write_literal,
		.value = write_value,
		.mark = write_mark,
	};
	struct pk_run_state state = { 0 };
	struct pk_str indents;
	return pk_program_run(job, template->program, root, &state, &to) && !w.failed &&
	       pk_out_done(job, &w.indents, &indents);
}
