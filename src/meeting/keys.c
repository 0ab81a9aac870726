/* A mapping against its table: which keys may stand there, which must, and reading each. */
#include "meeting/read.h"

#include "base/text.h"

enum { NAMES = 64 };

static const struct pk_node *value_of(const struct pk_node *map, const char *name)
{
	for (size_t i = 0; i < map->n; i++) {
		if (pk_text_same_key(map->pairs[i].key.text, pk_str_of(name)))
			return &map->pairs[i].value;
	}
	return NULL;
}

bool pk_node_empty(const struct pk_node *node)
{
	return node->kind == PK_NODE_SCALAR && node->plain && node->text.n == 0;
}

/* Nothing but blanks, in quotation marks or not. */
static bool is_blank(const struct pk_node *node)
{
	return node->kind == PK_NODE_SCALAR && pk_str_trim(node->text).n == 0;
}

static bool allowed_here(const struct pk_reader *r, const struct pk_key_table *table,
		const struct pk_key *key)
{
	if (table != &pk_keys_top)
		return true;
	return r->settings ? (key->flags & PK_KEY_SETTINGS) != 0
			   : (key->flags & PK_KEY_NOT_MEETING) == 0;
}

/* Where else the key is at home: "närvarande, justering". Empty when nowhere. */
static struct pk_str homes(struct pk_reader *r, struct pk_str name)
{
	struct pk_out out = pk_out_new(r->job->arena, 256);

	for (size_t i = 1; pk_key_tables[i] != NULL; i++) {
		const struct pk_key_table *table = pk_key_tables[i];

		if (table->under == NULL || pk_key_find(table, name) == NULL)
			continue;
		if (out.n > 0)
			pk_put_c(&out, ", ");
		pk_put_c(&out, table->under);
	}
	return out.failed ? PK_STR("") : pk_out_str(&out);
}

/* All keys of the mapping that work, for the one who is far off. */
static struct pk_str names_of(struct pk_reader *r, const struct pk_key_table *table)
{
	struct pk_out out = pk_out_new(r->job->arena, 1024);

	for (size_t i = 0; i < table->n; i++) {
		if ((table->v[i].flags & PK_KEY_LATER) != 0 ||
				!allowed_here(r, table, &table->v[i]))
			continue;
		if (out.n > 0)
			pk_put_c(&out, ", ");
		pk_put_c(&out, table->v[i].name);
	}
	return out.failed ? PK_STR("") : pk_out_str(&out);
}

static int nearest_key(const struct pk_reader *r, const struct pk_key_table *table,
		struct pk_str name, struct pk_str *ret)
{
	struct pk_str names[NAMES];
	size_t n = 0;
	int nearest;

	for (size_t i = 0; i < table->n && n < NAMES; i++) {
		if (allowed_here(r, table, &table->v[i]))
			names[n++] = pk_str_of(table->v[i].name);
	}
	nearest = pk_text_nearest(name, names, n);
	if (nearest >= 0)
		*ret = names[nearest];
	return nearest;
}

static bool unknown_key(
		struct pk_reader *r, const struct pk_key_table *table, const struct pk_node *key)
{
	struct pk_str other;
	const struct pk_key *top = pk_key_find(&pk_keys_top, key->text);

	if (table != &pk_keys_top && top != NULL && allowed_here(r, &pk_keys_top, top))
		return pk_fail(r->job, PK_M_KEY_TOP, key->at, key->text);
	other = homes(r, key->text);
	if (other.n > 0)
		return pk_fail(r->job, PK_M_KEY_ELSEWHERE, key->at, key->text, other);
	if (nearest_key(r, table, key->text, &other) >= 0)
		return pk_fail(r->job, PK_M_KEY_UNKNOWN, key->at, key->text, other);
	return pk_fail(r->job, PK_M_KEY_FOREIGN, key->at, key->text, names_of(r, table));
}

static bool check_key(
		struct pk_reader *r, const struct pk_key_table *table, const struct pk_node *node)
{
	const struct pk_key *key = pk_key_find(table, node->text);

	if (key == NULL)
		return unknown_key(r, table, node);
	if (!allowed_here(r, table, key))
		return pk_fail(r->job, r->settings ? PK_M_KEY_MEETING : PK_M_KEY_SETTINGS, node->at,
				node->text);
	if ((key->flags & PK_KEY_LATER) != 0)
		return pk_fail(r->job, PK_M_KEY_LATER, node->at, node->text);
	return true;
}

/* What the meeting lacks may stand in the settings; the settings themselves need nothing. */
static bool check_needed(
		struct pk_reader *r, const struct pk_key_table *table, const struct pk_node *map)
{
	bool ok = true;

	for (size_t i = 0; i < table->n; i++) {
		const struct pk_key *key = &table->v[i];
		const struct pk_node *value = value_of(map, key->name);
		struct pk_pos at = map->at;

		if ((key->flags & PK_KEY_NEEDED) == 0 || (value != NULL && !is_blank(value)))
			continue;
		if (table == &pk_keys_top && (r->settings || (key->flags & PK_KEY_SETTINGS) != 0))
			continue;
		if (at.length > 1)
			at.length = 1;
		ok = pk_fail(r->job, PK_M_KEY_MISSING, at, pk_str_of(key->name),
				pk_str_of(key->example));
	}
	return ok;
}

static bool read_turn(struct pk_reader *r, const struct pk_key_table *table,
		const struct pk_node *map, unsigned turn, void *target)
{
	bool ok = true;

	for (size_t i = 0; i < table->n; i++) {
		const struct pk_key *key = &table->v[i];
		const struct pk_node *value;

		if (key->turn != turn || key->read == NULL || !allowed_here(r, table, key))
			continue;
		value = value_of(map, key->name);
		if (value == NULL || (pk_node_empty(value) && (key->flags & PK_KEY_EMPTY_TOO) == 0))
			continue;
		if (!key->read(r, key, value, (char *)target + key->offset))
			ok = false;
	}
	return ok;
}

bool pk_read_map(struct pk_reader *r, const struct pk_key_table *table, const char *name,
		const struct pk_node *node, void *target)
{
	bool ok = true;

	if (node->kind != PK_NODE_MAP)
		return pk_fail(r->job, PK_M_WANT_MAP, node->at, pk_str_of(name),
				pk_str_of(table->v[0].name), names_of(r, table));
	for (size_t i = 0; i < node->n; i++) {
		if (!check_key(r, table, &node->pairs[i].key))
			ok = false;
	}
	for (unsigned turn = 4; turn-- > 0;) {
		if (!read_turn(r, table, node, turn, target))
			ok = false;
	}
	return check_needed(r, table, node) && ok;
}

PK_READER(pk_read_children)
{
	return pk_read_map(r, key->children, key->name, node, target);
}
