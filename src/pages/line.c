#include "pages/line.h"

#include "base/text.h"
#include "pages/widths.h"

/* No line is lower than a point, or higher than any paper. */
enum { LOWEST = 20, HIGHEST = 100000 };

static int64_t fine(int64_t twips)
{
	return twips * PK_FINE;
}

static int32_t rounded(int64_t height)
{
	return (int32_t)((height + PK_FINE / 2) / PK_FINE);
}

/* Sizes are half-points (10 twips); advances are 2048ths of an em. Letters and leading are rounded
 * each for itself, as LibreOffice does: over a page the difference is a line. */
int32_t pk_line_natural(const struct pk_flow_char *character)
{
	int64_t em = (int64_t)character->size * 10;

	return rounded(pk_font_body(character->font) * em) +
			rounded(pk_font_leading(character->font) * em);
}

static int64_t line_height(const struct pk_flow_char *c)
{
	return fine(pk_line_natural(c));
}

static int64_t char_width(const struct pk_flow_char *c, uint32_t letter)
{
	if (c->caps && ((letter >= 'a' && letter <= 'z') || (letter >= 0xE0 && letter <= 0xFE)))
		letter -= 0x20;
	return (int64_t)pk_font_advance(c->font, letter) * c->size * 10 + fine(c->spacing);
}

static const struct pk_flow_char *own_characters(const struct pk_filler *f)
{
	return &f->flow->chars[f->style->character];
}

static int64_t line_start(const struct pk_filler *f)
{
	return fine(f->style->left + (f->lines == 0 ? f->style->first : 0));
}

static int64_t line_end(const struct pk_filler *f)
{
	return fine(f->width - f->style->right);
}

/* Office programs keep line spacing in whole percent and cut the result. */
static int32_t times(int32_t natural, int32_t line)
{
	int32_t percent = (line * 100 + 120) / 240;

	return line == 0 ? natural : (int32_t)((int64_t)natural * percent / 100);
}

int32_t pk_line_ruled(const struct pk_flow_paragraph *style, int32_t natural)
{
	switch ((enum pk_line_rule)style->line_rule) {
	case PK_LINE_EXACT:
		return style->line;
	case PK_LINE_AT_LEAST:
		return natural > style->line ? natural : style->line;
	case PK_LINE_TIMES:
	default:
		return times(natural, style->line);
	}
}

static void close_line(struct pk_filler *f)
{
	int64_t natural = f->height > 0 ? f->height : line_height(own_characters(f));
	int32_t height = pk_line_ruled(f->style, rounded(natural));

	height = height < LOWEST ? LOWEST : height > HIGHEST ? HIGHEST : height;
	pk_put(f->heights, (struct pk_str){ (const char *)&height, sizeof(height) });
	f->lines++;
	f->at = line_start(f);
	f->spaces = f->height = 0;
	f->tab_at = -1;
}

/* What the pending tab leaves between the text before it and its own text. */
static void settle_tab(struct pk_filler *f)
{
	int64_t start;

	if (f->tab_at < 0)
		return;
	start = f->tab_at - (f->tab_kind == 1 ? f->tab_text / 2 : f->tab_text);
	f->at = (start > f->at ? start : f->at) + f->tab_text;
	f->tab_at = -1;
	f->tab_text = 0;
}

/* The pending word is set on this line, or begins the next one. */
static void set_word(struct pk_filler *f)
{
	if (f->word == 0)
		return;
	/* Text before a right tab grows to the left, until it meets what stands there. */
	if (f->tab_at >= 0 && f->at + f->tab_text + f->spaces + f->word > line_end(f))
		settle_tab(f);
	if (f->tab_at >= 0) {
		f->tab_text += f->spaces + f->word;
	} else {
		if (f->at + f->spaces + f->word > line_end(f) && f->at + f->spaces > line_start(f))
			close_line(f);
		f->at += f->spaces + f->word;
	}
	f->height = f->word_height > f->height ? f->word_height : f->height;
	f->spaces = f->word = f->word_height = 0;
}

/* A word longer than a line is cut where the line ends. */
static void cut_long_word(struct pk_filler *f, int64_t width)
{
	int64_t room = line_end(f) - fine(f->style->left);

	if (f->word + width <= room || f->word == 0)
		return;
	set_word(f);
	close_line(f);
}

void pk_filler_start(struct pk_filler *f, const struct pk_flow *flow,
		const struct pk_flow_paragraph *style, int32_t width, struct pk_out *heights)
{
	*f = (struct pk_filler){ .flow = flow, .style = style, .width = width, .tab_at = -1,
		.heights = heights };
	f->at = line_start(f);
}

/* After these a line may break though no space follows, be it within a date. */
static bool breaks_after(uint32_t c)
{
	return c == '-' || c == '?' || c == '!' || c == '|' || c == 0x2010 || c == 0x2012 ||
			c == 0x2013 || c == 0x2014 || c == 0x2026 || c == 0xAD || c == 0x200B;
}

/* What holds on to the character before it: "stads-." stays whole (UAX #14: LB13, LB19, LB21). */
static bool holds_on(uint32_t c)
{
	return breaks_after(c) || (c < 0x80 && c != 0 && strchr("),./:;]}\"'", (int)c) != NULL) ||
			c == 0x00BB || (c >= 0x2018 && c <= 0x201F);
}

static int64_t joined_width(const struct pk_flow_char *style, const char *letters, size_t n)
{
	return n < 2 ? 0 : (int64_t)pk_font_joined(style->font, (struct pk_str){ letters, n }) *
			style->size * 10;
}

/* What a letter adds to the width, or takes from it, by being drawn as one with those before it: f, t
 * or two of them. */
static int64_t join(struct pk_filler *f, const struct pk_flow_char *style, uint32_t c)
{
	bool begins = c == 'f' || c == 't';
	int64_t before, now;
	size_t n;

	if (f->joined[0] == '\0' && !begins)
		return 0;
	n = strlen(f->joined);
	before = joined_width(style, f->joined, n);
	if (n > 0 && n < sizeof(f->joined) - 1 && c > 0 && c < 0x80) {
		f->joined[n] = (char)c;
		f->joined[n + 1] = '\0';
		now = joined_width(style, f->joined, n + 1);
		if (now != 0)
			return now - before;
	}
	n = begins && !style->caps && style->spacing == 0;
	f->joined[0] = (char)(n > 0 ? c : 0);
	f->joined[n] = '\0';
	return 0;
}

static void put_letter(struct pk_filler *f, const struct pk_flow_char *style, int64_t height,
		uint32_t c)
{
	int64_t width = char_width(style, c) + join(f, style, c);

	if (f->after_break && !holds_on(c))
		set_word(f);
	cut_long_word(f, width);
	f->word += width;
	f->word_height = height > f->word_height ? height : f->word_height;
	f->after_break = breaks_after(c);
}

/* The code point at text.p[at], when it is one of those that most text is made of and that only add their
 * width to a word; else 0. *ret_n: its bytes. */
static uint32_t plain_at(struct pk_str text, size_t at, size_t *ret_n)
{
	unsigned char c = (unsigned char)text.p[at];

	*ret_n = 1;
	if (c == 0xC3 && at + 1 < text.n) {
		*ret_n = 2;    /* À to ÿ */
		return 0xC0 | ((unsigned char)text.p[at + 1] & 0x3F);
	}
	if (c == 'f' || c == 't')
		return at + 1 < text.n && pk_font_may_join((char)c, text.p[at + 1]) ? 0 : c;
	if ((c | 0x20) >= 'a' && (c | 0x20) <= 'z')
		return c;
	return (c >= '0' && c <= '9') || c == '.' || c == ',' ? c : 0;
}

/* Puts the plain letters from *at on into the word, as far as a line has room for it. */
static void put_plain(struct pk_filler *f, const struct pk_flow_char *style, int64_t height,
		struct pk_str text, size_t *at)
{
	const uint16_t *advances = pk_font_advances(style->font);
	int64_t room = line_end(f) - fine(f->style->left), spacing = fine(style->spacing);
	size_t start = *at, n;
	uint32_t c;

	while (*at < text.n && (c = plain_at(text, *at, &n)) != 0) {
		int64_t width = (int64_t)advances[c - PK_FONT_FIRST] * style->size * 10 + spacing;

		if (f->word + width > room)
			break;
		f->word += width;
		*at += n;
	}
	if (*at > start && height > f->word_height)
		f->word_height = height;
}

/* What put_plain() leaves: spaces, ends of lines and words, letters that look at their neighbours. */
static void put_other(struct pk_filler *f, const struct pk_flow_char *style, int64_t height, uint32_t c)
{
	/* No letters are drawn as one across these. */
	if (c == ' ' || c == '\n' || c == '\t')
		f->joined[0] = '\0';
	if (c == ' ') {
		set_word(f);
		f->spaces += char_width(style, ' ');
		f->after_break = false;
	} else if (c == '\n') {
		pk_filler_break(f);
	} else if (c == '\t') {
		pk_filler_tab(f);
	} else {
		put_letter(f, style, height, c);
	}
}

void pk_filler_text(struct pk_filler *f, const struct pk_flow_char *character, struct pk_str text)
{
	int64_t height = line_height(character);

	f->joined[0] = '\0';
	for (size_t at = 0; at < text.n;) {
		if (!f->after_break && f->joined[0] == '\0' && !character->caps)
			put_plain(f, character, height, text, &at);
		if (at < text.n)
			put_other(f, character, height, pk_text_next(text, &at));
	}
}

/* The next tab stop after x: of the style, the hanging indent, or the defaults. */
static struct pk_flow_tab next_tab(const struct pk_filler *f, int64_t x)
{
	const struct pk_flow_paragraph *s = f->style;
	int32_t step = f->flow->default_tab > 0 ? f->flow->default_tab : 720;
	int32_t now = (int32_t)(x / PK_FINE), zero = f->flow->tabs_from_indent ? s->left : 0;

	for (size_t i = 0; i < s->n_tabs; i++) {
		if (s->tabs[i].at > now)
			return s->tabs[i];
	}
	if (s->first < 0 && s->left > now)
		return (struct pk_flow_tab){ s->left, 0 };
	if (now < zero)
		return (struct pk_flow_tab){ zero, 0 };
	return (struct pk_flow_tab){ zero + ((now - zero) / step + 1) * step, 0 };
}

void pk_filler_tab(struct pk_filler *f)
{
	struct pk_flow_tab tab;

	set_word(f);
	settle_tab(f);
	f->at += f->spaces;
	f->spaces = 0;
	f->after_break = false;
	tab = next_tab(f, f->at);
	if (fine(tab.at) > line_end(f) && tab.kind == 0 && f->at > line_start(f)) {
		close_line(f);
		return;
	}
	if (tab.kind == 0) {
		f->at = fine(tab.at);
		return;
	}
	f->tab_at = fine(tab.at);
	f->tab_kind = tab.kind;
	f->tab_text = 0;
}

void pk_filler_break(struct pk_filler *f)
{
	set_word(f);
	settle_tab(f);
	if (f->height == 0)
		f->height = line_height(own_characters(f));
	close_line(f);
	f->after_break = false;
}

void pk_filler_object(struct pk_filler *f, uint32_t width, uint32_t height)
{
	set_word(f);
	f->word = fine(width > HIGHEST ? HIGHEST : width);
	f->word_height = fine(height > HIGHEST ? HIGHEST : height);
	set_word(f);
	f->after_break = true;
}

void pk_filler_end(struct pk_filler *f)
{
	set_word(f);
	settle_tab(f);
	close_line(f);
}
