#include "pages/pdf_token.h"

static bool is_space(char c)
{
	return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\f' || c == '\0';
}

static bool is_delimiter(char c)
{
	return c != '\0' && strchr("()<>[]{}/%", c) != NULL;
}

static int hex_of(char c)
{
	if (c >= '0' && c <= '9')
		return c - '0';
	if (c >= 'a' && c <= 'f')
		return c - 'a' + 10;
	return c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

/* One byte further; false at the end of the bytes or the steps. */
static bool look(struct pk_pdf_reader *r, char *ret)
{
	if (r->at >= r->bytes.n || *r->steps == 0)
		return false;
	--*r->steps;
	*ret = r->bytes.p[r->at];
	return true;
}

/* White space and comments. */
static bool skip_space(struct pk_pdf_reader *r, char *ret)
{
	bool comment = false;

	while (look(r, ret)) {
		if (*ret == '%')
			comment = true;
		else if (*ret == '\n' || *ret == '\r')
			comment = false;
		else if (!comment && !is_space(*ret))
			return true;
		r->at++;
	}
	return false;
}

/* "(a (b) c)": brackets inside are balanced or escaped. */
static struct pk_pdf_token string(struct pk_pdf_reader *r)
{
	struct pk_pdf_token token = { .word = PK_PDF_END };
	size_t from = ++r->at, depth = 1;
	char c;

	for (; look(r, &c); r->at++) {
		if (c == '\\')
			r->at++;
		else if (c == '(')
			depth++;
		else if (c == ')' && --depth == 0) {
			token.word = PK_PDF_STRING;
			token.text = pk_str_slice(r->bytes, from, r->at++);
			return token;
		}
	}
	return token;
}

static struct pk_pdf_token hex_string(struct pk_pdf_reader *r)
{
	struct pk_pdf_token token = { .word = PK_PDF_END };
	size_t from = r->at;
	char c;

	for (; look(r, &c); r->at++) {
		if (c == '>') {
			token.word = PK_PDF_HEX_STRING;
			token.text = pk_str_slice(r->bytes, from, r->at++);
			return token;
		}
	}
	return token;
}

/* A name, a number, a keyword: up to the next white space or delimiter. */
static struct pk_str regular(struct pk_pdf_reader *r)
{
	size_t from = r->at;
	char c;

	while (look(r, &c) && !is_space(c) && !is_delimiter(c))
		r->at++;
	return pk_str_slice(r->bytes, from, r->at);
}

static struct pk_pdf_token mark(struct pk_pdf_reader *r, enum pk_pdf_word word, size_t length)
{
	struct pk_pdf_token token = { .word = word };

	token.text = pk_str_slice(r->bytes, r->at, r->at + length);
	r->at += length;
	return token;
}

struct pk_pdf_token pk_pdf_next(struct pk_pdf_reader *r)
{
	struct pk_pdf_token token = { .word = PK_PDF_END };
	bool twice;
	char c;

	if (!skip_space(r, &c))
		return token;
	twice = r->at + 1 < r->bytes.n && r->bytes.p[r->at + 1] == c;
	switch (c) {
	case '(':
		return string(r);
	case '[':
		return mark(r, PK_PDF_ARRAY, 1);
	case ']':
		return mark(r, PK_PDF_ARRAY_END, 1);
	case '<':
		if (twice)
			return mark(r, PK_PDF_DICT, 2);
		r->at++;
		return hex_string(r);
	case '>':
		return mark(r, twice ? PK_PDF_DICT_END : PK_PDF_OTHER, twice ? 2 : 1);
	case '/':
		r->at++;
		token.text = regular(r);
		token.word = PK_PDF_NAME;
		return token;
	case ')':
	case '{':
	case '}':
		return mark(r, PK_PDF_OTHER, 1);
	default:
		token.text = regular(r);
		token.word = pk_str_uint(token.text, &token.number) ? PK_PDF_NUMBER : PK_PDF_OTHER;
		return token;
	}
}

/* After a number: whether it was the first piece of a reference, which is then read whole. */
static void skip_reference(struct pk_pdf_reader *r)
{
	struct pk_pdf_reader ahead = *r;
	struct pk_pdf_token second = pk_pdf_next(&ahead), third = pk_pdf_next(&ahead);

	if (second.word == PK_PDF_NUMBER && third.word == PK_PDF_OTHER && pk_str_is(third.text, "R"))
		*r = ahead;
}

bool pk_pdf_skip(struct pk_pdf_reader *r)
{
	size_t depth = 0;

	do {
		struct pk_pdf_token token = pk_pdf_next(r);

		switch (token.word) {
		case PK_PDF_END:
			return false;
		case PK_PDF_ARRAY:
		case PK_PDF_DICT:
			depth++;
			break;
		case PK_PDF_ARRAY_END:
		case PK_PDF_DICT_END:
			if (depth == 0)
				return false;
			depth--;
			break;
		case PK_PDF_NUMBER:
			if (depth == 0)
				skip_reference(r);
			break;
		case PK_PDF_NAME:
		case PK_PDF_STRING:
		case PK_PDF_HEX_STRING:
		case PK_PDF_OTHER:
			break;
		}
	} while (depth > 0);
	return true;
}

/* "#5F" in names. */
static size_t unescape_name(struct pk_str s, char *to, size_t room)
{
	size_t n = 0;

	for (size_t i = 0; i < s.n; i++) {
		char c = s.p[i];

		if (n == room)
			return room + 1;
		if (c == '#' && i + 2 < s.n && hex_of(s.p[i + 1]) >= 0 && hex_of(s.p[i + 2]) >= 0) {
			c = (char)(hex_of(s.p[i + 1]) * 16 + hex_of(s.p[i + 2]));
			i += 2;
		}
		to[n++] = c;
	}
	return n;
}

static size_t unescape_hex(struct pk_str s, char *to, size_t room)
{
	size_t n = 0;
	int high = -1;

	for (size_t i = 0; i < s.n; i++) {
		int digit = hex_of(s.p[i]);

		if (digit < 0)
			continue;
		if (high < 0) {
			high = digit;
			continue;
		}
		if (n == room)
			return room + 1;
		to[n++] = (char)(high * 16 + digit);
		high = -1;
	}
	return n;
}

/* Escapes of one character stand for themselves here: the names that we look for have none. */
static size_t unescape_string(struct pk_str s, char *to, size_t room)
{
	size_t n = 0;

	for (size_t i = 0; i < s.n; i++) {
		if (s.p[i] == '\\' && i + 1 < s.n)
			i++;
		if (n == room)
			return room + 1;
		to[n++] = s.p[i];
	}
	return n;
}

/* Text strings may be UTF-16 behind a mark; names of ASCII lose every other byte. */
static size_t narrow(char *text, size_t n)
{
	size_t to = 0;

	if (n < 2 || n % 2 != 0 || text[0] != '\xFE' || text[1] != '\xFF')
		return n;
	for (size_t i = 3; i < n; i += 2)
		text[to++] = text[i - 1] == '\0' ? text[i] : '?';
	return to;
}

size_t pk_pdf_unescape(const struct pk_pdf_token *token, char *to, size_t room)
{
	size_t n;

	if (token->word == PK_PDF_NAME)
		return unescape_name(token->text, to, room);
	n = token->word == PK_PDF_HEX_STRING ? unescape_hex(token->text, to, room) :
			unescape_string(token->text, to, room);
	return n > room ? n : narrow(to, n);
}
