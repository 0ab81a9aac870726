/* What LibreOffice must do for documents: page numbers as it lays them out, and PDFs. */
#ifndef PK_JOB_EXACT_H
#define PK_JOB_EXACT_H

#include "job/produce.h"
#include "office/office.h"
#include "protokoll/protokoll.h"

/* A product that pk_product_make() has made. */
struct pk_exact {
	struct pk_job *job;           /* is told what goes wrong */
	const struct pk_template_name *template;
	const struct pk_content *content;
	struct pk_product *product;
	struct pk_str pdf;            /* what LibreOffice made of it last */
	uint8_t state;                /* of the work, inside exact.c */
	bool measured;                /* its numbers come from a PDF of another kind */
};

/* How the options say that LibreOffice is run. */
struct pk_office_program pk_exact_office(const struct protokoll_options *options);

/* Lays out n products, of one meeting or of many, with few calls of LibreOffice. Documents get the page
 * numbers that it shows: they are made again with them and looked at once more, and what has still
 * other numbers then is left with a warning. Products that are PDFs become PDFs, which show what they
 * would show in LibreOffice whatever the documents beside them say. The bytes of those that fail are
 * of no use: their jobs have an error. False only when nothing could be tried, for want of memory. */
PK_MUST bool pk_exact(const struct pk_office_program *office, enum pk_office_kind kind,
		struct pk_exact *items, size_t n);

#endif
