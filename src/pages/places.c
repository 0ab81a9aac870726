/* Where paragrafer stand in a PDF of the document. */
#include "pages/flow.h"
#include "pages/pdf.h"

/* The sheets of each paragraf. */
struct found {
	struct sheets {
		uint32_t first, last;
	} *v;
	size_t n;
};

/* "_P12" and "_P12e"; LibreOffice writes the underscore as its two digits. */
static bool read_name(struct pk_str name, uint32_t *ret, bool *ret_end)
{
	const struct pk_str starts[] = { PK_STR("_P"), PK_STR("5FP") };

	*ret_end = pk_str_ends(name, PK_STR("e"));
	name = pk_str_slice(name, 0, name.n - *ret_end);
	for (size_t i = 0; i < PK_COUNT(starts); i++) {
		if (pk_str_starts(name, starts[i]))
			return pk_str_uint(pk_str_slice(name, starts[i].n, name.n), ret);
	}
	return false;
}

static void on_place(void *self, struct pk_str name, uint32_t sheet)
{
	struct found *found = self;
	uint32_t number;
	bool end;

	if (!read_name(name, &number, &end) || number == 0 || number > found->n)
		return;
	if (end)
		found->v[number - 1].last = sheet;
	else
		found->v[number - 1].first = sheet;
}

static bool has_all(const struct found *found, const struct pk_pages *estimated)
{
	for (size_t i = 0; i < found->n; i++) {
		if (estimated->v[i].first > 0 && found->v[i].first == 0)
			return false;
	}
	return true;
}

/* How sheets are numbered in a run: ahead is known of the first run. Of a later one the first paragraf
 * in it tells: between it and the page where numbers begin again there is little to be wrong about. */
struct numbering {
	uint32_t run;
	int64_t ahead;
};

static uint32_t number_of(struct numbering *now, uint32_t run, uint32_t sheet, uint32_t estimated)
{
	int64_t number;

	if (run != now->run)
		*now = (struct numbering){ .run = run, .ahead = (int64_t)estimated - sheet };
	number = sheet + now->ahead;
	return number > 0 && number <= UINT32_MAX ? (uint32_t)number : 0;
}

static void number_all(const struct found *found, const struct pk_pages *estimated,
		struct pk_pages *pages)
{
	struct numbering now = { .ahead = estimated->ahead };

	for (size_t i = 0; i < pages->n; i++) {
		const struct pk_page_range *was = &estimated->v[i];
		const struct sheets *sheets = &found->v[i];
		struct pk_page_range *range = &pages->v[i];

		*range = *was;
		if (was->first == 0)
			continue;
		range->first = number_of(&now, was->first_run, sheets->first, was->first);
		range->last = range->first;
		if (sheets->last > 0)
			range->last = number_of(&now, was->last_run, sheets->last, was->last);
	}
}

bool pk_pages_measure(struct pk_job *job, struct pk_str pdf, const struct pk_pages *estimated,
		bool *ret_found, struct pk_pages **ret)
{
	struct found found = { .n = estimated->n };
	struct pk_pages *pages = pk_new(job, struct pk_pages, 1);
	enum pk_pdf_kind kind;
	struct pk_pdf *open;

	*ret_found = false;
	if (pages == NULL || (found.v = pk_new(job, struct sheets, found.n)) == NULL ||
			!pk_pdf_open(job, pdf, &kind, &open))
		return false;
	if (kind != PK_PDF_OPEN)
		return true;
	if (!pk_pdf_places(open, on_place, &found))
		return false;
	if (!has_all(&found, estimated))
		return true;
	*pages = *estimated;
	pages->count = pk_pdf_sheets(open);
	pages->v = pk_new(job, struct pk_page_range, pages->n);
	if (pages->v == NULL)
		return false;
	number_all(&found, estimated, pages);
	*ret_found = true;
	*ret = pages;
	return true;
}

bool pk_pages_same(const struct pk_pages *a, const struct pk_pages *b)
{
	for (size_t i = 0; i < a->n && i < b->n; i++) {
		if (a->v[i].first != b->v[i].first || a->v[i].last != b->v[i].last)
			return false;
	}
	return a->n == b->n;
}

bool pk_pages_copy(struct pk_job *job, const struct pk_pages *pages, const struct pk_pages **ret)
{
	struct pk_pages *copy = pk_new(job, struct pk_pages, 1);
	struct pk_page_range *v = pk_new(job, struct pk_page_range, pages->n);

	if (copy == NULL || v == NULL)
		return false;
	*copy = *pages;
	if (pages->n > 0)
		memcpy(v, pages->v, pages->n * sizeof(*v));
	copy->v = v;
	*ret = copy;
	return true;
}
