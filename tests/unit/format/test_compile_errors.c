/* What is wrong with a template is told with the paragraph, the heading above it and both places. */
#include <stdio.h>

#include "tiny.h"

#include "support/fixture.h"

/* The codes reported so far, in order. */
static const char *codes(struct pk_job *job)
{
	struct pk_out out = pk_out_new(job->arena, 1 << 12);
	pk_diag_sort(job->diags);
	for (uint32_t i = 0; i < pk_diag_count(job->diags); i++) {
		pk_put_c(&out, i > 0 ? " " : "");
		pk_put_c(&out, pk_message_code(pk_diag_get(job->diags, i)->message));
	}
	pk_put_byte(&out, '\0');
	return out.p;
}

static void refused(struct pk_job *job, enum tiny_format format, const struct pk_package *in,
		const struct pk_compile_options *options, const char *expected)
{
	const struct pk_template *t = NULL;
	const struct pk_format *to = pk_format_find(pk_str_of(tiny_format_names[format]));
	bool good = to->compile(job, in, options, &t);
	if (good || strcmp(codes(job), expected) != 0)
		fail_msg("%s: expected %s, found %s\n%s", tiny_format_names[format], expected,
				codes(job), reports(job, PK_SWEDISH));
}

struct error_case {
	const char *lines, *odt, *docx, *model;
};

static const struct error_case cases[] = {
	{ "{{#namn}}\nx", "P110", "P110", NULL },
	{ "x {{#namn}} y", "P110", "P110", NULL },
	{ "x {{/namn}} y", "P112", "P112", NULL },
	{ "Hej {{namn} du", "P100", "P100", NULL },
	{ "Hej {{namn du", "P100", "P100", NULL },
	{ "Hej {{}} du", "P101", "P101", NULL },
	{ "{{#a}}\n{{#b}}\n{{/a}}\n{{/b}}", "P111 P112", "P111 P112", NULL },
	{ "a {{#x}}\nb {{/x}} c {{#y}}\nd {{/y}}", "P126", "P126", NULL },
	{ "| {{#a}}x | y |\nslut {{/a}}", "P120", "P120", NULL },
	{ "{{#a}}\n| x | y{{/a}} |\nslut", "P120", "P120", NULL },
	{ "| {{#a}}x | y |\nmitt\n| z | w{{/a}} |", "P120", "P120", NULL },
	{ "| {{#a}}x | y{{/a}} | z |\nslut", "P121", "P121", NULL },
	{ "| x {{#a}} | y{{/a}} |\nslut", "P121", "P121", NULL },
	{ "- a\n- b {{#x}}\nc {{/x}}", "P122", NULL, NULL },
	{ "- a\n- {{#x}}\n- b\nc\n{{/x}}", "P122", NULL, NULL },
	{ "{{nam}}", "P106", "P106", "{\"namn\": \"Eva\"}" },
	{ "{{xyzzy}} och {{plugh}}", "P105 P105", "P105 P105", "{\"namn\": \"Eva\"}" },
	{ "{{#paragrafer}}\nx\n{{/paragrafer}}\n{{rubrik}}", "P107", "P107",
		"{\"paragrafer\": [{\"rubrik\": \"A\"}]}" },
	{ "{{paragrafer}}", "P108", "P108", "{\"paragrafer\": [{\"rubrik\": \"A\"}]}" },
	{ "x {{>huvud}}", "P128", "P128", NULL },
	{ "{{>huvud}}", "P113", "P113", NULL },
};

static void check_cases(enum tiny_format format)
{
	for (size_t i = 0; i < PK_COUNT(cases); i++) {
		const char *code = format == TINY_ODT ? cases[i].odt : cases[i].docx;
		struct pk_job own;
		struct pk_value model;
		struct pk_compile_options options = { .name = PK_STR("mall") };
		if (code == NULL)
			continue;
		assert_true(pk_job_init(&own, &pk_limits_default));
		if (cases[i].model != NULL) {
			model = tiny_values(&own, pk_str_of(cases[i].model));
			options.model = &model;
		}
		refused(&own, format, tiny_template(&own, format, TINY_BODY, cases[i].lines),
				&options, code);
		pk_job_free(&own);
	}
}

static void mistakes_in_odt(void **state)
{
	(void)state;
	check_cases(TINY_ODT);
}

static void mistakes_in_docx(void **state)
{
	(void)state;
	check_cases(TINY_DOCX);
}

static bool says(struct pk_job *job, const char *words)
{
	return strstr(reports(job, PK_SWEDISH), words) != NULL;
}

static void the_message_shows_paragraph_heading_and_both_places(void **state)
{
	(void)state;
	for (enum tiny_format format = 0; format < TINY_FORMATS; format++) {
		struct pk_job job;
		struct pk_compile_options options = { .name = PK_STR("mall.xxx") };
		assert_true(pk_job_init(&job, &pk_limits_default));
		refused(&job, format, tiny_template(&job, format, TINY_BODY,
				"# Beslut\nAlla {{#na~mn}}ja\n# Rubrik\nmen {{/nman}} här"), &options,
				"P119");
		assert_true(says(&job, "mall.xxx"));
		assert_true(says(&job, "under rubriken ”Beslut”"));
		assert_true(says(&job, "under rubriken ”Rubrik”"));
		assert_true(says(&job, "Alla {{#namn}}ja"));
		assert_true(says(&job, "men {{/nman}} här"));
		pk_job_free(&job);
	}
}

/* --- what is no template --- */

static struct pk_package *with(struct pk_job *job, enum tiny_format format, const char *part,
		const char *bytes)
{
	struct pk_package *from = tiny_template(job, format, TINY_BODY, "x"), *p;
	bool put = false;
	assert_true(pk_package_new(job, &p));
	for (size_t i = 0; i < pk_package_count(from); i++) {
		bool same = pk_str_is(pk_package_name(from, i), part);
		if (!same)
			assert_true(pk_package_keep(job, p, from, i));
		else if (bytes != NULL)
			assert_true(pk_package_add(job, p, pk_str_of(part), pk_str_of(bytes), false));
		put = put || same;
	}
	if (!put)
		assert_true(pk_package_add(job, p, pk_str_of(part), pk_str_of(bytes), false));
	assert_true(pk_package_pack(job, p));
	return p;
}

static void refused_alone(enum tiny_format format, enum tiny_format made, const char *part,
		const char *bytes, const char *code)
{
	struct pk_job job;
	struct pk_compile_options options = { .name = PK_STR("mall") };
	assert_true(pk_job_init(&job, &pk_limits_default));
	refused(&job, format, with(&job, made, part, bytes), &options, code);
	pk_job_free(&job);
}

static void templates_with_macros_are_refused(void **state)
{
	(void)state;
	refused_alone(TINY_DOCX, TINY_DOCX, "word/vbaProject.bin", "x", "P131");
	refused_alone(TINY_ODT, TINY_ODT, "Basic/Standard/Module1.xml", "x", "P131");
	refused_alone(TINY_ODT, TINY_ODT, "Scripts/python/x.py", "x", "P131");
}

/* Under another name, by the case of its letters, as what every part of a kind is: types tell. */
static void macros_under_other_names_are_refused(void **state)
{
	static const char *const types[] = {
		"<Override PartName=\"/word/x.bin\" ContentType=\"application/vnd.ms-office.vbaProject\"/>",
		"<Default Extension=\"bin\" ContentType=\"application/vnd.ms-office.VBAPROJECT\"/>",
		"<Default Extension=\"xml\" ContentType=\"application/"
		"vnd.ms-word.template.macroEnabledTemplate.main+xml\"/>",
		"<Override PartName=\"/word/document.xml\" ContentType=\"application/"
		"vnd.ms-word.document.MACROENABLED.main+xml\"/>",
	};
	(void)state;
	refused_alone(TINY_DOCX, TINY_DOCX, "word/VBAproject.BIN", "x", "P131");
	for (size_t i = 0; i < PK_COUNT(types); i++) {
		char part[400];
		snprintf(part, sizeof(part), "<Types xmlns=\"http://schemas.openxmlformats.org/"
				"package/2006/content-types\">%s</Types>", types[i]);
		refused_alone(TINY_DOCX, TINY_DOCX, "[Content_Types].xml", part, "P131");
	}
}

static void the_other_format_is_explained(void **state)
{
	(void)state;
	refused_alone(TINY_DOCX, TINY_ODT, "x", "x", "P132");
	refused_alone(TINY_ODT, TINY_DOCX, "x", "x", "P132");
	refused_alone(TINY_DOCX, TINY_DOCX, "[Content_Types].xml", NULL, "P134");
	refused_alone(TINY_ODT, TINY_ODT, "content.xml", NULL, "P134");
}

static void a_protected_template_is_refused(void **state)
{
	(void)state;
	refused_alone(TINY_ODT, TINY_ODT, "META-INF/manifest.xml", "<manifest:manifest xmlns:manifest="
			"\"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0\"><manifest:file-entry "
			"manifest:full-path=\"content.xml\"><manifest:encryption-data/>"
			"</manifest:file-entry></manifest:manifest>", "P133");
}

/* --- in XML of its own --- */

static void refused_raw(enum tiny_format format, const char *body, const char *code)
{
	struct pk_job job;
	struct pk_compile_options options = { .name = PK_STR("mall") };
	assert_true(pk_job_init(&job, &pk_limits_default));
	refused(&job, format, tiny_raw(&job, format, body), &options, code);
	pk_job_free(&job);
}

/* What LibreOffice runs when a link is followed or a form filled in, and code as a field. */
static void code_in_the_text_is_refused(void **state)
{
	(void)state;
	refused_raw(TINY_ODT, "<text:p><text:a xlink:href=\"#x\"><office:event-listeners>"
			"<script:event-listener xmlns:script=\"urn:oasis:names:tc:opendocument:xmlns:"
			"script:1.0\" script:event-name=\"dom:click\" xlink:href=\"vnd.sun.star.script:"
			"A.B.C?language=Basic&amp;location=document\"/></office:event-listeners>x</text:a>"
			"</text:p>", "P131");
	refused_raw(TINY_ODT, "<text:p><text:execute-macro>x</text:execute-macro></text:p>", "P131");
	refused_raw(TINY_ODT, "<text:p><text:script>x</text:script></text:p>", "P131");
	refused_raw(TINY_ODT, "<office:scripts><office:script>x</office:script></office:scripts>",
			"P131");
}

#define T(text) "<w:r><w:t>" text "</w:t></w:r>"
#define P(text) "<w:p>" T(text) "</w:p>"
#define FIELD(kind) "<w:r><w:fldChar w:fldCharType=\"" kind "\"/></w:r>"

static void a_section_that_cuts_a_field_is_refused(void **state)
{
	(void)state;
	refused_raw(TINY_DOCX, "<w:p>" T("{{#a}}") FIELD("begin") T("x{{/a}}") FIELD("end") "</w:p>",
			"P124");
}

#define ROW(merge, text) "<w:tr><w:tc><w:tcPr><w:vMerge" merge "/></w:tcPr>" P("") "</w:tc><w:tc>" \
	P(text) "</w:tc></w:tr>"

static void a_section_that_cuts_a_merged_cell_is_refused(void **state)
{
	(void)state;
	refused_raw(TINY_DOCX, "<w:tbl><w:tblPr/><w:tblGrid/>" ROW(" w:val=\"restart\"", "{{#a}}x")
			ROW(" w:val=\"continue\"", "y{{/a}}") ROW("", "z") "</w:tbl>" P("slut"), "P125");
	refused_raw(TINY_ODT, "<table:table table:name=\"A\"><table:table-column "
			"table:number-columns-repeated=\"2\"/><table:table-row><table:table-cell "
			"table:number-rows-spanned=\"2\"><text:p/></table:table-cell><table:table-cell>"
			"<text:p>x</text:p></table:table-cell></table:table-row><table:table-row>"
			"<table:covered-table-cell/><table:table-cell><text:p>{{#a}}y</text:p><text:p>"
			"</text:p></table:table-cell></table:table-row><table:table-row><table:table-cell>"
			"<text:p>{{/a}}</text:p></table:table-cell><table:table-cell><text:p>z</text:p>"
			"</table:table-cell></table:table-row></table:table>", "P125");
}

static void a_tag_in_an_attribute_is_refused(void **state)
{
	(void)state;
	refused_raw(TINY_ODT, "<text:p><text:a xlink:type=\"simple\" xlink:href=\"{{x}}\">y</text:a>"
			"</text:p>", "P127");
	refused_raw(TINY_DOCX, "<w:p><w:r><w:instrText>{{x}}</w:instrText></w:r></w:p>", "P127");
}

static void a_section_out_of_a_text_box_is_refused(void **state)
{
	(void)state;
	refused_raw(TINY_ODT, "<text:p>a{{#x}}<draw:frame><draw:text-box><text:p>b{{/x}}</text:p>"
			"</draw:text-box></draw:frame></text:p>", "P123");
	refused_raw(TINY_DOCX, "<w:p>" T("a{{#x}}") "<w:r><w:pict><w:txbxContent>" P("b{{/x}}")
			"</w:txbxContent></w:pict></w:r></w:p>", "P123");
}

/* --- large templates --- */

/* Also where they would never become operations, and before they have taken memory. */
static void too_many_tags_are_refused(void **state)
{
	struct pk_limits limits = pk_limits_default;
	struct pk_compile_options options = { .name = PK_STR("mall") };
	(void)state;
	limits.ops = 60;
	for (enum tiny_format format = 0; format < TINY_FORMATS; format++) {
		struct pk_job job;
		struct pk_out lines;
		assert_true(pk_job_init(&job, &limits));
		lines = pk_out_new(job.arena, 1 << 12);
		for (int i = 0; i < 61; i++)
			pk_put_c(&lines, "{{! x}}");
		pk_put_byte(&lines, '\0');
		refused(&job, format, tiny_template(&job, format, TINY_BODY, lines.p), &options, "P104");
		pk_job_free(&job);
	}
}

static void broken_xml_is_told_with_the_template(void **state)
{
	struct pk_job *job = *state;
	struct pk_compile_options options = { .name = PK_STR("kommun.odt") };
	refused(job, TINY_ODT, with(job, TINY_ODT, "content.xml", "<a><b></a>"), &options, "P197");
	assert_non_null(strstr(reports(job, PK_SWEDISH), "kommun.odt: content.xml"));
}

/* --- names that were others once --- */

static void an_old_name_still_works_and_is_told_once(void **state)
{
	static const struct pk_renamed renamed[] = {
		{ "paragrafer.titel", "paragrafer.rubrik", "0.2" },
		{ "ärenden", "paragrafer", "0.2" },
		{ NULL, NULL, NULL },
	};
	const struct pk_str json = PK_STR("{\"paragrafer\": [{\"rubrik\": \"Val\"}]}");
	const char *const lines = "# Lista\n{{#ärenden}}\n- {{titel}}\n{{/ärenden}}\nslut";
	(void)state;
	for (enum tiny_format format = 0; format < TINY_FORMATS; format++) {
		const struct pk_format *to = pk_format_find(pk_str_of(tiny_format_names[format]));
		void *inner = NULL;
		const struct pk_template *t;
		struct pk_document *document;
		struct pk_package *package;
		assert_int_equal(fixture_job(&inner), 0);
		struct pk_job *job = inner;
		struct pk_value values = tiny_values(job, json);
		struct pk_compile_options options = { .name = PK_STR("mall"), .model = &values,
			.renamed = renamed };
		assert_true(to->compile(job, tiny_template(job, format, TINY_BODY, lines), &options, &t));
		assert_true(pk_template_repeats(t, PK_STR("paragrafer")));
		assert_true(to->render(job, t, &values, &document));
		assert_true(to->finish(job, document, NULL, &package));
		assert_text(tiny_text(job, format, TINY_BODY, package), "# Lista\n- Val\nslut");
		assert_string_equal(codes(job), "P117 P117");
		assert_non_null(strstr(reports(job, PK_SWEDISH), "stycke 2: varning[P117]: "
				"namnet ärenden heter paragrafer sedan version 0.2\n"));
		assert_non_null(strstr(reports(job, PK_SWEDISH), "stycke 3: varning[P117]: "
				"namnet titel heter rubrik sedan version 0.2\n"));
		fixture_job_free(&inner);
	}
}

/* --- scarce memory --- */

static const char *const rich = "# {{ankare}}{{r}}\n{{#l}}\n1. {{{t}}}\n{{/l}}\n| {{#l}}{{.}} | {{a}}{{/l}} |\n"
	"{{#a?}}\nsida {{s}} {{#l}}{{.}}, {{/l}}\n{{/a?}}\nslut";

static void memory_that_runs_out_is_told(void **state)
{
	struct pk_job *job = *state;
	struct pk_value model = tiny_values(job, PK_STR("{\"ankare\": {\"$anchor\": \"0\"}, \"r\": \"x\", "
			"\"l\": [\"1\"], \"t\": \"x\", \"a\": \"x\", \"s\": {\"$page\": \"0\"}}"));
	for (enum tiny_format format = 0; format < TINY_FORMATS; format++) {
		const struct pk_format *to = pk_format_find(pk_str_of(tiny_format_names[format]));
		const struct pk_package *in = tiny_template(job, format, TINY_BODY, rich);
		struct pk_compile_options options = { .name = PK_STR("mall"), .model = &model };
		bool good = false;
		size_t tried = 0;
		for (size_t memory = 1 << 14; !good; memory += 1 << 11, tried++) {
			struct pk_limits limits = pk_limits_default;
			struct pk_job scarce;
			const struct pk_template *t;
			limits.memory = memory;
			limits.messages = 8;
			if (!pk_job_init(&scarce, &limits))
				continue;
			good = to->compile(&scarce, in, &options, &t);
			assert_int_equal(good, pk_diag_errors(scarce.diags) == 0);
			pk_job_free(&scarce);
		}
		assert_true(tried > 10);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(mistakes_in_odt),
		cmocka_unit_test(mistakes_in_docx),
		cmocka_unit_test(an_old_name_still_works_and_is_told_once),
		cmocka_unit_test(the_message_shows_paragraph_heading_and_both_places),
		cmocka_unit_test(templates_with_macros_are_refused),
		cmocka_unit_test(macros_under_other_names_are_refused),
		cmocka_unit_test(code_in_the_text_is_refused),
		cmocka_unit_test(the_other_format_is_explained),
		cmocka_unit_test(a_protected_template_is_refused),
		cmocka_unit_test(a_section_that_cuts_a_field_is_refused),
		cmocka_unit_test(a_section_that_cuts_a_merged_cell_is_refused),
		cmocka_unit_test(a_tag_in_an_attribute_is_refused),
		cmocka_unit_test(a_section_out_of_a_text_box_is_refused),
		cmocka_unit_test(too_many_tags_are_refused),
		job_test(broken_xml_is_told_with_the_template),
		job_test(memory_that_runs_out_is_told),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
