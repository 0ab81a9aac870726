/* The documents of one meeting, alone or as one of many. */
#ifndef PK_JOB_BUILD_H
#define PK_JOB_BUILD_H

#include "base/str.h"
#include "protokoll/protokoll.h"

struct pk_compiled;
struct pk_input;

/* protokoll_build() for n meetings: ret[i] is of inputs[i], and knows the meeting's place in the numbers of
 * its year. Templates are shared with other meetings (NULL: they are not), and so are the runs of
 * LibreOffice, when it has something to do: they wait for each other there. options has been copied by
 * pk_options_copy(). False, with nothing to free, when memory is out. */
PK_MUST bool pk_build(const struct pk_input *inputs, size_t n, const struct protokoll_options *options,
		struct pk_compiled *compiled, struct protokoll_result **ret);

#endif
