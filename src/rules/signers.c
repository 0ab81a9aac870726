/* Who signs, and for which paragrafer: secretary, chair, justerare (KL 5 kap. 65 and 69 §§). */
#include "rules/chairs.h"

/* The signers of one bevis. */
struct signers {
	struct pk_bevis *bevis;
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
static struct pk_date signed_on(const struct pk_ruling *r, const struct pk_bevis *b,
		struct pk_str namn, struct pk_str parti)
{
	const struct pk_justering *j = &r->meeting->justering;

	if (j->signering != PK_SIGN_DIGITAL || (r->found->draft && !b->omedelbar))
		return (struct pk_date){ 0 };
	for (size_t i = 0; i < j->n_signaturer && !b->omedelbar; i++) {
		struct pk_str own, own_parti;

		pk_rules_name(r->meeting, &j->signaturer[i].who, &own, &own_parti);
		if (pk_str_eq(own, namn) &&
				(own_parti.n == 0 || parti.n == 0 || pk_str_eq(own_parti, parti)))
			return j->signaturer[i].datum.date;
	}
	return b->omedelbar || j->n_signaturer == 0 ? b->justerat : (struct pk_date){ 0 };
}

/* Adds one who signs for the places in in that belong to the bevis; nobody signs for none. Clears
 * the others from in. */
static bool add(const struct pk_ruling *r, struct signers *all, struct pk_signer signer, bool *in)
{
	size_t places = pk_rules_places(r), covered = 0;

	for (size_t i = 0; i < places; i++) {
		in[i] = in[i] && (all->bevis->in == NULL || all->bevis->in[i]);
		covered += in[i];
	}
	if (covered == 0)
		return true;
	if (!pk_grow(r->job, &all->v, all->n, &all->room))
		return false;
	if (r->meeting->n_paragrafer > 0 && !pk_rules_ranges(r, in, &signer.paragrafer))
		return false;
	signer.several = covered > 1;
	signer.in = in;
	signer.signed_on = signed_on(r, all->bevis, signer.namn, signer.parti);
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
		struct pk_signer signer = { .office = PK_SIGNER_SEKRETERARE,
			.namn = v[i].namn,
			.parti = v[i].parti,
			.person = by_key ? -1 : (int32_t)i,
			.at = v[i].at };

		if (!by_key && (v[i].group != PK_GROUP_OVRIGA || v[i].role != PK_ROLE_SEKRETERARE))
			continue;
		if (!add_by_presence(r, all, signer, &v[i].presence))
			return false;
	}
	return true;
}

/* Paragrafer that nobody chaired: the document would be false about them. */
static bool check_unchaired(const struct pk_ruling *r)
{
	const struct pk_chairs *chairs = r->chairs;
	size_t places = pk_rules_places(r), open = 0;
	bool *none = pk_new(r->job, bool, places);
	struct pk_str where = PK_STR("");

	if (none == NULL)
		return false;
	for (size_t i = 0; i < places; i++) {
		none[i] = !chairs->jav[i];
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
	const struct pk_chairs *chairs = r->chairs;
	size_t places = pk_rules_places(r);

	for (size_t i = 0; i < chairs->n; i++) {
		const struct pk_seated *c = &chairs->v[i];
		struct pk_signer signer = { .office = PK_SIGNER_ORDFORANDE,
			.namn = c->namn,
			.parti = c->parti,
			.person = c->person,
			.at = c->at };
		bool *in = pk_new(r->job, bool, places);

		if (in == NULL)
			return false;
		memcpy(in, c->in, places * sizeof(*in));
		if (!add(r, all, signer, in))
			return false;
	}
	return true;
}

/* Those of the meeting, or an omedelbar justering's own. */
static bool add_justerare(const struct pk_ruling *r, struct signers *all)
{
	const struct pk_whos *who = &r->meeting->justering.justerare;

	for (size_t i = 0; all->bevis->omedelbar && i < r->meeting->n_paragrafer; i++) {
		if (all->bevis->in[i] && r->meeting->paragrafer[i].omedelbar.justerare.n > 0)
			who = &r->meeting->paragrafer[i].omedelbar.justerare;
	}
	for (size_t i = 0; i < who->n; i++) {
		struct pk_signer signer = { .office = PK_SIGNER_JUSTERARE,
			.person = pk_rules_person(r->meeting, &who->v[i]),
			.at = who->v[i].at };

		pk_rules_name(r->meeting, &who->v[i], &signer.namn, &signer.parti);
		if (!add_by_presence(r, all, signer, &who->v[i].presence))
			return false;
	}
	return true;
}

/* Somebody of this name signs a bevis. */
static bool signs(const struct pk_ruling *r, struct pk_str namn)
{
	for (size_t b = 0; b < r->found->n_bevis; b++) {
		const struct pk_bevis *bevis = &r->found->bevis[b];

		for (size_t i = 0; i < bevis->n_signers; i++) {
			if (pk_str_eq(bevis->signers[i].namn, namn))
				return true;
		}
	}
	return false;
}

static bool has_signed(const struct pk_ruling *r, struct pk_str namn)
{
	const struct pk_justering *j = &r->meeting->justering;

	for (size_t i = 0; i < j->n_signaturer; i++) {
		struct pk_str own, parti;

		pk_rules_name(r->meeting, &j->signaturer[i].who, &own, &parti);
		if (pk_str_eq(own, namn))
			return true;
	}
	return false;
}

/* The chair and the justerare of the main bevis who are not in the list, each once. The secretary
 * does not approve. */
static void check_unsigned(const struct pk_ruling *r)
{
	const struct pk_bevis *main = &r->found->bevis[0];

	for (size_t i = 0; i < main->n_signers; i++) {
		bool told = main->signers[i].office == PK_SIGNER_SEKRETERARE;

		for (size_t k = 0; k < i; k++)
			told = told || (main->signers[k].office != PK_SIGNER_SEKRETERARE &&
						       pk_str_eq(main->signers[k].namn,
								       main->signers[i].namn));
		if (!told && !has_signed(r, main->signers[i].namn))
			pk_rules_warn(r, PK_ANYWHERE, PK_M_SIGNATURE_NONE, main->signers[i].at,
					main->signers[i].namn);
	}
}

/* The list of digital signatures against those who sign. */
static void check_list(const struct pk_ruling *r)
{
	const struct pk_justering *j = &r->meeting->justering;

	if (j->n_signaturer == 0)
		return;
	if (j->signering != PK_SIGN_DIGITAL) {
		pk_rules_warn(r, PK_ANYWHERE, PK_M_SIGNATURE_PEN, j->signaturer[0].who.at);
		return;
	}
	for (size_t i = 0; i < j->n_signaturer; i++) {
		struct pk_str namn, parti;

		pk_rules_name(r->meeting, &j->signaturer[i].who, &namn, &parti);
		if (!signs(r, namn))
			pk_rules_warn(r, PK_ANYWHERE, PK_M_SIGNATURE_IDLE, j->signaturer[i].who.at,
					namn);
	}
	if (!r->found->draft)
		check_unsigned(r);
}

bool pk_rules_signers(const struct pk_ruling *r)
{
	bool ok;

	if (r->found->numbers == NULL || r->found->bevis == NULL || r->chairs->jav == NULL)
		return false;
	/* After two chairs for one paragraf there is nothing more to say about chairs. */
	ok = r->chairs->failed || check_unchaired(r);
	for (size_t i = 0; i < r->found->n_bevis; i++) {
		struct signers all = { .bevis = &r->found->bevis[i] };

		if (r->meeting->n_paragrafer > 0 && all.bevis->n_in == 0)
			continue;
		if (!add_secretaries(r, &all) || !add_chairs(r, &all) || !add_justerare(r, &all))
			return false;
		all.bevis->signers = all.v;
		all.bevis->n_signers = all.n;
	}
	check_list(r);
	return ok;
}
