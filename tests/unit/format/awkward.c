#include "awkward.h"

#include <stdio.h>
#include <string.h>

enum { ROOM = 1 << 20 };

struct pk_str awkward_section(const struct awkward *c, const char *name, const char *format)
{
	struct pk_str head, rest = c->text, line;
	char words[100];
	int n = snprintf(words, sizeof(words), "== %s%s%s", name, format[0] != '\0' ? " " : "", format);
	assert_true(n > 0 && (size_t)n < sizeof(words));
	head = pk_str_of(words);
	while (rest.n > 0 && pk_str_next(&rest, '\n', &line)) {
		struct pk_str found;
		if (!pk_str_eq(line, head))
			continue;
		found = pk_str_slice(rest, 0, pk_str_find(rest, PK_STR("\n== "), 0));
		while (pk_str_ends(found, PK_STR("\n")))
			found.n--;
		return pk_str_starts(rest, PK_STR("== ")) ? PK_STR("") : found;
	}
	return (struct pk_str){ NULL, 0 };
}

/* --- short names --- */

#define RUN "<w:r><w:t xml:space=\"preserve\">"
#define BOLD "<w:r><w:rPr><w:b/></w:rPr><w:t xml:space=\"preserve\">"
#define RUN_END "</w:t></w:r>"
#define HEADING "<w:pPr><w:pStyle w:val=\"Rubrik1\"/></w:pPr>"
#define ITEM "<w:pPr><w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"1\"/></w:numPr></w:pPr>"

static const struct {
	const char *name, *means[TINY_FORMATS];
} names[] = {
	{ "<P>", { "<text:p text:style-name=\"Standard\">", "<w:p>" RUN } },
	{ "</P>", { "</text:p>", RUN_END "</w:p>" } },
	{ "<p>", { "<text:p text:style-name=\"Standard\">", "<w:p>" } },
	{ "</p>", { "</text:p>", "</w:p>" } },
	{ "<H>", { "<text:h text:style-name=\"Heading_20_1\" text:outline-level=\"1\">",
			"<w:p>" HEADING RUN } },
	{ "</H>", { "</text:h>", RUN_END "</w:p>" } },
	{ "<R>", { "", RUN } },
	{ "</R>", { "", RUN_END } },
	{ "<B>", { "<text:span text:style-name=\"T1\">", BOLD } },
	{ "</B>", { "</text:span>", RUN_END } },
	{ "<TBL>", { "<table:table table:name=\"Tabell%\"><table:table-column "
			"table:number-columns-repeated=\"2\"/>",
			"<w:tbl><w:tblPr><w:tblW w:w=\"0\" w:type=\"auto\"/></w:tblPr><w:tblGrid>"
			"<w:gridCol w:w=\"2000\"/><w:gridCol w:w=\"2000\"/></w:tblGrid>" } },
	{ "</TBL>", { "</table:table>", "</w:tbl>" } },
	{ "<TR>", { "<table:table-row>", "<w:tr>" } },
	{ "</TR>", { "</table:table-row>", "</w:tr>" } },
	{ "<TH>", { "<table:table-header-rows><table:table-row>", "<w:tr><w:trPr><w:tblHeader/></w:trPr>" } },
	{ "</TH>", { "</table:table-row></table:table-header-rows>", "</w:tr>" } },
	{ "<TC>", { "<table:table-cell>", "<w:tc><w:tcPr><w:tcW w:w=\"2000\" w:type=\"dxa\"/></w:tcPr>" } },
	{ "</TC>", { "</table:table-cell>", "</w:tc>" } },
	{ "<UL>", { "<text:list text:style-name=\"L1\">", "" } },
	{ "</UL>", { "</text:list>", "" } },
	{ "<LI>", { "<text:list-item><text:p text:style-name=\"Standard\">", "<w:p>" ITEM RUN } },
	{ "</LI>", { "</text:p></text:list-item>", RUN_END "</w:p>" } },
};

/* Writes what a short name means; '%' is a number that is there once. */
static void put_meaning(struct pk_out *out, const char *means, size_t number)
{
	for (; *means != '\0'; means++) {
		if (*means == '%')
			pk_put_uint(out, number);
		else
			pk_put_byte(out, *means);
	}
}

static void put_xml(struct pk_out *out, enum tiny_format format, struct pk_str text)
{
	for (size_t at = 0; at < text.n;) {
		struct pk_str rest = pk_str_slice(text, at, text.n);
		size_t i = 0;
		while (i < PK_COUNT(names) && !pk_str_starts(rest, pk_str_of(names[i].name)))
			i++;
		if (i < PK_COUNT(names)) {
			put_meaning(out, names[i].means[format], out->n);
			at += strlen(names[i].name);
		} else {
			/* Lines are for whoever reads the case: between elements they are nothing. */
			if (text.p[at] != '\n')
				pk_put_byte(out, text.p[at]);
			at++;
		}
	}
}

/* --- packages --- */

/* A package being made, with the parts that list the others. */
struct maker {
	struct pk_job *job;
	const struct awkward *c;
	enum tiny_format format;
	struct pk_package *package;
	struct pk_out types, links;
};

#define OOXML "http://schemas.openxmlformats.org/"
#define OASIS "urn:oasis:names:tc:opendocument:xmlns:"
#define WORD "application/vnd.openxmlformats-officedocument.wordprocessingml."
#define W_NAMES " xmlns:w=\"" OOXML "wordprocessingml/2006/main\" xmlns:r=\"" OOXML \
	"officeDocument/2006/relationships\" xmlns:wp=\"" OOXML "drawingml/2006/wordprocessingDrawing\" " \
	"xmlns:a=\"" OOXML "drawingml/2006/main\" xmlns:mc=\"" OOXML "markup-compatibility/2006\" " \
	"xmlns:wps=\"http://schemas.microsoft.com/office/word/2010/wordprocessingShape\" " \
	"xmlns:v=\"urn:schemas-microsoft-com:vml\""
#define ODF_NAMES " xmlns:office=\"" OASIS "office:1.0\" xmlns:text=\"" OASIS "text:1.0\" " \
	"xmlns:table=\"" OASIS "table:1.0\" xmlns:style=\"" OASIS "style:1.0\" xmlns:draw=\"" OASIS \
	"drawing:1.0\" xmlns:fo=\"" OASIS "xsl-fo-compatible:1.0\" xmlns:svg=\"" OASIS \
	"svg-compatible:1.0\" xmlns:form=\"" OASIS "form:1.0\" xmlns:xlink=\"http://www.w3.org/1999/xlink\" " \
	"xmlns:dc=\"http://purl.org/dc/elements/1.1/\" office:version=\"1.3\""

/* A part of the case's own, or what is given in pieces. */
static void add(struct maker *m, const char *name, const char *before, struct pk_str middle, const char *after)
{
	struct pk_out out = pk_out_new(m->job->arena, ROOM);
	struct pk_str own = awkward_section(m->c, tiny_format_names[m->format], name), bytes;
	if (own.p != NULL) {
		pk_put(&out, own);
	} else {
		pk_put_c(&out, before);
		put_xml(&out, m->format, middle);
		pk_put_c(&out, after);
	}
	assert_true(pk_out_done(m->job, &out, &bytes));
	assert_true(pk_package_add(m->job, m->package, pk_str_of(name), bytes,
			strcmp(name, "mimetype") == 0));
}

static void put_link(struct maker *m, const char *id, const char *kind, const char *target)
{
	const char *const pieces[] = { "<Relationship Id=\"", id, "\" Type=\"" OOXML
		"officeDocument/2006/relationships/", kind, "\" Target=\"", target, "\"/>" };
	for (size_t i = 0; i < PK_COUNT(pieces); i++)
		pk_put_c(&m->links, pieces[i]);
}

static void put_type(struct maker *m, const char *part, const char *type)
{
	const char *const pieces[] = { "<Override PartName=\"/word/", part, "\" ContentType=\"" WORD, type,
		"+xml\"/>" };
	for (size_t i = 0; i < PK_COUNT(pieces); i++)
		pk_put_c(&m->types, pieces[i]);
}

static struct pk_str own(const struct maker *m, const char *kind)
{
	return awkward_section(m->c, tiny_format_names[m->format], kind);
}

/* Other stories of DOCX; those that the section's end refers to are written into references. */
static const struct {
	const char *kind, *file, *element, *type, *link;
} stories[] = {
	{ "header", "header1.xml", "w:hdr", "default", "header" },
	{ "header first", "header2.xml", "w:hdr", "first", "header" },
	{ "header even", "header3.xml", "w:hdr", "even", "header" },
	{ "footer", "footer1.xml", "w:ftr", "default", "footer" },
	{ "footer first", "footer2.xml", "w:ftr", "first", "footer" },
	{ "footer even", "footer3.xml", "w:ftr", "even", "footer" },
	{ "header own", "header4.xml", "w:hdr", NULL, "header" },
	{ "footnotes", "footnotes.xml", "w:footnotes", NULL, "footnotes" },
	{ "endnotes", "endnotes.xml", "w:endnotes", NULL, "endnotes" },
	{ "comments", "comments.xml", "w:comments", NULL, "comments" },
};

static void add_story(struct maker *m, size_t i, struct pk_out *references)
{
	struct pk_str text = own(m, stories[i].kind), path, open, close;
	char id[20];
	if (text.p == NULL)
		return;
	snprintf(id, sizeof(id), "s%zu", i);
	assert_true(pk_join(m->job, &path, PK_STR("word/"), pk_str_of(stories[i].file)));
	assert_true(pk_join(m->job, &open, PK_STR("<"), pk_str_of(stories[i].element),
			PK_STR(W_NAMES ">")));
	assert_true(pk_join(m->job, &close, PK_STR("</"), pk_str_of(stories[i].element), PK_STR(">")));
	add(m, path.p, open.p, text, close.p);
	put_type(m, stories[i].file, stories[i].link);
	put_link(m, strcmp(stories[i].kind, "header own") == 0 ? "own" : id, stories[i].link,
			stories[i].file);
	if (stories[i].type == NULL)
		return;
	const char *const pieces[] = { "<w:", stories[i].link, "Reference w:type=\"", stories[i].type,
		"\" r:id=\"", id, "\"/>" };
	for (size_t k = 0; k < PK_COUNT(pieces); k++)
		pk_put_c(references, pieces[k]);
}

#define STYLE(id, name, more) "<w:style w:type=\"paragraph\" w:styleId=\"" id "\"><w:name w:val=\"" name \
	"\"/><w:basedOn w:val=\"Normal\"/>" more "</w:style>"
#define BOLD_STYLE "<style:style style:name=\"T1\" style:family=\"text\"><style:text-properties " \
	"fo:font-weight=\"bold\"/></style:style>"
#define LEVELS "<w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/><w:numFmt w:val=\"decimal\"/><w:lvlText " \
	"w:val=\"%1.\"/><w:lvlJc w:val=\"left\"/></w:lvl>"

static void make_docx(struct maker *m, struct pk_str body)
{
	struct pk_out references = pk_out_new(m->job->arena, ROOM);
	struct pk_str end;
	add(m, "word/styles.xml", "<w:styles" W_NAMES "><w:style w:type=\"paragraph\" w:default=\"1\" "
			"w:styleId=\"Normal\"><w:name w:val=\"Normal\"/></w:style>"
			STYLE("Rubrik1", "heading 1", "<w:pPr><w:outlineLvl w:val=\"0\"/></w:pPr>"),
			PK_STR(""), "</w:styles>");
	add(m, "word/numbering.xml", "<w:numbering" W_NAMES "><w:abstractNum w:abstractNumId=\"0\">"
			"<w:multiLevelType w:val=\"hybridMultilevel\"/>" LEVELS "</w:abstractNum>"
			"<w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num>", PK_STR(""),
			"</w:numbering>");
	put_type(m, "document.xml", "document.main");
	put_type(m, "styles.xml", "styles");
	put_type(m, "numbering.xml", "numbering");
	put_link(m, "st", "styles", "styles.xml");
	put_link(m, "nu", "numbering", "numbering.xml");
	pk_put_c(&references, "<w:sectPr>");
	for (size_t i = 0; i < PK_COUNT(stories); i++)
		add_story(m, i, &references);
	pk_put_c(&references, "<w:pgSz w:w=\"11906\" w:h=\"16838\"/></w:sectPr></w:body></w:document>");
	assert_true(pk_out_done(m->job, &references, &end) && pk_copy(m->job, end, &end));
	add(m, "word/document.xml", "<w:document" W_NAMES "><w:body>", body, end.p);
	add(m, "word/_rels/document.xml.rels", "<Relationships xmlns=\"" OOXML
			"package/2006/relationships\">", pk_out_str(&m->links), "</Relationships>");
	if (own(m, "properties").p != NULL)
		add(m, "docProps/core.xml", "<cp:coreProperties xmlns:cp=\"" OOXML
				"package/2006/metadata/core-properties\" "
				"xmlns:dc=\"http://purl.org/dc/elements/1.1/\">", own(m, "properties"),
				"</cp:coreProperties>");
	add(m, "_rels/.rels", "<Relationships xmlns=\"" OOXML "package/2006/relationships\">"
			"<Relationship Id=\"r1\" Type=\"" OOXML "officeDocument/2006/relationships/"
			"officeDocument\" Target=\"word/document.xml\"/>", own(m, "properties").p == NULL ?
			PK_STR("") : PK_STR("<Relationship Id=\"r2\" Type=\"" OOXML "package/2006/"
			"relationships/metadata/core-properties\" Target=\"docProps/core.xml\"/>"),
			"</Relationships>");
	add(m, "[Content_Types].xml", "<Types xmlns=\"" OOXML "package/2006/content-types\">"
			"<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package."
			"relationships+xml\"/><Default Extension=\"xml\" ContentType=\"application/xml\"/>"
			"<Override PartName=\"/docProps/core.xml\" ContentType=\"application/vnd."
			"openxmlformats-package.core-properties+xml\"/>", pk_out_str(&m->types), "</Types>");
}

#define ENTRY(path, type) "<manifest:file-entry manifest:full-path=\"" path "\" manifest:media-type=\"" \
	type "\"/>"
#define ODT_TYPE "application/vnd.oasis.opendocument.text"

static void make_odt(struct maker *m, struct pk_str body)
{
	struct pk_out master = pk_out_new(m->job->arena, ROOM);
	static const char *const kinds[][2] = { { "header", "header" }, { "header first", "header-first" },
		{ "header even", "header-left" }, { "footer", "footer" },
		{ "footer first", "footer-first" }, { "footer even", "footer-left" } };
	for (size_t i = 0; i < PK_COUNT(kinds); i++) {
		if (own(m, kinds[i][0]).p == NULL)
			continue;
		pk_put_c(&master, "<style:");
		pk_put_c(&master, kinds[i][1]);
		pk_put_c(&master, ">");
		pk_put(&master, own(m, kinds[i][0]));
		pk_put_c(&master, "</style:");
		pk_put_c(&master, kinds[i][1]);
		pk_put_c(&master, ">");
	}
	pk_put_c(&master, "</style:master-page>");
	pk_put(&master, own(m, "master"));
	add(m, "mimetype", ODT_TYPE, PK_STR(""), "");
	add(m, "content.xml", "<office:document-content" ODF_NAMES "><office:automatic-styles>" BOLD_STYLE
			"<style:style style:name=\"P1\" style:family=\"paragraph\" "
			"style:master-page-name=\"Egen\"/>"
			"<text:list-style style:name=\"L1\"><text:list-level-style-number text:level=\"1\" "
			"style:num-format=\"1\" style:num-suffix=\".\"/></text:list-style>"
			"</office:automatic-styles><office:body><office:text>", body,
			"</office:text></office:body></office:document-content>");
	add(m, "styles.xml", "<office:document-styles" ODF_NAMES "><office:styles>"
			"<style:style style:name=\"Standard\" style:family=\"paragraph\"/>"
			"<style:style style:name=\"Heading_20_1\" style:display-name=\"Heading 1\" "
			"style:family=\"paragraph\" style:default-outline-level=\"1\"/></office:styles>"
			"<office:automatic-styles>" BOLD_STYLE "<style:page-layout style:name=\"pm1\"/>"
			"</office:automatic-styles><office:master-styles><style:master-page "
			"style:name=\"Standard\" style:page-layout-name=\"pm1\">", pk_out_str(&master),
			"</office:master-styles></office:document-styles>");
	if (own(m, "properties").p != NULL)
		add(m, "meta.xml", "<office:document-meta" ODF_NAMES "><office:meta>",
				own(m, "properties"), "</office:meta></office:document-meta>");
	add(m, "META-INF/manifest.xml", "<manifest:manifest xmlns:manifest=\"" OASIS "manifest:1.0\" "
			"manifest:version=\"1.3\">" ENTRY("/", ODT_TYPE) ENTRY("content.xml", "text/xml")
			ENTRY("styles.xml", "text/xml"), own(m, "properties").p == NULL ? PK_STR("") :
			PK_STR(ENTRY("meta.xml", "text/xml")), "</manifest:manifest>");
}

struct pk_package *awkward_template(struct pk_job *job, const struct awkward *c, enum tiny_format format)
{
	static const char *const main_parts[] = { "content.xml", "word/document.xml" };
	struct maker m = { .job = job, .c = c, .format = format,
		.types = pk_out_new(job->arena, ROOM), .links = pk_out_new(job->arena, ROOM) };
	struct pk_str body = awkward_section(c, tiny_format_names[format], "");
	if (body.p == NULL)
		body = awkward_section(c, "both", "");
	if (body.p == NULL && own(&m, main_parts[format]).p == NULL)
		return NULL;
	assert_true(pk_package_new(job, &m.package));
	if (format == TINY_DOCX)
		make_docx(&m, body);
	else
		make_odt(&m, body);
	assert_true(pk_package_pack(job, m.package));
	return m.package;
}
