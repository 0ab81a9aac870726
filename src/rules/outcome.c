/* Who won: simple majority (KL 5 kap. 55 §); at a tie the chair's vote, or the lot in val and
 * anställning (KL 5 kap. 56 §); a minority of one third refers back or tables (KL 5 kap. 50 §), and
 * no majority is computed for it. */
#include "rules/votes.h"

/* The side that the meeting says won. */
static enum pk_outcome written(const struct pk_voting *v)
{
	switch (v->vote->utfall) {
	case PK_TOLD_YES:
		return PK_OUTCOME_JA;
	case PK_TOLD_NO:
		return PK_OUTCOME_NEJ;
	case PK_NOT_TOLD:
		break;
	}
	return PK_OUTCOME_UNKNOWN;
}

static struct pk_str key_of(enum pk_outcome outcome)
{
	return pk_votes_key(outcome == PK_OUTCOME_JA ? PK_SIDE_JA : PK_SIDE_NEJ);
}

/* What is written agrees with what follows from the votes. */
static bool settle(const struct pk_voting *v, enum pk_outcome outcome)
{
	v->counted->outcome = outcome;
	if (written(v) == PK_OUTCOME_UNKNOWN || written(v) == outcome)
		return true;
	return pk_fail(v->r->job, PK_M_VOTE_OUTCOME, v->vote->at, v->sign, key_of(outcome),
			key_of(written(v)));
}

static bool minority(const struct pk_voting *v)
{
	const uint32_t *count = v->counted->count;
	uint64_t total = (uint64_t)count[PK_SIDE_JA] + count[PK_SIDE_NEJ] + count[PK_SIDE_AVSTAR];
	uint64_t winner = written(v) == PK_OUTCOME_JA ? count[PK_SIDE_JA] : count[PK_SIDE_NEJ];

	v->counted->outcome = written(v);
	if (!v->r->fullmaktige)
		pk_rules_warn(v->r, (int32_t)v->i, PK_M_VOTE_MINORITY, v->vote->at, v->sign);
	if (written(v) == PK_OUTCOME_UNKNOWN || 3 * winner >= total)
		return true;
	return pk_fail(v->r->job, PK_M_VOTE_THIRD, v->vote->at, v->sign, key_of(written(v)),
			pk_number(v->r->job, winner), pk_number(v->r->job, total));
}

/* The chair stands on a side that does not vote, or on none although both are told by names: the
 * chair's duty to vote when the matter needs it (KL 4 kap. 25 §). */
static bool withholds(const struct pk_voting *v, uint32_t chair)
{
	const struct pk_counted *c = v->counted;

	if (pk_votes_names(v, PK_SIDE_AVSTAR, chair) ||
			pk_votes_names(v, PK_SIDE_FRANVARANDE, chair))
		return true;
	return c->voters[PK_SIDE_JA] != NULL && c->voters[PK_SIDE_NEJ] != NULL;
}

static bool casting_vote(const struct pk_voting *v)
{
	int32_t chair = v->r->found->ruled[v->i].served.chair;

	if (chair >= 0 && pk_votes_names(v, PK_SIDE_JA, (uint32_t)chair))
		return settle(v, PK_OUTCOME_JA);
	if (chair >= 0 && pk_votes_names(v, PK_SIDE_NEJ, (uint32_t)chair))
		return settle(v, PK_OUTCOME_NEJ);
	if (chair >= 0 && withholds(v, (uint32_t)chair))
		return pk_fail(v->r->job, PK_M_VOTE_CHAIR, v->vote->at, v->sign,
				pk_rules_full_name(v->r, (uint32_t)chair));
	v->counted->outcome = written(v);
	return written(v) != PK_OUTCOME_UNKNOWN ||
	       pk_fail(v->r->job, PK_M_VOTE_CASTING, v->vote->at, v->sign);
}

static bool tie(const struct pk_voting *v)
{
	v->counted->tie = true;
	switch (v->vote->avgorande) {
	case PK_TIE_UTSLAGSROST:
		return casting_vote(v);
	case PK_TIE_LOTTNING:
		v->counted->outcome = written(v);
		return true;
	case PK_TIE_NONE:
		break;
	}
	return pk_fail(v->r->job, PK_M_VOTE_TIE, v->vote->at, v->sign,
			pk_number(v->r->job, v->counted->count[PK_SIDE_JA]));
}

bool pk_votes_outcome(const struct pk_voting *v)
{
	uint32_t ja = v->counted->count[PK_SIDE_JA], nej = v->counted->count[PK_SIDE_NEJ];

	if (v->vote->slag == PK_VOTE_MINORITET)
		return minority(v);
	if (ja == nej)
		return tie(v);
	if (v->vote->avgorande != PK_TIE_NONE)
		pk_rules_warn(v->r, (int32_t)v->i, PK_M_VOTE_NO_TIE, v->vote->at, v->sign,
				pk_number(v->r->job, ja), pk_number(v->r->job, nej));
	return settle(v, ja > nej ? PK_OUTCOME_JA : PK_OUTCOME_NEJ);
}
