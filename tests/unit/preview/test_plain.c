/* HTML as text. */
#include "preview/inside.h"
#include "support/fixture.h"

static const struct {
	const char *html, *text;
} cases[] = {
	{ "<h1>Protokoll</h1><p>En <b>rad</b>\n text.</p>", "Protokoll\n=========\n\nEn rad text.\n" },
	{ "<h2>A<br>längre</h2><p>x", "A\nlängre\n------\n\nx\n" },
	{ "<p>a</p><h3>Beslut</h3><p>b</p>", "a\n\nBeslut\nb\n" },
	{ "<p>&lt;b&gt; &amp; &#167;&nbsp;4 &okänd;</p>", "<b> & § 4 &okänd;\n" },
	{ "<ul><li>a</li><li>b<ol start=\"3\"><li>c</li><li>d</li></ol></li></ul>",
		"- a\n- b\n  3. c\n  4. d\n" },
	{ "<dl><dt>Plats</dt><dd>Stadshuset</dd><dt>Beslutande</dt><dd>Karin<br>Per</dd></dl>",
		"Plats                          Stadshuset\nBeslutande                     Karin\n"
		"                               Per\n" },
	{ "<table><thead><tr><th>A</th><th>B</th></tr></thead><tbody><tr><td>1</td></tr></tbody></table>",
		"A  B\n----\n1\n" },
	{ "<p>a</p><blockquote><p>b</p></blockquote><p>c</p>", "a\n\n    b\n\nc\n" },
	{ "<pre>  a: <mark>bb</mark></pre>", "      a: bb\n         ^~\n" },
	{ "<p><img src=\"x\" alt=\"Vapen &amp; krona\"></p>", "[Vapen & krona]\n" },
	{ "<head><title>T</title><style>p{}</style></head><!-- <p>nej --><script>1<2</script><p>ja</p>",
		"ja\n" },
	{ "<p class=\"pv-mark pv-fel\"><a>fel</a></p>", "! fel\n" },
	/* What is no HTML at all ends too. */
	{ "<p>a<", "a\n" },
	{ "<p>a</li></ul></ul></table></tr></td></dl></blockquote>b", "a\n\nb\n" },
	{ "<table><tr></tr><tr><td>x</td></tr></table>", "x\n" },
	{ "<!-- x", "" },
	{ "<style>p", "" },
};

static void test_cases(void **unused)
{
	struct pk_preview_state state = { 0 };
	struct pk_str text;

	state.job = *(struct pk_job *)*unused;
	for (size_t i = 0; i < PK_COUNT(cases); i++) {
		assert_true(pk_preview_plain(&state, pk_str_of(cases[i].html), 70, &text));
		assert_text(text, cases[i].text);
	}
	assert_silent(&state.job);
}

int main(void)
{
	const struct CMUnitTest tests[] = { job_test(test_cases) };

	return cmocka_run_group_tests(tests, NULL, NULL);
}
