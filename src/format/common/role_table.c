#include "format/common/role_table.h"

#include "markup/blocks.h"

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

static bool resolve_variants(struct pk_job *job, struct pk_roles *roles, struct pk_geometry *g,
		const struct pk_geometry_reader *reader)
{
	size_t n = g->n_paragraphs;

	roles->variants = pk_alloc(job, sizeof(*roles->variants), n);
	if (roles->variants == NULL)
		return false;
	for (size_t i = 0; i < n && i <= UINT16_MAX; i++) {
		uint16_t p = (uint16_t)i, *v = roles->variants[i];

		v[PK_VARIANT_STRONG] = reader->styled(job, g, p, roles->id[PK_ROLE_STRONG]);
		v[PK_VARIANT_EMPHASIS] = reader->styled(job, g, p, roles->id[PK_ROLE_EMPHASIS]);
		v[PK_VARIANT_BOTH] = v[PK_VARIANT_STRONG];
		v[PK_VARIANT_CODE] = reader->styled(job, g, p, roles->id[PK_ROLE_CODE]);
	}
	roles->n_variants = n;
	return true;
}

bool pk_roles_layout(struct pk_job *job, struct pk_roles *roles, struct pk_geometry *g,
		const struct pk_geometry_reader *reader)
{
	for (int role = PK_ROLE_BULLET; role <= PK_ROLE_HEAD; role++)
		roles->flow[role] = reader->named(job, g, roles->id[role], 0);
	for (uint32_t i = 0; i < roles->headings; i++)
		roles->heading_flow[i] = reader->named(job, g, roles->heading[i], 0);
	for (uint32_t i = 0; i < PK_LIST_LEVELS; i++) {
		roles->item_flow[0][i] = reader->named(job, g, roles->id[PK_ROLE_BULLET], i + 1);
		roles->item_flow[1][i] = reader->named(job, g, roles->id[PK_ROLE_NUMBER], i + 1);
	}
	return resolve_variants(job, roles, g, reader);
}
