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
	struct pk_str up;

	*ret = PK_STR("");
	if (!pk_join(job, &beside, folder, PK_STR("protokoll.yaml")))
		return false;
	if (pk_file_there(job, beside)) {
		*ret = beside;
		return true;
	}
	if (!pk_join(job, &folder, folder, PK_STR(".")) || !pk_file_real(job, folder, &up))
		return false;
	for (; up.n > 1; up.n -= pk_path_base(up).n, up.n -= up.n > 1) {
		if (!pk_join(job, &beside, up, PK_STR("/protokoll.yaml")))
			return false;
		if (pk_file_there(job, beside))
			return pk_copy(job, beside, ret);
	}
	return true;
}

/* Settings that build on others, the nearest first. */
struct chain {
	const struct pk_node **v;
	struct pk_str *paths;           /* real ones */
	size_t n, room, paths_room;
};

static bool real_path(struct pk_job *job, struct pk_str path, struct pk_str *ret)
{
	char real[PATH_MAX];

	return pk_copy(job, path, ret) && (realpath(ret->p, real) == NULL ||
						  pk_copy(job, pk_str_of(real), ret));
}

static bool in_chain(const struct chain *chain, struct pk_str path)
{
	for (size_t i = 0; i < chain->n; i++) {
		if (pk_str_eq(chain->paths[i], path))
			return true;
	}
	return false;
}

/* bygger_på of settings; NULL when they build on nothing. What is no line of text is told by the
 * decoder. */
static const struct pk_node *builds_on(const struct pk_node *settings)
{
	const struct pk_node *value = settings->kind != PK_NODE_MAP ? NULL :
			pk_node_get(settings, PK_STR("bygger_på"));

	if (value == NULL || value->kind != PK_NODE_SCALAR || pk_str_trim(value->text).n == 0)
		return NULL;
	return value;
}

static bool add_settings(struct pk_job *job, struct chain *chain, struct pk_str path)
{
	struct pk_str real;

	if (!real_path(job, path, &real) || !pk_grow(job, &chain->v, chain->n, &chain->room) ||
			!pk_grow(job, &chain->paths, chain->n, &chain->paths_room) ||
			!read_yaml(job, path, &chain->v[chain->n]))
		return false;
	chain->paths[chain->n++] = real;
	return true;
}

/* Follows bygger_på from file to file. Paths begin at the folder of the file that names them. */
static bool follow(struct pk_job *job, struct chain *chain, struct pk_str path)
{
	const struct pk_node *next;
	struct pk_str name, real;

	if (!add_settings(job, chain, path))
		return false;
	while ((next = builds_on(chain->v[chain->n - 1])) != NULL) {
		name = pk_str_trim(next->text);
		if (!pk_path_in(job, pk_path_folder(path), name, &path) ||
				!real_path(job, path, &real))
			return false;
		if (!pk_file_there(job, path))
			return pk_fail(job, PK_M_SETTINGS_MISSING, next->at, name, path);
		if (in_chain(chain, real))
			return pk_fail(job, PK_M_SETTINGS_LOOP, next->at, name);
		if (!add_settings(job, chain, path))
			return false;
	}
	return true;
}

bool pk_settings_chain(struct pk_job *job, struct pk_str settings, struct pk_str **ret,
		size_t *ret_n)
{
	struct chain chain = { 0 };
	struct pk_job aside;
	bool ok = true;

	*ret_n = 0;
	if (!pk_job_init(&aside, job->limits))
		return pk_fail(job, PK_M_MEMORY, PK_NOWHERE);
	(void)follow(&aside, &chain, settings);
	*ret = pk_new(job, struct pk_str, chain.n);
	for (size_t i = 0; ok && *ret != NULL && i < chain.n; i++)
		ok = pk_copy(job, chain.paths[i], &(*ret)[i]);
	*ret_n = chain.n;
	pk_job_free(&aside);
	return ok && *ret != NULL;
}

/* The settings that hold for the meeting, those that others build on first. */
static bool read_settings(struct pk_job *job, struct pk_str file, struct chain *ret)
{
	struct pk_str path;

	if (!find_settings(job, file, &path))
		return false;
	/* A secretary may try to build the settings themselves: they are read as the meeting then,
	 * and the missing keys are told. */
	if (path.n == 0 || pk_str_eq(pk_path_base(file), PK_STR("protokoll.yaml")))
		return true;
	if (!follow(job, ret, path))
		return false;
	for (size_t i = 0, k = ret->n; i + 1 < k; i++) {
		const struct pk_node *swapped = ret->v[i];

		ret->v[i] = ret->v[--k];
		ret->v[k] = swapped;
	}
	return true;
}

/* sidnummer: {exakt: ...}; NULL when the settings do not say. */
static const struct pk_node *said_exact(const struct pk_node *settings)
{
	const struct pk_node *pages = settings->kind != PK_NODE_MAP ? NULL :
			pk_node_get(settings, PK_STR("sidnummer"));

	return pages == NULL || pages->kind != PK_NODE_MAP ? NULL :
			pk_node_get(pages, PK_STR("exakt"));
}

bool pk_settings_exact(const struct pk_limits *limits, struct pk_str file)
{
	const struct pk_node *said;
	struct chain chain = { 0 };
	struct pk_job aside;
	bool exact = false;

	if (!pk_job_init(&aside, limits))
		return false;
	(void)!read_settings(&aside, file, &chain);
	for (size_t i = 0; i < chain.n; i++) {
		said = said_exact(chain.v[i]);
		if (said != NULL)
			exact = said->kind == PK_NODE_SCALAR && !pk_str_is(said->text, "nej");
	}
	pk_job_free(&aside);
	return exact;
}

/* From what the files say to what is printed. */
static bool complete(struct pk_job *job, const struct pk_node *node, const struct chain *settings,
		struct pk_date today, bool allow_outside, struct pk_loaded *ret)
{
	const struct pk_meeting *decoded;
	struct pk_meeting *meeting = pk_new(job, struct pk_meeting, 1);

	if (meeting == NULL ||
			!pk_meeting_decode_over(job, node, settings->v, settings->n, &decoded))
		return false;
	/* The logotype is the one fact that comes from another file: the model is completed in a
	 * copy. */
	*meeting = *decoded;
	if (!pk_pictures_read(job, decoded, allow_outside, &meeting->settings.logo_image))
		return false;
	ret->meeting = meeting;
	return pk_rules_apply(job, meeting, today, &ret->findings);
}

bool pk_load(struct pk_job *job, struct pk_str file, struct pk_date today, bool allow_outside,
		struct pk_loaded *ret)
{
	const struct pk_node *node = NULL;
	struct chain settings = { 0 };
	bool read = read_yaml(job, file, &node);

	/* The settings' faults are told also when the meeting could not be read. */
	return read_settings(job, file, &settings) && read &&
	       complete(job, node, &settings, today, allow_outside, ret);
}

bool pk_load_text(struct pk_job *job, struct pk_str name, struct pk_str text, struct pk_date today,
		struct pk_loaded *ret)
{
	struct pk_source source = { .name = name, .text = text };
	const struct chain settings = { 0 };
	const struct pk_node *node;
	uint32_t number;

	return pk_source_add(job, &source, &number) && pk_yaml_read(job, number, &node) &&
	       complete(job, node, &settings, today, false, ret);
}

void pk_tell_assumed(struct pk_job *job, const struct pk_loaded *loaded)
{
	const struct pk_bevis *main_one = loaded->findings->bevis;
	struct pk_out day = pk_out_new(job->arena, 16);
	struct pk_str words;

	if (loaded->findings->draft || loaded->findings->n_bevis == 0 || main_one->n_notices != 1 ||
			!main_one->notices[0].assumed)
		return;
	pk_date_put_iso(&day, main_one->notices[0].anslag);
	if (pk_out_done(job, &day, &words))
		pk_tell(job, PK_M_ANSLAG_SAME_DAY, loaded->meeting->justering.datum.at, words);
}
