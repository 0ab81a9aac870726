/* Text for a screen of a certain width: paragraphs wrapped, tables in columns. Widths are columns of a
 * terminal, not bytes. */
#ifndef PK_PREVIEW_WRAP_H
#define PK_PREVIEW_WRAP_H

#include "base/job.h"

struct pk_preview_wrap {
	struct pk_job *job;
	struct pk_out out;
	size_t width;
	bool blank;                     /* the last line is empty, or there is none */
};

struct pk_preview_wrap pk_preview_wrap_new(struct pk_job *job, size_t width);

/* An empty line, unless there is one already. */
void pk_preview_wrap_gap(struct pk_preview_wrap *wrap);

/* A paragraph: the first line begins with first, the others with as many spaces; all are moved in by
 * indent. Line feeds in the text are kept, other white space is a place to break. */
void pk_preview_wrap_text(struct pk_preview_wrap *wrap, struct pk_str text, size_t indent,
		struct pk_str first);

/* A line as it is, without wrapping; repeat writes a sign n times. */
void pk_preview_wrap_line(struct pk_preview_wrap *wrap, struct pk_str line);
void pk_preview_wrap_rule(struct pk_preview_wrap *wrap, size_t n, char sign);

/* A table: rows of cells, columns of them in each. The first heads rows are headings. */
struct pk_preview_table {
	struct pk_str *cells;           /* row after row */
	size_t n, room, columns;
	size_t heads;
};
void pk_preview_wrap_table(struct pk_preview_wrap *wrap, const struct pk_preview_table *table,
		size_t indent);

#endif
