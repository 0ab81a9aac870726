#include "format/common/role_table.h"

#include "markup/blocks.h"

bool pk_roles_add(struct pk_job *job, struct pk_roles *roles, const char *swedish,
		const char *english, uint32_t level)
{
	struct pk_str number = level == 0 ? PK_STR("") : pk_number(job, level);
	struct pk_role_added *added;

	if (!pk_grow(job, &roles->added, roles->n_added, &roles->added_room))
		return false;
	added = &roles->added[roles->n_added++];
	return pk_join(job, &added->swedish, pk_str_of(swedish), number) &&
	       pk_join(job, &added->english, pk_str_of(english), number);
}

const struct pk_role_num *pk_roles_num(const struct pk_roles *roles, struct pk_str num)
{
	for (size_t i = 0; roles != NULL && i < roles->n_nums; i++)
		if (pk_str_eq(roles->nums[i].num, num))
			return &roles->nums[i];
	return NULL;
}

uint16_t pk_roles_char(const struct pk_roles *roles, const struct pk_geometry *geometry,
		uint16_t paragraph, unsigned style)
{
	static const uint8_t variant_of[8] = {
		[PK_STYLE_STRONG] = PK_VARIANT_STRONG,
		[PK_STYLE_EMPHASIS] = PK_VARIANT_EMPHASIS,
		[PK_STYLE_STRONG | PK_STYLE_EMPHASIS] = PK_VARIANT_BOTH,
		[PK_STYLE_CODE] = PK_VARIANT_CODE,
		[PK_STYLE_CODE | PK_STYLE_STRONG] = PK_VARIANT_CODE,
		[PK_STYLE_CODE | PK_STYLE_EMPHASIS] = PK_VARIANT_CODE,
		[PK_STYLE_CODE | PK_STYLE_STRONG | PK_STYLE_EMPHASIS] = PK_VARIANT_CODE,
	};
	unsigned seen = style & (PK_STYLE_STRONG | PK_STYLE_EMPHASIS | PK_STYLE_CODE);

	if (seen != 0 && roles != NULL && paragraph < roles->n_variants)
		return roles->variants[paragraph][variant_of[seen]];
	if (geometry != NULL && paragraph < geometry->n_paragraphs)
		return geometry->paragraphs[paragraph].character;
	return 0;
}

/* The first paragraph style with the same characters: styles of characters make the same of both. */
static size_t first_alike(const struct pk_geometry *g, size_t paragraph)
{
	size_t i = 0;

	while (g->paragraphs[i].character != g->paragraphs[paragraph].character)
		i++;
	return i;
}

static bool resolve_variants(struct pk_job *job, struct pk_roles *roles, struct pk_geometry *g,
		const struct pk_geometry_reader *reader)
{
	size_t n = g->n_paragraphs;

	roles->variants = pk_alloc(job, sizeof(*roles->variants), n);
	if (roles->variants == NULL)
		return false;
	for (size_t i = 0; i < n && i <= UINT16_MAX; i++) {
		uint16_t p = (uint16_t)i, *v = roles->variants[i];
		size_t alike = first_alike(g, i);

		if (alike < i) {
			memcpy(v, roles->variants[alike], sizeof(roles->variants[alike]));
			continue;
		}
		v[PK_VARIANT_STRONG] = reader->styled(job, g, p, roles->id[PK_ROLE_STRONG]);
		v[PK_VARIANT_EMPHASIS] = reader->styled(job, g, p, roles->id[PK_ROLE_EMPHASIS]);
		v[PK_VARIANT_BOTH] = v[PK_VARIANT_STRONG];
		v[PK_VARIANT_CODE] = reader->styled(job, g, p, roles->id[PK_ROLE_CODE]);
	}
	roles->n_variants = n;
	return true;
}

/* Items at each level, with the indents of their lists. */
static bool resolve_items(struct pk_job *job, struct pk_roles *roles, struct pk_geometry *g,
		const struct pk_roles_reader *reader)
{
	for (uint32_t kind = 0; kind < 2; kind++) {
		for (uint32_t level = 0; level < PK_LIST_LEVELS; level++) {
			struct pk_xml *p;

			if (!reader->item(job, roles, kind == 1, level, &p))
				return false;
			roles->item_flow[kind][level] = reader->geometry->paragraph(job, g, p);
		}
	}
	return true;
}

static bool resolve_table(struct pk_job *job, struct pk_roles *roles, struct pk_geometry *g,
		const struct pk_roles_reader *reader)
{
	struct pk_xml *element;
	uint32_t i;

	if (!reader->table(job, roles, &element))
		return false;
	i = reader->geometry->table(job, g, element);
	if (i < g->n_tables)
		roles->table = g->tables[i];
	return true;
}

bool pk_roles_layout(struct pk_job *job, struct pk_roles *roles, struct pk_geometry *g,
		const struct pk_roles_reader *reader)
{
	for (int role = PK_ROLE_BULLET; role <= PK_ROLE_HEAD; role++)
		roles->flow[role] = reader->geometry->named(job, g, roles->id[role], 0);
	for (uint32_t i = 0; i < roles->headings; i++)
		roles->heading_flow[i] = reader->geometry->named(job, g, roles->heading[i], 0);
	return resolve_items(job, roles, g, reader) && resolve_table(job, roles, g, reader) &&
	       resolve_variants(job, roles, g, reader->geometry);
}

int32_t pk_roles_indent(const struct pk_roles *roles, const struct pk_geometry *geometry,
		bool numbered, uint32_t level)
{
	uint16_t flow = roles->item_flow[numbered]
					[level < PK_LIST_LEVELS ? level : PK_LIST_LEVELS - 1];
	int32_t left = geometry != NULL && flow < geometry->n_paragraphs
				       ? geometry->paragraphs[flow].left
				       : 0;

	return left > 0 ? left : 425 * ((int32_t)level + 1);
}
