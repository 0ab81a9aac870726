#include "job/stamp.h"

#include "package/package.h"
#include "pages/pdf.h"

enum { HALF = PK_PDF_IDENTIFIER / 2 };

/* "protokol" */
static const char program[] = "70726f746f6b6f6c";

static void put_hex(char *to, uint64_t number)
{
	for (int i = 0; i < HALF; i++)
		to[i] = "0123456789abcdef"[number >> (4 * (HALF - 1 - i)) & 15];
}

/* All bytes but the digits that the mark itself will have. */
static uint64_t mark_of(struct pk_str pdf, size_t digits)
{
	uint64_t mark = pk_mark(PK_MARK_START, pk_str_slice(pdf, 0, digits));

	return pk_mark(mark, pk_str_slice(pdf, digits + HALF, pdf.n));
}

bool pk_stamp(struct pk_job *job, struct pk_str pdf, struct pk_str source, bool *ret_done,
		struct pk_str *ret)
{
	char *bytes = pk_new(job, char, pdf.n + 1);
	struct pk_str copy = { bytes, pdf.n };
	size_t at[2];

	if (bytes == NULL)
		return false;
	*ret_done = pk_pdf_identifiers(pdf, at);
	if (!*ret_done)
		return true;
	memcpy(bytes, pdf.p, pdf.n);
	memcpy(bytes + at[0], program, HALF);
	put_hex(bytes + at[0] + HALF, pk_mark(PK_MARK_START, source));
	memcpy(bytes + at[1], program, HALF);
	put_hex(bytes + at[1] + HALF, mark_of(copy, at[1] + HALF));
	*ret = copy;
	return true;
}

static bool digits_are(struct pk_str pdf, size_t at, uint64_t number)
{
	char digits[HALF];

	put_hex(digits, number);
	return memcmp(pdf.p + at, digits, HALF) == 0;
}

bool pk_stamp_intact(struct pk_str pdf, struct pk_str source, bool *ret_current)
{
	size_t at[2];

	*ret_current = false;
	if (!pk_pdf_identifiers(pdf, at) || memcmp(pdf.p + at[0], program, HALF) != 0 ||
			memcmp(pdf.p + at[1], program, HALF) != 0 ||
			!digits_are(pdf, at[1] + HALF, mark_of(pdf, at[1] + HALF)))
		return false;
	*ret_current = digits_are(pdf, at[0] + HALF, pk_mark(PK_MARK_START, source));
	return true;
}
