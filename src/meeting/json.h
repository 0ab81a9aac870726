/* The model as JSON, for tests: facts that are absent are left out. */
#ifndef PK_MEETING_JSON_H
#define PK_MEETING_JSON_H

#include "meeting/model.h"

struct pk_json {
	struct pk_out *out;
	bool first; /* nothing stands yet in the object or list */
	int depth;  /* the two outermost levels have a line for each item */
};

/* Before each item or key. */
void pk_json_next(struct pk_json *j);
void pk_json_quoted(struct pk_json *j, struct pk_str s);
void pk_json_key(struct pk_json *j, const char *name);
void pk_json_open(struct pk_json *j, char bracket);
void pk_json_close(struct pk_json *j, char bracket);
void pk_json_str(struct pk_json *j, const char *name, struct pk_str s);
void pk_json_flag(struct pk_json *j, const char *name, bool on);
void pk_json_number(struct pk_json *j, const char *name, uint64_t number);
void pk_json_date(struct pk_json *j, const char *name, struct pk_date date);
void pk_json_words(struct pk_json *j, const struct pk_prose *prose);
void pk_json_prose(struct pk_json *j, const char *name, const struct pk_prose *prose);
void pk_json_lines(struct pk_json *j, const char *name, const struct pk_lines *lines);
void pk_json_sections(struct pk_json *j, const char *name, const struct pk_sections *sections);
void pk_json_presence(struct pk_json *j, const struct pk_presence *presence);
void pk_json_who(struct pk_json *j, const struct pk_who *who);
void pk_json_whos(struct pk_json *j, const char *name, const struct pk_whos *whos);

/* One of paragrafer: json_paragraf.c. */
void pk_json_paragraf(struct pk_json *j, const struct pk_paragraf *p);

#endif
