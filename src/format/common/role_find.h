/* Finding the styles that formatted text uses among those of a template, and adding what it lacks.
 * Which names there are, and how a style is written, is the format's. */
#ifndef PK_FORMAT_ROLE_FIND_H
#define PK_FORMAT_ROLE_FIND_H

#include "format/common/role_table.h"

/* A role and the names that its style may have. The first name is the one to add. */
struct pk_role_row {
	enum pk_role role;
	const char *type;              /* w:type, style:family */
	const char *names[3];
	const char *id;                /* DOCX: of a new one */
	const char *body;              /* what a new one says */
	const char *swedish, *english; /* as word processors show it; NULL: the first name, the other one */
};

struct pk_role_styles {
	struct pk_job *job;
	struct pk_roles *roles;
	const struct pk_role_row *rows;
	size_t n_rows;
	const char *heading;     /* before the level: "heading " */
	const char *items[2][2]; /* of bullets, of numbers: before the level; the second may be NULL */
	void *self;
	/* The id of the style of that type and name; p == NULL when there is none. */
	struct pk_str (*find)(const void *self, const char *type, struct pk_str name);
	bool (*add)(void *self, const struct pk_role_row *row, struct pk_str *ret);
	bool (*add_heading)(void *self, uint32_t level, struct pk_str name, struct pk_str *ret);
};

/* Headings that every template gets, as far as it lacks them. */
enum { PK_HEADINGS_ADDED = 4 };

/* Fills in id, heading and item of the roles; add: what the template lacks is added, and noted. */
PK_MUST bool pk_roles_find(const struct pk_role_styles *s, bool add);

/* What was written, between an element's tags, is read and moved under to, before the child before
 * (NULL: behind the last). */
PK_MUST bool pk_roles_move_in(struct pk_job *job, const struct pk_out *written, struct pk_str open,
		struct pk_str close, struct pk_xml *to, struct pk_xml *before);

#endif
