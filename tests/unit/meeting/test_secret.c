#include "decoding.h"

#include <stdio.h>

#define HEAD "organ: A\ndatum: 2024-05-21\nparagrafer:\n  - nr: 41\n    rubrik: B\n" \
	"    sekretess: {lagrum: 26 kap. 1 § OSL, omfattar: markerat}\n"

/* The JSON has << and >> where the model has marks. */
static void marks_in_every_rad_and_text(void **state)
{
	static const struct {
		const char *yaml, *part;
	} rows[] = {
		{ "dnr: \"SN ((2024/61))\"", "\"dnr\": \"SN <<2024/61>>\"" },
		{ "beslut: [\"((A))\", B ((C)) och ((D)).]", "[\"<<A>>\", \"B <<C>> och <<D>>.\"]" },
		{ "motivering: Av ((Bo Ek (S))) och andra.", "\"Av <<Bo Ek (S)>> och andra.\"" },
		{ "mottagare: [\"((Bo Ek (S)))\", C]", "[\"<<Bo Ek (S)>>\", \"C\"]" },
		{ "motivering: Då ((**Bo** Ek)) kom.", "\"Då <<Bo Ek>> kom.\"" },
		{ "motivering: Då **((Bo** Ek)) kom.", "\"Då <<Bo Ek>> kom.\"" },
		{ "motivering: \"| A ((b)) | C |\\n|---|---|\\n| ((d)) | e |\"", "\"A <<b>>\\tC\\n<<d>>\\te\"" },
		{ "motivering: \"- ((a\\n  b))\"", "\"<<a b>>\"" },
		{ "motivering: \"![((Bo)) på bild](bo.png)\"", "\"<<Bo>> på bild\"" },
		{ "motivering: \"`((a))` b\"", "\"<<a>> b\"" },
		{ "avsnitt: {rubrik: Om ((Bo)), text: \"## Om ((Bo))\"}",
			"{\"rubrik\": \"Om <<Bo>>\", \"text\": \"Om <<Bo>>\"}" },
		{ "anmälningar: {ärende: Om ((Bo))}", "\"ärende\": \"Om <<Bo>>\"" },
		{ "rättelser: {datum: 2024-06-03, rättat: ((Bo))}", "\"rättat\": \"<<Bo>>\"" },
		/* Two plain parentheses, and a mark that must be somewhere. */
		{ "dnr: f\\((x)) + ((y))", "\"dnr\": \"f((x)) + <<y>>\"" },
		{ "motivering: f\\((x)) + ((y))", "\"f((x)) + <<y>>\"" },
		{ "motivering: \"`f\\\\((x))` ((y))\"", "\"f((x)) <<y>>\"" },
		{ "motivering: (a (b)) ((c))", "\"(a (b)) <<c>>\"" },
	};

	for (size_t i = 0; i < PK_COUNT(rows); i++) {
		char yaml[1024];

		snprintf(yaml, sizeof(yaml), HEAD "    %s\n", rows[i].yaml);
		assert_has(json_of(*state, yaml, NULL), rows[i].part);
	}
}

static void marks_that_are_wrong(void **state)
{
	static const struct {
		const char *yaml, *code;
		uint32_t line, column;
	} rows[] = {
		{ HEAD "    dnr: a ((b)\n", "P230", 7, 12 },
		{ HEAD "    motivering: |\n      Ett.\n\n      Två ((tre\n\n      fyra)).\n", "P230", 10, 11 },
		{ HEAD "    motivering: \"| ((a | b)) |\\n|---|---|\"\n", "P230", 7, 20 },
		{ HEAD "    dnr: ((a ((b))\n", "P231", 7, 14 },
		{ "organ: A\ndatum: 2024-05-21\nparagrafer:\n  - nr: 41\n    rubrik: a ((b))\n", "P232", 5, 15 },
		/* The sekretess of another paragraf does not help. */
		{ HEAD "    dnr: ((c))\n  - {rubrik: a ((b))}\n", "P232", 8, 16 },
		{ HEAD "    dnr: ((c))\nplats: a ((b))\n", "P233", 8, 10 },
		{ HEAD "    dnr: ((c))\nbilagor: {rubrik: C, text: a ((b))}\n", "P233", 8, 30 },
		{ HEAD "    dnr: 2024/61\n", "P238", 6, 16 },
		{ HEAD "    motivering: \"[a](<http://x.se/((b>)\"\n    dnr: ((c))\n", "P230", 7, 31 },
		/* Whoever writes another heading means the whole paragraf, or forgot the marks. */
		{ "organ: A\ndatum: 2024-05-21\nparagrafer:\n  - nr: 41\n    rubrik: Om Bo Ek\n"
			"    sekretess: {lagrum: 26 kap. 1 § OSL, rubrik: Individärende, omfattar: markerat}\n"
			"    dnr: ((c))\n", "P239", 6, 50 },
	};

	(void)state;
	for (size_t i = 0; i < PK_COUNT(rows); i++) {
		void *own = NULL;

		assert_int_equal(fixture_job(&own), 0);
		assert_null(decode(own, rows[i].yaml, NULL));
		assert_only(own, rows[i].code, rows[i].line, rows[i].column);
		fixture_job_free(&own);
	}
}

/* The marks themselves cannot be written. */
static void no_other_way_to_a_mark(void **state)
{
	const struct pk_node *node;
	struct pk_job *job = *state;

	assert_false(pk_yaml_read(job, source_of(job, "möte.yaml", "organ: \"a\\x86b\\x87\"\n"), &node));
	assert_only(job, "P004", 1, 8);
}

static void nor_by_an_entity(void **state)
{
	assert_has(json_of(*state, HEAD "    motivering: a &#134;b&#135;\n    dnr: ((c))\n", NULL),
			"\"a \uFFFDb\uFFFD\"");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		job_test(marks_in_every_rad_and_text),
		job_test(marks_that_are_wrong),
		job_test(no_other_way_to_a_mark),
		job_test(nor_by_an_entity),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
