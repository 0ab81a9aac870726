/* What a zip archive says about itself, read with distrust before anything is unpacked. */
#ifndef PK_PACKAGE_RECORDS_H
#define PK_PACKAGE_RECORDS_H

#include "base/job.h"

enum { PK_ZIP_STORED = 0, PK_ZIP_DEFLATED = 8 };

/* One entry of the central directory. */
struct pk_record {
	struct pk_str name; /* UTF-8, a slice of the archive */
	uint32_t offset;    /* of the local header */
	uint32_t data;      /* of the packed bytes */
	uint32_t packed, size, crc;
	uint16_t flags, method;
	bool folder; /* "Pictures/": holds nothing */
};

/* The entries in the order of the directory. Refused with a message that names the archive: no zip,
 * encrypted, damaged or ambiguous (something before the first or behind the last record, entries
 * that share bytes, headers that contradict each other), forbidden or repeated names, methods other
 * than stored and deflated, sizes over the limits. The sizes are the archive's claims: who unpacks
 * must stop at them. */
PK_MUST bool pk_records_read(struct pk_job *job, struct pk_str zip, struct pk_str archive,
		struct pk_record **ret, size_t *ret_n);

#endif
