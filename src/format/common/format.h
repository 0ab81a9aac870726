/* The formats of documents: a template package in, a document with holes out. */
#ifndef PK_FORMAT_FORMAT_H
#define PK_FORMAT_FORMAT_H

#include "base/job.h"
#include "value/value.h"

struct pk_package;
struct pk_pages;
struct pk_flow;
struct pk_template;       /* const once compiled: may be shared by any number of renderings */
struct pk_document;       /* rendered, but for page numbers and the parts that keep count */

struct pk_compile_options {
	struct pk_str name;                 /* the template's file or design, for messages and properties */
	struct pk_str generator;            /* "protokoll 0.1.0" */
	const struct pk_value *model;       /* every name there is */
	bool check;                         /* warn also of what its author should look at again */
	const struct pk_renamed *renamed;   /* names of the model that were others once, or NULL */
	/* Another template package of the same format by name ({{>x}}); NULL: there are none. False
	 * after reporting. */
	bool (*partial)(struct pk_job *job, void *self, struct pk_str name, struct pk_pos at,
			const struct pk_package **ret);
	void *self;
};

struct pk_format {
	const char *name, *extension;       /* "odt", ".odt" */
	bool wants_plain;                   /* an SVG can be shown only with its PNG (pk_image.plain) */
	/* A file of this format as its parts, and back: an archive, or (HTML) a single part. The bytes
	 * must outlive the package; file is used in messages. */
	bool (*open)(struct pk_job *job, struct pk_str bytes, struct pk_str file,
			struct pk_package **ret);
	bool (*pack)(struct pk_job *job, const struct pk_package *package, struct pk_str *ret);
	/* Cuts the parts into literals and operations, resolves styles, adds those that are missing,
	 * packs once what every document will share. */
	bool (*compile)(struct pk_job *job, const struct pk_package *in,
			const struct pk_compile_options *options, const struct pk_template **ret);
	bool (*render)(struct pk_job *job, const struct pk_template *t, const struct pk_value *root,
			struct pk_document **ret);
	/* Fills the holes and makes the package. May be called again with other pages. pages may be
	 * NULL when the document has no page fields. */
	bool (*finish)(struct pk_job *job, const struct pk_document *doc, const struct pk_pages *pages,
			struct pk_package **ret);
	/* The fingerprint stored in a document and the one that its parts give are the same: nobody
	 * has edited it. *ret_ours is false also for documents that never had one. */
	bool (*untouched)(struct pk_job *job, const struct pk_package *document, bool *ret_ours);
};

/* "odt", "docx" and "html"; NULL for other names. */
const struct pk_format *pk_format_find(struct pk_str name);

/* The layout of the document for pk_pages_estimate(); NULL when the template has no page fields. */
const struct pk_flow *pk_document_flow(const struct pk_document *doc);
/* The first page has this number, whatever the template says, and the others run on from it. */
void pk_document_begin_at(struct pk_document *doc, uint32_t number);
/* How many paragrafer have been anchored: n of pk_pages_estimate(). */
size_t pk_document_anchors(const struct pk_document *doc);
/* True when the template names {{utkast}} anywhere. */
bool pk_template_names_draft(const struct pk_template *t);
/* True when the template names it anywhere, as a value or a section. */
bool pk_template_names(const struct pk_template *t, struct pk_str name);
/* Tells what important data the template leaves out. False only when memory is out. */
PK_MUST bool pk_template_check_data(struct pk_job *job, const struct pk_template *t);
/* Tells which styles for formatted text the template lacked, so that they were added. False only when
 * memory is out. */
PK_MUST bool pk_template_tell_added(struct pk_job *job, const struct pk_template *t);
/* True when it repeats something for each item of the list of that name. */
bool pk_template_repeats(const struct pk_template *t, struct pk_str name);

#endif
