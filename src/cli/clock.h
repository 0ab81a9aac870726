/* The day. */
#ifndef PK_CLI_CLOCK_H
#define PK_CLI_CLOCK_H

/* "2024-06-01", or empty when the clock says nothing. SOURCE_DATE_EPOCH, which is for repeatable builds and
 * counted in UTC, goes before the clock. */
void read_clock(char today[11]);

#endif
