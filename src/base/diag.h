/* Messages to the user: where, what is wrong, what to write instead. Recorded by code and
 * arguments, put into words (Swedish or English) only when somebody reads them. */
#ifndef PK_BASE_DIAG_H
#define PK_BASE_DIAG_H

#include "base/out.h"

struct pk_job;
struct pk_diags;
struct pk_sources;

/* A range of bytes in a source. Source 0 is nowhere: no place can be told. */
struct pk_pos {
	uint32_t source, offset, length;
};

/* Something that messages can point into: a file with lines, or one paragraph of a template. */
struct pk_source {
	struct pk_str name;     /* the file, as the user named it */
	struct pk_str text;     /* its bytes (UTF-8 as read), or the paragraph's text */
	struct pk_str part;     /* template: the part ("word/document.xml"), else empty */
	struct pk_str heading;  /* template: text of the nearest heading above, or empty */
	uint32_t paragraph;     /* template: which paragraph of the part, from 1; 0: a file with lines */
};

/* Registers a source; its strings must live as long as the job. *ret is its number. */
PK_MUST bool pk_source_add(struct pk_job *job, const struct pk_source *source, uint32_t *ret);

/* NULL for number 0 and unknown numbers. */
const struct pk_source *pk_source_get(const struct pk_sources *sources, uint32_t number);

size_t pk_source_count(const struct pk_sources *sources);

/* Line and column of a position, both from 1; the column counts characters, not bytes. */
void pk_source_place(const struct pk_source *source, uint32_t offset, uint32_t *ret_line,
		uint32_t *ret_column);

/* The line that holds the offset, without its line end, and where it begins. */
struct pk_str pk_source_line(const struct pk_source *source, uint32_t offset, size_t *ret_start);

/* PK_LEVEL_ERROR: the document would be false or cannot be made. WARNING: can be, look again.
 * REMAINS ("kvar"): a draft's missing facts. NOTE: what was done. FATAL: reading, writing, memory. */
enum pk_level { PK_LEVEL_NOTE, PK_LEVEL_REMAINS, PK_LEVEL_WARNING, PK_LEVEL_ERROR, PK_LEVEL_FATAL };

enum pk_language { PK_SWEDISH, PK_ENGLISH };

/* Every message there is: PK_M_<name>, from the table in base/messages/. */
enum pk_message {
	PK_M_NONE,
#define M(id, code, level, sv, en, hint_sv, hint_en) PK_M_##id,
#include "base/messages/all.def"
#undef M
	PK_M_COUNT
};

/* One report. a..d fill {0}..{3} of the message's text and must live as long as the job;
 * other is a second place ("opened here"), shown after the first when its source is not 0. */
struct pk_report {
	enum pk_message message;
	struct pk_pos at;
	struct pk_str a, b, c, d;
	struct pk_pos other;
};

/* Records a message and returns false, so that a failing function ends with
 * `return pk_fail(job, PK_M_YAML_TAB, at, argument...)`. Use it for errors. */
#define pk_fail(job, message_, ...) \
	(pk_report((job), &(struct pk_report){ .message = (message_), .at = __VA_ARGS__ }), false)
/* The same for warnings, notes and what remains; no result to use. */
#define pk_tell(job, message_, ...) \
	((void)pk_report((job), &(struct pk_report){ .message = (message_), .at = __VA_ARGS__ }))
bool pk_report(struct pk_job *job, const struct pk_report *report);

/* Nowhere: for messages without a place. */
#define PK_NOWHERE ((struct pk_pos){ 0, 0, 0 })

/* Errors and fatal errors recorded so far. */
uint32_t pk_diag_errors(const struct pk_diags *diags);
uint32_t pk_diag_count(const struct pk_diags *diags);
uint32_t pk_diag_count_level(const struct pk_diags *diags, enum pk_level level);

/* Message number i. After pk_diag_sort() in the order of sources and positions. */
const struct pk_report *pk_diag_get(const struct pk_diags *diags, uint32_t i);
void pk_diag_sort(struct pk_diags *diags);

/* How many were dropped because the list was full. */
uint32_t pk_diag_dropped(const struct pk_diags *diags);

const char *pk_message_code(enum pk_message message);
enum pk_level pk_message_level(enum pk_message message);
/* The text before its arguments are filled in; hint may be NULL. */
const char *pk_message_text(enum pk_message message, enum pk_language language);
const char *pk_message_hint(enum pk_message message, enum pk_language language);

/* The whole message as a terminal shows it: place, level, code, text, the source line with a
 * caret, the hint. Ends with a line feed. */
void pk_diag_print(const struct pk_sources *sources, const struct pk_report *report,
		enum pk_language language, struct pk_out *out);
/* Only the text, or only the hint, with its arguments filled in. */
void pk_diag_words(const struct pk_report *report, enum pk_language language, struct pk_out *out);
void pk_diag_hint_words(const struct pk_report *report, enum pk_language language,
		struct pk_out *out);

#endif
