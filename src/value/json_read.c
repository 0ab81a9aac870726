/* Strict JSON (RFC 8259) to a tree. */
#include "value/value.h"

#include "base/text.h"

struct reader {
	struct pk_job *job;
	struct pk_str text;
	size_t at;
	uint32_t depth;
};

/* What was wanted where the reader stands; the words are part of the message. */
static bool bad(struct reader *r, const char *wanted)
{
	return pk_fail(r->job, PK_M_JSON, PK_NOWHERE, .a = pk_number(r->job, r->at),
			.b = pk_str_of(wanted));
}

static int peek(const struct reader *r)
{
	return r->at < r->text.n ? (unsigned char)r->text.p[r->at] : -1;
}

static int peek_past_space(struct reader *r)
{
	for (;;) {
		int c = peek(r);
		if (c != ' ' && c != '\t' && c != '\n' && c != '\r')
			return c;
		r->at++;
	}
}

static bool read_hex(struct reader *r, uint32_t *ret)
{
	uint32_t unit = 0;
	for (int i = 0; i < 4; i++) {
		int c = peek(r);
		if (c >= '0' && c <= '9')
			unit = unit << 4 | (uint32_t)(c - '0');
		else if (c >= 'a' && c <= 'f')
			unit = unit << 4 | (uint32_t)(c - 'a' + 10);
		else if (c >= 'A' && c <= 'F')
			unit = unit << 4 | (uint32_t)(c - 'A' + 10);
		else
			return bad(r, "four hexadecimal digits");
		r->at++;
	}
	*ret = unit;
	return true;
}

/* Behind "\u": one UTF-16 unit, or a pair of surrogates. */
static bool read_unicode(struct reader *r, struct pk_out *out)
{
	uint32_t c = 0, low = 0;
	if (!read_hex(r, &c))
		return false;
	if (c >= 0xDC00 && c <= 0xDFFF)
		return bad(r, "a high surrogate first");
	if (c >= 0xD800 && c <= 0xDBFF) {
		if (!pk_str_starts(pk_str_slice(r->text, r->at, r->text.n), PK_STR("\\u")))
			return bad(r, "a low surrogate");
		r->at += 2;
		if (!read_hex(r, &low))
			return false;
		if (low < 0xDC00 || low > 0xDFFF)
			return bad(r, "a low surrogate");
		c = 0x10000 + ((c - 0xD800) << 10) + (low - 0xDC00);
	}
	pk_put_char(out, c);
	return true;
}

/* Behind a backslash. */
static bool read_escape(struct reader *r, struct pk_out *out)
{
	static const char names[] = "\"\\/bfnrt", bytes[] = "\"\\/\b\f\n\r\t";
	int c = peek(r);
	if (c == 'u') {
		r->at++;
		return read_unicode(r, out);
	}
	const char *found = c > 0 ? strchr(names, c) : NULL;
	if (found == NULL)
		return bad(r, "an escape of JSON");
	r->at++;
	pk_put_byte(out, bytes[found - names]);
	return true;
}

static bool read_string(struct reader *r, struct pk_str *ret)
{
	struct pk_out out = pk_out_new(r->job->arena, r->text.n);
	r->at++;
	for (;;) {
		size_t from = r->at;
		int c = peek(r);
		while (c >= 0x20 && c != '"' && c != '\\') {
			r->at++;
			c = peek(r);
		}
		pk_put(&out, pk_str_slice(r->text, from, r->at));
		if (c == '"')
			break;
		if (c != '\\')
			return bad(r, "\"");
		r->at++;
		if (!read_escape(r, &out))
			return false;
	}
	r->at++;
	return pk_out_done(r->job, &out, ret);
}

static size_t digits(struct reader *r)
{
	size_t from = r->at;
	while (peek(r) >= '0' && peek(r) <= '9')
		r->at++;
	return r->at - from;
}

/* A number stays the text that it is: 1.21 is never 1.2100000000000000311. */
static bool read_number(struct reader *r, struct pk_str *ret)
{
	size_t from = r->at;
	if (peek(r) == '-')
		r->at++;
	if (peek(r) == '0')
		r->at++;
	else if (digits(r) == 0)
		return bad(r, "a digit");
	if (peek(r) == '.') {
		r->at++;
		if (digits(r) == 0)
			return bad(r, "a digit");
	}
	if (peek(r) == 'e' || peek(r) == 'E') {
		r->at++;
		if (peek(r) == '+' || peek(r) == '-')
			r->at++;
		if (digits(r) == 0)
			return bad(r, "a digit");
	}
	*ret = pk_str_slice(r->text, from, r->at);
	return true;
}

static bool read_word(struct reader *r, struct pk_value *ret)
{
	static const struct {
		struct pk_str word;
		enum pk_kind kind;
	} words[] = {
		{ { "true", 4 }, PK_TEXT },
		{ { "false", 5 }, PK_NOTHING },
		{ { "null", 4 }, PK_NOTHING },
	};
	struct pk_str rest = pk_str_slice(r->text, r->at, r->text.n);
	for (size_t i = 0; i < PK_COUNT(words); i++)
		if (pk_str_starts(rest, words[i].word)) {
			r->at += words[i].word.n;
			*ret = words[i].kind == PK_TEXT ? pk_value_text(words[i].word)
							: (struct pk_value){ .kind = PK_NOTHING };
			return true;
		}
	return bad(r, "a value");
}

static bool read_value(struct reader *r, struct pk_value *ret);

/* Behind an element: true in *ret_more at a comma, false at the closing bracket. */
static bool read_separator(struct reader *r, int close, bool *ret_more)
{
	int c = peek_past_space(r);
	if (c != ',' && c != close)
		return bad(r, close == ']' ? ", or ]" : ", or }");
	r->at++;
	*ret_more = c == ',';
	return true;
}

static bool read_list(struct reader *r, struct pk_value *ret)
{
	struct pk_list_builder list = { .job = r->job };
	r->at++;
	bool more = peek_past_space(r) != ']';
	if (!more)
		r->at++;
	while (more) {
		struct pk_value item;
		if (!read_value(r, &item))
			return false;
		pk_list_put(&list, item);
		if (!read_separator(r, ']', &more))
			return false;
	}
	return pk_list_done(&list, ret);
}

static bool read_field(struct reader *r, struct pk_map_builder *map)
{
	struct pk_str name;
	struct pk_value value;
	if (peek_past_space(r) != '"')
		return bad(r, "a name in quotes");
	if (!read_string(r, &name))
		return false;
	if (peek_past_space(r) != ':')
		return bad(r, ":");
	r->at++;
	if (!read_value(r, &value))
		return false;
	pk_map_put(map, name, value);
	return true;
}

static bool read_map(struct reader *r, struct pk_value *ret)
{
	struct pk_map_builder map = { .job = r->job };
	r->at++;
	bool more = peek_past_space(r) != '}';
	if (!more)
		r->at++;
	while (more)
		if (!read_field(r, &map) || !read_separator(r, '}', &more))
			return false;
	if (!pk_map_done(&map, ret))
		return false;
	for (size_t i = 1; i < map.n; i++)
		if (pk_str_eq(map.v[i - 1].name, map.v[i].name))
			return bad(r, "each name once");
	return true;
}

static bool read_nested(struct reader *r, int c, struct pk_value *ret)
{
	if (r->depth >= r->job->limits->yaml_depth)
		return bad(r, "less nesting");
	r->depth++;
	bool done = c == '{' ? read_map(r, ret) : read_list(r, ret);
	r->depth--;
	return done;
}

static bool read_value(struct reader *r, struct pk_value *ret)
{
	int c = peek_past_space(r);
	if (c == '{' || c == '[')
		return read_nested(r, c, ret);
	if (c != '"' && c != '-' && !(c >= '0' && c <= '9'))
		return read_word(r, ret);
	*ret = (struct pk_value){ .kind = PK_TEXT };
	return c == '"' ? read_string(r, &ret->as.text) : read_number(r, &ret->as.text);
}

bool pk_value_read_json(struct pk_job *job, struct pk_str json, struct pk_value *ret)
{
	struct reader r = { .job = job, .text = json };
	struct pk_value value;
	r.at = pk_text_invalid(json);
	if (r.at < json.n)
		return bad(&r, "UTF-8");
	r.at = 0;
	if (!read_value(&r, &value))
		return false;
	if (peek_past_space(&r) != -1)
		return bad(&r, "nothing more");
	*ret = value;
	return true;
}
