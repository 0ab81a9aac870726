/* The meeting, decoded: what the secretary wrote, typed, with positions. Strings are NFC; an absent
 * rad is empty, an absent list has n == 0, an absent date has year 0.
 *
 * Secret words: "((Bo Alm))" in a rad or text of a paragraf stands in the model between
 * PK_SECRET_BEGINS and PK_SECRET_ENDS. Who prints takes the marks away; who prints the public
 * edition takes all between them away too, pictures included. They come in pairs, never nested,
 * both in one rad, or both in the runs of one block (paragraph, heading, cell or code) but not
 * always in one run; never in the name of a person. Only a paragraf with sekretess has any. */
#ifndef PK_MEETING_MODEL_H
#define PK_MEETING_MODEL_H

#include "base/job.h"
#include "calendar/statutory.h"
#include "markup/blocks.h"
#include "value/image.h"

/* Control characters that no input may hold: as many bytes as the "((" and "))" they stand for. */
#define PK_SECRET_BEGINS "\xC2\x86"
#define PK_SECRET_ENDS "\xC2\x87"

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

/* Yes, no, or nothing said. */
enum pk_told { PK_NOT_TOLD, PK_TOLD_NO, PK_TOLD_YES };

/* What may stand several times at a paragraf. Each begins with its place. */

/* "Au § 31 (2024-05-07)": where the matter was before. */
struct pk_earlier {
	struct pk_pos at;
	struct pk_line organ;
	struct pk_str paragraf;
	struct pk_day datum;
};

struct pk_jav {
	struct pk_pos at;
	struct pk_who who, ersattare;   /* ersattare.namn empty: nobody came in */
	enum pk_told lamnar;            /* left the room: printed only when told so */
	struct pk_line skal;
};

/* {till, beslut}: what is proposed to another body. */
struct pk_forslag {
	struct pk_pos at;
	struct pk_line till;
	struct pk_proses beslut;
};

enum pk_yrkande_kind {
	PK_YRKANDE_TEXT, PK_YRKANDE_BIFALL, PK_YRKANDE_AVSLAG, PK_YRKANDE_ANDRING,
	PK_YRKANDE_TILLAGG, PK_YRKANDE_ATERREMISS, PK_YRKANDE_BORDLAGGNING
};

struct pk_yrkande {
	struct pk_pos at;
	struct pk_whos av, instammer;
	enum pk_yrkande_kind typ;
	struct pk_line pa;              /* "bifall till" what */
	struct pk_prose text;
};

/* One side of a vote: a number, names, or all who are not named ("övriga"). */
enum pk_side_form { PK_SIDE_NONE, PK_SIDE_NUMBER, PK_SIDE_NAMES, PK_SIDE_REST };
enum pk_side { PK_SIDE_JA, PK_SIDE_NEJ, PK_SIDE_AVSTAR, PK_SIDE_FRANVARANDE, PK_SIDES };

struct pk_voters {
	enum pk_side_form form;
	uint32_t number;                /* NUMBER */
	struct pk_whos names;           /* NAMES */
	struct pk_pos at;
};

enum pk_vote_kind {
	PK_VOTE_OMROSTNING, PK_VOTE_HUVUDVOTERING, PK_VOTE_MOTFORSLAG, PK_VOTE_MINORITET
};
enum pk_tie { PK_TIE_NONE, PK_TIE_UTSLAGSROST, PK_TIE_LOTTNING };
enum pk_vote_layout {
	PK_LAYOUT_DEFAULT,              /* as standard.röstredovisning says */
	PK_LAYOUT_SUMMA, PK_LAYOUT_LOPTEXT, PK_LAYOUT_RADER, PK_LAYOUT_MATRIS
};

struct pk_omrostning {
	struct pk_pos at;
	enum pk_vote_kind slag;
	struct pk_line ja_betyder, nej_betyder;
	struct pk_voters sides[PK_SIDES];
	bool blanka_given, ogiltiga_given;
	uint32_t blanka, ogiltiga;
	bool sluten;
	enum pk_tie avgorande;
	enum pk_told utfall;            /* YES: ja won */
	bool summa_given[PK_SIDES];     /* summa: {ja: 41, nej: 38, avstår: 2} */
	uint32_t summa[PK_SIDES];
	struct pk_pos summa_at;
	enum pk_vote_layout redovisning;
};

struct pk_reservation {
	struct pk_pos at;
	struct pk_whos av;
	struct pk_line grupp;           /* how it prints: "Ledamöterna från M" */
	struct pk_line for_vad;         /* "eget yrkande" */
	struct pk_prose text;
	uint32_t bilaga;                /* number of the bilaga; 0: none */
};

/* Särskilt yttrande, protokollsanteckning. */
struct pk_anteckning {
	struct pk_pos at;
	struct pk_whos av;
	struct pk_prose text;
	uint32_t bilaga;
};

struct pk_delegation {
	struct pk_pos at;
	struct pk_line nr, dnr, beslut, delegat;
	struct pk_day datum;
};

/* A letter that is reported. */
struct pk_anmalan {
	struct pk_pos at;
	struct pk_line dnr, arende, fran;
	struct pk_day datum;
};

struct pk_omedelbar {
	bool given;
	struct pk_day datum;            /* not given: the day of the § */
	struct pk_day anslag;           /* not given: the same day */
	struct pk_whos justerare;       /* none: as the meeting's */
	struct pk_line plats;
	struct pk_pos at;
};

struct pk_rattelse {
	struct pk_pos at;
	struct pk_day datum;
	struct pk_line av, avser, stod, rattat, grund;
};

struct pk_sekretess {
	bool given, marked;             /* marked: only what stands between (( and )) */
	struct pk_line lagrum, rubrik;
	struct pk_pos at;
};

/* DEFAULT: as standard.beslutsform says. */
enum pk_beslutsform { PK_FORM_DEFAULT, PK_FORM_PUNKTER, PK_FORM_ATT, PK_FORM_LOPTEXT };
enum pk_appeal { PK_APPEAL_LAGLIGHET, PK_APPEAL_BESVAR, PK_APPEAL_NONE };

/* A break: "14.10–14.25, kaffe, § 42". */
struct pk_ajournering {
	struct pk_pos at;
	struct pk_line tid, skal;
	struct pk_presence paragraf;
};

/* Somebody in the register of protokoll.yaml. */
struct pk_registered {
	struct pk_pos at;
	struct pk_str nyckel, namn, parti;
	enum pk_role role;
	struct pk_date fran, till;      /* term of office; no date: without end */
	bool ersattare;
};

/* A finding that the secretary has silenced, and why. */
struct pk_silenced {
	struct pk_pos at;
	struct pk_line kod, skal;
	int32_t paragraf;               /* index, or -1: anywhere */
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
	struct pk_lines for_kannedom;   /* mottagare: {åtgärd, kännedom}; åtgärd goes to mottagare */
	bool mottagare_split;
	struct pk_day dag;
	struct pk_earlier *tidigare;
	size_t n_tidigare;
	enum pk_beslutsform beslutsform;
	struct pk_forslag *forslag;
	size_t n_forslag;
	struct pk_jav *jav;
	size_t n_jav;
	struct pk_who ordforande;       /* namn empty: as the meeting */
	struct pk_yrkande *yrkanden;
	size_t n_yrkanden;
	struct pk_prose propositionsordning;
	struct pk_omrostning *omrostningar;
	size_t n_omrostningar;
	struct pk_reservation *reservationer;
	size_t n_reservationer;
	struct pk_anteckning *sarskilda_yttranden, *anteckningar;
	size_t n_sarskilda_yttranden, n_anteckningar;
	struct pk_whos deltar_inte;
	struct pk_delegation *delegationsbeslut;
	size_t n_delegationsbeslut;
	struct pk_anmalan *anmalningar;
	size_t n_anmalningar;
	struct pk_omedelbar omedelbar;
	struct pk_rattelse *rattelser;
	size_t n_rattelser;
	struct pk_sekretess sekretess;
	enum pk_appeal overklagande;
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

/* Sections of a paragraf, in the order that settings may change. This is the default. */
enum pk_part_kind {
	PK_PART_JAV, PK_PART_RATTELSER, PK_PART_BESLUT, PK_PART_FORSLAG, PK_PART_MOTIVERING,
	PK_PART_ARENDEBESKRIVNING, PK_PART_AVSNITT, PK_PART_YRKANDEN, PK_PART_PROPOSITIONSORDNING,
	PK_PART_OMROSTNINGAR, PK_PART_DELTAR_INTE, PK_PART_RESERVATIONER,
	PK_PART_SARSKILDA_YTTRANDEN, PK_PART_ANTECKNINGAR, PK_PART_DELEGATIONSBESLUT,
	PK_PART_ANMALNINGAR, PK_PART_BESLUTSUNDERLAG, PK_PART_OMEDELBAR_JUSTERING,
	PK_PART_MOTTAGARE, PK_PART_COUNT
};

/* Labels that etiketter may change; the default words stand in meeting/labels.def. */
enum pk_label {
#define L(id, key, words) PK_LABEL_##id,
#include "meeting/labels.def"
#undef L
	PK_LABEL_COUNT
};

/* Where the notice of the protocol stands. */
enum pk_bevis_page { PK_BEVIS_FIRST, PK_BEVIS_SECOND, PK_BEVIS_LAST };

/* The column Sida of the agenda: "3–4", "3", or none. */
enum pk_agenda_page { PK_AGENDA_SPAN, PK_AGENDA_FIRST, PK_AGENDA_NONE };

/* What does not change from meeting to meeting: protokoll.yaml, merged. */
struct pk_settings {
	struct pk_line builds_on;       /* bygger_på, as written: the job room has read it */
	struct pk_str labels[PK_LABEL_COUNT];
	enum pk_part_kind order[PK_PART_COUNT];
	enum pk_nedtagande_policy nedtagande;
	int nedtagande_days;
	struct pk_str prefix;           /* paragraf: {prefix: SN} */
	bool year;                      /* paragraf: {årtal: ja}: "§ 41/2024" */
	struct pk_str plural_sign;      /* paragraf: {flertecken: §}: before several numbers */
	bool new_page;                  /* paragraf: {ny_sida: ja} */
	bool signature_boxes, certification;   /* sidfot */
	enum pk_bevis_page bevis_page;  /* bevis: {sida: första} */
	bool bevis_last_day;            /* bevis: {sista_dag: ja}: the last day to appeal is printed */
	bool bevis_by_hand;             /* bevis: {fylls_i_för_hand: ja}: its dates are left blank */
	bool agenda_dnr;                /* föredragningslista: {dnr: ja} */
	enum pk_agenda_page agenda_page;       /* föredragningslista: {sida: spann} */
	bool exact_pages;               /* sidnummer: {exakt: ja}: LibreOffice counts the pages */
	uint32_t page_start;            /* sidnummer: {start: 17}: of the first page; 0: the template's */
	bool numbered_by_meeting;       /* numrering: sammanträde; the first § is then 1 */
	enum pk_signing signing;        /* standard: {signering: penna} */
	enum pk_vote_layout vote_layout;       /* standard: {röstredovisning: löptext} */
	enum pk_beslutsform beslutsform;       /* standard: {beslutsform: punkter} */
	struct pk_line accent;          /* utseende.accentfärg: six hexadecimal digits, or empty */
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
	struct pk_day *days;            /* all days; datum is the last of them (M) */
	size_t n_days;
	struct pk_ajournering *ajournering;
	size_t n_ajournering;
	enum pk_told oppet;
	struct pk_presence oppet_paragrafer;   /* öppet: "§ 41–43" */
	bool all_members;               /* beslutande began with "alla ledamöter": persons hold them */
	uint32_t seats;                 /* antal_ledamöter; 0: unknown */
	struct pk_registered *registered;      /* the organ's register */
	size_t n_registered;
	struct pk_silenced *silenced;
	size_t n_silenced;
	struct pk_settings settings;
	struct pk_pos at;               /* the start of the file */
};

#endif
