/* What lies in a folder, before and after. */
#ifndef PK_TESTS_SNAPSHOT_H
#define PK_TESTS_SNAPSHOT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct snapshot {
	struct {
		char name[256];    /* below the folder; a folder ends with a slash */
		uint64_t hash;     /* of the bytes */
	} files[64];
	size_t n;
};

/* Lists a folder and all below it. */
void snapshot_take(const char *folder, struct snapshot *ret);

/* True when just the files named in made ("a, b") are new, just those in changed have
 * other bytes, and none is gone; else what differs is told on stdout as a TAP diagnostic. */
bool snapshot_compare(const struct snapshot *before, const struct snapshot *after,
		const char *made, const char *changed);

/* Removes a folder and all below it, whatever their modes. */
void snapshot_remove(const char *folder);

#endif
