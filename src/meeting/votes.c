/* Votes: each side a number, names, or all who are not named. */
#include "meeting/read.h"

#include "base/text.h"

static const char *const side_names[PK_SIDES] = { "ja", "nej", "avstår", "frånvarande" };

static enum pk_side side_of(const struct pk_key *key)
{
	unsigned side = 0;

	while (strcmp(side_names[side], key->name) != 0)
		side++;
	return (enum pk_side)side;
}

PK_READER(pk_read_side)
{
	struct pk_omrostning *vote = target;
	struct pk_voters *side = &vote->sides[side_of(key)];

	side->at = node->at;
	if (node->kind == PK_NODE_SCALAR && pk_str_uint(pk_str_trim(node->text), &side->number)) {
		side->form = PK_SIDE_NUMBER;
		return true;
	}
	if (node->kind == PK_NODE_SCALAR && pk_text_same_key(node->text, PK_STR("övriga"))) {
		side->form = PK_SIDE_REST;
		return true;
	}
	side->form = PK_SIDE_NAMES;
	return pk_read_names(r, key, node, &side->names);
}

PK_READER(pk_read_blank_votes)
{
	struct pk_omrostning *vote = target;

	vote->blanka_given = true;
	return pk_read_number(r, key, node, 0, &vote->blanka);
}

PK_READER(pk_read_invalid_votes)
{
	struct pk_omrostning *vote = target;

	vote->ogiltiga_given = true;
	return pk_read_number(r, key, node, 0, &vote->ogiltiga);
}

PK_READER(pk_read_sum)
{
	struct pk_omrostning *vote = target;
	enum pk_side side = side_of(key);

	vote->summa_given[side] = true;
	return pk_read_number(r, key, node, 0, &vote->summa[side]);
}

PK_READER(pk_read_summa)
{
	struct pk_omrostning *vote = target;

	vote->summa_at = node->at;
	return pk_read_map(r, key->children, key->name, node, vote);
}

PK_READER(pk_read_vote_layout)
{
	if (node->kind == PK_NODE_SCALAR && pk_text_same_key(node->text, PK_STR("tabell")))
		return pk_fail(r->job, PK_M_FORM_LATER, node->at, pk_str_of(key->name),
				PK_STR("redovisning: matris"));
	return pk_read_choice_past_default(r, key, node, target);
}

static bool has_sums(const struct pk_omrostning *vote)
{
	return vote->summa_given[PK_SIDE_JA] || vote->summa_given[PK_SIDE_NEJ];
}

/* One side may be the rest, and only the sums tell how many that is. */
static bool check_rest(struct pk_reader *r, const struct pk_omrostning *vote)
{
	const struct pk_voters *rest = NULL;

	for (size_t i = 0; i < PK_SIDES; i++) {
		if (vote->sides[i].form != PK_SIDE_REST)
			continue;
		if (rest != NULL)
			return pk_fail(r->job, PK_M_VOTE_TWO_RESTS, vote->sides[i].at);
		rest = &vote->sides[i];
	}
	return rest == NULL || has_sums(vote) || pk_fail(r->job, PK_M_VOTE_NO_SUMS, rest->at);
}

/* Who voted how is nobody's to know when the vote is closed. */
static bool check_closed(struct pk_reader *r, const struct pk_omrostning *vote)
{
	bool ok = true;

	for (size_t i = 0; vote->sluten && i < PK_SIDES; i++) {
		if (i != PK_SIDE_FRANVARANDE && (vote->sides[i].form == PK_SIDE_NAMES ||
						vote->sides[i].form == PK_SIDE_REST))
			ok = pk_fail(r->job, PK_M_VOTE_CLOSED, vote->sides[i].at,
					pk_str_of(side_names[i]));
	}
	return ok;
}

static bool check_vote(struct pk_reader *r, const void *item)
{
	const struct pk_omrostning *vote = item;
	bool ok = check_rest(r, vote);

	ok = check_closed(r, vote) && ok;
	if (vote->sides[PK_SIDE_JA].form == PK_SIDE_NONE &&
			vote->sides[PK_SIDE_NEJ].form == PK_SIDE_NONE && !has_sums(vote))
		ok = pk_fail(r->job, PK_M_NEITHER, vote->at, PK_STR("ja"), PK_STR("summa"));
	if (vote->avgorande == PK_TIE_LOTTNING && vote->utfall == PK_NOT_TOLD)
		ok = pk_fail(r->job, PK_M_VOTE_LOTS, vote->at);
	return ok;
}

PK_READER(pk_read_omrostningar)
{
	struct pk_paragraf *p = target;

	return pk_read_list(r, key, node, &p->omrostningar, &p->n_omrostningar, check_vote);
}
