/* Text to a program, line by line. */
#include "format/text/template.h"

#include "base/text.h"

struct compiler {
	struct pk_job *job;
	const struct pk_text_options *options;
	struct pk_builder *builder;
	struct pk_str *indents;
	size_t n_indents, indents_room;
	bool partial;       /* lines are marked, for their indentation */
	bool at_line_start; /* nothing of this line has been written */
};

/* The text of a line's beginning, or of a tag within it, comes next. */
static void begin_line(struct compiler *c)
{
	if (c->at_line_start && c->partial)
		pk_build_mark(c->builder, PK_TEXT_LINE, 0);
	c->at_line_start = false;
}

static void put_literal(struct compiler *c, struct pk_str text)
{
	while (text.n > 0) {
		size_t end = pk_str_find(text, PK_STR("\n"), 0);
		bool whole_line = end < text.n;
		end += whole_line;
		begin_line(c);
		pk_build_literal(c->builder, pk_str_slice(text, 0, end));
		c->at_line_start = whole_line;
		text = pk_str_slice(text, end, text.n);
	}
}

static bool is_blank(char c)
{
	return c == ' ' || c == '\t';
}

bool pk_text_stands_alone(
		struct pk_str text, const struct pk_tag *tag, size_t *ret_from, size_t *ret_to)
{
	size_t from = tag->from, to = tag->to;
	if (tag->kind == PK_TAG_VALUE || tag->kind == PK_TAG_RAW)
		return false;
	while (from > 0 && is_blank(text.p[from - 1]))
		from--;
	while (to < text.n && is_blank(text.p[to]))
		to++;
	if (from > 0 && text.p[from - 1] != '\n')
		return false;
	if (to + 1 < text.n && text.p[to] == '\r' && text.p[to + 1] == '\n')
		to++;
	if (to < text.n && text.p[to] != '\n')
		return false;
	*ret_from = from;
	*ret_to = to < text.n ? to + 1 : to;
	return true;
}

static bool call_alone(
		struct compiler *c, struct pk_str name, struct pk_str indent, struct pk_pos at)
{
	if (!pk_grow(c->job, &c->indents, c->n_indents, &c->indents_room))
		return false;
	pk_build_mark(c->builder, PK_TEXT_INDENT, (uint32_t)c->n_indents);
	c->indents[c->n_indents++] = indent;
	bool good = pk_build_call(c->builder, name, at);
	pk_build_mark(c->builder, PK_TEXT_OUTDENT, 0);
	return good;
}

static bool call_inline(struct compiler *c, struct pk_str name, struct pk_pos at)
{
	pk_build_mark(c->builder, PK_TEXT_INLINE, 0);
	bool good = pk_build_call(c->builder, name, at);
	pk_build_mark(c->builder, PK_TEXT_OUTDENT, 0);
	return good;
}

/* A tag within a line; partials that stand alone have been dealt with. */
static bool put_tag(struct compiler *c, const struct pk_tag *tag, struct pk_pos at)
{
	switch (tag->kind) {
	case PK_TAG_VALUE:
	case PK_TAG_RAW:
		return pk_build_value(c->builder, tag->name, tag->kind == PK_TAG_RAW, at);
	case PK_TAG_OPEN:
	case PK_TAG_UNLESS:
		return pk_build_open(c->builder, tag->name, tag->kind == PK_TAG_UNLESS, at);
	case PK_TAG_CLOSE:
		return pk_build_close(c->builder, tag->name, at);
	case PK_TAG_PARTIAL:
		return call_inline(c, tag->name, at);
	case PK_TAG_NONE:
	case PK_TAG_COMMENT:
	case PK_TAG_DELIMITERS:
		break;
	}
	return true;
}

/* A tag and the text before it. *done is how far the text has been written. */
static bool compile_tag(
		struct compiler *c, struct pk_lexer *lexer, const struct pk_tag *tag, size_t *done)
{
	size_t from, to;
	struct pk_pos at = { lexer->source, (uint32_t)tag->from, (uint32_t)(tag->to - tag->from) };
	if (!pk_text_stands_alone(lexer->text, tag, &from, &to)) {
		put_literal(c, pk_str_slice(lexer->text, *done, tag->from));
		*done = tag->to;
		begin_line(c);
		return put_tag(c, tag, at);
	}
	put_literal(c, pk_str_slice(lexer->text, *done, from));
	*done = lexer->at = to;
	c->at_line_start = true;
	if (tag->kind != PK_TAG_PARTIAL)
		return put_tag(c, tag, at);
	return call_alone(c, tag->name, pk_str_slice(lexer->text, from, tag->from), at);
}

static bool compile_text(struct compiler *c, struct pk_str text, uint32_t source)
{
	struct pk_lexer lexer = pk_lexer_new(text, source);
	struct pk_tag tag;
	size_t done = 0;
	bool good = true;
	size_t bad = pk_text_invalid(text);
	if (bad < text.n)
		return pk_fail(c->job, PK_M_TEMPLATE_UTF8,
				(struct pk_pos){ source, (uint32_t)bad, 1 });
	c->at_line_start = true;
	for (;;) {
		/* A bad tag does not hide the errors behind it. */
		if (!pk_lexer_next(c->job, &lexer, &tag)) {
			good = false;
			continue;
		}
		if (tag.kind == PK_TAG_NONE)
			break;
		good = compile_tag(c, &lexer, &tag, &done) && good;
	}
	put_literal(c, pk_str_slice(text, done, text.n));
	return good;
}

/* Without a model an unknown partial is empty, as unknown names are. */
static bool compile_partial(struct compiler *c, struct pk_str name, struct pk_pos called)
{
	const struct pk_text_partials *partials = c->options->partials;
	struct pk_str text = { NULL, 0 };
	uint32_t source = 0, errors = pk_diag_errors(c->job->diags);
	if (partials != NULL && partials->find(partials->self, name, &text, &source))
		return compile_text(c, text, source);
	if (pk_diag_errors(c->job->diags) > errors)
		return false;
	return c->options->model == NULL || pk_fail(c->job, PK_M_PARTIAL_UNKNOWN, called, name);
}

bool pk_text_compile(struct pk_job *job, struct pk_str text, uint32_t source,
		const struct pk_text_options *options, const struct pk_text_template **ret)
{
	struct compiler c = { .job = job, .options = options };
	struct pk_str name;
	struct pk_pos called;
	struct pk_text_template *template = pk_new(job, struct pk_text_template, 1);
	if (template == NULL ||
			!pk_builder_new(job, &(struct pk_build_options){ .model = options->model,
							     .renamed = options->renamed },
					&c.builder))
		return false;
	bool good = compile_text(&c, text, source);
	c.partial = true;
	while (pk_build_next(c.builder, &name, &called))
		good = compile_partial(&c, name, called) && good;
	if (!pk_build_done(c.builder, &template->program) || !good)
		return false;
	template->indents = c.indents;
	template->n_indents = c.n_indents;
	template->html = options->html;
	*ret = template;
	return true;
}

void pk_text_print(const struct pk_text_template *template, struct pk_out *out)
{
	pk_program_print(template->program, out);
}
