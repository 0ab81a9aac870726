/* The public header, used as in its own example. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <cmocka.h>

#include "protokoll/protokoll.h"

static char folder[] = "/tmp/protokoll-library-XXXXXX";

static int make_folder(void **state)
{
	(void)state;
	return mkdtemp(folder) == NULL ? -1 : 0;
}

static int remove_folder(void **state)
{
	(void)state;
	return rmdir(folder);
}

/* Writes a meeting into the folder and returns its path. */
static const char *meeting(char *path, size_t n, const char *text)
{
	FILE *file;

	snprintf(path, n, "%s/m.yaml", folder);
	file = fopen(path, "w");
	assert_non_null(file);
	assert_true(fputs(text, file) >= 0);
	assert_int_equal(fclose(file), 0);
	return path;
}

static void documents_are_built_where_told(void **state)
{
	struct protokoll_options options = { .size = sizeof(options), .folder = folder,
		.formats = "docx" };
	struct protokoll_result *result = protokoll_build("samples/sn-2020-09-21.yaml", &options);
	char expected[100];

	(void)state;
	snprintf(expected, sizeof(expected), "%s/sn-2020-09-21.docx", folder);
	assert_int_equal(protokoll_result_status(result), PROTOKOLL_DONE);
	assert_int_equal(protokoll_result_paths(result), 1);
	assert_string_equal(protokoll_result_path(result, 0), expected);
	assert_null(protokoll_result_path(result, 1));
	assert_int_equal(protokoll_result_messages(result), 0);
	protokoll_result_free(result);
	assert_int_equal(unlink(expected), 0);
}

static void messages_have_places_and_both_languages(void **state)
{
	char path[100];
	struct protokoll_message message;
	struct protokoll_result *result = protokoll_check(meeting(path, sizeof(path),
			"organ: SN\ndatum: 2024-02-30\nparagrafer:\n  - {nr: 1, rubrik: x, beslut: nej}\n"),
			NULL);

	(void)state;
	assert_int_equal(protokoll_result_status(result), PROTOKOLL_CONTENT);
	assert_int_equal(protokoll_result_messages(result), 1);
	assert_true(protokoll_result_message(result, 0, PROTOKOLL_SWEDISH, &message));
	assert_int_equal(message.level, PROTOKOLL_ERROR);
	assert_string_equal(message.file, path);
	assert_int_equal(message.line, 2);
	assert_int_equal(message.column, 8);
	assert_non_null(strstr(message.shown, "2024-02-30\n"));
	assert_true(message.hint[0] != '\0');
	assert_true(protokoll_result_message(result, 0, PROTOKOLL_ENGLISH, &message));
	assert_non_null(strstr(message.shown, ": error["));
	assert_false(protokoll_result_message(result, 1, PROTOKOLL_ENGLISH, &message));
	protokoll_result_free(result);
	assert_int_equal(unlink(path), 0);
}

/* A program compiled against an older header passes a shorter struct. */
static void shorter_options_are_understood(void **state)
{
	struct protokoll_options options = { .size = offsetof(struct protokoll_options, output),
		.formats = "rtf", .output = (const char *)1 };
	struct protokoll_result *result = protokoll_build("samples/sn-2020-09-21.yaml", &options);

	(void)state;
	assert_int_equal(protokoll_result_status(result), PROTOKOLL_USAGE);
	protokoll_result_free(result);
}

static void missing_files_are_told(void **state)
{
	struct protokoll_result *result = protokoll_build("finns/inte.yaml", NULL);

	(void)state;
	assert_int_equal(protokoll_result_status(result), PROTOKOLL_FILE);
	assert_int_equal(protokoll_result_paths(result), 0);
	protokoll_result_free(result);
	protokoll_result_free(NULL);
	assert_int_equal(protokoll_result_status(NULL), PROTOKOLL_FAULT);
}

static void the_schema_is_a_text(void **state)
{
	struct protokoll_result *result = protokoll_schema();

	(void)state;
	assert_int_equal(protokoll_result_status(result), PROTOKOLL_DONE);
	assert_non_null(strstr(protokoll_result_text(result), "https://json-schema.org/draft/2020-12/schema"));
	protokoll_result_free(result);
}

/* The way of one who makes a template. */
static void a_template_from_beginning_to_end(void **state)
{
	char template[100], document[100];
	struct protokoll_options options = { .size = sizeof(options), .output = document };
	struct protokoll_result *result;

	(void)state;
	snprintf(template, sizeof(template), "%s/mall.odt", folder);
	snprintf(document, sizeof(document), "%s/visa.odt", folder);
	result = protokoll_template_export("standard", template, NULL);
	assert_int_equal(protokoll_result_status(result), PROTOKOLL_DONE);
	assert_string_equal(protokoll_result_path(result, 0), template);
	protokoll_result_free(result);
	result = protokoll_template_export("standard", template, NULL);
	assert_int_equal(protokoll_result_status(result), PROTOKOLL_FILE);
	protokoll_result_free(result);
	result = protokoll_template_check(template, NULL);
	assert_int_equal(protokoll_result_status(result), PROTOKOLL_DONE);
	assert_int_equal(protokoll_result_messages(result), 0);
	protokoll_result_free(result);
	result = protokoll_template_try(template, &options);
	assert_int_equal(protokoll_result_status(result), PROTOKOLL_DONE);
	assert_int_equal(protokoll_result_messages(result), 0);
	assert_string_equal(protokoll_result_path(result, 0), document);
	protokoll_result_free(result);
	assert_int_equal(unlink(template) | unlink(document), 0);
}

static void templates_are_texts_too(void **state)
{
	struct protokoll_result *result = protokoll_template_list();

	(void)state;
	assert_int_equal(protokoll_result_status(result), PROTOKOLL_DONE);
	assert_non_null(strstr(protokoll_result_text(result), "standard docx "));
	protokoll_result_free(result);
	result = protokoll_template_fields(true);
	assert_int_equal(protokoll_result_status(result), PROTOKOLL_DONE);
	assert_non_null(strstr(protokoll_result_text(result), "{\"name\": \"paragrafer.rubrik\""));
	protokoll_result_free(result);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(documents_are_built_where_told),
		cmocka_unit_test(messages_have_places_and_both_languages),
		cmocka_unit_test(shorter_options_are_understood),
		cmocka_unit_test(missing_files_are_told),
		cmocka_unit_test(the_schema_is_a_text),
		cmocka_unit_test(a_template_from_beginning_to_end),
		cmocka_unit_test(templates_are_texts_too),
	};

	return cmocka_run_group_tests(tests, make_folder, remove_folder);
}
