/* Every key there is, in one table: decoder, messages, JSON Schema and reference page read it. */
#ifndef PK_MEETING_SCHEMA_H
#define PK_MEETING_SCHEMA_H

#include "base/job.h"

struct pk_node;
struct pk_reader;
struct pk_key_table;

/* What may stand as a key's value: for the JSON Schema and the reference page. The decoder goes by
 * the key's own function. */
enum pk_key_type {
	PK_TYPE_LINE,           /* rad */
	PK_TYPE_TEXT,           /* text, CommonMark */
	PK_TYPE_DATE, PK_TYPE_TIME, PK_TYPE_DATE_TIME, PK_TYPE_YES_NO, PK_TYPE_NUMBER,
	PK_TYPE_WORD,           /* one of words */
	PK_TYPE_NR,             /* the number of a paragraf */
	PK_TYPE_SPANS,          /* §-område */
	PK_TYPE_WHO,            /* vem */
	PK_TYPE_MAP,            /* a mapping with the keys of children */
	PK_TYPE_LINE_OR_MAP,    /* a person: a line, or a mapping */
	PK_TYPE_WHO_OR_MAP,
	PK_TYPE_VOTERS          /* a number, or vem, several too */
};

/* Bits of pk_key.flags. */
enum {
	PK_KEY_MANY = 1,        /* one value or a list of them */
	PK_KEY_NEEDED = 2,
	PK_KEY_LATER = 4,       /* known, not built: an error, never ignored */
	PK_KEY_OR_NO = 8,       /* "nej" may stand instead */
	PK_KEY_OR_WORD = 16,    /* one of words may stand instead */
	PK_KEY_EMPTY_TOO = 32,  /* an empty value is a mistake, not an absent one */
	PK_KEY_SETTINGS = 64,   /* may stand in the settings ... */
	PK_KEY_NOT_MEETING = 128,       /* ... and only there */
	PK_KEY_OR_YES_NO = 256, /* ja or nej may stand instead */
	PK_KEY_OR_MAP = 512     /* a mapping with the keys of children may stand instead */
};

/* A section of a paragraf that avsnittsordning may name: none, or part + 1. */
enum { PK_KEY_NO_PART, PK_KEY_PART };

struct pk_key {
	const char *name;       /* its ASCII twin follows from it */
	enum pk_key_type type;
	unsigned flags;
	unsigned part;
	unsigned turn;          /* keys of a higher turn are read first: others refer to them */
	const char *since;      /* NULL: not built yet */
	const char *help;       /* Swedish, one line, no full stop */
	const char *example;    /* what may stand after the colon; needed keys have one */
	const char *words;      /* separated by blanks */
	const struct pk_key_table *children;
	/* Reads the value into the struct of the map, offset bytes in. False: an error was recorded. */
	bool (*read)(struct pk_reader *r, const struct pk_key *key, const struct pk_node *node,
			void *target);
	size_t offset;
};

/* The keys of one mapping. */
struct pk_key_table {
	const char *name;       /* in the JSON Schema */
	const char *under;      /* the key whose value it is, for "belongs under"; NULL: not told */
	const struct pk_key *v;
	size_t n;
};

/* The outermost mapping of a meeting and of the settings. */
extern const struct pk_key_table pk_keys_top;

/* One of paragrafer; its sections are the words of avsnittsordning. */
extern const struct pk_key_table pk_keys_paragraf;

/* All mappings, ended by NULL. The first is pk_keys_top. */
extern const struct pk_key_table *const pk_key_tables[];

/* The key by name or ASCII twin; NULL when the mapping has none such. */
const struct pk_key *pk_key_find(const struct pk_key_table *table, struct pk_str name);

/* Writes the name with å ä ö é as a a o e. */
void pk_key_put_twin(struct pk_out *out, struct pk_str name);

#endif
