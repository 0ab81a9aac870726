#include "decoding.h"

#include "base/text.h"
#include "meeting/schema.h"
#include "value/value.h"

static void each_key(void (*check)(const struct pk_key_table *table, const struct pk_key *key))
{
	for (size_t i = 0; pk_key_tables[i] != NULL; i++) {
		for (size_t k = 0; k < pk_key_tables[i]->n; k++)
			check(pk_key_tables[i], &pk_key_tables[i]->v[k]);
	}
}

static void check_help(const struct pk_key_table *table, const struct pk_key *key)
{
	if (key->help == NULL || strlen(key->help) < 8 || key->help[strlen(key->help) - 1] == '.')
		fail_msg("%s in %s lacks a help text, or ends it with a full stop", key->name, table->name);
}

static void every_key_is_explained(void **state)
{
	(void)state;
	each_key(check_help);
}

static void check_row(const struct pk_key_table *table, const struct pk_key *key)
{
	bool later = (key->flags & PK_KEY_LATER) != 0, needed = (key->flags & PK_KEY_NEEDED) != 0;

	if (later != (key->read == NULL) || later != (key->since == NULL))
		fail_msg("%s in %s is neither built nor reserved", key->name, table->name);
	if (needed && key->example == NULL)
		fail_msg("%s in %s is needed and lacks an example", key->name, table->name);
	if (pk_key_find(table, pk_str_of(key->name)) != key)
		fail_msg("%s stands twice in %s", key->name, table->name);
}

static void every_row_is_whole(void **state)
{
	(void)state;
	each_key(check_row);
}

static void parts_and_keys_agree(void **state)
{
	unsigned seen = 0;

	(void)state;
	for (size_t i = 0; i < pk_keys_paragraf.n; i++) {
		unsigned part = pk_keys_paragraf.v[i].part;

		if (part >= PK_KEY_PART)
			seen |= 1u << (part - PK_KEY_PART);
	}
	assert_int_equal(seen, (1u << PK_PART_COUNT) - 1);
}

static const struct pk_value *at(const struct pk_value *value, const char *path)
{
	struct pk_str rest = pk_str_of(path), name;

	while (pk_str_next(&rest, '/', &name))
		value = pk_value_get(value, name);
	if (value == NULL)
		fail_msg("no %s", path);
	return value;
}

static void the_schema_is_json_with_every_key(void **state)
{
	struct pk_job *job = *state;
	struct pk_out out = pk_out_new(job->arena, 1 << 20);
	struct pk_value schema;

	pk_meeting_schema(&out);
	assert_false(out.failed);
	if (!pk_value_read_json(job, pk_out_str(&out), &schema))
		fail_msg("%s\n%s", reports(job, PK_ENGLISH), out.p);
	assert_text(at(&schema, "$schema")->as.text, "https://json-schema.org/draft/2020-12/schema");
	assert_text(at(&schema, "$defs/meeting/properties/närvarande/description")->as.text,
			"De som är med, och de som inte är det");
	assert_text(at(&schema, "$defs/meeting/properties/narvarande/description")->as.text,
			"De som är med, och de som inte är det");
	assert_text(at(&schema, "$defs/paragraf/properties/rubrik/description")->as.text,
			"Ärendets rubrik");
	assert_text(at(&schema, "$defs/omrostning/properties/avgorande/description")->as.text,
			"Vad som avgör vid lika röstetal");
	assert_null(pk_value_get(at(&schema, "$defs/paragraf/properties"), PK_STR("interpellationer")));
	assert_null(pk_value_get(at(&schema, "$defs/meeting/properties"), PK_STR("bygger_på")));
}

static void twins_are_ascii(void **state)
{
	struct pk_job *job = *state;
	struct pk_out out = pk_out_new(job->arena, 100);

	pk_key_put_twin(&out, PK_STR("närvarande övriga årtal"));
	assert_text(pk_out_str(&out), "narvarande ovriga artal");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		job_test(every_key_is_explained),
		job_test(every_row_is_whole),
		job_test(parts_and_keys_agree),
		job_test(the_schema_is_json_with_every_key),
		job_test(twins_are_ascii),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
