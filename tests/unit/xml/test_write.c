/* Escaping, printing, and editing seen through what is printed. */
#include "xml/tree.h"

#include "support/fixture.h"

static struct pk_str printed(struct pk_job *job, const struct pk_xml *root)
{
	struct pk_out out = pk_out_new(job->arena, 1 << 20);
	struct pk_str ret = PK_STR("");

	pk_xml_put_tree(&out, root);
	assert_true(pk_out_done(job, &out, &ret));
	return ret;
}

static struct pk_xml *tree_of(struct pk_job *job, const char *text)
{
	struct pk_xml *root = NULL;

	assert_true(pk_xml_read(job, pk_str_of(text), PK_STR("part"), &root));
	return root;
}

static void text_and_values_are_escaped(void **state)
{
	static const struct {
		struct pk_str in;
		const char *text, *value;
	} rows[] = {
		{ { "", 0 }, "", "" },
		{ { NULL, 0 }, "", "" },
		{ { "åäö § –", 13 }, "åäö § –", "åäö § –" },
		{ { "a<b>&c", 6 }, "a&lt;b&gt;&amp;c", "a&lt;b&gt;&amp;c" },
		{ { "\"'\t\n\r", 5 }, "\"'\t\n&#13;", "&quot;'&#9;&#10;&#13;" },
		{ { "a\0b\x01\x08\x0B\x0C\x1F"
		    "c\x7F",
				  10 },
				"abc\x7F", "abc\x7F" },
		{ { "<\x1B<", 3 }, "&lt;&lt;", "&lt;&lt;" },
		/* U+FFFD may be written, U+FFFE and U+FFFF may not */
		{ { "\xEF\xBF\xBD\xEF\xBF\xBE\xEF\xBF\xBF.", 10 }, "\xEF\xBF\xBD.",
				"\xEF\xBF\xBD." },
		{ { "\xEF\xBF", 2 }, "\xEF\xBF", "\xEF\xBF" },
	};
	struct pk_job *job = *state;

	for (size_t i = 0; i < PK_COUNT(rows); i++) {
		struct pk_out text = pk_out_new(job->arena, 1000);
		struct pk_out value = pk_out_new(job->arena, 1000);

		pk_xml_put_text(&text, rows[i].in);
		pk_xml_put_attr(&value, rows[i].in);
		assert_text(pk_out_str(&text), rows[i].text);
		assert_text(pk_out_str(&value), rows[i].value);
	}
}

static void every_escaped_byte_parses_back(void **state)
{
	struct pk_job *job = *state;
	struct pk_xml *node = NULL;
	char all[128];
	size_t n = 0;

	for (int byte = 1; byte < 128; byte++)
		all[n++] = (char)byte;
	assert_true(pk_xml_new(job, PK_XML_ELEMENT, PK_STR("a"), &node));
	assert_true(pk_xml_set(job, node, PK_STR("b"), (struct pk_str){ all, n }));

	struct pk_xml *back = NULL;
	assert_true(pk_xml_read(job, printed(job, node), PK_STR("part"), &back));
	struct pk_str value = pk_xml_get(back, "b");
	/* All but the 28 that XML cannot say. */
	assert_int_equal(value.n, 127 - 28);
	assert_memory_equal(value.p, "\t\n\r !\"#$%&'", 11);
}

static void pieces_are_printed_for_walkers(void **state)
{
	struct pk_job *job = *state;
	const struct pk_xml *root = tree_of(job, "<a b='1&amp;' c=''><d/></a>");
	struct pk_out out = pk_out_new(job->arena, 1000);

	pk_xml_put_head(&out);
	pk_xml_put_open(&out, root, false);
	pk_xml_put_open(&out, root->first, true);
	pk_xml_put_close(&out, root);
	assert_text(pk_out_str(&out), "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
				      "<a b=\"1&amp;\" c=\"\"><d/></a>");
}

static void a_subtree_ends_where_it_ends(void **state)
{
	const struct pk_xml *root = tree_of(*state, "<a><b><c>1</c>2</b><d/></a>");

	assert_text(printed(*state, root->first), "<b><c>1</c>2</b>");
	assert_text(printed(*state, root->first->first->first), "1");
}

static void attributes_are_set_and_unset(void **state)
{
	struct pk_job *job = *state;
	struct pk_xml *root = tree_of(job, "<a b='1' c='2' d='3'/>");

	assert_null(pk_xml_get(root, "e").p);
	assert_true(pk_xml_set(job, root, PK_STR("b"), PK_STR("x")));
	assert_true(pk_xml_set(job, root, PK_STR("e"), (struct pk_str){ NULL, 0 }));
	assert_non_null(pk_xml_get(root, "e").p);
	pk_xml_unset(root, "c");
	pk_xml_unset(root, "c");
	assert_text(printed(job, root), "<a b=\"x\" d=\"3\" e=\"\"/>");
	pk_xml_unset(root, "e");
	pk_xml_unset(root, "b");
	pk_xml_unset(root, "d");
	assert_text(printed(job, root), "<a/>");
}

static void nodes_are_moved(void **state)
{
	struct pk_job *job = *state;
	struct pk_xml *root = tree_of(job, "<a><b/><c/><d/></a>");
	struct pk_xml *c = pk_xml_child(root, "c"), *text = NULL, *marker = NULL;

	assert_null(pk_xml_child(root, "e"));
	pk_xml_remove(c);
	assert_text(printed(job, root), "<a><b/><d/></a>");
	pk_xml_insert(root, c, root->first);
	assert_text(printed(job, root), "<a><c/><b/><d/></a>");
	assert_true(pk_xml_new(job, PK_XML_TEXT, PK_STR("<x>"), &text));
	pk_xml_insert(root, text, pk_xml_child(root, "d"));
	assert_true(pk_xml_new(job, PK_XML_MARKER, PK_STR(""), &marker));
	pk_xml_insert(root, marker, NULL);
	assert_text(printed(job, root), "<a><c/><b/>&lt;x&gt;<d/></a>");
	pk_xml_remove(marker);
	pk_xml_remove(pk_xml_child(root, "d"));
	pk_xml_remove(c);
	pk_xml_remove(text);
	pk_xml_remove(root->first);
	assert_null(root->first);
	assert_null(root->last);
	assert_text(printed(job, root), "<a/>");
}

static void the_walk_is_in_document_order(void **state)
{
	struct pk_job *job = *state;
	const struct pk_xml *root = tree_of(job, "<a><b><c/><d><e/></d></b><f/></a>");
	struct pk_out seen = pk_out_new(job->arena, 100);

	for (const struct pk_xml *node = root; node != NULL; node = pk_xml_walk(root, node))
		pk_put(&seen, node->name);
	pk_put_byte(&seen, ' ');
	/* Inside b only, stepping over d. */
	for (const struct pk_xml *node = root->first; node != NULL;
			node = pk_xml_is(node, "d") ? pk_xml_skip(root->first, node)
						    : pk_xml_walk(root->first, node))
		pk_put(&seen, node->name);
	assert_text(pk_out_str(&seen), "abcdef bcd");
	assert_null(pk_xml_skip(root, root));
	assert_false(pk_xml_is(NULL, "a"));
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
		job_test(text_and_values_are_escaped),
		job_test(every_escaped_byte_parses_back),
		job_test(pieces_are_printed_for_walkers),
		job_test(a_subtree_ends_where_it_ends),
		job_test(attributes_are_set_and_unset),
		job_test(nodes_are_moved),
		job_test(the_walk_is_in_document_order),
	};

	return cmocka_run_group_tests_name("xml/write", tests, NULL, NULL);
}
