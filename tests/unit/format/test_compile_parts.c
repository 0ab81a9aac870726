/* What must be unique in repetitions, what is dropped, what is left alone. */
#include "tiny.h"

#include "support/fixture.h"
#include "xml/tree.h"

#define TURNS "{\"x\": [\"a\", \"b\"]}"

/* The body of a document made from that body. */
static struct pk_str built(struct pk_job *job, enum tiny_format format, const char *body,
		const char *json)
{
	struct pk_value values = tiny_values(job, pk_str_of(json));
	return tiny_body(job, format, tiny_build(job, format, tiny_raw(job, format, body), NULL,
			&values));
}

static size_t count(struct pk_str s, const char *what)
{
	size_t n = 0;
	struct pk_str needle = pk_str_of(what);
	for (size_t at = 0; (at = pk_str_find(s, needle, at)) < s.n; at += needle.n)
		n++;
	return n;
}

/* The n-th value (from 0) of an attribute. */
static struct pk_str attr(struct pk_str s, const char *name, size_t n)
{
	struct pk_str needle = pk_str_of(name);
	size_t at = pk_str_find(s, needle, 0);
	for (; n > 0 && at < s.n; n--)
		at = pk_str_find(s, needle, at + needle.n);
	if (at >= s.n)
		fail_msg("no %s in %.*s", name, (int)s.n, s.p);
	at += needle.n;
	return pk_str_slice(s, at, pk_str_find(s, PK_STR("\""), at));
}

static void assert_same(struct pk_str a, struct pk_str b)
{
	if (!pk_str_eq(a, b))
		fail_msg("%.*s is not %.*s", (int)a.n, a.p, (int)b.n, b.p);
}

static void assert_other(struct pk_str a, struct pk_str b)
{
	if (pk_str_eq(a, b))
		fail_msg("%.*s twice", (int)a.n, a.p);
}

#define T(text) "<w:r><w:t xml:space=\"preserve\">" text "</w:t></w:r>"
#define P(text) "<w:p>" T(text) "</w:p>"
#define START(id, name) "<w:bookmarkStart w:id=\"" id "\" w:name=\"" name "\"/>"
#define END(id) "<w:bookmarkEnd w:id=\"" id "\"/>"

static void a_bookmark_in_a_repetition_of_docx(void **state)
{
	struct pk_str body = built(*state, TINY_DOCX, P("{{#x}}")
			"<w:p>" START("7", "mål") T("{{.}}") END("7") "</w:p>"
			"<w:p><w:hyperlink w:anchor=\"mål\">" T("dit") "</w:hyperlink>"
			"<w:r><w:instrText> PAGEREF mål \\h </w:instrText></w:r></w:p>"
			P("{{/x}}") "<w:p><w:hyperlink w:anchor=\"mål\">" T("bort") "</w:hyperlink></w:p>",
			TURNS);
	assert_int_equal(count(body, "<w:bookmarkStart"), 2);
	assert_int_equal(count(body, "<w:bookmarkEnd"), 2);
	assert_other(attr(body, "w:id=\"", 0), attr(body, "w:id=\"", 2));
	assert_same(attr(body, "w:id=\"", 0), attr(body, "w:id=\"", 1));
	assert_same(attr(body, "w:id=\"", 2), attr(body, "w:id=\"", 3));
	assert_other(attr(body, "w:name=\"", 0), attr(body, "w:name=\"", 1));
	assert_same(attr(body, "w:name=\"", 0), attr(body, "w:anchor=\"", 0));
	assert_same(attr(body, "w:name=\"", 1), attr(body, "w:anchor=\"", 1));
	/* The field's instruction follows; what stands outside of the repetition is left alone. */
	struct pk_str instruction;
	assert_true(pk_join(*state, &instruction, PK_STR(" PAGEREF "), attr(body, "w:name=\"", 1),
			PK_STR(" \\h ")));
	assert_int_equal(count(body, instruction.p), 1);
	assert_same(attr(body, "w:anchor=\"", 2), PK_STR("mål"));
}

static void a_bookmark_in_a_repetition_of_odt(void **state)
{
	struct pk_str body = built(*state, TINY_ODT, "<text:p>{{#x}}</text:p><text:p>"
			"<text:bookmark-start text:name=\"mål\"/>{{.}}<text:bookmark-end text:name=\"mål\"/>"
			"<text:bookmark-ref text:reference-format=\"page\" text:ref-name=\"mål\">1"
			"</text:bookmark-ref><text:a xlink:type=\"simple\" xlink:href=\"#mål\">dit</text:a>"
			"</text:p><text:list xml:id=\"l1\"><text:list-item><text:p>y</text:p></text:list-item>"
			"</text:list><text:p>z</text:p><text:list text:continue-list=\"l1\"><text:list-item>"
			"<text:p>y</text:p></text:list-item></text:list><text:p>{{/x}}</text:p>", TURNS);
	assert_int_equal(count(body, "<text:bookmark-start"), 2);
	assert_same(attr(body, "<text:bookmark-start text:name=\"", 1),
			attr(body, "<text:bookmark-end text:name=\"", 1));
	assert_other(attr(body, "<text:bookmark-start text:name=\"", 0),
			attr(body, "<text:bookmark-start text:name=\"", 1));
	assert_same(attr(body, "<text:bookmark-start text:name=\"", 1),
			attr(body, "text:ref-name=\"", 1));
	assert_same(attr(body, "<text:bookmark-start text:name=\"", 1),
			attr(body, "xlink:href=\"#", 1));
	assert_other(attr(body, "xml:id=\"", 0), attr(body, "xml:id=\"", 1));
	assert_same(attr(body, "xml:id=\"", 1), attr(body, "text:continue-list=\"", 1));
}

static void a_bookmark_across_a_repetition_ends_where_it_begins(void **state)
{
	struct pk_str body = built(*state, TINY_DOCX, "<w:p>" START("1", "a") T("före") "</w:p>"
			P("{{#x}}") "<w:p>" T("{{.}}") END("1") START("2", "b") "</w:p>" P("{{/x}}")
			"<w:p>" T("efter") END("2") "</w:p>", TURNS);
	assert_int_equal(count(body, "<w:bookmarkStart"), 3);
	assert_int_equal(count(body, "<w:bookmarkEnd"), 3);
	assert_int_equal(count(body, "w:name=\"a\"/><w:bookmarkEnd w:id=\"1\"/>"), 1);
	assert_other(attr(body, "w:name=\"", 1), attr(body, "w:name=\"", 2));
}

static void names_of_tables_and_drawings_in_a_repetition(void **state)
{
	struct pk_str odt = built(*state, TINY_ODT, "<text:p>{{#x}}</text:p><table:table "
			"table:name=\"T\"><table:table-column/><table:table-row><table:table-cell><text:p>"
			"{{.}}<draw:frame draw:name=\"R\" text:anchor-type=\"as-char\"><draw:text-box>"
			"<text:p>ruta</text:p></draw:text-box></draw:frame></text:p></table:table-cell>"
			"</table:table-row></table:table><text:p>y</text:p><text:p>{{/x}}</text:p>", TURNS);
	struct pk_str docx = built(*state, TINY_DOCX, P("{{#x}}") "<w:p>" T("{{.}}")
			"<w:r><w:drawing><wp:inline xmlns:wp=\"http://schemas.openxmlformats.org/drawingml/"
			"2006/wordprocessingDrawing\"><wp:docPr id=\"4\" name=\"Bild\"/></wp:inline>"
			"</w:drawing></w:r></w:p>" P("{{/x}}"), TURNS);
	assert_other(attr(odt, "table:name=\"", 0), attr(odt, "table:name=\"", 1));
	assert_other(attr(odt, "draw:name=\"", 0), attr(odt, "draw:name=\"", 1));
	assert_other(attr(docx, "docPr id=\"", 0), attr(docx, "docPr id=\"", 1));
}

/* "Begin again here" is said of the first item: the others are counted on from it. */
static void an_item_that_begins_again_does_so_in_its_first_turn(void **state)
{
	struct pk_str body = built(*state, TINY_ODT, "<text:list><text:list-item><text:p>{{#x}}</text:p>"
			"</text:list-item><text:list-item text:start-value=\"5\"><text:p>{{.}}</text:p>"
			"</text:list-item><text:list-item><text:p>{{/x}}</text:p></text:list-item></text:list>"
			"<text:p>{{#x}}</text:p><text:p>y</text:p><text:list><text:list-item "
			"text:start-value=\"7\"><text:p>z</text:p></text:list-item></text:list>"
			"<text:p>{{/x}}</text:p>", TURNS);
	assert_int_equal(count(body, "<text:list-item text:start-value=\"5\"><text:p>a<"), 1);
	assert_int_equal(count(body, "<text:list-item><text:p>b<"), 1);
	/* A list of its own in each turn begins again in each. */
	assert_int_equal(count(body, "text:start-value=\"7\""), 2);
}

#define STYLED(text) "<w:p><w:pPr><w:pStyle w:val=\"Lista\"/><w:jc w:val=\"left\"/></w:pPr>" T(text) \
	"</w:p>"

/* A list that its style brings along would count on through the document. */
static void a_list_from_a_style_begins_again_in_each_turn(void **state)
{
	struct pk_str body = built(*state, TINY_DOCX, P("{{#x}}") P("rubrik") P("{{#y}}") STYLED("{{.}}")
			P("{{/y}}") STYLED("{{{.}}}") P("{{/x}}") STYLED("sist"),
			"{\"x\": [\"1\", \"2\"], \"y\": [\"a\", \"b\"]}");
	assert_int_equal(count(body, "<w:pStyle w:val=\"Lista\"/><w:numPr><w:numId w:val=\""), 6);
	assert_same(attr(body, "<w:numId w:val=\"", 0), attr(body, "<w:numId w:val=\"", 1));
	assert_same(attr(body, "<w:numId w:val=\"", 0), attr(body, "<w:numId w:val=\"", 2));
	assert_other(attr(body, "<w:numId w:val=\"", 0), attr(body, "<w:numId w:val=\"", 3));
	assert_int_equal(count(body, "</w:numPr><w:ind w:left=\"100\"/><w:jc"), 6);
	assert_int_equal(count(body, "<w:pStyle w:val=\"Lista\"/><w:jc"), 1);
}

#define BRANCHES(choice, fallback) "<w:p>" T("före") "<w:r><mc:AlternateContent xmlns:mc=\"http://" \
	"schemas.openxmlformats.org/markup-compatibility/2006\"><mc:Choice Requires=\"wps\">" \
	"<w:txbxContent>" choice "</w:txbxContent></mc:Choice><mc:Fallback><w:txbxContent>" fallback \
	"</w:txbxContent></mc:Fallback></mc:AlternateContent></w:r></w:p>"

static void both_branches_of_a_text_box_are_filled(void **state)
{
	struct pk_str body = built(*state, TINY_DOCX, BRANCHES(P("a {{x}}") P("{{#y}}") P("ej")
			P("{{/y}}"), P("{{#y}}") P("{{.}}") P("{{/y}}")), "{\"x\": \"ord\"}");
	assert_int_equal(count(body, "a </w:t></w:r><w:r><w:t xml:space=\"preserve\">ord"), 1);
	assert_int_equal(count(body, "före"), 1);
	assert_int_equal(count(body, "ej"), 0);
	/* A text box must hold a paragraph. */
	assert_int_equal(count(body, "<w:txbxContent><w:p"), 2);
}

static void the_editors_litter_is_dropped(void **state)
{
	struct pk_str body = built(*state, TINY_DOCX, "<w:p w:rsidR=\"00AB12CD\" "
			"w:rsidRDefault=\"00AB12CD\">" START("0", "_GoBack") "<w:r w:rsidRPr=\"00AB12CD\">"
			"<w:rPr><w:i/></w:rPr><w:lastRenderedPageBreak/><w:t>Hej {{na</w:t></w:r>"
			"<w:proofErr w:type=\"spellStart\"/><w:r><w:t>mn}}</w:t></w:r>" END("0")
			"<w:proofErr w:type=\"spellEnd\"/></w:p>", "{\"namn\": \"Eva\"}");
	assert_int_equal(count(body, "rsid"), 0);
	assert_int_equal(count(body, "proofErr"), 0);
	assert_int_equal(count(body, "_GoBack"), 0);
	assert_int_equal(count(body, "bookmarkEnd"), 0);
	assert_int_equal(count(body, "lastRenderedPageBreak"), 0);
	/* The tag has the looks of the run where it begins, and leaves no empty run behind. */
	assert_int_equal(count(body, "<w:r><w:rPr><w:i/></w:rPr><w:t xml:space=\"preserve\">Eva"), 1);
	assert_int_equal(count(body, "<w:r>"), 2);
}

static void a_prompt_around_a_tag_is_taken_away(void **state)
{
	struct pk_str body = built(*state, TINY_DOCX, "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr>"
			"<w:sdtContent><w:p><w:sdt><w:sdtPr/><w:sdtContent>" T("{{x}}")
			"</w:sdtContent></w:sdt></w:p></w:sdtContent></w:sdt>"
			"<w:sdt><w:sdtPr><w:alias/></w:sdtPr><w:sdtContent>" P("kvar")
			"</w:sdtContent></w:sdt>", "{\"x\": \"ord\"}");
	assert_int_equal(count(body, "showingPlcHdr"), 0);
	assert_int_equal(count(body, "<w:sdt>"), 1);
	assert_int_equal(count(body, ">ord<"), 1);
	assert_int_equal(count(body, ">kvar<"), 1);
	body = built(*state, TINY_ODT, "<text:p><text:text-input text:description=\"\">{{#x}}"
			"</text:text-input></text:p><text:p><loext:content-control xmlns:loext=\"urn:org:"
			"documentfoundation:names:experimental:office:xmlns:loext:1.0\">{{.}}"
			"</loext:content-control></text:p><text:p>{{/x}}</text:p>", TURNS);
	assert_int_equal(count(body, "<text:p>a</text:p><text:p>b</text:p>"), 1);
}

static struct pk_str part_of(struct pk_job *job, const struct pk_package *p, const char *name)
{
	struct pk_str bytes;
	int i = pk_package_find(p, pk_str_of(name));
	if (i < 0)
		fail_msg("no part %s", name);
	assert_true(pk_package_bytes(job, p, (size_t)i, &bytes));
	return bytes;
}

/* Parts that are always ours. */
static bool is_ours(struct pk_str name)
{
	static const char *const ours[] = { "[Content_Types].xml", "_rels/.rels", "docProps/core.xml",
		"docProps/app.xml", "docProps/custom.xml", "META-INF/manifest.xml", "meta.xml" };
	for (size_t i = 0; i < PK_COUNT(ours); i++)
		if (pk_str_is(name, ours[i]))
			return true;
	return false;
}

static void parts_without_tags_keep_their_bytes(void **state)
{
	for (enum tiny_format format = 0; format < TINY_FORMATS; format++) {
		struct pk_job *job = *state;
		struct pk_value values = tiny_values(job, PK_STR("{}"));
		const struct pk_package *in = tiny_template(job, format, TINY_BODY,
				"# Rubrik\nen { klammer~ i text\n1. ett\n| a | b |\nslut");
		const struct pk_package *out = tiny_build(job, format, in, NULL, &values);
		size_t kept = 0;
		for (size_t i = 0; i < pk_package_count(in); i++) {
			struct pk_str name = pk_package_name(in, i), a;
			if (is_ours(name))
				continue;
			assert_true(pk_package_bytes(job, in, i, &a));
			assert_same(a, part_of(job, out, name.p));
			kept++;
		}
		for (size_t i = 0; i < pk_package_count(out); i++)
			assert_true(is_ours(pk_package_name(out, i)) ||
					pk_package_find(in, pk_package_name(out, i)) >= 0);
		assert_true(kept >= 3);
	}
}

static void a_tag_in_the_header_leaves_the_body_alone(void **state)
{
	for (enum tiny_format format = 0; format < TINY_FORMATS; format++) {
		struct pk_job *job = *state;
		struct pk_value values = tiny_values(job, PK_STR("{\"x\": \"ord\"}"));
		const struct pk_package *in = tiny_template(job, format, TINY_HEADER, "{{x}}");
		const struct pk_package *out = tiny_build(job, format, in, NULL, &values);
		assert_same(tiny_body(job, format, in), tiny_body(job, format, out));
	}
}

/* --- what is dropped --- */

/* The package with parts added, or others in their place. */
static struct pk_package *with(struct pk_job *job, enum tiny_format format,
		const char *const (*parts)[2], size_t n)
{
	struct pk_package *in, *from = tiny_template(job, format, TINY_BODY, "text");
	assert_true(pk_package_new(job, &in));
	for (size_t i = 0; i < pk_package_count(from); i++) {
		bool other = false;
		for (size_t p = 0; p < n; p++)
			other = other || pk_str_is(pk_package_name(from, i), parts[p][0]);
		if (!other)
			assert_true(pk_package_keep(job, in, from, i));
	}
	for (size_t p = 0; p < n; p++)
		assert_true(pk_package_add(job, in, pk_str_of(parts[p][0]), pk_str_of(parts[p][1]),
				strcmp(parts[p][0], "mimetype") == 0));
	assert_true(pk_package_pack(job, in));
	return in;
}

/* A program may write a part that declares only what stands in it. */
static void added_styles_have_names_that_are_declared(void **state)
{
	static const char *const parts[][2] = {
		{ "content.xml", "<o:document-content xmlns:o=\"urn:oasis:names:tc:opendocument:xmlns:"
			"office:1.0\" xmlns:t=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\"><o:body>"
			"<o:text><t:p>{{{x}}}</t:p></o:text></o:body></o:document-content>" },
		{ "styles.xml", "<o:document-styles xmlns:o=\"urn:oasis:names:tc:opendocument:xmlns:"
			"office:1.0\"><o:styles/></o:document-styles>" },
	};
	struct pk_job *job = *state;
	struct pk_value values = tiny_values(job,
			PK_STR("{\"x\": {\"$blocks\": \"- a\\n\\n| b |\\n|---|\\n| c |\"}}"));
	struct pk_package *out = tiny_build(
			job, TINY_ODT, with(job, TINY_ODT, parts, PK_COUNT(parts)), NULL, &values);
	for (size_t i = 0; i < PK_COUNT(parts); i++) {
		struct pk_xml *root;
		assert_true(pk_xml_read(job, part_of(job, out, parts[i][0]), PK_STR("x"), &root));
	}
	assert_silent(job);
}

#define LINKS(links) "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/" \
	"relationships\">" links "</Relationships>"
#define LINK(id, kind, target) "<Relationship Id=\"" id "\" Type=\"http://schemas." \
	"openxmlformats.org/officeDocument/2006/relationships/" kind "\" Target=\"" target "\"/>"
#define WORD "application/vnd.openxmlformats-officedocument.wordprocessingml."

static void what_ties_a_docx_to_its_template_is_dropped(void **state)
{
	static const char *const parts[][2] = {
		{ "_rels/.rels", LINKS(LINK("r1", "officeDocument", "word/document.xml")
			LINK("r2", "metadata/thumbnail", "docProps/thumbnail.jpeg")) },
		{ "docProps/thumbnail.jpeg", "bild" },
		{ "word/_rels/document.xml.rels", LINKS(LINK("r1", "styles", "styles.xml")
			LINK("r2", "numbering", "numbering.xml") LINK("rId3", "header", "header1.xml")
			LINK("r4", "settings", "settings.xml")) },
		{ "word/settings.xml", "<w:settings xmlns:w=\"http://schemas.openxmlformats.org/"
			"wordprocessingml/2006/main\" xmlns:r=\"http://schemas.openxmlformats.org/"
			"officeDocument/2006/relationships\"><w:attachedTemplate r:id=\"r1\"/>"
			"<w:defaultTabStop w:val=\"1304\"/></w:settings>" },
		{ "word/_rels/settings.xml.rels", LINKS(LINK("r1", "attachedTemplate",
			"file:///C:/Users/eva/Mall.dotx")) },
		{ "[Content_Types].xml", "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/"
			"content-types\"><Default Extension=\"xml\" ContentType=\"application/xml\"/>"
			"<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package."
			"relationships+xml\"/><Default Extension=\"jpeg\" ContentType=\"image/jpeg\"/>"
			"<Override PartName=\"/word/document.xml\" ContentType=\"" WORD
			"template.main+xml\"/></Types>" },
	};
	struct pk_job *job = *state;
	struct pk_value values = tiny_values(job, PK_STR("{}"));
	struct pk_package *out = tiny_build(job, TINY_DOCX, with(job, TINY_DOCX, parts,
			PK_COUNT(parts)), NULL, &values);
	assert_int_equal(pk_package_find(out, PK_STR("docProps/thumbnail.jpeg")), -1);
	assert_int_equal(count(part_of(job, out, "_rels/.rels"), "thumbnail"), 0);
	assert_int_equal(pk_package_find(out, PK_STR("word/_rels/settings.xml.rels")), -1);
	assert_int_equal(count(part_of(job, out, "word/settings.xml"), "attachedTemplate"), 0);
	assert_int_equal(count(part_of(job, out, "word/settings.xml"), "defaultTabStop"), 1);
	/* A template (.dotx) gives documents. */
	assert_int_equal(count(part_of(job, out, "[Content_Types].xml"), WORD "document.main+xml"), 1);
}

static void what_ties_an_odt_to_its_template_is_dropped(void **state)
{
	static const char *const parts[][2] = {
		{ "mimetype", "application/vnd.oasis.opendocument.text-template" },
		{ "Thumbnails/thumbnail.png", "bild" },
		{ "META-INF/manifest.xml", "<manifest:manifest xmlns:manifest=\"urn:oasis:names:tc:"
			"opendocument:xmlns:manifest:1.0\" manifest:version=\"1.3\"><manifest:file-entry "
			"manifest:full-path=\"/\" manifest:media-type=\"application/vnd.oasis.opendocument."
			"text-template\"/><manifest:file-entry manifest:full-path=\"content.xml\" "
			"manifest:media-type=\"text/xml\"/><manifest:file-entry manifest:full-path=\""
			"Thumbnails/thumbnail.png\" manifest:media-type=\"image/png\"/></manifest:manifest>" },
	};
	struct pk_job *job = *state;
	struct pk_value values = tiny_values(job, PK_STR("{}"));
	struct pk_package *out = tiny_build(job, TINY_ODT, with(job, TINY_ODT, parts,
			PK_COUNT(parts)), NULL, &values);
	assert_int_equal(pk_package_find(out, PK_STR("Thumbnails/thumbnail.png")), -1);
	assert_int_equal(count(part_of(job, out, "META-INF/manifest.xml"), "Thumbnails"), 0);
	assert_int_equal(count(part_of(job, out, "META-INF/manifest.xml"), "template"), 0);
	assert_text(part_of(job, out, "mimetype"), "application/vnd.oasis.opendocument.text");
	assert_true(pk_str_is(pk_package_name(out, 0), "mimetype"));
}

/* --- properties --- */

static void tags_in_properties_are_filled(void **state)
{
	static const char *const names[] = { "meta.xml", "docProps/core.xml" };
	static const char *const bytes[] = { "<office:document-meta xmlns:office=\"urn:oasis:names:tc:"
			"opendocument:xmlns:office:1.0\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" "
			"office:version=\"1.3\"><office:meta><dc:subject>{{x}}{{#y}} ({{.}}){{/y}}"
			"</dc:subject></office:meta></office:document-meta>",
		"<cp:coreProperties xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/"
			"core-properties\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><dc:subject>{{x}}"
			"{{#y}} ({{.}}){{/y}}</dc:subject></cp:coreProperties>" };
	for (enum tiny_format format = 0; format < TINY_FORMATS; format++) {
		struct pk_job *job = *state;
		struct pk_value values = tiny_values(job, PK_STR("{\"x\": \"A & B\", \"y\": "
				"[\"1\", \"2\"]}"));
		struct pk_package *in, *from = tiny_template(job, format, TINY_BODY, "text");
		assert_true(pk_package_new(job, &in));
		for (size_t i = 0; i < pk_package_count(from); i++)
			assert_true(pk_package_keep(job, in, from, i));
		assert_true(pk_package_add(job, in, pk_str_of(names[format]),
				pk_str_of(bytes[format]), false));
		assert_true(pk_package_pack(job, in));
		struct pk_str meta = part_of(job, tiny_build(job, format, in, NULL, &values),
				names[format]);
		if (count(meta, "<dc:subject>A &amp; B (1) (2)</dc:subject>") != 1)
			fail_msg("%.*s", (int)meta.n, meta.p);
	}
}

/* --- the colour --- */

static void the_kommuns_colour_replaces_the_templates(void **state)
{
	struct pk_job *job = *state;
	struct pk_value values = tiny_values(job,
			PK_STR("{\"utseende\": {\"accentfärg\": \"aa0011\"}}"));
	struct pk_value none = tiny_values(job, PK_STR("{\"utseende\": {}}"));
	const char *body = "<text:p>{{x}}</text:p><table:table table:name=\"T\"><table:table-column/>"
			"<table:table-row><table:table-cell fo:border=\"0.5pt solid #1B5e8a\" fo:color="
			"\"#1b5e8b\"/></table:table-row></table:table>"
			"<text:p><text:span text:style-name=\"x\">slut</text:span></text:p>";
	struct pk_package *in = tiny_accent(job, TINY_ODT, body, "<text:p/>");
	struct pk_str with = tiny_body(job, TINY_ODT, tiny_build(job, TINY_ODT, in, NULL, &values));
	struct pk_str without = tiny_body(job, TINY_ODT, tiny_build(job, TINY_ODT, in, NULL, &none));
	assert_int_equal(count(with, "fo:border=\"0.5pt solid #aa0011\" fo:color=\"#1b5e8b\""), 1);
	assert_int_equal(count(without, "fo:border=\"0.5pt solid #1B5e8a\""), 1);
}

#define COLOUR "<w:rPr><w:color w:val=\"1b5e8a\" w:themeColor=\"accent1\" w:themeShade=\"BF\"/></w:rPr>"

/* What was formatted by hand, the tag's own run too, in any part; the theme's colour, which Word
 * would take before the one that is written out, gives way. */
static void the_kommuns_colour_reaches_what_is_formatted_by_hand(void **state)
{
	struct pk_job *job = *state;
	struct pk_value values = tiny_values(job, PK_STR("{\"x\": \"ett\\ntvå\", \"y\": {\"$blocks\": \"stycke\"}, "
			"\"utseende\": {\"accentfärg\": \"aa0011\"}}"));
	struct pk_value none = tiny_values(job, PK_STR("{\"x\": \"ett\", \"y\": {\"$blocks\": \"stycke\"}}"));
	const char *body = "<w:p><w:r>" COLOUR "<w:t>{{x}} {{x}}</w:t></w:r></w:p><w:p><w:pPr><w:pBdr><w:top "
			"w:val=\"single\" w:color=\"1B5E8A\"/></w:pBdr></w:pPr><w:r><w:t>{{{y}}}</w:t></w:r></w:p>"
			"<w:p><w:pPr><w:shd w:val=\"clear\" w:fill=\"1b5e8a\"/></w:pPr></w:p>";
	struct pk_package *in = tiny_accent(job, TINY_DOCX, body, "<w:p><w:r>" COLOUR "<w:t>a</w:t></w:r></w:p>");
	struct pk_package *out = tiny_build(job, TINY_DOCX, in, NULL, &values);
	struct pk_str with = tiny_body(job, TINY_DOCX, out);
	struct pk_str without = tiny_body(job, TINY_DOCX, tiny_build(job, TINY_DOCX, in, NULL, &none));

	assert_int_equal(count(with, "<w:color w:val=\"aa0011\"/>"), 3);
	assert_int_equal(count(with, "w:color=\"aa0011\""), 1);
	assert_int_equal(count(with, "w:fill=\"aa0011\""), 1);
	assert_int_equal(count(with, "1b5e8a") + count(with, "1B5E8A") + count(with, "theme"), 0);
	assert_int_equal(count(part_of(job, out, "word/header1.xml"), "<w:color w:val=\"aa0011\"/>"), 1);
	assert_int_equal(count(part_of(job, out, "word/styles.xml"), "<w:color w:val=\"aa0011\"/>"), 1);
	assert_int_equal(count(without, "1b5e8a"), 4);
	assert_int_equal(count(without, "1B5E8A"), 1);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		job_test(a_bookmark_in_a_repetition_of_docx),
		job_test(a_bookmark_in_a_repetition_of_odt),
		job_test(a_bookmark_across_a_repetition_ends_where_it_begins),
		job_test(names_of_tables_and_drawings_in_a_repetition),
		job_test(an_item_that_begins_again_does_so_in_its_first_turn),
		job_test(a_list_from_a_style_begins_again_in_each_turn),
		job_test(both_branches_of_a_text_box_are_filled),
		job_test(the_editors_litter_is_dropped),
		job_test(a_prompt_around_a_tag_is_taken_away),
		job_test(added_styles_have_names_that_are_declared),
		job_test(parts_without_tags_keep_their_bytes),
		job_test(a_tag_in_the_header_leaves_the_body_alone),
		job_test(what_ties_a_docx_to_its_template_is_dropped),
		job_test(what_ties_an_odt_to_its_template_is_dropped),
		job_test(tags_in_properties_are_filled),
		job_test(the_kommuns_colour_replaces_the_templates),
		job_test(the_kommuns_colour_reaches_what_is_formatted_by_hand),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
