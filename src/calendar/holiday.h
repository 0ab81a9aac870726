/* Days that push a deadline: lag (1930:173) 2 §, lag (1989:253). */
#ifndef PK_CALENDAR_HOLIDAY_H
#define PK_CALENDAR_HOLIDAY_H

#include "base/diag.h"
#include "calendar/date.h"

enum pk_holiday {
	PK_NO_HOLIDAY, PK_NYARSDAGEN, PK_TRETTONDEDAG_JUL, PK_LANGFREDAGEN, PK_PASKDAGEN,
	PK_ANNANDAG_PASK, PK_FORSTA_MAJ, PK_KRISTI_HIMMELSFARDSDAG, PK_PINGSTDAGEN,
	PK_ANNANDAG_PINGST, PK_NATIONALDAGEN, PK_MIDSOMMARAFTON, PK_MIDSOMMARDAGEN,
	PK_ALLA_HELGONS_DAG, PK_JULAFTON, PK_JULDAGEN, PK_ANNANDAG_JUL, PK_NYARSAFTON,
	PK_SATURDAY, PK_SUNDAY, PK_HOLIDAY_COUNT
};

/* Easter Sunday (Gregorian computus). */
struct pk_date pk_easter(int year);

/* Why a day pushes a deadline: the holiday by name if it has one, else Saturday or Sunday, else
 * PK_NO_HOLIDAY. Annandag pingst until 2004, nationaldagen from 2005 (SFS 2004:1320). */
enum pk_holiday pk_holiday_of(struct pk_date d);

/* "trettondedag jul", "lördag" ...; for PK_NO_HOLIDAY an empty string. */
struct pk_str pk_holiday_name(enum pk_holiday holiday);
/* The same in a language: English has the Swedish name in parentheses where it helps. */
struct pk_str pk_holiday_words(enum pk_holiday holiday, enum pk_language language);

#endif
