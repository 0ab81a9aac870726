/* From a place in a scalar's text back to the place in the file where it was written. */
#include "base/text.h"
#include "yaml/node.h"

/* Walks the text and the source side by side: both hold the same characters in the same order, but
 * for white space (indentation, folded lines) and what quotation marks hide. */
struct walk {
	struct pk_str text, source;
	size_t at, from;  /* next byte of the text; of the source */
	char mark;        /* the quotation mark around the scalar, or NUL */
	bool line_begins; /* both stand behind a line break */
};

static bool is_white(char c)
{
	return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

static size_t spaces_at(struct pk_str s, size_t at)
{
	size_t n = 0;

	while (at + n < s.n && s.p[at + n] == ' ')
		n++;
	return n;
}

/* Where the scalar's characters begin in the source: behind "|" and its line, behind a quotation
 * mark, or at once. */
static struct walk walk_begin(const struct pk_node *scalar, struct pk_str source)
{
	struct walk w = { .text = scalar->text, .source = source, .from = scalar->at.offset };

	if (scalar->block) {
		w.from = pk_str_find(source, PK_STR("\n"), w.from);
		w.from += w.from < source.n;
		w.line_begins = true;
	} else if (!scalar->plain && w.from < source.n) {
		w.mark = source.p[w.from++];
	}
	return w;
}

/* The spaces of the line's indentation are those that the text does not have. */
static void skip_indentation(struct walk *w)
{
	size_t in_source = spaces_at(w->source, w->from), in_text = spaces_at(w->text, w->at);

	if (w->line_begins && in_source > in_text)
		w->from += in_source - in_text;
	w->line_begins = false;
}

/* White space in the text is passed in the source where it is the same. */
static void step_white(struct walk *w)
{
	char c = w->text.p[w->at++];

	if (c == '\n' && w->from + 1 < w->source.n && w->source.p[w->from] == '\r' &&
			w->source.p[w->from + 1] == '\n')
		w->from++;
	if (w->from >= w->source.n || w->source.p[w->from] != c)
		return;
	w->from++;
	w->line_begins = c == '\n';
}

/* A mark inside quotation marks is doubled or has a backslash before it. */
static void skip_escape(struct walk *w)
{
	char here = w->source.p[w->from], then;

	if (w->from + 1 >= w->source.n)
		return;
	then = w->source.p[w->from + 1];
	if ((w->mark == '\'' && here == '\'' && then == '\'') ||
			(w->mark == '"' && here == '\\' &&
					(then == '"' || then == '\\' || then == '/')))
		w->from++;
}

static bool is_combining(uint32_t c)
{
	return c >= 0x300 && c <= 0x36F;
}

/* Passes the combining marks that NFC has melted into the letter before them. */
static void skip_combining(struct walk *w)
{
	size_t in_text = w->at, in_source = w->from, after = w->from;

	if (w->at < w->text.n && is_combining(pk_text_next(w->text, &in_text)))
		return;
	while (in_source < w->source.n && is_combining(pk_text_next(w->source, &in_source)))
		after = in_source;
	w->from = after;
}

/* Passes one character of the text; false when the source has another. */
static bool step(struct walk *w)
{
	size_t letter;
	uint32_t c;

	if (is_white(w->text.p[w->at])) {
		step_white(w);
		return true;
	}
	skip_escape(w);
	letter = w->from;
	c = pk_text_next(w->text, &w->at);
	if (w->from >= w->source.n)
		return false;
	if (pk_text_next(w->source, &w->from) == c)
		return true;
	skip_combining(w);
	return (unsigned char)w->source.p[letter] < 0x80 && w->from > letter + 1 && c >= 0x80;
}

/* Moves to where the next character of the text stands in the source. */
static void find_next(struct walk *w)
{
	skip_indentation(w);
	if (w->at >= w->text.n || is_white(w->text.p[w->at]))
		return;
	while (w->from < w->source.n && is_white(w->source.p[w->from]))
		w->from++;
}

struct pk_pos pk_node_place(const struct pk_job *job, const struct pk_node *scalar, size_t offset,
		size_t length)
{
	const struct pk_source *source = pk_source_get(job->sources, scalar->at.source);
	struct pk_pos ret = scalar->at;
	struct walk w;
	bool inside = false;

	if (source == NULL || scalar->kind != PK_NODE_SCALAR)
		return ret;
	w = walk_begin(scalar, source->text);
	for (;;) {
		if (!inside || w.at < offset + length)
			find_next(&w);
		if (!inside && w.at >= offset) {
			ret.offset = (uint32_t)w.from;
			inside = true;
		}
		if (w.at >= offset + length || w.at >= w.text.n)
			break;
		if (!step(&w))
			return scalar->at;
	}
	ret.length = (uint32_t)w.from > ret.offset ? (uint32_t)w.from - ret.offset : 0;
	return ret;
}
