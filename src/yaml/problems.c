/* libyaml's complaints in the words of those who write meetings, with the line as it should be. */
#include "yaml/inside.h"

/* What is explained, and what the explanation says about going on. */
struct complaint {
	struct pk_job *job;
	const struct pk_yaml_text *text;
	const struct pk_yaml_problem *problem;
	struct pk_yaml_patch *patch;
};

/* The characters that are to stand within quotation marks. */
struct region {
	size_t from, to;
	bool keyed; /* it is the value of a key in a flow map or on a line */
};

static bool says(const char *words, const char *part)
{
	return words != NULL && strstr(words, part) != NULL;
}

/* From where the innermost bracket that is open at a place begins; line.to when none is. */
static size_t open_bracket(struct pk_str text, const struct pk_yaml_line *line, size_t at)
{
	size_t open[64], depth = 0;

	for (size_t i = line->value; i < at && i < line->to; i++) {
		if ((text.p[i] == '[' || text.p[i] == '{') && depth < 64)
			open[depth++] = i;
		else if ((text.p[i] == ']' || text.p[i] == '}') && depth > 0)
			depth--;
	}
	return depth == 0 ? line->to : open[depth - 1];
}

static size_t without_end_spaces(struct pk_str text, size_t from, size_t to)
{
	while (to > from && (text.p[to - 1] == ' ' || text.p[to - 1] == '\t'))
		to--;
	return to;
}

/* The item of a flow collection around a place, without its key. */
static struct region flow_region(
		struct pk_str text, const struct pk_yaml_line *line, size_t at, size_t bracket)
{
	size_t from = at, to = at;
	struct region ret;

	while (from > bracket + 1 && text.p[from - 1] != ',')
		from--;
	while (from < at && text.p[from] == ' ')
		from++;
	while (to < line->to && strchr(",]}", text.p[to]) == NULL)
		to++;
	ret = (struct region){ from, without_end_spaces(text, from, to), false };
	for (size_t i = from; i + 1 < to && !ret.keyed; i++) {
		if (text.p[i] == ':' && text.p[i + 1] == ' ') {
			ret.keyed = true;
			ret.from = i + 2;
		}
	}
	return ret;
}

static struct region region_at(struct pk_str text, size_t at)
{
	struct pk_yaml_line line = pk_yaml_line_at(text, at);
	size_t bracket = open_bracket(text, &line, at);

	if (bracket < line.to)
		return flow_region(text, &line, at, bracket);
	return (struct region){ line.value, without_end_spaces(text, line.value, line.to),
		line.keyed };
}

/* Text within the quotation marks that need the least change to it. */
static void put_quoted(struct pk_out *out, struct pk_str s)
{
	char mark = memchr(s.p, '"', s.n) != NULL || memchr(s.p, '\\', s.n) != NULL ? '\'' : '"';

	pk_put_byte(out, mark);
	for (size_t i = 0; i < s.n; i++) {
		pk_put_byte(out, s.p[i]);
		if (s.p[i] == '\'' && mark == '\'')
			pk_put_byte(out, '\'');
	}
	pk_put_byte(out, mark);
}

static struct pk_str quoted_region(struct pk_job *job, struct pk_str text, struct region region)
{
	struct pk_yaml_line line = pk_yaml_line_at(text, region.from);
	struct pk_out out = pk_out_new(job->arena, job->limits->yaml_bytes);
	struct pk_str ret = { NULL, 0 };

	pk_put(&out, pk_str_slice(text, line.first, region.from));
	put_quoted(&out, pk_str_slice(text, region.from, region.to));
	pk_put(&out, pk_str_slice(text, region.to, without_end_spaces(text, region.to, line.to)));
	return pk_out_done(job, &out, &ret) ? ret : PK_STR("");
}

struct pk_str pk_yaml_quoted_line(struct pk_job *job, struct pk_str text, size_t offset)
{
	return quoted_region(job, text, region_at(text, offset));
}

static struct pk_pos place(const struct complaint *c, size_t from, size_t to)
{
	return pk_yaml_pos(c->text, from, to);
}

static char at(const struct complaint *c, size_t offset)
{
	return offset < c->text->text.n ? c->text->text.p[offset] : '\0';
}

static void explain_quote(const struct complaint *c)
{
	struct region region = region_at(c->text->text, c->problem->at);

	pk_tell(c->job, PK_M_YAML_QUOTE, place(c, region.from, region.to),
			quoted_region(c->job, c->text->text, region));
	*c->patch = (struct pk_yaml_patch){ region.from, region.to, 'x' };
}

static void explain_indent(const struct complaint *c, size_t offset)
{
	struct pk_yaml_line line = pk_yaml_line_at(c->text->text, offset);

	pk_tell(c->job, PK_M_YAML_INDENT, place(c, line.first, line.to));
}

static void explain_unclosed(const struct complaint *c, size_t opening)
{
	char mark = at(c, opening);
	struct pk_str open = pk_str_slice(c->text->text, opening, opening + 1);
	struct pk_str close = mark == '[' ? PK_STR("]") : mark == '{' ? PK_STR("}") : open;

	pk_tell(c->job, PK_M_YAML_UNCLOSED, place(c, opening, opening + 1), open, close);
}

/* "titel:Text" or a line of prose where a key is due; shown as "titel: Text". */
static void explain_colon(const struct complaint *c, size_t offset)
{
	struct pk_str text = c->text->text, ret = PK_STR("");
	struct pk_yaml_line line = pk_yaml_line_at(text, offset);
	size_t colon = pk_str_find(pk_str_slice(text, 0, line.to), PK_STR(":"), line.key);
	size_t space = pk_str_find(pk_str_slice(text, 0, line.to), PK_STR(" "), line.key);
	bool hidden = colon < space && colon < line.to;
	size_t end = hidden ? colon : space < line.to ? space : line.to;
	struct pk_str rest = pk_str_trim(pk_str_slice(text, hidden ? end + 1 : end, line.to));

	if (!pk_join(c->job, &ret, pk_str_slice(text, line.key, end), PK_STR(": "), rest))
		return;
	pk_tell(c->job, PK_M_YAML_COLON, place(c, line.key, line.to), pk_str_trim(ret));
	*c->patch = (struct pk_yaml_patch){ line.key, line.key + 1, '#' };
}

/* The last line above offset that is not empty. */
static struct pk_yaml_line line_above(struct pk_str text, size_t offset)
{
	struct pk_yaml_line line = pk_yaml_line_at(text, offset);

	while (line.from > 0) {
		line = pk_yaml_line_at(text, line.from - 1);
		if (line.first < line.to)
			break;
	}
	return line;
}

/* "mapping values are not allowed": a second colon on the line, or a line that went on from the
 * one above when it should not. */
static void explain_colon_here(const struct complaint *c)
{
	struct pk_str text = c->text->text;
	struct pk_yaml_line line = pk_yaml_line_at(text, c->problem->at), above;

	if (line.keyed && c->problem->at >= line.value) {
		explain_quote(c);
		return;
	}
	above = line_above(text, c->problem->at);
	if (!above.keyed && memchr(text.p + above.key, ':', above.to - above.key) != NULL)
		explain_colon(c, above.key);
	else
		explain_indent(c, c->problem->at);
}

/* True when the parser met at's quotation mark as the end of a text that began on a line above:
 * that text was never closed. */
static bool ends_older_quote(const struct complaint *c)
{
	struct pk_yaml_line line = pk_yaml_line_at(c->text->text, c->problem->at);
	char mark = at(c, c->problem->last_scalar);

	return (mark == '"' || mark == '\'') && c->problem->last_scalar < line.from;
}

static void explain_key(const struct complaint *c)
{
	struct pk_yaml_line line = pk_yaml_line_at(c->text->text, c->problem->at);

	if (at(c, c->problem->at) == ':' && c->problem->at <= line.key)
		pk_tell(c->job, PK_M_YAML_KEY, place(c, c->problem->at, c->problem->at + 1));
	else if (c->problem->at <= line.key)
		explain_indent(c, c->problem->at);
	else if (ends_older_quote(c))
		explain_unclosed(c, c->problem->last_scalar);
	else
		explain_quote(c);
}

/* A comma or bracket is missing: the text holds marks of its own, or the bracket was never closed.
 */
static void explain_flow(const struct complaint *c)
{
	struct region region = region_at(c->text->text, c->problem->at);
	bool marked = c->problem->at > region.from &&
		      (region.keyed || strchr("\"'[{", at(c, region.from)) != NULL);
	struct pk_yaml_line line = pk_yaml_line_at(c->text->text, c->problem->at);

	if (marked && region.from >= c->problem->context_at && c->problem->context_at >= line.from)
		explain_quote(c);
	else
		explain_unclosed(c, c->problem->context_at);
}

static void explain_words(const struct complaint *c, enum pk_message message)
{
	pk_tell(c->job, message, place(c, c->problem->at, c->problem->at + 1),
			pk_str_of(c->problem->words));
}

/* A value begins with a character that means something in YAML. */
static bool begins_with_mark(const struct complaint *c)
{
	static const char *const words[] = { "cannot start any token",
		"block sequence entries are not", "mapping keys are not allowed",
		"comment or line break", "alphabetic or numeric", "whitespace or line break",
		"tag URI", "expected '!'", "URI escaped octet", "expected the '>'",
		"undefined tag handle", "indentation indicator" };

	if (c->problem->at == 0 || says(c->problem->context, "directive"))
		return false;
	for (size_t i = 0; i < PK_COUNT(words); i++) {
		if (says(c->problem->words, words[i]))
			return true;
	}
	return says(c->problem->words, "node content") && says(c->problem->context, "block node");
}

static bool inside_quotes(const struct complaint *c)
{
	return says(c->problem->context, "quoted scalar");
}

static void explain(const struct complaint *c)
{
	const char *words = c->problem->words;

	if (says(words, "tab character") || at(c, c->problem->at) == '\t')
		explain_words(c, PK_M_YAML_TAB);
	else if (says(words, "mapping values are not allowed"))
		explain_colon_here(c);
	else if (says(words, "could not find expected ':'"))
		explain_colon(c, c->problem->context_at);
	else if (says(words, "expected key") || says(words, "expected '-' indicator"))
		explain_key(c);
	else if (says(words, "expected ',' or"))
		explain_flow(c);
	else if (inside_quotes(c) && says(words, "unexpected"))
		explain_unclosed(c, c->problem->context_at);
	else if (inside_quotes(c))
		explain_words(c, PK_M_YAML_ESCAPE);
	else if (says(words, "<document start>"))
		explain_words(c, PK_M_YAML_DOCUMENTS);
	else if (begins_with_mark(c))
		explain_quote(c);
	else
		explain_words(c, PK_M_YAML_SYNTAX);
}

void pk_yaml_explain(struct pk_job *job, const struct pk_yaml_text *text,
		const struct pk_yaml_problem *problem, struct pk_yaml_patch *ret)
{
	*ret = (struct pk_yaml_patch){ 0, 0, ' ' };
	explain(&(struct complaint){ job, text, problem, ret });
}
