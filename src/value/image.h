/* A picture that a document shows: bytes, kind and size. */
#ifndef PK_VALUE_IMAGE_H
#define PK_VALUE_IMAGE_H

#include "base/job.h"

enum pk_image_kind { PK_IMAGE_PNG, PK_IMAGE_JPEG, PK_IMAGE_SVG };

struct pk_image {
	struct pk_str name;       /* as the meeting names it */
	struct pk_str bytes;
	struct pk_str alt;
	enum pk_image_kind kind;
	uint32_t width, height;   /* as the file lies: pixels; SVG: hundredths of a CSS pixel */
	uint32_t dpi_x, dpi_y;    /* of those an inch; 96 where the file does not say */
	bool turned;              /* JPEG: to be looked at from the side (Exif orientation 5 to 8) */
	const struct pk_image *plain; /* SVG: the PNG of the same name, for programs that know no
				       * SVG; NULL when there is none */
};

/* What a kind is called in packages and addresses. */
struct pk_image_type {
	const char *extension;    /* "png" */
	const char *media;        /* "image/png" */
};

const struct pk_image_type *pk_image_type(const struct pk_image *image);

#endif
