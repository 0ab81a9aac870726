/* Every example of docs/mallar.md, in ODT and in DOCX, filled from the meeting that the guide itself shows.
 *
 *     ```yaml möte           the meeting
 *     ```yaml tillägg        what the next example adds at the meeting's end
 *     ```mall                a template, in the notation of tests/unit/format/tiny.h
 *     ```mall utkast         the same, for the meeting before it was justerad
 *     ```delmall NAME        what {{>NAME}} takes in from now on
 *     ```blir                what the template above becomes
 *     ```säger               what the program says about the template above, for DOCX
 *
 * Blocks with pictures ("bild") need files: guide_pictures.py has them.
 */
#include "unit/context/tree.h"
#include "unit/format/tiny.h"

#include "package/file.h"
#include "pages/flow.h"

/* What the draft lacks of the meeting. */
static const char justerad[] = ", datum: 2024-05-31}";

/* A fenced block: the words behind the fence, and the lines inside. */
struct block {
	struct pk_str info, lines;
};

struct guide {
	struct pk_str rest;
	struct pk_str meeting, more;
	struct block partials[8];
	size_t n_partials;
};

static bool next_block(struct pk_str *rest, struct block *ret)
{
	static const char fence[] = "\n```";
	size_t from = pk_str_find(*rest, pk_str_of(fence), 0), end;

	if (from >= rest->n)
		return false;
	*rest = pk_str_slice(*rest, from + sizeof(fence) - 1, rest->n);
	end = pk_str_find(*rest, PK_STR("\n"), 0);
	ret->info = pk_str_slice(*rest, 0, end);
	*rest = pk_str_slice(*rest, end, rest->n);
	end = pk_str_find(*rest, pk_str_of(fence), 0);
	assert_true(end < rest->n);
	ret->lines = pk_str_slice(*rest, end > 0, end);
	*rest = pk_str_slice(*rest, end + sizeof(fence) - 1, rest->n);
	return true;
}

static const char *terminated(struct pk_job *job, struct pk_str text)
{
	struct pk_str copy;

	assert_true(pk_copy(job, text, &copy));
	return copy.p;
}

/* The bytes with every old replaced, NUL terminated. */
static const char *replaced(struct pk_job *job, struct pk_str text, const char *old, const char *new)
{
	struct pk_out out = pk_out_new(job->arena, 1 << 20);

	while (text.n > 0) {
		size_t at = pk_str_find(text, pk_str_of(old), 0);

		pk_put(&out, pk_str_slice(text, 0, at));
		if (at < text.n)
			pk_put_c(&out, new);
		text = pk_str_slice(text, at + strlen(old), text.n);
	}
	pk_put_byte(&out, '\0');
	return out.p;
}

/* Where {{>name}} finds the templates of the guide. */
struct place {
	const struct guide *guide;
	enum tiny_format format;
};

static bool take_in(struct pk_job *job, void *self, struct pk_str name, struct pk_pos at,
		const struct pk_package **ret)
{
	const struct place *place = self;

	for (size_t i = 0; i < place->guide->n_partials; i++) {
		const struct block *partial = &place->guide->partials[i];

		if (!pk_str_eq(pk_str_slice(partial->info, strlen("delmall "), partial->info.n), name))
			continue;
		*ret = tiny_template(job, place->format, TINY_BODY,
				terminated(job, partial->lines));
		return true;
	}
	return pk_fail(job, PK_M_PARTIAL_UNKNOWN, at, name);
}

static const char *meeting_of(struct pk_job *job, const struct guide *guide, bool draft)
{
	struct pk_str whole;

	assert_true(pk_join(job, &whole, guide->meeting, PK_STR("\n"), guide->more));
	return draft ? replaced(job, whole, justerad, "}") : terminated(job, whole);
}

/* The filled template, or NULL after an error. */
static struct pk_package *build(struct pk_job *job, const struct guide *guide,
		const struct block *template, enum tiny_format format)
{
	bool draft = pk_str_is(template->info, "mall utkast");
	struct pk_value model, root = tree_of(job, meeting_of(job, guide, draft), NULL);
	struct place place = { guide, format };
	struct pk_compile_options options = { .name = PK_STR("mall"), .model = &model,
		.generator = PK_STR("protokoll test"), .partial = take_in, .self = &place };
	const struct pk_format *to = pk_format_find(pk_str_of(tiny_format_names[format]));
	const char *lines = terminated(job, template->lines);
	const struct pk_template *t;
	struct pk_document *document;
	struct pk_package *package = NULL;
	struct pk_pages *pages = NULL;

	assert_true(pk_context_model(job, &model));
	assert_true(pk_join(job, &options.name, PK_STR("mall."), pk_str_of(to->name)));
	if (!to->compile(job, tiny_template(job, format, TINY_BODY, lines), &options, &t))
		return NULL;
	assert_true(to->render(job, t, &root, &document));
	if (pk_document_flow(document) != NULL)
		assert_true(pk_pages_estimate(job, pk_document_flow(document),
				pk_document_anchors(document), &pages));
	assert_true(to->finish(job, document, pages, &package));
	return package;
}

/* Tells what differs. */
static bool same(const struct block *template, enum tiny_format format, const char *found,
		const char *expected)
{
	if (strcmp(found, expected) == 0)
		return true;
	print_error("%s\n--- template\n%.*s\n--- expected\n%s\n--- found\n%s\n",
			tiny_format_names[format], (int)template->lines.n, template->lines.p, expected,
			found);
	return false;
}

/* The text as the guide shows it: spaces that do not break look like others, a cell without text is
 * empty, and nobody sees the empty paragraph that DOCX wants behind a last table. */
static const char *shown(struct pk_job *job, enum tiny_format format, const struct pk_package *document)
{
	static const char last[] = "|\n()";
	struct pk_str text = tiny_text(job, format, TINY_BODY, document);

	if (pk_str_ends(text, pk_str_of(last)))
		text.n -= strlen("\n()");
	text = pk_str_of(replaced(job, text, "\xc2\xa0", " "));
	return replaced(job, text, "| () |", "|  |");
}

static bool is_silent(const struct pk_job *job)
{
	return pk_diag_errors(job->diags) + pk_diag_count_level(job->diags, PK_LEVEL_WARNING) == 0;
}

static bool check_text(struct pk_job *job, const struct guide *guide, const struct block *template,
		struct pk_str expected, enum tiny_format format)
{
	struct pk_package *document = build(job, guide, template, format);

	if (document == NULL || !is_silent(job))
		return same(template, format, reports(job, PK_SWEDISH), "");
	return same(template, format, shown(job, format, document), terminated(job, expected));
}

static bool check_messages(struct pk_job *job, const struct guide *guide,
		const struct block *template, struct pk_str expected, enum tiny_format format)
{
	const char *wanted = replaced(job, expected, "mall.docx: word/document.xml",
			format == TINY_ODT ? "mall.odt: content.xml" : "mall.docx: word/document.xml");
	const char *found;

	(void)build(job, guide, template, format);
	found = reports(job, PK_SWEDISH);
	return same(template, format, terminated(job, pk_str_trim(pk_str_of(found))), wanted);
}

typedef bool check_function(struct pk_job *job, const struct guide *guide,
		const struct block *template, struct pk_str expected, enum tiny_format format);

/* Each example has a job of its own. */
static bool check_both(const struct guide *guide, const struct block *template,
		struct pk_str expected, check_function *check)
{
	bool good = true;

	for (enum tiny_format format = 0; format < TINY_FORMATS; format++) {
		void *inner = NULL;

		assert_int_equal(fixture_job(&inner), 0);
		good = check(inner, guide, template, expected, format) && good;
		fixture_job_free(&inner);
	}
	return good;
}

/* How many examples there are; *ret_wrong counts those that are not as the guide says. */
static size_t check_guide(struct guide *guide, size_t *ret_wrong)
{
	struct block block, template = { { NULL, 0 }, { NULL, 0 } };
	size_t n = 0;

	*ret_wrong = 0;
	while (next_block(&guide->rest, &block)) {
		bool text = pk_str_is(block.info, "blir"), messages = pk_str_is(block.info, "säger");

		if (pk_str_is(block.info, "yaml möte"))
			guide->meeting = block.lines;
		if (pk_str_is(block.info, "yaml tillägg"))
			guide->more = block.lines;
		if (pk_str_starts(block.info, PK_STR("delmall ")) && guide->n_partials < 8)
			guide->partials[guide->n_partials++] = block;
		if (pk_str_is(block.info, "mall") || pk_str_is(block.info, "mall utkast")) {
			if (template.info.n > 0)
				fail_msg("nothing shows what becomes of\n%.*s", (int)template.lines.n,
						template.lines.p);
			template = block;
		}
		if (!text && !messages)
			continue;
		assert_true(template.info.n > 0 && guide->meeting.n > 0);
		*ret_wrong += !check_both(guide, &template, block.lines,
				text ? check_text : check_messages);
		template.info.n = 0;
		guide->more.n = 0;
		n++;
	}
	assert_int_equal(template.info.n, 0);
	return n;
}

static void the_examples_of_the_guide_are_as_it_says(void **state)
{
	struct guide guide = { .n_partials = 0 };
	size_t wrong;

	assert_true(pk_file_read(*state, PK_STR(GUIDE), 1 << 20, &guide.rest));
	assert_true(check_guide(&guide, &wrong) > 20);
	assert_int_equal(wrong, 0);
	assert_true(guide.meeting.n > 0);
	assert_true(pk_str_find(guide.meeting, pk_str_of(justerad), 0) < guide.meeting.n);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		job_test(the_examples_of_the_guide_are_as_it_says),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
