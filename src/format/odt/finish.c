/* A rendered ODT as a package: the manifest, pictures and properties. */
#include "format/common/compile.h"
#include "format/common/finish.h"
#include "format/odt/inside.h"
#include "package/package.h"
#include "value/image.h"
#include "xml/tree.h"

#define OASIS "urn:oasis:names:tc:opendocument:xmlns:"
#define MEDIA_TYPE "application/vnd.oasis.opendocument.text"
#define META "meta.xml"
#define EMPTY_META                                                                                 \
	"<office:document-meta xmlns:office=\"" OASIS "office:1.0\" xmlns:meta=\"" OASIS           \
	"meta:1.0\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" office:version=\"1.3\">"         \
	"<office:meta/></office:document-meta>"

/* The first page of the template, which shows another case, what an editor had cached, signatures
 * that hold for the template only. */
static bool is_litter(struct pk_str name)
{
	return pk_str_starts(name, PK_STR("Thumbnails/")) || pk_str_is(name, "layout-cache") ||
	       (pk_str_starts(name, PK_STR("META-INF/")) &&
			       pk_str_ends(name, PK_STR("signatures.xml")));
}

/* A picture that stood in a section which was left out must not come along in the package. */
static bool is_unused_picture(struct pk_finish *f, struct pk_str name)
{
	static const char *const users[] = { "content.xml", "styles.xml" };
	const struct pk_template *t = f->doc->template;
	bool rendered = false;

	if (!pk_str_starts(name, PK_STR("Pictures/")))
		return false;
	for (size_t i = 0; i < t->n_parts; i++) {
		for (size_t u = 0; u < PK_COUNT(users); u++) {
			struct pk_str bytes = f->doc->parts[i];

			if (!pk_str_is(t->parts[i].name, users[u]))
				continue;
			rendered = rendered || bytes.p != NULL;
			if (bytes.p == NULL && !pk_package_bytes(f->job, t->package, i, &bytes))
				return false;
			if (pk_str_find(bytes, name, 0) < bytes.n)
				return false;
		}
	}
	return rendered;
}

static bool drop_litter(struct pk_finish *f)
{
	const struct pk_template *t = f->doc->template;

	for (size_t i = 0; i < t->n_parts; i++)
		if ((is_litter(t->parts[i].name) || is_unused_picture(f, t->parts[i].name)) &&
				!pk_finish_drop(f, t->parts[i].name))
			return false;
	return true;
}

static struct pk_xml *entry_of(const struct pk_xml *manifest, struct pk_str path)
{
	for (struct pk_xml *e = manifest->first; e != NULL; e = e->next)
		if (pk_str_eq(pk_xml_get(e, "manifest:full-path"), path))
			return e;
	return NULL;
}

static bool add_entry(struct pk_finish *f, struct pk_xml *manifest, struct pk_str path,
		struct pk_str type)
{
	struct pk_xml *entry;

	return entry_of(manifest, path) != NULL ||
	       (pk_finish_element(f->job, manifest, "manifest:file-entry", PK_STR(""), &entry) &&
			       pk_xml_set(f->job, entry, PK_STR("manifest:full-path"), path) &&
			       pk_xml_set(f->job, entry, PK_STR("manifest:media-type"), type));
}

/* Every file but itself and mimetype, with its type; a text template gives a text. */
static bool put_manifest(struct pk_finish *f)
{
	const struct pk_str name = PK_STR("META-INF/manifest.xml");
	struct pk_xml *manifest, *next, *root;

	if (!pk_finish_read(f, name,
			    PK_STR("<manifest:manifest xmlns:manifest=\"" OASIS
				   "manifest:1.0\" manifest:version=\"1.3\"><manifest:file-entry "
				   "manifest:full-path=\"/\" "
				   "manifest:version=\"1.3\" manifest:media-type=\"" MEDIA_TYPE
				   "\"/></manifest:manifest>"),
			    &manifest))
		return false;
	for (struct pk_xml *e = manifest->first; e != NULL; e = next) {
		struct pk_str path = pk_xml_get(e, "manifest:full-path");

		next = e->next;
		if (e->kind == PK_XML_ELEMENT && !pk_str_ends(path, PK_STR("/")) &&
				!pk_str_is(path, META) && !pk_finish_has(f, path))
			pk_xml_remove(e);
	}
	root = entry_of(manifest, PK_STR("/"));
	if (root != NULL && !pk_xml_set(f->job, root, PK_STR("manifest:media-type"),
					    PK_STR(MEDIA_TYPE)))
		return false;
	for (size_t i = 0; i < f->doc->n_pictures; i++) {
		const struct pk_image_type *type = pk_image_type(f->doc->pictures[i].image);
		struct pk_str path;

		if (!pk_join(f->job, &path, PK_STR("Pictures/"), f->doc->pictures[i].file) ||
				!add_entry(f, manifest, path, pk_str_of(type->media)))
			return false;
	}
	return add_entry(f, manifest, PK_STR(META), PK_STR("text/xml")) &&
	       pk_finish_add_tree(f, name, manifest);
}

static bool add_own(struct pk_job *job, struct pk_xml *meta, const char *name, struct pk_str value)
{
	struct pk_xml *next, *node;

	for (struct pk_xml *n = meta->first; n != NULL; n = next) {
		next = n->next;
		if (pk_str_is(pk_xml_get(n, "meta:name"), name))
			pk_xml_remove(n);
	}
	return value.n == 0 ||
	       (pk_finish_element(job, meta, "meta:user-defined", value, &node) &&
			       pk_xml_set(job, node, PK_STR("meta:name"), pk_str_of(name)));
}

static bool set_facts(struct pk_finish *f, struct pk_xml *meta)
{
	static const char *const dropped[] = { "meta:printed-by", "meta:print-date",
		"meta:editing-cycles", "meta:editing-duration", "meta:document-statistic",
		"meta:template", "meta:auto-reload" };
	struct pk_facts facts;
	struct pk_str time = PK_STR("");

	if (!pk_finish_facts(f, &facts))
		return false;
	if (facts.date.n > 0 && !pk_join(f->job, &time, facts.date, PK_STR("T00:00:00")))
		return false;
	for (size_t i = 0; i < PK_COUNT(dropped); i++)
		pk_finish_remove(meta, dropped[i]);
	return pk_finish_set(f->job, meta, "meta:generator", f->doc->template->generator) &&
	       pk_finish_set(f->job, meta, "dc:title", facts.title) &&
	       pk_finish_set(f->job, meta, "meta:initial-creator", facts.organ) &&
	       pk_finish_set(f->job, meta, "dc:creator", facts.organ) &&
	       pk_finish_set(f->job, meta, "meta:creation-date", time) &&
	       pk_finish_set(f->job, meta, "dc:date", time) &&
	       pk_finish_set(f->job, meta, "dc:language", PK_STR("sv-SE"));
}

static bool make_meta(struct pk_finish *f, struct pk_str part, struct pk_str fingerprint,
		struct pk_str *ret)
{
	const struct pk_template *t = f->doc->template;
	struct pk_out out = pk_out_new(f->job->arena, f->job->limits->output_bytes);
	struct pk_xml *root, *meta;

	if (!pk_finish_read(f, part, PK_STR(EMPTY_META), &root) ||
			!pk_finish_declare(f->job, root, "xmlns:dc",
					"http://purl.org/dc/elements/1.1/") ||
			!pk_finish_declare(f->job, root, "xmlns:meta", OASIS "meta:1.0"))
		return false;
	meta = pk_xml_child(root, "office:meta");
	if (meta == NULL && !pk_finish_element(f->job, root, "office:meta", PK_STR(""), &meta))
		return false;
	if (!set_facts(f, meta) || !add_own(f->job, meta, PK_PROPERTY_TEMPLATE, t->name) ||
			!add_own(f->job, meta, PK_PROPERTY_PROGRAM, t->generator) ||
			!add_own(f->job, meta, PK_PROPERTY_FINGERPRINT, fingerprint))
		return false;
	pk_xml_put_head(&out);
	pk_xml_put_tree(&out, root);
	return pk_out_done(f->job, &out, ret);
}

static bool finish(struct pk_job *job, const struct pk_document *doc, const struct pk_pages *pages,
		struct pk_package **ret)
{
	struct pk_finish f = { .job = job, .doc = doc, .writers = &pk_odt_writers, .pages = pages };

	/* The template's mimetype lies first, whatever it says. */
	return pk_finish_add(&f, PK_STR("mimetype"), PK_STR(MEDIA_TYPE), true) && drop_litter(&f) &&
	       odt_begin_pages(&f) && pk_finish_pictures(&f, PK_STR("Pictures/")) && put_manifest(&f) &&
	       pk_finish_package(&f, PK_STR(META), make_meta, ret);
}

static bool render(struct pk_job *job, const struct pk_template *t, const struct pk_value *root,
		struct pk_document **ret)
{
	return pk_document_render(job, t, root, &pk_odt_writers, ret);
}

static bool untouched(struct pk_job *job, const struct pk_package *document, bool *ret_ours)
{
	int i = pk_package_find(document, PK_STR(META));
	struct pk_str bytes, found, stored = PK_STR("");
	struct pk_xml *root;

	*ret_ours = false;
	if (i < 0)
		return true;
	if (!pk_package_bytes(job, document, (size_t)i, &bytes) ||
			!pk_xml_read(job, bytes, PK_STR(META), &root) ||
			!pk_package_fingerprint(job, document, PK_STR(META), &found))
		return false;
	for (const struct pk_xml *n = root; n != NULL; n = pk_xml_walk(root, n))
		if (pk_str_is(pk_xml_get(n, "meta:name"), PK_PROPERTY_FINGERPRINT) &&
				!pk_finish_text(job, n, &stored))
			return false;
	*ret_ours = stored.n > 0 && pk_str_eq(stored, found);
	return true;
}

const struct pk_format pk_format_odt = {
	.name = "odt",
	.extension = ".odt",
	.open = pk_package_read,
	.pack = pk_package_write,
	.compile = pk_odt_compile,
	.render = render,
	.finish = finish,
	.untouched = untouched,
};
