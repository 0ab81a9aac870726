/* Kind, size and resolution of a PNG or JPEG, from its head. */
#include "value/image.h"

enum { DEFAULT_DPI = 96 };

static uint32_t be16(const unsigned char *p)
{
	return (uint32_t)p[0] << 8 | p[1];
}

static uint32_t be32(const unsigned char *p)
{
	return be16(p) << 16 | be16(p + 2);
}

/* Dots an inch of so many dots in a number of metres or centimetres; odd values say nothing. */
static uint32_t dpi_of(uint64_t dots, uint64_t per_ten_metres)
{
	uint64_t dpi = (dots * per_ten_metres * 254 + 50000) / 100000;
	return dpi == 0 || dpi > 100000 ? DEFAULT_DPI : (uint32_t)dpi;
}

/* PNG 1.2, 11.3.5.3: pHYs, pixels a metre, before the picture itself. */
static void look_at_phys(const unsigned char *p, size_t n, struct pk_image *image)
{
	size_t at = 8;
	while (n - at >= 12) {
		uint32_t length = be32(p + at);
		const unsigned char *type = p + at + 4;
		if (memcmp(type, "IDAT", 4) == 0 || length > n - at - 12)
			return;
		if (memcmp(type, "pHYs", 4) == 0 && length == 9) {
			const unsigned char *data = type + 4;
			if (data[8] == 1) {
				image->dpi_x = dpi_of(be32(data), 10);
				image->dpi_y = dpi_of(be32(data + 4), 10);
			}
			return;
		}
		at += 12 + (size_t)length;
	}
}

static bool look_at_png(const unsigned char *p, size_t n, struct pk_image *image)
{
	static const unsigned char head[16] = "\x89PNG\r\n\x1a\n\0\0\0\rIHDR";
	if (n < 33 || memcmp(p, head, sizeof(head)) != 0)
		return false;
	image->kind = PK_IMAGE_PNG;
	image->width = be32(p + 16);
	image->height = be32(p + 20);
	look_at_phys(p, n, image);
	return image->width <= INT32_MAX && image->height <= INT32_MAX;
}

/* JFIF 1.02: density in dots an inch (1) or a centimetre (2); 0 is only a proportion. */
static void look_at_jfif(const unsigned char *data, size_t n, struct pk_image *image)
{
	if (n < 12 || memcmp(data, "JFIF", 5) != 0)
		return;
	if (data[7] == 1 && be16(data + 8) > 0 && be16(data + 10) > 0) {
		image->dpi_x = be16(data + 8);
		image->dpi_y = be16(data + 10);
	} else if (data[7] == 2) {
		image->dpi_x = dpi_of(be16(data + 8), 1000);
		image->dpi_y = dpi_of(be16(data + 10), 1000);
	}
}

/* SOF0 to SOF15; C4, C8 and CC are other things. */
static bool is_frame(unsigned marker)
{
	return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 &&
	       marker != 0xCC;
}

/* Markers without a length: TEM, RST0 to RST7. */
static bool is_bare(unsigned marker)
{
	return marker == 0x01 || (marker >= 0xD0 && marker <= 0xD7);
}

static bool look_at_jpeg(const unsigned char *p, size_t n, struct pk_image *image)
{
	if (n < 4 || p[0] != 0xFF || p[1] != 0xD8)
		return false;
	image->kind = PK_IMAGE_JPEG;
	for (size_t at = 2; n - at >= 4 && p[at] == 0xFF;) {
		unsigned marker = p[at + 1];
		if (marker == 0xFF || is_bare(marker)) {
			at += marker == 0xFF ? 1 : 2;
			continue;
		}
		size_t length = be16(p + at + 2);
		if (length < 2 || length > n - at - 2 || marker == 0xDA || marker == 0xD9)
			return false;
		const unsigned char *data = p + at + 4;
		if (marker == 0xE0)
			look_at_jfif(data, length - 2, image);
		if (is_frame(marker)) {
			if (length < 8)
				return false;
			image->height = be16(data + 1);
			image->width = be16(data + 3);
			return true;
		}
		at += 2 + length;
	}
	return false;
}

bool pk_image_look(struct pk_str bytes, struct pk_image *ret)
{
	struct pk_image image = *ret;
	const unsigned char *p = (const unsigned char *)bytes.p;
	image.width = image.height = 0;
	image.dpi_x = image.dpi_y = DEFAULT_DPI;
	if (!look_at_png(p, bytes.n, &image) && !look_at_jpeg(p, bytes.n, &image))
		return false;
	if (image.width == 0 || image.height == 0)
		return false;
	*ret = image;
	return true;
}
