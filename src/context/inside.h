/* What the files of the context room share: one function for each part of the tree. */
#ifndef PK_CONTEXT_INSIDE_H
#define PK_CONTEXT_INSIDE_H

#include "context/context.h"

/* What the tree is made from. */
struct pk_scene {
	struct pk_job *job;
	const struct pk_meeting *meeting;       /* as this edition may tell it */
	const struct pk_findings *found;
	enum pk_edition edition;
	bool secrets;                           /* some paragraf has sekretess */
	const bool *secret;                     /* public: paragrafer of which only number and ground are told */
	const bool *left_out;                   /* public: persons who were there for those only */
};

/* Nothing of the paragraf but its number and the ground is public. */
bool pk_wholly_secret(const struct pk_paragraf *p);

/* Sets meeting, secrets, secret and left_out for the edition: marks around secret words taken away,
 * and in the public edition the words too. The scene has the whole meeting before. */
PK_MUST bool pk_context_cut(struct pk_scene *s);

/* Each puts its names into the root map; a failure is remembered by the builder. */
void pk_context_front(const struct pk_scene *s, struct pk_map_builder *root);
void pk_context_people(const struct pk_scene *s, struct pk_map_builder *root);
void pk_context_justering(const struct pk_scene *s, struct pk_map_builder *root);
void pk_context_notices(const struct pk_scene *s, struct pk_map_builder *root);
void pk_context_paragraphs(const struct pk_scene *s, struct pk_map_builder *root);
/* Appendices: those of the meeting, then the votes that are told as a matrix. Those of wholly secret
 * paragrafer come last, so that the others have the same numbers in both editions. */
void pk_context_appendices(const struct pk_scene *s, struct pk_map_builder *root);

/* The parts of paragraf i, in the order of the settings; then the same facts as lists of their own. */
void pk_context_parts(const struct pk_scene *s, struct pk_map_builder *map, size_t i);
void pk_context_lists(const struct pk_scene *s, struct pk_map_builder *map, size_t i);
/* A list of texts or of sections. */
void pk_put_proses(const struct pk_scene *s, struct pk_map_builder *map, const char *name,
		const struct pk_proses *all);
void pk_put_lines(const struct pk_scene *s, struct pk_map_builder *map, const char *name,
		const struct pk_lines *all);
void pk_put_sections(const struct pk_scene *s, struct pk_map_builder *map, const char *name,
		const struct pk_sections *all);

/* Names that a list or map further out has, and that an inner one lacks, become NOTHING there: else
 * the outer value would be taken for it. */
PK_MUST bool pk_context_hide(struct pk_job *job, struct pk_value *root);

/* A map or list inside another. */
struct pk_map_builder pk_map_new(const struct pk_scene *s);
struct pk_list_builder pk_list_new(const struct pk_scene *s);
/* Ends a map and puts it into the outer one; an empty map or list is left out. */
void pk_put_map(struct pk_map_builder *outer, const char *name, struct pk_map_builder *inner);
void pk_put_list(struct pk_map_builder *outer, const char *name, struct pk_list_builder *inner);
/* Ends a map and makes it the list's next item. */
void pk_put_item(struct pk_list_builder *list, struct pk_map_builder *inner);
/* A list's next item that has only a text; none when it is empty. */
void pk_put_text_item(const struct pk_scene *s, struct pk_list_builder *list, struct pk_str text);

/* Texts: absent when empty. "ja" when a condition holds. */
void pk_put_text(struct pk_map_builder *map, const char *name, struct pk_str text);
void pk_put_yes(struct pk_map_builder *map, const char *name, bool yes);
/* A date with its forms; absent when there is none. */
void pk_put_date(const struct pk_scene *s, struct pk_map_builder *map, const char *name, struct pk_date d);
/* Formatted text; absent when there is none. */
void pk_put_blocks(struct pk_map_builder *map, const char *name, const struct pk_prose *prose);

/* Formatted text under construction; a failure has been reported and is remembered. */
struct pk_text_builder {
	struct pk_job *job;
	struct pk_block *v;
	size_t n, room;
	bool failed;
};
struct pk_text_builder pk_text_new(const struct pk_scene *s);
/* A paragraph of plain words; none when they are empty. */
void pk_text_words(struct pk_text_builder *b, struct pk_str words);
/* The blocks of a text, which may be absent. */
void pk_text_prose(struct pk_text_builder *b, const struct pk_prose *prose);
/* Words, the text and words in one paragraph as far as that goes: a list or table in the text stands
 * by itself. lead and tail may be empty; they bring their own spaces. */
void pk_text_sentence(struct pk_text_builder *b, struct pk_str lead, const struct pk_prose *prose,
		struct pk_str tail);
/* The first paragraph of a text goes on in the last one written, after words. */
void pk_text_join(struct pk_text_builder *b, struct pk_str between, const struct pk_prose *prose);
/* A table of plain words: rows * columns cells, row by row, the first row its head. Columns with
 * nothing below the head are left out. align has an entry a column, or is NULL. */
struct pk_cells {
	struct pk_str *v;
	size_t columns, rows;
	const enum pk_align *align;
	bool sums;                              /* the last row holds sums: strong */
};
PK_MUST bool pk_cells_new(const struct pk_scene *s, size_t columns, size_t rows, const char *const *head,
		struct pk_cells *ret);
void pk_text_table(struct pk_text_builder *b, const struct pk_cells *cells);
/* Ends the text and puts it into the map; absent when it is empty. */
void pk_put_built(struct pk_map_builder *map, const char *name, struct pk_text_builder *b);

/* A text under construction, in the job's arena. */
struct pk_out pk_words(const struct pk_scene *s);
/* What was written; the empty text after a failure, which is reported: pk_context_make asks at the end. */
struct pk_str pk_said(const struct pk_scene *s, const struct pk_out *words);
/* Both texts joined. */
struct pk_str pk_joined(const struct pk_scene *s, const char *before, struct pk_str text);
struct pk_str pk_iso(const struct pk_scene *s, struct pk_date d);

/* "Karin Holm (S)". */
void pk_say_name(struct pk_out *words, struct pk_str namn, struct pk_str parti);
void pk_say_person(const struct pk_scene *s, struct pk_out *words, size_t person);
/* The same of somebody who is pointed to; with presence "Tomas Falk (SD), § 44". */
void pk_say_who(const struct pk_scene *s, struct pk_out *words, const struct pk_who *who);
/* "A, B och C"; with paragrafer at a name the list is told apart by semicolons. */
void pk_say_whos(const struct pk_scene *s, struct pk_out *words, const struct pk_whos *all);
/* ", " or " och " before item i of n; nothing before the first. */
void pk_say_between(struct pk_out *words, size_t i, size_t n);
/* The text without a full stop at its end: the sentence that it goes into has its own. */
struct pk_str pk_no_stop(struct pk_str text);
/* The text with no-break spaces after "§" and "kl.". */
void pk_say_bound(struct pk_out *words, struct pk_str text);
/* "§ 44", "§ 41–43, 45" (with the settings' sign for several); false, and nothing written, when in
 * has none or a number is unknown. */
bool pk_say_paragrafer(const struct pk_scene *s, struct pk_out *words, const bool *in);
/* The same when the ranges are known: "§ 41–43". */
void pk_say_ranges(const struct pk_scene *s, struct pk_out *words, struct pk_str ranges);
/* The name as owner: "Socialnämndens"; after s, x and z it stays as it is. */
void pk_say_genitive(struct pk_out *words, struct pk_str name);

/* Whether somebody pointed to, or a person, is that person, on this line or another. */
bool pk_who_is(const struct pk_scene *s, const struct pk_who *who, const struct pk_person *person);
bool pk_same_person(const struct pk_person *a, const struct pk_person *b);

/* A label of the settings. */
struct pk_str pk_label_of(const struct pk_scene *s, enum pk_label label);

/* The decisions: as text, or as punkter, by the form that the paragraf or the settings say. lead is
 * what stands before the clauses that begin with "att". */
void pk_context_decisions(const struct pk_scene *s, struct pk_map_builder *map, const struct pk_paragraf *p,
		const struct pk_proses *all, struct pk_str lead);
/* "Socialnämndens förslag till kommunfullmäktige". */
struct pk_str pk_forslag_heading(const struct pk_scene *s, const struct pk_forslag *f);
/* What is decided or proposed, as a map's text and punkter. */
void pk_context_forslag(const struct pk_scene *s, struct pk_map_builder *map, const struct pk_paragraf *p,
		const struct pk_forslag *f);

/* Sentences of a paragraf, each added to the text. */
void pk_tell_jav(const struct pk_scene *s, struct pk_text_builder *text, size_t i);
void pk_tell_yrkande(const struct pk_scene *s, struct pk_text_builder *text, const struct pk_yrkande *y);
void pk_tell_reservation(
		const struct pk_scene *s, struct pk_text_builder *text, const struct pk_reservation *r);
/* verb is what they do when there is no text: "lämnar ett särskilt yttrande". */
void pk_tell_anteckning(const struct pk_scene *s, struct pk_text_builder *text,
		const struct pk_anteckning *a, const char *verb);
struct pk_str pk_rattelse_words(const struct pk_scene *s, const struct pk_rattelse *r);
/* The chair of paragraf i when the paragraf itself tells it: by ordförande, or because the usual one
 * had jäv; -1 else. */
int32_t pk_told_chair(const struct pk_scene *s, size_t i);
/* Page one does not tell by paragraf who decided at i: somebody came or left during it. */
bool pk_served_unclear(const struct pk_scene *s, size_t i);

/* Delegationsbeslut, anmälningar as tables. */
void pk_tell_delegation(const struct pk_scene *s, struct pk_text_builder *text, const struct pk_paragraf *p);
void pk_tell_anmalningar(const struct pk_scene *s, struct pk_text_builder *text, const struct pk_paragraf *p);

#endif
