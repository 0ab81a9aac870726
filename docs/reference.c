/* Writes docs/referens.md: every key of a meeting and of the settings, every name of a template, every
 * message, from the tables that the program itself goes by.
 *
 *     build/docs/reference > docs/referens.md
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/diag.h"
#include "context/context.h"
#include "context/fields.h"
#include "meeting/schema.h"
#include "rules/findings.h"

/* --- what a cell of a table may hold --- */

/* Arguments ({0}) are an ellipsis; what Markdown would take for its own gets a backslash. */
static void cell(const char *text)
{
	for (const char *p = text; *p != '\0'; p++) {
		if (p[0] == '{' && p[1] >= '0' && p[1] <= '3' && p[2] == '}') {
			fputs("…", stdout);
			p += 2;
			continue;
		}
		if (strchr("|<>*_[]\\", *p) != NULL)
			putchar('\\');
		putchar(*p);
	}
}

/* As it is typed. */
static void code(const char *text)
{
	putchar('`');
	for (const char *p = text; *p != '\0'; p++) {
		if (*p == '|')
			putchar('\\');
		putchar(*p);
	}
	putchar('`');
}

static void code_or_nothing(const char *text)
{
	if (text != NULL && text[0] != '\0')
		code(text);
}

/* --- keys --- */

static const char *const type_words[] = {
	[PK_TYPE_LINE] = "en rad", [PK_TYPE_TEXT] = "text", [PK_TYPE_DATE] = "datum",
	[PK_TYPE_TIME] = "klockslag", [PK_TYPE_DATE_TIME] = "datum och klockslag",
	[PK_TYPE_YES_NO] = "ja eller nej", [PK_TYPE_NUMBER] = "tal", [PK_TYPE_WORD] = "ett ord",
	[PK_TYPE_NR] = "paragrafens nummer", [PK_TYPE_SPANS] = "paragrafer",
	[PK_TYPE_WHO] = "person", [PK_TYPE_MAP] = "nycklar",
	[PK_TYPE_LINE_OR_MAP] = "en rad, eller nycklar", [PK_TYPE_WHO_OR_MAP] = "person, eller nycklar",
	[PK_TYPE_VOTERS] = "antal eller personer",
};

static void put_words(const char *words)
{
	char copy[512];

	snprintf(copy, sizeof(copy), "%s", words);
	fputs(": ", stdout);
	for (char *word = strtok(copy, " "); word != NULL;) {
		code(word);
		word = strtok(NULL, " ");
		fputs(word == NULL ? "" : ", ", stdout);
	}
}

static void put_type(const struct pk_key *key)
{
	fputs(type_words[key->type], stdout);
	if (key->words != NULL)
		put_words(key->words);
	if (key->flags & PK_KEY_OR_NO)
		fputs(", eller nej", stdout);
	if (key->flags & PK_KEY_OR_YES_NO)
		fputs(", eller ja eller nej", stdout);
	if (key->flags & PK_KEY_OR_MAP)
		fputs(", eller nycklar", stdout);
	if (key->flags & PK_KEY_MANY)
		fputs("; en eller flera", stdout);
	if (key->flags & PK_KEY_NEEDED)
		fputs("; måste finnas", stdout);
}

static const char *place_of(const struct pk_key *key)
{
	if (key->flags & PK_KEY_NOT_MEETING)
		return "inställningar";
	return key->flags & PK_KEY_SETTINGS ? "möte, inställningar" : "möte";
}

/* Keys that are not built yet are left out: to use one is an error. */
static void put_keys(const struct pk_key_table *table)
{
	bool top = table == &pk_keys_top;

	printf("| nyckel | betydelse | skrivs som | exempel |%s sedan |\n| --- | --- | --- | --- |%s --- |\n",
			top ? " står i |" : "", top ? " --- |" : "");
	for (size_t i = 0; i < table->n; i++) {
		const struct pk_key *key = &table->v[i];

		if (key->flags & PK_KEY_LATER)
			continue;
		fputs("| ", stdout);
		code(key->name);
		fputs(" | ", stdout);
		cell(key->help);
		fputs(" | ", stdout);
		put_type(key);
		fputs(" | ", stdout);
		code_or_nothing(key->example);
		if (top)
			printf(" | %s", place_of(key));
		printf(" | %s |\n", key->since);
	}
}

/* The keys that a mapping stands below, each once. */
static void put_parents(const struct pk_key_table *table)
{
	const char *seen[32];
	size_t n = 0;

	for (size_t t = 0; pk_key_tables[t] != NULL; t++) {
		for (size_t i = 0; i < pk_key_tables[t]->n; i++) {
			const struct pk_key *key = &pk_key_tables[t]->v[i];
			bool known = key->children != table || n == sizeof(seen) / sizeof(*seen);

			for (size_t s = 0; s < n; s++)
				known = known || strcmp(seen[s], key->name) == 0;
			if (!known)
				seen[n++] = key->name;
		}
	}
	for (size_t s = 0; s < n; s++) {
		fputs(s == 0 ? "" : s + 1 == n ? " och " : ", ", stdout);
		code(seen[s]);
	}
}

static void put_all_keys(void)
{
	puts("## Nycklar\n\nNycklarna överst i ett möte, eller i `protokoll.yaml`. Å, ä, ö och é får "
	     "skrivas a, a, o och e.\n");
	put_keys(&pk_keys_top);
	for (size_t t = 1; pk_key_tables[t] != NULL; t++) {
		fputs("\n### Under ", stdout);
		put_parents(pk_key_tables[t]);
		puts("\n");
		put_keys(pk_key_tables[t]);
	}
}

/* --- names --- */

static const char *const kind_words[] = {
	[PK_FIELD_TEXT] = "text", [PK_FIELD_LIST] = "lista", [PK_FIELD_MAP] = "grupp",
	[PK_FIELD_BLOCKS] = "formaterad text", [PK_FIELD_IMAGE] = "bild", [PK_FIELD_ANCHOR] = "ankare",
	[PK_FIELD_PAGE] = "sidor", [PK_FIELD_DATE] = "datum", [PK_FIELD_PERSON] = "person",
};

static void put_name(const struct pk_field_row *row)
{
	fputs("| ", stdout);
	code(row->path);
	fputs(" | ", stdout);
	cell(row->help);
	printf(" | %s | ", kind_words[row->kind]);
	cell(row->example);
	printf(" | %s |\n", row->since);
}

static void put_all_names(void)
{
	size_t n;
	const struct pk_field_row *rows = pk_context_fields(&n);

	puts("\n## Namn i mallar\n\nEtt namn med punkt i står för en uppgift inuti en annan. Är den yttre en "
	     "lista, till exempel `paragrafer`, så skrivs det inre\nnamnet utan det som står före punkten, "
	     "mellan `{{#paragrafer}}` och `{{/paragrafer}}`. Hur taggarna skrivs står i [mallar.md](mallar.md)."
	     "\n\n| namn | betydelse | slag | exempel | sedan |\n| --- | --- | --- | --- | --- |");
	for (size_t i = 0; i < n; i++)
		put_name(&rows[i]);
	puts("\nEtt **datum** har också `.iso` (2024-05-21), `.lång` (21 maj 2024), `.veckodag` (tisdag) och "
	     "`.hel` (tisdagen den 21 maj 2024).\nI en upprepning finns `nummer`, `första?` och `sista?`.");
	if (pk_context_renamed()->was != NULL)
		puts("\n| äldre namn | heter nu | sedan |\n| --- | --- | --- |");
	for (const struct pk_renamed *row = pk_context_renamed(); row->was != NULL; row++)
		printf("| `%s` | `%s` | %s |\n", row->was, row->now, row->since);
}

/* --- messages --- */

static int by_code(const void *a, const void *b)
{
	return strcmp(pk_message_code(*(const enum pk_message *)a),
			pk_message_code(*(const enum pk_message *)b));
}

static const char *const level_words[] = {
	[PK_LEVEL_NOTE] = "not", [PK_LEVEL_REMAINS] = "kvar", [PK_LEVEL_WARNING] = "varning",
	[PK_LEVEL_ERROR] = "fel", [PK_LEVEL_FATAL] = "fel",
};

static void put_message(enum pk_message message)
{
	struct pk_str known = pk_str_of(pk_message_code(message));
	const char *hint = pk_message_hint(message, PK_SWEDISH);
	const char *why = pk_rule_explain(known, PK_SWEDISH), *ground = pk_rule_ground(known);

	printf("| %s | %s | ", pk_message_code(message), level_words[pk_message_level(message)]);
	cell(pk_message_text(message, PK_SWEDISH));
	fputs(" | ", stdout);
	cell(why == NULL ? "" : why);
	if (ground != NULL && ground[0] != '\0') {
		fputs(why == NULL || why[0] == '\0' ? "" : " ", stdout);
		cell(ground);
	}
	fputs(" | ", stdout);
	cell(hint == NULL ? "" : hint);
	puts(" |");
}

static void put_all_messages(void)
{
	enum pk_message sorted[PK_M_COUNT];
	size_t n = 0;

	for (int i = PK_M_NONE + 1; i < PK_M_COUNT; i++)
		sorted[n++] = (enum pk_message)i;
	qsort(sorted, n, sizeof(*sorted), by_code);
	puts("\n## Meddelanden\n\nEtt **fel** gör att inget dokument skrivs. En **varning** är något att se på. "
	     "**Kvar** är det som ett utkast ännu saknar, och en **not**\nsäger vad programmet har gjort. Det som skiftar "
	     "står som …\n\n| kod | nivå | meddelande | förklaring | råd |\n| --- | --- | --- | --- | --- |");
	for (size_t i = 0; i < n; i++)
		put_message(sorted[i]);
}

int main(void)
{
	puts("# Referens\n\n<!-- Skriven av docs/reference.c efter programmets egna tabeller. -->\n\n"
	     "Alla [nycklar](#nycklar) i ett möte och i inställningarna, alla [namn](#namn-i-mallar) som en "
	     "mall kan använda, och alla\n[meddelanden](#meddelanden).\n");
	put_all_keys();
	put_all_names();
	put_all_messages();
	return fflush(stdout) != 0;
}
