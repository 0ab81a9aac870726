/* From YAML nodes to the meeting: one schema table decodes, checks, explains and describes. */
#ifndef PK_MEETING_MEETING_H
#define PK_MEETING_MEETING_H

#include "meeting/model.h"

struct pk_node;

/* Decodes a meeting; settings may be NULL. Mappings of both files merge key by key, everything else
 * whole, the meeting wins. Every fault of both files is recorded at its place. The model is
 * written on success only. */
PK_MUST bool pk_meeting_decode(struct pk_job *job, const struct pk_node *meeting,
		const struct pk_node *settings, const struct pk_meeting **ret);

/* The same with a chain of settings, the one that all others build on first. */
PK_MUST bool pk_meeting_decode_over(struct pk_job *job, const struct pk_node *meeting,
		const struct pk_node *const *settings, size_t n_settings,
		const struct pk_meeting **ret);

/* Whether somebody in the register holds office on that day. */
bool pk_registered_on(const struct pk_registered *registered, struct pk_date day);

/* The pictures that the meeting names (in its texts, and the logotype), for the job room to read:
 * it sets pk_run.image. Every text of the meeting, in order. */
PK_MUST bool pk_meeting_texts(struct pk_job *job, const struct pk_meeting *meeting,
		const struct pk_prose ***ret, size_t *ret_n);

/* JSON Schema (2020-12) of meeting files, from the same table. */
void pk_meeting_schema(struct pk_out *out);

/* One person line ("Namn (parti), del, del"), as in närvarande. */
PK_MUST bool pk_person_line(struct pk_job *job, struct pk_str line, struct pk_pos at,
		struct pk_person *ret);

/* "Karin Holm (S)"; "Vakant (M)". */
void pk_person_put_name(struct pk_out *out, const struct pk_person *person);

/* The decoded meeting as JSON: for tests. */
void pk_meeting_print_json(const struct pk_meeting *meeting, struct pk_out *out);

#endif
