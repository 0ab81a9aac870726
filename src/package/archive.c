/* libzip: the only file that names it. Nothing is kept between calls, so that packages may be shared by
 * threads. */
#include <zip.h>
#include <zlib.h> /* the one error of its own that libzip passes on */

#include "package/archive.h"

enum {
	DOS_DAY = 0x21, /* 1980-01-01, the first day there is: an entry has no time of its own */
	DOS_TIME = 0,
};

static bool damaged(struct pk_job *job, struct pk_str archive, struct pk_str where, int error)
{
	if (error == ZIP_ER_MEMORY)
		return pk_fail(job, PK_M_MEMORY, PK_NOWHERE);
	return pk_fail(job, PK_M_ZIP_DAMAGED, PK_NOWHERE, archive, where);
}

/* What libzip says went wrong; where zlib had no memory, it only passes that on. */
static int code_of(const zip_error_t *error)
{
	int code = zip_error_code_zip(error);

	return code == ZIP_ER_ZLIB && zip_error_code_system(error) == Z_MEM_ERROR ? ZIP_ER_MEMORY :
										    code;
}

/* A handle over bytes; NULL with *error set. Opened for reading only, or empty for writing. */
static zip_t *open_over(struct pk_str bytes, int flags, zip_source_t **ret_source, int *error)
{
	zip_error_t why;
	zip_t *zip = NULL;

	zip_error_init(&why);
	zip_source_t *source = zip_source_buffer_create(bytes.p, bytes.n, 0, &why);
	if (source != NULL)
		zip = zip_open_from_source(source, flags, &why);
	*error = code_of(&why);
	zip_error_fini(&why);
	if (zip == NULL && source != NULL)
		zip_source_free(source);
	*ret_source = source;
	return zip;
}

/* One byte more than the claim is asked for: it must not come, and asking makes libzip see the end
 * and compare the CRC. */
static bool unpack_one(struct pk_job *job, zip_t *zip, const struct pk_record *record, size_t index,
		struct pk_str *ret, int *error)
{
	char *bytes = pk_new(job, char, (size_t)record->size + 1);
	zip_file_t *file = bytes == NULL ? NULL : zip_fopen_index(zip, index, 0);
	zip_int64_t got = 0;
	uint64_t n = 0;

	if (file == NULL) {
		*error = bytes == NULL ? ZIP_ER_OK : code_of(zip_get_error(zip));
		return false;
	}
	do {
		n += (uint64_t)got;
		got = zip_fread(file, bytes + n, record->size + UINT64_C(1) - n);
	} while (got > 0 && n + (uint64_t)got <= record->size);
	*error = got == 0 && n == record->size ? ZIP_ER_OK : ZIP_ER_CRC;
	if (got < 0 && code_of(zip_file_get_error(file)) == ZIP_ER_MEMORY)
		*error = ZIP_ER_MEMORY;
	zip_fclose(file);
	*ret = (struct pk_str){ bytes, record->size };
	return *error == ZIP_ER_OK;
}

/* Stored bytes need no copy. */
static bool slice_stored(struct pk_str zip, const struct pk_record *record, struct pk_str *ret)
{
	*ret = pk_str_slice(zip, record->data, (size_t)record->data + record->size);
	return pk_archive_crc(*ret) == record->crc;
}

bool pk_archive_unpack(struct pk_job *job, struct pk_str bytes, struct pk_str archive,
		const struct pk_record *records, size_t n, struct pk_str *ret)
{
	int error = ZIP_ER_OK;
	zip_source_t *source;
	zip_t *zip = open_over(bytes, ZIP_RDONLY, &source, &error);
	size_t i;

	/* Want of memory may look like damage here too. */
	if (zip == NULL)
		zip = open_over(bytes, ZIP_RDONLY, &source, &error);
	bool done = zip != NULL && (size_t)zip_get_num_entries(zip, 0) == n;

	if (!done)
		(void)damaged(job, archive, PK_STR("zip"), error);
	for (i = 0; done && i < n; i++) {
		if (records[i].folder)
			continue;
		if (records[i].method == PK_ZIP_STORED)
			done = slice_stored(bytes, &records[i], &ret[i]);
		else
			/* Want of memory may look like damage: what is found twice is damage.
			 * NOLINTNEXTLINE(misc-redundant-expression) */
			done = unpack_one(job, zip, &records[i], i, &ret[i], &error) ||
			       unpack_one(job, zip, &records[i], i, &ret[i], &error);
		/* The arena reports its own end. */
		if (!done && (error != ZIP_ER_OK || records[i].method == PK_ZIP_STORED))
			(void)damaged(job, archive, records[i].name, error);
	}
	if (zip != NULL)
		zip_discard(zip);
	return done;
}

/* An entry as libzip reads it: packed already, so that its bytes are only copied. */
struct feed {
	const struct pk_entry *entry;
	struct pk_str rest;
};

static void tell_entry(const struct pk_entry *entry, zip_stat_t *stat)
{
	zip_stat_init(stat);
	stat->comp_method = entry->stored ? ZIP_CM_STORE : ZIP_CM_DEFLATE;
	stat->comp_size = entry->stored ? entry->bytes.n : entry->packed.n;
	stat->size = entry->bytes.n;
	stat->crc = entry->crc;
	stat->valid = ZIP_STAT_COMP_METHOD | ZIP_STAT_COMP_SIZE | ZIP_STAT_SIZE | ZIP_STAT_CRC;
}

static zip_int64_t read_rest(struct feed *feed, char *to, zip_uint64_t room)
{
	size_t n = feed->rest.n < room ? feed->rest.n : (size_t)room;

	if (n > 0)
		memcpy(to, feed->rest.p, n);
	feed->rest = pk_str_slice(feed->rest, n, feed->rest.n);
	return (zip_int64_t)n;
}

/* What libzip asks of a source. */
static zip_int64_t serve(void *self, void *data, zip_uint64_t room, zip_source_cmd_t command)
{
	struct feed *feed = self;

	if (command == ZIP_SOURCE_SUPPORTS)
		return zip_source_make_command_bitmap(ZIP_SOURCE_OPEN, ZIP_SOURCE_READ,
				ZIP_SOURCE_CLOSE, ZIP_SOURCE_STAT, ZIP_SOURCE_ERROR,
				ZIP_SOURCE_FREE, -1);
	if (command == ZIP_SOURCE_OPEN)
		feed->rest = feed->entry->stored ? feed->entry->bytes : feed->entry->packed;
	else if (command == ZIP_SOURCE_READ)
		return read_rest(feed, data, room);
	else if (command == ZIP_SOURCE_STAT)
		tell_entry(feed->entry, data);
	return 0;
}

static bool add_entry(struct pk_job *job, zip_t *zip, const struct pk_entry *entry)
{
	struct feed *feed = pk_new(job, struct feed, 1);
	struct pk_str name;

	if (feed == NULL || !pk_copy(job, entry->name, &name))
		return false;
	feed->entry = entry;
	zip_source_t *source = zip_source_function(zip, serve, feed);
	if (source == NULL)
		return false;
	zip_int64_t i = zip_file_add(zip, name.p, source, ZIP_FL_ENC_UTF_8);
	if (i < 0)
		zip_source_free(source);
	/* libzip would pack what it is given bare. */
	return i >= 0 && zip_file_set_dostime(zip, (zip_uint64_t)i, DOS_TIME, DOS_DAY, 0) == 0 &&
	       zip_file_set_external_attributes(zip, (zip_uint64_t)i, 0, ZIP_OPSYS_UNIX,
			       UINT32_C(0100644) << 16) == 0 &&
	       (!entry->stored ||
			       zip_set_file_compression(zip, (zip_uint64_t)i, ZIP_CM_STORE, 0) == 0);
}

/* All is in memory: nothing else can fail. */
static bool no_memory(struct pk_job *job)
{
	return pk_fail(job, PK_M_MEMORY, PK_NOWHERE);
}

/* The finished archive out of libzip's buffer. */
static bool take_bytes(struct pk_job *job, zip_source_t *source, struct pk_str *ret)
{
	zip_stat_t stat;
	bool done = false;

	zip_stat_init(&stat);
	if (zip_source_stat(source, &stat) != 0 || zip_source_open(source) != 0)
		return no_memory(job);
	char *bytes = pk_new(job, char, (size_t)stat.size);
	if (bytes != NULL) {
		done = zip_source_read(source, bytes, stat.size) == (zip_int64_t)stat.size ||
		       no_memory(job);
		*ret = (struct pk_str){ bytes, (size_t)stat.size };
	}
	zip_source_close(source);
	return done;
}

/* libzip makes no archive of nothing. */
static bool write_nothing(struct pk_str *ret)
{
	static const char end[22] = "PK\5\6";

	*ret = (struct pk_str){ end, sizeof(end) };
	return true;
}

static bool write_all(struct pk_job *job, zip_t *zip, zip_source_t *source,
		const struct pk_entry *entries, size_t n, struct pk_str *ret)
{
	uint32_t before = pk_diag_errors(job->diags);
	bool done = true;

	for (size_t i = 0; done && i < n; i++)
		done = add_entry(job, zip, &entries[i]);
	if (done && zip_close(zip) != 0) {
		done = false;
	} else if (done) {
		zip = NULL;
		done = take_bytes(job, source, ret);
	}
	if (zip != NULL)
		zip_discard(zip);
	if (!done && pk_diag_errors(job->diags) == before)
		(void)no_memory(job);
	return done;
}

bool pk_archive_write(
		struct pk_job *job, const struct pk_entry *entries, size_t n, struct pk_str *ret)
{
	zip_source_t *source;
	int error;

	if (n == 0)
		return write_nothing(ret);
	zip_t *zip = open_over((struct pk_str){ NULL, 0 }, ZIP_TRUNCATE, &source, &error);
	if (zip == NULL)
		return no_memory(job);
	/* Closing the handle gives up the source; we read from it afterwards. */
	zip_source_keep(source);
	bool done = write_all(job, zip, source, entries, n, ret);
	zip_source_free(source);
	return done;
}
