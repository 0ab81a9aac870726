/* Votes counted (KL 5 kap. 53-56 §§, 6 kap. 33 §, 5 kap. 67 §). */
#include "rules/votes.h"

struct pk_str pk_votes_key(enum pk_side side)
{
	static const struct pk_str keys[PK_SIDES] = {
		[PK_SIDE_JA] = PK_STR_INIT("ja"),
		[PK_SIDE_NEJ] = PK_STR_INIT("nej"),
		[PK_SIDE_AVSTAR] = PK_STR_INIT("avstår"),
		[PK_SIDE_FRANVARANDE] = PK_STR_INIT("frånvarande"),
	};

	return keys[side];
}

bool pk_votes_names(const struct pk_voting *v, enum pk_side side, uint32_t person)
{
	const struct pk_counted *c = v->counted;

	for (uint32_t k = 0; c->voters[side] != NULL && k < c->count[side]; k++) {
		if (v->r->first[c->voters[side][k]] == v->r->first[person])
			return true;
	}
	return false;
}

/* The named persons of a side, as indexes. A name that stands nowhere in närvarande did not vote.
 */
static bool resolve_names(const struct pk_voting *v, enum pk_side side)
{
	const struct pk_whos *names = &v->vote->sides[side].names;
	uint32_t *voters = pk_new(v->r->job, uint32_t, names->n);
	bool ok = voters != NULL;

	for (size_t k = 0; ok && k < names->n; k++) {
		int32_t person = pk_rules_person(v->r->meeting, &names->v[k]);

		if (person < 0)
			return pk_fail(v->r->job, PK_M_VOTER_ABSENT, names->v[k].at, v->sign,
					names->v[k].namn);
		voters[k] = (uint32_t)person;
	}
	v->counted->voters[side] = voters;
	v->counted->count[side] = (uint32_t)names->n;
	return ok;
}

/* Everybody who served and stands on no other side. */
static bool resolve_rest(const struct pk_voting *v, enum pk_side rest)
{
	const struct pk_served *served = &v->r->found->ruled[v->i].served;
	uint32_t *voters = pk_new(v->r->job, uint32_t, served->n);
	uint32_t n = 0;

	if (voters == NULL)
		return false;
	for (size_t k = 0; k < served->n; k++) {
		bool named = false;

		for (int s = 0; s < PK_SIDES; s++)
			named = named || (s != (int)rest && pk_votes_names(v, (enum pk_side)s,
									    served->persons[k]));
		if (!named)
			voters[n++] = served->persons[k];
	}
	v->counted->voters[rest] = voters;
	v->counted->count[rest] = n;
	return true;
}

/* A side that says nothing may still stand in summa. */
static bool resolve(const struct pk_voting *v, enum pk_side side)
{
	const struct pk_omrostning *vote = v->vote;
	const struct pk_voters *written = &vote->sides[side];

	v->counted->told[side] = written->form != PK_SIDE_NONE || vote->summa_given[side];
	switch (written->form) {
	case PK_SIDE_NAMES:
		return resolve_names(v, side);
	case PK_SIDE_NUMBER:
		v->counted->count[side] = written->number;
		return true;
	case PK_SIDE_NONE:
		v->counted->count[side] = vote->summa_given[side] ? vote->summa[side] : 0;
		return true;
	case PK_SIDE_REST:
		break;
	}
	return true;
}

static bool resolve_all(const struct pk_voting *v)
{
	bool ok = true;

	for (int s = 0; s < PK_SIDES; s++)
		ok = resolve(v, (enum pk_side)s) && ok;
	for (int s = 0; ok && s < PK_SIDES; s++) {
		if (v->vote->sides[s].form == PK_SIDE_REST)
			ok = resolve_rest(v, (enum pk_side)s);
	}
	return ok;
}

/* The counted sides agree with what is written in summa. */
static bool check_sums(const struct pk_voting *v)
{
	const struct pk_omrostning *vote = v->vote;
	bool ok = true;

	for (int s = 0; s < PK_SIDES; s++) {
		uint32_t count = v->counted->count[s];

		if (vote->summa_given[s] && vote->summa[s] != count)
			ok = pk_fail(v->r->job, PK_M_VOTE_SUM, vote->summa_at, v->sign,
					pk_votes_key((enum pk_side)s), pk_number(v->r->job, count),
					pk_number(v->r->job, vote->summa[s]));
	}
	return ok;
}

/* Not more votes than people. The absent may be absent from the paragraf too. */
static bool check_total(const struct pk_voting *v)
{
	const struct pk_counted *c = v->counted;
	size_t served = v->r->found->ruled[v->i].served.n;
	uint64_t total = (uint64_t)c->count[PK_SIDE_JA] + c->count[PK_SIDE_NEJ] +
			 c->count[PK_SIDE_AVSTAR] + v->vote->blanka + v->vote->ogiltiga;

	if (!v->r->known || total <= served)
		return true;
	return pk_fail(v->r->job, PK_M_VOTE_MORE, v->vote->at, v->sign, pk_number(v->r->job, total),
			pk_number(v->r->job, served));
}

/* Counted wrongly, who won is not asked: it would follow from the same slip. */
static bool judge(const struct pk_voting *v)
{
	bool ok;

	if (!resolve_all(v))
		return false;
	ok = check_sums(v);
	ok = pk_votes_voters(v) && ok;
	return ok && check_total(v) && pk_votes_outcome(v);
}

bool pk_rules_votes(const struct pk_ruling *r)
{
	bool ok = true;

	for (size_t i = 0; i < r->meeting->n_paragrafer; i++) {
		const struct pk_paragraf *p = &r->meeting->paragrafer[i];
		struct pk_ruled *ruled = &r->found->ruled[i];

		ruled->votes = pk_new(r->job, struct pk_counted, p->n_omrostningar);
		if (ruled->votes == NULL)
			return false;
		for (size_t k = 0; k < p->n_omrostningar; k++) {
			struct pk_voting v = { r, i, &p->omrostningar[k], &ruled->votes[k],
				pk_rules_sign(r, i) };

			ok = judge(&v) && ok;
		}
	}
	return ok;
}
