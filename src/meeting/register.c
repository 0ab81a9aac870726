/* The register of the settings: who sits in the body, from when, until when. */
#include "meeting/meeting.h"
#include "meeting/persons.h"

#include "base/text.h"
#include "meeting/spans.h"

PK_READER(pk_read_seats)
{
	return pk_read_number(r, key, node, 1, target);
}

PK_READER(pk_read_register_role)
{
	struct pk_str text;

	if (!pk_read_one_line(r, key->name, node, &text))
		return false;
	return pk_role_find(text, target) ||
			pk_fail(r->job, PK_M_WORD, node->at, text, pk_role_words());
}

static bool overlap(const struct pk_registered *a, const struct pk_registered *b)
{
	bool before = pk_date_given(a->till) && pk_date_given(b->fran) &&
			pk_date_cmp(a->till, b->fran) < 0;
	bool after = pk_date_given(b->till) && pk_date_given(a->fran) &&
			pk_date_cmp(b->till, a->fran) < 0;

	return !before && !after;
}

/* One key means one person on each day. */
static bool check_keys(struct pk_reader *r, const struct pk_organ *organ)
{
	const struct pk_registered *v = organ->registered;
	bool ok = true;

	for (size_t i = 0; i < organ->n_registered; i++) {
		for (size_t k = 0; k < i && v[i].nyckel.n > 0; k++) {
			if (pk_str_eq(v[i].nyckel, v[k].nyckel) && overlap(&v[i], &v[k]))
				ok = pk_fail(r->job, PK_M_TWICE, v[i].at, v[i].nyckel);
		}
	}
	return ok;
}

/* Members stand before substitutes: the table has them in that order. */
PK_READER(pk_read_registered)
{
	struct pk_organ *organ = target;
	bool substitutes = pk_text_same_key(pk_str_of(key->name), PK_STR("ersättare"));
	struct pk_registered *v, *all;
	size_t n;
	bool ok = pk_read_list(r, key, node, &v, &n, NULL);

	all = pk_new(r->job, struct pk_registered, organ->n_registered + n);
	if (v == NULL || all == NULL)
		return false;
	for (size_t i = 0; i < organ->n_registered; i++)
		all[i] = organ->registered[i];
	for (size_t i = 0; i < n; i++) {
		v[i].ersattare = substitutes;
		all[organ->n_registered + i] = v[i];
	}
	organ->registered = all;
	organ->n_registered += n;
	return check_keys(r, organ) && ok;
}

void pk_register_choose(struct pk_reader *r)
{
	struct pk_meeting *m = r->m;

	for (size_t i = 0; i < r->n_organs; i++) {
		const struct pk_organ *organ = &r->organs[i];

		if (organ->namn.text.n == 0 || !pk_str_eq(organ->namn.text, m->organ.text))
			continue;
		m->seats = organ->seats;
		m->registered = organ->registered;
		m->n_registered = organ->n_registered;
	}
}

bool pk_registered_on(const struct pk_registered *registered, struct pk_date day)
{
	return !(pk_date_given(registered->fran) && pk_date_cmp(day, registered->fran) < 0) &&
	       !(pk_date_given(registered->till) && pk_date_cmp(day, registered->till) > 0);
}

bool pk_register_resolve(struct pk_reader *r, struct pk_str *namn, struct pk_str *parti,
		struct pk_pos at, const struct pk_registered **ret_found)
{
	const struct pk_meeting *m = r->m;
	const struct pk_registered *other = NULL;

	*ret_found = NULL;
	for (size_t i = 0; i < m->n_registered; i++) {
		const struct pk_registered *one = &m->registered[i];

		if (namn->n == 0 || parti->n > 0 || !pk_str_eq(one->nyckel, *namn))
			continue;
		if (!pk_registered_on(one, m->datum.date)) {
			other = one;
			continue;
		}
		*namn = one->namn;
		*parti = one->parti;
		*ret_found = one;
		return true;
	}
	return other == NULL || pk_fail(r->job, PK_M_REGISTER_DAY, at, *namn, other->namn);
}

static bool is_vacant(const struct pk_registered *member)
{
	return pk_text_same_key(member->namn, PK_STR("vakant"));
}

static bool is_line_of(const struct pk_person *person, enum pk_group group,
		const struct pk_registered *member)
{
	return person->group == group && pk_str_eq(person->namn, member->namn) &&
	       (person->parti.n == 0 || pk_text_same_key(person->parti, member->parti)) &&
	       !is_vacant(member);
}

/* A line of their own among the beslutande says more than the register. */
static bool is_listed(const struct pk_meeting *m, const struct pk_registered *member)
{
	for (size_t i = 0; i < m->n_persons; i++) {
		if (is_line_of(&m->persons[i], PK_GROUP_BESLUTANDE, member))
			return true;
	}
	return false;
}

/* Which paragrafer the member is absent from, by the lines of frånvarande; *ret_clock is the clock
 * time that such a line tells instead. A meeting without §§ has one place. */
static void absences(const struct pk_meeting *m, const struct pk_registered *member, bool *absent,
		struct pk_str *ret_clock)
{
	size_t places = m->n_paragrafer > 0 ? m->n_paragrafer : 1;

	*ret_clock = PK_STR("");
	for (size_t i = 0; i < m->n_persons; i++) {
		const struct pk_presence *away = &m->persons[i].presence;

		if (!is_line_of(&m->persons[i], PK_GROUP_FRANVARANDE, member))
			continue;
		if (away->given && away->n_spans == 0)
			*ret_clock = away->text;
		for (size_t k = 0; k < places && ret_clock->n == 0; k++)
			absent[k] = absent[k] || pk_presence_covers(away, (int32_t)k);
	}
}

/* Where somebody was absent ("ej § 44"), or where not ("§ 41–43, 45"), whichever is told. */
static bool tell_presence(struct pk_reader *r, const bool *absent, bool tell_absent,
		struct pk_presence *presence)
{
	const struct pk_meeting *m = r->m;
	struct pk_out out = pk_out_new(r->job->arena, r->job->limits->output_bytes);
	size_t room = 0;

	pk_put_c(&out, tell_absent ? "ej §\u00A0" : "§\u00A0");
	for (size_t i = 0; i < m->n_paragrafer; i++) {
		size_t end = i;

		if (absent[i] != tell_absent)
			continue;
		while (end + 1 < m->n_paragrafer && absent[end + 1] == tell_absent)
			end++;
		if (!pk_grow(r->job, &presence->spans, presence->n_spans, &room))
			return false;
		pk_put_c(&out, presence->n_spans > 0 ? ", " : "");
		pk_put(&out, m->paragrafer[i].nr);
		pk_put_c(&out, end > i ? "–" : "");
		pk_put(&out, end > i ? m->paragrafer[end].nr : PK_STR(""));
		presence->spans[presence->n_spans++] =
				(struct pk_span){ (uint32_t)i, (uint32_t)end, tell_absent, false };
		i = end;
	}
	presence->given = true;
	return pk_out_done(r->job, &out, &presence->text);
}

/* When the member was there; *ret_never when that is at no time. */
static bool find_presence(struct pk_reader *r, const struct pk_registered *member,
		struct pk_presence *presence, bool *ret_never)
{
	size_t places = r->m->n_paragrafer > 0 ? r->m->n_paragrafer : 1, away = 0;
	bool *absent = pk_new(r->job, bool, places);
	struct pk_str clock;

	if (absent == NULL)
		return false;
	absences(r->m, member, absent, &clock);
	for (size_t i = 0; i < places; i++)
		away += absent[i];
	*ret_never = away == places;
	if (clock.n > 0) {
		presence->given = true;
		return pk_join(r->job, &presence->text, PK_STR("ej "), clock);
	}
	if (away == 0 || *ret_never)
		return true;
	return tell_presence(r, absent, away * 2 <= places, presence);
}

static bool make_member(struct pk_reader *r, const struct pk_registered *member, struct pk_pos at,
		struct pk_person *ret, bool *ret_never)
{
	*ret = (struct pk_person){
		.namn = member->namn, .parti = member->parti, .role = member->role,
		.roll = pk_role_word(member->role), .vacant = is_vacant(member),
		.group = PK_GROUP_BESLUTANDE, .for_whom.person = -1, .at = at,
	};
	ret->presence.at = at;
	return find_presence(r, member, &ret->presence, ret_never);
}

bool pk_register_add_members(struct pk_reader *r, struct pk_pos at)
{
	struct pk_meeting *m = r->m;
	struct pk_person *all = pk_new(r->job, struct pk_person, m->n_registered + m->n_persons);
	size_t n = 0;

	if (all == NULL)
		return false;
	for (size_t i = 0; i < m->n_registered; i++) {
		const struct pk_registered *member = &m->registered[i];
		bool never;

		if (member->ersattare || !pk_registered_on(member, m->datum.date) ||
				is_listed(m, member))
			continue;
		if (!make_member(r, member, at, &all[n], &never))
			return false;
		n += !never;
	}
	if (n == 0)
		return pk_fail(r->job, PK_M_REGISTER_NONE, at, m->organ.text);
	for (size_t i = 0; i < m->n_persons; i++)
		all[n++] = m->persons[i];
	m->persons = all;
	m->n_persons = n;
	return true;
}
