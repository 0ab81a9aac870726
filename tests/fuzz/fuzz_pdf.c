/* A PDF that somebody says LibreOffice has made: named places and the pages they are on. */
#include "fuzz.h"
#include "pages/flow.h"
#include "pages/pdf.h"

enum { PARAGRAFER = 8 };

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct pk_page_range ranges[PARAGRAFER] = { { .first = 1, .last = 1 },
		{ .first = 2, .last = 3, .last_run = 1 } };
	const struct pk_pages estimated = { .v = ranges, .n = PARAGRAFER };
	struct pk_limits limits = fuzz_limits();
	struct pk_str text = fuzz_text(data, size);
	struct pk_pages *pages = NULL;
	size_t at[2];
	bool found;
	struct pk_job job;

	if (!pk_job_init(&job, &limits))
		return 0;
	fuzz_agree(&job, pk_pages_measure(&job, text, &estimated, &found, &pages));
	/* Whatever is found has numbers, and the places of identifiers lie in the file. */
	if (pages != NULL && (pages->v[0].first == 0 || pages->count == 0))
		abort();
	if (pk_pdf_identifiers(text, at) &&
			(at[0] >= at[1] || at[1] + PK_PDF_IDENTIFIER > size))
		abort();
	pk_job_free(&job);
	return 0;
}
