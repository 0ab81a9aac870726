/* Both files into one model, and the texts of a model. */
#include "meeting/meeting.h"

#include "meeting/persons.h"

/* What no single key can tell: the body may stand in either file, and something must have been
 * dealt with. */
static bool check_whole(struct pk_reader *r, const struct pk_node *meeting)
{
	const struct pk_meeting *m = r->m;
	const struct pk_key *organ = pk_key_find(&pk_keys_top, PK_STR("organ"));
	struct pk_pos at = meeting->at;
	bool ok = true;

	if (at.length > 1)
		at.length = 1;
	if (m->organ.text.n == 0)
		ok = pk_fail(r->job, PK_M_KEY_MISSING, at, PK_STR("organ"),
				r->n_organs > 0 && r->organs[0].kort.n > 0
						? r->organs[0].kort
						: pk_str_of(organ->example));
	if (m->n_paragrafer == 0 && m->avsnitt.n == 0)
		ok = pk_fail(r->job, PK_M_NEITHER, at, PK_STR("paragrafer"), PK_STR("avsnitt"));
	return ok;
}

bool pk_meeting_decode(struct pk_job *job, const struct pk_node *meeting,
		const struct pk_node *settings, const struct pk_meeting **ret)
{
	return pk_meeting_decode_over(job, meeting, &settings, settings == NULL ? 0 : 1, ret);
}

static bool read_settings(struct pk_reader *r, const struct pk_node *const *settings, size_t n)
{
	bool ok = true;

	r->settings = true;
	for (size_t i = 0; i < n; i++)
		ok = pk_read_map(r, &pk_keys_top, "protokoll.yaml", settings[i], r->m) && ok;
	r->settings = false;
	return ok;
}

static bool read_meeting(struct pk_reader *r, const struct pk_node *meeting)
{
	bool ok;

	r->m->at = meeting->at;
	ok = pk_read_map(r, &pk_keys_top, "mötet", meeting, r->m);
	pk_register_choose(r);
	return pk_who_find_pending(r) && ok;
}

bool pk_meeting_decode_over(struct pk_job *job, const struct pk_node *meeting,
		const struct pk_node *const *settings, size_t n_settings,
		const struct pk_meeting **ret)
{
	struct pk_reader r = { .job = job, .paragraf = -1,
		.m = pk_new(job, struct pk_meeting, 1) };
	bool ok;

	if (r.m == NULL)
		return false;
	pk_settings_default(&r.m->settings);
	ok = read_settings(&r, settings, n_settings);
	if (!read_meeting(&r, meeting))
		return false;
	if (!r.m->justering.signering_given)
		r.m->justering.signering = r.m->settings.signing;
	if (!check_whole(&r, meeting) || !ok)
		return false;
	*ret = r.m;
	return true;
}

struct texts {
	struct pk_job *job;
	const struct pk_prose **v;
	size_t n, room;
};

static bool add_text(struct texts *t, const struct pk_prose *prose)
{
	if (prose->blocks == NULL)
		return true;
	if (!pk_grow(t->job, &t->v, t->n, &t->room))
		return false;
	t->v[t->n++] = prose;
	return true;
}

static bool add_sections(struct texts *t, const struct pk_sections *sections)
{
	for (size_t i = 0; i < sections->n; i++) {
		if (!add_text(t, &sections->v[i].text))
			return false;
	}
	return true;
}

static bool add_proses(struct texts *t, const struct pk_proses *proses)
{
	for (size_t i = 0; i < proses->n; i++) {
		if (!add_text(t, &proses->v[i]))
			return false;
	}
	return true;
}

static bool add_notes(struct texts *t, const struct pk_anteckning *v, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		if (!add_text(t, &v[i].text))
			return false;
	}
	return true;
}

static bool add_lists(struct texts *t, const struct pk_paragraf *p)
{
	for (size_t i = 0; i < p->n_forslag; i++) {
		if (!add_proses(t, &p->forslag[i].beslut))
			return false;
	}
	for (size_t i = 0; i < p->n_yrkanden; i++) {
		if (!add_text(t, &p->yrkanden[i].text))
			return false;
	}
	for (size_t i = 0; i < p->n_reservationer; i++) {
		if (!add_text(t, &p->reservationer[i].text))
			return false;
	}
	return add_notes(t, p->sarskilda_yttranden, p->n_sarskilda_yttranden) &&
	       add_notes(t, p->anteckningar, p->n_anteckningar);
}

static bool add_paragraf(struct texts *t, const struct pk_paragraf *p)
{
	return add_proses(t, &p->beslut) && add_text(t, &p->motivering) &&
	       add_text(t, &p->arendebeskrivning) && add_sections(t, &p->avsnitt) &&
	       add_text(t, &p->propositionsordning) && add_lists(t, p);
}

bool pk_meeting_texts(struct pk_job *job, const struct pk_meeting *meeting,
		const struct pk_prose ***ret, size_t *ret_n)
{
	struct texts t = { .job = job };

	for (size_t i = 0; i < meeting->n_paragrafer; i++) {
		if (!add_paragraf(&t, &meeting->paragrafer[i]))
			return false;
	}
	if (!add_sections(&t, &meeting->avsnitt) || !add_sections(&t, &meeting->bilagor))
		return false;
	*ret = t.v;
	*ret_n = t.n;
	return true;
}
