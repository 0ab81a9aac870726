/* Programs as text: what is compiled, and what is refused. */
#include "unit/template/fill.h"

#include "template/program.h"

static struct pk_str printed(struct pk_job *job, const struct pk_program *program)
{
	struct pk_out out = pk_out_new(job->arena, 1 << 20);
	struct pk_str text = { NULL, 0 };
	pk_program_print(program, &out);
	assert_true(pk_out_done(job, &out, &text));
	return text;
}

static struct pk_str program_of(struct pk_job *job, const struct text_case *row)
{
	const struct pk_text_template *template = NULL;
	struct pk_out out = pk_out_new(job->arena, 1 << 20);
	struct pk_str text = { NULL, 0 };
	if (!compile(job, row, &template))
		fail_msg("%s\n%s", row->text, reports(job, PK_ENGLISH));
	pk_text_print(template, &out);
	assert_true(pk_out_done(job, &out, &text));
	return text;
}

#define MODEL \
	"{\"etikett\": {\"rubrik\": \"r\"}, \"datum\": {\"\": \"d\", \"iso\": \"d\", \"lång\": \"d\"}, \"dnr\": \"d\"," \
	" \"närvarande\": {\"beslutande\": [{\"namn\": \"n\", \"parti\": \"p\"}]}," \
	" \"paragrafer\": [{\"rubrik\": \"r\", \"beslut\": [\"b\"], \"beslutsunderlag\": [\"u\"]}]}"

static void sections_jump_to_their_ends(void **state)
{
	struct pk_job *job = *state;
	const struct text_case row = {
		.text = "Hej {{! ingenting }}du\n{{#a}}\n- {{b.c}}{{{d}}}\n{{/a}}\n"
			"{{#a?}}x{{/a?}}{{^a}}y{{/a}}",
		.json = "{\"a\": [{\"d\": 1}, {\"d\": 2}]}",
	};
	assert_text(program_of(job, &row),
			"0 literal \"Hej du\\n\"\n"
			"1 each a -> 6\n"
			"2  literal \"- \"\n"
			"3  value b.c\n"
			"4  raw d\n"
			"5  literal \"\\n\"\n"
			"6 end a -> 1\n"
			"7 once a -> 9\n"
			"8  literal \"x\"\n"
			"9 end a -> 7\n"
			"10 unless a -> 12\n"
			"11  literal \"y\"\n"
			"12 end a -> 10\n"
			"13 return\n");
	assert_text(fill(job, &row), "Hej du\n- 1\n- 2\nx");
}

static void the_model_tells_lists_from_the_rest(void **state)
{
	const struct text_case row = {
		.text = "{{#paragrafer}}{{#beslut}}{{.}}{{nummer}}{{/beslut}}{{#dnr}}{{.}}{{/dnr}}"
			"{{/paragrafer}}{{#datum}}{{iso}}{{/datum}}",
		.model = MODEL,
	};
	assert_text(program_of(*state, &row),
			"0 each paragrafer -> 8\n"
			"1  each beslut -> 4\n"
			"2   value .\n"
			"3   value nummer\n"
			"4  end beslut -> 1\n"
			"5  with dnr -> 7\n"
			"6   value .\n"
			"7  end dnr -> 5\n"
			"8 end paragrafer -> 0\n"
			"9 with datum -> 11\n"
			"10  value iso\n"
			"11 end datum -> 9\n"
			"12 return\n");
}

static void partials_are_built_once(void **state)
{
	const struct text_case row = {
		.text = "{{>a}}{{>b}}\n  {{>a}}\n",
		.partials = "{\"a\": \"A{{>b}}\\n\", \"b\": \"B\"}",
	};
	assert_text(program_of(*state, &row),
			"0 mark 2 0\n"
			"1 call a\n"
			"2 mark 3 0\n"
			"3 mark 2 0\n"
			"4 call b\n"
			"5 mark 3 0\n"
			"6 literal \"\\n\"\n"
			"7 mark 1 0\n"
			"8 call a\n"
			"9 mark 3 0\n"
			"10 return\n"
			"partial a:\n"
			"11 mark 0 0\n"
			"12 literal \"A\"\n"
			"13 mark 2 0\n"
			"14 call b\n"
			"15 mark 3 0\n"
			"16 literal \"\\n\"\n"
			"17 return\n"
			"partial b:\n"
			"18 mark 0 0\n"
			"19 literal \"B\"\n"
			"20 return\n");
}

static void a_partial_is_checked_in_every_context_it_is_called_in(void **state)
{
	struct text_case row = {
		.text = "{{#paragrafer}}{{>a}}{{>a}}{{/paragrafer}}", .model = MODEL,
		.partials = "{\"a\": \"{{rubrik}}\"}",
	};
	const struct pk_text_template *template;
	assert_true(compile(*state, &row, &template));
	assert_silent(*state);
	row.text = "{{#paragrafer}}{{>a}}{{/paragrafer}}\n{{>a}}";
	assert_false(compile(*state, &row, &template));
	assert_only(*state, "P107", 1, 1);
	/* It is wrong where the partial was called from, so that is shown too. */
	assert_non_null(strstr(reports(*state, PK_SWEDISH), "mall.txt:2:1"));
}

static void known_names_are_known_where_they_stand(void **state)
{
	static const char *const texts[] = {
		"{{datum}}{{datum.lång}}{{dnr}}",
		"{{#närvarande}}{{#beslutande}}{{namn}} {{datum.iso}}{{/beslutande}}{{/närvarande}}",
		"{{#närvarande.beslutande}}{{namn}}{{#sista?}}.{{/sista?}}{{/närvarande.beslutande}}",
		"{{#paragrafer}}{{#beslut?}}{{#beslut}}{{.}}{{/beslut}}{{/beslut?}}{{/paragrafer}}",
		"{{#paragrafer}}{{^beslut?}}-{{/beslut?}}{{/paragrafer}}",
		"{{#paragrafer}}{{#dnr}}{{nummer}}{{rubrik}}{{/dnr}}{{/paragrafer}}",
		"{{#paragrafer?}}{{/paragrafer?}}",
		"{{#dnr}}{{.}}{{/dnr}}",
	};
	for (size_t i = 0; i < PK_COUNT(texts); i++) {
		const struct text_case row = { .text = texts[i], .model = MODEL };
		const struct pk_text_template *template;
		(void)!compile(*state, &row, &template);
		assert_silent(*state);
	}
}

static void errors_tell_place_and_remedy(void **state)
{
	static const struct {
		const char *text, *code;
		uint32_t column;
		const char *hint;
	} rows[] = {
		{ "{{datun}}", "P106", 1, "menade du datum?" },
		{ "{{narvarande.beslutande}}", "P106", 1, "menade du närvarande.beslutande?" },
		{ "  {{datum.lang}}", "P106", 3, "menade du datum.lång?" },
		{ "{{#datumm.iso}}{{x}}{{/datumm.iso}}", "P106", 1, "menade du datum.iso?" },
		{ "{{^paragrafr}}{{/paragrafr}}", "P106", 1, "menade du paragrafer?" },
		{ "{{#paragrafr?}}{{xyz}}{{/paragrafr?}}", "P106", 1, "menade du paragrafer?" },
		{ "{{#paragrafer}}{{numer}}{{/paragrafer}}", "P106", 16, "menade du nummer?" },
		{ "{{rubrik}}", "P107", 1, "det finns mellan {{#paragrafer}} och {{/paragrafer}}" },
		{ "{{namn}}", "P107", 1, "det finns mellan {{#beslutande}} och {{/beslutande}}" },
		{ "{{helt_annat}}", "P105", 1, "rätta namnet" },
		{ "{{#första?}}{{/första?}}", "P105", 1, "rätta namnet" },
		{ "{{dnr?}}", "P106", 1, "menade du dnr?" },
		{ "{{paragrafer}}", "P108", 1, "skriv {{#paragrafer}} före" },
		{ "{{paragrafer.rubrik}}", "P105", 1, "rätta namnet" },
		{ "{{närvarande}}", "P109", 1, "skriv en av dem, t.ex. {{närvarande.beslutande}}" },
		{ "{{#dnr}}", "P110", 1, "skriv {{/dnr}}" },
		{ "{{/dnr}}", "P112", 1, "skriv {{#dnr}}" },
		{ "{{#dnr?}}{{/dnr}}", "P119", 10, "skriv {{/dnr?}}" },
		{ "{{#paragrafer}}{{/datum}}{{/paragrafer}}", "P112", 16, "eller ta bort taggen" },
		/* Of what closes a misspelt section nothing more is said. */
		{ "{{#Paragrafer}}{{/paragrafer}}", "P106", 1, "menade du paragrafer?" },
		{ "{{#dnr}}{{#paragrafr}}{{/dnr}}", "P106", 9, "menade du paragrafer?" },
		/* What a word processor and its user make of names. */
		{ "{{datum,iso}}", "P106", 1, "menade du datum.iso?" },
		{ "{{datum–iso}}", "P106", 1, "menade du datum.iso?" },
		{ "{{MERGEFIELD datum}}", "P106", 1, "menade du datum?" },
		{ "{{#if dnr}}{{/dnr}}", "P106", 1, "menade du dnr?" },
		{ "{{slut dnr?}}", "P106", 1, "menade du dnr?" },
		{ "{{#dnr?}}{{dnr?}}{{/dnr?}}", "P106", 10, "menade du {{/dnr?}}?" },
		{ "{{{datum}}", "P100", 1, "skriv }}} efter" },
		{ "{{\\dnr}}", "P106", 1, "menade du {{/dnr}}?" },
		{ "{{datum.\niso}}", "P118", 1, "på en rad, med namnet datum.iso" },
		{ "{{>sidhuvud}}", "P113", 1, "lägg filen bredvid" },
		{ "{{! } {{datum}", "P100", 1, "skriv }}" },
		{ "{{=| |=}}|", "P100", 10, "skriv | efter" },
	};
	(void)state;
	for (size_t i = 0; i < PK_COUNT(rows); i++) {
		void *inner = NULL;
		const struct text_case row = { .text = rows[i].text, .model = MODEL };
		const struct pk_text_template *template;
		assert_int_equal(fixture_job(&inner), 0);
		if (compile(inner, &row, &template))
			fail_msg("accepted: %s", rows[i].text);
		assert_only(inner, rows[i].code, 1, rows[i].column);
		if (strstr(reports(inner, PK_SWEDISH), rows[i].hint) == NULL)
			fail_msg("no \"%s\" in:\n%s", rows[i].hint, reports(inner, PK_SWEDISH));
		fixture_job_free(&inner);
	}
}

static const struct pk_renamed renamed[] = {
	{ "diarienummer", "dnr", "0.2" },
	{ "datum.långt", "datum.lång", "0.2" },
	{ "närvarande.ledamöter", "närvarande.beslutande", "0.3" },
	{ "närvarande.beslutande.dnr", "närvarande.beslutande.parti", "0.3" },
	{ "ärenden", "paragrafer", "1.0" },
	{ "paragrafer.titel", "paragrafer.rubrik", "1.0" },
	{ NULL, NULL, NULL },
};

#define RENAMED_VALUES \
	"{\"dnr\": \"SN 1\", \"datum\": {\"lång\": \"den 1 maj\"}," \
	" \"närvarande\": {\"beslutande\": [{\"namn\": \"Eva\", \"parti\": \"S\"}]}," \
	" \"paragrafer\": [{\"rubrik\": \"Val\"}]}"

static void a_renamed_name_prints_what_the_new_one_does(void **state)
{
	static const struct {
		const char *text, *expected, *warning;
	} rows[] = {
		{ "nr {{diarienummer}}", "nr SN 1",
			"mall.txt:1:4: varning[P117]: namnet diarienummer heter dnr sedan version 0.2" },
		{ "{{datum.långt}}", "den 1 maj",
			"namnet datum.långt heter datum.lång sedan version 0.2" },
		{ "{{#datum}}{{långt}}{{/datum}}", "den 1 maj", "namnet långt heter lång" },
		{ "{{#diarienummer?}}ja{{/diarienummer?}}", "ja", "namnet diarienummer heter dnr" },
		{ "{{^diarienummer}}nej{{/diarienummer}}", "", "namnet diarienummer heter dnr" },
		{ "{{#ärenden}}{{rubrik}}{{/ärenden}}", "Val", "namnet ärenden heter paragrafer" },
		{ "{{#paragrafer}}{{titel}}{{/paragrafer}}", "Val", "namnet titel heter rubrik" },
		{ "{{#närvarande}}{{#ledamöter}}{{namn}}{{/ledamöter}}{{/närvarande}}", "Eva",
			"namnet ledamöter heter beslutande" },
		{ "{{#närvarande.ledamöter}}{{namn}}{{/närvarande.ledamöter}}", "Eva",
			"namnet närvarande.ledamöter heter närvarande.beslutande" },
		/* An old name of the list goes before the name of that sound further out. */
		{ "{{#närvarande.beslutande}}{{dnr}}{{/närvarande.beslutande}}", "S",
			"namnet dnr heter parti" },
	};
	(void)state;
	for (size_t i = 0; i < PK_COUNT(rows); i++) {
		void *inner = NULL;
		const struct text_case row = { .text = rows[i].text, .json = RENAMED_VALUES,
			.model = MODEL, .renamed = renamed };
		assert_int_equal(fixture_job(&inner), 0);
		assert_text(fill(inner, &row), rows[i].expected);
		assert_int_equal(pk_diag_count(((struct pk_job *)inner)->diags), 1);
		if (strstr(reports(inner, PK_SWEDISH), rows[i].warning) == NULL)
			fail_msg("no \"%s\" in:\n%s", rows[i].warning, reports(inner, PK_SWEDISH));
		fixture_job_free(&inner);
	}
}

static void an_old_name_is_known_only_where_it_was(void **state)
{
	static const char *const texts[] = { "{{titel}}", "{{#datum}}{{titel}}{{/datum}}",
		"{{datum.långt.mer}}", "{{ledamöter}}", "{{#paragrafer}}{{ledamöter}}{{/paragrafer}}" };
	(void)state;
	for (size_t i = 0; i < PK_COUNT(texts); i++) {
		void *inner = NULL;
		const struct text_case row = { .text = texts[i], .model = MODEL, .renamed = renamed };
		const struct pk_text_template *template;
		assert_int_equal(fixture_job(&inner), 0);
		if (compile(inner, &row, &template))
			fail_msg("accepted: %s", texts[i]);
		assert_non_null(strstr(reports(inner, PK_SWEDISH), "finns inte"));
		fixture_job_free(&inner);
	}
}

static void crossed_sections_show_both_places(void **state)
{
	const struct text_case row = { .text = "{{#a}}\n{{#b}}\n{{/a}}\n{{/b}}\n" };
	const struct pk_text_template *template;
	assert_false(compile(*state, &row, &template));
	assert_int_equal(pk_diag_count((*(struct pk_job **)state)->diags), 2);
	const struct pk_report *crossed = pk_diag_get((*(struct pk_job **)state)->diags, 0);
	assert_string_equal(pk_message_code(crossed->message), "P111");
	assert_int_equal(crossed->at.offset, 14);
	assert_int_equal(crossed->other.offset, 7);
	assert_int_equal(crossed->other.source, crossed->at.source);
}

static void all_errors_are_found_at_once(void **state)
{
	struct pk_job *job = *state;
	const struct text_case row = {
		.text = "{{dnrr}}\n{{}}\n{{#xyzxyz}}{{inuti}}{{/xyzxyz}}\n{{>saknas}}\n{{#datum}}",
		.model = MODEL,
	};
	const struct pk_text_template *template;
	assert_false(compile(job, &row, &template));
	assert_int_equal(pk_diag_count(job->diags), 5);
}

static void without_a_model_every_name_is_right(void **state)
{
	const struct text_case row = {
		.text = "{{vad}}{{#som}}{{helst}}{{/som}}{{>alls}}", .json = "{}",
	};
	assert_text(fill(*state, &row), "");
	assert_silent(*state);
}

/* A program that a document format builds: literals, marks and things that must be fresh. */
static const struct pk_program *build(struct pk_job *job)
{
	struct pk_value model = json(job, MODEL);
	struct pk_builder *b = NULL;
	const struct pk_program *program = NULL;
	assert_true(pk_builder_new(job, &(struct pk_build_options){ .model = &model }, &b));
	pk_build_literal(b, PK_STR("<a>"));
	pk_build_literal(b, PK_STR("<b>"));
	assert_true(pk_build_open(b, PK_STR("paragrafer"), false, PK_NOWHERE));
	assert_int_equal(pk_build_depth(b), 1);
	assert_true(pk_build_open(b, PK_STR("dnr"), false, PK_NOWHERE));
	assert_int_equal(pk_build_depth(b), 1);
	pk_build_fresh(b, 7, 1, PK_STR("rId5"));
	assert_true(pk_build_close(b, PK_STR("dnr"), PK_NOWHERE));
	assert_true(pk_build_open(b, PK_STR("beslut"), false, PK_NOWHERE));
	assert_int_equal(pk_build_depth(b), 2);
	assert_int_equal(pk_build_look(b, PK_STR("rubrik"))->kind, PK_TEXT);
	assert_int_equal(pk_build_look(b, PK_STR("beslutsunderlag?"))->kind, PK_LIST);
	assert_null(pk_build_look(b, PK_STR("namn")));
	pk_build_fresh(b, 8, 2, PK_STR("_P"));
	pk_build_fresh(b, 8, 1, PK_STR("_Q"));
	pk_build_fresh(b, 9, 0, PK_STR("_R"));
	pk_build_mark(b, 3, 4);
	assert_true(pk_build_close(b, PK_STR("beslut"), PK_NOWHERE));
	assert_true(pk_build_close(b, PK_STR("paragrafer"), PK_NOWHERE));
	assert_int_equal(pk_build_depth(b), 0);
	assert_true(pk_build_done(b, &program));
	return program;
}

static void documents_are_built_of_the_same_operations(void **state)
{
	assert_text(printed(*state, build(*state)),
			"0 literal \"<a><b>\"\n"
			"1 each paragrafer -> 11\n"
			"2  with dnr -> 4\n"
			"3   fresh 7 1 \"rId5\"\n"
			"4  end dnr -> 2\n"
			"5  each beslut -> 10\n"
			"6   fresh 8 2 \"_P\"\n"
			"7   fresh 8 1 \"_Q\"\n"
			"8   fresh 9 0 \"_R\"\n"
			"9   mark 3 4\n"
			"10  end beslut -> 5\n"
			"11 end paragrafer -> 1\n"
			"12 return\n");
}

static void note_fresh(void *self, const struct pk_op *op, struct pk_str was, uint32_t turn)
{
	(void)op;
	pk_put(self, was);
	pk_put_uint(self, turn);
	pk_put_byte(self, ' ');
}

static void note_mark(void *self, const struct pk_op *op)
{
	pk_put_uint(self, op->at * 10 + op->len);
	pk_put_byte(self, ' ');
}

static void note_turn(void *self, const struct pk_op *each, const struct pk_value *item,
		uint32_t turn, bool begins)
{
	(void)each;
	pk_put_c(self, begins ? "[" : "]");
	pk_put_uint(self, turn);
	if (item->kind == PK_TEXT)
		pk_put(self, item->as.text);
	pk_put_byte(self, ' ');
}

static void what_is_fresh_follows_the_turn_that_owns_it(void **state)
{
	struct pk_job *job = *state;
	struct pk_value root = json(job, "{\"dnr\": \"d\", \"paragrafer\":"
			" [{\"beslut\": [\"a\", \"b\"]}, {\"beslut\": [\"c\"]}]}");
	struct pk_out out = pk_out_new(job->arena, 10000);
	struct pk_run_state run = { 0 };
	struct pk_writer to = {
		.self = &out, .fresh = note_fresh, .mark = note_mark, .turn = note_turn,
	};
	const struct pk_program *program = build(job);
	assert_true(pk_program_run(job, program, &root, &run, &to));
	assert_text(pk_out_str(&out),
			"[1 rId51 [3a _P3 _Q1 _R0 34 ]3a [4b _P4 _Q1 _R0 34 ]4b ]1 "
			"[5 rId55 [7c _P7 _Q5 _R0 34 ]7c ]5 ");
	assert_int_equal(run.turns, 7);
	out.n = 0;
	assert_true(pk_program_run(job, program, &root, &run, &to));
	assert_true(pk_str_starts(pk_out_str(&out), PK_STR("[8 rId58 ")));
}

static void a_program_tells_which_names_it_uses(void **state)
{
	struct pk_builder *b = NULL;
	const struct pk_program *program = NULL;
	assert_true(pk_builder_new(*state, &(struct pk_build_options){ .model = NULL }, &b));
	assert_true(pk_build_open(b, PK_STR("utkast?"), false, PK_NOWHERE));
	assert_true(pk_build_value(b, PK_STR("datum.iso"), false, PK_NOWHERE));
	assert_true(pk_build_close(b, PK_STR("utkast?"), PK_NOWHERE));
	assert_true(pk_build_done(b, &program));
	assert_true(pk_program_names(program, PK_STR("utkast")));
	assert_true(pk_program_names(program, PK_STR("datum")));
	assert_true(pk_program_names(program, PK_STR("datum.iso")));
	assert_false(pk_program_names(program, PK_STR("iso")));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		job_test(sections_jump_to_their_ends),
		job_test(the_model_tells_lists_from_the_rest),
		job_test(partials_are_built_once),
		job_test(a_partial_is_checked_in_every_context_it_is_called_in),
		job_test(known_names_are_known_where_they_stand),
		job_test(errors_tell_place_and_remedy),
		cmocka_unit_test(a_renamed_name_prints_what_the_new_one_does),
		cmocka_unit_test(an_old_name_is_known_only_where_it_was),
		job_test(crossed_sections_show_both_places),
		job_test(all_errors_are_found_at_once),
		job_test(without_a_model_every_name_is_right),
		job_test(documents_are_built_of_the_same_operations),
		job_test(what_is_fresh_follows_the_turn_that_owns_it),
		job_test(a_program_tells_which_names_it_uses),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
