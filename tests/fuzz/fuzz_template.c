/* A template, compiled, rendered with fixed values and finished. It may be refused, but what comes out
 * has no fault that the template did not have. Bit 0 of the first byte is the format, with bit 2 the names
 * are checked, with bit 3 it is looked at as for its author. With bit 1 the rest are bytes of an archive;
 * else parts as "name\n<...>" with a zero byte between, put into a small
 * package in place of its own. */
#include <stdio.h>
#include <string.h>

#include "format/common/format.h"
#include "fuzz.h"
#include "markup/blocks.h"
#include "pages/flow.h"
#include "support/sound.h"

#define OOXML "http://schemas.openxmlformats.org/"
#define TYPE "application/vnd.openxmlformats-officedocument.wordprocessingml."
#define LINK(id, kind, target) "<Relationship Id=\"" id "\" Type=\"" OOXML \
	"officeDocument/2006/relationships/" kind "\" Target=\"" target "\"/>"
#define LINKS(links) "<Relationships xmlns=\"" OOXML "package/2006/relationships\">" links "</Relationships>"
#define OVERRIDE(part, type) "<Override PartName=\"/word/" part ".xml\" ContentType=\"" TYPE type "+xml\"/>"
#define ENTRY(path, type) "<manifest:file-entry manifest:full-path=\"" path \
	"\" manifest:media-type=\"" type "\"/>"
#define ODT "application/vnd.oasis.opendocument.text"

static const char *const odt[][2] = {
	{ "mimetype", ODT },
	{ "content.xml", "" },
	{ "styles.xml", "" },
	{ "META-INF/manifest.xml",
		"<manifest:manifest xmlns:manifest=\"urn:oasis:names:tc:opendocument:xmlns:"
		"manifest:1.0\" manifest:version=\"1.3\">" ENTRY("/", ODT) ENTRY("content.xml",
			"text/xml") ENTRY("styles.xml", "text/xml") "</manifest:manifest>" },
};

static const char *const docx[][2] = {
	{ "[Content_Types].xml",
		"<Types xmlns=\"" OOXML "package/2006/content-types\"><Default Extension=\"rels\" "
		"ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default "
		"Extension=\"xml\" ContentType=\"application/xml\"/>" OVERRIDE("document",
			"document.main") OVERRIDE("styles", "styles") OVERRIDE("numbering",
			"numbering") OVERRIDE("header1", "header") OVERRIDE("footer1", "footer")
			OVERRIDE("footnotes", "footnotes") OVERRIDE("endnotes", "endnotes") "</Types>" },
	{ "_rels/.rels", LINKS(LINK("rId1", "officeDocument", "word/document.xml")) },
	{ "word/_rels/document.xml.rels",
		LINKS(LINK("rId1", "styles", "styles.xml") LINK("rId2", "numbering", "numbering.xml")
				LINK("rId3", "header", "header1.xml") LINK("rId4", "footer",
					"footer1.xml") LINK("rId5", "footnotes", "footnotes.xml")
					LINK("rId6", "endnotes", "endnotes.xml")) },
	{ "word/document.xml", "" },
	{ "word/styles.xml", "" },
	{ "word/numbering.xml", "" },
	{ "word/header1.xml", "" },
	{ "word/footer1.xml", "" },
	{ "word/footnotes.xml", "" },
	{ "word/endnotes.xml", "" },
};

#define W "xmlns:w=\"" OOXML "wordprocessingml/2006/main\""
#define OASIS "urn:oasis:names:tc:opendocument:xmlns:"
#define ODF "xmlns:office=\"" OASIS "office:1.0\" xmlns:text=\"" OASIS "text:1.0\" office:version=\"1.3\""

/* A part that the input does not have. */
static struct pk_str spare(const char *name)
{
	static const char *const parts[][2] = {
		{ "content.xml", "<office:document-content " ODF "><office:body><office:text><text:p/>"
			"</office:text></office:body></office:document-content>" },
		{ "styles.xml", "<office:document-styles " ODF "><office:styles/></office:document-styles>" },
		{ "word/document.xml", "<w:document " W "><w:body><w:p/></w:body></w:document>" },
		{ "word/styles.xml", "<w:styles " W "/>" },
		{ "word/numbering.xml", "<w:numbering " W "/>" },
		{ "word/header1.xml", "<w:hdr " W "><w:p/></w:hdr>" },
		{ "word/footer1.xml", "<w:ftr " W "><w:p/></w:ftr>" },
		{ "word/footnotes.xml", "<w:footnotes " W "/>" },
		{ "word/endnotes.xml", "<w:endnotes " W "/>" },
	};
	for (size_t i = 0; i < PK_COUNT(parts); i++)
		if (strcmp(parts[i][0], name) == 0)
			return pk_str_of(parts[i][1]);
	return PK_STR("");
}

/* The part of that name in the input. */
static struct pk_str given(struct pk_str input, struct pk_str name)
{
	struct pk_str piece, line;
	while (input.n > 0 && pk_str_next(&input, '\0', &piece))
		if (pk_str_next(&piece, '\n', &line) && pk_str_eq(line, name))
			return piece;
	return (struct pk_str){ NULL, 0 };
}

static bool put_together(struct pk_job *job, bool is_docx, struct pk_str input, struct pk_package **ret)
{
	const char *const(*parts)[2] = is_docx ? docx : odt;

	if (!pk_package_new(job, ret))
		return false;
	for (size_t i = 0; i < (is_docx ? PK_COUNT(docx) : PK_COUNT(odt)); i++) {
		struct pk_str name = pk_str_of(parts[i][0]), bytes = given(input, name);
		if (bytes.p == NULL)
			bytes = parts[i][1][0] != '\0' ? pk_str_of(parts[i][1]) : spare(parts[i][0]);
		if (!pk_package_add(job, *ret, name, bytes, i == 0))
			return false;
	}
	return pk_package_pack(job, *ret);
}

static const char json[] = "{\"a\": \"ord\", \"tom\": \"\", \"l\": [\"1\", \"2\"], \"m\": [{\"n\": \"x & <y>\", "
	"\"l\": [\"3\", \"4\\n5\"]}, {\"n\": \"z\"}], \"utseende\": {\"accentfärg\": \"aa0011\"}, "
	"\"utkast\": \"UTKAST\", \"b\": \"blocks\", \"ankare\": \"anchor\", \"sidor\": \"page\"}";

/* The fields of the root that JSON has no kind for. */
static void convert(struct pk_job *job, struct pk_value *root)
{
	struct pk_field *fields = pk_new(job, struct pk_field, root->as.map.n);
	if (fields == NULL)
		abort();
	for (size_t i = 0; i < root->as.map.n; i++) {
		struct pk_value *value = &fields[i].value;
		fields[i] = root->as.map.v[i];
		if (pk_str_is(fields[i].name, "b")) {
			*value = (struct pk_value){ .kind = PK_BLOCKS };
			if (!pk_markup_parse(job, PK_STR("Ett *ord*.\n\n1. a\n2. b\n   - c\n\n| r | s |\n"
							 "|---|---|\n| t | u |\n\n> citat\n\n[x](https://x.se/)\n"),
					NULL, &value->as.blocks))
				abort();
		} else if (pk_str_is(fields[i].name, "ankare")) {
			*value = (struct pk_value){ .kind = PK_ANCHOR };
		} else if (pk_str_is(fields[i].name, "sidor")) {
			*value = (struct pk_value){ .kind = PK_PAGE };
		}
	}
	root->as.map.v = fields;
}

static bool partial(struct pk_job *job, void *self, struct pk_str name, struct pk_pos at,
		const struct pk_package **ret)
{
	/* Any other template is the template itself. */
	(void)job, (void)name, (void)at;
	*ret = self;
	return true;
}

static void check(const struct pk_package *in, const struct pk_package *out)
{
	struct pk_job job;
	struct pk_out before, after;
	if (!pk_job_init(&job, &pk_limits_default))
		return;
	before = pk_out_new(job.arena, 1 << 20);
	after = pk_out_new(job.arena, 1 << 20);
	unsigned had = sound_faults(in, &before), has = sound_faults(out, &after);
	if ((has & ~had) != 0) {
		fprintf(stderr, "the template:\n%.*s\nthe document:\n%.*s\n", (int)before.n, before.p,
				(int)after.n, after.p);
		abort();
	}
	pk_job_free(&job);
}

static bool build(struct pk_job *job, const char *format, const struct pk_package *in, unsigned bits,
		struct pk_package **ret)
{
	const struct pk_format *to = pk_format_find(pk_str_of(format));
	struct pk_compile_options options = { .name = PK_STR("mall"), .generator = PK_STR("protokoll"),
		.partial = partial };
	struct pk_pages *pages = NULL;
	const struct pk_template *t;
	struct pk_document *document;
	struct pk_value values;

	if (!pk_value_read_json(job, pk_str_of(json), &values))
		abort();
	convert(job, &values);
	memcpy(&options.self, &in, sizeof(in));
	options.model = (bits & 4) != 0 ? &values : NULL;
	options.check = (bits & 8) != 0;
	return to->compile(job, in, &options, &t) &&
	       (!options.check || pk_template_check_data(job, t)) && to->render(job, t, &values, &document) &&
	       (pk_document_flow(document) == NULL ||
			       pk_pages_estimate(job, pk_document_flow(document),
					       pk_document_anchors(document), &pages)) &&
	       to->finish(job, document, pages, ret);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct pk_limits limits = fuzz_limits();
	struct pk_package *in, *out;
	struct pk_str rest;
	struct pk_job job;
	bool good, is_docx;

	if (size == 0 || !pk_job_init(&job, &limits))
		return 0;
	rest = fuzz_text(data + 1, size - 1);
	is_docx = (data[0] & 1) != 0;
	good = (data[0] & 2) != 0 ? pk_package_read(&job, rest, PK_STR("mall"), &in) :
				    put_together(&job, is_docx, rest, &in);
	fuzz_agree(&job, good);
	if (good) {
		good = build(&job, is_docx ? "docx" : "odt", in, data[0], &out);
		fuzz_agree(&job, good);
		if (good)
			check(in, out);
	}
	pk_job_free(&job);
	return 0;
}
