/* What the files of the context room share: one function for each part of the tree. */
#ifndef PK_CONTEXT_INSIDE_H
#define PK_CONTEXT_INSIDE_H

#include "context/context.h"

/* What the tree is made from. */
struct pk_scene {
	struct pk_job *job;
	const struct pk_meeting *meeting;
	const struct pk_findings *found;
};

/* Each puts its names into the root map; a failure is remembered by the builder. */
void pk_context_people(const struct pk_scene *s, struct pk_map_builder *root);
void pk_context_justering(const struct pk_scene *s, struct pk_map_builder *root);
void pk_context_notices(const struct pk_scene *s, struct pk_map_builder *root);
void pk_context_paragraphs(const struct pk_scene *s, struct pk_map_builder *root);

/* A map or list inside another. */
struct pk_map_builder pk_map_new(const struct pk_scene *s);
struct pk_list_builder pk_list_new(const struct pk_scene *s);
/* Ends a map and puts it into the outer one; an empty map or list is left out. */
void pk_put_map(struct pk_map_builder *outer, const char *name, struct pk_map_builder *inner);
void pk_put_list(struct pk_map_builder *outer, const char *name, struct pk_list_builder *inner);
/* Ends a map and makes it the list's next item. */
void pk_put_item(struct pk_list_builder *list, struct pk_map_builder *inner);

/* Texts: absent when empty. "ja" when a condition holds. */
void pk_put_text(struct pk_map_builder *map, const char *name, struct pk_str text);
void pk_put_yes(struct pk_map_builder *map, const char *name, bool yes);
/* A date with its forms; absent when there is none. */
void pk_put_date(const struct pk_scene *s, struct pk_map_builder *map, const char *name, struct pk_date d);
/* Formatted text; absent when there is none. */
void pk_put_blocks(struct pk_map_builder *map, const char *name, const struct pk_prose *prose);

/* A text under construction, in the job's arena. */
struct pk_out pk_words(const struct pk_scene *s);
/* What was written; the empty text after a failure, which is reported: pk_context_make asks at the end. */
struct pk_str pk_said(const struct pk_scene *s, const struct pk_out *words);

/* "Karin Holm (S)". */
void pk_say_name(struct pk_out *words, struct pk_str namn, struct pk_str parti);
/* The text with no-break spaces after "§" and "kl.". */
void pk_say_bound(struct pk_out *words, struct pk_str text);

#endif
