/* The public counting of statutory time: a user's question, without a meeting. */
#include "calendar/statutory.h"
#include "protokoll/protokoll.h"

/* Words into a string of the caller's: what would not fit fails, and nothing is allocated. */
static struct pk_out fixed(char *to, size_t size)
{
	return (struct pk_out){ .p = to, .room = size - 1, .max = size - 1 };
}

static void set_words(char *to, size_t size, struct pk_date d,
		void (*put)(struct pk_out *, struct pk_date))
{
	struct pk_out out = fixed(to, size);

	put(&out, d);
	to[out.n] = '\0';
}

static void set_day(struct protokoll_day *day, struct pk_date d)
{
	enum pk_holiday holiday = pk_holiday_of(d);

	set_words(day->date, sizeof(day->date), d, pk_date_put_iso);
	set_words(day->words[PROTOKOLL_SWEDISH], sizeof(day->words[0]), d, pk_date_put_full);
	set_words(day->words[PROTOKOLL_ENGLISH], sizeof(day->words[0]), d, pk_date_put_english);
	day->why[PROTOKOLL_SWEDISH] = day->why[PROTOKOLL_ENGLISH] = "";
	if (holiday == PK_NO_HOLIDAY)
		return;
	day->why[PROTOKOLL_SWEDISH] = pk_holiday_words(holiday, PK_SWEDISH).p;
	day->why[PROTOKOLL_ENGLISH] = pk_holiday_words(holiday, PK_ENGLISH).p;
}

static struct pk_term term_of(enum protokoll_event event, struct pk_date day)
{
	switch (event) {
	case PROTOKOLL_JUSTERING:
		return pk_anslag_term(day);
	case PROTOKOLL_MEETING:
		return pk_justering_term(day);
	case PROTOKOLL_ANSLAG:
	default:
		return pk_appeal_term(day);
	}
}

bool protokoll_dates(enum protokoll_event event, const char *day, struct protokoll_dates *ret)
{
	struct pk_date from;
	struct pk_term term;

	if (day == NULL || !pk_date_parse(pk_str_of(day), &from))
		return false;
	term = term_of(event, from);
	set_day(&ret->from, from);
	set_day(&ret->counted, term.counted);
	set_day(&ret->last, term.last);
	set_day(&ret->after, pk_date_add(term.last, 1));
	ret->n_pushed = 0;
	for (struct pk_date d = term.counted; pk_date_cmp(d, term.last) < 0 &&
			ret->n_pushed < PROTOKOLL_PUSHED; d = pk_date_add(d, 1))
		set_day(&ret->pushed[ret->n_pushed++], d);
	return true;
}
