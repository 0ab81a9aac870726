/* Worked examples of the appeal time; C: confirmed by a court. */
#include "support/fixture.h"

#include "calendar/statutory.h"

static const struct {
	const char *anslag, *last, *down, *why;
} examples[] = {
	{ "2020-10-06", "2020-10-27", "2020-10-28", "no shift" },
	{ "1995-09-13", "1995-10-04", "1995-10-05", "no shift (C: RÅ 1997 ref. 46)" },
	{ "1999-03-16", "1999-04-06", "1999-04-07", "Easter inside does not extend (C: RÅ 1999 not 181)" },
	{ "2003-12-15", "2004-01-05", "2004-01-06", "trettondagsafton does not push (C: RÅ 2004 not 40)" },
	{ "1991-12-10", "1992-01-02", "1992-01-03", "nyårsafton, nyårsdagen (C: RÅ 1994 not 353)" },
	{ "1994-12-09", "1994-12-30", "1994-12-31", "30 December is ordinary (C: RÅ 1995 not 145)" },
	{ "2024-05-31", "2024-06-24", "2024-06-25", "midsommarafton, midsommardagen, Sunday" },
	{ "2026-05-29", "2026-06-22", "2026-06-23", "midsommarafton on its earliest date" },
	{ "2024-12-03", "2024-12-27", "2024-12-28", "julafton, juldagen, annandag jul" },
	{ "2025-12-03", "2025-12-29", "2025-12-30", "julafton to Sunday: 26 days" },
	{ "2022-12-05", "2022-12-27", "2022-12-28", "annandag jul" },
	{ "2025-12-10", "2026-01-02", "2026-01-03", "nyårsafton, nyårsdagen" },
	{ "2025-12-16", "2026-01-07", "2026-01-08", "trettondedag jul" },
	{ "2024-03-08", "2024-04-02", "2024-04-03", "långfredagen to annandag påsk" },
	{ "2025-03-31", "2025-04-22", "2025-04-23", "annandag påsk" },
	{ "2025-04-10", "2025-05-02", "2025-05-03", "första maj; the Friday after is ordinary" },
	{ "2025-05-08", "2025-05-30", "2025-05-31", "Kristi himmelsfärdsdag; the Friday after is ordinary" },
	{ "2023-05-16", "2023-06-07", "2023-06-08", "nationaldagen" },
	{ "2025-05-16", "2025-06-09", "2025-06-10", "nationaldagen, weekend; annandag pingst is ordinary" },
	{ "2004-05-10", "2004-06-01", "2004-06-02", "annandag pingst, still a holiday" },
	{ "2005-04-25", "2005-05-16", "2005-05-17", "annandag pingst, abolished" },
	{ "2025-10-10", "2025-10-31", "2025-11-01", "the Friday before alla helgons dag is ordinary" },
	{ "2025-10-11", "2025-11-03", "2025-11-04", "alla helgons dag" },
};

static struct pk_date day(const char *iso)
{
	struct pk_date d = { 0 };

	if (!pk_date_parse(pk_str_of(iso), &d))
		fail_msg("not a date: %s", iso);
	return d;
}

static void worked_examples(void **state)
{
	(void)state;
	for (size_t i = 0; i < PK_COUNT(examples); i++) {
		struct pk_date anslag = day(examples[i].anslag);

		if (pk_date_cmp(pk_last_appeal_day(anslag), day(examples[i].last)) != 0)
			fail_msg("%s: last day should be %s (%s)", examples[i].anslag,
					examples[i].last, examples[i].why);
		if (pk_date_cmp(pk_earliest_nedtagande(anslag), day(examples[i].down)) != 0)
			fail_msg("%s: may be taken down %s (%s)", examples[i].anslag,
					examples[i].down, examples[i].why);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(worked_examples),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
