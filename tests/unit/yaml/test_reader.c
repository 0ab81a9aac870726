#include "support/fixture.h"

#include "yaml/node.h"

static const struct pk_node *read_text(struct pk_job *job, const char *text)
{
	const struct pk_node *root = NULL;

	return pk_yaml_read(job, source_of(job, "m.yaml", text), &root) ? root : NULL;
}

static void assert_tree(struct pk_job *job, const char *text, const char *expected)
{
	struct pk_out out = pk_out_new(job->arena, 1 << 20);
	const struct pk_node *root = read_text(job, text);
	struct pk_str found;

	assert_silent(job);
	assert_non_null(root);
	pk_node_print(job, root, &out);
	assert_true(pk_out_done(job, &out, &found));
	assert_text(found, expected);
}

static void all_scalars_are_text(void **state)
{
	assert_tree(*state, "tid: 13.00\nöppet: ja\nnr: 0123\ndnr: '2020/138'\ntom:\n~: null\n",
			"1:1 map\n"
			"  1:1 \"tid\"\n    1:6 \"13.00\"\n"
			"  2:1 \"öppet\"\n    2:8 \"ja\"\n"
			"  3:1 \"nr\"\n    3:5 \"0123\"\n"
			"  4:1 \"dnr\"\n    4:6 quoted \"2020/138\"\n"
			"  5:1 \"tom\"\n    5:5 \"\"\n"
			"  6:1 \"~\"\n    6:4 \"null\"\n");
}

static void places_count_characters_behind_swedish_letters(void **state)
{
	assert_tree(*state,
			"\xEF\xBB\xBF# åäö\nnärvarande:\n  övriga: [Åsa Öberg, {namn: Örjan}]\n"
			"text: |\n  Å\n\n  ä\nlista:\n- ö\n- é\n",
			"2:1 map\n"
			"  2:1 \"närvarande\"\n"
			"    3:3 map\n"
			"      3:3 \"övriga\"\n"
			"        3:11 list\n"
			"          3:12 \"Åsa Öberg\"\n"
			"          3:23 map\n"
			"            3:24 \"namn\"\n"
			"              3:30 \"Örjan\"\n"
			"  4:1 \"text\"\n"
			"    4:7 block \"Å\\n\\nä\\n\"\n"
			"  8:1 \"lista\"\n"
			"    9:1 list\n"
			"      9:3 \"ö\"\n"
			"      10:3 \"é\"\n");
}

static void decomposed_letters_are_composed(void **state)
{
	struct pk_job *job = *state;
	const struct pk_node *root = NULL;

	assert_true(pk_yaml_read(job,
			source_of(job, "m.yaml", "na\xCC\x88rvarande: Bo\xCC\x88rje\n"), &root));
	assert_text(root->pairs[0].key.text, "närvarande");
	assert_text(pk_node_get(root, PK_STR("narvarande"))->text, "Börje");
	assert_ptr_equal(pk_node_get(root, PK_STR("närvarande")),
			pk_node_get(root, PK_STR("narvarande")));
	assert_null(pk_node_get(root, PK_STR("plats")));
}

static const struct {
	const char *text, *code;
	uint32_t line, column;
	const char *says; /* part of the Swedish message, or NULL */
} bad_files[] = {
	{ "", "P008", 1, 1, NULL },
	{ "# bara en kommentar\n", "P008", 1, 1, NULL },
	{ "---\n", "P008", 1, 1, NULL },
	{ "a: b\n---\nc: d\n", "P009", 2, 1, NULL },
	{ "a: b\n...\nc: d\n", "P009", 3, 1, NULL },
	{ "a: b\nö: c\na: d\n", "P010", 3, 1, "nyckeln a står två gånger" },
	{ "nä: b\nna\xCC\x88: c\n", "P010", 2, 1, NULL },
	{ "närvarande: b\nx: y\nnarvarande: c\n", "P011", 3, 1,
			"narvarande är samma som närvarande" },
	{ "a: &x b\n", "P012", 1, 4, "a: \"&x b\"" },
	{ "rubrik: *Viktigt\n", "P012", 1, 9, "rubrik: \"*Viktigt\"" },
	{ "a: !!str b\n", "P013", 1, 4, "a: \"!!str b\"" },
	{ "rubrik: ! obs\n", "P013", 1, 9, "rubrik: \"! obs\"" },
	{ "a: b\n<<: {c: d}\n", "P014", 2, 1, NULL },
	{ "a: b\n: c\n", "P015", 2, 1, NULL },
	{ "? [a, b]\n: c\n", "P015", 1, 3, NULL },
	{ "rubrik: Budget: ram 2025\nx: y\n", "P020", 1, 9,
			"skriv rubrik: \"Budget: ram 2025\"\n" },
	{ "å:\n  - rubrik: Ö: ä 2025\n", "P020", 2, 13, "skriv - rubrik: \"Ö: ä 2025\"\n" },
	{ "x: Se \"§ 3\": ja\n", "P020", 1, 4, "skriv x: 'Se \"§ 3\": ja'\n" },
	{ "rubrik: [Sekretess] Ärende\nx: y\n", "P020", 1, 9, "rubrik: \"[Sekretess] Ärende\"\n" },
	{ "rubrik: {Sekretess} Ärende\nx: y\n", "P020", 1, 9, "rubrik: \"{Sekretess} Ärende\"\n" },
	{ "rubrik: *Viktigt*\nx: y\n", "P020", 1, 9, "rubrik: \"*Viktigt*\"\n" },
	{ "rubrik: *Viktigt ärende\nx: y\n", "P020", 1, 9, "rubrik: \"*Viktigt ärende\"\n" },
	{ "rubrik: * punkt\nx: y\n", "P020", 1, 9, "rubrik: \"* punkt\"\n" },
	{ "rubrik: & Co\nx: y\n", "P020", 1, 9, "rubrik: \"& Co\"\n" },
	{ "rubrik: @handel\nx: y\n", "P020", 1, 9, "rubrik: \"@handel\"\n" },
	{ "rubrik: %-sats\nx: y\n", "P020", 1, 9, "rubrik: \"%-sats\"\n" },
	{ "rubrik: `kod`\nx: y\n", "P020", 1, 9, "rubrik: \"`kod`\"\n" },
	{ "rubrik: \"Budget\" för 2025\nx: y\n", "P020", 1, 9, "rubrik: '\"Budget\" för 2025'\n" },
	{ "rubrik: 'Budget' för 2025\nx: y\n", "P020", 1, 9, "rubrik: \"'Budget' för 2025\"\n" },
	{ "rubrik: \"Bo's\" C:\\x\nx: y\n", "P020", 1, 9, "rubrik: '\"Bo''s\" C:\\x'\n" },
	{ "rubrik: !Örn\nx: y\n", "P020", 1, 9, "rubrik: \"!Örn\"\n" },
	{ "rubrik: > 5 procent\nx: y\n", "P020", 1, 9, "rubrik: \"> 5 procent\"\n" },
	{ "rubrik: | eller\nx: y\n", "P020", 1, 9, "rubrik: \"| eller\"\n" },
	{ "rubrik: - punkt\nx: y\n", "P020", 1, 9, "rubrik: \"- punkt\"\n" },
	{ "rubrik: ? fråga\nx: y\n", "P020", 1, 9, "rubrik: \"? fråga\"\n" },
	{ "l:\n  - \"A\" och B\n  - c\n", "P020", 2, 5, "skriv - '\"A\" och B'\n" },
	{ "- {rubrik: Budget: ram, text: x}\n", "P020", 1, 12,
			"- {rubrik: \"Budget: ram\", text: x}\n" },
	{ "- {text: x, av: @Bo}\n", "P020", 1, 17, "- {text: x, av: \"@Bo\"}\n" },
	{ "- [Karin, \"Kajsa\" Holm]\n", "P020", 1, 11, "- [Karin, '\"Kajsa\" Holm']\n" },
	{ "a: b\nrubrik:Text\nx: y\n", "P021", 2, 1, "skriv rubrik: Text;" },
	{ "rubrik:Text\nx: y\n", "P021", 1, 1, "skriv rubrik: Text;" },
	{ "l:\n  - rubrik:Text\n    x: y\n", "P021", 2, 5, "skriv rubrik: Text;" },
	{ "text: Hej\ndär du\nnästa: x\n", "P021", 2, 1, "ska den vara indragen" },
	{ "a: b\n  c: d\n", "P022", 2, 3, NULL },
	{ "å:\n    b: 1\n  ä: 2\n", "P022", 3, 3, NULL },
	{ "l:\n  - a\n  b: c\n", "P022", 3, 3, NULL },
	{ "a: b\n- c\n", "P022", 2, 1, NULL },
	{ "a: |\n    text\n  mindre\n", "P022", 3, 3, NULL },
	{ "x: y\nrubrik: \"Budget för\nz: y\n", "P023", 2, 9, "\" saknar sitt slut \"" },
	{ "rubrik: \"Budget\nb: \"Hej\"\n", "P023", 1, 9, "\" saknar sitt slut \"" },
	{ "av: [Bo, Åsa\nx: y\n", "P023", 1, 5, "[ saknar sitt slut ]" },
	{ "av: {namn: Bo\nx: y\n", "P023", 1, 5, "{ saknar sitt slut }" },
	{ "fil: \"C:\\mapp\"\nx: y\n", "P024", 1, 9, NULL },
	{ "a: \"x\\x07y\"\n", "P004", 1, 4, "U+0007" },
	{ "a: \"x\\0y\"\n", "P004", 1, 4, "U+0000" },
	{ "%x\na: b\n", "P025", 1, 3, NULL },
};

static void each_bad_file_has_its_message(void **state)
{
	(void)state;
	for (size_t i = 0; i < PK_COUNT(bad_files); i++) {
		void *own = NULL;

		assert_int_equal(fixture_job(&own), 0);
		if (read_text(own, bad_files[i].text) != NULL)
			fail_msg("was read: %s", bad_files[i].text);
		assert_only(own, bad_files[i].code, bad_files[i].line, bad_files[i].column);
		if (bad_files[i].says != NULL &&
				strstr(reports(own, PK_SWEDISH), bad_files[i].says) == NULL)
			fail_msg("should say \"%s\":\n%s", bad_files[i].says,
					reports(own, PK_SWEDISH));
		fixture_job_free(&own);
	}
}

/* "#3" is a comment, but hardly meant as one. */
static void words_lost_behind_a_sign_are_told(void **state)
{
	struct pk_job *job = *state;
	const struct pk_report *report;

	assert_non_null(read_text(job, "a: Budget # om ramar\nb: Budget#3\nc: |\n  Budget #3\n# d\n#e\nf: g ##\n"));
	assert_silent(job);
	assert_non_null(read_text(job, "rubrik: Budget #3\ndnr: #2024\nx: \"y\" #z\n"));
	assert_int_equal(pk_diag_count(job->diags), 3);
	assert_int_equal(pk_diag_errors(job->diags), 0);
	report = pk_diag_get(job->diags, 0);
	assert_string_equal(pk_message_code(report->message), "P420");
	assert_int_equal(report->at.offset, 15);
	assert_text(report->a, "rubrik: \"Budget #3\"");
	assert_text(pk_diag_get(job->diags, 1)->a, "dnr: \"#2024\"");
}

static void all_errors_come_at_once(void **state)
{
	struct pk_job *job = *state;
	static const struct {
		const char *code;
		uint32_t line;
	} expected[] = { { "P010", 2 }, { "P020", 3 }, { "P021", 4 }, { "P012", 5 }, { "P020", 6 },
		{ "P006", 7 }, { "P011", 8 } };

	assert_null(read_text(job,
			"l: {a: b, c: d}\nm: {a: b, a: c}\nrubrik: Budget: ram\ntitel:Text\n"
			"text: *bra\nsist: *viktigt*\nhårt:\xC2\xA0x\nhart: y\n"));
	pk_diag_sort(job->diags);
	assert_int_equal(pk_diag_count(job->diags), PK_COUNT(expected));
	for (uint32_t i = 0; i < PK_COUNT(expected); i++) {
		const struct pk_report *report = pk_diag_get(job->diags, i);
		uint32_t line, column;

		pk_source_place(pk_source_get(job->sources, report->at.source), report->at.offset,
				&line, &column);
		assert_string_equal(pk_message_code(report->message), expected[i].code);
		assert_int_equal(line, expected[i].line);
	}
}

static void a_duplicate_shows_both_places(void **state)
{
	struct pk_job *job = *state;
	const struct pk_report *report;

	assert_null(read_text(job, "plats: A\ntid: B\nplats: C\n"));
	report = pk_diag_get(job->diags, 0);
	assert_int_equal(report->at.offset, 16);
	assert_int_equal(report->other.offset, 0);
	assert_int_equal(report->other.length, 5);
}

static char *repeated(struct pk_job *job, const char *head, const char *piece, size_t times)
{
	size_t h = strlen(head), n = strlen(piece);
	char *text = pk_alloc(job, 1, h + n * times + 1);

	memcpy(text, head, h);
	for (size_t i = 0; i < times; i++)
		memcpy(text + h + i * n, piece, n);
	return text;
}

static void deep_nesting_is_refused(void **state)
{
	struct pk_job *job = *state;

	assert_null(read_text(job, repeated(job, "", "[", 100000)));
	assert_only(job, "P016", 1, 65);
}

static void deep_block_nesting_is_refused(void **state)
{
	struct pk_job *job = *state;

	assert_null(read_text(job, repeated(job, "", "- ", 100000)));
	assert_only(job, "P016", 1, 129);
}

static void a_bomb_of_aliases_is_refused(void **state)
{
	struct pk_job *job = *state;

	assert_null(read_text(job,
			"a: &a [x, x]\nb: &b [*a, *a, *a, *a, *a, *a]\n"
			"c: &c [*b, *b, *b, *b, *b, *b]\nd: [*c, *c, *c, *c, *c, *c]\n"));
	assert_int_equal(pk_diag_count(job->diags), 3 + 18);
	assert_string_equal(pk_message_code(pk_diag_get(job->diags, 0)->message), "P012");
}

static void too_many_values_are_refused(void **state)
{
	struct pk_job *job = *state;

	assert_null(read_text(job, repeated(job, "", "- x\n", job->limits->yaml_nodes + 10)));
	assert_only(job, "P018", job->limits->yaml_nodes, 3);
}

static void too_many_keys_are_refused(void **state)
{
	struct pk_job *job = *state;
	struct pk_out out = pk_out_new(job->arena, 1 << 20);

	for (uint32_t i = 0; i <= job->limits->yaml_keys; i++) {
		pk_put_c(&out, "k");
		pk_put_uint(&out, i);
		pk_put_c(&out, ": x\n");
	}
	pk_put_byte(&out, '\0');
	assert_null(read_text(job, out.p));
	assert_only(job, "P019", 1, 1);
}

/* With too little memory reading fails and says so, or gives the whole tree: never a third thing.
 */
static void scarce_memory_is_told(void **state)
{
	static const char *const texts[] = { "å: [b, {c: d}]\ntext: |\n  e\u0308\n",
		"a: b\x07\nc: *d\nrubrik: e: f\ng:h\n" };
	struct pk_limits limits = pk_limits_default;

	(void)state;
	for (limits.memory = 0; limits.memory < 40000; limits.memory += 64) {
		for (size_t i = 0; i < PK_COUNT(texts); i++) {
			struct pk_source source = { .text = pk_str_of(texts[i]) };
			const struct pk_node *root = NULL;
			struct pk_job job;
			uint32_t number = 0;
			bool ok;

			if (!pk_job_init(&job, &limits))
				continue;
			ok = pk_source_add(&job, &source, &number) &&
			     pk_yaml_read(&job, number, &root);
			assert_int_equal(ok, pk_diag_errors(job.diags) == 0);
			assert_int_equal(ok, root != NULL);
			pk_job_free(&job);
		}
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		job_test(all_scalars_are_text),
		job_test(places_count_characters_behind_swedish_letters),
		job_test(decomposed_letters_are_composed),
		cmocka_unit_test(each_bad_file_has_its_message),
		job_test(words_lost_behind_a_sign_are_told),
		job_test(all_errors_come_at_once),
		job_test(a_duplicate_shows_both_places),
		job_test(deep_nesting_is_refused),
		job_test(deep_block_nesting_is_refused),
		job_test(a_bomb_of_aliases_is_refused),
		job_test(too_many_values_are_refused),
		job_test(too_many_keys_are_refused),
		cmocka_unit_test(scarce_memory_is_told),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
