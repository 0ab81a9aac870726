#include "mini.h"

#include <stdlib.h>

#include "markup/blocks.h"
#include "value/image.h"

#define OASIS "urn:oasis:names:tc:opendocument:xmlns:"
#define ODF_SPACES "xmlns:office=\"" OASIS "office:1.0\" xmlns:style=\"" OASIS "style:1.0\" " \
	"xmlns:text=\"" OASIS "text:1.0\" xmlns:table=\"" OASIS "table:1.0\" xmlns:fo=\"" OASIS \
	"xsl-fo-compatible:1.0\" xmlns:draw=\"" OASIS "drawing:1.0\" " \
	"xmlns:xlink=\"http://www.w3.org/1999/xlink\" office:version=\"1.3\""
#define W "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" " \
	"xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\""
#define WORD "application/vnd.openxmlformats-officedocument.wordprocessingml."
#define OFFICE "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
#define RELATIONS "http://schemas.openxmlformats.org/package/2006/relationships"

static const unsigned char png[] = { 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n', 0, 0, 0, 13, 'I', 'H',
	'D', 'R', 0, 0, 0, 96, 0, 0, 0, 48, 8, 2, 0, 0, 0, 0, 0, 0, 0 };

/* Only the head is looked at: the rest is the word that tells pictures apart. */
static const struct pk_image *picture(struct pk_job *job, struct pk_str word)
{
	struct pk_image *image = pk_new(job, struct pk_image, 1);
	struct pk_str bytes;

	assert_non_null(image);
	assert_true(pk_join(job, &bytes, (struct pk_str){ (const char *)png, sizeof(png) }, word));
	*image = (struct pk_image){ .name = word, .bytes = bytes, .alt = word, .kind = PK_IMAGE_PNG,
		.width = 96, .height = 48, .dpi_x = 96, .dpi_y = 96 };
	return image;
}

static void convert(struct pk_job *job, struct pk_value *v)
{
	struct pk_str text = v->kind == PK_TEXT ? v->as.text : PK_STR("");
	struct pk_str rest = pk_str_slice(text, pk_str_find(text, PK_STR(":"), 0) + 1, text.n);

	if (pk_str_starts(text, PK_STR("md:"))) {
		v->kind = PK_BLOCKS;
		assert_true(pk_markup_parse(job, rest, NULL, &v->as.blocks));
		for (size_t i = 0; i < v->as.blocks->n_images; i++)
			v->as.blocks->images[i]->image = picture(job, v->as.blocks->images[i]->target);
	} else if (pk_str_starts(text, PK_STR("anchor:")) || pk_str_starts(text, PK_STR("page:"))) {
		v->kind = text.p[0] == 'a' ? PK_ANCHOR : PK_PAGE;
		assert_true(pk_str_uint(rest, &v->as.anchor));
	} else if (pk_str_starts(text, PK_STR("picture:"))) {
		v->kind = PK_IMAGE;
		v->as.image = picture(job, rest);
	} else if (v->kind == PK_LIST) {
		for (size_t i = 0; i < v->as.list.n; i++)
			convert(job, &((struct pk_value *)(uintptr_t)v->as.list.v)[i]);
	} else if (v->kind == PK_MAP) {
		for (size_t i = 0; i < v->as.map.n; i++)
			convert(job, &((struct pk_field *)(uintptr_t)v->as.map.v)[i].value);
	}
}

struct pk_value mini_value(struct pk_job *job, const char *json)
{
	struct pk_value value;

	if (!pk_value_read_json(job, pk_str_of(json), &value))
		fail_msg("%s", reports(job, PK_ENGLISH));
	convert(job, &value);
	return value;
}

static void add(struct pk_job *job, struct pk_package *p, const char *name, const char *a,
		const char *b, const char *c)
{
	struct pk_str bytes;

	assert_true(pk_join(job, &bytes, pk_str_of(a), pk_str_of(b), pk_str_of(c)));
	assert_true(pk_package_add(job, p, pk_str_of(name), bytes, strcmp(name, "mimetype") == 0));
}

static void add_docx(struct pk_job *job, struct pk_package *p, const struct mini *m)
{
	bool header = m->more != NULL;

	add(job, p, "[Content_Types].xml",
			"<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
			"<Default Extension=\"rels\" "
			"ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
			"<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
			"<Override PartName=\"/word/document.xml\" ContentType=\"" WORD "document.main+xml\"/>"
			"<Override PartName=\"/word/styles.xml\" ContentType=\"" WORD "styles+xml\"/>",
			header ? "<Override PartName=\"/word/header1.xml\" ContentType=\"" WORD
			"header+xml\"/>" : "", "</Types>");
	add(job, p, "_rels/.rels", "<Relationships xmlns=\"" RELATIONS "\"><Relationship Id=\"rId1\" "
			"Type=\"" OFFICE "officeDocument\" Target=\"word/document.xml\"/>", "",
			"</Relationships>");
	add(job, p, "word/document.xml", "<w:document " W "><w:body>", m->body, header
			? "<w:sectPr><w:headerReference w:type=\"default\" r:id=\"rId2\"/>"
			"<w:pgSz w:w=\"11906\" w:h=\"16838\"/></w:sectPr></w:body></w:document>"
			: "<w:sectPr><w:pgSz w:w=\"11906\" w:h=\"16838\"/></w:sectPr></w:body></w:document>");
	add(job, p, "word/_rels/document.xml.rels", "<Relationships xmlns=\"" RELATIONS "\">"
			"<Relationship Id=\"rId1\" Type=\"" OFFICE "styles\" Target=\"styles.xml\"/>",
			header ? "<Relationship Id=\"rId2\" Type=\"" OFFICE
			"header\" Target=\"header1.xml\"/>" : "", "</Relationships>");
	add(job, p, "word/styles.xml", "<w:styles " W "><w:style w:type=\"paragraph\" w:default=\"1\" "
			"w:styleId=\"Normal\"><w:name w:val=\"Normal\"/></w:style>"
			"<w:style w:type=\"paragraph\" w:styleId=\"Rubrik1\"><w:name w:val=\"heading 1\"/>"
			"<w:pPr><w:outlineLvl w:val=\"0\"/></w:pPr></w:style>", "", "</w:styles>");
	if (header)
		add(job, p, "word/header1.xml", "<w:hdr " W ">", m->more, "</w:hdr>");
}

static void add_odt(struct pk_job *job, struct pk_package *p, const struct mini *m)
{
	add(job, p, "mimetype", "application/vnd.oasis.opendocument.text", "", "");
	add(job, p, "content.xml", "<office:document-content " ODF_SPACES "><office:automatic-styles>",
			m->more == NULL ? "" : m->more, "</office:automatic-styles><office:body><office:text>");
	struct pk_str head = mini_part(job, p, "content.xml"), all;
	struct pk_package *again;

	/* One piece more than add() joins. */
	assert_true(pk_join(job, &all, head, pk_str_of(m->body),
			PK_STR("</office:text></office:body></office:document-content>")));
	assert_true(pk_package_new(job, &again));
	assert_true(pk_package_keep(job, again, p, 0));
	assert_true(pk_package_add(job, again, PK_STR("content.xml"), all, false));
	*p = *again;
}
