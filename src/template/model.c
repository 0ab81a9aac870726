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
	struct pk_str *v;
	size_t n, room;
};

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
	for (size_t i = 0; i < map->as.map.n; i++)
		if (!add_name(choice, map->as.map.v[i].name))
			return false;
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

/* The section, over lists or over maps, where a field of that name is. */
static bool find_elsewhere(const struct pk_value *value, enum pk_kind over, struct pk_str name,
		unsigned depth, struct pk_str *ret_section)
{
	if (value->kind == PK_LIST)
		return value->as.list.n > 0 &&
		       find_elsewhere(&value->as.list.v[0], over, name, depth, ret_section);
	if (value->kind != PK_MAP || depth == 0)
		return false;
	for (size_t i = 0; i < value->as.map.n; i++) {
		const struct pk_field *field = &value->as.map.v[i];
		const struct pk_value *inner = &field->value;
		if (inner->kind == PK_LIST && inner->as.list.n > 0)
			inner = &inner->as.list.v[0];
		if (field->value.kind == over && pk_value_get(inner, name) != NULL) {
			*ret_section = field->name;
			return true;
		}
	}
	for (size_t i = 0; i < value->as.map.n; i++)
		if (find_elsewhere(&value->as.map.v[i].value, over, name, depth - 1, ret_section))
			return true;
	return false;
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

/* Unknown: says so, with the section that has the name or the nearest name there is. */
static bool unknown(struct pk_builder *b, const struct pk_name *name, struct pk_pos at)
{
	const struct pk_value *map;
	size_t before;
	struct pk_str section, better;
	struct choice choice = { .job = b->job };
	enum pk_message message;
	if (!has_room(b))
		return pk_fail(b->job, PK_M_TEMPLATE_NAME_UNKNOWN, at, name->whole);
	if (!pk_model_guess(b, name->whole, &message, &better))
		return false;
	if (better.n > 0)
		return pk_fail(b->job, message, at, name->whole, better, .other = caller(b));
	follow(b, name, &map, &before);
	/* What is written once a turn is more often meant than a label of the same name. */
	if (map == NULL &&
			(find_elsewhere(b->model, PK_LIST, name->first, SEARCH_DEPTH, &section) ||
					find_elsewhere(b->model, PK_MAP, name->first, SEARCH_DEPTH,
							&section)))
		return pk_fail(b->job, PK_M_TEMPLATE_NAME_ELSEWHERE, at, name->whole, section,
				.other = caller(b));
	if (!(map != NULL ? add_fields(&choice, map) : add_visible(&choice, b)))
		return false;
	struct pk_str wrong = pk_str_slice(name->whole, before, name->whole.n);
	size_t dot = pk_str_find(wrong, PK_STR("."), 0);
	struct pk_str after = pk_str_slice(wrong, dot, wrong.n);
	int nearest = pk_text_nearest(pk_str_slice(wrong, 0, dot), choice.v, choice.n);
	if (nearest < 0)
		return pk_fail(b->job, PK_M_TEMPLATE_NAME_UNKNOWN, at, name->whole,
				.other = caller(b));
	if (!pk_join(b->job, &better, pk_str_slice(name->whole, 0, before), choice.v[nearest],
			    after))
		return false;
	return pk_fail(b->job, PK_M_TEMPLATE_NAME_NEAR, at, name->whole, better,
			.other = caller(b));
}

/* Inside a section that was an error, every name may be right. */
static bool in_unknown(const struct pk_builder *b)
{
	for (size_t i = b->n_sections; i-- > 0;)
		if (b->sections[i].unknown)
			return true;
	return false;
}

bool pk_model_check(struct pk_builder *b, struct pk_str whole, struct pk_pos at,
		const struct pk_value **ret, bool *ret_known)
{
	*ret = look(b, whole);
	*ret_known = *ret != NULL;
	if (*ret_known || b->model == NULL || in_unknown(b))
		return true;
	struct pk_name name = pk_name_cut(whole);
	return unknown(b, &name, at);
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
