/* §-område and clock times: a small scanner, a small grammar, and the normal form. */
#include "meeting/spans.h"

#include "base/text.h"

enum token {
	T_END, T_BAD, T_NUMBER, T_TIME, T_DASH, T_AND, T_SIGN, T_CLOCK, T_EXCEPT, T_UNTIL, T_FROM,
	T_PART
};

static const struct {
	const char *word;
	enum token token;
} words_of_spans[] = {
	{ "§§", T_SIGN }, { "§", T_SIGN }, { ",", T_AND }, { "och", T_AND }, { "samt", T_AND },
	{ "kl.", T_CLOCK }, { "kl", T_CLOCK }, { "klockan", T_CLOCK }, { "ej", T_EXCEPT },
	{ "inte", T_EXCEPT }, { "t.o.m.", T_UNTIL }, { "t.o.m", T_UNTIL }, { "t o m", T_UNTIL },
	{ "tom.", T_UNTIL }, { "tom", T_UNTIL }, { "till och med", T_UNTIL }, { "fr.o.m.", T_FROM },
	{ "fr.o.m", T_FROM }, { "fr o m", T_FROM }, { "from.", T_FROM }, { "from", T_FROM },
	{ "från och med", T_FROM }, { "delar av", T_PART }, { "del av", T_PART },
};

struct scan {
	struct pk_str s;
	size_t at;
	enum token token;
	struct pk_str text;     /* the token as written */
};

static bool is_digit(char c)
{
	return c >= '0' && c <= '9';
}

static bool is_letter(struct pk_str s, size_t at)
{
	unsigned char c = at < s.n ? (unsigned char)s.p[at] : ' ';

	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == 0xC3;
}

/* Length of word at the start of s, without regard to case in ASCII; 0 when it does not stand
 * there whole. */
static size_t word_at(struct pk_str s, const char *word)
{
	size_t n = 0;

	for (; word[n] != '\0'; n++) {
		char c = n < s.n ? s.p[n] : '\0';

		if (c != word[n] && !(c >= 'A' && c <= 'Z' && c - 'A' + 'a' == word[n]))
			return 0;
	}
	return is_letter(s, n) && is_letter(s, n - 1) ? 0 : n;
}

/* Hyphen, en and em dash, minus, no-break hyphen. */
static size_t dash_at(struct pk_str s)
{
	static const char *const dashes[] = { "-", "–", "—", "−", "‑", "‐" };

	for (size_t i = 0; i < PK_COUNT(dashes); i++) {
		if (pk_str_starts(s, pk_str_of(dashes[i])))
			return strlen(dashes[i]);
	}
	return 0;
}

/* "14.10", "14:10": the length, or 0. */
static size_t time_at(struct pk_str s)
{
	size_t n = 0;

	while (n < s.n && is_digit(s.p[n]))
		n++;
	if (n == 0 || n > 2 || n + 2 >= s.n || (s.p[n] != '.' && s.p[n] != ':'))
		return 0;
	if (!is_digit(s.p[n + 1]) || !is_digit(s.p[n + 2]))
		return 0;
	return n + 3 < s.n && is_digit(s.p[n + 3]) ? 0 : n + 3;
}

/* The word that stands at the start of s; T_BAD when none does. */
static enum token known_word(struct pk_str s, size_t *ret_n)
{
	for (size_t i = 0; i < PK_COUNT(words_of_spans); i++) {
		*ret_n = word_at(s, words_of_spans[i].word);
		if (*ret_n > 0)
			return words_of_spans[i].token;
	}
	return T_BAD;
}

/* "42", "12 a", "12a": the length, or 0. The t of "42 t.o.m. § 45" is no part of the number. */
static size_t number_at(struct pk_str s)
{
	size_t n = 0, letter, word;

	while (n < s.n && is_digit(s.p[n]))
		n++;
	letter = n < s.n && s.p[n] == ' ' ? n + 1 : n;
	if (n > 0 && is_letter(s, letter) && (unsigned char)s.p[letter] < 0x80 &&
			!is_letter(s, letter + 1) &&
			known_word(pk_str_slice(s, letter, s.n), &word) == T_BAD)
		return letter + 1;
	return n > 0 && is_letter(s, n) ? 0 : n;
}

static void take(struct scan *scan, enum token token, size_t n)
{
	scan->token = token;
	scan->text = pk_str_slice(scan->s, scan->at, scan->at + n);
	scan->at += n;
}

static void advance(struct scan *scan)
{
	struct pk_str rest = pk_str_slice(scan->s, scan->at, scan->s.n);
	size_t n;
	enum token word;

	rest = pk_str_slice(rest, rest.n - pk_str_trim(rest).n, rest.n);
	scan->at = scan->s.n - rest.n;
	if (rest.n == 0)
		take(scan, T_END, 0);
	else if ((n = dash_at(rest)) > 0)
		take(scan, T_DASH, n);
	else if ((n = time_at(rest)) > 0)
		take(scan, T_TIME, n);
	else if ((n = number_at(rest)) > 0)
		take(scan, T_NUMBER, n);
	else if ((word = known_word(rest, &n)) != T_BAD)
		take(scan, word, n);
	else
		take(scan, T_BAD, rest.n);
}

static struct scan scan_start(struct pk_str words)
{
	struct scan scan = { .s = pk_str_trim(words) };

	advance(&scan);
	return scan;
}

enum pk_looks pk_presence_looks(struct pk_str part)
{
	struct scan scan = scan_start(part);
	bool numbers = false;

	if (pk_str_find(part, PK_STR("§"), 0) < part.n)
		return PK_LOOKS_PRESENCE;
	if (scan.token == T_CLOCK || scan.token == T_EXCEPT || scan.token == T_UNTIL ||
			scan.token == T_FROM || scan.token == T_PART) {
		advance(&scan);
		return scan.token == T_NUMBER || scan.token == T_TIME || scan.token == T_CLOCK ?
				PK_LOOKS_PRESENCE : PK_LOOKS_OTHER;
	}
	for (; scan.token != T_END; advance(&scan)) {
		if (scan.token == T_NUMBER || scan.token == T_TIME)
			numbers = true;
		else if (scan.token != T_DASH && scan.token != T_AND)
			return PK_LOOKS_OTHER;
	}
	return numbers ? PK_LOOKS_GOING_ON : PK_LOOKS_OTHER;
}

bool pk_nr_normal(struct pk_job *job, struct pk_str words, struct pk_str *ret, uint32_t *ret_number)
{
	struct scan scan = scan_start(words);
	size_t digits = 0;

	if (scan.token == T_SIGN)
		advance(&scan);
	if (scan.token != T_NUMBER || scan.at != scan.s.n)
		return false;
	while (digits < scan.text.n && is_digit(scan.text.p[digits]))
		digits++;
	if (!pk_str_uint(pk_str_slice(scan.text, 0, digits), ret_number))
		return false;
	*ret = pk_str_slice(scan.text, 0, digits);
	if (digits == scan.text.n)
		return true;
	return pk_join(job, ret, *ret, PK_STR(" "),
			pk_str_slice(scan.text, scan.text.n - 1, scan.text.n));
}

int32_t pk_nr_find(const struct pk_meeting *m, struct pk_str nr)
{
	for (size_t i = 0; i < m->n_paragrafer; i++) {
		if (m->paragrafer[i].nr.n > 0 && pk_str_eq(m->paragrafer[i].nr, nr))
			return (int32_t)i;
	}
	return -1;
}

bool pk_presence_covers(const struct pk_presence *presence, int32_t paragraf)
{
	bool there = true;

	for (size_t i = 0; i < presence->n_spans; i++)
		there = there && presence->spans[i].except;
	for (size_t i = 0; i < presence->n_spans; i++) {
		const struct pk_span *span = &presence->spans[i];

		if ((int32_t)span->from <= paragraf && paragraf <= (int32_t)span->to)
			there = !span->except;
	}
	return there;
}

/* "9.00": the hour as written, two digits of minutes. */
static bool put_time(struct pk_out *out, const struct scan *scan)
{
	struct pk_str s = scan->text;
	size_t digits = scan->token == T_TIME ? s.n - 3 : s.n;
	uint32_t hour, minute = 0;

	if (scan->token != T_TIME && scan->token != T_NUMBER)
		return false;
	if (scan->token == T_TIME && !pk_str_uint(pk_str_slice(s, digits + 1, s.n), &minute))
		return false;
	if (digits > 2 || !pk_str_uint(pk_str_slice(s, 0, digits), &hour) || hour > 24 || minute > 59)
		return false;
	pk_put(out, pk_str_slice(s, 0, digits));
	pk_put_byte(out, '.');
	if (minute < 10)
		pk_put_byte(out, '0');
	pk_put_uint(out, minute);
	return true;
}

/* One time or range; the scanner stands behind it afterwards. */
static bool put_range(struct pk_out *out, struct scan *scan)
{
	if (!put_time(out, scan))
		return false;
	advance(scan);
	if (scan->token != T_DASH)
		return true;
	advance(scan);
	if (scan->token == T_CLOCK)
		advance(scan);
	pk_put_c(out, "–");
	if (!put_time(out, scan))
		return false;
	advance(scan);
	return true;
}

bool pk_times_normal(struct pk_job *job, struct pk_str words, struct pk_str *ret)
{
	struct pk_out out = pk_out_new(job->arena, job->limits->output_bytes);
	struct scan scan = scan_start(words);

	for (;;) {
		if (scan.token == T_CLOCK)
			advance(&scan);
		if (!put_range(&out, &scan))
			return false;
		if (scan.token == T_END)
			return pk_out_done(job, &out, ret);
		if (scan.token != T_AND)
			return false;
		advance(&scan);
		pk_put_c(&out, ", ");
	}
}

/* The reading of one stretch of words into a presence. */
struct spans {
	struct pk_reader *r;
	const struct pk_origin *origin;
	struct pk_presence *presence;
	struct scan scan;
	struct pk_out out;
	enum token mode;        /* T_SIGN: plainly these §§ */
	bool clock;             /* bare numbers are times */
	enum token printed;     /* the mode that the text last showed; T_CLOCK after times */
};

static bool bad_words(struct spans *p)
{
	return pk_fail(p->r->job, PK_M_SPANS_FORM,
			pk_origin_place(p->r, p->origin, p->scan.s), p->scan.s);
}

static struct pk_str numbers_of(struct pk_reader *r)
{
	const struct pk_meeting *m = r->m;
	struct pk_str text;

	if (m->n_paragrafer == 0 || m->paragrafer[0].nr.n == 0)
		return PK_STR("–");
	if (!pk_join(r->job, &text, PK_STR("§ "), m->paragrafer[0].nr, PK_STR("–"),
			m->paragrafer[m->n_paragrafer - 1].nr))
		return PK_STR("–");
	return text;
}

/* A number as printed, and its index; 0 when there is no meeting to look in. */
static bool take_number(struct spans *p, struct pk_str *ret, uint32_t *ret_index)
{
	uint32_t number;
	int32_t index = 0;

	if (p->scan.token != T_NUMBER || !pk_nr_normal(p->r->job, p->scan.text, ret, &number))
		return bad_words(p);
	if (p->r->m != NULL)
		index = pk_nr_find(p->r->m, *ret);
	if (index < 0)
		return pk_fail(p->r->job, PK_M_SPANS_UNKNOWN,
				pk_origin_place(p->r, p->origin, p->scan.text), *ret,
				numbers_of(p->r));
	*ret_index = (uint32_t)index;
	advance(&p->scan);
	return true;
}

static bool add_span(struct spans *p, struct pk_span span)
{
	size_t room = p->presence->n_spans;

	if (p->r->m == NULL)
		return true;
	if (!pk_grow(p->r->job, &p->presence->spans, p->presence->n_spans, &room))
		return false;
	p->presence->spans[p->presence->n_spans++] = span;
	return true;
}

static void put_mode(struct spans *p)
{
	static const char *const texts[] = {
		[T_EXCEPT] = "ej ", [T_UNTIL] = "t.o.m. ", [T_FROM] = "fr.o.m. ", [T_PART] = "del av ",
		[T_SIGN] = "",
	};

	pk_put_c(&p->out, texts[p->mode]);
}

/* "fr.o.m. § 43 t.o.m. § 48" is one span, not two. */
static bool close_span(struct spans *p)
{
	struct pk_presence *presence = p->presence;
	struct pk_str text;
	uint32_t index;

	if (!take_number(p, &text, &index))
		return false;
	if (p->r->m != NULL && presence->spans[presence->n_spans - 1].from > index)
		return bad_words(p);
	if (p->r->m != NULL)
		presence->spans[presence->n_spans - 1].to = index;
	pk_put_c(&p->out, " t.o.m. §\u00A0");
	pk_put(&p->out, text);
	p->printed = T_UNTIL;
	return true;
}

static struct pk_span span_of(const struct spans *p, uint32_t from, uint32_t to)
{
	struct pk_span span = { from, to, p->mode == T_EXCEPT, p->mode == T_PART };

	if (p->mode == T_UNTIL)
		span.from = 0;
	else if (p->mode == T_FROM && p->r->m != NULL)
		span.to = (uint32_t)p->r->m->n_paragrafer - 1;
	return span;
}

static bool take_spans(struct spans *p)
{
	struct pk_str first, last = PK_STR("");
	uint32_t from, to;

	if (!take_number(p, &first, &from))
		return false;
	to = from;
	if (p->scan.token == T_DASH && (p->mode == T_FROM || p->mode == T_UNTIL))
		return bad_words(p);
	if (p->scan.token == T_DASH) {
		advance(&p->scan);
		if (p->scan.token == T_SIGN)
			advance(&p->scan);
		if (!take_number(p, &last, &to))
			return false;
		if (to < from)
			return bad_words(p);
	}
	if (p->out.n > 0)
		pk_put_c(&p->out, ", ");
	if (p->printed != p->mode || p->mode == T_FROM || p->mode == T_UNTIL) {
		put_mode(p);
		pk_put_c(&p->out, "§\u00A0");
	}
	p->printed = p->mode;
	pk_put(&p->out, first);
	if (last.n > 0)
		pk_put_c(&p->out, "–");
	pk_put(&p->out, last);
	return add_span(p, span_of(p, from, to));
}

static bool take_times(struct spans *p)
{
	if (p->out.n > 0)
		pk_put_c(&p->out, ", ");
	if (p->printed != T_CLOCK || p->mode != T_SIGN) {
		put_mode(p);
		pk_put_c(&p->out, "kl.\u00A0");
	}
	p->printed = T_CLOCK;
	return put_range(&p->out, &p->scan) || bad_words(p);
}

static bool is_mode(enum token token)
{
	return token == T_EXCEPT || token == T_UNTIL || token == T_FROM || token == T_PART;
}

/* [mode] [§ or kl.] number or range. "ej" goes on over commas; "fr.o.m." does not. */
static bool take_item(struct spans *p)
{
	bool told = is_mode(p->scan.token), closes;

	closes = p->scan.token == T_UNTIL && p->mode == T_FROM && !p->clock && p->out.n > 0 &&
			p->printed == T_FROM;
	if (told) {
		p->mode = p->scan.token;
		advance(&p->scan);
	} else if (p->mode == T_FROM || p->mode == T_UNTIL) {
		p->mode = T_SIGN;
	}
	if (p->scan.token == T_SIGN || p->scan.token == T_CLOCK) {
		p->clock = p->scan.token == T_CLOCK;
		if (!told && p->mode == T_PART)
			p->mode = T_SIGN;
		advance(&p->scan);
	}
	if (p->clock)
		return take_times(p);
	return closes ? close_span(p) : take_spans(p);
}

static bool take_all(struct spans *p)
{
	for (;;) {
		if (!take_item(p))
			return false;
		if (p->scan.token == T_END)
			return true;
		if (p->scan.token == T_UNTIL && p->mode == T_FROM)
			continue;
		if (p->scan.token != T_AND)
			return bad_words(p);
		while (p->scan.token == T_AND)
			advance(&p->scan);
	}
}

bool pk_presence_add(struct pk_reader *r, const struct pk_origin *origin, struct pk_str words,
		enum pk_bare bare, struct pk_presence *presence)
{
	struct spans p = { .r = r, .origin = origin, .presence = presence, .mode = T_SIGN,
		.scan = scan_start(words), .clock = bare == PK_BARE_TIMES };

	p.out = pk_out_new(r->job->arena, r->job->limits->output_bytes);
	if (!presence->given)
		presence->at = pk_origin_place(r, origin, p.scan.s);
	presence->given = true;
	pk_put(&p.out, presence->text);
	p.printed = T_END;
	return take_all(&p) && pk_out_done(r->job, &p.out, &presence->text);
}
