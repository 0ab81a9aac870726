#include "picture/inside.h"

/* Nothing but white space before a tag, maybe behind a byte order mark. */
static bool is_markup(struct pk_str bytes)
{
	if (pk_str_starts(bytes, PK_STR("\xFF\xFE")) || pk_str_starts(bytes, PK_STR("\xFE\xFF")))
		return true;
	if (pk_str_starts(bytes, PK_STR("\xEF\xBB\xBF")))
		bytes = pk_str_slice(bytes, 3, bytes.n);
	return pk_str_starts(pk_str_trim(bytes), PK_STR("<"));
}

static bool has_few_pixels(struct pk_job *job, struct pk_pos at, const struct pk_image *image)
{
	if ((uint64_t)image->width * image->height <= job->limits->image_pixels)
		return true;
	return pk_fail(job, PK_M_PICTURE_PIXELS, at, image->name, pk_number(job, image->width),
			pk_number(job, image->height));
}

static bool judge(struct pk_job *job, enum picture_verdict verdict, struct pk_pos at,
		const struct pk_image *image)
{
	switch (verdict) {
	case PICTURE_OTHER:
		return pk_fail(job, PK_M_PICTURE_KIND, at, image->name);
	case PICTURE_BROKEN:
		return pk_fail(job, PK_M_PICTURE_BROKEN, at, image->name);
	case PICTURE_UNUSUAL:
		return pk_fail(job, PK_M_PICTURE_OTHER_KIND, at, image->name,
				PK_STR("lossless JPEG"));
	case PICTURE_GOOD:
		break;
	}
	if (!has_few_pixels(job, at, image))
		return false;
	if (image->turned)
		pk_tell(job, PK_M_PICTURE_TURNED, at, image->name);
	return true;
}

/* Told apart by what the bytes are, whatever the file is called. */
bool pk_picture_read(struct pk_job *job, struct pk_str bytes, struct pk_pos at,
		struct pk_image *ret)
{
	struct pk_image image = { .name = ret->name, .alt = ret->alt, .bytes = bytes };
	enum picture_verdict verdict;
	const char *other;

	image.dpi_x = image.dpi_y = PICTURE_DPI;
	verdict = picture_png(bytes, &image);
	if (verdict == PICTURE_OTHER)
		verdict = picture_jpeg(bytes, &image);
	other = verdict == PICTURE_OTHER ? picture_other_kind(bytes) : NULL;
	if (other != NULL)
		return pk_fail(job, PK_M_PICTURE_OTHER_KIND, at, image.name, pk_str_of(other));
	if (verdict == PICTURE_OTHER && is_markup(bytes)) {
		if (!picture_svg(job, bytes, at, &image))
			return false;
	} else if (!judge(job, verdict, at, &image)) {
		return false;
	}
	*ret = image;
	return true;
}
