/* The table that embed makes of the folders templates/prov/{docx,html,odt} beside this file. */
#include "builtin/builtin.h"

#include "support/fixture.h"

static void assert_parts(const char *format, const char *const *names, size_t n)
{
	const struct pk_builtin *found = pk_builtin_find(PK_STR("prov"), pk_str_of(format));

	assert_non_null(found);
	assert_string_equal(found->design, "prov");
	assert_string_equal(found->format, format);
	assert_int_equal(found->n_parts, n);
	for (size_t i = 0; i < n; i++)
		assert_string_equal(found->parts[i].name, names[i]);
}

static void parts_come_in_a_packages_order(void **state)
{
	static const char *const odt[] = { "mimetype", "META-INF/manifest.xml", "content.xml" };
	static const char *const docx[] = { "[Content_Types].xml", "_rels/.rels",
		"word/_rels/document.xml.rels", "word/document.xml" };

	(void)state;
	assert_parts("odt", odt, PK_COUNT(odt));
	assert_parts("docx", docx, PK_COUNT(docx));
}

static void bytes_are_the_files_bytes(void **state)
{
	const struct pk_builtin *odt = pk_builtin_find(PK_STR("prov"), PK_STR("odt"));
	const struct pk_builtin *docx = pk_builtin_find(PK_STR("prov"), PK_STR("docx"));

	(void)state;
	assert_text((struct pk_str){ (const char *)odt->parts[0].bytes, odt->parts[0].n },
			"application/vnd.oasis.opendocument.text");
	assert_text((struct pk_str){ (const char *)odt->parts[2].bytes, odt->parts[2].n },
			"<a>å</a>\n");
	assert_int_equal(docx->parts[2].n, 0);
}

/* The design's own before the one that all share; a partial in a partial; whole lines. */
static void partials_are_taken_in(void **state)
{
	static const char *const names[] = { "index.html" };
	const struct pk_builtin *html = pk_builtin_find(PK_STR("prov"), PK_STR("html"));

	(void)state;
	assert_parts("html", names, PK_COUNT(names));
	assert_text((struct pk_str){ (const char *)html->parts[0].bytes, html->parts[0].n },
			"<html>\ndesign\nalla\nalla\n</html>");
}

static void unknown_templates_are_not_found(void **state)
{
	(void)state;
	assert_null(pk_builtin_find(PK_STR("prov"), PK_STR("txt")));
	assert_null(pk_builtin_find(PK_STR("delar"), PK_STR("html")));
	assert_null(pk_builtin_find(PK_STR("pro"), PK_STR("odt")));
	assert_null(pk_builtin_find(PK_STR(""), PK_STR("")));
}

static void all_can_be_listed(void **state)
{
	(void)state;
	assert_int_equal(pk_builtin_count(), 3);
	assert_string_equal(pk_builtin_get(0)->format, "docx");
	assert_string_equal(pk_builtin_get(2)->format, "odt");
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(parts_come_in_a_packages_order),
		cmocka_unit_test(bytes_are_the_files_bytes),
		cmocka_unit_test(partials_are_taken_in),
		cmocka_unit_test(unknown_templates_are_not_found),
		cmocka_unit_test(all_can_be_listed),
	};

	return cmocka_run_group_tests_name("package/builtin", tests, NULL, NULL);
}
