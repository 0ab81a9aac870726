/* Which template: a built-in design or a file, compiled for one format. */
#ifndef PK_JOB_TEMPLATES_H
#define PK_JOB_TEMPLATES_H

#include "format/common/format.h"
#include "meeting/model.h"

struct pk_builtin;

/* What names a template: its words, where they stand (nowhere: on the command line), and the folder
 * that a file's path is relative to. */
struct pk_template_name {
	struct pk_str name;
	struct pk_pos at;
	struct pk_str folder;
};

/* The template of a meeting: the one that is asked for (not empty), else its mall, else standard. */
struct pk_template_name pk_template_of(const struct pk_job *job, const struct pk_meeting *meeting,
		struct pk_str asked);

/* True when the template has a file for that format: built-in designs have all, "mall.docx" has
 * docx only, "mall" has mall.odt and mall.docx where they exist. */
bool pk_template_serves(struct pk_job *job, const struct pk_template_name *name,
		const struct pk_format *format);

/* Finds, reads and compiles. */
PK_MUST bool pk_template_load(struct pk_job *job, const struct pk_template_name *name,
		const struct pk_format *format, const struct pk_template **ret);

/* The same, but what the author of the template should look at again is told too. */
PK_MUST bool pk_template_check(struct pk_job *job, const struct pk_template_name *name,
		const struct pk_format *format);

/* The names of the built-in designs, for a hint: "enkel, klassisk, standard"; of those that there are
 * in a format when one is given, else of all. */
PK_MUST bool pk_template_designs(struct pk_job *job, const struct pk_format *format,
		struct pk_str *ret);

/* A built-in design as a package. */
PK_MUST bool pk_template_builtin(struct pk_job *job, const struct pk_builtin *design,
		struct pk_package **ret);

#endif
