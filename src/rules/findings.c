/* The rules in their order. */
#include "rules/chairs.h"

struct pk_str pk_rules_iso(struct pk_job *job, struct pk_date d)
{
	struct pk_out out = pk_out_new(job->arena, 32);
	struct pk_str text;

	pk_date_put_iso(&out, d);
	return pk_out_done(job, &out, &text) ? text : PK_STR("");
}

/* "Kommunfullmäktige", but not "Kommunfullmäktiges valberedning". */
static bool is_fullmaktige(struct pk_str organ)
{
	const struct pk_str word = PK_STR("ullmäktige");
	size_t at = pk_str_find(organ, word, 0);

	return at < organ.n && (at + word.n == organ.n || organ.p[at + word.n] != 's');
}

/* Somebody stands among those who decide: else nothing is known of who served. */
static bool any_serving(const struct pk_meeting *m)
{
	for (size_t i = 0; i < m->n_persons; i++) {
		if (pk_rules_serving_line(&m->persons[i]))
			return true;
	}
	return false;
}

static bool prepare(struct pk_ruling *r)
{
	const struct pk_meeting *m = r->meeting;

	r->found = pk_new(r->job, struct pk_findings, 1);
	r->chairs = pk_new(r->job, struct pk_chairs, 1);
	r->silencer_used = pk_new(r->job, bool, m->n_silenced);
	r->fullmaktige = is_fullmaktige(m->organ.text);
	r->known = any_serving(m);
	return r->found != NULL && r->chairs != NULL && r->silencer_used != NULL &&
	       pk_rules_people(r);
}

/* Subjects that others rely on, in their order. */
static bool establish(const struct pk_ruling *r)
{
	static bool (*const subjects[])(const struct pk_ruling *r) = {
		pk_rules_silencers,
		pk_rules_dates,
		pk_rules_numbers,
		pk_rules_bevis,
		pk_rules_chairs,
		pk_rules_served,
		pk_rules_signers,
	};
	bool ok = true;

	for (size_t i = 0; i < PK_COUNT(subjects); i++)
		ok = subjects[i](r) && ok;
	return ok;
}

/* Subjects that only judge. */
static bool judge(const struct pk_ruling *r)
{
	static bool (*const subjects[])(const struct pk_ruling *r) = {
		pk_rules_twice,
		pk_rules_substitutes,
		pk_rules_jav,
		pk_rules_votes,
		pk_rules_reservations,
		pk_rules_corrections,
		pk_rules_look,
	};
	bool ok = true;

	for (size_t i = 0; i < PK_COUNT(subjects); i++)
		ok = subjects[i](r) && ok;
	pk_rules_decisions(r);
	pk_rules_attendance(r);
	pk_rules_quorum(r);
	pk_rules_return(r);
	pk_rules_near_names(r);
	pk_rules_remains(r);
	pk_rules_idle_silencers(r);
	return ok;
}

bool pk_rules_apply(struct pk_job *job, const struct pk_meeting *meeting, struct pk_date today,
		const struct pk_findings **ret)
{
	struct pk_ruling r = { .job = job, .meeting = meeting, .today = today };
	uint32_t errors = pk_diag_errors(job->diags);
	bool ok;

	if (!prepare(&r))
		return false;
	ok = establish(&r);
	/* Without these nothing can be judged: memory is out, and told. */
	if (r.found->numbers == NULL || r.found->bevis == NULL || r.found->ruled == NULL)
		return false;
	ok = judge(&r) && ok;
	/* A message that found no memory for its words is an error that no subject saw. */
	ok = ok && pk_diag_errors(job->diags) == errors;
	if (ok)
		*ret = r.found;
	return ok;
}
