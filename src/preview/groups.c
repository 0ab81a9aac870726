/* Rows under headings. */
#include "preview/inside.h"

struct pk_preview_groups pk_preview_groups_new(struct pk_job *job)
{
	return (struct pk_preview_groups){ .job = job, .all = { .job = job }, .rows = { .job = job } };
}

void pk_preview_group(struct pk_preview_groups *groups, struct pk_str heading)
{
	struct pk_map_builder map = { .job = groups->job };
	struct pk_value rows, group;
	bool some = groups->rows.n > 0;

	if (some && pk_list_done(&groups->rows, &rows)) {
		pk_map_put_text(&map, PK_STR("group"), groups->heading);
		pk_map_put(&map, PK_STR("rows"), rows);
		if (pk_map_done(&map, &group))
			pk_list_put(&groups->all, group);
	}
	groups->rows = (struct pk_list_builder){ .job = groups->job };
	groups->heading = heading;
}

void pk_preview_row(struct pk_preview_groups *groups, struct pk_map_builder *row)
{
	struct pk_value value;

	if (pk_map_done(row, &value))
		pk_list_put(&groups->rows, value);
}

bool pk_preview_groups_done(struct pk_preview_groups *groups, struct pk_value *ret)
{
	pk_preview_group(groups, PK_STR(""));
	return pk_list_done(&groups->all, ret);
}
