/* Who chairs each paragraf: whom its own key or the meeting's key ordförande names, else a line
 * with the role, else the vice ordförande who was there. Nobody with jäv leads (KL 5 kap. 47 §, 6
 * kap. 30 §). */
#include "rules/chairs.h"

/* Who goes before whom. The ranks of vice ordförande only stand in: two of them are no fault. */
enum rank {
	RANK_PARAGRAF,
	RANK_KEY,
	RANK_MOTESORDFORANDE,
	RANK_ORDFORANDE,
	RANK_VICE,
	RANK_ANDRE_VICE,
	RANK_NONE
};

struct candidate {
	struct pk_str namn, parti;
	int32_t person;
	const struct pk_presence *presence;
	int32_t only; /* by the key of this paragraf; -1: by what holds for the meeting */
	struct pk_pos at;
	enum rank rank;
	bool *in; /* the paragrafer that this one chairs */
};

struct candidates {
	struct candidate *v;
	size_t n, room;
};

static enum rank rank_of(const struct pk_person *p)
{
	if (p->group != PK_GROUP_BESLUTANDE || p->vacant)
		return RANK_NONE;
	switch (p->role) {
	case PK_ROLE_MOTESORDFORANDE:
		return RANK_MOTESORDFORANDE;
	case PK_ROLE_ORDFORANDE:
		return RANK_ORDFORANDE;
	case PK_ROLE_VICE:
	case PK_ROLE_FORSTE_VICE:
		return RANK_VICE;
	case PK_ROLE_ANDRE_VICE:
		return RANK_ANDRE_VICE;
	case PK_ROLE_NONE:
	case PK_ROLE_LEDAMOT:
	case PK_ROLE_ERSATTARE:
	case PK_ROLE_SEKRETERARE:
		break;
	}
	return RANK_NONE;
}

static bool add(const struct pk_ruling *r, struct candidates *all, struct candidate c)
{
	if (!pk_grow(r->job, &all->v, all->n, &all->room))
		return false;
	c.in = pk_new(r->job, bool, pk_rules_places(r));
	all->v[all->n++] = c;
	return c.in != NULL;
}

static bool add_named(const struct pk_ruling *r, struct candidates *all, const struct pk_who *who,
		int32_t only)
{
	struct candidate c = { .person = pk_rules_person(r->meeting, who),
		.presence = &who->presence,
		.only = only,
		.at = who->at,
		.rank = only < 0 ? RANK_KEY : RANK_PARAGRAF };

	pk_rules_name(r->meeting, who, &c.namn, &c.parti);
	return add(r, all, c);
}

static bool collect(const struct pk_ruling *r, struct candidates *all)
{
	const struct pk_meeting *m = r->meeting;

	for (size_t i = 0; i < m->n_paragrafer; i++) {
		const struct pk_who *who = &m->paragrafer[i].ordforande;

		if (who->namn.n > 0 && !add_named(r, all, who, (int32_t)i))
			return false;
	}
	for (size_t i = 0; i < m->n_chairs; i++) {
		if (!add_named(r, all, &m->chairs[i].who, -1))
			return false;
	}
	for (size_t i = 0; i < m->n_persons; i++) {
		const struct pk_person *p = &m->persons[i];
		struct candidate c = { p->namn, p->parti, (int32_t)i, &p->presence, -1, p->at,
			rank_of(p), NULL };

		if (c.rank != RANK_NONE && !add(r, all, c))
			return false;
	}
	return true;
}

/* How much of a place a candidate may lead. */
static enum pk_cover leads(const struct pk_ruling *r, const struct candidate *c, uint32_t place,
		bool despite_jav)
{
	if (c->only >= 0 && c->only != (int32_t)place)
		return PK_COVER_NONE;
	if (!despite_jav && c->person >= 0 && r->meeting->n_paragrafer > 0 &&
			pk_rules_has_jav(r, place, (uint32_t)c->person))
		return PK_COVER_NONE;
	return pk_rules_cover(c->presence, place);
}

static bool same_person(const struct candidate *a, const struct candidate *b)
{
	return pk_str_eq(a->namn, b->namn) && pk_str_eq(a->parti, b->parti);
}

/* The best of those who were there at a place; NULL when nobody was. */
static const struct candidate *best_at(const struct pk_ruling *r, const struct candidates *all,
		uint32_t place, bool despite_jav)
{
	const struct candidate *best = NULL;

	for (size_t i = 0; i < all->n; i++) {
		const struct candidate *c = &all->v[i];

		if ((best == NULL || c->rank < best->rank) &&
				leads(r, c, place, despite_jav) != PK_COVER_NONE)
			best = c;
	}
	return best;
}

/* The chair has jäv, and nobody is there to lead instead. */
static bool check_jav(const struct pk_ruling *r, const struct candidates *all, uint32_t place)
{
	const struct candidate *chair = best_at(r, all, place, true);

	if (chair == NULL)
		return true;
	r->chairs->jav[place] = true;
	return pk_fail(r->job, PK_M_JAV_CHAIR, r->meeting->paragrafer[place].jav[0].at,
			pk_rules_sign(r, place), chair->namn);
}

static bool report_two(const struct pk_ruling *r, const struct candidate *a,
		const struct candidate *b, uint32_t place)
{
	struct pk_report report = { .message = PK_M_CHAIR_TWO_ALL,
		.at = b->at,
		.a = a->namn,
		.b = b->namn,
		.other = a->at };

	if (r->meeting->n_paragrafer > 0 && r->found->numbers[place].n > 0) {
		report.message = PK_M_CHAIR_TWO;
		report.c = r->found->numbers[place];
	}
	return pk_report(r->job, &report);
}

/* Seats the chair of one place. *told: two chairs were already reported, once is enough. */
static bool seat(const struct pk_ruling *r, struct candidates *all, uint32_t place, bool *told)
{
	const struct candidate *first = best_at(r, all, place, false), *whole = NULL;
	enum rank best = first == NULL ? RANK_NONE : first->rank;
	bool ok = true;

	if (first == NULL && r->meeting->n_paragrafer > 0)
		return check_jav(r, all, place);
	for (size_t i = 0; i < all->n && best != RANK_NONE; i++) {
		struct candidate *c = &all->v[i];
		enum pk_cover cover = leads(r, c, place, false);

		if (c->rank != best || cover == PK_COVER_NONE)
			continue;
		c->in[place] = true;
		if (best >= RANK_VICE)
			break;
		if (cover != PK_COVER_WHOLE)
			continue;
		if (whole != NULL && !same_person(whole, c) && !*told) {
			*told = true;
			ok = report_two(r, whole, c, place);
		}
		whole = c;
	}
	return ok;
}

/* One person may stand on several lines: all that they chair goes to the first of them. */
static void merge(const struct candidates *all, size_t places)
{
	for (size_t i = 0; i < all->n; i++) {
		for (size_t j = i + 1; j < all->n; j++) {
			const struct candidate *c = &all->v[j];
			size_t from = c->only < 0 ? 0 : (size_t)c->only;
			size_t to = c->only < 0 ? places : from + 1;

			if (!same_person(&all->v[i], c))
				continue;
			for (size_t place = from; place < to; place++) {
				all->v[i].in[place] = all->v[i].in[place] || c->in[place];
				c->in[place] = false;
			}
		}
	}
}

static size_t first_place(const struct candidate *c, size_t places)
{
	size_t place = 0;

	while (place < places && !c->in[place])
		place++;
	return place;
}

/* Chairs in the order in which they took the chair. */
static bool list_chairs(const struct pk_ruling *r, const struct candidates *all)
{
	size_t places = pk_rules_places(r);
	struct pk_chairs *ret = r->chairs;

	ret->v = pk_new(r->job, struct pk_seated, all->n);
	if (ret->v == NULL)
		return false;
	for (size_t place = 0; place < places; place++) {
		for (size_t i = 0; i < all->n; i++) {
			const struct candidate *c = &all->v[i];

			if (c->in[place] && first_place(c, places) == place)
				ret->v[ret->n++] = (struct pk_seated){ c->namn, c->parti, c->person,
					c->at, c->in };
		}
	}
	return true;
}

bool pk_rules_chairs(const struct pk_ruling *r)
{
	struct candidates all = { 0 };
	size_t places = pk_rules_places(r);
	bool ok = true, told = false;

	r->chairs->jav = pk_new(r->job, bool, places);
	if (r->found->numbers == NULL || r->chairs->jav == NULL || !collect(r, &all))
		return false;
	for (uint32_t place = 0; place < places; place++)
		ok = seat(r, &all, place, &told) && ok;
	merge(&all, places);
	r->chairs->failed = !ok;
	return list_chairs(r, &all) && ok;
}
