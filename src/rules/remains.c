/* Facts that a protocol needs and this one lacks. A draft lists them as what remains; an approved
 * protocol is warned about what the law wants in it, and silent about the rest: an archive may not
 * know where or when. */
#include "rules/inside.h"

static size_t count_beslutande(const struct pk_meeting *m)
{
	size_t n = 0;

	for (size_t i = 0; i < m->n_persons; i++)
		n += m->persons[i].group == PK_GROUP_BESLUTANDE;
	return n;
}

/* Somebody of that office signs each bevis that has anything to sign. */
static bool has_office(const struct pk_ruling *r, enum pk_office office)
{
	for (size_t b = 0; b < r->found->n_bevis; b++) {
		const struct pk_bevis *bevis = &r->found->bevis[b];
		bool found = r->meeting->n_paragrafer > 0 && bevis->n_in == 0;

		for (size_t i = 0; i < bevis->n_signers; i++)
			found = found || bevis->signers[i].office == office;
		if (!found)
			return false;
	}
	return true;
}

static bool nothing_left(const struct pk_ruling *r)
{
	return r->meeting->n_paragrafer > 0 && r->found->bevis[0].n_in == 0;
}

/* Every board of the notice says where the protocol is kept. */
static bool has_storage(const struct pk_meeting *m)
{
	for (size_t i = 0; i < m->n_anslag; i++) {
		if (m->anslag[i].forvaringsplats.text.n == 0)
			return false;
	}
	return m->n_anslag > 0;
}

/* The day of the last signature, in a draft. */
static void tell_signing(const struct pk_ruling *r, struct pk_pos at)
{
	const struct pk_justering *j = &r->meeting->justering;
	struct pk_str latest = pk_rules_iso(r->job, r->found->latest_justering);

	if (!r->found->draft || pk_date_given(j->datum.date) || nothing_left(r))
		return;
	if (pk_date_given(j->planerad.date))
		pk_tell(r->job, PK_M_REMAINS_SIGNING, j->planerad.at,
				pk_rules_iso(r->job, j->planerad.date), latest);
	else
		pk_tell(r->job, PK_M_REMAINS_JUSTERING_DATUM, at, latest);
}

/* Tells a fact that is not there: message draft in a draft, final else (PK_M_NONE: nothing). */
static void need(const struct pk_ruling *r, bool there, enum pk_message draft,
		enum pk_message final, struct pk_pos at)
{
	enum pk_message message = r->found->draft ? draft : final;

	if (!there && message != PK_M_NONE)
		pk_rules_warn(r, PK_ANYWHERE, message, at);
}

/* What only a protocol with a notice needs. */
static void check_justering(const struct pk_ruling *r)
{
	const struct pk_meeting *m = r->meeting;
	const struct pk_justering *j = &m->justering;
	struct pk_pos at = m->justering_given ? j->at : m->at;
	struct pk_pos board = m->n_anslag > 0 ? m->anslag[0].at : m->at;

	need(r, has_office(r, PK_SIGNER_SEKRETERARE), PK_M_REMAINS_SEKRETERARE,
			PK_M_SECRETARY_MISSING, m->at);
	need(r, has_office(r, PK_SIGNER_JUSTERARE), PK_M_REMAINS_JUSTERARE, PK_M_JUSTERARE_MISSING,
			at);
	need(r, j->plats.text.n > 0 || nothing_left(r), PK_M_REMAINS_JUSTERING_PLATS, PK_M_NONE,
			at);
	tell_signing(r, at);
	need(r, has_storage(m), PK_M_REMAINS_STORAGE, PK_M_STORAGE_MISSING, board);
}

void pk_rules_remains(const struct pk_ruling *r)
{
	const struct pk_meeting *m = r->meeting;
	size_t beslutande = count_beslutande(m);

	r->found->n_beslutande = beslutande;
	need(r, m->plats.text.n > 0, PK_M_REMAINS_PLATS, PK_M_NONE, m->at);
	need(r, m->tid.text.n > 0, PK_M_REMAINS_TID, PK_M_NONE, m->at);
	if (m->anslag_none || r->found->bevis == NULL)
		return;
	need(r, beslutande > 0, PK_M_REMAINS_BESLUTANDE, PK_M_BESLUTANDE_MISSING, m->at);
	check_justering(r);
}
