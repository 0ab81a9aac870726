/* An ODT template: which parts there are, what must not be in it, what is dropped from it. */
#include "format/common/compile.h"

#include "format/common/check.h"
#include "format/common/roles.h"
#include "format/odt/dialect.h"
#include "package/package.h"

#define TEXT_TYPE "application/vnd.oasis.opendocument.text"

struct odt {
	struct pk_compiler *c;
	struct pk_part *body, *styles;
	struct pk_xml *manifest;
	bool manifest_changed;
};

static const struct pk_str manifest_name = { "META-INF/manifest.xml", 21 };

static bool starts(struct pk_str s, const char *prefix)
{
	return pk_str_starts(s, pk_str_of(prefix));
}

static bool check_names(const struct pk_compiler *c)
{
	struct pk_str name = c->options->name;
	for (size_t i = 0; i < pk_package_count(c->in); i++) {
		struct pk_str part = pk_package_name(c->in, i);
		if ((starts(part, "Basic/") || starts(part, "Scripts/")) &&
				!pk_str_ends(part, PK_STR("/")))
			return pk_fail(c->job, PK_M_TEMPLATE_MACROS, PK_NOWHERE, name);
	}
	if (pk_package_find(c->in, manifest_name) >= 0)
		return true;
	if (pk_package_find(c->in, PK_STR("[Content_Types].xml")) >= 0)
		return pk_fail(c->job, PK_M_TEMPLATE_FORMAT, PK_NOWHERE, name, PK_STR("ODT"),
				PK_STR("DOCX"));
	return pk_fail(c->job, PK_M_TEMPLATE_PART, PK_NOWHERE, name, manifest_name);
}

static bool read_manifest(struct odt *o)
{
	struct pk_compiler *c = o->c;
	struct pk_str bytes;
	int i = pk_package_find(c->in, manifest_name);
	if (!pk_package_bytes(c->job, c->in, (size_t)i, &bytes) ||
			!pk_xml_read(c->job, bytes, manifest_name, &o->manifest))
		return false;
	for (const struct pk_xml *node = o->manifest; node != NULL;
			node = pk_xml_walk(o->manifest, node))
		if (pk_xml_is(node, "manifest:encryption-data"))
			return pk_fail(c->job, PK_M_TEMPLATE_ENCRYPTED, PK_NOWHERE,
					c->options->name);
	return true;
}

static bool set_type(struct odt *o, struct pk_xml *entry, const char *type)
{
	o->manifest_changed = true;
	return pk_xml_set(o->c->job, entry, PK_STR("manifest:media-type"), pk_str_of(type));
}

/* A template (.ott) makes documents. Other kinds of ODF are no text at all. */
static bool check_type(struct odt *o, struct pk_xml *entry)
{
	struct pk_compiler *c = o->c;
	struct pk_str type = pk_xml_get(entry, "manifest:media-type");
	if (pk_str_is(type, TEXT_TYPE))
		return true;
	if (pk_str_is(type, TEXT_TYPE "-template"))
		return set_type(o, entry, TEXT_TYPE);
	return pk_fail(c->job, PK_M_TEMPLATE_FORMAT, PK_NOWHERE, c->options->name, PK_STR("ODT"),
			type);
}

/* The picture of the template's first page goes, here and in the list of parts. */
static bool drop_parts(struct odt *o)
{
	struct pk_compiler *c = o->c;
	struct pk_xml *next;
	for (struct pk_xml *entry = o->manifest->first; entry != NULL; entry = next) {
		struct pk_str path = pk_xml_get(entry, "manifest:full-path");
		next = entry->next;
		if (pk_str_is(path, "/") && !check_type(o, entry))
			return false;
		if (!starts(path, "Thumbnails/"))
			continue;
		pk_xml_remove(entry);
		o->manifest_changed = true;
	}
	for (size_t i = 0; i < pk_package_count(c->in); i++)
		if (starts(pk_package_name(c->in, i), "Thumbnails/") &&
				!pk_compile_edit(c, pk_package_name(c->in, i),
						(struct pk_str){ NULL, 0 }))
			return false;
	return pk_compile_edit(c, PK_STR("mimetype"), PK_STR(TEXT_TYPE));
}

/* Code, or what calls code, beside the text or in it. */
static bool check_macros(const struct pk_part *part)
{
	static const char *const macros[] = { "office:script", "script:event-listener",
		"text:script", "text:execute-macro", NULL };
	if (!pk_xml_had_any(&part->about, macros))
		return true;
	for (const struct pk_xml *node = part->root; node != NULL;
			node = pk_xml_walk(part->root, node))
		if (pk_xml_is_any(node, macros))
			return pk_fail(part->job, PK_M_TEMPLATE_MACROS, PK_NOWHERE,
					part->c->options->name);
	return true;
}

/* A sheet or a drawing has a body of another kind. */
static bool check_text(const struct odt *o)
{
	const struct pk_xml *body = pk_xml_child(o->body->root, "office:body");
	return (body != NULL && pk_xml_child(body, "office:text") != NULL) ||
	       pk_fail(o->c->job, PK_M_TEMPLATE_KIND, PK_NOWHERE, o->c->options->name,
			       o->body->name);
}

static bool read_parts(struct odt *o)
{
	struct pk_compiler *c = o->c;
	if (!pk_compile_read(c, PK_STR("content.xml"), false, &o->body) ||
			!pk_compile_read(c, PK_STR("styles.xml"), false, &o->styles) ||
			!pk_compile_expect(o->body, "office:document-content") ||
			!pk_compile_expect(o->styles, "office:document-styles") || !check_text(o) ||
			!check_macros(o->body) || !check_macros(o->styles))
		return false;
	c->styles_name = o->styles->name;
	o->body->story = o->body->flows = o->styles->story = true;
	return pk_compile_properties(c, PK_STR("meta.xml"));
}

/* The style may say its name in the file or as people see it. */
static void find_accent(struct pk_compiler *c, const struct pk_xml *root)
{
	for (const struct pk_xml *node = root; node != NULL; node = pk_xml_walk(root, node)) {
		const struct pk_xml *text;
		if (!pk_xml_is(node, "style:style") ||
				!pk_str_is(pk_xml_get(node, "style:family"), "text") ||
				!(pk_accent_is_name(pk_xml_get(node, "style:display-name")) ||
						pk_accent_is_name(pk_xml_get(node, "style:name"))))
			continue;
		text = pk_xml_child(node, "style:text-properties");
		if (text != NULL)
			pk_accent_set(c, pk_xml_get(text, "fo:color"));
	}
}

static bool make_roles(struct odt *o)
{
	struct pk_compiler *c = o->c;
	unsigned changed = 0;
	if (!pk_odt_roles(c->job, o->styles->root, c->has_blocks, &changed, &c->roles))
		return false;
	o->styles->changed = o->styles->changed || (changed & 1) != 0;
	pk_accent_prepare(c);
	return true;
}

static bool edit_manifest(struct odt *o)
{
	struct pk_str bytes;
	return pk_compile_keep(o->c, manifest_name, o->manifest) &&
	       (!o->manifest_changed || (pk_compile_print(o->c->job, o->manifest, &bytes) &&
							pk_compile_edit(o->c, manifest_name, bytes)));
}

/* What the office program notes about the layout lies beside the text. */
static bool read_geometry(struct odt *o)
{
	struct pk_compiler *c = o->c;
	struct pk_str name = PK_STR("settings.xml");
	struct pk_geometry_part *part = pk_new(c->job, struct pk_geometry_part, 1);
	size_t n = pk_package_find(c->in, name) >= 0;
	struct pk_xml *settings;
	if (part == NULL)
		return false;
	if (n > 0) {
		if (!pk_compile_tree(c->job, c->in, c->options->name, name, &settings))
			return false;
		part->root = settings;
	}
	return c->dialect->geometry->open(
			c->job, o->styles->root, o->body->root, part, n, &c->geometry);
}

static bool compile(struct pk_compiler *c, const struct pk_template **ret)
{
	struct odt o = { .c = c };
	const struct pk_template *t;
	if (!check_names(c) || !read_manifest(&o) || !drop_parts(&o) || !read_parts(&o) ||
			!pk_odt_outside(c))
		return false;
	find_accent(c, o.styles->root);
	if (!pk_compile_tags(c) || (c->checks != NULL && !pk_check_styles(c, o.styles->root)) ||
			!make_roles(&o) || !read_geometry(&o) || !edit_manifest(&o) ||
			!pk_compile_done(c, pk_format_find(PK_STR("odt")), &t) ||
			!pk_odt_roles_layout(c->job, c->roles, c->geometry) || !pk_compile_sound(c))
		return false;
	*ret = t;
	return true;
}

bool pk_odt_compile(struct pk_job *job, const struct pk_package *in,
		const struct pk_compile_options *options, const struct pk_template **ret)
{
	struct pk_compiler c = {
		.job = job, .dialect = &pk_odt_dialect, .options = options, .in = in,
		.errors = pk_diag_errors(job->diags)
	};
	return pk_compile_run(&c, ret, compile);
}
