/* Anchors, live page numbers and what the layout gets to know. */
#include "made.h"

#define DOCX_LIST                                                                                  \
	"<w:p><w:r><w:t>{{#p}}</w:t></w:r></w:p><w:p><w:r><w:rPr><w:b/></w:rPr>"                   \
	"<w:t>{{sidor}}</w:t></w:r></w:p><w:p><w:r><w:t>{{/p}}</w:t></w:r></w:p>"
#define DOCX_BODY                                                                                  \
	"<w:p><w:r><w:t>{{#p}}</w:t></w:r></w:p><w:p><w:r><w:t>{{ankare}}{{n}}</w:t></w:r>"        \
	"</w:p><w:p><w:r><w:t>{{#t}}</w:t></w:r></w:p><w:p><w:r><w:t>{{t}}</w:t></w:r></w:p>"      \
	"<w:p><w:r><w:t>{{/t}}</w:t></w:r></w:p>"                                                  \
	"<w:p><w:r><w:t>{{/p}}</w:t></w:r></w:p>"
#define ODT_LIST "<text:p>{{#p}}</text:p><text:p>{{sidor}}</text:p><text:p>{{/p}}</text:p>"
#define ODT_BODY                                                                                   \
	"<text:p>{{#p}}</text:p><text:h text:outline-level=\"1\">{{ankare}}{{n}}</text:h>"         \
	"<text:p>{{#t}}</text:p><text:p>{{t}}</text:p><text:p>{{/t}}</text:p><text:p>{{/p}}</"     \
	"text:p>"
#define VALUES                                                                                     \
	"{\"p\": [{\"n\": \"ett\", \"t\": \"x\", \"ankare\": \"anchor:0\", \"sidor\": "            \
	"\"page:0\"}, "                                                                            \
	"{\"n\": \"tv\\u00e5\", \"ankare\": \"anchor:1\", \"sidor\": \"page:1\"}]}"

static struct pk_page_range ranges[] = { { 3, 3 }, { 4, 6 } };
static const struct pk_pages pages = { .v = ranges, .n = 2, .count = 6 };

/* The instruction and the stored result of each field, runs of words between them as they are. */
static void docx_fields_store_their_numbers(void **state)
{
	struct pk_job *job = *state;
	struct pk_package *p = made_build(job, TINY_DOCX,
			tiny_raw(job, TINY_DOCX, DOCX_LIST DOCX_BODY), VALUES, &pages);
	struct pk_str body = tiny_body(job, TINY_DOCX, p);

	/* One number, then a range of two. */
	assert_int_equal(count(body, "w:fldCharType=\"begin\""), 3);
	assert_int_equal(count(body, "w:fldCharType=\"end\""), 3);
	assert_true(has(body,
			" PAGEREF _P1 \\h </w:instrText></w:r><w:r><w:rPr><w:b/></w:rPr>"
			"<w:fldChar w:fldCharType=\"separate\"/></w:r><w:r><w:rPr><w:b/></w:rPr>"
			"<w:t xml:space=\"preserve\">3</w:t></w:r>"));
	assert_true(has(body, " PAGEREF _P2 \\h "));
	assert_true(has(body, "<w:t xml:space=\"preserve\">–</w:t>"));
	assert_true(has(body, " PAGEREF _P2e \\h "));
	assert_false(has(body, " PAGEREF _P1e \\h "));
	assert_int_equal(count(body, "<w:bookmarkStart "), 4);
	assert_int_equal(count(body, "<w:bookmarkEnd "), 4);
}

static void odt_fields_store_their_numbers(void **state)
{
	struct pk_job *job = *state;
	struct pk_package *p = made_build(
			job, TINY_ODT, tiny_raw(job, TINY_ODT, ODT_LIST ODT_BODY), VALUES, &pages);
	struct pk_str body = tiny_body(job, TINY_ODT, p);

#define REF(name, number)                                                                          \
	"<text:bookmark-ref text:reference-format=\"page\" text:ref-name=\"" name "\">" number     \
	"</text:bookmark-ref>"
	assert_true(has(body, "<text:p>" REF("_P1", "3") "</text:p><text:p>" REF(
					      "_P2", "4") "–" REF("_P2e", "6") "</text:p>"));
	/* The start stands in the heading, the end in the last paragraph of the turn. */
	assert_true(has(body, "<text:bookmark-start text:name=\"_P1\"/><text:bookmark-end "
			      "text:name=\"_P1\"/>ett</text:h><text:p>x<text:bookmark-start "
			      "text:name=\"_P1e\"/>"
			      "<text:bookmark-end text:name=\"_P1e\"/></text:p>"));
	/* Where the last paragraph was left out, in the one before it. */
	assert_true(has(body, "två<text:bookmark-start text:name=\"_P2e\"/>"));
}

static void only_the_first_page_when_that_is_asked(void **state)
{
	static const char values[] = "{\"p\": [{\"n\": \"ett\", \"t\": \"x\", \"ankare\": \"anchor:0\", "
		"\"sidor\": \"first:0\"}, "
		"{\"n\": \"tre\", \"ankare\": \"anchor:1\", \"sidor\": \"first:1\"}]}";
	struct pk_job *job = *state;
	struct pk_str odt = tiny_body(job, TINY_ODT, made_build(job, TINY_ODT,
			tiny_raw(job, TINY_ODT, ODT_LIST ODT_BODY), values, &pages));
	struct pk_str docx = tiny_body(job, TINY_DOCX, made_build(job, TINY_DOCX,
			tiny_raw(job, TINY_DOCX, DOCX_LIST DOCX_BODY), values, &pages));

	assert_true(has(odt, "<text:p>" REF("_P2", "4") "</text:p>"));
	assert_true(has(docx, " PAGEREF _P2 \\h "));
	assert_false(has(docx, " PAGEREF _P2e \\h "));
}

/* Finishing twice, with other pages: only the numbers differ. */
static void pages_may_change(void **state)
{
	struct pk_job *job = *state;
	struct pk_document *doc = made_render(
			job, TINY_ODT, tiny_raw(job, TINY_ODT, ODT_LIST ODT_BODY), VALUES);
	const struct pk_format *odt = pk_format_find(PK_STR("odt"));
	struct pk_page_range others[] = { { 30, 31 }, { 32, 32 } };
	const struct pk_pages later = { .v = others, .n = 2, .count = 32 };
	struct pk_package *first, *second, *third;
	struct pk_str part;

	assert_true(odt->finish(job, doc, &pages, &first));
	assert_true(odt->finish(job, doc, &later, &second));
	assert_true(odt->finish(job, doc, &pages, &third));
	assert_true(has(tiny_body(job, TINY_ODT, second), REF("_P1", "30") "–" REF("_P1e", "31")));
	assert_true(pk_package_same(job, first, third, &part));
	assert_false(pk_package_same(job, first, second, &part));
}

static void pages_without_anchors_are_not_shown(void **state)
{
	struct pk_job *job = *state;
	const char *json = "{\"p\": [{\"sidor\": \"page:0\"}]}";
	struct pk_str docx = made_body(job, TINY_DOCX, DOCX_LIST, json);

	assert_false(has(docx, "fldChar"));
	assert_only(job, "P135", 1, 1);
	assert_false(has(made_body(job, TINY_ODT, ODT_LIST, json), "bookmark-ref"));
}

/* The layout as letters, in the order of enum pk_flow_kind. */
static struct pk_str letters(struct pk_job *job, const struct pk_flow *flow)
{
	static const char names[] = "(t.,^#i)TRCcrTAa";
	struct pk_out out = pk_out_new(job->arena, 4096);

	assert_non_null(flow);
	for (size_t i = 0; i < flow->n; i++)
		pk_put_byte(&out, names[flow->events[i].kind]);
	return pk_out_str(&out);
}

static void the_layout_hears_of_everything(void **state)
{
	struct pk_job *job = *state;
	const char *json = "{\"x\": \"md:a **b**\\n\\n- c\", \"ankare\": \"anchor:0\", \"sidor\": "
			   "\"page:0\"}";
	struct pk_document *docx = made_render(job, TINY_DOCX,
			tiny_raw(job, TINY_DOCX,
					"<w:p><w:r><w:t>{{ankare}}{{sidor}}</w:t><w:tab/></w:r></"
					"w:p>"
					"<w:p><w:r><w:t>{{{x}}}</w:t></w:r></w:p>"),
			json);
	struct pk_document *odt = made_render(job, TINY_ODT,
			tiny_raw(job, TINY_ODT,
					"<text:p>{{ankare}}{{sidor}}<text:tab/></"
					"text:p><text:p>{{{x}}}</text:p>"),
			json);

	assert_text(letters(job, pk_document_flow(docx)), "(A#.)(tt)(t)");
	assert_text(letters(job, pk_document_flow(odt)), "(A#.)(tt)(t)");
	assert_int_equal(pk_document_anchors(docx), 1);
}

#define DOCX_BOX                                                                                   \
	"<w:p><w:r><w:pict><w:txbxContent><w:p><w:r><w:t>{{sidor}} x</w:t></w:r></w:p>"            \
	"</w:txbxContent></w:pict></w:r><w:r><w:t>{{ankare}}y</w:t></w:r></w:p>"
#define ODT_BOX                                                                                    \
	"<text:p><draw:frame><draw:text-box><text:p>{{sidor}} x</text:p></draw:text-box>"          \
	"</draw:frame>{{ankare}}y</text:p>"

/* What stands in a text box takes no line of the page, but a paragraf may begin in one. */
static void text_boxes_stand_beside_the_layout(void **state)
{
	struct pk_job *job = *state;
	const char *json = "{\"ankare\": \"anchor:0\", \"sidor\": \"page:0\"}";
	struct pk_document *docx =
			made_render(job, TINY_DOCX, tiny_raw(job, TINY_DOCX, DOCX_BOX), json);
	struct pk_document *odt =
			made_render(job, TINY_ODT, tiny_raw(job, TINY_ODT, ODT_BOX), json);
	struct pk_document *inside = made_render(job, TINY_ODT,
			tiny_raw(job, TINY_ODT,
					"<text:p><draw:frame><draw:text-box><text:p>{{ankare}}x"
					"</text:p></draw:text-box></draw:frame>{{sidor}}</text:p>"),
			json);
	struct pk_document *shape = made_render(job, TINY_ODT,
			tiny_raw(job, TINY_ODT,
					"<text:p>a<draw:custom-shape><text:p>{{sidor}} x</text:p>"
					"</draw:custom-shape>b{{ankare}}</text:p>"),
			json);

	assert_text(letters(job, pk_document_flow(shape)), "(ttA)");
	assert_text(letters(job, pk_document_flow(docx)), "(At)");
	assert_text(letters(job, pk_document_flow(odt)), "(At)");
	assert_text(letters(job, pk_document_flow(inside)), "(A#)");
}

/* One that stands in the line like a letter takes its own size, and not that of the words in it. */
static void a_text_box_in_the_line_is_a_picture(void **state)
{
	struct pk_job *job = *state;
	struct pk_document *odt = made_render(job, TINY_ODT,
			tiny_raw(job, TINY_ODT,
					"<text:p>{{sidor}}<draw:frame text:anchor-type=\"as-char\""
					" svg:width=\"100pt\" svg:height=\"50pt\"><draw:text-box>"
					"<text:p>x</text:p><text:p>x</text:p></draw:text-box>"
					"</draw:frame>{{ankare}}y</text:p>"),
			"{\"ankare\": \"anchor:0\", \"sidor\": \"page:0\"}");
	const struct pk_flow *flow = pk_document_flow(odt);

	assert_text(letters(job, flow), "(#iAt)");
	assert_int_equal(flow->events[2].a, 2000);
	assert_int_equal(flow->events[2].b, 1000);
}

/* The paragraph of a tag has given way to its text, which is set where that stood. */
static void text_in_an_item_is_set_in_the_item(void **state)
{
	struct pk_job *job = *state;
	struct pk_document *odt = made_render(job, TINY_ODT,
			tiny_raw(job, TINY_ODT,
					"<text:p>{{ankare}}{{sidor}}</text:p><text:list><text:list-item>"
					"<text:p>{{{x}}}</text:p></text:list-item></text:list>"),
			"{\"x\": \"md:a\", \"ankare\": \"anchor:0\", \"sidor\": \"page:0\"}");
	const struct pk_flow *flow = pk_document_flow(odt);

	assert_text(letters(job, flow), "(A#)(t)");
	assert_int_equal(flow->paragraphs[flow->events[0].style].left, 0);
	/* A quarter of an inch, as lists without a style of their own have it. */
	assert_int_equal(flow->paragraphs[flow->events[4].style].left, 360);
}

/* A header stands on every page: the paragraf begins where the body says. */
static void the_body_tells_where_a_paragraf_begins(void **state)
{
	struct pk_job *job = *state;
	const char *json = "{\"ankare\": \"anchor:0\", \"sidor\": \"page:0\"}";

	for (enum tiny_format format = 0; format < TINY_FORMATS; format++) {
		const struct pk_package *in = tiny_template(
				job, format, TINY_HEADER, "{{ankare}}x {{sidor}}");
		const char *header = format == TINY_ODT ? "styles.xml" : "word/header1.xml";
		struct pk_str head = made_part(job, in, header), body;
		struct pk_package *both, *document;

		body = made_part(job, tiny_template(job, format, TINY_BODY, "{{ankare}}y"),
				format == TINY_ODT ? "content.xml" : "word/document.xml");
		assert_true(pk_package_new(job, &both));
		for (size_t i = 0; i < pk_package_count(in); i++) {
			struct pk_str name = pk_package_name(in, i), bytes;
			bool is_body = pk_str_is(name, "content.xml") ||
				       pk_str_is(name, "word/document.xml");

			/* The header comes first. */
			if (i == 0)
				assert_true(pk_package_add(
						job, both, pk_str_of(header), head, false));
			assert_true(pk_package_bytes(job, in, i, &bytes));
			if (!pk_str_is(name, header))
				assert_true(pk_package_add(job, both, name, is_body ? body : bytes,
						false));
		}
		assert_true(pk_package_pack(job, both));
		document = made_build(job, format, both, json, NULL);
		assert_false(has(made_part(job, document, header), "bookmark-start"));
		assert_false(has(made_part(job, document, header), "bookmarkStart"));
		assert_true(has(tiny_body(job, format, document), "\"_P1\""));
	}
}

static void no_layout_without_pages(void **state)
{
	struct pk_job *job = *state;

	assert_null(pk_document_flow(made_render(job, TINY_DOCX,
			tiny_raw(job, TINY_DOCX, "<w:p><w:r><w:t>{{x}}</w:t></w:r></w:p>"),
			"{\"x\": \"y\"}")));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		job_test(docx_fields_store_their_numbers),
		job_test(odt_fields_store_their_numbers),
		job_test(only_the_first_page_when_that_is_asked),
		job_test(pages_may_change),
		job_test(pages_without_anchors_are_not_shown),
		job_test(the_layout_hears_of_everything),
		job_test(text_boxes_stand_beside_the_layout),
		job_test(a_text_box_in_the_line_is_a_picture),
		job_test(text_in_an_item_is_set_in_the_item),
		job_test(the_body_tells_where_a_paragraf_begins),
		job_test(no_layout_without_pages),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
