/* Text for a screen. */
#include "preview/wrap.h"
#include "support/fixture.h"

static struct pk_str done(struct pk_preview_wrap *wrap)
{
	struct pk_str text;

	assert_true(pk_out_done(wrap->job, &wrap->out, &text));
	return text;
}

static void test_words(void **state)
{
	struct pk_preview_wrap wrap = pk_preview_wrap_new(*state, 24);

	pk_preview_wrap_text(&wrap, PK_STR("Nämnden godkänner rapporten och lägger den till handlingarna."), 0,
			PK_STR(""));
	assert_text(done(&wrap), "Nämnden godkänner\nrapporten och lägger den\ntill handlingarna.\n");
}

static void test_items(void **state)
{
	struct pk_preview_wrap wrap = pk_preview_wrap_new(*state, 24);

	pk_preview_wrap_text(&wrap, PK_STR("Rapporten läggs till handlingarna."), 2, PK_STR("- "));
	pk_preview_wrap_text(&wrap, PK_STR("en rad\nen till"), 0, PK_STR("10. "));
	assert_text(done(&wrap), "  - Rapporten läggs till\n    handlingarna.\n10. en rad\n    en till\n");
}

/* A number stays with its sign. */
static void test_signs(void **state)
{
	struct pk_preview_wrap wrap = pk_preview_wrap_new(*state, 22);

	pk_preview_wrap_text(&wrap, PK_STR("Det står i 5 kap. 69 § och för § 4 också."), 0, PK_STR(""));
	assert_text(done(&wrap), "Det står i 5 kap. 69 §\noch för § 4 också.\n");
}

static void test_long_word(void **state)
{
	struct pk_preview_wrap wrap = pk_preview_wrap_new(*state, 20);

	pk_preview_wrap_text(&wrap, PK_STR("se https://www.sjovik.example/socialnamnden/2024"), 0, PK_STR(""));
	assert_text(done(&wrap), "se\nhttps://www.sjovik.e\nxample/socialnamnden\n/2024\n");
}

/* Wide signs take two columns, spaces that do not break one, hidden signs none. */
static void test_widths(void **state)
{
	struct pk_preview_wrap wrap = pk_preview_wrap_new(*state, 20);

	pk_preview_wrap_text(&wrap, PK_STR("日本語日本語日本 12\xC2\xA0" "000 so\xC2\xAD" "cial\x1B[31m"), 0,
			PK_STR(""));
	assert_text(done(&wrap), "日本語日本語日本\n12 000 social[31m\n");
}

static void fill(struct pk_preview_table *table, struct pk_str *cells, size_t n, size_t columns)
{
	*table = (struct pk_preview_table){ .cells = cells, .n = n, .columns = columns, .heads = 1 };
}

static void test_table(void **state)
{
	struct pk_str cells[] = { PK_STR("Förening"), PK_STR("Sökt, kr"), PK_STR("Sjöviks hembygdsförening"),
		PK_STR("60 000") };
	struct pk_preview_wrap wide = pk_preview_wrap_new(*state, 60), narrow = pk_preview_wrap_new(*state, 24);
	struct pk_preview_table table;

	fill(&table, cells, PK_COUNT(cells), 2);
	pk_preview_wrap_table(&wide, &table, 0);
	assert_text(done(&wide), "Förening                  Sökt, kr\n----------------------------------\n"
			"Sjöviks hembygdsförening  60 000\n");
	pk_preview_wrap_table(&narrow, &table, 0);
	assert_text(done(&narrow), "Förening        Sökt, kr\n------------------------\n"
			"Sjöviks         60 000\nhembygdsföreni\nng\n");
}

/* Where columns would be slivers, each row is an item. */
static void test_many_columns(void **state)
{
	struct pk_str cells[] = { PK_STR("a"), PK_STR("b"), PK_STR("c"), PK_STR("d"), PK_STR("1"), PK_STR(""),
		PK_STR("3"), PK_STR("4") };
	struct pk_preview_wrap wrap = pk_preview_wrap_new(*state, 20);
	struct pk_preview_table table;

	fill(&table, cells, PK_COUNT(cells), 4);
	pk_preview_wrap_table(&wrap, &table, 0);
	assert_text(done(&wrap), "- a; b; c; d\n- 1; 3; 4\n");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		job_test(test_words),
		job_test(test_items),
		job_test(test_signs),
		job_test(test_long_word),
		job_test(test_widths),
		job_test(test_table),
		job_test(test_many_columns),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
