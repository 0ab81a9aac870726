/* A vote in words and in its layouts. Votes are named by paragraf i and their place in it. */
#ifndef PK_CONTEXT_VOTES_H
#define PK_CONTEXT_VOTES_H

#include "context/inside.h"

/* What the rules counted. */
const struct pk_counted *pk_vote_count(const struct pk_scene *s, size_t i, size_t vote);
/* How it is told: as it says itself, else as the settings do; without names only the sums. */
enum pk_vote_layout pk_vote_layout(const struct pk_scene *s, size_t i, size_t vote);

/* "Omröstning", "Huvudvotering 2". */
struct pk_str pk_vote_heading(const struct pk_scene *s, size_t i, size_t vote);
/* "Ja-röst: ärendet avgörs i dag. Nej-röst: ärendet återremitteras." */
struct pk_str pk_vote_meaning(const struct pk_scene *s, size_t i, size_t vote);
/* "Omröstningen utfaller med 3 ja-röster mot 3 nej-röster; 1 avstår. ..." */
struct pk_str pk_vote_result(const struct pk_scene *s, size_t i, size_t vote);
/* "Rösterna redovisas i bilaga 2." */
struct pk_str pk_vote_reference(const struct pk_scene *s, size_t i, size_t vote);
/* "Karin Holm (S), Ingrid Wallin (S) och Ali Demir (V)"; empty when only the number is known. */
struct pk_str pk_vote_names(const struct pk_scene *s, size_t i, size_t vote, enum pk_side side);
/* "Ja", "Nej", "Avstår", "Frånvarande". */
struct pk_str pk_side_name(enum pk_side side);

/* One who voted or is told as absent; all of them in the order of the meeting's persons. */
struct pk_ballot {
	const struct pk_person *person;
	enum pk_side side;
};
struct pk_ballots {
	struct pk_ballot *v;
	size_t n;
};
PK_MUST bool pk_vote_ballots(const struct pk_scene *s, size_t i, size_t vote, struct pk_ballots *ret);

/* The vote in its layout, added to the text. */
void pk_tell_vote(const struct pk_scene *s, struct pk_text_builder *text, size_t i, size_t vote);
/* The same as values: innebörd, resultat and what the layout has: löptext, röster or hänvisning. */
void pk_put_vote(const struct pk_scene *s, struct pk_map_builder *map, size_t i, size_t vote);
/* The matrix of a vote, as text and as values: innebörd, röster, summa. */
void pk_tell_matrix(const struct pk_scene *s, struct pk_text_builder *text, size_t i, size_t vote);
void pk_put_matrix(const struct pk_scene *s, struct pk_map_builder *map, size_t i, size_t vote);

#endif
