/* Who voted: those who served (KL 5 kap. 67 §), without jäv, each once (KL 4 kap. 24 §). */
#include "rules/votes.h"

/* One named voter of a side. */
static bool check_voter(const struct pk_voting *v, enum pk_side side, uint32_t k)
{
	const struct pk_who *name = &v->vote->sides[side].names.v[k];
	uint32_t person = v->counted->voters[side][k];
	struct pk_str namn = pk_rules_full_name(v->r, person);

	for (int s = 0; s < (int)side; s++) {
		if (pk_votes_names(v, (enum pk_side)s, person) &&
				v->vote->sides[s].form == PK_SIDE_NAMES)
			return pk_fail(v->r->job, PK_M_VOTER_TWICE, name->at, v->sign, namn,
					pk_votes_key((enum pk_side)s), pk_votes_key(side));
	}
	for (uint32_t i = 0; i < k; i++) {
		if (v->r->first[v->counted->voters[side][i]] == v->r->first[person])
			return pk_fail(v->r->job, PK_M_VOTER_TWICE, name->at, v->sign, namn,
					pk_votes_key(side), pk_votes_key(side));
	}
	/* Whoever was absent from the vote may have been absent from the paragraf. */
	if (side == PK_SIDE_FRANVARANDE)
		return true;
	if (pk_rules_has_jav(v->r, v->i, person))
		return pk_fail(v->r->job, PK_M_VOTER_JAV, name->at, v->sign, namn);
	if (pk_rules_serves(v->r, v->i, person) == PK_COVER_NONE)
		return pk_fail(v->r->job, PK_M_VOTER_ABSENT, name->at, v->sign, namn);
	return true;
}

/* Somebody who served and is told on no side, when every side is told by names. */
static void check_forgotten(const struct pk_voting *v)
{
	const struct pk_served *served = &v->r->found->ruled[v->i].served;
	const struct pk_whos *aside = &v->r->meeting->paragrafer[v->i].deltar_inte;

	if (v->counted->voters[PK_SIDE_JA] == NULL || v->counted->voters[PK_SIDE_NEJ] == NULL)
		return;
	for (int s = 0; s < PK_SIDES; s++) {
		if (v->counted->told[s] && v->counted->voters[s] == NULL)
			return;
	}
	for (size_t k = 0; k < served->n; k++) {
		uint32_t person = served->persons[k];
		bool named = pk_rules_among(v->r, aside, person) ||
			     pk_rules_serves(v->r, v->i, person) != PK_COVER_WHOLE;

		for (int s = 0; s < PK_SIDES; s++)
			named = named || pk_votes_names(v, (enum pk_side)s, person);
		if (!named)
			pk_rules_warn(v->r, (int32_t)v->i, PK_M_VOTER_FORGOTTEN, v->vote->at,
					v->sign, pk_rules_full_name(v->r, person));
	}
}

bool pk_votes_voters(const struct pk_voting *v)
{
	bool ok = true;

	for (int s = 0; s < PK_SIDES; s++) {
		if (v->vote->sides[s].form != PK_SIDE_NAMES)
			continue;
		for (uint32_t k = 0; k < v->counted->count[s]; k++)
			ok = check_voter(v, (enum pk_side)s, k) && ok;
	}
	if (ok)
		check_forgotten(v);
	return ok;
}
