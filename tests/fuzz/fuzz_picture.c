/* Any bytes as a picture file: refused with a message, or one of a size, and what an SVG has become is
 * read again as the same. */
#include <string.h>

#include "fuzz.h"
#include "picture/picture.h"

/* In running text < is written otherwise. */
static const char *const refused[] = { "<script", "<foreignObject", "<!", "<?xml-stylesheet" };

static bool holds(struct pk_str text, const char *word)
{
	for (size_t at = 0; (at = pk_str_find(text, pk_str_of(word), at)) < text.n;) {
		at += strlen(word);
		/* "<scripted" is an element that nobody knows. */
		if (word[1] == '!' || word[1] == '?' || at == text.n ||
				memchr(" \t\r\n/>", text.p[at], 6) != NULL)
			return true;
	}
	return false;
}

static void look_at_svg(struct pk_job *job, const struct pk_image *image)
{
	struct pk_image again = { .name = image->name };

	for (size_t i = 0; i < sizeof(refused) / sizeof(refused[0]); i++)
		if (holds(image->bytes, refused[i]))
			abort();
	if (!pk_picture_read(job, image->bytes, PK_NOWHERE, &again))
		abort();
	if (again.width != image->width || again.height != image->height ||
			!pk_str_eq(again.bytes, image->bytes))
		abort();
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct pk_limits limits = fuzz_limits();
	struct pk_image image = { .name = PK_STR("bild") };
	struct pk_job job;
	bool good;

	limits.svg_bytes = (size_t)64 << 10;
	limits.svg_parts = 20000;
	if (!pk_job_init(&job, &limits))
		return 0;
	good = pk_picture_read(&job, fuzz_text(data, size), PK_NOWHERE, &image);
	fuzz_agree(&job, good);
	if (good && (image.width == 0 || image.height == 0 || image.dpi_x == 0 || image.dpi_y == 0))
		abort();
	if (good && image.kind == PK_IMAGE_SVG)
		look_at_svg(&job, &image);
	pk_job_free(&job);
	return 0;
}
