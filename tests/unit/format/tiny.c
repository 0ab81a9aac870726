#include "tiny.h"

#include <stdlib.h>

#include "support/fixture.h"
#include "xml/tree.h"

const char *const tiny_format_names[TINY_FORMATS] = { "odt", "docx" };
const char *const tiny_place_names[TINY_PLACES] = { "body", "header", "cell", "item" };

#define OOXML "http://schemas.openxmlformats.org/"
#define W "xmlns:w=\"" OOXML "wordprocessingml/2006/main\""
#define R "xmlns:r=\"" OOXML "officeDocument/2006/relationships\""
#define OASIS "urn:oasis:names:tc:opendocument:xmlns:"
#define ODF "xmlns:office=\"" OASIS "office:1.0\" xmlns:text=\"" OASIS "text:1.0\" " \
	"xmlns:table=\"" OASIS "table:1.0\" xmlns:style=\"" OASIS "style:1.0\" " \
	"xmlns:draw=\"" OASIS "drawing:1.0\" xmlns:fo=\"" OASIS "xsl-fo-compatible:1.0\" " \
	"xmlns:xlink=\"http://www.w3.org/1999/xlink\" xmlns:svg=\"" OASIS "svg-compatible:1.0\" " \
	"office:version=\"1.3\""

enum { ROOM = 1 << 20 };

/* --- writing --- */

/* What a line is. */
enum kind { PARAGRAPH, HEADING, BULLET, NUMBER, ROW };

static enum kind kind_of(struct pk_str *line)
{
	static const struct {
		const char *begins;
		enum kind kind;
	} kinds[] = { { "# ", HEADING }, { "- ", BULLET }, { "1. ", NUMBER }, { "| ", ROW } };
	for (size_t i = 0; i < PK_COUNT(kinds); i++) {
		struct pk_str begins = pk_str_of(kinds[i].begins);
		if (pk_str_starts(*line, begins)) {
			*line = pk_str_slice(*line, begins.n, line->n);
			return kinds[i].kind;
		}
	}
	return PARAGRAPH;
}

static void put_runs(struct pk_out *out, enum tiny_format format, struct pk_str text)
{
	struct pk_str piece;
	bool spanned = false;
	if (pk_str_is(text, "()"))
		return;
	while (pk_str_next(&text, '~', &piece)) {
		if (format == TINY_DOCX) {
			pk_put_c(out, "<w:proofErr w:type=\"spellStart\"/><w:r w:rsidR=\"00AB12CD\">"
					"<w:rPr><w:b/></w:rPr><w:t xml:space=\"preserve\">");
			pk_xml_put_text(out, piece);
			pk_put_c(out, "</w:t></w:r>");
		} else {
			pk_put_c(out, spanned ? "<text:span text:style-name=\"T1\">" : "");
			pk_xml_put_text(out, piece);
			pk_put_c(out, spanned ? "</text:span>" : "");
		}
		spanned = !spanned;
	}
}

static void put_paragraph(struct pk_out *out, enum tiny_format format, enum kind kind,
		struct pk_str text)
{
	static const char *const properties[] = { "", "<w:pPr><w:pStyle w:val=\"Rubrik1\"/></w:pPr>",
		"<w:pPr><w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"1\"/></w:numPr></w:pPr>",
		"<w:pPr><w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"2\"/></w:numPr></w:pPr>", "" };
	bool heading = kind == HEADING;
	if (format == TINY_DOCX) {
		pk_put_c(out, "<w:p w:rsidR=\"00AB12CD\">");
		pk_put_c(out, properties[kind]);
	} else {
		pk_put_c(out, heading ? "<text:h text:style-name=\"Heading_20_1\" "
				"text:outline-level=\"1\">" : "<text:p text:style-name=\"Standard\">");
	}
	put_runs(out, format, text);
	pk_put_c(out, format == TINY_DOCX ? "</w:p>" : heading ? "</text:h>" : "</text:p>");
}

static void put_cell(struct pk_out *out, enum tiny_format format, struct pk_str text)
{
	pk_put_c(out, format == TINY_DOCX ? "<w:tc><w:tcPr><w:tcW w:w=\"2000\" w:type=\"dxa\"/>"
			"</w:tcPr>" : "<table:table-cell>");
	for (struct pk_str rest = pk_str_trim(text);;) {
		size_t at = pk_str_find(rest, PK_STR(" / "), 0);
		put_paragraph(out, format, PARAGRAPH, pk_str_slice(rest, 0, at));
		if (at >= rest.n)
			break;
		rest = pk_str_slice(rest, at + 3, rest.n);
	}
	pk_put_c(out, format == TINY_DOCX ? "</w:tc>" : "</table:table-cell>");
}

static void put_row(struct pk_out *out, enum tiny_format format, struct pk_str line)
{
	struct pk_str cell;
	pk_put_c(out, format == TINY_DOCX ? "<w:tr>" : "<table:table-row>");
	line = pk_str_trim(line);
	line.n -= line.n > 0;
	while (pk_str_next(&line, '|', &cell))
		put_cell(out, format, cell);
	pk_put_c(out, format == TINY_DOCX ? "</w:tr>" : "</table:table-row>");
}

/* What goes around rows and, in ODT, items. */
static void begin_group(struct pk_out *out, enum tiny_format format, enum kind kind)
{
	if (kind == ROW)
		pk_put_c(out, format == TINY_DOCX ? "<w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w=\"2000\"/>"
				"<w:gridCol w:w=\"2000\"/></w:tblGrid>" :
				"<table:table table:name=\"Tabell1\"><table:table-column "
				"table:number-columns-repeated=\"2\"/>");
	else if (format == TINY_ODT && (kind == BULLET || kind == NUMBER))
		pk_put_c(out, kind == BULLET ? "<text:list text:style-name=\"L1\">" :
				"<text:list text:style-name=\"L2\">");
}

static void end_group(struct pk_out *out, enum tiny_format format, enum kind kind)
{
	if (kind == ROW)
		pk_put_c(out, format == TINY_DOCX ? "</w:tbl>" : "</table:table>");
	else if (format == TINY_ODT && (kind == BULLET || kind == NUMBER))
		pk_put_c(out, "</text:list>");
}

static void put_lines(struct pk_out *out, enum tiny_format format, bool items, const char *lines)
{
	struct pk_str rest = pk_str_of(lines), line;
	enum kind before = PARAGRAPH;
	while (rest.n > 0 && pk_str_next(&rest, '\n', &line)) {
		enum kind kind = items ? BULLET : kind_of(&line);
		if (kind != before) {
			end_group(out, format, before);
			begin_group(out, format, kind);
		}
		before = kind;
		if (kind == ROW) {
			put_row(out, format, line);
			continue;
		}
		bool item = format == TINY_ODT && (kind == BULLET || kind == NUMBER);
		pk_put_c(out, item ? "<text:list-item>" : "");
		put_paragraph(out, format, kind, line);
		pk_put_c(out, item ? "</text:list-item>" : "");
	}
	end_group(out, format, before);
}

static const char *in_place(struct pk_job *job, enum tiny_format format, enum tiny_place place,
		const char *lines)
{
	struct pk_out out = pk_out_new(job->arena, ROOM);
	if (place == TINY_CELL) {
		begin_group(&out, format, ROW);
		pk_put_c(&out, format == TINY_DOCX ? "<w:tr><w:tc>" :
				"<table:table-row><table:table-cell>");
	}
	put_lines(&out, format, place == TINY_ITEM, lines);
	if (place == TINY_CELL) {
		pk_put_c(&out, format == TINY_DOCX ? "</w:tc></w:tr>" :
				"</table:table-cell></table:table-row>");
		end_group(&out, format, ROW);
		put_paragraph(&out, format, PARAGRAPH, PK_STR("slut"));
	}
	pk_put_byte(&out, '\0');
	assert_false(out.failed);
	return out.p;
}

static void add(struct pk_job *job, struct pk_package *package, const char *name, const char *a,
		const char *b, const char *c)
{
	struct pk_str bytes;
	assert_true(pk_join(job, &bytes, pk_str_of(a), pk_str_of(b), pk_str_of(c)));
	assert_true(pk_package_add(job, package, pk_str_of(name), bytes,
			strcmp(name, "mimetype") == 0));
}

#define TYPE "application/vnd.openxmlformats-officedocument.wordprocessingml."
#define RELATION "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"

static struct pk_package *make_docx(struct pk_job *job, const char *body, const char *header,
		const char *styles)
{
	struct pk_package *p;
	assert_true(pk_package_new(job, &p));
	add(job, p, "[Content_Types].xml", "<Types xmlns=\"" OOXML "package/2006/content-types\">"
			"<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package."
			"relationships+xml\"/><Default Extension=\"xml\" ContentType=\"application/xml\"/>"
			"<Override PartName=\"/word/document.xml\" ContentType=\"" TYPE
			"document.main+xml\"/><Override PartName=\"/word/styles.xml\" ContentType=\"" TYPE
			"styles+xml\"/><Override PartName=\"/word/numbering.xml\" ContentType=\"" TYPE
			"numbering+xml\"/><Override PartName=\"/word/header1.xml\" ContentType=\"" TYPE
			"header+xml\"/>", "", "</Types>");
	add(job, p, "_rels/.rels", "<Relationships xmlns=\"" OOXML "package/2006/relationships\">"
			"<Relationship Id=\"rId1\" Type=\"" RELATION "officeDocument\" "
			"Target=\"word/document.xml\"/>", "", "</Relationships>");
	add(job, p, "word/_rels/document.xml.rels", "<Relationships xmlns=\"" OOXML
			"package/2006/relationships\"><Relationship Id=\"rId1\" Type=\"" RELATION
			"styles\" Target=\"styles.xml\"/><Relationship Id=\"rId2\" Type=\"" RELATION
			"numbering\" Target=\"numbering.xml\"/><Relationship Id=\"rId3\" Type=\"" RELATION
			"header\" Target=\"header1.xml\"/>", "", "</Relationships>");
	add(job, p, "word/document.xml", "<w:document " W " " R "><w:body>", body,
			"<w:sectPr><w:headerReference w:type=\"default\" r:id=\"rId3\"/><w:pgSz w:w=\"11906\" "
			"w:h=\"16838\"/></w:sectPr></w:body></w:document>");
	add(job, p, "word/styles.xml", "<w:styles " W ">"
			"<w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"Normal\"><w:name "
			"w:val=\"Normal\"/></w:style><w:style w:type=\"paragraph\" w:styleId=\"Rubrik1\">"
			"<w:name w:val=\"heading 1\"/><w:basedOn w:val=\"Normal\"/><w:pPr><w:outlineLvl "
			"w:val=\"0\"/></w:pPr></w:style><w:style w:type=\"paragraph\" w:styleId=\"Lista\">"
			"<w:name w:val=\"List Number\"/><w:basedOn w:val=\"Normal\"/><w:pPr><w:keepNext/>"
			"<w:numPr><w:numId w:val=\"2\"/></w:numPr><w:ind w:left=\"100\"/></w:pPr>"
			"</w:style>", styles, "</w:styles>");
	add(job, p, "word/numbering.xml", "<w:numbering " W ">"
			"<w:abstractNum w:abstractNumId=\"0\"><w:multiLevelType w:val=\"hybridMultilevel\"/>"
			"<w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/><w:numFmt w:val=\"bullet\"/><w:lvlText "
			"w:val=\"-\"/></w:lvl></w:abstractNum>"
			"<w:abstractNum w:abstractNumId=\"1\"><w:multiLevelType w:val=\"hybridMultilevel\"/>"
			"<w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/><w:numFmt w:val=\"decimal\"/><w:lvlText "
			"w:val=\"%1.\"/></w:lvl></w:abstractNum>"
			"<w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num>"
			"<w:num w:numId=\"2\"><w:abstractNumId w:val=\"1\"/></w:num>", "",
			"</w:numbering>");
	add(job, p, "word/header1.xml", "<w:hdr " W " " R ">", header, "</w:hdr>");
	return p;
}

/* It makes the styles a part with tags: few templates ask for it. */
static const char *const accent_style[TINY_FORMATS] = {
	"<style:style style:name=\"Accentf_e4_rg\" style:display-name=\"Accentfärg\" "
	"style:family=\"text\"><style:text-properties fo:color=\"#1b5e8a\"/></style:style>",
	"<w:style w:type=\"character\" w:styleId=\"Accent\"><w:name w:val=\"Accentfärg\"/>"
	"<w:rPr><w:color w:val=\"1B5E8A\" w:themeColor=\"accent1\"/></w:rPr></w:style>",
};

static struct pk_package *make_odt(struct pk_job *job, const char *body, const char *header,
		const char *styles)
{
	struct pk_package *p;
	assert_true(pk_package_new(job, &p));
	add(job, p, "mimetype", "application/vnd.oasis.opendocument.text", "", "");
	add(job, p, "content.xml", "<office:document-content " ODF "><office:automatic-styles>"
			"<style:style style:name=\"T1\" style:family=\"text\"/>"
			"<text:list-style style:name=\"L1\"><text:list-level-style-bullet text:level=\"1\" "
			"text:bullet-char=\"-\"/></text:list-style>"
			"<text:list-style style:name=\"L2\"><text:list-level-style-number text:level=\"1\" "
			"style:num-format=\"1\" style:num-suffix=\".\"/></text:list-style>"
			"</office:automatic-styles><office:body><office:text>", body,
			"</office:text></office:body></office:document-content>");
	struct pk_str common;
	assert_true(pk_join(job, &common, pk_str_of(styles), PK_STR("</office:styles>"
			"<office:automatic-styles><style:page-layout style:name=\"pm1\"/>"
			"</office:automatic-styles><office:master-styles><style:master-page "
			"style:name=\"Standard\" style:page-layout-name=\"pm1\"><style:header>"),
			pk_str_of(header)));
	add(job, p, "styles.xml", "<office:document-styles " ODF "><office:styles>"
			"<style:style style:name=\"Standard\" style:family=\"paragraph\"/>"
			"<style:style style:name=\"Heading_20_1\" style:display-name=\"Heading 1\" "
			"style:family=\"paragraph\" style:default-outline-level=\"1\"/>", common.p,
			"</style:header></style:master-page></office:master-styles>"
			"</office:document-styles>");
	add(job, p, "META-INF/manifest.xml", "<manifest:manifest xmlns:manifest=\"" OASIS
			"manifest:1.0\" manifest:version=\"1.3\"><manifest:file-entry "
			"manifest:full-path=\"/\" manifest:version=\"1.3\" manifest:media-type=\""
			"application/vnd.oasis.opendocument.text\"/><manifest:file-entry "
			"manifest:full-path=\"content.xml\" manifest:media-type=\"text/xml\"/>"
			"<manifest:file-entry manifest:full-path=\"styles.xml\" "
			"manifest:media-type=\"text/xml\"/>", "", "</manifest:manifest>");
	return p;
}

static struct pk_package *make(struct pk_job *job, enum tiny_format format, const char *body,
		const char *header, const char *styles)
{
	struct pk_package *p = format == TINY_DOCX ? make_docx(job, body, header, styles) :
			make_odt(job, body, header, styles);
	assert_true(pk_package_pack(job, p));
	return p;
}

struct pk_package *tiny_accent(
		struct pk_job *job, enum tiny_format format, const char *body, const char *header)
{
	return make(job, format, body, header, accent_style[format]);
}

struct pk_package *tiny_raw(struct pk_job *job, enum tiny_format format, const char *body)
{
	return make(job, format, body, in_place(job, format, TINY_BODY, "huvud"), "");
}

struct pk_package *tiny_template(struct pk_job *job, enum tiny_format format, enum tiny_place place,
		const char *lines)
{
	const char *there = in_place(job, format, place, lines);
	const char *else_where = in_place(job, format, TINY_BODY, "annat");
	return place == TINY_HEADER ? make(job, format, else_where, there, "") :
			make(job, format, there, else_where, "");
}

/* --- reading --- */

struct reader {
	struct pk_job *job;
	enum tiny_format format;
	const struct pk_xml *numbering;
	struct pk_out *out;
	struct pk_str list;          /* of the item before */
	uint32_t number;
};

static struct pk_xml *read_part(struct pk_job *job, const struct pk_package *p, const char *name)
{
	int i = pk_package_find(p, pk_str_of(name));
	struct pk_str bytes;
	struct pk_xml *root;
	assert_true(i >= 0);
	assert_true(pk_package_bytes(job, p, (size_t)i, &bytes));
	if (!pk_xml_read(job, bytes, pk_str_of(name), &root))
		fail_msg("%s\n%.*s", reports(job, PK_ENGLISH), (int)bytes.n, bytes.p);
	return root;
}

/* The words of a paragraph; empty runs are none. */
static bool put_words(struct pk_out *out, const struct pk_xml *parent)
{
	size_t before = out->n;
	for (const struct pk_xml *node = parent->first; node != NULL; node = node->next) {
		if (node->kind == PK_XML_TEXT && !pk_xml_is(parent, "w:p") &&
				!pk_xml_is(parent, "w:instrText") && !pk_xml_is(parent, "w:r"))
			pk_put(out, node->text);
		else if (pk_xml_is(node, "w:tab") || pk_xml_is(node, "text:tab"))
			pk_put_c(out, pk_xml_is(parent, "w:tabs") ? "" : "<tab>");
		else if (pk_xml_is(node, "w:br") || pk_xml_is(node, "text:line-break"))
			pk_put_c(out, "<br>");
		else if (pk_xml_is(node, "text:s"))
			for (int i = 0; i < (pk_xml_get(node, "text:c").n == 0 ? 1 :
					atoi(pk_xml_get(node, "text:c").p)); i++)
				pk_put_c(out, " ");
		else if (node->kind == PK_XML_ELEMENT)
			(void)put_words(out, node);
	}
	return out->n > before;
}

static const struct pk_xml *path(const struct pk_xml *node, const char *a, const char *b,
		const char *c)
{
	const char *const names[] = { a, b, c };
	for (size_t i = 0; i < 3 && node != NULL && names[i] != NULL; i++)
		node = pk_xml_child(node, names[i]);
	return node;
}

/* The w:num of a number. A number that the numbering does not have is a fault. */
static const struct pk_xml *num_of(const struct reader *r, struct pk_str id)
{
	const struct pk_xml *num = r->numbering->first;
	while (num != NULL && !(pk_xml_is(num, "w:num") &&
			pk_str_eq(pk_xml_get(num, "w:numId"), id)))
		num = num->next;
	if (num == NULL)
		fail_msg("there is no w:num %.*s", (int)id.n, id.p);
	return num;
}

static void put_item(struct reader *r, struct pk_str list, bool numbered)
{
	r->number = pk_str_eq(r->list, list) ? r->number + 1 : 1;
	r->list = list;
	if (!numbered) {
		pk_put_c(r->out, "- ");
		return;
	}
	pk_put_uint(r->out, r->number);
	pk_put_c(r->out, ". ");
}

static void put_docx_item(struct reader *r, struct pk_str id)
{
	const struct pk_xml *num = num_of(r, id);
	bool numbered = pk_str_is(pk_xml_get(pk_xml_child(num, "w:abstractNumId"), "w:val"), "1");
	/* Without an override of the start, a new number counts on. */
	if (numbered && !pk_str_is(id, "2"))
		assert_non_null(path(num, "w:lvlOverride", "w:startOverride", NULL));
	put_item(r, id, numbered);
}

static void put_blocks(struct reader *r, const struct pk_xml *parent, const char *between);

static void put_table(struct reader *r, const struct pk_xml *table)
{
	const struct pk_xml *row = table;
	while ((row = pk_xml_walk(table, row)) != NULL) {
		if (!pk_xml_is(row, "w:tr") && !pk_xml_is(row, "table:table-row"))
			continue;
		pk_put_c(r->out, "|");
		for (const struct pk_xml *cell = row->first; cell != NULL; cell = cell->next) {
			if (!pk_xml_is(cell, "w:tc") && !pk_xml_is(cell, "table:table-cell"))
				continue;
			pk_put_c(r->out, " ");
			put_blocks(r, cell, " / ");
			pk_put_c(r->out, " |");
		}
		pk_put_c(r->out, "\n");
	}
	r->out->n--;
}

static void put_one(struct reader *r, const struct pk_xml *p)
{
	const struct pk_xml *num = path(p, "w:pPr", "w:numPr", "w:numId");
	const struct pk_xml *style = path(p, "w:pPr", "w:pStyle", NULL);
	if (pk_xml_is(p, "text:h") || (style != NULL &&
			pk_str_is(pk_xml_get(style, "w:val"), "Rubrik1")))
		pk_put_c(r->out, "# ");
	if (num != NULL)
		put_docx_item(r, pk_xml_get(num, "w:val"));
	else if (r->format == TINY_DOCX)
		r->list = PK_STR("");
	if (!put_words(r->out, p))
		pk_put_c(r->out, "()");
}

static void put_list(struct reader *r, const struct pk_xml *list, const char *between)
{
	bool numbered = pk_str_is(pk_xml_get(list, "text:style-name"), "L2");
	r->list = PK_STR("");
	for (const struct pk_xml *item = list->first; item != NULL; item = item->next) {
		if (item->kind != PK_XML_ELEMENT)
			continue;
		put_item(r, PK_STR("this"), numbered);
		put_blocks(r, item, " / ");
		pk_put_c(r->out, item->next != NULL ? between : "");
	}
}

static bool is_block(const struct pk_xml *node)
{
	static const char *const names[] = { "w:p", "w:tbl", "text:p", "text:h", "text:list",
		"table:table" };
	for (size_t i = 0; i < PK_COUNT(names); i++)
		if (pk_xml_is(node, names[i]))
			return true;
	return false;
}

static void put_blocks(struct reader *r, const struct pk_xml *parent, const char *between)
{
	bool first = true;
	for (const struct pk_xml *node = parent->first; node != NULL; node = node->next) {
		if (!is_block(node))
			continue;
		pk_put_c(r->out, first ? "" : between);
		first = false;
		if (pk_xml_is(node, "text:list"))
			put_list(r, node, between);
		else if (pk_xml_is(node, "w:tbl") || pk_xml_is(node, "table:table"))
			put_table(r, node);
		else
			put_one(r, node);
	}
}

static struct pk_xml *find(struct pk_xml *root, const char *a, const char *b)
{
	struct pk_xml *node = root;
	while (node != NULL && !pk_xml_is(node, a) && !pk_xml_is(node, b))
		node = pk_xml_walk(root, node);
	assert_non_null(node);
	return node;
}

struct pk_str tiny_text(struct pk_job *job, enum tiny_format format, enum tiny_place place,
		const struct pk_package *document)
{
	static const char *const parts[TINY_FORMATS][2] = { { "content.xml", "styles.xml" },
		{ "word/document.xml", "word/header1.xml" } };
	struct pk_out out = pk_out_new(job->arena, ROOM);
	struct reader r = { .job = job, .format = format, .out = &out, .list = PK_STR("") };
	struct pk_xml *root = read_part(job, document, parts[format][place == TINY_HEADER]), *box;
	if (format == TINY_DOCX)
		r.numbering = read_part(job, document, "word/numbering.xml");
	if (place == TINY_HEADER)
		box = find(root, "w:hdr", "style:header");
	else
		box = find(root, "w:body", "office:text");
	if (place == TINY_CELL)
		box = find(box, "w:tc", "table:table-cell");
	put_blocks(&r, box, "\n");
	assert_false(out.failed);
	return pk_out_str(&out);
}

struct pk_str tiny_body(struct pk_job *job, enum tiny_format format,
		const struct pk_package *document)
{
	int i = pk_package_find(document, pk_str_of(format == TINY_DOCX ? "word/document.xml" :
			"content.xml"));
	struct pk_str bytes = { NULL, 0 };
	assert_true(i >= 0 && pk_package_bytes(job, document, (size_t)i, &bytes));
	return bytes;
}

/* --- the way of a template --- */

/* There is one template to take in: "delmall". */
static bool take_in(struct pk_job *job, void *self, struct pk_str name, struct pk_pos at,
		const struct pk_package **ret)
{
	const enum tiny_format *format = self;
	if (!pk_str_is(name, "delmall"))
		return pk_fail(job, PK_M_PARTIAL_UNKNOWN, at, name);
	*ret = tiny_template(job, *format, TINY_BODY, "Hej ~{{namn}}\n{{#ord}}\noch {{.}}\n{{/ord}}");
	return true;
}

const struct pk_template *tiny_compile(struct pk_job *job, enum tiny_format format,
		const struct pk_package *in, const struct pk_value *model)
{
	struct pk_compile_options options = { .name = PK_STR("mall"),
		.generator = PK_STR("protokoll test"), .model = model, .partial = take_in,
		.self = &format };
	const struct pk_template *t;
	const struct pk_format *to = pk_format_find(pk_str_of(tiny_format_names[format]));
	if (!to->compile(job, in, &options, &t))
		fail_msg("%s", reports(job, PK_ENGLISH));
	return t;
}

struct pk_package *tiny_build(struct pk_job *job, enum tiny_format format,
		const struct pk_package *in, const struct pk_value *model,
		const struct pk_value *values)
{
	const struct pk_template *t = tiny_compile(job, format, in, model);
	const struct pk_format *to = pk_format_find(pk_str_of(tiny_format_names[format]));
	struct pk_document *document;
	struct pk_package *package = NULL;
	if (!to->render(job, t, values, &document) || !to->finish(job, document, NULL, &package))
		fail_msg("%s", reports(job, PK_ENGLISH));
	return package;
}
