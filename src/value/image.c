#include "value/image.h"

const struct pk_image_type *pk_image_type(const struct pk_image *image)
{
	static const struct pk_image_type types[] = {
		[PK_IMAGE_PNG] = { "png", "image/png" },
		[PK_IMAGE_JPEG] = { "jpg", "image/jpeg" },
		[PK_IMAGE_SVG] = { "svg", "image/svg+xml" },
	};

	return &types[image->kind];
}
