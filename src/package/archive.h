/* Packing and unpacking in memory: libzip writes and reads archives, zlib packs what goes into them. */
#ifndef PK_PACKAGE_ARCHIVE_H
#define PK_PACKAGE_ARCHIVE_H

#include "package/records.h"

/* A part of an archive to be written. */
struct pk_entry {
	struct pk_str name, bytes;
	struct pk_str packed; /* deflated, by us or by whoever wrote it; p == NULL: not yet */
	uint32_t crc;         /* of the bytes, once it is counted */
	bool counted;
	bool stored;          /* never packed */
};

uint32_t pk_archive_crc(struct pk_str bytes);
/* The entry's, counted when it is asked for the first time: most parts of a template are never written
 * as they are. */
uint32_t pk_entry_crc(struct pk_entry *entry);

/* Deflates all entries that are neither stored nor packed; all are counted. */
PK_MUST bool pk_archive_deflate(struct pk_job *job, struct pk_entry *entries, size_t n);

/* The unpacked bytes of the records (ret[i] for records[i]; nothing for folders): never more than
 * they claim, and with the CRC they claim. */
PK_MUST bool pk_archive_unpack(struct pk_job *job, struct pk_str zip, struct pk_str archive,
		const struct pk_record *records, size_t n, struct pk_str *ret);

/* The archive as bytes in the job's arena; all entries are packed or stored. */
PK_MUST bool pk_archive_write(
		struct pk_job *job, const struct pk_entry *entries, size_t n, struct pk_str *ret);

#endif
