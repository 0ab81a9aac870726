/* The public functions about templates: listed, exported, checked, unpacked, packed. */
#include "job/template.h"

#include "builtin/builtin.h"
#include "context/context.h"
#include "job/folder.h"
#include "job/lines.h"
#include "job/path.h"
#include "job/templates.h"
#include "package/file.h"
#include "package/replace.h"

bool pk_format_of_file(struct pk_job *job, struct pk_str file, const struct pk_format **ret)
{
	struct pk_str extension = pk_path_extension(file);

	*ret = extension.n == 0 ? NULL
				: pk_format_find(pk_str_slice(extension, 1, extension.n));
	return *ret != NULL || pk_fail(job, PK_M_OUTPUT_EXTENSION, PK_NOWHERE, file);
}

bool pk_write_new(struct protokoll_result *result, struct pk_str file, struct pk_str bytes,
		bool force)
{
	struct pk_job *job = &result->job;

	if (!pk_copy(job, file, &file))
		return false;
	if (!force && pk_file_exists(file))
		return pk_fail(job, PK_M_FILE_THERE, PK_NOWHERE, file);
	result->paths = pk_new(job, const char *, 1);
	if (result->paths == NULL || !pk_file_replace(job, file, bytes))
		return false;
	result->paths[result->n_paths++] = file.p;
	return true;
}

static struct protokoll_result *finished(struct protokoll_result *result)
{
	pk_diag_sort(result->job.diags);
	return result;
}

/* --- the built-in designs --- */

/* A line a design; the table is sorted by design. */
static void put_designs(struct pk_out *out)
{
	const char *design = "";

	for (size_t i = 0; i < pk_builtin_count(); i++) {
		const struct pk_builtin *b = pk_builtin_get(i);

		if (strcmp(b->design, design) != 0) {
			pk_put_c(out, i > 0 ? "\n" : "");
			pk_put_c(out, b->design);
		}
		design = b->design;
		pk_put_byte(out, ' ');
		pk_put_c(out, b->format);
	}
	pk_put_byte(out, '\n');
}

struct protokoll_result *protokoll_template_list(void)
{
	struct protokoll_result *result = pk_result_new();
	struct pk_out out;

	if (result == NULL)
		return NULL;
	out = pk_out_new(result->job.arena, (size_t)1 << 16);
	put_designs(&out);
	pk_result_say(result, &out);
	return result;
}

/* The design without the line feeds that make its parts readable: a file as the editors write it,
 * which unpacking and packing leave as it was. */
static bool as_file(struct pk_job *job, const struct pk_package *design, struct pk_package **ret)
{
	if (!pk_package_new(job, ret))
		return false;
	for (size_t i = 0; i < pk_package_count(design); i++) {
		struct pk_str name = pk_package_name(design, i), bytes;

		if (!pk_package_bytes(job, design, i, &bytes) ||
				!pk_lines_join(job, bytes, &bytes) ||
				!pk_package_add(job, *ret, name, bytes,
						pk_str_is(name, "mimetype")))
			return false;
	}
	return true;
}

static bool export(struct protokoll_result *result, struct pk_str design, struct pk_str file,
		bool force)
{
	struct pk_job *job = &result->job;
	const struct pk_builtin *builtin;
	const struct pk_format *format;
	struct pk_package *package;
	struct pk_str bytes, known;

	if (!pk_format_of_file(job, file, &format))
		return false;
	builtin = pk_builtin_find(design, pk_str_of(format->name));
	if (builtin == NULL)
		return pk_template_designs(job, format, &known) &&
		       pk_fail(job, PK_M_DESIGN_UNKNOWN, PK_NOWHERE, design,
				       pk_str_of(format->name), known);
	return pk_template_builtin(job, builtin, &package) && as_file(job, package, &package) &&
	       format->pack(job, package, &bytes) && pk_write_new(result, file, bytes, force);
}

struct protokoll_result *protokoll_template_export(const char *design, const char *file,
		const struct protokoll_options *options)
{
	struct protokoll_result *result = pk_result_new();
	struct pk_str name, path;

	if (result == NULL)
		return NULL;
	if (pk_copy(&result->job, pk_str_of(design), &name) &&
			pk_copy(&result->job, pk_str_of(file), &path))
		(void)export(result, name, path, pk_options_copy(options).force);
	return finished(result);
}

/* --- checking --- */

/* A built-in design is checked in every format that it has. */
static bool check_design(struct pk_job *job, struct pk_str design, bool *ret_found)
{
	const struct pk_template_name name = { .name = design };
	bool good = true;

	*ret_found = false;
	for (size_t i = 0; i < pk_builtin_count(); i++) {
		const struct pk_builtin *b = pk_builtin_get(i);

		if (!pk_str_is(design, b->design))
			continue;
		*ret_found = true;
		good &= pk_template_check(job, &name, pk_format_find(pk_str_of(b->format)));
	}
	return good;
}

static bool check(struct pk_job *job, struct pk_str file)
{
	const struct pk_template_name name = { .name = file };
	const struct pk_format *format;
	bool found, good = check_design(job, file, &found);

	if (found)
		return good;
	return pk_format_of_file(job, file, &format) && pk_template_check(job, &name, format);
}

struct protokoll_result *protokoll_template_check(const char *file,
		const struct protokoll_options *options)
{
	struct protokoll_result *result = pk_result_new();
	struct pk_str path;

	if (result == NULL)
		return NULL;
	result->strict = pk_options_copy(options).strict;
	if (pk_copy(&result->job, pk_str_of(file), &path))
		(void)check(&result->job, path);
	return finished(result);
}

/* --- as a folder --- */

static bool unpack(struct protokoll_result *result, struct pk_str file, struct pk_str folder,
		bool force)
{
	struct pk_job *job = &result->job;
	const struct pk_format *format;
	struct pk_package *package;
	struct pk_str bytes;

	return pk_format_of_file(job, file, &format) &&
	       pk_file_read(job, file, job->limits->template_bytes, &bytes) &&
	       format->open(job, bytes, file, &package) &&
	       pk_folder_write(job, package, folder, force);
}

struct protokoll_result *protokoll_template_unpack(const char *file, const char *folder,
		const struct protokoll_options *options)
{
	struct protokoll_result *result = pk_result_new();
	struct pk_str from, to;

	if (result == NULL)
		return NULL;
	if (pk_copy(&result->job, pk_str_of(file), &from) &&
			pk_copy(&result->job, pk_str_of(folder), &to))
		(void)unpack(result, from, to, pk_options_copy(options).force);
	return finished(result);
}

/* What has been packed is opened again, so that nothing is written that could not be read. */
static bool pack(struct protokoll_result *result, struct pk_str folder, struct pk_str file,
		bool force)
{
	struct pk_job *job = &result->job;
	const struct pk_format *format;
	struct pk_package *package, *again;
	struct pk_str bytes;

	return pk_format_of_file(job, file, &format) &&
	       pk_folder_read(job, folder, format, &package) &&
	       format->pack(job, package, &bytes) && format->open(job, bytes, file, &again) &&
	       pk_write_new(result, file, bytes, force);
}

struct protokoll_result *protokoll_template_pack(const char *folder, const char *file,
		const struct protokoll_options *options)
{
	struct protokoll_result *result = pk_result_new();
	struct pk_str from, to;

	if (result == NULL)
		return NULL;
	if (pk_copy(&result->job, pk_str_of(folder), &from) &&
			pk_copy(&result->job, pk_str_of(file), &to))
		(void)pack(result, from, to, pk_options_copy(options).force);
	return finished(result);
}
