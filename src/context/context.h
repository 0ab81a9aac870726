/* The one gate for content: what a template can see. */
#ifndef PK_CONTEXT_CONTEXT_H
#define PK_CONTEXT_CONTEXT_H

#include "rules/findings.h"
#include "value/value.h"

/* FULL has everything, without the marks around secret words. PUBLIC has no secret word: a paragraf
 * that is secret as a whole keeps number, heading of its own and the legal ground; people who were
 * there for such paragrafer only are left out; marked words are "[sekretess]". */
enum pk_edition { PK_EDITION_FULL, PK_EDITION_PUBLIC };

/* The tree for a meeting, with the names of context/names.def and no others; an absent fact is an
 * absent name, or NOTHING where a list or map further out has the name too. A draft has utkast and
 * saknas instead of justerat, no lines to sign on, no boxes, and no bare dates in anslag: its rows say
 * "(preliminärt)" after dates that rest on the planned day, or have saknas "[efter justeringen]"
 * instead of text (the row Justerat too). False after an error: memory. */
PK_MUST bool pk_context_make(struct pk_job *job, const struct pk_meeting *meeting,
		const struct pk_findings *findings, enum pk_edition edition, struct pk_value *ret);

/* Every name there is, as a tree of the same shape whose lists hold one item: for checking
 * templates. Lives in the job's arena. */
PK_MUST bool pk_context_model(struct pk_job *job, struct pk_value *ret);

/* Names of the model that were others once, from context/renamed.def. */
const struct pk_renamed *pk_context_renamed(void);

#endif
