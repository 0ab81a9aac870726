/* What follows from a meeting by law and arithmetic. Pure: today is an argument and touches
 * messages only. */
#ifndef PK_RULES_FINDINGS_H
#define PK_RULES_FINDINGS_H

#include "meeting/model.h"

/* The dates of one notice. */
struct pk_notice {
	const struct pk_anslag *board;      /* NULL: the meeting gives none, defaults hold */
	struct pk_date justerat;            /* J, or the planned day of a draft */
	struct pk_date anslag;              /* A */
	struct pk_date last_appeal;         /* S, from the latest A of all boards */
	struct pk_date nedtas;              /* N */
	bool nedtas_given;                  /* by hand or by a fixed number of days: "Anslaget tas ned" */
	bool assumed;                       /* A was not given */
};

enum pk_office { PK_SIGNER_SEKRETERARE, PK_SIGNER_ORDFORANDE, PK_SIGNER_JUSTERARE };

/* A signature that the protocol needs. */
struct pk_signer {
	enum pk_office office;
	struct pk_str namn, parti;
	struct pk_str paragrafer;           /* "41–44, 46–47"; empty in a meeting without §§ */
	bool several;                       /* more than one § */
	const bool *in;                     /* which places: paragrafer, or the whole meeting */
	int32_t person;                     /* index in pk_meeting.persons, or -1 */
	struct pk_date signed_on;           /* digital: its own day, or none */
	struct pk_pos at;
};

/* §§ that were justerade together: same days, same signers. The first is the main one; the others are
 * omedelbart justerade. A main one without §§ (all were omedelbart justerade) has no signers and no
 * notices. */
struct pk_bevis {
	bool omedelbar;
	bool *in;                           /* which paragrafer; NULL in a meeting without §§ */
	size_t n_in;
	struct pk_str paragrafer;           /* "41–44, 46–47" */
	struct pk_date justerat;            /* J; in a draft the planned day, or none */
	struct pk_notice *notices;          /* none when anslag is nej */
	size_t n_notices;
	struct pk_signer *signers;
	size_t n_signers;
	struct pk_str besvar;               /* §§ that are appealed by besvär: "42"; S does not concern them */
};

/* Who was there at one §. */
struct pk_served {
	uint32_t *persons;                  /* those who decided: indexes in pk_meeting.persons */
	size_t n;
	int32_t chair;                      /* the chair's index, or -1 */
	bool as_first_page;                 /* nobody came, left or was replaced: nothing to print */
};

enum pk_outcome { PK_OUTCOME_UNKNOWN, PK_OUTCOME_JA, PK_OUTCOME_NEJ };

/* A vote, counted. */
struct pk_counted {
	uint32_t count[PK_SIDES];
	bool told[PK_SIDES];                /* the meeting says something of this side */
	uint32_t *voters[PK_SIDES];         /* persons by name, "övriga" resolved; NULL: only a number */
	enum pk_outcome outcome;
	bool tie;                           /* decided by avgörande */
};

/* One § as the rules see it. */
struct pk_ruled {
	struct pk_served served;
	struct pk_counted *votes;           /* as many as the § has omröstningar */
};

struct pk_findings {
	bool draft;
	size_t n_beslutande;                /* lines among närvarande.beslutande */
	bool preliminary;                   /* draft: the notices' dates rest on the planned day */
	struct pk_date latest_justering;    /* J at the latest */
	struct pk_bevis *bevis;             /* the main one first */
	size_t n_bevis;
	struct pk_ruled *ruled;             /* as many as the meeting has paragrafer */
	struct pk_str *numbers;             /* the number of each paragraf, running; "" when unknown */
	struct pk_str paragrafer;           /* all §§ as ranges: "330–341" */
	struct pk_str accent;               /* the kommun's colour, dark enough to be read on white */
};

/* Applies every rule, records errors, warnings and (in a draft) what remains. False when an error
 * was recorded. today may be no date: then nothing is said about the future. */
PK_MUST bool pk_rules_apply(struct pk_job *job, const struct pk_meeting *meeting,
		struct pk_date today, const struct pk_findings **ret);

/* The law behind a message of the rules, "KL 5 kap. 69 §" (may be empty), and what it is about in
 * some sentences. NULL when no rule has that code. */
const char *pk_rule_ground(struct pk_str code);
const char *pk_rule_explain(struct pk_str code, enum pk_language language);

#endif
