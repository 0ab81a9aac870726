/* The list of parts. Bytes are unpacked when an archive is read, so that nothing can be wrong with
 * a part that has been listed; the packed bytes are kept too, for copying. */
#include "package/archive.h"
#include "package/package.h"

#include <stdlib.h>

struct pk_package {
	/* Their bytes are always there, also when they are packed. A package that threads share has been
	 * packed or read: nothing in it is still to be counted. */
	struct pk_entry *parts;
	size_t n, room;
};

bool pk_package_new(struct pk_job *job, struct pk_package **ret)
{
	struct pk_package *package = pk_new(job, struct pk_package, 1);

	if (package == NULL)
		return false;
	*ret = package;
	return true;
}

static bool append(struct pk_job *job, struct pk_package *package, const struct pk_entry *part)
{
	if (!pk_grow(job, &package->parts, package->n, &package->room))
		return false;
	package->parts[package->n++] = *part;
	return true;
}

/* ODF's own encryption leaves the zip open and says so in the manifest. */
static bool is_encrypted(const struct pk_package *package)
{
	int manifest = pk_package_find(package, PK_STR("META-INF/manifest.xml"));
	struct pk_str bytes = manifest < 0 ? PK_STR("") : package->parts[manifest].bytes;

	return pk_str_find(bytes, PK_STR(":encryption-data"), 0) < bytes.n;
}

/* A part of an archive that has been read; its packed bytes lie there. */
static struct pk_entry entry_of(
		struct pk_str zip, const struct pk_record *record, struct pk_str bytes)
{
	struct pk_entry entry = { .name = record->name,
		.bytes = bytes,
		.crc = record->crc,
		.counted = true,
		.stored = record->method == PK_ZIP_STORED };

	if (!entry.stored)
		entry.packed = pk_str_slice(zip, record->data, record->data + record->packed);
	return entry;
}

bool pk_package_read(
		struct pk_job *job, struct pk_str zip, struct pk_str name, struct pk_package **ret)
{
	struct pk_record *records;
	struct pk_package *package;
	size_t n;

	if (!pk_records_read(job, zip, name, &records, &n) || !pk_package_new(job, &package))
		return false;
	struct pk_str *bytes = pk_new(job, struct pk_str, n);
	if (bytes == NULL || !pk_archive_unpack(job, zip, name, records, n, bytes))
		return false;
	for (size_t i = 0; i < n; i++) {
		struct pk_entry part = entry_of(zip, &records[i], bytes[i]);

		if (!records[i].folder && !append(job, package, &part))
			return false;
	}
	if (is_encrypted(package))
		return pk_fail(job, PK_M_ZIP_LOCKED, PK_NOWHERE, name);
	*ret = package;
	return true;
}

size_t pk_package_count(const struct pk_package *package)
{
	return package->n;
}

struct pk_str pk_package_name(const struct pk_package *package, size_t i)
{
	return package->parts[i].name;
}

int pk_package_find(const struct pk_package *package, struct pk_str name)
{
	for (size_t i = 0; i < package->n; i++)
		if (pk_str_eq(package->parts[i].name, name))
			return (int)i;
	return -1;
}

bool pk_package_bytes(
		struct pk_job *job, const struct pk_package *package, size_t i, struct pk_str *ret)
{
	(void)job;
	*ret = package->parts[i].bytes;
	return true;
}

bool pk_package_add(struct pk_job *job, struct pk_package *package, struct pk_str name,
		struct pk_str bytes, bool stored)
{
	struct pk_entry part = { .name = name, .bytes = bytes, .stored = stored };

	return append(job, package, &part);
}

bool pk_package_keep(struct pk_job *job, struct pk_package *package, const struct pk_package *from,
		size_t i)
{
	return append(job, package, &from->parts[i]);
}

bool pk_package_write(struct pk_job *job, const struct pk_package *package, struct pk_str *ret)
{
	struct pk_entry *entries = pk_new(job, struct pk_entry, package->n);

	if (entries == NULL)
		return false;
	for (size_t i = 0; i < package->n; i++)
		entries[i] = package->parts[i];
	return pk_archive_deflate(job, entries, package->n) &&
	       pk_archive_write(job, entries, package->n, ret);
}

bool pk_package_pack(struct pk_job *job, struct pk_package *package)
{
	return pk_archive_deflate(job, package->parts, package->n);
}

/* The first part of a that b lacks or has otherwise; a's count when there is none. */
static size_t first_difference(const struct pk_package *a, const struct pk_package *b)
{
	size_t i;

	for (i = 0; i < a->n; i++) {
		int other = pk_package_find(b, a->parts[i].name);

		if (other < 0 || !pk_str_eq(a->parts[i].bytes, b->parts[other].bytes))
			break;
	}
	return i;
}

bool pk_package_same(struct pk_job *job, const struct pk_package *a, const struct pk_package *b,
		struct pk_str *ret_part)
{
	size_t i = first_difference(a, b);

	(void)job;
	if (i < a->n) {
		*ret_part = a->parts[i].name;
		return false;
	}
	i = first_difference(b, a);
	if (i < b->n)
		*ret_part = b->parts[i].name;
	return i == b->n;
}

static int by_name(const void *a, const void *b)
{
	return pk_str_cmp((*(const struct pk_entry *const *)a)->name,
			(*(const struct pk_entry *const *)b)->name);
}

uint64_t pk_mark(uint64_t mark, struct pk_str bytes)
{
	for (size_t i = 0; i < bytes.n; i++)
		mark = (mark ^ (unsigned char)bytes.p[i]) * 0x100000001B3u;
	return mark;
}

static void put_hex(struct pk_out *out, uint64_t number, int digits)
{
	while (digits-- > 0)
		pk_put_byte(out, "0123456789abcdef"[number >> (4 * digits) & 15]);
}

bool pk_package_fingerprint(struct pk_job *job, const struct pk_package *package, struct pk_str but,
		struct pk_str *ret)
{
	struct pk_entry **sorted = pk_new(job, struct pk_entry *, package->n);
	struct pk_out lines = pk_out_new(job->arena, SIZE_MAX), out = pk_out_new(job->arena, 32);
	struct pk_str text;

	if (sorted == NULL)
		return false;
	for (size_t i = 0; i < package->n; i++)
		sorted[i] = &package->parts[i];
	qsort(sorted, package->n, sizeof(*sorted), by_name);
	for (size_t i = 0; i < package->n; i++) {
		if (pk_str_eq(sorted[i]->name, but))
			continue;
		pk_put(&lines, sorted[i]->name);
		pk_put_byte(&lines, '\t');
		pk_put_uint(&lines, sorted[i]->bytes.n);
		pk_put_byte(&lines, '\t');
		put_hex(&lines, pk_entry_crc(sorted[i]), 8);
		pk_put_byte(&lines, '\n');
	}
	if (!pk_out_done(job, &lines, &text))
		return false;
	pk_put_c(&out, "1-");
	put_hex(&out, pk_mark(PK_MARK_START, text), 16);
	return pk_out_done(job, &out, ret);
}
