/* What the author of a template is told to look at again: each check with a template that it is about
 * and one that is nearly so. */
#include <stdio.h>

#include "made.h"
#include "tiny.h"

#include "support/fixture.h"

/* A package with other words in one of its parts; part NULL: as it is. */
static struct pk_package *edited(struct pk_job *job, struct pk_package *from, const char *part,
		const char *old, const char *new)
{
	struct pk_package *to;
	bool found = part == NULL;

	assert_true(pk_package_new(job, &to));
	for (size_t i = 0; i < pk_package_count(from); i++) {
		struct pk_str name = pk_package_name(from, i), bytes;

		assert_true(pk_package_bytes(job, from, i, &bytes));
		if (part != NULL && pk_str_is(name, part)) {
			size_t at = pk_str_find(bytes, pk_str_of(old), 0);

			found = at < bytes.n;
			assert_true(pk_join(job, &bytes, pk_str_slice(bytes, 0, at), pk_str_of(new),
					pk_str_slice(bytes, at + strlen(old), bytes.n)));
		}
		assert_true(pk_package_add(job, to, name, bytes, pk_str_is(name, "mimetype")));
	}
	if (!found)
		fail_msg("no %s in %s", old, part);
	assert_true(pk_package_pack(job, to));
	return to;
}

struct row {
	const char *what, *code;
	enum tiny_format format;
	const char *body;
	const char *part, *old, *new;
	const char *told;       /* words of the report, or NULL: it is not there */
};

#define W_P(text) "<w:p><w:r><w:t>" text "</w:t></w:r></w:p>"
#define W_H(text) "<w:p><w:pPr><w:pStyle w:val=\"Rubrik1\"/></w:pPr><w:r><w:t>" text "</w:t></w:r></w:p>"
#define W_H3(text) "<w:p><w:pPr><w:outlineLvl w:val=\"2\"/></w:pPr><w:r><w:t>" text "</w:t></w:r></w:p>"
#define W_PARAGRAFER W_P("{{#paragrafer}}") W_H("{{rubrik}}") W_P("{{/paragrafer}}")
#define W_PICTURE(attrs) "<w:p><w:r><w:t>Bild</w:t></w:r><w:r><w:drawing><wp:inline " \
	"xmlns:wp=\"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing\">" \
	"<wp:extent cx=\"6350\" cy=\"6350\"/><wp:docPr id=\"1\" name=\"Bild 1\"" attrs \
	"/><pic:pic xmlns:pic=\"http://schemas.openxmlformats.org/drawingml/2006/picture\"/>" \
	"</wp:inline></w:drawing></w:r></w:p>"
#define W_CELL(text) "<w:tc>" W_P(text) "</w:tc>"
#define W_ROWS(head, a, b) "<w:tbl><w:tr>" head W_CELL("Namn") W_CELL("Parti") "</w:tr><w:tr>" \
	W_CELL(a) W_CELL(b) "</w:tr></w:tbl>"

#define P(text) "<text:p>" text "</text:p>"
#define H(level, text) "<text:h text:outline-level=\"" level "\">" text "</text:h>"
#define PARAGRAFER P("{{#paragrafer}}") H("1", "{{rubrik}}") P("{{/paragrafer}}")
#define PICTURE(child) "<text:p>Bild<draw:frame><draw:image/>" child "</draw:frame></text:p>"
#define CELL(text) "<table:table-cell>" P(text) "</table:table-cell>"
#define ROW(cells) "<table:table-row>" cells "</table:table-row>"
#define LANGUAGE(code) "<office:styles><style:default-style style:family=\"paragraph\">" \
	"<style:text-properties fo:language=\"" code "\" fo:country=\"SE\"/></style:default-style>"
#define W_LANGUAGE(code) "<w:docDefaults><w:rPrDefault><w:rPr><w:lang w:val=\"" code \
	"\"/></w:rPr></w:rPrDefault></w:docDefaults>"
#define W_FONT(name) "<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii=\"" name \
	"\"/></w:rPr></w:rPrDefault></w:docDefaults>"
#define W_STYLES "<w:style w:type=\"paragraph\" w:default=\"1\""

static const struct row rows[] = {
	{ "decisions left out", "P320", TINY_DOCX, W_P("{{organ}}"), NULL, NULL, NULL,
			"does not show paragrafer" },
	{ "decisions are there, signatures are not", "P320", TINY_DOCX, W_PARAGRAFER, NULL, NULL, NULL,
			"does not show underskrifter" },
	{ "all are there", "P320", TINY_DOCX, W_PARAGRAFER W_P("{{#anslag}}{{mening}}{{/anslag}}")
			W_P("{{#underskrifter}}{{namn}}{{/underskrifter}}")
			W_P("{{#närvaro}}{{rubrik}}{{/närvaro}}{{utkast}}"), NULL, NULL, NULL, NULL },
	{ "a name in a list is not the list", "P320", TINY_ODT,
			P("{{#underskrifter}}{{paragrafer}}{{/underskrifter}}"), NULL, NULL, NULL,
			"does not show paragrafer" },

	{ "for meetings without paragrafer", "P321", TINY_ODT, P("{{#avsnitt}}{{rubrik}}{{/avsnitt}}"),
			NULL, NULL, NULL, "without paragrafer only" },
	{ "for both kinds", "P321", TINY_ODT, P("{{#avsnitt}}{{rubrik}}{{/avsnitt}}") PARAGRAFER,
			NULL, NULL, NULL, NULL },

	{ "a header without the mark", "P322", TINY_DOCX, W_P("{{utkast}}"), NULL, NULL, NULL,
			"word/header1.xml, paragraph 1: warning[P322]: the header does not mark drafts\n"
			"    huvud\n" },
	{ "a header with it", "P322", TINY_DOCX, W_P("{{organ}}"), "word/header1.xml", "huvud",
			"{{#utkast}}{{utkast}}{{/utkast}}", NULL },
	{ "a header without the mark in ODT", "P322", TINY_ODT, P("{{utkast}}"), NULL, NULL, NULL,
			"styles.xml, paragraph 1" },
	{ "a header that asks whether in ODT", "P322", TINY_ODT, P("{{organ}}"), "styles.xml", "huvud",
			"{{#utkast?}}UTKAST{{/utkast?}}", NULL },

	{ "a header without it over a footer with it", "P322", TINY_ODT, P("{{organ}}"), "styles.xml",
			"</style:header>", "</style:header><style:footer><text:p>{{utkast}}</text:p>"
			"</style:footer>", NULL },
	{ "a header without it over a footer of other pages", "P322", TINY_ODT, P("{{organ}}"), "styles.xml",
			"</style:header>", "</style:header><style:footer-first><text:p>{{utkast}}</text:p>"
			"</style:footer-first>", "paragraph 1" },
	{ "marked in a footer where there is no header", "P323", TINY_ODT, P("{{organ}}"), "styles.xml",
			"<style:header><text:p text:style-name=\"Standard\">huvud</text:p></style:header>",
			"<style:footer><text:p>{{utkast}}</text:p></style:footer>", NULL },
	{ "marked in the text alone", "P323", TINY_ODT, P("{{utkast}}"), "styles.xml",
			"<style:header><text:p text:style-name=\"Standard\">huvud</text:p></style:header>",
			"", "in no header" },
	{ "marked nowhere is told otherwise", "P323", TINY_ODT, P("{{organ}}"), "styles.xml",
			"<style:header><text:p text:style-name=\"Standard\">huvud</text:p></style:header>",
			"", NULL },

	{ "a style for formatted text", "P324", TINY_DOCX, W_P("{{{text}}}"), NULL, NULL, NULL,
			"mall: note[P324]: the style List Bullet (Punktlista) is missing" },
	{ "a heading for formatted text", "P324", TINY_DOCX, W_P("{{{text}}}"), NULL, NULL, NULL,
			"the style Heading 2 (Rubrik 2) is missing" },
	{ "a style of one name", "P324", TINY_DOCX, W_P("{{{text}}}"), NULL, NULL, NULL,
			"the style Table Heading (Tabellrubrik) is missing" },
	{ "a style for formatted text in ODT", "P324", TINY_ODT, P("{{{text}}}"), NULL, NULL, NULL,
			"the style Table Contents (Tabellinnehåll) is missing" },
	{ "a list for formatted text in ODT", "P324", TINY_ODT, P("{{{text}}}"), NULL, NULL, NULL,
			"the style Numbering 123 for lists (" },
	{ "no formatted text", "P324", TINY_DOCX, W_P("{{text}}"), NULL, NULL, NULL, NULL },

	{ "a font of its own", "P325", TINY_DOCX, W_P("{{organ}}"), "word/styles.xml", W_STYLES,
			W_FONT("Comic Neue") W_STYLES, "not known: Comic Neue" },
	{ "a font that is known", "P325", TINY_DOCX, W_P("{{organ}}"), "word/styles.xml", W_STYLES,
			W_FONT("Arial") W_STYLES, NULL },

	{ "a font of a word", "P325", TINY_DOCX, "<w:p><w:r><w:rPr><w:rFonts w:ascii=\"Comic Neue\" "
			"w:hAnsi=\"Arial\"/></w:rPr><w:t>{{organ}}</w:t></w:r></w:p>", NULL, NULL, NULL,
			"not known: Comic Neue\n" },
	{ "a font of a word's style", "P325", TINY_DOCX, "<w:p><w:r><w:rPr><w:rStyle w:val=\"Ny\"/></w:rPr>"
			"<w:t>{{organ}}</w:t></w:r></w:p>", "word/styles.xml", W_STYLES,
			"<w:style w:type=\"character\" w:styleId=\"Ny\"><w:rPr><w:rFonts w:hAnsi=\"Comic Neue\"/>"
			"</w:rPr></w:style>" W_STYLES, "not known: Comic Neue\n" },
	{ "a font of a mark that is not seen", "P325", TINY_DOCX, "<w:p><w:pPr><w:rPr><w:rFonts "
			"w:ascii=\"Comic Neue\"/></w:rPr></w:pPr><w:r><w:t>{{organ}}</w:t></w:r></w:p>",
			NULL, NULL, NULL, NULL },
	{ "a font of a word in ODT", "P325", TINY_ODT, "<text:p><text:span text:style-name=\"Ny\">{{organ}}"
			"</text:span></text:p>", "styles.xml", "<office:styles>", "<office:styles>"
			"<style:style style:name=\"Ny\" style:family=\"text\"><style:text-properties "
			"fo:font-family=\"'Comic Neue'\"/></style:style>", "not known: Comic Neue\n" },

	{ "an English template", "P326", TINY_DOCX, W_P("{{organ}}"), "word/styles.xml", W_STYLES,
			W_LANGUAGE("en-US") W_STYLES, "language of the template is en-US" },
	{ "the Swedish of Finland", "P326", TINY_DOCX, W_P("{{organ}}"), "word/styles.xml", W_STYLES,
			W_LANGUAGE("sv-FI") W_STYLES, NULL },
	{ "an English template in ODT", "P326", TINY_ODT, P("{{organ}}"), "styles.xml",
			"<office:styles>", LANGUAGE("en"), "language of the template is en," },
	{ "no language", "P327", TINY_ODT, P("{{organ}}"), NULL, NULL, NULL, "does not tell" },
	{ "Swedish in ODT", "P327", TINY_ODT, P("{{organ}}"), "styles.xml", "<office:styles>",
			LANGUAGE("sv"), NULL },

	{ "rows without a header row", "P328", TINY_DOCX, W_H("Närvaro")
			W_ROWS("", "{{#x}}{{namn}}", "{{parti}}{{/x}}"), NULL, NULL, NULL,
			"word/document.xml, paragraph 4: warning[P328]" },
	{ "a row that is marked", "P328", TINY_DOCX, W_H("Närvaro") W_ROWS(
			"<w:trPr><w:tblHeader/></w:trPr>", "{{#x}}{{namn}}", "{{parti}}{{/x}}"),
			NULL, NULL, NULL, NULL },
	{ "rows that do not repeat", "P328", TINY_DOCX, W_ROWS("", "{{#x}}{{namn}}{{/x}}", "{{parti}}"),
			NULL, NULL, NULL, NULL },
	{ "rows without a header row in ODT", "P328", TINY_ODT, "<table:table table:name=\"a\">"
			ROW(CELL("{{#x}}{{namn}}") CELL("{{parti}}{{/x}}")) "</table:table>",
			NULL, NULL, NULL, "content.xml, paragraph 1: warning[P328]" },
	{ "a header row in ODT", "P328", TINY_ODT, "<table:table table:name=\"a\">"
			"<table:table-header-rows>" ROW(CELL("Namn") CELL("Parti"))
			"</table:table-header-rows>" ROW(CELL("{{#x}}{{namn}}") CELL("{{parti}}{{/x}}"))
			"</table:table>", NULL, NULL, NULL, NULL },
	{ "one column", "P328", TINY_ODT, "<table:table table:name=\"a\">" ROW(CELL("{{#x}}{{namn}}{{/x}}"))
			"</table:table>", NULL, NULL, NULL, NULL },

	{ "a picture without words", "P329", TINY_DOCX, W_H("Karta") W_PICTURE(""), NULL, NULL, NULL,
			"paragraph 2: warning[P329]: the picture has no alternative text\n    Bild" },
	{ "a picture with words", "P329", TINY_DOCX, W_PICTURE(" descr=\"Kommunens vapen\""),
			NULL, NULL, NULL, NULL },
	{ "a picture without words in ODT", "P329", TINY_ODT, PICTURE("<svg:desc></svg:desc>"),
			NULL, NULL, NULL, "no alternative text" },
	{ "a picture with words in ODT", "P329", TINY_ODT, PICTURE("<svg:title>Vapen</svg:title>"),
			NULL, NULL, NULL, NULL },

	{ "no heading", "P330", TINY_DOCX, W_P("{{#paragrafer}}") W_P("{{rubrik}}")
			W_P("{{/paragrafer}}"), NULL, NULL, NULL, "nothing in the template's text" },
	{ "a heading", "P330", TINY_DOCX, W_PARAGRAFER, NULL, NULL, NULL, NULL },
	{ "no heading and no paragrafer", "P330", TINY_ODT, P("{{organ}}"), NULL, NULL, NULL, NULL },

	{ "changes that were tracked", "P332", TINY_DOCX, "<w:p><w:ins w:id=\"1\" w:author=\"E\"><w:r><w:t>a"
			"</w:t></w:r></w:ins><w:del w:id=\"2\" w:author=\"E\"/></w:p>", NULL, NULL, NULL,
			"tracked changes (2)" },
	{ "changes that were tracked in ODT", "P332", TINY_ODT, "<text:tracked-changes>"
			"<text:changed-region text:id=\"c\"/></text:tracked-changes>" P("a"), NULL, NULL,
			NULL, "tracked changes (1)" },
	{ "no changes yet", "P332", TINY_ODT, "<text:tracked-changes/>" P("a"), NULL, NULL, NULL, NULL },
	{ "a remark", "P333", TINY_DOCX, "<w:p><w:r><w:commentReference w:id=\"1\"/></w:r></w:p>", NULL,
			NULL, NULL, "comments (1)" },
	{ "a remark in ODT", "P333", TINY_ODT, "<text:p>a<office:annotation/></text:p>", NULL, NULL, NULL,
			"comments (1)" },

	{ "from level 1 to 3", "P331", TINY_DOCX, W_H("Beslut") W_H3("Bakgrund"), NULL, NULL, NULL,
			"the heading has level 3 but the one before has level 1\n    Bakgrund" },
	{ "from level 1 to 3 in ODT", "P331", TINY_ODT, H("1", "Beslut") H("3", "Bakgrund"),
			NULL, NULL, NULL, "under the heading “Beslut”" },
	{ "from level 3 to 1", "P331", TINY_ODT, H("2", "a") H("3", "b") H("1", "c") H("2", "d"),
			NULL, NULL, NULL, NULL },
};

static void each_check(void **state)
{
	(void)state;
	for (size_t i = 0; i < PK_COUNT(rows); i++) {
		const struct row *row = &rows[i];
		const struct pk_compile_options options = { .name = PK_STR("mall"), .check = true };
		const struct pk_format *format =
				pk_format_find(pk_str_of(tiny_format_names[row->format]));
		const struct pk_template *template;
		void *one = NULL;
		struct pk_job *job;
		char code[16];

		assert_int_equal(fixture_job(&one), 0);
		job = one;
		if (!format->compile(job, edited(job, tiny_raw(job, row->format, row->body), row->part,
				row->old, row->new), &options, &template) ||
				!pk_template_check_data(job, template))
			fail_msg("%s: %s", row->what, reports(job, PK_ENGLISH));
		snprintf(code, sizeof(code), "[%s]", row->code);
		const char *told = reports(job, PK_ENGLISH);

		if (row->told == NULL ? strstr(told, code) != NULL :
				strstr(told, code) == NULL || strstr(told, row->told) == NULL)
			fail_msg("%s: %s\n%s", row->what, row->code, told);
		assert_int_equal(pk_diag_errors(job->diags), 0);
		assert_int_equal(fixture_job_free(&one), 0);
	}
}

/* Compiling alone says nothing of all this. */
static void only_when_asked(void **state)
{
	struct pk_job *job = *state;

	(void)tiny_compile(job, TINY_DOCX, tiny_raw(job, TINY_DOCX, W_PICTURE("") W_P("{{{text}}}")),
			NULL);
	assert_silent(job);
}

/* Word's own templates name their font in the theme only. */
static void the_font_of_the_theme(void **state)
{
	struct pk_job *job = *state;
	const struct pk_compile_options options = { .name = PK_STR("mall"), .check = true };
	struct pk_package *package = edited(job, tiny_raw(job, TINY_DOCX, W_P("{{organ}}")),
			"word/styles.xml", W_STYLES, "<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts "
			"w:asciiTheme=\"minorHAnsi\"/></w:rPr></w:rPrDefault></w:docDefaults>" W_STYLES);
	const struct pk_template *template;

	assert_true(pk_package_add(job, package, PK_STR("word/theme/theme1.xml"), PK_STR("<a:theme "
			"xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\"><a:majorFont>"
			"<a:latin typeface=\"Aptos Display\"/></a:majorFont><a:minorFont><a:latin "
			"typeface=\"Aptos\"/></a:minorFont></a:theme>"), false));
	assert_true(pk_format_find(PK_STR("docx"))->compile(job, package, &options, &template));
	assert_non_null(strstr(reports(job, PK_ENGLISH), "not known: Aptos\n"));
}

/* What is told of a paragraph with that text. */
static const char *told_of(struct pk_job *job, enum tiny_format format, const char *text)
{
	struct pk_value model = made_values(job, "{\"organ\": \"x\", \"lista\": [{\"rad\": \"y\"}]}");
	const struct pk_compile_options options = { .name = PK_STR("mall"), .check = true, .model = &model };
	const char *open = format == TINY_ODT ? "<text:p>" : "<w:p><w:r><w:t>";
	const char *close = format == TINY_ODT ? "</text:p>" : "</w:t></w:r></w:p>";
	const struct pk_template *template;
	struct pk_str body;

	assert_true(pk_join(job, &body, pk_str_of(open), pk_str_of(text), pk_str_of(close)));
	(void)!pk_format_find(pk_str_of(tiny_format_names[format]))->compile(job,
			tiny_raw(job, format, body.p), &options, &template);
	return reports(job, PK_ENGLISH);
}

/* What is meant to be a tag, and how it ought to be written; a brace that nobody can read. */
static void tags_that_are_none(void **state)
{
	static const struct {
		const char *text, *told;
	} texts[] = {
		{ "{organ}", "{organ} is no tag" }, { "{organ}}", "write {{organ}}" },
		{ "{ {organ} }", "{ {organ} } is no tag" }, { "\uFF5B\uFF5Borgan\uFF5D\uFF5D", "write {{organ}}" },
		{ "{#lista}", "write {{#lista}}" }, { "${rad}", "{rad} is no tag" },
		{ "«organ»", "write {{organ}}" }, { "[[organ]]", "write {{organ}}" },
		{ "&lt;organ&gt;", "write {{organ}}" }, { "{% if x %} {% endif %}", "P346" },
		{ "a } b", "P346" }, { "{{organ}} och {organ}", "{organ} is no tag" },
		{ "{{organ}}", NULL }, { "{{{organ}}}", NULL }, { "{{=&lt;% %&gt;=}}{organ}", NULL },
		{ "[datum saknas] «Hej» (a &lt; b)", NULL }, { "{{! {organ} }}", NULL },
	};
	(void)state;
	for (size_t i = 0; i < 2 * PK_COUNT(texts); i++) {
		const char *text = texts[i / 2].text, *wanted = texts[i / 2].told, *told;
		void *one;

		assert_int_equal(fixture_job(&one), 0);
		told = told_of(one, i % 2 == 0 ? TINY_ODT : TINY_DOCX, text);
		if (wanted != NULL ? strstr(told, wanted) == NULL : strstr(told, "P34") != NULL)
			fail_msg("%s: %s", text, told);
		assert_int_equal(fixture_job_free(&one), 0);
	}
}

/* A table is told of once, whatever repeats in it. */
static void a_table_once(void **state)
{
	struct pk_job *job = *state;
	const struct pk_compile_options options = { .name = PK_STR("mall"), .check = true };
	const struct pk_template *template;
	uint32_t told = 0;

	assert_true(pk_format_find(PK_STR("odt"))->compile(job, tiny_raw(job, TINY_ODT,
			"<table:table table:name=\"a\">" ROW(CELL("{{#x}}{{a}}") CELL("{{b}}{{/x}}"))
			ROW(CELL("{{#y}}{{a}}") CELL("{{b}}{{/y}}")) "</table:table>"), &options,
			&template));
	for (uint32_t i = 0; i < pk_diag_count(job->diags); i++)
		told += pk_diag_get(job->diags, i)->message == PK_M_CHECK_HEADER_ROW;
	assert_int_equal(told, 1);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(each_check),
		job_test(only_when_asked),
		job_test(the_font_of_the_theme),
		cmocka_unit_test(tags_that_are_none),
		job_test(a_table_once),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
