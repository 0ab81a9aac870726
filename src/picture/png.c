/* Size and resolution of a PNG (ISO 15948), and whether all of it is there. */
#include "picture/inside.h"

enum {
	SIGNATURE = 8,
	FRAME = 12,        /* of a chunk: length, type, check sum */
	MOST_PACKED = 1032 /* what deflate can make of one byte */
};

/* What the chunks have told so far. */
struct chunks {
	uint64_t packed; /* bytes of the picture itself */
	bool end;
};

/* Bits of a pixel by colour type and depth; 0 for pairs that are not allowed (11.2.2). */
static unsigned bits_of(unsigned depth, unsigned colours)
{
	static const unsigned char channels[] = { 1, 0, 3, 1, 2, 0, 4 };
	bool whole = depth == 8 || depth == 16;

	if (colours >= sizeof(channels) || channels[colours] == 0)
		return 0;
	if (!whole && depth != 1 && depth != 2 && depth != 4)
		return 0;
	if ((colours == 3 && depth == 16) || (!whole && colours != 0 && colours != 3))
		return 0;
	return depth * channels[colours];
}

/* 11.3.5.3: pHYs, pixels a metre when the unit is 1, before the picture itself. */
static void look_at_phys(const unsigned char *data, struct pk_image *image)
{
	if (data[8] != 1)
		return;
	image->dpi_x = picture_dpi(picture_be32(data), 10);
	image->dpi_y = picture_dpi(picture_be32(data + 4), 10);
}

static void walk(const unsigned char *p, size_t n, struct chunks *chunks, struct pk_image *image)
{
	for (size_t at = SIGNATURE; n - at >= FRAME && !chunks->end;) {
		uint32_t length = picture_be32(p + at);
		const unsigned char *type = p + at + 4;

		if (length > n - at - FRAME)
			return;
		if (memcmp(type, "IDAT", 4) == 0)
			chunks->packed += length;
		else if (memcmp(type, "pHYs", 4) == 0 && length == 9 && chunks->packed == 0)
			look_at_phys(type + 4, image);
		chunks->end = memcmp(type, "IEND", 4) == 0;
		at += FRAME + (size_t)length;
	}
}

enum picture_verdict picture_png(struct pk_str bytes, struct pk_image *image)
{
	static const unsigned char head[16] = "\x89PNG\r\n\x1a\n\0\0\0\rIHDR";
	const unsigned char *p = (const unsigned char *)bytes.p;
	struct chunks chunks = { 0 };
	uint64_t row;
	unsigned bits;

	if (bytes.n < SIGNATURE || memcmp(p, head, SIGNATURE) != 0)
		return PICTURE_OTHER;
	if (bytes.n < 33 || memcmp(p, head, sizeof(head)) != 0)
		return PICTURE_BROKEN;
	image->kind = PK_IMAGE_PNG;
	image->width = picture_be32(p + 16);
	image->height = picture_be32(p + 20);
	bits = bits_of(p[24], p[25]);
	if (bits == 0 || image->width == 0 || image->height == 0 || image->width > INT32_MAX ||
			image->height > INT32_MAX)
		return PICTURE_BROKEN;
	walk(p, bytes.n, &chunks, image);
	row = ((uint64_t)image->width * bits + 7) / 8;
	/* A size that so few bytes cannot hold is a lie. */
	if (!chunks.end || chunks.packed == 0 ||
			(chunks.packed + 1) * MOST_PACKED / image->height < row)
		return PICTURE_BROKEN;
	return PICTURE_GOOD;
}
