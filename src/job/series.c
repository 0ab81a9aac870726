#include "job/series.h"

#include <stdlib.h>

/* The figures that a number begins with, and whether a letter comes after them ("12 a"); 0 when it is
 * of another make ("2020:12"). */
static uint32_t number_of(struct pk_str number, bool *ret_lettered)
{
	uint32_t n = 0;
	size_t i = 0;

	for (; i < number.n && number.p[i] >= '0' && number.p[i] <= '9' && n < 100000; i++)
		n = n * 10 + (uint32_t)(number.p[i] - '0');
	*ret_lettered = i < number.n;
	for (; i < number.n; i++) {
		if (number.p[i] >= '0' && number.p[i] <= '9')
			return 0;
	}
	return n;
}

static bool silences(const struct pk_meeting *meeting, enum pk_message message)
{
	for (size_t i = 0; i < meeting->n_silenced; i++) {
		if (pk_str_is(meeting->silenced[i].kod.text, pk_message_code(message)))
			return true;
	}
	return false;
}

struct pk_series_part pk_series_part_of(struct pk_str file, const struct pk_loaded *loaded)
{
	const struct pk_meeting *m = loaded->meeting;
	bool lettered;
	struct pk_series_part part = {
		.file = file,
		.kommun = m->kommun.text,
		.organ = m->organ.text,
		.datum = m->datum.date,
	};

	if (m->n_paragrafer == 0 || m->settings.numbered_by_meeting)
		return part;
	part.first = number_of(loaded->findings->numbers[0], &part.first_lettered);
	part.last = number_of(loaded->findings->numbers[m->n_paragrafer - 1], &lettered);
	part.gap_silenced = silences(m, PK_M_YEAR_GAP);
	part.overlap_silenced = silences(m, PK_M_YEAR_OVERLAP);
	return part;
}

bool pk_series_add(struct pk_job *job, struct pk_series *series, const struct pk_series_part *part)
{
	struct pk_series_part *copy;

	if (!pk_grow(job, &series->v, series->n, &series->room))
		return false;
	copy = &series->v[series->n++];
	*copy = *part;
	return pk_copy(job, part->file, &copy->file) && pk_copy(job, part->kommun, &copy->kommun) &&
	       pk_copy(job, part->organ, &copy->organ);
}

/* By whose series it is, then as the year goes. */
static int by_series(const void *a, const void *b)
{
	const struct pk_series_part *x = a, *y = b;
	int order = pk_str_cmp(x->kommun, y->kommun);

	if (order == 0)
		order = pk_str_cmp(x->organ, y->organ);
	if (order == 0)
		order = pk_date_cmp(x->datum, y->datum);
	if (order == 0)
		order = (x->first > y->first) - (x->first < y->first);
	return order != 0 ? order : pk_str_cmp(x->file, y->file);
}

static bool same_series(const struct pk_series_part *a, const struct pk_series_part *b)
{
	return pk_str_eq(a->kommun, b->kommun) && pk_str_eq(a->organ, b->organ) &&
	       a->datum.year == b->datum.year;
}

static void tell(struct pk_job *job, enum pk_message message, const struct pk_series_part *before,
		const struct pk_series_part *after)
{
	const struct pk_source file = { .name = after->file };
	struct pk_report report = { .message = message, .c = before->file };
	struct pk_str last = pk_number(job, before->last), first = pk_number(job, after->first);

	if (!pk_source_add(job, &file, &report.at.source) ||
			!pk_join(job, &report.a, PK_STR("§ "), first) ||
			!pk_join(job, &report.b, PK_STR("§ "), last))
		return;
	(void)pk_report(job, &report);
}

static void compare(struct pk_job *job, const struct pk_series_part *before,
		const struct pk_series_part *after)
{
	bool goes_on = after->first == before->last && after->first_lettered;

	if (after->first > before->last + 1 && !after->gap_silenced)
		tell(job, PK_M_YEAR_GAP, before, after);
	if (after->first <= before->last && !goes_on && !after->overlap_silenced)
		tell(job, PK_M_YEAR_OVERLAP, before, after);
}

void pk_series_check(struct pk_job *job, struct pk_series *series)
{
	if (series->n < 2)
		return;
	qsort(series->v, series->n, sizeof(*series->v), by_series);
	for (size_t i = 1; i < series->n; i++) {
		if (same_series(&series->v[i - 1], &series->v[i]))
			compare(job, &series->v[i - 1], &series->v[i]);
	}
}
