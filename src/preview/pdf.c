#include "preview/pdf.h"

#include "office/office.h"

bool pk_preview_pdf(struct pk_job *job, const struct pk_preview_pdf *asked, struct pk_str *ret)
{
	const struct pk_office_program office = { .program = asked->program, .variables = asked->variables,
		.stopped = asked->stopped, .self = asked->self };
	struct pk_office_document document = { .job = job, .name = asked->name,
		.extension = asked->extension, .bytes = asked->bytes };

	if (!pk_office_convert(&office, PK_OFFICE_ARCHIVE, &document, 1))
		return false;
	*ret = document.pdf;
	return true;
}
