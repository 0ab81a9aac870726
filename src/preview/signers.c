/* Who signs, and whether they have: from the tree that the document is made of, so that the panel says
 * no more than its edition does. */
#include "preview/inside.h"

static struct pk_str text_of(const struct pk_value *map, const char *name)
{
	const struct pk_value *value = pk_value_plain(pk_value_get(map, pk_str_of(name)));

	return value != NULL && value->kind == PK_TEXT ? value->as.text : PK_STR("");
}

/* What the protocol itself says of a signature; a pen's is told by the day of the justering. What was
 * approved at once may have been signed long before the rest: a draft does not know. */
static void put_state(const struct pk_preview_state *state, struct pk_map_builder *map,
		const struct pk_value *signature, bool immediate)
{
	enum pk_signing how = state->loaded.meeting->justering.signering;
	struct pk_str digital = text_of(signature, "digitalt");
	bool draft = state->loaded.findings->draft;
	bool done = digital.n > 0 || (how == PK_SIGN_PENNA && !draft);

	if (done)
		pk_map_put_text(map, PK_STR("done"), PK_STR("ja"));
	if (digital.n > 0)
		pk_map_put_text(map, PK_STR("state"), digital);
	else if (how == PK_SIGN_INGEN)
		pk_preview_put_word(state, map, "state", PK_PREVIEW_INTE_PENNA);
	else if (done)
		pk_preview_put_word(state, map, "state", PK_PREVIEW_UNDERTECKNAT);
	else if (!immediate)
		pk_preview_put_word(state, map, "state", PK_PREVIEW_VANTAR);
}

bool pk_preview_signers(struct pk_preview_state *state, struct pk_value *ret)
{
	struct pk_preview_groups groups = pk_preview_groups_new(&state->job);
	const struct pk_value *list = !state->read ? NULL :
			pk_value_get(&state->content.root, PK_STR("underskrifter"));

	for (size_t i = 0; list != NULL && list->kind == PK_LIST && i < list->as.list.n; i++) {
		const struct pk_value *signature = &list->as.list.v[i];
		struct pk_map_builder row = { .job = &state->job };

		if (text_of(signature, "rubrik").n > 0)
			pk_preview_group(&groups, text_of(signature, "rubrik"));
		pk_map_put_text(&row, PK_STR("role"), text_of(signature, "roll"));
		pk_map_put_text(&row, PK_STR("name"), text_of(signature, "namn"));
		pk_map_put_text(&row, PK_STR("paragrafer"), text_of(signature, "paragrafer"));
		put_state(state, &row, signature, groups.heading.n > 0);
		pk_preview_row(&groups, &row);
	}
	return pk_preview_groups_done(&groups, ret);
}
