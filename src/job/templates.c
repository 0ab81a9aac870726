#include "job/templates.h"

#include "base/text.h"
#include "base/version.h"
#include "builtin/builtin.h"
#include "context/context.h"
#include "job/path.h"
#include "package/file.h"
#include "package/package.h"

bool pk_template_builtin(struct pk_job *job, const struct pk_builtin *design,
		struct pk_package **ret)
{
	if (!pk_package_new(job, ret))
		return false;
	for (size_t i = 0; i < design->n_parts; i++) {
		const struct pk_builtin_part *part = &design->parts[i];
		struct pk_str bytes = { (const char *)part->bytes, part->n };
		struct pk_str name = pk_str_of(part->name);

		if (!pk_package_add(job, *ret, name, bytes, pk_str_is(name, "mimetype")))
			return false;
	}
	return true;
}

/* The path of a template file for a format: the name as it is when it has an extension. */
static bool template_path(struct pk_job *job, const struct pk_template_name *name,
		const struct pk_format *format, struct pk_str *ret)
{
	struct pk_str extension = pk_path_extension(name->name), path;

	if (!pk_path_in(job, name->folder, name->name, &path))
		return false;
	if (extension.n > 0) {
		*ret = path;
		return true;
	}
	return pk_join(job, ret, path, pk_str_of(format->extension));
}

struct pk_template_name pk_template_of(const struct pk_job *job, const struct pk_meeting *meeting,
		struct pk_str asked)
{
	const struct pk_source *source = pk_source_get(job->sources, meeting->mall.at.source);
	struct pk_template_name name = { .name = asked };

	if (asked.n > 0)
		return name;
	name.name = meeting->mall.text.n > 0 ? meeting->mall.text : PK_STR("standard");
	name.at = meeting->mall.at;
	if (source != NULL)
		name.folder = pk_path_folder(source->name);
	return name;
}

bool pk_template_serves(struct pk_job *job, const struct pk_template_name *name,
		const struct pk_format *format)
{
	struct pk_str path;

	if (pk_builtin_find(name->name, pk_str_of(format->name)) != NULL)
		return true;
	if (!template_path(job, name, format, &path))
		return false;
	return pk_file_there(job, path) &&
			pk_text_same_key(pk_path_extension(path), pk_str_of(format->extension));
}

/* "mall.odt" when a DOCX is asked for. */
static bool is_of_other_format(struct pk_str path, const struct pk_format *format)
{
	struct pk_str extension = pk_path_extension(path);
	const struct pk_format *other = extension.n == 0 ? NULL :
			pk_format_find(pk_str_slice(extension, 1, extension.n));

	return other != NULL && other != format;
}

bool pk_template_designs(struct pk_job *job, const struct pk_format *format, struct pk_str *ret)
{
	struct pk_out out = pk_out_new(job->arena, (size_t)1 << 16);
	const char *last = "";

	for (size_t i = 0; i < pk_builtin_count(); i++) {
		const struct pk_builtin *b = pk_builtin_get(i);

		if (strcmp(b->design, last) == 0 ||
				(format != NULL && strcmp(b->format, format->name) != 0))
			continue;
		pk_put_c(&out, out.n > 0 ? ", " : "");
		pk_put_c(&out, b->design);
		last = b->design;
	}
	return pk_out_done(job, &out, ret);
}

/* The formats that files of that name are there in; empty: there are none. */
static bool formats_of(struct pk_job *job, const struct pk_template_name *name, struct pk_str *ret)
{
	static const char *const formats[] = { "odt", "docx", "html" };
	struct pk_out out = pk_out_new(job->arena, (size_t)1 << 10);
	struct pk_str path;

	for (size_t i = 0; i < PK_COUNT(formats); i++) {
		if (!template_path(job, name, pk_format_find(pk_str_of(formats[i])), &path))
			return false;
		if (pk_path_extension(name->name).n > 0 || !pk_file_there(job, path))
			continue;
		pk_put_c(&out, out.n > 0 ? "," : "");
		pk_put_c(&out, formats[i]);
	}
	return pk_out_done(job, &out, ret);
}

/* Neither a file nor a design, of which each has all formats; a file may be there in others. */
static bool tell_missing(struct pk_job *job, const struct pk_template_name *name,
		const struct pk_format *format)
{
	struct pk_str designs, formats;

	if (!formats_of(job, name, &formats))
		return false;
	if (formats.n > 0)
		return pk_fail(job, PK_M_TEMPLATE_NOT_AS, name->at, name->name,
				pk_str_of(format->name), formats);
	return pk_template_designs(job, NULL, &designs) &&
	       pk_fail(job, PK_M_TEMPLATE_MISSING, name->at, name->name, designs);
}

static bool file_package(struct pk_job *job, const struct pk_template_name *name,
		const struct pk_format *format, struct pk_package **ret)
{
	struct pk_str path, bytes;

	if (is_of_other_format(name->name, format))
		return pk_fail(job, PK_M_TEMPLATE_OTHER_FORMAT, name->at, name->name,
				pk_str_slice(pk_str_of(format->extension), 1, SIZE_MAX));
	if (!template_path(job, name, format, &path))
		return false;
	if (!pk_file_there(job, path))
		return tell_missing(job, name, format);
	if (!pk_file_read(job, path, job->limits->template_bytes, &bytes))
		return false;
	return format->open(job, bytes, path, ret);
}

/* Where {{>name}} is looked for. */
struct partial_place {
	const struct pk_template_name *whole;
	const struct pk_format *format;
};

/* {{>name}}: a file of the same format in the folder of the template. Templates are anybody's: they get
 * no other files of who builds. */
static bool find_partial(struct pk_job *job, void *self, struct pk_str name, struct pk_pos at,
		const struct pk_package **ret)
{
	const struct partial_place *place = self;
	struct pk_template_name part = { .name = name, .at = at };
	struct pk_package *package;
	struct pk_str path;
	bool inside;

	if (!pk_path_in(job, place->whole->folder, place->whole->name, &path))
		return false;
	part.folder = pk_path_folder(path);
	if (!template_path(job, &part, place->format, &path) ||
			!pk_file_below(job, part.folder, path, &inside))
		return false;
	if (!inside && pk_file_there(job, path))
		return pk_fail(job, PK_M_PARTIAL_OUTSIDE, at, name);
	if (!file_package(job, &part, place->format, &package))
		return false;
	*ret = package;
	return true;
}

static bool load(struct pk_job *job, const struct pk_template_name *name,
		const struct pk_format *format, bool check, const struct pk_template **ret)
{
	const struct pk_builtin *design = pk_builtin_find(name->name, pk_str_of(format->name));
	struct partial_place place = { name, format };
	struct pk_compile_options options = {
		.name = name->name,
		.generator = PK_STR(PK_GENERATOR),
		.check = check,
		.renamed = pk_context_renamed(),
		.partial = find_partial,
		.self = &place,
	};
	struct pk_value *model = pk_new(job, struct pk_value, 1);
	struct pk_package *package;

	if (model == NULL || !pk_context_model(job, model))
		return false;
	options.model = model;
	if (design != NULL ? !pk_template_builtin(job, design, &package)
			   : !file_package(job, name, format, &package))
		return false;
	return format->compile(job, package, &options, ret);
}

bool pk_template_load(struct pk_job *job, const struct pk_template_name *name,
		const struct pk_format *format, const struct pk_template **ret)
{
	return load(job, name, format, false, ret);
}

bool pk_template_check(struct pk_job *job, const struct pk_template_name *name,
		const struct pk_format *format)
{
	const struct pk_template *template;

	return load(job, name, format, true, &template) &&
	       pk_template_check_data(job, template);
}
