/* A document as PDF. */
#ifndef PK_PREVIEW_PDF_H
#define PK_PREVIEW_PDF_H

#include "base/job.h"

/* What is converted, and by what. The strings are borrowed. */
struct pk_preview_pdf {
	const char *program;                    /* the path of soffice */
	const char *const *variables;           /* its environment, ended by NULL */
	bool (*stopped)(void *self);            /* asked while it works; NULL: never */
	void *self;
	struct pk_str name;                     /* of the meeting's file, for messages */
	const char *extension;                  /* ".odt" or ".docx": what the bytes are */
	struct pk_str bytes;
};

/* PDF/UA-1 and PDF/A-2b. */
PK_MUST bool pk_preview_pdf(struct pk_job *job, const struct pk_preview_pdf *asked,
		struct pk_str *ret);

#endif
