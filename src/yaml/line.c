/* Lines of YAML as their writer sees them. The parser has the last word; this serves messages, and
 * finds what it is better to say before the parser says something else. */
#include "yaml/inside.h"

static bool is_break(char c)
{
	return c == '\n' || c == '\r';
}

static bool is_space(char c)
{
	return c == ' ' || c == '\t';
}

static size_t skip_spaces(struct pk_str text, size_t at, size_t to)
{
	while (at < to && is_space(text.p[at]))
		at++;
	return at;
}

/* A dash or colon means something when white space or the line's end follows. */
static bool stands_alone(struct pk_str text, size_t at, size_t to)
{
	return at + 1 >= to || is_space(text.p[at + 1]);
}

/* The first byte behind the text in quotation marks that begins at from. */
static size_t behind_quoted(struct pk_str text, size_t from, size_t to)
{
	char mark = text.p[from];

	for (size_t i = from + 1; i < to; i++) {
		if (text.p[i] == '\\' && mark == '"')
			i++;
		else if (text.p[i] == mark && mark == '\'' && i + 1 < to && text.p[i + 1] == mark)
			i++;
		else if (text.p[i] == mark)
			return i + 1;
	}
	return to;
}

/* The colon that ends the key at from, or to. */
static size_t key_colon(struct pk_str text, size_t from, size_t to)
{
	size_t i = from;

	if (from == to || strchr("[{#", text.p[from]) != NULL)
		return to;
	if (text.p[from] == '"' || text.p[from] == '\'') {
		i = skip_spaces(text, behind_quoted(text, from, to), to);
		return i < to && text.p[i] == ':' && stands_alone(text, i, to) ? i : to;
	}
	while (i < to && !(text.p[i] == ':' && stands_alone(text, i, to)))
		i++;
	return i;
}

struct pk_yaml_line pk_yaml_line_at(struct pk_str text, size_t offset)
{
	struct pk_yaml_line line = { .from = offset > text.n ? text.n : offset };
	size_t colon;

	line.to = line.from;
	while (line.from > 0 && !is_break(text.p[line.from - 1]))
		line.from--;
	while (line.to < text.n && !is_break(text.p[line.to]))
		line.to++;
	line.key = line.first = skip_spaces(text, line.from, line.to);
	line.parent = line.first - line.from;
	while (line.key < line.to && text.p[line.key] == '-' &&
			stands_alone(text, line.key, line.to)) {
		line.parent = line.key - line.from;
		line.key = skip_spaces(text, line.key + 1, line.to);
	}
	line.value = line.key;
	colon = key_colon(text, line.key, line.to);
	line.keyed = colon < line.to;
	if (line.keyed) {
		line.parent = line.key - line.from;
		line.value = skip_spaces(text, colon + 1, line.to);
	}
	return line;
}
