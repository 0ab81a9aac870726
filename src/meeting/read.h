/* Reading nodes into the model: what the functions of the schema table share. */
#ifndef PK_MEETING_READ_H
#define PK_MEETING_READ_H

#include "meeting/model.h"
#include "meeting/schema.h"
#include "yaml/node.h"

/* One body of the settings' register. */
struct pk_organ {
	struct pk_line namn;
	struct pk_str kort;
	uint32_t seats;                 /* 0: unknown */
	struct pk_registered *registered;      /* members first, then substitutes */
	size_t n_registered;
};

/* A name in a paragraf: it is looked up when närvarande has been read. */
struct pk_pending {
	struct pk_who *who;
	int32_t paragraf;               /* index */
};

/* A decoding in progress. */
struct pk_reader {
	struct pk_job *job;
	struct pk_meeting *m;           /* NULL: a person line alone; §§ and names are not looked up */
	bool settings;                  /* the settings are read, not the meeting */
	struct pk_organ *organs;
	size_t n_organs;
	int32_t paragraf;               /* index of the paragraf that is read, or -1 */
	bool sekretess;                 /* it may hold secret words */
	bool marked;                    /* and it does */
	struct pk_pos all_members_at;   /* "alla ledamöter" */
	struct pk_pending *pending;
	size_t n_pending, pending_room;
};

/* What a piece of text was cut from, so that messages point at the piece. node may be NULL. */
struct pk_origin {
	const struct pk_node *node;
	struct pk_pos at;
};

/* The place of a piece that is a slice of the origin's text (not a copy). */
struct pk_pos pk_origin_place(const struct pk_reader *r, const struct pk_origin *origin,
		struct pk_str piece);
struct pk_origin pk_origin_of(const struct pk_node *node);

/* Every reader of the table has this form; target is where in the model the value goes. */
#define PK_READER(name) \
	bool name(struct pk_reader *r, const struct pk_key *key, const struct pk_node *node, \
			void *target)

/* Reads a mapping by its table into the struct at target: unknown, misplaced, unbuilt and missing
 * keys are errors, and all of them are told. */
PK_MUST bool pk_read_map(struct pk_reader *r, const struct pk_key_table *table, const char *name,
		const struct pk_node *node, void *target);

/* "key:" with nothing after it. */
bool pk_node_empty(const struct pk_node *node);

/* A list's items, or the value itself as the only one; an item without a value is an error. */
PK_MUST bool pk_read_items(struct pk_reader *r, const struct pk_key *key, const struct pk_node *node,
		const struct pk_node **ret, size_t *ret_n);

/* A scalar of one line, trimmed: a slice of the node's text. */
PK_MUST bool pk_read_one_line(struct pk_reader *r, const char *name, const struct pk_node *node,
		struct pk_str *ret);

/* A list of mappings, or one of them: *array is allocated and filled by the key's children, and the
 * place of each is written at its start. check, when given, looks at each that could be read. */
#define pk_read_list(r, key, node, array, n, check) \
	pk_read_maps((r), (key), (node), (void **)(array), sizeof(**(array)), (n), (check))
PK_MUST bool pk_read_maps(struct pk_reader *r, const struct pk_key *key, const struct pk_node *node,
		void **array, size_t size, size_t *n,
		bool (*check)(struct pk_reader *r, const void *item));

/* A whole number. */
PK_MUST bool pk_read_number(struct pk_reader *r, const struct pk_key *key, const struct pk_node *node,
		uint32_t least, uint32_t *ret);

/* ja, nej, true, false in any case; false when the text is none of them (nothing is recorded). */
bool pk_yes_no(struct pk_str text, bool *ret);

/* Which of the key's words stands there, from 0. */
PK_MUST bool pk_read_word(struct pk_reader *r, const struct pk_key *key, const struct pk_node *node,
		unsigned *ret);

/* A date, alone. at is where to point. */
PK_MUST bool pk_date_read(struct pk_reader *r, struct pk_str text, struct pk_pos at,
		struct pk_date *ret);

/* Small values: read.c. The type of the target stands behind each. */
PK_READER(pk_read_line);                /* struct pk_line */
PK_READER(pk_read_str);                 /* struct pk_str */
PK_READER(pk_read_lines);               /* struct pk_lines */
PK_READER(pk_read_prose);               /* struct pk_prose */
PK_READER(pk_read_proses);              /* struct pk_proses */
PK_READER(pk_read_day);                 /* struct pk_day */
PK_READER(pk_read_date);                /* struct pk_date */
PK_READER(pk_read_clock);               /* struct pk_line, normal form */
PK_READER(pk_read_bool);                /* bool */
PK_READER(pk_read_forced);              /* enum pk_forced */
PK_READER(pk_read_told);                /* enum pk_told */
PK_READER(pk_read_signing);             /* enum pk_signing */
PK_READER(pk_read_choice);              /* an enum with a value for each word, in order */
PK_READER(pk_read_choice_past_default); /* the same, after a first value for "not told" */
PK_READER(pk_read_children);            /* the struct that the children's offsets speak of */

/* People: people.c. */
PK_READER(pk_read_narvarande);          /* struct pk_meeting */
PK_READER(pk_read_group);               /* struct pk_meeting; which list: by the key's name */
PK_READER(pk_read_own_groups);          /* struct pk_meeting */
PK_READER(pk_read_own_group_people);    /* struct pk_meeting: the last of groups */
PK_READER(pk_read_own_group_title);     /* struct pk_meeting: the last of groups */
PK_READER(pk_read_secretaries);         /* struct pk_meeting */
PK_READER(pk_read_chairs);              /* struct pk_meeting */
PK_READER(pk_read_whos);                /* struct pk_whos, with §-område */
PK_READER(pk_read_names);               /* struct pk_whos, without */
PK_READER(pk_read_who);                 /* struct pk_who, without */
PK_READER(pk_read_spans);               /* struct pk_presence, "41–43" or "§ 41–43" */

/* The mapping form of a person: persons.c. The target is the struct pk_person. */
PK_READER(pk_read_person_name);
PK_READER(pk_read_person_role);
PK_READER(pk_read_person_for);
PK_READER(pk_read_person_spans);
PK_READER(pk_read_person_times);

/* Content: content.c. */
PK_READER(pk_read_paragrafer);          /* struct pk_meeting */
PK_READER(pk_read_nr);                  /* struct pk_paragraf */
PK_READER(pk_read_beslut);              /* struct pk_paragraf */
PK_READER(pk_read_sections);            /* struct pk_sections */
PK_READER(pk_read_bilagor);             /* struct pk_sections */
PK_READER(pk_read_receivers);           /* struct pk_paragraf */

/* What happened at a paragraf: proceedings.c. The lists are told by the struct pk_paragraf. */
PK_READER(pk_read_paragraf_day);        /* struct pk_day, one of the meeting's */
PK_READER(pk_read_tidigare);
PK_READER(pk_read_foreign_nr);          /* struct pk_str: "31", "31/2024" */
PK_READER(pk_read_jav);
PK_READER(pk_read_rattelser);
PK_READER(pk_read_forslag);
PK_READER(pk_read_yrkanden);
PK_READER(pk_read_reservationer);
PK_READER(pk_read_yttranden);
PK_READER(pk_read_anteckningar);
PK_READER(pk_read_bilaga_number);       /* uint32_t */
PK_READER(pk_read_delegationsbeslut);
PK_READER(pk_read_anmalningar);
PK_READER(pk_read_omedelbar);           /* struct pk_omedelbar */
PK_READER(pk_read_sekretess);           /* struct pk_sekretess */
PK_READER(pk_read_secret_extent);       /* bool */

/* Votes: votes.c. The target is the struct pk_omrostning, but for the first and the last. */
PK_READER(pk_read_omrostningar);        /* struct pk_paragraf */
PK_READER(pk_read_side);
PK_READER(pk_read_blank_votes);
PK_READER(pk_read_invalid_votes);
PK_READER(pk_read_summa);
PK_READER(pk_read_sum);
PK_READER(pk_read_vote_layout);         /* enum pk_vote_layout */

/* The meeting's days and breaks: session.c. */
PK_READER(pk_read_meeting_days);        /* struct pk_meeting */
PK_READER(pk_read_breaks);              /* struct pk_meeting */
PK_READER(pk_read_open);                /* struct pk_meeting */
PK_READER(pk_read_silenced);            /* struct pk_meeting */
PK_READER(pk_read_nr_of_meeting);       /* int32_t: index of the paragraf + 1 */

/* Justering and anslag: justering.c. */
PK_READER(pk_read_justering);           /* struct pk_meeting */
PK_READER(pk_read_planned);             /* struct pk_justering */
PK_READER(pk_read_justering_signing);   /* struct pk_justering */
PK_READER(pk_read_signatures);          /* struct pk_justering */
PK_READER(pk_read_anslag);              /* struct pk_meeting */

/* Settings: settings.c. */
void pk_settings_default(struct pk_settings *settings);
PK_READER(pk_read_organ);               /* struct pk_meeting */
PK_READER(pk_read_order);               /* struct pk_settings */
PK_READER(pk_read_numbering);           /* struct pk_settings */
PK_READER(pk_read_nedtagande);          /* struct pk_settings */
PK_READER(pk_read_days);                /* struct pk_settings */
PK_READER(pk_read_page_start);          /* struct pk_settings */
PK_READER(pk_read_colour);              /* struct pk_line: six digits */
PK_READER(pk_read_plural_sign);         /* struct pk_str */

/* The register: register.c. */
PK_READER(pk_read_seats);               /* uint32_t */
PK_READER(pk_read_registered);          /* struct pk_organ: members or substitutes, by the key */
PK_READER(pk_read_register_role);       /* enum pk_role */

/* Takes the register of the meeting's body, once it is known which body that is. */
void pk_register_choose(struct pk_reader *r);

/* Writes out a name that is a key of the register. Nobody with that key held office on the day of
 * the meeting: an error. *ret_found is NULL when the name is no key. */
PK_MUST bool pk_register_resolve(struct pk_reader *r, struct pk_str *namn, struct pk_str *parti,
		struct pk_pos at, const struct pk_registered **ret_found);

/* "alla ledamöter": puts the members in office first among the persons, but for those who are
 * listed anyway and those who are absent; who is absent for some §§ is there for the others. */
PK_MUST bool pk_register_add_members(struct pk_reader *r, struct pk_pos at);

/* Secret words: secret.c. Keeps "\((" safe from CommonMark; as long as text. */
PK_MUST bool pk_secret_before_markup(struct pk_reader *r, struct pk_str text, struct pk_str *ret);

/* Both put the marks of the model where the file has "((" and "))", or
 * report that they do not pair or may not stand here. */
PK_MUST bool pk_secret_line(struct pk_reader *r, const struct pk_node *node, struct pk_str *text);
PK_MUST bool pk_secret_blocks(struct pk_reader *r, const struct pk_node *node,
		const struct pk_blocks *blocks);

#endif
