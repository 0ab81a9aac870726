/* The styles that formatted text uses, as rendering finds them. */
#ifndef PK_FORMAT_ROLE_TABLE_H
#define PK_FORMAT_ROLE_TABLE_H

#include "format/common/roles.h"

enum pk_role {
	/* Paragraphs */
	PK_ROLE_BULLET,
	PK_ROLE_NUMBER,
	PK_ROLE_QUOTE,
	PK_ROLE_CODE_BLOCK,
	PK_ROLE_CELL,
	PK_ROLE_HEAD,
	/* Characters */
	PK_ROLE_STRONG,
	PK_ROLE_EMPHASIS,
	PK_ROLE_CODE,
	PK_ROLE_STRIKE,
	PK_ROLE_LINK,
	/* DOCX: the style of tables; ODT: list styles */
	PK_ROLE_TABLE,
	PK_ROLE_BULLETS,
	PK_ROLE_NUMBERS,
	PK_ROLE_COUNT
};

enum { PK_LIST_LEVELS = 9, PK_HEADINGS = 9 };

/* DOCX: a w:num of the template: its abstract list, and where each level of it starts. */
struct pk_role_num {
	struct pk_str num;
	uint32_t abstract;
	uint32_t starts[PK_LIST_LEVELS];
};

/* How a paragraph's characters look when strong, emphasised, both, code. */
enum { PK_VARIANT_STRONG, PK_VARIANT_EMPHASIS, PK_VARIANT_BOTH, PK_VARIANT_CODE, PK_VARIANTS };

/* A style that the template lacked, by the names that word processors show it with. */
struct pk_role_added {
	struct pk_str swedish, english;
};

struct pk_roles {
	struct pk_role_added *added;
	size_t n_added, added_room;
	struct pk_str id[PK_ROLE_COUNT];       /* w:styleId, style:name */
	struct pk_str item[2][PK_LIST_LEVELS]; /* paragraphs of bullets, of numbers, by level */
	struct pk_str heading[PK_HEADINGS];    /* by outline level - 1 */
	uint32_t headings;                     /* the deepest level there is */
	uint32_t bullet_num, number_num;       /* DOCX: lists of the styles, or ours */
	uint32_t number_abstract;              /* DOCX: what number_num counts by */
	uint32_t last_num;                     /* DOCX: the highest w:num */
	struct pk_role_num *nums;              /* DOCX */
	size_t n_nums, nums_room;
	/* The layout */
	uint16_t flow[PK_ROLE_COUNT];
	uint16_t heading_flow[PK_HEADINGS];
	uint16_t item_flow[2][PK_LIST_LEVELS]; /* bullets, numbers */
	uint16_t (*variants)[PK_VARIANTS];     /* by paragraph style of the flow */
	size_t n_variants;
	struct pk_flow_table table; /* padding and lines of tables */
};

/* Notes that a style was added. A heading has its level behind the name, others level 0. */
PK_MUST bool pk_roles_add(struct pk_job *job, struct pk_roles *roles, const char *swedish,
		const char *english, uint32_t level);

/* The w:num of that number; NULL: none, or no roles. */
const struct pk_role_num *pk_roles_num(const struct pk_roles *roles, struct pk_str num);

/* The flow's characters of a paragraph for bits PK_STYLE_. */
uint16_t pk_roles_char(const struct pk_roles *roles, const struct pk_geometry *geometry,
		uint16_t paragraph, unsigned style);

/* What the two formats' resolving of the layout does not share. */
struct pk_roles_reader {
	const struct pk_geometry_reader *geometry;
	/* A paragraph in a list of that level (from 0), a table with one cell: as rendering writes
	 * them. *ret is the paragraph's, the table's own element. */
	bool (*item)(struct pk_job *job, const struct pk_roles *roles, bool numbered,
			uint32_t level, struct pk_xml **ret);
	bool (*table)(struct pk_job *job, const struct pk_roles *roles, struct pk_xml **ret);
};
PK_MUST bool pk_roles_layout(struct pk_job *job, struct pk_roles *roles, struct pk_geometry *g,
		const struct pk_roles_reader *reader);

/* Where the text of a list's items begins, in twips from the margin. */
int32_t pk_roles_indent(const struct pk_roles *roles, const struct pk_geometry *geometry,
		bool numbered, uint32_t level);

#endif
