/* A PDF and an estimate in, the numbers shown out. */
#include <stdio.h>

#include "pages/flow.h"
#include "pages/pdf.h"
#include "support/fixture.h"

enum { ROOM = 4096, OBJECTS = 16 };

/* Whole PDFs from objects: the first is the catalog. */
static struct pk_str pdf_of(struct pk_job *job, const char *const *objects)
{
	struct pk_out out = pk_out_new(job->arena, ROOM);
	size_t offsets[OBJECTS], n = 0, table;
	struct pk_str bytes;
	char row[32];

	pk_put_c(&out, "%PDF-1.4\n");
	for (; objects[n] != NULL; n++) {
		offsets[n] = out.n;
		pk_put_uint(&out, n + 1);
		pk_put_c(&out, " 0 obj\n");
		pk_put_c(&out, objects[n]);
		pk_put_c(&out, "\nendobj\n");
	}
	table = out.n;
	pk_put_c(&out, "xref\n0 ");
	pk_put_uint(&out, n + 1);
	pk_put_c(&out, "\n0000000000 65535 f \n");
	for (size_t i = 0; i < n; i++) {
		snprintf(row, sizeof(row), "%010zu 00000 n \n", offsets[i]);
		pk_put_c(&out, row);
	}
	pk_put_c(&out, "trailer\n<</Size 99/Root 1 0 R/ID[<0123456789abcdef0123456789abcdef>"
		       "<0123456789abcdef0123456789abcdef>]>>\nstartxref\n");
	pk_put_uint(&out, table);
	pk_put_c(&out, "\n%%EOF\n");
	assert_true(pk_out_done(job, &out, &bytes));
	return bytes;
}

/* Five sheets in two levels; places as LibreOffice writes them. */
#define SHEETS "<</Type/Pages/Kids[3 0 R 4 0 R 8 0 R]/Count 5>>", "<</Type/Page/Parent 2 0 R>>", \
	"<</Type/Pages/Kids [ 5 0 R 6 0 R 7 0 R ]>>", "<</Type/Page>>", "<</Type/Page>>", \
	"<</Type/Page>>", "<</Type/Page>>"

static const char *const by_dictionary[] = { "<</Type/Catalog/Pages 2 0 R\n/Dests 9 0 R>>", SHEETS,
	"<</5FP1[3 0 R/XYZ 71 755 0]\n/5FP1e[5 0 R/XYZ 1 2 0]/5FP2[6 0 R/XYZ 0 0 0]"
	"/5FP2e[8 0 R/Fit]/other[7 0 R/Fit]/5FP9[7 0 R/Fit]>>", NULL };
static const char *const by_tree[] = { "<</Names<</Dests 9 0 R>>/Pages 2 0 R>>", SHEETS,
	"<</Kids[10 0 R 11 0 R]>>",
	"<</Limits[(_P1)(_P1e)]/Names[(_P1)<</D[3 0 R/Fit]>>(\\_P1e) 12 0 R]>>",
	"<</Names[<5F5032>[6 0 R/Fit]<FEFF005F005000320065>[8 0 R/Fit]]>>", "[5 0 R /Fit]", NULL };
static const char *const by_names[] = { "<</Pages 2 0 R/Dests<</#5FP1[3 0 R/Fit]/_P1e[5 0 R/Fit]"
	"/_P#32[6 0 R/Fit]/_P2e[8 0 R/Fit]>>>>", SHEETS, NULL };
/* Loops, and references that lead nowhere. */
static const char *const in_circles[] = { "<</Pages 2 0 R/Dests 9 0 R>>",
	"<</Kids[2 0 R 3 0 R 2 0 R 99 0 R]>>", "<</Kids[3 0 R 2 0 R]>>", "4 0 R", "6 0 R", "5 0 R",
	"null", "null", "9 0 R", NULL };

static struct pk_pages *estimate(struct pk_job *job, const struct pk_page_range *v, size_t n)
{
	struct pk_pages *pages = pk_new(job, struct pk_pages, 1);

	pages->v = pk_new(job, struct pk_page_range, n);
	memcpy(pages->v, v, n * sizeof(*v));
	pages->n = n;
	return pages;
}

static void assert_numbers(struct pk_job *job, struct pk_str pdf, const struct pk_pages *was,
		const char *expected)
{
	struct pk_out out = pk_out_new(job->arena, ROOM);
	struct pk_pages *pages = NULL;
	bool found;

	assert_true(pk_pages_measure(job, pdf, was, &found, &pages));
	if (!found)
		pk_put_c(&out, "none");
	for (size_t i = 0; found && i < pages->n; i++) {
		pk_put_c(&out, i > 0 ? " " : "");
		pk_put_uint(&out, pages->v[i].first);
		pk_put_c(&out, "-");
		pk_put_uint(&out, pages->v[i].last);
	}
	assert_text(pk_out_str(&out), expected);
	assert_silent(job);
}

static void test_ways_to_name_places(void **state)
{
	const struct pk_page_range two[] = { { .first = 1, .last = 1 }, { .first = 2, .last = 2 } };
	const char *const *files[] = { by_dictionary, by_tree, by_names };
	struct pk_job *job = *state;

	for (size_t i = 0; i < PK_COUNT(files); i++)
		assert_numbers(job, pdf_of(job, files[i]), estimate(job, two, 2), "1-2 3-5");
}

/* Numbers begin at 17; or at 1 again behind a cover, between the paragrafer. */
static void test_numbers_shown(void **state)
{
	const struct pk_page_range two[] = { { .first = 1, .last = 1 }, { .first = 2, .last = 2 } };
	const struct pk_page_range again[] = { { .first = 1, .last = 1 },
		{ .first = 1, .last = 2, .first_run = 1, .last_run = 1 } };
	struct pk_job *job = *state;
	struct pk_pages *pages = estimate(job, two, 2);

	pages->ahead = 16;
	assert_numbers(job, pdf_of(job, by_dictionary), pages, "17-18 19-21");
	assert_numbers(job, pdf_of(job, by_dictionary), estimate(job, again, 2), "1-2 1-3");
}

/* A paragraf without an anchor has no number; one whose anchor is not in the PDF makes it useless. */
static void test_what_is_missing(void **state)
{
	const struct pk_page_range third[] = { { .first = 1, .last = 1 }, { 0 }, { 0 } };
	const struct pk_page_range more[] = { { .first = 1, .last = 1 }, { .first = 1, .last = 1 },
		{ .first = 1, .last = 1 } };
	struct pk_job *job = *state;

	assert_numbers(job, pdf_of(job, by_dictionary), estimate(job, third, 3), "1-2 0-0 0-0");
	assert_numbers(job, pdf_of(job, by_dictionary), estimate(job, more, 3), "none");
	assert_numbers(job, pdf_of(job, in_circles), estimate(job, more, 1), "none");
}

static void assert_kind(struct pk_job *job, struct pk_str bytes, enum pk_pdf_kind expected)
{
	struct pk_pdf *pdf;
	enum pk_pdf_kind kind;

	assert_true(pk_pdf_open(job, bytes, &kind, &pdf));
	assert_int_equal(kind, expected);
	assert_silent(job);
}

/* Cut anywhere it is broken, and so it is with something behind its end. */
static void test_whole_files_only(void **state)
{
	struct pk_job *job = *state;
	struct pk_str whole = pdf_of(job, by_dictionary), more;

	assert_kind(job, whole, PK_PDF_OPEN);
	for (size_t n = 0; n + 2 < whole.n; n++)
		assert_kind(job, pk_str_slice(whole, 0, n), PK_PDF_BROKEN);
	assert_true(pk_join(job, &more, whole, PK_STR("more")));
	assert_kind(job, more, PK_PDF_BROKEN);
	assert_kind(job, PK_STR("%PDF-1.4\n%%EOF\n"), PK_PDF_BROKEN);
	assert_kind(job, PK_STR("%PDF-1.7\n1 0 obj\n<</Type/XRef>>\nstartxref\n9\n%%EOF"), PK_PDF_PACKED);
}

static void test_identifiers(void **state)
{
	struct pk_job *job = *state;
	struct pk_str whole = pdf_of(job, by_dictionary);
	size_t at[2];

	assert_true(pk_pdf_identifiers(whole, at));
	assert_text(pk_str_slice(whole, at[1], at[1] + PK_PDF_IDENTIFIER),
			"0123456789abcdef0123456789abcdef");
	assert_true(at[0] < at[1]);
	assert_false(pk_pdf_identifiers(PK_STR("%PDF-1.4\nxref\ntrailer<<>>\nstartxref\n9\n%%EOF\n"), at));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		job_test(test_ways_to_name_places),
		job_test(test_numbers_shown),
		job_test(test_what_is_missing),
		job_test(test_whole_files_only),
		job_test(test_identifiers),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
