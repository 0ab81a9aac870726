/* What the model of all names says about the names in a template. */
#include "template/build.h"

#include "base/text.h"

/* How deep a name is looked for that stands elsewhere in the model. */
enum { SEARCH_DEPTH = 8 };

/* What första?, sista? and nummer are: some text. */
static const struct pk_value some_text = { .kind = PK_TEXT, .as.text = { "1", 1 } };

static bool in_list(const struct pk_builder *b)
{
	for (size_t i = b->n_sections; i-- > 0;)
		if (b->sections[i].list)
			return true;
	return false;
}

/* The first part of a name through the contexts, innermost first. */
static const struct pk_value *look_first(const struct pk_builder *b, const struct pk_name *name)
{
	bool pseudo = name->kind == PK_NAME_FIRST || name->kind == PK_NAME_LAST ||
		      name->kind == PK_NAME_NUMBER;
	for (size_t i = b->n_sections; i-- > 0;) {
		const struct pk_section *section = &b->sections[i];
		if (section->context != NULL && name->kind == PK_NAME_SELF)
			return section->context;
		const struct pk_value *value = pk_value_get(section->context, name->first);
		if (value != NULL)
			return value;
		if (pseudo && section->list)
			return &some_text;
	}
	return name->kind == PK_NAME_SELF ? b->model : pk_value_get(b->model, name->first);
}

static const struct pk_value *look(const struct pk_builder *b, struct pk_str whole)
{
	if (b->model == NULL)
		return NULL;
	struct pk_name name = pk_name_cut(whole);
	return pk_name_below(look_first(b, &name), name.rest);
}

const struct pk_value *pk_build_look(const struct pk_builder *b, struct pk_str written)
{
	bool once;
	const struct pk_renamed *row;
	struct pk_str name;
	if (!pk_renamed_now(b, pk_name_of_section(written, &once), &name, &row))
		return NULL;
	return look(b, name);
}

/* Names to choose from, in the job's arena. */
struct choice {
	struct pk_job *job;
	enum pk_wanted wanted;
	bool right; /* names of the wanted kind only */
	struct pk_str *v;
	size_t n, room;
};

/* A section is written for lists, a value for what can be printed. */
static bool is_right(enum pk_wanted wanted, const struct pk_value *value)
{
	return wanted == PK_WANTED_SECTION ? value->kind == PK_LIST : pk_value_plain(value) != NULL;
}

static bool add_name(struct choice *choice, struct pk_str name)
{
	if (name.n == 0)
		return true;
	if (!pk_grow(choice->job, &choice->v, choice->n, &choice->room))
		return false;
	choice->v[choice->n++] = name;
	return true;
}

static bool add_fields(struct choice *choice, const struct pk_value *map)
{
	if (map == NULL || map->kind != PK_MAP)
		return true;
	for (size_t i = 0; i < map->as.map.n; i++) {
		const struct pk_field *field = &map->as.map.v[i];
		if ((!choice->right || is_right(choice->wanted, &field->value)) &&
				!add_name(choice, field->name))
			return false;
	}
	return true;
}

/* Every name that could stand here. */
static bool add_visible(struct choice *choice, const struct pk_builder *b)
{
	for (size_t i = b->n_sections; i-- > 0;)
		if (!add_fields(choice, b->sections[i].context))
			return false;
	if (in_list(b) && (!add_name(choice, PK_STR("första?")) ||
					  !add_name(choice, PK_STR("sista?")) ||
					  !add_name(choice, PK_STR("nummer"))))
		return false;
	return add_fields(choice, b->model);
}

/* One that goes on where the word ends, or ends where the word goes on; the shortest. */
static int begins_alike(const struct choice *choice, struct pk_str word)
{
	enum { SHORTEST = 4 };
	int found = -1;
	for (size_t i = 0; i < choice->n; i++) {
		struct pk_str name = choice->v[i];
		bool alike = (word.n >= SHORTEST && pk_str_starts(name, word)) ||
			     (name.n >= SHORTEST && pk_str_starts(word, name));
		if (alike && (found < 0 || name.n < choice->v[found].n))
			found = (int)i;
	}
	return found;
}

/* The name that was meant, of those in the map (NULL: of all that can stand here); -1: none is near.
 * right: of the wanted kind. False when memory is out. */
static bool find_near(const struct pk_builder *b, const struct pk_value *map, struct pk_str word,
		struct choice *choice, bool right, int *ret)
{
	choice->right = right;
	choice->n = 0;
	*ret = -1;
	if (!(map != NULL ? add_fields(choice, map) : add_visible(choice, b)))
		return false;
	*ret = pk_text_nearest(word, choice->v, choice->n);
	if (*ret < 0)
		*ret = begins_alike(choice, word);
	return true;
}

/* Follows a dotted name as far as it goes: *ret_map is what was reached, *ret_before the length of
 * the name up to the part that failed. */
static void follow(const struct pk_builder *b, const struct pk_name *name,
		const struct pk_value **ret_map, size_t *ret_before)
{
	const struct pk_value *value = look_first(b, name);
	struct pk_str rest = name->rest, part;
	*ret_map = NULL;
	*ret_before = 0;
	while (value != NULL && pk_str_next(&rest, '.', &part)) {
		*ret_map = value;
		*ret_before = (size_t)(part.p - name->whole.p);
		value = part.n == 0 ? NULL : pk_value_get(value, part);
	}
}

/* A field that is looked for all over the model. */
struct search {
	struct pk_str name;
	enum pk_kind over; /* what the section is over: lists, or maps */
	bool list;         /* the field must be one */
};

/* The section where the field is. */
static bool find_elsewhere(const struct search *s, const struct pk_value *value, unsigned depth,
		struct pk_str *ret_section)
{
	if (value->kind == PK_LIST)
		return value->as.list.n > 0 &&
		       find_elsewhere(s, &value->as.list.v[0], depth, ret_section);
	if (value->kind != PK_MAP || depth == 0)
		return false;
	for (size_t i = 0; i < value->as.map.n; i++) {
		const struct pk_field *field = &value->as.map.v[i];
		const struct pk_value *inner = &field->value, *found;
		if (inner->kind == PK_LIST && inner->as.list.n > 0)
			inner = &inner->as.list.v[0];
		found = field->value.kind == s->over ? pk_value_get(inner, s->name) : NULL;
		if (found != NULL && (!s->list || found->kind == PK_LIST)) {
			*ret_section = field->name;
			return true;
		}
	}
	for (size_t i = 0; i < value->as.map.n; i++)
		if (find_elsewhere(s, &value->as.map.v[i].value, depth - 1, ret_section))
			return true;
	return false;
}

/* What is written once a turn is more often meant than a label of the same name. */
static bool is_elsewhere(const struct pk_builder *b, struct pk_str name, bool list,
		struct pk_str *ret_section)
{
	struct search over_lists = { name, PK_LIST, list }, over_maps = { name, PK_MAP, list };
	return find_elsewhere(&over_lists, b->model, SEARCH_DEPTH, ret_section) ||
	       find_elsewhere(&over_maps, b->model, SEARCH_DEPTH, ret_section);
}

/* Where the partial that is being built was called from. */
static struct pk_pos caller(const struct pk_builder *b)
{
	return b->entry == 0 ? PK_NOWHERE : b->entries[b->entry - 1].called;
}

/* Nobody reads the hints of messages that the list has no room for. */
static bool has_room(const struct pk_builder *b)
{
	return pk_diag_count(b->job->diags) < b->job->limits->messages;
}

static bool tell_elsewhere(struct pk_builder *b, const struct pk_name *name, struct pk_str section,
		struct pk_pos at)
{
	return pk_fail(b->job, PK_M_TEMPLATE_NAME_ELSEWHERE, at, name->whole, section,
			.other = caller(b));
}

/* better stands for the part of the name that is wrong. */
static bool tell_near(struct pk_builder *b, const struct pk_name *name, struct pk_str wrong,
		struct pk_str better, struct pk_pos at)
{
	size_t before = (size_t)(wrong.p - name->whole.p);
	struct pk_str after = pk_str_slice(name->whole, before + wrong.n, name->whole.n);
	return pk_join(b->job, &better, pk_str_slice(name->whole, 0, before), better, after) &&
	       pk_fail(b->job, PK_M_TEMPLATE_NAME_NEAR, at, name->whole, better,
			       .other = caller(b));
}

/* Unknown: says so, with the section that has the name or the nearest name there is, of the kind that
 * can stand here before others. */
static bool unknown(struct pk_builder *b, const struct pk_name *name, enum pk_wanted wanted,
		struct pk_pos at)
{
	const struct pk_value *map;
	size_t before;
	struct pk_str section, wrong, better;
	struct choice choice = { .job = b->job, .wanted = wanted };
	bool list = wanted == PK_WANTED_SECTION;
	int near;
	enum pk_message message;
	if (!has_room(b))
		return pk_fail(b->job, PK_M_TEMPLATE_NAME_UNKNOWN, at, name->whole);
	if (!pk_model_guess(b, name->whole, &message, &better))
		return false;
	if (better.n > 0)
		return pk_fail(b->job, message, at, name->whole, better, .other = caller(b));
	follow(b, name, &map, &before);
	wrong = pk_str_slice(name->whole, before, name->whole.n);
	wrong = pk_str_slice(wrong, 0, pk_str_find(wrong, PK_STR("."), 0));
	if (map == NULL && is_elsewhere(b, name->first, list, &section))
		return tell_elsewhere(b, name, section, at);
	if (!find_near(b, map, wrong, &choice, true, &near))
		return false;
	if (near >= 0)
		return tell_near(b, name, wrong, choice.v[near], at);
	if (list && map == NULL && is_elsewhere(b, name->first, false, &section))
		return tell_elsewhere(b, name, section, at);
	if (!find_near(b, map, wrong, &choice, false, &near))
		return false;
	if (near >= 0)
		return tell_near(b, name, wrong, choice.v[near], at);
	return pk_fail(b->job, PK_M_TEMPLATE_NAME_UNKNOWN, at, name->whole, .other = caller(b));
}

/* Inside a section that was an error, every name may be right. */
static bool in_unknown(const struct pk_builder *b)
{
	for (size_t i = b->n_sections; i-- > 0;)
		if (b->sections[i].unknown)
			return true;
	return false;
}

bool pk_model_check(struct pk_builder *b, struct pk_str whole, enum pk_wanted wanted,
		struct pk_pos at, const struct pk_value **ret, bool *ret_known)
{
	*ret = look(b, whole);
	*ret_known = *ret != NULL;
	if (*ret_known || b->model == NULL || in_unknown(b))
		return true;
	struct pk_name name = pk_name_cut(whole);
	return unknown(b, &name, wanted, at);
}

bool pk_model_check_printable(struct pk_builder *b, struct pk_str name,
		const struct pk_value *value, struct pk_pos at)
{
	if (value->kind == PK_LIST)
		return pk_fail(b->job, PK_M_TEMPLATE_NAME_LIST, at, name);
	if (pk_value_plain(value) != NULL)
		return true;
	struct pk_str some = { NULL, 0 };
	if (value->as.map.n > 0)
		some = value->as.map.v[0].name;
	return pk_fail(b->job, PK_M_TEMPLATE_NAME_MAP, at, name, some);
}
