/* Archives written record by record, so that each may lie. */
#ifndef PK_TESTS_ZIPMAKER_H
#define PK_TESTS_ZIPMAKER_H

#include "base/job.h"

/* A claim replaces what is true in both headers; 0 tells the truth. */
struct zip_claim {
	const char *name;
	struct pk_str bytes;
	uint16_t method; /* 8: really deflated; all else: stored, whatever it claims */
	uint16_t flags;
	uint32_t size, packed, crc;
	uint32_t offset;        /* in the directory only */
	const char *local_name; /* in the local header only */
	uint32_t local_size;
};

struct zip_frame {
	struct pk_str before, between,
			after; /* bytes at the start, before the directory, at the end */
	const char *comment;
	uint16_t count; /* entries claimed by the end record; 0: the truth */
};

struct pk_str zip_made(struct pk_job *job, const struct zip_claim *claims, size_t n,
		const struct zip_frame *frame);

/* The bytes in raw deflate. */
struct pk_str deflated(struct pk_job *job, struct pk_str bytes);

/* n times the same byte. */
struct pk_str repeated(struct pk_job *job, char byte, size_t n);

/* Offsets in a made or packed archive, as its directory says: entry i's local header, and the
 * little-endian numbers at an offset. */
size_t zip_local(struct pk_str zip, size_t i);
size_t zip_central(struct pk_str zip, size_t i);
uint32_t zip_number(struct pk_str zip, size_t at, int bytes);

#endif
