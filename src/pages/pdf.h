/* What little of a PDF is read: its pages and the named places on them (ISO 32000-1, 7.3, 7.5, 12.3.2).
 * Only files whose objects lie open, as in PDF/A-1 and in all that LibreOffice writes up to now. The
 * bytes may be anybody's: every step is counted, and nothing is followed twice. */
#ifndef PK_PAGES_PDF_H
#define PK_PAGES_PDF_H

#include "base/job.h"

struct pk_pdf;

enum pk_pdf_kind {
	PK_PDF_BROKEN,      /* not a whole PDF, or one without pages */
	PK_PDF_PACKED,      /* its table of objects is packed (PDF 1.5 and later): pages cannot be seen */
	PK_PDF_OPEN
};

/* Looks at a file as a whole. *ret is written when the answer is PK_PDF_OPEN: it borrows the bytes and
 * lives in the job's arena. False only when memory is out. */
PK_MUST bool pk_pdf_open(struct pk_job *job, struct pk_str bytes, enum pk_pdf_kind *ret_kind,
		struct pk_pdf **ret);

/* How many sheets it has. */
uint32_t pk_pdf_sheets(const struct pk_pdf *pdf);

/* Calls found for each named place, with its name unescaped and its sheet, from 1. Names of more than
 * 64 bytes and places that lead nowhere are left out. False only when memory is out. */
PK_MUST bool pk_pdf_places(struct pk_pdf *pdf,
		void (*found)(void *self, struct pk_str name, uint32_t sheet), void *self);

enum { PK_PDF_IDENTIFIER = 32 };

/* Where the two file identifiers of the trailer stand (ISO 32000-1, 14.4): PK_PDF_IDENTIFIER
 * hexadecimal digits each, at these offsets. False when they are not there, or written otherwise.
 * Packed files have them in the open too. */
bool pk_pdf_identifiers(struct pk_str bytes, size_t ret_at[2]);

#endif
