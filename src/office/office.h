/* LibreOffice as a program: documents in, PDFs out. What it says of itself, by its exit code or by
 * files, is never believed: each PDF is looked at. */
#ifndef PK_OFFICE_OFFICE_H
#define PK_OFFICE_OFFICE_H

#include "base/job.h"

enum pk_office_kind {
	PK_OFFICE_MEASURE,    /* PDF/A-1b, blank pages too: to see on which sheet things stand */
	PK_OFFICE_ARCHIVE,    /* PDF/UA-1 and PDF/A-2b */
	PK_OFFICE_PLAIN       /* tagged, with bookmarks, but neither of them */
};

/* How to run it. The strings are borrowed. */
struct pk_office_program {
	const char *program;              /* the path of soffice; NULL: there is none */
	const char *scratch;              /* the folder for a private one; NULL: /tmp */
	const char *const *variables;     /* "HOME=/home/karin", ended by NULL: all it gets to see */
	uint32_t seconds;                 /* for one call; 0: 60, and 15 for each document */
	/* Asked while waiting: true ends the work. NULL: never. */
	bool (*stopped)(void *self);
	void *self;
};

struct pk_office_document {
	struct pk_job *job;               /* holds the PDF, and is told what went wrong */
	struct pk_str name;               /* of the file that is made, for messages */
	const char *extension;            /* ".odt" or ".docx": what the bytes are */
	struct pk_str bytes;
	struct pk_str pdf;                /* the result; p == NULL: there is none, and the job knows why */
};

/* Turns n documents into PDFs in one call of the program. Those that it fails are given to it once
 * more, each alone, then reported; but when it does nothing at all, time after time, the rest is
 * reported without waiting for each. Leaves no process and no file behind. True when all went well. */
bool pk_office_convert(const struct pk_office_program *office, enum pk_office_kind kind,
		struct pk_office_document *documents, size_t n);

#endif
