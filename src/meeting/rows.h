/* Words for the rows of the schema table: what is common to many keys. */
#ifndef PK_MEETING_ROWS_H
#define PK_MEETING_ROWS_H

#include "meeting/read.h"

#define SINCE .since = "0.1"
#define LATER(name_, help_) { .name = (name_), .flags = PK_KEY_LATER, .help = (help_) }
#define TO(of, field) .offset = offsetof(struct of, field)
#define LINE(of, field) .read = pk_read_line, TO(of, field)
#define STR(of, field) .read = pk_read_str, TO(of, field)
#define TEXT(of, field) .type = PK_TYPE_TEXT, .read = pk_read_prose, TO(of, field)
#define TEXTS(of, field) .type = PK_TYPE_TEXT, .flags = PK_KEY_MANY | PK_KEY_NEEDED, \
	.read = pk_read_proses, TO(of, field)
#define DAY(of, field) .type = PK_TYPE_DATE, .read = pk_read_day, TO(of, field), \
	.example = "2024-05-31"
#define YES_NO(of, field) .type = PK_TYPE_YES_NO, .read = pk_read_bool, TO(of, field)
#define WHOS(of, field) .type = PK_TYPE_WHO, .flags = PK_KEY_MANY, .read = pk_read_whos, \
	TO(of, field)
#define NAMES(of, field) .type = PK_TYPE_WHO, .flags = PK_KEY_MANY, .read = pk_read_names, \
	TO(of, field)
#define NEEDED_NAMES(of, field) .type = PK_TYPE_WHO, .flags = PK_KEY_MANY | PK_KEY_NEEDED, \
	.read = pk_read_names, TO(of, field)
#define WORD(of, field, words_) .type = PK_TYPE_WORD, .words = (words_), \
	.read = pk_read_choice, TO(of, field)
/* A list of mappings; the reader fills the struct that holds the list. */
#define MAPS(table, reader) .type = PK_TYPE_MAP, .flags = PK_KEY_MANY, .children = &(table), \
	.read = (reader)
#define TABLE(id, under_, rows) \
	static const struct pk_key_table keys_##id = { #id, under_, rows, PK_COUNT(rows) }
/* For a table that another file of the room names. */
#define SHARED_TABLE(id, name_, under_, rows) \
	const struct pk_key_table pk_keys_##id = { name_, under_, rows, PK_COUNT(rows) }

/* The mappings inside a paragraf: schema_paragraf.c. */
extern const struct pk_key_table pk_keys_avsnitt, pk_keys_tidigare, pk_keys_jav, pk_keys_rattelse, pk_keys_forslag, pk_keys_yrkande, pk_keys_summa, pk_keys_omrostning, pk_keys_reservation, pk_keys_anteckning, pk_keys_delegation, pk_keys_anmalan, pk_keys_omedelbar, pk_keys_mottagare, pk_keys_sekretess;

#endif
