/* Which paragraf a place in the meeting's file belongs to. */
#include "preview/inside.h"
#include "yaml/node.h"

/* The source that holds the meeting; 0: the file was not read. */
static uint32_t source_of_meeting(const struct pk_preview_state *state)
{
	const struct pk_source *source;

	for (uint32_t i = 1; (source = pk_source_get(state->job.sources, i)) != NULL; i++) {
		if (pk_str_eq(source->name, state->file) && source->text.p != NULL &&
				source->paragraph == 0)
			return i;
	}
	return 0;
}

/* Where the list of the key ends: at the next key, or at the end of the file. */
static uint32_t end_of(const struct pk_node *root, const struct pk_node *list, size_t file)
{
	for (size_t i = 0; i + 1 < root->n; i++) {
		if (&root->pairs[i].value == list)
			return root->pairs[i + 1].key.at.offset;
	}
	return (uint32_t)file;
}

/* "§ 43": as the rules have numbered it, else as it is written; "§ –" when nobody knows. */
static bool name_place(struct pk_preview_state *state, size_t i, const struct pk_node *item,
		uint32_t *number, struct pk_str *ret)
{
	struct pk_job *job = &state->job;
	const struct pk_node *nr = item->kind != PK_NODE_MAP ? NULL : pk_node_get(item, PK_STR("nr"));
	struct pk_str words = PK_STR("–");

	*number += *number > 0;
	if (nr != NULL && nr->kind == PK_NODE_SCALAR && nr->text.n > 0) {
		words = nr->text;
		if (!pk_str_uint(nr->text, number))
			*number = 0;
	} else if (*number > 0) {
		words = pk_number(job, *number);
	}
	if (state->read && i < state->loaded.meeting->n_paragrafer &&
			state->loaded.findings->numbers[i].n > 0)
		words = state->loaded.findings->numbers[i];
	return pk_join(job, ret, PK_STR("§ "), words);
}

static bool list_places(struct pk_preview_state *state, const struct pk_node *root, size_t file)
{
	const struct pk_node *list = root->kind != PK_NODE_MAP ? NULL :
			pk_node_get(root, PK_STR("paragrafer"));
	struct pk_preview_places *places = &state->places;
	uint32_t number = 0;

	if (list == NULL || list->kind != PK_NODE_LIST)
		return true;
	places->v = pk_new(&state->job, struct pk_preview_place, list->n);
	if (places->v == NULL)
		return false;
	for (size_t i = 0; i < list->n; i++) {
		struct pk_preview_place *place = &places->v[i];

		place->from = list->items[i].at.offset;
		place->to = i + 1 < list->n ? list->items[i + 1].at.offset
					    : end_of(root, list, file);
		if (!name_place(state, i, &list->items[i], &number, &place->name))
			return false;
		places->n++;
	}
	return true;
}

bool pk_preview_find_places(struct pk_preview_state *state)
{
	uint32_t source = source_of_meeting(state), number;
	struct pk_job aside;
	const struct pk_node *root;
	bool good;

	if (source == 0)
		return true;
	state->places.source = source;
	/* What is wrong with the file has been told. */
	if (!pk_job_init(&aside, state->job.limits))
		return pk_fail(&state->job, PK_M_MEMORY, PK_NOWHERE);
	good = !pk_source_add(&aside, pk_source_get(state->job.sources, source), &number) ||
	       !pk_yaml_read(&aside, number, &root) ||
	       list_places(state, root, pk_source_get(state->job.sources, source)->text.n);
	pk_job_free(&aside);
	return good;
}

int32_t pk_preview_place_of(const struct pk_preview_places *places, struct pk_pos at)
{
	for (size_t i = 0; places->source > 0 && at.source == places->source && i < places->n; i++) {
		if (at.offset >= places->v[i].from && at.offset < places->v[i].to)
			return (int32_t)i;
	}
	return -1;
}
