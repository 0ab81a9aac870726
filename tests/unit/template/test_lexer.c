#include "support/fixture.h"

#include "template/token.h"

static const char *const kinds[] = {
	[PK_TAG_VALUE] = "value", [PK_TAG_RAW] = "raw", [PK_TAG_OPEN] = "open",
	[PK_TAG_UNLESS] = "unless", [PK_TAG_CLOSE] = "close", [PK_TAG_PARTIAL] = "partial",
	[PK_TAG_COMMENT] = "comment", [PK_TAG_DELIMITERS] = "delimiters",
};

/* The tags of a text, as "kind[name] from-to; ", and "error; " for each that is none. */
static struct pk_str tags(struct pk_job *job, struct pk_lexer *lexer)
{
	struct pk_out out = pk_out_new(job->arena, 1 << 20);
	struct pk_str text = { NULL, 0 };
	struct pk_tag tag;
	for (;;) {
		if (!pk_lexer_next(job, lexer, &tag)) {
			pk_put_c(&out, "error; ");
			continue;
		}
		if (tag.kind == PK_TAG_NONE)
			break;
		pk_put_c(&out, kinds[tag.kind]);
		pk_put_byte(&out, '[');
		pk_put(&out, tag.name);
		pk_put_c(&out, "] ");
		pk_put_uint(&out, tag.from);
		pk_put_byte(&out, '-');
		pk_put_uint(&out, tag.to);
		pk_put_c(&out, "; ");
	}
	assert_true(pk_out_done(job, &out, &text));
	return text;
}

struct row {
	const char *text, *expected;
};

static void every_kind_of_tag_is_found(void **state)
{
	static const struct row rows[] = {
		{ "", "" },
		{ "inga { taggar } alls }}", "" },
		{ "{{namn}}", "value[namn] 0-8; " },
		{ "a{{ namn }}b", "value[namn] 1-11; " },
		{ "{{\nnamn\t}}", "value[namn] 0-10; " },
		{ "{{{a}}}{{& b }}", "raw[a] 0-7; raw[b] 7-15; " },
		{ "{{{ a }}}}", "raw[a] 0-9; " },
		{ "{{#a}}{{^b?}}{{/b?}}{{/a}}",
			"open[a] 0-6; unless[b?] 6-13; close[b?] 13-20; close[a] 20-26; " },
		{ "{{ # a }}{{ / a }}", "open[a] 0-9; close[a] 9-18; " },
		{ "{{>huvud}}{{> fot }}", "partial[huvud] 0-10; partial[fot] 10-20; " },
		{ "{{! {{ inte en tagg }}", "comment[{{ inte en tagg] 0-22; " },
		{ "{{!}}", "comment[] 0-5; " },
		{ "{{datum.lång}}", "value[datum.lång] 0-15; " },
		{ "{{.}}", "value[.] 0-5; " },
		{ "{ {{a}} }", "value[a] 2-7; " },
		{ "{{=<% %>=}}{{a}}<%a%><%={{ }}=%>{{a}}",
			"delimiters[<% %>] 0-11; value[a] 16-21; delimiters[{{ }}] 21-32; "
			"value[a] 32-37; " },
		{ "{{= | | =}}|#a| |/a|", "delimiters[| |] 0-11; open[a] 11-15; close[a] 16-20; " },
		{ "{{=<% %>=}}<%{a}%>", "delimiters[<% %>] 0-11; raw[a] 11-18; " },
	};
	for (size_t i = 0; i < PK_COUNT(rows); i++) {
		struct pk_lexer lexer = pk_lexer_new(pk_str_of(rows[i].text), 0);
		assert_text(tags(*state, &lexer), rows[i].expected);
	}
	assert_silent(*state);
}

static void names_are_composed(void **state)
{
	struct pk_lexer lexer = pk_lexer_new(PK_STR("{{a\xCC\x8Arende}}"), 0);
	assert_text(tags(*state, &lexer), "value[\xC3\xA5rende] 0-12; ");
}

static void bad_tags_are_errors_at_their_place(void **state)
{
	static const struct {
		const char *text, *code;
		uint32_t line, column;
		const char *expected;
	} rows[] = {
		{ "a\n  {{namn", "P100", 2, 3, "error; " },
		{ "å {{namn} {{a}}", "P100", 1, 3, "error; value[a] 11-16; " },
		{ "{{{namn}} {{a}}", "P100", 1, 1, "error; value[a] 10-15; " },
		{ "{{! {{a}", "P100", 1, 1, "error; " },
		{ "{{}}{{a}}", "P101", 1, 1, "error; value[a] 4-9; " },
		{ "{{# }}", "P101", 1, 1, "error; " },
		{ "{{{}}}", "P101", 1, 1, "error; " },
		{ "{{=<%=}}", "P102", 1, 1, "error; " },
		{ "{{=a b c=}}", "P102", 1, 1, "error; " },
		{ "{{==}}", "P102", 1, 1, "error; " },
		{ "{{=a= b=}}{{a}}", "P102", 1, 1, "error; value[a] 10-15; " },
	};
	(void)state;
	for (size_t i = 0; i < PK_COUNT(rows); i++) {
		void *inner = NULL;
		assert_int_equal(fixture_job(&inner), 0);
		struct pk_lexer lexer = pk_lexer_new(pk_str_of(rows[i].text),
				source_of(inner, "mall.txt", rows[i].text));
		assert_text(tags(inner, &lexer), rows[i].expected);
		assert_only(inner, rows[i].code, rows[i].line, rows[i].column);
		fixture_job_free(&inner);
	}
}

static void an_unclosed_tag_is_shown_with_its_remedy(void **state)
{
	const char *text = "Datum: {{datum}\n";
	struct pk_lexer lexer = pk_lexer_new(pk_str_of(text), source_of(*state, "mall.txt", text));
	struct pk_tag tag;
	assert_false(pk_lexer_next(*state, &lexer, &tag));
	assert_non_null(strstr(reports(*state, PK_SWEDISH), "skriv }} efter namnet"));
	assert_non_null(strstr(reports(*state, PK_ENGLISH), "write }} after the name"));
}

static void what_an_office_editor_puts_in_is_taken_out(void **state)
{
	static const struct row rows[] = {
		{ "{{\xC2\xA0namn\xC2\xA0}}", "value[namn] 0-12; " },
		{ "{{na\xC2\xADmn}}", "value[namn] 0-10; " },
		{ "{{\xE2\x80\x8B#a}}{{/a\xE2\x80\x8B}}", "open[a] 0-9; close[a] 9-18; " },
		{ "{{\xE2\x80\x9Cnamn\xE2\x80\x9D}}", "value[namn] 0-14; " },
		{ "{{=<%\xC2\xA0%>=}}<%a%>", "delimiters[<% %>] 0-12; value[a] 12-17; " },
		{ "{{rubrik}}", "value[rubrik] 0-10; " },
	};
	for (size_t i = 0; i < PK_COUNT(rows); i++) {
		struct pk_lexer lexer = pk_lexer_new(pk_str_of(rows[i].text), 0);
		lexer.lenient = true;
		assert_text(tags(*state, &lexer), rows[i].expected);
	}
	struct pk_lexer strict = pk_lexer_new(PK_STR("{{na\xC2\xADmn}}"), 0);
	assert_text(tags(*state, &strict), "value[na\xC2\xADmn] 0-10; ");
	assert_silent(*state);
}

static void delimiters_go_on_into_the_next_text(void **state)
{
	struct pk_lexer first = pk_lexer_new(PK_STR("{{=[ ]=}}"), 0);
	assert_text(tags(*state, &first), "delimiters[[ ]] 0-9; ");
	struct pk_lexer second = pk_lexer_new(PK_STR("{{a}} [b]"), 0);
	second.open = first.open;
	second.close = first.close;
	assert_text(tags(*state, &second), "value[b] 6-9; ");
}

static void a_text_of_only_braces_is_soon_done(void **state)
{
	struct pk_job *job = *state;
	char *braces = pk_new(job, char, 400000);
	assert_non_null(braces);
	memset(braces, '{', 400000);
	struct pk_lexer lexer = pk_lexer_new((struct pk_str){ braces, 400000 }, 0);
	struct pk_tag tag;
	size_t errors = 0;
	while (!pk_lexer_next(job, &lexer, &tag))
		errors++;
	assert_int_equal(tag.kind, PK_TAG_NONE);
	assert_int_equal(errors, 200000);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		job_test(every_kind_of_tag_is_found),
		job_test(names_are_composed),
		job_test(bad_tags_are_errors_at_their_place),
		job_test(an_unclosed_tag_is_shown_with_its_remedy),
		job_test(what_an_office_editor_puts_in_is_taken_out),
		job_test(delimiters_go_on_into_the_next_text),
		job_test(a_text_of_only_braces_is_soon_done),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
