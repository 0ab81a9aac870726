/* Finds Mustache tags in text. */
#include "template/token.h"

#include "base/text.h"

/* The longest tag that is no comment: far more than any name, and an end to the search for what
 * closes a tag that nothing closes. */
enum { LONGEST_TAG = 1000 };

struct pk_lexer pk_lexer_new(struct pk_str text, uint32_t source)
{
	return (struct pk_lexer){
		.text = text,
		.source = source,
		.open = PK_STR("{{"),
		.close = PK_STR("}}"),
	};
}

static struct pk_pos place(const struct pk_lexer *lexer, size_t from, size_t to)
{
	return (struct pk_pos){ lexer->source, (uint32_t)from, (uint32_t)(to - from) };
}

/* What an editor puts in on its own: white space that prints nothing, and curly quotes. */
enum guise { GUISE_NONE, GUISE_SPACE, GUISE_NOTHING };

static enum guise guise_of(uint32_t c)
{
	if (c < 0x80)
		return GUISE_NONE;
	switch (c) {
	case 0x00A0: /* no-break space */
	case 0x202F:
	case 0x2007:
		return GUISE_SPACE;
	case 0x00AD: /* soft hyphen */
	case 0x200B: /* zero-width space */
	case 0x200C:
	case 0x200D:
	case 0x2060:
	case 0xFEFF:
	case 0x2018: /* quotes */
	case 0x2019:
	case 0x201A:
	case 0x201C:
	case 0x201D:
	case 0x201E:
		return GUISE_NOTHING;
	default:
		return GUISE_NONE;
	}
}

/* The inside of a tag as it was typed, before the editor dressed it. */
static bool undress(struct pk_job *job, struct pk_str s, struct pk_str *ret)
{
	struct pk_out out = pk_out_new(job->arena, s.n);
	size_t bare = 0;
	for (size_t at = 0; at < s.n;) {
		size_t from = at;
		enum guise guise = guise_of(pk_text_next(s, &at));
		if (guise == GUISE_NONE)
			continue;
		pk_put(&out, pk_str_slice(s, bare, from));
		if (guise == GUISE_SPACE)
			pk_put_byte(&out, ' ');
		bare = at;
	}
	*ret = s;
	if (bare == 0)
		return true;
	pk_put(&out, pk_str_slice(s, bare, s.n));
	return pk_out_done(job, &out, ret);
}

/* A tag's name: trimmed and in NFC, as the names that it is compared with. */
static bool clean_name(struct pk_job *job, const struct pk_lexer *lexer, struct pk_str inside,
		struct pk_str *ret)
{
	if (lexer->lenient && !undress(job, inside, &inside))
		return false;
	inside = pk_str_trim(inside);
	if (pk_text_invalid(inside) == inside.n)
		return pk_text_nfc(job, inside, ret);
	*ret = inside;
	return true;
}

/* The first byte behind white space (and, in an office text, behind what prints nothing). */
static size_t skip_space(const struct pk_lexer *lexer, size_t at)
{
	while (at < lexer->text.n) {
		size_t next = at;
		uint32_t c = pk_text_next(lexer->text, &next);
		bool space = c == ' ' || c == '\t' || c == '\n' || c == '\r';
		if (!space && !(lexer->lenient && guise_of(c) != GUISE_NONE))
			break;
		at = next;
	}
	return at;
}

static enum pk_tag_kind kind_of(char sigil)
{
	switch (sigil) {
	case '{':
	case '&':
		return PK_TAG_RAW;
	case '#':
		return PK_TAG_OPEN;
	case '^':
		return PK_TAG_UNLESS;
	case '/':
		return PK_TAG_CLOSE;
	case '>':
		return PK_TAG_PARTIAL;
	case '!':
		return PK_TAG_COMMENT;
	case '=':
		return PK_TAG_DELIMITERS;
	default:
		return PK_TAG_VALUE;
	}
}

/* Finds where the inside of the tag ends and the tag itself, no further on than the bytes given.
 * {{{x}}} and {{=a b=}} have one more byte before the closing delimiter. */
static bool find_close(const struct pk_lexer *lexer, size_t from, size_t bytes, char before,
		size_t *ret_end, size_t *ret_to)
{
	struct pk_str text = pk_str_slice(lexer->text, 0,
			bytes < lexer->text.n - from ? from + bytes : lexer->text.n);
	for (size_t at = from;; at++) {
		at = pk_str_find(text, lexer->close, at);
		if (at >= text.n)
			return false;
		if (before != '\0' && (at == from || text.p[at - 1] != before))
			continue;
		*ret_end = before == '\0' ? at : at - 1;
		*ret_to = at + lexer->close.n;
		return true;
	}
}

/* {{=<% %>=}}: two delimiters without white space or equals signs. */
static bool change_delimiters(struct pk_job *job, struct pk_lexer *lexer, const struct pk_tag *tag)
{
	struct pk_str open = tag->name, close;
	size_t n = 0;
	while (n < open.n && memchr(" \t\r\n", open.p[n], 4) == NULL)
		n++;
	close = pk_str_trim(pk_str_slice(open, n, open.n));
	open.n = n;
	bool good = open.n > 0 && close.n > 0;
	for (size_t i = 0; i < tag->name.n; i++)
		good = good && tag->name.p[i] != '=';
	for (size_t i = 0; i < close.n; i++)
		good = good && memchr(" \t\r\n", close.p[i], 4) == NULL;
	if (!good)
		return pk_fail(job, PK_M_TAG_DELIMITERS, place(lexer, tag->from, tag->to));
	lexer->open = open;
	lexer->close = close;
	return true;
}

/* A tag that swallows the beginning of the next one was never closed. */
static bool swallows(const struct pk_lexer *lexer, enum pk_tag_kind kind, size_t from, size_t end)
{
	if (kind == PK_TAG_COMMENT || kind == PK_TAG_DELIMITERS ||
			pk_str_eq(lexer->open, lexer->close))
		return false;
	struct pk_str inside = pk_str_slice(lexer->text, from, end);
	return pk_str_find(inside, lexer->open, 0) < inside.n;
}

/* The first byte inside a tag that begins at from, and which kind of tag it is. *ret_before is the
 * byte that must stand before the closing delimiter, if any. */
static enum pk_tag_kind read_sigil(
		const struct pk_lexer *lexer, size_t from, size_t *ret_inside, char *ret_before)
{
	size_t at = skip_space(lexer, from);
	char sigil = at < lexer->text.n ? lexer->text.p[at] : '\0';
	/* Nothing inside, even where the closing delimiter begins as a sigil does. */
	if (pk_str_starts(pk_str_slice(lexer->text, at, lexer->text.n), lexer->close))
		sigil = '\0';
	enum pk_tag_kind kind = kind_of(sigil);
	*ret_inside = kind == PK_TAG_VALUE ? from : at + 1;
	*ret_before = sigil == '{' ? '}' : sigil == '=' ? '=' : '\0';
	return kind;
}

/* Behind an unclosed comment nothing can be told; behind another tag the search goes on. before: what
 * must stand before the closing delimiter, or 0. */
static bool unclosed(
		struct pk_job *job, struct pk_lexer *lexer, const struct pk_tag *tag, char before)
{
	if (tag->kind == PK_TAG_COMMENT)
		lexer->at = lexer->text.n;
	struct pk_str close = lexer->close;
	if (before != '\0' && !pk_join(job, &close, (struct pk_str){ &before, 1 }, lexer->close))
		return false;
	return pk_fail(job, PK_M_TAG_UNCLOSED, place(lexer, tag->from, tag->from + lexer->open.n),
			.a = close);
}

bool pk_lexer_next(struct pk_job *job, struct pk_lexer *lexer, struct pk_tag *ret)
{
	struct pk_tag tag = { .kind = PK_TAG_NONE, .from = lexer->text.n, .to = lexer->text.n };
	size_t inside, end, from = pk_str_find(lexer->text, lexer->open, lexer->at);
	char before;
	lexer->at = lexer->text.n;
	if (from >= lexer->text.n) {
		*ret = tag;
		return true;
	}
	lexer->at = from + lexer->open.n;
	tag.from = from;
	tag.kind = read_sigil(lexer, lexer->at, &inside, &before);
	if (!find_close(lexer, inside, tag.kind == PK_TAG_COMMENT ? lexer->text.n : LONGEST_TAG,
			    before, &end, &tag.to) ||
			swallows(lexer, tag.kind, inside, end))
		return unclosed(job, lexer, &tag, before);
	if (!clean_name(job, lexer, pk_str_slice(lexer->text, inside, end), &tag.name))
		return false;
	lexer->at = tag.to;
	if (tag.name.n == 0 && tag.kind != PK_TAG_COMMENT && tag.kind != PK_TAG_DELIMITERS)
		return pk_fail(job, PK_M_TAG_EMPTY, place(lexer, tag.from, tag.to));
	if (tag.kind == PK_TAG_DELIMITERS && !change_delimiters(job, lexer, &tag))
		return false;
	*ret = tag;
	return true;
}
