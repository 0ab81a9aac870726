/* One document: rendered, laid out, packed, compared with what lies there, written. */
#ifndef PK_JOB_PRODUCE_H
#define PK_JOB_PRODUCE_H

#include "context/context.h"
#include "format/common/format.h"
#include "job/compiled.h"
#include "job/load.h"

struct pk_pages;

struct pk_product {
	const struct pk_format *format; /* of a PDF: of the document that it shows */
	bool pdf;
	struct pk_str path;             /* where it goes */
	struct pk_str bytes;            /* the whole file; of a PDF the document, until it is laid out */
	struct pk_str source;           /* a mark of all that the document says, with estimated numbers */
	const struct pk_pages *pages;   /* the numbers that it has; NULL: it shows none */
	const struct pk_pages *measured;        /* the numbers to give it; NULL: an estimate */
};

/* What is to be printed. */
struct pk_content {
	const struct pk_loaded *loaded;
	struct pk_value root;
	struct pk_compiled *compiled; /* shared with other jobs; NULL: this job compiles for itself */
	bool for_author;              /* of the template: told what it lacks */
};

/* The tree of an edition. */
PK_MUST bool pk_content_make(struct pk_job *job, const struct pk_loaded *loaded,
		enum pk_edition edition, struct pk_content *ret);

/* Makes the bytes of a document in memory. A template that has no place for the paragrafer that the
 * meeting has is an error: decisions would be lost. One without place for the notice, or for the mark
 * of a draft, is a warning. */
PK_MUST bool pk_product_make(struct pk_job *job, const struct pk_template_name *name,
		const struct pk_content *content, struct pk_product *product);

#endif
