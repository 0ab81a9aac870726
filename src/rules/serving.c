/* Who served at each paragraf (KL 5 kap. 66 and 67 §§), in the order of the first page but for the
 * chair, who stands first; a substitute for somebody with jäv takes that place. */
#include "rules/chairs.h"

/* The list of one paragraf in the making. */
struct listing {
	const struct pk_ruling *r;
	size_t i;
	bool *listed; /* by first line of a person */
	struct pk_served *served;
};

static void add(struct listing *l, uint32_t person)
{
	uint32_t first = l->r->first[person];

	if (l->listed[first])
		return;
	l->listed[first] = true;
	l->served->persons[l->served->n++] = person;
}

/* The substitutes of one who has jäv. */
static void add_instead(struct listing *l, uint32_t person)
{
	const struct pk_paragraf *p = &l->r->meeting->paragrafer[l->i];

	for (size_t k = 0; k < p->n_jav; k++) {
		int32_t instead = pk_rules_person(l->r->meeting, &p->jav[k].ersattare);

		if (instead < 0 || !pk_rules_is(l->r, &p->jav[k].who, person))
			continue;
		l->served->as_first_page = false;
		if (!pk_rules_has_jav(l->r, l->i, (uint32_t)instead))
			add(l, (uint32_t)instead);
	}
}

static void add_line(struct listing *l, uint32_t person)
{
	const struct pk_person *line = &l->r->meeting->persons[person];
	enum pk_cover cover = pk_rules_cover(&line->presence, (uint32_t)l->i);

	if (!pk_rules_serving_line(line))
		return;
	if (cover != PK_COVER_WHOLE)
		l->served->as_first_page = false;
	if (cover == PK_COVER_NONE)
		return;
	if (pk_rules_has_jav(l->r, l->i, person)) {
		l->served->as_first_page = false;
		add_instead(l, person);
	} else if (pk_rules_serves(l->r, l->i, person) != PK_COVER_NONE) {
		add(l, person);
	}
}

/* The chair's index among those who served, moved to the front. */
static void seat_chair(struct listing *l)
{
	const struct pk_chairs *chairs = l->r->chairs;
	struct pk_served *s = l->served;

	s->chair = -1;
	for (size_t c = 0; c < chairs->n && s->chair < 0; c++) {
		if (chairs->v[c].in[l->i])
			s->chair = chairs->v[c].person;
	}
	for (size_t k = 0; k < s->n && s->chair >= 0; k++) {
		uint32_t chair = s->persons[k];

		if (l->r->first[chair] != l->r->first[s->chair])
			continue;
		memmove(s->persons + 1, s->persons, k * sizeof(*s->persons));
		s->persons[0] = chair;
		s->chair = (int32_t)chair;
		return;
	}
}

bool pk_rules_served(const struct pk_ruling *r)
{
	const struct pk_meeting *m = r->meeting;
	bool *listed = pk_new(r->job, bool, m->n_persons);

	r->found->ruled = pk_new(r->job, struct pk_ruled, m->n_paragrafer);
	if (listed == NULL || r->found->ruled == NULL)
		return false;
	for (size_t i = 0; i < m->n_paragrafer; i++) {
		struct pk_served *served = &r->found->ruled[i].served;
		struct listing l = { r, i, listed, served };

		served->as_first_page = true;
		served->persons = pk_new(r->job, uint32_t, m->n_persons);
		if (served->persons == NULL)
			return false;
		if (m->n_persons > 0)
			memset(listed, 0, m->n_persons * sizeof(*listed));
		for (uint32_t p = 0; p < m->n_persons; p++)
			add_line(&l, p);
		seat_chair(&l);
	}
	return true;
}
