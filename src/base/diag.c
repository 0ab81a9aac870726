#include "base/diag.h"

#include <stdlib.h>

#include "base/job.h"
#include "base/store.h"
#include "base/text.h"

struct pk_diags {
	struct pk_report *v;
	uint32_t n, max, dropped;
	uint32_t levels[PK_LEVEL_FATAL + 1];
};

struct pk_diags *pk_diags_new(struct pk_arena *arena, uint32_t max)
{
	struct pk_diags *d = pk_arena_alloc(arena, sizeof(*d));

	if (d == NULL)
		return NULL;
	d->v = pk_arena_alloc(arena, (max + 1) * sizeof(*d->v));
	d->max = max;
	return d->v == NULL ? NULL : d;
}

static bool same_report(const struct pk_report *a, const struct pk_report *b)
{
	return a->message == b->message && a->at.source == b->at.source &&
			a->at.offset == b->at.offset && pk_str_eq(a->a, b->a) &&
			pk_str_eq(a->b, b->b) && pk_str_eq(a->c, b->c);
}

/* One fault may be met twice on the way (a text decoded for two uses): it is told once. */
static bool told_already(const struct pk_diags *d, const struct pk_report *report)
{
	for (uint32_t i = 0; i < d->n; i++) {
		if (same_report(&d->v[i], report))
			return true;
	}
	return false;
}

bool pk_report(struct pk_job *job, const struct pk_report *report)
{
	struct pk_diags *d = job->diags;
	enum pk_level level = pk_message_level(report->message);

	if (told_already(d, report))
		return false;
	d->levels[level]++;
	/* The last place is kept for what ends the job. */
	if (d->n < d->max || (d->n == d->max && level == PK_LEVEL_FATAL))
		d->v[d->n++] = *report;
	else
		d->dropped++;
	return false;
}

uint32_t pk_diag_errors(const struct pk_diags *diags)
{
	return diags->levels[PK_LEVEL_ERROR] + diags->levels[PK_LEVEL_FATAL];
}

uint32_t pk_diag_count(const struct pk_diags *diags)
{
	return diags->n;
}

uint32_t pk_diag_count_level(const struct pk_diags *diags, enum pk_level level)
{
	return diags->levels[level];
}

const struct pk_report *pk_diag_get(const struct pk_diags *diags, uint32_t i)
{
	return &diags->v[i];
}

uint32_t pk_diag_dropped(const struct pk_diags *diags)
{
	return diags->dropped;
}

static int by_place(const void *a, const void *b)
{
	const struct pk_report *x = a, *y = b;

	/* What has no place comes last: it sums up. */
	if ((x->at.source == 0) != (y->at.source == 0))
		return x->at.source == 0 ? 1 : -1;
	if (x->at.source != y->at.source)
		return x->at.source < y->at.source ? -1 : 1;
	if (x->at.offset != y->at.offset)
		return x->at.offset < y->at.offset ? -1 : 1;
	return (x->message > y->message) - (x->message < y->message);
}

void pk_diag_sort(struct pk_diags *diags)
{
	qsort(diags->v, diags->n, sizeof(*diags->v), by_place);
}

static void put_filled(struct pk_out *out, const char *text, const struct pk_report *r)
{
	const struct pk_str args[] = { r->a, r->b, r->c, r->d };

	for (const char *p = text; *p != '\0'; p++) {
		if (p[0] == '{' && p[1] >= '0' && p[1] <= '3' && p[2] == '}') {
			pk_put(out, args[p[1] - '0']);
			p += 2;
		} else {
			pk_put_byte(out, *p);
		}
	}
}

void pk_diag_words(const struct pk_report *report, enum pk_language language, struct pk_out *out)
{
	put_filled(out, pk_message_text(report->message, language), report);
}

void pk_diag_hint_words(const struct pk_report *report, enum pk_language language,
		struct pk_out *out)
{
	const char *hint = pk_message_hint(report->message, language);

	if (hint != NULL)
		put_filled(out, hint, report);
}

static const char *level_word(enum pk_level level, enum pk_language language)
{
	static const char *const words[][2] = {
		[PK_LEVEL_NOTE] = { "upplysning", "note" },
		[PK_LEVEL_REMAINS] = { "kvar", "remains" },
		[PK_LEVEL_WARNING] = { "varning", "warning" },
		[PK_LEVEL_ERROR] = { "fel", "error" },
		[PK_LEVEL_FATAL] = { "fel", "error" },
	};

	return words[level][language];
}

/* "möte.yaml:3:7: " or "mall.docx: word/document.xml, stycke 14: ". */
static void put_place(struct pk_out *out, const struct pk_source *s, struct pk_pos at,
		enum pk_language language)
{
	uint32_t line, column;

	pk_put(out, s->name);
	if (s->paragraph > 0) {
		pk_put_c(out, ": ");
		pk_put(out, s->part);
		pk_put_c(out, language == PK_SWEDISH ? ", stycke " : ", paragraph ");
		pk_put_uint(out, s->paragraph);
	} else if (s->text.p != NULL) {
		pk_source_place(s, at.offset, &line, &column);
		pk_put_c(out, ":");
		pk_put_uint(out, line);
		pk_put_c(out, ":");
		pk_put_uint(out, column);
	}
	pk_put_c(out, ": ");
}

enum { SHOWN = 100, BEFORE = 60 };

/* A long line is cut around the place; tabs and control characters become spaces, so that the
 * caret stands where it should and no file can write to the terminal. */
static void put_excerpt(struct pk_out *out, struct pk_str line, size_t *at)
{
	size_t from = 0, i;

	while (*at - from > BEFORE)
		(void)pk_text_next(line, &from);
	if (from > 0)
		pk_put_c(out, "…");
	for (i = from; i < line.n && i < from + SHOWN;) {
		size_t start = i;
		uint32_t c = pk_text_next(line, &i);

		if (c < 0x20 || (c >= 0x7F && c < 0xA0))
			pk_put_byte(out, ' ');
		else if (c == 0xFFFD)
			pk_put_char(out, c);
		else
			pk_put(out, pk_str_slice(line, start, i));
	}
	if (i < line.n)
		pk_put_c(out, "…");
	*at = pk_text_width(pk_str_slice(line, from, *at)) + (from > 0);
}

static void put_caret(struct pk_out *out, const struct pk_source *s, struct pk_pos at)
{
	size_t start, column, width;
	struct pk_str line = pk_source_line(s, at.offset, &start);

	column = at.offset < start ? 0 : at.offset - start;
	column = column > line.n ? line.n : column;
	width = pk_text_width(pk_str_slice(line, column, column + at.length));
	pk_put_c(out, "    ");
	put_excerpt(out, line, &column);
	pk_put_c(out, "\n    ");
	for (size_t i = 0; i < column; i++)
		pk_put_byte(out, ' ');
	pk_put_byte(out, '^');
	for (size_t i = 1; i < width && i < SHOWN - BEFORE; i++)
		pk_put_byte(out, '~');
	pk_put_byte(out, '\n');
}

static void put_source_line(struct pk_out *out, const struct pk_source *s, struct pk_pos at,
		enum pk_language language)
{
	if (s->text.n > 0)
		put_caret(out, s, at);
	if (s->heading.n == 0)
		return;
	pk_put_c(out, language == PK_SWEDISH ? "    under rubriken ”" : "    under the heading “");
	pk_put(out, s->heading);
	pk_put_c(out, "”\n");
}

static void put_other(struct pk_out *out, const struct pk_sources *sources, struct pk_pos other,
		enum pk_language language)
{
	const struct pk_source *s = pk_source_get(sources, other.source);

	if (s == NULL)
		return;
	put_place(out, s, other, language);
	pk_put_c(out, language == PK_SWEDISH ? "se även här\n" : "see also here\n");
	put_source_line(out, s, other, language);
}

void pk_diag_print(const struct pk_sources *sources, const struct pk_report *report,
		enum pk_language language, struct pk_out *out)
{
	const struct pk_source *s = pk_source_get(sources, report->at.source);

	if (s != NULL)
		put_place(out, s, report->at, language);
	else
		pk_put_c(out, "protokoll: ");
	pk_put_c(out, level_word(pk_message_level(report->message), language));
	pk_put_c(out, "[");
	pk_put_c(out, pk_message_code(report->message));
	pk_put_c(out, "]: ");
	pk_diag_words(report, language, out);
	pk_put_byte(out, '\n');
	if (s != NULL)
		put_source_line(out, s, report->at, language);
	put_other(out, sources, report->other, language);
	if (pk_message_hint(report->message, language) != NULL) {
		pk_put_c(out, language == PK_SWEDISH ? "    råd: " : "    hint: ");
		pk_diag_hint_words(report, language, out);
		pk_put_byte(out, '\n');
	}
}
