#include "job/exact.h"

#include "job/stamp.h"
#include "job/warn.h"
#include "pages/flow.h"
#include "pages/pdf.h"

enum { ROUNDS = 2 };

enum state {
	WAITING,        /* for LibreOffice */
	SETTLED,        /* its numbers are those that are shown */
	PACKED,         /* a PDF that numbers cannot be read from: a plainer one must be made for them */
	FAILED
};

struct pk_office_program pk_exact_office(const struct protokoll_options *options)
{
	return (struct pk_office_program){ .program = options->office, .scratch = options->scratch,
		.variables = options->office_variables, .seconds = options->office_seconds,
		.stopped = options->stopped, .self = options->stopped_self };
}

/* The items of a kind, in one array. */
struct group {
	struct pk_exact **v;
	size_t n;
};

static bool group_of(struct pk_exact *items, size_t n, bool pdf, struct group *ret)
{
	ret->n = 0;
	ret->v = pk_new(items[0].job, struct pk_exact *, n);
	for (size_t i = 0; ret->v != NULL && i < n; i++) {
		if (items[i].product->pdf == pdf)
			ret->v[ret->n++] = &items[i];
	}
	return ret->v != NULL;
}

static enum state fail(const struct pk_exact *item, enum pk_message message)
{
	(void)pk_fail(item->job, message, PK_NOWHERE, item->product->path);
	return FAILED;
}

/* Made again with the numbers that LibreOffice shows. */
static enum state make_again(struct pk_exact *item, const struct pk_pages *pages)
{
	item->product->measured = pages;
	return pk_product_make(item->job, item->template, item->content, item->product) ? WAITING :
			FAILED;
}

static enum state tell_restless(const struct pk_exact *item)
{
	const struct pk_report report = { .message = PK_M_PAGES_RESTLESS, .a = item->product->path };

	pk_warn(item->job, item->content->loaded->meeting, PK_ANYWHERE, &report);
	return SETTLED;
}

/* Compares the numbers in the document with those that LibreOffice gives it. */
static enum state judge(struct pk_exact *item, bool last)
{
	const struct pk_pages *stored = item->product->pages;
	struct pk_pages *shown;
	enum pk_pdf_kind kind;
	struct pk_pdf *pdf;
	bool found;

	if (stored == NULL)
		return SETTLED;
	if (!pk_pdf_open(item->job, item->pdf, &kind, &pdf))
		return FAILED;
	/* Documents are looked at in plain PDFs. */
	if (kind == PK_PDF_PACKED && item->product->pdf && !item->measured)
		return PACKED;
	if (!pk_pages_measure(item->job, item->pdf, stored, &found, &shown))
		return FAILED;
	if (!found)
		return fail(item, PK_M_PAGES_UNREAD);
	if (pk_pages_same(stored, shown))
		return SETTLED;
	return last ? tell_restless(item) : make_again(item, shown);
}

/* Everything that waits, in one call. */
static bool convert(const struct pk_office_program *office, enum pk_office_kind kind,
		const struct group *group)
{
	struct pk_job *job = group->v[0]->job;
	struct pk_office_document *documents = pk_new(job, struct pk_office_document, group->n);
	size_t n = 0;

	if (documents == NULL)
		return false;
	for (size_t i = 0; i < group->n; i++) {
		const struct pk_exact *item = group->v[i];

		if (item->state == WAITING)
			documents[n++] = (struct pk_office_document){ .job = item->job,
				.name = item->product->path,
				.extension = item->product->format->extension,
				.bytes = item->product->bytes };
	}
	/* Each knows by itself how it went. */
	(void)pk_office_convert(office, kind, documents, n);
	for (size_t i = 0, k = 0; i < group->n; i++) {
		struct pk_exact *item = group->v[i];

		if (item->state != WAITING)
			continue;
		item->pdf = documents[k++].pdf;
		if (item->pdf.p == NULL)
			item->state = FAILED;
	}
	return true;
}

static size_t count(const struct group *group, enum state state)
{
	size_t n = 0;

	for (size_t i = 0; i < group->n; i++)
		n += group->v[i]->state == state;
	return n;
}

static void move(const struct group *group, enum state from, enum state to)
{
	for (size_t i = 0; i < group->n; i++) {
		if (group->v[i]->state == from)
			group->v[i]->state = to;
	}
}

/* Round after round until none waits. */
static bool settle(const struct pk_office_program *office, enum pk_office_kind kind,
		const struct group *group)
{
	for (int round = 1; count(group, WAITING) > 0; round++) {
		if (!convert(office, kind, group))
			return false;
		for (size_t i = 0; i < group->n; i++) {
			if (group->v[i]->state == WAITING)
				group->v[i]->state = judge(group->v[i], round == ROUNDS);
		}
	}
	return true;
}

/* Those whose PDFs do not tell: their numbers are found by plainer ones, then they are made. */
static bool settle_packed(const struct pk_office_program *office, enum pk_office_kind kind,
		struct pk_exact *items, size_t n)
{
	struct group packed = { .v = pk_new(items[0].job, struct pk_exact *, n) };

	for (size_t i = 0; packed.v != NULL && i < n; i++) {
		if (items[i].state == PACKED)
			packed.v[packed.n++] = &items[i];
	}
	if (packed.v == NULL || packed.n == 0)
		return packed.v != NULL;
	move(&packed, PACKED, WAITING);
	for (size_t i = 0; i < packed.n; i++)
		packed.v[i]->measured = true;
	if (!settle(office, PK_OFFICE_MEASURE, &packed))
		return false;
	move(&packed, SETTLED, WAITING);
	if (count(&packed, WAITING) > 0 && !convert(office, kind, &packed))
		return false;
	move(&packed, WAITING, SETTLED);
	return true;
}

static void put_stamp(struct pk_exact *item)
{
	struct pk_product *product = item->product;
	bool done;

	if (!pk_stamp(item->job, item->pdf, product->source, &done, &product->bytes))
		item->state = FAILED;
	else if (!done)
		item->state = fail(item, PK_M_OFFICE_BROKEN);
}

bool pk_exact(const struct pk_office_program *office, enum pk_office_kind kind,
		struct pk_exact *items, size_t n)
{
	struct group documents, pdfs;

	if (n == 0)
		return true;
	if (!group_of(items, n, false, &documents) || !group_of(items, n, true, &pdfs) ||
			!settle(office, PK_OFFICE_MEASURE, &documents) ||
			!settle(office, kind, &pdfs) || !settle_packed(office, kind, items, n))
		return false;
	for (size_t i = 0; i < n; i++) {
		if (items[i].product->pdf && items[i].state == SETTLED)
			put_stamp(&items[i]);
	}
	return true;
}
