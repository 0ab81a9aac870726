/* What the live page shows of a meeting. */
#include "preview/state.h"
#include "support/fixture.h"

#define DRAFT "samples/utkast-2024-05-21.yaml"

static struct pk_preview_state *made(struct pk_preview_request request)
{
	struct pk_preview_state *state = pk_preview_state_make(&request);

	assert_non_null(state);
	return state;
}

static bool has(struct pk_str text, const char *piece)
{
	return pk_str_find(text, pk_str_of(piece), 0) < text.n;
}

static bool watches(const struct pk_preview_state *state, const char *path)
{
	for (size_t i = 0; i < pk_preview_state_files(state); i++) {
		if (strcmp(pk_preview_state_file(state, i), path) == 0)
			return true;
	}
	return false;
}

static void test_draft(void **unused)
{
	struct pk_preview_state *state = made((struct pk_preview_request){ .file = DRAFT });

	(void)unused;
	assert_true(pk_preview_state_good(state));
	assert_true(has(pk_preview_state_document(state), "UTKAST"));
	assert_true(has(pk_preview_state_report(state), "kvar"));
	assert_true(watches(state, DRAFT));
	/* The settings are made when they are saved the first time. */
	assert_true(watches(state, "samples/protokoll.yaml"));
	pk_preview_state_free(state);
}

static void test_missing_file(void **unused)
{
	struct pk_preview_state *state =
			made((struct pk_preview_request){ .file = "samples/finns-inte.yaml" });

	(void)unused;
	assert_false(pk_preview_state_good(state));
	assert_int_equal(pk_preview_state_document(state).n, 0);
	assert_true(has(pk_preview_state_report(state), "finns-inte.yaml"));
	assert_true(watches(state, "samples/finns-inte.yaml"));
	pk_preview_state_free(state);
}

static void test_downloads(void **unused)
{
	static const char *const formats[] = { "odt", "docx" };
	struct pk_preview_state *state = made((struct pk_preview_request){ .file = DRAFT });
	struct pk_str bytes;

	(void)unused;
	for (size_t i = 0; i < PK_COUNT(formats); i++) {
		assert_true(pk_preview_state_download(state, formats[i], &bytes));
		assert_true(pk_str_starts(bytes, PK_STR("PK\x03\x04")));
	}
	assert_false(pk_preview_state_download(state, "exe", &bytes));
	pk_preview_state_free(state);
}

static void test_assets(void **unused)
{
	const char *type;

	(void)unused;
	assert_true(pk_preview_asset("page.css", &type).n > 0);
	assert_string_equal(type, "text/css; charset=utf-8");
	assert_true(pk_preview_asset("page.js", &type).n > 0);
	assert_int_equal(pk_preview_asset("../page.js", &type).n, 0);
	assert_null(type);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_draft),
		cmocka_unit_test(test_missing_file),
		cmocka_unit_test(test_downloads),
		cmocka_unit_test(test_assets),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
