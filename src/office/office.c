#include "office/office.h"

#include "office/child.h"
#include "office/scratch.h"
#include "package/file.h"
#include "pages/pdf.h"

enum {
	START_SECONDS = 60,     /* a machine that is busy, a profile that is made anew */
	EACH_SECONDS = 15,
	WORDS = 12              /* arguments of the program besides the documents */
};

#define FLAG(name, value) "\"" name "\":{\"type\":\"boolean\",\"value\":\"" value "\"}"
#define NUMBER(name, value) "\"" name "\":{\"type\":\"long\",\"value\":\"" value "\"}"
#define FILTER(version, more) \
	"pdf:writer_pdf_Export:{" NUMBER("SelectPdfVersion", version) "," \
	FLAG("UseTaggedPDF", "true") "," FLAG("ExportBookmarks", "true") "," \
	FLAG("ExportBookmarksToPDFDestination", "true") "," \
	FLAG("DisplayPDFDocumentTitle", "true") "," FLAG("IsSkipEmptyPages", "false") more "}"

static const char *const filters[] = {
	[PK_OFFICE_MEASURE] = FILTER("1", ""),
	[PK_OFFICE_ARCHIVE] = FILTER("2", "," FLAG("PDFUACompliance", "true")),
	[PK_OFFICE_PLAIN] = FILTER("0", ""),
};

/* One call of the program. */
struct call {
	const struct pk_office_program *office;
	enum pk_office_kind kind;
	struct pk_office_document **documents;
	size_t n;
	struct pk_job *job;     /* of the first document: paths live there */
	struct pk_scratch scratch;
	const char **arguments, **variables;
	enum pk_child_end end;
	int signal;             /* that ended the program, or 0 */
	uint32_t seconds;
};

/* "<scratch>/in/7.odt" or "<scratch>/out/7.pdf". */
static bool path_of(const struct call *call, struct pk_job *job, struct pk_str folder, size_t i,
		const char *extension, struct pk_str *ret)
{
	return pk_join(job, ret, call->scratch.path, folder, pk_number(job, i + 1),
			pk_str_of(extension));
}

static bool put_documents(struct call *call)
{
	for (size_t i = 0; i < call->n; i++) {
		const struct pk_office_document *document = call->documents[i];
		struct pk_str name;

		if (!pk_join(call->job, &name, PK_STR("in/"), pk_number(call->job, i + 1),
				    pk_str_of(document->extension)) ||
				!pk_scratch_write(call->job, &call->scratch, name, document->bytes))
			return false;
	}
	return true;
}

static bool make_arguments(struct call *call)
{
	const char *const words[] = { "--headless", "--norestore", "--nolockcheck", "--convert-to",
		filters[call->kind], "--outdir" };
	struct pk_str profile, out;
	size_t n = 0;

	call->arguments = pk_new(call->job, const char *, call->n + WORDS);
	if (call->arguments == NULL ||
			!pk_join(call->job, &profile, PK_STR("-env:UserInstallation="),
					call->scratch.url, PK_STR("/profile")) ||
			!pk_join(call->job, &out, call->scratch.path, PK_STR("/out")))
		return false;
	call->arguments[n++] = call->office->program;
	call->arguments[n++] = profile.p;
	for (size_t i = 0; i < PK_COUNT(words); i++)
		call->arguments[n++] = words[i];
	call->arguments[n++] = out.p;
	for (size_t i = 0; i < call->n; i++) {
		struct pk_str in;

		if (!path_of(call, call->job, PK_STR("/in/"), i, call->documents[i]->extension, &in))
			return false;
		call->arguments[n++] = in.p;
	}
	return true;
}

/* What the caller lets it see, and what makes it the same everywhere and tidy: the first of two
 * variables with one name is the one that counts. */
static bool make_variables(struct call *call)
{
	static const char *const own[] = { "LC_ALL=C.UTF-8", "LANG=C.UTF-8", "SAL_USE_VCLPLUGIN=svp" };
	const char *const *given = call->office->variables;
	struct pk_str temporary;
	size_t n = 0, n_given = 0;

	while (given != NULL && given[n_given] != NULL)
		n_given++;
	call->variables = pk_new(call->job, const char *, PK_COUNT(own) + n_given + 3);
	if (call->variables == NULL ||
			!pk_join(call->job, &temporary, PK_STR("TMPDIR="), call->scratch.path))
		return false;
	call->variables[n++] = temporary.p;
	for (size_t i = 0; i < PK_COUNT(own); i++)
		call->variables[n++] = own[i];
	for (size_t i = 0; i < n_given; i++)
		call->variables[n++] = given[i];
	if (n_given == 0)
		call->variables[n++] = "PATH=/usr/local/bin:/usr/bin:/bin";
	return true;
}

static uint32_t seconds_for(const struct pk_office_program *office, size_t n)
{
	if (office->seconds > 0)
		return office->seconds;
	return START_SECONDS + EACH_SECONDS * (uint32_t)(n < 10000 ? n : 10000);
}

static void run(struct call *call)
{
	const struct pk_child child = { .arguments = call->arguments, .variables = call->variables,
		.seconds = call->seconds, .stopped = call->office->stopped,
		.self = call->office->self };

	call->end = pk_child_run(&child, &call->signal);
}

/* Why a document has no PDF, as far as the call tells. */
static struct pk_report why(const struct call *call, const struct pk_office_document *document)
{
	struct pk_report report = { .message = PK_M_OFFICE_NOTHING, .a = document->name };

	if (call->end == PK_CHILD_NOT_STARTED) {
		report.message = PK_M_OFFICE_START;
		report.a = pk_str_of(call->office->program);
	} else if (call->end == PK_CHILD_STOPPED) {
		report.message = PK_M_OFFICE_STOPPED;
	} else if (call->end == PK_CHILD_LATE) {
		report.message = PK_M_OFFICE_LATE;
		report.b = pk_number(document->job, call->seconds);
	} else if (call->signal != 0) {
		report.message = PK_M_OFFICE_DIED;
		report.b = pk_number(document->job, (uint64_t)call->signal);
	}
	return report;
}

/* Reads what was made, which may be nothing, or anything. In a job of its own: failed attempts leave
 * neither bytes nor messages behind. False: *ret tells why. */
static bool fetch(const struct call *call, size_t i, struct pk_report *ret)
{
	struct pk_office_document *document = call->documents[i];
	struct pk_job aside;
	struct pk_str path, bytes;
	enum pk_pdf_kind kind = PK_PDF_BROKEN;
	struct pk_pdf *pdf;
	bool good = false;

	*ret = why(call, document);
	if (!pk_job_init(&aside, document->job->limits))
		return false;
	if (path_of(call, &aside, PK_STR("/out/"), i, ".pdf", &path) && pk_file_exists(path)) {
		if (ret->message == PK_M_OFFICE_NOTHING)
			ret->message = PK_M_OFFICE_BROKEN;
		good = pk_file_read(&aside, path, document->job->limits->pdf_bytes, &bytes) &&
				pk_pdf_open(&aside, bytes, &kind, &pdf) &&
				kind != PK_PDF_BROKEN &&
				pk_copy(document->job, bytes, &document->pdf);
	}
	pk_job_free(&aside);
	return good;
}

/* All that the call needs lies there. False after reporting to the first document's job. */
static bool prepare(struct call *call)
{
	if (!pk_scratch_make(call->job, call->office->scratch, &call->scratch))
		return false;
	if (put_documents(call) && make_arguments(call) && make_variables(call))
		return true;
	pk_scratch_remove(&call->scratch);
	return false;
}

/* Runs the program once. What it has not made has its reason in reports: no message where the job has
 * been told. */
static void convert_once(struct call *call, struct pk_report *reports)
{
	if (!prepare(call)) {
		for (size_t i = 0; i < call->n; i++)
			reports[i] = why(call, call->documents[i]);
		reports[0].message = PK_M_NONE;
		call->end = PK_CHILD_NOT_STARTED;
		return;
	}
	run(call);
	for (size_t i = 0; i < call->n; i++)
		(void)fetch(call, i, &reports[i]);
	pk_scratch_remove(&call->scratch);
}

/* Another try with a document may help, unless somebody wants to stop or nothing can be started. */
static bool may_retry(const struct call *call)
{
	return call->end == PK_CHILD_ENDED || call->end == PK_CHILD_LATE;
}

static bool has_any(const struct call *call)
{
	for (size_t i = 0; i < call->n; i++) {
		if (call->documents[i]->pdf.p != NULL)
			return true;
	}
	return false;
}

/* Every document that is still missing, alone. A program that has hung over all of them and hangs
 * again is not waited for once more. */
static void retry_each(const struct call *first, struct pk_report *reports)
{
	bool hopeless = first->end == PK_CHILD_LATE && !has_any(first), stopped = false;

	for (size_t i = 0; i < first->n; i++) {
		struct pk_office_document *document = first->documents[i];
		struct call call = { .office = first->office, .kind = first->kind,
			.documents = &document, .n = 1, .job = document->job,
			.seconds = seconds_for(first->office, 1) };

		if (document->pdf.p != NULL)
			continue;
		if (stopped) {
			reports[i].message = PK_M_OFFICE_STOPPED;
			continue;
		}
		convert_once(&call, &reports[i]);
		stopped = call.end == PK_CHILD_STOPPED;
		if (call.end == PK_CHILD_NOT_STARTED || (hopeless && call.end == PK_CHILD_LATE))
			break;
		hopeless = hopeless && document->pdf.p == NULL;
	}
}

static bool tell_missing(const struct call *call, const struct pk_report *reports)
{
	bool all = true;

	for (size_t i = 0; i < call->n; i++) {
		if (call->documents[i]->pdf.p != NULL)
			continue;
		all = false;
		if (reports[i].message != PK_M_NONE)
			(void)pk_report(call->documents[i]->job, &reports[i]);
	}
	return all;
}

static bool tell_absent(struct pk_office_document *documents, size_t n)
{
	for (size_t i = 0; i < n; i++)
		pk_tell(documents[i].job, PK_M_OFFICE_MISSING, PK_NOWHERE, documents[i].name);
	return false;
}

bool pk_office_convert(const struct pk_office_program *office, enum pk_office_kind kind,
		struct pk_office_document *documents, size_t n)
{
	struct call call = { .office = office, .kind = kind, .n = n,
		.seconds = seconds_for(office, n) };
	struct pk_report *reports;

	if (n == 0 || office->program == NULL)
		return n == 0 || tell_absent(documents, n);
	call.job = documents[0].job;
	call.documents = pk_new(call.job, struct pk_office_document *, n);
	reports = pk_new(call.job, struct pk_report, n);
	if (call.documents == NULL || reports == NULL)
		return false;
	for (size_t i = 0; i < n; i++) {
		call.documents[i] = &documents[i];
		documents[i].pdf = (struct pk_str){ NULL, 0 };
	}
	convert_once(&call, reports);
	if (may_retry(&call))
		retry_each(&call, reports);
	return tell_missing(&call, reports);
}
