/* Dates of the Gregorian calendar, without time of day or zone. */
#ifndef PK_CALENDAR_DATE_H
#define PK_CALENDAR_DATE_H

#include "base/out.h"

/* A day; year 0 means "no date". */
struct pk_date {
	int16_t year;
	uint8_t month, day;
};

static inline bool pk_date_given(struct pk_date d)
{
	return d.year != 0;
}

/* True for a day that exists, 1583-2999. */
bool pk_date_valid(int year, int month, int day);

/* "2024-05-21" and nothing else. */
PK_MUST bool pk_date_parse(struct pk_str text, struct pk_date *ret);

/* Days since 1970-01-01, and back. */
int32_t pk_date_number(struct pk_date d);
struct pk_date pk_date_from_number(int32_t number);
struct pk_date pk_date_add(struct pk_date d, int32_t days);
/* Negative, zero or positive as a is before, the same as or after b. */
int pk_date_cmp(struct pk_date a, struct pk_date b);

/* 0 = Monday ... 6 = Sunday. */
int pk_date_weekday(struct pk_date d);

/* "2024-05-21"; "21 maj 2024"; "tisdag"; "tisdagen den 21 maj 2024". */
void pk_date_put_iso(struct pk_out *out, struct pk_date d);
void pk_date_put_long(struct pk_out *out, struct pk_date d);
void pk_date_put_weekday(struct pk_out *out, struct pk_date d);
void pk_date_put_full(struct pk_out *out, struct pk_date d);
/* "Tuesday 21 May 2024": for messages; documents are in Swedish. */
void pk_date_put_english(struct pk_out *out, struct pk_date d);

#endif
