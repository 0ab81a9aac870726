/* A document or template as named parts: zip in memory (libzip). */
#ifndef PK_PACKAGE_PACKAGE_H
#define PK_PACKAGE_PACKAGE_H

#include "base/job.h"

struct pk_package;

/* Reads a zip archive under the limits (bytes really read, ratio, entries, names). All parts are
 * unpacked and their CRC compared, so what comes after cannot fail for the archive's sake. Folder
 * entries, which hold nothing, are left out. The bytes must outlive the package. name is used in
 * messages. */
PK_MUST bool pk_package_read(
		struct pk_job *job, struct pk_str zip, struct pk_str name, struct pk_package **ret);

/* A new package without parts. */
PK_MUST bool pk_package_new(struct pk_job *job, struct pk_package **ret);

/* How many parts, and the name of each, in order. */
size_t pk_package_count(const struct pk_package *package);
struct pk_str pk_package_name(const struct pk_package *package, size_t i);
/* The index of a part, or -1. */
int pk_package_find(const struct pk_package *package, struct pk_str name);

/* The unpacked bytes of a part; they live as long as the package and what it was read from. */
PK_MUST bool pk_package_bytes(
		struct pk_job *job, const struct pk_package *package, size_t i, struct pk_str *ret);

/* Adds a part at the end; stored: without compression. The bytes must outlive the package. */
PK_MUST bool pk_package_add(struct pk_job *job, struct pk_package *package, struct pk_str name,
		struct pk_str bytes, bool stored);

/* Adds part i of another package as it lies there: its compressed bytes are copied when the
 * package is written, nothing is unpacked. */
PK_MUST bool pk_package_keep(struct pk_job *job, struct pk_package *package,
		const struct pk_package *from, size_t i);

/* Writes the archive: parts in order, fixed DOS times (1980-01-01 00:00), the same bytes on every
 * run, whatever the time zone. */
PK_MUST bool pk_package_write(
		struct pk_job *job, const struct pk_package *package, struct pk_str *ret);

/* Packs the parts once, so that what is kept from this package later is copied compressed. */
PK_MUST bool pk_package_pack(struct pk_job *job, struct pk_package *package);

/* True when both have the same parts with the same unpacked bytes; else *ret_part names the first
 * that differs. Unreadable parts differ. */
bool pk_package_same(struct pk_job *job, const struct pk_package *a, const struct pk_package *b,
		struct pk_str *ret_part);

/* FNV-1a, 64 bits: goes on from a mark over more bytes. It sees edits, not forgeries: it is a mark, not
 * a seal. */
#define PK_MARK_START UINT64_C(0xCBF29CE484222325)
uint64_t pk_mark(uint64_t mark, struct pk_str bytes);

/* A mark made from names, sizes and CRC-32 of all parts but one, whatever their order: sees any
 * edit. "1-" and 16 hex digits, in the job's arena: FNV-1a (64 bits) over a line for each part,
 * sorted by the bytes of the names: name, tab, size in decimal, tab, CRC-32 in 8 hex digits, line
 * feed. */
PK_MUST bool pk_package_fingerprint(struct pk_job *job, const struct pk_package *package,
		struct pk_str but, struct pk_str *ret);

#endif
