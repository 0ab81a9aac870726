/* Who signs, and for which paragrafer: secretary, chair, justerare (KL 5 kap. 65 and 69 §§). */
#include "rules/chairs.h"

struct signers {
	struct pk_signer *v;
	size_t n, room;
};

size_t pk_rules_places(const struct pk_ruling *r)
{
	return r->meeting->n_paragrafer > 0 ? r->meeting->n_paragrafer : 1;
}

void pk_rules_name(const struct pk_meeting *m, const struct pk_who *who, struct pk_str *ret_namn,
		struct pk_str *ret_parti)
{
	bool found = who->person >= 0 && (size_t)who->person < m->n_persons;

	*ret_namn = found ? m->persons[who->person].namn : who->namn;
	*ret_parti = found ? m->persons[who->person].parti : who->parti;
}

/* The day of somebody's own digital signature; without own days J stands for all. */
static struct pk_date signed_on(const struct pk_ruling *r, struct pk_str namn, struct pk_str parti)
{
	const struct pk_justering *j = &r->meeting->justering;

	if (r->found->draft || j->signering != PK_SIGN_DIGITAL)
		return (struct pk_date){ 0 };
	for (size_t i = 0; i < j->n_signaturer; i++) {
		struct pk_str own, own_parti;

		pk_rules_name(r->meeting, &j->signaturer[i].who, &own, &own_parti);
		if (pk_str_eq(own, namn) &&
				(own_parti.n == 0 || parti.n == 0 || pk_str_eq(own_parti, parti)))
			return j->signaturer[i].datum.date;
	}
	return j->n_signaturer == 0 ? j->datum.date : (struct pk_date){ 0 };
}

static size_t count(const bool *in, size_t n)
{
	size_t found = 0;

	for (size_t i = 0; i < n; i++)
		found += in[i];
	return found;
}

/* Adds one who signs for the places in in; nobody signs for none. */
static bool add(const struct pk_ruling *r, struct signers *all, struct pk_signer signer,
		const bool *in)
{
	size_t covered = count(in, pk_rules_places(r));

	if (covered == 0)
		return true;
	if (!pk_grow(r->job, &all->v, all->n, &all->room))
		return false;
	if (r->meeting->n_paragrafer > 0 && !pk_rules_ranges(r, in, &signer.paragrafer))
		return false;
	signer.several = covered > 1;
	signer.signed_on = signed_on(r, signer.namn, signer.parti);
	all->v[all->n++] = signer;
	return true;
}

static bool add_by_presence(const struct pk_ruling *r, struct signers *all, struct pk_signer signer,
		const struct pk_presence *presence)
{
	size_t places = pk_rules_places(r);
	bool *in = pk_new(r->job, bool, places);

	if (in == NULL)
		return false;
	for (uint32_t i = 0; i < places; i++)
		in[i] = pk_rules_cover(presence, i) != PK_COVER_NONE;
	return add(r, all, signer, in);
}

/* By the key, else those whose line in övriga says sekreterare. */
static bool add_secretaries(const struct pk_ruling *r, struct signers *all)
{
	const struct pk_meeting *m = r->meeting;
	bool by_key = m->n_secretaries > 0;
	const struct pk_person *v = by_key ? m->secretaries : m->persons;
	size_t n = by_key ? m->n_secretaries : m->n_persons;

	for (size_t i = 0; i < n; i++) {
		struct pk_signer signer = {
			.office = PK_SIGNER_SEKRETERARE, .namn = v[i].namn, .parti = v[i].parti
		};

		if (!by_key && (v[i].group != PK_GROUP_OVRIGA || v[i].role != PK_ROLE_SEKRETERARE))
			continue;
		if (!add_by_presence(r, all, signer, &v[i].presence))
			return false;
	}
	return true;
}

/* Paragrafer that nobody chaired: the document would be false about them. */
static bool check_unchaired(const struct pk_ruling *r, const struct pk_chairs *chairs)
{
	size_t places = pk_rules_places(r), open = 0;
	bool *none = pk_new(r->job, bool, places);
	struct pk_str where = PK_STR("");

	if (none == NULL)
		return false;
	for (size_t i = 0; i < places; i++) {
		none[i] = true;
		for (size_t c = 0; c < chairs->n; c++)
			none[i] = none[i] && !chairs->v[c].in[i];
		open += none[i];
	}
	if (open == 0 || r->meeting->anslag_none)
		return true;
	if (open < places && !pk_rules_ranges(r, none, &where))
		return false;
	if (r->found->draft) {
		pk_tell(r->job, open < places ? PK_M_REMAINS_CHAIR_AT : PK_M_REMAINS_ORDFORANDE,
				r->meeting->at, where);
		return true;
	}
	return pk_fail(r->job, open < places ? PK_M_CHAIR_NONE_AT : PK_M_CHAIR_MISSING,
			r->meeting->at, where);
}

static bool add_chairs(const struct pk_ruling *r, struct signers *all)
{
	struct pk_chairs chairs;
	bool ok = pk_rules_chairs(r, &chairs);

	/* After two chairs for one paragraf there is nothing more to say about chairs. */
	if (!ok)
		return false;
	for (size_t i = 0; i < chairs.n; i++) {
		struct pk_signer signer = { .office = PK_SIGNER_ORDFORANDE,
			.namn = chairs.v[i].namn,
			.parti = chairs.v[i].parti };

		if (!add(r, all, signer, chairs.v[i].in))
			return false;
	}
	return check_unchaired(r, &chairs);
}

static bool add_justerare(const struct pk_ruling *r, struct signers *all)
{
	const struct pk_whos *who = &r->meeting->justering.justerare;

	for (size_t i = 0; i < who->n; i++) {
		struct pk_signer signer = { .office = PK_SIGNER_JUSTERARE };

		pk_rules_name(r->meeting, &who->v[i], &signer.namn, &signer.parti);
		if (!add_by_presence(r, all, signer, &who->v[i].presence))
			return false;
	}
	return true;
}

bool pk_rules_signers(const struct pk_ruling *r)
{
	struct signers all = { 0 };
	bool ok;

	if (r->found->numbers == NULL)
		return false;
	ok = add_secretaries(r, &all) && add_chairs(r, &all) && add_justerare(r, &all);
	r->found->signers = all.v;
	r->found->n_signers = all.n;
	return ok;
}
