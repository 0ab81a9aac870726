/* The tree that templates see. It knows no meeting. */
#ifndef PK_VALUE_VALUE_H
#define PK_VALUE_VALUE_H

#include "base/job.h"

struct pk_blocks;
struct pk_image;
struct pk_field;

enum pk_kind { PK_NOTHING, PK_TEXT, PK_LIST, PK_MAP, PK_BLOCKS, PK_IMAGE, PK_ANCHOR, PK_PAGE };

struct pk_value {
	enum pk_kind kind;
	union {
		struct pk_str text;
		struct {
			const struct pk_value *v;
			size_t n;
		} list;
		struct {
			const struct pk_field *v;   /* sorted by name (pk_str_cmp) */
			size_t n;
		} map;
		const struct pk_blocks *blocks;
		const struct pk_image *image;
		uint32_t anchor;                /* ANCHOR: which paragraf, from 0 */
		struct {
			uint32_t anchor;        /* which paragraf */
			bool first;             /* its first page only, not the last too */
		} page;
	} as;
};

/* A map may have a field with the empty name: what {{map}} itself prints ({{datum}}). */
struct pk_field {
	struct pk_str name;
	struct pk_value value;
};

static inline struct pk_value pk_value_text(struct pk_str text)
{
	return (struct pk_value){ .kind = PK_TEXT, .as.text = text };
}

/* The field of a map, or NULL; NULL too when map is NULL or no map. */
const struct pk_value *pk_value_get(const struct pk_value *map, struct pk_str name);

/* What a section asks: false for NOTHING, empty text, empty list, empty blocks; NULL is false.
 * A map is true when it has any field. */
bool pk_value_true(const struct pk_value *value);

/* What {{name}} prints of a map: its field with the empty name; other kinds are themselves. */
const struct pk_value *pk_value_plain(const struct pk_value *value);

/* A name that was another one in older templates: paths of the model, such as "paragrafer.rubrik",
 * that differ in their last part only. A table of these ends with a row whose was is NULL. */
struct pk_renamed {
	const char *was, *now, *since;      /* since: the first version with the new name */
};

/* A map under construction; fields may be added in any order, each name once. */
struct pk_map_builder {
	struct pk_job *job;
	struct pk_field *v;
	size_t n, room;
	bool failed;
};
void pk_map_put(struct pk_map_builder *b, struct pk_str name, struct pk_value value);
/* Leaves out empty texts: an absent fact is an absent name. (A field that is there and is NOTHING
 * hides the same name further out.) */
void pk_map_put_text(struct pk_map_builder *b, struct pk_str name, struct pk_str text);
PK_MUST bool pk_map_done(struct pk_map_builder *b, struct pk_value *ret);

/* A list under construction. */
struct pk_list_builder {
	struct pk_job *job;
	struct pk_value *v;
	size_t n, room;
	bool failed;
};
void pk_list_put(struct pk_list_builder *b, struct pk_value value);
PK_MUST bool pk_list_done(struct pk_list_builder *b, struct pk_value *ret);

/* The tree as JSON, two spaces an indent, keys in order: for tests. What JSON has no kind for is an
 * object of its own: { "$blocks": "the words" }, { "$image": "name" }, { "$anchor": 0 },
 * { "$page": 0 }. */
void pk_value_print_json(const struct pk_value *value, struct pk_out *out);

/* JSON to a tree (objects, arrays, strings, numbers as the text they are, true as "true", false and
 * null as NOTHING): for tests and the Mustache specification. Strict: one value, each name once, no
 * deeper than limits.yaml_depth, valid UTF-8; the error tells at which byte. Strings are not brought
 * to NFC. */
PK_MUST bool pk_value_read_json(struct pk_job *job, struct pk_str json, struct pk_value *ret);

#endif
