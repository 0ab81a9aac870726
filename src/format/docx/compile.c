/* A DOCX template: which parts there are, what must not be in it, what is dropped from it. */
#include "format/common/compile.h"

#include "base/text.h"
#include "format/common/check.h"
#include "format/common/roles.h"
#include "format/docx/dialect.h"
#include "format/docx/links.h"
#include "package/package.h"

#define WORD "application/vnd.openxmlformats-officedocument.wordprocessingml."
#define W_NAMESPACE "http://schemas.openxmlformats.org/wordprocessingml/2006/main"

/* A template being compiled, and the parts that tie the others together. */
struct docx {
	struct pk_compiler *c;
	struct pk_xml *types, *root_links, *links;
	bool types_changed, root_links_changed, links_changed;
	struct pk_str main, links_name, numbering_name;
	struct pk_part *body, *styles, *numbering;
};

/* --- what is no template --- */

static bool check_package(const struct pk_compiler *c)
{
	struct pk_str name = c->options->name;
	if (pk_package_find(c->in, PK_STR("[Content_Types].xml")) >= 0)
		return true;
	if (pk_package_find(c->in, PK_STR("META-INF/manifest.xml")) >= 0)
		return pk_fail(c->job, PK_M_TEMPLATE_FORMAT, PK_NOWHERE, name, PK_STR("DOCX"),
				PK_STR("ODT"));
	return pk_fail(c->job, PK_M_TEMPLATE_PART, PK_NOWHERE, name, PK_STR("[Content_Types].xml"));
}

/* Reads a part that only the package itself needs. */
static bool read_tree(struct pk_compiler *c, struct pk_str name, struct pk_xml **ret)
{
	return pk_compile_tree(c->job, c->in, c->options->name, name, ret);
}

static bool drop(struct pk_compiler *c, struct pk_str name)
{
	return name.n == 0 || pk_compile_edit(c, name, (struct pk_str){ NULL, 0 });
}

/* Content types are the same whatever the case of their letters. */
static bool has_word(struct pk_str type, struct pk_str word)
{
	for (size_t i = 0; i + word.n <= type.n; i++)
		if (pk_text_same_key(pk_str_slice(type, i, i + word.n), word))
			return true;
	return false;
}

/* A package says by the types of its parts, whatever their names, that there are macros. */
static bool check_macros(const struct docx *d)
{
	for (const struct pk_xml *type = d->types->first; type != NULL; type = type->next) {
		struct pk_str is = pk_xml_get(type, "ContentType");
		if (has_word(is, PK_STR("macroEnabled")) || has_word(is, PK_STR("vbaProject")))
			return pk_fail(d->c->job, PK_M_TEMPLATE_MACROS, PK_NOWHERE,
					d->c->options->name);
	}
	for (size_t i = 0; i < pk_package_count(d->c->in); i++)
		if (has_word(pk_package_name(d->c->in, i), PK_STR("vbaProject")))
			return pk_fail(d->c->job, PK_M_TEMPLATE_MACROS, PK_NOWHERE,
					d->c->options->name);
	return true;
}

/* The main part's content type: a template's (.dotx) becomes a document's. */
static bool check_type(struct docx *d)
{
	struct pk_xml *type = pk_types_of(d->types, d->main);
	struct pk_str is = type == NULL ? PK_STR("") : pk_xml_get(type, "ContentType");
	if (!pk_str_is(is, WORD "template.main+xml"))
		return true;
	d->types_changed = true;
	return pk_xml_set(d->c->job, type, PK_STR("ContentType"), PK_STR(WORD "document.main+xml"));
}

/* --- parts --- */

/* Reads the part that a relationship of the main part points to; NULL when there is none. */
static bool read_linked(
		struct docx *d, const struct pk_xml *link, bool kept, struct pk_part **ret)
{
	struct pk_str name = { NULL, 0 };
	*ret = NULL;
	if (link != NULL && !pk_links_target(d->c->job, d->main, link, &name))
		return false;
	if (name.n == 0 || pk_compile_part(d->c, name) != NULL)
		return true;
	return pk_compile_read(d->c, name, kept, ret);
}

static bool read_stories(struct docx *d)
{
	static const char *const kinds[] = { "header", "footer", "footnotes", "endnotes" };
	struct pk_part *part;
	if (!pk_compile_read(d->c, d->main, false, &d->body))
		return false;
	d->body->story = d->body->flows = true;
	for (size_t i = 0; i < PK_COUNT(kinds); i++) {
		const struct pk_xml *link = pk_links_next(d->links, NULL, kinds[i]);
		for (; link != NULL; link = pk_links_next(d->links, link, kinds[i])) {
			if (!read_linked(d, link, false, &part))
				return false;
			if (part != NULL)
				part->story = true;
		}
	}
	return pk_compile_properties(d->c, PK_STR("docProps/core.xml")) &&
	       pk_compile_properties(d->c, PK_STR("docProps/app.xml")) &&
	       pk_compile_properties(d->c, PK_STR("docProps/custom.xml"));
}

/* A part of the template's own that it lacked, as an empty root element. */
static bool add_part(struct docx *d, struct pk_str name, const char *kind, const char *type)
{
	struct pk_job *job = d->c->job;
	d->links_changed = d->types_changed = true;
	return pk_links_add(job, d->links, kind, name) && pk_types_add(job, d->types, name, type);
}

static bool make_styles(struct docx *d)
{
	struct pk_job *job = d->c->job;
	struct pk_part *part = pk_new(job, struct pk_part, 1);
	if (part == NULL || !pk_grow(job, &d->c->parts, d->c->n_parts, &d->c->parts_room))
		return false;
	*part = (struct pk_part){ .c = d->c,
		.job = job,
		.dialect = d->c->dialect,
		.name = PK_STR("word/styles.xml"),
		.changed = true };
	if (!pk_xml_new(job, PK_XML_ELEMENT, PK_STR("w:styles"), &part->root) ||
			!pk_xml_set(job, part->root, PK_STR("xmlns:w"), PK_STR(W_NAMESPACE)) ||
			!add_part(d, part->name, "styles", WORD "styles+xml"))
		return false;
	d->c->parts[d->c->n_parts++] = d->styles = part;
	return true;
}

static bool read_parts(struct docx *d)
{
	struct pk_compiler *c = d->c;
	const struct pk_xml *main;
	if (!read_tree(c, PK_STR("[Content_Types].xml"), &d->types) || !check_macros(d) ||
			!read_tree(c, PK_STR("_rels/.rels"), &d->root_links))
		return false;
	main = pk_links_next(d->root_links, NULL, "officeDocument");
	if (main == NULL)
		return pk_fail(c->job, PK_M_TEMPLATE_PART, PK_NOWHERE, c->options->name,
				PK_STR("word/document.xml"));
	if (!pk_links_target(c->job, PK_STR(""), main, &d->main) || !check_type(d) ||
			!pk_links_part(c->job, d->main, &d->links_name) ||
			!read_tree(c, d->links_name, &d->links) || !read_stories(d) ||
			!read_linked(d, pk_links_next(d->links, NULL, "styles"), false, &d->styles) ||
			!read_linked(d, pk_links_next(d->links, NULL, "numbering"), true, &d->numbering))
		return false;
	if (d->styles == NULL && !make_styles(d))
		return false;
	if (!pk_compile_expect(d->body, "w:document") || !pk_compile_expect(d->styles, "w:styles") ||
			(d->numbering != NULL && !pk_compile_expect(d->numbering, "w:numbering")))
		return false;
	c->styles_name = d->styles->name;
	return true;
}

/* --- what is dropped --- */

/* A picture of the template's first page is not one of the document's. */
static bool drop_thumbnail(struct docx *d)
{
	struct pk_xml *link = pk_links_next(d->root_links, NULL, "thumbnail");
	struct pk_str name;
	if (link == NULL)
		return true;
	if (!pk_links_target(d->c->job, PK_STR(""), link, &name) || !drop(d->c, name))
		return false;
	pk_xml_remove(link);
	d->root_links_changed = true;
	return true;
}

/* What the relationships of a part take from elsewhere. */
static bool check_links(struct docx *d, struct pk_str name)
{
	struct pk_compiler *c = d->c;
	struct pk_str bytes = { NULL, 0 };
	struct pk_xml *links;
	bool changed = false;
	if (pk_str_eq(name, d->links_name))
		return pk_docx_outside_links(c, name, d->links, &d->links_changed);
	if (pk_str_is(name, "_rels/.rels"))
		return pk_docx_outside_links(c, name, d->root_links, &d->root_links_changed);
	if (!read_tree(c, name, &links) || !pk_docx_outside_links(c, name, links, &changed))
		return false;
	if (!changed)
		return true;
	return (links->first == NULL || pk_compile_print(c->job, links, &bytes)) &&
	       pk_compile_edit(c, name, bytes);
}

static bool check_outside(struct docx *d)
{
	for (size_t i = 0; i < pk_package_count(d->c->in); i++) {
		struct pk_str name = pk_package_name(d->c->in, i);
		if (pk_str_ends(name, PK_STR(".rels")) && !check_links(d, name))
			return false;
	}
	return pk_docx_outside(d->c);
}

/* Remarks have gone from the text: what they said, who wrote it and when goes too. */
static bool drop_remarks(struct docx *d)
{
	static const char *const kinds[] = { "comments", "commentsExtended", "commentsIds",
		"commentsExtensible", "people" };
	for (size_t i = 0; i < PK_COUNT(kinds); i++) {
		struct pk_xml *link;
		while ((link = pk_links_next(d->links, NULL, kinds[i])) != NULL) {
			struct pk_str name, links_name;
			if (!pk_links_target(d->c->job, d->main, link, &name) ||
					!pk_links_part(d->c->job, name, &links_name) ||
					!drop(d->c, name) || !drop(d->c, links_name))
				return false;
			pk_xml_remove(link);
			d->links_changed = true;
		}
	}
	return true;
}

/* Word's mark of where somebody was typing. */
static void drop_go_back(struct pk_part *part)
{
	static const char *const marks[] = { "w:bookmarkStart", NULL };
	struct pk_str id = { NULL, 0 };
	struct pk_xml *next;
	if (!pk_xml_had_any(&part->about, marks))
		return;
	for (struct pk_xml *node = part->root; node != NULL; node = next) {
		next = pk_xml_walk(part->root, node);
		bool start = pk_xml_is(node, "w:bookmarkStart") &&
			     pk_str_is(pk_xml_get(node, "w:name"), "_GoBack");
		bool end = id.p != NULL && pk_xml_is(node, "w:bookmarkEnd") &&
			   pk_str_eq(pk_xml_get(node, "w:id"), id);
		if (start)
			id = pk_xml_get(node, "w:id");
		if (start || end) {
			next = pk_xml_skip(part->root, node);
			pk_xml_remove(node);
		}
	}
}

/* --- styles, numbers --- */

static struct pk_str value_in(const struct pk_xml *node, const char *child)
{
	const struct pk_xml *found = node == NULL ? NULL : pk_xml_child(node, child);
	return found == NULL ? (struct pk_str){ NULL, 0 } : pk_xml_get(found, "w:val");
}

static bool read_styles(struct docx *d)
{
	struct pk_compiler *c = d->c;
	const struct pk_xml *style = d->styles->root->first;
	for (; style != NULL; style = style->next)
		if (pk_accent_is_name(value_in(style, "w:name")))
			pk_accent_set(c, value_in(pk_xml_child(style, "w:rPr"), "w:color"));
	return pk_docx_styles(c, d->styles->root);
}

/* Where numbers stand that must not be given twice. */
static void count_ids_in(struct pk_compiler *c, const struct pk_xml *root)
{
	const struct {
		struct pk_str element, attr;
		uint32_t *highest;
	} rows[] = {
		{ PK_STR("w:bookmarkStart"), PK_STR("w:id"), &c->ids.bookmark },
		{ PK_STR("wp:docPr"), PK_STR("id"), &c->ids.drawing },
		{ PK_STR("w:footnote"), PK_STR("w:id"), &c->ids.note },
		{ PK_STR("w:endnote"), PK_STR("w:id"), &c->ids.note },
		{ PK_STR("w:num"), PK_STR("w:numId"), &c->ids.num },
	};
	for (const struct pk_xml *node = root; node != NULL; node = pk_xml_walk(root, node)) {
		for (size_t i = 0; i < PK_COUNT(rows) && node->n_attrs > 0; i++) {
			const struct pk_xml_attr *attr = !pk_str_eq(node->name, rows[i].element) ?
					NULL : pk_xml_attr(node, rows[i].attr);
			uint32_t n;
			if (attr != NULL && pk_str_uint(attr->value, &n) && n > *rows[i].highest)
				*rows[i].highest = n;
		}
	}
}

static void count_ids(struct pk_compiler *c)
{
	for (size_t i = 0; i < c->n_parts; i++)
		count_ids_in(c, c->parts[i]->root);
}

static bool make_roles(struct docx *d)
{
	struct pk_compiler *c = d->c;
	struct pk_xml *numbering = d->numbering == NULL ? NULL : d->numbering->root;
	unsigned changed = 0;
	struct pk_str bytes, name = PK_STR("word/numbering.xml");
	if (!pk_docx_roles(c->job, d->styles->root, &numbering, c->has_blocks, &changed, &c->roles))
		return false;
	d->styles->changed = d->styles->changed || (changed & 1) != 0;
	if (d->numbering != NULL) {
		d->numbering->changed = d->numbering->changed || (changed & 2) != 0;
		return pk_compile_keep(c, d->numbering->name, numbering);
	}
	if (numbering == NULL || (changed & 2) == 0)
		return true;
	count_ids_in(c, numbering);
	return add_part(d, name, "numbering", WORD "numbering+xml") &&
	       pk_compile_print(c->job, numbering, &bytes) && pk_compile_edit(c, name, bytes) &&
	       pk_compile_keep(c, name, numbering);
}

/* word/settings.xml, where the default tab stops stand; NULL: there is none. */
static bool read_settings(struct docx *d, const struct pk_xml **ret)
{
	struct pk_xml *link = pk_links_next(d->links, NULL, "settings"), *settings = NULL;
	struct pk_str name;
	*ret = NULL;
	if (link == NULL)
		return true;
	if (!pk_links_target(d->c->job, d->main, link, &name))
		return false;
	if (pk_package_find(d->c->in, name) >= 0 && !read_tree(d->c, name, &settings))
		return false;
	*ret = settings;
	return true;
}

/* By which the main part refers to a header or footer: empty for other parts. */
static bool find_reference(struct docx *d, struct pk_str name, struct pk_str *ret)
{
	static const char *const kinds[] = { "header", "footer" };
	*ret = PK_STR("");
	for (size_t i = 0; i < PK_COUNT(kinds); i++) {
		const struct pk_xml *link = NULL;
		while ((link = pk_links_next(d->links, link, kinds[i])) != NULL) {
			struct pk_str target;
			if (!pk_links_target(d->c->job, d->main, link, &target))
				return false;
			if (pk_str_eq(target, name))
				*ret = pk_xml_get(link, "Id");
		}
	}
	return true;
}

/* All parts are shown: the reader of the layout knows which ones bear on it. */
static bool read_geometry(struct docx *d)
{
	struct pk_compiler *c = d->c;
	struct pk_geometry_part *parts = pk_new(c->job, struct pk_geometry_part, c->n_parts + 1);
	size_t n = 0;
	if (parts == NULL || !read_settings(d, &parts[n].root))
		return false;
	n += parts[n].root != NULL;
	for (size_t i = 0; i < c->n_parts; i++) {
		if (!find_reference(d, c->parts[i]->name, &parts[n].id))
			return false;
		parts[n++].root = c->parts[i]->root;
	}
	return c->dialect->geometry->open(c->job, d->styles->root, d->body->root, parts, n,
			&c->geometry);
}

static bool edit_tree(struct docx *d, bool changed, struct pk_str name, const struct pk_xml *root)
{
	struct pk_str bytes;
	return pk_compile_keep(d->c, name, root) &&
	       (!changed || (pk_compile_print(d->c->job, root, &bytes) &&
					    pk_compile_edit(d->c, name, bytes)));
}

static bool compile(struct pk_compiler *c, const struct pk_template **ret)
{
	struct docx d = { .c = c };
	const struct pk_template *t;
	if (!check_package(c) || !read_parts(&d) || !drop_thumbnail(&d) || !drop_remarks(&d) ||
			!check_outside(&d) || !read_styles(&d))
		return false;
	for (size_t i = 0; i < c->n_parts; i++)
		drop_go_back(c->parts[i]);
	if (!pk_compile_tags(c) || (c->checks != NULL && !pk_check_styles(c, d.styles->root)))
		return false;
	pk_accent_prepare(c);
	count_ids(c);
	if (!make_roles(&d) || !read_geometry(&d) ||
			!edit_tree(&d, d.types_changed, PK_STR("[Content_Types].xml"), d.types) ||
			!edit_tree(&d, d.root_links_changed, PK_STR("_rels/.rels"), d.root_links) ||
			!edit_tree(&d, d.links_changed, d.links_name, d.links) ||
			!pk_compile_done(c, pk_format_find(PK_STR("docx")), &t) ||
			!pk_docx_roles_layout(c->job, c->roles, c->geometry) || !pk_compile_sound(c))
		return false;
	*ret = t;
	return true;
}

bool pk_docx_compile(struct pk_job *job, const struct pk_package *in,
		const struct pk_compile_options *options, const struct pk_template **ret)
{
	struct pk_compiler c = {
		.job = job, .dialect = &pk_docx_dialect, .options = options, .in = in,
		.errors = pk_diag_errors(job->diags)
	};
	return pk_compile_run(&c, ret, compile);
}
