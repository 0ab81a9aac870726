/* Pictures: for the files of this folder only. */
#ifndef PK_PICTURE_INSIDE_H
#define PK_PICTURE_INSIDE_H

#include "picture/picture.h"

enum { PICTURE_DPI = 96 };

enum picture_verdict {
	PICTURE_GOOD,
	PICTURE_OTHER,   /* not of this kind */
	PICTURE_BROKEN,  /* cut off, damaged, or claiming what cannot be */
	PICTURE_UNUSUAL  /* of a variety that few programs show */
};

/* Fill in kind, size and resolution when good. */
enum picture_verdict picture_png(struct pk_str bytes, struct pk_image *image);
enum picture_verdict picture_jpeg(struct pk_str bytes, struct pk_image *image);

/* The name of what a file is that is neither; NULL when nobody knows. */
const char *picture_other_kind(struct pk_str bytes);

/* False after reporting. */
PK_MUST bool picture_svg(struct pk_job *job, struct pk_str bytes, struct pk_pos at,
		struct pk_image *image);

static inline uint32_t picture_be16(const unsigned char *p)
{
	return (uint32_t)p[0] << 8 | p[1];
}

static inline uint32_t picture_be32(const unsigned char *p)
{
	return picture_be16(p) << 16 | picture_be16(p + 2);
}

/* Dots an inch of so many dots in a number of metres or centimetres; odd values say nothing. */
static inline uint32_t picture_dpi(uint64_t dots, uint64_t per_ten_metres)
{
	uint64_t dpi = (dots * per_ten_metres * 254 + 50000) / 100000;

	return dpi == 0 || dpi > 100000 ? PICTURE_DPI : (uint32_t)dpi;
}

#endif
