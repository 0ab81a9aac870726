/* libprotokoll: a YAML meeting in, ODT and DOCX protocols out.
 *
 *     struct protokoll_options options = { .size = sizeof(options), .today = "2024-06-01" };
 *     struct protokoll_result *result = protokoll_build("sn-2024-05-21.yaml", &options);
 *     int status = protokoll_result_status(result);
 *     protokoll_result_free(result);
 *
 * The library prints nothing and reads neither the clock, the locale nor the environment. All
 * functions may be called from several threads at once, each with results of its own. */
#ifndef PROTOKOLL_H
#define PROTOKOLL_H

#include <stdbool.h>
#include <stddef.h>

#ifdef __cplusplus
extern "C" {
#endif

#if defined(__GNUC__)
#define PROTOKOLL_API __attribute__((visibility("default")))
#else
#define PROTOKOLL_API
#endif

/* How it went: the exit codes of the command. */
enum protokoll_status {
	PROTOKOLL_DONE = 0,        /* warnings allowed */
	PROTOKOLL_CONTENT = 1,     /* the content has errors */
	PROTOKOLL_USAGE = 2,       /* wrong usage: an option has no such value */
	PROTOKOLL_WARNED = 3,      /* warnings, and options.strict */
	PROTOKOLL_FILE = 4,        /* a file or template cannot be read or written */
	PROTOKOLL_FAULT = 5        /* internal fault: memory, a ceiling of the program */
};

enum protokoll_language { PROTOKOLL_SWEDISH, PROTOKOLL_ENGLISH };

enum protokoll_level {
	PROTOKOLL_NOTE,            /* what was done */
	PROTOKOLL_REMAINS,         /* "kvar": what a draft still lacks */
	PROTOKOLL_WARNING,
	PROTOKOLL_ERROR
};

/* All strings are UTF-8, paths as the system has them; all are borrowed during the call. NULL or
 * zero is the default. */
struct protokoll_options {
	size_t size;               /* sizeof(struct protokoll_options) of the caller */
	const char *formats;       /* "odt,docx,html,pdf"; default: odt and docx, or what output says */
	const char *output;        /* the one file to write; its extension decides the format */
	const char *folder;        /* where outputs go, created if need be; default: beside the input */
	const char *template_name; /* a built-in design, or a template file; default: the meeting's mall */
	const char *today;         /* "2024-06-01"; without it nothing is said about the future */
	bool strict;               /* warnings make the status PROTOKOLL_WARNED; nothing is written */
	bool force;                /* overwrite documents that somebody has edited */
	bool allow_outside;        /* read pictures outside the meeting's folder */
	const char *edition;       /* "fullständig" (default) or "offentlig": without what is secret */
	bool draft;                /* protokoll_template_try: a meeting that is not approved yet */
	bool dry_run;              /* write nothing; the paths are those that would be written */
	bool verify;               /* write nothing; a document that is not what its meeting gives is an
				    * error */
	bool exact_pages;          /* page numbers as LibreOffice lays the documents out */
	const char *pdf;           /* "ua" (default): PDF/UA-1 and PDF/A-2b; "plain": neither */
	/* LibreOffice, which makes PDFs and exact page numbers: the path of soffice (NULL: there is none),
	 * the variables that it gets to see ("HOME=/home/karin", ended by NULL), the time for one call
	 * (0: 60 seconds, and 15 for each document), and a folder for its files (NULL: /tmp). */
	const char *office;
	const char *const *office_variables;
	unsigned office_seconds;
	const char *scratch;
	bool (*stopped)(void *self);       /* asked while LibreOffice works: true ends it; may be NULL */
	void *stopped_self;
};

/* What came of one call: messages and paths. Owned by the caller. */
struct protokoll_result;

/* Builds the documents of one meeting. All are rendered before the first is written, and each is
 * replaced whole or not at all. They are put in place together: a disk that gets full, or a file that may
 * not be replaced, leaves all of them as they were. NULL only when memory is out. options may be NULL. */
PROTOKOLL_API struct protokoll_result *protokoll_build(const char *file,
		const struct protokoll_options *options);

/* Many meetings at once. */
struct protokoll_batch {
	size_t size;               /* sizeof(struct protokoll_batch) of the caller */
	const char *const *paths;  /* files, and folders: each is searched for meetings, those inside it
				    * too. In a folder, files that do not end in .yaml or .yml, hidden
				    * ones and settings are no meetings */
	size_t n;
	unsigned workers;          /* threads; 0 and 1: only the calling one */
	void *self;                /* for the functions below */
	/* Takes the result of meeting i of n, and owns it; it is NULL when memory is out. Called on the
	 * calling thread in the order of the paths, whatever the order they became ready in. False: no
	 * more meetings are begun; those that were are finished and handed over too. */
	bool (*each)(void *self, size_t i, size_t n, struct protokoll_result *result);
};

/* Builds the documents of many meetings; one that fails does not stop the rest. options.output is not
 * for these; below options.folder the documents get the folders that the meetings have below theirs.
 * Nothing is written when two meetings would give documents of the same name. Memory does not grow with
 * the number of meetings, but for their names. The answer has the messages that are not about one file
 * alone: numbers of paragrafer that are missing or come twice in a year. NULL only when memory is out. */
PROTOKOLL_API struct protokoll_result *protokoll_build_all(const struct protokoll_batch *batch,
		const struct protokoll_options *options);

/* Reads and checks a meeting without building anything. NULL only when memory is out. */
PROTOKOLL_API struct protokoll_result *protokoll_check(const char *file,
		const struct protokoll_options *options);

/* The JSON Schema (2020-12) of meeting files, as one text. NULL only when memory is out. */
PROTOKOLL_API struct protokoll_result *protokoll_schema(void);

/* Templates. Of the options these functions look at strict, force, output and what they name; options may be
 * NULL. A file or folder that is there already is refused without force. NULL only when memory is out.
 *
 * The built-in designs, as one text: a line each with the design and its formats, parted by spaces. */
PROTOKOLL_API struct protokoll_result *protokoll_template_list(void);

/* Writes a built-in design as a file; its extension decides the format. */
PROTOKOLL_API struct protokoll_result *protokoll_template_export(const char *design,
		const char *file, const struct protokoll_options *options);

/* Checks a template, a file or a built-in design: what is wrong with it, and what its author should
 * look at again. Nothing is written. */
PROTOKOLL_API struct protokoll_result *protokoll_template_check(const char *file,
		const struct protokoll_options *options);

/* Every name that a template can use, as one text: for people, or as JSON (an array of objects). */
PROTOKOLL_API struct protokoll_result *protokoll_template_fields(bool json);

/* The same names as a document to lie beside the keyboard: options->output, .odt or .docx,
 * of the day options->today. */
PROTOKOLL_API struct protokoll_result *protokoll_template_sheet(
		const struct protokoll_options *options);

/* Fills a template with a meeting that the program has with it. The document is options->output, or
 * stands beside the template: mall.docx makes mall-exempel.docx. */
PROTOKOLL_API struct protokoll_result *protokoll_template_try(const char *file,
		const struct protokoll_options *options);

/* Writes the parts of a template below a folder, XML with a line for each block, and makes a template
 * of such a folder again: with the same text and structure in every part. */
PROTOKOLL_API struct protokoll_result *protokoll_template_unpack(const char *file,
		const char *folder, const struct protokoll_options *options);
PROTOKOLL_API struct protokoll_result *protokoll_template_pack(const char *folder,
		const char *file, const struct protokoll_options *options);

/* Frees a result and all strings that came from it. NULL is allowed. */
PROTOKOLL_API void protokoll_result_free(struct protokoll_result *result);

/* PROTOKOLL_FAULT for NULL. */
PROTOKOLL_API enum protokoll_status protokoll_result_status(const struct protokoll_result *result);

/* Paths of the documents that are in place, in the order of the formats; and the text that
 * protokoll_schema() made (the empty string otherwise). Strings live as long as the result. */
PROTOKOLL_API size_t protokoll_result_paths(const struct protokoll_result *result);
PROTOKOLL_API const char *protokoll_result_path(const struct protokoll_result *result, size_t i);
/* How many of the paths were written: the rest lay there already as they should. */
PROTOKOLL_API size_t protokoll_result_written(const struct protokoll_result *result);
PROTOKOLL_API const char *protokoll_result_text(const struct protokoll_result *result);

struct protokoll_message {
	const char *code;          /* "P012": stable */
	enum protokoll_level level;
	const char *file;          /* empty: no place */
	unsigned line, column;     /* from 1, in characters; 0: no line (a template's paragraph) */
	const char *text;          /* what is wrong */
	const char *hint;          /* what to write instead, or empty */
	const char *shown;         /* all of it as a terminal shows it, with the source line and a caret;
				    * ends with a line feed */
	const char *ground;        /* the law behind it: "KL 5 kap. 69 §", or empty */
	const char *part;          /* of a template: "word/document.xml", else empty */
	unsigned paragraph;        /* of that part, from 1; 0: none */
	const char *around;        /* the paragraph's text, or empty */
	const char *heading;       /* the nearest heading above it, or empty */
};

/* Messages in the order of their places. *ret is written on success; false when memory is out or
 * there is no message i. Its strings live as long as the result. */
PROTOKOLL_API size_t protokoll_result_messages(const struct protokoll_result *result);
PROTOKOLL_API bool protokoll_result_message(struct protokoll_result *result, size_t i,
		enum protokoll_language language, struct protokoll_message *ret);
/* How many more messages there were than are kept. */
PROTOKOLL_API size_t protokoll_result_dropped(const struct protokoll_result *result);

/* What a message means, by its code. The strings are the program's own: nothing to free. Arrays are
 * by enum protokoll_language. */
struct protokoll_explanation {
	const char *code;          /* "P063" */
	enum protokoll_level level;
	const char *text[2];       /* what is wrong; {0} ... {3} stand for what differs */
	const char *hint[2];       /* what to write instead, or empty */
	const char *ground;        /* the law behind it: "KL 5 kap. 69 §", or empty */
	const char *why[2];        /* more about it, or empty */
};

/* Looks a code up, in capitals or not. False when there is no such message: ret->code is then the
 * nearest one that there is. */
PROTOKOLL_API bool protokoll_explain(const char *code, struct protokoll_explanation *ret);

/* A day, in figures and in words. Arrays are by enum protokoll_language. */
struct protokoll_day {
	char date[11];             /* "2024-06-21" */
	char words[2][40];         /* "fredagen den 21 juni 2024", "Friday 21 June 2024" */
	const char *why[2];        /* why it pushes a last day on: "midsommarafton"; empty when it does not */
};

enum protokoll_event {
	PROTOKOLL_ANSLAG,          /* the notice is posted: three weeks to appeal (KL 13 kap. 5 §) */
	PROTOKOLL_JUSTERING,       /* the protocol is approved: two days to post the notice (KL 8 kap. 12 §) */
	PROTOKOLL_MEETING          /* the meeting: 14 days to approve the protocol (KL 5 kap. 69 §) */
};

enum { PROTOKOLL_PUSHED = 8 };

/* A time that the law gives, and how its last day was found (lag 1930:173 1-2 §§). */
struct protokoll_dates {
	struct protokoll_day from;      /* the day of the event */
	struct protokoll_day counted;   /* where the counting of days ends */
	struct protokoll_day pushed[PROTOKOLL_PUSHED];  /* days from there that cannot be the last */
	size_t n_pushed;
	struct protokoll_day last;      /* the last day */
	struct protokoll_day after;     /* the day after it: a notice may be taken down then, not before */
};

/* Counts from the day of an event ("2024-05-31"). False when that is no day of 1583-2999. */
PROTOKOLL_API bool protokoll_dates(enum protokoll_event event, const char *day,
		struct protokoll_dates *ret);

/* "0.1.0". */
PROTOKOLL_API const char *protokoll_version(void);

#ifdef __cplusplus
}
#endif

#endif
