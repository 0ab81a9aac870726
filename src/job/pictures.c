#include "job/pictures.h"

#include "format/common/format.h"
#include "job/path.h"
#include "meeting/meeting.h"
#include "package/file.h"
#include "picture/picture.h"

/* Pictures are data of the file that names them: its folder is where paths begin. */
static struct pk_str folder_of(const struct pk_job *job, struct pk_pos at)
{
	const struct pk_source *source = pk_source_get(job->sources, at.source);

	return source == NULL ? PK_STR("") : pk_path_folder(source->name);
}

/* A picture that is named somewhere, as it is to be read. */
struct named {
	struct pk_str name, alt;
	struct pk_pos at;
	bool allow_outside;
};

/* path: where the file lies, which exists. */
static bool read_file(struct pk_job *job, const struct named *named, struct pk_str path,
		struct pk_image **ret)
{
	struct pk_image *image = pk_new(job, struct pk_image, 1);
	size_t most = job->limits->image_bytes;
	struct pk_str bytes;
	bool inside;

	if (image == NULL || !pk_file_below(job, folder_of(job, named->at), path, &inside))
		return false;
	if (!inside && !named->allow_outside)
		return pk_fail(job, PK_M_PICTURE_OUTSIDE, named->at, named->name);
	if (pk_file_is_larger(path, most))
		return pk_fail(job, PK_M_PICTURE_BYTES, named->at, named->name,
				pk_number(job, most >> 20));
	*image = (struct pk_image){ .name = named->name, .alt = named->alt };
	*ret = image;
	return pk_file_read(job, path, most, &bytes) &&
	       pk_picture_read(job, bytes, named->at, image);
}

/* The same name with another extension. */
static bool rename_to(struct pk_job *job, struct pk_str name, const char *extension,
		struct pk_str *ret)
{
	size_t n = name.n - pk_path_extension(name).n;

	return pk_join(job, ret, pk_str_slice(name, 0, n), pk_str_of(extension));
}

/* The PNG beside an SVG, if it is there. */
static bool read_plain(struct pk_job *job, const struct named *svg, const struct pk_image **ret)
{
	static const char *const extensions[] = { ".png", ".PNG" };

	for (size_t i = 0; i < PK_COUNT(extensions); i++) {
		struct named png = *svg;
		struct pk_image *image;
		struct pk_str path;

		if (!rename_to(job, svg->name, extensions[i], &png.name) ||
				!pk_path_in(job, folder_of(job, svg->at), png.name, &path))
			return false;
		if (!pk_file_there(job, path))
			continue;
		if (!read_file(job, &png, path, &image))
			return false;
		*ret = image;
		return image->kind == PK_IMAGE_PNG ||
		       pk_fail(job, PK_M_PICTURE_KIND, svg->at, png.name);
	}
	return true;
}

static bool read_picture(struct pk_job *job, const struct named *named, const struct pk_image **ret)
{
	struct pk_image *image;
	struct pk_str path;

	if (!pk_path_in(job, folder_of(job, named->at), named->name, &path))
		return false;
	if (pk_str_find(named->name, PK_STR("://"), 0) < named->name.n)
		return pk_fail(job, PK_M_PICTURE_REMOTE, named->at, named->name);
	if (!pk_file_there(job, path))
		return pk_fail(job, PK_M_PICTURE_MISSING, named->at, named->name, path);
	if (!read_file(job, named, path, &image))
		return false;
	*ret = image;
	return image->kind != PK_IMAGE_SVG || read_plain(job, named, &image->plain);
}

static bool read_run(struct pk_job *job, struct pk_run *run, bool allow_outside)
{
	const struct named named = { run->target, run->text, run->at, allow_outside };

	if (pk_str_trim(run->text).n == 0)
		return pk_fail(job, PK_M_PICTURE_ALT, run->at, run->target);
	return read_picture(job, &named, &run->image);
}

static bool read_logo(struct pk_job *job, const struct pk_settings *settings, bool allow_outside,
		const struct pk_image **ret)
{
	const struct named named = { settings->logo.text, settings->logo_alt, settings->logo.at,
		allow_outside };

	if (settings->logo.text.n == 0)
		return true;
	if (settings->logo_alt.n == 0)
		return pk_fail(job, PK_M_PICTURE_LOGO_ALT, settings->logo.at, settings->logo.text);
	return read_picture(job, &named, ret);
}

bool pk_pictures_read(struct pk_job *job, const struct pk_meeting *meeting, bool allow_outside,
		const struct pk_image **ret_logo)
{
	const struct pk_prose **texts;
	size_t n;
	bool ok = true;

	if (!pk_meeting_texts(job, meeting, &texts, &n))
		return false;
	for (size_t i = 0; i < n; i++) {
		const struct pk_blocks *blocks = texts[i]->blocks;

		for (size_t k = 0; blocks != NULL && k < blocks->n_images; k++)
			ok &= read_run(job, blocks->images[k], allow_outside);
	}
	*ret_logo = NULL;
	return read_logo(job, &meeting->settings, allow_outside, ret_logo) && ok;
}

static bool is_plain(struct pk_job *job, const struct pk_image *image, struct pk_pos at)
{
	struct pk_str wanted;

	if (image == NULL || image->kind != PK_IMAGE_SVG || image->plain != NULL)
		return true;
	return rename_to(job, pk_path_base(image->name), ".png", &wanted) &&
	       pk_fail(job, PK_M_SVG_NEEDS_PNG, at, image->name, wanted);
}

bool pk_pictures_suit(struct pk_job *job, const struct pk_meeting *meeting,
		const struct pk_format *format)
{
	const struct pk_prose **texts;
	bool ok = true;
	size_t n;

	if (!format->wants_plain)
		return true;
	if (!pk_meeting_texts(job, meeting, &texts, &n))
		return false;
	for (size_t i = 0; i < n; i++) {
		const struct pk_blocks *blocks = texts[i]->blocks;

		for (size_t k = 0; blocks != NULL && k < blocks->n_images; k++)
			ok &= is_plain(job, blocks->images[k]->image, blocks->images[k]->at);
	}
	return is_plain(job, meeting->settings.logo_image, meeting->settings.logo.at) && ok;
}
