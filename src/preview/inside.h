/* What the files of the preview room share. */
#ifndef PK_PREVIEW_INSIDE_H
#define PK_PREVIEW_INSIDE_H

#include "job/produce.h"
#include "preview/state.h"

/* The words of the page, both languages side by side in words.def. */
enum pk_preview_word {
#define W(id, sv, en) PK_PREVIEW_##id,
#include "preview/words.def"
#undef W
	PK_PREVIEW_WORDS
};

/* A paragraf as the file has it: also where the meeting could not be read, if its YAML could. */
struct pk_preview_place {
	uint32_t from, to;              /* bytes of the meeting's file */
	struct pk_str name;             /* "§ 43" */
};

struct pk_preview_places {
	uint32_t source;                /* the meeting's file; 0: it could not be read */
	struct pk_preview_place *v;
	size_t n;
};

struct pk_preview_state {
	struct pk_job job;
	struct pk_sought sought;
	struct pk_str file, asked_template;
	struct pk_date today;
	enum pk_edition edition;
	enum pk_language language;
	uint64_t version;
	const char *office;             /* the soffice to ask, or NULL */
	const char *scratch;
	const char *const *variables;
	struct pk_loaded loaded;
	struct pk_content content;
	struct pk_template_name template_name;
	bool read;                      /* loaded, content and template_name are there */
	bool other_template;            /* the meeting's has no HTML: standard is shown */
	struct pk_str plain;            /* the document without marks; empty when there is none */
	struct pk_preview_places places;
	struct pk_value view;           /* what is shown beside the document */
	struct pk_str document, report, page;
};

const char *pk_preview_say(const struct pk_preview_state *state, enum pk_preview_word word);
/* All words as a map by their names in small letters. */
PK_MUST bool pk_preview_all_words(struct pk_preview_state *state, struct pk_value *ret);
/* The field name with a word of the table. */
void pk_preview_put_word(const struct pk_preview_state *state, struct pk_map_builder *map,
		const char *name, enum pk_preview_word word);

/* Finds the paragrafer of the meeting's file. */
PK_MUST bool pk_preview_find_places(struct pk_preview_state *state);
/* The index of the paragraf that holds a position, or -1. */
int32_t pk_preview_place_of(const struct pk_preview_places *places, struct pk_pos at);

/* Message number i as a map. In the public edition a message about the meeting's files has neither
 * words nor lines of theirs. */
PK_MUST bool pk_preview_message(struct pk_preview_state *state, uint32_t i, struct pk_value *ret);

/* A list of groups under construction: each a heading ("group", may be absent) and its "rows". A group
 * without rows is left out. */
struct pk_preview_groups {
	struct pk_job *job;
	struct pk_list_builder all, rows;
	struct pk_str heading;
};
struct pk_preview_groups pk_preview_groups_new(struct pk_job *job);
/* Ends the group and begins the next. */
void pk_preview_group(struct pk_preview_groups *groups, struct pk_str heading);
void pk_preview_row(struct pk_preview_groups *groups, struct pk_map_builder *row);
PK_MUST bool pk_preview_groups_done(struct pk_preview_groups *groups, struct pk_value *ret);

/* Who signs, and the dates with their reasons: lists of groups, empty when nothing was read. */
PK_MUST bool pk_preview_signers(struct pk_preview_state *state, struct pk_value *ret);
PK_MUST bool pk_preview_dates(struct pk_preview_state *state, struct pk_value *ret);

/* The document in a format, by a template. */
PK_MUST bool pk_preview_make(struct pk_job *job, const struct pk_preview_state *state,
		const struct pk_template_name *template, const char *format, struct pk_str *ret);

/* The tree of all that is shown beside the document. */
PK_MUST bool pk_preview_view(struct pk_preview_state *state);

/* A template filled with a tree; pager: with the pieces that are to be read as text. */
PK_MUST bool pk_preview_fill(struct pk_preview_state *state, struct pk_str template, bool pager,
		const struct pk_value *root, struct pk_str *ret);

/* The marks of an anchor as HTML; empty when nothing belongs there. */
PK_MUST bool pk_preview_marks_of(struct pk_preview_state *state, struct pk_str anchor,
		struct pk_str *ret);
/* A page of HTML as text, wrapped to a width. */
PK_MUST bool pk_preview_plain(struct pk_preview_state *state, struct pk_str page, size_t width,
		struct pk_str *ret);
/* The document with a mark at each paragraf and at the top where messages belong; once has messages and
 * panel in it too, and is there without a document. */
PK_MUST bool pk_preview_mark(struct pk_preview_state *state, struct pk_str *ret);
PK_MUST bool pk_preview_once(struct pk_preview_state *state, struct pk_str *ret);

#endif
