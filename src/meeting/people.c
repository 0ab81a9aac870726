/* Everybody in the meeting: the lists of närvarande, secretaries, chairs, and names that point to
 * them. */
#include "meeting/persons.h"

#include "base/text.h"
#include "meeting/spans.h"

/* A list item: a line or a mapping. */
static bool read_person(struct pk_reader *r, const struct pk_key *key, const struct pk_node *node,
		struct pk_person *person)
{
	struct pk_origin origin = pk_origin_of(node);
	struct pk_str text;

	*person = (struct pk_person){
		.at = node->at, .group = PK_GROUP_NONE, .for_whom.person = -1
	};
	if (node->kind == PK_NODE_MAP)
		return pk_read_map(r, key->children, key->name, node, person);
	return pk_read_one_line(r, key->name, node, &text) &&
	       pk_person_read(r, &origin, text, person);
}

/* Somebody named by the key of the register has the role of the register too, unless the line tells
 * another. */
static bool resolve_person(struct pk_reader *r, struct pk_person *person)
{
	const struct pk_registered *known;

	if (!pk_register_resolve(r, &person->namn, &person->parti, person->at, &known))
		return false;
	if (known == NULL || known->ersattare || person->role != PK_ROLE_NONE)
		return true;
	person->role = known->role;
	person->roll = pk_role_word(known->role);
	return true;
}

/* Room for n persons: doubled each time it is used up, as pk_grow() does it. */
static size_t room_of(size_t n)
{
	size_t room = n == 0 ? 0 : 8;

	while (room < n)
		room *= 2;
	return room;
}

/* Adds one person to *v; the place is kept even when the line is bad, so that names that point to
 * it are not told as unknown too. */
static bool add_person(struct pk_reader *r, const struct pk_key *key, const struct pk_node *node,
		struct pk_person **v, size_t *n)
{
	size_t room = room_of(*n);

	if (!pk_grow(r->job, v, *n, &room))
		return false;
	return read_person(r, key, node, &(*v)[(*n)++]);
}

static bool add_group(struct pk_reader *r, const struct pk_key *key, const struct pk_node *node,
		enum pk_group group)
{
	struct pk_meeting *m = r->m;
	const struct pk_node *items;
	size_t n;
	bool ok = pk_read_items(r, key, node, &items, &n);

	for (size_t i = 0; i < n; i++) {
		if (pk_node_empty(&items[i]))
			continue;
		if (group == PK_GROUP_BESLUTANDE && items[i].kind == PK_NODE_SCALAR &&
				pk_text_same_key(items[i].text, PK_STR("alla ledamöter"))) {
			m->all_members = true;
			r->all_members_at = items[i].at;
			continue;
		}
		ok = add_person(r, key, &items[i], &m->persons, &m->n_persons) && ok;
		if (m->n_persons == 0)
			return false;
		ok = resolve_person(r, &m->persons[m->n_persons - 1]) && ok;
		m->persons[m->n_persons - 1].group = group;
		if (group == PK_GROUP_EGEN)
			m->persons[m->n_persons - 1].own_group = (uint32_t)m->n_groups - 1;
	}
	return ok;
}

PK_READER(pk_read_group)
{
	static const char *const names[] = { "beslutande", "ersättare", "frånvarande", "övriga" };
	size_t group = 0;

	(void)target;
	while (strcmp(names[group], key->name) != 0)
		group++;
	return add_group(r, key, node, (enum pk_group)group);
}

PK_READER(pk_read_own_group_title)
{
	struct pk_meeting *m = r->m;

	(void)target;
	return pk_read_line(r, key, node, &m->groups[m->n_groups - 1].rubrik);
}

PK_READER(pk_read_own_group_people)
{
	(void)target;
	return add_group(r, key, node, PK_GROUP_EGEN);
}

PK_READER(pk_read_own_groups)
{
	struct pk_meeting *m = r->m;
	const struct pk_node *items;
	size_t n;
	bool ok = pk_read_items(r, key, node, &items, &n);

	(void)target;
	if ((m->groups = pk_new(r->job, struct pk_own_group, n)) == NULL)
		return false;
	for (size_t i = 0; i < n; i++) {
		if (pk_node_empty(&items[i]))
			continue;
		m->n_groups++;
		ok = pk_read_map(r, key->children, key->name, &items[i], m) && ok;
	}
	return ok;
}

static bool same_party(struct pk_str a, struct pk_str b)
{
	return pk_text_same_key(a, b);
}

/* "Karin Holm (S)", in the job's arena. */
static struct pk_str shown(struct pk_reader *r, struct pk_str namn, struct pk_str parti)
{
	struct pk_str text = namn;

	if (parti.n > 0 && !pk_join(r->job, &text, namn, PK_STR(" ("), parti, PK_STR(")")))
		return namn;
	return text;
}

static bool two_of_the_name(struct pk_reader *r, const struct pk_who *who, int32_t a, size_t b)
{
	const struct pk_person *v = r->m->persons;

	return pk_fail(r->job, PK_M_WHO_TWO, who->at, who->namn, shown(r, v[a].namn, v[a].parti),
			shown(r, v[b].namn, v[b].parti));
}

static bool is_secretary(const struct pk_meeting *m, const struct pk_who *who)
{
	for (size_t i = 0; i < m->n_secretaries; i++) {
		if (pk_str_eq(m->secretaries[i].namn, who->namn))
			return true;
	}
	return false;
}

/* Told with the name that was probably meant: the same with another party, or nearly the same. */
static bool unknown_name(struct pk_reader *r, enum pk_lookup lookup, const struct pk_who *who)
{
	const struct pk_meeting *m = r->m;
	struct pk_str written = shown(r, who->namn, who->parti);
	uint32_t best = lookup == PK_LOOKUP_SEAT ? 2 : who->namn.n < 8 ? 3 : 5;
	const struct pk_person *meant = NULL;

	for (size_t i = 0; i < m->n_persons; i++) {
		uint32_t d = pk_text_distance(who->namn, m->persons[i].namn, best);

		if (d < best) {
			best = d;
			meant = &m->persons[i];
		}
	}
	if (meant != NULL)
		return pk_fail(r->job, PK_M_WHO_MEANT, who->at, written,
				shown(r, meant->namn, meant->parti));
	return lookup == PK_LOOKUP_SEAT || pk_fail(r->job, PK_M_WHO_UNKNOWN, who->at, written);
}

/* Somebody may have several lines: the one that holds at the paragraf is meant, else the first. */
static int32_t better_line(const struct pk_meeting *m, int32_t found, size_t i, int32_t paragraf)
{
	if (found < 0 || (paragraf >= 0 && !pk_presence_covers(&m->persons[found].presence, paragraf) &&
				       pk_presence_covers(&m->persons[i].presence, paragraf)))
		return (int32_t)i;
	return found;
}

/* Finds who in närvarande as it stands at a paragraf (-1: anywhere). */
static bool find_at(struct pk_reader *r, enum pk_lookup lookup, int32_t paragraf, struct pk_who *who)
{
	const struct pk_meeting *m = r->m;
	const struct pk_registered *known;

	who->person = -1;
	if (!pk_register_resolve(r, &who->namn, &who->parti, who->at, &known))
		return false;
	for (size_t i = 0; i < m->n_persons; i++) {
		const struct pk_person *p = &m->persons[i];

		if (!pk_str_eq(p->namn, who->namn) ||
				(who->parti.n > 0 && !same_party(p->parti, who->parti)))
			continue;
		if (who->person >= 0 && !same_party(p->parti, m->persons[who->person].parti))
			return two_of_the_name(r, who, who->person, i);
		who->person = better_line(m, who->person, i, paragraf);
	}
	if (who->person >= 0 || m->n_persons == 0)
		return true;
	if (lookup == PK_LOOKUP_SIGNER && is_secretary(m, who))
		return true;
	return unknown_name(r, lookup, who);
}

bool pk_who_find(struct pk_reader *r, enum pk_lookup lookup, struct pk_who *who)
{
	return find_at(r, lookup, -1, who);
}

/* Paragrafer are read before närvarande, whose lines name them: their own names wait. */
static bool find_later(struct pk_reader *r, struct pk_who *who)
{
	if (!pk_grow(r->job, &r->pending, r->n_pending, &r->pending_room))
		return false;
	r->pending[r->n_pending++] = (struct pk_pending){ who, r->paragraf };
	return true;
}

bool pk_who_find_pending(struct pk_reader *r)
{
	bool ok = true;

	for (size_t i = 0; i < r->n_pending; i++)
		ok = find_at(r, PK_LOOKUP_PRESENT, r->pending[i].paragraf, r->pending[i].who) && ok;
	return ok;
}

/* Substituted members, when everybody has been read. A vacant seat has no name to find. */
static bool find_substituted(struct pk_reader *r, struct pk_person *v, size_t n)
{
	bool ok = true;

	for (size_t i = 0; i < n; i++) {
		if (v[i].serves_for && v[i].for_whom.namn.n > 0)
			ok = pk_who_find(r, PK_LOOKUP_SEAT, &v[i].for_whom) && ok;
	}
	return ok;
}

PK_READER(pk_read_narvarande)
{
	struct pk_meeting *m = target;
	bool ok;

	pk_register_choose(r);
	ok = pk_read_map(r, key->children, key->name, node, m);
	if (m->all_members)
		ok = pk_register_add_members(r, r->all_members_at) && ok;
	return find_substituted(r, m->persons, m->n_persons) && ok;
}

PK_READER(pk_read_secretaries)
{
	struct pk_meeting *m = target;
	const struct pk_node *items;
	size_t n;
	bool ok = pk_read_items(r, key, node, &items, &n);

	for (size_t i = 0; i < n; i++) {
		if (!pk_node_empty(&items[i]))
			ok = add_person(r, key, &items[i], &m->secretaries, &m->n_secretaries) &&
			     ok;
	}
	return ok;
}

/* "Tomas Falk (SD), § 44": a name, and when the key allows it, the §§. */
static bool read_who(struct pk_reader *r, const char *name, const struct pk_node *node,
		enum pk_lookup lookup, bool spans, struct pk_who *who)
{
	struct pk_origin origin = pk_origin_of(node);
	struct pk_str text, rest;

	who->person = -1;
	who->at = node->at;
	if (!pk_read_one_line(r, name, node, &text) ||
			!pk_name_read(r, &origin, text, &who->namn, &who->parti, &rest))
		return false;
	if (rest.p != NULL && (!spans || pk_presence_looks(rest) != PK_LOOKS_PRESENCE))
		return pk_fail(r->job, PK_M_WHO_REST,
				pk_origin_place(r, &origin, pk_str_trim(rest)), pk_str_trim(rest));
	if (rest.p != NULL &&
			!pk_presence_add(r, &origin, rest, PK_BARE_PARAGRAFER, &who->presence))
		return false;
	return r->paragraf >= 0 ? find_later(r, who) : pk_who_find(r, lookup, who);
}

PK_READER(pk_read_who)
{
	return read_who(r, key->name, node, PK_LOOKUP_SIGNER, false, target);
}

static bool read_whos(struct pk_reader *r, const struct pk_key *key, const struct pk_node *node,
		bool spans, struct pk_whos *whos)
{
	const struct pk_node *items;
	size_t n;
	bool ok = pk_read_items(r, key, node, &items, &n);

	if ((whos->v = pk_new(r->job, struct pk_who, n)) == NULL)
		return false;
	for (whos->n = 0; whos->n < n; whos->n++) {
		if (!pk_node_empty(&items[whos->n]))
			ok = read_who(r, key->name, &items[whos->n], PK_LOOKUP_PRESENT, spans,
					     &whos->v[whos->n]) &&
			     ok;
	}
	return ok;
}

PK_READER(pk_read_whos)
{
	return read_whos(r, key, node, true, target);
}

PK_READER(pk_read_names)
{
	return read_whos(r, key, node, false, target);
}

/* A chair: "Per Lindgren (C), § 44", or {namn, paragrafer}. */
PK_READER(pk_read_chairs)
{
	struct pk_meeting *m = target;
	const struct pk_node *items;
	size_t n;
	bool ok = pk_read_items(r, key, node, &items, &n);

	if ((m->chairs = pk_new(r->job, struct pk_chair, n)) == NULL)
		return false;
	for (; m->n_chairs < n; m->n_chairs++) {
		struct pk_chair *chair = &m->chairs[m->n_chairs];

		if (items[m->n_chairs].kind == PK_NODE_MAP)
			ok = pk_read_map(r, key->children, key->name, &items[m->n_chairs], chair) &&
			     ok;
		else if (!pk_node_empty(&items[m->n_chairs]))
			ok = read_who(r, key->name, &items[m->n_chairs], PK_LOOKUP_PRESENT, true,
					     &chair->who) &&
			     ok;
	}
	return ok;
}
