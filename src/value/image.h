/* A picture that a document shows: bytes, kind and size. */
#ifndef PK_VALUE_IMAGE_H
#define PK_VALUE_IMAGE_H

#include "base/job.h"

enum pk_image_kind { PK_IMAGE_PNG, PK_IMAGE_JPEG };

struct pk_image {
	struct pk_str name;       /* as the meeting names it */
	struct pk_str bytes;
	struct pk_str alt;
	enum pk_image_kind kind;
	uint32_t width, height;   /* pixels */
	uint32_t dpi_x, dpi_y;    /* 96 where the file does not say */
};

/* Reads kind, size and resolution from a picture's first bytes; name, bytes and alt of *ret stay as
 * they were. False without a message, *ret untouched, when it is neither a sound PNG nor JPEG. */
PK_MUST bool pk_image_look(struct pk_str bytes, struct pk_image *ret);

#endif
