#include "format/common/role_find.h"

#include "xml/tree.h"

static bool find_or_add(const struct pk_role_styles *s, const struct pk_role_row *row, bool add)
{
	struct pk_str *id = &s->roles->id[row->role];

	for (size_t i = 0; i < PK_COUNT(row->names) && row->names[i] != NULL; i++) {
		*id = s->find(s->self, row->type, pk_str_of(row->names[i]));
		if (id->p != NULL)
			return true;
	}
	*id = PK_STR("");
	return !add || (s->add(s->self, row, id) &&
			pk_roles_add(s->job, s->roles,
					row->swedish != NULL ? row->swedish : row->names[0],
					row->english != NULL ? row->english
							     : row->names[row->swedish == NULL],
					0));
}

static bool find_headings(const struct pk_role_styles *s, bool add)
{
	struct pk_roles *roles = s->roles;

	for (uint32_t level = 1; level <= PK_HEADINGS; level++) {
		struct pk_str name, found;

		if (!pk_join(s->job, &name, pk_str_of(s->heading), pk_number(s->job, level)))
			return false;
		found = s->find(s->self, "paragraph", name);
		if (found.p == NULL && (!add || level > PK_HEADINGS_ADDED))
			return true;
		if (found.p == NULL && (!s->add_heading(s->self, level, name, &found) ||
						       !pk_roles_add(s->job, roles, "Rubrik ",
								       "Heading ", level)))
			return false;
		roles->heading[level - 1] = found;
		roles->headings = level;
	}
	return true;
}

/* "List Bullet 2" and so on. */
static bool find_item(const struct pk_role_styles *s, const char *const names[2], uint32_t level,
		struct pk_str *ret)
{
	struct pk_str name;

	*ret = (struct pk_str){ NULL, 0 };
	for (size_t i = 0; i < 2 && names[i] != NULL && ret->p == NULL; i++) {
		if (!pk_join(s->job, &name, pk_str_of(names[i]), pk_number(s->job, level + 1)))
			return false;
		*ret = s->find(s->self, "paragraph", name);
	}
	return true;
}

/* A level without a style has the one above it. */
static bool find_items(const struct pk_role_styles *s)
{
	for (uint32_t kind = 0; kind < 2; kind++) {
		struct pk_str *item = s->roles->item[kind];

		item[0] = s->roles->id[kind == 0 ? PK_ROLE_BULLET : PK_ROLE_NUMBER];
		for (uint32_t level = 1; level < PK_LIST_LEVELS; level++) {
			if (!find_item(s, s->items[kind], level, &item[level]))
				return false;
			if (item[level].p == NULL)
				item[level] = item[level - 1];
		}
	}
	return true;
}

bool pk_roles_find(const struct pk_role_styles *s, bool add)
{
	for (size_t i = 0; i < s->n_rows; i++)
		if (!find_or_add(s, &s->rows[i], add))
			return false;
	return find_headings(s, add) && find_items(s);
}

bool pk_roles_move_in(struct pk_job *job, const struct pk_out *written, struct pk_str open,
		struct pk_str close, struct pk_xml *to, struct pk_xml *before)
{
	struct pk_str all;
	struct pk_xml *root;

	if (!pk_out_done(job, written, &all) || !pk_join(job, &all, open, all, close) ||
			!pk_xml_read(job, all, PK_STR("styles"), &root))
		return false;
	while (root->first != NULL) {
		struct pk_xml *node = root->first;

		pk_xml_remove(node);
		pk_xml_insert(to, node, before);
	}
	return true;
}
