/* Packing and unpacking through libzip, in memory. */
#ifndef PK_PACKAGE_ARCHIVE_H
#define PK_PACKAGE_ARCHIVE_H

#include "package/records.h"

/* A part to be packed: its bytes, or an entry of an archive that is copied as it lies there. */
struct pk_entry {
	struct pk_str name, bytes;
	bool stored;
	struct pk_str origin; /* the whole archive; p == NULL: pack the bytes */
	uint32_t index;       /* the entry's place in the origin's directory */
};

uint32_t pk_archive_crc(struct pk_str bytes);

/* The unpacked bytes of the records (ret[i] for records[i]; nothing for folders): never more than
 * they claim, and with the CRC they claim. */
PK_MUST bool pk_archive_unpack(struct pk_job *job, struct pk_str zip, struct pk_str archive,
		const struct pk_record *records, size_t n, struct pk_str *ret);

/* The archive as bytes in the job's arena. */
PK_MUST bool pk_archive_pack(
		struct pk_job *job, const struct pk_entry *entries, size_t n, struct pk_str *ret);

#endif
