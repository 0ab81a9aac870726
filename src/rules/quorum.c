/* More than half of the seats decide (KL 5 kap. 45 §, 6 kap. 27 §), and never more than all. Jäv
 * may bring fullmäktige below half in that matter (KL 5 kap. 46 §), a nämnd not. */
#include "rules/inside.h"

/* Those who would serve at paragraf i but for jäv, and in whose place nobody came. */
static size_t count_jav(const struct pk_ruling *r, size_t i)
{
	const struct pk_paragraf *p = &r->meeting->paragrafer[i];
	size_t n = 0;

	for (size_t k = 0; k < p->n_jav; k++) {
		int32_t who = pk_rules_person(r->meeting, &p->jav[k].who);

		n += who >= 0 && p->jav[k].ersattare.namn.n == 0 &&
		     pk_rules_serves_by_line(r, i, (uint32_t)who) != PK_COVER_NONE;
	}
	return n;
}

/* How many count towards the quorum of paragraf i. */
static size_t count_quorum(const struct pk_ruling *r, size_t i)
{
	return r->found->ruled[i].served.n + (r->fullmaktige ? count_jav(r, i) : 0);
}

/* How many surely served: a part of a paragraf may be another's other part. */
static size_t count_sure(const struct pk_ruling *r, size_t i)
{
	const struct pk_served *served = &r->found->ruled[i].served;
	size_t n = 0;

	for (size_t k = 0; k < served->n; k++)
		n += pk_rules_serves(r, i, served->persons[k]) == PK_COVER_WHOLE;
	return n;
}

/* One message for all paragrafer with the same number of people; counts[i] == 0: nothing to tell.
 */
static void tell(const struct pk_ruling *r, enum pk_message message, size_t *counts, bool *in)
{
	const struct pk_meeting *m = r->meeting;

	for (size_t i = 0; i < m->n_paragrafer; i++) {
		struct pk_report report = { .message = message,
			.at = m->paragrafer[i].at,
			.c = pk_number(r->job, m->seats),
			.d = pk_number(r->job, m->seats / 2 + 1) };
		size_t count = counts[i];

		if (count == 0)
			continue;
		report.b = pk_number(r->job, count - 1);
		for (size_t k = i; k < m->n_paragrafer; k++) {
			in[k] = counts[k] == count;
			counts[k] = in[k] ? 0 : counts[k];
		}
		pk_rules_warn_where(r, in, &report);
	}
}

void pk_rules_quorum(const struct pk_ruling *r)
{
	size_t n = r->meeting->n_paragrafer, seats = r->meeting->seats;
	size_t *few = pk_new(r->job, size_t, n), *many = pk_new(r->job, size_t, n);
	bool *in = pk_new(r->job, bool, n);

	if (few == NULL || many == NULL || in == NULL || seats == 0 || !r->known)
		return;
	for (size_t i = 0; i < n; i++) {
		size_t quorum = count_quorum(r, i), sure = count_sure(r, i);

		few[i] = 2 * quorum <= seats ? quorum + 1 : 0;
		many[i] = sure > seats ? sure + 1 : 0;
	}
	tell(r, PK_M_QUORUM, few, in);
	tell(r, PK_M_SEATS_MORE, many, in);
}
