/* The documents of one meeting, alone or as one of many. */
#ifndef PK_JOB_BUILD_H
#define PK_JOB_BUILD_H

#include "protokoll/protokoll.h"

struct pk_compiled;
struct pk_input;

/* protokoll_build() with templates that are shared with other meetings (NULL: none). options has been
 * copied by pk_options_copy(). The result knows the meeting's place in the numbers of its year. */
struct protokoll_result *pk_build(const struct pk_input *input, const struct protokoll_options *options,
		struct pk_compiled *compiled);

#endif
