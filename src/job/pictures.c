#include "job/pictures.h"

#include <limits.h>
#include <stdlib.h>

#include "job/path.h"
#include "meeting/meeting.h"
#include "package/file.h"

/* True when the real path of a file lies in the real path of a folder. */
static bool lies_below(const char *file, const char *folder)
{
	size_t n = strlen(folder);

	return strncmp(file, folder, n) == 0 && (folder[n - 1] == '/' || file[n] == '/');
}

static bool stays_inside(struct pk_job *job, struct pk_str folder, struct pk_str path, bool *ret)
{
	char real_folder[PATH_MAX], real_path[PATH_MAX];
	struct pk_str here;

	*ret = false;
	if (!pk_join(job, &here, folder, PK_STR(".")))
		return false;
	if (realpath(here.p, real_folder) != NULL && realpath(path.p, real_path) != NULL)
		*ret = lies_below(real_path, real_folder);
	return true;
}

/* Pictures are data of the file that names them: its folder is where paths begin. */
static struct pk_str folder_of(const struct pk_job *job, struct pk_pos at)
{
	const struct pk_source *source = pk_source_get(job->sources, at.source);

	return source == NULL ? PK_STR("") : pk_path_folder(source->name);
}

static bool read_picture(struct pk_job *job, struct pk_str name, struct pk_str alt,
		struct pk_pos at, bool allow_outside, const struct pk_image **ret)
{
	struct pk_image *image = pk_new(job, struct pk_image, 1);
	struct pk_str path, bytes;
	bool inside;

	if (image == NULL || !pk_path_in(job, folder_of(job, at), name, &path))
		return false;
	if (pk_str_find(name, PK_STR("://"), 0) < name.n)
		return pk_fail(job, PK_M_PICTURE_REMOTE, at, name);
	if (!pk_file_there(job, path))
		return pk_fail(job, PK_M_PICTURE_MISSING, at, name, path);
	if (!stays_inside(job, folder_of(job, at), path, &inside))
		return false;
	if (!inside && !allow_outside)
		return pk_fail(job, PK_M_PICTURE_OUTSIDE, at, name);
	if (!pk_file_read(job, path, job->limits->image_bytes, &bytes))
		return false;
	if (!pk_image_look(bytes, image))
		return pk_fail(job, PK_M_PICTURE_KIND, at, name);
	image->name = name;
	image->bytes = bytes;
	image->alt = alt;
	*ret = image;
	return true;
}

static bool read_run(struct pk_job *job, struct pk_run *run, bool allow_outside)
{
	if (pk_str_trim(run->text).n == 0)
		return pk_fail(job, PK_M_PICTURE_ALT, run->at, run->target);
	return read_picture(job, run->target, run->text, run->at, allow_outside, &run->image);
}

static bool read_logo(struct pk_job *job, const struct pk_settings *settings, bool allow_outside,
		const struct pk_image **ret)
{
	if (settings->logo.text.n == 0)
		return true;
	if (settings->logo_alt.n == 0)
		return pk_fail(job, PK_M_PICTURE_LOGO_ALT, settings->logo.at, settings->logo.text);
	return read_picture(job, settings->logo.text, settings->logo_alt, settings->logo.at,
			allow_outside, ret);
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
