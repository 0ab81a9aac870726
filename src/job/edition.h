/* Editions: what the public one leaves out, told without its words. */
#ifndef PK_JOB_EDITION_H
#define PK_JOB_EDITION_H

#include "job/produce.h"

/* "fullständig" (also empty) or "offentlig"; an unknown one is an error. */
PK_MUST bool pk_edition_parse(struct pk_job *job, struct pk_str name, enum pk_edition *ret);

/* What stands in the name of an edition's files: "-offentlig", or nothing. */
struct pk_str pk_edition_suffix(enum pk_edition edition);

/* A public edition: notes what is left out, by § and legal ground, and warns of what may be a
 * personnummer in what is left. No message shows words or lines of the meeting; file is its name. */
PK_MUST bool pk_edition_tell(struct pk_job *job, struct pk_str file, const struct pk_content *content);

#endif
