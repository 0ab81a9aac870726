/* Numbers of paragrafer: running from the first, with letters for those put in between. */
#include "rules/inside.h"

/* "12 a": 12 and 'a'. number == 0: none, or written in a way that cannot be counted on. */
struct number {
	uint32_t number;
	char letter;
};

static struct number number_of(struct pk_str text)
{
	struct number n = { 0, 0 };
	struct pk_str letter;
	size_t digits = 0;

	while (digits < text.n && text.p[digits] >= '0' && text.p[digits] <= '9')
		digits++;
	letter = pk_str_trim(pk_str_slice(text, digits, text.n));
	if (letter.n > 1 || !pk_str_uint(pk_str_slice(text, 0, digits), &n.number))
		return (struct number){ 0, 0 };
	if (letter.n == 1)
		n.letter = letter.p[0];
	return n;
}

/* 12, 13; 12, 12 a; 12 a, 12 b; 12 a, 13. */
static bool runs(struct pk_str before, struct pk_str after)
{
	struct number a = number_of(before), b = number_of(after);

	if (a.number == 0 || b.number == 0)
		return false;
	if (b.number == a.number + 1)
		return b.letter == 0;
	return b.number == a.number && b.letter == (a.letter == 0 ? 'a' : a.letter + 1);
}

/* An earlier paragraf with the number of paragraf i. */
static bool used_before(const struct pk_findings *found, size_t i)
{
	for (size_t earlier = 0; earlier < i; earlier++) {
		if (pk_str_eq(found->numbers[earlier], found->numbers[i]))
			return true;
	}
	return false;
}

/* A number that was given in the middle of a run. */
static bool check_given(const struct pk_ruling *r, size_t i)
{
	const struct pk_str *numbers = r->found->numbers;
	const struct pk_paragraf *p = &r->meeting->paragrafer[i];
	struct number before = number_of(numbers[i - 1]);

	if (runs(numbers[i - 1], numbers[i]))
		return true;
	if (used_before(r->found, i))
		return pk_fail(r->job, PK_M_NUMBER_TWICE, p->at, numbers[i]);
	if (before.number != 0)
		pk_rules_warn(r, (int32_t)i, PK_M_NUMBER_BREAK, p->at, numbers[i], numbers[i - 1],
				pk_number(r->job, before.number + 1));
	return true;
}

/* Paragraf i follows one whose number is unknown, or is the first, and has none itself. */
static bool check_missing(const struct pk_ruling *r, size_t i)
{
	if (i > 0 && r->found->numbers[i - 1].n == 0)
		return true;
	if (!r->found->draft)
		return pk_fail(r->job, PK_M_NUMBER_MISSING, r->meeting->paragrafer[i].at);
	pk_tell(r->job, PK_M_NUMBER_REMAINS, r->meeting->paragrafer[i].at);
	return true;
}

static bool number_paragraf(const struct pk_ruling *r, size_t i)
{
	const struct pk_paragraf *p = &r->meeting->paragrafer[i];
	struct pk_str *numbers = r->found->numbers;
	struct number before = { 0, 0 };

	if (i > 0)
		before = number_of(numbers[i - 1]);
	if (p->nr.n > 0)
		numbers[i] = p->nr;
	else if (before.number > 0)
		numbers[i] = pk_number(r->job, before.number + 1);
	else
		return check_missing(r, i);
	return i == 0 || !p->nr_given || check_given(r, i);
}

/* The days of a meeting run as its paragrafer do. */
static void check_day(const struct pk_ruling *r, size_t i)
{
	const struct pk_day *before = &r->meeting->paragrafer[i - 1].dag;
	const struct pk_day *day = &r->meeting->paragrafer[i].dag;

	if (pk_rules_before(day->date, before->date))
		pk_rules_warn(r, (int32_t)i, PK_M_DAY_BACK, day->at, pk_rules_sign(r, i),
				pk_rules_iso(r->job, day->date),
				pk_rules_iso(r->job, before->date));
}

bool pk_rules_numbers(const struct pk_ruling *r)
{
	size_t n = r->meeting->n_paragrafer;
	bool ok = true, *all = pk_new(r->job, bool, n);

	r->found->numbers = pk_new(r->job, struct pk_str, n);
	if (all == NULL || r->found->numbers == NULL)
		return false;
	for (size_t i = 0; i < n; i++) {
		ok = number_paragraf(r, i) && ok;
		all[i] = true;
	}
	for (size_t i = 1; i < n; i++)
		check_day(r, i);
	return pk_rules_ranges(r, all, &r->found->paragrafer) && ok;
}

bool pk_places_ranges(struct pk_job *job, const struct pk_str *numbers, size_t n, const bool *in,
		struct pk_str *ret)
{
	struct pk_out out = pk_out_new(job->arena, job->limits->output_bytes);
	size_t last;

	for (size_t i = 0; i < n; i = last + 1) {
		last = i;
		if (!in[i])
			continue;
		if (numbers[i].n == 0) {
			*ret = PK_STR("");
			return true;
		}
		while (last + 1 < n && in[last + 1] && runs(numbers[last], numbers[last + 1]))
			last++;
		if (out.n > 0)
			pk_put_c(&out, ", ");
		pk_put(&out, numbers[i]);
		if (last > i) {
			pk_put_c(&out, "–");
			pk_put(&out, numbers[last]);
		}
	}
	return pk_out_done(job, &out, ret);
}

bool pk_rules_ranges(const struct pk_ruling *r, const bool *in, struct pk_str *ret)
{
	return pk_places_ranges(r->job, r->found->numbers, r->meeting->n_paragrafer, in, ret);
}

struct pk_str pk_rules_where(const struct pk_ruling *r, const bool *in)
{
	struct pk_str ranges, text;

	if (!pk_rules_ranges(r, in, &ranges) ||
			!pk_join(r->job, &text, PK_STR("§ "), ranges.n > 0 ? ranges : PK_STR("–")))
		return PK_STR("§ –");
	return text;
}

struct pk_str pk_rules_sign(const struct pk_ruling *r, size_t i)
{
	struct pk_str number = r->found->numbers[i], text;

	if (!pk_join(r->job, &text, PK_STR("§ "), number.n > 0 ? number : PK_STR("–")))
		return PK_STR("§ –");
	return text;
}
