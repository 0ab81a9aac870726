/* What libFuzzer and the replay of the corpus both call. */
#ifndef PK_TESTS_FUZZ_H
#define PK_TESTS_FUZZ_H

#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include "base/job.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* The bytes as text. */
static inline struct pk_str fuzz_text(const uint8_t *data, size_t size)
{
	return (struct pk_str){ (const char *)data, size };
}

/* Small ceilings: what is slow or large is refused, not waited for. */
static inline struct pk_limits fuzz_limits(void)
{
	struct pk_limits limits = pk_limits_default;
	limits.memory = (size_t)64 << 20;
	limits.steps = 50000;
	limits.output_bytes = (size_t)4 << 20;
	limits.zip_total_bytes = (size_t)4 << 20;
	limits.messages = 20;
	return limits;
}

/* A failure has an error, and an error is a failure. */
static inline void fuzz_agree(const struct pk_job *job, bool good)
{
	if (good != (pk_diag_errors(job->diags) == 0))
		abort();
}

#endif
