/* The meeting, decoded: what the secretary wrote, typed, with positions. Strings are NFC; an absent
 * rad is empty, an absent list has n == 0, an absent date has year 0. */
#ifndef PK_MEETING_MODEL_H
#define PK_MEETING_MODEL_H

#include "base/job.h"
#include "calendar/statutory.h"
#include "markup/blocks.h"
#include "value/image.h"

struct pk_line {
	struct pk_str text;
	struct pk_pos at;
};

struct pk_lines {
	struct pk_line *v;
	size_t n;
};

struct pk_day {
	struct pk_date date;
	struct pk_pos at;
};

/* A text: CommonMark, parsed; blocks is NULL when it is absent. */
struct pk_prose {
	const struct pk_blocks *blocks;
	struct pk_pos at;
};

struct pk_proses {
	struct pk_prose *v;
	size_t n;
};

/* {rubrik, text, fil}: free sections and appendices. */
struct pk_section {
	struct pk_line rubrik;
	struct pk_prose text;
	struct pk_line fil;
	struct pk_pos at;
};

struct pk_sections {
	struct pk_section *v;
	size_t n;
};

/* §-område: spans of paragrafer by their index in the meeting, resolved when all are read. */
struct pk_span {
	uint32_t from, to;        /* indexes in pk_meeting.paragrafer, both included */
	bool except;              /* "ej § 44" */
	bool part;                /* "del av § 72" */
};

/* When somebody was there. Not given: the whole meeting. */
struct pk_presence {
	bool given;
	struct pk_span *spans;
	size_t n_spans;
	struct pk_str text;       /* as it is printed: "§ 42, 45–46", "fr.o.m. § 43", "kl. 14.10–14.55" */
	struct pk_pos at;
};

enum pk_role {
	PK_ROLE_NONE, PK_ROLE_ORDFORANDE, PK_ROLE_VICE, PK_ROLE_FORSTE_VICE, PK_ROLE_ANDRE_VICE,
	PK_ROLE_MOTESORDFORANDE, PK_ROLE_LEDAMOT, PK_ROLE_ERSATTARE, PK_ROLE_SEKRETERARE
};

/* Which list of närvarande a person stands in. */
enum pk_group {
	PK_GROUP_BESLUTANDE, PK_GROUP_ERSATTARE, PK_GROUP_FRANVARANDE, PK_GROUP_OVRIGA,
	PK_GROUP_EGEN, PK_GROUP_NONE
};

/* A name that points to somebody in närvarande ("vem"). */
struct pk_who {
	struct pk_str namn, parti;      /* as written */
	int32_t person;                 /* index in pk_meeting.persons, or -1 */
	struct pk_presence presence;    /* "Tomas Falk (SD), § 44" where that is allowed */
	struct pk_pos at;
};

struct pk_whos {
	struct pk_who *v;
	size_t n;
};

struct pk_person {
	struct pk_str namn, parti, titel;
	enum pk_role role;
	struct pk_str roll;             /* the role as it is printed: "vice ordförande" */
	bool vacant, remote;
	bool serves_for;                /* a serving substitute */
	struct pk_who for_whom;         /* empty name: unknown */
	struct pk_str orsak;
	struct pk_presence presence;
	enum pk_group group;
	uint32_t own_group;             /* PK_GROUP_EGEN: index in pk_meeting.groups */
	struct pk_pos at;
};

/* Own group: {rubrik, personer}; its persons stand in pk_meeting.persons with own_group. */
struct pk_own_group {
	struct pk_line rubrik;
};

struct pk_paragraf {
	struct pk_str nr;               /* "330", "12 a"; empty when the first number is missing */
	bool nr_given;
	struct pk_line rubrik, dnr;
	bool beslut_none;               /* beslut: nej */
	struct pk_proses beslut;
	struct pk_prose motivering, arendebeskrivning;
	struct pk_sections avsnitt;
	struct pk_lines beslutsunderlag, mottagare;
	struct pk_pos at;
};

enum pk_signing { PK_SIGN_PENNA, PK_SIGN_DIGITAL, PK_SIGN_INGEN };

struct pk_signature {
	struct pk_who who;
	struct pk_day datum;
};

struct pk_justering {
	struct pk_whos justerare, ersattare;
	struct pk_line plats;
	struct pk_day planerad;
	struct pk_str planerad_tid;     /* "kl. 15.00", or empty */
	struct pk_day datum;            /* J, also when it follows from signaturer */
	enum pk_signing signering;      /* as given, else the settings' standard.signering */
	bool signering_given;
	struct pk_signature *signaturer;
	size_t n_signaturer;
	struct pk_pos at;
};

/* One board. */
struct pk_anslag {
	struct pk_line tavla, forvaringsplats, av;
	struct pk_day datum;            /* A as given; not given: J */
	struct pk_day nedtas;           /* N as given */
	struct pk_pos at;
};

/* A state that the secretary may force. */
enum pk_forced { PK_NOT_FORCED, PK_FORCED_NO, PK_FORCED_YES };

/* One chair and the paragrafer. */
struct pk_chair {
	struct pk_who who;
};

/* Sections of a paragraf, in the order that settings may change. Those that version 0.1 prints. */
enum pk_part_kind {
	PK_PART_BESLUT, PK_PART_MOTIVERING, PK_PART_ARENDEBESKRIVNING, PK_PART_AVSNITT,
	PK_PART_BESLUTSUNDERLAG, PK_PART_MOTTAGARE, PK_PART_COUNT
};

/* Labels that etiketter may change; the default words stand in meeting/labels.def. */
enum pk_label {
#define L(id, key, words) PK_LABEL_##id,
#include "meeting/labels.def"
#undef L
	PK_LABEL_COUNT
};

/* What does not change from meeting to meeting: protokoll.yaml, merged. */
struct pk_settings {
	struct pk_str labels[PK_LABEL_COUNT];
	enum pk_part_kind order[PK_PART_COUNT];
	enum pk_nedtagande_policy nedtagande;
	int nedtagande_days;
	struct pk_str prefix;           /* paragraf: {prefix: SN} */
	bool year;                      /* paragraf: {årtal: ja}: "§ 41/2024" */
	struct pk_str plural_sign;      /* paragraf: {flertecken: §}: before several numbers */
	bool new_page;                  /* paragraf: {ny_sida: ja} */
	bool signature_boxes, certification;   /* sidfot */
	enum pk_signing signing;        /* standard: {signering: penna} */
	struct pk_str accent;           /* utseende.accentfärg: six hexadecimal digits, or empty */
	struct pk_line logo;            /* utseende.logotyp, as written */
	struct pk_str logo_alt;
	const struct pk_image *logo_image;     /* set by the job room */
};

struct pk_meeting {
	struct pk_line kommun, organ, titel, mall, plats, nummer;
	struct pk_day datum;            /* M */
	struct pk_line tid;             /* normal form: "13.00–16.10" */
	enum pk_forced utkast;
	struct pk_person *persons;      /* all of närvarande, in the order of the file */
	size_t n_persons;
	struct pk_own_group *groups;
	size_t n_groups;
	struct pk_chair *chairs;        /* ordförande by key; else n_chairs == 0 and roles decide */
	size_t n_chairs;
	struct pk_person *secretaries;
	size_t n_secretaries;
	struct pk_justering justering;
	bool justering_given;
	bool anslag_none;               /* anslag: nej */
	struct pk_anslag *anslag;
	size_t n_anslag;
	struct pk_paragraf *paragrafer;
	size_t n_paragrafer;
	struct pk_sections avsnitt, bilagor;
	struct pk_settings settings;
	struct pk_pos at;               /* the start of the file */
};

#endif
