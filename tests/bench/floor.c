/* The least that a program can do which makes such a document: deflate its parts and write the archive.
 *
 *     floor [-l LEVEL] -o OUTPUT -n N DOCUMENT
 *
 * The parts of a finished document are unpacked first; then, N times, each is deflated (zlib, level 6
 * unless another is asked for, one stream used again) and the archive written. The last line is the
 * seconds that all N took, the line before what the processor did of them. */
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>
#define ZLIB_CONST
#include <zlib.h>

#include "bench.h"
#include "package/file.h"
#include "package/package.h"

enum { LOCAL = 30, CENTRAL = 46, END = 22, DEFLATED = 8, VERSION = 20, RAW = -15, MEMORY = 8 };

struct part {
	struct pk_str name, bytes;
	uint32_t crc, packed, at;
};

struct archive {
	struct part *parts;
	size_t n;
	unsigned char *bytes;     /* room for the whole archive */
	size_t at;
	z_stream stream;
};

static void put(struct archive *a, uint32_t number, unsigned bytes)
{
	for (unsigned i = 0; i < bytes; i++)
		a->bytes[a->at++] = (unsigned char)(number >> (8 * i));
}

static void put_text(struct archive *a, struct pk_str text)
{
	memcpy(a->bytes + a->at, text.p, text.n);
	a->at += text.n;
}

/* What the header before a part and its entry in the directory have in common. */
static void put_facts(struct archive *a, const struct part *part)
{
	put(a, VERSION, 2);
	put(a, 0, 2);                  /* flags */
	put(a, DEFLATED, 2);
	put(a, 0x00210000, 4);         /* 1980-01-01 00:00 */
	put(a, part->crc, 4);
	put(a, part->packed, 4);
	put(a, (uint32_t)part->bytes.n, 4);
	put(a, (uint32_t)part->name.n, 2);
	put(a, 0, 2);                  /* no extra field */
}

static bool put_part(struct archive *a, struct part *part)
{
	size_t data = a->at + LOCAL + part->name.n;

	part->at = (uint32_t)a->at;
	part->crc = (uint32_t)crc32(0, (const Bytef *)part->bytes.p, (uInt)part->bytes.n);
	a->stream.next_in = (const Bytef *)part->bytes.p;
	a->stream.avail_in = (uInt)part->bytes.n;
	a->stream.next_out = a->bytes + data;
	a->stream.avail_out = (uInt)deflateBound(&a->stream, (uLong)part->bytes.n);
	if (deflate(&a->stream, Z_FINISH) != Z_STREAM_END)
		return false;
	part->packed = (uint32_t)a->stream.total_out;
	put(a, 0x04034B50, 4);
	put_facts(a, part);
	put_text(a, part->name);
	a->at = data + part->packed;
	return deflateReset(&a->stream) == Z_OK;
}

static void put_directory(struct archive *a)
{
	size_t start = a->at;

	for (size_t i = 0; i < a->n; i++) {
		put(a, 0x02014B50, 4);
		put(a, VERSION, 2);
		put_facts(a, &a->parts[i]);
		put(a, 0, 2);          /* no comment */
		put(a, 0, 2);          /* the first disk */
		put(a, 0, 2);
		put(a, 0, 4);          /* attributes */
		put(a, a->parts[i].at, 4);
		put_text(a, a->parts[i].name);
	}
	put(a, 0x06054B50, 4);
	put(a, 0, 4);
	put(a, (uint32_t)a->n, 2);
	put(a, (uint32_t)a->n, 2);
	put(a, (uint32_t)(a->at - start - 12), 4);
	put(a, (uint32_t)start, 4);
	put(a, 0, 2);
}

static bool write_archive(struct archive *a, const char *path)
{
	bool ok = true;

	a->at = 0;
	for (size_t i = 0; ok && i < a->n; i++)
		ok = put_part(a, &a->parts[i]);
	put_directory(a);
	return ok && bench_write(path, (const char *)a->bytes, a->at);
}

static bool read_parts(struct pk_job *job, const char *path, struct archive *ret)
{
	struct pk_package *package;
	struct pk_str bytes, name = pk_str_of(path);
	size_t room = END;

	if (!pk_file_read(job, name, job->limits->template_bytes, &bytes) ||
			!pk_package_read(job, bytes, name, &package))
		return false;
	ret->n = pk_package_count(package);
	ret->parts = pk_new(job, struct part, ret->n);
	if (ret->parts == NULL)
		return false;
	for (size_t i = 0; i < ret->n; i++) {
		struct part *part = &ret->parts[i];

		part->name = pk_package_name(package, i);
		if (!pk_package_bytes(job, package, i, &part->bytes))
			return false;
		room += LOCAL + CENTRAL + 2 * part->name.n +
				deflateBound(&ret->stream, (uLong)part->bytes.n);
	}
	ret->bytes = pk_alloc(job, 1, room);
	return ret->bytes != NULL;
}

struct asked {
	const char *output, *document;
	unsigned long n;
	int level;
};

static bool read_options(int argc, char **argv, struct asked *ret)
{
	int c;

	*ret = (struct asked){ .n = 1, .level = 6 };
	while ((c = getopt(argc, argv, "l:o:n:")) != -1) {
		if (c == 'l')
			ret->level = (int)bench_count(optarg);
		else if (c == 'o')
			ret->output = optarg;
		else if (c == 'n')
			ret->n = bench_count(optarg);
		else
			return false;
	}
	if (optind != argc - 1)
		return false;
	ret->document = argv[optind];
	return ret->output != NULL && ret->n > 0 && ret->level > 0 && ret->level < 10;
}

static bool run(struct pk_job *job, const struct asked *asked, struct archive *archive)
{
	struct bench_span start;

	if (!read_parts(job, asked->document, archive))
		return false;
	start = bench_now();
	for (unsigned long i = 0; i < asked->n; i++) {
		if (!write_archive(archive, asked->output))
			return false;
	}
	bench_tell(start);
	return true;
}

int main(int argc, char **argv)
{
	struct archive archive = { 0 };
	struct asked asked;
	struct pk_job job;
	bool ok;

	if (!read_options(argc, argv, &asked)) {
		fprintf(stderr, "usage: floor [-l LEVEL] -o OUTPUT -n N DOCUMENT\n");
		return 2;
	}
	if (deflateInit2(&archive.stream, asked.level, Z_DEFLATED, RAW, MEMORY,
			Z_DEFAULT_STRATEGY) != Z_OK || !pk_job_init(&job, &pk_limits_default))
		return 5;
	ok = run(&job, &asked, &archive);
	if (!ok)
		fprintf(stderr, "floor: %s cannot be read, or %s not written\n", asked.document,
				asked.output);
	pk_job_free(&job);
	deflateEnd(&archive.stream);
	return ok ? 0 : 1;
}
