#include "cli/memory.h"

#if defined(__has_include) && __has_include(<malloc.h>)
#include <malloc.h>
#endif

void keep_memory(void)
{
#ifdef __GLIBC__
	enum { KEPT = 16 * 1024 * 1024 };

	mallopt(M_TRIM_THRESHOLD, KEPT);
	mallopt(M_MMAP_THRESHOLD, KEPT);
#endif
}
