/* What can be wrong with a file's bytes, found before the parser gives up at the first of them. */
#include "base/text.h"
#include "yaml/inside.h"

struct scan {
	struct pk_job *job;
	struct pk_yaml_text *ret;
	struct pk_str text; /* as read, behind the byte order mark */
	char *copy;         /* what the parser will get; NULL until it differs */
	uint32_t found;
};

struct pk_pos pk_yaml_pos(const struct pk_yaml_text *text, size_t from, size_t to)
{
	return (struct pk_pos){ text->source, text->base + (uint32_t)from,
		(uint32_t)(to > from ? to - from : 0) };
}

static struct pk_str in_hex(struct pk_job *job, const char *prefix, uint32_t number, int digits)
{
	char hex[8];
	struct pk_str ret = { NULL, 0 };

	while (digits < 6 && number >> (4 * digits) != 0)
		digits++;
	for (int i = 0; i < digits; i++)
		hex[i] = "0123456789ABCDEF"[number >> (4 * (digits - 1 - i)) & 15];
	if (!pk_join(job, &ret, pk_str_of(prefix), (struct pk_str){ hex, (size_t)digits }))
		return PK_STR("");
	return ret;
}

struct pk_str pk_yaml_character_name(struct pk_job *job, uint32_t character)
{
	return in_hex(job, "U+", character, 4);
}

enum pk_message pk_yaml_forbidden(uint32_t c)
{
	if (c == 0x85 || c == 0x2028 || c == 0x2029)
		return PK_M_YAML_LINE_CHARACTER;
	if (c == '\t' || c == '\n' || c == '\r')
		return PK_M_NONE;
	if (c < 0x20 || (c >= 0x7F && c < 0xA0) || c == 0xFEFF || c == 0xFFFE || c == 0xFFFF)
		return PK_M_YAML_CONTROL;
	return PK_M_NONE;
}

/* Replaces bytes in what the parser gets, so that it can go on behind them. */
static void replace(struct scan *s, size_t from, size_t to, char filler)
{
	struct pk_str copy;

	if (s->copy == NULL) {
		s->copy = pk_alloc(s->job, 1, s->text.n);
		if (s->copy == NULL) {
			s->ret->readable = s->ret->clean = false;
			return;
		}
		memcpy(s->copy, s->text.p, s->text.n);
		copy = (struct pk_str){ s->copy, s->text.n };
		s->ret->text = copy;
	}
	memset(s->copy + from, filler, to - from);
}

static void found(struct scan *s, enum pk_message message, size_t from, size_t to, struct pk_str a)
{
	s->ret->clean = false;
	/* No list of messages is longer than this, so nothing is lost by not counting further. */
	if (s->found++ < s->job->limits->messages)
		pk_tell(s->job, message, pk_yaml_pos(s->ret, from, to), a);
}

/* UTF-16 and UTF-32 with or without a byte order mark; NULL for anything else. */
static const char *wide_encoding(struct pk_str text)
{
	size_t zeros = 0, n = text.n < 256 ? text.n : 256;

	if (pk_str_starts(text, PK_STR("\xFF\xFE\0\0")) ||
			pk_str_starts(text, PK_STR("\0\0\xFE\xFF")))
		return "UTF-32";
	if (pk_str_starts(text, PK_STR("\xFF\xFE")) || pk_str_starts(text, PK_STR("\xFE\xFF")))
		return "UTF-16";
	for (size_t i = 0; i < n; i++)
		zeros += text.p[i] == '\0';
	if (n >= 4 && zeros * 3 >= n * 2)
		return "UTF-32";
	return n >= 4 && zeros * 3 >= n ? "UTF-16" : NULL;
}

/* The letter that a lone byte is in Windows-1252; 0 where it has none. */
static uint32_t windows_letter(unsigned char byte)
{
	static const uint16_t high[32] = { 0x20AC, 0, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020,
		0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0, 0x017D, 0, 0, 0x2018, 0x2019,
		0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,
		0x017E, 0x0178 };

	return byte >= 0xA0 ? byte : byte >= 0x80 ? high[byte - 0x80] : byte;
}

static bool swedish_byte(unsigned char byte)
{
	return memchr("\xC4\xC5\xD6\xE4\xE5\xF6", byte, 6) != NULL;
}

/* The next byte at or behind from that is not UTF-8; the text's length when there is none. */
static size_t next_bad(struct pk_str text, size_t from)
{
	return from + pk_text_invalid(pk_str_slice(text, from, text.n));
}

/* A file whose lone bytes outnumber its UTF-8 letters, and has lone å ä ö, is in Windows-1252. */
static bool looks_latin(struct pk_str text)
{
	size_t bad = 0, letters = 0;
	bool swedish = false;

	for (size_t at = 0; at < text.n;) {
		size_t end = next_bad(text, at);

		for (; at < end; at++)
			letters += ((unsigned char)text.p[at] & 0xC0) == 0xC0;
		if (at < text.n) {
			swedish |= swedish_byte((unsigned char)text.p[at++]);
			bad++;
		}
	}
	return swedish && bad > letters;
}

static struct pk_str letter_of(struct pk_job *job, unsigned char byte)
{
	struct pk_out out = pk_out_new(job->arena, 8);
	struct pk_str ret = { NULL, 0 };

	pk_put_char(&out, windows_letter(byte));
	return pk_out_done(job, &out, &ret) ? ret : PK_STR("");
}

/* One message for a whole file in Windows-1252, else one for each bad byte. */
static void scan_encoding(struct scan *s)
{
	size_t at = next_bad(s->text, 0);
	bool latin = at < s->text.n && looks_latin(s->text);
	bool told = false;

	for (; at < s->text.n && s->ret->readable; at = next_bad(s->text, at + 1)) {
		unsigned char byte = (unsigned char)s->text.p[at];

		if (latin && !told && swedish_byte(byte)) {
			found(s, PK_M_YAML_LATIN, at, at + 1, letter_of(s->job, byte));
			told = true;
		} else if (!latin) {
			found(s, PK_M_YAML_BYTE, at, at + 1, in_hex(s->job, "", byte, 2));
		}
		replace(s, at, at + 1, '_');
	}
}

static void scan_characters(struct scan *s)
{
	struct pk_str text = s->ret->text;

	for (size_t at = 0; at < text.n && s->ret->readable;) {
		size_t from = at;
		uint32_t c;
		enum pk_message message;

		/* Most are: no need to ask. */
		if (text.p[at] >= ' ' && text.p[at] <= '~') {
			at++;
			continue;
		}
		c = pk_text_next(text, &at);
		message = pk_yaml_forbidden(c);
		if (message == PK_M_NONE)
			continue;
		found(s, message, from, at, pk_yaml_character_name(s->job, c));
		replace(s, from, at, ' ');
	}
}

static bool is_hard_space(struct pk_str text, size_t at)
{
	return at + 1 < text.n && text.p[at] == '\xC2' && text.p[at + 1] == '\xA0';
}

/* Bytes of white space at a place: hard spaces count where the line is not running text. */
static size_t white(struct pk_str text, size_t at, bool running)
{
	if (!running && is_hard_space(text, at))
		return 2;
	return text.p[at] == ' ' || text.p[at] == '\t' ? 1 : 0;
}

/* Tabs and hard spaces before the first word of a line: the indentation cannot be trusted from
 * there on. Where nothing follows them they do no harm. */
static void scan_indentation(struct scan *s, size_t from, size_t to, bool running)
{
	struct pk_str text = s->ret->text;
	size_t at = from, bad = to, bad_end = to, n;
	bool tab = false;

	for (; at < to && (n = white(text, at, running)) > 0; at += n) {
		if (bad == to && text.p[at] != ' ') {
			bad = at;
			bad_end = at + n;
			tab = text.p[at] == '\t';
		}
	}
	if (bad == to)
		return;
	if (at < to) {
		found(s, tab ? PK_M_YAML_TAB : PK_M_YAML_HARD_SPACE, bad, bad_end, PK_STR(""));
		s->ret->trusted = s->ret->trusted < from ? s->ret->trusted : from;
	}
	replace(s, from, at, ' ');
}

/* True when a key and nothing else stands between at and what may come before a key. */
static bool key_before(struct pk_str text, size_t from, size_t at)
{
	size_t start = at;

	while (at > from && strchr(" \t:,{}[]\"'", text.p[at - 1]) == NULL)
		at--;
	if (at == start)
		return false;
	while (at > from && text.p[at - 1] == ' ')
		at--;
	return at == from || strchr(",{-", text.p[at - 1]) != NULL;
}

/* A hard space behind a key's colon or an item's dash hides the colon or the dash from YAML. */
static void scan_hard_spaces(struct scan *s, const struct pk_yaml_line *line)
{
	size_t at = line->key;

	if (at < line->to && s->ret->text.p[at] == '-' && is_hard_space(s->ret->text, at + 1)) {
		found(s, PK_M_YAML_HARD_SPACE, at + 1, at + 3, PK_STR(""));
		replace(s, at + 1, at + 3, ' ');
	}
	for (; at + 2 < line->to; at++) {
		if (s->ret->text.p[at] != ':' || !is_hard_space(s->ret->text, at + 1) ||
				!key_before(s->ret->text, line->first, at))
			continue;
		found(s, PK_M_YAML_HARD_SPACE, at + 1, at + 3, PK_STR(""));
		replace(s, at + 1, at + 3, ' ');
	}
}

/* True when the line's value is the head of a block scalar: "|", ">-", "|2+  # comment". */
static bool opens_block(struct pk_str text, const struct pk_yaml_line *line)
{
	size_t at = line->value;

	if (at == line->to || strchr("|>", text.p[at]) == NULL || at == line->first)
		return false;
	for (at++; at < line->to && memchr("+-123456789", text.p[at], 11) != NULL;)
		at++;
	return at == line->to || text.p[at] == ' ' || text.p[at] == '\t';
}

/* Line by line; the lines of a block scalar are running text, where only tabs are looked for. */
static void scan_lines(struct scan *s)
{
	bool block = false;
	size_t parent = 0;

	for (size_t at = 0; at < s->ret->text.n && s->ret->readable;) {
		struct pk_yaml_line line = pk_yaml_line_at(s->ret->text, at);
		size_t spaces = 0;
		bool running;

		at = line.to + 1;
		while (line.from + spaces < line.to && s->ret->text.p[line.from + spaces] == ' ')
			spaces++;
		running = block && spaces > parent;
		scan_indentation(s, line.from, line.to, running);
		if (line.first == line.to || running)
			continue;
		scan_hard_spaces(s, &line);
		block = opens_block(s->ret->text, &line);
		parent = line.parent;
	}
}

void pk_yaml_scan(struct pk_job *job, uint32_t source, struct pk_yaml_text *ret)
{
	struct scan s = {
		.job = job, .ret = ret, .text = pk_source_get(job->sources, source)->text
	};
	const char *wide = wide_encoding(s.text);

	*ret = (struct pk_yaml_text){ .source = source };
	if (s.text.n > job->limits->yaml_bytes) {
		pk_tell(job, PK_M_YAML_SIZE, pk_yaml_pos(ret, 0, 0),
				pk_number(job, job->limits->yaml_bytes));
		return;
	}
	if (wide != NULL) {
		pk_tell(job, PK_M_YAML_WIDE, pk_yaml_pos(ret, 0, 0), pk_str_of(wide));
		return;
	}
	if (pk_str_starts(s.text, PK_STR("\xEF\xBB\xBF"))) {
		ret->base = 3;
		s.text = pk_str_slice(s.text, 3, s.text.n);
	}
	ret->text = s.text;
	ret->trusted = SIZE_MAX;
	ret->readable = ret->clean = true;
	scan_encoding(&s);
	scan_characters(&s);
	scan_lines(&s);
}
