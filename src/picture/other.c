/* Files that are no pictures for a document, by how they begin. */
#include "picture/inside.h"

struct beginning {
	size_t at;
	struct pk_str bytes;
	const char *name;
};

static const struct beginning beginnings[] = {
	{ 0, PK_STR_INIT("GIF8"), "GIF" },
	{ 8, PK_STR_INIT("WEBP"), "WebP" },
	{ 0, PK_STR_INIT("II*\0"), "TIFF" },
	{ 0, PK_STR_INIT("MM\0*"), "TIFF" },
	{ 0, PK_STR_INIT("%PDF"), "PDF" },
	{ 0, PK_STR_INIT("%!PS"), "EPS" },
	{ 0, PK_STR_INIT("\xC5\xD0\xD3\xC6"), "EPS" },
	{ 4, PK_STR_INIT("ftypavi"), "AVIF" },
	{ 4, PK_STR_INIT("ftyphe"), "HEIC" },
	{ 4, PK_STR_INIT("ftypm"), "HEIC" },
	{ 4, PK_STR_INIT("jP  "), "JPEG 2000" },
	{ 4, PK_STR_INIT("JXL "), "JPEG XL" },
	{ 0, PK_STR_INIT("\xFF\x0A"), "JPEG XL" },
	{ 0, PK_STR_INIT("\0\0\1\0"), "ICO" },
	{ 0, PK_STR_INIT("8BPS"), "Photoshop" },
	{ 40, PK_STR_INIT(" EMF"), "EMF" },
	{ 0, PK_STR_INIT("\xD7\xCD\xC6\x9A"), "WMF" },
	{ 0, PK_STR_INIT("PK\3\4"), "ZIP" },
	{ 0, PK_STR_INIT("\x1F\x8B"), "SVGZ" },
	{ 0, PK_STR_INIT("BM"), "BMP" },
};

const char *picture_other_kind(struct pk_str bytes)
{
	for (size_t i = 0; i < PK_COUNT(beginnings); i++) {
		const struct beginning *b = &beginnings[i];

		if (pk_str_eq(pk_str_slice(bytes, b->at, b->at + b->bytes.n), b->bytes))
			return b->name;
	}
	return NULL;
}
