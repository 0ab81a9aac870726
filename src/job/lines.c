#include "job/lines.h"

enum tag_kind { TAG_OPEN, TAG_CLOSE, TAG_EMPTY, TAG_OTHER };

/* A tag of the text; OTHER: a comment, a processing instruction, character data. */
struct tag {
	enum tag_kind kind;
	struct pk_str name;
	size_t from, to;
};

/* Where the scan stands. */
struct scan {
	struct pk_str text;
	struct tag last;
	size_t depth; /* elements that are open */
	size_t line;  /* of these, those in an element that is one line; 0: none */
};

/* Parts whose white space between blocks says nothing. */
static const char *const roots[] = { "office:document-content", "office:document-styles",
	"office:document-meta", "office:document-settings", "manifest:manifest", "w:document",
	"w:styles", "w:numbering", "w:settings", "w:hdr", "w:ftr", "w:footnotes", "w:endnotes",
	"w:comments", "w:fonts", "w:webSettings", "Types", "Relationships", "cp:coreProperties",
	"Properties" };

/* Elements that are kept on one line: all running text among them. */
static const char *const lines[] = { "text:p", "text:h", "w:p", "style:style",
	"style:default-style", "style:page-layout", "style:font-face",
	"text:list-level-style-number", "text:list-level-style-bullet", "text:outline-level-style",
	"text:index-title-template", "w:style", "w:docDefaults", "w:sectPr", "w:tblPr", "w:tblGrid",
	"w:trPr", "w:tcPr", "w:lvl", "w:num", "w:font", "w:compat" };

static bool is_among(const char *const *names, size_t n, struct pk_str name)
{
	for (size_t i = 0; i < n; i++)
		if (pk_str_is(name, names[i]))
			return true;
	return false;
}

/* Where something that is no element ends; 0: it is one, or does not end. */
static size_t other_end(struct pk_str s, size_t at)
{
	static const struct {
		struct pk_str begin, end;
	} kinds[] = { { { "<!--", 4 }, { "-->", 3 } }, { { "<![CDATA[", 9 }, { "]]>", 3 } },
		{ { "<?", 2 }, { "?>", 2 } } };

	for (size_t i = 0; i < PK_COUNT(kinds); i++) {
		if (!pk_str_starts(pk_str_slice(s, at, s.n), kinds[i].begin))
			continue;
		size_t end = pk_str_find(s, kinds[i].end, at + kinds[i].begin.n);

		return end < s.n ? end + kinds[i].end.n : 0;
	}
	return 0;
}

/* The byte behind an element's tag; a > in quotation marks ends nothing. */
static size_t tag_end(struct pk_str s, size_t at)
{
	char quote = '\0';

	for (; at < s.n; at++) {
		if (quote != '\0')
			quote = s.p[at] == quote ? '\0' : quote;
		else if (s.p[at] == '"' || s.p[at] == '\'')
			quote = s.p[at];
		else if (s.p[at] == '>')
			return at + 1;
	}
	return 0;
}

static bool ends_name(char c)
{
	return c == ' ' || c == '\t' || c == '\r' || c == '\n' || c == '/' || c == '>';
}

/* The next tag behind the last one; false at the end. */
static bool next_tag(const struct scan *scan, struct tag *ret)
{
	struct pk_str s = scan->text;
	size_t from = pk_str_find(s, PK_STR("<"), scan->last.to), name, to;

	if (from >= s.n)
		return false;
	*ret = (struct tag){ .kind = TAG_OTHER, .from = from, .to = other_end(s, from) };
	if (ret->to > 0)
		return true;
	ret->to = tag_end(s, from);
	if (ret->to == 0)
		return false;
	ret->kind = s.p[from + 1] == '/'      ? TAG_CLOSE
		    : s.p[ret->to - 2] == '/' ? TAG_EMPTY
					      : TAG_OPEN;
	name = from + (ret->kind == TAG_CLOSE ? 2 : 1);
	for (to = name; to < ret->to && !ends_name(s.p[to]); to++)
		continue;
	ret->name = pk_str_slice(s, name, to);
	return true;
}

/* A line may end between two tags outside of running text; an element without content stays so. */
static bool is_between(const struct scan *scan, const struct tag *next)
{
	return scan->depth > 0 && scan->line == 0 && scan->last.kind != TAG_OTHER &&
	       next->kind != TAG_OTHER && !(scan->last.kind == TAG_OPEN && next->kind == TAG_CLOSE);
}

static void pass(struct scan *scan, const struct tag *tag)
{
	if (tag->kind == TAG_OPEN) {
		scan->depth++;
		if (scan->line > 0 || is_among(lines, PK_COUNT(lines), tag->name))
			scan->line++;
	} else if (tag->kind == TAG_CLOSE) {
		scan->depth -= scan->depth > 0;
		scan->line -= scan->line > 0;
	}
	scan->last = *tag;
}

static bool is_known(struct pk_str bytes)
{
	struct scan scan = { .text = bytes };
	struct tag tag;

	while (next_tag(&scan, &tag)) {
		if (tag.kind != TAG_OTHER)
			return is_among(roots, PK_COUNT(roots), tag.name);
		scan.last = tag;
	}
	return false;
}

static bool is_feeds(struct pk_str gap)
{
	for (size_t i = 0; i < gap.n; i++)
		if (gap.p[i] != '\n')
			return false;
	return true;
}

/* One way or the other: between two tags a line feed more, or one less. So those that the file had
 * itself come back too. */
static bool change(struct pk_job *job, struct pk_str bytes, bool more, struct pk_str *ret)
{
	struct scan scan = { .text = bytes };
	struct pk_out out = pk_out_new(job->arena, job->limits->output_bytes);
	struct tag tag;

	*ret = bytes;
	if (!is_known(bytes))
		return true;
	while (next_tag(&scan, &tag)) {
		struct pk_str gap = pk_str_slice(bytes, scan.last.to, tag.from);
		bool between = is_between(&scan, &tag) && is_feeds(gap);

		pk_put_c(&out, between && more ? "\n" : "");
		pk_put(&out, pk_str_slice(gap, between && !more, gap.n));
		pk_put(&out, pk_str_slice(bytes, tag.from, tag.to));
		pass(&scan, &tag);
	}
	pk_put(&out, pk_str_slice(bytes, scan.last.to, bytes.n));
	return pk_out_done(job, &out, ret);
}

bool pk_lines_break(struct pk_job *job, struct pk_str bytes, struct pk_str *ret)
{
	return change(job, bytes, true, ret);
}

bool pk_lines_join(struct pk_job *job, struct pk_str bytes, struct pk_str *ret)
{
	return change(job, bytes, false, ret);
}
