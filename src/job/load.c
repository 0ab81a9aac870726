#include "job/load.h"

#include <limits.h>
#include <stdlib.h>

#include "job/path.h"
#include "job/pictures.h"
#include "meeting/meeting.h"
#include "package/file.h"
#include "yaml/node.h"

static bool read_yaml(struct pk_job *job, struct pk_str path, const struct pk_node **ret)
{
	struct pk_source source = { .name = path };
	uint32_t number;

	if (!pk_file_read(job, path, job->limits->yaml_bytes, &source.text))
		return false;
	if (!pk_source_add(job, &source, &number))
		return false;
	return pk_yaml_read(job, number, ret);
}

/* The nearest protokoll.yaml in the folder of the meeting or above; *ret is empty without one. */
static bool find_settings(struct pk_job *job, struct pk_str file, struct pk_str *ret)
{
	struct pk_str folder = pk_path_folder(file), beside;
	char real[PATH_MAX];
	struct pk_str up;

	*ret = PK_STR("");
	if (!pk_join(job, &beside, folder, PK_STR("protokoll.yaml")))
		return false;
	if (pk_file_exists(beside)) {
		*ret = beside;
		return true;
	}
	if (!pk_join(job, &folder, folder, PK_STR(".")))
		return false;
	if (realpath(folder.p, real) == NULL)
		return true;
	for (up = pk_str_of(real); up.n > 1; up.n -= pk_path_base(up).n, up.n -= up.n > 1) {
		if (!pk_join(job, &beside, up, PK_STR("/protokoll.yaml")))
			return false;
		if (pk_file_exists(beside))
			return pk_copy(job, beside, ret);
	}
	return true;
}

static bool read_settings(struct pk_job *job, struct pk_str file, const struct pk_node **ret)
{
	struct pk_str path;

	*ret = NULL;
	if (!find_settings(job, file, &path))
		return false;
	/* A secretary may try to build the settings themselves: they are read as the meeting then,
	 * and the missing keys are told. */
	if (path.n == 0 || pk_str_eq(pk_path_base(file), PK_STR("protokoll.yaml")))
		return true;
	return read_yaml(job, path, ret);
}

bool pk_load(struct pk_job *job, struct pk_str file, struct pk_date today, bool allow_outside,
		struct pk_loaded *ret)
{
	const struct pk_node *node = NULL, *settings = NULL;
	const struct pk_meeting *decoded;
	struct pk_meeting *meeting = pk_new(job, struct pk_meeting, 1);
	bool read = read_yaml(job, file, &node);

	/* The settings' faults are told also when the meeting could not be read. */
	if (!read_settings(job, file, &settings) || !read)
		return false;
	if (meeting == NULL || !pk_meeting_decode(job, node, settings, &decoded))
		return false;
	/* The logotype is the one fact that comes from another file: the model is completed in a
	 * copy. */
	*meeting = *decoded;
	if (!pk_pictures_read(job, decoded, allow_outside, &meeting->settings.logo_image))
		return false;
	ret->meeting = meeting;
	return pk_rules_apply(job, meeting, today, &ret->findings);
}
