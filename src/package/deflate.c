/* zlib: how parts are packed. */
#define ZLIB_CONST
#include <zlib.h>

#include "package/archive.h"

enum {
	/* Level 3 takes half the time of level 6, and files stay within 1.25 times the size (measured
	 * over short and long meetings). Markup repeats itself at length: a search that looks at
	 * fewer places, but for longer matches, is quicker still and finds more. */
	LEVEL = 3,
	GOOD = 4,
	INSERTED = 12,
	LONG = 258,
	PLACES = 6,
	RAW = -MAX_WBITS, /* without zlib's own head and foot: an archive has its own */
	/* Its tables are cleared for each part, and most parts are small: half of the usual 8's. Less
	 * than that cuts long parts into many blocks, each with a code of its own to make. */
	MEMORY = 7,
};

uint32_t pk_archive_crc(struct pk_str bytes)
{
	uLong crc = crc32(0, NULL, 0);

	/* An int's worth at a time: zlib counts in uInt. */
	for (size_t at = 0; at < bytes.n;) {
		size_t n = bytes.n - at > 1 << 30 ? 1 << 30 : bytes.n - at;

		crc = crc32(crc, (const Bytef *)bytes.p + at, (uInt)n);
		at += n;
	}
	return (uint32_t)crc;
}

uint32_t pk_entry_crc(struct pk_entry *entry)
{
	if (!entry->counted)
		entry->crc = pk_archive_crc(entry->bytes);
	entry->counted = true;
	return entry->crc;
}

/* Clears what the part before has left; of a stream that has begun it cannot fail. */
static bool begin(z_stream *stream, bool begun)
{
	return (begun ? deflateReset(stream)
		      : deflateInit2(stream, LEVEL, Z_DEFLATED, RAW, MEMORY, Z_DEFAULT_STRATEGY)) ==
	       Z_OK;
}

/* No part is larger than output_bytes: zlib can count it. */
static bool deflate_one(
		struct pk_job *job, z_stream *stream, struct pk_str bytes, struct pk_str *ret)
{
	struct pk_out out = pk_out_new(job->arena, job->limits->output_bytes);
	char piece[8192];
	int state;

	/* Resetting forgets it. */
	(void)deflateTune(stream, GOOD, INSERTED, LONG, PLACES);
	stream->next_in = (const Bytef *)bytes.p;
	stream->avail_in = (uInt)bytes.n;
	do {
		stream->next_out = (Bytef *)piece;
		stream->avail_out = sizeof(piece);
		state = deflate(stream, Z_FINISH);
		pk_put(&out, (struct pk_str){ piece, sizeof(piece) - stream->avail_out });
	} while (state == Z_OK);
	return pk_out_done(job, &out, ret);
}

bool pk_archive_deflate(struct pk_job *job, struct pk_entry *entries, size_t n)
{
	z_stream stream = { 0 };
	bool begun = false, done = true;

	/* One stream for all: its tables are larger than most parts. */
	for (size_t i = 0; done && i < n; i++) {
		(void)pk_entry_crc(&entries[i]);
		if (entries[i].stored || entries[i].packed.p != NULL)
			continue;
		begun = begin(&stream, begun);
		done = begun ? deflate_one(job, &stream, entries[i].bytes, &entries[i].packed)
			     : pk_fail(job, PK_M_MEMORY, PK_NOWHERE);
	}
	if (begun)
		deflateEnd(&stream);
	return done;
}
