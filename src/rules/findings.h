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
	struct pk_date signed_on;           /* digital: its own day, or none */
};

struct pk_findings {
	bool draft;
	size_t n_beslutande;                /* lines among närvarande.beslutande */
	bool preliminary;                   /* draft: the notices' dates rest on the planned day */
	struct pk_date latest_justering;    /* J at the latest */
	struct pk_notice *notices;          /* none when anslag is nej */
	size_t n_notices;
	struct pk_signer *signers;
	size_t n_signers;
	struct pk_str *numbers;             /* the number of each paragraf, running; "" when unknown */
	struct pk_str paragrafer;           /* all §§ as ranges: "330–341" */
};

/* Applies every rule, records errors, warnings and (in a draft) what remains. False when an error
 * was recorded. today may be no date: then nothing is said about the future. */
PK_MUST bool pk_rules_apply(struct pk_job *job, const struct pk_meeting *meeting,
		struct pk_date today, const struct pk_findings **ret);

#endif
