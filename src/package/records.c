/* The records of a zip archive (APPNOTE.TXT 4.3): end record, central directory, local headers. */
#include "base/text.h"
#include "package/records.h"

#include <stdlib.h>

enum {
	LOCAL_SIGNATURE = 0x04034B50,
	LOCAL_BYTES = 30,
	CENTRAL_SIGNATURE = 0x02014B50,
	CENTRAL_BYTES = 46,
	END_SIGNATURE = 0x06054B50,
	END_BYTES = 22,
	FLAG_ENCRYPTED = 1 << 0,
	FLAG_SIZES_BEHIND = 1 << 3,
	FLAG_STRONGLY_ENCRYPTED = 1 << 6,
	MAX_NAME = 255,
	RATIO_FREE = 64 << 10, /* parts up to here may be packed however well */
};
#define ZIP64_MARK 0xFFFFFFFFu

struct directory {
	struct pk_job *job;
	struct pk_str zip, archive;
	struct pk_record *records;
	size_t n, at, end; /* at, end: bytes of the central directory */
	uint64_t total;
};

static uint16_t u16(struct pk_str s, size_t at)
{
	const unsigned char *p = (const unsigned char *)s.p + at;

	return (uint16_t)(p[0] | p[1] << 8);
}

static uint32_t u32(struct pk_str s, size_t at)
{
	return u16(s, at) | (uint32_t)u16(s, at + 2) << 16;
}

static bool damaged(const struct directory *dir, struct pk_str where)
{
	return pk_fail(dir->job, PK_M_ZIP_DAMAGED, PK_NOWHERE, dir->archive, where);
}

/* Tells what the bytes are instead, when they do not begin as a zip archive. */
static bool check_kind(const struct directory *dir)
{
	static const char ole[] = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";

	if (dir->zip.n >= 8 && memcmp(dir->zip.p, ole, 8) == 0)
		return pk_fail(dir->job, PK_M_ZIP_LOCKED, PK_NOWHERE, dir->archive);
	if (dir->zip.n < 4 ||
			(u32(dir->zip, 0) != LOCAL_SIGNATURE && u32(dir->zip, 0) != END_SIGNATURE))
		return pk_fail(dir->job, PK_M_ZIP_OTHER_KIND, PK_NOWHERE, dir->archive);
	return true;
}

/* The end record must be the last 22 bytes: a comment behind it could hold another one. */
static bool read_end(struct directory *dir)
{
	size_t end = dir->zip.n - END_BYTES, max = dir->job->limits->zip_entries;

	if (dir->zip.n < END_BYTES || u32(dir->zip, end) != END_SIGNATURE ||
			u16(dir->zip, end + 20) != 0 || u32(dir->zip, end + 4) != 0)
		return damaged(dir, PK_STR("EOCD"));
	dir->n = u16(dir->zip, end + 10);
	dir->at = u32(dir->zip, end + 16);
	dir->end = end;
	if (dir->n > max)
		return pk_fail(dir->job, PK_M_ZIP_ENTRIES, PK_NOWHERE, dir->archive,
				pk_number(dir->job, dir->n), pk_number(dir->job, max));
	if (u16(dir->zip, end + 8) != dir->n || dir->at > end ||
			u32(dir->zip, end + 12) != end - dir->at)
		return damaged(dir, PK_STR("EOCD"));
	return true;
}

/* No way out of the package, and no name that two programs would read differently. */
static bool is_name_allowed(struct pk_str name)
{
	struct pk_str rest = name, step;

	if (name.n == 0 || name.n > MAX_NAME || name.p[0] == '/' || pk_text_invalid(name) < name.n)
		return false;
	for (size_t i = 0; i < name.n; i++) {
		unsigned char byte = (unsigned char)name.p[i];

		if (byte < 0x20 || byte == 0x7F || byte == '\\' || byte == ':')
			return false;
	}
	if (name.p[name.n - 1] == '/')
		rest.n--;
	while (pk_str_next(&rest, '/', &step))
		if (step.n == 0 || pk_str_is(step, ".") || pk_str_is(step, ".."))
			return false;
	return true;
}

/* The claimed sizes against the ceilings; one who lies about them is stopped when unpacked. */
static bool check_sizes(struct directory *dir, const struct pk_record *record)
{
	const struct pk_limits *limits = dir->job->limits;
	bool bomb = record->size > RATIO_FREE && record->size / limits->zip_ratio > record->packed;

	dir->total += record->size;
	if (record->size > limits->zip_entry_bytes || dir->total > limits->zip_total_bytes || bomb)
		return pk_fail(dir->job, PK_M_ZIP_SIZE, PK_NOWHERE, dir->archive, record->name,
				pk_number(dir->job, record->size));
	if (record->method == PK_ZIP_STORED && record->size != record->packed)
		return damaged(dir, record->name);
	return !record->folder || record->size == 0 || damaged(dir, record->name);
}

static bool check_record(struct directory *dir, const struct pk_record *record)
{
	if (!is_name_allowed(record->name))
		return pk_fail(dir->job, PK_M_ZIP_NAME, PK_NOWHERE, dir->archive, record->name);
	if (record->flags & (FLAG_ENCRYPTED | FLAG_STRONGLY_ENCRYPTED))
		return pk_fail(dir->job, PK_M_ZIP_LOCKED, PK_NOWHERE, dir->archive);
	if (record->method != PK_ZIP_STORED && record->method != PK_ZIP_DEFLATED)
		return pk_fail(dir->job, PK_M_ZIP_METHOD, PK_NOWHERE, dir->archive, record->name,
				pk_number(dir->job, record->method));
	if (record->packed == ZIP64_MARK || record->size == ZIP64_MARK ||
			record->offset == ZIP64_MARK)
		return damaged(dir, record->name);
	return check_sizes(dir, record);
}

/* One entry of the central directory; dir->at moves behind it. */
static bool read_central(struct directory *dir, struct pk_record *record)
{
	size_t at = dir->at, room = dir->end - at;

	if (room < CENTRAL_BYTES || u32(dir->zip, at) != CENTRAL_SIGNATURE)
		return damaged(dir, PK_STR("central directory"));
	size_t name = u16(dir->zip, at + 28);
	size_t behind = name + u16(dir->zip, at + 30) + u16(dir->zip, at + 32);
	if (room - CENTRAL_BYTES < behind)
		return damaged(dir, PK_STR("central directory"));
	*record = (struct pk_record){
		.name = pk_str_slice(dir->zip, at + CENTRAL_BYTES, at + CENTRAL_BYTES + name),
		.flags = u16(dir->zip, at + 8),
		.method = u16(dir->zip, at + 10),
		.crc = u32(dir->zip, at + 16),
		.packed = u32(dir->zip, at + 20),
		.size = u32(dir->zip, at + 24),
		.offset = u32(dir->zip, at + 42),
	};
	record->folder = name > 0 && record->name.p[name - 1] == '/';
	dir->at += CENTRAL_BYTES + behind;
	return check_record(dir, record);
}

/* The local header must say the same as the directory, or programs would unpack different things.
 * Sizes and CRC may stand behind the data instead (flag 3), or in a zip64 field. */
static bool read_local(const struct directory *dir, struct pk_record *record, size_t end)
{
	size_t at = record->offset;

	if (at > end || end - at < LOCAL_BYTES || u32(dir->zip, at) != LOCAL_SIGNATURE)
		return damaged(dir, record->name);
	size_t name = u16(dir->zip, at + 26), head = LOCAL_BYTES + name + u16(dir->zip, at + 28);
	if (end - at < head || end - at - head < record->packed)
		return damaged(dir, record->name);
	record->data = (uint32_t)(at + head);
	if (!pk_str_eq(record->name,
			    pk_str_slice(dir->zip, at + LOCAL_BYTES, at + LOCAL_BYTES + name)) ||
			u16(dir->zip, at + 8) != record->method ||
			(u16(dir->zip, at + 6) ^ record->flags) &
					(FLAG_ENCRYPTED | FLAG_SIZES_BEHIND))
		return damaged(dir, record->name);
	if (record->flags & FLAG_SIZES_BEHIND || u32(dir->zip, at + 22) == ZIP64_MARK)
		return true;
	if (u32(dir->zip, at + 14) != record->crc || u32(dir->zip, at + 18) != record->packed ||
			u32(dir->zip, at + 22) != record->size)
		return damaged(dir, record->name);
	return true;
}

static int by_offset(const void *a, const void *b)
{
	uint32_t x = (*(struct pk_record *const *)a)->offset,
		 y = (*(struct pk_record *const *)b)->offset;

	return (x > y) - (x < y);
}

/* Without regard to case in ASCII: file systems that would make one file of two. */
static int by_name(const void *a, const void *b)
{
	struct pk_str x = (*(struct pk_record *const *)a)->name,
		      y = (*(struct pk_record *const *)b)->name;

	for (size_t i = 0; i < x.n && i < y.n; i++) {
		int c = (unsigned char)x.p[i], d = (unsigned char)y.p[i];

		c += c >= 'A' && c <= 'Z' ? 'a' - 'A' : 0;
		d += d >= 'A' && d <= 'Z' ? 'a' - 'A' : 0;
		if (c != d)
			return c - d;
	}
	return (x.n > y.n) - (x.n < y.n);
}

static bool check_names(const struct directory *dir, struct pk_record **sorted)
{
	qsort(sorted, dir->n, sizeof(struct pk_record *), by_name);
	for (size_t i = 1; i < dir->n; i++)
		if (by_name(&sorted[i - 1], &sorted[i]) == 0)
			return pk_fail(dir->job, PK_M_ZIP_TWICE, PK_NOWHERE, dir->archive,
					sorted[i]->name);
	return true;
}

/* The first entry begins the file and each ends before the next one, the last before the directory.
 */
static bool check_layout(const struct directory *dir, struct pk_record **sorted, size_t directory)
{
	qsort(sorted, dir->n, sizeof(struct pk_record *), by_offset);
	if ((dir->n > 0 ? sorted[0]->offset : directory) != 0)
		return damaged(dir, PK_STR("0"));
	for (size_t i = 0; i < dir->n; i++)
		if (!read_local(dir, sorted[i], i + 1 < dir->n ? sorted[i + 1]->offset : directory))
			return false;
	return true;
}

bool pk_records_read(struct pk_job *job, struct pk_str zip, struct pk_str archive,
		struct pk_record **ret, size_t *ret_n)
{
	struct directory dir = { .job = job, .zip = zip, .archive = archive };

	if (!check_kind(&dir) || !read_end(&dir))
		return false;
	size_t directory = dir.at;
	struct pk_record **sorted = pk_new(job, struct pk_record *, dir.n);
	dir.records = pk_new(job, struct pk_record, dir.n);
	if (sorted == NULL || dir.records == NULL)
		return false;
	for (size_t i = 0; i < dir.n; i++) {
		sorted[i] = &dir.records[i];
		if (!read_central(&dir, &dir.records[i]))
			return false;
	}
	if (dir.at != dir.end)
		return damaged(&dir, PK_STR("central directory"));
	if (!check_names(&dir, sorted) || !check_layout(&dir, sorted, directory))
		return false;
	*ret = dir.records;
	*ret_n = dir.n;
	return true;
}
