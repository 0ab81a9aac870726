/* Each row of the table of tags, in body, header, table cell and list item, in both formats, from one
 * file of cases. */
#include "tiny.h"

#include "package/file.h"
#include "support/fixture.h"

/* A case: name, template, values, text. */
struct tag_case {
	struct pk_str name, template, values, expected;
};

static struct pk_str read_cases(struct pk_job *job)
{
	struct pk_str bytes;
	assert_true(pk_file_read(job, PK_STR(GOLDEN "/tags.cases"), 1 << 20, &bytes));
	return bytes;
}

/* Cuts what stands before the separator from *rest. */
static struct pk_str cut(struct pk_str *rest, const char *separator)
{
	size_t at = pk_str_find(*rest, pk_str_of(separator), 0);
	struct pk_str piece = pk_str_slice(*rest, 0, at);
	*rest = pk_str_slice(*rest, at + strlen(separator), rest->n);
	return piece;
}

static bool next_case(struct pk_str *rest, struct tag_case *ret)
{
	(void)cut(rest, "== ");
	if (rest->n == 0)
		return false;
	ret->name = cut(rest, "\n");
	ret->template = cut(rest, "\n--\n");
	ret->values = cut(rest, "\n--\n");
	ret->expected = cut(rest, "\n\n");
	while (pk_str_ends(ret->expected, PK_STR("\n")))
		ret->expected.n--;
	return true;
}

static bool has(struct pk_str s, const char *what)
{
	return pk_str_find(s, pk_str_of(what), 0) < s.n;
}

/* Tables and lists inside a cell or an item are other cases. */
static bool fits(const struct tag_case *c, enum tiny_place place)
{
	bool blocks = pk_str_starts(c->template, PK_STR("| ")) || has(c->template, "\n| ");
	bool kinds = blocks || has(c->template, "# ") || has(c->template, "- ") ||
			has(c->template, "1. ") || has(c->template, "{{{") ||
			has(c->template, "{{>");
	return place == TINY_CELL ? !blocks : place != TINY_ITEM || !kinds;
}

/* In a list every line is an item; a list with nothing in it leaves the body its one paragraph. */
static const char *expected_in(struct pk_job *job, const struct tag_case *c, enum tiny_place place)
{
	struct pk_out out = pk_out_new(job->arena, 1 << 16);
	struct pk_str rest = c->expected, line;
	bool first = true;
	while (pk_str_next(&rest, '\n', &line)) {
		pk_put_c(&out, first ? "" : "\n");
		first = false;
		bool item = place == TINY_ITEM && !pk_str_is(c->expected, "()");
		pk_put_c(&out, item ? "- " : "");
		pk_put(&out, line);
	}
	pk_put_byte(&out, '\0');
	return out.p;
}

static void check_case(struct pk_job *job, const struct tag_case *c, enum tiny_format format,
		enum tiny_place place)
{
	struct pk_str lines;
	struct pk_value values = tiny_values(job, c->values);
	assert_true(pk_copy(job, c->template, &lines));
	const struct pk_value *model = has(c->values, "$page") ? &values : NULL;
	struct pk_package *document = tiny_build(job, format,
			tiny_template(job, format, place, lines.p), model, &values);
	struct pk_str found = tiny_text(job, format, place, document);
	const char *expected = expected_in(job, c, place);
	if (!pk_str_is(found, expected))
		fail_msg("%.*s, %s, %s\n--- template\n%s\n--- expected\n%s\n--- found\n%.*s\n%.*s",
				(int)c->name.n, c->name.p, tiny_format_names[format],
				tiny_place_names[place], lines.p, expected, (int)found.n, found.p,
				(int)tiny_body(job, format, document).n,
				tiny_body(job, format, document).p);
}

static void check_place(struct pk_job *job, enum tiny_format format, enum tiny_place place)
{
	struct pk_str rest = read_cases(job);
	struct tag_case c;
	size_t n = 0;
	for (; next_case(&rest, &c); n++)
		if (fits(&c, place))
			check_case(job, &c, format, place);
	assert_true(n > 20);
}

#define PLACE_TEST(name, format, place) \
	static void name(void **state) { check_place(*state, format, place); }
PLACE_TEST(tags_in_the_body_of_odt, TINY_ODT, TINY_BODY)
PLACE_TEST(tags_in_the_body_of_docx, TINY_DOCX, TINY_BODY)
PLACE_TEST(tags_in_the_header_of_odt, TINY_ODT, TINY_HEADER)
PLACE_TEST(tags_in_the_header_of_docx, TINY_DOCX, TINY_HEADER)
PLACE_TEST(tags_in_a_cell_of_odt, TINY_ODT, TINY_CELL)
PLACE_TEST(tags_in_a_cell_of_docx, TINY_DOCX, TINY_CELL)
PLACE_TEST(tags_in_an_item_of_odt, TINY_ODT, TINY_ITEM)
PLACE_TEST(tags_in_an_item_of_docx, TINY_DOCX, TINY_ITEM)

int main(void)
{
	const struct CMUnitTest tests[] = {
		job_test(tags_in_the_body_of_odt),
		job_test(tags_in_the_body_of_docx),
		job_test(tags_in_the_header_of_odt),
		job_test(tags_in_the_header_of_docx),
		job_test(tags_in_a_cell_of_odt),
		job_test(tags_in_a_cell_of_docx),
		job_test(tags_in_an_item_of_odt),
		job_test(tags_in_an_item_of_docx),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
