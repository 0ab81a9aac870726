/* The names of a program. */
#include "template/names.h"

static const struct {
	struct pk_str name;
	enum pk_name_kind kind;
} specials[] = {
	{ { ".", 1 }, PK_NAME_SELF },
	{ { "första?", 8 }, PK_NAME_FIRST },
	{ { "sista?", 6 }, PK_NAME_LAST },
	{ { "nummer", 6 }, PK_NAME_NUMBER },
};

static enum pk_name_kind kind_of(struct pk_str whole)
{
	for (size_t i = 0; i < PK_COUNT(specials); i++)
		if (pk_str_eq(whole, specials[i].name))
			return specials[i].kind;
	return PK_NAME_PLAIN;
}

struct pk_name pk_name_cut(struct pk_str whole)
{
	struct pk_name name = { .whole = whole, .first = whole, .kind = kind_of(whole) };
	if (name.kind == PK_NAME_PLAIN) {
		name.rest = whole;
		(void)pk_str_next(&name.rest, '.', &name.first);
	}
	return name;
}

struct pk_str pk_name_of_section(struct pk_str written, bool *ret_once)
{
	*ret_once = pk_str_ends(written, PK_STR("?"));
	if (!*ret_once || kind_of(written) != PK_NAME_PLAIN)
		return written;
	return pk_str_trim(pk_str_slice(written, 0, written.n - 1));
}

const struct pk_value *pk_name_below(const struct pk_value *value, struct pk_str rest)
{
	struct pk_str part;
	while (value != NULL && pk_str_next(&rest, '.', &part))
		value = part.n == 0 ? NULL : pk_value_get(value, part);
	return value;
}

/* FNV-1a. */
static size_t hash_of(struct pk_str s)
{
	uint32_t hash = 2166136261u;
	for (size_t i = 0; i < s.n; i++)
		hash = (hash ^ (unsigned char)s.p[i]) * 16777619u;
	return hash;
}

/* The slot where the name is, or where it may be put. */
static uint32_t *slot_of(const struct pk_names *names, struct pk_str whole)
{
	size_t at = hash_of(whole) & (names->n_slots - 1);
	while (names->slots[at] != 0 && !pk_str_eq(names->v[names->slots[at] - 1].whole, whole))
		at = (at + 1) & (names->n_slots - 1);
	return &names->slots[at];
}

/* At most half of the slots are taken, so that a search always ends. */
static bool make_slots(struct pk_job *job, struct pk_names *names)
{
	if (names->n < names->n_slots / 2)
		return true;
	size_t n = names->n_slots == 0 ? 64 : names->n_slots * 2;
	uint32_t *slots = pk_new(job, uint32_t, n);
	if (slots == NULL)
		return false;
	names->slots = slots;
	names->n_slots = n;
	for (size_t i = 0; i < names->n; i++)
		*slot_of(names, names->v[i].whole) = (uint32_t)i + 1;
	return true;
}

bool pk_names_put(struct pk_job *job, struct pk_names *names, struct pk_str whole, uint32_t *ret)
{
	if (!make_slots(job, names) || !pk_grow(job, &names->v, names->n, &names->room))
		return false;
	uint32_t *slot = slot_of(names, whole);
	if (*slot == 0) {
		names->v[names->n++] = pk_name_cut(whole);
		*slot = (uint32_t)names->n;
	}
	*ret = *slot - 1;
	return true;
}
