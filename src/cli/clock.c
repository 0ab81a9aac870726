#include "cli/clock.h"

#include <stdbool.h>
#include <stdlib.h>
#include <time.h>

void read_clock(char today[11])
{
	const char *epoch = getenv("SOURCE_DATE_EPOCH");
	bool fixed = epoch != NULL && *epoch != '\0';
	time_t now = fixed ? (time_t)strtoll(epoch, NULL, 10) : time(NULL);
	struct tm day;

	today[0] = '\0';
	if ((fixed ? gmtime_r(&now, &day) : localtime_r(&now, &day)) != NULL &&
			strftime(today, 11, "%Y-%m-%d", &day) != 10)
		today[0] = '\0';
}
