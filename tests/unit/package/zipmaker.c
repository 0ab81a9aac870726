#include "zipmaker.h"

#include <zlib.h>

#include "support/fixture.h"

static void put_number(struct pk_out *out, uint32_t number, int bytes)
{
	for (int i = 0; i < bytes; i++)
		pk_put_byte(out, (char)(number >> (8 * i) & 0xFF));
}

struct pk_str repeated(struct pk_job *job, char byte, size_t n)
{
	char *p = pk_new(job, char, n);

	assert_non_null(p);
	memset(p, byte, n);
	return (struct pk_str){ p, n };
}

struct pk_str deflated(struct pk_job *job, struct pk_str bytes)
{
	z_stream z = { .next_in = (Bytef *)(uintptr_t)bytes.p, .avail_in = (uInt)bytes.n };

	assert_int_equal(deflateInit2(&z, 9, Z_DEFLATED, -15, 8, Z_DEFAULT_STRATEGY), Z_OK);
	size_t room = deflateBound(&z, bytes.n);
	char *p = pk_new(job, char, room);
	assert_non_null(p);
	z.next_out = (Bytef *)p;
	z.avail_out = (uInt)room;
	assert_int_equal(deflate(&z, Z_FINISH), Z_STREAM_END);
	struct pk_str ret = { p, z.total_out };
	deflateEnd(&z);
	return ret;
}

/* From the version to the length of the extra field: the same in both headers. */
static void put_common(struct pk_out *out, const struct zip_claim *claim, struct pk_str packed,
		const char *name, uint32_t size)
{
	uint32_t crc = (uint32_t)crc32(0, (const Bytef *)claim->bytes.p, (uInt)claim->bytes.n);

	put_number(out, 20, 2);
	put_number(out, claim->flags, 2);
	put_number(out, claim->method, 2);
	put_number(out, 0x00210000, 4);
	put_number(out, claim->crc != 0 ? claim->crc : crc, 4);
	put_number(out, claim->packed != 0 ? claim->packed : (uint32_t)packed.n, 4);
	put_number(out, size != 0 ? size : (uint32_t)claim->bytes.n, 4);
	put_number(out, (uint32_t)strlen(name), 2);
	put_number(out, 0, 2);
}

static void put_central(struct pk_out *out, const struct zip_claim *claim, struct pk_str packed,
		uint32_t offset)
{
	put_number(out, 0x02014B50, 4);
	put_number(out, 20, 2);
	put_common(out, claim, packed, claim->name, claim->size);
	put_number(out, 0, 2);
	put_number(out, 0, 4);
	put_number(out, 0, 4);
	put_number(out, claim->offset != 0 ? claim->offset : offset, 4);
	pk_put_c(out, claim->name);
}

struct pk_str zip_made(struct pk_job *job, const struct zip_claim *claims, size_t n,
		const struct zip_frame *frame)
{
	static const struct zip_frame plain = { .count = 0 };
	struct pk_out out = pk_out_new(job->arena, (size_t)1 << 28);
	struct pk_out central = pk_out_new(job->arena, (size_t)1 << 28);
	struct pk_str ret = PK_STR("");

	frame = frame == NULL ? &plain : frame;
	pk_put(&out, frame->before);
	for (size_t i = 0; i < n; i++) {
		const struct zip_claim *c = &claims[i];
		struct pk_str packed = c->method == 8 ? deflated(job, c->bytes) : c->bytes;
		const char *name = c->local_name != NULL ? c->local_name : c->name;

		put_central(&central, c, packed, (uint32_t)out.n);
		put_number(&out, 0x04034B50, 4);
		put_common(&out, c, packed, name, c->local_size != 0 ? c->local_size : c->size);
		pk_put_c(&out, name);
		pk_put(&out, packed);
	}
	pk_put(&out, frame->between);
	uint32_t directory = (uint32_t)out.n;
	pk_put(&out, pk_out_str(&central));
	put_number(&out, 0x06054B50, 4);
	put_number(&out, 0, 4);
	put_number(&out, frame->count != 0 ? frame->count : (uint32_t)n, 2);
	put_number(&out, frame->count != 0 ? frame->count : (uint32_t)n, 2);
	put_number(&out, (uint32_t)central.n, 4);
	put_number(&out, directory, 4);
	put_number(&out, frame->comment == NULL ? 0 : (uint32_t)strlen(frame->comment), 2);
	pk_put_c(&out, frame->comment);
	pk_put(&out, frame->after);
	assert_true(pk_out_done(job, &out, &ret));
	return ret;
}

uint32_t zip_number(struct pk_str zip, size_t at, int bytes)
{
	uint32_t number = 0;

	assert_true(at + (size_t)bytes <= zip.n);
	for (int i = 0; i < bytes; i++)
		number |= (uint32_t)(unsigned char)zip.p[at + (size_t)i] << (8 * i);
	return number;
}

size_t zip_central(struct pk_str zip, size_t i)
{
	size_t at = zip_number(zip, zip.n - 6, 4);

	while (i-- > 0)
		at += 46 + zip_number(zip, at + 28, 2) + zip_number(zip, at + 30, 2) +
		      zip_number(zip, at + 32, 2);
	assert_int_equal(zip_number(zip, at, 4), 0x02014B50);
	return at;
}

size_t zip_local(struct pk_str zip, size_t i)
{
	size_t at = zip_number(zip, zip_central(zip, i) + 42, 4);

	assert_int_equal(zip_number(zip, at, 4), 0x04034B50);
	return at;
}
