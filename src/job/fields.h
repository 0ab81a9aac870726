/* The names that a template can use, as they are written in it. */
#ifndef PK_JOB_FIELDS_H
#define PK_JOB_FIELDS_H

#include "base/job.h"
#include "context/fields.h"

/* The innermost list that a name belongs to: "paragrafer" of "paragrafer.rubrik"; empty: none. */
struct pk_str pk_field_list(const struct pk_field_row *row);
/* How many lists it stands in. */
size_t pk_field_depth(const struct pk_field_row *row);
/* What to write in a template: "{{rubrik}}", "{{#paragrafer}} … {{/paragrafer}}". */
void pk_field_put_tag(struct pk_out *out, const struct pk_field_row *row);
/* The kind in one Swedish word. */
struct pk_str pk_field_word(const struct pk_field_row *row);

#endif
