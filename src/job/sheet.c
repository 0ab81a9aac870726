/* The names that a template can use as a document to lie beside the keyboard: the design enkel with
 * another body, filled like any template. */
#include "base/version.h"
#include "builtin/builtin.h"
#include "job/fields.h"
#include "job/path.h"
#include "job/template.h"
#include "job/templates.h"
#include "package/package.h"

/* What stands in a part between two of its own words is replaced. The first stays, the last too. */
struct patch {
	const char *part, *from, *to, *instead;
};

#define ODT_CELL(style, words)                                                                     \
	"<table:table-cell table:style-name=\"Protokolltabell." style                              \
	"\" office:value-type=\"string\"><text:p text:style-name=\"Table_20_" words                \
	"</text:p></table:table-cell>"
#define ODT_HEAD(words) ODT_CELL("rubrik", "Heading\">" words)
#define ODT_CONTENTS(words) ODT_CELL("cell", "Contents\">" words)
#define ODT_COLUMN(name, width)                                                                    \
	"<style:style style:name=\"" name "\" style:family=\"table-column\">"                      \
	"<style:table-column-properties style:column-width=\"" width "\"/></style:style>"

static const struct patch odt[] = {
	{ "content.xml", "<office:automatic-styles>", "<style:style",
			ODT_COLUMN("Namn", "5.6cm") ODT_COLUMN("Betydelse", "5.2cm")
			ODT_COLUMN("Exempel", "4cm") ODT_COLUMN("Sedan", "1.2cm") },
	{ "content.xml", "<office:text>", "</office:text>",
			"<text:h text:style-name=\"Heading_20_1\" text:outline-level=\"1\">{{rubrik}}</text:h>"
			"<text:p text:style-name=\"Text_20_body\">{{ingress}}</text:p>"
			"<table:table table:name=\"Namn\" table:style-name=\"Protokolltabell\">"
			"<table:table-column table:style-name=\"Namn\"/>"
			"<table:table-column table:style-name=\"Betydelse\"/>"
			"<table:table-column table:style-name=\"Exempel\"/>"
			"<table:table-column table:style-name=\"Sedan\"/>"
			"<table:table-header-rows><table:table-row table:style-name=\"Protokolltabell.rad\">"
			ODT_HEAD("Skriv så") ODT_HEAD("Betydelse") ODT_HEAD("Exempel") ODT_HEAD("Sedan")
			"</table:table-row></table:table-header-rows>"
			"<table:table-row table:style-name=\"Protokolltabell.rad\">"
			ODT_CONTENTS("{{#namn}}{{tagg}}{{#i}}<text:line-break/>i {{i}}{{/i}}")
			ODT_CONTENTS("{{betydelse}}") ODT_CONTENTS("{{exempel}}")
			ODT_CONTENTS("{{sedan}}{{/namn}}")
			"</table:table-row></table:table>" },
	{ "styles.xml", "<style:header>", "</style:header>",
			"<text:p text:style-name=\"Header\">Namn i mallar<text:tab/><text:tab/>Sida "
			"<text:page-number text:select-page=\"current\">1</text:page-number> ("
			"<text:page-count>1</text:page-count>)</text:p>" },
	{ "styles.xml", "<style:footer>", "</style:footer>",
			"<text:p text:style-name=\"Footer\">" PK_GENERATOR "</text:p>" },
};

#define RUN(words) "<w:r><w:t xml:space=\"preserve\">" words "</w:t></w:r>"
#define FIELD(name)                                                                                \
	"<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText xml:space=\"preserve\"> " \
	name " </w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>" RUN("1")    \
	"<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>"
#define PARAGRAPH(style, runs) "<w:p><w:pPr><w:pStyle w:val=\"" style "\"/></w:pPr>" runs "</w:p>"
#define DOCX_CELL(width, style, runs)                                                              \
	"<w:tc><w:tcPr><w:tcW w:w=\"" width "\" w:type=\"dxa\"/></w:tcPr>" PARAGRAPH(style, runs)  \
	"</w:tc>"
#define DOCX_HEAD(width, words) DOCX_CELL(width, "Tabellrubrik", RUN(words))
#define DOCX_CONTENTS(width, runs) DOCX_CELL(width, "Tabelltext", runs)

static const struct patch docx[] = {
	{ "word/document.xml", "<w:body>", "<w:sectPr",
			PARAGRAPH("Heading1", RUN("{{rubrik}}"))
			PARAGRAPH("BodyText", RUN("{{ingress}}"))
			"<w:tbl><w:tblPr><w:tblStyle w:val=\"Protokolltabell\"/>"
			"<w:tblW w:w=\"9071\" w:type=\"dxa\"/><w:tblLayout w:type=\"fixed\"/>"
			"<w:tblLook w:val=\"0020\" w:firstRow=\"1\"/></w:tblPr><w:tblGrid>"
			"<w:gridCol w:w=\"3175\"/><w:gridCol w:w=\"2948\"/><w:gridCol w:w=\"2268\"/>"
			"<w:gridCol w:w=\"680\"/></w:tblGrid>"
			"<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>"
			DOCX_HEAD("3175", "Skriv så") DOCX_HEAD("2948", "Betydelse")
			DOCX_HEAD("2268", "Exempel") DOCX_HEAD("680", "Sedan") "</w:tr>"
			"<w:tr><w:trPr><w:cantSplit/></w:trPr>"
			DOCX_CONTENTS("3175", RUN("{{#namn}}{{tagg}}{{#i}}") "<w:r><w:br/></w:r>"
					RUN("i {{i}}{{/i}}"))
			DOCX_CONTENTS("2948", RUN("{{betydelse}}"))
			DOCX_CONTENTS("2268", RUN("{{exempel}}"))
			DOCX_CONTENTS("680", RUN("{{sedan}}{{/namn}}")) "</w:tr></w:tbl>"
			PARAGRAPH("BodyText", "") },
	{ "word/header1.xml", "\">\n", "</w:hdr>",
			PARAGRAPH("Header", RUN("Namn i mallar") "<w:r><w:tab/></w:r><w:r><w:tab/></w:r>"
					RUN("Sida ") FIELD("PAGE") RUN(" (") FIELD("NUMPAGES") RUN(")")) },
	{ "word/footer1.xml", "\">\n", "</w:ftr>",
			PARAGRAPH("Footer", RUN(PK_GENERATOR)) },
};

static bool patch(struct pk_job *job, struct pk_str bytes, const struct patch *patch,
		struct pk_str *ret)
{
	size_t from = pk_str_find(bytes, pk_str_of(patch->from), 0), to;

	from += from < bytes.n ? strlen(patch->from) : 0;
	to = pk_str_find(bytes, pk_str_of(patch->to), from);
	if (to >= bytes.n)
		return pk_fail(job, PK_M_TEMPLATE_PART, PK_NOWHERE, PK_STR("enkel"),
				pk_str_of(patch->part));
	return pk_join(job, ret, pk_str_slice(bytes, 0, from), pk_str_of(patch->instead),
			pk_str_slice(bytes, to, bytes.n));
}

static bool sheet_template(struct pk_job *job, const struct pk_builtin *design,
		struct pk_package **ret)
{
	bool is_odt = strcmp(design->format, "odt") == 0;
	const struct patch *patches = is_odt ? odt : docx;
	size_t n = is_odt ? PK_COUNT(odt) : PK_COUNT(docx);

	if (!pk_package_new(job, ret))
		return false;
	for (size_t i = 0; i < design->n_parts; i++) {
		const struct pk_builtin_part *part = &design->parts[i];
		struct pk_str bytes = { (const char *)part->bytes, part->n };

		for (size_t k = 0; k < n; k++)
			if (strcmp(patches[k].part, part->name) == 0 &&
					!patch(job, bytes, &patches[k], &bytes))
				return false;
		if (!pk_package_add(job, *ret, pk_str_of(part->name), bytes,
				    strcmp(part->name, "mimetype") == 0))
			return false;
	}
	return true;
}

static bool put_row(struct pk_job *job, const struct pk_field_row *row, struct pk_list_builder *list)
{
	struct pk_map_builder map = { .job = job };
	struct pk_out tag = pk_out_new(job->arena, 1024);
	struct pk_str words;
	struct pk_value value;

	pk_field_put_tag(&tag, row);
	if (!pk_out_done(job, &tag, &words))
		return false;
	pk_map_put_text(&map, PK_STR("tagg"), words);
	pk_map_put_text(&map, PK_STR("i"), pk_field_list(row));
	pk_map_put_text(&map, PK_STR("betydelse"), pk_str_of(row->help));
	pk_map_put_text(&map, PK_STR("exempel"), pk_str_of(row->example));
	pk_map_put_text(&map, PK_STR("sedan"), pk_str_of(row->since));
	if (!pk_map_done(&map, &value))
		return false;
	pk_list_put(list, value);
	return true;
}

static bool properties(struct pk_job *job, struct pk_str title, struct pk_str today,
		struct pk_value *ret)
{
	struct pk_map_builder map = { .job = job };

	pk_map_put_text(&map, PK_STR("titel"), title);
	pk_map_put_text(&map, PK_STR("datum"), today);
	return pk_map_done(&map, ret);
}

static bool sheet_values(struct pk_job *job, struct pk_str today, struct pk_value *ret)
{
	struct pk_str title = PK_STR("Namn som en mall kan använda");
	struct pk_map_builder map = { .job = job };
	struct pk_list_builder list = { .job = job };
	struct pk_value names, about;
	size_t n;
	const struct pk_field_row *rows = pk_context_fields(&n);

	for (size_t i = 0; i < n; i++)
		if (!put_row(job, &rows[i], &list))
			return false;
	if (!pk_list_done(&list, &names) || !properties(job, title, today, &about))
		return false;
	pk_map_put_text(&map, PK_STR("rubrik"), title);
	pk_map_put(&map, PK_STR("egenskaper"), about);
	pk_map_put_text(&map, PK_STR("ingress"),
			PK_STR("Det som står i en lista skrivs mellan listans taggar. Där finns också "
			       "{{nummer}} och, som villkor, {{#första?}} och {{#sista?}}. Ett datum har "
			       "också .iso, .lång, .veckodag och .hel: {{datum.lång}}."));
	pk_map_put(&map, PK_STR("namn"), names);
	return pk_map_done(&map, ret);
}

static bool sheet(struct protokoll_result *result, struct pk_str file, struct pk_str today,
		bool force)
{
	const struct pk_compile_options options = { .name = PK_STR("fields"),
		.generator = PK_STR(PK_GENERATOR) };
	struct pk_job *job = &result->job;
	const struct pk_builtin *design;
	const struct pk_format *format;
	const struct pk_template *template;
	struct pk_document *document;
	struct pk_package *package;
	struct pk_value values;
	struct pk_str bytes;

	if (!pk_format_of_file(job, file, &format))
		return false;
	design = pk_builtin_find(PK_STR("enkel"), pk_str_of(format->name));
	if (design == NULL || !(pk_str_is(pk_str_of(format->name), "odt") ||
				      pk_str_is(pk_str_of(format->name), "docx")))
		return pk_fail(job, PK_M_OUTPUT_EXTENSION, PK_NOWHERE, file);
	return sheet_template(job, design, &package) && sheet_values(job, today, &values) &&
	       format->compile(job, package, &options, &template) &&
	       format->render(job, template, &values, &document) &&
	       format->finish(job, document, NULL, &package) &&
	       format->pack(job, package, &bytes) && pk_write_new(result, file, bytes, force);
}

struct protokoll_result *protokoll_template_sheet(const struct protokoll_options *options)
{
	struct protokoll_result *result = pk_result_new();
	struct protokoll_options asked = pk_options_copy(options);
	struct pk_str file, today;

	if (result == NULL)
		return NULL;
	if (pk_copy(&result->job, pk_str_of(asked.output), &file) &&
			pk_copy(&result->job, pk_str_of(asked.today), &today))
		(void)sheet(result, file, today, asked.force);
	pk_diag_sort(result->job.diags);
	return result;
}
