/* Dividing lines: the parser tells that there is one, not where. */
#include "markup/inside.h"

/* Marks of lists and quotations before a rule on one line; more are refused elsewhere. */
enum { MARKS = 64 };

static bool is_blank(char c)
{
	return c == ' ' || c == '\t';
}

/* Three or more of one of - * _, with or without spaces, and nothing else. */
static bool is_rule(struct pk_str s)
{
	size_t marks = 0;
	char mark = '\0';

	for (size_t i = 0; i < s.n; i++) {
		if (is_blank(s.p[i]) || s.p[i] == '\r')
			continue;
		if (memchr("-*_", s.p[i], 3) == NULL || (mark != '\0' && s.p[i] != mark))
			return false;
		mark = s.p[i];
		marks++;
	}
	return marks >= 3;
}

/* Behind one mark of a quotation or list item, or the same place when there is none. */
static size_t behind_mark(struct pk_str line, size_t at)
{
	size_t digits = at;

	if (at < line.n && line.p[at] == '>')
		return at + 1;
	if (at + 1 < line.n && memchr("-+*", line.p[at], 3) != NULL && is_blank(line.p[at + 1]))
		return at + 1;
	while (digits < line.n && line.p[digits] >= '0' && line.p[digits] <= '9')
		digits++;
	if (digits > at && digits < line.n && (line.p[digits] == '.' || line.p[digits] == ')'))
		return digits + 1;
	return at;
}

/* The rule on a line, behind the marks of what it stands in; the empty string when there is none.
 */
static struct pk_str rule_on(struct pk_str line)
{
	size_t at = 0, behind;

	for (int marks = 0; marks < MARKS; marks++, at = behind) {
		while (at < line.n && is_blank(line.p[at]))
			at++;
		if (is_rule(pk_str_slice(line, at, line.n)))
			return pk_str_trim(pk_str_slice(line, at, line.n));
		behind = behind_mark(line, at);
		if (behind == at)
			break;
	}
	return (struct pk_str){ line.p, 0 };
}

struct pk_str pk_markup_find_rule(struct pk_str text, size_t from)
{
	struct pk_str rest = pk_str_slice(text, from, text.n), line, rule;

	while (pk_str_next(&rest, '\n', &line)) {
		rule = rule_on(line);
		if (rule.n > 0)
			return rule;
	}
	return pk_str_slice(text, from, from);
}
