/* One reading of a meeting for the live page: the document as it will look, and what there is to say
 * about it. A state never fails for what the files say: a meeting with errors gives messages and no
 * document. */
#ifndef PK_PREVIEW_STATE_H
#define PK_PREVIEW_STATE_H

#include "base/diag.h"
#include "protokoll/protokoll.h"

/* What to read. All strings are borrowed during the making; NULL is the default. */
struct pk_preview_request {
	const char *file;               /* the meeting */
	const char *template_name;      /* as for build; default: the meeting's mall, else standard */
	const char *today;              /* "2024-06-01"; without it nothing is said about the future */
	uint64_t version;               /* what the page calls itself when it asks for news */
	const char *edition;            /* "fullständig" (default) or "offentlig" */
	const char *office;             /* the soffice to run for a PDF; default: none. It, */
	const char *scratch;            /* the folder for its files (default: /tmp) and */
	const char *const *variables;   /* all that it gets to see ("HOME=/home/karin", ended by NULL) */
	                                /* must outlive the state */
	enum pk_language language;      /* of messages, panel and page */
	bool allow_outside;             /* read pictures outside the meeting's folder */
};

struct pk_preview_state;

/* Reads the meeting and all that it is made of. NULL: memory is out. */
struct pk_preview_state *pk_preview_state_make(const struct pk_preview_request *request);

/* NULL is allowed. All strings of the state go with it. */
void pk_preview_state_free(struct pk_preview_state *state);

/* A document could be made. */
bool pk_preview_state_good(const struct pk_preview_state *state);

/* What the errors that have been found, in the meeting or its template, mean for an exit code. */
enum protokoll_status pk_preview_state_status(const struct pk_preview_state *state);

/* The document as a page of its own: HTML that needs no other file, with a mark where a message
 * belongs. Empty when the state is not good. */
struct pk_str pk_preview_state_document(const struct pk_preview_state *state);

/* The page around it, for a browser: HTML that names page.css, page.js and document beside it. */
struct pk_str pk_preview_state_page(const struct pk_preview_state *state);

/* The document with messages and panel as one page that needs no server: for --once. Made when asked
 * for; empty when memory is out. */
struct pk_str pk_preview_state_once(struct pk_preview_state *state);

/* Writes that page to a file, whole or not at all. Another file than such a page is replaced with force
 * only. False: *ret_why says in words why not, as a terminal shows it. */
bool pk_preview_state_save(struct pk_preview_state *state, const char *path, bool force,
		struct pk_str *ret_why);

/* The same as text for a pager: state and messages, the document, what remains, who signs and when.
 * Lines are at most width columns wide. Made when asked for; empty when memory is out. */
struct pk_str pk_preview_state_text(struct pk_preview_state *state, size_t width);

/* Messages, what remains before the justering, who signs, all dates: JSON. With the edition
 * offentlig no word that is secret stands in it. */
struct pk_str pk_preview_state_report(const struct pk_preview_state *state);

/* The files that it was made of, to be watched: the meeting, settings, template, pictures, also those
 * that were looked for and do not exist yet. Paths are as the meeting's is: they may begin at the
 * working folder. */
size_t pk_preview_state_files(const struct pk_preview_state *state);
const char *pk_preview_state_file(const struct pk_preview_state *state, size_t i);

/* The document as a file: "odt", "docx" or "pdf", made when asked for, of the meeting's own template; the
 * same as build makes, a PDF with the page numbers that LibreOffice gives it. stopped is asked while
 * LibreOffice works, in the same thread: true ends it; NULL: never. False: *ret_bytes says in words why
 * not; it may be empty. The bytes live as long as the state. */
bool pk_preview_state_download(struct pk_preview_state *state, const char *format,
		bool (*stopped)(void *self), void *self, struct pk_str *ret_bytes);

/* What the page names beside it: "page.js", "page.css". Empty, with *ret_type NULL, for other names;
 * *ret_type is its media type. */
struct pk_str pk_preview_asset(const char *name, const char **ret_type);

#endif
