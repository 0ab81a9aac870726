/* Values for tiny templates. */
#include "tiny.h"

#include "markup/blocks.h"
#include "support/fixture.h"

static struct pk_pos nowhere(const struct pk_job *job, const void *node, size_t offset,
		size_t length)
{
	(void)job, (void)node, (void)offset, (void)length;
	return PK_NOWHERE;
}

static void convert(struct pk_job *job, struct pk_value *value);

static void convert_map(struct pk_job *job, struct pk_value *value)
{
	const struct pk_markup_origin origin = { NULL, nowhere };
	const struct pk_value *blocks = pk_value_get(value, PK_STR("$blocks"));
	const struct pk_value *anchor = pk_value_get(value, PK_STR("$anchor"));
	const struct pk_value *page = pk_value_get(value, PK_STR("$page"));
	if (blocks != NULL) {
		*value = (struct pk_value){ .kind = PK_BLOCKS };
		assert_true(pk_markup_parse(job, blocks->as.text, &origin, &value->as.blocks));
	} else if (anchor != NULL || page != NULL) {
		*value = (struct pk_value){ .kind = anchor != NULL ? PK_ANCHOR : PK_PAGE };
	} else {
		struct pk_field *fields = pk_new(job, struct pk_field, value->as.map.n);
		assert_non_null(fields);
		for (size_t i = 0; i < value->as.map.n; i++) {
			fields[i] = value->as.map.v[i];
			convert(job, &fields[i].value);
		}
		value->as.map.v = fields;
	}
}

static void convert(struct pk_job *job, struct pk_value *value)
{
	if (value->kind == PK_MAP) {
		convert_map(job, value);
	} else if (value->kind == PK_LIST) {
		struct pk_value *items = pk_new(job, struct pk_value, value->as.list.n);
		assert_non_null(items);
		for (size_t i = 0; i < value->as.list.n; i++) {
			items[i] = value->as.list.v[i];
			convert(job, &items[i]);
		}
		value->as.list.v = items;
	}
}

struct pk_value tiny_values(struct pk_job *job, struct pk_str json)
{
	struct pk_value value;
	if (!pk_value_read_json(job, json, &value))
		fail_msg("%s\n%.*s", reports(job, PK_ENGLISH), (int)json.n, json.p);
	convert(job, &value);
	return value;
}
