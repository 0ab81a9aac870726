/* A page with tags to a program. */
#include "format/html/check.h"

#include "base/text.h"
#include "format/text/template.h"
#include "package/package.h"

struct compiler {
	struct pk_job *job;
	const struct pk_compile_options *options;
	struct pk_builder *builder;
	struct pk_scan scan;
	struct pk_scan_mark *sections;
	size_t n_sections, sections_room;
	struct pk_event *events;
	size_t n_events, events_room;
	const struct pk_html_edit *edits; /* of the text that is being read */
	size_t n_edits;
	struct pk_str *chain;             /* partials that are being read */
	size_t n_chain, chain_room;
	struct pk_html_check *check;      /* NULL: no advice is asked for */
	bool failed;
};

/* The title that a page without one gets. */
static void put_title(struct compiler *c)
{
	static const char *const names[] = { "egenskaper.titel", "titel" };

	for (size_t i = 0; i < PK_COUNT(names); i++) {
		struct pk_str name = pk_str_of(names[i]);

		if (pk_build_look(c->builder, name) == NULL)
			continue;
		pk_build_mark(c->builder, (uint32_t)c->n_events, 0);
		if (!pk_build_value(c->builder, name, false, PK_NOWHERE))
			c->failed = true;
		return;
	}
	pk_build_literal(c->builder, c->options->name);
}

static void put_edit(struct compiler *c, const struct pk_html_edit *edit)
{
	pk_build_literal(c->builder, edit->text);
	if (edit->title)
		put_title(c);
	pk_build_literal(c->builder, edit->after);
}

/* What stands in the template, but for what the format itself puts in its place. */
static void put_literal(struct compiler *c, size_t from, size_t to)
{
	c->scan.turns = pk_build_depth(c->builder);
	if (!pk_scan_read(&c->scan, from, to))
		c->failed = true;
	while (c->n_edits > 0 && c->edits->at <= to) {
		const struct pk_html_edit *edit = c->edits;

		pk_build_literal(c->builder, pk_str_slice(c->scan.text, from, edit->at));
		put_edit(c, edit);
		from = edit->at + edit->skip;
		c->edits++;
		c->n_edits--;
	}
	if (from < to)
		pk_build_literal(c->builder, pk_str_slice(c->scan.text, from, to));
}

static bool put_value(struct compiler *c, const struct pk_tag *tag, struct pk_pos at,
		const struct pk_event *event)
{
	const struct pk_value *value;

	if (!pk_grow(c->job, &c->events, c->n_events, &c->events_room))
		return false;
	value = c->check == NULL ? NULL : pk_build_look(c->builder, tag->name);
	if (value != NULL && value->kind == PK_PAGE)
		pk_html_check_page(c->check, at);
	c->events[c->n_events] = *event;
	pk_build_mark(c->builder, (uint32_t)c->n_events++, 1);
	return pk_build_value(c->builder, tag->name, tag->kind == PK_TAG_RAW, at);
}

static bool open_section(struct compiler *c, const struct pk_tag *tag, struct pk_pos at)
{
	if (!pk_grow(c->job, &c->sections, c->n_sections, &c->sections_room))
		return false;
	bool good = pk_scan_open(&c->scan, tag->name, at, &c->sections[c->n_sections++]);
	return pk_build_open(c->builder, tag->name, tag->kind == PK_TAG_UNLESS, at) && good;
}

static bool close_section(struct compiler *c, const struct pk_tag *tag, struct pk_pos at)
{
	bool good = true;

	if (c->n_sections > 0)
		good = pk_scan_close(&c->scan, &c->sections[--c->n_sections]);
	return pk_build_close(c->builder, tag->name, at) && good;
}

static bool compile_text(struct compiler *c, struct pk_str text, uint32_t source);

/* A template that takes in itself: says by which way. */
static bool check_chain(struct compiler *c, struct pk_str name, struct pk_pos at)
{
	struct pk_str way = name;
	size_t i = c->n_chain;

	while (i > 0 && !pk_str_eq(c->chain[i - 1], name))
		if (!pk_join(c->job, &way, c->chain[--i], PK_STR(" \xE2\x86\x92 "), way))
			return false;
	if (i == 0 && c->n_chain < c->job->limits->partial_depth)
		return true;
	return pk_join(c->job, &way, name, PK_STR(" \xE2\x86\x92 "), way) &&
			pk_fail(c->job, PK_M_PARTIAL_LOOP, at, name, way);
}

static bool read_source(struct compiler *c, const struct pk_package *from, struct pk_str name,
		struct pk_str *ret, uint32_t *ret_source)
{
	struct pk_source source = { .name = name };
	int part = pk_package_find(from, PK_STR(PK_HTML_PART));
	size_t bad;

	if (part < 0)
		return pk_fail(c->job, PK_M_TEMPLATE_PART, PK_NOWHERE, name, PK_STR(PK_HTML_PART));
	if (!pk_package_bytes(c->job, from, (size_t)part, &source.text) ||
			!pk_source_add(c->job, &source, ret_source))
		return false;
	*ret = source.text;
	bad = pk_text_invalid(source.text);
	return bad == source.text.n || pk_fail(c->job, PK_M_TEMPLATE_UTF8,
			(struct pk_pos){ *ret_source, (uint32_t)bad, 1 });
}

static bool read_partial(struct compiler *c, const struct pk_tag *tag, struct pk_pos at,
		struct pk_str *ret, uint32_t *ret_source)
{
	const struct pk_compile_options *options = c->options;
	const struct pk_package *from;

	if (!check_chain(c, tag->name, at))
		return false;
	if (options->partial == NULL)
		return pk_fail(c->job, PK_M_PARTIAL_UNKNOWN, at, tag->name);
	return options->partial(c->job, options->self, tag->name, at, &from) &&
			read_source(c, from, tag->name, ret, ret_source);
}

/* {{>x}}: as if it stood here. It begins and ends between the same elements. */
static bool put_partial(struct compiler *c, const struct pk_tag *tag, struct pk_pos at)
{
	struct pk_scan_mark mark;
	struct pk_str text, called, outer = c->scan.text;
	uint32_t source, outer_source = c->scan.source;
	const struct pk_html_edit *edits = c->edits;
	size_t n_edits = c->n_edits;

	if (!pk_join(c->job, &called, PK_STR(">"), tag->name) ||
			!read_partial(c, tag, at, &text, &source) ||
			!pk_grow(c->job, &c->chain, c->n_chain, &c->chain_room))
		return false;
	c->chain[c->n_chain++] = tag->name;
	c->n_edits = 0;
	bool good = pk_scan_open(&c->scan, called, at, &mark);
	good = compile_text(c, text, source) && good;
	good = pk_scan_close(&c->scan, &mark) && good;
	c->n_chain--;
	c->scan.text = outer;
	c->scan.source = outer_source;
	c->edits = edits;
	c->n_edits = n_edits;
	return good;
}

static bool put_tag(struct compiler *c, const struct pk_tag *tag, struct pk_pos at)
{
	struct pk_event event = { .kind = PK_EVENT_RUN, .b = c->scan.heading };
	enum pk_html_place place;

	if (!pk_scan_tag(&c->scan, at))
		return false;
	switch (tag->kind) {
	case PK_TAG_VALUE:
	case PK_TAG_RAW:
		if (!pk_scan_value(&c->scan, tag->kind == PK_TAG_RAW, at, &place))
			return false;
		event.a = place;
		return put_value(c, tag, at, &event);
	case PK_TAG_OPEN:
	case PK_TAG_UNLESS:
		return open_section(c, tag, at);
	case PK_TAG_CLOSE:
		return close_section(c, tag, at);
	case PK_TAG_PARTIAL:
		return put_partial(c, tag, at);
	case PK_TAG_NONE:
	case PK_TAG_COMMENT:
	case PK_TAG_DELIMITERS:
		break;
	}
	return true;
}

static bool is_space(char c)
{
	return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

/* <p ...> with nothing but white space behind it, ending at to: where it begins. */
static bool paragraph_before(struct pk_str text, size_t from, size_t to, size_t *ret)
{
	size_t at;

	while (to > from && is_space(text.p[to - 1]))
		to--;
	if (to == from || text.p[to - 1] != '>')
		return false;
	for (at = to - 1; at > from && text.p[at] != '<';)
		at--;
	*ret = at;
	return to - at >= 3 && text.p[at] == '<' && (text.p[at + 1] == 'p' || text.p[at + 1] == 'P') &&
			(is_space(text.p[at + 2]) || text.p[at + 2] == '>');
}

/* </p> with nothing but white space before it: where it ends. */
static bool paragraph_behind(struct pk_str text, size_t from, size_t *ret)
{
	while (from < text.n && is_space(text.p[from]))
		from++;
	*ret = from + 4;
	return pk_str_is(pk_str_slice(text, from, from + 4), "</p>") ||
			pk_str_is(pk_str_slice(text, from, from + 4), "</P>");
}

/* {{{x}}} alone in its paragraph: formatted text takes the paragraph's place and its attributes. */
static bool put_model(struct compiler *c, struct pk_lexer *lexer, const struct pk_tag *tag,
		struct pk_pos at, size_t *done, bool *ret_good)
{
	struct pk_event event = { .kind = PK_EVENT_MODEL, .a = PK_HTML_BLOCK };
	struct pk_str text = lexer->text;
	size_t from, to;

	if (tag->kind != PK_TAG_RAW || !paragraph_before(text, *done, tag->from, &from) ||
			!paragraph_behind(text, tag->to, &to))
		return false;
	put_literal(c, *done, from);
	if (c->scan.state != PK_SCAN_TEXT) {
		*done = from;
		return false;
	}
	event.bytes = pk_str_slice(text, from + 2, pk_str_find(text, PK_STR(">"), from));
	event.b = c->scan.heading;
	*done = lexer->at = to;
	*ret_good = put_value(c, tag, at, &event);
	return true;
}

static bool compile_tag(
		struct compiler *c, struct pk_lexer *lexer, const struct pk_tag *tag, size_t *done)
{
	struct pk_pos at = { lexer->source, (uint32_t)tag->from, (uint32_t)(tag->to - tag->from) };
	size_t from = tag->from, to = tag->to;
	bool good = true;

	if (put_model(c, lexer, tag, at, done, &good))
		return good;
	if (pk_text_stands_alone(lexer->text, tag, &from, &to))
		lexer->at = to;
	if (from < *done)
		from = *done;
	put_literal(c, *done, from);
	*done = to;
	return put_tag(c, tag, at);
}

static bool compile_text(struct compiler *c, struct pk_str text, uint32_t source)
{
	struct pk_lexer lexer = pk_lexer_new(text, source);
	struct pk_tag tag;
	size_t done = 0;
	bool good = true;

	c->scan.text = text;
	c->scan.source = source;
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
	put_literal(c, done, text.n);
	return good;
}

static bool compile_page(struct compiler *c, const struct pk_package *in)
{
	struct pk_html_edit *edits;
	struct pk_str page;
	uint32_t source;
	bool good;

	if (!read_source(c, in, c->options->name, &page, &source) ||
			!pk_html_head(c->job, page, source, c->options, &edits, &c->n_edits) ||
			!pk_builder_new(c->job,
					&(struct pk_build_options){ .model = c->options->model,
							.renamed = c->options->renamed },
					&c->builder))
		return false;
	c->edits = edits;
	good = compile_text(c, page, source);
	/* What was never closed is told once. */
	return (good && !c->failed && c->n_sections == 0 ? pk_scan_done(&c->scan) : good) &&
			!c->failed;
}

bool pk_html_compile(struct pk_job *job, const struct pk_package *in,
		const struct pk_compile_options *options, const struct pk_template **ret)
{
	struct compiler c = { .job = job, .options = options, .scan = { .job = job } };
	struct pk_template *t = pk_new(job, struct pk_template, 1);
	struct pk_template_part *part = pk_new(job, struct pk_template_part, 1);
	bool good;

	if (t == NULL || part == NULL)
		return false;
	if (options->check && !pk_html_check_begin(&c.scan, &c.check))
		return false;
	good = compile_page(&c, in);
	if (c.builder == NULL || !pk_build_done(c.builder, &part->program) || !good)
		return false;
	part->name = PK_STR(PK_HTML_PART);
	part->events = c.events;
	part->n_events = c.n_events;
	*t = (struct pk_template){ .format = &pk_format_html,
		.package = in,
		.parts = part,
		.n_parts = 1,
		.names_draft = pk_program_names(part->program, PK_STR("utkast")),
		.name = options->name,
		.generator = options->generator };
	*ret = t;
	return c.check == NULL || pk_html_check_done(c.check, t);
}
