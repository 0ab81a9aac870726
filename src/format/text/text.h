/* Templates that are plain text: Mustache line by line, as its specification has it. */
#ifndef PK_FORMAT_TEXT_TEXT_H
#define PK_FORMAT_TEXT_TEXT_H

#include "base/job.h"
#include "value/value.h"

/* A compiled text template: const, and good for any number of renderings. */
struct pk_text_template;

/* Where partials come from. */
struct pk_text_partials {
	void *self;
	/* The text of a partial, and the source that it is registered as (0: none). False: there is
	 * no such partial, or it could not be read and that is reported. */
	bool (*find)(void *self, struct pk_str name, struct pk_str *ret_text, uint32_t *ret_source);
};

struct pk_text_options {
	bool html;                               /* values have & < > " escaped, but for {{{x}}} */
	/* Every name there is; NULL: unknown names and unknown partials print nothing. */
	const struct pk_value *model;
	const struct pk_renamed *renamed;        /* names of the model that were others once, or NULL */
	const struct pk_text_partials *partials; /* NULL: there are none */
};

/* Compiles a text of a registered source (0: none). A tag of a section, comment, partial or
 * delimiters that stands alone takes its line with it; a partial that stands alone is indented as
 * its tag is. All errors of all texts are reported. The text must live as long as the template. */
PK_MUST bool pk_text_compile(struct pk_job *job, struct pk_str text, uint32_t source,
		const struct pk_text_options *options, const struct pk_text_template **ret);

/* Appends the template filled with root to out, which the caller asks how it went. BLOCKS print their
 * words, pictures their alternative text. False when a limit of the run is reached (reported). */
PK_MUST bool pk_text_render(struct pk_job *job, const struct pk_text_template *template,
		const struct pk_value *root, struct pk_out *out);

/* The compiled program as lines: for tests. */
void pk_text_print(const struct pk_text_template *template, struct pk_out *out);

#endif
