/* What is read becomes, written again, the same document with the prefixes that everyone uses. */
#include "xml/tree.h"

#include <stdio.h>
#include <unistd.h>

#include "support/fixture.h"

#define W "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
#define TEXT "urn:oasis:names:tc:opendocument:xmlns:text:1.0"
#define OFFICE "urn:oasis:names:tc:opendocument:xmlns:office:1.0"
#define MC "http://schemas.openxmlformats.org/markup-compatibility/2006"
#define W14 "http://schemas.microsoft.com/office/word/2010/wordml"
#define TYPES "http://schemas.openxmlformats.org/package/2006/content-types"

static struct pk_xml *tree_of(struct pk_job *job, struct pk_str bytes)
{
	struct pk_xml *root = NULL;

	if (!pk_xml_read(job, bytes, PK_STR("content.xml"), &root))
		fail_msg("%s", reports(job, PK_ENGLISH));
	assert_silent(job);
	return root;
}

static struct pk_str written(struct pk_job *job, const struct pk_xml *root)
{
	struct pk_out out = pk_out_new(job->arena, 1 << 20);
	struct pk_str ret = PK_STR("");

	pk_xml_put_tree(&out, root);
	assert_true(pk_out_done(job, &out, &ret));
	return ret;
}

static void assert_becomes(struct pk_job *job, const char *in, const char *expected)
{
	struct pk_str once = written(job, tree_of(job, pk_str_of(in)));

	assert_text(once, expected);
	/* A second pass finds nothing to change. */
	assert_text(written(job, tree_of(job, once)), expected);
}

struct row {
	const char *in, *out; /* out NULL: as in */
};

static void assert_rows(struct pk_job *job, const struct row *rows, size_t n)
{
	for (size_t i = 0; i < n; i++)
		assert_becomes(job, rows[i].in, rows[i].out == NULL ? rows[i].in : rows[i].out);
}

static void content_survives(void **state)
{
	static const struct row rows[] = {
		{ "<a/>", NULL },
		{ "<a></a>", "<a/>" },
		{ "<a> <b/>\n\t<c> x </c> </a>", NULL },
		{ "<a>å &amp; &lt;&gt; \"'</a>", "<a>å &amp; &lt;&gt; \"'</a>" },
		{ "<a>x<!-- no -->y<?no no?>z</a>", "<a>xyz</a>" },
		{ "<!-- no --><?no?><a/><!-- no -->", "<a/>" },
		{ "<a><![CDATA[<b>&]]>c</a>", "<a>&lt;b&gt;&amp;c</a>" },
		{ "<a>&#229;&#x10000;&#13;</a>", "<a>å\xF0\x90\x80\x80&#13;</a>" },
		{ "<a>one\r\ntwo</a>", "<a>one\ntwo</a>" },
		{ "<a b='1' c='' d='&quot;&apos;'/>", "<a b=\"1\" c=\"\" d=\"&quot;'\"/>" },
		{ "<a b='&amp;&lt;&gt;'/>", "<a b=\"&amp;&lt;&gt;\"/>" },
		{ "<a b='?x=1&amp;y=2&#38;&amp;amp;#38;'/>",
				"<a b=\"?x=1&amp;y=2&amp;&amp;amp;#38;\"/>" },
		{ "<a b='x\ny&#10;z&#9;'/>", "<a b=\"x y&#10;z&#9;\"/>" },
		{ "<a xml:space='preserve' xml:id='x'> </a>",
				"<a xml:space=\"preserve\" xml:id=\"x\"> </a>" },
		{ "\xEF\xBB\xBF<a>å</a>", "<a>å</a>" },
		{ "<?xml version='1.0' encoding='ISO-8859-1'?><a>\xE5</a>", "<a>å</a>" },
	};

	assert_rows(*state, rows, PK_COUNT(rows));
}

static void utf16_is_read(void **state)
{
	static const char bytes[] = "\xFF\xFE<\0a\0>\0\xE5\0<\0/\0a\0>";

	assert_text(written(*state, tree_of(*state, (struct pk_str){ bytes, sizeof(bytes) })),
			"<a>å</a>");
}

static void known_namespaces_get_their_prefix(void **state)
{
	static const struct row rows[] = {
		/* as usual */
		{ "<w:p xmlns:w=\"" W "\" w:a=\"1\"><w:r/></w:p>", NULL },
		/* another prefix, and none */
		{ "<x:p xmlns:x=\"" W "\" x:a=\"1\"><x:r/></x:p>",
				"<w:p xmlns:w=\"" W "\" w:a=\"1\"><w:r/></w:p>" },
		{ "<p xmlns=\"" W "\" a=\"1\"><r/></p>",
				"<w:p xmlns:w=\"" W "\" a=\"1\"><w:r/></w:p>" },
		/* two prefixes for one namespace, two namespaces for one prefix */
		{ "<x:p xmlns:x=\"" W "\" xmlns:y=\"" W "\"><y:r/></x:p>",
				"<w:p xmlns:w=\"" W "\"><w:r/></w:p>" },
		{ "<x:p xmlns:x=\"" OFFICE "\"><x:r xmlns:x=\"" TEXT "\" x:a=\"1\"/><x:s/></x:p>",
				"<office:p xmlns:office=\"" OFFICE "\" xmlns:text=\"" TEXT
				"\"><text:r text:a=\"1\"/><office:s/></office:p>" },
		/* declared far inside: the root declares it */
		{ "<w:p xmlns:w=\"" W "\"><w:r><w14:x xmlns:w14=\"" W14 "\"/></w:r></w:p>",
				"<w:p xmlns:w=\"" W "\" xmlns:w14=\"" W14
				"\"><w:r><w14:x/></w:r></w:p>" },
		/* declared and unused: a value may want it */
		{ "<w:p xmlns:w=\"" W "\" xmlns:w14=\"" W14 "\"/>", NULL },
	};

	assert_rows(*state, rows, PK_COUNT(rows));
}

static void bare_namespaces_are_written_bare(void **state)
{
	static const struct row rows[] = {
		{ "<Types xmlns=\"" TYPES "\"><Default Extension=\"xml\"/></Types>", NULL },
		{ "<ct:Types xmlns:ct=\"" TYPES "\"><ct:Default Extension=\"xml\"/></ct:Types>",
				"<Types xmlns=\"" TYPES "\"><Default Extension=\"xml\"/></Types>" },
		{ "<w:p xmlns:w=\"" W "\"><t:Types xmlns:t=\"" TYPES
		  "\"><t:a/><w:r/></t:Types></w:p>",
				"<w:p xmlns:w=\"" W "\"><Types xmlns=\"" TYPES
				"\"><a/><w:r/></Types></w:p>" },
		{ "<p xmlns=\"" W "\"><q xmlns=\"\"><r xmlns=\"" W "\"/></q></p>",
				"<w:p xmlns:w=\"" W "\"><q><w:r/></q></w:p>" },
		{ "<Types xmlns=\"" TYPES "\"><q xmlns=\"\"/><r/></Types>", NULL },
	};

	assert_rows(*state, rows, PK_COUNT(rows));
}

static void unknown_namespaces_keep_theirs(void **state)
{
	static const struct row rows[] = {
		{ "<f:a xmlns:f=\"urn:f\" f:b=\"1\"><f:c/></f:a>", NULL },
		{ "<a xmlns=\"urn:f\"><b/></a>", NULL },
		{ "<f:a xmlns:f=\"urn:f?a=1&amp;b=2\"/>", NULL },
		{ "<a xmlns=\"urn:f\"><b xmlns=\"urn:g\"><c/></b><d/></a>", NULL },
		{ "<a xmlns=\"urn:f\" xmlns:f=\"urn:f\" f:b=\"1\"><f:c/></a>", NULL },
		/* a prefix that belongs to a known namespace, or to another one already */
		{ "<w:a xmlns:w=\"urn:f\"><x:p xmlns:x=\"" W "\"/></w:a>",
				"<w2:a xmlns:w2=\"urn:f\" xmlns:w=\"" W "\"><w:p/></w2:a>" },
		{ "<f:a xmlns:f=\"urn:f\"><f:b xmlns:f=\"urn:g\"/><f:c/></f:a>",
				"<f:a xmlns:f=\"urn:f\" xmlns:f2=\"urn:g\"><f2:b/><f:c/></f:a>" },
	};

	assert_rows(*state, rows, PK_COUNT(rows));
}

static void prefixes_in_values_follow(void **state)
{
	static const struct row rows[] = {
		{ "<x:p xmlns:x=\"" W "\" xmlns:m=\"" MC "\" xmlns:y=\"" W14
		  "\" m:Ignorable=\"y  q\"/>",
				"<w:p xmlns:w=\"" W "\" xmlns:mc=\"" MC "\" xmlns:w14=\"" W14
				"\" mc:Ignorable=\"w14  q\"/>" },
		{ "<m:Choice xmlns:m=\"" MC "\" xmlns:y=\"" W14 "\" Requires=\"y\"/>",
				"<mc:Choice xmlns:mc=\"" MC "\" xmlns:w14=\"" W14
				"\" Requires=\"w14\"/>" },
		{ "<a xmlns:i=\"http://www.w3.org/2001/XMLSchema-instance\""
		  " xmlns:t=\"http://purl.org/dc/terms/\" i:type=\"t:W3CDTF\" b=\"t:t\"/>",
				"<a xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\""
				" xmlns:dcterms=\"http://purl.org/dc/terms/\""
				" xsi:type=\"dcterms:W3CDTF\" b=\"t:t\"/>" },
	};

	assert_rows(*state, rows, PK_COUNT(rows));
}

static void many_names_are_told_apart(void **state)
{
	struct pk_job *job = *state;
	struct pk_out out = pk_out_new(job->arena, 1 << 20);
	struct pk_str text = PK_STR("");

	/* More names than the table of names begins with. */
	pk_put_c(&out, "<r>");
	for (uint64_t i = 0; i < 1000; i++) {
		pk_put_c(&out, "<e");
		pk_put_uint(&out, i);
		pk_put_c(&out, " a");
		pk_put_uint(&out, i);
		pk_put_c(&out, "=\"\"/>");
	}
	pk_put_c(&out, "</r>");
	pk_put_byte(&out, '\0');
	assert_true(pk_out_done(job, &out, &text));
	assert_becomes(job, text.p, text.p);
}

static void lines_are_counted_past_16_bits(void **state)
{
	struct pk_job *job = *state;
	struct pk_out out = pk_out_new(job->arena, 1 << 20);
	struct pk_str text = PK_STR("");

	pk_put_c(&out, "<a>");
	for (int i = 0; i < 70000; i++)
		pk_put_byte(&out, '\n');
	pk_put_c(&out, "<b/></a>");
	assert_true(pk_out_done(job, &out, &text));

	const struct pk_xml *root = tree_of(job, text);
	const struct pk_xml *child = pk_xml_child(root, "b");
	assert_int_equal(root->line, 1);
	assert_non_null(child);
	assert_int_equal(child->line, 70001);
}

static uint8_t place_of(void *owner, struct pk_str name)
{
	size_t *asked = owner;

	++*asked;
	return pk_str_is(name, "w:p") ? 7 : 1;
}

static void an_owner_is_asked_once_for_a_name_and_told_of_all(void **state)
{
	static const char *const there[] = { "w:x", "w:val", NULL };
	static const char *const missing[] = { "w:ins", "w:va", NULL };
	struct pk_xml *root;
	size_t asked = 0;
	struct pk_xml_about about = { .place = place_of, .owner = &asked };

	assert_true(pk_xml_read_about(*state,
			PK_STR("<x:a xmlns:x=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">"
			       "<x:p x:val=\"1\"/><x:p/>text<x:p/></x:a>"),
			PK_STR("part"), &about, &root));
	assert_int_equal(asked, 2);
	assert_int_equal(root->place, 1);
	assert_int_equal(root->last->place, 7);
	assert_int_equal(about.n_names, 3);
	assert_true(pk_xml_had_any(&about, there));
	assert_false(pk_xml_had_any(&about, missing));
	assert_text(pk_xml_text(root), "");
}

static void what_is_no_xml_is_refused(void **state)
{
	static const struct {
		const char *in, *code;
	} rows[] = {
		{ "", "P197" },
		{ "text", "P197" },
		{ "<a>", "P197" },
		{ "<a></b>", "P197" },
		{ "<a/><b/>", "P197" },
		{ "<a/>text", "P197" },
		{ "<a b='1' b='2'/>", "P197" },
		{ "<a b=1/>", "P197" },
		{ "<a>&nbsp;</a>", "P197" },
		{ "<a b='&nbsp;'/>", "P197" },
		{ "<a>&#1;</a>", "P197" },
		{ "<a>\x01</a>", "P197" },
		{ "<a>\xE5</a>", "P197" },
		{ "<?xml version='1.0' encoding='x-none'?><a/>", "P197" },
		/* only reports for the parser, errors for us */
		{ "<w:p/>", "P197" },
		{ "<p w:a='1'/>", "P197" },
		{ "<a xmlns:x='urn:f' xmlns:y='urn:f' x:b='1' y:b='2'/>", "P197" },
		/* whatever the DOCTYPE says */
		{ "<!DOCTYPE a><a/>", "P198" },
		{ "<!DOCTYPE a SYSTEM 'file:///etc/passwd'><a/>", "P198" },
		{ "<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]><a>&b;</a>", "P198" },
		{ "<!DOCTYPE a [<!ENTITY b 'bb'><!ENTITY c '&b;&b;'>]><a>&c;</a>", "P198" },
	};

	for (size_t i = 0; i < PK_COUNT(rows); i++) {
		void *own = NULL;
		struct pk_xml *root = NULL;

		(void)state;
		fixture_job(&own);
		if (pk_xml_read(own, pk_str_of(rows[i].in), PK_STR("content.xml"), &root))
			fail_msg("accepted: %s", rows[i].in);
		assert_null(root);
		assert_only(own, rows[i].code, 0, 0);
		fixture_job_free(&own);
	}
}

/* Bytes that the named encoding does not have: told by us, and by nobody else. */
static void what_cannot_be_decoded_is_told_once(void **state)
{
	static const char utf16[] = "\xFF\xFE<\0a\0>\0\x00\xD8<\0/\0a\0>\0";
	struct pk_xml *root = NULL;
	FILE *shown = tmpfile();
	int standard_error = dup(STDERR_FILENO);

	assert_true(shown != NULL && standard_error >= 0 && dup2(fileno(shown), STDERR_FILENO) >= 0);
	bool done = pk_xml_read(*state, (struct pk_str){ utf16, sizeof(utf16) - 1 },
			PK_STR("content.xml"), &root);
	assert_true(dup2(standard_error, STDERR_FILENO) >= 0 && close(standard_error) == 0);
	assert_int_equal(fseek(shown, 0, SEEK_END), 0);
	assert_int_equal(ftell(shown), 0);
	fclose(shown);
	assert_false(done);
	assert_int_equal(pk_diag_errors(((struct pk_job *)*state)->diags), 1);
}

static void message_names_part_and_line(void **state)
{
	struct pk_job *job = *state;
	struct pk_xml *root;

	assert_false(pk_xml_read(
			job, PK_STR("<a>\n  <b></c>\n</a>"), PK_STR("word/header1.xml"), &root));
	assert_non_null(strstr(reports(job, PK_SWEDISH),
			"word/header1.xml är inte riktig XML (rad 2, kolumn "));
}

static struct pk_str nested(struct pk_job *job, uint32_t depth)
{
	struct pk_out out = pk_out_new(job->arena, 1 << 20);
	struct pk_str text = PK_STR("");

	for (uint32_t i = 0; i < depth; i++)
		pk_put_c(&out, "<a>");
	for (uint32_t i = 0; i < depth; i++)
		pk_put_c(&out, "</a>");
	assert_true(pk_out_done(job, &out, &text));
	return text;
}

static void depth_has_a_limit(void **state)
{
	struct pk_job *job = *state;
	struct pk_xml *root;

	tree_of(job, nested(job, job->limits->xml_depth));
	assert_false(pk_xml_read(job, nested(job, job->limits->xml_depth + 1), PK_STR("x"), &root));
	assert_only(job, "P199", 0, 0);
}

static void size_has_a_limit(void **state)
{
	struct pk_job *job = *state;
	struct pk_limits limits = *job->limits;
	struct pk_xml *root;

	limits.zip_entry_bytes = 10;
	job->limits = &limits;
	tree_of(job, PK_STR("<a>123</a>"));
	assert_false(pk_xml_read(job, PK_STR("<a>1234</a>"), PK_STR("x"), &root));
	assert_only(job, "P187", 0, 0);
	job->limits = &pk_limits_default;
}

static void memory_runs_out_with_a_message(void **state)
{
	static const char in[] =
			"<x:p xmlns:x=\"" W "\" x:a=\"1\"><x:r>text &amp; text</x:r></x:p>";
	struct pk_limits limits = pk_limits_default;
	struct pk_job job;
	struct pk_xml *root;
	bool done = false;

	(void)state;
	for (limits.memory = 4096; !done; limits.memory += 64) {
		if (!pk_job_init(&job, &limits))
			continue;
		done = pk_xml_read(&job, pk_str_of(in), PK_STR("content.xml"), &root);
		assert_int_equal(pk_diag_errors(job.diags), done ? 0 : 1);
		pk_job_free(&job);
	}
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
		job_test(content_survives),
		job_test(utf16_is_read),
		job_test(known_namespaces_get_their_prefix),
		job_test(bare_namespaces_are_written_bare),
		job_test(unknown_namespaces_keep_theirs),
		job_test(prefixes_in_values_follow),
		job_test(many_names_are_told_apart),
		job_test(lines_are_counted_past_16_bits),
		job_test(an_owner_is_asked_once_for_a_name_and_told_of_all),
		cmocka_unit_test(what_is_no_xml_is_refused),
		job_test(what_cannot_be_decoded_is_told_once),
		job_test(message_names_part_and_line),
		job_test(depth_has_a_limit),
		job_test(size_has_a_limit),
		cmocka_unit_test(memory_runs_out_with_a_message),
	};

	return cmocka_run_group_tests_name("xml/read", tests, NULL, NULL);
}
