/* The finished package: which parts are ours, what they say, and that no edit goes unseen. */
#include "made.h"

#define VALUES                                                                                     \
	"{\"x\": \"y\", \"organ\": \"Socialn\\u00e4mnden\", \"egenskaper\": {\"titel\": "          \
	"\"Protokoll & <bilagor>\", \"datum\": \"2024-05-21\"}}"

static const struct pk_format *const *formats(void)
{
	static const struct pk_format *both[TINY_FORMATS];

	for (enum tiny_format f = 0; f < TINY_FORMATS; f++)
		both[f] = pk_format_find(pk_str_of(tiny_format_names[f]));
	return both;
}

static struct pk_package *build(struct pk_job *job, enum tiny_format format)
{
	return made_build(
			job, format, tiny_template(job, format, TINY_BODY, "{{x}}"), VALUES, NULL);
}

static bool is_ours(struct pk_job *job, enum tiny_format format, const struct pk_package *package)
{
	bool ours;

	assert_true(formats()[format]->untouched(job, package, &ours));
	return ours;
}

/* The package with a line feed more at the end of a part, which can still be read. */
static struct pk_package *edited(struct pk_job *job, const struct pk_package *package, size_t part)
{
	struct pk_package *copy;

	assert_true(pk_package_new(job, &copy));
	for (size_t i = 0; i < pk_package_count(package); i++) {
		struct pk_str bytes, changed;

		assert_true(pk_package_bytes(job, package, i, &bytes));
		assert_true(pk_copy(job, bytes, &changed));
		if (i == part)
			assert_true(pk_join(job, &changed, bytes, PK_STR("\n")));
		assert_true(pk_package_add(job, copy, pk_package_name(package, i), changed, false));
	}
	return copy;
}

static void any_edit_is_seen(void **state)
{
	struct pk_job *job = *state;

	for (enum tiny_format f = 0; f < TINY_FORMATS; f++) {
		struct pk_package *package = build(job, f);
		size_t n = pk_package_count(package);

		assert_true(is_ours(job, f, package));
		assert_true(is_ours(job, f, edited(job, package, n)));
		/* The last part holds the fingerprint itself. */
		for (size_t i = 0; i + 1 < n; i++) {
			struct pk_str name = pk_package_name(package, i);

			if (is_ours(job, f, edited(job, package, i)))
				fail_msg("an edit of %.*s is not seen", (int)name.n, name.p);
		}
	}
}

static void a_document_without_a_mark_is_not_ours(void **state)
{
	struct pk_job *job = *state;

	for (enum tiny_format f = 0; f < TINY_FORMATS; f++)
		assert_false(is_ours(job, f, tiny_template(job, f, TINY_BODY, "x")));
}

static void the_mark_survives_the_archive(void **state)
{
	struct pk_job *job = *state;

	for (enum tiny_format f = 0; f < TINY_FORMATS; f++) {
		struct pk_package *again;
		struct pk_str zip, twice;

		assert_true(pk_package_write(job, build(job, f), &zip));
		assert_true(pk_package_read(job, zip, PK_STR("x"), &again));
		assert_true(is_ours(job, f, again));
		/* The same input gives the same bytes. */
		assert_true(pk_package_write(job, build(job, f), &twice));
		assert_true(pk_str_eq(zip, twice));
	}
}

static void docx_says_what_it_is(void **state)
{
	struct pk_job *job = *state;
	struct pk_package *p = build(job, TINY_DOCX);
	struct pk_str core = made_part(job, p, "docProps/core.xml");
	struct pk_str app = made_part(job, p, "docProps/app.xml");
	struct pk_str custom = made_part(job, p, "docProps/custom.xml");
	struct pk_str types = made_part(job, p, "[Content_Types].xml");
	struct pk_str relations = made_part(job, p, "_rels/.rels");

	assert_true(has(core, "<dc:title>Protokoll &amp; &lt;bilagor&gt;</dc:title>"));
	assert_true(has(core, "<dc:creator>Socialnämnden</dc:creator>"));
	assert_true(has(core, "<dc:language>sv-SE</dc:language>"));
	assert_true(has(core,
			"<dcterms:created xsi:type=\"dcterms:W3CDTF\">2024-05-21T00:00:00Z<"));
	assert_true(has(core,
			"<dcterms:modified xsi:type=\"dcterms:W3CDTF\">2024-05-21T00:00:00Z<"));
	assert_true(has(app, "<Application>protokoll</Application>"));
	assert_true(has(custom, "pid=\"2\" name=\"protokoll.mall\"><vt:lpwstr>mall</vt:lpwstr>"));
	assert_true(has(custom,
			"name=\"protokoll.program\"><vt:lpwstr>protokoll test</vt:lpwstr>"));
	assert_true(has(custom, "name=\"protokoll.fingeravtryck\"><vt:lpwstr>1-"));
	assert_int_equal(count(types, "PartName=\"/docProps/"), 3);
	assert_int_equal(count(relations, "Target=\"docProps/"), 3);
}

static void odt_says_what_it_is(void **state)
{
	struct pk_job *job = *state;
	struct pk_package *p = build(job, TINY_ODT);
	struct pk_str meta = made_part(job, p, "meta.xml");

	assert_true(has(meta, "<dc:title>Protokoll &amp; &lt;bilagor&gt;</dc:title>"));
	assert_true(has(meta, "<meta:generator>protokoll test</meta:generator>"));
	assert_true(has(meta, "<meta:creation-date>2024-05-21T00:00:00</meta:creation-date>"));
	assert_true(has(meta, "<dc:date>2024-05-21T00:00:00</dc:date>"));
	assert_true(has(meta, "<dc:language>sv-SE</dc:language>"));
	assert_true(has(meta, "meta:name=\"protokoll.mall\">mall<"));
	assert_true(has(meta, "meta:name=\"protokoll.fingeravtryck\">1-"));
	assert_true(has(made_part(job, p, "META-INF/manifest.xml"),
			"manifest:full-path=\"meta.xml\""));
	assert_true(pk_str_is(pk_package_name(p, 0), "mimetype"));
}

/* What another program or person had written in the template's properties. */
static void the_templates_own_properties(void **state)
{
	struct pk_job *job = *state;
	struct pk_package *in = tiny_template(job, TINY_ODT, TINY_BODY, "{{x}}"), *out;
	struct pk_str meta;

	assert_true(pk_package_add(job, in, PK_STR("meta.xml"),
			PK_STR("<office:document-meta "
			       "xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" "
			       "xmlns:meta=\"urn:oasis:names:tc:opendocument:xmlns:meta:1.0\" "
			       "xmlns:dc=\"http://purl.org/dc/elements/1.1/\" "
			       "office:version=\"1.3\"><office:meta>"
			       "<dc:subject>\u00c4mne</dc:subject><dc:title>Min mall</dc:title>"
			       "<meta:initial-creator>Eva</meta:initial-creator>"
			       "<meta:document-statistic "
			       "meta:page-count=\"9\"/><meta:editing-cycles>7"
			       "</meta:editing-cycles><meta:user-defined "
			       "meta:name=\"Egen\">kvar</meta:user-defined>"
			       "</office:meta></office:document-meta>"),
			false));
	assert_true(pk_package_add(
			job, in, PK_STR("Thumbnails/thumbnail.png"), PK_STR("x"), false));
	out = made_build(job, TINY_ODT, in, VALUES, NULL);
	meta = made_part(job, out, "meta.xml");
	assert_true(has(meta, "<dc:subject>Ämne</dc:subject>"));
	assert_true(has(meta, ">kvar<"));
	assert_int_equal(count(meta, "<dc:title>"), 1);
	assert_false(has(meta, "Eva"));
	assert_false(has(meta, "statistic"));
	assert_false(has(meta, "editing-cycles"));
	assert_int_equal(pk_package_find(out, PK_STR("Thumbnails/thumbnail.png")), -1);
}

/* Only these may differ from a template without tags. */
static void a_template_without_tags_stays_as_it_is(void **state)
{
	static const char *const may_differ[] = { "[Content_Types].xml", "_rels/.rels", "mimetype",
		"META-INF/manifest.xml" };
	struct pk_job *job = *state;

	for (enum tiny_format f = 0; f < TINY_FORMATS; f++) {
		struct pk_package *in = tiny_template(job, f, TINY_BODY, "Bara ord");
		struct pk_package *out = made_build(job, f, in, "{\"x\": \"y\"}", NULL);

		for (size_t i = 0; i < pk_package_count(in); i++) {
			struct pk_str name = pk_package_name(in, i), before, after;
			bool allowed = false;

			for (size_t m = 0; m < PK_COUNT(may_differ); m++)
				allowed = allowed || pk_str_is(name, may_differ[m]);
			assert_true(pk_package_bytes(job, in, i, &before));
			after = made_part(job, out, name.p);
			if (!allowed && !pk_str_eq(before, after))
				fail_msg("%.*s has changed", (int)name.n, name.p);
		}
	}
}

/* A picture of a section that is left out must not lie in the package. */
static void an_unused_picture_is_left_out(void **state)
{
	struct pk_job *job = *state;
	struct pk_package *in = tiny_raw(job, TINY_ODT,
			"<text:p>{{#a}}</text:p><text:p><draw:frame "
			"draw:name=\"b\" text:anchor-type=\"as-char\"><draw:image "
			"xlink:href=\"Pictures/b.png\"/>"
			"</draw:frame></text:p><text:p>{{/a}}</text:p><text:p>{{x}}</text:p>");
	struct pk_package *with, *without;

	assert_true(pk_package_add(job, in, PK_STR("Pictures/b.png"), PK_STR("png"), true));
	with = made_build(job, TINY_ODT, in, "{\"a\": \"ja\", \"x\": \"y\"}", NULL);
	without = made_build(job, TINY_ODT, in, "{\"a\": \"\", \"x\": \"y\"}", NULL);
	assert_true(pk_package_find(with, PK_STR("Pictures/b.png")) >= 0);
	assert_int_equal(pk_package_find(without, PK_STR("Pictures/b.png")), -1);
}

/* A part's bytes made others, a part added. */
static struct pk_package *with_parts(struct pk_job *job, const struct pk_package *package,
		const char *replaced, const char *bytes, const char *added)
{
	struct pk_package *copy;

	assert_true(pk_package_new(job, &copy));
	for (size_t i = 0; i < pk_package_count(package); i++) {
		struct pk_str was;

		assert_true(pk_package_bytes(job, package, i, &was));
		if (pk_str_is(pk_package_name(package, i), replaced))
			was = pk_str_of(bytes);
		assert_true(pk_package_add(job, copy, pk_package_name(package, i), was, false));
	}
	assert_true(pk_package_add(job, copy, pk_str_of(added), PK_STR("png"), true));
	return copy;
}

#define RELATION(id, type, target)                                                                 \
	"<Relationship Id=\"" id "\" Type=\"http://schemas.openxmlformats"                         \
	".org/officeDocument/2006/relationships/" type "\" Target=\"" target "\"/>"

static void an_unused_picture_is_left_out_of_docx(void **state)
{
	struct pk_job *job = *state;
	struct pk_package *in = tiny_raw(job, TINY_DOCX,
			"<w:p><w:r><w:t>{{#a}}</w:t></w:r></w:p><w:p><w:r>"
			"<w:drawing><a:blip "
			"xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" "
			"r:embed=\"rId9\"/></w:drawing></w:r></w:p><w:p><w:r><w:t>{{/a}}</w:t></"
			"w:r></w:p>"
			"<w:p><w:r><w:t>{{x}}</w:t></w:r></w:p>");
	struct pk_package *with, *without;

	in = with_parts(job, in, "word/_rels/document.xml.rels",
			"<Relationships "
			"xmlns=\"http://schemas.openxmlformats.org/package/2006/"
			"relationships\">" RELATION("rId1", "styles", "styles.xml") RELATION("rId2",
					"numbering",
					"numbering.xml") RELATION("rId3", "header", "header1.xml")
					RELATION("rId9", "image", "media/b.png") "</Relationships>",
			"word/media/b.png");
	with = made_build(job, TINY_DOCX, in, "{\"a\": \"ja\", \"x\": \"y\"}", NULL);
	without = made_build(job, TINY_DOCX, in, "{\"a\": \"\", \"x\": \"y\"}", NULL);
	assert_true(pk_package_find(with, PK_STR("word/media/b.png")) >= 0);
	assert_true(has(made_part(job, with, "word/_rels/document.xml.rels"), "media/b.png"));
	assert_int_equal(pk_package_find(without, PK_STR("word/media/b.png")), -1);
	assert_false(has(made_part(job, without, "word/_rels/document.xml.rels"), "media/b.png"));
	assert_true(has(made_part(job, without, "word/_rels/document.xml.rels"), "styles.xml"));
}

static void a_header_has_its_own_relationships(void **state)
{
	struct pk_job *job = *state;
	struct pk_package *p = made_build(job, TINY_DOCX,
			tiny_template(job, TINY_DOCX, TINY_HEADER, "{{x}}"),
			"{\"x\": \"picture:vapen\"}", NULL);

	assert_true(has(made_part(job, p, "word/_rels/header1.xml.rels"),
			"Target=\"media/protokoll1.png\""));
	assert_false(has(made_part(job, p, "word/_rels/document.xml.rels"), "protokoll1.png"));
}

/* Word wants the numbers before what follows them. */
static void new_numbers_stand_among_the_old(void **state)
{
	struct pk_job *job = *state;
	struct pk_package *in = tiny_raw(job, TINY_DOCX,
			"<w:p><w:r><w:t>{{#p}}</w:t></w:r></w:p><w:p><w:r><w:t>x</w:t></w:r></w:p><w:p>"
			"<w:pPr><w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"1\"/></w:numPr></w:pPr>"
			"<w:r><w:t>{{#a}}{{.}}{{/a}}</w:t></w:r></w:p><w:p><w:pPr><w:numPr><w:ilvl "
			"w:val=\"0\"/><w:numId w:val=\"1\"/></w:numPr></w:pPr><w:r><w:t>y</w:t></w:r>"
			"</w:p><w:p><w:r><w:t>{{/p}}</w:t></w:r></w:p>");
	struct pk_str numbering;
	size_t last = 0;

	in = with_parts(job, in, "word/numbering.xml",
			"<n:numbering xmlns:n=\"http://schemas.openxmlformats.org/wordprocessingml/"
			"2006/main\"><n:abstractNum n:abstractNumId=\"1\"><n:lvl n:ilvl=\"0\">"
			"<n:start n:val=\"1\"/><n:numFmt n:val=\"decimal\"/></n:lvl></n:abstractNum>"
			"<n:num n:numId=\"1\"><n:abstractNumId n:val=\"1\"/></n:num>"
			"<n:numIdMacAtCleanup n:val=\"1\"/></n:numbering>",
			"word/media/b.png");
	numbering = made_part(job,
			made_build(job, TINY_DOCX, in,
					"{\"p\": [{\"a\": [\"1\"]}, {\"a\": [\"2\"]}]}", NULL),
			"word/numbering.xml");
	assert_true(count(numbering, "<w:num ") > 1);
	for (size_t at = 0; (at = pk_str_find(numbering, PK_STR("<w:num "), at)) < numbering.n; at++)
		last = at;
	assert_true(last < pk_str_find(numbering, PK_STR("<w:numIdMacAtCleanup"), 0));
	assert_true(pk_str_ends(numbering, PK_STR("<w:numIdMacAtCleanup w:val=\"1\"/></w:numbering>")));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		job_test(any_edit_is_seen),
		job_test(a_document_without_a_mark_is_not_ours),
		job_test(the_mark_survives_the_archive),
		job_test(docx_says_what_it_is),
		job_test(odt_says_what_it_is),
		job_test(the_templates_own_properties),
		job_test(a_template_without_tags_stays_as_it_is),
		job_test(an_unused_picture_is_left_out),
		job_test(an_unused_picture_is_left_out_of_docx),
		job_test(a_header_has_its_own_relationships),
		job_test(new_numbers_stand_among_the_old),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
