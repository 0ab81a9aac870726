/* How messages look: place, line, caret, hint, both languages. */
#include "support/fixture.h"

static struct pk_pos at(uint32_t source, uint32_t offset, uint32_t length)
{
	return (struct pk_pos){ source, offset, length };
}

static void caret_stands_under_the_letter(void **state)
{
	struct pk_job *job = *state;
	uint32_t source = source_of(job, "möte.yaml", "kommun: Sjövik\nplåts: Rådhuset\n");

	assert_false(pk_fail(job, PK_M_PICTURE_MISSING, at(source, 24, 8), PK_STR("a.png"),
			PK_STR("./a.png")));
	assert_string_equal(reports(job, PK_SWEDISH),
			"möte.yaml:2:8: fel[P200]: bilden 'a.png' finns inte\n"
			"    plåts: Rådhuset\n"
			"           ^~~~~~~\n"
			"    råd: lägg bilden i mötets mapp; sökt: ./a.png\n");
	assert_string_equal(reports(job, PK_ENGLISH),
			"möte.yaml:2:8: error[P200]: there is no picture 'a.png'\n"
			"    plåts: Rådhuset\n"
			"           ^~~~~~~\n"
			"    hint: put the picture in the meeting's folder; looked for: ./a.png\n");
}

static void a_long_line_is_cut_around_the_place(void **state)
{
	struct pk_job *job = *state;
	char text[400];
	const char *shown;

	memset(text, 'x', sizeof(text));
	memcpy(text + 300, "HIT", 3);
	text[sizeof(text) - 1] = '\0';
	(void)pk_fail(job, PK_M_PICTURE_KIND, at(source_of(job, "a", text), 300, 3), PK_STR("b"));
	shown = strchr(reports(job, PK_SWEDISH), '\n') + 1;
	assert_non_null(strstr(shown, "    …xxxx"));
	assert_non_null(strstr(shown, "HITxxx"));
	assert_ptr_equal(strstr(shown, "HIT") - strlen("…") + 1 - shown + strchr(shown, '\n') + 1,
			strchr(shown, '^'));
}

static void a_template_paragraph_has_its_own_place(void **state)
{
	struct pk_job *job = *state;
	struct pk_source source = { .name = PK_STR("mall.docx"), .text = PK_STR("Dnr {{dnnr}}"),
		.part = PK_STR("word/document.xml"), .paragraph = 14,
		.heading = PK_STR("Föredragningslista") };
	uint32_t number;

	assert_true(pk_source_add(job, &source, &number));
	(void)pk_fail(job, PK_M_PICTURE_KIND, at(number, 4, 8), PK_STR("x"));
	assert_string_equal(reports(job, PK_SWEDISH),
			"mall.docx: word/document.xml, stycke 14: fel[P202]: bilden 'x' är varken PNG, JPEG eller SVG\n"
			"    Dnr {{dnnr}}\n"
			"        ^~~~~~~~\n"
			"    under rubriken ”Föredragningslista”\n"
			"    råd: öppna bilden och spara den som PNG, eller som JPEG om den är ett foto\n");
}

static void terminals_get_no_control_characters(void **state)
{
	struct pk_job *job = *state;
	uint32_t source = source_of(job, "a", "x\x1B[31my\n");

	(void)pk_fail(job, PK_M_PICTURE_KIND, at(source, 0, 1), PK_STR("b"));
	assert_null(strchr(reports(job, PK_SWEDISH), '\x1B'));
}

static void messages_come_in_order_and_once(void **state)
{
	struct pk_job *job = *state;
	uint32_t source = source_of(job, "a", "1\n2\n3\n");

	(void)pk_fail(job, PK_M_PICTURE_KIND, at(source, 4, 1), PK_STR("x"));
	(void)pk_fail(job, PK_M_PICTURE_KIND, PK_NOWHERE, PK_STR("y"));
	(void)pk_fail(job, PK_M_PICTURE_KIND, at(source, 0, 1), PK_STR("x"));
	(void)pk_fail(job, PK_M_PICTURE_KIND, at(source, 4, 1), PK_STR("x"));
	pk_diag_sort(job->diags);
	assert_int_equal(pk_diag_count(job->diags), 3);
	assert_int_equal(pk_diag_errors(job->diags), 3);
	assert_int_equal(pk_diag_get(job->diags, 0)->at.offset, 0);
	assert_int_equal(pk_diag_get(job->diags, 1)->at.offset, 4);
	assert_int_equal(pk_diag_get(job->diags, 2)->at.source, 0);
}

static void the_list_is_bounded(void **state)
{
	struct pk_job *job = *state;
	uint32_t source = source_of(job, "a", "x");

	for (uint32_t i = 0; i < 1000; i++)
		(void)pk_fail(job, PK_M_PICTURE_KIND, at(source, 0, i), pk_number(job, i));
	assert_int_equal(pk_diag_count(job->diags), job->limits->messages);
	assert_int_equal(pk_diag_dropped(job->diags), 1000 - job->limits->messages);
	assert_int_equal(pk_diag_errors(job->diags), 1000);
}

static void every_message_is_in_both_languages(void **state)
{
	(void)state;
	for (int i = PK_M_NONE + 1; i < PK_M_COUNT; i++) {
		enum pk_message m = (enum pk_message)i;
		const char *code = pk_message_code(m);

		assert_int_equal(strlen(code), 4);
		for (int language = PK_SWEDISH; language <= PK_ENGLISH; language++) {
			const char *text = pk_message_text(m, (enum pk_language)language);

			if (text == NULL || *text == '\0' || text[strlen(text) - 1] == '.')
				fail_msg("%s lacks a text or ends with a full stop", code);
		}
		if ((pk_message_hint(m, PK_SWEDISH) == NULL) != (pk_message_hint(m, PK_ENGLISH) == NULL))
			fail_msg("%s has a hint in one language only", code);
		for (int k = i + 1; k < PK_M_COUNT; k++) {
			if (strcmp(code, pk_message_code((enum pk_message)k)) == 0)
				fail_msg("%s stands twice", code);
		}
	}
}

/* The same arguments must be used in both languages. */
static void translations_use_the_same_arguments(void **state)
{
	(void)state;
	for (int i = PK_M_NONE + 1; i < PK_M_COUNT; i++) {
		enum pk_message m = (enum pk_message)i;

		for (char n = '0'; n <= '3'; n++) {
			char argument[] = { '{', n, '}', '\0' };
			bool sv = strstr(pk_message_text(m, PK_SWEDISH), argument) != NULL;
			bool en = strstr(pk_message_text(m, PK_ENGLISH), argument) != NULL;

			if (sv != en)
				fail_msg("%s uses %s in one language only", pk_message_code(m), argument);
		}
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		job_test(caret_stands_under_the_letter),
		job_test(a_long_line_is_cut_around_the_place),
		job_test(a_template_paragraph_has_its_own_place),
		job_test(terminals_get_no_control_characters),
		job_test(messages_come_in_order_and_once),
		job_test(the_list_is_bounded),
		cmocka_unit_test(every_message_is_in_both_languages),
		cmocka_unit_test(translations_use_the_same_arguments),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
