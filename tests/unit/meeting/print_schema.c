/* Writes the JSON Schema of meetings to standard output. */
#include <stdio.h>

#include "meeting/meeting.h"

int main(void)
{
	struct pk_arena *arena = pk_arena_new((size_t)1 << 22);
	struct pk_out out;
	bool ok;

	if (arena == NULL)
		return 1;
	out = pk_out_new(arena, (size_t)1 << 20);
	pk_meeting_schema(&out);
	ok = !out.failed && fwrite(out.p, 1, out.n, stdout) == out.n && fflush(stdout) == 0;
	pk_arena_free(arena);
	return ok ? 0 : 1;
}
