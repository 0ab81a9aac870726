/* JSON Schema of meeting files, for editors: one definition a mapping, from the table. */
#include "meeting/meeting.h"

#include "meeting/schema.h"

static void put_string(struct pk_out *out, struct pk_str s)
{
	pk_put_byte(out, '"');
	for (size_t i = 0; i < s.n; i++) {
		if (s.p[i] == '"' || s.p[i] == '\\')
			pk_put_byte(out, '\\');
		pk_put_byte(out, s.p[i]);
	}
	pk_put_byte(out, '"');
}

/* The word, and its ASCII twin when that is another. */
static void put_both(struct pk_out *out, struct pk_str word)
{
	struct pk_out twin = pk_out_new(out->arena, 64);

	put_string(out, word);
	pk_key_put_twin(&twin, word);
	if (!pk_str_eq(pk_out_str(&twin), word)) {
		pk_put_c(out, ", ");
		put_string(out, pk_out_str(&twin));
	}
	out->failed = out->failed || twin.failed;
}

static void put_words(struct pk_out *out, struct pk_str words)
{
	struct pk_str word;
	bool first = true;

	pk_put_c(out, "\"enum\": [");
	for (; pk_str_next(&words, ' ', &word); first = false) {
		if (!first)
			pk_put_c(out, ", ");
		put_both(out, word);
		/* An editor reads the bare word as a truth value. */
		if (pk_str_is(word, "nej"))
			pk_put_c(out, ", false");
	}
	pk_put_c(out, "]");
}

static void put_ref(struct pk_out *out, const struct pk_key_table *table)
{
	pk_put_c(out, "\"$ref\": \"#/$defs/");
	pk_put_c(out, table->name);
	pk_put_c(out, "\"");
}

/* Editors read 330 and 13.00 as numbers; to us all is text. */
#define TEXT_OR_NUMBER "\"type\": [\"string\", \"number\"]"
#define DAY "\"type\": \"string\", \"pattern\": \"^[0-9]{4}-[0-9]{2}-[0-9]{2}"

/* The words of avsnittsordning: every part of a paragraf, in both spellings. */
static void put_parts(struct pk_out *out)
{
	bool first = true;

	pk_put_c(out, "\"enum\": [");
	for (size_t i = 0; i < pk_keys_paragraf.n; i++) {
		if (pk_keys_paragraf.v[i].part == PK_KEY_NO_PART)
			continue;
		if (!first)
			pk_put_c(out, ", ");
		first = false;
		put_both(out, pk_str_of(pk_keys_paragraf.v[i].name));
	}
	pk_put_c(out, "]");
}

/* What one value may be, without braces. */
static void put_type(struct pk_out *out, const struct pk_key *key)
{
	switch (key->type) {
	case PK_TYPE_LINE:
	case PK_TYPE_TEXT:
	case PK_TYPE_TIME:
	case PK_TYPE_NR:
	case PK_TYPE_SPANS:
		pk_put_c(out, TEXT_OR_NUMBER);
		break;
	case PK_TYPE_WHO:
		pk_put_c(out, "\"type\": [\"string\", \"boolean\"]");
		break;
	case PK_TYPE_DATE:
		pk_put_c(out, DAY "$\"");
		break;
	case PK_TYPE_DATE_TIME:
		pk_put_c(out, DAY "( .*)?$\"");
		break;
	case PK_TYPE_YES_NO:
		pk_put_c(out, "\"enum\": [\"ja\", \"nej\", true, false]");
		break;
	case PK_TYPE_NUMBER:
		pk_put_c(out, "\"type\": \"integer\", \"minimum\": 0");
		break;
	case PK_TYPE_VOTERS:
		pk_put_c(out, "\"type\": [\"integer\", \"string\", \"array\"], \"minimum\": 0, "
			      "\"items\": { \"type\": \"string\" }");
		break;
	case PK_TYPE_WORD:
		if (key->words != NULL)
			put_words(out, pk_str_of(key->words));
		else if (key->part == PK_KEY_NO_PART && (key->flags & PK_KEY_MANY) != 0)
			put_parts(out);
		else
			pk_put_c(out, "\"type\": \"string\"");
		break;
	case PK_TYPE_MAP:
		put_ref(out, key->children);
		break;
	case PK_TYPE_LINE_OR_MAP:
	case PK_TYPE_WHO_OR_MAP:
		pk_put_c(out, "\"anyOf\": [{ \"type\": \"string\" }, { ");
		put_ref(out, key->children);
		pk_put_c(out, " }]");
		break;
	}
}

static void put_alternatives(struct pk_out *out, const struct pk_key *key)
{
	pk_put_c(out, "\"anyOf\": [{ ");
	put_type(out, key);
	if ((key->flags & PK_KEY_MANY) != 0) {
		pk_put_c(out, " }, { \"type\": \"array\", \"items\": { ");
		put_type(out, key);
		pk_put_c(out, " }");
	}
	if ((key->flags & PK_KEY_OR_NO) != 0)
		pk_put_c(out, " }, { \"enum\": [\"nej\", false]");
	if ((key->flags & PK_KEY_OR_YES_NO) != 0)
		pk_put_c(out, " }, { \"enum\": [\"ja\", \"nej\", true, false]");
	if ((key->flags & PK_KEY_OR_MAP) != 0) {
		pk_put_c(out, " }, { ");
		put_ref(out, key->children);
	}
	if ((key->flags & PK_KEY_OR_WORD) != 0) {
		pk_put_c(out, " }, { ");
		put_words(out, pk_str_of(key->words));
	}
	/* "key:" with nothing after it is an absent key. */
	if ((key->flags & (PK_KEY_NEEDED | PK_KEY_EMPTY_TOO)) == 0)
		pk_put_c(out, " }, { \"type\": \"null\"");
	pk_put_c(out, " }]");
}

static void put_property(struct pk_out *out, const struct pk_key *key, struct pk_str name)
{
	pk_put_c(out, "        ");
	put_string(out, name);
	pk_put_c(out, ": { \"description\": ");
	put_string(out, pk_str_of(key->help));
	pk_put_c(out, ", ");
	put_alternatives(out, key);
	pk_put_c(out, " }");
}

/* Keys that are not built, and those of the settings alone, are no properties: the editor marks
 * them as the program does. */
static bool is_property(const struct pk_key *key)
{
	return (key->flags & (PK_KEY_LATER | PK_KEY_NOT_MEETING)) == 0;
}

static void put_properties(struct pk_out *out, const struct pk_key_table *table)
{
	bool first = true;

	pk_put_c(out, "      \"properties\": {\n");
	for (size_t i = 0; i < table->n; i++) {
		struct pk_str name = pk_str_of(table->v[i].name);
		struct pk_out twin = pk_out_new(out->arena, 64);

		if (!is_property(&table->v[i]))
			continue;
		pk_put_c(out, first ? "" : ",\n");
		first = false;
		put_property(out, &table->v[i], name);
		pk_key_put_twin(&twin, name);
		if (!pk_str_eq(pk_out_str(&twin), name)) {
			pk_put_c(out, ",\n");
			put_property(out, &table->v[i], pk_out_str(&twin));
		}
		out->failed = out->failed || twin.failed;
	}
	pk_put_c(out, "\n      }");
}

/* What the settings may tell is not needed here. Either spelling of a key will do. */
static void put_required(struct pk_out *out, const struct pk_key_table *table)
{
	bool first = true;

	for (size_t i = 0; i < table->n; i++) {
		unsigned flags = table->v[i].flags;
		struct pk_str name = pk_str_of(table->v[i].name);
		struct pk_out twin = pk_out_new(out->arena, 64);

		if ((flags & PK_KEY_NEEDED) == 0 || (flags & PK_KEY_SETTINGS) != 0)
			continue;
		pk_key_put_twin(&twin, name);
		pk_put_c(out, first ? ",\n      \"allOf\": [" : ", ");
		first = false;
		pk_put_c(out, "{ \"anyOf\": [{ \"required\": [");
		put_string(out, name);
		pk_put_c(out, "] }, { \"required\": [");
		put_string(out, pk_out_str(&twin));
		pk_put_c(out, "] }] }");
		out->failed = out->failed || twin.failed;
	}
	if (!first)
		pk_put_c(out, "]");
}

static void put_table(struct pk_out *out, const struct pk_key_table *table)
{
	pk_put_c(out, "    ");
	put_string(out, pk_str_of(table->name));
	pk_put_c(out, ": {\n      \"type\": \"object\",\n      \"additionalProperties\": false,\n");
	put_properties(out, table);
	put_required(out, table);
	if (table == &pk_keys_top)
		pk_put_c(out, ",\n      \"anyOf\": [{ \"required\": [\"paragrafer\"] }, "
			      "{ \"required\": [\"avsnitt\"] }]");
	pk_put_c(out, "\n    }");
}

void pk_meeting_schema(struct pk_out *out)
{
	pk_put_c(out, "{\n  \"$schema\": \"https://json-schema.org/draft/2020-12/schema\",\n"
		      "  \"title\": \"Protokoll\",\n"
		      "  \"description\": \"Ett sammanträde\",\n"
		      "  \"$ref\": \"#/$defs/meeting\",\n  \"$defs\": {\n");
	for (size_t i = 0; pk_key_tables[i] != NULL; i++) {
		if (i > 0)
			pk_put_c(out, ",\n");
		put_table(out, pk_key_tables[i]);
	}
	pk_put_c(out, "\n  }\n}\n");
}
