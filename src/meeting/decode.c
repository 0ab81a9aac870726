/* Both files into one model, and the texts of a model. */
#include "meeting/meeting.h"

#include "meeting/read.h"

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
	struct pk_reader r = { .job = job, .m = pk_new(job, struct pk_meeting, 1) };
	bool ok = true;

	if (r.m == NULL)
		return false;
	pk_settings_default(&r.m->settings);
	if (settings != NULL) {
		r.settings = true;
		ok = pk_read_map(&r, &pk_keys_top, "protokoll.yaml", settings, r.m);
		r.settings = false;
	}
	r.m->at = meeting->at;
	if (!pk_read_map(&r, &pk_keys_top, "mötet", meeting, r.m))
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

static bool add_paragraf(struct texts *t, const struct pk_paragraf *p)
{
	for (size_t i = 0; i < p->beslut.n; i++) {
		if (!add_text(t, &p->beslut.v[i]))
			return false;
	}
	return add_text(t, &p->motivering) && add_text(t, &p->arendebeskrivning) &&
	       add_sections(t, &p->avsnitt);
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
