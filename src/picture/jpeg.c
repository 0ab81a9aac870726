/* Size, resolution and orientation of a JPEG (ITU T.81, JFIF 1.02, Exif 2.3), and whether all of it
 * is there. */
#include "picture/inside.h"

/* JFIF: density in dots an inch (1) or a centimetre (2); 0 is only a proportion. */
static void look_at_jfif(const unsigned char *data, size_t n, struct pk_image *image)
{
	if (n < 12 || memcmp(data, "JFIF", 5) != 0)
		return;
	if (data[7] == 1 && picture_be16(data + 8) > 0 && picture_be16(data + 10) > 0) {
		image->dpi_x = picture_be16(data + 8);
		image->dpi_y = picture_be16(data + 10);
	} else if (data[7] == 2) {
		image->dpi_x = picture_dpi(picture_be16(data + 8), 1000);
		image->dpi_y = picture_dpi(picture_be16(data + 10), 1000);
	}
}

static uint32_t number(const unsigned char *p, unsigned bytes, bool little)
{
	uint32_t value = 0;

	for (unsigned i = 0; i < bytes; i++)
		value = value << 8 | p[little ? bytes - 1 - i : i];
	return value;
}

/* Exif: a TIFF whose first directory may hold the orientation (tag 0x112, a SHORT). 5 to 8 swap
 * width and height when a program heeds them. */
static void look_at_exif(const unsigned char *data, size_t n, struct pk_image *image)
{
	enum { HEAD = 6, ENTRY = 12, ORIENTATION = 0x112, SHORT = 3 };
	const unsigned char *tiff = data + HEAD;
	uint32_t at, entries;
	bool little;

	if (n < HEAD + 8 || memcmp(data, "Exif\0", HEAD) != 0)
		return;
	n -= HEAD;
	little = tiff[0] == 'I';
	at = number(tiff + 4, 4, little);
	if (at > n || n - at < 2)
		return;
	entries = number(tiff + at, 2, little);
	at += 2;
	for (uint32_t i = 0; i < entries && n - at >= ENTRY; i++, at += ENTRY) {
		uint32_t value = number(tiff + at + 8, 2, little);

		if (number(tiff + at, 2, little) == ORIENTATION &&
				number(tiff + at + 2, 2, little) == SHORT)
			image->turned = value >= 5 && value <= 8;
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

/* Baseline, extended and progressive are what all programs show; not lossless, hierarchical or
 * arithmetic ones. */
static enum picture_verdict look_at_frame(
		unsigned marker, const unsigned char *data, size_t n, struct pk_image *image)
{
	if (n < 6)
		return PICTURE_BROKEN;
	image->height = picture_be16(data + 1);
	image->width = picture_be16(data + 3);
	if (image->width == 0 || image->height == 0)
		return PICTURE_BROKEN;
	return marker <= 0xC2 && data[0] == 8 ? PICTURE_GOOD : PICTURE_UNUSUAL;
}

/* From the first scan on: the end of the picture must come. */
static bool has_end(struct pk_str rest)
{
	return pk_str_find(rest, PK_STR("\xFF\xD9"), 0) < rest.n;
}

enum picture_verdict picture_jpeg(struct pk_str bytes, struct pk_image *image)
{
	const unsigned char *p = (const unsigned char *)bytes.p;
	enum picture_verdict verdict = PICTURE_BROKEN;
	size_t n = bytes.n;

	if (n < 3 || p[0] != 0xFF || p[1] != 0xD8 || p[2] != 0xFF)
		return PICTURE_OTHER;
	image->kind = PK_IMAGE_JPEG;
	for (size_t at = 2; n - at >= 4 && p[at] == 0xFF;) {
		unsigned marker = p[at + 1];
		size_t length = picture_be16(p + at + 2);
		const unsigned char *data = p + at + 4;

		if (marker == 0xFF || is_bare(marker)) {
			at += marker == 0xFF ? 1 : 2;
			continue;
		}
		if (length < 2 || length > n - at - 2 || marker == 0xD9)
			return PICTURE_BROKEN;
		at += 2 + length;
		if (marker == 0xDA)
			return has_end(pk_str_slice(bytes, at, n)) ? verdict : PICTURE_BROKEN;
		if (marker == 0xE0)
			look_at_jfif(data, length - 2, image);
		else if (marker == 0xE1)
			look_at_exif(data, length - 2, image);
		else if (is_frame(marker))
			verdict = look_at_frame(marker, data, length - 2, image);
	}
	return PICTURE_BROKEN;
}
