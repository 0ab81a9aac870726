#include "job/compare.h"

#include "format/common/finish.h"
#include "job/deliver.h"
#include "job/warn.h"
#include "package/file.h"
#include "package/package.h"
#include "xml/tree.h"

/* Parts that say nothing to a reader: properties, settings, lists of parts. */
static bool is_visible(struct pk_str name)
{
	static const char *const folders[] = { "docProps/", "META-INF/", "_rels/", "Configurations2/" };
	static const char *const names[] = { "meta.xml", "settings.xml", "manifest.rdf",
		"[Content_Types].xml", "mimetype", "word/settings.xml" };

	for (size_t i = 0; i < PK_COUNT(folders); i++) {
		if (pk_str_starts(name, pk_str_of(folders[i])))
			return false;
	}
	for (size_t i = 0; i < PK_COUNT(names); i++) {
		if (pk_str_is(name, names[i]))
			return false;
	}
	return !pk_str_ends(name, PK_STR(".rels"));
}

static bool holds_words(struct pk_str name)
{
	return pk_str_ends(name, PK_STR(".xml")) || pk_str_ends(name, PK_STR(".html"));
}

/* Where a live page number that begins at i ends, else i: whether LibreOffice has counted the pages or the
 * program has, the document says the same. */
static size_t skip_page(struct pk_str xml, size_t i)
{
	static const struct {
		const char *from, *to;
	} fields[] = { { "<text:bookmark-ref ", "</text:bookmark-ref>" },
		{ "<w:instrText xml:space=\"preserve\"> PAGEREF ", "w:fldCharType=\"end\"" } };
	struct pk_str rest = pk_str_slice(xml, i, xml.n);

	for (size_t k = 0; k < PK_COUNT(fields); k++) {
		struct pk_str to = pk_str_of(fields[k].to);

		if (pk_str_starts(rest, pk_str_of(fields[k].from)))
			return i + pk_str_find(rest, to, 0) + to.n;
	}
	return i;
}

/* Text without its tags, style sheets and page numbers, entities in place, no-break spaces as others. */
static bool words_of(struct pk_job *job, struct pk_str xml, struct pk_str *ret)
{
	static const struct {
		const char *from, *to;
	} signs[] = { { "&amp;", "&" }, { "&lt;", "<" }, { "&gt;", ">" }, { "&quot;", "\"" },
		{ "&apos;", "'" }, { "\xC2\xA0", " " } };
	struct pk_out out = pk_out_new(job->arena, job->limits->output_bytes);
	const struct pk_str dash = PK_STR("–");
	bool paged = false;

	for (size_t i = 0, k; i < xml.n;) {
		struct pk_str rest = pk_str_slice(xml, i, xml.n);

		if (skip_page(xml, i) > i) {
			i = skip_page(xml, i);
			paged = true;
			/* The rest of a tag that was cut. */
			i += pk_str_starts(pk_str_slice(xml, i, xml.n), PK_STR("/>")) ? 2 : 0;
			continue;
		}
		if (paged && pk_str_starts(rest, dash)) {
			i += dash.n;
			continue;
		}
		if (pk_str_starts(rest, PK_STR("<style>"))) {
			i = pk_str_find(xml, PK_STR("</style>"), i);
			continue;
		}
		if (xml.p[i] == '<') {
			i = pk_str_find(xml, PK_STR(">"), i) + 1;
			continue;
		}
		paged = false;
		for (k = 0; k < PK_COUNT(signs) && !pk_str_starts(rest, pk_str_of(signs[k].from)); k++)
			continue;
		if (k < PK_COUNT(signs))
			pk_put_c(&out, signs[k].to);
		else
			pk_put_byte(&out, xml.p[i]);
		i += k < PK_COUNT(signs) ? strlen(signs[k].from) : 1;
	}
	return pk_out_done(job, &out, ret);
}

/* What a part shows: the words of XML or HTML, the bytes of a picture; empty when there is no such
 * part. */
static bool shown_in(struct pk_job *job, const struct pk_package *package, struct pk_str name,
		struct pk_str *ret)
{
	int i = pk_package_find(package, name);
	struct pk_str bytes;

	*ret = PK_STR("");
	if (i < 0)
		return true;
	if (!pk_package_bytes(job, package, (size_t)i, &bytes))
		return false;
	if (holds_words(name))
		return words_of(job, bytes, ret);
	*ret = bytes;
	return true;
}

/* Whether all that one package shows is the same in the other. */
static bool shows_same(struct pk_job *job, const struct pk_package *a, const struct pk_package *b,
		bool *ret)
{
	struct pk_str here, there;

	for (size_t i = 0; *ret && i < pk_package_count(a); i++) {
		struct pk_str name = pk_package_name(a, i);

		if (!is_visible(name))
			continue;
		if (!shown_in(job, a, name, &here) || !shown_in(job, b, name, &there))
			return false;
		*ret = pk_str_eq(here, there);
	}
	return true;
}

/* All words of a document. */
static bool words_in_all(struct pk_job *job, const struct pk_package *package, struct pk_str *ret)
{
	struct pk_out out = pk_out_new(job->arena, job->limits->output_bytes);
	struct pk_str words;

	for (size_t i = 0; i < pk_package_count(package); i++) {
		struct pk_str name = pk_package_name(package, i);

		if (!is_visible(name) || !holds_words(name))
			continue;
		if (!shown_in(job, package, name, &words))
			return false;
		pk_put(&out, words);
	}
	return pk_out_done(job, &out, ret);
}

static bool is_property(const struct pk_xml *node, const char *name)
{
	return pk_str_is(pk_xml_get(node, "meta:name"), name) ||
			pk_str_is(pk_xml_get(node, "name"), name);
}

/* <meta name="x" content="..."> as the program writes it. */
static bool meta_in(struct pk_job *job, struct pk_str page, const char *name, struct pk_str *ret)
{
	struct pk_str mark;
	size_t from;

	if (!pk_join(job, &mark, PK_STR("<meta name=\""), pk_str_of(name), PK_STR("\" content=\"")))
		return false;
	from = pk_str_find(page, mark, 0) + mark.n;
	if (from < page.n)
		*ret = pk_str_slice(page, from, pk_str_find(page, PK_STR("\""), from));
	return true;
}

static bool property_in(struct pk_job *job, const struct pk_package *package, const char *name,
		struct pk_str *ret)
{
	*ret = PK_STR("");
	for (size_t i = 0; i < pk_package_count(package); i++) {
		struct pk_str part = pk_package_name(package, i), bytes;
		struct pk_xml *root;

		if (pk_str_ends(part, PK_STR(".html")) &&
				!(pk_package_bytes(job, package, i, &bytes) &&
						meta_in(job, bytes, name, ret)))
			return false;
		if (!pk_str_is(part, "meta.xml") && !pk_str_starts(part, PK_STR("docProps/")))
			continue;
		if (!pk_str_ends(part, PK_STR(".xml")))
			continue;
		if (!pk_package_bytes(job, package, i, &bytes) || !pk_xml_read(job, bytes, part, &root))
			return false;
		for (const struct pk_xml *n = root; n != NULL; n = pk_xml_walk(root, n)) {
			if (is_property(n, name) && !pk_finish_text(job, n, ret))
				return false;
		}
	}
	return true;
}

/* Another template or another version says the same in its own way. */
static bool made_alike(struct pk_job *job, const struct pk_package *a, const struct pk_package *b,
		bool *ret)
{
	static const char *const names[] = { PK_PROPERTY_TEMPLATE, PK_PROPERTY_PROGRAM };
	struct pk_str here, there;

	*ret = true;
	for (size_t i = 0; i < PK_COUNT(names); i++) {
		if (!property_in(job, a, names[i], &here) || !property_in(job, b, names[i], &there))
			return false;
		*ret = *ret && pk_str_eq(here, there);
	}
	return true;
}

static bool contains(struct pk_str text, struct pk_str part)
{
	return pk_str_find(text, part, 0) < text.n;
}

/* Whether the document's words have the rättelse: its day and what it is about. */
static bool has_rattelse(struct pk_job *job, struct pk_str words, const struct pk_rattelse *r,
		bool *ret)
{
	struct pk_out day = pk_out_new(job->arena, 32);
	struct pk_str iso, avser;

	pk_date_put_iso(&day, r->datum.date);
	if (!pk_out_done(job, &day, &iso) || !words_of(job, r->avser.text, &avser))
		return false;
	*ret = contains(words, iso) && (avser.n == 0 || contains(words, avser));
	return true;
}

/* Whether the document is older than a rättelse of the meeting, or was a draft. */
static bool is_explained(struct pk_job *job, const struct pk_package *there,
		const struct pk_meeting *meeting, bool *ret)
{
	struct pk_str words;
	bool has = true;

	if (!words_in_all(job, there, &words))
		return false;
	*ret = contains(words, PK_STR("UTKAST"));
	for (size_t i = 0; i < meeting->n_paragrafer; i++) {
		const struct pk_paragraf *p = &meeting->paragrafer[i];

		for (size_t k = 0; k < p->n_rattelser; k++) {
			if (!has_rattelse(job, words, &p->rattelser[k], &has))
				return false;
			*ret = *ret || !has;
		}
	}
	return true;
}

/* Builds in memory and compares. False when that could not be done: a build would tell why. */
static bool find_change(struct pk_job *job, const struct pk_template_name *name,
		const struct pk_loaded *loaded, struct pk_product *product, bool *ret)
{
	struct pk_package *now, *there;
	struct pk_content content;
	struct pk_str bytes;
	bool alike, same = true, explained = false;

	if (!pk_content_make(job, loaded, PK_EDITION_FULL, &content) ||
			!pk_product_make(job, name, &content, product) ||
			!product->format->open(job, product->bytes, product->path, &now) ||
			!pk_file_read(job, product->path, job->limits->template_bytes, &bytes) ||
			!product->format->open(job, bytes, product->path, &there) ||
			!made_alike(job, now, there, &alike))
		return false;
	if (alike && (!shows_same(job, now, there, &same) || !shows_same(job, there, now, &same)))
		return false;
	if (!same && !is_explained(job, there, loaded->meeting, &explained))
		return false;
	*ret = alike && !same && !explained;
	return true;
}

bool pk_compare(struct pk_job *job, const struct pk_template_name *name,
		const struct pk_loaded *loaded, struct pk_product *product)
{
	struct pk_report report = { .message = PK_M_FILE_OTHER_WORDS,
		.at = loaded->meeting->justering.datum.at, .a = product->path };
	struct pk_job aside;
	bool ours, changed = false;

	if (!pk_file_exists(product->path))
		return true;
	if (!pk_product_is_ours(job, product, &ours))
		return false;
	if (!ours)
		return true;
	if (!pk_job_init(&aside, job->limits))
		return pk_fail(job, PK_M_MEMORY, PK_NOWHERE);
	if (find_change(&aside, name, loaded, product, &changed) && changed)
		pk_warn(job, loaded->meeting, PK_ANYWHERE, &report);
	return pk_aside_end(job, &aside);
}
