/* What a caller asked for, checked: which documents of a meeting, and where they go. */
#ifndef PK_JOB_PLAN_H
#define PK_JOB_PLAN_H

#include "job/inputs.h"
#include "job/produce.h"
#include "office/office.h"
#include "protokoll/protokoll.h"

enum { PK_FORMATS = 4 };   /* odt, docx, html and pdf */

struct pk_plan {
	struct protokoll_options options;
	struct pk_str file;
	struct pk_str folder;     /* where the documents go; empty: beside the file, or options.output */
	struct pk_date today;
	enum pk_edition edition;
	enum pk_office_kind pdf;      /* what PDFs are */
	struct pk_product products[PK_FORMATS];
	size_t n;
};

/* Reads what the options say. The strings of options must outlive the plan. */
PK_MUST bool pk_plan_start(struct pk_job *job, const struct pk_input *input,
		const struct protokoll_options *options, struct pk_plan *ret);

/* Without -f: what the template has a file for, of the usual formats, or of all. */
PK_MUST bool pk_plan_formats(struct pk_job *job, struct pk_plan *plan,
		const struct pk_template_name *template, bool all);

/* The path of each product: <folder>/<input name>.<ext>, or beside the input; a public edition is
 * <input name>-offentlig. */
PK_MUST bool pk_plan_paths(struct pk_job *job, struct pk_plan *plan);

#endif
