/* Who chairs each paragraf: whom the key ordförande names, else a line with the role, else the vice
 * ordförande who was there. */
#include "rules/chairs.h"

/* Who goes before whom. The ranks of vice ordförande only stand in: two of them are no fault. */
enum rank {
	RANK_KEY,
	RANK_MOTESORDFORANDE,
	RANK_ORDFORANDE,
	RANK_VICE,
	RANK_ANDRE_VICE,
	RANK_NONE
};

struct candidate {
	struct pk_str namn, parti;
	const struct pk_presence *presence;
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

static bool collect(const struct pk_ruling *r, struct candidates *all)
{
	const struct pk_meeting *m = r->meeting;

	for (size_t i = 0; i < m->n_chairs; i++) {
		const struct pk_who *who = &m->chairs[i].who;
		struct candidate c = {
			.presence = &who->presence, .at = who->at, .rank = RANK_KEY
		};

		pk_rules_name(m, who, &c.namn, &c.parti);
		if (!add(r, all, c))
			return false;
	}
	for (size_t i = 0; i < m->n_persons; i++) {
		const struct pk_person *p = &m->persons[i];
		struct candidate c = { p->namn, p->parti, &p->presence, p->at, rank_of(p), NULL };

		if (c.rank != RANK_NONE && !add(r, all, c))
			return false;
	}
	return true;
}

static bool same_person(const struct candidate *a, const struct candidate *b)
{
	return pk_str_eq(a->namn, b->namn) && pk_str_eq(a->parti, b->parti);
}

/* The best rank of those who were there at a place. */
static enum rank best_at(const struct candidates *all, uint32_t place)
{
	enum rank best = RANK_NONE;

	for (size_t i = 0; i < all->n; i++) {
		if (all->v[i].rank < best &&
				pk_rules_cover(all->v[i].presence, place) != PK_COVER_NONE)
			best = all->v[i].rank;
	}
	return best;
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
	enum rank best = best_at(all, place);
	const struct candidate *whole = NULL;
	bool ok = true;

	for (size_t i = 0; i < all->n && best != RANK_NONE; i++) {
		struct candidate *c = &all->v[i];
		enum pk_cover cover = pk_rules_cover(c->presence, place);

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
			if (!same_person(&all->v[i], &all->v[j]))
				continue;
			for (size_t place = 0; place < places; place++) {
				all->v[i].in[place] = all->v[i].in[place] || all->v[j].in[place];
				all->v[j].in[place] = false;
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
static bool list_chairs(
		const struct pk_ruling *r, const struct candidates *all, struct pk_chairs *ret)
{
	size_t places = pk_rules_places(r);

	ret->v = pk_new(r->job, struct pk_seated, all->n);
	if (ret->v == NULL)
		return false;
	for (size_t place = 0; place < places; place++) {
		for (size_t i = 0; i < all->n; i++) {
			const struct candidate *c = &all->v[i];

			if (c->in[place] && first_place(c, places) == place)
				ret->v[ret->n++] = (struct pk_seated){ c->namn, c->parti, c->in };
		}
	}
	return true;
}

bool pk_rules_chairs(const struct pk_ruling *r, struct pk_chairs *ret)
{
	struct candidates all = { 0 };
	size_t places = pk_rules_places(r);
	bool ok = true, told = false;

	*ret = (struct pk_chairs){ 0 };
	if (!collect(r, &all))
		return false;
	for (uint32_t place = 0; place < places; place++)
		ok = seat(r, &all, place, &told) && ok;
	merge(&all, places);
	return list_chairs(r, &all, ret) && ok;
}
