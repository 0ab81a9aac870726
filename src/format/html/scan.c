#include "format/html/scan.h"

static const char *const void_elements[] = { "area", "base", "br", "col", "embed", "hr", "img",
	"input", "link", "meta", "source", "track", "wbr" };
static const char *const phrases[] = { "p", "h1", "h2", "h3", "h4", "h5", "h6", "a", "abbr", "b",
	"button", "caption", "cite", "code", "data", "del", "dfn", "dt", "em", "i", "ins", "kbd",
	"label", "legend", "mark", "pre", "q", "s", "samp", "small", "span", "strong", "sub",
	"summary", "sup", "time", "u", "var" };
static const char *const addresses[] = { "action", "background", "cite", "data", "formaction", "href",
	"poster", "src", "srcset", "xlink:href" };

static char lower(char c)
{
	return c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
}

bool pk_scan_same(struct pk_str a, struct pk_str b)
{
	bool same = a.n == b.n;

	for (size_t i = 0; same && i < a.n; i++)
		same = lower(a.p[i]) == lower(b.p[i]);
	return same;
}

static bool is_one_of(struct pk_str name, const char *const *names, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (pk_scan_same(name, pk_str_of(names[i])))
			return true;
	return false;
}

static bool is(struct pk_str name, const char *word)
{
	return pk_scan_same(name, pk_str_of(word));
}

static bool is_space(char c)
{
	return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
}

static bool is_letter(char c)
{
	return lower(c) >= 'a' && lower(c) <= 'z';
}

static struct pk_pos place(const struct pk_scan *s, size_t from, size_t to)
{
	return (struct pk_pos){ s->source, (uint32_t)from, (uint32_t)(to - from) };
}

/* Within drawings an element may close itself. */
static bool in_drawing(const struct pk_scan *s)
{
	for (size_t i = 0; i < s->n; i++)
		if (is(s->open[i].name, "svg") || is(s->open[i].name, "math"))
			return true;
	return is(s->element, "svg") || is(s->element, "math");
}

static bool push(struct pk_scan *s, size_t end)
{
	if (!pk_grow(s->job, &s->open, s->n, &s->room))
		return false;
	s->open[s->n++] = (struct pk_scan_element){ s->element, place(s, s->from, end) };
	if (s->n <= s->job->limits->xml_depth)
		return true;
	return pk_fail(s->job, PK_M_HTML_DEPTH, place(s, s->from, end),
			pk_number(s->job, s->job->limits->xml_depth));
}

/* An end tag closes what was opened last. One that closes something further out is taken to close
 * what lies between as well, so that one mistake is told once. */
static bool pop(struct pk_scan *s, size_t end)
{
	struct pk_report report = { .message = PK_M_HTML_CROSSED, .at = place(s, s->from, end),
		.a = s->element };
	size_t i = s->n;

	while (i > 0 && !pk_scan_same(s->open[i - 1].name, s->element))
		i--;
	if (i == 0)
		return pk_fail(s->job, PK_M_HTML_STRAY, report.at, s->element);
	report.b = s->open[s->n - 1].name;
	report.other = s->open[s->n - 1].at;
	bool last = i == s->n;
	s->n = i - 1;
	/* Told once a section. */
	if (s->n < s->floor) {
		s->floor = 0;
		return pk_fail(s->job, PK_M_HTML_SECTION_CUTS, report.at, s->section, s->element);
	}
	return last || (pk_report(s->job, &report), false);
}

/* Behind the > of a tag. */
static bool end_tag(struct pk_scan *s, size_t end)
{
	s->state = PK_SCAN_TEXT;
	if (s->seen != NULL)
		s->seen(s->self, s, end);
	if (s->closing)
		return pop(s, end);
	if (s->element.n == 2 && lower(s->element.p[0]) == 'h' && s->element.p[1] >= '1' &&
			s->element.p[1] <= '6')
		s->heading = (uint32_t)(s->element.p[1] - '0');
	if (is_one_of(s->element, void_elements, PK_COUNT(void_elements)) ||
			(s->empty && in_drawing(s)))
		return true;
	if (is(s->element, "style") || is(s->element, "script"))
		s->state = PK_SCAN_RAW;
	else if (is(s->element, "title") || is(s->element, "textarea"))
		s->state = in_drawing(s) ? PK_SCAN_TEXT : PK_SCAN_WORDS;
	return push(s, end);
}

/* An id that stands there as it is must not come twice. */
static bool end_value(struct pk_scan *s, size_t end)
{
	s->state = PK_SCAN_TAG;
	if (is(s->attribute, "id") && s->turns > 0 && !s->tagged)
		return pk_fail(s->job, PK_M_HTML_ID_REPEATED, place(s, s->from, end));
	return true;
}

static bool comes(const struct pk_scan *s, size_t i, size_t to, const char *word)
{
	return i + strlen(word) <= to && is(pk_str_slice(s->text, i, i + strlen(word)), word);
}

/* What a < begins, if anything. Returns where to go on. */
static size_t begin_tag(struct pk_scan *s, size_t i, size_t to)
{
	size_t name = i + 1;

	s->from = i;
	s->empty = false;
	s->edge = false;
	if (comes(s, i, to, "<!--")) {
		s->state = PK_SCAN_COMMENT;
		return i + 4;
	}
	s->closing = name < to && s->text.p[name] == '/';
	name += s->closing;
	s->edge = name >= to;
	if (name < to && is_letter(s->text.p[name])) {
		s->state = PK_SCAN_NAME;
		s->element = pk_str_slice(s->text, name, name);
		return name;
	}
	if (name < to && (s->text.p[name] == '!' || s->text.p[name] == '?'))
		s->state = PK_SCAN_DECLARATION;
	return i + 1;
}

/* The text of style, script, title and textarea goes on to their own end tag. */
static size_t read_raw(struct pk_scan *s, size_t i, size_t to)
{
	struct pk_str name = s->open[s->n - 1].name;

	if (s->text.p[i] == '<' && i + 2 + name.n < to && s->text.p[i + 1] == '/' &&
			pk_scan_same(pk_str_slice(s->text, i + 2, i + 2 + name.n), name))
		return begin_tag(s, i, to);
	return i + 1;
}

static bool read_tag(struct pk_scan *s, size_t i)
{
	char c = s->text.p[i];

	if (c == '>')
		return end_tag(s, i + 1);
	s->empty = c == '/';
	if (!is_space(c) && c != '/') {
		s->state = PK_SCAN_ATTRIBUTE;
		s->attribute = pk_str_slice(s->text, i, i + 1);
	}
	return true;
}

static bool read_name(struct pk_scan *s, size_t i)
{
	char c = s->text.p[i];

	if (!is_space(c) && c != '>' && c != '/') {
		s->element.n++;
		return true;
	}
	s->state = PK_SCAN_TAG;
	return read_tag(s, i);
}

static bool read_attribute(struct pk_scan *s, size_t i)
{
	char c = s->text.p[i];

	if (c == '=') {
		s->state = PK_SCAN_EQUALS;
	} else if (is_space(c) || c == '>' || c == '/') {
		s->state = PK_SCAN_TAG;
		return read_tag(s, i);
	} else {
		s->attribute.n++;
	}
	return true;
}

static bool read_equals(struct pk_scan *s, size_t i)
{
	char c = s->text.p[i];

	s->begun = s->tagged = false;
	if (c == '"' || c == '\'') {
		s->state = PK_SCAN_VALUE;
		s->quote = c;
	} else if (c == '>') {
		s->state = PK_SCAN_TAG;
		return read_tag(s, i);
	} else if (!is_space(c)) {
		s->state = PK_SCAN_UNQUOTED;
	}
	return true;
}

static bool read_value(struct pk_scan *s, size_t i)
{
	char c = s->text.p[i];
	bool quoted = s->state == PK_SCAN_VALUE;

	if (quoted ? c == s->quote : is_space(c))
		return end_value(s, i + 1);
	if (!quoted && c == '>') {
		bool good = end_value(s, i);
		return end_tag(s, i + 1) && good;
	}
	s->begun = true;
	return true;
}

/* One byte, or more where it is known what they are. */
static bool step(struct pk_scan *s, size_t *i, size_t to)
{
	size_t at = (*i)++;

	switch (s->state) {
	case PK_SCAN_TEXT:
		if (s->text.p[at] == '<')
			*i = begin_tag(s, at, to);
		return true;
	case PK_SCAN_RAW:
	case PK_SCAN_WORDS:
		*i = read_raw(s, at, to);
		return true;
	case PK_SCAN_COMMENT:
		if (comes(s, at, to, "-->")) {
			s->state = PK_SCAN_TEXT;
			*i = at + 3;
		}
		return true;
	case PK_SCAN_DECLARATION:
		if (s->text.p[at] == '>')
			s->state = PK_SCAN_TEXT;
		return true;
	case PK_SCAN_NAME:
		return read_name(s, at);
	case PK_SCAN_TAG:
		return read_tag(s, at);
	case PK_SCAN_ATTRIBUTE:
		return read_attribute(s, at);
	case PK_SCAN_EQUALS:
		return read_equals(s, at);
	case PK_SCAN_VALUE:
	case PK_SCAN_UNQUOTED:
		return read_value(s, at);
	}
	return true;
}

bool pk_scan_read(struct pk_scan *s, size_t from, size_t to)
{
	bool good = true;

	s->edge = s->edge && from >= to;
	while (from < to)
		good = step(s, &from, to) && good;
	return good;
}

bool pk_scan_tag(struct pk_scan *s, struct pk_pos at)
{
	if (s->state == PK_SCAN_NAME || s->state == PK_SCAN_ATTRIBUTE)
		s->state = PK_SCAN_TAG;
	return !s->edge || pk_fail(s->job, PK_M_HTML_PLACE, at);
}

/* The attribute whose value is being read; false for those where no value is safe. */
static bool attribute_place(const struct pk_scan *s, enum pk_html_place *ret)
{
	struct pk_str name = s->attribute;

	*ret = PK_HTML_VALUE;
	if (is_one_of(name, addresses, PK_COUNT(addresses)))
		*ret = s->begun ? PK_HTML_ADDRESS_ON : PK_HTML_ADDRESS;
	else if (is(name, "id"))
		*ret = PK_HTML_ID;
	else if (is(name, "style"))
		*ret = PK_HTML_CSS;
	return !is(name, "srcdoc") && !(name.n > 2 && is(pk_str_slice(name, 0, 2), "on"));
}

bool pk_scan_value(struct pk_scan *s, bool raw, struct pk_pos at, enum pk_html_place *ret)
{
	const struct pk_str none = PK_STR("");
	struct pk_str inner = s->n == 0 ? none : s->open[s->n - 1].name;
	bool good = false;

	s->tagged = true;
	if (s->state == PK_SCAN_TEXT) {
		*ret = raw && !is_one_of(inner, phrases, PK_COUNT(phrases)) ? PK_HTML_BLOCK :
				PK_HTML_TEXT;
		good = true;
	} else if (s->state == PK_SCAN_WORDS) {
		*ret = PK_HTML_PLAIN;
		good = true;
	} else if (s->state == PK_SCAN_RAW) {
		*ret = PK_HTML_CSS;
		good = is(inner, "style");
	} else if (s->state == PK_SCAN_VALUE) {
		good = attribute_place(s, ret);
	}
	return good || pk_fail(s->job, PK_M_HTML_PLACE, at);
}

bool pk_scan_open(struct pk_scan *s, struct pk_str name, struct pk_pos at, struct pk_scan_mark *ret)
{
	bool script = s->state == PK_SCAN_RAW && is(s->open[s->n - 1].name, "script");

	*ret = (struct pk_scan_mark){ .state = s->state, .n = s->n, .floor = s->floor,
		.section = name, .outer = s->section, .attribute = s->attribute, .at = at };
	s->floor = s->n;
	s->section = name;
	if (!script && s->state != PK_SCAN_EQUALS && s->state != PK_SCAN_UNQUOTED &&
			s->state != PK_SCAN_DECLARATION)
		return true;
	return pk_fail(s->job, PK_M_HTML_PLACE, at);
}

bool pk_scan_close(struct pk_scan *s, const struct pk_scan_mark *mark)
{
	bool same, inside = s->n > mark->n;

	same = s->state == mark->state &&
			(s->state != PK_SCAN_VALUE || pk_str_eq(s->attribute, mark->attribute));
	s->floor = mark->floor;
	s->section = mark->outer;
	if (same && !inside)
		return true;
	if (inside) {
		struct pk_scan_element cut = s->open[s->n - 1];
		struct pk_report report = { .message = PK_M_HTML_SECTION_CUTS, .at = mark->at,
			.a = mark->section, .b = cut.name, .other = cut.at };
		return pk_report(s->job, &report), false;
	}
	return pk_fail(s->job, PK_M_HTML_SECTION_CUTS_TAG, mark->at, mark->section);
}

bool pk_scan_done(struct pk_scan *s)
{
	for (size_t i = 0; i < s->n; i++)
		(void)pk_fail(s->job, PK_M_HTML_UNCLOSED, s->open[i].at, s->open[i].name);
	if (s->n == 0 && s->state != PK_SCAN_TEXT)
		return pk_fail(s->job, PK_M_HTML_UNCLOSED, place(s, s->from, s->from + 1), s->element);
	return s->n == 0;
}
