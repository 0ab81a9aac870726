/* What the files of the rules room share. */
#ifndef PK_RULES_INSIDE_H
#define PK_RULES_INSIDE_H

#include "rules/findings.h"
#include "rules/places.h"

struct pk_chairs;

/* A meeting under judgement. Each subject below fills its part of found and returns false when it
 * recorded an error; later subjects rely on the parts of the earlier. */
struct pk_ruling {
	struct pk_job *job;
	const struct pk_meeting *meeting;
	struct pk_date today;
	struct pk_findings *found;
	bool *silencer_used;    /* as many as pk_meeting.silenced */
	bool fullmaktige;       /* the organ is fullmäktige: KL 5 kap. and not 6 kap. */
	bool known;             /* närvarande tells who decided */
	const uint32_t *first;  /* of each line of närvarande: the first line about the same person */
	const uint32_t *next;   /* and the next one, or PK_NO_LINE */
	struct pk_chairs *chairs;
};

#define PK_NO_LINE UINT32_MAX

/* Which lines of närvarande are about one person. */
PK_MUST bool pk_rules_people(struct pk_ruling *r);

/* Draft or not, the day of justering. */
PK_MUST bool pk_rules_dates(const struct pk_ruling *r);

/* The number of each paragraf: given or running. */
PK_MUST bool pk_rules_numbers(const struct pk_ruling *r);

/* Paragrafer that were justerade together, their dates and notices, in their lawful order. */
PK_MUST bool pk_rules_bevis(const struct pk_ruling *r);

/* Who served at each paragraf, and who was in the chair. */
PK_MUST bool pk_rules_served(const struct pk_ruling *r);

/* Who signs for which paragrafer of each bevis. */
PK_MUST bool pk_rules_signers(const struct pk_ruling *r);

/* Those who sign were there. */
void pk_rules_attendance(const struct pk_ruling *r);

/* Nobody stands twice at the same paragraf. */
PK_MUST bool pk_rules_twice(const struct pk_ruling *r);

/* A substitute serves only for somebody who does not. */
PK_MUST bool pk_rules_substitutes(const struct pk_ruling *r);

/* Return and precedence in fullmäktige. */
void pk_rules_return(const struct pk_ruling *r);

/* More than half of the seats, and not more than all of them. */
void pk_rules_quorum(const struct pk_ruling *r);

/* Jäv has its effect. */
PK_MUST bool pk_rules_jav(const struct pk_ruling *r);

/* Votes counted and compared with who served. */
PK_MUST bool pk_rules_votes(const struct pk_ruling *r);

/* Reservations, and those who took no part in a decision. */
PK_MUST bool pk_rules_reservations(const struct pk_ruling *r);

/* The colour of headings and links can be read. */
PK_MUST bool pk_rules_look(const struct pk_ruling *r);

/* Each paragraf decides something, and what goes on to others has receivers. */
void pk_rules_decisions(const struct pk_ruling *r);

/* Corrections come after the justering. */
PK_MUST bool pk_rules_corrections(const struct pk_ruling *r);

/* Names that are nearly those of the register. */
void pk_rules_near_names(const struct pk_ruling *r);

/* Facts that a protocol needs and this one lacks: "kvar" in a draft, a warning else. */
void pk_rules_remains(const struct pk_ruling *r);

/* Silencers (tysta): their codes exist and are warnings; afterwards, those that silenced nothing. */
PK_MUST bool pk_rules_silencers(const struct pk_ruling *r);
void pk_rules_idle_silencers(const struct pk_ruling *r);

/* For pk_rules_warn: the warning is about no one paragraf. */
#define PK_ANYWHERE (-1)

/* Records a warning (or what remains) about paragraf number place, unless the meeting silences it:
 * then a note says so. */
#define pk_rules_warn(r, place, message_, ...) \
	pk_rules_warn_report((r), (place), \
			&(struct pk_report){ .message = (message_), .at = __VA_ARGS__ })
void pk_rules_warn_report(const struct pk_ruling *r, int32_t place, const struct pk_report *report);

/* The same about all paragrafer with in[i]: those that are not silenced are told in one message,
 * whose {0} is where ("§ 41–43"); b, c and d of the report are the caller's. Clears in[]. */
void pk_rules_warn_where(const struct pk_ruling *r, bool *in, const struct pk_report *report);

/* pk_places_ranges of the meeting under judgement. */
PK_MUST bool pk_rules_ranges(const struct pk_ruling *r, const bool *in, struct pk_str *ret);

/* For messages: "§ 41–43", or "§ –" when a number is unknown. */
struct pk_str pk_rules_where(const struct pk_ruling *r, const bool *in);
struct pk_str pk_rules_sign(const struct pk_ruling *r, size_t i);

/* How many places somebody can be at: the paragrafer, or 1 in a meeting without them. */
size_t pk_rules_places(const struct pk_ruling *r);

/* The full name of somebody who is pointed to. */
void pk_rules_name(const struct pk_meeting *meeting, const struct pk_who *who, struct pk_str *ret_namn,
		struct pk_str *ret_parti);

/* The day of a paragraf: its own, or the meeting's. */
struct pk_date pk_rules_day(const struct pk_meeting *meeting, size_t i);

/* a is before b; false when either is no date. */
bool pk_rules_before(struct pk_date a, struct pk_date b);

/* A line that makes its person serve where its presence says so. */
bool pk_rules_serving_line(const struct pk_person *p);

/* The person that a name points to, or -1: not in närvarande. */
int32_t pk_rules_person(const struct pk_meeting *meeting, const struct pk_who *who);

/* The name points to that person, on whatever line. */
bool pk_rules_is(const struct pk_ruling *r, const struct pk_who *who, uint32_t person);
bool pk_rules_among(const struct pk_ruling *r, const struct pk_whos *whos, uint32_t person);

/* Somebody has jäv at paragraf i. */
bool pk_rules_has_jav(const struct pk_ruling *r, size_t i, uint32_t person);

/* How much of paragraf i a person served for: by the lines of närvarande alone; with jäv and its
 * substitutes regarded. */
enum pk_cover pk_rules_serves_by_line(const struct pk_ruling *r, size_t i, uint32_t person);
enum pk_cover pk_rules_serves(const struct pk_ruling *r, size_t i, uint32_t person);

/* How much of paragraf i a person was in the room for, in any capacity. */
enum pk_cover pk_rules_present(const struct pk_ruling *r, size_t i, uint32_t person);

/* "Karin Holm (S)" in the job's arena, for messages. */
struct pk_str pk_rules_full_name(const struct pk_ruling *r, uint32_t person);

/* A date as text in the job's arena, for messages; empty when memory is out (reported). */
struct pk_str pk_rules_iso(struct pk_job *job, struct pk_date d);

#endif
