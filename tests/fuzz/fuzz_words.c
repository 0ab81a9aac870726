/* One line of what secretaries write by hand: a person, a date, a clock time, a number of a paragraf,
 * Markdown. The first byte says which. */
#include "base/text.h"
#include "calendar/date.h"
#include "fuzz.h"
#include "markup/blocks.h"
#include "meeting/meeting.h"
#include "meeting/spans.h"

static void person(struct pk_job *job, struct pk_str text)
{
	struct pk_person person;
	fuzz_agree(job, pk_person_line(job, text, PK_NOWHERE, &person));
}

/* A date that is read is written as it was read. */
static void date(struct pk_job *job, struct pk_str text)
{
	struct pk_out out = pk_out_new(job->arena, 1000);
	struct pk_date d, again;
	if (!pk_date_parse(text, &d))
		return;
	pk_date_put_iso(&out, d);
	if (!pk_date_parse(pk_out_str(&out), &again) || pk_date_cmp(d, again) != 0)
		abort();
	again = pk_date_from_number(pk_date_number(d));
	if (pk_date_cmp(d, again) != 0 || !pk_date_valid(d.year, d.month, d.day))
		abort();
	pk_date_put_long(&out, d);
	pk_date_put_full(&out, d);
}

/* The normal form is its own normal form. */
static void times(struct pk_job *job, struct pk_str text)
{
	struct pk_str once, twice;
	if (!pk_times_normal(job, text, &once))
		return;
	if (!pk_times_normal(job, once, &twice) || !pk_str_eq(once, twice))
		abort();
}

static void number(struct pk_job *job, struct pk_str text)
{
	struct pk_str once, twice;
	uint32_t a, b;
	if (!pk_nr_normal(job, text, &once, &a))
		return;
	if (!pk_nr_normal(job, once, &twice, &b) || a != b || !pk_str_eq(once, twice))
		abort();
}

static void markup(struct pk_job *job, struct pk_str text)
{
	const struct pk_blocks *blocks;
	fuzz_agree(job, pk_markup_parse(job, text, NULL, &blocks));
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static void (*const kinds[])(struct pk_job *, struct pk_str) = { person, date, times, number,
		markup };
	struct pk_limits limits = fuzz_limits();
	struct pk_str text;
	struct pk_job job;

	/* A line comes out of a file that has been read: it is UTF-8 in NFC. */
	if (size == 0 || !pk_job_init(&job, &limits))
		return 0;
	text = fuzz_text(data + 1, size - 1);
	if (pk_text_invalid(text) == text.n && pk_text_nfc(&job, text, &text))
		kinds[data[0] % PK_COUNT(kinds)](&job, text);
	pk_job_free(&job);
	return 0;
}
